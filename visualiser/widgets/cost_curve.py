"""CostCurve: C as one weight moves, with its slope, and a dot at W that can be dragged."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import WeightCurve
from visualiser.widgets.coloured import sign_colour
from visualiser.widgets.cost_axes import (
    BELOW,
    GAP,
    RIGHT,
    UP,
    Axes,
    Dot,
    dot_at,
    draw_axes,
    finite_pieces,
    limits,
    ticks,
)
from visualiser.widgets.focus_ring import draw_ring
from visualiser.widgets.labels import tabular
from visualiser.widgets.live_edit import as_held

_WIDTH, _HEIGHT, _TEXT, _ABOVE = 344, 130, 11, 20.0
_DOT, _HALO, _RING = 3.5, 8.0, 6.5
# How near to the dot it can be grabbed, in pixels.
_NEAR = 12.0
# A key moves W by such a part of a power of ten that its axis spans.
_STEP, _SHIFT = 0.05, 10
_LEFT_AND_RIGHT = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CostCurve(QWidget):
    """The curve, its tangent, the present W as a dot and the next one as a ring.

    The dot can be dragged along the curve, from one end to the other, and moved by keys. It
    is a `Handle` of `visualiser.widgets.live_edit`.

    Signals
    -------
    grabbed, moved (float), released, given_up, entered (float, bool)
        See `Handle`.
    """

    grabbed = Signal()
    moved = Signal(float)
    released = Signal()
    given_up = Signal()
    entered = Signal(float, bool)

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._curve: WeightCurve | None = None
        self._held: float | None = None
        # From the pointer to the dot when it was grabbed; None while it is not.
        self._grip: float | None = None
        self._is_near = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("C as this weight moves"))
        self.setToolTip(
            self.tr(
                "C for every value of this weight, all others as they are. The dashed line "
                "touches it at the present W: its slope is ∂C/∂W. Drag the dot, or press Left "
                "or Right, to move W."
            )
        )

    def sizeHint(self) -> QSize:
        """As wide as the inspector has room for."""
        return QSize(_WIDTH, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    # ---------------------------------------------------------------- what is shown

    def show_curve(self, curve: WeightCurve | None) -> None:
        """Show this curve; None for no curve yet.

        While W is held elsewhere, a curve through another W is an old one, and left out.
        """
        if curve is self._curve and self._held is None:
            return
        is_old = curve is not None and self._held not in (None, as_held(curve.line.value))
        if is_old or (curve is not None and self._grip is not None):
            return
        self._curve = curve
        self.let_go()

    def hold(self, weight: float) -> None:
        """Put the dot at this W, on the curve as it is, until a curve through it is shown."""
        if weight != self._held:
            self._held = weight
            self.update()

    def let_go(self) -> None:
        """Put the dot where the curve has it, and show every curve that comes."""
        self._grip = self._held = None
        self.update()

    @property
    def curve(self) -> WeightCurve | None:
        """What is shown."""
        return self._curve

    @property
    def held(self) -> float | None:
        """Where the dot is held; None where it is at the curve's own W."""
        return self._held

    def dot(self) -> Dot | None:
        """Where the dot is; None where the curve does not go."""
        return None if self._curve is None else dot_at(self._curve, self._held)

    def axes(self) -> Axes | None:
        """What is shown and where; None where there is nothing to draw."""
        curve = self._curve
        if curve is None:
            return None
        line, edges = curve.line, limits(curve)
        if edges is None:
            return None
        labels = [text for _, text in ticks(*edges, UP)]
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(text) for text in labels), default=0.0)
        # The letter C stands above the numbers.
        start = max(widest, 14.0) + GAP + 2
        box = QRectF(start, _ABOVE, self.width() - start - RIGHT, self.height() - _ABOVE - BELOW)
        return Axes(box, float(line.values[0]), float(line.values[-1]), *edges)

    # ---------------------------------------------------------------- by hand

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from stepping through the run."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in _LEFT_AND_RIGHT:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move W by Left and Right; give a drag up by Esc."""
        steps = _LEFT_AND_RIGHT.get(Qt.Key(event.key()))
        if steps is not None and self._grip is None:
            self._step(steps, event)
        elif event.key() == Qt.Key.Key_Escape and self._grip is not None:
            self._grip = None
            self._look_near(None)
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the dot."""
        place = self._place_of_dot()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and place is not None and self._is_at_dot(event.position()):
            self._grip = place.x() - event.position().x()
            self._look_near(event.position())
            self.grabbed.emit()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, or show that it can be."""
        axes = self.axes()
        if self._grip is None or axes is None:
            self._look_near(event.position())
            return
        weight = as_held(axes.weight_at(event.position().x() + self._grip))
        if weight != self._held:
            self.moved.emit(weight)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave it where it is."""
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            self._look_near(event.position())
            self.released.emit()
        else:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show no longer that it can be grabbed."""
        super().leaveEvent(event)
        self._look_near(None)

    def _step(self, steps: int, event: QKeyEvent) -> None:
        axes, dot = self.axes(), self.dot()
        if axes is None or dot is None:
            return
        step = _STEP * 10.0 ** math.floor(math.log10(axes.right - axes.left))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step *= _SHIFT
        weight = min(max(dot.weight + steps * step, axes.left), axes.right)
        self.entered.emit(as_held(weight), event.isAutoRepeat())

    def _look_near(self, pointer: QPointF | None) -> None:
        """Show whether the dot can be grabbed where the pointer is."""
        is_over = pointer is not None and self._is_at_dot(pointer)
        is_grabbed = self._grip is not None
        if is_grabbed:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif is_over:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
        if (is_over or is_grabbed) != self._is_near:
            self._is_near = is_over or is_grabbed
            self.update()

    def _is_at_dot(self, pointer: QPointF) -> bool:
        place = self._place_of_dot()
        return place is not None and QLineF(place, pointer).length() <= _NEAR

    def _place_of_dot(self) -> QPointF | None:
        axes, dot = self.axes(), self.dot()
        return None if axes is None or dot is None else axes.point(dot.weight, dot.cost)

    # ---------------------------------------------------------------- drawing

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        axes, curve = self.axes(), self._curve
        if axes is None or curve is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_axes(painter, axes, self._theme, self._font())
            painter.setClipRect(axes.box.adjusted(-1, -1, 1, 1))
            self._draw_curve(painter, axes, curve)
            painter.setClipping(False)
            self._draw_marks(painter, axes, curve)
            if self.hasFocus():
                draw_ring(painter, self.rect(), self._theme.colour("accent"))
        finally:
            painter.end()

    def _draw_curve(self, painter: QPainter, axes: Axes, curve: WeightCurve) -> None:
        theme, dot = self._theme, self.dot()
        painter.setPen(QPen(theme.colour("text", 0.85), 1.8))
        for piece in finite_pieces(curve):
            painter.drawPolyline(QPolygonF([axes.point(*point) for point in piece]))
        if dot is None:
            return
        slope = dot.slope
        ends = [(w, dot.cost + slope * (w - dot.weight)) for w in (axes.left, axes.right)]
        if all(math.isfinite(cost) for _, cost in ends):
            name = sign_colour(theme, slope) or theme.secondary
            painter.setPen(QPen(QColor(name), 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(*(axes.point(*end) for end in ends))

    def _draw_marks(self, painter: QPainter, axes: Axes, curve: WeightCurve) -> None:
        theme, place = self._theme, self._place_of_dot()
        # From another W, the next step leads elsewhere.
        has_ring = self._held is None and math.isfinite(curve.next_value)
        if has_ring and axes.lowest <= curve.next_cost <= axes.highest:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("text"), 1.4))
            painter.drawEllipse(axes.point(curve.next_value, curve.next_cost), _RING, _RING)
        if place is not None:
            if self._is_near or self.hasFocus():
                painter.setPen(QPen(theme.colour("selected"), 1.2))
                painter.setBrush(theme.colour("selected", 0.25))
                painter.drawEllipse(place, _HALO, _HALO)
            painter.setPen(QPen(theme.colour("panel"), 1))
            painter.setBrush(theme.colour("selected"))
            painter.drawEllipse(place, _DOT, _DOT)

    def _font(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(_TEXT)
        return font
