"""Directions in which all parameters can be moved at once, for `cost_plane`."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.batch_pass import BatchPass
from core.chunks import at_once, slices
from core.datasets.dataset import Examples
from core.errors import SettingError
from core.network import Network, checked_seed
from core.parameters import FloatArray, IntArray, Parameters
from core.probes.sweep import Chosen, chunk_size
from core.quiet import quietly

# Columns of a path that are turned into float64 at once.
_COLUMNS = 20_000
# Below this share of the whole, a direction is rounding.
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class PrincipalDirections:
    """The plane through a path's last point that the path keeps closest to.

    Attributes
    ----------
    first, second : ndarray, shape (parameters,)
        Of length 1 and at right angles; the path begins where neither step is below 0.
    shares : ndarray, shape (2,)
        The share that each has of the variance about the last point: of the sum of all
        squared distances from it.
    """

    first: FloatArray
    second: FloatArray
    shares: FloatArray


def gradient_direction(
    network: Network, examples: Examples, *, indices: Sequence[int] | IntArray | None = None
) -> FloatArray:
    """The direction in which C rises most steeply, as long as the vector of all parameters.

    So a step of 1 along it is as long as one along `random_direction`. Where all parameters
    are 0, its length is 1.

    Parameters
    ----------
    network : Network
        Stays as it is.
    examples : Examples
    indices : sequence of int, optional
        Which examples; all by default.

    Returns
    -------
    ndarray, shape (parameters,)

    Raises
    ------
    SettingError
        Where the examples cannot be used, or the gradient is 0 or not finite.
    """
    return at_once(gradient_direction_in_chunks(network, examples, indices=indices))


def gradient_direction_in_chunks(
    network: Network, examples: Examples, *, indices: Sequence[int] | IntArray | None = None
) -> Generator[float, None, FloatArray]:
    """As `gradient_direction`, with a pause after every chunk that yields the share done.

    The network must stay as it is until the generator returns.
    """
    chosen = Chosen(network, examples, indices)
    vector = network.parameters.vector
    total, batch_pass = np.zeros(vector.size), None
    for part in slices(chosen.count, chunk_size(network)):
        inputs, targets = chosen.chunk(part)
        if batch_pass is None or batch_pass.batch_size != len(inputs):
            batch_pass = BatchPass(network, len(inputs))
        batch_pass.inputs[:, :-1], batch_pass.targets[:] = inputs, targets
        quietly(batch_pass.compute)
        total += batch_pass.gradient.vector
        yield part.stop / chosen.count
    length = quietly(np.linalg.norm, total)
    if not 0 < length < np.inf:
        raise SettingError(
            "The gradient has the length {length:g} here, so no direction is the steepest; "
            "choose a random direction instead.",
            length=float(length),
        )
    wanted = float(np.linalg.norm(vector.astype(np.float64))) or 1.0
    return (total * (wanted / length)).astype(vector.dtype)


def random_direction(network: Network, seed: int) -> FloatArray:
    """A direction drawn from N(0, 1), then scaled neuron by neuron.

    Of each neuron, incoming weights and bias get together the length that they have in the
    network: neurons with large and with small weights then count alike.

    Source: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, Visualizing the loss landscape
    of neural nets, NeurIPS 2018, section 4 (a neuron's row in place of a filter).

    Parameters
    ----------
    network : Network
    seed : int
        The same seed gives the same direction, up to the scaling.

    Returns
    -------
    ndarray, shape (parameters,)

    Raises
    ------
    SettingError
        Where the seed is no whole number from 0 up.
    """
    random = np.random.default_rng(checked_seed(seed))
    drawn = random.standard_normal(network.parameters.vector.size)
    blocks = Parameters(network.sizes, drawn).blocks
    for block, present in zip(blocks, network.parameters.blocks, strict=True):
        wanted = np.linalg.norm(present.astype(np.float64), axis=1, keepdims=True)
        np.multiply(block, wanted / np.linalg.norm(block, axis=1, keepdims=True), block)
    return drawn.astype(network.parameters.vector.dtype)


def principal_directions(path: npt.ArrayLike) -> PrincipalDirections:
    """The two leading principal directions of a path, seen from its last point.

    Those of the differences D from the last point, by the eigenvectors of the small matrix
    D Dᵀ. They are not taken about the mean, since the plane is to go through the last point.

    Source: H. Li and others, Visualizing the loss landscape of neural nets, NeurIPS 2018,
    section 7.

    Parameters
    ----------
    path : array, shape (m, parameters)
        Vectors of parameters, the present one last.

    Returns
    -------
    PrincipalDirections
        In the path's dtype (float64 for whole numbers).

    Raises
    ------
    SettingError
        Where the path has fewer than three points or lies on a straight line.
    """
    points = _checked_path(path)
    products = np.zeros((len(points), len(points)))
    for part in slices(points.shape[1], _COLUMNS):
        away = _away(points, part)
        products += away @ away.T
    values, vectors = np.linalg.eigh(products)
    largest, total = values[:-3:-1], float(products.trace())
    if len(points) < 3 or not largest[1] > _ROUNDING * total:
        raise SettingError(
            "The path has {count} points and no two directions; take more steps first, so that "
            "it leaves the straight line.",
            count=len(points),
        )
    mixtures = vectors[:, :-3:-1] / np.sqrt(largest)
    mixtures *= np.where(mixtures[0] < 0, -1, 1)
    found = np.empty((2, points.shape[1]), points.dtype)
    for part in slices(points.shape[1], _COLUMNS):
        found[:, part] = mixtures.T @ _away(points, part)
    return PrincipalDirections(found[0], found[1], largest / total)


def project(path: npt.ArrayLike, first: npt.ArrayLike, second: npt.ArrayLike) -> FloatArray:
    """Where a path runs in the plane of two directions through its last point.

    The coordinates are the steps α and β that come closest to each point, for directions
    of any length and angle.

    Parameters
    ----------
    path : array, shape (m, parameters)
        Vectors of parameters, the present one last.
    first, second : array, shape (parameters,)

    Returns
    -------
    ndarray, shape (m, 2)
        α and β of each point; the last is (0, 0).

    Raises
    ------
    SettingError
        Where shapes differ, or both directions are one.
    """
    points = _checked_path(path)
    plane = np.stack([np.asarray(first, np.float64), np.asarray(second, np.float64)])
    if plane.shape[1:] != points.shape[1:]:
        raise SettingError(
            "The path has {count:,} numbers at each point, and the directions have "
            "the shape {shape}; give directions of the same length.",
            count=points.shape[1],
            shape=plane.shape[1:],
        )
    lengths = np.linalg.norm(plane, axis=1)
    along, angles = np.zeros((len(points), 2)), plane @ plane.T
    if not abs(angles[0, 1]) < (1 - _ROUNDING) * lengths.prod():
        raise SettingError(
            "The two directions are not finite, or 0, or the same line, so that they span no "
            "plane; choose another one."
        )
    for part in slices(points.shape[1], _COLUMNS):
        along += _away(points, part) @ plane[:, part].T
    return np.linalg.solve(angles, along.T).T


def _away(points: FloatArray, part: slice) -> FloatArray:
    """Some columns of the differences from the last point, in float64."""
    columns: FloatArray = points[:, part].astype(np.float64)
    columns -= columns[-1].copy()
    return columns


def _checked_path(path: npt.ArrayLike) -> FloatArray:
    found = np.asarray(path)
    if found.dtype not in (np.float32, np.float64):
        found = found.astype(np.float64)
    if found.ndim != 2 or found.size == 0 or not np.isfinite(found).all():
        raise SettingError(
            "The path has the shape {shape}; give a table with the finite parameters at one "
            "point a row.",
            shape=found.shape,
        )
    return found
