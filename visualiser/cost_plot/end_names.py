"""EndNames: what other branches and earlier runs are called, at the ends of their lines."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Slot
from PySide6.QtGui import QFont

from visualiser.theme import Theme

# So many names at most, of so many letters; pixels of these.
_MOST, _LONGEST, _TEXT = 6, 24, 11
# How much of the lines behind a name it covers.
_COVER = 0.7


class EndNames:
    """Names in the plot, each above the end of a line, and none over another.

    Parameters
    ----------
    plot : PlotWidget
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._box = plot.getViewBox()
        self._ends: list[tuple[str, float, float]] = []
        self._items: list[pg.TextItem] = []
        for _ in range(_MOST):
            item = pg.TextItem(anchor=(1, 1))
            font = QFont(plot.font())
            font.setPixelSize(_TEXT)
            item.setFont(font)
            item.hide()
            # It is to be seen where the line is, and does not say how far the lines reach.
            plot.addItem(item, ignoreBounds=True)
            self._items.append(item)
        self._box.sigRangeChanged.connect(self.place)
        self._box.sigResized.connect(self.place)

    def show_ends(self, ends: Sequence[tuple[str, float, float]]) -> None:
        """Write these names: each with the place of an end on the axes."""
        self._ends = list(ends)[:_MOST]
        for item, (name, x, y) in zip(self._items, self._ends, strict=False):
            item.setText(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…")
            item.setPos(x, y)
        self.place()

    def set_theme(self, theme: Theme) -> None:
        """Write in these colours."""
        for item in self._items:
            item.setColor(theme.secondary)
            item.fill = pg.mkBrush(theme.colour("panel", _COVER))

    @Slot()
    def place(self) -> None:
        """Show the names of the ends that are seen, where there is room."""
        box, taken = self._box.sceneBoundingRect(), list[QRectF]()
        for number, item in enumerate(self._items):
            item.setVisible(False)
            if number >= len(self._ends):
                continue
            _, x, y = self._ends[number]
            end = self._box.mapViewToScene(QPointF(x, y))
            size = item.boundingRect()
            place = QRectF(
                end.x() - size.width(), end.y() - size.height(), size.width(), size.height()
            )
            if box.contains(place) and not any(place.intersects(other) for other in taken):
                taken.append(place)
                item.setVisible(True)
