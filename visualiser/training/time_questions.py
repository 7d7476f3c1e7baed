"""Questions about the past: a neuron's a and B, and a connection's W, over the steps taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.looking_back import look_back, spacing_for
from core.network import Network
from core.parameters import FloatArray, IntArray
from core.parts import Part, checked_parts
from core.quiet import quietly
from visualiser.training.shown_example import ShownExample, examples_of

if TYPE_CHECKING:
    from core.run import Run

# Evenly spaced; the present and the newest step come on top.
MOST_POINTS = 150


@dataclass(frozen=True, eq=False)
class Course:
    """Numbers of the network at some of the steps of a run.

    Attributes
    ----------
    steps : ndarray of int, shape (points,)
        Ascending: every multiple of ``spacing``, the present step and the newest.
    values : ndarray, shape (numbers, points)
    spacing : int
    """

    steps: IntArray
    values: FloatArray
    spacing: int


@dataclass(frozen=True)
class NeuronOverTime:
    """a, for one example, and B of a neuron of layer 1 or later; two rows of a `Course`."""

    layer: int
    neuron: int
    example: ShownExample

    def answer(self, run: Run) -> Course:
        """Look back along the run.

        Raises
        ------
        SettingError
            Where there is no such neuron.
        """
        checked_parts([Part(self.layer, self.neuron)], run.network.sizes)
        inputs = examples_of(run.data, self.example).inputs[0]

        def read(network: Network) -> tuple[float, float]:
            fired = network.forward(inputs).activations[self.layer]
            return float(fired[self.neuron]), float(network.biases[self.layer - 1][self.neuron])

        return quietly(_course, run, read)


@dataclass(frozen=True)
class WeightOverTime:
    """W to neuron ``to`` of a layer from ``origin``; one row of a `Course`."""

    layer: int
    to: int
    origin: int

    def answer(self, run: Run) -> Course:
        """Look back along the run."""

        def read(network: Network) -> tuple[float]:
            return (float(network.weights[self.layer - 1][self.to, self.origin]),)

        return quietly(_course, run, read)


def _course(run: Run, read: Callable[[Network], tuple[float, ...]]) -> Course:
    spacing = spacing_for(run, MOST_POINTS)
    steps = sorted({*range(0, run.length + 1, spacing), run.position, run.length})
    found = look_back(run, steps, read)
    return Course(np.array(steps), np.array(found, np.float64).T, spacing)
