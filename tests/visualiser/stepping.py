"""A stepper on a run of this process: it obeys what the stepper sends, and answers at once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from core import Run
from tests.visualiser.states import describe, new_run, snapshot_of
from visualiser.network_view.phase_look import PhaseLook
from visualiser.phase_step import PhaseStep
from visualiser.phase_stepper import PhaseStepper
from visualiser.phase_view import PhaseView
from visualiser.phases import Phase
from visualiser.training import messages as m
from visualiser.training.phase_questions import NextStep

# Every kind of run that makes a difference to what the phases show.
RUNS: tuple[dict[str, Any], ...] = (
    {},
    {"activation": "tanh"},
    {"activation": ("relu", "tanh", "logistic"), "cost": "cross_entropy", "learning_rate": 0.5},
    {"activation": ("logistic", "tanh", "softmax"), "cost": "softmax_cross_entropy"},
    {"activation": ("logistic", "tanh", "softmax")},
    {"bias": "outside", "learning_rate": 0.5},
)


class Bench:
    """A run, a stepper, and what the stepper told last."""

    def __init__(self, run: Run) -> None:
        self.run, self.description = run, describe(run)
        self.stepper = PhaseStepper()
        self.commands: list[m.Command] = []
        self.looks: list[PhaseLook | None] = []
        self.told: PhaseView | None = None
        self.stepper.command_given.connect(self.obey)
        self.stepper.look_changed.connect(self.looks.append)
        self.stepper.view_changed.connect(self.note)
        self.tell()

    @property
    def view(self) -> PhaseView:
        assert self.told is not None
        return self.told

    @property
    def step(self) -> PhaseStep:
        assert self.view.step is not None
        return self.view.step

    def note(self, view: PhaseView | None) -> None:
        self.told = view

    def obey(self, command: m.Command) -> None:
        """Do what the training process does."""
        self.commands.append(command)
        run = self.run
        match command:
            case m.Move(steps) if steps > 0:
                run.train(steps)
            case m.Move(steps):
                run.go_to(max(0, run.position + steps))
            case m.Ask(NextStep() as question):
                answered = m.Answered(question, run.position, question.answer(run))
                self.stepper.show_answer(answered)
        self.tell()

    def tell(self, **changes: Any) -> None:
        # As the training process has it, this stays what it was when the run was opened.
        shown = replace(snapshot_of(self.run, **changes), description=self.description)
        self.stepper.show_snapshot(shown)

    def go_to(self, kind: str, layer: int | None = None) -> PhaseView:
        """Begin where that is not so, and go to a phase."""
        if not self.stepper.is_active:
            self.stepper.begin()
        phase = Phase(kind, layer)  # type: ignore[arg-type] # one of them
        self.stepper.go_to(phase)
        assert self.view.phase == phase
        return self.view


def bench_at(steps: int, changes: dict[str, Any] | None = None, **settings: Any) -> Bench:
    """A bench on a run of these settings, some steps and changes on."""
    run = new_run(**settings)
    if changes:
        run.change(**changes)
    run.train(steps)
    return Bench(run)


@cache
def traced(steps: int, kind: int) -> PhaseStep:
    """One step of one of RUNS."""
    bench = bench_at(steps, **RUNS[kind])
    bench.stepper.begin()
    return bench.step
