"""Run: the steps taken, so that any of them can be gone back to."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import NamedTuple, NoReturn, Unpack

from core.batches import BatchOrder, Place
from core.branches import Branches
from core.checks import is_whole, shown
from core.datasets.dataset import Dataset
from core.edits import Edit, Redraw, alters
from core.errors import SettingError
from core.fitting import check_fit
from core.history import EDIT, LEAST_MEMORY, Branch, Change, Checkpoints, Segment
from core.machine import arithmetic
from core.metrics import Evaluation, evaluate
from core.network import Network, checked_activations, checked_seed
from core.parameters import FloatArray, IntArray, Parameters
from core.quiet import quiet_context, quietly
from core.recipe import DEFAULT_BATCH_SIZE, MoreOptions, Recipe, RecipeOptions
from core.rescue import return_to_last_good_step
from core.trace import StepTrace, mean_gradient, trace_step
from core.trainer import Trainer
from core.walker import NotFiniteError, Walker


class StepReport(NamedTuple):
    """One gradient step.

    Attributes
    ----------
    step : int
        How many steps have been taken, this one included.
    epoch : int
        The epoch, from 0, that its mini-batch belongs to.
    cost : float
        C of its mini-batch, before the step.
    """

    step: int
    epoch: int
    cost: float


class Run:
    """Training that remembers: step forward, go back, go anywhere, fork.

    The state after step n is the nearest checkpoint before it and a replay of the same
    arithmetic, bit for bit. Playing on from the past re-treads the same steps; a change
    made in the past forks, and the old future stays in ``branches``.

    Parameters
    ----------
    network : Network
        Where it starts; the run changes its parameters in place. No other run may: give it
        ``network.copy()``. A run belongs to one thread.
    data : Dataset
    learning_rate : float or None
        η; None for what usually suits the optimiser and σ.
    batch_size : int
    seed : int
        Decides the order of the examples in every epoch.
    **options
        The other fields of `core.Recipe`, as in ``optimiser="adam"`` or ``l2=1e-4``.

    Attributes
    ----------
    made_with : dict
        The `core.arithmetic` of the machine that began it.

    Raises
    ------
    SettingError
        Where a setting cannot be used or the network does not fit the data.
    """

    def __init__(
        self,
        network: Network,
        data: Dataset,
        learning_rate: float | None = None,
        batch_size: int = DEFAULT_BATCH_SIZE,
        seed: int = 7,
        **options: Unpack[MoreOptions],
    ) -> None:
        check_fit(network, data)
        self.data = data
        self.seed = checked_seed(seed)
        self.made_with = dict(arithmetic())
        if "held" not in options:
            options["held"] = network.held
        recipe = Recipe().changed(
            network,
            len(data.train),
            learning_rate=learning_rate,
            batch_size=batch_size,
            **options,
        )
        self._trainer = Trainer(network, data.train, recipe)
        parameters = network.parameters.vector
        branch = Branch([Segment(0, Place(0, 0), recipe)], Checkpoints(parameters.size))
        branch.checkpoints.keep(0, parameters, self._trainer.memory)
        # Quicker than `quietly`, for the one call where that shows.
        self._quiet = quiet_context()
        order = BatchOrder(len(data.train), self.seed)
        self._walker = Walker(self._trainer, order, branch)
        self._branches = Branches(self._walker)

    # ---------------------------------------------------------------- what there is

    @property
    def network(self) -> Network:
        """The network at `position`; stepping and going back change it in place."""
        return self._trainer.network

    @property
    def position(self) -> int:
        """How many steps lie between the start values and the network as it is."""
        return self._walker.position

    @property
    def length(self) -> int:
        """How many steps have been taken on this branch."""
        return len(self.branch.costs)

    @property
    def costs(self) -> FloatArray:
        """``costs[n]``: C of the mini-batch of step n, before it; read-only."""
        return self.branch.costs.values

    @property
    def epoch(self) -> int:
        """The epoch, from 0, that the next mini-batch belongs to."""
        return self._walker.epoch

    @property
    def epochs_done(self) -> float:
        """Epochs since the start, in parts of an epoch: 8.92."""
        return self._walker.epochs_done

    @property
    def recipe(self) -> Recipe:
        """What the next step does."""
        return self._walker.segment.recipe

    @property
    def learning_rate(self) -> float:
        """η as it was set; the next step's is what the schedule makes of it."""
        return self.recipe.learning_rate

    @property
    def next_learning_rate(self) -> float:
        """η of the next step."""
        return self._walker.learning_rate

    @property
    def batch_size(self) -> int:
        """Examples in a mini-batch, from the next step on."""
        return self.recipe.batch_size

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed on this branch, in order."""
        return tuple(self.branch.changes)

    @property
    def undoable(self) -> tuple[Change, ...]:
        """What `undo` would take back here, made together; empty where there is nothing."""
        return self._branches.undoable

    @property
    def redoable(self) -> tuple[Change, ...]:
        """What `redo` would make again here; empty where there is nothing."""
        return self._branches.redoable

    @property
    def branch(self) -> Branch:
        """The course of events that the run is on."""
        return self._walker.branch

    @property
    def branches(self) -> tuple[Branch, ...]:
        """All courses of events, the oldest first."""
        return tuple(self._branches)

    @property
    def history_memory(self) -> int:
        """Bytes that the checkpoints of all branches may take together.

        The fewer they are, the more steps are taken again on the way back. Setting it drops at
        once what is too much; the start values always stay. What was dropped does not come back
        where there is room for it again, but what is new finds it.

        Raises
        ------
        SettingError
            Where it is set to less than 1 MiB, or to no whole number.
        """
        return self.branch.checkpoints.budget.most

    @history_memory.setter
    def history_memory(self, size: int) -> None:
        if not is_whole(size, LEAST_MEMORY):
            raise SettingError(
                "The memory for history is {size} bytes; choose a whole number from {least} up.",
                size=shown(size),
                least=LEAST_MEMORY,
            )
        self.branch.checkpoints.budget.limit(int(size))

    @property
    def next_batch(self) -> IntArray:
        """Indices into the training data: the mini-batch of the next step."""
        return self._walker.next_batch

    @property
    def steps_to_epoch_end(self) -> int:
        """Steps from here until the epoch is complete; at least 1."""
        return self._walker.steps_to_epoch_end

    # ---------------------------------------------------------------- moving

    def step(self) -> StepReport:
        """Take one gradient step on one mini-batch.

        Raises
        ------
        DivergenceError
            Where C is not finite. The run is then back on its last good step.
        """
        walker = self._walker
        epoch = walker.epoch
        cost = self._quiet.run(self._advance, 1)
        return StepReport(walker.position, epoch, cost)

    def steps(self, count: int) -> None:
        """Take ``count`` gradient steps; as `step`, without the reports."""
        quietly(self._advance, _checked_count(count))

    def train(self, count: int) -> None:
        """Take ``count`` steps, with `evaluate_test` at the end of every epoch.

        Raises
        ------
        DivergenceError
            Where C is not finite, of the last step's outcome as well.
        """
        end = self.position + _checked_count(count)
        while self.position < end:
            self.steps(min(end - self.position, self.steps_to_epoch_end))
            if self._walker.offset == 0 and self.branch.evaluations.wants(self.position):
                self.evaluate_test()
        if not math.isfinite(quietly(self._trainer.cost, self.next_batch)):
            quietly(self._return_to_last_good_step)

    def back(self) -> None:
        """Take one step back; at the start, do nothing."""
        self.go_to(max(0, self.position - 1))

    def go_to(self, step: int) -> None:
        """Be where ``step`` steps had been taken, exactly.

        Raises
        ------
        SettingError
            Where that many steps have not been taken.
        """
        step = _taken(step, self.length)
        start = self.branch.checkpoints.nearest(step)
        if not start <= self.position <= step:
            self._walker.restore(start)
        self.steps(step - self.position)

    def change(self, **options: Unpack[RecipeOptions]) -> None:
        """Change what a step does from here on; in the past, this forks.

        Takes the fields of `core.Recipe`, as in ``run.change(learning_rate=0.5)``. A change
        of the optimiser begins with an empty memory, and with its usual η unless another was
        set; one of the schedule begins it anew.

        Raises
        ------
        SettingError
            Where a value cannot be used; nothing is changed then.
        """
        old = self.recipe
        new = old.changed(self.network, len(self.data.train), **options)
        if new.activation != old.activation:
            trial = self.network.copy()
            trial.activation_functions = checked_activations(new.activation, len(new.activation))
            check_fit(trial, self.data)
        values = {field.name: getattr(new, field.name) for field in fields(new)}
        changed = {name: value for name, value in values.items() if value != getattr(old, name)}
        if changed:
            self._branches.change(new, changed)

    def edit(self, layer: int, neuron: int, origin: int | None, value: float) -> None:
        """Set a weight, or with None for its origin a bias; in the past, this forks.

        Parameters
        ----------
        layer, neuron : int
            Where the weight leads, the layer 1 or later.
        origin : int or None
            The neuron of the layer before where it comes from; None for the bias.
        value : float
            As the network can hold it: float32 rounds it.

        Raises
        ------
        SettingError
            Where there is no such weight, or the value is out of all bounds.
        """
        self._edit(Edit(layer, neuron, origin, value))

    def draw_anew(self, layer: int, neuron: int, seed: int) -> None:
        """Give a neuron fresh weights and a fresh bias, as the network's began; this forks."""
        self._edit(Redraw(layer, neuron, seed))

    def make(self, change: Change) -> None:
        """Make a change that was made before, here."""
        if change.name == EDIT:
            self._edit(change.value)
        else:
            self.change(**{change.name: change.value})

    def undo(self) -> tuple[Change, ...]:
        """Take back the newest change, and be at the step where it was made.

        Steps that were taken since stay in ``branches``.

        Returns
        -------
        tuple of Change
            What was taken back; some changes are made together.

        Raises
        ------
        SettingError
            Where nothing has been changed up to here.
        """
        return self._branches.undo()

    def redo(self) -> tuple[Change, ...]:
        """Make again what was undone last, where nothing has been changed since.

        Raises
        ------
        SettingError
            Where nothing was undone at this step.
        """
        return self._branches.redo()

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use another η from here on; in the past, this forks."""
        self.change(learning_rate=learning_rate)

    def set_batch_size(self, batch_size: int) -> None:
        """Use mini-batches of another size from here on; in the past, this forks."""
        self.change(batch_size=batch_size)

    def switch_to(self, branch: Branch, step: int | None = None) -> None:
        """Return to a step of another branch; None for its newest.

        Raises
        ------
        SettingError
            Where that many steps have not been taken on it.
        """
        length = len(branch.costs)
        step = length if step is None else _taken(step, length)
        self._branches.stand_on(branch, branch.checkpoints.nearest(step))
        self.go_to(step)

    def name_branch(self, branch: Branch, name: str) -> None:
        """Give a branch a name, as a person calls it; empty for none."""
        self._branches.name(branch, name)

    def delete_branch(self, branch: Branch) -> None:
        """Forget a branch with the steps that no other has.

        Raises
        ------
        SettingError
            Where the run is on it.
        """
        self._branches.delete(branch)

    def adopt(self, branches: list[Branch], branch: Branch, position: int) -> None:
        """Take over a history, as from a file, and be at ``position`` of ``branch``."""
        self._branches.adopt(branches)
        self.switch_to(branch, position)

    # ---------------------------------------------------------------- looking

    def trace(self) -> StepTrace:
        """The next step, phase by phase, not taken."""
        return quietly(trace_step, self._trainer, *self._next_step)

    def gradient(self) -> tuple[Parameters, float]:
        """∂C/∂W and ∂C/∂B of the next mini-batch, and its C; less work than `trace`."""
        return quietly(mean_gradient, self._trainer, self.next_batch)

    def next_update(self) -> Parameters:
        """What the next step will subtract from W and B; less work than `trace`."""
        return quietly(self._trainer.update, *self._next_step)

    def parameters_at(self, step: int) -> Parameters:
        """A copy of W and B where ``step`` steps had been taken; the run stays where it is.

        Raises
        ------
        SettingError
            Where that many steps have not been taken.
        """
        step = _taken(step, self.length)
        with self.unmoved():
            self.go_to(step)
            return self.network.parameters.copy()

    @contextmanager
    def unmoved(self) -> Iterator[None]:
        """Go to other steps of this branch inside; afterwards the run is where it was, exactly."""
        walker, position = self._walker, self.position
        vector, memory = self.network.parameters.vector.copy(), self._trainer.memory.copy()
        try:
            yield
        finally:
            walker.stand_at(position)
            # Quicker than a replay, and what a script has set by hand comes back as well.
            self.network.parameters.vector[:] = vector
            self._trainer.memory[:] = memory

    def evaluate_test(self) -> Evaluation:
        """Cost and accuracy on the test data here; remembered, as far as `Evaluations` does."""
        known, here = self.branch.evaluations, self.position
        if here in known:
            return known[here]
        found = evaluate(self.network, self.data.test)
        if known.wants(here):
            known.add({here: found})
        return found

    # ---------------------------------------------------------------- inside

    def _edit(self, edit: Edit | Redraw) -> None:
        checked = edit.checked(self.network)
        if alters(checked, self.network):
            self._branches.change(self.recipe, {EDIT: checked})

    @property
    def _next_step(self) -> tuple[IntArray, float, int]:
        walker = self._walker
        return walker.next_batch, walker.learning_rate, walker.steps_of_optimiser

    def _advance(self, count: int) -> float:
        try:
            return self._walker.advance(count)
        except NotFiniteError:
            self._return_to_last_good_step()
        except BaseException:
            # Ctrl+C, in the middle of a step: no half of it may stay.
            self._take_again()
            raise

    def _take_again(self) -> None:
        """Be at the position once more, by replay, with what is remembered of it complete."""
        position = self.position
        # The cost of one step more may be noted already.
        self._walker.replay_to(min(self.length, position + 1))
        self.go_to(position)

    def _return_to_last_good_step(self) -> NoReturn:
        return_to_last_good_step(self._walker, self._make_again)

    def _make_again(self, changes: tuple[Change, ...]) -> None:
        """Make changes that were made at once, at once: each by itself may mean something else."""
        recipe = {change.name: change.value for change in changes if change.name != EDIT}
        if recipe:
            self.change(**recipe)
        for change in changes:
            if change.name == EDIT:
                self.make(change)


def _checked_count(count: int) -> int:
    if not is_whole(count):
        raise SettingError(
            "There are {count} steps to take; give a whole number from 0 up, for instance 100.",
            count=shown(count),
        )
    return int(count)


def _taken(step: int, length: int) -> int:
    """A number of steps, checked to have been taken."""
    if not is_whole(step, 0, length):
        raise SettingError(
            "There is no step {step} yet; choose one from 0 to {length}.",
            step=step,
            length=length,
        )
    return int(step)
