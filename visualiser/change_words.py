"""What was changed in a run, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.edits import Edit, Redraw
from core.history import EDIT, Change
from core.parts import Held, Part
from visualiser.number_format import count, fixed, plain
from visualiser.recipe_words import readable, settings_of


def change_text(change: Change, changes: Sequence[Change] = ()) -> str:
    """What became what.

    Parameters
    ----------
    change : Change
    changes : sequence of Change
        All of its run: those before it tell what was frozen and knocked out then.
    """
    if change.name == EDIT:
        return _edited(change.value)
    if change.name in ("frozen", "held"):
        earlier = [c.value for c in changes[: _place(change, changes)] if c.name == change.name]
        return _parts(change.name, earlier[-1] if earlier else (), change.value)
    words = _WORDS.get(change.name)
    return _tr("what a step does was changed") if words is None else words(change.value)


def changes_text(made: Sequence[Change], changes: Sequence[Change] = ()) -> str:
    """The same of changes that were made together, at least one; arguments as above."""
    first, *others = (change_text(change, changes) for change in made)
    for other in others:
        first = _tr("{first}; {second}").format(first=first, second=other)
    return first


def _edited(edit: Edit | Redraw) -> str:
    if isinstance(edit, Redraw):
        return _tr("neuron {neuron} of layer {layer} was drawn anew").format(
            neuron=edit.neuron, layer=edit.layer
        )
    if edit.origin is None:
        return _tr("B of neuron {neuron} of layer {layer} was set to {value}").format(
            neuron=edit.neuron, layer=edit.layer, value=fixed(edit.value)
        )
    return _tr(
        "W from neuron {origin} to neuron {neuron} of layer {layer} was set to {value}"
    ).format(origin=edit.origin, neuron=edit.neuron, layer=edit.layer, value=fixed(edit.value))


def _penalty(name: str) -> Callable[[Any], str]:
    return lambda value: _tr("the penalty {name} was set to {value}").format(
        name=name, value=plain(value)
    )


def _clip(value: float | None) -> str:
    if value is None:
        return _tr("the gradient is no longer clipped")
    return _tr("the gradient is clipped to a length of {value}").format(value=plain(value))


def _named(value: Any, text: str, detailed: str) -> str:
    settings = "" if value == type(value)() else settings_of(value)
    template = detailed if settings else text
    return template.format(value=readable(value.name), settings=settings)


def _place(change: Change, changes: Sequence[Change]) -> int:
    return list(changes).index(change) if change in changes else 0


def _parts(name: str, before: Sequence[Part | Held], after: Sequence[Part | Held]) -> str:
    """Which one is frozen or knocked out, or is no longer; or how many are."""
    came = [part for part in after if part not in before]
    went = [part for part in before if part not in after]
    if len(came) == 1 and isinstance(came[0], Held):
        return _tr("neuron {neuron} of layer {layer} was knocked out").format(
            neuron=came[0].neuron, layer=came[0].layer
        )
    if len(came) == 1 and isinstance(came[0], Part):
        return _frozen(came[0])
    if not came and len(went) == 1 and isinstance(went[0], Held):
        return _tr("neuron {neuron} of layer {layer} fires again").format(
            neuron=went[0].neuron, layer=went[0].layer
        )
    if name == "held":
        return _tr("{count} neurons are knocked out from here on").format(count=count(len(after)))
    if not after:
        return _tr("nothing is frozen from here on")
    return _tr("{count} parts are frozen from here on").format(count=count(len(after)))


def _frozen(part: Part) -> str:
    if part.neuron is None:
        text = _tr("layer {layer} was frozen")
    elif part.origin is None:
        text = _tr("neuron {neuron} of layer {layer} was frozen")
    else:
        text = _tr("W from neuron {origin} to neuron {neuron} of layer {layer} was frozen")
    return text.format(layer=part.layer, neuron=part.neuron, origin=part.origin)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeWords", text)


_WORDS: dict[str, Callable[[Any], str]] = {
    "learning_rate": lambda value: _tr("η was set to {value}").format(value=plain(value)),
    "batch_size": lambda value: _tr("the mini-batch was set to {value} examples").format(
        value=plain(value)
    ),
    "optimiser": lambda value: _named(
        value,
        _tr("the optimiser was set to {value}"),
        _tr("the optimiser was set to {value} with {settings}"),
    ),
    "schedule": lambda value: _named(
        value,
        _tr("the schedule was set to {value}"),
        _tr("the schedule was set to {value} with {settings}"),
    ),
    "l1": _penalty("L1"),
    "l2": _penalty("L2"),
    "clip": _clip,
    "activation": lambda value: _tr("σ was set to {names}").format(
        names=", ".join(map(readable, value))
    ),
    "order": lambda _: _tr("the mini-batches come in another order"),
}
