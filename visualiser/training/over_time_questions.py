"""The question behind "over the run": what the layers are like at many steps of it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.chunks import at_once, silently
from core.datasets.dataset import Examples
from core.history import Change
from core.looking_back import spacing_one_by_one
from core.parameters import IntArray
from core.probes.over_time import LayerLook, look_at_layers_in_chunks, refining
from visualiser.training.questions import Part

if TYPE_CHECKING:
    from core.run import Run

# Steps that are looked at, evenly spaced.
MOST_STEPS = 120
# Training examples over which a is counted, always the same ones.
MOST_EXAMPLES = 500


@dataclass(frozen=True, eq=False)
class Look:
    """What was true at one step.

    Attributes
    ----------
    step : int
    changes : tuple of Change
        All that were made up to this step, itself included: of another course of events that
        has the same, it is true as well.
    layers : tuple of LayerLook
        Index L-1 for layer L. The gradient is that of the mini-batch of the next step.
    """

    step: int
    changes: tuple[Change, ...]
    layers: tuple[LayerLook, ...]


@dataclass(frozen=True)
class LookedBack:
    """How it was looked back.

    Attributes
    ----------
    spacing : int
        Steps between two that are looked at.
    examples, available : int
        Over how many training examples, of how many that there are.
    """

    spacing: int
    examples: int
    available: int


@dataclass(frozen=True)
class OverTheRun:
    """What the layers are like at steps of the run that are not ``known`` yet: `LookedBack`.

    Each `Look` is told as soon as it is there, in an order in which the picture is refined.

    Attributes
    ----------
    known : tuple of int
    with_ends : bool
        Whether the present and the newest step are looked at as well, wherever they are.
    most : int
        How many evenly spaced steps are looked at, those that are known included.
    """

    known: tuple[int, ...] = ()
    with_ends: bool = True
    most: int = MOST_STEPS

    def answer(self, run: Run) -> LookedBack:
        """Look back at once."""
        return at_once(self.answer_in_chunks(run))

    def answer_in_chunks(self, run: Run) -> Generator[Part | None, None, LookedBack]:
        """Look at one step after the other; the run may go on meanwhile.

        A step that is gone when its turn comes, since the run went another way, is left out.
        """
        spacing = spacing_one_by_one(run, self.most)
        ends = {run.position, run.length} if self.with_ends else set()
        every = ends | set(range(0, run.length + 1, spacing))
        steps = sorted(every - set(self.known))
        train = run.data.train
        examples = evenly_chosen(train, MOST_EXAMPLES)
        for done, place in enumerate(refining(len(steps)), start=1):
            if steps[place] <= run.length:
                look = yield from _look(run, steps[place], examples)
                yield Part(done / len(steps), look)
        return LookedBack(spacing, len(examples), len(train))


def of_course(changes: Sequence[Change], step: int) -> tuple[Change, ...]:
    """Those changes that decide what is true at a step, its mini-batch included."""
    return tuple(change for change in changes if change.step <= step)


def evenly_chosen(examples: Examples, most: int) -> Examples:
    """At most so many of them, evenly spaced, always the same; all as views where they are few."""
    if len(examples) <= most:
        return examples
    chosen = evenly(most, len(examples))
    return Examples(
        examples.with_ones[chosen],
        examples.targets[chosen],
        examples.labels[chosen],
        examples.has_classes,
    )


def evenly(count: int, available: int) -> IntArray:
    """So many of the places 0 to available − 1, evenly spaced."""
    places: IntArray = np.arange(count) * available // count
    return places


def _look(run: Run, step: int, examples: Examples) -> Generator[None, None, Look]:
    with run.unmoved():
        run.go_to(step)
        gradient, _ = run.gradient()
        network, changes = run.network.copy(), of_course(run.changes, step)
    yield
    layers = yield from silently(look_at_layers_in_chunks(network, gradient, examples))
    return Look(step, changes, layers)
