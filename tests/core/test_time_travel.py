"""Random sequences of everything one can do to a run, against a model without a memory.

The model knows only which settings each step was taken with, and replays all of them
from the start values to say where the run should be.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Network, Run, load_run, save_run
from core.history import Checkpoints
from core.trainer import Trainer

SIZES = (4, 3, 3)
SEED = 11
Setting = tuple[float, int]

operations = st.one_of(
    st.tuples(st.just("step"), st.integers(1, 9)),
    st.tuples(st.just("back"), st.none()),
    st.tuples(st.just("go_to"), st.floats(0, 1)),
    st.tuples(st.just("set_learning_rate"), st.sampled_from([0.1, 1.0, 2.0])),
    st.tuples(st.just("set_batch_size"), st.sampled_from([1, 2, 5, 7])),
    st.tuples(st.just("switch_to"), st.integers(0, 9)),
    st.tuples(st.just("save_and_load"), st.none()),
    st.tuples(st.just("trace"), st.none()),
)


def new_network() -> Network:
    return Network(SIZES, seed=5)


def replay(data: Dataset, taken: list[Setting]) -> tuple[bytes, list[float]]:
    """Parameters and costs after these steps, taken from the start."""
    network = new_network()
    trainer = Trainer(network, data.train)
    costs = []
    epoch, left = 0, np.empty(0, np.int64)
    for learning_rate, batch_size in taken:
        if not len(left):
            left = np.random.default_rng([SEED, epoch]).permutation(len(data.train))
            epoch += 1
        batch, left = left[:batch_size], left[batch_size:]
        costs.append(trainer.step(batch, learning_rate))
    return network.parameters.vector.tobytes(), costs


class Model:
    """Per branch, the settings of every step and, last, those of the next one."""

    def __init__(self, learning_rate: float, batch_size: int) -> None:
        self.branches: list[list[Setting]] = [[(learning_rate, batch_size)]]
        self.current = 0
        self.position = 0

    @property
    def settings(self) -> list[Setting]:
        return self.branches[self.current]

    @property
    def length(self) -> int:
        return len(self.settings) - 1

    def step(self, count: int) -> None:
        self.position += count
        self.settings.extend([self.settings[-1]] * (self.position - self.length))

    def set(self, setting: Setting) -> None:
        if setting == self.settings[self.position]:
            return
        if self.position < self.length:
            self.branches.append(self.settings[: self.position + 1])
            self.current = len(self.branches) - 1
        self.settings[self.position] = setting

    def set_learning_rate(self, value: float) -> None:
        self.set((value, self.settings[self.position][1]))

    def set_batch_size(self, value: int) -> None:
        self.set((self.settings[self.position][0], value))


def apply(run: Run, model: Model, operation: str, argument: Any, path: Path) -> Run:
    """Do the same to both; the run may be another one afterwards."""
    match operation:
        case "step":
            run.steps(argument)
            model.step(argument)
        case "back":
            run.back()
            model.position = max(0, model.position - 1)
        case "go_to":
            model.position = round(argument * model.length)
            run.go_to(model.position)
        case "set_learning_rate" | "set_batch_size":
            getattr(run, operation)(argument)
            getattr(model, operation)(argument)
        case "switch_to":
            model.current = argument % len(model.branches)
            model.position = model.length
            run.switch_to(run.branches[model.current])
        case "trace":
            run.trace()
        case "save_and_load":
            save_run(run, path)
            return load_run(path, run.data)
    return run


def check(run: Run, model: Model) -> None:
    parameters, _ = replay(run.data, model.settings[: model.position])
    assert run.position == model.position
    assert run.length == model.length
    assert (run.learning_rate, run.batch_size) == model.settings[model.position]
    assert run.network.parameters.vector.tobytes() == parameters
    assert len(run.branches) == len(model.branches)
    assert run.branches.index(run.branch) == model.current


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("time_travel") / "run.nnrun"


@settings(deadline=None, max_examples=200)
@given(
    batch_size=st.integers(1, 7),
    checkpoints_kept=st.sampled_from([2, 3, 10]),
    plan=st.lists(operations, max_size=25),
)
def test_a_run_is_where_the_model_says(
    make_data: Callable[..., Dataset],
    path: Path,
    batch_size: int,
    checkpoints_kept: int,
    plan: list[tuple[str, Any]],
) -> None:
    data = make_data()
    run, model = Run(new_network(), data, 1.0, batch_size, SEED), Model(1.0, batch_size)
    # As of a large network in little memory: 4 steps apart, soon 8, then 16.
    vector = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(10**7, budget=checkpoints_kept * vector.nbytes)
    run.branch.checkpoints.keep(0, vector)
    run.switch_to(run.branch)
    for operation, argument in plan:
        run = apply(run, model, operation, argument, path)
        check(run, model)
    for branch, taken in zip(run.branches, model.branches, strict=True):
        parameters, costs = replay(data, taken[:-1])
        assert branch.costs.values.tolist() == costs
        run.switch_to(branch)
        assert run.network.parameters.vector.tobytes() == parameters
