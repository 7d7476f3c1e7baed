"""Flags and ticks: which changes and which beginnings of epochs have room. Knows no Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from core.history import Change
from visualiser.timeline.scale import TimeScale

# Pixels. Flags nearer to each other are one; ticks are no nearer.
_ONE_FLAG, _BETWEEN_TICKS = 14.0, 5.0
_STEPS_OF_A_STRIDE = (1, 2, 5)


@dataclass(frozen=True)
class Flag:
    """Changes that are near each other.

    Attributes
    ----------
    changes : tuple of Change
        In order, at least one.
    """

    changes: tuple[Change, ...]

    @property
    def step(self) -> int:
        """Where the first of them was made."""
        return self.changes[0].step


def flags_of(changes: Iterable[Change], scale: TimeScale) -> tuple[Flag, ...]:
    """The changes of a branch, those that are too near each other as one flag."""
    near: list[list[Change]] = []
    for change in changes:
        if near and scale.x(change.step) - scale.x(near[-1][0].step) < _ONE_FLAG:
            near[-1].append(change)
        else:
            near.append([change])
    return tuple(Flag(tuple(some)) for some in near)


def strides() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50 and so on."""
    for power in count():
        yield from (step * 10**power for step in _STEPS_OF_A_STRIDE)


def thinned(rows: Sequence[range], stride: int) -> tuple[range, ...]:
    """Every stride-th of the steps of some rows, counted through all of them, from the first.

    >>> thinned((range(0, 10, 2), range(10, 20)), 3)
    (range(0, 10, 6), range(11, 20, 3))
    """
    parts, before = [], 0
    for row in rows:
        parts.append(row[-before % stride :: stride])
        before += len(row)
    return tuple(parts)


def stride_for(rows: Sequence[range], scale: TimeScale, room: float) -> int:
    """Of steps in order, the least stride with which they are ``room`` pixels apart or more.

    Parameters
    ----------
    rows : sequence of range
        The steps, as of `Epochs.starts`; only their ends are looked at.
    scale : TimeScale
    room : float

    >>> stride_for((range(0, 400, 4),), TimeScale(0.0, 400.0, 400), 30)
    10
    """
    total = sum(len(row) for row in rows)
    return next(
        stride
        for stride in strides()
        if stride >= total or _nearest(thinned(rows, stride)) * scale.pixels_a_step >= room
    )


def _nearest(rows: Sequence[range]) -> float:
    """How many steps the two of all that are nearest to each other are apart."""
    there = [row for row in rows if row]
    within = (row.step for row in there if len(row) > 1)
    between = (after[0] - before[-1] for before, after in pairwise(there))
    return min((*within, *between), default=math.inf)


def tick_stride(rows: Sequence[range], scale: TimeScale, of_numbers: int) -> int:
    """The least stride of ticks with which every number of that stride has a tick."""
    wanted = stride_for(rows, scale, _BETWEEN_TICKS)
    return next(
        stride
        for stride in strides()
        if stride >= of_numbers or (stride >= wanted and of_numbers % stride == 0)
    )
