"""Weights out and in, by the ending of a file's name.

To add a format: write its file, and add its line to FORMATS at the foot of this file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

from core.claims import in_short
from core.errors import ExchangeError
from core.exchange.assembling import ImportedWeights, assemble
from core.exchange.csv_file import write_csv
from core.exchange.npz_file import read_npz, write_npz
from core.exchange.onnx_file import write_onnx
from core.exchange.replacing import replacing
from core.exchange.safetensors_file import read_safetensors, write_safetensors
from core.exchange.tensor import Contents
from core.network import BiasPlacement, Network
from core.npz_archive import npz_errors

Choice = TypeVar("Choice")


@dataclass(frozen=True)
class Format:
    """A kind of file that holds weights.

    Attributes
    ----------
    title : str
        What people call it.
    write : callable
        Writes a network into an open file.
    read : callable or None
        Gives the `Contents` of an open file of so many bytes; None where it cannot be read.
    """

    title: str
    write: Callable[[Network, IO[bytes]], None]
    read: Callable[[IO[bytes], int], Contents] | None = None


def export_weights(network: Network, path: str | Path) -> None:
    """Save every weight and bias in the format that the ending of ``path`` names.

    In ``.safetensors`` and ``.npz`` they are called ``layer.1.weight``, of shape (N_1, N_0),
    ``layer.1.bias``, of shape (N_1,), and so on, and metadata tell σ, C, where the bias is added
    and which neurons are held. ``.onnx`` is a graph from ``inputs``, (batch, N_0), to
    ``outputs``, (batch, N_last), in float32. ``.csv`` has a row for each number.

    Parameters
    ----------
    network : Network
    path : str or Path

    Raises
    ------
    ExchangeError
        Where there is no such format, its library is missing, or the file cannot be written;
        what was there before is untouched.
    """
    path = Path(path)
    chosen = _by_ending(path, FORMATS)
    with replacing(path) as stream:
        chosen.write(network, stream)


def import_weights(
    path: str | Path,
    activation: str | Sequence[str] | None = None,
    cost: str | None = None,
    bias: BiasPlacement | None = None,
) -> ImportedWeights:
    """The network whose weights and biases a file holds: ``.safetensors`` or ``.npz``.

    Its arrays are called as `export_weights` calls them, or as a ``torch.nn.Sequential`` does:
    ``0.weight``, ``0.bias``, ``2.weight``, … in ascending order.

    Parameters
    ----------
    path : str or Path
    activation, cost, bias : optional
        As for `Network`, whatever the file says. Where it says nothing, and for None, what is
        usual.

    Returns
    -------
    ImportedWeights
        The network in float32, and which settings were assumed.

    Raises
    ------
    ExchangeError
        Where the file is missing or damaged, or holds no feed-forward network.
    SettingError
        Where σ and C are unknown or do not go together, or the layers are too large.
    """
    path = Path(path)
    read = _by_ending(path, {s: f.read for s, f in FORMATS.items() if f.read is not None})
    # Unlike Path.is_file, no exception for a name that is too long or a closed folder.
    if not os.path.isfile(path):  # noqa: PTH113
        raise ExchangeError("There is no file {path}; choose a file of weights.", path=path)
    try:
        with path.open("rb") as stream:
            contents = read(stream, os.fstat(stream.fileno()).st_size)
            return assemble(contents, {"activation": activation, "cost": cost, "bias": bias})
    # That of the JSON reader, where lists lie in lists in lists, is a RuntimeError as well.
    except npz_errors() as error:
        raise ExchangeError(
            "{path} cannot be read as weights ({reason}); choose another file, or save it anew.",
            path=path,
            reason=in_short(error),
        ) from error


def _by_ending(path: Path, choices: dict[str, Choice]) -> Choice:
    if path.suffix.lower() not in choices:
        raise ExchangeError(
            "{path} does not say what kind of file it is; give it a name that ends in {endings}.",
            path=path,
            endings=", ".join(choices),
        )
    return choices[path.suffix.lower()]


FORMATS: dict[str, Format] = {
    ".safetensors": Format(title="safetensors", write=write_safetensors, read=read_safetensors),
    ".npz": Format(title="NumPy archive", write=write_npz, read=read_npz),
    ".onnx": Format(title="ONNX", write=write_onnx),
    ".csv": Format(title="CSV table", write=write_csv),
}
