"""Gallery: thumbnails of any number of examples, of which only those in view are drawn."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from core.parameters import IntArray
from visualiser.browsing.picture_store import PictureStore
from visualiser.browsing.thumbnail import Thumbnail, ThumbnailPainter, cell_size
from visualiser.browsing.words import as_tip, class_name
from visualiser.number_format import count, fixed
from visualiser.theme import DARK, Theme
from visualiser.training.browsing_questions import Judged
from visualiser.training.messages import RunDescription

_NOTHING = np.zeros(0, np.int64)


class Gallery(QAbstractScrollArea):
    """The thumbnails: arrows move among them, a click or Enter shows one in the network.

    Attributes
    ----------
    store : PictureStore

    Signals
    -------
    picked (int)
        The number of an example in its split: the network is to be shown it.
    """

    picked = Signal(int)

    accessible_role = QAccessible.Role.List

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = PictureStore(self)
        self.store.came.connect(self._note_came)
        self._description: RunDescription | None = None
        self._theme = DARK
        self._painter = ThumbnailPainter(DARK, self.font())
        self._cell = cell_size(())
        self._indices: IntArray = _NOTHING
        self._judged: Judged | None = None
        self._shown: int | None = None
        self._current = 0
        self._misread = self.tr("{label} → {answer}")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Examples"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    # ---------------------------------------------------------------- what it shows

    def show_run(self, description: RunDescription) -> None:
        """Be ready for the examples of these data; show none yet."""
        self._description = description
        self._cell = cell_size(description.class_names)
        self.show_examples(_NOTHING, None)
        self.set_theme(self._theme)

    def show_examples(self, indices: IntArray, judged: Judged | None) -> None:
        """Show these; with what is known of how they are read.

        Parameters
        ----------
        indices : ndarray of int
            Their numbers in the split.
        judged : Judged or None
            Of the whole split.
        """
        at = self.current
        self._indices, self._judged = indices, judged
        # Where the keys were, they stay, if that example is still there.
        places = np.flatnonzero(indices == at) if at is not None else _NOTHING
        self._current = int(places[0]) if len(places) else 0
        self._set_range()
        self._refresh()

    def mark_shown(self, index: int | None) -> None:
        """Mark the example that the network is shown; None where it is none of this split."""
        if index != self._shown:
            self._shown = index
            self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        names = self._description.input_names if self._description is not None else ()
        self._painter = ThumbnailPainter(theme, self.font(), names)
        self.viewport().update()

    @property
    def current(self) -> int | None:
        """The number of the example where the keys are; None where there is none."""
        return int(self._indices[self._current]) if len(self._indices) else None

    @property
    def is_complete(self) -> bool:
        """Whether the picture of everything that is seen is here."""
        seen = self._indices[list(self._in_view())].tolist()
        return all(self.store.look(index) is not None for index in seen)

    def text(self, index: int) -> str:
        """What is told of an example, in a sentence or two."""
        description, judged = self._description, self._judged
        if description is None or judged is None:
            return self.tr("Example {index}. Click to show it to the network.").format(
                index=count(index)
            )
        label, answer = int(judged.labels[index]), int(judged.answers[index])
        is_right = label == answer
        text = (
            self.tr("Example {index}: {label}, read right; largest a = {a}. Click to show it.")
            if is_right
            else self.tr(
                "Example {index}: {label}, misread as {answer}; largest a = {a}. Click to show it."
            )
        )
        return text.format(
            index=count(index),
            label=class_name(description, label),
            answer=class_name(description, answer),
            a=fixed(float(judged.sureness[index])),
        )

    # ---------------------------------------------------------------- places

    @property
    def _columns(self) -> int:
        return max(1, self.viewport().width() // self._cell.width())

    def _left(self) -> int:
        return (self.viewport().width() - self._columns * self._cell.width()) // 2

    def place_rect(self, place: int) -> QRect:
        """Where in the viewport the thumbnail of that place is."""
        row, column = divmod(place, self._columns)
        width, height = self._cell.width(), self._cell.height()
        top = row * height - self.verticalScrollBar().value()
        return QRect(self._left() + column * width, top, width, height)

    def _place_at(self, point: QPoint) -> int | None:
        column = (point.x() - self._left()) // self._cell.width()
        row = (point.y() + self.verticalScrollBar().value()) // self._cell.height()
        place = row * self._columns + column
        is_one = 0 <= column < self._columns and 0 <= place < len(self._indices)
        return place if is_one else None

    def _in_view(self, more: int = 0) -> range:
        """The places that are seen, and so many screenfuls after and before them."""
        height, page = self._cell.height(), self.viewport().height()
        top = self.verticalScrollBar().value()
        first = max(0, (top - more * page) // height) * self._columns
        last = ((top + page + more * page) // height + 1) * self._columns
        return range(first, min(last, len(self._indices)))

    def _set_range(self) -> None:
        rows = -(-len(self._indices) // self._columns)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, rows * self._cell.height() - page))
        bar.setPageStep(page)
        bar.setSingleStep(self._cell.height() // 2)

    def _refresh(self) -> None:
        index = self.current
        self.setAccessibleDescription("" if index is None else self.text(index))
        self._ask()
        self.viewport().update()

    def _ask(self) -> None:
        """Have what is in view known, and then a screenful around it."""
        if not self.isVisible():
            return
        for more in (0, 1):
            self.store.want(self._indices[list(self._in_view(more))].tolist())

    @Slot()
    def _note_came(self) -> None:
        self._ask()
        self.viewport().update()

    # ---------------------------------------------------------------- events

    def sizeHint(self) -> QSize:
        """Room for some rows."""
        return QSize(12 * self._cell.width(), 6 * self._cell.height())

    def showEvent(self, event: QEvent) -> None:
        """Ask for what is seen now."""
        super().showEvent(event)  # type: ignore[arg-type] # Qt gives a QShowEvent
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew, with the same ones at the top."""
        super().resizeEvent(event)
        self._set_range()
        self._ask()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 (Qt's name)
        """Move what is still seen, and ask for the rest."""
        self.viewport().scroll(dx, dy)
        self._ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the example that is clicked."""
        place = self._place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._go_to(place)
            self.picked.emit(int(self._indices[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows, pages, Home and End; Enter shows the example."""
        page = max(1, self.viewport().height() // self._cell.height()) * self._columns
        last, keys = len(self._indices) - 1, Qt.Key
        moves = {
            keys.Key_Left: self._current - 1,
            keys.Key_Right: self._current + 1,
            keys.Key_Up: self._current - self._columns,
            keys.Key_Down: self._current + self._columns,
            keys.Key_PageUp: self._current - page,
            keys.Key_PageDown: self._current + page,
            keys.Key_Home: 0,
            keys.Key_End: last,
        }
        key = Qt.Key(event.key())
        index = self.current
        if key in (keys.Key_Return, keys.Key_Enter) and index is not None:
            self.picked.emit(index)
        elif key in moves:
            self._go_to(min(max(moves[key], 0), max(last, 0)))
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: int) -> None:
        self._current = place
        rect, bar = self.place_rect(place), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height())
        self._refresh()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            text = "" if place is None else as_tip(self.text(int(self._indices[place])))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    # ---------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thumbnails that are seen."""
        painter = QPainter(self.viewport())
        try:
            for place in self._in_view():
                rect = self.place_rect(place)
                if rect.intersects(event.rect()):
                    self._painter.draw(painter, QRectF(rect), self._thumbnail(place))
        finally:
            painter.end()

    def _thumbnail(self, place: int) -> Thumbnail:
        index, judged, described = int(self._indices[place]), self._judged, self._description
        is_current = place == self._current and self.hasFocus()
        text, is_wrong = count(index), False
        if judged is not None and described is not None:
            label, answer = int(judged.labels[index]), int(judged.answers[index])
            text, is_wrong = class_name(described, label), label != answer
            if is_wrong:
                text = self._misread.format(label=text, answer=class_name(described, answer))
        return Thumbnail(self.store.look(index), text, is_wrong, index == self._shown, is_current)
