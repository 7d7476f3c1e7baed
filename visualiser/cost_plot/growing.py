"""Growing: an array whose end is written anew and goes on, in memory that is seldom moved."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

_SMALLEST = 1024


class Growing:
    """A row of numbers that grows, and is now and then cut short.

    Parameters
    ----------
    kind : numpy type
        Of its numbers.
    """

    def __init__(self, kind: type[np.generic]) -> None:
        self._memory: npt.NDArray[Any] = np.empty(_SMALLEST, kind)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> npt.NDArray[Any]:
        """All of it, a view that holds until it is written to."""
        return self._memory[: self._length]

    def put(self, start: int, values: npt.NDArray[Any]) -> None:
        """Let these be all that comes from the place ``start`` on."""
        length = start + len(values)
        if length > len(self._memory):
            more = max(length, 2 * len(self._memory)) - len(self._memory)
            self._memory = np.concatenate([self._memory, np.empty(more, self._memory.dtype)])
        self._memory[start:length] = values
        self._length = length
