"""TruthRow: what one meant to draw, and keeping the drawing with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from visualiser.training.messages import RunDescription
from visualiser.widgets.labels import label

# Of a sheet.
_DIGITS = 10


class TruthRow(QWidget):
    """A box to say what a drawing is, and a button to keep it.

    Signals
    -------
    changed ()
        Something else was chosen.
    keep_asked ()
    """

    changed = Signal()
    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("What you meant to draw: then C and δ are known as well.")
        title = label("secondary", self.tr("What is it?"))
        title.setToolTip(tip)
        self._box = QComboBox()
        self._box.setAccessibleName(self.tr("What is it?"))
        self._box.setToolTip(tip)
        self._box.activated.connect(self._tell)
        self._keep = QPushButton(self.tr("Keep it"))
        self._keep.setObjectName("chip")
        self._keep.setToolTip(self.tr("Keep this drawing in your digits; say first what it is."))
        self._keep.clicked.connect(self.keep_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self._box, 1)
        row.addWidget(self._keep)

    @property
    def label(self) -> int | None:
        """What was said; None where nobody has said anything."""
        chosen: int | None = self._box.currentData()
        return chosen

    def show_run(self, description: RunDescription) -> None:
        """Offer the classes of this run."""
        chosen = self.label
        self._box.clear()
        self._box.addItem(self.tr("unknown"), None)
        for digit in range(min(description.sizes[-1], _DIGITS)):
            self._box.addItem(description.class_name(digit), digit)
        self.choose(chosen)

    def choose(self, label: int | None) -> None:
        """Say that it is this, where there is such a class."""
        self._box.setCurrentIndex(max(0, self._box.findData(label)))

    def show_possible(self, is_blank: bool) -> None:
        """Let a drawing be kept where there is one, and it is known what it is."""
        self._keep.setEnabled(not is_blank and self.label is not None)

    @Slot(int)
    def _tell(self, _: int) -> None:
        self.changed.emit()
