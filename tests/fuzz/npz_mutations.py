"""Mutations of npz that know the format: sound archives of unsound arrays, and bombs."""

from __future__ import annotations

import functools
import io
import re
import warnings
import zipfile

import numpy as np

from tests.fuzz.byte_mutations import damaged
from tests.fuzz.json_mutations import mutated_json

_SHAPES = (
    b"()",
    b"(0,)",
    b"(4,)",
    b"(3, 4)",
    b"(4, 3)",
    b"(2, 2, 3)",
    b"(-1,)",
    b"(100000, 100000)",
    b"(4611686018427387904, 4)",
    b"(" + b"9" * 600 + b",)",
    b"(1e9,)",
    b"(" * 300 + b")" * 300,
    b"([]*10**9,)",
)
_TYPES = (b"<f2", b"<f4", b"<f8", b">f8", b"<f16", b"|O", b"|S4", b"<U9", b"<c16", b"|V9", b"f4,f4")


def mutated_npz(random: np.random.Generator, content: bytes) -> bytes:
    """A mutant of an npz file."""
    choice = random.integers(8)
    if choice < 3:
        return damaged(random, content)
    entries = _entries(content)
    place = int(random.integers(len(entries)))
    name, array = entries[place]
    method = zipfile.ZIP_DEFLATED if random.integers(2) else zipfile.ZIP_STORED
    if choice == 3:
        entries[place] = name, damaged(random, array)
    elif choice == 4:
        entries[place] = name, _lying(random, array)
    elif choice == 5:
        entries[place] = _strange_name(random, name, entries), array
    elif choice == 6:
        entries[place] = _with_other_metadata(random, name, array, entries)
    elif random.integers(20) == 0:
        return _bomb(name)
    else:
        method = int(random.choice([zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]))
    made = _archive(entries, method)
    return damaged(random, made) if random.integers(4) == 0 else made


def _entries(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def _archive(entries: list[tuple[str, bytes]], method: int) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there twice
        for name, array in entries:
            archive.writestr(name, array)
    return made.getvalue()


def _lying(random: np.random.Generator, array: bytes) -> bytes:
    """The same numbers under a header that says something else."""
    shape, descr = _SHAPES[random.integers(len(_SHAPES))], _TYPES[random.integers(len(_TYPES))]
    if random.integers(2):
        shape = match.group() if (match := re.search(rb"\([\d, ]*\)", array)) else shape
    elif random.integers(2):
        descr = match.group(1) if (match := re.search(rb"'descr': '(.*?)'", array)) else descr
    numbers = array[10 + int.from_bytes(array[8:10], "little") :]
    by_columns = b"True" if random.integers(3) == 0 else b"False"
    return _header_of(shape, descr, by_columns) + numbers * int(random.choice([1, 1, 2]))


def _header_of(shape: bytes, descr: bytes, by_columns: bytes = b"False") -> bytes:
    text = b"{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n" % (descr, by_columns, shape)
    return b"\x93NUMPY\1\0" + len(text).to_bytes(2, "little") + text


def _strange_name(random: np.random.Generator, name: str, entries: list[tuple[str, bytes]]) -> str:
    names = (
        entries[0][0],
        "../../escaped.npy",
        "/layer.1.weight.npy",
        "layer.999999999.weight.npy",
        "0.weight.npy",
        "00.bias.npy",
        name.removesuffix(".npy"),
        "σ. Ω\n.npy",
        "x" * 60_000,
        "metadata.npy",
    )
    return names[random.integers(len(names))]


def _with_other_metadata(
    random: np.random.Generator, name: str, array: bytes, entries: list[tuple[str, bytes]]
) -> tuple[str, bytes]:
    for other, content in entries:
        if other == "metadata.npy":
            text = mutated_json(random, content[content.index(b"{", 80) :].decode())
            return other, _header_of(b"()", b"|S%d" % len(text.encode())) + text.encode()
    return name, damaged(random, array)


@functools.cache
def _bomb(name: str) -> bytes:
    """A quarter of a megabyte that becomes 160."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as f:
        f.write(_header_of(b"(1000, 41943)", b"<f4"))
        for _ in range(1000):
            f.write(bytes(4 * 41943))
    return made.getvalue()
