"""Trailing moving averages of a row of numbers that grows, over a window of any length."""

from __future__ import annotations

import numpy as np

from core.parameters import FloatArray
from visualiser.cost_plot.growing import Growing


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
    """The trailing means of a row of costs, kept up with it.

    Parameters
    ----------
    window : int
        Steps, at least 1.
    """

    def __init__(self, window: int) -> None:
        self._window = window
        self._means = Growing(np.float32)

    @property
    def window(self) -> int:
        """How many steps an average covers, once there are as many."""
        return self._window

    @property
    def values(self) -> FloatArray:
        """``values[n]``: the mean of the costs of step n and the ``window − 1`` before it, a view.

        Before there are as many, of all there are.
        """
        return self._means.values

    def update(self, costs: FloatArray, start: int) -> None:
        """Follow the costs, those before ``start`` being as they were."""
        with np.errstate(over="ignore"):
            self._means.put(start, trailing_means(costs, self._window, start))

    def covered(self, step: int) -> tuple[int, int]:
        """The first and the last step whose costs the average at a step covers."""
        return max(0, step + 1 - self._window), step
