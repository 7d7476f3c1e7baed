"""Which colours texts have, and what they stand on, as a window paints them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from tests.visualiser import screen
from tests.visualiser.contrasts import FOR_TEXT, contrast, parts_of, ratios

_OF_QT = (QLabel, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
# Pixels of a box with a tick or a dot.
_BOX = 20
_HTML_COLOUR = re.compile(r"(?<!-)color:\s*(#[0-9a-fA-F]{6})")
_HTML_GROUND = re.compile(r"background-color:\s*(#[0-9a-fA-F]{6})")


@dataclass(frozen=True)
class Written:
    """A text's colour, the ground below it, and whose it is."""

    who: str
    colour: str
    ground: str

    @property
    def contrast(self) -> float:
        """As WCAG has it."""
        return contrast(self.colour, self.ground)

    @property
    def can_be_read(self) -> bool:
        """Whether it is enough for text."""
        return self.contrast >= FOR_TEXT


def commonest(picture: screen.Pixels) -> QColor:
    """The colour that most pixels have: what texts stand on."""
    codes = picture.reshape(-1, 3) @ np.array([65536, 256, 1])
    found, counts = np.unique(codes, return_counts=True)
    return QColor(*(int(found[counts.argmax()]) >> shift & 255 for shift in (16, 8, 0)))


def farthest(picture: screen.Pixels, ground: QColor) -> str:
    """The colour that differs most from a ground: that of what is written there."""
    pixels = picture.reshape(-1, 3)
    if len(pixels) == 0:
        return ground.name()
    red, green, blue = pixels[ratios(pixels, parts_of(ground)).argmax()]
    return QColor(int(red), int(green), int(blue)).name()


@contextmanager
def recorded() -> Iterator[list[QColor]]:
    """The colours in which texts are painted meanwhile, by our own code."""
    seen: list[QColor] = []
    usual: Callable[..., Any] = QPainter.drawText

    def draw(painter: QPainter, *what: Any) -> Any:
        colour = painter.pen().color()
        colour.setAlphaF(colour.alphaF() * painter.opacity())
        seen.append(colour)
        return usual(painter, *what)

    QPainter.drawText = draw  # type: ignore[assignment, method-assign] # for the time being
    try:
        yield seen
    finally:
        QPainter.drawText = usual  # type: ignore[method-assign] # as it was


def texts_of(window: QWidget) -> list[Written]:
    """All texts of a window that can be used now, as they are painted on its ground."""
    picture = screen.pixels(window)
    found: list[Written] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not window:
            continue
        if isinstance(widget, _OF_QT) and says_something(widget):
            found += _of_qt(widget, window, picture)
        elif is_painted(widget):
            found += painted(widget)
    return found


def says_something(widget: QWidget) -> bool:
    text = getattr(widget, "text", None)
    return isinstance(widget, QComboBox) or (text is not None and bool(text()))


def is_painted(widget: QWidget) -> bool:
    """Whether a widget paints itself, and is no more than what it paints."""
    is_own = type(widget).__module__.startswith("visualiser")
    return isinstance(widget, QAbstractItemView) or (is_own and not _visible_children(widget))


def _visible_children(widget: QWidget) -> list[QWidget]:
    return [one for one in widget.findChildren(QWidget) if one.isVisible()]


def painted(widget: QWidget) -> list[Written]:
    """The texts that a widget paints itself."""
    with recorded() as seen:
        picture = screen.pixels(widget)
    if not seen:
        return []
    ground = commonest(picture)
    colours = {over(colour, ground).name() for colour in seen}
    return [Written(type(widget).__name__, colour, ground.name()) for colour in sorted(colours)]


def over(colour: QColor, ground: QColor) -> QColor:
    """What a colour that may be seen through becomes on a ground."""
    share = colour.alphaF()
    mixed = (
        round(a * share + b * (1 - share))
        for a, b in zip(parts_of(colour), parts_of(ground), strict=True)
    )
    return QColor(*mixed)


def _of_qt(widget: QWidget, window: QWidget, picture: screen.Pixels) -> list[Written]:
    corner = widget.mapTo(window, widget.rect().topLeft())
    left, top = max(corner.x(), 0), max(corner.y(), 0)
    part = picture[top : corner.y() + widget.height(), left : corner.x() + widget.width()]
    is_box = isinstance(widget, QCheckBox | QRadioButton)
    if is_box:
        # What is written stands beside the box.
        part = part[:, _BOX:]
    if part.size == 0:
        return []
    ground = commonest(part)
    colours = {widget.palette().color(widget.foregroundRole()).name()}
    if isinstance(widget, QAbstractButton) and widget.isChecked() and not is_box:
        # The palette does not know what the style sheet has for what is checked.
        colours = {farthest(part[5:-5, 5:-5], ground)}
    grounds = {ground.name()}
    if isinstance(widget, QLabel):
        colours |= set(_HTML_COLOUR.findall(widget.text()))
        grounds |= set(_HTML_GROUND.findall(widget.text()))
    who = f"{type(widget).__name__} {widget.objectName()}"
    return [Written(who, *pair) for pair in itertools.product(sorted(colours), sorted(grounds))]
