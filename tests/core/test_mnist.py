"""The whole MNIST, where it is at hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core import Dataset, Network, Run, evaluate, load_dataset

BESIDE = Path(__file__).parents[3] / "shared" / "data" / "mnist"
FOLDER = Path(os.environ.get("VISUALISER_MNIST", BESIDE))

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"MNIST is not in {FOLDER}; set VISUALISER_MNIST to its folder"
)


@pytest.fixture(scope="module")
def mnist() -> Dataset:
    return load_dataset(FOLDER)


def test_how_many_digits(mnist: Dataset) -> None:
    assert (len(mnist.train), len(mnist.test)) == (60_000, 10_000)
    assert (mnist.input_count, mnist.class_count, mnist.image_shape) == (784, 10, (28, 28))


@pytest.mark.usefixtures("mnist")
def test_no_more_memory_than_its_numbers_take(
    allocated: Callable[[Callable[[], object]], int],
) -> None:
    assert allocated(lambda: load_dataset(FOLDER)) < 1.2 * 70_000 * 784 * 4


def test_inputs_are_ink(mnist: Dataset) -> None:
    assert mnist.train.inputs.min() == 0
    assert mnist.train.inputs.max() == 1
    assert mnist.train.inputs[:, 0].max() == 0


def test_300_steps_lower_the_cost(mnist: Dataset) -> None:
    run = Run(Network((784, 16, 16, 10)), mnist)
    before = evaluate(run.network, mnist.test)
    run.steps(300)
    after = evaluate(run.network, mnist.test)
    assert after.cost < 0.9 * before.cost
    assert after.accuracy > before.accuracy
