"""Random sequences of everything one can do to a run, against a model without a memory.

The model knows only which settings each step was taken with, and replays all of them
from the start values to say where the run should be.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import (
    CosineDecay,
    Dataset,
    Held,
    LinearDecay,
    Momentum,
    Network,
    Part,
    Recipe,
    RecipeOptions,
    Run,
    load_run,
    save_run,
)
from core.history import Checkpoints
from core.trainer import Trainer

SIZES = (4, 3, 3)
SEED = 11
CHANGES: list[RecipeOptions] = [
    {"learning_rate": 0.1},
    {"learning_rate": 2.0, "batch_size": 2},
    {"batch_size": 1},
    {"batch_size": 7},
    {"optimiser": "gradient_descent"},
    {"optimiser": "adam", "learning_rate": None},
    {"optimiser": Momentum(0.5)},
    {"schedule": "constant"},
    {"schedule": LinearDecay(epochs=2, end=0.5)},
    {"schedule": CosineDecay(epochs=1.5, end=0.1), "optimiser": "rmsprop"},
    {"l1": 0.01, "l2": 0.1},
    {"clip": 0.2},
    {"clip": None, "l1": 0.0, "l2": 0.0},
    {"frozen": (Part(1, 2), Part(2, 0, 1))},
    {"frozen": (), "held": (Held(1, 0, 0.5),)},
    {"held": ()},
]

operations = st.one_of(
    st.tuples(st.just("step"), st.integers(1, 9)),
    st.tuples(st.just("back"), st.none()),
    st.tuples(st.just("go_to"), st.floats(0, 1)),
    st.tuples(st.just("change"), st.sampled_from(CHANGES)),
    st.tuples(st.just("switch_to"), st.integers(0, 9)),
    st.tuples(st.just("save_and_load"), st.none()),
    st.tuples(st.just("trace"), st.none()),
)


class Setting(NamedTuple):
    """What a step is taken with; and a number for each beginning of an optimiser or schedule."""

    recipe: Recipe
    optimiser: int = 0
    schedule: int = 0


def new_network() -> Network:
    return Network(SIZES, seed=5)


def replay(data: Dataset, taken: list[Setting]) -> tuple[bytes, list[float], bytes]:
    """Parameters, costs, and what one more step would subtract, after all steps but the last.

    The last of ``taken`` is that of the step that was not taken.
    """
    network = new_network()
    trainer = Trainer(network, data.train)
    before = Setting(Recipe(), -1, -1)
    costs = []
    epoch, left = -1, np.empty(0, np.int64)
    steps_of_optimiser, begun_at = 0, 0.0
    for number, setting in enumerate(taken, start=1):
        recipe = setting.recipe
        epochs = epoch + 1 - len(left) / len(data.train)
        if not len(left):
            epoch += 1
            left = np.random.default_rng([SEED, epoch]).permutation(len(data.train))
        is_new = setting.optimiser != before.optimiser
        trainer.use(recipe, keeps_memory=not is_new)
        steps_of_optimiser = 0 if is_new else steps_of_optimiser + 1
        if setting.schedule != before.schedule:
            begun_at = epochs
        rate = recipe.learning_rate * recipe.schedule.share(epochs - begun_at)
        batch, left = left[: recipe.batch_size], left[recipe.batch_size :]
        if number < len(taken):
            costs.append(trainer.step(batch, rate, steps_of_optimiser))
        before = setting
    parameters = network.parameters.vector.tobytes()
    update = trainer.update(batch, rate, steps_of_optimiser).vector.tobytes()
    return parameters, costs, update


class Model:
    """Per branch, the settings of every step and, last, those of the next one."""

    def __init__(self, recipe: Recipe, example_count: int) -> None:
        self.branches: list[list[Setting]] = [[Setting(recipe)]]
        self.current = 0
        self.position = 0
        self.beginnings = itertools.count(1)
        self.example_count = example_count

    @property
    def settings(self) -> list[Setting]:
        return self.branches[self.current]

    @property
    def length(self) -> int:
        return len(self.settings) - 1

    def step(self, count: int) -> None:
        self.position += count
        self.settings.extend([self.settings[-1]] * (self.position - self.length))

    def change(self, options: RecipeOptions) -> None:
        here = self.settings[self.position]
        recipe = here.recipe.changed(new_network(), self.example_count, **options)
        if recipe == here.recipe:
            return
        if self.position < self.length:
            self.branches.append(self.settings[: self.position + 1])
            self.current = len(self.branches) - 1
        is_new_optimiser = recipe.optimiser != here.recipe.optimiser
        is_new_schedule = recipe.schedule != here.recipe.schedule
        self.settings[self.position] = Setting(
            recipe,
            next(self.beginnings) if is_new_optimiser else here.optimiser,
            next(self.beginnings) if is_new_schedule else here.schedule,
        )


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
        case "change":
            run.change(**argument)
            model.change(argument)
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
    parameters, _, update = replay(run.data, model.settings[: model.position + 1])
    assert run.position == model.position
    assert run.length == model.length
    assert run.recipe == model.settings[model.position].recipe
    assert run.network.parameters.vector.tobytes() == parameters
    assert run.next_update().vector.tobytes() == update
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
    run = Run(new_network(), data, 1.0, batch_size, SEED)
    model = Model(run.recipe, len(data.train))
    # As of a large network in little memory: 4 steps apart, soon 8, then 16.
    vector = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(10**7, budget=checkpoints_kept * vector.nbytes)
    run.branch.checkpoints.keep(0, vector)
    run.switch_to(run.branch)
    for operation, argument in plan:
        run = apply(run, model, operation, argument, path)
        check(run, model)
    for branch, taken in zip(run.branches, model.branches, strict=True):
        parameters, costs, _ = replay(data, taken)
        assert branch.costs.values.tolist() == costs
        run.switch_to(branch)
        assert run.network.parameters.vector.tobytes() == parameters
