"""OwnInputs: shows the network noise, or blank paper, to see how sure it is of nothing."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Slot

from core.parameters import FloatArray
from visualiser.panels.example import ExamplePanel
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession

_SEEDS = 10_000


class OwnInputs(QObject):
    """Makes inputs for the network that is there.

    Parameters
    ----------
    session : TrainingSession
    example : ExamplePanel
        Whose menu asks for them.
    """

    def __init__(self, session: TrainingSession, example: ExamplePanel) -> None:
        super().__init__(example)
        self._session = session
        self._count = 0
        session.run_opened.connect(self._note_run)
        example.noise_asked.connect(self.show_noise)
        example.blank_asked.connect(self.show_blank)

    @Slot()
    def show_noise(self) -> None:
        """Show every input a number from 0 to 1 by chance, of another seed each time."""
        import secrets  # noqa: PLC0415 (loaded when wanted)

        seed = secrets.randbelow(_SEEDS)
        if self._count:
            name = self.tr("Noise {seed}").format(seed=seed)
            self._session.send(m.ShowOwn(noise(self._count, seed), None, name))

    @Slot()
    def show_blank(self) -> None:
        """Show it an input of zeros."""
        if self._count:
            blank = np.zeros(self._count, np.float32)
            self._session.send(m.ShowOwn(blank, None, self.tr("Blank")))

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._count = description.sizes[0]


def noise(count: int, seed: int) -> FloatArray:
    """Numbers from 0 to 1, each as likely as any other, shape (count,), float32.

    The same ones from a seed wherever numpy's `default_rng` is.
    """
    return np.random.default_rng(seed).random(count, np.float32)
