"""What −∇C asks for, in words: of each entry, and of all of them together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.descent import A_LITTLE, A_LOT, Amount, Descent, Entry
from visualiser.number_format import count, plain, significant
from visualiser.recipe_words import is_plain_where_free
from visualiser.selection import Connection
from visualiser.sentences import in_a_row
from visualiser.training.snapshot import Snapshot


def wish(entry: Entry) -> str:
    """What should become of a weight or bias."""
    rises = entry.value > 0
    match entry.amount:
        case Amount.A_LOT:
            return _tr("should rise a lot") if rises else _tr("should fall a lot")
        case Amount.A_LITTLE:
            return _tr("should rise a little") if rises else _tr("should fall a little")
        case Amount.HARDLY:
            return _tr("hardly matters")
        case _:
            return _tr("is no number")


def thresholds() -> str:
    """What “a lot” and “a little” are."""
    return _tr(
        "A lot: at least {lot} % of the largest entry, whatever its sign. A little: at least "
        "{little} % of it. Anything smaller hardly matters."
    ).format(lot=plain(100 * A_LOT), little=plain(100 * A_LITTLE))


def told(entry: Entry, snapshot: Snapshot) -> str:
    """Which weight or bias an entry is about, and its number: a sentence."""
    part, value = entry.part, significant(entry.value, 5)
    if not isinstance(part, Connection):
        return _tr("The bias of neuron {index} of layer {layer}: −∂C/∂B = {value}.").format(
            index=part.index, layer=part.layer, value=value
        )
    shape = snapshot.picture_shape
    if part.layer > 1 or shape is None:
        text = _tr(
            "The weight to neuron {to} of layer {layer} from neuron {origin} of layer {before}: "
            "−∂C/∂W = {value}."
        )
        row, column = 0, 0
    else:
        text = _tr(
            "The weight to neuron {to} of layer {layer} from input {origin}, in row {row}, "
            "column {column}: −∂C/∂W = {value}."
        )
        row, column = divmod(part.origin, shape[1])
    return text.format(
        to=part.to,
        layer=part.layer,
        origin=part.origin,
        before=part.layer - 1,
        row=row,
        column=column,
        value=value,
    )


def about_all(descent: Descent, snapshot: Snapshot) -> str:
    """How many entries there are, how much they matter, and what a step does with them."""
    return in_a_row([_how_many(descent), *_how_much(descent), *_what_a_step_does(snapshot)])


def _how_many(descent: Descent) -> str:
    if descent.smallest is None:
        return _tr("{count} entries in all, the largest first.").format(count=count(descent.count))
    return _tr(
        "{count} entries in all: the {shown} largest, and at the bottom the smallest."
    ).format(count=count(descent.count), shown=count(len(descent.largest)))


def _how_much(descent: Descent) -> list[str]:
    if descent.norm == 0:
        return [_tr("Each is 0: C of this mini-batch is flat here, and no way leads down.")]
    amounts = descent.amounts
    sentences = [
        _tr("Should change a lot: {lots}; a little: {few}; hardly matter: {rest}.").format(
            lots=count(amounts[Amount.A_LOT]),
            few=count(amounts[Amount.A_LITTLE]),
            rest=count(amounts[Amount.HARDLY]),
        )
    ]
    if amounts[Amount.UNKNOWN]:
        text = _tr("No longer numbers: {bad}.")
        sentences.append(text.format(bad=count(amounts[Amount.UNKNOWN])))
    return sentences


def _what_a_step_does(snapshot: Snapshot) -> list[str]:
    recipe, sentences = snapshot.progress.recipe, []
    if not is_plain_where_free(recipe):
        sentences.append(
            _tr(
                "This is −∇C itself; what the step makes of it is told below, at “{heading}”."
            ).format(heading=step_heading())
        )
    if recipe.frozen:
        sentences.append(
            _tr(
                "Frozen weights and biases are counted too: C depends on them, but no step "
                "moves them."
            )
        )
    return sentences


def step_heading() -> str:
    """The heading above what every step does."""
    return _tr("What every step does")


def _tr(text: str) -> str:
    return QCoreApplication.translate("DescentWords", text)
