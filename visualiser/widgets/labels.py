"""Labels of the few kinds that panels use, and the thin line between them."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from visualiser.number_format import all_digits, significant, style
from visualiser.widgets.copying import asks_for_menu, asks_to_copy, copy, menu_place, open_menu
from visualiser.widgets.still_label import NumberLabel, StillLabel

# A serif in which formulas are set, the first of them that is installed.
SERIF = "'STIX Two Text', 'Cambria', 'Georgia', 'Times New Roman', 'DejaVu Serif', serif"

# Of a chip, in pixels: its margins, the font that its number is written in, what a number
# leaves free, and what lies between two chips.
_CHIP_MARGINS = (8, 6, 5, 7)
_LARGEST, _COMFORTABLE, _SMALLEST = 14, 13, 11
_SPARE, _EASILY, _BETWEEN = 1, 6, 6

# Milliseconds between two numbers that are read out while training plays.
_SELDOM = 2000


def label(kind: str, text: str = "", wrap: bool = False) -> QLabel:
    """A label: "title", "heading", "secondary", "number" or "plain"."""
    made = StillLabel(text)
    made.setObjectName(kind)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.RichText if "<" in text else Qt.TextFormat.AutoText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def symbol(text: str) -> str:
    """A letter of a formula as HTML: serif and italic."""
    return f'<i style="font-family: {SERIF}">{text}</i>'


def line() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setObjectName("line")
    return made


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, where it has them."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def letters(font: QFont, size: int) -> QFont:
    """The same font as letters of a formula are painted in, with this size in pixels."""
    made = QFont(font)
    made.setFamilies([name.strip(" '") for name in SERIF.split(",")])
    made.setItalic(True)
    made.setPixelSize(size)
    return made


class Chip(QFrame):
    """A number with the letter it is known by above it, in a font in which it fits.

    It has the keyboard's focus in turn: Ctrl+C copies the number, and a context menu offers all
    its digits as well.

    Parameters
    ----------
    letter : str
        HTML.
    tip : str
        What it is, in a sentence.
    """

    changed = Signal()

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, letter: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tip, self._text, self._colour = tip, "", ""
        self._size = _LARGEST
        self._said = ""
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_SELDOM)
        self._calm.timeout.connect(self._say_now)
        self._exact: float | None = None
        self._name = QTextDocumentFragment.fromHtml(letter).toPlainText()
        self._letter = label("secondary", symbol(letter))
        self._value = NumberLabel(_LARGEST)
        # As narrow as the layout wants: it is what is written that adapts.
        self._value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for part in (self._letter, self._value):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_CHIP_MARGINS)
        column.setSpacing(1)
        column.addWidget(self._letter)
        column.addWidget(self._value)
        self.set_value("")

    def set_value(self, text: str, colour: str = "", exact: float | None = None) -> None:
        """Show a number, in a colour where its sign matters.

        ``exact`` is the number itself: with it, all its digits can be copied, and fewer are
        written where there is no room for ``text``.
        """
        is_new = text != self._text
        if is_new or exact != self._exact:
            self._text, self._exact = text, exact
            self.setToolTip(self._tip_with_number())
        self._colour = colour
        if is_new:
            self._said = self.called(text)
            self._say()
            self.changed.emit()
        self._fit()

    def called(self, text: str) -> str:
        """What a screen reader calls it while this is its number."""
        return self.tr("{letter} = {number}").format(letter=self._name, number=text)

    def _say(self) -> None:
        """Be called anew, but seldom while the keyboard is here: that is read out."""
        if not self._calm.isActive():
            self._say_now()
            if self.hasFocus():
                self._calm.start()

    @Slot()
    def _say_now(self) -> None:
        if self._said != self.accessibleName():
            self.setAccessibleName(self._said)

    def text(self) -> str:
        """What it shows."""
        return self._value.text()

    def needed_width(self, size: int) -> int:
        """Pixels that the whole number takes in a font of this size, margins and all."""
        left, _, right, _ = _CHIP_MARGINS
        metrics = QFontMetrics(self._value.font_of(size))
        return metrics.horizontalAdvance(self._text) + left + right + _SPARE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write larger or smaller."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the number, or open the context menu."""
        if asks_to_copy(event):
            copy(self._text)
        elif asks_for_menu(event):
            self._open_menu(self.mapToGlobal(QPoint(0, self.height())))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the number."""
        self._open_menu(menu_place(self, event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.end()

    def _open_menu(self, place: QPoint) -> None:
        text, exact = self._text, self._exact
        entries: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Copy {number}").format(number=text), lambda: copy(text))
        ]
        if exact is not None:
            entries.append((self.tr("Copy all digits"), lambda: copy(all_digits(exact))))
        open_menu(self, place, tuple(entries))

    def _fit(self) -> None:
        """Write as large as there is room; then shorter; the tooltip has the whole number."""
        room = self._value.width()
        for size in range(_LARGEST, _SMALLEST - 1, -1):
            metrics = QFontMetrics(self._value.font_of(size))
            # Larger again only where that is easily done: numbers that change would flicker.
            spare = _EASILY if size > self._size else 0
            if metrics.horizontalAdvance(self._text) + spare <= room:
                break
        self._size = size
        self._value.set_look(self._colour, size)
        self._value.setText(self._shortened(metrics, room))

    def _shortened(self, metrics: QFontMetrics, room: int) -> str:
        if self._exact is None or metrics.horizontalAdvance(self._text) <= room:
            return self._text
        has_plus = self._text.startswith("+")
        texts = [
            significant(self._exact, digits, has_plus) for digits in range(style().digits, 0, -1)
        ]
        fitting = (text for text in texts if metrics.horizontalAdvance(text) <= room)
        return next(fitting, texts[-1])

    def _tip_with_number(self) -> str:
        if self._exact is None or not math.isfinite(self._exact):
            return self._tip
        template = self.tr("{what} All its digits: {number}")
        return template.format(what=self._tip, number=all_digits(self._exact))


class ChipRow(QWidget):
    """Chips side by side; in two rows where their numbers need the room.

    Parameters
    ----------
    chips : Chip
    """

    def __init__(self, *chips: Chip) -> None:
        super().__init__()
        self._chips = chips
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        for chip in chips:
            chip.changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        columns = self._fitting_columns()
        if columns == self._columns:
            return
        self._columns = columns
        for place, chip in enumerate(self._chips):
            self._grid.addWidget(chip, place // columns, place % columns)
        for column in range(len(self._chips)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _fitting_columns(self) -> int:
        count = len(self._chips)
        half = (count + 1) // 2
        # Back into one row only where that is easily done: numbers that change would flicker.
        size = _SMALLEST if self._columns != half else _COMFORTABLE
        room = (self.width() - (count - 1) * _BETWEEN) / count
        fits = all(chip.needed_width(size) <= room for chip in self._chips)
        return count if fits else half
