"""CostMenu: everything that can be chosen of the cost plot, and what can be taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from visualiser.cost_plot.choices import EPOCH, STRENGTHS, WINDOWS, PlotChoices
from visualiser.cost_plot.legend import Entry
from visualiser.cost_plot.others import Others
from visualiser.number_format import count, fixed
from visualiser.widgets.branch_names import branch_name

# Pixels of a name that a person gave.
_WIDEST = 300


class CostMenu(QMenu):
    """A menu of the choices as they are when it is made.

    Parameters
    ----------
    choices : PlotChoices
    epoch : int
        Steps in an epoch.
    entries : dict
        The lines that there are, by id, as in the legend.
    others : Others
        Of which each can be shown or hidden.
    parent : QWidget, optional

    Signals
    -------
    chosen (PlotChoices)
    left_out (OtherBranch, bool)
        A branch or an earlier run is not to be drawn, or, with False, to be drawn again.
    """

    chosen = Signal(object)
    left_out = Signal(object, bool)

    def __init__(
        self,
        choices: PlotChoices,
        epoch: int,
        entries: dict[str, Entry],
        others: Others,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._choices = choices
        self._add_windows(epoch)
        self._add_strengths()
        self._add_scales()
        self._add_lines(entries)
        self._add_others(others)
        self.addSeparator()

    def offer(
        self, title: str, tip: str, act: Callable[[], object], *, is_possible: bool = True
    ) -> None:
        """Offer to do something."""
        action = self.addAction(title)
        action.setToolTip(tip)
        action.setEnabled(is_possible)
        action.triggered.connect(lambda _: act())

    def _add_windows(self, epoch: int) -> None:
        menu = self._submenu(
            self.tr("Average over"),
            self.tr("How many steps the moving average covers: a step and those before it."),
        )
        group = QActionGroup(menu)
        for window in WINDOWS:
            title = (
                self.tr("One epoch ({n} steps)").format(n=count(epoch))
                if window == EPOCH
                else self.tr("{n} steps").format(n=count(window))
            )
            action = self._choice(menu, title, window=window)
            group.addAction(action)

    def _add_strengths(self) -> None:
        menu = self._submenu(
            self.tr("Strength of every step's line"),
            self.tr("How strongly the line of every step's C is drawn behind the average."),
        )
        group = QActionGroup(menu)
        for strength in STRENGTHS:
            title = self.tr("{share} %").format(share=fixed(100 * strength, 0))
            group.addAction(self._choice(menu, title, strength=strength))

    def _add_scales(self) -> None:
        log_costs = self._choice(
            self,
            self.tr("Logarithmic axis of C"),
            has_log_costs=not self._choices.has_log_costs,
        )
        log_costs.setChecked(self._choices.has_log_costs)
        log_costs.setToolTip(
            self.tr(
                "Equal distances are equal ratios, so that small changes of a small C show. A C "
                "of 0 has no place on such an axis: a line leads to it downwards, out of sight."
            )
        )
        log_steps = self._choice(
            self,
            self.tr("Logarithmic axis of steps"),
            has_log_steps=not self._choices.has_log_steps,
        )
        log_steps.setChecked(self._choices.has_log_steps)
        log_steps.setToolTip(
            self.tr("The first steps get the most room. Step 0 has no place on such an axis.")
        )

    def _add_lines(self, entries: dict[str, Entry]) -> None:
        menu = self._submenu(self.tr("Lines"), self.tr("Which lines are drawn, as in the legend."))
        for name, entry in entries.items():
            hidden = self._choices.hidden
            action = self._choice(menu, entry.names[0], hidden=hidden ^ {name})
            action.setChecked(name not in hidden)
            action.setToolTip(entry.wrapped_tip)

    def _add_others(self, others: Others) -> None:
        menu = self._submenu(
            self.tr("Branches and earlier runs"),
            self.tr("Which of them are drawn. Of a kind that the legend hides, none is listed."),
        )
        for line in others.lines:
            name = branch_name(line.info)
            short = menu.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST)
            action = menu.addAction(short.replace("&", "&&"))
            action.setToolTip(name)
            action.setCheckable(True)
            action.setChecked(not others.is_left_out(line))
            action.toggled.connect(lambda is_on, line=line: self.left_out.emit(line, not is_on))
        menu.setEnabled(not menu.isEmpty())

    def _submenu(self, title: str, tip: str) -> QMenu:
        menu = self.addMenu(title)
        menu.setToolTipsVisible(True)
        menu.menuAction().setToolTip(tip)
        return menu

    def _choice(self, menu: QMenu, title: str, **change: object) -> QAction:
        """An entry that makes one choice, checked where that is made already."""
        made = replace(self._choices, **change)  # type: ignore[arg-type] # names of its attributes
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(made == self._choices)
        action.triggered.connect(lambda _: self.chosen.emit(made))
        return action
