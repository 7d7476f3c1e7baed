"""What commands change of a run: one function each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from core.errors import SettingError
from core.history import Branch
from core.run import Run
from visualiser.training import messages as m

_LARGEST_SEED = 1_000_000


def _draw_anew(run: Run, command: m.DrawAnew) -> None:
    seed = int(np.random.default_rng().integers(_LARGEST_SEED))
    run.draw_anew(command.layer, command.neuron, seed)


def _set_frozen(run: Run, command: m.SetFrozen) -> None:
    run.change(frozen=command.parts)


def _set_held(run: Run, command: m.SetHeld) -> None:
    run.change(held=command.held)


def _set_learning_rate(run: Run, command: m.SetLearningRate) -> None:
    run.set_learning_rate(command.value)


def _set_batch_size(run: Run, command: m.SetBatchSize) -> None:
    run.set_batch_size(command.value)


def _change_recipe(run: Run, command: m.ChangeRecipe) -> None:
    run.change(**dict(command.options))


def branch_numbered(run: Run, number: int) -> Branch:
    """The branch that the window calls by this number; SettingError where it is gone."""
    if not 0 <= number < len(run.branches):
        raise SettingError("That branch is no longer there; choose another one.")
    return run.branches[number]


def _name_branch(run: Run, command: m.NameBranch) -> None:
    run.name_branch(branch_numbered(run, command.branch), command.name)


def _delete_branch(run: Run, command: m.DeleteBranch) -> None:
    run.delete_branch(branch_numbered(run, command.branch))


def _redo(run: Run, _: m.Redo) -> None:
    run.redo()


# Those that are made while it plays.
CHANGES: dict[type, Callable[[Run, Any], None]] = {
    m.SetLearningRate: _set_learning_rate,
    m.SetBatchSize: _set_batch_size,
    m.ChangeRecipe: _change_recipe,
    m.SetFrozen: _set_frozen,
    m.SetHeld: _set_held,
    m.NameBranch: _name_branch,
    m.DeleteBranch: _delete_branch,
}
# Those that pause first.
EDITS: dict[type, Callable[[Run, Any], None]] = {
    m.DrawAnew: _draw_anew,
    m.Redo: _redo,
}
