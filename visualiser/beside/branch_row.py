"""BranchRow: which branch of the run."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from visualiser.beside.choices import Branch
from visualiser.number_format import count
from visualiser.widgets.labels import label


class BranchRow(QWidget):
    """A box with the other branches, or a sentence where there are none.

    Signals
    -------
    edited
        By hand.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._branches: tuple[Branch, ...] = ()
        self._box = QComboBox()
        self._box.setAccessibleName(self.tr("Branch"))
        self._box.setToolTip(self.tr("The branches of this run but for the one it is on."))
        self._box.activated.connect(self.edited)
        self._none = label(
            "secondary",
            self.tr("This run has no other branch; going back and changing something makes one."),
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        column.addWidget(self._none)

    @property
    def branch(self) -> Branch | None:
        """The one that is chosen; None where there is none."""
        index = self._box.currentIndex()
        return self._branches[index] if 0 <= index < len(self._branches) else None

    def show_branches(self, branches: tuple[Branch, ...]) -> None:
        """Offer these."""
        if branches != self._branches:
            self._branches = branches
            self._box.clear()
            self._box.addItems([self._title(branch) for branch in branches])
        self._box.setVisible(bool(branches))
        self._none.setVisible(not branches)

    def _title(self, branch: Branch) -> str:
        if branch.forked_at is None:
            return self.tr("{name} · {length} steps").format(
                name=branch.name, length=count(branch.length)
            )
        return self.tr("{name} · from step {step}, {length} steps in all").format(
            name=branch.name, step=count(branch.forked_at), length=count(branch.length)
        )
