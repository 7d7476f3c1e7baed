"""Contours of values on a grid, by marching squares."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from core.parameters import FloatArray

Whole = npt.NDArray[np.integer[Any]]

# The edges of a cell, in the order of going round it: from which corner to which.
_EDGES = ((0, 1), (1, 2), (3, 2), (0, 3))
# The corners: how far along each axis of the grid.
_CORNERS = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float64)


def contour(values: FloatArray, level: float) -> FloatArray:
    """Where the values are at a level, taken as linear along the edges of the grid's cells.

    In a cell that the contour crosses twice, the mean of its corners says which of the two
    pairs of corners it parts (the saddle of marching squares).

    Source: W. E. Lorensen, H. E. Cline, Marching cubes, SIGGRAPH 1987, in two dimensions.

    Parameters
    ----------
    values : ndarray, shape (m, n)
        Cells with a corner that is not finite have no contour.
    level : float

    Returns
    -------
    ndarray, shape (segments, 2, 2)
        The two ends of each segment: places along the first and along the second axis, counted
        in grid points from 0.
    """
    corners = np.stack([values[:-1, :-1], values[1:, :-1], values[1:, 1:], values[:-1, 1:]])
    is_known = np.isfinite(corners).all(axis=0)
    is_above = corners >= level
    crossed = np.stack([is_above[a] != is_above[b] for a, b in _EDGES]) & is_known
    number = crossed.sum(axis=0)
    cells = np.argwhere(number == 2)
    saddles = np.argwhere(number == 4)
    first, last = _first_and_last(crossed[:, cells[:, 0], cells[:, 1]])
    found = [_segments(corners, cells, first, last, level)]
    if len(saddles):
        of_saddles = corners[:, saddles[:, 0], saddles[:, 1]]
        is_high = of_saddles.mean(axis=0) >= level
        # Where the middle is as the first corner, the second and the fourth are cut off.
        cuts_even = is_high == (of_saddles[0] >= level)
        zeros = np.zeros(len(saddles), np.intp)
        found += [
            _segments(corners, saddles, zeros, np.where(cuts_even, 1, 3), level),
            _segments(corners, saddles, np.where(cuts_even, 3, 1), zeros + 2, level),
        ]
    return np.concatenate(found)


def label_places(segments: FloatArray, taken: FloatArray, nearest: float) -> FloatArray | None:
    """The middle of that segment which is farthest from all places that are taken.

    Parameters
    ----------
    segments : ndarray, shape (segments, 2, 2)
    taken : ndarray, shape (places, 2)
    nearest : float
        None is found where each is nearer than this to one of them.

    Returns
    -------
    ndarray, shape (2,), or None
    """
    if len(segments) == 0:
        return None
    middles = segments.mean(axis=1)
    if len(taken) == 0:
        middle: FloatArray = middles[len(middles) // 2]
        return middle
    away = np.linalg.norm(middles[:, None] - taken[None], axis=2).min(axis=1)
    best = int(away.argmax())
    place: FloatArray = middles[best]
    return place if away[best] >= nearest else None


def _first_and_last(crossed: npt.NDArray[np.bool_]) -> tuple[Whole, Whole]:
    """The first and the last edge that is crossed, of each cell."""
    return crossed.argmax(axis=0), len(_EDGES) - 1 - crossed[::-1].argmax(axis=0)


def _segments(
    corners: FloatArray, cells: Whole, begin: Whole, end: Whole, level: float
) -> FloatArray:
    """From one edge of each cell to another."""
    ends = [_crossings(corners, cells, edges, level) for edges in (begin, end)]
    return np.stack(ends, axis=1)


def _crossings(corners: FloatArray, cells: Whole, edges: Whole, level: float) -> FloatArray:
    """Where an edge of each cell is at the level, shape (cells, 2)."""
    pairs = np.array(_EDGES)[edges]
    rows, columns = cells[:, 0], cells[:, 1]
    low, high = (corners[pairs[:, end], rows, columns] for end in (0, 1))
    share = ((level - low) / (high - low))[:, None]
    start, stop = _CORNERS[pairs[:, 0]], _CORNERS[pairs[:, 1]]
    places: FloatArray = cells + start + share * (stop - start)
    return places
