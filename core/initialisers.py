"""How weights and biases start.

To add a way: write the function, and add its line to INITIALISERS at the foot of this file.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.errors import SettingError
from core.parameters import FloatArray, Parameters

Initialiser = Callable[[np.random.Generator, FloatArray], None]


def one_over_root_n(random: np.random.Generator, block: FloatArray) -> None:
    """Weights from N(0, 1/N), N the neurons of the layer before; biases 0.

    S then starts near N(0, 1) however wide the layer before is, so that σ is not
    saturated. Source: M. Nielsen, Neural Networks and Deep Learning, chapter 3, "Weight
    initialization" (there with biases from N(0, 1); zeros learn no worse and are easier
    to watch move).
    """
    rows, columns = block.shape[0], block.shape[1] - 1
    block[:, :-1] = random.standard_normal((rows, columns)) / np.sqrt(columns)
    block[:, -1] = 0


def standard_normal(random: np.random.Generator, block: FloatArray) -> None:
    """Weights and biases from N(0, 1), as in chapter 1 of Nielsen's book."""
    block[:] = random.standard_normal(block.shape)


def initialise(parameters: Parameters, name: str, seed: int) -> None:
    """Fill ``parameters`` in the way called ``name``; the same seed gives the same numbers."""
    if name not in INITIALISERS:
        raise SettingError(
            "There is no way to start weights called {name!r}; choose one of: {choices}.",
            name=name,
            choices=", ".join(INITIALISERS),
        )
    random = np.random.default_rng(seed)
    for block in parameters.blocks:
        INITIALISERS[name](random, block)


INITIALISERS: dict[str, Initialiser] = {
    "one_over_root_n": one_over_root_n,
    "standard_normal": standard_normal,
}
