"""PlotView: keeps the plot's lines, axes, legend and readout in step with the run."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from core.metrics import Evaluation
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.choices import EPOCH, PlotChoices
from visualiser.cost_plot.earlier_runs import EarlierRun
from visualiser.cost_plot.exploring import Exploring
from visualiser.cost_plot.fitting import Fitting
from visualiser.cost_plot.legend import Entry, Legend
from visualiser.cost_plot.legend_marks import LegendMark
from visualiser.cost_plot.legend_words import There, entries
from visualiser.cost_plot.lines import LINES, PlotLines
from visualiser.cost_plot.other_branches import OtherBranch
from visualiser.cost_plot.others import Others
from visualiser.cost_plot.pictures import CostPicture
from visualiser.cost_plot.plot import CostPlot
from visualiser.cost_plot.training_accuracy import TrainingAccuracy, accuracies
from visualiser.cost_plot.values import Values
from visualiser.number_format import count
from visualiser.theme import DARK, Theme
from visualiser.training.branch_news import Branches
from visualiser.training.messages import Answered, RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import label


class PlotView(QObject):
    """The plot of a history.

    Parameters
    ----------
    history : CostHistory
    legend : Legend
    choices : PlotChoices

    Signals
    -------
    step_chosen (int), command_given (Command), question_asked (Question)
        As of `CostPanel`.
    menu_asked (QPoint)
        The menu is wanted at this place of the screen.
    copy_asked ()
        What is seen is to be copied.
    """

    step_chosen = Signal(int)
    command_given = Signal(object)
    question_asked = Signal(object)
    menu_asked = Signal(QPoint)
    copy_asked = Signal()

    def __init__(self, history: CostHistory, legend: Legend, choices: PlotChoices) -> None:
        super().__init__()
        self._history, self._legend, self._choices = history, legend, choices
        self._snapshot: Snapshot | None = None
        self._theme = DARK
        self._is_fitting = False
        self._explained: object = None
        self.plot = CostPlot()
        self.lines = PlotLines(self.plot, history)
        self.others = Others(self.lines.branches)
        self.fitting = Fitting(self.plot.box)
        self._training = TrainingAccuracy(self)
        self._training.asked.connect(self.question_asked)
        self.exploring = Exploring(self.plot, self.lines, history, self.fitting)
        self._hint = label("secondary", self.tr("The cost of every step will be drawn here."))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.plot).addWidget(self._hint)
        self._connect()
        self.choose(choices)

    def _connect(self) -> None:
        exploring = self.exploring
        exploring.step_chosen.connect(self.step_chosen)
        exploring.command_given.connect(self.command_given)
        exploring.copy_asked.connect(self.copy_asked)
        self.plot.menu_asked.connect(self.menu_asked)
        self.plot.box.sigRangeChanged.connect(self._draw)
        self.plot.box.sigResized.connect(self._draw)

    # ---------------------------------------------------------------- what there is

    @property
    def choices(self) -> PlotChoices:
        """How it is drawn."""
        return self._choices

    @property
    def epoch(self) -> int:
        """Steps in an epoch, with mini-batches as large as they are now."""
        if self._snapshot is None:
            return 1
        size = self._snapshot.progress.batch_size
        return max(1, math.ceil(self._snapshot.description.train_count / size))

    @property
    def entries(self) -> dict[str, Entry]:
        """What the legend says of the lines that there are."""
        return entries(self._there())

    def _there(self) -> There:
        return There(
            window=self.lines.average.window,
            has_classes=self._snapshot is None or self._snapshot.description.has_classes,
            has_changes=bool(self.lines.changed_at),
            has_branches=self.others.has_branches,
            has_earlier=self.others.has_earlier,
            measured=len(self.lines.training.steps),
        )

    @property
    def is_empty(self) -> bool:
        """Whether no step was taken yet."""
        return len(self._history) == 0

    def picture(self) -> CostPicture:
        """What is seen now, to be taken away."""
        template = self.tr("Cost C of {layers} up to step {step}")
        sizes = () if self._snapshot is None else self._snapshot.sizes
        title = template.format(
            layers="-".join(str(size) for size in sizes), step=count(len(self._history))
        )
        self.exploring.put_away()
        return CostPicture(self.plot, title, self._legend.shown_entries(), self._theme)

    @property
    def seen_steps(self) -> range:
        """The steps that are seen."""
        seen, scales = self.fitting.seen, self.lines.scales
        first = min(max(math.ceil(scales.step_at(seen.left)), 0), max(len(self._history) - 1, 0))
        first = 0 if self.fitting.is_fitted else first
        end = max(min(math.floor(scales.step_at(seen.right)) + 1, len(self._history)), first)
        return range(first, end)

    def values(self) -> Values:
        """The numbers of the steps that are seen, to be taken away."""
        return Values(
            self.seen_steps,
            self._history.costs,
            self.lines.average.window,
            dict(self._history.evaluations),
            dict(self._results()),
            () if self._snapshot is None else self._snapshot.progress.changes,
        )

    # ---------------------------------------------------------------- what it is told

    def choose(self, choices: PlotChoices) -> None:
        """Draw by these choices."""
        before, self._choices = self._choices, choices
        self.exploring.put_away()
        self.lines.choose(choices, self._window())
        self.exploring.hide_lines(choices.hidden)
        self.plot.set_scales(self.lines.scales)
        self._name_axes()
        for axis, name in enumerate(("has_log_steps", "has_log_costs")):
            if getattr(choices, name) != getattr(before, name):
                self.fitting.fit_axis(axis)
        self.others.hide(choices.hidden)
        self.show_all()

    def show_run(self, description: RunDescription) -> None:
        """Begin anew; the run before is an earlier one from now on."""
        self.others.show_run(description, self._history.before)
        self._snapshot = None
        self._training.clear()
        self.lines.show_changes([])
        self.exploring.show_run()
        self.fitting.fit()
        self.show_all()

    def show_branches(self, news: Branches) -> None:
        """Draw the branches that the run is not on."""
        self.exploring.show_branches(news)
        self.others.show_branches(news)

    def note(self, snapshot: Snapshot) -> None:
        """Know where the run stands now, and draw it when told to."""
        self._snapshot = snapshot
        self.others.note(snapshot.description)
        self.exploring.note(snapshot)

    def take_over(self, earlier: Iterable[EarlierRun]) -> None:
        """Draw also the runs before this one that another window has handed over."""
        self.others.take_over(earlier)
        self.show_all()

    def take(self, answered: Answered) -> None:
        """Take the answer to a question."""
        if self._training.take(answered):
            self.show_all()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.plot.set_theme(theme)
        self.lines.set_theme(theme)
        self.exploring.set_theme(theme)
        self._draw()

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self.exploring.put_away()
        self.plot.write_numbers()
        self.others.write_numbers()
        self._explained = None
        self._explain()

    @Slot(object, bool)
    def leave_out(self, line: OtherBranch, is_left_out: bool) -> None:
        """Do not draw one branch or earlier run, or draw it again."""
        self.others.leave_out(line, is_left_out)
        self.show_all()

    def forget_earlier_runs(self) -> None:
        """Draw none of the runs before this one any more."""
        self.others.forget_earlier_runs()
        self.show_all()

    # ---------------------------------------------------------------- drawing

    def show_all(self) -> None:
        """Draw what there is by now."""
        snapshot = self._snapshot
        if self.lines.average.window != self._window():
            self.lines.choose(self._choices, self._window())
        self.lines.follow()
        if snapshot is not None:
            self.lines.show_position(snapshot.progress.position)
            self.lines.show_changes([change.step for change in snapshot.progress.changes])
        self._measure()
        self._hint.setVisible(self.is_empty and not self.lines.branches.others)
        self._is_fitting = True
        try:
            self.fitting.show_extent(self.lines.extent(), self._choices.has_log_steps)
        finally:
            self._is_fitting = False
        self._explain()
        self._draw()

    @Slot()
    def _draw(self) -> None:
        # Fitting the axes tells several times of what they show.
        if not self._is_fitting:
            self.lines.draw(self.fitting.seen)

    def _measure(self) -> None:
        """Have the training data evaluated where it is to be shown, and show what is known."""
        snapshot = self._snapshot
        is_wanted = "training" not in self._choices.hidden
        if is_wanted and snapshot is not None and snapshot.description.has_classes:
            self._training.want(snapshot, self._history.test_results()[0])
        self.lines.training.show_results(*accuracies(self._results()))
        results = {"accuracy": self.lines.accuracy, "training": self.lines.training}
        self.plot.show_shares(
            any(len(r.steps) and name not in self._choices.hidden for name, r in results.items())
        )

    def _results(self) -> dict[int, Evaluation]:
        found: dict[int, Evaluation] = {}
        if self._snapshot is not None:
            ends, _, _ = self._history.test_results()
            found = self._training.results(self._snapshot, ends)
        self.exploring.training = found
        return found

    def _explain(self) -> None:
        """Say in the legend what there is, where that is new."""
        are_many, strength = self.lines.test.are_many, self._choices.strength
        state = (self._there(), self._choices.hidden, are_many, strength)
        if state != self._explained:
            self._explained = state
            kinds = {kind.id: kind for kind in LINES}
            marks = {
                "batch": LegendMark(kinds["batch"], strength=strength),
                "test": LegendMark(kinds["test"], is_line=are_many),
            }
            self._legend.explain(self.entries, self._choices.hidden, marks)

    def _window(self) -> int:
        return self.epoch if self._choices.window == EPOCH else self._choices.window

    def _name_axes(self) -> None:
        step = (
            self.tr("step, logarithmic (step 0 has no place on such an axis)")
            if self._choices.has_log_steps
            else self.tr("step")
        )
        cost = self.tr("C (log)") if self._choices.has_log_costs else self.tr("C")
        self.plot.name_axes(step, cost, self.tr("% right"))
