"""Mutations of files of examples: IDX sets and tables."""

from __future__ import annotations

import functools
import gzip
from pathlib import Path

import numpy as np

from tests.fuzz.byte_mutations import damaged

_IDX_NAMES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)
_LENGTHS = (0, 1, 2, 59, 61, 2**16, 2**24, 2**31 - 1, 2**31, 2**32 - 1)
_FIELDS = (
    *("", "x", "nan", "-inf", "1e39", "1e400", "-1", "1_000", "0x10", "٣", '"', "'1'", "1;2"),
    *("9" * 400, "3.5", "\0", "\r", "\n", "σ", "#", "label", "1 2", "1\t2", "True", "1e-320"),
)
# Of four files, whose content is the mutant's.
_PARTS = len(_IDX_NAMES)


def mutated_idx(random: np.random.Generator, contents: list[bytes], folder: Path) -> Path:
    """Write the four files of a set, of which one is a mutant; which is given back."""
    place = int(random.integers(_PARTS))
    for number, (name, content) in enumerate(zip(_IDX_NAMES, contents, strict=True)):
        if number != place:
            (folder / name).write_bytes(content)
    is_packed = bool(random.integers(2))
    path = folder / f"{_IDX_NAMES[place]}{'.gz' if is_packed else ''}"
    path.write_bytes(_mutated(random, contents[place], is_packed=is_packed))
    return path


def _mutated(random: np.random.Generator, content: bytes, *, is_packed: bool) -> bytes:
    choice = random.integers(8)
    if is_packed and choice == 0:
        return _bomb(int(random.choice([10, 10_000, 300_000])))
    changed = content
    if choice < 4:
        changed = _lying(random, content)
    elif choice < 6 or not is_packed:
        changed = damaged(random, content)
    if not is_packed:
        return changed
    packed = gzip.compress(changed, 1, mtime=0)
    return damaged(random, packed) if changed is content else packed


def _lying(random: np.random.Generator, content: bytes) -> bytes:
    """One or two lengths in the header are others, or it has other dimensions."""
    changed = bytearray(content)
    for _ in range(random.integers(1, 3)):
        place = 4 + 4 * int(random.integers(content[3]))
        length = _LENGTHS[random.integers(len(_LENGTHS))]
        changed[place : place + 4] = length.to_bytes(4, "big")
    if random.integers(4) == 0:
        changed[3] = random.integers(256)
    return bytes(changed)


@functools.cache
def _bomb(count: int) -> bytes:
    """Blank pictures that are truly as many as the header says, up to 235 MB."""
    header = bytes([0, 0, 8, 3]) + b"".join(n.to_bytes(4, "big") for n in (count, 28, 28))
    return gzip.compress(header + bytes(count * 28 * 28), 9, mtime=0)


def mutated_csv(random: np.random.Generator, content: bytes) -> bytes:
    """A mutant of a table."""
    choice = random.integers(6)
    if choice == 0:
        return damaged(random, content)
    lines = content.decode().split("\n")
    place = int(random.integers(len(lines) - 1))
    separator = next(s for s in (",", ";", "\t", " ") if s in lines[-2])
    fields = lines[place].split(separator)
    places = (0, 1, int(random.integers(len(fields))), len(fields) - 1)
    column = places[random.integers(4)]
    if choice < 4:
        fields[column % len(fields)] = _FIELDS[random.integers(len(_FIELDS))]
    elif choice == 4:
        _reshape(random, fields)
    else:
        lines.insert(place, lines[int(random.integers(len(lines)))] * int(random.integers(1, 3)))
    lines[place] = separator.join(fields)
    made = "\n".join(lines).encode("utf-8" if random.integers(8) else "utf-16")
    return damaged(random, made) if random.integers(5) == 0 else made


def _reshape(random: np.random.Generator, fields: list[str]) -> None:
    """Columns more, less, or far too many."""
    count = int(random.choice([1, 2, 50_000, 1_500_000]))
    if random.integers(2):
        del fields[-count:]
    else:
        fields += ["0"] * count
