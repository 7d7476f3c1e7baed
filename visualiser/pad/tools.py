"""Tools: pen and eraser, the pen's width, undo, redo, clear and paste."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.number_format import count
from visualiser.pad.canvas import DEFAULT_PEN
from visualiser.pad.slider import LabelledSlider
from visualiser.widgets.arrow_keys import is_claimed
from visualiser.widgets.button_row import ButtonRow


class Tools(QWidget):
    """What one draws with.

    Signals
    -------
    pen_changed (float)
        Its width, in pixels of the drawing.
    eraser_taken (bool)
        Or the pen again.
    undo_asked, redo_asked, clear_asked, paste_asked ()
    """

    pen_changed = Signal(float)
    eraser_taken = Signal(bool)
    undo_asked = Signal()
    redo_asked = Signal()
    clear_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pen = self._choice(self.tr("Pen"), self.tr("Draw with the left mouse button."))
        eraser = self._choice(
            self.tr("Eraser"), self.tr("Erase; the right mouse button always does.")
        )
        self._hands = (pen, eraser)
        pen.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(pen)
        group.addButton(eraser)
        eraser.toggled.connect(self.eraser_taken)
        self._undo = self._button(
            self.tr("Undo"), self.tr("Take the last stroke back. Key: Ctrl+Z"), self.undo_asked
        )
        self._redo = self._button(
            self.tr("Redo"), self.tr("Draw that stroke again. Key: Ctrl+Y"), self.redo_asked
        )
        self._clear = self._button(
            self.tr("Clear"), self.tr("Take a new page. Key: Delete"), self.clear_asked
        )
        paste = self._button(
            self.tr("Paste"),
            self.tr("Take the picture that was copied, a photo perhaps. Key: Ctrl+V"),
            self.paste_asked,
        )
        self._width = LabelledSlider(
            self.tr("Pen width"),
            self.tr("How wide the pen is, in pixels of the drawing, which has 112×112."),
            2,
            24,
            round(DEFAULT_PEN),
            count,
        )
        self._width.changed.connect(self._tell_width)
        hands = QHBoxLayout()
        hands.setSpacing(6)
        hands.addWidget(pen)
        hands.addWidget(eraser)
        hands.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(hands)
        column.addWidget(ButtonRow(self._undo, self._redo, self._clear, paste))
        column.addWidget(self._width)

    def show_possible(self, undo: bool, redo: bool, clear: bool) -> None:
        """Enable what there is something for."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)
        self._clear.setEnabled(clear)

    def write_numbers(self) -> None:
        """Write the pen's width in the present style of numbers."""
        self._width.write_again()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys, which choose between pen and eraser there, from taking steps."""
        has_focus = any(hand.hasFocus() for hand in self._hands)
        return (has_focus and is_claimed(event)) or super().event(event)

    def _choice(self, title: str, tip: str) -> QPushButton:
        made = QPushButton(title)
        made.setObjectName("phase")
        made.setCheckable(True)
        made.setToolTip(tip)
        return made

    def _button(self, title: str, tip: str, pressed: SignalInstance) -> QPushButton:
        made = QPushButton(title)
        made.setToolTip(tip)
        made.clicked.connect(pressed)
        return made

    @Slot()
    def _tell_width(self) -> None:
        self.pen_changed.emit(float(self._width.value))
