"""What is found in data before it is used: `find` and `Found`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.datasets import load_dataset
from core.datasets.dataset import Dataset
from core.parameters import FloatArray

# As many pictures as are shown of data before it is used.
PICTURES = 20


@dataclass(frozen=True, eq=False)
class Found:
    """What is told of data: small, whatever its size.

    Attributes
    ----------
    source : str
        With which `core.load_dataset` loads the data.
    reader : str
        The kind of data: what has read it.
    train_count, test_count : int
        Examples.
    class_names : tuple of str
        What each class is called; empty where 0, 1, 2, … are their names.
    class_counts : tuple of (int, int)
        Of each class, how many examples there are to train and to test with.
    image_shape : tuple of int
        Rows and columns of an example's picture; (1, N_0) where it is none.
    input_names : tuple of str
        What each number of an example is called; empty where they are pixels.
    has_classes : bool
        As in `core.Dataset`.
    raw_range, value_range : tuple of float
        The lowest and the highest number as it was read, and what they became.
    pictures : ndarray, shape (up to 20, rows, columns), float32
        The first training examples.
    picture_labels : tuple of int
        What these are.
    notes : tuple of (str, dict)
        What else is to be known: templates of sentences, and the values in them.
    """

    source: str
    reader: str
    train_count: int
    test_count: int
    class_names: tuple[str, ...]
    class_counts: tuple[tuple[int, int], ...]
    image_shape: tuple[int, int]
    input_names: tuple[str, ...]
    has_classes: bool
    raw_range: tuple[float, float]
    value_range: tuple[float, float]
    pictures: FloatArray
    picture_labels: tuple[int, ...]
    notes: tuple[tuple[str, dict[str, object]], ...] = ()


def find(source: str | Path, watch: Callable[[float], None] | None = None) -> Found:
    """What there is in a source; DataError where it cannot be had."""
    data = load_dataset(source, watch)
    both = data.train, data.test
    lowest = float(min(part.inputs.min() for part in both))
    highest = float(max(part.inputs.max() for part in both))
    first = data.train.inputs[:PICTURES]
    return Found(
        data.name,
        "data",
        len(data.train),
        len(data.test),
        data.class_names,
        _counts(data),
        data.image_shape,
        data.input_names,
        data.has_classes,
        (lowest, highest),
        (lowest, highest),
        first.reshape(len(first), *data.image_shape).copy(),
        tuple(int(label) for label in data.train.labels[:PICTURES]),
    )


def _counts(data: Dataset) -> tuple[tuple[int, int], ...]:
    if not data.has_classes:
        return ()
    train, test = (
        np.bincount(part.labels, minlength=data.class_count) for part in (data.train, data.test)
    )
    return tuple((int(one), int(other)) for one, other in zip(train, test, strict=False))
