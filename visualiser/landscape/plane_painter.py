"""PlanePainter: draws C over a plane, its contours, and the path travelled."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from core.parameters import FloatArray
from visualiser.landscape.contours import contour, label_places
from visualiser.landscape.cost_scale import CostScale
from visualiser.theme import Theme
from visualiser.training.landscape_questions import FoundPlane
from visualiser.widgets.cost_axes import MIDDLE, ticks
from visualiser.widgets.heat_colours import heat_image

# Pixels: around labels of contours; of the plane's own step, of one of the path, of the present.
_APART, _HERE, _STEP, _PRESENT = 26.0, 6.0, 2.2, 4.0
_TICKS = 5


@dataclass(frozen=True, eq=False)
class PlanePlace:
    """Where on the canvas the plane is.

    Attributes
    ----------
    box : QRectF
        Of all cells: those of the first and the last points reach half a cell beyond them.
    found : FoundPlane
    """

    box: QRectF
    found: FoundPlane

    @cached_property
    def ends(self) -> tuple[float, float, float, float]:
        """α at the left and the right edge, β at the lower and the upper one."""
        edges = []
        for steps in (self.found.first_steps, self.found.second_steps):
            half = float(steps[1] - steps[0]) / 2
            edges += [float(steps[0]) - half, float(steps[-1]) + half]
        left, right, bottom, top = edges
        return left, right, bottom, top

    def point(self, first: float, second: float) -> QPointF:
        """Where α and β are drawn."""
        left, right, bottom, top = self.ends
        return QPointF(
            self.box.left() + (first - left) / (right - left) * self.box.width(),
            self.box.bottom() - (second - bottom) / (top - bottom) * self.box.height(),
        )

    def points(self, places: FloatArray) -> list[QPointF]:
        """The same of many, shape (n, 2)."""
        return [self.point(first, second) for first, second in places.tolist()]

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """The cell at a place; None beside the plane."""
        if not self.box.contains(place):
            return None
        columns, rows = self.found.costs.shape
        across = (place.x() - self.box.left()) / self.box.width()
        up = (self.box.bottom() - place.y()) / self.box.height()
        return min(int(across * columns), columns - 1), min(int(up * rows), rows - 1)

    def cell_rect(self, cell: tuple[int, int]) -> QRectF:
        """Where a cell is drawn."""
        columns, rows = self.found.costs.shape
        width, height = self.box.width() / columns, self.box.height() / rows
        left = self.box.left() + cell[0] * width
        return QRectF(left, self.box.bottom() - (cell[1] + 1) * height, width, height)

    def step_near(self, spot: QPointF, reach: float) -> int | None:
        """Which of the path's steps is nearest to a spot, within so many pixels."""
        away = [
            math.hypot(point.x() - spot.x(), point.y() - spot.y())
            for point in self.points(self.found.path.coordinates)
        ]
        nearest = int(np.argmin(away))
        return nearest if away[nearest] <= reach else None


@dataclass(frozen=True, eq=False)
class PlanePainter:
    """Draws a plane at its place.

    Attributes
    ----------
    theme : Theme
    place : PlanePlace
    scale : CostScale
    start : str
        What is written beside the path's first point.
    """

    theme: Theme
    place: PlanePlace
    scale: CostScale
    start: str

    @property
    def found(self) -> FoundPlane:
        """What is drawn."""
        return self.place.found

    def draw_map(self, painter: QPainter) -> None:
        """Draw each cell in the colour of its C; hatched where that is no number."""
        box = self.place.box
        shares = self.scale.shares(self.found.costs).T[::-1]
        painter.drawImage(box, heat_image(shares, self.theme, self.theme.colour("chip")))
        if np.isnan(shares).any():
            painter.save()
            path = QPainterPath()
            for column, row in np.argwhere(np.isnan(shares.T[:, ::-1])).tolist():
                path.addRect(self.place.cell_rect((column, row)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("faint"))
            hatch = painter.brush()
            hatch.setStyle(Qt.BrushStyle.BDiagPattern)
            painter.fillPath(path, hatch)
            painter.restore()

    def draw_axes(self, painter: QPainter) -> None:
        """Write lengths beside the plane, the same scale along both directions."""
        box, theme, sides = self.place.box, self.theme, Qt.AlignmentFlag
        left, right, bottom, top = self.place.ends
        painter.setPen(theme.colour("secondary"))
        for value, text in ticks(left, right, _TICKS):
            x = self.place.point(value, bottom).x()
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 4))
            room = QRectF(x - 40, box.bottom() + 5, 80, 16)
            painter.drawText(room, sides.AlignHCenter | MIDDLE, text)
        for value, text in ticks(bottom, top, _TICKS):
            y = self.place.point(left, value).y()
            painter.drawLine(QPointF(box.left() - 4, y), QPointF(box.left(), y))
            painter.drawText(
                QRectF(box.left() - 60, y - 8, 53, 16), sides.AlignRight | MIDDLE, text
            )

    def draw_contours(self, painter: QPainter) -> None:
        """Draw where C is round, and write how large it is there."""
        heights, taken = self.scale.heights(self.found.costs), self._marked()
        labels: list[tuple[QPointF, str]] = []
        # Seen on dark colours and on light ones.
        pens = QPen(self.theme.colour("ground", 0.4), 2.6), QPen(self.theme.colour("text", 0.8), 1)
        columns, rows = self.found.costs.shape
        size = np.array([self.place.box.width() / columns, self.place.box.height() / rows])
        for level, text in self.scale.levels():
            segments = contour(heights, self.scale.height(level))
            # In pixels, from the plane's lower left corner: a grid point is a cell's middle.
            pixels = (segments + 0.5) * size
            lines = [self._line(one) for one in pixels.tolist()]
            for pen in pens:
                painter.setPen(pen)
                painter.drawLines(lines)
            spot = label_places(self._inside(pixels), taken, _APART)
            if spot is not None:
                taken = np.vstack([taken, spot])
                labels.append((self._from_corner(spot), text))
        for point, text in labels:
            self.write(painter, point, text)

    def draw_path(self, painter: QPainter) -> None:
        """Draw the path's shadow, with a dot for each step that is known of it."""
        points = self.place.points(self.found.path.coordinates)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("ground", 3.6), ("text", 1.4)):
            painter.setPen(QPen(self.theme.colour(colour), width))
            painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(self.theme.colour("ground"), 0.8))
        painter.setBrush(self.theme.colour("text"))
        for point in points:
            painter.drawEllipse(point, _STEP, _STEP)
        first = points[0]
        painter.drawRect(QRectF(first - QPointF(4, 4), first + QPointF(4, 4)))
        if len(points) > 1:
            self.write(painter, first + QPointF(0, -14), self.start)

    def draw_here(self, painter: QPainter) -> None:
        """Mark the point that the plane goes through."""
        here = self.place.point(0, 0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("ground", 5.0), ("selected", 2.4)):
            painter.setPen(QPen(self.theme.colour(colour), width))
            painter.drawEllipse(here, _HERE, _HERE)

    def draw_present(self, painter: QPainter, number: int) -> None:
        """Mark the step of the path that the run is at."""
        coordinates = self.found.path.coordinates[number]
        painter.setPen(QPen(self.theme.colour("ground"), 1.4))
        painter.setBrush(self.theme.colour("selected"))
        painter.drawEllipse(self.place.point(*coordinates.tolist()), _PRESENT, _PRESENT)

    def draw_cell(self, painter: QPainter, cell: tuple[int, int]) -> None:
        """Mark the cell that is told of."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = self.place.cell_rect(cell)
        for colour, width in (("ground", 3.0), ("text", 1.4)):
            painter.setPen(QPen(self.theme.colour(colour), width))
            painter.drawRect(rect)

    def write(self, painter: QPainter, middle: QPointF, text: str) -> None:
        """Write a text around a place, on a ground on which it can be read."""
        metrics = QFontMetricsF(painter.font())
        room = QRectF(0, 0, metrics.horizontalAdvance(text) + 6, metrics.height())
        room.moveCenter(middle)
        box = self.place.box
        room.moveLeft(min(max(room.left(), box.left()), box.right() - room.width()))
        room.moveTop(min(max(room.top(), box.top()), box.bottom() - room.height()))
        ground = QColor(self.theme.ground)
        ground.setAlphaF(0.78)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(room, 3, 3)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | MIDDLE, text)
        painter.restore()

    def _line(self, ends: list[list[float]]) -> QLineF:
        left, bottom = self.place.box.left(), self.place.box.bottom()
        (x, y), (u, v) = ends
        return QLineF(left + x, bottom - y, left + u, bottom - v)

    def _marked(self) -> FloatArray:
        """Where the path is, on which no label is to lie: in pixels from the lower left corner."""
        corner, path = self.place.box.bottomLeft(), self.found.path.coordinates
        away = [(p.x() - corner.x(), corner.y() - p.y()) for p in self.place.points(path)]
        return np.array(away)

    def _from_corner(self, place: FloatArray) -> QPointF:
        x, y = place.tolist()
        return QPointF(self.place.box.left() + x, self.place.box.bottom() - y)

    def _inside(self, pixels: FloatArray) -> FloatArray:
        """Those segments at which a label is not cut off."""
        middles = pixels.mean(axis=1)
        room = np.array([self.place.box.width(), self.place.box.height()])
        is_inside = ((middles > 16) & (middles < room - 16)).all(axis=1)
        inside: FloatArray = pixels[is_inside]
        return inside
