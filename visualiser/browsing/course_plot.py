"""CoursePlot: all outputs for one example over the steps taken."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from visualiser.browsing.course_painter import CoursePainter, axes_of
from visualiser.browsing.words import class_name
from visualiser.number_format import count, fixed
from visualiser.theme import DARK, Theme
from visualiser.training.browsing_questions import AnswerCourse
from visualiser.training.messages import RunDescription
from visualiser.widgets.cost_axes import Axes


class CoursePlot(QWidget):
    """The curves: the true class's in green, the answer's in ``negative`` where it is wrong.

    Where nobody has said what the example truly is, that of the answer stands out.

    Below them a triangle that points up stands where the example became right, one that points
    down where it was forgotten.

    Signals
    -------
    step_chosen (int)
        A point was clicked, or Enter pressed on it: the step is to be gone to.
    """

    step_chosen = Signal(int)

    accessible_role = QAccessible.Role.Chart

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
        answer, label = int(course.answers[place]), course.label
        fields = {
            "step": count(int(course.steps[place])),
            "answer": class_name(description, answer),
            "a": fixed(self._a(course, answer, place)),
        }
        if label is None:
            return self.tr("Step {step}: read as {answer}, a = {a}").format(**fields)
        if answer == label:
            return self.tr("Step {step}: read right as {answer}, a = {a}").format(**fields)
        text = self.tr("Step {step}: misread as {answer}, a = {a}; a of {label} = {true_a}")
        return text.format(
            label=class_name(description, label),
            true_a=fixed(self._a(course, label, place)),
            **fields,
        )

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
        if self._course is None:
            return None
        return axes_of(self._course, self.font(), self.width(), self.height())

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
        axes, course, described = self.axes(), self._course, self._description
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(self._theme.colour("accent"), 1))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if axes is not None and course is not None and described is not None:
                drawn = CoursePainter(
                    self._theme,
                    self.font(),
                    described,
                    course,
                    axes,
                    self._present,
                    self._place(),
                )
                drawn.draw(painter, self.readout(), self._pointed is not None)
        finally:
            painter.end()
