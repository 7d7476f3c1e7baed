"""Peaks: a long row of numbers by the lowest and highest of its blocks, so that no peak is lost."""

from __future__ import annotations

import numpy as np

from core.parameters import FloatArray
from visualiser.cost_plot.growing import Growing

# Numbers in a block of the finest level; a block of each further level is two of the one before.
_FINEST = 8
_LARGEST = float(np.finfo(np.float32).max)


class Peaks:
    """A pyramid over numbers that it does not copy: a quarter as many again, twice.

    What it takes to draw a line does then not depend on how long the line is: at any
    magnification there is a level of which a block is no wider than a pixel, and of each block
    the lowest and the highest number are drawn.
    """

    def __init__(self) -> None:
        self._values: FloatArray = np.empty(0)
        # The lowest and the highest number of each block of one size; the last may not be full.
        self._levels: list[tuple[Growing, Growing]] = []

    def __len__(self) -> int:
        return len(self._values)

    @property
    def values(self) -> FloatArray:
        """The numbers."""
        return self._values

    def update(self, values: FloatArray, start: int) -> None:
        """Follow the numbers, those before ``start`` being as they were.

        Parameters
        ----------
        values : ndarray, shape (n,)
            All of them; a view of it is kept.
        start : int
        """
        self._values = values
        first = start // _FINEST
        blocks = _in_blocks(np.clip(values[first * _FINEST :], -_LARGEST, _LARGEST), _FINEST)
        level = 0
        self._put(level, first, blocks.min(axis=1), blocks.max(axis=1))
        while len(self._levels[level][0]) > 1:
            lows, highs = (finer.values for finer in self._levels[level])
            first, level = first // 2, level + 1
            pairs = (_in_blocks(row[2 * first :], 2) for row in (lows, highs))
            low_pairs, high_pairs = pairs
            self._put(level, first, low_pairs.min(axis=1), high_pairs.max(axis=1))
        del self._levels[level + 1 :]

    def extremes(self) -> tuple[float, float]:
        """The lowest and the highest of all numbers, of which there is at least one."""
        lows, highs = self._levels[-1]
        return float(lows.values[0]), float(highs.values[0])

    def between(self, first: int, last: int, width: float) -> tuple[FloatArray, FloatArray]:
        """A line through the numbers from one place to another, both included.

        Parameters
        ----------
        first, last : int
            Places that there are.
        width : float
            How many numbers are to be told by one pair: about a pixel's.

        Returns
        -------
        places, values : ndarray
            Each number at its place where ``width`` is small; else of each block the lowest and
            the highest, both at its middle.
        """
        level = int(np.log2(max(width, 1.0) / _FINEST)) if width >= _FINEST else -1
        level = min(level, len(self._levels) - 1)
        if level < 0:
            places = np.arange(first, last + 1, dtype=np.float64)
            return places, self._values[first : last + 1].astype(np.float64)
        size = _FINEST << level
        blocks = np.arange(first // size, last // size + 1)
        ends = np.minimum((blocks + 1) * size, len(self._values)) - 1
        lows, highs = (row.values[blocks] for row in self._levels[level])
        # Down and up in turn, so that a line runs along the edges as well as between them.
        pairs = np.stack([lows, highs], axis=1).astype(np.float64)
        pairs[1::2] = pairs[1::2, ::-1]
        return np.repeat((blocks * size + ends) / 2, 2), pairs.reshape(-1)

    def _put(self, level: int, first: int, lows: FloatArray, highs: FloatArray) -> None:
        if level == len(self._levels):
            self._levels.append((Growing(np.float32), Growing(np.float32)))
        for row, new in zip(self._levels[level], (lows, highs), strict=True):
            row.put(first, new)


def _in_blocks(row: FloatArray, size: int) -> FloatArray:
    """The row in blocks, the last one filled up with the last number; shape (blocks, size)."""
    lacking = -len(row) % size
    return (
        np.append(row, np.full(lacking, row[-1:])).reshape(-1, size)
        if lacking
        else row.reshape(-1, size)
    )
