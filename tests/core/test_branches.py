"""Branches: named, deleted, and those that left a deleted one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core import Dataset, Network, Run, evaluate
from core.errors import SettingError

MakeData = Callable[..., Dataset]


@pytest.fixture
def run(make_data: MakeData) -> Run:
    return Run(Network((4, 3, 3), seed=5), make_data(), batch_size=3)


def test_a_name_is_one_line(run: Run) -> None:
    run.name_branch(run.branch, " η\n of  3 ")
    assert run.branch.name == "η of 3"
    run.name_branch(run.branch, "")
    assert run.branch.name == ""


def test_a_name_is_not_too_long(run: Run) -> None:
    run.name_branch(run.branch, "short")
    with pytest.raises(SettingError, match="201 characters"):
        run.name_branch(run.branch, "x" * 201)
    assert run.branch.name == "short"


def test_the_branch_that_the_run_is_on_is_not_deleted(run: Run) -> None:
    with pytest.raises(SettingError, match="go to another"):
        run.delete_branch(run.branch)
    assert len(run.branches) == 1


def test_what_left_a_deleted_branch_goes_on(run: Run) -> None:
    """Three leave the first, one of them twice; without the first, all still are what they were."""
    run.steps(12)
    for step, rate in ((5, 0.5), (8, 0.6), (3, 0.7)):
        run.switch_to(run.branches[0])
        run.go_to(step)
        run.set_learning_rate(rate)
        run.steps(6)
    kept = run.branches[1:]
    before = [(branch.costs.values.copy(), list(branch.changes)) for branch in kept]
    run.delete_branch(run.branches[0])
    assert run.branches == kept
    assert [(b.parent, b.forked_at) for b in kept] == [(None, None), (kept[0], 5), (kept[0], 3)]
    for branch, (costs, changes) in zip(kept, before, strict=True):
        run.switch_to(branch)
        assert (run.costs.tolist(), list(run.changes)) == (costs.tolist(), changes)
        for step in (0, 4, run.length):
            run.go_to(step)
            assert (
                run.parameters_at(step).vector.tobytes() == run.network.parameters.vector.tobytes()
            )


def test_another_activation_function_from_a_step_on(run: Run) -> None:
    inputs = run.data.test.inputs
    run.steps(5)
    before = run.network.forward(inputs).activations[-1].copy()
    run.change(activation=("tanh", "logistic"))
    by_hand = 1 / (
        1
        + np.exp(
            -(
                run.network.weights[1]
                @ np.tanh(run.network.weights[0] @ inputs.T + run.network.biases[0][:, None])
                + run.network.biases[1][:, None]
            )
        )
    )
    assert np.allclose(run.network.forward(inputs).activations[-1], by_hand, atol=1e-6)
    run.steps(5)
    run.go_to(4)
    assert run.network.activation_names == ("logistic", "logistic")
    run.go_to(5)
    assert run.network.activation_names == ("tanh", "logistic")
    run.undo()
    assert run.network.forward(inputs).activations[-1].tobytes() == before.tobytes()


def test_a_test_result_is_forgotten_when_the_network_says_something_else(run: Run) -> None:
    run.steps(2)
    run.evaluate_test()
    run.change(activation="tanh")
    assert run.evaluate_test() == evaluate(run.network, run.data.test)


@pytest.mark.parametrize(
    ("activation", "part"),
    [
        ("relax", "relax"),
        (("softmax", "logistic"), "softmax"),
        (("tanh",) * 3, "3 activation functions"),
    ],
)
def test_an_activation_that_cannot_be_is_refused(run: Run, activation: str, part: str) -> None:
    before = run.recipe
    with pytest.raises(SettingError, match=part):
        run.change(activation=activation)
    assert run.recipe == before
    assert run.network.activation_names == ("logistic", "logistic")


def test_cross_entropy_keeps_its_activation(make_data: MakeData) -> None:
    network = Network((4, 3, 3), "logistic", "cross_entropy", seed=5)
    run = Run(network, make_data(), batch_size=3)
    with pytest.raises(SettingError):
        run.change(activation="tanh")
    run.change(activation=("tanh", "logistic"))


def test_another_order_holds_from_its_step_on(run: Run) -> None:
    run.steps(1)
    count, usual = len(run.data.train), run.next_batch.tolist()
    run.change(order=99)
    found: list[int] = []
    while run.epoch < 2:
        found += run.next_batch.tolist()
        run.step()
    first, second = (np.random.default_rng([99, epoch]).permutation(count) for epoch in range(2))
    assert found == [*first[3:], *second]
    run.go_to(1)
    run.change(order=None)
    assert run.next_batch.tolist() == usual
