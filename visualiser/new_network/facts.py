"""DataFacts: what data asks of a network, wherever that is known from."""

from __future__ import annotations

from dataclasses import dataclass

from core.datasets.finding import Found
from visualiser.data.new_run import input_count, output_count
from visualiser.training.messages import RunDescription

# Numbers are float32; a label is an int64.
_NUMBER, _LABEL = 4, 8


@dataclass(frozen=True)
class DataFacts:
    """What data asks of a network.

    Attributes
    ----------
    source : str
        What `core.load_dataset` takes.
    inputs, outputs : int
        Neurons that the first and the last layer must have.
    train_count, test_count : int
        Examples.
    image_shape : tuple of int
        Rows and columns of an example; (1, N_0) where it is no picture.
    """

    source: str
    inputs: int
    outputs: int
    train_count: int
    test_count: int
    image_shape: tuple[int, int]

    @staticmethod
    def of_found(found: Found) -> DataFacts:
        """Of data that was looked at."""
        return DataFacts(
            found.source,
            input_count(found),
            output_count(found),
            found.train_count,
            found.test_count,
            found.image_shape,
        )

    @staticmethod
    def of_run(description: RunDescription) -> DataFacts:
        """Of the data of a run."""
        return DataFacts(
            description.settings.data,
            description.sizes[0],
            description.sizes[-1],
            description.train_count,
            description.test_count,
            description.image_shape,
        )

    @property
    def byte_count(self) -> int:
        """What all examples take in memory: inputs with a 1 beside them, targets, a label."""
        each = _NUMBER * (self.inputs + 1 + self.outputs) + _LABEL
        return each * (self.train_count + self.test_count)
