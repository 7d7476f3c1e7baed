"""PictureDialog: the network's picture is saved or copied, in a size and theme of one's choice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.network_view.export import NetworkPicture, check_size
from visualiser.network_view.options_parts import Form, explain, side_by_side
from visualiser.network_view.picture_preview import PicturePreview
from visualiser.network_view.stage import Stage
from visualiser.number_format import count
from visualiser.theme import THEMES, Theme

# Pixels of a side.
_SMALLEST, _LARGEST = 200, 10_000
_FORM_WIDTH, _MARGIN = 296, 16
# Milliseconds between looks for something new; no more than this share of the time is drawn.
_INTERVAL, _SHARE = 250, 0.1


class PictureDialog(QDialog):
    """Saves or copies what a network view shows now; the window can be used meanwhile.

    Parameters
    ----------
    stage : Stage
        Whose picture it is.
    parent : QWidget, optional
    """

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_dialog")
        self.setWindowTitle(self.tr("Save or copy the picture"))
        self._stage = stage
        self._preview = PicturePreview()
        self._previewed: object = None
        self._next_preview = 0.0
        self._form = Form()
        self._width, self._height = _SideField(), _SideField()
        self._facts = _sentence_label("secondary")
        self._done, self._refusal = _sentence_label("plain"), _sentence_label("refusal")
        self._buttons: list[QPushButton] = []
        self._add_choices()
        self._assemble()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._show_preview)
        self._form.chosen.connect(self._note_choice)
        self._width.valueChanged.connect(self._note_choice)
        self._height.valueChanged.connect(self._note_choice)

    def open_for_view(self) -> None:
        """Open in the size of the view as it is now, or come to the front."""
        if not self.isVisible():
            self._width.setValue(self._stage.width())
            self._height.setValue(self._stage.height())
            self._tell_size()
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def picture(self) -> NetworkPicture:
        """What is chosen, of what is shown now."""
        drawing, choices = self._stage.drawing, self._form.choices
        return NetworkPicture(
            drawing,
            QSize(self._width.value(), self._height.value()),
            self._theme(choices["theme"].value),
            "seen" if choices["view"].value == "seen" else "whole",
            self._stage.size(),
        )

    def _theme(self, name: str) -> Theme:
        """The theme of that name, with the window's colours of signs; else the window's own."""
        present = self._stage.drawing.theme
        return THEMES[name].with_colours(present.colours) if name in THEMES else present

    @property
    def scale(self) -> float:
        """Pixels of the image per pixel of its size."""
        return float(self._form.choices["scale"].value)

    # ---------------------------------------------------------------- parts

    def _add_choices(self) -> None:
        form = self._form
        form.add_choice(
            "view",
            self.tr("Shows"),
            (("whole", self.tr("The whole network")), ("seen", self.tr("As it is seen now"))),
            self.tr("The whole network, or the part of it that the window shows now."),
        )
        tip = self.tr("Width and height of the picture. The smaller it is, the larger the text.")
        form.add_named(self.tr("Width"), self._width, tip)
        form.add_named(self.tr("Height"), self._height, tip)
        form.add_choice(
            "scale",
            self.tr("Scale"),
            (("1", self.tr("1×")), ("2", self.tr("2×")), ("4", self.tr("4×"))),
            self.tr("How many pixels of the image a pixel of that size has on a side."),
        )
        form.add_choice(
            "theme",
            self.tr("Colours"),
            (("now", self.tr("As now")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
            self.tr("Light is for paper."),
        )
        self._facts.setContentsMargins(0, 6, 0, 0)
        form.addWidget(self._facts, form.rowCount(), 0, 1, 2)
        form.setRowStretch(form.rowCount(), 1)

    def _assemble(self) -> None:
        beside = QWidget()
        beside.setFixedWidth(_FORM_WIDTH)
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(self._form)
        right.addStretch(1)
        right.addWidget(self._done)
        right.addWidget(self._refusal)
        top = QHBoxLayout()
        top.setSpacing(_MARGIN)
        top.addWidget(self._preview, 1)
        top.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addLayout(top, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        copy = self._button(
            self.tr("Copy"),
            self.tr("Puts it on the clipboard, as an image and as shapes."),
            self._copy,
        )
        png = self._button(
            self.tr("Save PNG …"), self.tr("Saves it as an image of pixels."), self._ask_for_png
        )
        svg = self._button(
            self.tr("Save SVG …"),
            self.tr("Saves it as shapes and text, which can be enlarged without end."),
            self._ask_for_svg,
        )
        self._buttons = [copy, png, svg]
        close = self._button(self.tr("Close"), "", self.close)
        row = side_by_side(copy, png, svg)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _button(self, text: str, tip: str, act: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName("chip")
        made.setAutoDefault(False)
        explain(made, text, tip)
        made.clicked.connect(act)
        return made

    # ---------------------------------------------------------------- what it shows

    @Slot()
    def _note_choice(self) -> None:
        self._tell_size()
        self._next_preview = 0.0
        if self.isVisible():
            self._show_preview()

    @Slot()
    def _show_preview(self) -> None:
        """Show the picture in small, where it has changed."""
        picture, drawing = self.picture, self._stage.drawing
        # Another snapshot, quantity or option makes new `lines`.
        state = (
            (drawing.lines, drawing.description, drawing.marks.selected, drawing.marks.pinned),
            (drawing.camera, picture.seen_in, picture.view),
            (picture.theme, picture.size, self._preview.size()),
        )
        if state == self._previewed or time.monotonic() < self._next_preview:
            return
        self._previewed, began = state, time.monotonic()
        for button in self._buttons:
            button.setEnabled(drawing.description is not None)
        self._preview.show_picture(picture)
        end = time.monotonic()
        self._next_preview = end + (end - began) / _SHARE

    def _tell_size(self) -> None:
        """Say how large the image will be, or that it cannot be so large."""
        self._facts.setText("")
        self._say("")
        try:
            size = check_size(self.picture.size, self.scale)
        except UserError as error:
            self._say("", sentence(error))
            return
        self._facts.setText(
            self.tr("The image has {width} × {height} pixels.").format(
                width=count(size.width()), height=count(size.height())
            )
        )

    def _say(self, done: str, refusal: str = "") -> None:
        for label, text in ((self._done, done), (self._refusal, refusal)):
            label.setText(text)
            label.setVisible(bool(text))

    # ---------------------------------------------------------------- what it does

    @Slot()
    def _copy(self) -> None:
        with self._telling(self.tr("The picture is on the clipboard.")):
            QGuiApplication.clipboard().setMimeData(self.picture.for_clipboard(self.scale))

    @Slot()
    def _ask_for_png(self) -> None:
        self._ask("png", self.tr("PNG images (*.png)"))

    @Slot()
    def _ask_for_svg(self) -> None:
        self._ask("svg", self.tr("SVG drawings (*.svg)"))

    def _ask(self, ending: str, kind: str) -> None:
        dialog = QFileDialog(self, self.tr("Save the picture"), "", kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"network.{ending}")
        dialog.fileSelected.connect(self._save)
        dialog.open()

    @Slot(str)
    def _save(self, name: str) -> None:
        path = Path(name)
        with self._telling(self.tr("The picture is saved as {path}.").format(path=path)):
            self.picture.save(path, self.scale)

    @contextmanager
    def _telling(self, done: str) -> Iterator[None]:
        """Say that it is done, or why it is not, and show that it may take a moment."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        except UserError as error:
            self._say("", sentence(error))
        else:
            self._say(done)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is new from now on."""
        super().showEvent(event)
        self._previewed, self._next_preview = None, 0.0
        self._show_preview()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while hidden."""
        super().hideEvent(event)
        self._timer.stop()


class _SideField(QSpinBox):
    """The length of a side of the picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(_SMALLEST, _LARGEST)
        self.setSingleStep(10)
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSuffix(self.tr(" pixels"))


def _sentence_label(kind: str) -> QLabel:
    made = QLabel()
    made.setObjectName(kind)
    made.setWordWrap(True)
    # The name of a file is never to be read as HTML.
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
