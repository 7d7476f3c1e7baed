"""Snapshot: the frozen state of a run at one step, as panels and views see it."""

from __future__ import annotations

from dataclasses import dataclass

from core.network import checked_activations
from core.parameters import FloatArray, Parameters
from visualiser.training.messages import Progress, RunDescription
from visualiser.training.shared_state import SharedArrays


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
    activations : tuple of ndarray
        ``activations[L]``, shape (N_L,); layer 0 is the example itself.
    weighted_sums : tuple of ndarray
        ``weighted_sums[L-1]`` of layer L, shape (N_L,).
    """

    description: RunDescription
    progress: Progress
    parameters: Parameters
    gradient: Parameters
    activations: tuple[FloatArray, ...]
    weighted_sums: tuple[FloatArray, ...]

    @property
    def answer(self) -> int:
        """What the shown example is read as: the output with the largest a."""
        return int(self.activations[-1].argmax())

    @property
    def picture_shape(self) -> tuple[int, int] | None:
        """Rows and columns of the input, None where it is no picture but a row of numbers."""
        rows, columns = self.description.image_shape
        is_picture = rows > 1 and columns > 1 and rows * columns == self.sizes[0]
        return (rows, columns) if is_picture else None

    def activation(self, layer: int) -> str:
        """The name of σ of a layer, 1 or later."""
        names = self.description.settings.activation
        return checked_activations(names, len(self.sizes) - 1)[layer - 1].name

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer, the input first."""
        return self.description.sizes

    @staticmethod
    def assemble(description: RunDescription, progress: Progress, arrays: SharedArrays) -> Snapshot:
        """A snapshot from what came through the pipe and what lay in shared memory."""
        sizes = description.sizes
        return Snapshot(
            description,
            progress,
            Parameters(sizes, arrays.parameters),
            Parameters(sizes, arrays.gradient),
            _split(arrays.activations, sizes),
            _split(arrays.weighted_sums, sizes[1:]),
        )


def _split(flat: FloatArray, sizes: tuple[int, ...]) -> tuple[FloatArray, ...]:
    parts = []
    start = 0
    for size in sizes:
        parts.append(flat[start : start + size])
        start += size
    return tuple(parts)
