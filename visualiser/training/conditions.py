"""Conditions: what a run can be played until, and at which steps each of them is looked at.

They are frozen, travel through a pipe, and are remembered as text. A condition makes a `Watch`
of one run, which says how many steps may be taken before it has to look again, so that the run
stops at the first step at which it holds, and none is taken that would have to be taken back.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from core.checks import is_number, is_whole, shown
from core.errors import SettingError
from core.metrics import answers, evaluate, judge
from core.run import Run
from visualiser.training.network_questions import saturation_now, seen_count
from visualiser.training.shown_example import examples_of

if TYPE_CHECKING:
    from visualiser.training.shown_example import ShownExample

# Steps whose costs are averaged: in the cost plot's curve as well.
AVERAGED_STEPS = 25
# Costs are never negative but by rounding, which is less than this.
_ROUNDING = 1e-5
# Going through so many test examples takes about a sixth of the time of a hundred steps.
_EXAMPLES_PER_HUNDRED_STEPS = 500
_MOST = 10**12


class Watch(Protocol):
    """Looks at one run while it plays."""

    def stride(self, run: Run) -> int:
        """How many steps from here on, at least 1, it can do without a look."""

    def look(self, run: Run, example: ShownExample) -> float | None:
        """The figure by which the condition holds here; None where it does not hold."""


class Condition(Protocol):
    """What a run can be played until."""

    def watch(self, run: Run) -> Watch:
        """Begin to look at this run, where it is."""


@dataclass(frozen=True)
class CostBelow:
    """C, averaged over the last 25 mini-batches as in the cost plot, is below a value.

    Before there are as many, over all there are. Looked at after every step; the figure is that
    average.
    """

    value: float

    def __post_init__(self) -> None:
        if not is_number(self.value, 0) or self.value == 0:
            raise SettingError(
                "C cannot fall below {value}; type a number above 0, for instance 0.1.",
                value=shown(self.value),
            )

    def watch(self, run: Run) -> Watch:
        """Begin to look at this run."""
        del run
        return self

    def stride(self, run: Run) -> int:
        """As long as what is known to stay in the average keeps it up, since no C is negative."""
        position = run.position
        if position < AVERAGED_STEPS:
            return 1
        newest_first = run.costs[position - AVERAGED_STEPS : position][::-1]
        enough = AVERAGED_STEPS * (self.value + _ROUNDING)
        needed = int(np.searchsorted(np.cumsum(newest_first), enough)) + 1
        return max(1, AVERAGED_STEPS - needed + 1)

    def look(self, run: Run, example: ShownExample) -> float | None:
        """The average, where it is below."""
        del example
        position = run.position
        costs = run.costs[max(0, position - AVERAGED_STEPS) : position]
        average = float(costs.mean()) if len(costs) else math.inf
        return average if average < self.value else None


@dataclass(frozen=True)
class AccuracyAbove:
    """More than so many per cent of the test examples are read right.

    Looked at at the start and at ends of epochs; the figure is the share, 0 to 1.
    """

    value: float

    def __post_init__(self) -> None:
        if not is_number(self.value, 0) or self.value >= 100:
            raise SettingError(
                "The test accuracy cannot rise above {value} %; type a number from 0 up that is "
                "less than 100, for instance 95.",
                value=shown(self.value),
            )

    def watch(self, run: Run) -> Watch:
        """Begin to look at this run."""
        del run
        return self

    def stride(self, run: Run) -> int:
        """To the end of the epoch."""
        return run.steps_to_epoch_end

    def look(self, run: Run, example: ShownExample) -> float | None:
        """The share, where it is above."""
        del example
        # Measured between two ends of epochs, it is no part of the run's history.
        is_kept = is_epoch_end(run)
        found = run.evaluate_test() if is_kept else evaluate(run.network, run.data.test)
        # 97.1 / 100 is not the number nearest to 0.971.
        is_above = found.accuracy > round(self.value / 100, 12)
        return found.accuracy if is_above else None


@dataclass(frozen=True)
class ShownRecognised:
    """The shown example is read as what it is, after so many steps in a row.

    Looked at after every step; the figure is its label. Another digit that is shown meanwhile
    begins anew.
    """

    steps: int = 1

    def __post_init__(self) -> None:
        _check_count(
            self.steps,
            "The example cannot be recognised {count} times in a row; type a whole number from 1 "
            "up, for instance 1.",
        )

    def watch(self, run: Run) -> Watch:
        """Begin to look at this run."""
        del run
        return _RecognisedInARow(self.steps)


class _RecognisedInARow:
    """Counts how often in a row a digit was recognised."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._count = 0
        self._about: ShownExample | None = None

    def stride(self, run: Run) -> int:
        """One step."""
        del run
        return 1

    def look(self, run: Run, example: ShownExample) -> float | None:
        """The label, where it was recognised often enough."""
        if example.label is None:
            # What is right is not known, so it cannot be recognised; the next begins anew.
            self._about = None
            return None
        if example != self._about:
            self._begin(run, example)
        is_right = answers(run.network, self._one)[0] == self._truth
        self._count = self._count + 1 if is_right else 0
        return float(example.label) if self._count >= self._steps else None

    def _begin(self, run: Run, example: ShownExample) -> None:
        self._about, self._count = example, 0
        self._one = examples_of(run.data, example)
        # Of one output alone, the target says what is right.
        self._truth = judge(run.network, self._one).labels[0]


@dataclass(frozen=True)
class NeuronSaturated:
    """A neuron, or any of a layer, is saturated, which `core.probes.LayerSaturation` defines.

    Over the test examples, as the page of the whole network has it. Looked at at the start and
    at every `saturation_interval`-th step; the figure is the neuron.

    Attributes
    ----------
    layer : int
        1 or later.
    neuron : int or None
        None for any of the layer.
    """

    layer: int
    neuron: int | None = None

    def __post_init__(self) -> None:
        if not is_whole(self.layer, 1) or not (self.neuron is None or is_whole(self.neuron)):
            raise SettingError(
                "There is no neuron {neuron} in layer {layer} that could saturate.",
                neuron=shown(self.neuron),
                layer=shown(self.layer),
            )

    def watch(self, run: Run) -> Watch:
        """Begin to look at this run.

        Raises
        ------
        SettingError
            Where its network has no such neuron.
        """
        sizes = run.network.sizes
        if self.layer >= len(sizes) or (self.neuron or 0) >= sizes[self.layer]:
            raise SettingError(
                "There is no neuron {neuron} in layer {layer} that could saturate.",
                neuron=self.neuron or 0,
                layer=self.layer,
            )
        return self

    def stride(self, run: Run) -> int:
        """To the next step whose number is divisible by the interval."""
        interval = saturation_interval(run.network.sizes, len(run.data.test))
        return interval - run.position % interval

    def look(self, run: Run, example: ShownExample) -> float | None:
        """The neuron, where it is saturated."""
        del example
        if not np.isfinite(run.network.parameters.vector).all():
            return None
        found = np.flatnonzero(saturation_now(run)[self.layer - 1].is_saturated)
        if self.neuron is not None:
            found = found[found == self.neuron]
        return float(found[0]) if len(found) else None


@dataclass(frozen=True)
class CostRises:
    """C of the test data rises from one end of an epoch to the next, so many times in a row.

    Counted from the start on, at ends of epochs; the figure is the last C.
    """

    epochs: int = 3

    def __post_init__(self) -> None:
        _check_count(
            self.epochs,
            "C cannot rise for {count} epochs; type a whole number from 1 up, for instance 3.",
        )

    def watch(self, run: Run) -> Watch:
        """Begin to look at this run."""
        del run
        return _RisesInARow(self.epochs)


class _RisesInARow:
    """Counts how often in a row C of the test data was higher than an epoch before."""

    def __init__(self, epochs: int) -> None:
        self._epochs = epochs
        self._count = 0
        self._last = math.inf

    def stride(self, run: Run) -> int:
        """To the end of the epoch."""
        return run.steps_to_epoch_end

    def look(self, run: Run, example: ShownExample) -> float | None:
        """C of the test data, where it has risen often enough."""
        del example
        if not is_epoch_end(run):
            return None
        cost = run.evaluate_test().cost
        self._count = self._count + 1 if cost > self._last else 0
        self._last = cost
        return cost if self._count >= self._epochs else None


@dataclass(frozen=True)
class StepReached:
    """So many steps lie behind the network; the figure is how many do."""

    step: int

    def __post_init__(self) -> None:
        _check_count(
            self.step,
            "There is no step {count} to stop at; type a whole number from 1 up, for instance "
            "1000.",
        )

    def watch(self, run: Run) -> Watch:
        """Begin to look at this run."""
        del run
        return self

    def stride(self, run: Run) -> int:
        """All the steps that are left."""
        return max(1, self.step - run.position)

    def look(self, run: Run, example: ShownExample) -> float | None:
        """The step, where it is reached."""
        del example
        return float(run.position) if run.position >= self.step else None


def check_shown(conditions: Sequence[Condition], example: ShownExample) -> None:
    """SettingError where the shown example is waited for, and nobody has said what it is."""
    if example.label is None and any(isinstance(one, ShownRecognised) for one in conditions):
        raise SettingError(
            "Nobody has said what the shown input truly is, so it cannot be recognised; show an "
            "example of the data, or choose another condition."
        )


def is_epoch_end(run: Run) -> bool:
    """Whether the run is between two epochs."""
    return run.position > 0 and run.epochs_done == run.epoch


def saturation_interval(sizes: Sequence[int], test_count: int) -> int:
    """Every how-many-th step a neuron's saturation is looked at.

    Often enough for the eye, and so seldom that it takes about a sixth of the time: 100 steps
    with the embedded digits, 2,000 with the 10,000 test examples of MNIST.
    """
    seen = seen_count(sizes, test_count)
    return 100 * math.ceil(seen / _EXAMPLES_PER_HUNDRED_STEPS)


def _check_count(count: object, template: str) -> None:
    if not is_whole(count, 1, _MOST):
        raise SettingError(template, count=shown(count))


# -------------------------------------------------------------------- as text


def to_text(conditions: Sequence[Condition]) -> str:
    """Conditions as text that can be kept."""
    names = {kind: name for name, kind in CONDITIONS.items()}
    return json.dumps([[names[type(one)], asdict(one)] for one in conditions])  # type: ignore[call-overload]


def from_text(text: str) -> tuple[Condition, ...]:
    """The conditions that were kept; those that cannot be understood are left out."""
    try:
        kept = json.loads(text)
    except ValueError:
        return ()
    found = (_from_entry(entry) for entry in kept) if isinstance(kept, list) else ()
    return tuple(one for one in found if one is not None)


def _from_entry(entry: object) -> Condition | None:
    match entry:
        case [str(name), dict(values)] if name in CONDITIONS:
            try:
                return CONDITIONS[name](**values)
            except (TypeError, SettingError):
                return None
    return None


CONDITIONS: dict[str, type[Condition]] = {
    "cost_below": CostBelow,
    "accuracy_above": AccuracyAbove,
    "shown_recognised": ShownRecognised,
    "neuron_saturated": NeuronSaturated,
    "cost_rises": CostRises,
    "step_reached": StepReached,
}
