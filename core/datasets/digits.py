"""The embedded digits: 1,797 real handwritten digits of 8×8 pixels.

Source: E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits (its test set),
UCI Machine Learning Repository, 1998, https://doi.org/10.24432/C50P49, CC BY 4.0; as
distributed with scikit-learn (``load_digits``). Each was a 32×32 bitmap whose 4×4 blocks
were counted, so that a pixel is 0 to 16.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.datasets.dataset import Dataset, Examples
from core.datasets.idx import read_idx
from core.datasets.splitting import split_fifth

_WHITE = 16


def load_digits() -> Dataset:
    """The embedded digits with a fixed, stratified split: 1,437 to train on, 360 to test.

    Of the digits in the order of their labels, every fifth is a test digit.
    """
    folder = _folder()
    pixels = read_idx(folder / "digits-images-idx3-ubyte.gz")
    labels = read_idx(folder / "digits-labels-idx1-ubyte.gz")
    is_test = split_fifth(labels.astype(np.int64))
    return Dataset(
        name="digits",
        train=Examples.from_pixels(pixels[~is_test], labels[~is_test], _WHITE, classes=10),
        test=Examples.from_pixels(pixels[is_test], labels[is_test], _WHITE, classes=10),
        image_shape=(8, 8),
    )


def _folder() -> Path:
    installed = Path(__file__).parent / "embedded"
    return installed if installed.exists() else Path(__file__).parents[2] / "assets" / "digits"
