"""MapCanvas: the output over the plane, large, with the points that are learned from."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.datasets.plane import points_of
from core.datasets.plane_problems import REACH
from core.parameters import FloatArray
from visualiser.network_view.plane_maps import PlaneMaps, map_colour, map_colours, map_image
from visualiser.theme import DARK, Theme
from visualiser.training.messages import ShownExample, Split

# Pixels: of a point, of the ring around the shown one, and how near a click is on a point.
_POINT, _SHOWN, _NEAR = 3.0, 6.5, 10.0
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class MapCanvas(QWidget):
    """The map and its points: circles to train on, squares of the test.

    A click on a point asks for it; with the focus here, so do the arrows for the next point
    in their direction.

    Signals
    -------
    point_chosen (str, int)
        Its split and its index in that.
    """

    point_chosen = Signal(str, int)

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = DARK
        self._colours = map_colours(DARK)
        self._maps: PlaneMaps | None = None
        self._example: ShownExample | None = None
        self._shows_test = self._is_two_valued = False

    @property
    def shows_test(self) -> bool:
        """Whether the test points are there, too."""
        return self._shows_test

    @property
    def maps(self) -> PlaneMaps | None:
        """What is shown, None before the first state."""
        return self._maps

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme, self._colours = theme, map_colours(theme)
        self.update()

    def show_maps(self, maps: PlaneMaps | None, example: ShownExample | None) -> None:
        """Show the last of these maps, and which example is shown."""
        self._maps, self._example = maps, example
        self.update()

    def show_test(self, is_wanted: bool) -> None:
        """Show the test points, or those of the training alone."""
        self._shows_test = is_wanted
        self.update()

    def show_two_values(self, is_wanted: bool) -> None:
        """Colour every place as what it is read as, or as a is there."""
        self._is_two_valued = is_wanted
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(200, 200)

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the map and the points."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self._paint_map(painter)
            for split, points, targets in self._splits():
                self._paint_points(painter, split, points, targets)
            self._paint_shown(painter)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = "accent" if self.hasFocus() else "hairline"
            painter.setPen(QPen(self._theme.colour(frame), 1))
            painter.drawRect(self._box())
        finally:
            painter.end()

    def _paint_map(self, painter: QPainter) -> None:
        if self._maps is None:
            return
        values, ends = self._maps.layers[-1][:1], self._maps.ends[-1]
        if self._is_two_valued:
            values, ends = (values >= np.mean(ends)).astype(np.float32), (0.0, 1.0)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.drawImage(self._box(), map_image(values, ends, self._colours))

    def _paint_points(
        self, painter: QPainter, split: Split, points: FloatArray, targets: FloatArray
    ) -> None:
        # Of a colour on the same colour, the edge is seen.
        painter.setPen(QPen(self._theme.colour("ground"), 1.2))
        for place, target in zip(self._places(points).tolist(), targets.tolist(), strict=True):
            painter.setBrush(map_colour(self._theme, 2 * target - 1))
            middle = QPointF(*place)
            if split == "train":
                painter.drawEllipse(middle, _POINT, _POINT)
            else:
                side = QPointF(_POINT, _POINT)
                painter.drawRect(QRectF(middle - side, middle + side))

    def _paint_shown(self, painter: QPainter) -> None:
        """A ring around the shown example, whichever split it is of."""
        point = None if self._maps is None else self._maps.point
        if point is None:
            return
        (place,) = self._places(np.array([point])).tolist()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, width in (("ground", 4.0), ("text", 2.0)):
            painter.setPen(QPen(self._theme.colour(name), width))
            painter.drawEllipse(QPointF(*place), _SHOWN, _SHOWN)

    # ---------------------------------------------------------------- places

    def _box(self) -> QRectF:
        side = min(self.width(), self.height()) - 1
        return QRectF((self.width() - side) / 2, 0.5, side, side)

    def _places(self, points: FloatArray) -> FloatArray:
        """Where points are on the canvas; those outside the plane that is shown, at its edge."""
        box = self._box()
        share = np.clip(points / REACH, -1, 1) / 2
        return np.stack(
            [
                box.center().x() + share[:, 0] * box.width(),
                box.center().y() - share[:, 1] * box.height(),
            ],
            axis=1,
        )

    def place_of(self, split: Split, index: int) -> QPointF:
        """Where a point is drawn."""
        found = next(points for name, points, _ in self._splits() if name == split)
        return QPointF(*self._places(found[index : index + 1])[0].tolist())

    def _splits(self) -> list[tuple[Split, FloatArray, FloatArray]]:
        if self._maps is None:
            return []
        points = points_of(self._maps.source)
        found: list[tuple[Split, FloatArray, FloatArray]] = []
        if self._shows_test:
            found.append(("test", points.test, points.test_targets))
        # On top: they are what is learned from.
        return [*found, ("train", points.train, points.train_targets)]

    # ---------------------------------------------------------------- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the point under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = np.array([event.position().x(), event.position().y()])
        nearest = [
            (float(distances.min()), split, int(distances.argmin()))
            for split, points, _ in self._splits()
            for distances in [np.hypot(*(self._places(points) - at).T)]
        ]
        if nearest and min(nearest)[0] <= _NEAR:
            _, split, index = min(nearest)
            self.point_chosen.emit(split, index)

    def event(self, event: QEvent) -> bool:
        """Claim the arrows, which elsewhere take steps."""
        if event.type() == QEvent.Type.ShortcutOverride and _direction(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the next point in an arrow's direction."""
        direction = _direction(event)
        if direction is None:
            super().keyPressEvent(event)
        elif self._maps is not None:
            # Where what is shown is no point, from the middle.
            self._choose_towards(np.array(direction), np.array(self._maps.point or (0.0, 0.0)))

    def _choose_towards(self, direction: FloatArray, here: FloatArray) -> None:
        """Ask for the nearest point within 45° of a direction."""
        found = []
        for split, points, _ in self._splits():
            way = points - here
            along = way @ direction
            aside = np.abs(way @ direction[::-1])
            distances = np.where((along > 1e-9) & (aside <= along), np.hypot(*way.T), np.inf)
            found.append((float(distances.min()), split, int(distances.argmin())))
        distance, split, index = min(found)
        if np.isfinite(distance):
            self.point_chosen.emit(split, index)


def _direction(event: QEvent) -> tuple[float, float] | None:
    if not isinstance(event, QKeyEvent) or event.modifiers() & _OTHERS:
        return None
    return _ARROWS.get(Qt.Key(event.key()))
