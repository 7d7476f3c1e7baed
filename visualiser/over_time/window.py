"""OverTimeWindow: gradient norms, saturation and histograms over the run."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from visualiser.number_format import count, percent
from visualiser.over_time.knowledge import Course
from visualiser.over_time.looking import Looking
from visualiser.over_time.pages import (
    Page,
    activations_page,
    gradients_page,
    saturation_page,
    weights_page,
)
from visualiser.theme import Theme
from visualiser.training.messages import Answered, PartlyAnswered, RunDescription
from visualiser.training.over_time_questions import LookedBack
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.first_size import open_with
from visualiser.widgets.labels import label
from visualiser.widgets.tool_window import AskingWindow

_SIZE, _NARROWEST, _LOWEST = (1040, 700), 720, 460
GRADIENTS, SATURATION, WEIGHTS, ACTIVATIONS = range(4)
# Milliseconds: what is new in less than this is shown together.
_SOON = 40


class OverTimeWindow(AskingWindow):
    """Four pages about the layers of the main window's run, at the steps that were looked at.

    Attributes
    ----------
    looking : Looking
        Asks for what is not known yet, while the window is seen.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Over the run"))
        self.setMinimumHeight(_LOWEST)
        open_with(self, *_SIZE)
        self._snapshot: Snapshot | None = None
        self._course: Course | None = None
        self.looking = Looking(self)
        self.gradients, self.saturation = gradients_page(), saturation_page()
        self.weights, self.activations = weights_page(), activations_page()
        self.pages: tuple[Page, ...] = (
            self.gradients,
            self.saturation,
            self.weights,
            self.activations,
        )
        self._stack, self._tabs = QStackedWidget(), QButtonGroup(self)
        self._scope = label("secondary", wrap=True)
        self._scope.setToolTip(
            self.tr("What was looked at: every point is exactly what was true at its step.")
        )
        self._done = label("secondary")
        self._done.setToolTip(
            self.tr("The run is gone back to beside training, which goes on meanwhile.")
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("How much was looked at"))
        self._stop = QPushButton()
        self._stop.setObjectName("chip")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._assemble()
        self._connect()
        self._tell()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        for number, (title, tip, page) in enumerate(
            (
                (
                    self.tr("Gradients"),
                    self.tr("How long the gradient is, layer by layer."),
                    self.gradients,
                ),
                (
                    self.tr("Saturation"),
                    self.tr("Which share of each layer’s neurons has nearly stopped learning."),
                    self.saturation,
                ),
                (self.tr("Weights"), self.tr("How W is spread in each layer."), self.weights),
                (
                    self.tr("Activations"),
                    self.tr("How a is spread in each layer."),
                    self.activations,
                ),
            )
        ):
            button = QPushButton(title)
            button.setObjectName("phase")
            button.setCheckable(True)
            button.setToolTip(tip)
            self._tabs.addButton(button, number)
            self._stack.addWidget(page)
            top.addWidget(button)
        self._tabs.button(GRADIENTS).setChecked(True)
        top.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._done)
        foot.addWidget(self._bar, 1)
        foot.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(10)
        column.addStrut(_NARROWEST)
        column.addLayout(top)
        column.addWidget(self._scope)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self.open_page)
        self._stop.clicked.connect(self._stop_or_go_on)
        self._soon.timeout.connect(self._show)
        self.looking.changed.connect(self._show_soon)
        self.looking.asked.connect(self.question_asked)
        self.looking.stopped.connect(self.question_stopped)
        for page in (self.gradients, self.saturation, self.weights, self.activations):
            page.step_chosen.connect(self.step_chosen)
            page.step_pointed.connect(page.show_pointed)

    # ---------------------------------------------------------------- what it is told

    @Slot(int)
    def open_page(self, number: int) -> None:
        """Show this page."""
        self._tabs.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self._show()

    def take_focus(self) -> None:
        """Have the keys move from step to step."""
        self.pages[self._stack.currentIndex()].take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for page in self.pages:
            page.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._show()

    def show_run(self, _: RunDescription) -> None:
        """Be about another run."""
        self._snapshot = self._course = None
        self.looking.clear()
        self._show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the run, while someone looks."""
        self._snapshot = snapshot
        if self.isVisible():
            self._show_soon()

    def take_part(self, partly: PartlyAnswered) -> None:
        """Take note of what is new, if it was asked for here."""
        self.looking.take_part(partly)

    def take(self, answered: Answered) -> None:
        """Take note that all is there, if it was asked for here."""
        self.looking.take(answered)

    def forget(self) -> None:
        """Wait for no answer: who owed it is gone."""
        self.looking.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now, and ask for what is not known."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing more."""
        super().hideEvent(event)
        self.looking.pause()

    # ---------------------------------------------------------------- inside

    @Slot()
    def _show_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        """Show what is known now of the present course of events, and ask for the rest."""
        snapshot = self._snapshot
        self._course = None if snapshot is None else self.looking.course(snapshot.progress)
        self.pages[self._stack.currentIndex()].show_course(self._course)
        if snapshot is not None and self.isVisible():
            self.looking.follow(snapshot.progress)
        self._tell()

    @Slot()
    def _stop_or_go_on(self) -> None:
        if not self.looking.is_stopped:
            self.looking.stop()
        elif self._snapshot is not None:
            self.looking.go_on(self._snapshot.progress)

    def _tell(self) -> None:
        share, is_stopped = self.looking.share, self.looking.is_stopped
        self._bar.setValue(1000 if share is None else round(1000 * share))
        self._bar.setVisible(share is not None)
        self._stop.setText(self.tr("Look on") if is_stopped else self.tr("Stop"))
        self._stop.setVisible(is_stopped or share is not None)
        self._stop.setToolTip(
            self.tr("Go on looking at steps that are not known yet.")
            if is_stopped
            else self.tr("Look at no more steps; what is known stays.")
        )
        self._done.setText(self._done_text(share))
        self._scope.setText(self._scope_text(self._course, self.looking.looked))

    def _done_text(self, share: float | None) -> str:
        if share is not None:
            return self.tr("Looking back: {share}").format(share=percent(share))
        if self.looking.is_stopped:
            return self.tr("Stopped: steps that are taken from now on are not looked at.")
        return self.tr("Everything asked for was looked at.") if self.looking.looked else ""

    def _scope_text(self, course: Course | None, looked: LookedBack | None) -> str:
        if course is None or len(course.steps) == 0:
            return self.tr("The steps taken are being gone through.")
        steps = {"n": count(len(course.steps)), "all": count(course.length + 1)}
        page = self._stack.currentIndex()
        if page == GRADIENTS:
            return self.tr(
                "{n} of {all} networks were looked at, each with the mini-batch of its next step; "
                "what lies between two of them is not known. ▼ marks the present step."
            ).format(**steps)
        if page == WEIGHTS:
            return self.tr(
                "{n} of {all} networks were looked at, from step 0 to the newest; what lies "
                "between two of them is not known. ▼ marks the present step."
            ).format(**steps)
        if looked is None:
            return self.tr(
                "{n} of {all} networks were looked at so far, over training examples that are "
                "chosen evenly; what lies between two of them is not known. ▼ marks the present "
                "step."
            ).format(**steps)
        return self.tr(
            "{n} of {all} networks were looked at, over {examples} of the {available} training "
            "examples, evenly chosen and always the same; what lies between two of them is not "
            "known. ▼ marks the present step."
        ).format(examples=count(looked.examples), available=count(looked.available), **steps)
