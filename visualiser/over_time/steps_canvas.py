"""StepsCanvas: steps from left to right, of which one can be pointed at and gone to."""

from __future__ import annotations

from collections.abc import Sequence

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
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from visualiser.number_format import count
from visualiser.over_time.knowledge import Course
from visualiser.sentences import in_a_row
from visualiser.theme import DARK, Theme
from visualiser.widgets.arrow_keys import is_claimed
from visualiser.widgets.cost_axes import MIDDLE, Axes, ticks
from visualiser.widgets.labels import tabular

# Around the axes, in pixels, and the size of what is written there.
ABOVE, BELOW, GAP = 26.0, 26.0, 6.0
TEXT = 12
_LEAST_LEFT, _ACROSS, _MARK = 46.0, 4, 4.0
Ticks = Sequence[tuple[float, str]]


class StepsCanvas(QWidget):
    """What was looked at, at the steps at which it was.

    A click goes to the step; with the keyboard ← and → move from one to the next, and Enter
    goes there.

    Parameters
    ----------
    title : str
        Above it.
    tip : str
        What it shows, in a sentence or two.

    Signals
    -------
    step_pointed (int or None)
        Which of the steps that were looked at is pointed at.
    step_chosen (int)
        The step is to be gone to.
    """

    step_pointed = Signal(object)
    step_chosen = Signal(int)

    accessible_role = QAccessible.Role.Chart

    def __init__(self, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self._right = title, 12.0
        self.theme = DARK
        self.course: Course | None = None
        self.pointed: int | None = None
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        how = self.tr(
            "Click a step to go to it; with the keyboard, ← and → move from one to the next, and "
            "Enter goes there."
        )
        self.setToolTip(in_a_row((tip, how)))
        font = tabular(self.font())
        font.setPixelSize(TEXT)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(560, 220)

    def minimumSizeHint(self) -> QSize:
        """So small that something is still seen."""
        return QSize(260, 120)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.theme = theme
        self.update()

    def show_course(self, course: Course | None) -> None:
        """Show what is known now."""
        self.course = course
        self._describe()

    def show_pointed(self, step: int | None) -> None:
        """Mark the step that is pointed at, here or elsewhere."""
        self.pointed = step
        self._describe()

    def place(self) -> int | None:
        """Which of the steps is told of: the one pointed at, else the one nearest the present."""
        course = self.course
        if course is None or len(course.steps) == 0:
            return None
        return course.nearest(course.present if self.pointed is None else self.pointed)

    # ---------------------------------------------------------------- for those that are one

    def limits(self) -> tuple[float, float] | None:
        """The lowest and the highest value; None where there is nothing to draw."""
        raise NotImplementedError

    def ticks(self, lowest: float, highest: float) -> Ticks:
        """The values beside the axis, and how they are written."""
        return ticks(lowest, highest, 4)

    def padding(self, course: Course) -> float:  # noqa: ARG002 (others have one)
        """What is left free before the first step and after the last, in steps."""
        return 0.0

    def draw(self, painter: QPainter, axes: Axes, course: Course) -> None:
        """Draw what is known."""
        raise NotImplementedError

    def readout(self) -> str:
        """What is told of the step, in a sentence."""
        raise NotImplementedError

    # ---------------------------------------------------------------- places

    def axes(self) -> Axes | None:
        """Which steps and values are shown and where; None where there is nothing to draw."""
        found, course = self.limits(), self.course
        if course is None or found is None:
            return None
        metrics = QFontMetricsF(self.font())
        widest = (metrics.horizontalAdvance(text) for _, text in self.ticks(*found))
        left = max(max(widest, default=0.0) + GAP + 2, _LEAST_LEFT)
        box = QRectF(left, ABOVE, self.width() - left - self._right, self.height() - ABOVE - BELOW)
        pad = self.padding(course)
        return Axes(box, -pad, max(course.length, 1) + pad, *found)

    def step_under(self, place: QPointF) -> int | None:
        """Of the steps that were looked at, the one nearest to a place."""
        axes, course = self.axes(), self.course
        if axes is None or course is None:
            return None
        return int(course.steps[course.nearest(axes.weight_at(place.x()))])

    # ---------------------------------------------------------------- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the step under the pointer."""
        self.step_pointed.emit(self.step_under(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step under the pointer."""
        step = self.step_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and step is not None:
            self.step_pointed.emit(step)
            self.step_chosen.emit(step)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of the present step again."""
        super().leaveEvent(event)
        self.step_pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of the present step again."""
        super().focusOutEvent(event)
        self.step_pointed.emit(None)

    def event(self, event: QEvent) -> bool:
        """Claim the arrows, which elsewhere take steps."""
        return True if is_claimed(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from step to step, or choose one."""
        keys, course, place = Qt.Key, self.course, self.place()
        moves = {keys.Key_Left: -1, keys.Key_PageUp: -1, keys.Key_Right: 1, keys.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if course is None or place is None:
            super().keyPressEvent(event)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.step_chosen.emit(int(course.steps[place]))
        elif key in moves:
            there = min(max(place + moves[key], 0), len(course.steps) - 1)
            self.step_pointed.emit(int(course.steps[there]))
        else:
            super().keyPressEvent(event)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.readout())
        self.update()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        axes, course = self.axes(), self.course
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.theme.colour("text"))
            room = QRectF(4, 2, self.width() - 8, 18)
            elide = Qt.TextElideMode.ElideRight
            title = QFontMetricsF(self.font()).elidedText(self.title, elide, room.width())
            painter.drawText(room, MIDDLE, title)
            if self.hasFocus():
                painter.setPen(QPen(self.theme.colour("accent"), 1))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if axes is not None and course is not None:
                self._draw_axes(painter, axes)
                self.draw(painter, axes, course)
                self._draw_marks(painter, axes, course)
        finally:
            painter.end()

    def _draw_axes(self, painter: QPainter, axes: Axes) -> None:
        theme, box, right = self.theme, axes.box, Qt.AlignmentFlag.AlignRight
        for value, text in self.ticks(axes.lowest, axes.highest):
            y = axes.point(axes.left, value).y()
            painter.setPen(theme.colour("hairline"))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(QRectF(0, y - 8, box.left() - GAP, 16), right | MIDDLE, text)
        self._draw_steps(painter, axes)

    def _draw_steps(self, painter: QPainter, axes: Axes) -> None:
        box, centred = axes.box, Qt.AlignmentFlag.AlignHCenter
        unit = self.tr("step", "beside an axis of steps")
        metrics = QFontMetricsF(painter.font())
        painter.drawText(QRectF(4, box.bottom() + 6, box.left(), 16), MIDDLE, unit)
        end = 4 + metrics.horizontalAdvance(unit) + GAP
        for step, _ in ticks(0.0, axes.left + axes.right, _ACROSS):
            text, x = count(round(step)), axes.point(step, axes.lowest).x()
            width = metrics.horizontalAdvance(text)
            # Neither over the unit nor cut off at the edge.
            x = min(max(x, end + width / 2), self.width() - width / 2 - 2)
            if step == round(step):
                place = QRectF(x - width / 2 - 2, box.bottom() + 6, width + 4, 16)
                painter.drawText(place, centred | MIDDLE, text)

    def _draw_marks(self, painter: QPainter, axes: Axes, course: Course) -> None:
        now = self.theme.colour("selected")
        self._draw_upright(painter, axes, course.present, QPen(now, 1.4))
        tip = axes.point(course.present, axes.highest)
        sides = QPointF(-_MARK, -_MARK - 2), QPointF(_MARK, -_MARK - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now)
        painter.drawPolygon(QPolygonF([tip, tip + sides[0], tip + sides[1]]))
        if self.pointed is not None:
            pen = QPen(self.theme.colour("text", 0.7), 1, Qt.PenStyle.DashLine)
            self._draw_upright(painter, axes, self.pointed, pen)

    @staticmethod
    def _draw_upright(painter: QPainter, axes: Axes, step: int, pen: QPen) -> None:
        x = axes.point(step, axes.lowest).x()
        painter.setPen(pen)
        painter.drawLine(QPointF(x, axes.box.top() - 2), QPointF(x, axes.box.bottom() + 3))
