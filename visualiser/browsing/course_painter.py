"""CoursePainter: draws the outputs for one example over the steps taken."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from core.parameters import IntArray
from visualiser.browsing.words import class_name
from visualiser.number_format import count
from visualiser.theme import Theme
from visualiser.training.browsing_questions import AnswerCourse
from visualiser.training.messages import RunDescription
from visualiser.widgets.cost_axes import Axes, ticks
from visualiser.widgets.labels import letters, tabular
from visualiser.widgets.time_points import limits

_ABOVE, _BELOW, _GAP, _RIGHT, _TEXT = 24.0, 40.0, 6.0, 84.0, 12
_UP, _ACROSS, _MARK = 4, 6, 5.0
# How strong what is after the present step is, beside what is before it.
_FUTURE = 0.4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def turns(course: AnswerCourse) -> IntArray:
    """The points at which the example is read right and was not before, or the other way round.

    The first point counts where it is right there; where nobody has said what is right, none does.
    """
    if course.label is None:
        return np.zeros(0, np.int64)
    is_right = course.answers == course.label
    before = np.concatenate([[False], is_right[:-1]])
    return np.flatnonzero(is_right != before)


def axes_of(course: AnswerCourse, font: QFont, width: float, height: float) -> Axes | None:
    """Which steps and values are shown and where; None where there is nothing to draw."""
    found = limits(course.outputs.ravel())
    if found is None:
        return None
    metrics = QFontMetricsF(small(font))
    widest = max((metrics.horizontalAdvance(text) for _, text in ticks(*found, _UP)), default=0)
    left = widest + _GAP + 4
    box = QRectF(left, _ABOVE, width - left - _RIGHT, height - _ABOVE - _BELOW)
    return Axes(box, 0.0, float(max(int(course.steps[-1]), 1)), *found)


def small(font: QFont) -> QFont:
    """The font of what is written beside the curves."""
    made = tabular(font)
    made.setPixelSize(_TEXT)
    return made


@dataclass(frozen=True)
class CoursePainter:
    """Draws a course: what is after the present step is paler.

    Attributes
    ----------
    theme : Theme
    font : QFont
    description : RunDescription
    course : AnswerCourse
    axes : Axes
    present : int
        The step that the run is at.
    place : int
        The point that is told of: its answer is the curve that stands out.
    """

    theme: Theme
    font: QFont
    description: RunDescription
    course: AnswerCourse
    axes: Axes
    present: int
    place: int

    def draw(self, painter: QPainter, readout: str, is_pointed: bool) -> None:
        """Draw all of it; the point as well where one is pointed at."""
        self._draw_axes(painter, readout)
        marked = self._marked()
        self._draw_curves(painter, marked)
        self._name_curves(painter, marked)
        self._draw_turns(painter)
        self._draw_here(painter, is_pointed)

    def _draw_axes(self, painter: QPainter, readout: str) -> None:
        theme, axes, box, sides = self.theme, self.axes, self.axes.box, Qt.AlignmentFlag
        painter.setFont(small(self.font))
        foot = box.bottom() + _BELOW - 20
        for value, text in ticks(axes.lowest, axes.highest, _UP):
            y = axes.point(0, value).y()
            painter.setPen(theme.colour("hairline"))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.colour("secondary"))
            place = QRectF(0, y - 8, box.left() - _GAP, 16)
            painter.drawText(place, sides.AlignRight | _MIDDLE, text)
        for step, _ in ticks(axes.left, axes.right, _ACROSS):
            if step == round(step):
                place = QRectF(axes.point(step, axes.lowest).x() - 40, foot, 80, 16)
                painter.drawText(place, sides.AlignHCenter | _MIDDLE, count(round(step)))
        unit = QCoreApplication.translate("CoursePlot", "step", "beside an axis of steps")
        painter.drawText(QRectF(box.right() + 26, foot, 60, 16), _MIDDLE, unit)
        room = QRectF(box.left(), 2, box.width() + _RIGHT, 16)
        elide = Qt.TextElideMode.ElideRight
        told = QFontMetricsF(painter.font()).elidedText(readout, elide, room.width())
        painter.drawText(room, _MIDDLE, told)
        painter.setFont(letters(self.font, 14))
        painter.drawText(QRectF(4, 2, 20, 16), _MIDDLE, "a")

    def _marked(self) -> dict[int, str]:
        """The curves that stand out, and their colours; what matters most is the last."""
        course = self.course
        answer, label, last = int(course.answers[self.place]), course.label, len(course.outputs) - 1
        if label is None:
            return {min(answer, last): "text"}
        if last == 0:
            return {0: "right" if answer == label else "negative"}
        return {answer: "negative", label: "right"}

    def _draw_curves(self, painter: QPainter, marked: dict[int, str]) -> None:
        """Draw all curves, those that stand out above the others."""
        x = self.axes.point(self.present, self.axes.lowest).x()
        right = self.axes.box.right() + _RIGHT
        height = self.axes.box.bottom() + _BELOW
        past, future = QRectF(0, 0, x, height), QRectF(x, 0, max(right - x, 0.0), height)
        for part, strength in ((future, _FUTURE), (past, 1.0)):
            painter.save()
            painter.setClipRect(part)
            for row in range(len(self.course.outputs)):
                if row not in marked:
                    self._draw_curve(painter, row, "secondary", 0.5 * strength, 1.0)
            for row, colour in marked.items():
                self._draw_curve(painter, row, colour, strength, 2.2)
            painter.restore()

    def _draw_curve(
        self, painter: QPainter, row: int, colour: str, strength: float, width: float
    ) -> None:
        painter.setPen(QPen(self.theme.colour(colour, strength), width))
        piece: list[QPointF] = []
        values = self.course.outputs[row].tolist()
        for step, value in zip(self.course.steps.tolist(), values, strict=True):
            if np.isfinite(value):
                piece.append(self.axes.point(step, value))
                continue
            painter.drawPolyline(QPolygonF(piece))
            piece = []
        painter.drawPolyline(QPolygonF(piece))

    def _name_curves(self, painter: QPainter, marked: dict[int, str]) -> None:
        """Write the class of each curve that stands out at its end."""
        painter.setFont(small(self.font))
        metrics = QFontMetricsF(painter.font())
        taken: list[float] = []
        for row, colour in reversed(marked.items()):
            value = float(self.course.outputs[row, -1])
            if not np.isfinite(value):
                continue
            y = self.axes.point(self.axes.right, value).y()
            for other in taken:
                if abs(y - other) < 15:
                    y = other + (15 if y >= other else -15)
            taken.append(y)
            name = class_name(self.description, 1 if len(self.course.outputs) == 1 else row)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _RIGHT - 12)
            painter.setPen(self.theme.colour(colour))
            room = QRectF(self.axes.box.right() + 8, y - 8, _RIGHT - 10, 16)
            painter.drawText(room, _MIDDLE, text)

    def _draw_turns(self, painter: QPainter) -> None:
        course, y = self.course, self.axes.box.bottom() + 11
        painter.setPen(Qt.PenStyle.NoPen)
        for place in turns(course):
            is_right, step = course.answers[place] == course.label, int(course.steps[place])
            x = self.axes.point(step, self.axes.lowest).x()
            up = -_MARK if is_right else _MARK
            strength = 1.0 if step <= self.present else _FUTURE
            painter.setBrush(self.theme.colour("right" if is_right else "negative", strength))
            points = [QPointF(x, y + up), QPointF(x - _MARK, y - up), QPointF(x + _MARK, y - up)]
            painter.drawPolygon(QPolygonF(points))

    def _draw_here(self, painter: QPainter, is_pointed: bool) -> None:
        self._draw_upright(painter, self.present, QPen(self.theme.colour("selected", 0.8), 1))
        if is_pointed:
            pen = QPen(self.theme.colour("text", 0.6), 1, Qt.PenStyle.DashLine)
            self._draw_upright(painter, int(self.course.steps[self.place]), pen)

    def _draw_upright(self, painter: QPainter, step: int, pen: QPen) -> None:
        box, x = self.axes.box, self.axes.point(step, self.axes.lowest).x()
        painter.setPen(pen)
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
