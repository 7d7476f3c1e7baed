"""Random sequences of everything one can do to a run, against a model without a memory.

The model knows only which settings each step was taken with, and replays all of them
from the start values to say where the run should be.
"""

from __future__ import annotations

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
from core.errors import SettingError
from core.history import Budget, Checkpoints
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
    {"activation": ("tanh", "logistic")},
    {"activation": "relu", "learning_rate": 0.05},
    {"order": 3},
    {"order": None},
]

# Neuron, origin and value of a weight or bias of the first layer; or a neuron drawn anew.
EDITS: list[tuple[Any, ...]] = [
    (0, 1, 0.5),
    (0, 1, -2.0),
    (1, 3, 0.0),
    (2, None, 3.0),
    (2, 77),
    (0, 78),
]

operations = st.one_of(
    st.tuples(st.just("step"), st.integers(1, 9)),
    st.tuples(st.just("back"), st.none()),
    st.tuples(st.just("go_to"), st.floats(0, 1)),
    st.tuples(st.just("change"), st.sampled_from(CHANGES)),
    st.tuples(st.just("edit"), st.sampled_from(EDITS)),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
    st.tuples(st.just("switch_to"), st.integers(0, 9)),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("save_and_load"), st.none()),
    st.tuples(st.just("trace"), st.none()),
)


class Setting(NamedTuple):
    """What a step is taken with.

    ``optimiser`` and ``schedule`` count, from 1, the step at which they began. ``edits`` are
    made before it. ``before`` is what held here before the newest change.
    """

    recipe: Recipe
    optimiser: int = 0
    schedule: int = 0
    edits: tuple[tuple[Any, ...], ...] = ()
    before: Setting | None = None


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
    epoch, offset = 0, 0
    steps_of_optimiser, begun_at = 0, 0.0
    for number, setting in enumerate(taken, start=1):
        recipe = setting.recipe
        epochs = epoch + offset / len(data.train)
        seed = SEED if recipe.order is None else recipe.order
        order = np.random.default_rng([seed, epoch]).permutation(len(data.train))
        is_new = setting.optimiser != before.optimiser
        trainer.use(recipe, keeps_memory=not is_new)
        steps_of_optimiser = 0 if is_new else steps_of_optimiser + 1
        if setting.schedule != before.schedule:
            begun_at = epochs
        for edit in setting.edits:
            set_by_hand(network, edit)
        rate = recipe.learning_rate * recipe.schedule.share(epochs - begun_at)
        batch = order[offset : offset + recipe.batch_size]
        offset += recipe.batch_size
        if offset >= len(data.train):
            epoch, offset = epoch + 1, 0
        if number < len(taken):
            costs.append(trainer.step(batch, rate, steps_of_optimiser))
        before = setting
    parameters = network.parameters.vector.tobytes()
    update = trainer.update(batch, rate, steps_of_optimiser).vector.tobytes()
    return parameters, costs, update


def set_by_hand(network: Network, edit: tuple[Any, ...]) -> None:
    match edit:
        case (neuron, None, value):
            network.biases[0][neuron] = value
        case (neuron, origin, value):
            network.weights[0][neuron, origin] = value
        case (neuron, seed):
            # As one_over_root_n draws them.
            drawn = np.random.default_rng([seed, 1, neuron]).standard_normal((1, SIZES[0]))
            network.weights[0][neuron] = drawn[0] / np.sqrt(SIZES[0])
            network.biases[0][neuron] = 0


class Course:
    """A branch, as the settings of every step and, last, those of the next one."""

    def __init__(self, settings: list[Setting], parent: Course | None = None) -> None:
        self.settings = settings
        self.parent = parent
        self.forked_at = len(settings) - 1 if parent else None

    def begins(self, other: Course) -> bool:
        return self.settings == other.settings[: len(self.settings)]


class Model:
    """All courses, and where the run is."""

    def __init__(self, recipe: Recipe, data: Dataset) -> None:
        self.courses = [Course([Setting(recipe)])]
        self.course = self.courses[0]
        self.position = 0
        self.data = data
        self.undone: list[tuple[int, Setting]] = []

    @property
    def length(self) -> int:
        return len(self.course.settings) - 1

    @property
    def taken(self) -> list[Setting]:
        """The settings up to the next step."""
        return self.course.settings[: self.position + 1]

    def step(self, count: int) -> None:
        self.position += count
        following = self.course.settings[-1]._replace(edits=(), before=None)
        self.course.settings.extend([following] * (self.position - self.length))

    def change(self, options: RecipeOptions) -> None:
        here = self.course.settings[self.position]
        recipe = here.recipe.changed(new_network(), len(self.data.train), **options)
        if recipe == here.recipe:
            return
        is_new_optimiser = recipe.optimiser != here.recipe.optimiser
        is_new_schedule = recipe.schedule != here.recipe.schedule
        self.undone.clear()
        self.put(
            Setting(
                recipe,
                self.position + 1 if is_new_optimiser else here.optimiser,
                self.position + 1 if is_new_schedule else here.schedule,
                here.edits,
                here,
            )
        )

    def edit(self, edit: tuple[Any, ...]) -> None:
        here = self.course.settings[self.position]
        edited = here._replace(edits=(*here.edits, edit), before=here)
        if replay(self.data, self.taken)[0] != replay(self.data, [*self.taken[:-1], edited])[0]:
            self.undone.clear()
            self.put(edited)

    def undo(self) -> bool:
        changed = [n for n, setting in enumerate(self.taken) if setting.before is not None]
        if not changed:
            return False
        self.position = changed[-1]
        undone = self.course.settings[self.position]
        assert undone.before is not None
        self.put(undone.before)
        self.undone.append((self.position, undone))
        return True

    def redo(self) -> bool:
        if not self.undone or self.undone[-1][0] != self.position:
            return False
        self.put(self.undone.pop()[1])
        return True

    def put(self, setting: Setting) -> None:
        if self.position < self.length:
            self.course = Course(self.taken, self.course)
            self.courses.append(self.course)
        self.course.settings[self.position] = setting
        if self.course.forked_at == self.length:
            others = [c for c in self.courses if c is not self.course and self.course.begins(c)]
            if others:
                self.courses.remove(self.course)
                parent = self.course.parent
                self.course = next((c for c in others if c is parent), others[-1])

    def switch_to(self, number: int) -> None:
        self.undone.clear()
        self.course = self.courses[number]
        self.position = self.length


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
        case "switch_to":
            number = argument % len(model.courses)
            model.switch_to(number)
            run.switch_to(run.branches[number])
        case "trace":
            run.trace()
        case "delete":
            delete(run, model, argument % len(model.courses))
        case "save_and_load":
            model.undone.clear()
            save_run(run, path)
            return load_run(path, run.data)
        case _:
            alter(run, model, operation, argument)
    return run


def delete(run: Run, model: Model, number: int) -> None:
    gone = run.branches[number]
    if gone is run.branch:
        with pytest.raises(SettingError, match="on this branch"):
            run.delete_branch(gone)
        return
    run.delete_branch(gone)
    del model.courses[number]
    # Who left whom is told anew; `check` sees to it that it is true.
    for branch, course in zip(run.branches, model.courses, strict=True):
        course.forked_at = branch.forked_at
        parent = None if branch.parent is None else run.branches.index(branch.parent)
        course.parent = None if parent is None else model.courses[parent]


def alter(run: Run, model: Model, operation: str, argument: Any) -> None:
    """Change both in the same way."""
    match operation:
        case "change":
            run.change(**argument)
            model.change(argument)
        case "edit":
            edit(run, argument)
            model.edit(argument)
        case "undo" | "redo":
            ask = getattr(run, operation)
            if getattr(model, operation)():
                ask()
            else:
                with pytest.raises(SettingError, match="nothing to"):
                    ask()


def edit(run: Run, edit: tuple[Any, ...]) -> None:
    if len(edit) == 2:
        run.draw_anew(1, *edit)
    else:
        run.edit(1, *edit)


def check(run: Run, model: Model) -> None:
    parameters, _, update = replay(run.data, model.taken)
    assert run.position == model.position
    assert run.length == model.length
    assert run.recipe == model.taken[-1].recipe
    assert run.network.parameters.vector.tobytes() == parameters
    assert run.next_update().vector.tobytes() == update
    assert len(run.branches) == len(model.courses)
    assert run.branches.index(run.branch) == model.courses.index(model.course)
    for number, (branch, course) in enumerate(zip(run.branches, model.courses, strict=True)):
        if branch.parent is None:
            assert branch.forked_at is None
            continue
        earlier = run.branches.index(branch.parent)
        assert earlier < number
        assert branch.forked_at is not None
        shared = model.courses[earlier].settings[: branch.forked_at]
        assert course.settings[: branch.forked_at] == shared


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("time_travel") / "run.nnrun"


@settings(deadline=None, max_examples=120)
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
    model = Model(run.recipe, data)
    # As of a large network in little memory: 4 steps apart, soon 8, then 16.
    vector = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(10**7, Budget(checkpoints_kept * vector.nbytes))
    run.branch.checkpoints.keep(0, vector)
    run.switch_to(run.branch)
    for operation, argument in plan:
        run = apply(run, model, operation, argument, path)
        check(run, model)
    for branch, course in zip(run.branches, model.courses, strict=True):
        parameters, costs, _ = replay(data, course.settings)
        assert branch.costs.values.tolist() == costs
        run.switch_to(branch)
        assert run.network.parameters.vector.tobytes() == parameters
