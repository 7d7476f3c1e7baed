"""DeltaLine: δ of a neuron for the digit that is shown, and what it is the product of."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.selection import Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import Chain, ChainOfExample
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.chain_text import delta_text
from visualiser.widgets.labels import label


class DeltaLine(QWidget):
    """A line; what it says is asked of the run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._asked: ChainOfExample | None = None
        self._chain: Chain | None = None
        self._text = label("plain", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.write()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.write()

    def question(self, snapshot: Snapshot, neuron: Neuron) -> ChainOfExample:
        """What is to be asked, for this neuron and the digit that is shown."""
        shown = snapshot.progress.example
        # From whichever neuron: δ is that of the one where the connection ends.
        wanted = ChainOfExample(neuron.layer, neuron.index, 0, shown.split, shown.index)
        if wanted != self._asked:
            self._asked, self._chain = wanted, None
            self.write()
        return wanted

    def show_answer(self, answered: Answered) -> None:
        """Show the answer."""
        if answered.question == self._asked and isinstance(answered.answer, Chain):
            self._chain = answered.answer
            self.write()

    def write(self) -> None:
        """Write it, in the present style of numbers."""
        self._text.setText(delta_text(self._chain, self._theme))
