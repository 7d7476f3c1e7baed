"""A Run from what a file holds of it."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import numpy as np

from core.checks import is_whole
from core.datasets import Dataset
from core.evaluations import Evaluations
from core.history import LEAST_MEMORY, Branch, Checkpoints, Costs, Segment
from core.metrics import Evaluation
from core.network import Network, checked_sizes
from core.optimisers import OPTIMISERS
from core.parameters import FloatArray, parameter_count
from core.plain_history import segments_from_plain
from core.replay_time import largest_batch, replayed_in
from core.run import Run
from core.run_tables import CHECKPOINT, COSTS, DTYPES
from core.stored_arrays import StoredArray, StoredArrays
from core.stored_branches import StoredBranch

# Bytes that a run may take in memory: branches hold the past that they share on disk.
_MOST_MEMORY, _TIMES_THE_FILE = 256 * 2**20, 8
_ENTRY = 100
# A gap between checkpoints is replayed within this time, in seconds, or is as wide as ours.
_GAP = 0.3


def check_start(facts: Mapping[str, Any], arrays: StoredArrays, first: int) -> None:
    """ValueError unless the file really holds the parameters that its layers have."""
    start = arrays.steps(first, CHECKPOINT).get(0)
    if facts["dtype"] not in DTYPES:
        raise ValueError("its numbers are of no type")
    if start is None or start.shape[0] < parameter_count(checked_sizes(facts["sizes"])):
        raise ValueError("its start values are missing")


def rebuild(
    facts: Mapping[str, Any], stored: list[StoredBranch], arrays: StoredArrays, data: Dataset
) -> Run:
    """The run; ValueError, or what its parts raise, where the file is not of one piece."""
    network = Network(
        facts["sizes"],
        facts["activation"],
        facts["cost"],
        facts["bias"],
        facts["initialiser"],
        facts["network_seed"],
        facts["dtype"],
    )
    steps = sum(each.length - each.shared for each in stored)
    builder = _Builder(network, data, arrays, steps)
    for each in stored:
        builder.add(each)
    if {number for number, _ in arrays.of_branch} - builder.branches.keys():
        raise ValueError("an array is of no branch")
    branches = list(builder.branches.values())
    # They may have been set by hand, and not by the initialiser.
    start = branches[0].checkpoints.vectors[0]
    network.parameters.vector[:] = start[: network.parameters.vector.size]
    run = Run(network, data, batch_size=1, seed=facts["seed"])
    run.made_with = {str(k): str(v) for k, v in facts.get("made_with", {}).items()}
    branch, position = builder.branches[facts["branch"]], facts["position"]
    if not is_whole(position, 0, len(branch.costs)):
        raise ValueError("it is at a step that was not taken")
    run.adopt(branches, branch, position)
    return run


class _Builder:
    """Makes one branch after the other, the parents first."""

    def __init__(self, network: Network, data: Dataset, arrays: StoredArrays, steps: int) -> None:
        self.branches: dict[int, Branch] = {}
        self._network = network
        self._count = network.parameters.vector.size
        self._example_count = len(data.train)
        self._has_classes = data.has_classes
        self._arrays = arrays
        self._steps = steps
        self._room = max(_MOST_MEMORY, _TIMES_THE_FILE * arrays.database.size)

    def add(self, stored: StoredBranch) -> None:
        parent = None if stored.parent is None else self.branches.get(stored.parent)
        # It was there before the branch that left it.
        if parent is None and stored.parent is not None:
            raise ValueError("a branch has no parent")
        most = 0 if parent is None else len(parent.costs)
        if not stored.shared <= min(most, stored.length):
            raise ValueError("a branch shares more than there is")
        segments = self._segments(stored, parent)
        checkpoints = self._checkpoints(stored, parent, segments)
        costs = self._costs(stored, parent)
        evaluations = self._evaluations(stored, parent)
        self._check_gaps(checkpoints, segments, stored.length)
        self.branches[stored.number] = Branch(
            segments, checkpoints, costs, evaluations, stored.forked_at, parent, stored.name
        )

    def _take(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise ValueError("it would take too much memory")

    def _segments(self, stored: StoredBranch, parent: Branch | None) -> list[Segment]:
        shared = _first([] if parent is None else parent.segments, stored.shared_segments)
        self._take(_ENTRY * len(shared))
        own = segments_from_plain(stored.segments, self._network, self._example_count)
        segments = [*shared, *own]
        steps = [segment.step for segment in segments]
        if not segments or steps[0] != 0 or steps != sorted(steps) or steps[-1] > stored.length:
            raise ValueError("its settings are out of order")
        return segments

    def _checkpoints(
        self, stored: StoredBranch, parent: Branch | None, segments: list[Segment]
    ) -> Checkpoints:
        checkpoints = Checkpoints(self._count)
        checkpoints.spacing = stored.spacing
        found: dict[int, FloatArray] = {}
        own = self._arrays.steps(stored.number, CHECKPOINT)
        # Older formats had the past of every branch as well.
        if parent is not None and 0 not in own:
            found = parent.checkpoints.until(stored.shared).vectors
            found = {step: v for step, v in found.items() if step % stored.spacing == 0}
        self._take(_ENTRY * len(found))
        starts = [segment.step for segment in segments]
        for step, array in own.items():
            here = segments[bisect_right(starts, step) - 1]
            lengths = _lengths_at(step, here, self._count)
            is_due = step <= stored.length and step % stored.spacing == 0
            if not is_due or step in found or array.shape not in lengths or self._is_odd(array):
                raise ValueError("a checkpoint does not fit")
            found[step] = self._arrays.read(array)
        if 0 not in found:
            raise ValueError("its start values are missing")
        checkpoints.vectors = found
        return checkpoints

    def _is_odd(self, array: StoredArray) -> bool:
        return array.dtype != self._network.parameters.vector.dtype.name

    def _costs(self, stored: StoredBranch, parent: Branch | None) -> Costs:
        self._take(8 * stored.length)
        parts = [np.empty(0) if parent is None else parent.costs.values[: stored.shared]]
        length = stored.shared
        for step, array in self._arrays.steps(stored.number, COSTS).items():
            if step != length or len(array.shape) != 1 or array.dtype != "float64":
                raise ValueError("a cost is missing")
            parts.append(self._arrays.read(array))
            length += array.shape[0]
        if length != stored.length:
            raise ValueError("a cost is missing")
        costs = np.concatenate(parts)
        if not np.isfinite(costs).all():
            raise ValueError("a cost is not finite")
        return Costs(costs)

    def _evaluations(self, stored: StoredBranch, parent: Branch | None) -> Evaluations:
        theirs = [] if parent is None else sorted(parent.evaluations.items())
        found = Evaluations(_first(theirs, stored.shared_evaluations))
        self._take(_ENTRY * len(found))
        for step, cost, accuracy in stored.evaluations:
            if not is_whole(step, 0, stored.length) or int(step) in found:
                raise ValueError("an evaluation is of no step")
            if not (0 <= accuracy <= 1 if self._has_classes else math.isnan(accuracy)):
                raise ValueError("an accuracy is out of range")
            found[int(step)] = Evaluation(float(cost), float(accuracy))
        return found

    def _check_gaps(self, checkpoints: Checkpoints, segments: list[Segment], length: int) -> None:
        """ValueError where going to a step would take far longer than in a run of ours."""
        steps = [*sorted(checkpoints.vectors), length]
        widest = max(b - a for a, b in itertools.pairwise(steps))
        quick = replayed_in(_GAP, self._count, largest_batch(segments))
        # A run keeps as many as it has memory for, between half of that and all; so does a file.
        size = max(vector.nbytes for vector in checkpoints.vectors.values())
        dense = max(Checkpoints(self._count).spacing, 4 * self._steps * size // LEAST_MEMORY)
        if widest > max(quick, dense):
            raise ValueError("its checkpoints are too far apart")


def _first(items: list[Any], count: int) -> list[Any]:
    if count > len(items):
        raise ValueError("a branch shares more than there is")
    return items[:count]


def _lengths_at(step: int, here: Segment, count: int) -> list[tuple[int]]:
    """How long a checkpoint may be: the parameters, and what the optimiser remembers."""
    memories = [here.recipe.optimiser.memory_count]
    if here.optimiser_since == step:
        # It begins here: what is stored is the memory of the one before, which is not used.
        memories = [kind.memory_count for kind in OPTIMISERS.values()]
    return [(count * (1 + memory),) for memory in memories]
