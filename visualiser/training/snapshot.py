"""Snapshot: the frozen state of a run at one step, as panels and views see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.activations import Activation
from core.datasets.plane import plane_of, points_of
from core.history import Change, that_made
from core.metrics import read
from core.network import checked_activations
from core.parameters import FloatArray, Parameters
from visualiser.training.messages import Progress, Recalled, RunDescription
from visualiser.training.shared_state import SharedArrays


@dataclass(frozen=True)
class Reference:
    """The network of a step that was chosen: what others are compared with.

    Attributes
    ----------
    step : int
        Of the course of events that the run was on when it was chosen.
    parameters : Parameters
    changes : tuple of Change
        Those of that course that this network comes of.
    """

    step: int
    parameters: Parameters
    changes: tuple[Change, ...] = ()

    @staticmethod
    def assemble(description: RunDescription, recalled: Recalled) -> Reference:
        """A reference from what came through the pipe."""
        recalled.vector.flags.writeable = False
        parameters = Parameters(description.sizes, recalled.vector)
        return Reference(recalled.step, parameters, recalled.changes)

    def is_of_course(self, progress: Progress) -> bool:
        """Whether the course of events that the run is on now has this very network."""
        is_taken = self.step <= progress.length
        return is_taken and self.changes == that_made(progress.changes, self.step)


@dataclass(frozen=True)
class Snapshot:
    """One step's network, what it makes of the shown example, and the gradient there.

    Attributes
    ----------
    description : RunDescription
    progress : Progress
    parameters : Parameters
    gradient : Parameters
        ∂C/∂W and ∂C/∂B of the next step's mini-batch.
    other_update : Parameters or None
        What the next step will subtract from W and B; None for η ∂C/∂W and η ∂C/∂B.
    activations : tuple of ndarray
        ``activations[L]``, shape (N_L,); layer 0 is the example itself.
    weighted_sums : tuple of ndarray
        ``weighted_sums[L-1]`` of layer L, shape (N_L,).
    reference : Reference or None
        The network of the step that was chosen last; None where none was.
    """

    description: RunDescription
    progress: Progress
    parameters: Parameters
    gradient: Parameters
    other_update: Parameters | None
    activations: tuple[FloatArray, ...]
    weighted_sums: tuple[FloatArray, ...]
    reference: Reference | None = None

    @property
    def answer(self) -> int:
        """What the shown example is read as: the output with the largest a.

        Where there is one output alone: 1 from ½ up, else 0.
        """
        return int(read(self.activations[-1][:, None])[0])

    @property
    def targets(self) -> FloatArray:
        """Targets of the shown example, shape (N_output,): 1 at its label, else 0.

        Of a point of the plane, its one target.

        Raises
        ------
        ValueError
            Where nobody has said what is shown.
        """
        example = self.progress.example
        if example.label is None:
            raise ValueError("what is shown is unknown")
        source = plane_of(self.description.settings.data)
        if source is not None and example.own is None:
            points = points_of(source)
            of_split = points.test_targets if example.split == "test" else points.train_targets
            # As the training process has it.
            return of_split[example.index : example.index + 1].astype(np.float32)
        targets = np.zeros(self.sizes[-1], np.float32)
        if len(targets) == 1:
            targets[0] = example.label
        else:
            targets[example.label] = 1
        return targets

    @property
    def picture_shape(self) -> tuple[int, int] | None:
        """Rows and columns of the input, None where it is no picture but a row of numbers."""
        rows, columns = self.description.image_shape
        is_picture = rows > 1 and columns > 1 and rows * columns == self.sizes[0]
        return (rows, columns) if is_picture else None

    @cached_property
    def update(self) -> Parameters:
        """What the next step will subtract from W and B."""
        if self.other_update is not None:
            return self.other_update
        rate = np.float32(self.progress.next_learning_rate)
        with np.errstate(over="ignore", invalid="ignore"):
            update = self.gradient.vector * rate
        update.flags.writeable = False
        return Parameters(self.sizes, update)

    @cached_property
    def activation_functions(self) -> tuple[Activation, ...]:
        """``activation_functions[L-1]`` is σ of layer L."""
        names = self.progress.recipe.activation or self.description.settings.activation
        return checked_activations(names, len(self.sizes) - 1)

    def activation(self, layer: int) -> str:
        """The name of σ of a layer, 1 or later."""
        return self.activation_functions[layer - 1].name

    def held_at(self, layer: int, index: int) -> float | None:
        """The value that a neuron's a is held at, None where it is free."""
        for one in reversed(self.progress.recipe.held):
            if (one.layer, one.neuron) == (layer, index):
                return one.value
        return None

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer, the input first."""
        return self.description.sizes

    @staticmethod
    def assemble(
        description: RunDescription,
        progress: Progress,
        arrays: SharedArrays,
        reference: Reference | None = None,
    ) -> Snapshot:
        """A snapshot from what came through the pipe and what lay in shared memory."""
        sizes = description.sizes
        return Snapshot(
            description,
            progress,
            Parameters(sizes, arrays.parameters),
            Parameters(sizes, arrays.gradient),
            None if arrays.update is None else Parameters(sizes, arrays.update),
            _split(arrays.activations, sizes),
            _split(arrays.weighted_sums, sizes[1:]),
            reference,
        )


def _split(flat: FloatArray, sizes: tuple[int, ...]) -> tuple[FloatArray, ...]:
    parts = []
    start = 0
    for size in sizes:
        parts.append(flat[start : start + size])
        start += size
    return tuple(parts)
