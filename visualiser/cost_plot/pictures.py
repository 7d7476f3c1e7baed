"""The cost plot as something to keep: an image or shapes, with its axes and its legend."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QByteArray, QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

from visualiser.cost_plot.legend_marks import GAP, MARK, LegendMark, paint_entry
from visualiser.network_view.export import SVG_TYPE, image_of, shapes_of
from visualiser.theme import Theme

# Pixels; and device pixels a pixel of an image.
_MARGIN, _ROW, _BETWEEN = 12, 22, 14
_SCALE = 2.0
_NOTHING = re.compile(rb'<path [^>]*\bd=""/>')


@dataclass(frozen=True, eq=False)
class CostPicture:
    """A picture of what the plot shows now, under a title and the legend of what is drawn.

    Attributes
    ----------
    plot : PlotWidget
    title : str
    entries : list of (LegendMark, str)
        As `Legend.shown_entries` has them.
    theme : Theme
    """

    plot: pg.PlotWidget
    title: str
    entries: list[tuple[LegendMark, str]]
    theme: Theme

    def image(self) -> QImage:
        """The picture as an image, two device pixels for each of the plot's.

        Raises
        ------
        UserError
            Where it would be too large.
        """
        return image_of(self._size(), self._paint, _SCALE)

    def shapes(self) -> QByteArray:
        """The picture as a file of shapes and text, SVG."""
        found = shapes_of(self._size(), self._paint, self.title, clips=True)
        # Of a line of which nothing is seen, a path of nothing is left, which some programs reject.
        return QByteArray(_NOTHING.sub(b"", found.data()))

    def for_clipboard(self) -> QMimeData:
        """The picture both as an image and as shapes; who pastes it takes what suits.

        Raises
        ------
        UserError
            Where it would be too large.
        """
        data = QMimeData()
        data.setImageData(self.image())
        data.setData(SVG_TYPE, self.shapes())
        return data

    def _size(self) -> QSize:
        head = _ROW * (1 + len(self._rows(QGuiApplication.font())))
        return QSize(self.plot.width() + 2 * _MARGIN, self.plot.height() + head + 2 * _MARGIN)

    def _rows(self, font: QFont) -> list[list[tuple[LegendMark, str, float]]]:
        """The entries of the legend in rows, each with its width."""
        metrics, used = QFontMetricsF(font), 0.0
        rows: list[list[tuple[LegendMark, str, float]]] = [[]]
        for mark, name in self.entries:
            width = MARK + GAP + metrics.horizontalAdvance(name) + _BETWEEN
            if rows[-1] and used + width > self.plot.width():
                rows.append([])
                used = 0.0
            rows[-1].append((mark, name, width))
            used += width
        return rows

    def _paint(self, painter: QPainter) -> None:
        size, font = self._size(), painter.font()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(), size.toSizeF()), self.theme.colour("panel"))
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self.theme.colour("text"))
        title = QRectF(_MARGIN, _MARGIN, self.plot.width(), _ROW)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.title)
        y = title.bottom()
        for row in self._rows(font):
            x = title.left()
            for mark, name, width in row:
                painter.setFont(font)
                box = QRectF(x, y, width, _ROW)
                paint_entry(painter, box, mark, name, self.theme)
                x += width
            y += _ROW
        place = QRectF(_MARGIN, y, self.plot.width(), self.plot.height())
        painter.setFont(font)
        self.plot.render(painter, place, self.plot.viewport().rect())
