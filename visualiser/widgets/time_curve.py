"""TimeCurve: one number of the network over the steps taken, with the present step on it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
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

from visualiser.number_format import count, fixed
from visualiser.sentences import in_a_row
from visualiser.theme import DARK, Theme
from visualiser.widgets.cost_axes import Axes, ticks
from visualiser.widgets.labels import letters, tabular
from visualiser.widgets.time_points import Points, limits, pieces

_WIDTH, _HEIGHT, _TEXT, _LETTER = 344, 104, 11, 13
# Around the axes, in pixels.
_ABOVE, _BELOW, _GAP = 20.0, 18.0, 6.0
_DOT, _RING, _POINT = 3.5, 6.0, 1.4
_ACROSS, _UP = 4, 3
# Points at least so many pixels apart are seen one by one.
_APART = 6.0
# How well the past, and what came after the present step, are seen.
_PAST, _FUTURE = 0.85, 0.34


class TimeCurve(QWidget):
    """The curve: what came before the present step, and, paler, what came after it.

    Parameters
    ----------
    letter : str
        The number's.
    name, tip : str
        What it is, as it is told to who cannot see it, and in a sentence.

    Signals
    -------
    step_chosen (int)
        A point was clicked, or Enter pressed on it: the step is to be gone to.
    """

    step_chosen = Signal(int)

    accessible_role = QAccessible.Role.Chart

    def __init__(self, letter: str, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._theme = DARK
        self._points: Points | None = None
        self._pointed: int | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        how = self.tr(
            "Click a point to go to its step; with the keyboard, Page Up and Page Down move "
            "from point to point, and Enter goes there."
        )
        self.setToolTip(in_a_row((tip, how)))

    def sizeHint(self) -> QSize:
        """As wide as the inspector has room for."""
        return QSize(_WIDTH, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_points(self, points: Points) -> None:
        """Show these."""
        self._points = points
        self._describe()
        self.update()

    def readout(self) -> str:
        """The step and the value of the point that is pointed at, else of the present one."""
        points = self._points
        if points is None:
            return ""
        place = points.place if self._pointed is None else points.nearest(self._pointed)
        return self.tr("Step {step}: {letter} = {value}").format(
            step=count(int(points.steps[place])),
            letter=self._letter,
            value=fixed(float(points.values[place])),
        )

    def axes(self) -> Axes | None:
        """Which steps and values are shown and where; None where there is nothing to draw."""
        points = self._points
        found = None if points is None else limits(points.values)
        if points is None or found is None:
            return None
        metrics = QFontMetricsF(self._font())
        numbers = (metrics.horizontalAdvance(text) for _, text in ticks(*found, _UP))
        start = max(max(numbers, default=0.0), 14.0) + _GAP + 2
        end = self.width() - metrics.horizontalAdvance(self._unit()) - _GAP - 4
        box = QRectF(start, _ABOVE, end - start, self.height() - _ABOVE - _BELOW)
        return Axes(box, 0.0, float(max(points.length, 1)), *found)

    # ---------------------------------------------------------------- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the point under the pointer."""
        self._point_at(self._step_under(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._point_at(self._step_under(event.position()))
            self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell the present point again."""
        super().leaveEvent(event)
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the present point again."""
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from point to point, or choose one."""
        moves = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        points = self._points
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in moves and points is not None:
            at = points.place if self._pointed is None else points.nearest(self._pointed)
            place = min(max(at + moves[key], 0), len(points.steps) - 1)
            self._point_at(int(points.steps[place]))
        else:
            super().keyPressEvent(event)

    def _step_under(self, place: QPointF) -> int | None:
        axes, points = self.axes(), self._points
        if axes is None or points is None:
            return None
        share = (place.x() - axes.box.left()) / axes.box.width()
        return int(points.steps[points.nearest(share * axes.right)])

    def _point_at(self, step: int | None) -> None:
        if step != self._pointed:
            self._pointed = step
            self._describe()
        self.update()

    def _choose(self) -> None:
        if self._pointed is not None and self._points is not None:
            place = self._points.nearest(self._pointed)
            self.step_chosen.emit(int(self._points.steps[place]))

    def _describe(self) -> None:
        self.setAccessibleDescription(self.readout())

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        axes, points = self.axes(), self._points
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_words(painter)
            if axes is not None and points is not None:
                self._draw_axes(painter, axes)
                self._draw_curve(painter, axes, points)
                self._draw_marks(painter, axes, points)
        finally:
            painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        theme, top = self._theme, QRectF(0, 0, self.width(), _ABOVE - 4)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1))
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, 4, 4)
        sides = Qt.AlignmentFlag
        painter.setPen(theme.colour("secondary"))
        painter.setFont(letters(self.font(), _LETTER))
        painter.drawText(top.adjusted(4, 0, 0, 0), sides.AlignVCenter, self._letter)
        painter.setPen(theme.colour("text" if self._pointed is not None else "secondary"))
        painter.setFont(self._font())
        painter.drawText(top.adjusted(0, 0, -4, 0), sides.AlignRight | _MIDDLE, self.readout())

    def _draw_axes(self, painter: QPainter, axes: Axes) -> None:
        theme, box, sides = self._theme, axes.box, Qt.AlignmentFlag
        for value, text in ticks(axes.lowest, axes.highest, _UP):
            y = axes.point(axes.left, value).y()
            painter.setPen(theme.colour("hairline"))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.colour("secondary"))
            place = QRectF(0, y - 8, box.left() - _GAP, 16)
            painter.drawText(place, sides.AlignRight | _MIDDLE, text)
        for step, _ in ticks(axes.left, axes.right, _ACROSS):
            if step == round(step):
                x = axes.point(step, axes.lowest).x()
                place = QRectF(x - 40, box.bottom() + 2, 80, _BELOW - 2)
                painter.drawText(place, sides.AlignHCenter | _MIDDLE, count(round(step)))
        beside = QRectF(box.right() + _GAP, box.bottom() - 13, self.width(), 18)
        painter.drawText(beside, _MIDDLE, self._unit())

    def _draw_curve(self, painter: QPainter, axes: Axes, points: Points) -> None:
        here, theme = points.place, self._theme
        places = [
            axes.point(step, value) if math.isfinite(value) else None
            for step, value in zip(points.steps.tolist(), points.values.tolist(), strict=True)
        ]
        is_sparse = axes.box.width() >= _APART * len(places)
        for part, strength in ((places[here:], _FUTURE), (places[: here + 1], _PAST)):
            painter.setPen(QPen(theme.colour("text", strength), 1.6))
            painter.setBrush(theme.colour("text", strength))
            for piece in pieces(part):
                painter.drawPolyline(QPolygonF(piece))
                for point in piece if is_sparse or len(piece) == 1 else ():
                    painter.drawEllipse(point, _POINT, _POINT)

    def _draw_marks(self, painter: QPainter, axes: Axes, points: Points) -> None:
        theme, box = self._theme, axes.box
        x = axes.point(points.present, axes.lowest).x()
        painter.setPen(QPen(theme.colour("selected", 0.8), 1))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        value = float(points.values[points.place])
        if math.isfinite(value):
            painter.setPen(QPen(theme.colour("panel"), 1))
            painter.setBrush(theme.colour("selected"))
            painter.drawEllipse(axes.point(points.present, value), _DOT, _DOT)
        if self._pointed is None:
            return
        place = points.nearest(self._pointed)
        value = float(points.values[place])
        if math.isfinite(value):
            painter.setPen(QPen(theme.colour("text"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(axes.point(int(points.steps[place]), value), _RING, _RING)

    def _unit(self) -> str:
        return self.tr("step", "beside an axis of steps")

    def _font(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(_TEXT)
        return font


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
