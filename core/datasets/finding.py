"""What is in a source of examples, told before it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.datasets import Dataset, examine_dataset
from core.datasets.reader import Note, Watch
from core.parameters import FloatArray

_MOST_PICTURES = 20
# Of all pictures together: they travel between processes.
_MOST_NUMBERS = 2**20


@dataclass(frozen=True, eq=False)
class Found:
    """What is in a source: small, and fit to travel between processes.

    Attributes
    ----------
    source : str
        With which `core.load_dataset` loads it, from anywhere.
    reader : str
        The name of the data, or of the kind of file.
    train_count, test_count : int
        Examples.
    class_names : tuple of str
        As `Dataset.class_names`: empty where the classes are called 0, 1, 2, …
    class_counts : tuple of (int, int)
        Training and test examples of each class; empty where there are no classes.
    image_shape : tuple of int
        Rows and columns; (1, N_0) where an example is no picture.
    input_names : tuple of str
    has_classes : bool
    raw_range, value_range : pair of float
        The lowest and the highest number as the file has them, and as inputs.
    pictures : ndarray, shape (n, rows, columns), float32
        The first training examples: 20, or fewer where there are fewer or they are very large.
    picture_labels : tuple of int
        The label of each of these.
    notes : tuple of (str, dict)
        Sentences with fields, for `str.format`: what was decided in reading it.
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
    notes: tuple[Note, ...] = ()


def find(source: str | Path, watch: Watch | None = None) -> Found:
    """Look at a source as a whole; it is not kept.

    Parameters
    ----------
    source, watch
        As for `core.load_dataset`.

    Raises
    ------
    DataError
        As `core.load_dataset`.
    """
    reader, examined = examine_dataset(source, watch)
    data = examined.dataset
    count = min(_MOST_PICTURES, len(data.train), max(1, _MOST_NUMBERS // data.input_count))
    pictures = np.array(data.train.inputs[:count].reshape(count, *data.image_shape))
    inputs = (data.train.inputs, data.test.inputs)
    value_range = (float(min(i.min() for i in inputs)), float(max(i.max() for i in inputs)))
    return Found(
        data.name,
        reader,
        len(data.train),
        len(data.test),
        data.class_names,
        _class_counts(data),
        data.image_shape,
        data.input_names,
        data.has_classes,
        examined.raw_range or value_range,
        value_range,
        pictures,
        tuple(data.train.labels[:count].tolist()),
        examined.notes,
    )


def _class_counts(data: Dataset) -> tuple[tuple[int, int], ...]:
    if not data.has_classes:
        return ()
    both = [part.labels for part in (data.train, data.test)]
    # One output can tell two classes.
    classes = max(data.class_count, *(int(labels.max()) + 1 for labels in both))
    train, test = (np.bincount(labels, minlength=classes).tolist() for labels in both)
    return tuple(zip(train, test, strict=True))
