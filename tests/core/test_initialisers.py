from __future__ import annotations

import numpy as np
import pytest

from core.initialisers import INITIALISERS, initialise
from core.parameters import Parameters

SIZES = (400, 100, 50)
# Every weight begins as every other, whatever the seed.
ALIKE = ("constant", "zeros")


def started(name: str, seed: int) -> Parameters:
    parameters = Parameters(SIZES)
    initialise(parameters, name, seed)
    return parameters


@pytest.mark.parametrize("name", INITIALISERS)
def test_the_seed_decides_and_nothing_else(name: str) -> None:
    first = started(name, 3).vector.tobytes()
    assert started(name, 3).vector.tobytes() == first
    assert (started(name, 4).vector.tobytes() == first) == (name in ALIKE)


@pytest.mark.parametrize("name", [name for name in INITIALISERS if name not in ALIKE])
def test_layers_differ(name: str) -> None:
    parameters = Parameters((5, 5, 5))
    initialise(parameters, name, 0)
    assert not np.array_equal(parameters.weights[0], parameters.weights[1])


def test_one_over_root_n() -> None:
    parameters = started("one_over_root_n", 0)
    for weights, n in zip(parameters.weights, SIZES, strict=False):
        assert weights.std() == pytest.approx(1 / np.sqrt(n), rel=0.05)
        assert weights.mean() == pytest.approx(0, abs=0.1 / np.sqrt(n))
    assert not any(biases.any() for biases in parameters.biases)


def test_standard_normal() -> None:
    parameters = started("standard_normal", 0)
    assert parameters.vector.std() == pytest.approx(1, rel=0.02)
    assert parameters.vector.mean() == pytest.approx(0, abs=0.02)
    assert parameters.biases[0].std() == pytest.approx(1, rel=0.3)


def test_xavier() -> None:
    parameters = started("xavier", 0)
    for weights in parameters.weights:
        limit = np.sqrt(6 / sum(weights.shape))
        assert abs(weights).max() <= limit
        assert abs(weights).max() == pytest.approx(limit, rel=0.02)
        assert weights.std() == pytest.approx(limit / np.sqrt(3), rel=0.05)
    assert not any(biases.any() for biases in parameters.biases)


def test_he() -> None:
    parameters = started("he", 0)
    for weights, n in zip(parameters.weights, SIZES, strict=False):
        assert weights.std() == pytest.approx(np.sqrt(2 / n), rel=0.05)
    assert not any(biases.any() for biases in parameters.biases)


@pytest.mark.parametrize(("name", "value"), [("constant", np.float32(0.01)), ("zeros", 0)])
def test_all_alike(name: str, value: float) -> None:
    parameters = started(name, 0)
    assert all((weights == value).all() for weights in parameters.weights)
    assert not any(biases.any() for biases in parameters.biases)
