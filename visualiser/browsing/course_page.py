"""CoursePage: how the answer to the shown example changed over the run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.browsing.course_painter import turns
from visualiser.browsing.course_plot import CoursePlot
from visualiser.browsing.words import class_name, example_name, no_classes
from visualiser.number_format import count
from visualiser.theme import Theme
from visualiser.training.browsing_questions import AnswerCourse, AnswersOverTime
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import label


class CoursePage(QWidget):
    """What became of one example in words, and its curves.

    Attributes
    ----------
    plot : CoursePlot

    Signals
    -------
    step_chosen (int)
        The step is to be gone to.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: AnswersOverTime | None = None
        self._snapshot: Snapshot | None = None
        self._course: AnswerCourse | None = None
        self._summary = label("plain", wrap=True)
        # Classes and inputs of one's own may be called anything.
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setToolTip(
            self.tr("When the shown example was first read right, and how often it was forgotten.")
        )
        self._scope = label("secondary", wrap=True)
        self._scope.setToolTip(
            self.tr(
                "Every point is exactly what the network says at that step; what happened "
                "between two points is not looked at."
            )
        )
        self.plot = CoursePlot()
        self.plot.step_chosen.connect(self.step_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._summary)
        column.addWidget(self._scope)
        column.addWidget(self.plot, 1)

    @property
    def question(self) -> AnswersOverTime | None:
        """What is to be asked for the shown example; None where nothing can be."""
        return self._question

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Be about the example that is shown there."""
        example, description = snapshot.progress.example, snapshot.description
        question = AnswersOverTime(example) if description.has_classes else None
        is_other = self._snapshot is None or self._snapshot.description is not description
        if question != self._question or is_other:
            self._course = None
            self.plot.show_course(description, None)
        self._question, self._snapshot = question, snapshot
        self.plot.show_present(snapshot.progress.position)
        self._write()

    def take(self, answered: Answered) -> None:
        """Show what is known now; an answer to another question is left out."""
        course = answered.answer
        is_ours = answered.question == self._question and isinstance(course, AnswerCourse)
        if is_ours and isinstance(course, AnswerCourse) and self._snapshot is not None:
            self._course = course
            self.plot.show_course(self._snapshot.description, course)
            self._write()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.plot.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self.plot.update()
        self._write()

    def _write(self) -> None:
        if self._snapshot is None:
            return
        self._summary.setText(self._text(self._snapshot, self._course))
        self._scope.setVisible(self._course is not None)
        if self._course is not None:
            self._scope.setText(self._scope_text(self._course))

    def _scope_text(self, course: AnswerCourse) -> str:
        if course.label is None:
            text = (
                self.tr("A point at every step.")
                if course.spacing == 1
                else self.tr("A point every {n} steps.")
            )
            return text.format(n=count(course.spacing))
        text = (
            self.tr(
                "A point at every step; ▲ marks where it became right, ▼ where it was forgotten."
            )
            if course.spacing == 1
            else self.tr(
                "A point every {n} steps; ▲ marks the first point where it is right, ▼ the first "
                "where it is wrong again."
            )
        )
        return text.format(n=count(course.spacing))

    def _text(self, snapshot: Snapshot, course: AnswerCourse | None) -> str:
        if not snapshot.description.has_classes:
            return no_classes()
        if course is None:
            return self.tr("The steps taken are being gone through.")
        example = snapshot.progress.example
        name = example_name(example)
        if course.label is None:
            return self.tr(
                "{example}: nobody has said what it truly is; at the newest step it is read as "
                "{answer}."
            ).format(example=name, answer=class_name(snapshot.description, int(course.answers[-1])))
        found = turns(course)
        became_right = course.steps[found[::2]]
        return _template(len(found)).format(
            example=name,
            label=class_name(snapshot.description, course.label),
            first=count(int(became_right[0])) if len(became_right) else "",
            n=count(len(found) // 2),
        )


def _template(turned: int) -> str:
    """What is said of an example whose answer became right, or wrong again, so often in all."""
    if turned == 0:
        return _tr("{example}, true class {label}: it is misread at every point so far.")
    if turned == 1:
        return _tr("{example}, true class {label}: right from step {first} on, never forgotten.")
    if turned == 2:
        return _tr(
            "{example}, true class {label}: first right at step {first}; forgotten once, and wrong "
            "at the newest step."
        )
    if turned % 2:
        return _tr(
            "{example}, true class {label}: first right at step {first}; forgotten {n} ×, and "
            "right at the newest step."
        )
    return _tr(
        "{example}, true class {label}: first right at step {first}; forgotten {n} ×, and wrong "
        "at the newest step."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CoursePage", text)
