"""What a network may be told of a point of the plane: the features, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import DataError
from core.parameters import FloatArray


@dataclass(frozen=True)
class Feature:
    """One number made of a point.

    Attributes
    ----------
    shown : str
        Its formula on the screen.
    of : callable
        From the arrays x₁ and x₂ to an array of that shape.
    """

    shown: str
    of: Callable[[FloatArray, FloatArray], FloatArray]


def features_of(points: FloatArray, names: Sequence[str]) -> FloatArray:
    """The features of points.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        x₁ and x₂.
    names : sequence of str, k of them
        Names in FEATURES.

    Returns
    -------
    ndarray, shape (n, k), float32

    Raises
    ------
    DataError
        For a name that is not there.
    """
    first, second = np.asarray(points, np.float64).T
    columns = [FEATURES[name].of(first, second) for name in checked_features(names)]
    made: FloatArray = np.stack(columns, axis=1).astype(np.float32)
    return made


def checked_features(names: Sequence[str]) -> tuple[str, ...]:
    """The names in the table's order; DataError where there are none, unknown or double ones."""
    unknown = [name for name in names if name not in FEATURES]
    if unknown:
        raise DataError(
            "There is no feature {name!r} of a point; choose from {names}.",
            name=unknown[0],
            names="+".join(FEATURES),
        )
    if not names or len(set(names)) < len(names):
        raise DataError(
            "The features {given!r} are none, or name one twice; write them as in {names}.",
            given="+".join(names),
            names="x1+x2",
        )
    return tuple(name for name in FEATURES if name in names)


FEATURES: dict[str, Feature] = {
    "x1": Feature("x₁", lambda first, _: first),
    "x2": Feature("x₂", lambda _, second: second),
    "x1^2": Feature("x₁²", lambda first, _: first**2),
    "x2^2": Feature("x₂²", lambda _, second: second**2),
    "x1x2": Feature("x₁x₂", lambda first, second: first * second),
    "sinx1": Feature("sin x₁", lambda first, _: np.sin(first)),
    "sinx2": Feature("sin x₂", lambda _, second: np.sin(second)),
}
