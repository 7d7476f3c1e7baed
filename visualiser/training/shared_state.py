"""Shared memory that holds the newest snapshot's arrays.

Only one side uses it at a time: the training process writes a snapshot, says so, and does
not write again until the window has said that it took it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import cast

import numpy as np

from core.parameters import FloatArray, IntArray, parameter_count


@dataclass(frozen=True)
class SharedArrays:
    """One snapshot's arrays, float32.

    Attributes
    ----------
    parameters, gradient : ndarray, shape (parameter_count(sizes),)
    update : ndarray of that shape, or None
        What the next step will subtract from the parameters; None where it is η times the
        gradient, so that nobody has to copy it.
    activations : ndarray, shape (sum of all N_L,)
        The shown example's a, layer after layer, the input first.
    weighted_sums : ndarray, shape (sum of all N_L but the input's,)
    """

    parameters: FloatArray
    gradient: FloatArray
    update: FloatArray | None
    activations: FloatArray
    weighted_sums: FloatArray


# Before the arrays: the sequence number, and whether there is an update. Bytes.
_HEADER = 16
_NAMES = tuple(field.name for field in fields(SharedArrays))


class SharedState:
    """A block of shared memory for networks of given layer sizes.

    The window creates it and unlinks it; the training process attaches to it by name.

    Attributes
    ----------
    sizes : tuple of int
    """

    def __init__(self, sizes: tuple[int, ...], name: str | None = None) -> None:
        # The window has been painted by then.
        from multiprocessing.shared_memory import SharedMemory  # noqa: PLC0415 (loaded when wanted)

        self.sizes = sizes
        count, neurons = parameter_count(sizes), sum(sizes)
        self._lengths = (count, count, count, neurons, neurons - sizes[0])
        size = _HEADER + 4 * sum(self._lengths)
        self._memory = SharedMemory(name, create=name is None, size=size)
        self._is_owner = name is None

    @property
    def name(self) -> str:
        """What the other process attaches to."""
        return self._memory.name

    def write(self, sequence: int, arrays: SharedArrays) -> None:
        """Put a snapshot in."""
        with self._views() as (header, views):
            header[0] = -1
            header[1] = arrays.update is not None
            for name, view in views.items():
                array = getattr(arrays, name)
                if array is not None:
                    view[:] = array
            header[0] = sequence

    def read(self, sequence: int) -> SharedArrays | None:
        """Copies of the snapshot's arrays, read-only; None where it is another's."""
        with self._views() as (header, views):
            if not header[1]:
                del views["update"]
            copies = {name: view.copy() for name, view in views.items()}
            found = int(header[0])
        for copy in copies.values():
            copy.flags.writeable = False
        if found != sequence:
            return None
        return SharedArrays(
            copies["parameters"],
            copies["gradient"],
            copies.get("update"),
            copies["activations"],
            copies["weighted_sums"],
        )

    def close(self) -> None:
        """Let go of the memory; the owner also removes it."""
        self._memory.close()
        if self._is_owner:
            self._memory.unlink()

    @contextmanager
    def _views(self) -> Iterator[tuple[IntArray, dict[str, FloatArray]]]:
        # Made for each use and dropped after it: memory with a view cannot be closed.
        buffer = cast("memoryview[int]", self._memory.buf)
        header = np.frombuffer(buffer, np.int64, 2)
        parts = np.split(
            np.frombuffer(buffer, np.float32, sum(self._lengths), _HEADER),
            np.cumsum(self._lengths)[:-1],
        )
        yield header, dict(zip(_NAMES, parts, strict=True))
