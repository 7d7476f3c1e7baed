"""The IDX format: MNIST's files, plain or gzipped, read piece by piece.

Source of the format: Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten
digits, section "File formats".
"""

from __future__ import annotations

import gzip
import math
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import numpy as np
import numpy.typing as npt

from core.claims import in_short, is_bomb
from core.datasets.reader import Progress, unwatched
from core.errors import DataError

_UNSIGNED_BYTE = 8
# Enough for every published IDX set, and few enough for any computer: 8 GiB as float32.
_MOST_BYTES = 2**31
# No stream of deflate becomes longer than this many times itself.
_MOST_TIMES = 1032
# Read at once: a few milliseconds' work.
_AT_ONCE = 2**20


@dataclass(frozen=True)
class IdxFile:
    """An IDX file of unsigned bytes, of which only the header has been read.

    Attributes
    ----------
    path : Path
    shape : tuple of int
    """

    path: Path
    shape: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many bytes it promises after its header."""
        return math.prod(self.shape)

    def pieces(self, progress: Progress) -> Iterator[npt.NDArray[np.uint8]]:
        """Its numbers, some of its first axis at a time; DataError where it breaks its promise."""
        width = math.prod(self.shape[1:])
        count = max(1, _AT_ONCE // max(1, width))
        with _opened(self.path) as file:
            file.read(4 + 4 * len(self.shape))
            for start in range(0, self.shape[0], count):
                rows = min(count, self.shape[0] - start)
                content = _read_exactly(file, rows * width, progress)
                if len(content) < rows * width:
                    raise _too("short", self.path, self.size)
                yield np.frombuffer(content, np.uint8).reshape(rows, *self.shape[1:])
            # Only at its end does gzip compare the checksum.
            if file.read(1):
                raise _too("long", self.path, self.size)


def open_idx(path: Path) -> IdxFile:
    """Read and check the header of an IDX file.

    Nothing is allocated on the word of the header alone: the length that it promises is compared
    with the file's, or with what a gzipped file of its length can hold.

    Raises
    ------
    DataError
        Where the file cannot be read, is no such IDX file, or cannot be as it says.
    """
    with _opened(path) as file:
        shape = _read_header(file, path)
    found = IdxFile(path, shape)
    size = path.stat().st_size
    if path.suffix.lower() == ".gz":
        if found.size > _MOST_TIMES * size:
            raise _too("short", path, found.size)
        if is_bomb(size, found.size):
            raise DataError(
                "{path} unpacks to {times} times its own size, which no real pictures do; get a "
                "fresh copy.",
                path=path,
                times=found.size // size,
            )
    elif size != 4 + 4 * len(shape) + found.size:
        long = size > 4 + 4 * len(shape) + found.size
        raise _too("long" if long else "short", path, found.size)
    return found


def read_idx(path: Path) -> npt.NDArray[np.uint8]:
    """The array in an IDX file of unsigned bytes.

    Raises
    ------
    DataError
        As `open_idx`, and where it is too short or too long.
    """
    file = open_idx(path)
    content = b"".join(piece.tobytes() for piece in file.pieces(Progress(unwatched, 0)))
    return np.frombuffer(content, np.uint8).reshape(file.shape)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file, unpacked where it is gzipped; DataError for whatever goes wrong meanwhile."""
    try:
        # A pipe would have it wait for ever.
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
            raise OSError("it is no file")
        opened = gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")  # noqa: SIM115
        with opened as file:
            yield cast("IO[bytes]", file)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(
            "{path} cannot be read ({reason}); get a fresh copy of it.",
            path=path,
            reason=in_short(error),
        ) from error


def _read_header(file: IO[bytes], path: Path) -> tuple[int, ...]:
    magic = file.read(4)
    if len(magic) < 4 or magic[:2] != b"\0\0" or magic[2] != _UNSIGNED_BYTE:
        raise DataError(
            "{path} is not an IDX file of bytes (it does not begin with 0, 0, 8); "
            "choose a folder with MNIST's files.",
            path=path,
        )
    lengths = file.read(4 * magic[3]) if magic[3] in (1, 2, 3) else b""
    if not lengths or len(lengths) < 4 * magic[3]:
        raise DataError("{path} breaks off in its header; get a fresh copy of it.", path=path)
    shape = tuple(int(length) for length in np.frombuffer(lengths, ">u4"))
    if math.prod(shape) > _MOST_BYTES:
        raise DataError(
            "The header of {path} promises {shape} numbers, more than can be loaded; "
            "get a fresh copy of it.",
            path=path,
            shape="×".join(map(str, shape)),
        )
    return shape


def _read_exactly(file: IO[bytes], count: int, progress: Progress) -> bytes | bytearray:
    """So many bytes, or what there is."""
    content: bytes | bytearray = file.read(min(count, _AT_ONCE))
    progress.add(len(content))
    while len(content) < count:
        more = file.read(min(count - len(content), _AT_ONCE))
        if not more:
            break
        content = bytearray(content)
        content += more
        progress.add(len(more))
    return content


def _too(how: str, path: Path, promised: int) -> DataError:
    sentences = {
        "short": "{path} is too short: its header promises {promised} bytes; get a fresh copy.",
        "long": "{path} is too long: its header promises {promised} bytes; get a fresh copy.",
    }
    return DataError(sentences[how], path=path, promised=promised)
