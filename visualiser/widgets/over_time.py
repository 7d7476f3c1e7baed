"""OverTime: numbers of the selection over the steps taken, one curve below the other."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.history import Change
from visualiser.number_format import count
from visualiser.theme import Theme
from visualiser.training.messages import Answered, Progress, RunDescription
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.training.time_questions import Course
from visualiser.widgets.labels import label
from visualiser.widgets.time_curve import TimeCurve
from visualiser.widgets.time_points import Points


@dataclass(frozen=True, eq=False)
class _Known:
    """An answer, and the course of events that it is true of.

    Attributes
    ----------
    course : Course
    changes : tuple of Change
        Those of the run when it was answered.
    """

    course: Course
    changes: tuple[Change, ...]


class OverTime(QWidget):
    """The curves, and how far apart their points are.

    Parameters
    ----------
    *curves : TimeCurve
        In the order of the rows of the `Course` that is asked for.

    Signals
    -------
    step_chosen (int)
        The step is to be gone to.
    """

    step_chosen = Signal(int)

    def __init__(self, *curves: TimeCurve) -> None:
        super().__init__()
        self._curves = curves
        self._question: Question | None = None
        self._description: RunDescription | None = None
        self._known: _Known | None = None
        self._values: tuple[float, ...] = ()
        self._scope = label("secondary", wrap=True)
        self._scope.setToolTip(
            self.tr(
                "Every point is exactly what the run has at that step; between two points the "
                "line only joins them. The vertical line is the step you see; what came after "
                "it is paler."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._scope)
        for curve in curves:
            curve.step_chosen.connect(self.step_chosen)
            column.addWidget(curve)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for curve in self._curves:
            curve.set_theme(theme)

    def follow(self, snapshot: Snapshot, question: Question, *values: float) -> None:
        """Show the present values; what is known of their past stays if it is of them.

        Parameters
        ----------
        snapshot : Snapshot
        question : Question
            What tells their past: a `Course`.
        *values : float
            One for each curve.
        """
        if question != self._question or snapshot.description is not self._description:
            self._known = None
        self._question, self._description = question, snapshot.description
        self._values = values
        self._show(snapshot.progress)

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show what is now known of the past; an answer to another question is left out."""
        if answered.question == self._question and isinstance(answered.answer, Course):
            self._known = _Known(answered.answer, snapshot.progress.changes)
            self._show(snapshot.progress)

    def _show(self, progress: Progress) -> None:
        known = self._known
        self._scope.setText(self._scope_text(known))
        for row, (curve, value) in enumerate(zip(self._curves, self._values, strict=True)):
            curve.show_points(_points(known, row, value, progress))

    def _scope_text(self, known: _Known | None) -> str:
        if known is None:
            return self.tr("The steps taken are being gone through.")
        if known.course.spacing == 1:
            return self.tr("A point at every step.")
        text = self.tr("A point every {spacing} steps, at the step you see and at the newest.")
        return text.format(spacing=count(known.course.spacing))


def _points(known: _Known | None, row: int, value: float, progress: Progress) -> Points:
    """What is known of the past and, if it was gone back, of the future; and the present."""
    present = progress.position
    if known is None:
        return Points(np.array([present]), np.array([value]), present, progress.length)
    end = min(_holds_until(known.changes, progress.changes), progress.length + 1)
    is_true = (known.course.steps < end) & (known.course.steps != present)
    steps, values = known.course.steps[is_true], known.course.values[row][is_true]
    place = int(np.searchsorted(steps, present))
    steps, values = np.insert(steps, place, present), np.insert(values, place, value)
    return Points(steps, values, present, progress.length)


def _holds_until(then: tuple[Change, ...], now: tuple[Change, ...]) -> float:
    """The first step at which two courses of events of a run may differ."""
    same = 0
    while same < min(len(then), len(now)) and then[same] == now[same]:
        same += 1
    return min((change.step for change in (*then[same:], *now[same:])), default=math.inf)
