"""PointSheet: the points of data on a plane, before they are taken."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.datasets.plane import PlaneSource, points_of
from core.datasets.plane_problems import REACH
from core.parameters import FloatArray
from visualiser.network_view.plane_maps import map_colour
from visualiser.theme import DARK, Theme

# Pixels: the side of the square, what is beside it for the ends of the axes, and of a point.
_SIDE, _LEFT, _BELOW, _POINT = 232, 28, 20, 3.0


class PointSheet(QWidget):
    """Points on a square, in the colours of their targets: circles to learn from, squares to test.

    Both axes go from −6 to 6, x₁ to the right and x₂ upwards.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The points"))
        self._theme = DARK
        self._source: PlaneSource | None = None
        self.set_theme(DARK)

    @property
    def source(self) -> PlaneSource | None:
        """Whose points are shown."""
        return self._source

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        tip = self.tr(
            "The points, x₁ to the right and x₂ upwards: circles to learn from, squares to "
            "test; {positive} where the target t is 1, {negative} where it is 0."
        )
        self.setToolTip(tip.format(**theme.words))
        self.update()

    def show_points(self, source: PlaneSource) -> None:
        """Show the points of a source."""
        self._source = source
        self.update()

    def sizeHint(self) -> QSize:
        """A square, with its axes' ends."""
        return QSize(_SIDE + _LEFT, _SIDE + _BELOW)

    def place_of(self, point: FloatArray) -> QPointF:
        """Where a point is drawn; one outside the square, at its edge."""
        box = self._box()
        across, up = (min(max(float(number) / REACH, -1.0), 1.0) / 2 for number in point)
        return box.center() + QPointF(across * box.width(), -up * box.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the square, the axes and the points."""
        if self._source is None:
            return
        points = points_of(self._source)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self._paint_axes(painter)
            # Those that are learned from on top, as on the large map.
            self._paint_points(painter, points.test, points.test_targets, is_test=True)
            self._paint_points(painter, points.train, points.train_targets, is_test=False)
        finally:
            painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        box = self._box()
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.drawRect(box)
        centre = box.center()
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()))
        painter.drawLine(QPointF(centre.x(), box.top()), QPointF(centre.x(), box.bottom()))
        painter.setPen(self._theme.colour("secondary"))
        low, high = self.tr("−{end}").format(end=f"{REACH:g}"), f"{REACH:g}"
        right, top = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignTop
        beside = QRectF(0, box.top(), _LEFT - 6, box.height())
        below = QRectF(box.left(), box.bottom() + 2, box.width(), _BELOW - 2)
        painter.drawText(beside, right | top, high)
        painter.drawText(beside, right | Qt.AlignmentFlag.AlignVCenter, self.tr("x₂"))
        painter.drawText(beside, right | Qt.AlignmentFlag.AlignBottom, low)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | top, low)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | top, self.tr("x₁"))
        painter.drawText(below, right | top, high)

    def _paint_points(
        self, painter: QPainter, points: FloatArray, targets: FloatArray, is_test: bool
    ) -> None:
        painter.setPen(QPen(self._theme.colour("ground"), 1.0))
        side = QPointF(_POINT, _POINT)
        for point, target in zip(points, targets.tolist(), strict=True):
            middle = self.place_of(point)
            painter.setBrush(map_colour(self._theme, 2 * target - 1))
            if is_test:
                painter.drawRect(QRectF(middle - side, middle + side))
            else:
                painter.drawEllipse(middle, _POINT, _POINT)

    def _box(self) -> QRectF:
        return QRectF(_LEFT, 0.5, _SIDE - 1, _SIDE - 1)
