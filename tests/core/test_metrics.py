from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import COSTS, Dataset, Evaluation, Examples, Network, Run, answers, evaluate, judge
from core.errors import SettingError, UserError
from core.metrics import Judgement, evaluate_in_chunks, judge_in_chunks

CheckSentence = Callable[[UserError, str, str], None]

label_pairs = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30)


def judgement_of(labels: list[int], answers: list[int], sureness: list[float]) -> Judgement:
    costs = np.zeros(len(labels))
    return Judgement(np.array(labels), np.array(answers), costs, np.array(sureness), 4)


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


def test_a_judgement_by_hand() -> None:
    """Class 3 has no example; of the four mistakes, two are equally sure."""
    found = judgement_of(
        [0, 0, 0, 1, 1, 2, 2], [0, 1, 2, 1, 3, 2, 1], [0.9, 0.6, 0.8, 1, 0.6, 0.5, 0.7]
    )
    assert found.accuracy == pytest.approx(3 / 7)
    assert found.confusion.tolist() == [[1, 1, 1, 0], [0, 1, 0, 1], [0, 1, 1, 0], [0, 0, 0, 0]]
    assert found.class_accuracies == pytest.approx([1 / 3, 1 / 2, 1 / 2, np.nan], nan_ok=True)
    assert found.misread.tolist() == [2, 6, 1, 4]


@settings(deadline=None, max_examples=50)
@given(pairs=label_pairs, seed=st.integers(0, 2**32))
def test_every_example_is_somewhere_in_the_confusion(
    pairs: list[tuple[int, int]], seed: int
) -> None:
    labels, found_answers = (list(column) for column in zip(*pairs, strict=True))
    sureness = np.random.default_rng(seed).random(len(pairs)).tolist()
    found = judgement_of(labels, found_answers, sureness)
    table = found.confusion
    assert table.sum(axis=1).tolist() == [labels.count(n) for n in range(4)]
    assert table.sum(axis=0).tolist() == [found_answers.count(n) for n in range(4)]
    assert found.accuracy == pytest.approx(table.trace() / len(pairs))
    assert len(found.misread) == len(pairs) - table.trace()
    assert (np.diff(found.sureness[found.misread]) <= 0).all()


def test_classes_without_examples_have_no_accuracy() -> None:
    found = judgement_of([2], [2], [1.0]).class_accuracies
    assert np.isnan(found).tolist() == [True, True, False, True]


@pytest.mark.parametrize("cost", COSTS)
def test_a_judgement_in_chunks_is_that_of_all_at_once(digits: Dataset, cost: str) -> None:
    """A network so large that a chunk holds about 180 of the 1437 examples."""
    names = ("tanh", COSTS[cost].partner or "logistic")
    network, examples = Network((64, 300, 300, 10), names, cost, dtype=np.float64), digits.train
    assert sum(1 for _ in judge_in_chunks(network, examples)) > 5
    found, passed = judge(network, examples), network.forward(examples.inputs)
    sums, outputs = passed.weighted_sums[-1], passed.activations[-1]
    terms = network.cost.terms(sums, outputs, examples.targets.T.astype(np.float64))
    assert np.array_equal(found.answers, outputs.argmax(axis=0))
    assert np.array_equal(found.labels, examples.labels)
    assert found.costs == pytest.approx(terms.sum(axis=0), rel=1e-12)
    assert found.sureness == pytest.approx(outputs.max(axis=0), rel=1e-12)
    assert found.class_count == 10


@pytest.mark.parametrize("cost", COSTS)
def test_evaluate_is_what_judge_finds(digits: Dataset, cost: str) -> None:
    network = Network((64, 16, 10), ("tanh", COSTS[cost].partner or "logistic"), cost)
    found = judge(network, digits.test)
    expected = Evaluation(float(found.costs.mean(dtype=np.float64)), found.accuracy)
    assert evaluate(network, digits.test) == expected
    chunks = evaluate_in_chunks(network, digits.test)
    assert next(chunks) is None
    with pytest.raises(StopIteration) as end:
        next(chunks)
    assert end.value.value == expected


def test_a_judgement_changes_nothing(digits: Dataset) -> None:
    network = Network((64, 16, 10))
    before = network.parameters.vector.tobytes()
    judge(network, digits.train)
    assert network.parameters.vector.tobytes() == before


def test_a_trained_network_is_surest_of_what_it_reads_right(digits: Dataset) -> None:
    run = Run(Network((64, 16, 16, 10)), digits)
    run.steps(2000)
    found = judge(run.network, digits.test)
    wrong = found.misread
    right = np.setdiff1d(np.arange(len(digits.test)), wrong)
    assert found.sureness[right].mean() > found.sureness[wrong].mean()
    assert found.costs[right].max() < found.costs[wrong].max()
    assert np.nanmin(found.class_accuracies) > 0.5


@pytest.mark.parametrize("sizes", [(64, 9), (63, 10)])
def test_examples_for_another_network_get_one_sentence(
    digits: Dataset, check_sentence: CheckSentence, sizes: tuple[int, int]
) -> None:
    with pytest.raises(SettingError) as caught:
        evaluate(Network(sizes), digits.test)
    check_sentence(caught.value, "64 numbers and 10 targets", "give examples that fit")


@pytest.mark.parametrize("cost", ["quadratic", "cross_entropy"])
def test_outputs_out_of_all_bounds_are_judged_without_a_warning(digits: Dataset, cost: str) -> None:
    network = Network((64, 16, 10), "identity" if cost == "quadratic" else "logistic", cost)
    network.parameters.vector[:] *= 1e30
    assert 0 <= evaluate(network, digits.test).accuracy <= 1


def test_one_output_is_read_as_yes_or_no() -> None:
    """W = 1, B = 0, identity: a is the input itself."""
    network = Network((1, 1), "identity")
    network.parameters.vector[:] = [1, 0]
    inputs, targets = [[0.9], [0.4], [0.6], [0.1]], [[1], [1], [0], [0]]
    found = judge(network, Examples.from_arrays(inputs, targets))
    assert found.accuracy == 0.5
    assert found.confusion.tolist() == [[1, 1], [1, 1]]
    assert found.misread.tolist() == [2, 1]
