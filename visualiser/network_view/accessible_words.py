"""What a screen reader says of a layer or a neuron: its name, its value, and more about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible

from visualiser.network_view.accessible_places import Place
from visualiser.network_view.look_words import activation_in_phase, numbers_in_phase
from visualiser.network_view.stage import Stage
from visualiser.network_view.wording import output_name
from visualiser.number_format import count, fixed


def _columns(stage: Stage) -> int:
    """Columns of the input where it is a picture, 0 where it is no picture."""
    description = stage.drawing.description
    rows, columns = (1, 1) if description is None else description.image_shape
    is_picture = rows > 1 and columns > 1 and rows * columns == stage.sizes[0]
    return columns if is_picture else 0


def _name(stage: Stage, place: Place) -> str:
    columns = _columns(stage) if place.layer == 0 else 0
    size = stage.sizes[place.layer]
    row, column = divmod(place.index or 0, columns or 1)
    description = stage.drawing.description
    if description is not None and place.index is not None:
        name = output_name(description, place.layer, place.index)
        if name:
            return _tr("Output {index}, “{name}”").format(index=place.index, name=name)
    return _name_template(place, size, columns > 0).format(
        layer=place.layer, index=place.index, row=row, column=column, count=count(size)
    )


def _name_template(place: Place, size: int, is_picture: bool) -> str:
    if place.index is None and place.layer == 0:
        return _tr("Input, {count} pixels") if is_picture else _tr("Input, {count} numbers")
    if place.index is None:
        several = _tr("Layer {layer}, {count} neurons")
        return _tr("Layer {layer}, 1 neuron") if size == 1 else several
    if place.layer == 0:
        pixel = _tr("Input, row {row}, column {column}")
        return pixel if is_picture else _tr("Input, number {index}")
    return _tr("Layer {layer}, neuron {index}")


def value(stage: Stage, place: Place) -> str:
    """A neuron's a, as it is written everywhere; nothing for a layer."""
    snapshot, look = stage.snapshot, stage.drawing.phase
    if snapshot is None or place.index is None:
        return ""
    if look is not None:
        return activation_in_phase(look, place.layer, place.index)
    return fixed(float(snapshot.activations[place.layer][place.index]))


def description(stage: Stage, place: Place) -> str:
    """All its numbers; a as well, since not every reader says a value; and what is frozen."""
    shown = stage.drawing.shown
    if shown is None:
        return ""
    if place.neuron is None:
        is_frozen = place.layer in shown.parts.layers
        return _tr("All its W and B are frozen: steps leave them as they are.") if is_frozen else ""
    numbers, frozen = _numbers(stage, place), shown.parts.frozen_words(place.neuron)
    return _tr("{numbers}. {frozen}").format(numbers=numbers, frozen=frozen) if frozen else numbers


def _numbers(stage: Stage, place: Place) -> str:
    snapshot, look = stage.snapshot, stage.drawing.phase
    if snapshot is None or place.index is None:
        return ""
    layer, index = place.layer, place.index
    if look is not None:
        return numbers_in_phase(look, layer, index)
    if layer == 0:
        return _tr("a = {a}").format(a=value(stage, place))
    is_held = snapshot.held_at(layer, index) is not None
    held = _tr("a is held at {a}, B = {B}, S = {S}")
    text = held if is_held else _tr("a = {a}, B = {B}, S = {S}")
    return text.format(
        a=value(stage, place),
        B=fixed(float(snapshot.parameters.biases[layer - 1][index]), sign=True),
        S=fixed(float(snapshot.weighted_sums[layer - 1][index]), sign=True),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Accessible", text)


# What each kind of text that a reader asks for is.
TEXTS = {
    QAccessible.Text.Name: _name,
    QAccessible.Text.Value: value,
    QAccessible.Text.Description: description,
}
