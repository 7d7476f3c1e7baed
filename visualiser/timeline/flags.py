"""Flags and ticks: which changes and which beginnings of epochs have room. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np

from core.history import Change
from core.parameters import FloatArray
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


def stride_for(places: FloatArray, room: float) -> int:
    """Of places in order, the least stride with which they are no nearer than ``room``.

    >>> stride_for(np.arange(100) * 4.0, 30)
    10
    """
    return next(
        stride
        for stride in strides()
        if stride >= len(places) or np.diff(places[::stride]).min() >= room
    )


def tick_stride(places: FloatArray, of_numbers: int) -> int:
    """The least stride of ticks with which every number of that stride has a tick."""
    wanted = stride_for(places, _BETWEEN_TICKS)
    return next(
        stride
        for stride in strides()
        if stride >= of_numbers or (stride >= wanted and of_numbers % stride == 0)
    )
