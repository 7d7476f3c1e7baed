"""What every neuron makes of every point of a grid over the plane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from core.activations import Activation, apply
from core.datasets.plane_features import features_of
from core.datasets.plane_problems import REACH
from core.network import BiasPlacement
from core.parameters import FloatArray, Parameters
from core.parts import Held
from core.quiet import quietly


@lru_cache(maxsize=8)
def plane_grid(features: tuple[str, ...], side: int) -> FloatArray:
    """The features of the middles of ``side`` × ``side`` cells over the plane.

    Parameters
    ----------
    features : tuple of str
        Names in `core.datasets.plane_features.FEATURES`.
    side : int

    Returns
    -------
    ndarray, shape (features, side · side), float32, read-only
        Row by row as in a picture: from the left to the right, and from the top, where x₂ is
        largest, down.
    """
    places = ((np.arange(side) + 0.5) / side * 2 - 1) * REACH
    first, second = np.meshgrid(places, places[::-1])
    grid = np.ascontiguousarray(
        features_of(np.stack([first.ravel(), second.ravel()], axis=1), features).T
    )
    grid.flags.writeable = False
    return grid


def maps_over_plane(
    parameters: Parameters,
    activations: Sequence[Activation],
    bias: BiasPlacement,
    grid: FloatArray,
    held: Iterable[Held] = (),
) -> tuple[FloatArray, ...]:
    """The activation of every neuron at every point of a grid.

    Parameters
    ----------
    parameters : Parameters
    activations : sequence of Activation
        σ of every layer but the input.
    bias : {"inside", "outside"}
    grid : ndarray, shape (N_0, points)
        As `plane_grid` gives it.
    held : iterable of Held
        Neurons whose a is a fixed value.

    Returns
    -------
    tuple of ndarray
        ``maps[L]`` of layer L, shape (N_L, points), as ``Network.forward`` computes it.
    """
    maps = [grid]
    for layer, (weights, biases, sigma) in enumerate(
        zip(parameters.weights, parameters.biases, activations, strict=True), start=1
    ):
        maps.append(quietly(_layer, weights, biases, sigma, bias, maps[-1]))
        for one in held:
            if one.layer == layer:
                maps[-1][one.neuron] = one.value
    return tuple(maps)


def _layer(
    weights: FloatArray,
    biases: FloatArray,
    sigma: Activation,
    bias: BiasPlacement,
    below: FloatArray,
) -> FloatArray:
    sums = weights @ below
    if bias == "inside":
        return apply(sigma, sums + biases[:, None])
    fired: FloatArray = apply(sigma, sums) + biases[:, None]
    return fired
