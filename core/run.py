"""Run: the steps taken, so that any of them can be gone back to."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from core.batches import BatchOrder, Place
from core.datasets.dataset import Dataset
from core.errors import DivergenceError, SettingError
from core.history import Branch, Change, Checkpoints, Segment
from core.metrics import Evaluation, evaluate
from core.network import Network, checked_seed
from core.parameters import FloatArray, IntArray, Parameters
from core.trace import StepTrace, mean_gradient, trace_step
from core.trainer import Trainer

DEFAULT_LEARNING_RATE = 1.5
DEFAULT_BATCH_SIZE = 10
LARGEST_LEARNING_RATE = 1000.0


@dataclass(frozen=True)
class StepReport:
    """One gradient step.

    Attributes
    ----------
    step : int
        How many steps have been taken, this one included.
    epoch : int
        The epoch, from 0, that its mini-batch belongs to.
    cost : float
        C of its mini-batch, before the step.
    """

    step: int
    epoch: int
    cost: float


class Run:
    """Training that remembers: step forward, go back, go anywhere, fork.

    The state after step n is the nearest checkpoint before it and a replay of the same
    arithmetic, bit for bit. Playing on from the past re-treads the same steps; a change
    made in the past forks, and the old future stays in ``branches``.

    Parameters
    ----------
    network : Network
        Where it starts; the run changes its parameters in place.
    data : Dataset
    learning_rate : float
        η. The default of 1.5 was chosen on 64-16-16-10, the embedded digits, logistic σ
        and mini-batches of 10: see ``python -m benchmarks accuracy``.
    batch_size : int
    seed : int
        Decides the order of the examples in every epoch.

    Raises
    ------
    SettingError
        Where a setting cannot be used or the network does not fit the data.
    """

    def __init__(
        self,
        network: Network,
        data: Dataset,
        learning_rate: float = DEFAULT_LEARNING_RATE,
        batch_size: int = DEFAULT_BATCH_SIZE,
        seed: int = 7,
    ) -> None:
        _check_fit(network, data)
        self.data = data
        self.seed = checked_seed(seed)
        self._trainer = Trainer(network, data.train)
        self._order = BatchOrder(len(data.train), self.seed)
        first = Segment(
            0,
            Place(0, 0),
            checked_learning_rate(learning_rate),
            checked_batch_size(batch_size, len(data.train)),
        )
        vector = network.parameters.vector
        self._branch = Branch([first], Checkpoints(vector.size))
        self._branch.checkpoints.keep(0, vector)
        self._branches = [self._branch]
        self._place = Place(0, 0)
        self._set_position(0)

    # ---------------------------------------------------------------- what there is

    @property
    def network(self) -> Network:
        """The network at `position`; stepping and going back change it in place."""
        return self._trainer.network

    @property
    def position(self) -> int:
        """How many steps lie between the start values and the network as it is."""
        return self._position

    @property
    def length(self) -> int:
        """How many steps have been taken on this branch."""
        return len(self._branch.costs)

    @property
    def costs(self) -> FloatArray:
        """``costs[n]``: C of the mini-batch of step n, before it; read-only."""
        return self._branch.costs.values

    @property
    def epoch(self) -> int:
        """The epoch, from 0, that the next mini-batch belongs to."""
        return self._place.epoch

    @property
    def epochs_done(self) -> float:
        """Epochs since the start, in parts of an epoch: 8.92."""
        return self._place.epoch + self._place.offset / len(self.data.train)

    @property
    def learning_rate(self) -> float:
        """η of the next step."""
        return self._segment.learning_rate

    @property
    def batch_size(self) -> int:
        """Examples in a mini-batch, from the next step on."""
        return self._segment.batch_size

    @property
    def changes(self) -> tuple[Change, ...]:
        """Settings that were changed on this branch, in order."""
        return tuple(self._branch.changes)

    @property
    def branch(self) -> Branch:
        """The course of events that the run is on."""
        return self._branch

    @property
    def branches(self) -> tuple[Branch, ...]:
        """All courses of events, the oldest first."""
        return tuple(self._branches)

    @property
    def next_batch(self) -> IntArray:
        """Indices into the training data: the mini-batch of the next step."""
        return self._order.indices(self._place, self.batch_size)

    @property
    def steps_to_epoch_end(self) -> int:
        """Steps from here until the epoch is complete; at least 1."""
        return self._order.steps_to_epoch_end(self._place, self.batch_size)

    # ---------------------------------------------------------------- moving

    def step(self) -> StepReport:
        """Take one gradient step on one mini-batch.

        Raises
        ------
        DivergenceError
            Where C is not finite. The run is then back on its last good step.
        """
        epoch = self._place.epoch
        self.steps(1)
        return StepReport(self._position, epoch, float(self.costs[self._position - 1]))

    def steps(self, count: int) -> None:
        """Take ``count`` gradient steps; as `step`, without the reports."""
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            for _ in range(count):
                self._advance()

    def train(self, count: int) -> None:
        """Take ``count`` steps, with `evaluate_test` at the end of every epoch.

        Raises
        ------
        DivergenceError
            Where C is not finite, of the last step's outcome as well.
        """
        end = self._position + count
        while self._position < end:
            self.steps(min(end - self._position, self.steps_to_epoch_end))
            if self._place.offset == 0:
                self.evaluate_test()
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            if not math.isfinite(self._trainer.cost(self.next_batch)):
                self._return_to_last_good_step()

    def back(self) -> None:
        """Take one step back; at the start, do nothing."""
        self.go_to(max(0, self._position - 1))

    def go_to(self, step: int) -> None:
        """Be where ``step`` steps had been taken, exactly.

        Raises
        ------
        SettingError
            Where that many steps have not been taken.
        """
        if not 0 <= step <= self.length:
            raise SettingError(
                "There is no step {step} yet; go to one from 0 to {length}.",
                step=step,
                length=self.length,
            )
        start = self._branch.checkpoints.nearest(step)
        if not start <= self._position <= step:
            self.network.parameters.vector[:] = self._branch.checkpoints.vectors[start]
            self._set_position(start)
        self.steps(step - self._position)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use another η from here on; in the past, this forks."""
        value = checked_learning_rate(learning_rate)
        if value != self.learning_rate:
            self._change("learning_rate", replace(self._segment_here(), learning_rate=value))

    def set_batch_size(self, batch_size: int) -> None:
        """Use mini-batches of another size from here on; in the past, this forks."""
        value = checked_batch_size(batch_size, len(self.data.train))
        if value != self.batch_size:
            self._change("batch_size", replace(self._segment_here(), batch_size=value))

    def switch_to(self, branch: Branch) -> None:
        """Return to the newest step of another branch."""
        self._branch = branch
        # Any checkpoint will do; what the network holds now belongs to the other branch.
        self._position = -1
        self.go_to(self.length)

    def adopt(self, branches: list[Branch], branch: Branch, position: int) -> None:
        """Take over a history, as from a file, and be at ``position`` of ``branch``."""
        self._branches = branches
        self.switch_to(branch)
        self.go_to(position)

    # ---------------------------------------------------------------- looking

    def trace(self) -> StepTrace:
        """The next step, phase by phase, not taken."""
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            return trace_step(self._trainer, self.next_batch, self.learning_rate)

    def gradient(self) -> tuple[Parameters, float]:
        """∂C/∂W and ∂C/∂B of the next mini-batch, and its C; less work than `trace`."""
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            return mean_gradient(self._trainer, self.next_batch)

    def evaluate_test(self) -> Evaluation:
        """Cost and accuracy on the test data here; remembered."""
        known = self._branch.evaluations
        if self._position not in known:
            known[self._position] = evaluate(self.network, self.data.test)
        return known[self._position]

    # ---------------------------------------------------------------- inside

    def _advance(self) -> None:
        segment = self._segment
        indices = self._order.indices(self._place, segment.batch_size)
        cost = self._trainer.step(indices, segment.learning_rate)
        if not math.isfinite(cost):
            self._return_to_last_good_step()
        costs = self._branch.costs
        if self._position == len(costs):
            costs.append(cost)
        self._position += 1
        epoch, offset = self._place
        offset += segment.batch_size
        at_end = offset >= self._order.example_count
        self._place = Place(epoch + 1, 0) if at_end else Place(epoch, offset)
        if self._position >= self._segment_end:
            self._set_position(self._position)
        self._branch.checkpoints.keep(self._position, self.network.parameters.vector)

    def _return_to_last_good_step(self) -> None:
        step = self._position
        if step and step == self.length:
            # The step before led here: its C was finite, what came of it was not.
            branch = self._branch
            branch.costs.drop_last()
            branch.checkpoints = branch.checkpoints.until(step - 1)
            branch.evaluations.pop(step, None)
            branch.segments = [s for s in branch.segments if s.step < step]
            late = [c for c in branch.changes if c.step == step]
            branch.changes = [c for c in branch.changes if c.step < step]
            self.go_to(step - 1)
        else:
            late = []
        learning_rate = self.learning_rate
        for change in late:
            # Made on what came of the bad step, perhaps to mend it: it holds from here.
            if change.name == "learning_rate":
                self.set_learning_rate(change.value)
            else:
                self.set_batch_size(int(change.value))
        raise DivergenceError(
            "The cost is no longer a finite number after step {step}: with η = {rate:g} "
            "the steps are too long. The run is back on its last good step; "
            "lower the learning rate, or step back, and play on.",
            step=step,
            rate=learning_rate,
        )

    def _set_position(self, position: int) -> None:
        segments = self._branch.segments
        index = max(i for i, s in enumerate(segments) if s.step <= position)
        ends = [float(s.step) for s in segments[index + 1 :]]
        self._position = position
        self._segment = segment = segments[index]
        self._segment_end = min(ends, default=math.inf)
        self._place = self._order.after(segment.place, position - segment.step, segment.batch_size)

    def _change(self, name: str, segment: Segment) -> None:
        if self._position < self.length:
            self._branch = self._branch.fork(self._position)
            self._branches.append(self._branch)
        branch = self._branch
        branch.segments = [s for s in branch.segments if s.step < segment.step] + [segment]
        branch.changes.append(Change(segment.step, name, getattr(segment, name)))
        self._set_position(self._position)

    def _segment_here(self) -> Segment:
        return replace(self._segment, step=self._position, place=self._place)


def checked_learning_rate(value: float) -> float:
    """η; SettingError where it is not above 0 and at most LARGEST_LEARNING_RATE."""
    if not (math.isfinite(value) and 0 < value <= LARGEST_LEARNING_RATE):
        raise SettingError(
            "The learning rate η is {value:g}; choose a number above 0 and up to {largest:g}, "
            "for instance {default:g}.",
            value=value,
            largest=LARGEST_LEARNING_RATE,
            default=DEFAULT_LEARNING_RATE,
        )
    return float(value)


def checked_batch_size(value: int, example_count: int) -> int:
    """Examples in a mini-batch; SettingError where it is not 1 to ``example_count``."""
    if isinstance(value, bool) or not 1 <= value <= example_count or int(value) != value:
        raise SettingError(
            "The mini-batch has {value} examples; choose a whole number from 1 to {count}, "
            "the number of training examples.",
            value=value,
            count=example_count,
        )
    return int(value)


def _check_fit(network: Network, data: Dataset) -> None:
    needed = (data.input_count, data.class_count)
    if (network.sizes[0], network.sizes[-1]) != needed:
        raise SettingError(
            "The layers {sizes} do not fit the data: its examples have {inputs} numbers and "
            "{classes} classes, so the first layer needs {inputs} neurons and the last "
            "{classes}, as in {example}.",
            sizes=",".join(map(str, network.sizes)),
            inputs=needed[0],
            classes=needed[1],
            example=",".join(map(str, (needed[0], *network.sizes[1:-1], needed[1]))),
        )
