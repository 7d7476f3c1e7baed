"""Legend: every line of the plot, explained beside its mark, shown or hidden by a click or key."""

from __future__ import annotations

import html
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from visualiser.cost_plot.legend_marks import GAP, MARK, LegendMark, paint_entry
from visualiser.cost_plot.lines import LINES, LineKind
from visualiser.theme import DARK, Theme

# Pixels: a row, what is free beside an entry and between two, and the letters.
_ROW, _PADDING, _BETWEEN, _TEXT = 22, 3, 1, 12
# So that the first row is in line with the buttons beside it.
_ABOVE = 2
_LEVELS = 3


@dataclass(frozen=True)
class Entry:
    """What the legend says of a line.

    Attributes
    ----------
    names : tuple of str
        At length, in short, and as short as can be.
    tip : str
        What it is, in a sentence.
    """

    names: tuple[str, str, str]
    tip: str

    @property
    def wrapped_tip(self) -> str:
        """The sentence as HTML: of a tooltip, Qt breaks the lines of nothing else."""
        return f"<qt>{html.escape(self.tip)}</qt>"


class LegendButton(QAbstractButton):
    """One line of the plot; pressed in while it is shown."""

    def __init__(self, kind: LineKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self.mark = LegendMark(kind)
        self._names = ("", "", "")
        self._theme = DARK
        font = self.font()
        font.setPixelSize(_TEXT)
        self.setFont(font)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def explain(self, entry: Entry, level: int) -> None:
        """Say this, at one of three lengths."""
        self._names = entry.names
        if self.text() != entry.names[level]:
            self.setText(entry.names[level])
        self.setAccessibleName(entry.names[0])
        self.setToolTip(entry.wrapped_tip)
        self.setAccessibleDescription(entry.tip)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def width_at(self, level: int) -> float:
        """Pixels that it needs at one of three lengths."""
        text = QFontMetricsF(self.font()).horizontalAdvance(self._names[level])
        return 2 * _PADDING + MARK + GAP + text

    def sizeHint(self) -> QSize:
        """What it needs as it is."""
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(2 * _PADDING + MARK + GAP + text + 0.5), _ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter show and hide: Space plays."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw its mark and its name; struck out where it is hidden."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            paint_entry(
                painter,
                QRectF(_PADDING, 0, self.width() - 2 * _PADDING, self.height()),
                self.mark,
                self.text(),
                self._theme,
                is_shown=self.isChecked(),
            )
        finally:
            painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(
            QPen(QColor(self._theme.accent), 1) if self.hasFocus() else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(self._theme.chip) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)


class Legend(QWidget):
    """The entries of all lines that there are, in one row where that is possible.

    Signals
    -------
    toggled (str, bool)
        A line, by its id, is to be shown or hidden.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, Entry] = {}
        self._buttons = {kind.id: LegendButton(kind, self) for kind in LINES}
        for name, button in self._buttons.items():
            button.hide()
            button.clicked.connect(lambda is_shown, name=name: self.toggled.emit(name, is_shown))
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ABOVE + _ROW)

    def shown_entries(self) -> list[tuple[LegendMark, str]]:
        """The mark and the name, at length, of every line that is shown."""
        return [
            (button.mark, self._entries[name].names[0])
            for name, button in self._buttons.items()
            if name in self._entries and button.isChecked()
        ]

    def explain(
        self, entries: dict[str, Entry], hidden: frozenset[str], marks: dict[str, LegendMark]
    ) -> None:
        """Explain these lines.

        Parameters
        ----------
        entries : dict
            By the ids of the lines that there are.
        hidden : frozenset of str
            Those that are not drawn.
        marks : dict
            By id, those that do not look as usual.
        """
        self._entries = entries
        for name, button in self._buttons.items():
            button.setVisible(name in entries)
            button.setChecked(name not in hidden)
            button.mark = marks.get(name, LegendMark(button.kind))
            button.update()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for button in self._buttons.values():
            button.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = [self._buttons[name] for name in self._entries]
        for button in shown:
            button.explain(self._entries[button.kind.id], self._level)
        room = self.width()
        self._level = next(
            (
                level
                for level in range(_LEVELS)
                if sum(b.width_at(level) + _BETWEEN for b in shown) <= room + _BETWEEN
            ),
            _LEVELS - 1,
        )
        x, y = 0, _ABOVE
        for button in shown:
            button.explain(self._entries[button.kind.id], self._level)
            size = button.sizeHint()
            if x and x + size.width() > room:
                x, y = 0, y + _ROW
            button.setGeometry(x, y, size.width(), _ROW)
            x += size.width() + _BETWEEN
        self.setFixedHeight(y + _ROW)
