"""PartFile: a file that is being fetched, kept beside its place until it is whole and right."""

from __future__ import annotations

import hashlib
from pathlib import Path

from visualiser.data.mirrors import KnownFile

_CHUNK = 2**20


def part_name(known: KnownFile) -> str:
    """What a file is called until it is whole: nothing that could be taken for it."""
    return f"{known.name.replace('-', '_')}.part"


class PartFile:
    """What there is of a file so far, under its `part_name`; never more bytes than the file has.

    All methods may raise OSError: no space, or no permission.

    Parameters
    ----------
    known : KnownFile
    folder : Path
        Where the whole file is to lie; it must exist.
    """

    def __init__(self, known: KnownFile, folder: Path) -> None:
        self.known = known
        self._target = folder / known.name
        self._path = folder / part_name(known)
        # Without a buffer, so that a full disk is noticed by the write itself.
        self._file = self._path.open("ab", buffering=0)
        self._hash = hashlib.sha256()
        self.size = 0
        self._look_at_what_is_there()

    @property
    def is_whole(self) -> bool:
        """Whether no byte is missing; they may be wrong ones."""
        return self.size == self.known.size

    def append(self, content: bytes) -> None:
        """Add these bytes, of which there must not be too many."""
        rest = memoryview(content)
        if self.size + len(rest) > self.known.size:
            raise ValueError("more bytes than the file has")
        while rest:
            written = self._file.write(rest)
            self._hash.update(rest[:written])
            self.size += written
            rest = rest[written:]

    def begin_anew(self) -> None:
        """Forget what is there."""
        self._file.truncate(0)
        self._hash = hashlib.sha256()
        self.size = 0

    def take_its_place(self) -> bool:
        """Move the whole file to where it belongs, at once; False where its bytes are wrong."""
        if self._hash.hexdigest() != self.known.sha256:
            return False
        self.close()
        self._path.replace(self._target)
        return True

    def close(self) -> None:
        """Keep what there is for the next time."""
        self._file.close()

    def delete(self) -> None:
        """Keep nothing."""
        self.close()
        self._path.unlink(missing_ok=True)

    def _look_at_what_is_there(self) -> None:
        try:
            with self._path.open("rb") as before:
                while self.size <= self.known.size and (chunk := before.read(_CHUNK)):
                    self._hash.update(chunk)
                    self.size += len(chunk)
            if self.size > self.known.size:
                self.begin_anew()
        except OSError:
            self.close()
            raise
