from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from core import Adam, Dataset, Examples, Held, Network, Run, evaluate
from core.errors import DivergenceError, SettingError, UserError
from core.history import Budget, Checkpoints

CheckSentence = Callable[[UserError, str, str], None]


def new_run(data: Dataset, steps: int = 0, **settings: Any) -> Run:
    run = Run(Network((data.input_count, 5, data.class_count)), data, **settings)
    run.steps(steps)
    return run


def bits(run: Run) -> bytes:
    """The network's parameters, bit for bit."""
    return run.network.parameters.vector.tobytes()


def everything(run: Run) -> tuple[object, ...]:
    here = (run.position, run.length, run.epochs_done, run.learning_rate, run.batch_size)
    return bits(run), run.costs.tobytes(), run.changes, len(run.branches), *here


# ------------------------------------------------------------------------ stepping


def test_a_step_reports_itself(digits: Dataset) -> None:
    run = new_run(digits)
    reports = [run.step() for _ in range(150)]
    assert [report.step for report in reports] == list(range(1, 151))
    assert [report.epoch for report in reports] == [0] * 144 + [1] * 6
    assert [report.cost for report in reports] == run.costs.tolist()


def test_cost_is_that_of_the_mini_batch_before_the_step(digits: Dataset) -> None:
    run = new_run(digits, steps=20)
    batch = run.next_batch
    outputs = run.network.forward(digits.train.inputs[batch]).activations[-1]
    expected = ((outputs - digits.train.targets[batch].T) ** 2).sum(axis=0).mean()
    assert run.step().cost == pytest.approx(expected, rel=1e-5)


def test_costs_are_one_read_only_float_per_step(digits: Dataset) -> None:
    run = new_run(digits, steps=7)
    assert run.costs.shape == (7,)
    assert run.costs.dtype == np.float64
    with pytest.raises(ValueError, match="read-only"):
        run.costs[0] = 0


def test_the_network_learns(digits: Dataset) -> None:
    run = new_run(digits)
    before = evaluate(run.network, digits.train).cost
    run.steps(500)
    assert evaluate(run.network, digits.train).cost < before / 2


def test_steps_are_single_steps(digits: Dataset) -> None:
    run, other = new_run(digits, steps=300), new_run(digits)
    for _ in range(300):
        other.step()
    assert everything(run) == everything(other)


def test_the_same_seed_repeats_bit_for_bit(digits: Dataset) -> None:
    runs = [new_run(digits, steps=200, seed=3) for _ in range(2)]
    assert everything(runs[0]) == everything(runs[1])


@pytest.mark.parametrize("seed", [0, 4, 2**63 - 1])
def test_another_seed_takes_another_course(digits: Dataset, seed: int) -> None:
    assert bits(new_run(digits, steps=5, seed=seed)) != bits(new_run(digits, steps=5, seed=3))


def test_epochs(tiny: Dataset) -> None:
    """Seven examples in mini-batches of three: an epoch takes three steps."""
    run = new_run(tiny, batch_size=3)
    seen = []
    for _ in range(6):
        seen.append((run.epoch, round(run.epochs_done * 7), run.steps_to_epoch_end))
        run.step()
    assert seen == [(0, 0, 3), (0, 3, 2), (0, 6, 1), (1, 7, 3), (1, 10, 2), (1, 13, 1)]


def test_every_epoch_uses_every_example(tiny: Dataset) -> None:
    run = new_run(tiny, batch_size=2)
    used = []
    for _ in range(8):
        used.extend(run.next_batch.tolist())
        run.step()
    assert sorted(used) == sorted([*range(7), *range(7)])
    assert used[:7] != used[7:]


# ------------------------------------------------------------------------ time travel


def test_step_and_back_is_the_identity(digits: Dataset) -> None:
    run = new_run(digits)
    for _ in range(120):
        before = bits(run)
        run.step()
        after = bits(run)
        assert after != before
        run.back()
        assert bits(run) == before
        run.step()
        assert bits(run) == after


def test_back_at_the_start_stays(digits: Dataset) -> None:
    run = new_run(digits)
    before = everything(run)
    run.back()
    assert everything(run) == before


def test_any_step_can_be_gone_to(digits: Dataset) -> None:
    run = new_run(digits)
    states = [bits(run)]
    for _ in range(350):
        run.step()
        states.append(bits(run))
    for step in np.random.default_rng(0).integers(0, 351, 40).tolist():
        run.go_to(step)
        assert run.position == step
        assert run.length == 350
        assert bits(run) == states[step]


def test_re_treading_the_past_repeats_it(digits: Dataset) -> None:
    run = new_run(digits, steps=250)
    costs, end = run.costs.copy(), everything(run)
    run.go_to(90)
    for step in range(90, 250):
        assert run.trace().cost == costs[step]
        assert run.step().cost == costs[step]
    assert everything(run) == end
    assert len(run.branches) == 1


def test_looking_back_does_not_change_what_comes(digits: Dataset) -> None:
    run, other = new_run(digits, steps=150), new_run(digits, steps=200)
    run.go_to(30)
    run.go_to(150)
    run.steps(50)
    assert everything(run) == everything(other)


def test_a_full_memory_for_checkpoints_loses_no_step(digits: Dataset) -> None:
    """Memory for three checkpoints: the spacing of 100 has to double, and again."""
    run = new_run(digits)
    vector = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(vector.size, Budget(3 * vector.nbytes))
    run.branch.checkpoints.keep(0, vector)
    states = {0: bits(run)}
    for step in range(1, 1301):
        run.step()
        states[step] = bits(run)
    assert run.branch.checkpoints.spacing == 800
    assert len(run.branch.checkpoints.vectors) <= 3
    for step in (1, 1300, 399, 401, 799, 800, 0, 1299):
        run.go_to(step)
        assert bits(run) == states[step]


def test_less_memory_for_history_holds_at_once_for_all_branches_and_loses_no_step() -> None:
    examples = Examples.from_arrays(np.ones((8, 600)), [0, 1] * 4)
    run = Run(Network((600, 300, 2)), Dataset("ones", examples, examples, (20, 30)), batch_size=8)
    states = {0: bits(run)}
    for step in range(1, 121):
        run.step()
        states[step] = bits(run)
    run.go_to(60)
    run.change(learning_rate=0.1)
    run.steps(50)
    run.history_memory = 2**20
    assert run.history_memory == 2**20
    held = [v for branch in run.branches for v in branch.checkpoints.vectors.values()]
    assert len(held) == 2
    assert sum({id(vector): vector.nbytes for vector in held}.values()) <= 2**20
    run.switch_to(run.branches[0])
    for step in (120, 0, 61, 119, 1):
        run.go_to(step)
        assert bits(run) == states[step]


def test_a_run_that_takes_over_a_history_keeps_its_limit(digits: Dataset) -> None:
    run, other = new_run(digits, steps=30), new_run(digits, steps=50)
    run.history_memory = 2**21
    run.adopt(list(other.branches), other.branch, 40)
    assert (run.history_memory, run.position) == (2**21, 40)


@pytest.mark.parametrize("nonsense", [0, 2**20 - 1, -5, 2.5, "much", None, float("inf")])
def test_a_memory_that_is_none_is_refused(
    digits: Dataset, nonsense: Any, check_sentence: CheckSentence
) -> None:
    run = new_run(digits)
    with pytest.raises(SettingError) as caught:
        run.history_memory = nonsense
    check_sentence(caught.value, "memory for history", "choose")
    assert run.history_memory == 256 * 2**20


# ------------------------------------------------------------------------ changes


def test_a_change_at_the_newest_step_does_not_fork(digits: Dataset) -> None:
    run = new_run(digits, steps=10)
    run.set_learning_rate(0.5)
    run.set_batch_size(4)
    assert len(run.branches) == 1
    assert [(c.step, c.name, c.value) for c in run.changes] == [
        (10, "learning_rate", 0.5),
        (10, "batch_size", 4),
    ]
    assert len(run.next_batch) == 4
    assert [segment.step for segment in run.branch.segments] == [0, 10, 10]


def test_a_change_in_the_past_forks_and_the_old_future_stays(digits: Dataset) -> None:
    run = new_run(digits, steps=40)
    old_future, old_costs = everything(run)[0], run.costs.copy()
    run.go_to(15)
    run.set_learning_rate(0.5)
    assert len(run.branches) == 2
    assert run.branch is run.branches[1]
    assert run.branch.forked_at == 15
    assert (run.position, run.length) == (15, 15)
    run.steps(10)
    new_future = bits(run)
    assert new_future != old_future

    run.switch_to(run.branches[0])
    assert (run.position, run.length) == (40, 40)
    assert bits(run) == old_future
    assert run.costs.tobytes() == old_costs.tobytes()
    assert run.changes == ()

    run.switch_to(run.branches[1])
    assert run.position == 25
    assert bits(run) == new_future


def test_the_same_value_is_no_change(digits: Dataset) -> None:
    run = new_run(digits, steps=10)
    run.go_to(5)
    before = everything(run)
    run.set_learning_rate(run.learning_rate)
    run.set_batch_size(run.batch_size)
    assert everything(run) == before


@pytest.mark.parametrize("arrive", ["step", "go_to", "back"])
def test_a_change_is_in_force_where_it_was_made(digits: Dataset, arrive: str) -> None:
    """However one comes to the step at which it was made."""
    run = new_run(digits, steps=3)
    run.set_learning_rate(0.5)
    run.set_batch_size(4)
    batch = run.next_batch.tolist()
    run.steps(1 if arrive == "back" else 5)
    if arrive == "step":
        run.go_to(2)
        assert (run.learning_rate, run.batch_size) == (1.5, 10)
        run.step()
    elif arrive == "go_to":
        run.go_to(3)
    else:
        run.back()
    assert run.position == 3
    assert (run.learning_rate, run.batch_size) == (0.5, 4)
    assert run.next_batch.tolist() == batch
    assert len(run.trace().examples) == 4


def test_a_fork_where_a_change_was_made_keeps_the_other_setting(digits: Dataset) -> None:
    run = new_run(digits, steps=3)
    run.set_batch_size(4)
    run.steps(5)
    run.go_to(3)
    run.set_learning_rate(0.5)
    run.steps(2)
    assert (run.learning_rate, run.batch_size) == (0.5, 4)


def test_evaluations_belong_to_their_step_and_branch(digits: Dataset) -> None:
    run = new_run(digits, steps=30)
    newest = run.evaluate_test()
    assert newest == evaluate(run.network, digits.test)
    run.go_to(10)
    assert run.evaluate_test() == evaluate(run.network, digits.test)
    run.set_learning_rate(0.1)
    run.steps(20)
    assert run.evaluate_test() == evaluate(run.network, digits.test)
    assert run.evaluate_test() != newest


# ------------------------------------------------------------------------ divergence


def diverged(digits: Dataset, seed: int) -> tuple[Run, DivergenceError]:
    network = Network((64, 16, 16, 10), activation="relu", seed=seed)
    run = Run(network, digits, learning_rate=300, seed=seed)
    with pytest.raises(DivergenceError) as caught:
        run.steps(500)
    return run, caught.value


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_divergence_pauses_on_the_last_good_step(digits: Dataset, seed: int) -> None:
    run, error = diverged(digits, seed)
    assert "η = 300" in str(error)
    assert "lower the learning rate" in str(error)
    assert "\n" not in str(error)
    assert run.length == run.position
    assert np.isfinite(run.network.parameters.vector).all()
    assert np.isfinite(run.costs).all()
    assert np.isfinite(run.trace().cost)


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_after_divergence_a_lower_rate_plays_on(digits: Dataset, seed: int) -> None:
    run, _ = diverged(digits, seed)
    run.set_learning_rate(0.001)
    assert np.isfinite(run.step().cost)
    assert np.isfinite(run.network.parameters.vector).all()


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_after_divergence_the_start_can_be_gone_to(digits: Dataset, seed: int) -> None:
    run, _ = diverged(digits, seed)
    run.go_to(0)
    run.set_learning_rate(0.05)
    run.steps(300)
    assert run.position == 300
    assert run.costs[-20:].mean() < run.costs[:20].mean()


def test_divergence_comes_again_where_nothing_is_changed(digits: Dataset) -> None:
    run, first = diverged(digits, seed=6)
    before = everything(run)
    with pytest.raises(DivergenceError) as caught:
        run.steps(500)
    assert str(caught.value) == str(first)
    assert everything(run) == before


def test_a_change_at_the_bad_step_holds_from_the_last_good_one(digits: Dataset) -> None:
    """Where the cost is infinite already, a lower rate comes one step too late, but it comes."""
    run, error = diverged(digits, seed=6)
    run.step()
    assert run.position == error.values["step"]
    run.set_learning_rate(1e-9)
    with pytest.raises(DivergenceError, match="η = 300"):
        run.step()
    assert run.length == run.position
    assert [(c.step, c.value) for c in run.changes] == [(run.length, 1e-9)]
    assert run.learning_rate == 1e-9
    run.train(1)
    assert run.length == run.position == error.values["step"]


def test_train_does_not_rest_on_what_diverged(digits: Dataset) -> None:
    run, error = diverged(digits, seed=6)
    bad = error.values["step"]
    assert isinstance(bad, int)
    fresh = Run(Network(run.network.sizes, "relu", seed=6), digits, learning_rate=300.0, seed=6)
    with pytest.raises(DivergenceError):
        fresh.train(bad)
    assert fresh.position == fresh.length == bad - 1
    assert np.isfinite(fresh.network.parameters.vector).all()


def test_nothing_of_the_bad_step_is_remembered(digits: Dataset) -> None:
    """Neither a checkpoint nor an evaluation, when that step is taken in another way."""
    _, error = diverged(digits, seed=6)
    bad = error.values["step"]
    assert isinstance(bad, int)
    network = Network((64, 16, 16, 10), activation="relu", seed=6)
    run = Run(network, digits, learning_rate=300, seed=6)
    run.branch.checkpoints.spacing = bad
    run.steps(bad)
    run.evaluate_test()
    with pytest.raises(DivergenceError):
        run.step()

    run.set_learning_rate(0.001)
    run.step()
    assert run.position == bad
    good = bits(run)
    assert run.evaluate_test() == evaluate(network, digits.test)
    run.step()
    run.back()
    assert bits(run) == good


# ------------------------------------------------------------------------ bad input

RATES = "choose a number above 0 and up to 1000"
BATCHES = "choose a whole number from 1 to 1437"


@pytest.mark.parametrize(
    ("bad", "value", "remedy"),
    [
        ({"learning_rate": 0}, "η is 0;", RATES),
        ({"learning_rate": -1}, "η is -1;", RATES),
        ({"learning_rate": float("nan")}, "η is nan;", RATES),
        ({"learning_rate": float("inf")}, "η is inf;", RATES),
        ({"learning_rate": 1e9}, "η is 1e+09;", RATES),
        ({"batch_size": 0}, "has 0 examples", BATCHES),
        ({"batch_size": -5}, "has -5 examples", BATCHES),
        ({"batch_size": 1438}, "has 1438 examples", BATCHES),
        ({"batch_size": 2.5}, "has 2.5 examples", BATCHES),
        ({"batch_size": float("nan")}, "has nan examples", BATCHES),
        ({"batch_size": float("inf")}, "has inf examples", BATCHES),
    ],
)
def test_a_bad_setting_gets_one_sentence_and_changes_nothing(
    digits: Dataset, check_sentence: CheckSentence, bad: dict[str, Any], value: str, remedy: str
) -> None:
    with pytest.raises(SettingError) as caught:
        new_run(digits, **bad)
    check_sentence(caught.value, value, remedy)

    run = new_run(digits, steps=6)
    run.go_to(4)
    before = everything(run)
    name, number = bad.popitem()
    with pytest.raises(SettingError) as caught:
        getattr(run, f"set_{name}")(number)
    check_sentence(caught.value, value, remedy)
    assert everything(run) == before


@pytest.mark.parametrize("step", [-1, 7, 10**9])
def test_a_step_not_taken_cannot_be_gone_to(
    digits: Dataset, check_sentence: CheckSentence, step: int
) -> None:
    run = new_run(digits, steps=6)
    before = everything(run)
    with pytest.raises(SettingError) as caught:
        run.go_to(step)
    check_sentence(caught.value, f"no step {step} yet", "choose one from 0 to 6")
    assert everything(run) == before


@pytest.mark.parametrize("sizes", [(784, 16, 10), (64, 16, 9), (10, 64), (65, 10)])
def test_layers_that_do_not_fit_the_data(
    digits: Dataset, check_sentence: CheckSentence, sizes: tuple[int, ...]
) -> None:
    with pytest.raises(SettingError) as caught:
        Run(Network(sizes), digits)
    fitting = ",".join(map(str, (64, *sizes[1:-1], 10)))
    check_sentence(caught.value, ",".join(map(str, sizes)), f"as in {fitting}.")


def test_a_negative_seed(digits: Dataset, check_sentence: CheckSentence) -> None:
    with pytest.raises(SettingError) as caught:
        new_run(digits, seed=-3)
    check_sentence(caught.value, "not -3", "for instance 7")


# ------------------------------------------------------------------------ in odd moments


def test_a_held_neuron_makes_another_evaluation(digits: Dataset) -> None:
    run = new_run(digits, steps=300)
    run.evaluate_test()
    run.change(held=[Held(1, 0, 50.0)])
    assert run.evaluate_test() == evaluate(run.network, digits.test)


@pytest.mark.parametrize("taken", [0, 1, 99, 143, 150])
@pytest.mark.parametrize("optimiser", ["gradient_descent", "adam"])
def test_an_interrupted_step_leaves_nothing_half_done(
    digits: Dataset, monkeypatch: pytest.MonkeyPatch, optimiser: str, taken: int
) -> None:
    """Ctrl+C when the weights have moved and the run does not know; it goes on as if never."""
    run, other = (Run(Network((64, 8, 10)), digits, optimiser=optimiser) for _ in range(2))
    run.steps(taken)
    usual = run.recipe.optimiser.update

    def interrupted(*args: Any) -> Any:
        update = usual(*args)
        run.network.parameters.vector[:] -= update / 2
        monkeypatch.undo()
        raise KeyboardInterrupt

    monkeypatch.setattr(type(run.recipe.optimiser), "update", lambda _, *args: interrupted(*args))
    with pytest.raises(KeyboardInterrupt):
        run.steps(5)
    assert run.position == taken
    run.steps(200 - taken)
    other.steps(200)
    assert everything(run) == everything(other)


def test_a_held_value_that_cannot_be_is_taken_back(digits: Dataset) -> None:
    run = Run(Network((64, 8, 10), ("relu", "identity")), digits, learning_rate=1e-3)
    run.steps(50)
    before = everything(run)
    run.change(held=[Held(1, 0, 1e25)])
    with pytest.raises(DivergenceError, match="the change is taken back"):
        run.step()
    assert everything(run) == before
    run.steps(5)
    assert run.position == 55


def test_inputs_that_are_too_large_get_a_sentence_of_their_own() -> None:
    examples = Examples.from_arrays(np.full((4, 2), 1e30), [0, 1, 0, 1])
    run = Run(
        Network((2, 2), "identity"), Dataset("large", examples, examples, (1, 2)), batch_size=2
    )
    with pytest.raises(DivergenceError, match="before the first step"):
        run.step()


def test_a_network_that_holds_a_neuron_goes_on_holding_it(digits: Dataset) -> None:
    network = Network((64, 8, 10))
    network.held = (Held(1, 2, 0.5),)
    run = Run(network, digits)
    run.steps(3)
    assert run.recipe.held == network.held == (Held(1, 2, 0.5),)


@pytest.mark.parametrize("bad", [2.5, -1, "3", None, float("nan")])
@pytest.mark.parametrize("method", ["go_to", "steps", "train"])
def test_steps_are_whole_numbers(digits: Dataset, method: str, bad: Any) -> None:
    run = new_run(digits, steps=5)
    before = everything(run)
    with pytest.raises(SettingError):
        getattr(run, method)(bad)
    assert everything(run) == before


@pytest.mark.parametrize("bad", [{"name": "adam"}, Adam, "magic", 3])
def test_an_optimiser_that_is_none_is_refused(digits: Dataset, bad: Any) -> None:
    run = new_run(digits, steps=5)
    before = everything(run)
    with pytest.raises(SettingError, match="no optimiser"):
        run.change(optimiser=bad)
    run.steps(0)
    assert everything(run) == before
