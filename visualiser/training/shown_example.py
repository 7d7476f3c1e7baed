"""ShownExample: what the network is shown, which is of the data or the user's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from core.datasets.dataset import Dataset, Examples
from core.errors import DataError
from core.parameters import FloatArray

Split = Literal["train", "test"]
# The label, in arrays, of what nobody has said the truth of.
UNKNOWN = -1


@dataclass(frozen=True)
class OwnInput:
    """An input that is not of the data; equal to another one of the same bytes and name.

    Attributes
    ----------
    data : bytes
        Its N_0 numbers, float32.
    name : str
        What it is called, in the user's language: "Noise 7".
    """

    data: bytes
    name: str

    @staticmethod
    def of(inputs: FloatArray, name: str) -> OwnInput:
        """From an array of shape (N_0,)."""
        return OwnInput(np.ascontiguousarray(inputs, np.float32).tobytes(), name)

    @property
    def inputs(self) -> FloatArray:
        """Its numbers, shape (N_0,), read-only."""
        return np.frombuffer(self.data, np.float32)


@dataclass(frozen=True)
class ShownExample:
    """Which example the network is shown, and what it truly is.

    Attributes
    ----------
    split : {"train", "test", "own"}
    index : int
        Its place in the split; 0 for an input of the user's own.
    label : int or None
        None where nobody has said what it truly is: t, C and δ are unknown then.
    own : OwnInput or None
        The input itself where it is not of the data.
    """

    split: Literal["train", "test", "own"]
    index: int
    label: int | None
    own: OwnInput | None = None


def of_data(data: Dataset, split: Split, index: int) -> ShownExample:
    """An example of the data."""
    examples = data.train if split == "train" else data.test
    return ShownExample(split, index, int(examples.labels[index]))


def own_example(data: Dataset, inputs: FloatArray, label: int | None, name: str) -> ShownExample:
    """An input of the user's own, for a network that learns from this data.

    Raises
    ------
    DataError
        Where it has not as many numbers as the network has inputs, one of them is not finite,
        or there is no such class.
    """
    if inputs.shape != (data.input_count,):
        raise DataError(
            "This input has {count} numbers, and the network takes {needed}; make it anew for "
            "this network.",
            count=inputs.size,
            needed=data.input_count,
        )
    with np.errstate(over="ignore"):
        numbers = inputs.astype(np.float32)
    if not np.isfinite(numbers).all():
        raise DataError("This input has numbers that are not finite; make it anew.")
    classes = max(2, data.class_count)
    if label is not None and not 0 <= label < classes:
        raise DataError(
            "There is no class {label} in this data; choose one from 0 to {last}.",
            label=label,
            last=classes - 1,
        )
    return ShownExample("own", 0, label, OwnInput.of(numbers, name))


def fits(shown: ShownExample, data: Dataset) -> bool:
    """Whether there is such an example for a network that learns from this data."""
    if shown.own is not None:
        is_class = shown.label is None or shown.label < max(2, data.class_count)
        return is_class and len(shown.own.inputs) == data.input_count
    split: Split = "train" if shown.split == "train" else "test"
    examples = data.train if split == "train" else data.test
    return shown.index < len(examples) and of_data(data, split, shown.index) == shown


def examples_of(data: Dataset, shown: ShownExample) -> Examples:
    """The shown example as a table of one row, wherever it comes from.

    Where nobody has said what it is, its label is `UNKNOWN` and its targets are NaN, so that
    nothing that is computed from them can look like a number.
    """
    if shown.own is None:
        examples = data.train if shown.split == "train" else data.test
        return examples.some(slice(shown.index, shown.index + 1))
    label = UNKNOWN if shown.label is None else shown.label
    with_ones = np.append(shown.own.inputs, np.float32(1))[None]
    return Examples(
        with_ones, _targets(label, data.class_count), np.array([label]), data.has_classes
    )


def _targets(label: int, classes: int) -> FloatArray:
    """Shape (1, classes): 1 at the label, else 0; of one output alone, the label itself."""
    if label == UNKNOWN:
        return np.full((1, classes), np.nan, np.float32)
    if classes == 1:
        return np.full((1, 1), label, np.float32)
    return np.eye(classes, dtype=np.float32)[[label]]
