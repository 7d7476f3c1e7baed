"""C over the plane that two directions span through the present weights and biases."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.checks import is_whole, shown
from core.chunks import at_once, slices
from core.datasets.dataset import Examples
from core.errors import SettingError
from core.network import Network
from core.parameters import FloatArray, IntArray, Parameters
from core.probes.sweep import TILE, Chosen, Variants, chunk_size
from core.quiet import quietly

# Weights and biases above layer 1, of all points that are worked on at once.
_MOST_PARAMETERS = 2_000_000


@dataclass(frozen=True, eq=False)
class CostPlane:
    """C where the parameters are moved by α · first + β · second.

    Attributes
    ----------
    first_steps, second_steps : ndarray, shape (points,)
        α and β.
    costs : ndarray, shape (points, points)
        ``costs[i, k]`` is the mean C of an example at α = first_steps[i] and
        β = second_steps[k].
    """

    first_steps: FloatArray
    second_steps: FloatArray
    costs: FloatArray


def cost_plane(
    network: Network,
    examples: Examples,
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    extent: float | Sequence[float] = 1.0,
    *,
    points: int = 41,
    indices: Sequence[int] | IntArray | None = None,
) -> CostPlane:
    """C over a plane through the present weights and biases.

    Layer 1's S is linear in α and β, so that three large products serve all points.

    Parameters
    ----------
    network : Network
        Stays as it is.
    examples : Examples
    first, second : array, shape (parameters,)
        Two directions, as flat vectors; see `core.probes.directions`.
    extent : float or four floats
        α and β go from −extent to extent; or the lowest and highest α, and the lowest and
        highest β.
    points : int
        Points along each direction, both ends included. With an odd number and one
        extent, the middle one is the present point.
    indices : sequence of int, optional
        Which examples; all by default.

    Raises
    ------
    SettingError
        Where directions, extent, points or examples cannot be used.
    """
    return at_once(
        cost_plane_in_chunks(
            network, examples, first, second, extent, points=points, indices=indices
        )
    )


def cost_plane_in_chunks(
    network: Network,
    examples: Examples,
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    extent: float | Sequence[float] = 1.0,
    *,
    points: int = 41,
    indices: Sequence[int] | IntArray | None = None,
) -> Generator[float, None, CostPlane]:
    """As `cost_plane`, with a pause every few milliseconds that yields the share done.

    The network must stay as it is until the generator returns.
    """
    chosen = Chosen(network, examples, indices)
    vectors = [
        Parameters(network.sizes, checked_direction(direction, network))
        for direction in (network.parameters.vector, first, second)
    ]
    alphas, betas = _checked_steps(extent, points)
    points = len(alphas)
    coefficients = np.ones((points * points, 3), vectors[0].vector.dtype)
    coefficients[:, 1], coefficients[:, 2] = np.repeat(alphas, points), np.tile(betas, points)
    plane = _Plane(network, vectors)
    totals = np.zeros(len(coefficients))
    for part in slices(chosen.count, plane.examples_at_once):
        sums, targets = quietly(plane.start, *chosen.chunk(part))
        for tile in slices(len(coefficients), plane.points_at_once(part.stop - part.start)):
            totals[tile] += quietly(plane.costs, coefficients[tile], sums, targets)
            done = part.start + (part.stop - part.start) * tile.stop / len(coefficients)
            yield done / chosen.count
    return CostPlane(alphas, betas, (totals / chosen.count).reshape(points, points))


def checked_direction(direction: npt.ArrayLike, network: Network) -> FloatArray:
    """The direction in the network's dtype; SettingError where it is none."""
    vector = network.parameters.vector
    try:
        with np.errstate(over="ignore"):
            found = np.ascontiguousarray(direction, vector.dtype)
    except (TypeError, ValueError):
        found = np.empty(0, vector.dtype)
    if found.shape != vector.shape:
        raise SettingError(
            "A direction needs a number for each of the network's {count:,} weights and biases, "
            "as one flat vector; this has the shape {shape}.",
            count=vector.size,
            shape=found.shape,
        )
    if found is not vector and not np.isfinite(found).all():
        raise SettingError(
            "The direction is not finite (NaN or infinity) everywhere; choose another one."
        )
    return found


class _Plane:
    """The points α · first + β · second, from layer 1's S of some examples on."""

    def __init__(self, network: Network, vectors: Sequence[Parameters]) -> None:
        self._network = network
        sizes = network.sizes
        self.widest = max(sizes[1:])
        # Layer 1's W is done with once S is known; B is not, where it is outside σ.
        self._biases = np.stack([one.biases[0] for one in vectors])
        self._weights = [one.weights[0] for one in vectors]
        above = sizes[1] * (sizes[0] + 1)
        self._above = np.stack([one.vector[above:] for one in vectors])
        self._shapes = [(rows, below + 1) for below, rows in pairwise(sizes[1:])]

    @property
    def examples_at_once(self) -> int:
        """How many fit into a tile, whose layer 1 takes a few milliseconds at most."""
        # Layer 1's products are the only ones that all points share.
        return min(chunk_size(self._network, self._weights[0].size * 2), TILE // self.widest)

    def points_at_once(self, example_count: int) -> int:
        """How many fit into a tile of so many examples; at least one does."""
        parameters: int = self._above.shape[1]
        return min(TILE // (self.widest * example_count), _MOST_PARAMETERS // max(1, parameters))

    def start(self, inputs: FloatArray, targets: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Layer 1's S at the present point and along both directions, (3, N_1 · n)."""
        sums = np.stack([inputs.dot(weights.T).T for weights in self._weights])
        if self._network.bias == "inside":
            sums += self._biases[:, :, None]
        return sums.reshape(3, -1), np.ascontiguousarray(targets)

    def costs(
        self, coefficients: FloatArray, starts: FloatArray, targets: FloatArray
    ) -> FloatArray:
        """ΣC over the examples at each of some points, shape (points,)."""
        count = len(coefficients)
        blocks = [coefficients.dot(self._biases)[:, :, None]]
        above = coefficients.dot(self._above)
        begin = 0
        for rows, columns in self._shapes:
            end = begin + rows * columns
            blocks.append(above[:, begin:end].reshape(count, rows, columns))
            begin = end
        sums = coefficients.dot(starts).reshape(count, -1, targets.shape[1])
        return Variants(self._network, blocks).costs(1, sums.transpose(1, 0, 2), targets)


def _checked_steps(extent: float | Sequence[float], points: int) -> tuple[FloatArray, FloatArray]:
    """α and β."""
    if not is_whole(points, 2, 1000):
        raise SettingError(
            "There are {points} points along each direction; choose a whole number from 2 to "
            "1000, for instance 41.",
            points=shown(points),
        )
    try:
        ends = np.ravel(np.asarray(extent, np.float64))
    except (TypeError, ValueError):
        ends = np.empty(0)
    if ends.size == 1:
        ends = np.array([-ends[0], ends[0]] * 2)
    if ends.size != 4 or not np.isfinite(ends).all() or ends[0] >= ends[1] or ends[2] >= ends[3]:
        raise SettingError(
            "The plane cannot reach over {extent}; give one number above 0, for instance 1, or "
            "the lowest and highest step along each direction, such as (-1, 1, -2, 2).",
            extent=extent,
        )
    # Unlike linspace, this meets a middle of 0 exactly.
    shares = np.arange(int(points)) / (int(points) - 1)
    return _between(ends[0], ends[1], shares), _between(ends[2], ends[3], shares)


def _between(lowest: float, highest: float, shares: FloatArray) -> FloatArray:
    return lowest * (1 - shares) + highest * shares
