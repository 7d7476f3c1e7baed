"""From the numbers in a file to inputs that a network can take: which, and said in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from core.datasets.reader import Note

# What the pixels of pictures go up to: of bytes, and of the 8×8 digits.
_BYTE, _SIXTEEN = 255, 16


@dataclass(frozen=True, eq=False)
class Ranges:
    """What numbers a file holds.

    Attributes
    ----------
    lowest, highest : ndarray, shape (N_0,), float64
        Of each number of an example, over all examples.
    is_whole : bool
        Whether all are whole numbers.
    """

    lowest: npt.NDArray[np.float64]
    highest: npt.NDArray[np.float64]
    is_whole: bool

    @staticmethod
    def none(count: int) -> Ranges:
        """Those of no table at all, with so many numbers in an example."""
        return Ranges(np.full(count, np.inf), np.full(count, -np.inf), is_whole=True)

    @staticmethod
    def of(piece: npt.NDArray[Any]) -> Ranges:
        """Those of a table, one example a row; NaN in it is passed on."""
        is_whole = piece.dtype.kind != "f" or bool((piece == np.floor(piece)).all())
        edges = (piece.min(axis=0), piece.max(axis=0))
        lowest, highest = (edge.astype(np.float64) for edge in edges)
        return Ranges(lowest, highest, is_whole)

    def with_more(self, other: Ranges) -> Ranges:
        """Those of two tables together."""
        return Ranges(
            np.minimum(self.lowest, other.lowest),
            np.maximum(self.highest, other.highest),
            self.is_whole and other.is_whole,
        )

    @property
    def whole_range(self) -> tuple[float, float]:
        """The lowest and the highest number of all."""
        return float(self.lowest.min()), float(self.highest.max())


@dataclass(frozen=True, eq=False)
class Scaling:
    """input = (number − low) / span, both numbers or one for each column."""

    low: float | npt.NDArray[np.float64]
    span: float | npt.NDArray[np.float64]
    note: Note

    def write(self, piece: npt.NDArray[Any], target: npt.NDArray[np.float32]) -> None:
        """Scale a table, shape (n, N_0), into another."""
        if np.ndim(self.low) == 0 and self.low == 0:
            # As float32 throughout, so that bytes are scaled in the quickest way.
            np.divide(piece, np.float32(self.span), out=target, casting="same_kind")
        else:
            target[...] = (piece.astype(np.float64) - self.low) / self.span


def bytes_scaling() -> Scaling:
    """The one of pictures of bytes."""
    return _divided(_BYTE)


def scaling_for(ranges: Ranges, *, is_picture: bool, keeps_fractions: bool = False) -> Scaling:
    """The scaling that numbers like these want.

    Parameters
    ----------
    ranges : Ranges
    is_picture : bool
        Whether an example is a picture, whose pixels all have one scale.
    keeps_fractions : bool
        Whether numbers that are not all whole are taken as they are, whatever they are.
    """
    lowest, highest = ranges.whole_range
    if (lowest >= -1 and highest <= 1) or (keeps_fractions and not ranges.is_whole):
        return Scaling(0.0, 1.0, ("The numbers are taken as they are.", {}))
    if is_picture and ranges.is_whole and lowest >= 0 and highest <= _BYTE:
        return _divided(_SIXTEEN if highest <= _SIXTEEN else _BYTE)
    if is_picture:
        note = "The numbers are scaled so that {lowest:g} becomes 0 and {highest:g} becomes 1."
        edges: dict[str, object] = {"lowest": lowest, "highest": highest}
        # Where all are the same, they become 0.
        return Scaling(lowest, (highest - lowest) or 1.0, (note, edges))
    span = ranges.highest - ranges.lowest
    note = "Each column is scaled so that its lowest number becomes 0 and its highest 1."
    return Scaling(ranges.lowest, np.where(span > 0, span, 1.0), (note, {}))


def _divided(white: int) -> Scaling:
    note = "The numbers are divided by {white}, so that blank paper is 0 and full ink 1."
    return Scaling(0.0, float(white), (note, {"white": white}))
