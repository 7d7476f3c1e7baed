"""Problems in the plane: where points lie, and what is true of them.

Source: D. Smilkov, S. Carter and others, TensorFlow Playground, ``src/dataset.ts``,
https://github.com/tensorflow/playground (Apache License 2.0), for circle, spiral, gauss and
plane, written anew for numpy: there targets are −1 and 1, here 0 and 1. The gates are ours:
points around the four corners of a square; there XOR is 1 where both signs are the same.

Every problem draws the same random numbers whatever the noise, so that a point only moves,
or only changes its class, as the noise grows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from core.parameters import FloatArray

COUNT = 500
_Truth = npt.NDArray[np.bool_]
# Half the side of the square that is shown.
REACH = 6.0
_CIRCLE, _SPIRAL, _GAUSS = 5.0, 5.0, 2.0
# Of the gates: the middles of the corners, and how far points lie around them.
_CORNER, _AROUND = 3.0, 2.0


@dataclass(frozen=True)
class Problem:
    """How points are made.

    Attributes
    ----------
    make : callable
        From a generator and the noise, 0 to ½, to the points, shape (COUNT, 2), and their
        targets, shape (COUNT,), 0 to 1.
    has_classes : bool
        Whether targets are 0 or 1, and nothing between.
    """

    make: Callable[[np.random.Generator, float], tuple[FloatArray, FloatArray]]
    has_classes: bool = True


def _gate(
    rule: Callable[[_Truth, _Truth], _Truth],
    random: np.random.Generator,
    noise: float,
) -> tuple[FloatArray, FloatArray]:
    """Points around four corners; an input counts as 1 where its coordinate is above 0."""
    corners = _CORNER * np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]])
    points = np.tile(corners, (COUNT // 4, 1)) + random.uniform(-_AROUND, _AROUND, (COUNT, 2))
    seen = points + noise * random.uniform(-_CIRCLE, _CIRCLE, (COUNT, 2)) > 0
    return points, rule(seen[:, 0], seen[:, 1]).astype(np.float64)


def _circle(random: np.random.Generator, noise: float) -> tuple[FloatArray, FloatArray]:
    """A disc of half the radius is 1, a ring around it 0; noise moves what decides."""
    half = COUNT // 2
    inner = random.uniform(0, _CIRCLE * 0.5, half)
    outer = random.uniform(_CIRCLE * 0.7, _CIRCLE, COUNT - half)
    points = _polar(np.concatenate([inner, outer]), random.uniform(0, 2 * np.pi, COUNT))
    seen = points + noise * random.uniform(-_CIRCLE, _CIRCLE, (COUNT, 2))
    return points, (np.hypot(*seen.T) < _CIRCLE * 0.5).astype(np.float64)


def _spiral(random: np.random.Generator, noise: float) -> tuple[FloatArray, FloatArray]:
    """Two arms of 1¾ turns; noise moves the points."""
    share = np.arange(COUNT // 2) / (COUNT // 2)
    turn = 1.75 * share * 2 * np.pi
    arms = [_polar(share * _SPIRAL, turn + start) for start in (0.0, np.pi)]
    points = np.concatenate(arms) + noise * random.uniform(-1, 1, (COUNT, 2))
    return points, np.repeat([1.0, 0.0], COUNT // 2)


def _gauss(random: np.random.Generator, noise: float) -> tuple[FloatArray, FloatArray]:
    """Two heaps; noise widens them: a variance of 0.5 to 4."""
    middles = np.repeat([[_GAUSS, _GAUSS], [-_GAUSS, -_GAUSS]], COUNT // 2, axis=0)
    # In the source it is given to a function that takes a variance.
    variance = 0.5 + 3.5 * noise / 0.5
    points = middles + np.sqrt(variance) * random.standard_normal((COUNT, 2))
    return points, np.repeat([1.0, 0.0], COUNT // 2)


def _plane(random: np.random.Generator, noise: float) -> tuple[FloatArray, FloatArray]:
    """The target rises with x₁ + x₂: 0 at the lower left corner, 1 at the upper right one."""
    points = random.uniform(-REACH, REACH, (COUNT, 2))
    seen = points + noise * random.uniform(-REACH, REACH, (COUNT, 2))
    return points, np.clip(0.5 + seen.sum(axis=1) / (4 * REACH), 0, 1)


def _polar(radius: FloatArray, angle: FloatArray) -> FloatArray:
    made: FloatArray = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
    return made


PROBLEMS: dict[str, Problem] = {
    "and": Problem(partial(_gate, np.logical_and)),
    "or": Problem(partial(_gate, np.logical_or)),
    "xor": Problem(partial(_gate, np.logical_xor)),
    "circle": Problem(_circle),
    "spiral": Problem(_spiral),
    "gauss": Problem(_gauss),
    "plane": Problem(_plane, has_classes=False),
}
