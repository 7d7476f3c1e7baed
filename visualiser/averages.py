"""Trailing moving averages of a row of numbers that grows, over a window of any length."""

from __future__ import annotations

from typing import overload

import numpy as np

from core.parameters import FloatArray, IntArray


def trailing_means(values: FloatArray, window: int, start: int = 0) -> FloatArray:
    """The mean of each value and the ``window − 1`` before it; of all there are where fewer.

    No sum is ever the difference of two: what was far too large leaves no rounding error behind
    once it is out of the window. In blocks as long as the window, what a window covers is the
    end of one block and the beginning of the next (van Herk, "A fast algorithm for local
    minimum and maximum filters", 1992, with sums).

    Parameters
    ----------
    values : ndarray, shape (n,)
    window : int
        At least 1.
    start : int
        The first value whose mean is wanted.

    Returns
    -------
    ndarray, shape (n − start,)
    """
    begin = max(0, start // window - 1) * window
    part = values[begin:]
    sums = _window_sums(part, window)[start - begin :]
    covered = np.minimum(np.arange(start + 1, len(values) + 1), window)
    means: FloatArray = sums / covered
    return means


def _window_sums(part: FloatArray, window: int) -> FloatArray:
    count = len(part)
    blocks = np.zeros((-(-count // window) or 1, window))
    blocks.reshape(-1)[:count] = part
    sums = np.cumsum(blocks, axis=1)
    ends = np.cumsum(blocks[:-1, :0:-1], axis=1)[:, ::-1]
    sums[1:, :-1] += ends
    whole: FloatArray = sums.reshape(-1)[:count]
    return whole


class MovingAverage:
    """The trailing means of a row of costs, worked out where they are asked for.

    ``average[n]`` is the mean of the costs of step n and the ``window − 1`` before it; before
    there are as many, of all there are. Slices are as of an array.

    Parameters
    ----------
    window : int
        Steps, at least 1.
    costs : ndarray, shape (n,)
        A view of them is kept.
    """

    def __init__(self, window: int, costs: FloatArray) -> None:
        self.window = window
        self.costs = costs

    def __len__(self) -> int:
        return len(self.costs)

    @overload
    def __getitem__(self, place: int) -> float: ...

    @overload
    def __getitem__(self, place: slice) -> FloatArray: ...

    def __getitem__(self, place: int | slice) -> float | FloatArray:
        """One average, or those of a slice of steps."""
        if isinstance(place, slice):
            first, end, stride = place.indices(len(self))
            return trailing_means(self.costs[:end], self.window, min(first, end))[::stride]
        step = range(len(self))[place]
        first, _ = self.covered(step)
        return float(np.mean(self.costs[first : step + 1]))

    def at(self, steps: IntArray) -> FloatArray:
        """The averages at some steps, where a few of many are wanted; shape (steps,)."""
        covered = steps[:, np.newaxis] - np.arange(self.window)
        costs = np.where(covered >= 0, self.costs[np.maximum(covered, 0)], 0.0)
        averages: FloatArray = costs.sum(axis=1) / np.minimum(steps + 1, self.window)
        return averages

    def covered(self, step: int) -> tuple[int, int]:
        """The first and the last step whose costs the average at a step covers."""
        return max(0, step + 1 - self.window), step


# By step, to be sliced.
Row = FloatArray | MovingAverage
