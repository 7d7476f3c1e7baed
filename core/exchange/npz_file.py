"""npz: a ZIP archive of numpy's arrays, as ``numpy.savez`` writes it.

Read here without ``numpy.load``: that allocates what a header asks for, and evaluates the
header's text.

Source: numpy.lib.format, "Format Version 1.0" to "3.0".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import numpy as np

from core.exchange.naming import metadata_of, named_tensors
from core.exchange.tensor import (
    MOST_DESCRIPTION,
    Contents,
    Tensor,
    byte_count,
    checked_metadata,
    checked_shape,
    quoted,
)
from core.network import Network

if TYPE_CHECKING:
    import zipfile

_METADATA = "metadata"
_ENDING = ".npy"
_MAGIC = b"\x93NUMPY"
# By the version of the format: how many bytes say how long the header is.
_LENGTH_BYTES = {b"\1\0": 2, b"\2\0": 4, b"\3\0": 4}
_LONGEST_HEADER = 4096
# As in: {'descr': '<f4', 'fortran_order': False, 'shape': (16, 784), }.
_FIELD = re.compile(
    r"'(?:(descr)': *'([^']{1,20})'|(fortran_order)': *(True|False)|(shape)': *\(([\d, ]*)\))"
    r" *(?:, *|$)"
)
_ENCRYPTED = 1
# As the format numbers its ways to compress.
_STORED, _DEFLATED = 0, 8


def write_npz(network: Network, stream: IO[bytes]) -> None:
    """Write every weight and bias by name, and ``metadata`` as JSON in a bytes array."""
    metadata = np.array(json.dumps(metadata_of(network)).encode())
    np.savez(stream, **{_METADATA: metadata}, **named_tensors(network))  # type: ignore[arg-type] # numpy takes them for its own option


def read_npz(stream: IO[bytes], size: int) -> Contents:  # noqa: ARG001 (one shape)
    """What an archive holds; ValueError or a zipfile error where it cannot be believed."""
    import zipfile  # noqa: PLC0415 (few want it, and it takes milliseconds)

    archive = zipfile.ZipFile(_InSmallPieces(stream))
    tensors: dict[str, Tensor] = {}
    metadata: dict[str, str] = {}
    seen = set()
    for entry in archive.infolist():
        name = _checked_name(entry)
        if name in seen:
            raise ValueError(f"it holds {quoted(name)} twice")
        seen.add(name)
        if name == _METADATA:
            metadata = _metadata(archive, entry)
        else:
            tensors[name] = _tensor(archive, entry, name)
    return Contents(tensors, metadata)


class _InSmallPieces:
    """A file of which no piece is read that is too large: zipfile takes a directory whole."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1, /) -> bytes:
        """As a file's own; ValueError where it is too much."""
        if size > MOST_DESCRIPTION:
            raise ValueError("its list of arrays is too long")
        # Without a size, zipfile means the last 64 kB.
        return self._stream.read(size if size >= 0 else MOST_DESCRIPTION)


def _checked_name(entry: zipfile.ZipInfo) -> str:
    name = entry.filename.removesuffix(_ENDING)
    if name == entry.filename:
        raise ValueError(f"{quoted(name)} is no array of numpy")
    # The other ways to compress can be told to take any amount of memory.
    if entry.compress_type not in (_STORED, _DEFLATED):
        raise ValueError(f"{quoted(name)} is compressed in an unusual way")
    if entry.flag_bits & _ENCRYPTED:
        raise ValueError(f"{quoted(name)} is encrypted")
    return name


def _tensor(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Tensor:
    described, start = _header(archive, entry, name)
    if not re.fullmatch("[<>=]f[248]", described["descr"]):
        raise ValueError(f"{quoted(name)} is not in float16, float32 or float64")
    dtype, shape = np.dtype(described["descr"]), _shape(described["shape"])
    if start + byte_count(shape, dtype) != entry.file_size:
        raise ValueError(f"{quoted(name)} is not as long as its shape")
    by_columns = described["fortran_order"] == "True"
    return Tensor(shape, dtype, _Opened(archive, entry, start), by_columns)


def _metadata(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> dict[str, str]:
    described, start = _header(archive, entry, _METADATA)
    is_text = re.fullmatch(r"\|S\d{1,7}", described["descr"]) and not described["shape"]
    if not is_text or not start <= entry.file_size <= MOST_DESCRIPTION:
        raise ValueError("its metadata are no text")
    with _Opened(archive, entry, start)() as stream:
        return checked_metadata(json.loads(stream.read(entry.file_size).rstrip(b"\0").decode()))


def _header(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str
) -> tuple[dict[str, str], int]:
    """The fields of an array's header as texts, and where its numbers begin."""
    with archive.open(entry) as stream:
        start = stream.read(8)
        count = _LENGTH_BYTES.get(start[6:], 0)
        if start[:6] != _MAGIC or not count:
            raise ValueError(f"{quoted(name)} is no array of numpy")
        length = int.from_bytes(stream.read(count), "little")
        if length > _LONGEST_HEADER:
            raise ValueError(f"{quoted(name)} has a header that is too long")
        text = stream.read(length).decode("latin-1").strip()
    return _fields(text, name), 8 + count + length


def _fields(text: str, name: str) -> dict[str, str]:
    """``descr``, ``fortran_order`` and ``shape``; nothing is evaluated."""
    inside = text[1:-1].strip() if text[:1] == "{" and text[-1:] == "}" else ""
    found, place = {}, 0
    while match := _FIELD.match(inside, place):
        field, value = (group for group in match.groups() if group is not None)
        found[field] = value.strip()
        place = match.end()
    if place < len(inside) or len(found) < 3:
        raise ValueError(f"{quoted(name)} has no sound header")
    return found


def _shape(text: str) -> tuple[int, ...]:
    return checked_shape([int(length) for length in text.split(",") if length.strip()])


class _Opened:
    """An array's numbers, for `Tensor.open`."""

    def __init__(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, start: int) -> None:
        self._archive, self._entry, self._start = archive, entry, start

    @contextmanager
    def __call__(self) -> Iterator[IO[bytes]]:
        with self._archive.open(self._entry) as stream:
            stream.read(self._start)
            yield stream
