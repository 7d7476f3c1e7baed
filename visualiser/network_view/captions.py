"""Names above the layers, and what is shown below the input picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from visualiser.network_view.layout import NetworkLayout
from visualiser.number_format import count
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription, ShownExample


def paint_names(
    painter: QPainter, theme: Theme, layout: NetworkLayout, description: RunDescription
) -> None:
    """Write every layer's name and N above it."""
    font = painter.font()
    for number, layer in enumerate(layout.layers):
        room = _room(layout, number)
        box = QRectF(layer.middle - 100, 16, 200, 20)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        name = _name(number, description)
        if painter.fontMetrics().horizontalAdvance(name) > room:
            name = str(number)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(theme.colour("secondary"))
        neurons = count(len(layer.centres))
        size = QCoreApplication.translate("Captions", "N = {count}").format(count=neurons)
        if painter.fontMetrics().horizontalAdvance(size) > room:
            size = neurons
        painter.drawText(box.translated(0, 19), Qt.AlignmentFlag.AlignCenter, size)


def _room(layout: NetworkLayout, number: int) -> float:
    """How wide a text above a layer may be without touching its neighbours'."""
    middle = layout.layers[number].middle
    others = [layer.middle for layer in layout.layers if layer is not layout.layers[number]]
    return min(abs(other - middle) for other in others) - 6


def paint_caption(
    painter: QPainter, theme: Theme, layout: NetworkLayout, shown: ShownExample
) -> None:
    """Write which example it is, and what it truly is, below its picture."""
    picture = layout.layers[0].picture
    if picture is None:
        return
    if shown.split == "test":
        text = QCoreApplication.translate("Captions", "Test example {index}: truly a {label}")
    else:
        text = QCoreApplication.translate("Captions", "Training example {index}: truly a {label}")
    x, y, width, height = picture
    painter.setPen(theme.colour("text"))
    box = QRectF(x - 60, y + height + 8, width + 120, 18)
    text = text.format(index=count(shown.index), label=shown.label)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _name(number: int, description: RunDescription) -> str:
    translate = QCoreApplication.translate
    if number == len(description.sizes) - 1:
        return translate("Captions", "Output")
    if number:
        return translate("Captions", "Layer {number}").format(number=number)
    rows, columns = description.image_shape
    return translate("Captions", "Input {rows}×{columns}").format(rows=rows, columns=columns)
