"""CSV: one row for each weight and bias, for spreadsheets and the eye."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from core.network import Network


def write_csv(network: Network, stream: IO[bytes]) -> None:
    """Write ``layer``, ``neuron``, ``origin`` (empty for the bias) and ``value`` of each.

    Values have the digits that tell them from every other number of their type.
    """
    write_table(stream, ["layer", "neuron", "origin", "value"], _rows(network))


def write_table(
    stream: IO[bytes], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Write rows under the names of their columns."""
    import csv  # noqa: PLC0415 (few want it)

    text = io.TextIOWrapper(stream, "ascii", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    table.writerows(rows)
    # Else it would close the file, which is not its own.
    text.detach()


def _rows(network: Network) -> Iterator[Sequence[object]]:
    for layer, (weights, biases) in enumerate(
        zip(network.weights, network.biases, strict=True), start=1
    ):
        for neuron, (bias, row) in enumerate(zip(biases, weights, strict=True)):
            yield layer, neuron, "", str(bias)
            for origin, weight in enumerate(row):
                yield layer, neuron, origin, str(weight)
