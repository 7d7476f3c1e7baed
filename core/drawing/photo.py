"""The ink in a photo of something written: dark on bright paper, or the other way round."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from core.drawing.sampling import as_ink, placed, resample
from core.parameters import FloatArray

_BINS = 64
# How much darkness it takes from paper to full ink: a little, so that edges are soft.
_SOFT = 0.15


def ink_of_photo(
    grey: npt.ArrayLike, side: int, threshold: float | None = None, inverts: bool = False
) -> FloatArray:
    """A square drawing from a picture of any shape.

    It is scaled to fit, and what is darker than the threshold is ink. What is paper is told by
    the picture's rim.

    Parameters
    ----------
    grey : array, shape (rows, columns)
        Brightness: bytes from 0 (black) to 255, or floats from 0 to 1.
    side : int
        Rows and columns of the drawing.
    threshold : float, optional
        From 0 (paper) to 1 (the darkest place); `best_threshold` by default.
    inverts : bool
        Whether the rim is ink.

    Returns
    -------
    ndarray, shape (side, side), float32
    """
    darkness = _darkness(as_ink(grey), inverts)
    if threshold is None:
        threshold = best_threshold(darkness)
    rows, columns = darkness.shape
    scale = side / max(rows, columns)
    fitted = resample(darkness, max(1, round(rows * scale)), max(1, round(columns * scale)))
    ink = np.clip((fitted - np.float32(threshold)) / np.float32(_SOFT) + np.float32(0.5), 0, 1)
    if float(darkness.max()) == 0:
        ink = np.zeros_like(fitted)
    height, width = ink.shape
    return placed(ink, side, side, (side - height) // 2, (side - width) // 2)


def threshold_of_photo(grey: npt.ArrayLike, inverts: bool = False) -> float:
    """The `best_threshold` of a picture, as `ink_of_photo` takes it by default."""
    return best_threshold(_darkness(as_ink(grey), inverts))


def best_threshold(darkness: FloatArray) -> float:
    """The darkness that parts a picture best into paper and ink.

    Source: N. Otsu, A Threshold Selection Method from Gray-Level Histograms, 1979: the variance
    between the two parts is the largest.
    """
    counts, edges = np.histogram(darkness, _BINS, (0, 1))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = sums / below - (sums[-1] - sums) / above
        between = np.nan_to_num(below * above * apart**2)
    # Between two clearly different parts, every threshold is as good: in their middle.
    best = np.flatnonzero(between >= between.max() * (1 - 1e-9))
    return float(edges[1:][best].mean())


def _darkness(brightness: FloatArray, inverts: bool) -> FloatArray:
    """From 0 (as the paper, or beyond) to 1 (the place that differs most from it)."""
    rim = np.concatenate((brightness[0], brightness[-1], brightness[:, 0], brightness[:, -1]))
    is_bright = float(np.median(rim)) >= (float(brightness.min()) + float(brightness.max())) / 2
    ink = 1 - brightness if is_bright != inverts else brightness
    least, most = float(ink.min()), float(ink.max())
    scaled: FloatArray = (ink - np.float32(least)) / np.float32(max(most - least, 1e-6))
    return scaled
