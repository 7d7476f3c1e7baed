"""Peaks: a long row of numbers by the lowest and highest of its blocks, so that no peak is lost."""

from __future__ import annotations

import numpy as np

from core.growing import Growing
from core.parameters import FloatArray
from visualiser.averages import Row

# Numbers in a block of the finest level of a short row; a block of each further level is two of
# the one before. Of a long row, the finest level is the one that has no more blocks than this.
_FINEST, _MOST_BLOCKS = 8, 2**17
# Numbers that are gone through at once.
_AT_ONCE = 2**20
_LARGEST = float(np.finfo(np.float32).max)


class Peaks:
    """A pyramid over a row of numbers that it does not copy.

    What it takes to draw a line does then not depend on how long the line is: at any
    magnification there is a level of which a block is no wider than a pixel, and of each block
    the lowest and the highest number are drawn. Nor does the memory: what a long row is seen of
    more closely than by its finest level is gone through when it is drawn.
    """

    def __init__(self) -> None:
        self._row: Row = np.empty(0)
        self._finest = _FINEST
        # The lowest and the highest number of each block of one size; the last may not be full.
        self._levels: list[tuple[Growing, Growing]] = []

    def __len__(self) -> int:
        return len(self._row)

    def update(self, row: Row, start: int) -> None:
        """Follow the numbers, those before ``start`` being as they were.

        Parameters
        ----------
        row : ndarray or MovingAverage, shape (n,)
            All of them; a view of it is kept.
        start : int
        """
        self._row = row
        if start == 0:
            self._finest = _FINEST
            self._levels.clear()
        while len(row) > _MOST_BLOCKS * self._finest:
            self._finest *= 2
            del self._levels[:1]
        first = start // self._finest
        count, at_once = -(-len(row) // self._finest), _AT_ONCE // self._finest
        for block in range(first, max(count, first + 1), at_once):
            self._put(0, block, *self._found(block, block + at_once, self._finest))
        level = 0
        while len(self._levels[level][0]) > 1:
            lows, highs = (finer.values for finer in self._levels[level])
            first, level = first // 2, level + 1
            low_pairs, high_pairs = (_in_blocks(ends[2 * first :], 2) for ends in (lows, highs))
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
        if width < _FINEST:
            places = np.arange(first, last + 1, dtype=np.float64)
            return places, self._row[first : last + 1].astype(np.float64)
        largest = self._finest << (len(self._levels) - 1)
        size = min(_FINEST << int(np.log2(width / _FINEST)), largest)
        blocks = np.arange(first // size, last // size + 1)
        if size < self._finest:
            lows, highs = self._found(blocks[0], blocks[-1] + 1, size)
        else:
            level = self._levels[(size // self._finest).bit_length() - 1]
            lows, highs = (ends.values[blocks] for ends in level)
        ends = np.minimum((blocks + 1) * size, len(self._row)) - 1
        # Down and up in turn, so that a line runs along the edges as well as between them.
        pairs = np.stack([lows, highs], axis=1).astype(np.float64)
        pairs[1::2] = pairs[1::2, ::-1]
        return np.repeat((blocks * size + ends) / 2, 2), pairs.reshape(-1)

    def _found(self, first: int, end: int, size: int) -> tuple[FloatArray, FloatArray]:
        """The lowest and the highest of blocks of a size, up to the last there is."""
        row = np.clip(self._row[first * size : end * size], -_LARGEST, _LARGEST)
        blocks = _in_blocks(row, size)
        return blocks.min(axis=1), blocks.max(axis=1)

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
