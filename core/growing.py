"""Growing: a long row of numbers whose end goes on, in a file once memory would be too dear."""

from __future__ import annotations

import mmap
import os
import tempfile
import weakref
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt
import platformdirs

from core.program import PROGRAM

_SMALLEST = 1024
# Bytes from which on a row is in a file, and by which the file grows.
_MOST_IN_MEMORY, _MORE = 2 * 2**20, 2**19


class Growing:
    """A row of numbers that grows, and is now and then cut short.

    Of a long row only what is in use need be in memory. It is mapped from a file without a name
    in the user's cache folder, which is gone with the last who uses the row, whatever becomes
    of the program. Where no such file can be made, or the disk is full, it stays in memory.

    Parameters
    ----------
    kind : numpy type
        Of its numbers.
    """

    def __init__(self, kind: type[np.generic]) -> None:
        self._room: npt.NDArray[Any] = np.empty(_SMALLEST, kind)
        self._length = 0
        self._file: IO[bytes] | None = None
        self._may_use_file = True

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> npt.NDArray[Any]:
        """All of it, a view that holds until it is written to."""
        return self._room[: self._length]

    def append(self, value: float) -> None:
        """Let this be one more."""
        try:
            self._room[self._length] = value
        except IndexError:
            self._make_room(self._length + 1)
            self._room[self._length] = value
        self._length += 1

    def put(self, start: int, values: npt.NDArray[Any]) -> None:
        """Let these be all that comes from the place ``start`` on."""
        length = start + len(values)
        if length > len(self._room):
            self._make_room(length)
        self._room[start:length] = values
        self._length = length

    def _make_room(self, least: int) -> None:
        size = self._room.itemsize
        if self._may_use_file and least * size > _MOST_IN_MEMORY:
            try:
                self._map(-(-least * size // _MORE) * _MORE)
            except OSError:
                self._may_use_file = False
            else:
                return
        more = max(least, 2 * len(self._room)) - len(self._room)
        self._room = np.concatenate([self._room, np.empty(more, self._room.dtype)])

    def _map(self, size: int) -> None:
        """Have room for so many bytes in the file; views of a smaller one see it grow on."""
        if self._file is None:
            self._file = _nameless()
            # Views that outlive the row have mappings of their own.
            weakref.finalize(self, self._file.close)
            self._file.write(self.values.data.cast("B"))
            self._file.flush()
        _reserve(self._file.fileno(), size)
        # A mapping of its own, and not the old one made longer: views may still be in use.
        self._room = np.frombuffer(mmap.mmap(self._file.fileno(), size), self._room.dtype)


def _nameless() -> IO[bytes]:
    """A new file: on a disk if there is one, for a system's folder for such may be in memory."""
    folder = Path(platformdirs.user_cache_path(PROGRAM))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryFile(dir=folder)
    except OSError:
        return tempfile.TemporaryFile()


def _reserve(file: int, size: int) -> None:
    """Make a file so long; OSError where the disk has no room for it.

    Without this, a disk that is full would be found out as the mapping is written to, where it
    is the end of the process.
    """
    there = os.fstat(file).st_size
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file, there, size - there)
        return
    os.lseek(file, 0, os.SEEK_END)
    while there < size:
        there += os.write(file, bytes(size - there))
