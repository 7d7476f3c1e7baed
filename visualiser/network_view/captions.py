"""Names above the layers, and what is shown below the input picture."""

from __future__ import annotations

import itertools
from collections.abc import Container

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen

from visualiser.network_view.arranging import CHOICE_LEFT, CHOICE_WIDTH
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.part_marks import paint_lock_beside
from visualiser.number_format import count, fixed
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription, ShownExample

# Pixels: what stands above and below when the picture is larger than the window.
_TOP_BAND, _BOTTOM_BAND = 66.0, 76.0
# The room at the top right for the controls of what lines show, and half a name's.
_CONTROLS = 136.0
# Between an input and its name.
_NAME_GAP = 5.0
# What a caption leaves free at its left.
_LEAST_LEFT = 8.0
# What an input's name leaves free there; less wide than this, there is no caption above.
_LEAST_NAME_LEFT, _LEAST_CAPTION = 2.0, 120.0


def paint_names(
    painter: QPainter,
    theme: Theme,
    layout: NetworkLayout,
    description: RunDescription,
    frozen: Container[int] = (),
) -> None:
    """Write every layer's name and N above it; beside those of ``frozen`` layers, a lock."""
    font = painter.font()
    for number, layer in enumerate(layout.layers):
        if layer.middle > layout.width - _CONTROLS or layer.middle < 0:
            continue  # It is seen from near, and controls stand there.
        room = _room(layout, number)
        box = QRectF(layer.middle - 100, 16, 200, 20)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        name = _name(number, description)
        if painter.fontMetrics().horizontalAdvance(name) > room:
            name = str(number)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        if number in frozen:
            # To the right of the outputs' name stand controls.
            is_last = number == len(layout.layers) - 1
            paint_lock_beside(painter, theme, box, name, is_before=is_last)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(theme.colour("secondary"))
        neurons = count(len(layer.centres))
        size = QCoreApplication.translate("Captions", "N = {count}").format(count=neurons)
        if painter.fontMetrics().horizontalAdvance(size) > room:
            size = neurons
        painter.drawText(box.translated(0, 19), Qt.AlignmentFlag.AlignCenter, size)


def paint_input_names(
    painter: QPainter, theme: Theme, layout: NetworkLayout, names: tuple[str, ...]
) -> None:
    """Write left of the inputs what each of them is, where there is room."""
    layer = layout.layers[0]
    painter.setPen(theme.colour("secondary"))
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    height = painter.fontMetrics().height()
    heights = layer.centres[layer.shown, 1]
    if len(heights) > 1 and float(np.diff(np.sort(heights)).min()) < height:
        return
    for index in layer.shown.tolist() if len(names) == len(layer.centres) else ():
        x, y = layer.centres[index].tolist()
        right = x - layer.radius - _NAME_GAP
        room = round(right - _LEAST_NAME_LEFT)
        name = painter.fontMetrics().elidedText(names[index], Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, y - height / 2, right, height), side, name)


def paint_bands(painter: QPainter, theme: Theme, layout: NetworkLayout, zoom: float) -> None:
    """Keep names above and notes below readable where the picture is larger than the window.

    Besides, say how many times larger than fitted it is, and how to see all.
    """
    solid, clear = theme.colour("ground", 0.94), theme.colour("ground", 0.0)
    for edge, inner in ((0.0, _TOP_BAND), (layout.height, layout.height - _BOTTOM_BAND)):
        gradient = QLinearGradient(0, edge, 0, inner)
        for place, colour in ((0.0, solid), (0.8, solid), (1.0, clear)):
            gradient.setColorAt(place, colour)
        top = min(edge, inner)
        painter.fillRect(QRectF(0, top, layout.width, abs(inner - edge)), gradient)
    larger = QCoreApplication.translate("Captions", "{zoom} × as large")
    all_of_it = QCoreApplication.translate("Captions", "F shows all")
    _paint_corner(painter, theme, layout, (larger.format(zoom=fixed(zoom, 1)), all_of_it))


def paint_counts(painter: QPainter, theme: Theme, layout: NetworkLayout) -> None:
    """Beside ⋮, how many neurons it stands for; around an input's, a brace for all of them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(theme.colour("secondary"))
    for number, layer in enumerate(layout.layers):
        if layer.dots is None:
            continue
        x, y = layer.dots
        if number == 0:
            _paint_brace(painter, theme, layer)
            continue
        hidden = len(layer.centres) - len(layer.shown)
        text = QCoreApplication.translate("Captions", "+ {count}").format(count=count(hidden))
        width = painter.fontMetrics().horizontalAdvance(text) + 8
        gap = layout.layers[number + 1].left - layer.right if number + 1 < len(layout.layers) else 0
        if width > gap / 2:
            continue
        box = QRectF(x + layer.radius * 0.6 + 4, y - 9, width, 18)
        painter.fillRect(box, theme.colour("ground", 0.8))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_too_many(painter: QPainter, theme: Theme, layout: NetworkLayout) -> None:
    """Say why there are no lines."""
    text = QCoreApplication.translate(
        "Captions",
        "More than 5 million connections are too many to draw: layers are blocks, "
        "a pixel a neuron.",
    )
    start = layout.layers[0].right + 12
    box = QRectF(start, layout.height - 92, layout.width - 16 - start, 36)
    painter.setPen(theme.colour("secondary"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


def paint_total(
    painter: QPainter, theme: Theme, layout: NetworkLayout, description: RunDescription
) -> None:
    """Under the outputs: how many numbers the network is made of, which is the length of ∇C."""
    sizes = description.sizes
    weights = sum(here * there for here, there in itertools.pairwise(sizes))
    biases = sum(sizes[1:])
    numbers = {
        "weights": count(weights),
        "biases": count(biases),
        "total": count(weights + biases),
    }
    texts = (
        QCoreApplication.translate("Captions", "{weights} W + {biases} B").format(**numbers),
        QCoreApplication.translate("Captions", "= {total} numbers").format(**numbers),
    )
    _paint_corner(painter, theme, layout, texts)


def _paint_corner(
    painter: QPainter, theme: Theme, layout: NetworkLayout, texts: tuple[str, str]
) -> None:
    """Write two lines at the lower right."""
    painter.setPen(theme.colour("secondary"))
    for line, text in enumerate(texts):
        box = QRectF(layout.width - 176, layout.height - 50 + 18 * line, 168, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_brace(painter: QPainter, theme: Theme, layer: LayerLayout) -> None:
    """A curly brace left of a column, and how many neurons it has."""
    heights = layer.centres[layer.shown, 1]
    top, bottom = float(heights.min()) - layer.radius, float(heights.max()) + layer.radius
    middle, right = (top + bottom) / 2, layer.left - 5
    left, tip = right - 6, right - 12
    path = QPainterPath(QPointF(right, top))
    path.quadTo(left, top, left, top + 8)
    path.lineTo(left, middle - 7)
    path.quadTo(left, middle, tip, middle)
    path.quadTo(left, middle, left, middle + 7)
    path.lineTo(left, bottom - 8)
    path.quadTo(left, bottom, right, bottom)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("secondary"), 1.3))
    painter.drawPath(path)
    box = QRectF(tip - 64, middle - 9, 60, 18)
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, side, count(len(layer.centres)))


def _room(layout: NetworkLayout, number: int) -> float:
    """How wide a text above a layer may be without touching its neighbours'."""
    middle = layout.layers[number].middle
    others = [layer.middle for layer in layout.layers if layer is not layout.layers[number]]
    return min(abs(other - middle) for other in others) - 6


def paint_caption(painter: QPainter, theme: Theme, layout: NetworkLayout, text: str) -> None:
    """Write below the input's picture what it is, beginning further right where it is long."""
    picture = layout.layers[0].picture
    if picture is None:
        _paint_caption_above(painter, theme, layout, text)
        return
    x, y, width, height = picture
    painter.setPen(theme.colour("text"))
    metrics = painter.fontMetrics()
    middle, half = x + width / 2, metrics.horizontalAdvance(text) / 2
    if middle - half < _LEAST_LEFT <= middle:
        # It may reach as far as the circles of layer 1.
        room = layout.layers[1].left - 2 * _LEAST_LEFT
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(room))
        middle = max(middle, _LEAST_LEFT + metrics.horizontalAdvance(text) / 2)
    box = QRectF(middle - width / 2, y + height + 8, width, 18)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


def _paint_caption_above(painter: QPainter, theme: Theme, layout: NetworkLayout, text: str) -> None:
    """Write which example it is at the upper left, where the input is no picture."""
    room = min(layout.layers[0].middle - 36.0, CHOICE_LEFT + CHOICE_WIDTH) - _LEAST_LEFT
    if room < _LEAST_CAPTION:
        return
    painter.setPen(theme.colour("text"))
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room))
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(_LEAST_LEFT, 6, room, 20), side, text)


def example_words(shown: ShownExample, description: RunDescription) -> str:
    """Which example it is, and what it truly is, where that is known."""
    translate, is_test = QCoreApplication.translate, shown.split == "test"
    if shown.own is not None:
        return _own_words(shown.own.name, shown.label, description)
    if shown.label is None or not description.has_classes:
        test = translate("Captions", "Test example {index}")
        training = translate("Captions", "Training example {index}")
        return (test if is_test else training).format(index=count(shown.index))
    if description.shows_digits:
        test = translate("Captions", "Test example {index}: truly a {label}")
        training = translate("Captions", "Training example {index}: truly a {label}")
    else:
        test = translate("Captions", "Test example {index}: truly “{label}”")
        training = translate("Captions", "Training example {index}: truly “{label}”")
    text = test if is_test else training
    return text.format(index=count(shown.index), label=description.class_name(shown.label))


def _own_words(name: str, label: int | None, description: RunDescription) -> str:
    """What an input that is not of the data is called, and what it truly is."""
    translate = QCoreApplication.translate
    if label is None:
        return translate("Captions", "{name}: truth unknown").format(name=name)
    if description.shows_digits:
        text = translate("Captions", "{name}: truly a {label}")
    else:
        text = translate("Captions", "{name}: truly “{label}”")
    return text.format(name=name, label=description.class_name(label))


def _name(number: int, description: RunDescription) -> str:
    translate = QCoreApplication.translate
    if number == len(description.sizes) - 1:
        return translate("Captions", "Output")
    if number:
        return translate("Captions", "Layer {number}").format(number=number)
    if description.input_names:
        return translate("Captions", "Input")
    rows, columns = description.image_shape
    return translate("Captions", "Input {rows}×{columns}").format(rows=rows, columns=columns)
