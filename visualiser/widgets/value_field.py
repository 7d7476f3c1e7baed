"""ValueField: a chip whose number can be typed, stepped and dragged."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from visualiser.number_format import fixed
from visualiser.widgets.labels import Chip, label
from visualiser.widgets.live_edit import as_held
from visualiser.widgets.number_line import ENTER, UP_AND_DOWN, NumberLine, times
from visualiser.widgets.typed_number import as_typed, read_number, stepped

# What a pixel of a drag is worth, and how many times that with Shift and with Alt.
_PIXEL, _SHIFT, _ALT = 0.01, 10, 0.1
# Pixels after which a press is a drag and no click.
_NEAR = 3


class ValueField(Chip):
    """A number in a chip, of a weight or a bias. Click to type it, drag it to change it.

    It is a `Handle` of `visualiser.widgets.live_edit`.

    Parameters
    ----------
    letter : str
    tip : str
        What it is and how it is changed.

    Attributes
    ----------
    refusal : QLabel
        Says why what was typed is not taken; to be placed below the field, hidden till then.

    Signals
    -------
    grabbed, moved (float), released, given_up, entered (float, bool)
        See `Handle`.
    """

    grabbed = Signal()
    moved = Signal(float)
    released = Signal()
    given_up = Signal()
    entered = Signal(float, bool)

    accessible_role = QAccessible.Role.Button

    def __init__(self, letter: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(letter, tip, parent)
        self._name = letter
        self._number = 0.0
        self._pressed_at: float | None = None
        self._at, self._dragged = 0.0, 0.0
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        for part in self.findChildren(QLabel):
            # The whole chip is grabbed; what is on it is not selected by the way.
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.refusal = label("refusal", wrap=True)
        self.refusal.setToolTip(
            self.tr("Why what was typed is not taken; the number stays what it was.")
        )
        self.refusal.hide()
        self._line = NumberLine(self)
        self._line.setAccessibleName(letter)
        self._line.setToolTip(tip)
        self._line.hide()
        self._line.finished.connect(self._take)
        self._line.cancelled.connect(self.stop_typing)
        self._line.stepped.connect(self._step_typed)
        self._line.textEdited.connect(self._look_again)

    def show_number(self, number: float, colour: str) -> None:
        """Show the number that holds, in this colour, but never over what is being typed."""
        self._number = number
        text = fixed(number, sign=True)
        self.set_value(text, colour, number)

    def called(self, text: str) -> str:
        """What a screen reader calls it while this is its number."""
        name = self.tr("{letter} = {value}, which can be edited")
        return name.format(letter=self._name, value=text)

    def is_typing(self) -> bool:
        """Whether a number is being typed."""
        return not self._line.isHidden()

    @Slot()
    def stop_typing(self) -> None:
        """Leave the number as it is, whatever was typed."""
        had_focus = self._line.hasFocus()
        self._allow()
        self._line.hide()
        if had_focus:
            self.setFocus()

    def stop(self) -> None:
        """Give up what is being typed or dragged, as the number is another's now."""
        self._stop_dragging()
        if self.is_typing():
            self.stop_typing()

    # ---------------------------------------------------------------- typing

    def start_typing(self) -> None:
        """Offer the number, with all its digits, to be typed over."""
        self._line.offer(as_typed(self._number))
        self._line.show()
        self._line.setFocus()

    @Slot()
    def _take(self) -> None:
        text = self._line.text()
        if not self._line.isModified():
            self.stop_typing()
            return
        number, refusal = read_number(text, self._name)
        if number is None:
            self._line.mark_invalid(True)
            self._line.setAccessibleDescription(refusal)
            self.refusal.setText(refusal)
            self.refusal.show()
            return
        self.stop_typing()
        self.entered.emit(number, False)

    @Slot(int, bool)
    def _step_typed(self, steps: int, is_again: bool) -> None:
        number, _ = read_number(self._line.text(), self._name)
        number = as_held(stepped(self._number if number is None else number, steps))
        self._allow()
        self._line.setText(as_typed(number))
        self.entered.emit(number, is_again)

    @Slot(str)
    def _look_again(self, text: str) -> None:
        """Take the refusal away as soon as what stands there can be taken."""
        if not self.refusal.isHidden() and read_number(text, self._name)[0] is not None:
            self._allow()

    def _allow(self) -> None:
        self._line.mark_invalid(False)
        self._line.setAccessibleDescription("")
        self.refusal.hide()

    # ---------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type by F2 or Enter, change by Up and Down, give a drag up by Esc."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._is_dragging:
            self._stop_dragging()
            self.given_up.emit()
        elif key in UP_AND_DOWN and not self._is_dragging:
            steps = UP_AND_DOWN[key] * times(event)
            self.entered.emit(stepped(self._number, steps), event.isAutoRepeat())
        elif key == Qt.Key.Key_F2 or key in ENTER:
            self.start_typing()
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps begin a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = self._at = event.position().x()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Change the number as the pointer goes to the left or right."""
        if self._pressed_at is None:
            return
        x = event.position().x()
        if not self._is_dragging:
            if abs(x - self._pressed_at) < _NEAR:
                return
            self._is_dragging = True
            self._dragged = self._number if math.isfinite(self._number) else 0.0
            self.grabbed.emit()
        self._dragged = as_held(self._dragged + (x - self._at) * _worth(event.modifiers()))
        self._at = x
        self.moved.emit(self._dragged)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was dragged; a mere click begins to type."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
        elif self._is_dragging:
            self._stop_dragging()
            self.released.emit()
        elif self._pressed_at is not None:
            self._pressed_at = None
            self.start_typing()

    def _stop_dragging(self) -> None:
        self._is_dragging, self._pressed_at = False, None

    # ---------------------------------------------------------------- looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line where the number is."""
        super().resizeEvent(event)
        height = self._line.sizeHint().height()
        self._line.setGeometry(2, self.height() - height - 2, self.width() - 4, height)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be dragged."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no longer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Underline what can be changed; frame it where it has the focus."""
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            accent = self.palette().color(QPalette.ColorRole.Highlight)
            is_lit = self.underMouse() or self._is_dragging
            style = Qt.PenStyle.SolidLine if is_lit else Qt.PenStyle.DotLine
            painter.setPen(QPen(accent, 1, style))
            painter.drawLine(8, self.height() - 5, self.width() - 9, self.height() - 5)
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(accent, 1))
                box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(box, 5, 5)
        finally:
            painter.end()


def _worth(modifiers: Qt.KeyboardModifier) -> float:
    """What a pixel changes."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return _PIXEL * _SHIFT
    return _PIXEL * _ALT if modifiers & Qt.KeyboardModifier.AltModifier else _PIXEL
