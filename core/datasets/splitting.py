"""Test examples for a source that has none of its own."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from core.parameters import IntArray

_TEST_SHARE = 5


def split_fifth(labels: IntArray) -> npt.NDArray[np.bool_]:
    """Which examples are for testing: of all in the order of their labels, every fifth.

    So the test data has its share of every class, and it is always the same examples.

    Parameters
    ----------
    labels : ndarray, shape (n,)

    Returns
    -------
    ndarray, shape (n,), bool
        True where the example is a test example.
    """
    is_test = np.zeros(len(labels), bool)
    is_test[np.argsort(labels, kind="stable")[::_TEST_SHARE]] = True
    return is_test
