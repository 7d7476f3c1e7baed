"""How weights and biases start.

To add a way: write the function, and add its line to INITIALISERS at the foot of this file.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.parameters import FloatArray, Parameters
from core.tables import chosen

# In quotes: numpy loads what is random when it is first named, and a window draws nothing.
Initialiser = Callable[["np.random.Generator", FloatArray], None]


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


def xavier(random: np.random.Generator, block: FloatArray) -> None:
    """Weights uniform between ±√(6 / (N + M)), N and M the neurons before and after; biases 0.

    Keeps both a, forwards, and δ, backwards, of a steady size where σ is like tanh. Source:
    X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural
    networks, AISTATS 2010, eq. (16).
    """
    rows, columns = block.shape[0], block.shape[1] - 1
    limit = np.sqrt(6 / (rows + columns))
    block[:, :-1] = random.uniform(-limit, limit, (rows, columns))
    block[:, -1] = 0


def he(random: np.random.Generator, block: FloatArray) -> None:
    """Weights from N(0, 2/N), N the neurons of the layer before; biases 0.

    For ReLU, which lets half of S through. Source: K. He and others, Delving deep into
    rectifiers, ICCV 2015, eq. (10).
    """
    rows, columns = block.shape[0], block.shape[1] - 1
    block[:, :-1] = random.standard_normal((rows, columns)) * np.sqrt(2 / columns)
    block[:, -1] = 0


def constant(random: np.random.Generator, block: FloatArray) -> None:  # noqa: ARG001 (one shape)
    """All weights 0.01, biases 0: the neurons of a layer are alike, and stay so for ever."""
    block[:, :-1] = 0.01
    block[:, -1] = 0


def zeros(random: np.random.Generator, block: FloatArray) -> None:  # noqa: ARG001 (one shape)
    """All weights and biases 0, to show why that fails: every neuron learns the same."""
    block[:] = 0


def initialise(parameters: Parameters, name: str, seed: int) -> None:
    """Fill ``parameters`` in the way called ``name``; the same seed gives the same numbers."""
    start = initialiser_named(name)
    random = np.random.default_rng(seed)
    for block in parameters.blocks:
        start(random, block)


def initialiser_named(name: str) -> Initialiser:
    """The way to start of that name; SettingError where there is none."""
    missing = "There is no way to start weights called {name!r}; choose one of: {choices}."
    return chosen(INITIALISERS, name, missing)


INITIALISERS: dict[str, Initialiser] = {
    "one_over_root_n": one_over_root_n,
    "standard_normal": standard_normal,
    "xavier": xavier,
    "he": he,
    "constant": constant,
    "zeros": zeros,
}
