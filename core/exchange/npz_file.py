"""npz: a ZIP archive of numpy's arrays, as ``numpy.savez`` writes it."""

from __future__ import annotations

import json
import re
from typing import IO

import numpy as np

from core.claims import MOST_DESCRIPTION, byte_count, quoted
from core.exchange.naming import metadata_of, named_tensors
from core.exchange.tensor import Contents, Tensor, checked_metadata
from core.network import Network
from core.npz_archive import ArchivedArray, archived_arrays

_METADATA = "metadata"


def write_npz(network: Network, stream: IO[bytes]) -> None:
    """Write every weight and bias by name, and ``metadata`` as JSON in a bytes array."""
    metadata = np.array(json.dumps(metadata_of(network)).encode())
    np.savez(stream, **{_METADATA: metadata}, **named_tensors(network))  # type: ignore[arg-type] # numpy takes them for its own option


def read_npz(stream: IO[bytes], size: int) -> Contents:  # noqa: ARG001 (one shape)
    """What an archive holds; one of `npz_errors` where it cannot be believed."""
    arrays = archived_arrays(stream)
    metadata = arrays.pop(_METADATA, None)
    return Contents(
        {name: _tensor(array) for name, array in arrays.items()},
        {} if metadata is None else _metadata(metadata),
    )


def _tensor(array: ArchivedArray) -> Tensor:
    if not re.fullmatch("[<>=]f[248]", array.descr):
        raise ValueError(f"{quoted(array.name)} is not in float16, float32 or float64")
    dtype = np.dtype(array.descr)
    if byte_count(array.shape, dtype) != array.unpacked:
        raise ValueError(f"{quoted(array.name)} is not as long as its shape")
    return Tensor(array.shape, dtype, array.open, array.is_by_columns)


def _metadata(array: ArchivedArray) -> dict[str, str]:
    is_text = re.fullmatch(r"\|S\d{1,7}", array.descr) and not array.shape
    if not is_text or not 0 <= array.unpacked <= MOST_DESCRIPTION:
        raise ValueError("its metadata are no text")
    with array.open() as stream:
        return checked_metadata(json.loads(stream.read(array.unpacked).rstrip(b"\0").decode()))
