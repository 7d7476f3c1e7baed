"""BrowsingWindow: the examples, how they are read, and how one was read over the run."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from visualiser.browsing.course_page import CoursePage
from visualiser.browsing.examples_page import ExamplesPage
from visualiser.browsing.knowledge import Known
from visualiser.browsing.results_page import ResultsPage
from visualiser.browsing.sieve import Wish
from visualiser.browsing.words import in_network
from visualiser.theme import Theme
from visualiser.training.browsing_questions import Judged, JudgementOf
from visualiser.training.messages import Answered, RunDescription
from visualiser.training.shown_example import Split
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.asking import Asking
from visualiser.widgets.first_size import open_with
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.tool_window import ToolWindow

_SIZE, _SMALLEST_HEIGHT, _NARROWEST = (1000, 700), 460, 752
EXAMPLES, RESULTS, COURSE = range(3)


class BrowsingWindow(ToolWindow):
    """Three pages about the examples of the run of the main window.

    Attributes
    ----------
    examples : ExamplesPage
    results : ResultsPage
    course : CoursePage

    Signals
    -------
    question_asked (Question)
    example_picked (int, str)
        The network is to be shown this one, of this split.
    step_chosen (int)
        The step is to be gone to.
    told (str, bool)
        A sentence for the notice; True where something went wrong.
    """

    question_asked = Signal(object)
    example_picked = Signal(int, str)
    step_chosen = Signal(int)
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Examples and test results"))
        # The width follows from the texts, which other languages make longer.
        self.setMinimumHeight(_SMALLEST_HEIGHT)
        open_with(self, *_SIZE)
        self._description: RunDescription | None = None
        self._snapshot: Snapshot | None = None
        self._known: dict[Split, Known] = {}
        self._judging, self._looking_back = Asking(self), Asking(self)
        self.examples, self.results, self.course = ExamplesPage(), ResultsPage(), CoursePage()
        self._pages = QStackedWidget()
        for page in (self.examples, self.results, self.course):
            self._pages.addWidget(page)
        self._tabs = QButtonGroup(self)
        self._split = QComboBox()
        self._split.addItem(self.tr("test examples"), "test")
        self._split.addItem(self.tr("training examples"), "train")
        self._split.setAccessibleName(self.tr("Test or training examples"))
        self._split.setToolTip(
            self.tr("Those kept for the test, or those that the network learns from.")
        )
        # A click on a thumbnail is answered here too, where the main window is out of sight.
        self._in_network = FittingLabel()
        self._in_network.setObjectName("secondary")
        self._in_network.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        for number, (title, tip) in enumerate(
            (
                (self.tr("Examples"), self.tr("All examples as small pictures.")),
                (self.tr("Test results"), self.tr("What is read right, and what as what.")),
                (
                    self.tr("Over the run"),
                    self.tr("How the answer to the shown example changed."),
                ),
            )
        ):
            button = QPushButton(title)
            button.setObjectName("phase")
            button.setCheckable(True)
            button.setToolTip(tip)
            self._tabs.addButton(button, number)
            top.addWidget(button)
        self._tabs.button(EXAMPLES).setChecked(True)
        top.addWidget(self._in_network, 1)
        top.addSpacing(8)
        top.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(10)
        column.addStrut(_NARROWEST)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self.open_page)
        self._split.activated.connect(self._change_split)
        self._judging.asked.connect(self.question_asked)
        self._looking_back.asked.connect(self.question_asked)
        self.examples.gallery.store.asked.connect(self.question_asked)
        self.examples.picked.connect(self._pick)
        self.results.wished.connect(self._list)
        self.results.told.connect(self.told)
        self.course.step_chosen.connect(self.step_chosen)

    @property
    def split(self) -> Split:
        """Which examples are shown."""
        found: Split = self._split.currentData()
        return found

    @Slot(int)
    def open_page(self, page: int) -> None:
        """Show this page."""
        self._tabs.button(page).setChecked(True)
        self._pages.setCurrentIndex(page)
        self._split.setVisible(page != COURSE)
        self._follow()

    def enter_page(self, page: int) -> None:
        """Show this page, with the keys where most is to be done there."""
        self.open_page(page)
        (self.examples.gallery, self.results.table, self.course.plot)[page].setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for page in (self.examples, self.results, self.course):
            page.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        for page in (self.examples, self.results, self.course):
            page.write_numbers()

    # ---------------------------------------------------------------- what it is told

    def show_run(self, description: RunDescription) -> None:
        """Be about another run."""
        self._description, self._snapshot = description, None
        self._known = {}
        self.examples.show_run(description, self.split)
        self.results.show_known(description, None)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the run; ask what is to be known of it, while someone looks."""
        self._snapshot = snapshot
        if self.isVisible():
            self._follow()

    def take(self, answered: Answered) -> None:
        """Show an answer, if it is one to this window."""
        self.examples.gallery.store.take(answered)
        if self._looking_back.take(answered):
            self.course.take(answered)
        question, judged = answered.question, answered.answer
        is_ours = self._judging.take(answered)
        if is_ours and isinstance(question, JudgementOf) and isinstance(judged, Judged):
            self._known[question.split] = Known(judged, answered.position)
            if question.split == self.split:
                self._show_known(self._known[question.split])

    def _show_known(self, known: Known) -> None:
        if self._description is not None:
            is_playing = self._snapshot is not None and self._snapshot.progress.playing
            self.examples.show_known(known, is_playing)
            self.results.show_known(self._description, known)

    def _follow(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        example = snapshot.progress.example
        self._in_network.set_texts(*in_network(example))
        self.examples.gallery.mark_shown(example.index if example.split == self.split else None)
        if self._pages.currentIndex() == COURSE:
            self.course.show_snapshot(snapshot)
            if self.course.question is not None:
                self._looking_back.want((self.course.question,), snapshot)
        elif snapshot.description.has_classes:
            self._judging.want((JudgementOf(self.split),), snapshot)

    # ---------------------------------------------------------------- what is done to it

    @Slot()
    def _change_split(self) -> None:
        known = self._known.get(self.split)
        self.examples.show_split(self.split, known)
        if self._description is not None:
            self.results.show_known(self._description, known)
        self._follow()

    @Slot(int)
    def _pick(self, index: int) -> None:
        self.example_picked.emit(index, self.split)

    @Slot(object)
    def _list(self, wish: Wish) -> None:
        self.open_page(EXAMPLES)
        self.examples.show_only(wish)
        self.examples.gallery.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        self._follow()
