"""ShownDialog: a switch for every group of controls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.hiding.groups import GROUPS
from visualiser.hiding.titles import titles
from visualiser.widgets.labels import label

_MARGIN, _GAP, _BETWEEN = 16, 12, 2
_WIDTH = 380


class ShownDialog(QDialog):
    """What is ticked is shown, at once; the window can be used while this is open.

    Signals
    -------
    chosen (frozenset of str)
        The groups that are to be hidden.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shown_dialog")
        self.setWindowTitle(self.tr("What is shown"))
        what = label(
            "secondary",
            self.tr(
                "Hide what a lesson does not need. What is hidden here is also part of a set-up "
                "that is shared."
            ),
            wrap=True,
        )
        what.setToolTip(self.tr("“Show everything” at the upper right brings all of it back."))
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_BETWEEN)
        column.addWidget(what)
        column.addSpacing(_GAP)
        self._boxes = {}
        words = titles()
        for name in GROUPS:
            title, tip = words[name]
            self._boxes[name] = box = QCheckBox(title)
            box.setToolTip(tip)
            box.clicked.connect(self._choose)
            column.addWidget(box)
        column.addSpacing(_GAP)
        column.addLayout(self._buttons())
        self.resize(_WIDTH, self.sizeHint().height())

    def show_hidden(self, hidden: frozenset[str]) -> None:
        """Tick what is shown."""
        for name, box in self._boxes.items():
            box.setChecked(name not in hidden)
        self._everything.setEnabled(bool(hidden))

    def _buttons(self) -> QHBoxLayout:
        self._everything = QPushButton(self.tr("Show everything"))
        self._everything.setObjectName("chip")
        self._everything.setAutoDefault(False)
        self._everything.setToolTip(self.tr("Tick all of it."))
        self._everything.clicked.connect(lambda: self.chosen.emit(frozenset()))
        close = QPushButton(self.tr("Close"))
        close.setObjectName("primary")
        close.setDefault(True)
        close.setToolTip(self.tr("Close; it stays as it is ticked."))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        row.addWidget(close)
        return row

    @Slot()
    def _choose(self) -> None:
        hidden = {name for name, box in self._boxes.items() if not box.isChecked()}
        self.chosen.emit(frozenset(hidden))
