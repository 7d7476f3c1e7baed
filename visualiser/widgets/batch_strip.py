"""BatchStrip: the digits of a mini-batch, of which one can be followed."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from visualiser.number_format import count, fixed, plain
from visualiser.phase_costs import MOST_EXAMPLES
from visualiser.phase_step import PhaseStep
from visualiser.theme import DARK, Theme
from visualiser.training.neuron_questions import Extreme
from visualiser.widgets.arrow_keys import is_claimed, move_of
from visualiser.widgets.example_button import ink_image
from visualiser.widgets.labels import label
from visualiser.widgets.over_data_rows import short, write

_HEIGHT, _PICTURE, _CELL, _GAP = 50, 28, 46, 3
# What is left and right of a name, and how wide it may be: a longer one is cut.
_BESIDE_NAME, _WIDEST_NAME = 10, 56


class BatchStrip(QWidget):
    """Each digit as a small picture with what it is and its C, as many as there is room for.

    Where the data have no classes, an example's target t stands in the place of what it is.

    A click follows one, a second click the mean again; the arrow keys go from one to the next.

    Signals
    -------
    example_chosen (int or None)
        Its place in the mini-batch; None for the mean.
    """

    example_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._count = 0
        self._cell = _CELL
        self._followed: int | None = None
        self._traced: object = None
        self._mean = QPushButton(self.tr("Mean"), self)
        self._mean.setObjectName("phase")
        self._mean.setCheckable(True)
        self._mean.setToolTip(self.tr("Show the mean over all examples of this step."))
        self._mean.clicked.connect(partial(self._choose, None))
        self._digits = [_Digit(self) for _ in range(MOST_EXAMPLES)]
        for place, digit in enumerate(self._digits):
            digit.clicked.connect(partial(self._choose, place))
        self._more = label("secondary")
        self._more.setParent(self)
        self._more.setToolTip(self.tr("Examples of this step for which there is no room here."))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for digit in self._digits:
            digit.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        for digit in self._digits:
            digit.write_numbers()
        self._fit()

    def show_step(self, step: PhaseStep | None) -> None:
        """Show the mini-batch of a step; None while there is none."""
        had_focus = any(digit.hasFocus() for digit in self._digits)
        self._count = 0 if step is None else step.count
        self._followed = None if step is None else step.followed
        if step is not None and step.traced is not self._traced:
            self._traced = step.traced
            self._cell = self._cell_for(step)
            for place, digit in enumerate(self._digits[: self._count]):
                called = _called(step, place)
                digit.show_example(_extreme(step, place), place, self._count, called)
        self._mean.setChecked(self._followed is None)
        for place, digit in enumerate(self._digits):
            is_next = place == (self._followed or 0)
            digit.set_marked(place == self._followed)
            digit.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_next else Qt.FocusPolicy.ClickFocus
            )
        self._fit()
        if had_focus and self._followed is not None and self._followed < len(self._digits):
            self._digits[self._followed].setFocus()

    def _cell_for(self, step: PhaseStep) -> int:
        """How wide each is: wider where classes have names, which stand beside the picture."""
        description, font = step.snapshot.description, self.font()
        if not description.class_names:
            return _CELL
        font.setPixelSize(12)
        font.setBold(True)
        metrics = QFontMetrics(font)
        widest = max(metrics.horizontalAdvance(name) for name in description.class_names)
        picture = _PICTURE if step.snapshot.picture_shape is not None else 0
        return max(_CELL, picture + _BESIDE_NAME + min(widest, _WIDEST_NAME))

    def sizeHint(self) -> QSize:
        """Ask for little: the layout gives what is left."""
        return QSize(200, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or fewer."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from taking steps while a digit has the focus."""
        return is_claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the digit before or after."""
        move = move_of(event)
        if not move:
            super().keyPressEvent(event)
            return
        seen = sum(digit.isVisible() for digit in self._digits)
        first = 0 if move > 0 else seen - 1
        place = first if self._followed is None else self._followed + move
        if 0 <= place < seen:
            self.example_chosen.emit(place)

    def _choose(self, place: int | None) -> None:
        self._mean.setChecked(self._followed is None)
        self.example_chosen.emit(None if place == self._followed else place)

    def _fit(self) -> None:
        has_mean = self._count > 1
        self._mean.setVisible(has_mean)
        x = 0
        if has_mean:
            size = self._mean.sizeHint()
            self._mean.setGeometry(0, (_HEIGHT - size.height()) // 2, size.width(), size.height())
            x = size.width() + 2 * _GAP
        seen = self._room_for(self.width() - x)
        for place, digit in enumerate(self._digits):
            digit.setVisible(place < seen)
            digit.setGeometry(x + place * (self._cell + _GAP), 0, self._cell, _HEIGHT)
        rest = self._count - seen
        self._more.setVisible(rest > 0)
        if rest > 0:
            self._say_more(rest)
            left = x + seen * (self._cell + _GAP) + _GAP
            self._more.setGeometry(left, 0, self._more.sizeHint().width(), _HEIGHT)

    def _room_for(self, room: int) -> int:
        """How many digits fit, with what is said of the others."""
        most = min(self._count, MOST_EXAMPLES)
        if self._count == most and most * (self._cell + _GAP) - _GAP <= room:
            return most
        self._say_more(self._count)
        room -= self._more.sizeHint().width() + _GAP
        return max(0, min(most, room // (self._cell + _GAP)))

    def _say_more(self, rest: int) -> None:
        self._more.setText(self.tr("and {count} more").format(count=count(rest)))


class _Digit(QAbstractButton):
    """One example: its picture, what it truly is beside it, and its C below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._extreme: Extreme | None = None
        self._place, self._total = 0, 0
        self._is_marked, self._called = False, ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_marked(self, is_marked: bool) -> None:
        """Mark it as the one that is followed."""
        self._is_marked = is_marked
        self.update()

    def show_example(self, extreme: Extreme, place: int, total: int, called: str) -> None:
        """Stand for this one; its ``a`` is its C.

        It is ``called`` by its class; of no class, by its t.
        """
        self._extreme, self._called = extreme, called
        self._place, self._total = place, total
        self.write_numbers()

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        extreme = self._extreme
        if extreme is None:
            return
        fields = {
            "number": count(self._place + 1),
            "count": count(self._total),
            "digit": self._called,
            "index": count(extreme.index),
            "cost": fixed(extreme.a),
        }
        if extreme.label is None:
            name = self.tr("Example {number} of {count}, t = {digit}: C = {cost}")
            tip = self.tr(
                "Training example {index}, whose target t is {digit}, with its own C = {cost} "
                "before the step. Click to follow it through the phases."
            )
        else:
            name = self.tr("Example {number} of {count}, truly {digit}: C = {cost}")
            tip = self.tr(
                "Training example {index}, truly {digit}, with its own C = {cost} before the "
                "step. Click to follow it through the phases."
            )
        self.setAccessibleName(name.format(**fields))
        self.setToolTip(tip.format(**fields))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar would; the arrows are the strip's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the picture and the numbers."""
        painter = QPainter(self)
        try:
            self._draw(painter)
        finally:
            painter.end()

    def _draw(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("hairline" if self.underMouse() else "chip"))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
        elif self._is_marked:
            painter.setPen(QPen(theme.colour("selected"), 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        extreme = self._extreme
        if extreme is None:
            return
        below = QRectF(2, _PICTURE + 5, self.width() - 4, _HEIGHT - _PICTURE - 7)
        centre = Qt.AlignmentFlag.AlignHCenter
        write(painter, below, short(extreme.a), theme.secondary, centre, largest=11)
        room = QRectF(3, 4, self.width() - 6, _PICTURE)
        if extreme.picture is not None:
            rows, columns = extreme.picture.shape
            scale = min(_PICTURE / columns, _PICTURE / rows)
            box = QRectF(4, 4, scale * columns, scale * rows)
            painter.drawImage(box, ink_image(extreme, theme))
            room.setLeft(_PICTURE + 4)
        called = painter.fontMetrics().elidedText(
            self._called, Qt.TextElideMode.ElideRight, round(1.2 * room.width())
        )
        write(painter, room, called, theme.text, centre, True)


def _called(step: PhaseStep, place: int) -> str:
    description = step.snapshot.description
    if description.has_classes:
        return description.class_name(int(step.traced.labels[place]))
    return plain(float(step.of_example(place).targets[0]), 3)


def _extreme(step: PhaseStep, place: int) -> Extreme:
    traced, shape = step.traced, step.snapshot.picture_shape
    picture: npt.NDArray[np.uint8] | None = None
    if shape is not None:
        ink = np.clip(np.nan_to_num(traced.layers[0].activations[:, place]), 0, 1)
        picture = np.rint(255 * ink).astype(np.uint8).reshape(shape)
    label = int(traced.labels[place]) if step.snapshot.description.has_classes else None
    return Extreme(int(traced.examples[place]), label, float(traced.costs[place]), picture)
