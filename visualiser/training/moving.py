"""How commands move a run along the steps that it has taken, or on: one function each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.run import Run
from visualiser.training import messages as m
from visualiser.training.changing import branch_numbered


def _move(run: Run, command: m.Move) -> None:
    if command.steps > 0:
        run.train(command.steps)
    else:
        run.go_to(max(0, run.position + command.steps))


def _go_to(run: Run, command: m.GoTo) -> None:
    run.go_to(run.length if command.step is None else command.step)


def _switch_to(run: Run, command: m.SwitchTo) -> None:
    run.switch_to(branch_numbered(run, command.branch), command.step)


# All pause first.
MOVES: dict[type, Callable[[Run, Any], None]] = {
    m.Move: _move,
    m.GoTo: _go_to,
    m.SwitchTo: _switch_to,
}
