"""A ZIP archive of numpy's arrays, as ``numpy.savez`` writes it, read with suspicion.

Read without ``numpy.load``: that allocates what a header asks for, and evaluates the header's
text.

Source: numpy.lib.format, "Format Version 1.0" to "3.0".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from core.claims import MOST_DESCRIPTION, checked_shape, quoted

if TYPE_CHECKING:
    import zipfile

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


@dataclass(frozen=True)
class ArchivedArray:
    """An array in an archive, described but not read yet.

    Attributes
    ----------
    name : str
        Without its ending.
    descr : str
        Its type as numpy writes it, ``"<f4"``; nobody has looked yet whether it is one.
    shape : tuple of int
    is_by_columns : bool
        Whether it is stored column by column (Fortran order).
    packed, unpacked : int
        Bytes that its numbers take in the archive (about), and that the archive says they are.
    """

    name: str
    descr: str
    shape: tuple[int, ...]
    is_by_columns: bool
    packed: int
    unpacked: int
    _archive: zipfile.ZipFile
    _entry: zipfile.ZipInfo
    _start: int

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The file at the array's first number."""
        with self._archive.open(self._entry) as stream:
            stream.read(self._start)
            yield stream


def archived_arrays(stream: IO[bytes]) -> dict[str, ArchivedArray]:
    """The arrays of an archive by name; one of `npz_errors` where it cannot be believed."""
    import zipfile  # noqa: PLC0415 (few want it, and it takes milliseconds)

    archive = zipfile.ZipFile(_InSmallPieces(stream))
    found: dict[str, ArchivedArray] = {}
    for entry in archive.infolist():
        name = _checked_name(entry)
        if name in found:
            raise ValueError(f"it holds {quoted(name)} twice")
        found[name] = _described(archive, entry, name)
    return found


def npz_errors() -> tuple[type[Exception], ...]:
    """What reading an archive that is damaged or a trap can raise."""
    import zipfile  # noqa: PLC0415 (few want them, and they take milliseconds)
    import zlib  # noqa: PLC0415 (as above)

    # A RuntimeError where something would be needed that zipfile does not have.
    return (OSError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)


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


def _described(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> ArchivedArray:
    fields, start = _header(archive, entry, name)
    shape = checked_shape([int(length) for length in fields["shape"].split(",") if length.strip()])
    return ArchivedArray(
        name,
        fields["descr"],
        shape,
        fields["fortran_order"] == "True",
        entry.compress_size,
        entry.file_size - start,
        archive,
        entry,
        start,
    )


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
