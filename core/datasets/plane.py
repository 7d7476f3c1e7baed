"""Data in the plane, made on the spot: a pure function of what their name says.

A name is a problem and its settings, as in
``spiral:noise=10,train=50,features=x1+x2,seed=1``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from core.datasets.dataset import Dataset, Examples
from core.datasets.plane_features import FEATURES, checked_features, features_of
from core.datasets.plane_problems import COUNT, PROBLEMS
from core.errors import DataError
from core.parameters import FloatArray

# Per cent, as in TensorFlow Playground.
NOISES, TRAIN_SHARES = (0, 50), (10, 90)
_MOST_SEED = 2**31 - 1


@dataclass(frozen=True)
class PlaneSource:
    """Which points of the plane, and what a network is told of each.

    Attributes
    ----------
    problem : str
        Name in PROBLEMS.
    features : tuple of str
        Names in FEATURES.
    noise : int
        Per cent, 0 to 50.
    train : int
        Per cent of the points that a network learns from, 10 to 90.
    seed : int
    """

    problem: str
    features: tuple[str, ...] = ("x1", "x2")
    noise: int = 0
    train: int = 50
    seed: int = 1

    @property
    def name(self) -> str:
        """With which `core.load_dataset` makes these very data."""
        features = "+".join(self.features)
        return (
            f"{self.problem}:noise={self.noise},train={self.train},"
            f"features={features},seed={self.seed}"
        )

    @property
    def has_classes(self) -> bool:
        """Whether every target is 0 or 1."""
        return PROBLEMS[self.problem].has_classes


@dataclass(frozen=True, eq=False)
class PlanePoints:
    """The points of a source, in the order of its examples; all arrays read-only.

    Attributes
    ----------
    train, test : ndarray, shape (n, 2), float64
        x₁ and x₂.
    train_targets, test_targets : ndarray, shape (n,), float64
    """

    train: FloatArray
    test: FloatArray
    train_targets: FloatArray
    test_targets: FloatArray


def load_plane(
    problem: str,
    noise: str = "0",
    train: str = "50",
    features: str = "x1+x2",
    seed: str = "1",
) -> Dataset:
    """Points of the plane, each of class 1 or 0; of the problem "plane", each with a number.

    Parameters
    ----------
    problem : str
        Name in PROBLEMS.
    noise, train, features, seed : str
        See `PlaneSource`; features with "+" between them.

    Raises
    ------
    DataError
        Where a setting cannot be used.
    """
    source = _source(problem, noise, train, features, seed)
    points = points_of(source)
    return Dataset(
        name=source.name,
        train=_examples(points.train, points.train_targets, source),
        test=_examples(points.test, points.test_targets, source),
        image_shape=(1, len(source.features)),
        input_names=tuple(FEATURES[name].shown for name in source.features),
        has_classes=source.has_classes,
    )


@lru_cache(maxsize=8)
def points_of(source: PlaneSource) -> PlanePoints:
    """The points that the examples of a source are made of."""
    random = np.random.default_rng([source.seed])
    points, targets = PROBLEMS[source.problem].make(random, source.noise / 100)
    order = random.permutation(COUNT)
    split = round(COUNT * source.train / 100)
    train, test = order[:split], order[split:]
    arrays = points[train], points[test], targets[train], targets[test]
    for array in arrays:
        array.flags.writeable = False
    return PlanePoints(*arrays)


@lru_cache(maxsize=8)
def plane_of(name: str) -> PlaneSource | None:
    """What a data set's name says, where it is one of these problems; else None."""
    problem, _, settings = name.partition(":")
    if problem not in PROBLEMS:
        return None
    pairs = [pair.partition("=")[::2] for pair in settings.split(",") if pair]
    try:
        return _source(problem, **dict(pairs))
    except (DataError, TypeError):
        return None


def _source(
    problem: str,
    noise: str = "0",
    train: str = "50",
    features: str = "x1+x2",
    seed: str = "1",
) -> PlaneSource:
    return PlaneSource(
        problem,
        checked_features(features.split("+")),
        _whole("noise", noise, *NOISES),
        _whole("train", train, *TRAIN_SHARES),
        _whole("seed", seed, 0, _MOST_SEED),
    )


def _whole(name: str, text: str, least: int, most: int) -> int:
    is_whole = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    if not is_whole or not least <= int(text) <= most:
        raise DataError(
            "{name}={value} cannot be used for points of the plane; give a whole number "
            "from {least} to {most}.",
            name=name,
            value=text,
            least=least,
            most=most,
        )
    return int(text)


def _examples(points: FloatArray, targets: FloatArray, source: PlaneSource) -> Examples:
    inputs = features_of(points, source.features)
    with_ones = np.ones((len(inputs), inputs.shape[1] + 1), np.float32)
    with_ones[:, :-1] = inputs
    wanted = targets.astype(np.float32).reshape(-1, 1)
    labels = (targets >= 0.5).astype(np.int64)
    for array in (with_ones, wanted, labels):
        array.flags.writeable = False
    return Examples(with_ones, wanted, labels)


PLANE_DATASETS = {name: partial(load_plane, name) for name in PROBLEMS}
