from __future__ import annotations

import numpy as np
import pytest

from core import Dataset, Examples, Network, Run, answers, evaluate


def test_evaluate_is_the_definition(digits: Dataset) -> None:
    """On more examples than one chunk holds."""
    network, examples = Network((64, 16, 10), dtype=np.float64), digits.train
    outputs = network.forward(examples.inputs).activations[-1]
    found = evaluate(network, examples)
    right = (outputs.argmax(axis=0) == examples.labels).mean()
    costs = ((examples.targets.T - outputs) ** 2).sum(axis=0)
    assert len(examples) > 1000
    assert found.accuracy == pytest.approx(right, rel=1e-13)
    assert found.cost == pytest.approx(costs.mean(), rel=1e-12)


def test_answers_are_the_largest_outputs(digits: Dataset) -> None:
    network, examples = Network((64, 16, 10)), digits.train
    found = answers(network, examples)
    outputs = network.forward(examples.inputs).activations[-1]
    assert np.array_equal(found, outputs.argmax(axis=0))
    assert evaluate(network, examples).accuracy == (found == examples.labels).mean()


def test_a_network_that_copies_its_input_is_always_right() -> None:
    examples = Examples.from_pixels(
        np.eye(3, dtype=np.uint8)[[0, 2, 1, 1]], np.array([0, 2, 1, 1], np.uint8), 1, classes=3
    )
    network = Network((3, 3), activation="relu")
    network.weights[0][:] = np.eye(3)
    assert answers(network, examples).tolist() == [0, 2, 1, 1]
    assert evaluate(network, examples).accuracy == 1
    assert evaluate(network, examples).cost == 0


def test_an_untrained_network_guesses(digits: Dataset) -> None:
    """Ten classes: about a tenth is right by chance."""
    networks = [Network((64, 16, 16, 10), seed=seed) for seed in range(20)]
    accuracy = np.mean([evaluate(network, digits.test).accuracy for network in networks])
    assert 0.05 < accuracy < 0.16


@pytest.mark.parametrize("seed", range(4))
def test_30_epochs_of_the_defaults_reach_95_percent(digits: Dataset, seed: int) -> None:
    run = Run(Network((64, 16, 16, 10), seed=seed), digits, seed=seed)
    run.steps(4300)
    assert evaluate(run.network, digits.test).accuracy >= 0.95


def test_a_network_full_of_nan_is_evaluated_without_a_warning(digits: Dataset) -> None:
    network = Network((64, 10), activation="relu")
    network.parameters.vector[:] = np.inf
    assert not np.isfinite(evaluate(network, digits.test).cost)
