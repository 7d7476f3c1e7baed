"""Pad: where one draws a digit and sees what the network sees, and what it answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.drawing import alter, prepare
from core.parameters import FloatArray
from visualiser.pad.bars import OutputBars
from visualiser.pad.canvas import Canvas
from visualiser.pad.changing import AlterationSliders
from visualiser.pad.fold import Fold
from visualiser.pad.gate import may_be_drawn_for
from visualiser.pad.my_digits import MyDigits
from visualiser.pad.page import Marks, Page
from visualiser.pad.photo_bar import PhotoBar
from visualiser.pad.pictures import grey_of, image_in
from visualiser.pad.preparing import PreparationView
from visualiser.pad.seen import Seen
from visualiser.pad.tools import Tools
from visualiser.pad.truth import TruthRow
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.labels import label, line


class Pad(QScrollArea):
    """The pad; it draws and prepares, and tells what the network is to be shown.

    Attributes
    ----------
    digits : MyDigits

    Signals
    -------
    shown (ndarray of shape (N_0,), int or None)
        The network is to be shown this input, with that label.
    blank ()
        Nothing is drawn any longer.
    keep_asked (ndarray of shape (112, 112), int)
        This drawing, with what it is, is to be kept.
    trouble (str)
        A sentence for the user.
    """

    shown = Signal(object, object)
    blank = Signal()
    keep_asked = Signal(object, int)
    trouble = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Drawing a digit"))
        FocusRing(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shape: tuple[int, int] | None = None
        self._inputs: FloatArray | None = None
        # The drawings told of since there was none, from the one answered last on.
        self._awaited: list[bytes] = []
        self._page = Page()
        self._canvas = Canvas(self._page)
        self._tools, self._photo = Tools(), PhotoBar()
        self._seen, self._truth = Seen(), TruthRow()
        self._bars = OutputBars()
        self._steps, self._sliders = PreparationView(), AlterationSliders()
        self._cannot = label(
            "secondary",
            self.tr("This network’s input is no picture: there is nothing to draw for it."),
            wrap=True,
        )
        self._cannot.setToolTip(self.tr("A drawing can only become a picture of pixels."))
        self.digits = MyDigits()
        self._assemble()
        self._connect()

    # ---------------------------------------------------------------- putting together

    def _assemble(self) -> None:
        content = QWidget()
        content.setObjectName("panel")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._cannot)
        self._parts = QWidget()
        column.addWidget(self._parts)
        column.addStretch(1)
        inner = QVBoxLayout(self._parts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        paper = QHBoxLayout()
        paper.setSpacing(12)
        paper.addWidget(self._canvas, 0, Qt.AlignmentFlag.AlignTop)
        paper.addWidget(self._seen, 1)
        inner.addLayout(paper)
        inner.addWidget(self._photo)
        inner.addWidget(self._tools)
        inner.addWidget(self._bars)
        inner.addWidget(self._truth)
        inner.addWidget(
            Fold(
                self.tr("How it is prepared"),
                self.tr("The steps that the data went through; each can be left out."),
                self._steps,
            )
        )
        inner.addWidget(
            Fold(
                self.tr("Change it"),
                self.tr("Change what the network sees, and watch the outputs."),
                self._sliders,
            )
        )
        inner.addWidget(line())
        inner.addWidget(self._heading(self.tr("My digits")))
        inner.addWidget(self.digits)
        self._cannot.hide()
        self.setWidget(content)

    def _heading(self, text: str) -> QLabel:
        made = label("heading", text)
        made.setToolTip(self.tr("The drawings that you have kept, with what each truly is."))
        return made

    def _connect(self) -> None:
        self._canvas.drawn.connect(self._show)
        self._canvas.picture_dropped.connect(self.take_picture)
        self._canvas.drop_refused.connect(self._tell_no_picture)
        self._tools.pen_changed.connect(self._take_pen)
        self._tools.eraser_taken.connect(self._take_eraser)
        self._tools.undo_asked.connect(self._undo)
        self._tools.redo_asked.connect(self._redo)
        self._tools.clear_asked.connect(self._clear)
        self._tools.paste_asked.connect(self.paste)
        self._photo.changed.connect(self._take_other_ink)
        self._steps.changed.connect(self._show)
        self._sliders.changed.connect(self._show)
        self._truth.changed.connect(self._show)
        self._truth.keep_asked.connect(self._ask_to_keep)

    # ---------------------------------------------------------------- the run

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Draw for this run's network."""
        shape = description.image_shape
        can_be = may_be_drawn_for(description)
        before, self._shape = self._shape, shape if can_be else None
        self._cannot.setVisible(not can_be)
        self._parts.setVisible(can_be)
        self._truth.show_run(description)
        self._bars.show_run(description)
        if before != self._shape and self._shape is not None:
            self._steps.show_shape(self._shape)
        self._inputs = None
        self._awaited.clear()
        if can_be:
            self._show()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the answer where it is about the drawing, as it is or was a moment ago."""
        own = snapshot.progress.example.own
        if own is None or self._inputs is None:
            self._forget_answer()
            return
        if own.data not in self._awaited:
            return
        # A hand is faster than some networks: else nothing would be answered while it moves.
        del self._awaited[: self._awaited.index(own.data)]
        self._bars.show_snapshot(snapshot)
        self._seen.show_answer(snapshot.description.class_name(snapshot.answer))
        # At once: the other panels have more to do with this snapshot, and come after.
        self._bars.repaint()

    def _forget_answer(self) -> None:
        self._bars.clear()
        self._seen.show_answer("")

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for part in (self._canvas, self._seen, self._bars, self._steps, self.digits):
            part.set_theme(theme)

    def write_numbers(self) -> None:
        """Write all numbers in the present style."""
        for part in (self._tools, self._photo, self._sliders, self.digits):
            part.write_numbers()
        self._bars.update()

    # ---------------------------------------------------------------- drawing

    def show_drawing(self, ink: FloatArray, what: int) -> None:
        """Put a drawing on the page, shape (112, 112), and say what it is."""
        self._page.put(ink)
        self._truth.choose(what)
        self._show()

    @property
    def marks(self) -> Marks:
        """All that is drawn."""
        return self._page.marks

    @property
    def label(self) -> int | None:
        """What the drawing was said to be; None where nobody has said anything."""
        return self._truth.label

    def take_up(self, marks: Marks, label: int | None) -> None:
        """Have on the page what was drawn on another, for a run that is shown."""
        self._page.take_up(marks)
        self._truth.choose(label)
        self._show()

    def take_focus(self) -> None:
        """Let keys be heard here."""
        self._canvas.setFocus()

    @Slot()
    def _show(self) -> None:
        """Prepare what is on the page, and tell of it."""
        page = self._page
        self._canvas.show_page()
        self._photo.setVisible(self._photo.is_of(page.newest_picture))
        self._tools.show_possible(page.can_undo, page.can_redo, not page.is_blank)
        self._truth.show_possible(page.is_blank)
        if self._shape is None:
            return
        prepared = prepare(page.ink, self._shape, self._steps.preparation)
        self._steps.show_prepared(prepared)
        seen = alter(prepared.picture, self._sliders.alteration)
        self._seen.show_picture(seen)
        if not seen.any():
            self._inputs = None
            self._awaited.clear()
            self._forget_answer()
            self.blank.emit()
            return
        self._inputs = seen.reshape(-1)
        self._awaited.append(self._inputs.tobytes())
        self.shown.emit(self._inputs, self._truth.label)

    @Slot(float)
    def _take_pen(self, width: float) -> None:
        self._canvas.pen = width

    @Slot(bool)
    def _take_eraser(self, erases: bool) -> None:
        self._canvas.erases = erases

    @Slot()
    def _undo(self) -> None:
        self._page.undo()
        self._show()

    @Slot()
    def _redo(self) -> None:
        self._page.redo()
        self._show()

    @Slot()
    def _clear(self) -> None:
        self._page.clear()
        self._show()

    @Slot()
    def _ask_to_keep(self) -> None:
        what = self._truth.label
        if what is not None and not self._page.is_blank:
            self.keep_asked.emit(self._page.ink, what)

    # ---------------------------------------------------------------- pictures

    @Slot()
    def paste(self) -> None:
        """Take the picture that was copied."""
        image = image_in(QGuiApplication.clipboard().mimeData())
        if image is None:
            self.trouble.emit(
                self.tr("Nothing that was copied is a picture; copy one, and paste it again.")
            )
        else:
            self.take_picture(image)

    @Slot(object)
    def take_picture(self, image: QImage) -> None:
        """Put a picture on the page; what is ink in it can then be chosen."""
        self._photo.take(grey_of(image))
        self._page.put(self._photo.ink)
        self._photo.put_as(self._page.newest_picture)
        self._show()

    @Slot()
    def _take_other_ink(self) -> None:
        self._page.put_instead(self._photo.ink)
        self._photo.put_as(self._page.newest_picture)
        self._show()

    @Slot()
    def _tell_no_picture(self) -> None:
        self.trouble.emit(
            self.tr(
                "This file cannot be read as a picture, or has more than 64 million pixels; drop "
                "another, or save it anew."
            )
        )

    # ---------------------------------------------------------------- keys

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the pad before the window takes them for the run's."""
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and self._action_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, do again, paste or clear."""
        act = self._action_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does in the pad, whichever part of it has the focus."""
        key = event.keyCombination()
        actions = {
            "Ctrl+Z": self._undo,
            "Ctrl+Y": self._redo,
            "Ctrl+Shift+Z": self._redo,
            "Ctrl+V": self.paste,
            "Del": self._clear,
        }
        return actions.get(QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText))
