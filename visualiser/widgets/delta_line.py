"""DeltaLine: δ of a neuron for the example that is shown, and what it is the product of."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.number_format import count
from visualiser.selection import Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import Chain, ChainOfExample
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.chain_text import delta_text
from visualiser.widgets.labels import label
from visualiser.widgets.unknown_truth import unknown_delta


class DeltaLine(QWidget):
    """A line; what it says is asked of the run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._asked: ChainOfExample | None = None
        self._is_unknown = False
        self._chain: Chain | None = None
        self._chain_at = self._now = 0
        self._text = label("plain", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.write()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.write()

    def question(self, snapshot: Snapshot, neuron: Neuron) -> ChainOfExample | None:
        """What is to be asked, for this neuron and the example that is shown.

        None where nobody has said what is shown: δ is unknown then, and the line says so.

        What was answered of another step is told with it while training plays; at rest it is
        not told.
        """
        shown, self._now = snapshot.progress.example, snapshot.progress.position
        # From whichever neuron: δ is that of the one where the connection ends.
        wanted = ChainOfExample(neuron.layer, neuron.index, 0, shown)
        self._is_unknown = shown.label is None
        is_old = self._now != self._chain_at and not snapshot.progress.playing
        if wanted != self._asked or is_old:
            self._asked, self._chain = wanted, None
        self.write()
        return None if self._is_unknown else wanted

    def show_answer(self, answered: Answered) -> None:
        """Show the answer."""
        if answered.question == self._asked and isinstance(answered.answer, Chain):
            self._chain, self._chain_at = answered.answer, answered.position
            self.write()

    def write(self) -> None:
        """Write it, in the present style of numbers."""
        if self._is_unknown:
            self._text.setText(unknown_delta())
            return
        text = delta_text(self._chain, self._theme)
        if self._chain is not None and self._chain_at != self._now:
            text = self.tr("{line} (at step {step})").format(line=text, step=count(self._chain_at))
        self._text.setText(text)
