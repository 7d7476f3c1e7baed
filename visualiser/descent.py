"""Descent: −∇C, its largest entries first, how much each should change, and its norms."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np

from core.parameters import FloatArray, IntArray, Parameters
from visualiser.number_format import fixed, significant
from visualiser.selection import Connection, Neuron

LARGEST = 8
# Shares of the largest entry: from the first on it is a lot, from the second on a little.
A_LOT, A_LITTLE = 0.5, 0.05
# Beyond, powers of ten are easier to read.
_MOST_DECIMALS = 7


class Amount(Enum):
    """How much an entry matters beside the largest one."""

    A_LOT = "a lot"
    A_LITTLE = "a little"
    HARDLY = "hardly"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Entry:
    """An entry of −∇C.

    Attributes
    ----------
    part : Connection or Neuron
        Whose W or B should change.
    value : float
        −∂C/∂W or −∂C/∂B; its size is the value without the sign.
    amount : Amount
    """

    part: Connection | Neuron
    value: float
    amount: Amount


@dataclass(frozen=True)
class Descent:
    """−∇C of one mini-batch, as far as it is shown.

    Attributes
    ----------
    largest : tuple of Entry
        Those with the largest size, the largest first; of equal ones the first come first.
        Entries that are no numbers come before all others. All there are, where there are few.
    smallest : Entry or None
        The one with the smallest size; None where all are among the largest.
    count : int
        How many entries −∇C has.
    amounts : dict
        How many entries there are of each `Amount`.
    norm : float
        ‖∇C‖ = √(Σ ∂C/∂W² + Σ ∂C/∂B²).
    layer_norms : tuple of float
        The same over the W and B of a layer alone; index L-1 for layer L. The squares of
        these add up to ‖∇C‖².
    """

    largest: tuple[Entry, ...]
    smallest: Entry | None
    count: int
    amounts: dict[Amount, int]
    norm: float
    layer_norms: tuple[float, ...]

    @staticmethod
    def of(gradient: Parameters) -> Descent:
        """−∇C of a gradient ∇C."""
        vector, norms = gradient.vector, tuple(length(block) for block in gradient.blocks)
        sizes = np.abs(vector)
        has_no_number = ~np.isfinite(sizes)
        bad = int(np.count_nonzero(has_no_number))
        sizes[has_no_number] = np.inf
        scale = _Scale.of(sizes[~has_no_number] if bad else sizes)
        order = largest_first(sizes, LARGEST)
        if sizes.size == LARGEST + 1:
            order = largest_first(sizes, LARGEST + 1)

        def entry(index: int) -> Entry:
            value = -float(vector[index])
            return Entry(part_at(gradient.sizes, index), value, scale.amount(value))

        return Descent(
            tuple(entry(int(index)) for index in order),
            entry(_last_smallest(sizes)) if sizes.size > len(order) else None,
            sizes.size,
            scale.amounts(sizes, bad),
            math.hypot(*norms),
            norms,
        )

    def numbers(self) -> list[str]:
        """The values of the largest as they are written: in line at the point, if they can be."""
        values = [entry.value for entry in self.largest]
        sizes = [abs(value) for value in values if math.isfinite(value) and value != 0]
        if not sizes:
            return [fixed(value, 2, sign=True) for value in values]
        # Three digits of the largest, and two of the smallest of them.
        decimals = max(0, 2 - _power(max(sizes)), 1 - _power(min(sizes)))
        if decimals > _MOST_DECIMALS or max(sizes) >= 10.0**_MOST_DECIMALS:
            return [significant(value) for value in values]
        return [fixed(value, decimals, sign=True) for value in values]


def part_at(sizes: tuple[int, ...], index: int) -> Connection | Neuron:
    """Whose number stands at a place of a vector of parameters: a connection's W, a neuron's B.

    >>> part_at((2, 3), 0), part_at((2, 3), 5)
    (Connection(layer=1, to=0, origin=0), Neuron(layer=1, index=1))
    """
    start = 0
    for layer in range(1, len(sizes)):
        columns = sizes[layer - 1] + 1
        end = start + sizes[layer] * columns
        if index < end:
            to, origin = divmod(index - start, columns)
            is_bias = origin == columns - 1
            return Neuron(layer, to) if is_bias else Connection(layer, to, origin)
        start = end
    raise IndexError(f"there are {start} parameters, and none at {index}")


def largest_first(sizes: FloatArray, count: int) -> IntArray:
    """Where the largest stand, the largest first; of equal ones, the first come first."""
    if sizes.size <= count:
        return np.argsort(-sizes, kind="stable")
    least = np.partition(sizes, sizes.size - count)[sizes.size - count]
    # Where many are equal, as in an all-zero gradient, a few of them are enough.
    above, equal = np.flatnonzero(sizes > least), np.flatnonzero(sizes == least)[:count]
    candidates = np.sort(np.concatenate([above, equal]))
    order = np.argsort(-sizes[candidates], kind="stable")[:count]
    return candidates[order]


def _last_smallest(sizes: FloatArray) -> int:
    """Where the smallest stands; of equal ones, the last, which is not among the largest."""
    return sizes.size - 1 - int(sizes[::-1].argmin())


@dataclass(frozen=True)
class _Scale:
    """From which size on an entry is a lot, and from which a little."""

    lot: float
    little: float

    @staticmethod
    def of(sizes: FloatArray) -> _Scale:
        """The scale of entries that all are numbers."""
        largest = float(sizes.max()) if sizes.size else 0.0
        # As the array rounds them, so that one entry is judged as all are.
        rounded = sizes.dtype.type
        return _Scale(float(rounded(A_LOT * largest)), float(rounded(A_LITTLE * largest)))

    def amount(self, value: float) -> Amount:
        """How much one entry matters."""
        if not math.isfinite(value):
            return Amount.UNKNOWN
        if value == 0 or abs(value) < self.little:
            return Amount.HARDLY
        return Amount.A_LOT if abs(value) >= self.lot else Amount.A_LITTLE

    def amounts(self, sizes: FloatArray, bad: int) -> dict[Amount, int]:
        """How many there are of each amount; ``bad`` of them are infinite, as no numbers."""
        noticeable = np.count_nonzero((sizes >= self.little) & (sizes > 0))
        lots = np.count_nonzero((sizes >= self.lot) & (sizes > 0))
        return {
            Amount.A_LOT: int(lots) - bad,
            Amount.A_LITTLE: int(noticeable - lots),
            Amount.HARDLY: sizes.size - int(noticeable),
            Amount.UNKNOWN: bad,
        }


def length(values: FloatArray) -> float:
    """The length √(Σ v²) of all numbers of an array as one vector."""
    # The squares of all float32 numbers are numbers in float64. A product of vectors would be
    # spread over threads, which are waited for longer than it takes.
    return math.sqrt(float(np.square(values, dtype=np.float64).sum()))


def _power(value: float) -> int:
    """The power of ten of the first digit of a number, as it is written with three.

    >>> _power(0.0999), _power(0.09999), _power(12.0)
    (-2, -1, 1)
    """
    return int(f"{value:.2e}".split("e")[1])
