"""Dataset: read-only arrays of examples, split into training and test data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from core.checks import is_whole, shown
from core.errors import DataError
from core.parameters import FloatArray, IntArray

# An exact whole number as float32, and more classes than anything here can show.
_MOST_LABELS = 10_000


@dataclass(frozen=True, eq=False)
class Examples:
    """Examples with their true labels, all arrays read-only.

    Attributes
    ----------
    with_ones : ndarray, shape (n, N_0 + 1), float32
        One example a row, ink from 0 (blank paper) to 1, and a last column of ones that
        a bias is multiplied by.
    targets : ndarray, shape (n, classes), float32
        1 at the label, 0 elsewhere.
    labels : ndarray, shape (n,), int64
    has_classes : bool
        As that of the Dataset that they belong to.
    """

    with_ones: FloatArray
    targets: FloatArray
    labels: IntArray
    has_classes: bool = True

    @property
    def inputs(self) -> FloatArray:
        """The examples without the ones, shape (n, N_0), a view."""
        return self.with_ones[:, :-1]

    def __len__(self) -> int:
        return len(self.labels)

    def some(self, at: slice) -> Examples:
        """These of them, as views."""
        return Examples(self.with_ones[at], self.targets[at], self.labels[at], self.has_classes)

    @staticmethod
    def from_arrays(inputs: npt.ArrayLike, targets: npt.ArrayLike, classes: int = 1) -> Examples:
        """Examples from numbers of your own.

        Parameters
        ----------
        inputs : array, shape (n, N_0)
        targets : array, shape (n,) or (n, N_output)
            Labels 0, 1, 2, …, from which targets of 1 and 0 are made; or the targets, of
            which the largest is then the label.
        classes : int
            How many classes there are at least, where labels are given and not all occur.

        Raises
        ------
        DataError
            Where the shapes do not go together or a number is not finite.
        """
        if not is_whole(classes, 1, _MOST_LABELS):
            raise DataError(
                "There are {classes} classes; give a whole number from 1 to {most}.",
                classes=shown(classes),
                most=_MOST_LABELS,
            )
        numbers, wanted = _checked("inputs", inputs), _checked("targets", targets)
        if numbers.ndim != 2 or numbers.size == 0:
            raise DataError(
                "The inputs have the shape {shape}; give a table with one example a row.",
                shape=numbers.shape,
            )
        if wanted.ndim not in (1, 2) or len(wanted) != len(numbers) or wanted.size == 0:
            raise DataError(
                "There are {count} examples, and the targets have the shape {shape}; give one "
                "label, or one row of targets, for each example.",
                count=len(numbers),
                shape=wanted.shape,
            )
        labels = wanted.argmax(axis=1) if wanted.ndim == 2 else _checked_labels(wanted)
        if wanted.ndim == 1:
            wanted = np.zeros((len(labels), max(int(classes), int(labels.max()) + 1)))
            wanted[np.arange(len(labels)), labels] = 1
        with_ones = np.ones((len(numbers), numbers.shape[1] + 1), np.float32)
        with_ones[:, :-1] = numbers
        return Examples(*_read_only(with_ones, wanted.astype(np.float32), labels))

    @staticmethod
    def from_pixels(
        pixels: npt.NDArray[np.uint8],
        labels: npt.NDArray[np.integer[Any]],
        white: int,
        classes: int,
    ) -> Examples:
        """Examples from pictures.

        Parameters
        ----------
        pixels : ndarray, shape (n, rows, columns) or (n, N_0)
        labels : ndarray, shape (n,)
        white : int
            The pixel value that counts as 1.
        classes : int
            How many different labels there are: 0 to classes - 1.
        """
        count = len(pixels)
        flat = pixels.reshape(count, -1)
        with_ones = np.ones((count, flat.shape[1] + 1), np.float32)
        np.divide(flat, np.float32(white), out=with_ones[:, :-1])
        targets = np.zeros((count, classes), np.float32)
        targets[np.arange(count), labels] = 1
        return Examples(*_read_only(with_ones, targets, labels.astype(np.int64)))


@dataclass(frozen=True, eq=False)
class Dataset:
    """Training and test data from one source.

    Attributes
    ----------
    name : str
        With which `load_dataset` loads it again, from anywhere.
    train, test : Examples
    image_shape : tuple of int
        Rows and columns of an example's picture; (1, N_0) where it is none.
    class_names : tuple of str
        What each class is called; empty where 0, 1, 2, … are their names.
    input_names : tuple of str
        What each number of an example is called; empty where they are pixels.
    has_classes : bool
        Whether an example is of a class, so that a network can be right about it; else its
        targets are numbers to come near to.
    """

    name: str
    train: Examples
    test: Examples
    image_shape: tuple[int, int]
    class_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()
    has_classes: bool = True

    def __post_init__(self) -> None:
        if not self.has_classes:
            for name in ("train", "test"):
                examples = replace(getattr(self, name), has_classes=False)
                object.__setattr__(self, name, examples)

    @property
    def input_count(self) -> int:
        """Numbers in an example: neurons that the input layer must have."""
        return int(self.train.inputs.shape[1])

    @property
    def class_count(self) -> int:
        """Different labels: neurons that the output layer must have."""
        return int(self.train.targets.shape[1])

    @cached_property
    def target_range(self) -> tuple[float, float]:
        """The lowest and the highest target."""
        all_targets = (self.train.targets, self.test.targets)
        return (
            float(min(targets.min() for targets in all_targets)),
            float(max(targets.max() for targets in all_targets)),
        )

    @cached_property
    def targets_add_up(self) -> bool:
        """Whether the targets of every example add up to 1, as shares do."""
        return all(
            np.allclose(examples.targets.sum(axis=1), 1, atol=1e-5)
            for examples in (self.train, self.test)
        )


def _checked(name: str, values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    try:
        array = np.asarray(values)
        if array.dtype.kind not in "buif":
            raise ValueError
        with np.errstate(over="ignore"):
            is_finite = bool(np.isfinite(array.astype(np.float32)).all())
    except ValueError:
        raise DataError(
            "The {name} are not all numbers; give an array of numbers.", name=name
        ) from None
    if not is_finite:
        raise DataError(
            "The {name} are not all finite (NaN, infinity or more than 3.4e38); "
            "leave such examples out or mend them.",
            name=name,
        )
    return array.astype(np.float64)


def _checked_labels(values: npt.NDArray[np.float64]) -> IntArray:
    is_fit = values.min() >= 0 and values.max() < _MOST_LABELS
    if not is_fit or (values != np.floor(values)).any():
        raise DataError(
            "The labels go from {lowest:g} to {highest:g} or are no whole numbers; number the "
            "classes 0, 1, 2, … up to {most}, or give targets, one row an example.",
            lowest=values.min(),
            highest=values.max(),
            most=_MOST_LABELS - 1,
        )
    return values.astype(np.int64)


def _read_only(*arrays: Any) -> tuple[Any, ...]:
    for array in arrays:
        array.flags.writeable = False
    return arrays
