"""Shared memory that holds the newest snapshot's arrays.

Only one side uses it at a time: the training process writes a snapshot, says so, and does
not write again until the window has said that it took it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory
from typing import cast

import numpy as np

from core.parameters import FloatArray, IntArray, parameter_count


@dataclass(frozen=True)
class SharedArrays:
    """One snapshot's arrays, float32.

    Attributes
    ----------
    parameters, gradient : ndarray, shape (parameter_count(sizes),)
    activations : ndarray, shape (sum of all N_L,)
        The shown example's a, layer after layer, the input first.
    weighted_sums : ndarray, shape (sum of all N_L but the input's,)
    """

    parameters: FloatArray
    gradient: FloatArray
    activations: FloatArray
    weighted_sums: FloatArray


class SharedState:
    """A block of shared memory for networks of given layer sizes.

    The window creates it and unlinks it; the training process attaches to it by name.

    Attributes
    ----------
    sizes : tuple of int
    """

    def __init__(self, sizes: tuple[int, ...], name: str | None = None) -> None:
        self.sizes = sizes
        count, neurons = parameter_count(sizes), sum(sizes)
        self._lengths = (count, count, neurons, neurons - sizes[0])
        size = 8 + 4 * sum(self._lengths)
        self._memory = SharedMemory(name, create=name is None, size=size)
        self._is_owner = name is None

    @property
    def name(self) -> str:
        """What the other process attaches to."""
        return self._memory.name

    def write(self, sequence: int, arrays: SharedArrays) -> None:
        """Put a snapshot in."""
        with self._views() as (number, views):
            number[0] = -1
            views.parameters[:] = arrays.parameters
            views.gradient[:] = arrays.gradient
            views.activations[:] = arrays.activations
            views.weighted_sums[:] = arrays.weighted_sums
            number[0] = sequence

    def read(self, sequence: int) -> SharedArrays | None:
        """Copies of the snapshot's arrays, read-only; None where it is another's."""
        with self._views() as (number, views):
            copies = [
                view.copy()
                for view in (
                    views.parameters,
                    views.gradient,
                    views.activations,
                    views.weighted_sums,
                )
            ]
            found = int(number[0])
        for copy in copies:
            copy.flags.writeable = False
        return SharedArrays(*copies) if found == sequence else None

    def close(self) -> None:
        """Let go of the memory; the owner also removes it."""
        self._memory.close()
        if self._is_owner:
            self._memory.unlink()

    @contextmanager
    def _views(self) -> Iterator[tuple[IntArray, SharedArrays]]:
        # Made for each use and dropped after it: memory with a view cannot be closed.
        buffer = cast("memoryview[int]", self._memory.buf)
        number = np.frombuffer(buffer, np.int64, 1)
        parts = np.split(
            np.frombuffer(buffer, np.float32, sum(self._lengths), 8),
            np.cumsum(self._lengths)[:-1],
        )
        yield number, SharedArrays(*parts)
