"""Points of the plane: what they are made of, and that they are always the same."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from core import Network, Run, RunSettings, load_dataset
from core.datasets.plane import plane_of, points_of
from core.datasets.plane_features import FEATURES, features_of
from core.datasets.plane_problems import PROBLEMS
from core.errors import DataError
from core.metrics import evaluate
from core.probes.plane_maps import maps_over_plane, plane_grid

ALL_FEATURES = "x1+x2+x1^2+x2^2+x1x2+sinx1+sinx2"


@given(
    problem=st.sampled_from(sorted(PROBLEMS)),
    noise=st.integers(0, 50),
    train=st.integers(10, 90),
    seed=st.integers(0, 2**31 - 1),
)
@hypothesis_settings(deadline=None, max_examples=60)
def test_data_are_a_function_of_their_name(problem: str, noise: int, train: int, seed: int) -> None:
    source = f"{problem}:seed={seed},noise={noise},train={train}"
    made = load_dataset(source)
    points_of.cache_clear()
    again = load_dataset(made.name)
    assert again.name == made.name
    for one, other in ((made.train, again.train), (made.test, again.test)):
        assert one.with_ones.tobytes() == other.with_ones.tobytes()
        assert one.targets.tobytes() == other.targets.tobytes()
    assert len(made.train) == round(5 * train)
    assert len(made.train) + len(made.test) == 500
    assert made.train.targets.min() >= 0
    assert made.train.targets.max() <= 1
    found = plane_of(made.name)
    assert found is not None
    assert np.array_equal(points_of(found).train.astype(np.float32), made.train.inputs)


def test_features_are_what_they_are_called() -> None:
    x, y = 1.5, -2.25
    found = features_of(np.array([[x, y]]), tuple(FEATURES))[0]
    expected = [x, y, x * x, y * y, x * y, math.sin(x), math.sin(y)]
    assert found.tolist() == pytest.approx(expected, rel=1e-6)
    data = load_dataset(f"gauss:features={ALL_FEATURES}")
    assert data.input_names == ("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂")
    assert data.image_shape == (1, 7)


@pytest.mark.parametrize(
    ("gate", "rule"),
    [
        ("and", lambda x, y: x and y),
        ("or", lambda x, y: x or y),
        ("xor", lambda x, y: x != y),
    ],
)
def test_gates_hold_at_every_corner(gate: str, rule: object) -> None:
    data = load_dataset(gate)
    for (x, y), label in zip(data.train.inputs.tolist(), data.train.labels.tolist(), strict=True):
        assert label == rule(x > 0, y > 0)  # type: ignore[operator] # a function
        assert 1 <= abs(x) <= 5


def test_a_circle_is_one_inside() -> None:
    data = load_dataset("circle")
    radius = np.hypot(*data.train.inputs.T)
    assert np.array_equal(data.train.labels == 1, radius < 2.5)


@pytest.mark.parametrize(
    "wrong",
    [
        "circle:noise=51",
        "circle:noise=-1",
        "circle:noise=x",
        "circle:train=5",
        "circle:seed=99999999999",
        "circle:features=x3",
        "circle:features=",
        "circle:features=x1+x1",
        "circle:colour=red",
    ],
)
def test_a_wrong_setting_is_one_sentence(wrong: str) -> None:
    with pytest.raises(DataError):
        load_dataset(wrong)
    assert plane_of(wrong) is None


def test_a_regression_has_no_accuracy() -> None:
    data = load_dataset("plane")
    network = Network((2, 8, 1))
    assert not data.has_classes
    assert math.isnan(evaluate(network, data.test).accuracy)
    assert math.isfinite(evaluate(network, data.test).cost)
    assert 0 <= evaluate(network, load_dataset("circle").test).accuracy <= 1


def test_the_usual_network_learns_the_circle() -> None:
    settings = RunSettings("circle", activation=("relu", "logistic"), learning_rate=1.0)
    run: Run = settings.new_run(settings.load_data())
    assert run.network.sizes == (2, 8, 8, 1)
    run.train(1000)
    assert evaluate(run.network, run.data.test).accuracy > 0.97


@pytest.mark.parametrize("bias", ["inside", "outside"])
def test_maps_are_the_forward_pass_of_every_place(bias: str) -> None:
    network = Network((7, 4, 3, 1), ("tanh", "logistic"), bias=bias, seed=3)  # type: ignore[arg-type] # one of the two
    network.parameters.vector[:] += np.float32(0.1)
    features = tuple(FEATURES)
    grid = plane_grid(features, 10)
    maps = maps_over_plane(network.parameters, network.activation_functions, network.bias, grid)
    forward = network.forward(grid.T).activations
    for one, other in zip(maps, forward, strict=True):
        assert np.allclose(one, other, atol=1e-5)
    # The first cell is at the upper left, the last at the lower right.
    assert grid[:2, 0].tolist() == pytest.approx([-5.4, 5.4])
    assert grid[:2, -1].tolist() == pytest.approx([5.4, -5.4])
