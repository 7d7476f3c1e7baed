"""safetensors: eight bytes of length, a JSON header of so many bytes, then the numbers.

The format is so small, and a reader that trusts nobody has so much to check by itself, that
no library is needed for it: any installation can read and write it.

Source: Hugging Face, https://github.com/huggingface/safetensors, "Format".
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import numpy as np

from core.claims import MOST_DESCRIPTION, byte_count, checked_shape, quoted
from core.exchange.naming import metadata_of, named_tensors
from core.exchange.tensor import Contents, Tensor, checked_metadata
from core.network import Network

_DTYPES: dict[str, np.dtype[Any]] = {
    "F16": np.dtype("<f2"),
    "F32": np.dtype("<f4"),
    "F64": np.dtype("<f8"),
}
_CODES = {"float32": "F32", "float64": "F64"}
_METADATA = "__metadata__"


def write_safetensors(network: Network, stream: IO[bytes]) -> None:
    """Write every weight and bias by name, with what they do not tell as metadata."""
    tensors = named_tensors(network)
    header: dict[str, object] = {_METADATA: metadata_of(network)}
    end = 0
    for name, values in tensors.items():
        start, end = end, end + values.nbytes
        code = _CODES[values.dtype.name]
        header[name] = {"dtype": code, "shape": values.shape, "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":")).encode()
    # The numbers begin at a multiple of eight, so that programs can map them into memory.
    text += b" " * (-len(text) % 8)
    stream.write(struct.pack("<Q", len(text)) + text)
    for values in tensors.values():
        stream.write(values.astype(values.dtype.newbyteorder("<")).tobytes())


def read_safetensors(stream: IO[bytes], size: int) -> Contents:
    """What a file of ``size`` bytes holds; ValueError where its header cannot be believed."""
    header, start = _header(stream, size)
    metadata = checked_metadata(header.pop(_METADATA, {}))
    end = 0
    tensors = {}
    for name, described in sorted(header.items(), key=_first_byte):
        shape, dtype = _shape(name, described), _dtype(name, described)
        # One after another, without gaps: no array shares its bytes with another.
        if described["data_offsets"] != [end, end + byte_count(shape, dtype)]:
            raise ValueError(f"{quoted(name)} does not lie where its shape puts it")
        tensors[name] = Tensor(shape, dtype, _Opened(stream, start + end))
        end += byte_count(shape, dtype)
    if start + end != size:
        raise ValueError(f"it is {size} bytes long, and its header tells of {start + end}")
    return Contents(tensors, metadata)


def _header(stream: IO[bytes], size: int) -> tuple[dict[str, Any], int]:
    """The header, and where the numbers begin."""
    prefix = stream.read(8)
    if len(prefix) < 8:
        raise ValueError("it is too short")
    (length,) = struct.unpack("<Q", prefix)
    if length > min(MOST_DESCRIPTION, size - 8):
        raise ValueError(f"its header cannot be {length} bytes long")
    header = json.loads(stream.read(length).decode(), object_pairs_hook=_without_repeats)
    if not isinstance(header, dict):
        raise ValueError("its header has no names")  # noqa: TRY004 (the file's fault)
    return header, 8 + length


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    described = dict(pairs)
    if len(described) < len(pairs):
        raise ValueError("its header has a name twice")
    return described


def _first_byte(item: tuple[str, Any]) -> int:
    name, described = item
    try:
        start, _ = described["data_offsets"]
    except (TypeError, KeyError, ValueError):
        start = None
    if not isinstance(start, int):
        raise ValueError(f"its header does not say where {quoted(name)} is")  # noqa: TRY004 (the file's fault)
    return start


def _shape(name: str, described: dict[str, Any]) -> tuple[int, ...]:
    shape = described.get("shape")
    if not isinstance(shape, list):
        raise ValueError(f"{quoted(name)} has no shape")  # noqa: TRY004 (the file's fault)
    return checked_shape(shape)


def _dtype(name: str, described: dict[str, Any]) -> np.dtype[Any]:
    code = described.get("dtype")
    if not isinstance(code, str) or code not in _DTYPES:
        raise ValueError(f"{quoted(name)} is in none of {', '.join(_DTYPES)}")
    return _DTYPES[code]


class _Opened:
    """The file at a place, for `Tensor.open`."""

    def __init__(self, stream: IO[bytes], start: int) -> None:
        self._stream, self._start = stream, start

    @contextmanager
    def __call__(self) -> Iterator[IO[bytes]]:
        self._stream.seek(self._start)
        yield self._stream
