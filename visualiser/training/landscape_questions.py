"""The question behind the cost plane: C over two directions through the present point."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np

from core.chunks import at_once, silently
from core.datasets.dataset import Examples
from core.errors import UserError
from core.history import Change
from core.looking_back import spacing_one_by_one
from core.metrics import judge_in_chunks
from core.network import Network
from core.parameters import FloatArray, IntArray
from core.probes import (
    cost_plane_in_chunks,
    gradient_direction_in_chunks,
    principal_directions,
    random_direction,
)
from core.probes.planes import PathInPlane, box_around, orthonormal, path_in_plane
from core.quiet import quietly
from visualiser.training.over_time_questions import evenly_chosen, of_course
from visualiser.training.questions import Part

if TYPE_CHECKING:
    from core.run import Run

Found = TypeVar("Found")

# By what the two directions are found.
Kind = Literal["path", "gradient", "random"]
# Whose mean C it is: the next mini-batch's, that of some of the training data, or of all.
Over = Literal["batch", "some", "train"]

# Of the training data, evenly chosen.
SOME = 1_000
# Points of the path, and bytes that they may take.
_MOST_POINTS, _MOST_BYTES = 120, 40_000_000
# The first grid, which is refined, has at most so many points a side.
_COARSEST = 11
# The side of the plane at the least, in parts of the length of the vector of all parameters.
_SIDE, _SIDE_OF_PATH = 1.0, 0.01
# Progress is told in such steps.
_SHARE = 0.02


@dataclass(frozen=True, eq=False)
class FoundPlane:
    """C over a plane, as far as it is known.

    Attributes
    ----------
    position : int
        The step whose network the plane goes through, at α = β = 0.
    changes : tuple of Change
        All that were made on the way there.
    first_steps, second_steps : ndarray, shape (points,)
        α and β, as lengths in the space of all parameters.
    costs : ndarray, shape (points, points)
        ``costs[i, k]`` is C at α = first_steps[i] and β = second_steps[k].
    cost : float
        C at α = β = 0.
    counted, available : int
        C is the mean over so many examples, of so many that there are.
    path_steps : ndarray of int, shape (path points,)
    path : PathInPlane
        From the start to this step.
    variances : tuple of (float, float), or None
        The shares that two principal directions have; None for other directions.
    """

    position: int
    changes: tuple[Change, ...]
    first_steps: FloatArray
    second_steps: FloatArray
    costs: FloatArray
    cost: float
    counted: int
    available: int
    path_steps: IntArray
    path: PathInPlane
    variances: tuple[float, float] | None


@dataclass(frozen=True)
class PlaneOfCost:
    """C over a plane through the present point: `FoundPlane`, or the error that prevents it.

    Coarser grids are told before the whole one.

    Attributes
    ----------
    number : int
        Tells one asking from another.
    kind : {"path", "gradient", "random"}
        The principal directions of the path travelled; the gradient and a random direction at
        right angles to it; or two random directions.
    seed : int
        Of random directions.
    points : int
        Along each direction.
    zoom : float
        How many times as large as the plane that just holds the path.
    over : {"batch", "some", "train"}
        Whose C it is.
    """

    number: int
    kind: Kind
    seed: int
    points: int
    zoom: float
    over: Over

    def answer(self, run: Run) -> FoundPlane | UserError:
        """Compute it at once."""
        return at_once(self.answer_in_chunks(run))

    def answer_in_chunks(self, run: Run) -> Generator[Part | None, None, FoundPlane | UserError]:
        """Compute it for the run as it is now, with a pause after every chunk."""
        try:
            return (yield from self._found(run))
        except UserError as error:
            # The window that asked has a place for it.
            return error

    def _found(self, run: Run) -> Generator[Part | None, None, FoundPlane]:
        # Before the first pause: the run may be elsewhere after it.
        network, position, changes = run.network.copy(), run.position, run.changes
        examples, available = self._examples(run)
        steps, points = yield from _path(run)
        directions, variances = yield from self._directions(network, examples, points)
        yield None
        first, second = orthonormal(*directions)
        yield None
        path = path_in_plane(points, first, second)
        # They may be large.
        del points
        length = float(quietly(np.linalg.norm, network.parameters.vector.astype(np.float64)))
        side = _SIDE_OF_PATH if self.kind == "path" else _SIDE
        box = box_around(path.coordinates, side * (length or 1.0), self.zoom)
        judged = yield from silently(judge_in_chunks(network, examples))
        cost = float(judged.costs.mean(dtype=np.float64))
        grids = coarse_to_fine(self.points)
        work, done, found = sum(count**2 for count in grids), 0, None
        for count in grids:
            shares = done / work, count**2 / work
            plane = yield from _told(
                cost_plane_in_chunks(network, examples, first, second, box, points=count), *shares
            )
            done += count**2
            found = FoundPlane(
                position,
                changes,
                plane.first_steps,
                plane.second_steps,
                plane.costs,
                cost,
                len(examples),
                available,
                steps,
                path,
                variances,
            )
            yield Part(done / work, found)
        assert found is not None  # noqa: S101 (there is at least one grid)
        return found

    def _examples(self, run: Run) -> tuple[Examples, int]:
        train = run.data.train
        if self.over == "batch":
            batch = run.next_batch
            chosen = Examples(
                train.with_ones[batch], train.targets[batch], train.labels[batch], train.has_classes
            )
            return chosen, len(batch)
        return (train if self.over == "train" else evenly_chosen(train, SOME)), len(train)

    def _directions(
        self, network: Network, examples: Examples, path: FloatArray
    ) -> Generator[None, None, tuple[tuple[FloatArray, FloatArray], tuple[float, float] | None]]:
        if self.kind == "path":
            found = principal_directions(path)
            one, other = found.shares.tolist()
            return (found.first, found.second), (one, other)
        if self.kind == "gradient":
            uphill = yield from silently(gradient_direction_in_chunks(network, examples))
            return (uphill, random_direction(network, self.seed)), None
        drawn = (random_direction(network, seed) for seed in (self.seed, self.seed + 1))
        return (next(drawn), next(drawn)), None


def coarse_to_fine(points: int) -> list[int]:
    """Grids from a coarse one to that of so many points, each with every other of the next.

    >>> coarse_to_fine(81), coarse_to_fine(9)
    ([11, 21, 41, 81], [9])
    """
    grids = [points]
    while grids[0] > _COARSEST and grids[0] % 2:
        grids.insert(0, grids[0] // 2 + 1)
    return grids


def _path(run: Run) -> Generator[None, None, tuple[IntArray, FloatArray]]:
    """Steps from the start to the present one, and the parameters there.

    A step that is gone when its turn comes, since the run went another way, is left out.
    """
    here, changes = run.position, run.changes
    present = run.network.parameters.vector.copy()
    most = max(3, min(_MOST_POINTS, _MOST_BYTES // present.nbytes))
    steps, points = [], []
    for step in range(0, here, spacing_one_by_one(run, most)):
        is_there = step <= run.length
        if is_there and of_course(run.changes, step) == of_course(changes, step):
            steps.append(step)
            points.append(run.parameters_at(step).vector)
        yield
    return np.array([*steps, here]), np.array([*points, present])


def _told(
    chunks: Generator[float, None, Found], done: float, share: float
) -> Generator[Part | None, None, Found]:
    """The same, which is that share of a whole; how much of that is done is told at times."""
    told = 0.0
    while True:
        try:
            now = next(chunks)
        except StopIteration as end:
            found: Found = end.value
            return found
        is_news = now - told >= _SHARE
        told = now if is_news else told
        yield Part(done + share * now) if is_news else None
