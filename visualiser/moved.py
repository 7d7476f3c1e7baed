"""Moved: how W and B differ between two steps, those that moved most first."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from core.parameters import Parameters
from visualiser.descent import largest_first, length, part_at
from visualiser.ledger import decimals_for, equals
from visualiser.number_format import fixed, read, significant, style
from visualiser.selection import Connection, Neuron

MOST = 10
# Digits that a number of float32 has, and those that are shown where a power of ten follows.
_DIGITS, _WITH_POWER = 7, 4


@dataclass(frozen=True)
class Move:
    """A weight or bias at two steps.

    Attributes
    ----------
    part : Connection or Neuron
        Whose W or B it is.
    then, now : float
        The value at the step that is compared with, and at the one that is shown.
    """

    part: Connection | Neuron
    then: float
    now: float

    @property
    def change(self) -> float:
        """How far it moved, up or down."""
        return self.now - self.then


@dataclass(frozen=True)
class Written:
    """A move in numbers as they are shown.

    Attributes
    ----------
    then, now, change : str
    sign : str
        "=" where ``now`` − ``then`` is ``change``, by the digits shown; "≈" where rounding
        shows; empty where the change is no number.
    """

    then: str
    now: str
    change: str
    sign: str


@dataclass(frozen=True)
class Moved:
    """What moved between two steps.

    Attributes
    ----------
    largest : tuple of Move
        Those that moved most, the largest |change| first, of equal ones those that come first;
        at most ten. Changes that are no numbers come before all others.
    count : int
        How many weights and biases moved at all.
    total : int
        How many there are.
    layer_lengths : tuple of float
        √(Σ (W − W′)² + Σ (B − B′)²) over the W and B of a layer; index L-1 for layer L.
    """

    largest: tuple[Move, ...]
    count: int
    total: int
    layer_lengths: tuple[float, ...]

    @staticmethod
    def between(then: Parameters, now: Parameters) -> Moved:
        """What moved from one network to another of the same sizes."""
        # Numbers of float32 have differences that float64 holds; of a network that has
        # diverged, ∞ − ∞.
        with np.errstate(all="ignore"):
            changes = now.vector.astype(np.float64) - then.vector
            lengths = tuple(map(length, Parameters(now.sizes, changes).blocks))
        sizes = np.abs(changes)
        sizes[~np.isfinite(sizes)] = np.inf
        count = int(np.count_nonzero(sizes))
        places = [int(place) for place in largest_first(sizes, min(MOST, count))] if count else []
        moves = (
            Move(part_at(now.sizes, place), float(then.vector[place]), float(now.vector[place]))
            for place in places
        )
        return Moved(tuple(moves), count, sizes.size, lengths)

    def shares(self) -> list[float]:
        """How far each of the largest moved, as a share of the first that is a number."""
        sizes = [abs(move.change) for move in self.largest]
        first = max(filter(math.isfinite, sizes), default=1.0)
        return [size / first if math.isfinite(size) else 0.0 for size in sizes]

    def written(self) -> list[Written]:
        """The largest in numbers: in line at the point, if they can be."""
        decimals = self._decimals()
        return [_written(move, decimals) for move in self.largest]

    def _decimals(self) -> int | None:
        """With how many all are written; None where powers of ten are easier to read."""
        numbers = [value for move in self.largest for value in (move.then, move.now)]
        changes = [abs(move.change) for move in self.largest]
        largest = max((abs(value) for value in numbers if math.isfinite(value)), default=0.0)
        change = max(filter(math.isfinite, changes), default=0.0)
        # Beyond these, digits say nothing.
        known = _DIGITS if largest < 1 else _DIGITS - 1 - math.floor(math.log10(largest))
        return None if known < 0 else min(decimals_for(change), known)


def _written(move: Move, decimals: int | None) -> Written:
    then, now = _number(move.then, decimals), _number(move.now, decimals)
    if not math.isfinite(move.change):
        return Written(then, now, fixed(move.change), "")
    is_small = decimals is not None and abs(move.change) < 10.0**-decimals
    change = _number(move.change, None if is_small else decimals)
    holds = read(now) - read(then) == read(change)
    return Written(then, now, change, equals(holds))


def _number(value: float, decimals: int | None) -> str:
    if decimals is None:
        return significant(value, min(style().digits, _WITH_POWER))
    return fixed(value, decimals, sign=True)
