"""Exploring: the pointer and the keyboard in the cost plot, and what is told of the point there."""

from __future__ import annotations

from collections.abc import Mapping

from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot

from core.epochs import Epochs
from core.metrics import Evaluation
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.fitting import Fitting
from visualiser.cost_plot.lines import PlotLines
from visualiser.cost_plot.other_branches import BranchPoint
from visualiser.cost_plot.plot import CostPlot
from visualiser.cost_plot.pointing import Pointing
from visualiser.cost_plot.readout import StepFacts, branch_text, changes_text, step_text
from visualiser.theme import Theme
from visualiser.timeline.scene import epochs_of
from visualiser.training.branch_news import Branches
from visualiser.training.messages import SwitchTo
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.corner_readout import CornerReadout

_NEARER = 2.0


class Exploring(QObject):
    """Tells of the point under the pointer or the cursor, and goes where it is clicked.

    The history grows between two drawings of the lines: these follow before anything is looked
    up in both.

    Attributes
    ----------
    training : mapping of int to Evaluation
        What is known of all training data, by step.

    Signals
    -------
    step_chosen (int), command_given (Command)
        As of `CostPanel`.
    copy_asked ()
    """

    step_chosen = Signal(int)
    command_given = Signal(object)
    copy_asked = Signal()

    def __init__(
        self, plot: CostPlot, lines: PlotLines, history: CostHistory, fitting: Fitting
    ) -> None:
        super().__init__(plot)
        self._plot, self._lines, self._history, self._fitting = plot, lines, history, fitting
        self._pointing = Pointing(plot.box, lines, history)
        self._readout = CornerReadout(plot)
        self.training: Mapping[int, Evaluation] = {}
        self._hidden: frozenset[str] = frozenset()
        self._snapshot: Snapshot | None = None
        self._epochs: Epochs | None = None
        self._branches: Branches | None = None
        self._cursor: int | None = None
        self._pointer: QPointF | None = None
        plot.setAccessibleName(self.tr("Cost of every step"))
        plot.scene().sigMouseMoved.connect(self._follow_pointer)
        plot.scene().sigMouseClicked.connect(self._click)
        plot.key_used.connect(self._use_key)
        plot.left_alone.connect(self._be_left)
        plot.box.sigRangeChangedManually.connect(self._look_again)
        self._tip()

    # ---------------------------------------------------------------- what it is told

    def show_run(self) -> None:
        """Begin anew."""
        self._snapshot = self._epochs = self._branches = None
        self.put_away()
        self._tip()

    def show_branches(self, news: Branches) -> None:
        """Know the branches, and where the epochs of the present one begin."""
        self._branches = news
        self._find_epochs()
        self.put_away()
        self._tip()

    def note(self, snapshot: Snapshot) -> None:
        """Know where the run stands."""
        is_new = self._snapshot is None
        self._snapshot = snapshot
        if is_new:
            self._find_epochs()

    def hide_lines(self, hidden: frozenset[str]) -> None:
        """Tell of no line that is not drawn."""
        self._hidden = hidden

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._readout.set_theme(theme)

    @Slot()
    def put_away(self) -> None:
        """Tell of nothing."""
        self._cursor = None
        self._readout.hide()
        self._lines.ring(None)
        self._lines.branches.light(None)
        self._plot.unsetCursor()

    @Slot()
    def _be_left(self) -> None:
        """Tell of nothing where the pointer was; the cursor stays as long as the keys come here."""
        self._pointer = None
        if self._cursor is None or not self._plot.hasFocus():
            self.put_away()

    @Slot()
    def _look_again(self) -> None:
        """Tell what is under the pointer now that something else is seen there."""
        if self._pointer is not None and self._cursor is None:
            self._follow_pointer(self._pointer)

    # ---------------------------------------------------------------- the pointer

    @Slot(object)
    def _follow_pointer(self, position: QPointF) -> None:
        self._pointer = position
        self._lines.follow()
        branch_point = self._pointing.branch_at(position)
        step = self._pointing.step_at(position, self._hidden)
        if branch_point is not None:
            self._tell_branch(branch_point, position)
        elif step is not None:
            self._lines.branches.light(None)
            self._plot.unsetCursor()
            self._cursor = None
            self._tell_step(step, position)
        else:
            self.put_away()

    @Slot(object)
    def _click(self, event: MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.double():
            self._fitting.fit()
            return
        position = event.scenePos()
        self._lines.follow()
        branch_point = self._pointing.branch_at(position)
        step = self._pointing.step_at(position, self._hidden)
        if branch_point is not None and not branch_point.branch.is_run:
            self.command_given.emit(SwitchTo(branch_point.branch.info.number, branch_point.step))
        elif step is not None:
            self.step_chosen.emit(step)

    # ---------------------------------------------------------------- the keyboard

    @Slot(str)
    def _use_key(self, key: str) -> None:
        if key == "copy":
            self.copy_asked.emit()
        elif key in ("nearer", "farther"):
            x = None if self._cursor is None else self._lines.scales.x_of(self._cursor)
            self._fitting.zoom(_NEARER if key == "nearer" else 1 / _NEARER, x)
        elif key == "away":
            self.put_away()
        elif key == "go":
            if self._cursor is not None:
                self.step_chosen.emit(self._cursor)
        elif len(self._history):
            self._walk(key)

    def _walk(self, key: str) -> None:
        """Move the cursor, or put it at the step that the run is at."""
        self._lines.follow()
        last, is_there = len(self._history) - 1, self._cursor is not None
        present = 0 if self._snapshot is None else self._snapshot.progress.position
        step = min(present, last) if self._cursor is None else self._cursor
        if is_there or key in ("first", "last"):
            step = self._pointing.walked(step, key)
        step = max(step, self._lines.scales.first_step)
        if step > last:
            return
        self._cursor = step
        x = self._lines.scales.x_of(step)
        if x is not None:
            self._fitting.bring_into_view(x)
        self._tell_step(step, None)
        self._plot.setAccessibleDescription(self._readout.text())

    # ---------------------------------------------------------------- what is told

    def _tell_branch(self, point: BranchPoint, position: QPointF) -> None:
        self._lines.branches.light(point.branch)
        self._lines.ring(point.step, point.average)
        if not point.branch.is_run:
            self._plot.setCursor(Qt.CursorShape.PointingHandCursor)
        self._readout.tell(branch_text(point), self._plot.mapFromScene(position))

    def _tell_step(self, step: int, position: QPointF | None) -> None:
        facts = self._facts(step)
        self._lines.ring(step, facts.average if "batch" in self._hidden else facts.cost)
        text = step_text(facts)
        if self._snapshot is not None and step in self._lines.changed_at:
            text = f"{text}\n{changes_text(step, self._snapshot.progress.changes)}"
        x = self._lines.scales.x_of(step)
        if position is None and x is not None:
            position = self._plot.box.mapViewToScene(QPointF(x, 0))
            position.setY(0)
        place = None if position is None else self._plot.mapFromScene(position)
        self._readout.tell(text, place)

    def _facts(self, step: int) -> StepFacts:
        average = self._lines.average
        first, last = average.covered(step)
        return StepFacts(
            step,
            None if self._epochs is None else self._epochs.done_at(step),
            float(self._history.costs[step]),
            average[step],
            last + 1 - first,
            self._history.evaluations.get(step),
            self.training.get(step),
        )

    def _find_epochs(self) -> None:
        news, snapshot = self._branches, self._snapshot
        if news is not None and snapshot is not None:
            present = news.branches[news.present]
            self._epochs = epochs_of(present, snapshot.description.train_count)

    def _tip(self) -> None:
        has_branches = self._branches is not None and len(self._branches.branches) > 1
        mouse = (
            self.tr("Click: go to that step; on a pale line, to that step of that branch.")
            if has_branches
            else self.tr("Click: go to that step.")
        )
        more = self.tr(
            "Drag: zoom into a rectangle; with Shift, move along.\n"
            "Wheel: zoom about the pointer; over an axis, along that axis alone.\n"
            "Double click: show all steps."
        )
        keys = self.tr(
            "Keys, after Tab: Alt and ← → walk a cursor, with Shift farther.\n"
            "Alt and Page up or Page down: to the next test result or change. Alt and ↑ ↓: zoom.\n"
            "Enter: go to the cursor's step. Escape: put the cursor away."
        )
        self._plot.setToolTip(f"{mouse}\n{more}\n{keys}")
        self._plot.setAccessibleDescription(keys.replace("\n", " "))
