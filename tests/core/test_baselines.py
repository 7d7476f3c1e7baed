"""What a network must beat: the simplest classifiers, compared with slow and plain ones."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, load_dataset
from core.datasets import Examples
from core.probes import baselines

BESIDE = Path(__file__).parents[3] / "shared" / "data" / "mnist"
MNIST = Path(os.environ.get("VISUALISER_MNIST", BESIDE))


def made_up(seed: int, classes: int, inputs: int, count: int) -> Dataset:
    """Examples by chance, with numbers of few digits, so that sums of them are exact."""
    random = np.random.default_rng(seed)

    def some(number: int) -> Examples:
        labels = random.integers(classes, size=number)
        numbers = random.integers(0, 17, size=(number, inputs)) / 16 + labels[:, None] / 8
        return Examples.from_arrays(numbers, labels, classes)

    return Dataset("made up", some(count), some(count), (1, inputs))


def nearest(value: np.ndarray, centres: dict[int, np.ndarray]) -> tuple[int, float]:
    """The class whose centre is nearest, and by how much the next one is farther away."""
    distances = {k: float(((value - one) ** 2).sum()) for k, one in centres.items()}
    order = sorted(distances, key=lambda k: (distances[k], k))
    margin = distances[order[1]] - distances[order[0]] if len(order) > 1 else np.inf
    return order[0], margin


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 10**6), st.integers(2, 5), st.integers(1, 6), st.integers(5, 40))
def test_they_are_what_a_plain_loop_makes_of_them(
    seed: int, classes: int, inputs: int, count: int
) -> None:
    data = made_up(seed, classes, inputs, count)
    found = baselines(data)
    train, test = data.train, data.test
    rows = {k: train.inputs[train.labels == k].astype(np.float64) for k in range(classes)}
    means = {k: part.mean(axis=0) for k, part in rows.items() if len(part)}
    totals = {k: np.array([part.sum(axis=1).mean()]) for k, part in rows.items() if len(part)}
    for k in range(classes):
        expected = means.get(k, np.full(inputs, np.nan))
        np.testing.assert_allclose(found.means[k], expected, rtol=1e-6)
    right, close = {"average": 0, "darkness": 0}, {"average": 0, "darkness": 0}
    for x, label in zip(test.inputs.astype(np.float64), test.labels.tolist(), strict=True):
        for name, value, centres in (
            ("average", x, means),
            ("darkness", np.array([x.sum()]), totals),
        ):
            answer, margin = nearest(value, centres)
            right[name] += answer == label
            close[name] += margin < 1e-6
    # Where two are as near as rounding tells, either may be the answer.
    assert abs(found.average * count - right["average"]) <= close["average"] + 1e-9
    assert abs(found.darkness * count - right["darkness"]) <= close["darkness"] + 1e-9
    counts = [int((train.labels == k).sum()) for k in range(classes)]
    assert found.most_frequent == counts.index(max(counts))
    assert found.frequency == pytest.approx(float((test.labels == found.most_frequent).mean()))


def test_of_one_output_the_targets_tell_the_class() -> None:
    numbers = np.array([[0.0], [0.1], [1.0], [0.9]], np.float32)
    examples = Examples.from_arrays(numbers, np.array([[0.0], [0.0], [1.0], [1.0]]))
    found = baselines(Dataset("one output", examples, examples, (1, 1)))
    assert (found.average, found.darkness, found.frequency) == (1.0, 1.0, 0.5)
    np.testing.assert_allclose(found.means[:, 0], [0.05, 0.95], rtol=1e-6)


def test_the_average_of_the_embedded_digits_reads_nine_in_ten() -> None:
    data = load_dataset("digits")
    found = baselines(data)
    zeros = data.train.inputs[data.train.labels == 0]
    np.testing.assert_allclose(found.means[0], zeros.mean(axis=0), rtol=1e-4, atol=1e-6)
    assert found.average == pytest.approx(0.9, abs=0.02)
    assert 0.1 < found.darkness < 0.2


@pytest.mark.skipif(
    not MNIST.is_dir(), reason=f"MNIST is not in {MNIST}; set VISUALISER_MNIST to its folder"
)
def test_on_mnist_they_are_what_others_found() -> None:
    found = baselines(load_dataset(MNIST))
    assert found.most_frequent == 1
    assert found.frequency == 0.1135
    # Nielsen, chapter 1, of 50,000 training digits: 2,225 of 10,000.
    assert found.darkness == pytest.approx(0.2225, abs=0.002)
    # Nearest centroid, as scikit-learn's has it.
    assert found.average == pytest.approx(0.8203, abs=0.0005)
