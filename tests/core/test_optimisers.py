"""What each optimiser makes of a gradient: by hand, step by step."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from core import OPTIMISERS, Adam, Dataset, Momentum, Nesterov, Network, Optimiser, RmsProp, Run
from core.errors import SettingError, UserError
from core.optimisers import PLAIN, optimiser_named
from core.parameters import FloatArray

CheckSentence = Callable[[UserError, str, str], None]
DTYPES = [(np.float32, 1e-6), (np.float64, 1e-14)]
# Of three steps; the last neuron's gradient changes its sign and the middle one's is 0.
GRADIENTS = [[1.0, 0.0, -2.0], [0.5, 0.0, 3.0], [-0.25, 0.0, 1.0]]
SHARE = 0.25


def updates_of(
    optimiser: Optimiser, rate: float, dtype: npt.DTypeLike, gradients: Sequence[Sequence[float]]
) -> Iterator[FloatArray]:
    """What it subtracts at each step, when it is handed every gradient divided by SHARE."""
    memory = [np.zeros(len(gradients[0]), dtype) for _ in range(optimiser.memory_count)]
    for taken, wanted in enumerate(gradients):
        gradient, scratch = np.array(wanted, dtype) / np.array(SHARE, dtype), np.ones(3, dtype)
        update = optimiser.update(gradient, SHARE, rate, taken, memory, scratch)
        yield update.copy()


def momentum(gradients: Sequence[float]) -> Iterator[float]:
    """η = ½, μ = 0.9."""
    v = 0.0
    for g in gradients:
        v = 0.9 * v + g
        yield 0.5 * v


def nesterov(gradients: Sequence[float]) -> Iterator[float]:
    """η = ½, μ = 0.9."""
    v = 0.0
    for g in gradients:
        v = 0.9 * v + g
        yield 0.5 * (g + 0.9 * v)


def rmsprop(gradients: Sequence[float]) -> Iterator[float]:
    """η = ½, ρ = 0.99, ε = 1e-8."""
    r = 0.0
    for g in gradients:
        r = 0.99 * r + 0.01 * g**2
        yield 0.5 * g / (math.sqrt(r) + 1e-8)


def adam(gradients: Sequence[float]) -> Iterator[float]:
    """η = ½, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, as algorithm 1 of the paper has it."""
    m = r = 0.0
    for n, g in enumerate(gradients, start=1):
        m = 0.9 * m + 0.1 * g
        r = 0.999 * r + 0.001 * g**2
        m_hat, r_hat = m / (1 - 0.9**n), r / (1 - 0.999**n)
        yield 0.5 * m_hat / (math.sqrt(r_hat) + 1e-8)


FORMULAS: dict[str, Callable[[Sequence[float]], Iterator[float]]] = {
    "gradient_descent": lambda gradients: (0.5 * g for g in gradients),
    "momentum": momentum,
    "nesterov": nesterov,
    "rmsprop": rmsprop,
    "adam": adam,
}


@pytest.mark.parametrize("name", OPTIMISERS)
def test_the_table_uses_the_names(name: str) -> None:
    assert OPTIMISERS[name].name == name
    assert optimiser_named(name) == OPTIMISERS[name]()


@pytest.mark.parametrize(("dtype", "tolerance"), DTYPES)
@pytest.mark.parametrize("name", OPTIMISERS)
def test_three_steps_are_the_formula(name: str, dtype: npt.DTypeLike, tolerance: float) -> None:
    found = np.array(list(updates_of(OPTIMISERS[name](), 0.5, dtype, GRADIENTS)))
    expected = np.array([list(FORMULAS[name](column)) for column in zip(*GRADIENTS, strict=True)]).T
    assert found.dtype == dtype
    # Every number is its own, so each must be right by itself.
    assert found == pytest.approx(expected, rel=tolerance, abs=0)


@pytest.mark.parametrize(("dtype", "tolerance"), DTYPES)
def test_two_steps_of_momentum_by_hand(dtype: npt.DTypeLike, tolerance: float) -> None:
    """μ = ½, η = 2, g = 1 and then 3: v = 1 and ½ + 3 = 3½, and the steps are 2 and 7."""
    found = list(updates_of(Momentum(0.5), 2.0, dtype, [[1.0] * 3, [3.0] * 3]))
    assert found == [pytest.approx([2.0] * 3, rel=tolerance), pytest.approx([7.0] * 3)]


@pytest.mark.parametrize(("dtype", "tolerance"), DTYPES)
def test_two_steps_of_nesterov_by_hand(dtype: npt.DTypeLike, tolerance: float) -> None:
    """As above: 2 (1 + ½ · 1) = 3, and 2 (3 + ½ · 3½) = 9½."""
    found = list(updates_of(Nesterov(0.5), 2.0, dtype, [[1.0] * 3, [3.0] * 3]))
    assert found == [pytest.approx([3.0] * 3, rel=tolerance), pytest.approx([9.5] * 3)]


@pytest.mark.parametrize(("dtype", "tolerance"), DTYPES)
def test_two_steps_of_rmsprop_by_hand(dtype: npt.DTypeLike, tolerance: float) -> None:
    """ρ = ¾, ε = 1, η = 2, g = 2 and then 0: r = ¼ · 4 = 1, so 2 · 2 / (1 + 1) = 2; then 0."""
    found = list(updates_of(RmsProp(0.75, 1.0), 2.0, dtype, [[2.0] * 3, [0.0] * 3]))
    assert found == [pytest.approx([2.0] * 3, rel=tolerance), pytest.approx([0.0] * 3)]


@pytest.mark.parametrize(("dtype", "tolerance"), DTYPES)
def test_two_steps_of_adam_by_hand(dtype: npt.DTypeLike, tolerance: float) -> None:
    """β₁ = ½, β₂ = ¾, ε = 1, η = 6, g = 2 and then 0.

    First: m̂ = g = 2 and r̂ = g² = 4, so the step is 6 · 2 / (2 + 1) = 4. Then m = ½, so
    m̂ = ½ / ¾ = ⅔; r = ¾ · 1 = ¾, so r̂ = ¾ / (7/16) = 12/7.
    """
    found = list(updates_of(Adam(0.5, 0.75, 1.0), 6.0, dtype, [[2.0] * 3, [0.0] * 3]))
    second = 6 * (2 / 3) / (math.sqrt(12 / 7) + 1)
    assert found[0] == pytest.approx([4.0] * 3, rel=tolerance)
    assert found[1] == pytest.approx([second] * 3, rel=tolerance)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_plain_gradient_descent_is_one_product(dtype: npt.DTypeLike) -> None:
    gradient = np.array([0.1, -0.7, 3.3], dtype)
    expected = gradient * gradient.dtype.type(0.3 * 0.1)
    update = PLAIN.update(gradient, 0.1, 0.3, 0, (), np.empty_like(gradient))
    assert update.tobytes() == expected.tobytes()


@pytest.mark.parametrize("name", OPTIMISERS)
def test_where_the_gradient_is_0_from_the_start_nothing_moves(name: str) -> None:
    for update in updates_of(OPTIMISERS[name](), 0.5, np.float32, GRADIENTS):
        assert update[1] == 0


@pytest.mark.parametrize("name", OPTIMISERS)
def test_memory_begins_as_zeros_of_the_right_size(tiny: Dataset, name: str) -> None:
    run = Run(Network((4, 3, 3)), tiny, batch_size=3, optimiser=name)
    memory = run._trainer.memory
    assert memory.tolist() == [0.0] * OPTIMISERS[name].memory_count * 27
    run.step()
    assert run._trainer.memory.any() == (name != "gradient_descent")


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("momentum", {"momentum": 0.5}, Momentum(0.5)),
        ("nesterov", {"momentum": 0.0}, Nesterov(0.0)),
        ("rmsprop", {"epsilon": 1e-6}, RmsProp(0.99, 1e-6)),
        ("adam", {"squares_decay": 0.99, "decay": 0.8}, Adam(0.8, 0.99)),
    ],
)
def test_options_are_its_settings(name: str, options: Any, expected: Optimiser) -> None:
    assert optimiser_named(name, **options) == expected


@pytest.mark.parametrize(
    ("name", "options", "bad", "remedy"),
    [
        ("sgd", {}, "'sgd'", "gradient_descent, momentum, nesterov, rmsprop, adam"),
        ("", {}, "''", "adam"),
        ("adam", {"momentum": 0.9}, "'momentum'", "decay, squares_decay, epsilon"),
        ("gradient_descent", {"rate": 1.0}, "'rate'", "none"),
        ("momentum", {"momentum": 1.0}, "μ of the optimiser is 1", "0.9"),
        ("momentum", {"momentum": math.nan}, "nan", "0.9"),
        ("nesterov", {"momentum": -0.1}, "-0.1", "0.9"),
        ("rmsprop", {"decay": 1.5}, "ρ of the optimiser is 1.5", "0.9"),
        ("rmsprop", {"epsilon": 0.0}, "is 0;", "1e-8"),
        ("adam", {"decay": math.inf}, "β₁ of the optimiser is inf", "0.9"),
        ("adam", {"squares_decay": 1.0}, "β₂ of the optimiser is 1", "0.9"),
        ("adam", {"epsilon": math.nan}, "nan", "1e-8"),
        ("adam", {"epsilon": -1e-8}, "-1e-08", "1e-8"),
    ],
)
def test_a_bad_setting_gets_one_sentence(
    check_sentence: CheckSentence, name: str, options: Any, bad: str, remedy: str
) -> None:
    with pytest.raises(SettingError) as caught:
        optimiser_named(name, **options)
    check_sentence(caught.value, bad, remedy)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_its_usual_rate_lowers_c(digits: Dataset, name: str) -> None:
    run = Run(Network((64, 16, 16, 10)), digits, optimiser=name)
    assert run.learning_rate == OPTIMISERS[name].usual_rate
    run.steps(1000)
    assert run.costs[-100:].mean() < run.costs[:100].mean() / 2
