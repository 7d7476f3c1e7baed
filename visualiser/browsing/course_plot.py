"""CoursePlot: all outputs for one example over the steps taken."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
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
from PySide6.QtWidgets import QWidget

from core.parameters import IntArray
from visualiser.browsing.words import class_name
from visualiser.number_format import count, fixed
from visualiser.theme import DARK, Theme
from visualiser.training.browsing_questions import AnswerCourse
from visualiser.training.messages import RunDescription
from visualiser.widgets.cost_axes import Axes, ticks
from visualiser.widgets.labels import letters, tabular
from visualiser.widgets.time_points import limits

_ABOVE, _BELOW, _GAP, _RIGHT, _TEXT = 24.0, 40.0, 6.0, 84.0, 12
_UP, _ACROSS, _MARK = 4, 6, 5.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def turns(course: AnswerCourse) -> IntArray:
    """The points at which the example is read right and was not before, or the other way round.

    The first point counts where it is right there.
    """
    is_right = course.answers == course.label
    before = np.concatenate([[False], is_right[:-1]])
    return np.flatnonzero(is_right != before)


class CoursePlot(QWidget):
    """The curves: the true class's in green, the answer's in orange where it is wrong.

    Below them a triangle that points up stands where the example became right, one that points
    down where it was forgotten.

    Signals
    -------
    step_chosen (int)
        A point was clicked, or Enter pressed on it: the step is to be gone to.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._description: RunDescription | None = None
        self._course: AnswerCourse | None = None
        self._present = 0
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Outputs for the shown example at the steps taken"))
        self.setToolTip(
            self.tr(
                "a of every output at the steps taken. Click a point to go to its step; with the "
                "keyboard, arrows move from point to point, and Enter goes there."
            )
        )

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(820, 420)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_course(self, description: RunDescription, course: AnswerCourse | None) -> None:
        """Show this; nothing with None."""
        self._description, self._course = description, course
        self._point_at(None)

    def show_present(self, step: int) -> None:
        """Mark the step that the run is at."""
        if step != self._present:
            self._present = step
            self._point_at(self._pointed)

    def readout(self) -> str:
        """What the network said at the point that is pointed at, else at the present one."""
        course, description, place = self._course, self._description, self._place()
        if course is None or description is None:
            return ""
        answer = int(course.answers[place])
        fields = {
            "step": count(int(course.steps[place])),
            "answer": class_name(description, answer),
            "label": class_name(description, course.label),
            "a": fixed(self._a(course, answer, place)),
            "true_a": fixed(self._a(course, course.label, place)),
        }
        text = (
            self.tr("Step {step}: read right as {answer}, a = {a}")
            if answer == course.label
            else self.tr("Step {step}: misread as {answer}, a = {a}; a of {label} = {true_a}")
        )
        return text.format(**fields)

    @staticmethod
    def _a(course: AnswerCourse, label: int, place: int) -> float:
        return float(course.outputs[min(label, len(course.outputs) - 1), place])

    def _place(self) -> int:
        course = self._course
        if course is None:
            return 0
        step = self._present if self._pointed is None else self._pointed
        return int(np.abs(course.steps - step).argmin())

    def axes(self) -> Axes | None:
        """Which steps and values are shown and where; None where there is nothing to draw."""
        course = self._course
        found = None if course is None else limits(course.outputs.ravel())
        if course is None or found is None:
            return None
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(text) for _, text in ticks(*found, _UP)), default=0)
        left = widest + _GAP + 4
        width, height = self.width() - left - _RIGHT, self.height() - _ABOVE - _BELOW
        last = float(max(int(course.steps[-1]), 1))
        return Axes(QRectF(left, _ABOVE, width, height), 0.0, last, *found)

    # ---------------------------------------------------------------- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the point under the pointer."""
        self._point_at(self._step_under(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point under the pointer."""
        step = self._step_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and step is not None:
            self._point_at(step)
            self.step_chosen.emit(step)

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
        keys, course = Qt.Key, self._course
        moves = {keys.Key_Left: -1, keys.Key_PageUp: -1, keys.Key_Right: 1, keys.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if course is None:
            super().keyPressEvent(event)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.step_chosen.emit(int(course.steps[self._place()]))
        elif key in moves:
            place = min(max(self._place() + moves[key], 0), len(course.steps) - 1)
            self._point_at(int(course.steps[place]))
        else:
            super().keyPressEvent(event)

    def _step_under(self, place: QPointF) -> int | None:
        axes, course = self.axes(), self._course
        if axes is None or course is None:
            return None
        return int(course.steps[np.abs(course.steps - axes.weight_at(place.x())).argmin()])

    def _point_at(self, step: int | None) -> None:
        self._pointed = step
        self.setAccessibleDescription(self.readout())
        self.update()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        axes, course = self.axes(), self._course
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(self._theme.colour("accent"), 1))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if axes is not None and course is not None:
                self._draw_axes(painter, axes)
                self._draw_curves(painter, axes, course)
                self._draw_turns(painter, axes, course)
                self._draw_here(painter, axes, course)
        finally:
            painter.end()

    def _draw_axes(self, painter: QPainter, axes: Axes) -> None:
        theme, box, sides = self._theme, axes.box, Qt.AlignmentFlag
        painter.setFont(self._font())
        for value, text in ticks(axes.lowest, axes.highest, _UP):
            y = axes.point(0, value).y()
            painter.setPen(theme.colour("hairline"))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.colour("secondary"))
            place = QRectF(0, y - 8, box.left() - _GAP, 16)
            painter.drawText(place, sides.AlignRight | _MIDDLE, text)
        for step, _ in ticks(axes.left, axes.right, _ACROSS):
            if step == round(step):
                x = axes.point(step, axes.lowest).x()
                place = QRectF(x - 40, self.height() - 20, 80, 16)
                painter.drawText(place, sides.AlignHCenter | _MIDDLE, count(round(step)))
        unit = QRectF(box.right() + 26, self.height() - 20, 60, 16)
        painter.drawText(unit, _MIDDLE, self.tr("step", "beside an axis of steps"))
        painter.drawText(QRectF(box.left(), 2, box.width(), 16), _MIDDLE, self.readout())
        painter.setFont(letters(self.font(), 14))
        painter.drawText(QRectF(4, 2, 20, 16), _MIDDLE, "a")

    def _draw_curves(self, painter: QPainter, axes: Axes, course: AnswerCourse) -> None:
        place = self._place()
        answer, label = int(course.answers[place]), course.label
        last = len(course.outputs) - 1
        # The one that matters most is drawn last, above the others.
        marked = {min(answer, last): "negative", min(label, last): "right"}
        if last == 0 and answer != label:
            marked = {0: "negative"}
        for row in range(len(course.outputs)):
            if row not in marked:
                self._draw_curve(painter, axes, course, row, "secondary", 1.0)
        for row, colour in marked.items():
            self._draw_curve(painter, axes, course, row, colour, 2.2)
        self._name_curves(painter, axes, course, marked)

    def _draw_curve(
        self,
        painter: QPainter,
        axes: Axes,
        course: AnswerCourse,
        row: int,
        colour: str,
        width: float,
    ) -> None:
        strength = 0.5 if colour == "secondary" else 1.0
        painter.setPen(QPen(self._theme.colour(colour, strength), width))
        piece: list[QPointF] = []
        values = course.outputs[row].tolist()
        for step, value in zip(course.steps.tolist(), values, strict=True):
            if np.isfinite(value):
                piece.append(axes.point(step, value))
                continue
            painter.drawPolyline(QPolygonF(piece))
            piece = []
        painter.drawPolyline(QPolygonF(piece))

    def _name_curves(
        self, painter: QPainter, axes: Axes, course: AnswerCourse, marked: dict[int, str]
    ) -> None:
        """Write the class of each curve that stands out at its end."""
        if self._description is None:
            return
        painter.setFont(self._font())
        metrics = QFontMetricsF(painter.font())
        taken: list[float] = []
        for row, colour in reversed(marked.items()):
            value = float(course.outputs[row, -1])
            if not np.isfinite(value):
                continue
            y = axes.point(axes.right, value).y()
            for other in taken:
                if abs(y - other) < 15:
                    y = other + (15 if y >= other else -15)
            taken.append(y)
            label = 1 if len(course.outputs) == 1 else row
            name = class_name(self._description, label)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _RIGHT - 12)
            painter.setPen(self._theme.colour(colour))
            painter.drawText(QRectF(axes.box.right() + 8, y - 8, _RIGHT - 10, 16), _MIDDLE, text)

    def _draw_turns(self, painter: QPainter, axes: Axes, course: AnswerCourse) -> None:
        y = axes.box.bottom() + 11
        painter.setPen(Qt.PenStyle.NoPen)
        for place in turns(course):
            is_right = course.answers[place] == course.label
            x = axes.point(int(course.steps[place]), axes.lowest).x()
            up = -_MARK if is_right else _MARK
            painter.setBrush(self._theme.colour("right" if is_right else "negative"))
            points = [QPointF(x, y + up), QPointF(x - _MARK, y - up), QPointF(x + _MARK, y - up)]
            painter.drawPolygon(QPolygonF(points))

    def _draw_here(self, painter: QPainter, axes: Axes, course: AnswerCourse) -> None:
        box = axes.box
        x = axes.point(self._present, axes.lowest).x()
        painter.setPen(QPen(self._theme.colour("selected", 0.8), 1))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        if self._pointed is not None:
            x = axes.point(int(course.steps[self._place()]), axes.lowest).x()
            painter.setPen(QPen(self._theme.colour("text", 0.6), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))

    def _font(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(_TEXT)
        return font
