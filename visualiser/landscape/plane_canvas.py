"""PlaneCanvas: C over a plane as a map, whose cells and steps can be pointed at."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from visualiser.landscape.cost_scale import CostScale
from visualiser.landscape.plane_painter import PlanePainter, PlanePlace
from visualiser.number_format import amount, count, fixed
from visualiser.theme import DARK, Theme
from visualiser.training.landscape_questions import FoundPlane
from visualiser.widgets.arrow_keys import OTHERS
from visualiser.widgets.cost_axes import MIDDLE
from visualiser.widgets.labels import tabular

_TEXT, _LEFT, _BELOW, _ABOVE, _RIGHT = 12, 66.0, 46.0, 28.0, 10.0
# How near the pointer is to a step of the path that it points at, in pixels.
_NEAR = 9.0
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class PlaneCanvas(QWidget):
    """The map, with contours, path, and what is pointed at in words above it.

    Signals
    -------
    step_chosen (int)
        A step of the path is to be gone to.
    """

    step_chosen = Signal(int)

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._found: FoundPlane | None = None
        self._names = "", ""
        self._is_log = self._has_contours = self._has_path = True
        self._cell: tuple[int, int] | None = None
        self._step: int | None = None
        self._present: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of C over the plane"))
        self.setToolTip(
            self.tr(
                "C at every point of the plane. The ring is the step that it goes through, and a "
                "dot in its colour the step of the path that the run is at. The arrows move from "
                "cell to cell; a click on a step of the path, or Enter near one, goes to it. "
                "Contours are straight between the points of the grid."
            )
        )
        font = tabular(self.font())
        font.setPixelSize(_TEXT)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Nearly a square."""
        return QSize(640, 640)

    def minimumSizeHint(self) -> QSize:
        """So small that something is still seen."""
        return QSize(420, 380)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_plane(self, found: FoundPlane | None, names: tuple[str, str] = ("", "")) -> None:
        """Show this; what its two directions are called."""
        self._found, self._names, self._present = found, names, None
        self._point_at(None, None)

    def show_present(self, number: int | None) -> None:
        """Mark the step of the path that the run is at, by its place among them."""
        if number != self._present:
            self._present = number
            self.update()

    def set_log(self, is_wanted: bool) -> None:
        """Colour C by its logarithm, or by itself."""
        self._is_log = is_wanted
        self.update()

    def set_contours(self, is_wanted: bool) -> None:
        """Draw contours, or none."""
        self._has_contours = is_wanted
        self.update()

    def set_path(self, is_wanted: bool) -> None:
        """Draw the path, or not."""
        self._has_path = is_wanted
        self.update()

    @property
    def found(self) -> FoundPlane | None:
        """What is shown."""
        return self._found

    @property
    def scale(self) -> CostScale | None:
        """Which colour stands for which C."""
        return None if self._found is None else CostScale.of(self._found.costs, self._is_log)

    def readout(self) -> str:
        """C where it is pointed, else at the step that the plane goes through."""
        found = self._found
        if found is None:
            return ""
        if self._step is not None:
            return self._of_step(found, self._step)
        if self._cell is None:
            return self.tr("Step {step}, at (0, 0): C = {cost}").format(
                step=count(found.position), cost=amount(found.cost)
            )
        first, second = self._cell
        alpha, beta = float(found.first_steps[first]), float(found.second_steps[second])
        return self.tr("At ({alpha}, {beta}), {length} from the ring: C = {cost}").format(
            alpha=_written(alpha),
            beta=_written(beta),
            length=_written(math.hypot(alpha, beta)),
            cost=amount(float(found.costs[first, second])),
        )

    def _of_step(self, found: FoundPlane, number: int) -> str:
        return self.tr("Step {step} of the path, {distance} away from the plane").format(
            step=count(int(found.path_steps[number])),
            distance=_written(float(found.path.distances[number])),
        )

    # ---------------------------------------------------------------- places

    def place(self) -> PlanePlace | None:
        """Where the plane is drawn; None where there is none."""
        if self._found is None:
            return None
        wide, high = self.width() - _LEFT - _RIGHT, self.height() - _ABOVE - _BELOW
        side = max(min(wide, high), 10.0)
        left, top = _LEFT + max(wide - side, 0.0) / 2, _ABOVE + max(high - side, 0.0) / 2
        return PlanePlace(QRectF(left, top, side, side), self._found)

    def _step_near(self, place: PlanePlace, spot: QPointF, reach: float) -> int | None:
        return place.step_near(spot, reach) if self._has_path else None

    # ---------------------------------------------------------------- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of what is under the pointer."""
        place, spot = self.place(), event.position()
        if place is not None:
            self._point_at(place.cell_at(spot), self._step_near(place, spot, _NEAR))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step of the path under the pointer."""
        place = self.place()
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(self._step_near(place, event.position(), _NEAR))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of the present point again."""
        super().leaveEvent(event)
        self._point_at(None, None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of the present point again."""
        super().focusOutEvent(event)
        self._point_at(None, None)

    def event(self, event: QEvent) -> bool:
        """Claim the arrows, which elsewhere take steps."""
        if event.type() == QEvent.Type.ShortcutOverride and _move(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from cell to cell, or go to the step of the path that is in one."""
        place, move = self.place(), _move(event)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if place is None or (move is None and not is_enter):
            super().keyPressEvent(event)
            return
        cell = self._cell or place.cell_at(place.point(0, 0)) or (0, 0)
        if move is not None:
            ends = place.found.costs.shape
            column, row = (
                min(max(at + by, 0), end - 1) for at, by, end in zip(cell, move, ends, strict=True)
            )
            self._point_at((column, row), None)
        else:
            rect = place.cell_rect(cell)
            self._choose(self._step_near(place, rect.center(), max(rect.width(), _NEAR)))

    def _choose(self, number: int | None) -> None:
        if number is not None and self._found is not None:
            self.step_chosen.emit(int(self._found.path_steps[number]))

    def _point_at(self, cell: tuple[int, int] | None, step: int | None) -> None:
        self._cell, self._step = cell, step
        shapes = Qt.CursorShape
        self.setCursor(shapes.CrossCursor if step is None else shapes.PointingHandCursor)
        self.setAccessibleDescription(self.readout())
        self.update()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        place, scale = self.place(), self.scale
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if place is not None and scale is not None:
                self._paint(painter, PlanePainter(self._theme, place, scale, self.tr("start")))
            else:
                painter.setPen(self._theme.colour("secondary"))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty_text())
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("accent"), 1))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        finally:
            painter.end()

    def _empty_text(self) -> str:
        if self._found is None:
            return self.tr("There is no plane yet.")
        return self.tr("C has no colour here: everywhere it is 0, or no number.")

    def _paint(self, painter: QPainter, drawn: PlanePainter) -> None:
        painter.setPen(self._theme.colour("text"))
        box = drawn.place.box
        room = QRectF(box.left(), box.top() - 24, self.width() - box.left() - 4, 18)
        painter.drawText(room, MIDDLE, self._elided(self.readout(), room.width()))
        drawn.draw_axes(painter)
        self._write_names(painter, box)
        painter.save()
        painter.setClipRect(box)
        drawn.draw_map(painter)
        if self._has_contours:
            drawn.draw_contours(painter)
        if self._has_path:
            drawn.draw_path(painter)
            if self._present is not None:
                drawn.draw_present(painter, self._present)
        drawn.draw_here(painter)
        if self._cell is not None and self._step is None:
            drawn.draw_cell(painter, self._cell)
        painter.restore()

    def _write_names(self, painter: QPainter, box: QRectF) -> None:
        """Write what the two directions are, below and, upright, at the left."""
        painter.setPen(self._theme.colour("secondary"))
        centred = Qt.AlignmentFlag.AlignHCenter | MIDDLE
        first, second = (self._elided(name, box.width()) for name in self._names)
        painter.drawText(QRectF(box.left(), box.bottom() + 24, box.width(), 18), centred, first)
        painter.save()
        painter.translate(box.left() - _LEFT + 12, box.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-box.height() / 2, -9, box.height(), 18), centred, second)
        painter.restore()

    def _elided(self, text: str, room: float) -> str:
        return QFontMetricsF(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _written(length: float) -> str:
    return fixed(length, 3)


def _move(event: QEvent) -> tuple[int, int] | None:
    if not isinstance(event, QKeyEvent) or event.modifiers() & OTHERS:
        return None
    return _MOVES.get(Qt.Key(event.key()))
