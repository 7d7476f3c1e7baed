"""What a network must beat: classifiers so simple that they learn nothing but means.

The "darkness" of a picture is its total ink; it and the class that occurs most are the baselines of
Nielsen, *Neural Networks and Deep Learning*, chapter 1. The average-digit classifier is the nearest
mean by least squares (Hastie, Tibshirani and Friedman, *The Elements of Statistical Learning*,
section 4.3: linear discriminant analysis with a covariance that is a multiple of 1).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from core.chunks import at_once, slices
from core.datasets.dataset import Dataset, Examples
from core.parameters import FloatArray, IntArray

_CHUNK = 1000


@dataclass(frozen=True, eq=False)
class Baselines:
    """How simple classifiers, fitted to the training data, do on the test data.

    Attributes
    ----------
    most_frequent : int
        The class that occurs most in the training data; the lowest of several.
    frequency : float
        The share of the test data that it is: the accuracy of always answering it.
    darkness : float
        The accuracy of answering the class whose mean total of an example's numbers, which is
        its ink, is the nearest.
    average : float
        The accuracy of answering the class whose mean example is the nearest: that with the
        least Σ (x − mean)².
    totals : ndarray, shape (classes,)
        The mean total of each class; NaN for one that does not occur in the training data,
        which then is never answered.
    means : ndarray, shape (classes, N_0), float32
        The mean example of each class; NaN as above.
    """

    most_frequent: int
    frequency: float
    darkness: float
    average: float
    totals: FloatArray
    means: FloatArray


def baselines(data: Dataset) -> Baselines:
    """How simple classifiers do on this data, whose examples are of classes."""
    return at_once(baselines_in_chunks(data))


def baselines_in_chunks(data: Dataset) -> Generator[None, None, Baselines]:
    """As `baselines`, with a pause after every chunk of examples."""
    classes = max(2, data.class_count)
    labels, truth = _labels(data.train), _labels(data.test)
    counts = np.bincount(labels, minlength=classes)
    means = yield from _means(data.train, labels, counts)
    totals = means.sum(axis=1)
    # ‖x − m‖² is ‖x‖² less this; ‖x‖² is the same for every class.
    halves = (means**2).sum(axis=1) / 2
    right_average = right_darkness = 0
    for part in slices(len(data.test), _CHUNK):
        inputs = data.test.inputs[part].astype(np.float64)
        nearest = _largest(inputs @ np.nan_to_num(means).T - halves)
        darkest = _largest(-np.abs(inputs.sum(axis=1)[:, None] - totals))
        right_average += int((nearest == truth[part]).sum())
        right_darkness += int((darkest == truth[part]).sum())
        yield
    most, total = int(counts.argmax()), len(data.test)
    return Baselines(
        most,
        float((truth == most).mean()),
        right_darkness / total,
        right_average / total,
        totals,
        means.astype(np.float32),
    )


def _labels(examples: Examples) -> IntArray:
    """The class of each; of one output alone, 1 from a target of ½ up, else 0."""
    targets = examples.targets
    return (targets[:, 0] >= 0.5).astype(np.int64) if targets.shape[1] == 1 else examples.labels


def _means(
    examples: Examples, labels: IntArray, counts: IntArray
) -> Generator[None, None, FloatArray]:
    """The mean example of each class, float64; NaN where there is none."""
    sums = np.zeros((len(counts), examples.inputs.shape[1]))
    ones = np.eye(len(counts), dtype=np.float32)
    for part in slices(len(examples), _CHUNK):
        # Exact enough in float32: a thousand numbers at most.
        sums += ones[labels[part]].T @ examples.inputs[part]
        yield
    with np.errstate(invalid="ignore"):
        means: FloatArray = sums / np.where(counts > 0, counts, np.nan)[:, None]
    return means


def _largest(scores: FloatArray) -> IntArray:
    """The class with the largest score, shape (n,); one without examples never has it."""
    found: IntArray = np.where(np.isnan(scores), -np.inf, scores).argmax(axis=1)
    return found
