"""PictureStore: what examples look like, asked for in pieces and kept while there is room."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from core.parameters import FloatArray
from visualiser.training.browsing_questions import Looks, Pictures
from visualiser.training.messages import Answered
from visualiser.training.shown_example import Split

# Examples in a piece: it takes the training process less than a millisecond.
PIECE = 256
_MOST_BYTES = 24_000_000
# Seconds after which an answer is lost, as the process that owed it is.
_PATIENCE = 3.0

Look = npt.NDArray[np.uint8] | FloatArray


class PictureStore(QObject):
    """Keeps the newest ones asked for, of one split, in at most 24 MB.

    Signals
    -------
    asked (Pictures)
    came
        More is known.
    """

    asked = Signal(object)
    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: OrderedDict[int, Look] = OrderedDict()
        self._split: Split = "test"
        self._bytes = 0
        self._pending: Pictures | None = None
        self._asked_at = 0.0

    def clear(self, split: Split) -> None:
        """Forget everything; be of this split from now on."""
        self._known.clear()
        self._split, self._bytes, self._pending = split, 0, None

    def look(self, index: int) -> Look | None:
        """A picture (2 dimensions) or numbers (1 dimension); None where it is not known yet."""
        return self._known.get(index)

    def want(self, indices: Iterable[int]) -> None:
        """Have these known; one piece is asked for at a time, and the rest when it came."""
        is_waiting = self._pending is not None
        if is_waiting and time.monotonic() - self._asked_at < _PATIENCE:
            return
        missing: list[int] = []
        for index in indices:
            if index in self._known:
                self._known.move_to_end(index)
            elif len(missing) < PIECE:
                missing.append(index)
        if missing:
            self._pending = Pictures(self._split, tuple(missing))
            self._asked_at = time.monotonic()
            self.asked.emit(self._pending)

    def take(self, answered: Answered) -> None:
        """Take a piece; an answer to something else is left out."""
        question, looks = answered.question, answered.answer
        if not isinstance(question, Pictures) or not isinstance(looks, Looks):
            return
        if question != self._pending:
            return
        self._pending = None
        found = looks.numbers if looks.pictures is None else looks.pictures
        for index, look in zip(question.indices, found, strict=True):
            self._known[index] = look.copy()
            self._bytes += look.nbytes
        while self._bytes > _MOST_BYTES:
            _, dropped = self._known.popitem(last=False)
            self._bytes -= dropped.nbytes
        self.came.emit()
