"""CostPanel: C of every step, its average, test results, branches: a plot that can be explored."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.cost_history import CostHistory
from visualiser.cost_plot.choices import PlotChoices
from visualiser.cost_plot.header import Header
from visualiser.cost_plot.menu import CostMenu
from visualiser.cost_plot.plot_view import PlotView
from visualiser.cost_plot.taking import Taking
from visualiser.theme import DARK, Theme
from visualiser.training.branch_news import Branches
from visualiser.training.messages import Answered, RunDescription
from visualiser.training.snapshot import Snapshot

# While training plays, drawing anew waits this many times as long as it last took.
_PAUSE = 20


class CostPanel(QWidget):
    """The cost plot with its legend, its menu and a readout of the nearest point.

    Parameters
    ----------
    history : CostHistory
    choices : PlotChoices, optional
        As they were remembered.

    Attributes
    ----------
    view : PlotView

    Signals
    -------
    step_chosen (int)
        A click in the plot: go to this step.
    command_given (Command)
        A click on the line of another branch: go to that step of it.
    question_asked (Question)
        What has to be known of the run.
    choices_made (PlotChoices)
        To be remembered.
    told (str, bool)
        A sentence about what was copied or saved, or, with True, about what went wrong.
    """

    step_chosen = Signal(int)
    command_given = Signal(object)
    question_asked = Signal(object)
    choices_made = Signal(object)
    told = Signal(str, bool)

    def __init__(
        self,
        history: CostHistory,
        choices: PlotChoices | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._show_again_at = 0.0
        self._header = Header()
        self.view = view = PlotView(history, self._header.legend, choices or PlotChoices())
        self._plot = view.plot
        self._taking = Taking(view.picture, view.values, lambda: view.seen_steps, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 8, 4)
        column.setSpacing(2)
        column.addWidget(self._header)
        column.addWidget(self._plot, 1)
        self._connect()
        self.set_theme(DARK)

    def _connect(self) -> None:
        view, header = self.view, self._header
        view.step_chosen.connect(self.step_chosen)
        view.command_given.connect(self.command_given)
        view.question_asked.connect(self.question_asked)
        view.menu_asked.connect(self._open_menu)
        view.copy_asked.connect(self._taking.copy_picture)
        view.fitting.fitted.connect(header.show_fitted)
        self._taking.told.connect(self.told)
        header.fit_asked.connect(view.fitting.fit)
        header.log_asked.connect(self._set_log)
        header.menu_asked.connect(self._open_menu_below)
        header.legend.toggled.connect(self._show_or_hide)
        header.show_log(view.choices.has_log_costs)

    def add_tool(self, button: QWidget) -> None:
        """Put a button of something that is shown beside the plot into the row above it."""
        self._header.add_tool(button)

    @property
    def choices(self) -> PlotChoices:
        """How the plot is drawn."""
        return self.view.choices

    # ---------------------------------------------------------------- what it shows

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Begin anew."""
        self.view.show_run(description)

    @Slot(object)
    def show_branches(self, news: Branches) -> None:
        """Draw the branches that the run is not on."""
        self.view.show_branches(news)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the history holds by now."""
        self.view.note(snapshot)
        is_early = snapshot.progress.playing and time.perf_counter() < self._show_again_at
        if self.isVisible() and not is_early:
            began = time.perf_counter()
            self.view.show_all()
            # The more there is to draw, the more seldom: the network goes first.
            took = time.perf_counter() - began
            self._show_again_at = began + _PAUSE * took

    @Slot(object)
    def show_answer(self, answered: Answered) -> None:
        """Take the answer to a question of the plot."""
        self.view.take(answered)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._header.legend.set_theme(theme)
        self.view.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style; what the pointer was on is told when it moves."""
        self.view.write_numbers()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the panel was hidden."""
        super().showEvent(event)
        self.view.show_all()

    # ---------------------------------------------------------------- what is chosen

    @Slot(object)
    def choose(self, choices: PlotChoices) -> None:
        """Draw by these choices from now on, and have them remembered."""
        if choices != self.choices:
            self.view.choose(choices)
            self._header.show_log(choices.has_log_costs)
            self.choices_made.emit(choices)

    @Slot(bool)
    def _set_log(self, has_log_costs: bool) -> None:
        self.choose(replace(self.choices, has_log_costs=has_log_costs))

    @Slot(str, bool)
    def _show_or_hide(self, line: str, is_shown: bool) -> None:
        hidden = self.choices.hidden
        self.choose(replace(self.choices, hidden=hidden - {line} if is_shown else hidden | {line}))

    @Slot()
    def _open_menu_below(self) -> None:
        button = self._header.more
        self._open_menu(button.mapToGlobal(QPoint(0, button.height())))

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        # Some systems send a menu key twice, as a key and as a wish for a menu.
        if any(menu.isVisible() for menu in self.findChildren(CostMenu)):
            return
        view = self.view
        menu = CostMenu(self.choices, view.epoch, view.entries, view.others, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.choose)
        menu.left_out.connect(view.leave_out)
        menu.offer(
            self.tr("Fit"),
            self.tr("Show all steps again, and follow the newest."),
            view.fitting.fit,
            is_possible=not view.fitting.is_fitted,
        )
        menu.offer(
            self.tr("Forget earlier runs"),
            self.tr("Draw none of the runs before this one any more."),
            view.forget_earlier_runs,
            is_possible=view.others.has_earlier,
        )
        menu.addSeparator()
        self._taking.offer(menu, is_possible=not view.is_empty)
        menu.popup(place)
