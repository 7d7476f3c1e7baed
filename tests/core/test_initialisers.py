from __future__ import annotations

import numpy as np
import pytest

from core.initialisers import INITIALISERS, initialise
from core.parameters import Parameters

SIZES = (400, 100, 50)


def started(name: str, seed: int) -> Parameters:
    parameters = Parameters(SIZES)
    initialise(parameters, name, seed)
    return parameters


@pytest.mark.parametrize("name", INITIALISERS)
def test_the_seed_decides_and_nothing_else(name: str) -> None:
    first = started(name, 3).vector.tobytes()
    assert started(name, 3).vector.tobytes() == first
    assert started(name, 4).vector.tobytes() != first


@pytest.mark.parametrize("name", INITIALISERS)
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
