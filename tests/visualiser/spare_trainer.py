"""SpareTrainer: a training process that gets ready while another test is still busy."""

from __future__ import annotations

from core import RunSettings
from visualiser.training.session import TrainingProcess

SPARE = "spare"


class SpareTrainer:
    """Keeps one process on an untrained network in store; half a test is waiting for one."""

    def __init__(self) -> None:
        self._trainer = self._start()

    def take(self) -> TrainingProcess:
        """The process that waits here, as good as new; the next one is started."""
        trainer, self._trainer = self._trainer, self._start()
        trainer.process.name = "training"
        return trainer

    def end(self) -> None:
        """End the last one, which nobody took."""
        self._trainer.end()
        self._trainer.connection.close()

    def _start(self) -> TrainingProcess:
        trainer = TrainingProcess(RunSettings())
        # The watch for leaks knows it by this name.
        trainer.process.name = SPARE
        return trainer
