"""Foot: the buttons below the new network, and why it cannot begin yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from visualiser.widgets.labels import label

_GAP = 8


class Foot(QWidget):
    """Puts everything back, gives up, or begins.

    Signals
    -------
    usual_asked, present_asked
        What is usual is wanted, or what the present run has.
    cancelled, begun
    """

    usual_asked = Signal()
    present_asked = Signal()
    cancelled = Signal()
    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = label("secondary", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason.setToolTip(self.tr("Why the new run cannot begin yet."))
        self._begin = QPushButton(self.tr("Begin"))
        self._begin.setObjectName("primary")
        self._begin.setDefault(True)
        self._begin.clicked.connect(self.begun)
        usual = _chip(
            self.tr("Usual values"),
            self.tr("Choose what is usual for these data: layers, σ, C, start values, steps."),
            self.usual_asked.emit,
        )
        back = _chip(
            self.tr("As the present run"),
            self.tr("Choose what the present run has, its data as well."),
            self.present_asked.emit,
        )
        tip = self.tr("Go on with the present run. Key: Esc")
        cancel = _chip(self.tr("Cancel"), tip, self.cancelled.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(usual)
        row.addWidget(back)
        row.addWidget(self._reason, 1)
        row.addWidget(cancel)
        row.addWidget(self._begin)

    def show_reason(self, why_not: str) -> None:
        """Say why it cannot begin; nothing where it can."""
        self._reason.setText(why_not)
        self._begin.setEnabled(not why_not)
        begins = self.tr(
            "Load the data and begin the new run; the run before is put aside. Key: Enter"
        )
        self._begin.setToolTip(why_not or begins)


def _chip(text: str, tip: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("chip")
    made.setAutoDefault(False)
    made.setToolTip(tip)
    made.clicked.connect(act)
    return made
