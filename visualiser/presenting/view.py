"""PresentView: the network, C and what is selected, for a room that looks on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.history import that_made
from visualiser.cost_history import CostHistory
from visualiser.number_format import amount, count, fixed, percent
from visualiser.presenting.curve import PresentedCurve
from visualiser.presenting.large_text import LargeText
from visualiser.presenting.network import PresentedNetwork
from visualiser.presenting.selected import Fact, facts_of, title_of
from visualiser.selection import Selection
from visualiser.theme import DARK, Theme
from visualiser.training.messages import Measured, RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import line

# Shares of the height: texts, in the order of their size, and the margin of the column.
_HUGE, _TITLE, _BODY, _SMALL, _MARGIN = 0.092, 0.036, 0.034, 0.0255, 0.028
# Of the width, what the network has; the least pixels of a text.
_NETWORK, _OF_NETWORK, _LEAST_TEXT = 66, 34, 14
_MOST_FACTS = 3


class PresentView(QWidget):
    """Three things, as large as can be.

    Parameters
    ----------
    history : CostHistory
        Grown by somebody else, before `show_snapshot`.
    """

    def __init__(self, history: CostHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("present")
        self._theme = DARK
        self._snapshot: Snapshot | None = None
        self._measured: Measured | None = None
        self.network = PresentedNetwork()
        self._curve = PresentedCurve(history)
        self._where = LargeText("plain", self.tr("How many gradient steps led here."))
        self._letter = LargeText("letter", self.tr("C, the cost: how wrong the answers are."))
        self._cost = LargeText("plain", self.tr("C of the mini-batch that the next step will use."))
        self._of = LargeText("plain", self.tr("Of which examples C is the mean."))
        self._test = LargeText("plain", self.tr("The share of test examples that are read right."))
        self._title = LargeText("bold", self.tr("What is selected."))
        self._facts = [_Row() for _ in range(_MOST_FACTS)]
        self._hint = QLabel(
            self.tr("Click a neuron or a line, and its numbers stand here. Esc leaves.")
        )
        self._assemble()

    def _assemble(self) -> None:
        column = QWidget()
        column.setObjectName("panel")
        self._column = QVBoxLayout(column)
        self._cost_row = cost = QHBoxLayout()
        cost.addWidget(self._letter)
        cost.addWidget(self._cost, 1)
        self._hint.setObjectName("secondary")
        self._hint.setWordWrap(True)
        self._hint.setToolTip(self.tr("What can be done here."))
        self._grid = grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        for place, row in enumerate(self._facts):
            row.put_into(grid, 2 * place)
        self._column.addWidget(self._where)
        self._column.addLayout(cost)
        self._column.addWidget(self._of)
        self._column.addWidget(self._test)
        self._column.addWidget(self._curve, 1)
        self._line = line()
        self._column.addWidget(self._line)
        self._column.addWidget(self._title)
        self._column.addLayout(grid)
        self._column.addWidget(self._hint)
        self._column.addStretch(0)
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self.network, _NETWORK)
        halves.addWidget(column, _OF_NETWORK)
        for half in (self.network, column):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    # ---------------------------------------------------------------- what it shows

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Make room for a network of these sizes."""
        self._measured = None
        self.network.show_run(description)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._snapshot = snapshot
        self.network.show_snapshot(snapshot)
        self._show()

    @Slot(object)
    def show_measured(self, measured: Measured) -> None:
        """Show how the network does on test data."""
        self._measured = measured
        self._show_test()

    @Slot(object)
    def show_selection(self, selection: Selection) -> None:
        """Mark this, and show its numbers."""
        self.network.select(selection)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.network.set_theme(theme)
        self._curve.set_theme(theme)
        self._show()

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        progress, selection = snapshot.progress, self.network.selection
        self._curve.show_position(progress.position)
        text, faint = self._theme.text, self._theme.secondary
        where = self.tr("Step {step} · epoch {epoch}").format(
            step=count(progress.position), epoch=fixed(progress.epochs_done, 2)
        )
        self._where.set_text(where, faint)
        self._letter.set_text("C", text)
        self._cost.set_text(amount(progress.next_cost), text)
        self._of.set_text(self.tr("of the next mini-batch"), faint)
        self._title.set_text(title_of(snapshot, selection), text)
        facts = facts_of(snapshot, selection)
        for row, fact in zip(self._facts, (*facts, *[None] * _MOST_FACTS), strict=False):
            row.show_fact(fact, self._theme)
        self._hint.setVisible(not facts)
        self._show_test()

    def _show_test(self) -> None:
        found, here = self._measured, self._snapshot
        if found is None or here is None:
            self._test.set_text("", self._theme.text)
            return
        progress = here.progress
        is_of_now = found.step == progress.position
        is_of_now = is_of_now and found.changes == that_made(progress.changes, found.step)
        if not here.description.has_classes:
            text, share = self.tr("Test: C {share}"), amount(found.test.cost)
        elif is_of_now:
            text, share = self.tr("Test: {share} right"), percent(found.test.accuracy)
        else:
            text, share = (
                self.tr("Test at step {step}: {share} right"),
                percent(found.test.accuracy),
            )
        self._test.set_text(text.format(share=share, step=count(found.step)), self._theme.text)

    # ---------------------------------------------------------------- how large

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as large as the room allows."""
        super().resizeEvent(event)
        height = self.height()
        huge, title, body, small = (
            max(_LEAST_TEXT, round(share * height)) for share in (_HUGE, _TITLE, _BODY, _SMALL)
        )
        margin = round(_MARGIN * height)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(max(4, margin // 4))
        self._cost_row.setSpacing(margin)
        self._grid.setHorizontalSpacing(margin // 2)
        self._grid.setVerticalSpacing(max(2, margin // 6))
        self._where.set_size(small)
        self._letter.set_size(huge)
        self._cost.set_size(huge)
        self._of.set_size(small)
        self._test.set_size(body)
        self._title.set_size(title)
        for row in self._facts:
            row.set_sizes(body, small)
        self._curve.set_text(small)
        font = QFont(self._hint.font())
        font.setPixelSize(small)
        self._hint.setFont(font)


class _Row:
    """A letter, its number and, below, what it is."""

    def __init__(self) -> None:
        self._letter, self._number = LargeText("letter"), LargeText("bold")
        self._beside, self._below = LargeText("plain"), LargeText("plain")
        self._parts = self._letter, self._number, self._beside, self._below

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Stand in a grid, in this row and the next."""
        foot = Qt.AlignmentFlag.AlignBottom
        for column, part in enumerate((self._letter, self._number, self._beside)):
            grid.addWidget(part, row, column, foot)
        grid.addWidget(self._below, row + 1, 1, 1, 2)

    def show_fact(self, fact: Fact | None, theme: Theme) -> None:
        """Show a number, or nothing."""
        for part in self._parts:
            is_empty = fact is None or (part is self._below and not fact.below)
            part.setVisible(not is_empty)
            part.setToolTip("" if fact is None else fact.tip)
        if fact is None:
            return
        self._letter.set_text(fact.letter, theme.text)
        colour = {1: theme.positive, -1: theme.negative}.get(fact.sign, theme.text)
        self._number.set_text(fact.number, colour)
        self._beside.set_text(fact.beside, theme.secondary)
        self._below.set_text(fact.below, theme.secondary)

    def set_sizes(self, number: int, beside: int) -> None:
        """Write in letters of these sizes, in pixels."""
        self._letter.set_size(number)
        self._number.set_size(number)
        self._beside.set_size(beside)
        self._below.set_size(beside)
