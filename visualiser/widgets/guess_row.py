"""GuessRow: asks how a weight will move, and says whether the guess was right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.phase_step import PhaseStep
from visualiser.phase_view import PhaseView
from visualiser.phase_words import verdict
from visualiser.phases import Movement, movement
from visualiser.selection import Connection
from visualiser.widgets.labels import label, symbol


class GuessRow(QWidget):
    """A question with three answers, and one for who would rather be told.

    Signals
    -------
    guessed ("rises", "falls", "hardly" or None)
    """

    guessed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = label(
            "plain",
            self.tr(
                "Guess first: will {W} rise, fall, or hardly move? Until then the lines of its "
                "layer are left out."
            ).format(W=symbol("W")),
            wrap=True,
        )
        self._verdict = label("plain", wrap=True)
        self._verdict.setToolTip(
            self.tr("Whether the guess was right, and ΔW: how far the step moves the weight.")
        )
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        hardly = self.tr(
            "The weight hardly moves where |ΔW| is less than 1 % of the largest |ΔW| of its layer."
        )
        choices: tuple[tuple[Movement | None, str, str], ...] = (
            ("rises", self.tr("Rises"), self.tr("The step makes the weight larger: ΔW > 0.")),
            ("falls", self.tr("Falls"), self.tr("The step makes the weight smaller: ΔW < 0.")),
            ("hardly", self.tr("Hardly moves"), hardly),
            (None, self.tr("Show it"), self.tr("Show ΔW without a guess.")),
        )
        for movement_, text, tip in choices:
            button = QPushButton(text)
            button.setObjectName("chip" if movement_ else "")
            button.setToolTip(tip)
            button.clicked.connect(partial(self._guess, movement_))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._question, self._buttons, self._verdict):
            column.addWidget(widget)

    def show_view(self, view: PhaseView) -> None:
        """Ask, or judge; nothing where there is nothing to guess."""
        is_asked = view.phase.kind == "update" and view.step is not None and view.is_open
        self._question.setVisible(is_asked)
        self._buttons.setVisible(is_asked)
        is_judged = view.phase.kind in ("update", "done") and view.guess is not None
        text = ""
        if is_judged and view.step is not None and view.focus is not None:
            text = _judged(view.step, view.focus.connection, view.guess)
        self._verdict.setText(text)
        self._verdict.setVisible(bool(text))
        self.setVisible(is_asked or bool(text))

    def _guess(self, guess: Movement | None) -> None:
        self.guessed.emit(guess)


def _judged(step: PhaseStep, chosen: Connection, guess: Movement | None) -> str:
    if guess is None:
        return ""
    changes = step.change(chosen.layer)
    change = float(changes[chosen.to, chosen.origin])
    return verdict(guess, movement(change, float(abs(changes).max())), change)
