"""ChangedSection: what changed between a step that is chosen and the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.moved import Moved
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Reference, Snapshot
from visualiser.widgets.in_view import has_to_follow
from visualiser.widgets.labels import label
from visualiser.widgets.moved_table import MovedTable
from visualiser.widgets.moved_words import about_all, how_long, nothing_since, on_its_way
from visualiser.widgets.since_choice import SinceChoice


class ChangedSection(QWidget):
    """Compares W and B with those of a step that is chosen here, at first the untrained ones.

    Signals
    -------
    reference_asked (int)
        The step whose network is to be the snapshots' reference.
    lines_asked
        The lines of the network are to show the same.
    part_chosen (Connection or Neuron)
        One of those that moved farthest was chosen.
    told (str, bool)
        A sentence about a table that was saved, or, with True, about what went wrong.
    """

    reference_asked = Signal(int)
    lines_asked = Signal()
    part_chosen = Signal(object)
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._description: RunDescription | None = None
        self._snapshot: Snapshot | None = None
        self._asked: int | None = None
        self._lines_show_it = False
        tip = self.tr(
            "W − W′ and B − B′: what every weight and bias is now, less what it was at the step "
            "that is chosen."
        )
        self._choice = SinceChoice(tip)
        self._choice.chosen.connect(self._ask)
        self._about, self._lengths = label("secondary", wrap=True), label("plain", wrap=True)
        self._about.setToolTip(tip)
        self._lengths.setToolTip(
            self.tr(
                "How far the numbers of a layer moved, all together: "
                "√(Σ (W − W′)² + Σ (B − B′)²), from layer 1 on."
            )
        )
        self._table = MovedTable()
        self._table.setToolTip(tip)
        self._table.part_chosen.connect(self.part_chosen)
        self._table.told.connect(self.told)
        self._lines = QPushButton(self.tr("Show it on the lines"))
        self._lines.setObjectName("chip")
        self._lines.setAutoDefault(False)
        self._lines.setToolTip(
            self.tr("The lines of the network show W − W′, the change since that step.")
        )
        self._lines.clicked.connect(self.lines_asked)
        self._assemble()
        self._show_parts(has_moved=False)

    def _assemble(self) -> None:
        bottom = QHBoxLayout()
        bottom.addWidget(self._lines)
        bottom.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._choice, self._about, self._table, self._lengths):
            column.addWidget(part)
        column.addLayout(bottom)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._table.set_theme(theme)

    def show_lines(self, show_it: bool) -> None:
        """Know whether the lines of the network show the change already."""
        self._lines_show_it = show_it
        self._show_parts(not self._table.isHidden())

    def withdraw(self) -> None:
        """Ask no longer for the step that was asked for: it cannot be had."""
        self._asked = None
        if self._snapshot is not None:
            self._show(self._snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed up to this state."""
        self._snapshot = snapshot
        if snapshot.description is not self._description:
            self._description, self._asked = snapshot.description, None
        reference = snapshot.reference
        if reference is not None and reference.step == self._asked:
            self._asked = None
        self._ask_for_first(snapshot)
        if has_to_follow(self, snapshot):
            self._show(snapshot)

    # ---------------------------------------------------------------- asking

    @Slot(int)
    def _ask(self, step: int) -> None:
        self._asked = step
        self.reference_asked.emit(step)
        if self._snapshot is not None:
            self._show(self._snapshot)

    def _ask_for_first(self, snapshot: Snapshot) -> None:
        """Where nobody has chosen a step, it is the first, once somebody looks."""
        is_missing = snapshot.reference is None and self._asked is None
        has_steps = snapshot.progress.position > 0
        if is_missing and has_steps and not self.visibleRegion().isEmpty():
            self._asked = 0
            self.reference_asked.emit(0)

    # ---------------------------------------------------------------- showing

    def _show(self, snapshot: Snapshot) -> None:
        reference, progress = snapshot.reference, snapshot.progress
        known = 0 if reference is None else reference.step
        step = known if self._asked is None else self._asked
        self._choice.show_step(step, progress)
        if reference is None:
            is_here = step == progress.position
            self._say(nothing_since(step) if is_here else on_its_way(step))
        else:
            self._show_moved(reference, snapshot)

    def _say(self, sentence: str) -> None:
        self._about.setText(sentence)
        self._show_parts(has_moved=False)

    def _show_moved(self, reference: Reference, snapshot: Snapshot) -> None:
        moved = Moved.between(reference.parameters, snapshot.parameters)
        self._about.setText(about_all(moved, reference, snapshot))
        if moved.count:
            self._table.show_moved(moved, reference.step, snapshot)
            self._lengths.setText(how_long(moved))
        self._show_parts(moved.count > 0)

    def _show_parts(self, has_moved: bool) -> None:
        self._table.setVisible(has_moved)
        self._lengths.setVisible(has_moved)
        self._lines.setVisible(has_moved and not self._lines_show_it)
