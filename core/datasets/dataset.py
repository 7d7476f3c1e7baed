"""Dataset: read-only arrays of examples, split into training and test data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.parameters import FloatArray, IntArray


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
    """

    with_ones: FloatArray
    targets: FloatArray
    labels: IntArray

    @property
    def inputs(self) -> FloatArray:
        """The examples without the ones, shape (n, N_0), a view."""
        return self.with_ones[:, :-1]

    def __len__(self) -> int:
        return len(self.labels)

    @staticmethod
    def from_pixels(
        pixels: npt.NDArray[np.uint8], labels: npt.NDArray[np.uint8], white: int, classes: int
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
        wide_labels = labels.astype(np.int64)
        for array in (with_ones, targets, wide_labels):
            array.flags.writeable = False
        return Examples(with_ones, targets, wide_labels)


@dataclass(frozen=True, eq=False)
class Dataset:
    """Training and test data from one source.

    Attributes
    ----------
    name : str
        With which `load_dataset` loads it again, from anywhere.
    train, test : Examples
    image_shape : tuple of int
        Rows and columns of an example's picture.
    """

    name: str
    train: Examples
    test: Examples
    image_shape: tuple[int, int]

    @property
    def input_count(self) -> int:
        """Numbers in an example: neurons that the input layer must have."""
        return int(self.train.inputs.shape[1])

    @property
    def class_count(self) -> int:
        """Different labels: neurons that the output layer must have."""
        return int(self.train.targets.shape[1])
