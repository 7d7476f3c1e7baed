"""MyDigits: the drawings that were kept, as thumbnails, and what can be done with them."""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.datasets.drawn import Sheet
from visualiser.number_format import count, percent
from visualiser.pad.pictures import ink_image
from visualiser.theme import DARK, Theme
from visualiser.training.drawn_questions import DrawnResult
from visualiser.widgets.button_row import ButtonRow
from visualiser.widgets.labels import label

_SIDE, _CELL = 36, QSize(48, 62)
_HEIGHT = 136


class _Strip(QListWidget):
    """The thumbnails; Delete deletes."""

    delete_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            self.delete_asked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class MyDigits(QWidget):
    """The strip, with buttons below it and the result of the last test.

    Signals
    -------
    chosen (int)
        This drawing is to be shown.
    delete_asked (int)
    test_asked, train_asked, save_asked ()
    """

    chosen = Signal(int)
    delete_asked = Signal(int)
    test_asked = Signal()
    train_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet, self._theme = Sheet.blank(), DARK
        self._result: DrawnResult | None = None
        self._step = 0
        # Those on the sheet, by their ink: a sheet of hundreds is shown anew with each change.
        self._thumbnails: dict[bytes, QPixmap] = {}
        self._strip = _Strip()
        self._strip.setViewMode(QListView.ViewMode.IconMode)
        self._strip.setMovement(QListView.Movement.Static)
        self._strip.setResizeMode(QListView.ResizeMode.Adjust)
        self._strip.setUniformItemSizes(True)
        self._strip.setIconSize(QSize(_SIDE, _SIDE))
        self._strip.setGridSize(_CELL)
        self._strip.setFixedHeight(_HEIGHT)
        self._strip.setAccessibleName(self.tr("My digits"))
        self._strip.setToolTip(
            self.tr("Your digits, with what each truly is; a click shows it, Delete deletes it.")
        )
        self._strip.itemClicked.connect(self._choose)
        self._strip.itemActivated.connect(self._choose)
        self._strip.delete_asked.connect(self.delete_asked)
        self._strip.currentRowChanged.connect(self._show_possible)
        self._text = label("secondary", wrap=True)
        self._test = self._button(
            self.tr("Test the network on them"),
            self.tr("Let the network, as it is now, read each of your digits; count those right."),
        )
        self._train = self._button(
            self.tr("Train on them …"),
            self.tr("Begin a new run that learns from your digits; this one can be brought back."),
        )
        self._save = self._button(
            self.tr("Save sheet as …"), self.tr("Save your digits as a file, to use as data.")
        )
        self._delete = self._button(
            self.tr("Delete"), self.tr("Delete the chosen digit from your digits.")
        )
        self._test.clicked.connect(self.test_asked)
        self._train.clicked.connect(self.train_asked)
        self._save.clicked.connect(self.save_asked)
        self._delete.clicked.connect(self._ask_to_delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._strip)
        column.addWidget(self._text)
        column.addWidget(ButtonRow(self._test, self._train))
        column.addWidget(ButtonRow(self._save, self._delete))
        self.show_sheet(self._sheet)

    def _button(self, title: str, tip: str) -> QPushButton:
        made = QPushButton(title)
        made.setToolTip(tip)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._thumbnails.clear()
        self._strip.setStyleSheet(
            f"QListWidget {{ background: {theme.ground}; color: {theme.text};"
            f" border: 1px solid {theme.hairline}; outline: none; }}"
            f"QListWidget:focus {{ border: 1px solid {theme.accent}; }}"
            f"QListWidget::item:selected {{ background: {theme.chip}; color: {theme.text};"
            f" border: 1px solid {theme.selected}; border-radius: 4px; }}"
        )
        self._fill()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show these drawings; what was found out about others is forgotten."""
        self._sheet, self._result = sheet, None
        self._fill()
        self._say()

    def show_result(self, result: DrawnResult, step: int) -> None:
        """Mark what the network reads rightly at a step, where it is about these drawings."""
        if result.labels == tuple(self._sheet.labels.tolist()):
            self._result, self._step = result, step
            self._fill()
            self._say()

    def forget_result(self) -> None:
        """Forget what was found out, as another network is shown."""
        if self._result is not None:
            self._result = None
            self._fill()
            self._say()

    def write_numbers(self) -> None:
        """Write the result in the present style of numbers."""
        self._say()

    def _fill(self) -> None:
        at = self._strip.currentRow()
        self._strip.clear()
        before, self._thumbnails = self._thumbnails, {}
        for place, (ink, truth) in enumerate(zip(self._sheet.ink, self._sheet.labels, strict=True)):
            key = hashlib.sha256(ink.tobytes()).digest()
            picture = before.get(key) or self._thumbnail(ink)
            self._thumbnails[key] = picture
            self._strip.addItem(self._item(place, picture, int(truth)))
        self._strip.setVisible(len(self._sheet) > 0)
        self._strip.setCurrentRow(min(at, len(self._sheet) - 1))
        self._show_possible()

    def _thumbnail(self, ink: npt.NDArray[np.uint8]) -> QPixmap:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = ink_image(ink, self._theme)
        return QPixmap.fromImage(image.scaled(QSize(_SIDE, _SIDE), mode=smooth))

    def _item(self, place: int, picture: QPixmap, truth: int) -> QListWidgetItem:
        answer = None if self._result is None else self._result.answers[place]
        item = QListWidgetItem(QIcon(picture), str(truth))
        item.setToolTip(self.tr("A {truth}.").format(truth=truth))
        if answer is not None and answer != truth:
            item.setText(self.tr("{truth} ✗ {answer}").format(truth=truth, answer=answer))
            item.setToolTip(
                self.tr("A {truth} that is read as {answer}.").format(truth=truth, answer=answer)
            )
            item.setForeground(QColor(self._theme.negative))
        elif answer is not None:
            item.setText(self.tr("{truth} ✓").format(truth=truth))
            item.setToolTip(self.tr("A {truth}, and read as it.").format(truth=truth))
            item.setForeground(QColor(self._theme.right))
        return item

    def _say(self) -> None:
        total, result = len(self._sheet), self._result
        if result is not None:
            text = self.tr("{right} of {total} are read rightly at step {step}: {share}.")
            share = percent(result.right / max(1, total))
            text = text.format(
                right=count(result.right), total=count(total), step=count(self._step), share=share
            )
        elif total:
            text = self.tr("Digits that you have kept: {total}.").format(total=count(total))
        else:
            text = self.tr("None yet: draw one, say what it is, and keep it.")
        self._text.setText(text)

    @Slot()
    def _show_possible(self, _: int = 0) -> None:
        for button in (self._test, self._save):
            button.setEnabled(len(self._sheet) > 0)
        self._train.setEnabled(len(self._sheet) > 1)
        self._delete.setEnabled(self._strip.currentRow() >= 0)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._strip.row(item))

    @Slot()
    def _ask_to_delete(self) -> None:
        if self._strip.currentRow() >= 0:
            self.delete_asked.emit(self._strip.currentRow())
