"""What was changed in a run, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.edits import Edit, Redraw
from core.history import EDIT, Change
from visualiser.number_format import fixed, plain
from visualiser.recipe_words import readable


def change_text(change: Change) -> str:
    """What became what."""
    if change.name == EDIT:
        return _edited(change.value)
    words = _WORDS.get(change.name)
    return _tr("what a step does was changed") if words is None else words(change.value)


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


def _named(text: str) -> Callable[[Any], str]:
    return lambda value: _tr(text).format(value=readable(value.name))


def _number(text: str) -> Callable[[Any], str]:
    return lambda value: _tr(text).format(value=plain(value))


def _count(none: str, one: str, more: str) -> Callable[[Any], str]:
    def words(parts: tuple[object, ...]) -> str:
        text = (none, one)[len(parts)] if len(parts) < 2 else more
        return _tr(text).format(count=len(parts))

    return words


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeWords", text)


_WORDS: dict[str, Callable[[Any], str]] = {
    "learning_rate": _number("η was set to {value}"),
    "batch_size": _number("the mini-batch was set to {value} digits"),
    "optimiser": _named("the optimiser was set to {value}"),
    "schedule": _named("the schedule was set to {value}"),
    "l1": _penalty("L1"),
    "l2": _penalty("L2"),
    "clip": _clip,
    "frozen": _count(
        "nothing is frozen any more",
        "one part of the network was frozen",
        "{count} parts of the network are frozen now",
    ),
    "held": _count(
        "no neuron is knocked out any more",
        "one neuron is knocked out now",
        "{count} neurons are knocked out now",
    ),
}
