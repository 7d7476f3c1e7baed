"""What moved between two steps, in words: of each weight or bias, and of all together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.moved import Move, Moved, Written
from visualiser.number_format import count, significant
from visualiser.selection import Connection
from visualiser.sentences import in_a_row
from visualiser.training.snapshot import Reference, Snapshot


def told(move: Move, written: Written, then: int, snapshot: Snapshot) -> str:
    """Which weight or bias moved, between which steps, and how far: a sentence."""
    part, shape = move.part, snapshot.picture_shape
    row, column, origin, to = 0, 0, 0, 0
    if not isinstance(part, Connection):
        to = part.index
        text = _tr(
            "The bias of neuron {to} of layer {layer}: B at step {now} less B at step {then} is "
            "{now_value} − ({then_value}) {sign} {change}."
        )
    elif part.layer > 1 or shape is None:
        to, origin = part.to, part.origin
        text = _tr(
            "The weight to neuron {to} of layer {layer} from neuron {origin} of layer {before}: "
            "W at step {now} less W at step {then} is {now_value} − ({then_value}) {sign} {change}."
        )
    else:
        to, origin = part.to, part.origin
        row, column = divmod(part.origin, shape[1])
        text = _tr(
            "The weight to neuron {to} of layer {layer} from input {origin}, in row {row}, column "
            "{column}: W at step {now} less W at step {then} is {now_value} − ({then_value}) "
            "{sign} {change}."
        )
    return text.format(
        to=to,
        origin=origin,
        layer=part.layer,
        before=part.layer - 1,
        row=row,
        column=column,
        now=count(snapshot.progress.position),
        then=count(then),
        now_value=written.now,
        then_value=written.then,
        sign=written.sign or "=",
        change=written.change,
    )


def about_all(moved: Moved, reference: Reference, snapshot: Snapshot) -> str:
    """Between which steps, how many moved, and which are listed; or that none did."""
    progress = snapshot.progress
    is_here = reference.is_of_course(progress)
    if moved.count == 0 and is_here and reference.step == progress.position:
        return nothing_since(reference.step)
    if moved.count == 0:
        text = _tr("No weight or bias differs between step {then} and step {now}.")
    elif moved.count == len(moved.largest):
        text = _tr(
            "From step {then} to step {now}, {moved} of {total} weights and biases moved, the "
            "farthest first."
        )
    else:
        text = _tr(
            "From step {then} to step {now}, {moved} of {total} weights and biases moved; these "
            "{shown} moved farthest."
        )
    sentence = text.format(
        then=count(reference.step),
        now=count(progress.position),
        moved=count(moved.count),
        total=count(moved.total),
        shown=count(len(moved.largest)),
    )
    return sentence if is_here else in_a_row((sentence, _of_another_course(reference.step)))


def _of_another_course(step: int) -> str:
    text = _tr("Step {then} is meant as it was before the run took another course.")
    return text.format(then=count(step))


def nothing_since(step: int) -> str:
    """Of the step that is shown itself."""
    return _tr("Step {step} is the one that is shown: nothing has changed since.").format(
        step=count(step)
    )


def on_its_way(step: int) -> str:
    """Of a step whose network is not known yet."""
    return _tr("W and B of step {step} are on their way.").format(step=count(step))


def how_long(moved: Moved) -> str:
    """How far every layer moved, in one line."""
    lengths = " · ".join(significant(length, sign=False) for length in moved.layer_lengths)
    return _tr("How far the layers moved: {lengths}").format(lengths=lengths)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MovedWords", text)
