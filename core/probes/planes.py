"""A plane through the present weights and biases: how it lies, and the path in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.errors import SettingError
from core.parameters import FloatArray
from core.probes.directions import project

# What a box leaves free around the path, in parts of its side.
_AIR = 0.15
# Below this share of its length, what is left of a direction is rounding.
_ROUNDING = 1e-6

# The lowest and highest α, and the lowest and highest β.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class PathInPlane:
    """Where a path runs in a plane, and how far it is from lying in it.

    Attributes
    ----------
    coordinates : ndarray, shape (points, 2)
        α and β of the place of the plane that is nearest to each point; the last is (0, 0).
    share : float
        Of the sum of all squared distances from the last point, the share that lies in the
        plane, 0 to 1; 1 for a path that does not move.
    distances : ndarray, shape (points,)
        How far each point is from the plane.
    """

    coordinates: FloatArray
    share: float
    distances: FloatArray


def orthonormal(first: npt.ArrayLike, second: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Two directions that span the same plane, each of length 1 and at right angles.

    The first keeps its direction (the method of Gram and Schmidt).

    Parameters
    ----------
    first, second : array, shape (parameters,)

    Returns
    -------
    first, second : ndarray, shape (parameters,), float64

    Raises
    ------
    SettingError
        Where they span no plane.
    """
    one, other = np.asarray(first, np.float64), np.asarray(second, np.float64)
    length = np.linalg.norm(other)
    one = one / (np.linalg.norm(one) or np.nan)
    # Twice: the first time leaves what rounding made of it.
    for _ in range(2):
        other = other - (one @ other) * one
    left = np.linalg.norm(other)
    if not left > _ROUNDING * length:
        raise SettingError(
            "The two directions are not finite, or 0, or the same line, so that they span no "
            "plane; choose another one."
        )
    return one, other / left


def path_in_plane(path: npt.ArrayLike, first: FloatArray, second: FloatArray) -> PathInPlane:
    """Where a path runs in the plane of two directions through its last point.

    Parameters
    ----------
    path : array, shape (points, parameters)
        Vectors of parameters, the present one last.
    first, second : ndarray, shape (parameters,)
        Of length 1 and at right angles.

    Raises
    ------
    SettingError
        Where shapes differ, or the path is not finite.
    """
    points = np.asarray(path)
    coordinates = project(points, first, second)
    last = points[-1].astype(np.float64)
    # A point at a time: a path of all points in float64 may be large.
    squares = np.array([float(np.square(point - last).sum()) for point in points])
    inside = np.square(coordinates).sum(axis=1)
    total = float(squares.sum())
    share = min(1.0, float(inside.sum()) / total) if total > 0 else 1.0
    return PathInPlane(coordinates, share, np.sqrt(np.maximum(squares - inside, 0.0)))


def box_around(coordinates: npt.ArrayLike, least: float, zoom: float = 1.0) -> Box:
    """A square of the plane that holds a path, with some air around it.

    Parameters
    ----------
    coordinates : array, shape (points, 2)
    least : float
        The shortest side that it may have, above 0.
    zoom : float
        How many times as long its sides become, as seen from (0, 0), which it always holds.
    """
    points = np.vstack([np.asarray(coordinates, np.float64), [[0.0, 0.0]]])
    lowest, highest = points.min(axis=0), points.max(axis=0)
    middle = (lowest + highest) / 2
    half = max(float((highest - lowest).max()) * (1 + 2 * _AIR), least) / 2
    left, bottom = ((middle - half) * zoom).tolist()
    right, top = ((middle + half) * zoom).tolist()
    return left, right, bottom, top
