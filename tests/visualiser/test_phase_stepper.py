"""Going from phase to phase: where presses lead, what ends it, guessing, slow motion."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Held, Part
from tests.visualiser.states import new_run, snapshot_of
from tests.visualiser.stepping import Bench, bench_at
from tests.visualiser.windows import is_same
from visualiser.phase_stepper import PhaseStepper
from visualiser.phases import Phase, phases_of
from visualiser.selection import Connection, Neuron
from visualiser.training import messages as m
from visualiser.training.phase_questions import NextStep

pytestmark = pytest.mark.usefixtures("qapp")

# -------------------------------------------------------------------- where it leads

_ACTIONS = st.sampled_from(["forward"] * 6 + ["back"] * 3 + ["follow", "guess", "jump"])


@settings(deadline=None, max_examples=25)
@given(st.lists(_ACTIONS, max_size=40), st.integers(0, 10), st.integers(0, 2))
def test_wherever_presses_lead_the_run_is_where_plain_steps_take_it(
    actions: list[str], place: int, start: int
) -> None:
    bench = bench_at(start)
    bench.stepper.begin()
    for action in actions:
        match action:
            case "forward":
                bench.stepper.forward()
            case "back":
                bench.stepper.back()
            case "follow":
                bench.stepper.follow(place % bench.step.count)
            case "guess":
                bench.stepper.guess("rises")
            case "jump":
                bench.stepper.go_to(bench.view.phases[place % len(bench.view.phases)])
        taken = bench.view.phase.kind == "done"
        assert bench.run.position == bench.step.snapshot.progress.position + taken
        assert (bench.view.after is not None) == taken
    plain = new_run()
    plain.train(bench.run.length)
    plain.go_to(bench.run.position)
    assert is_same(snapshot_of(bench.run), plain)
    assert np.array_equal(bench.run.costs, plain.costs)


def test_forward_through_two_steps_and_all_the_way_back() -> None:
    bench = bench_at(0)
    stepper = bench.stepper
    stepper.forward()
    met = [bench.view.phase]
    for _ in range(20):
        stepper.forward()
        met.append(bench.view.phase)
    assert met == [*phases_of(3), *phases_of(3), Phase("batch")]
    assert bench.run.position == 2
    back = []
    for _ in range(19):
        stepper.back()
        back.append(bench.view.phase)
    # Of the last step that was taken, what came of it is still there.
    again = [*phases_of(3)[:-1], *phases_of(3)]
    assert back == [*reversed(again)]
    assert not bench.view.can_go_back
    assert bench.run.position == 0
    assert bench.run.length == 2


def test_done_shows_the_network_after_the_step_and_no_look() -> None:
    bench = bench_at(4)
    view = bench.go_to("done")
    assert view.after is not None
    assert view.step is not None
    moved = view.step.snapshot.parameters.vector - view.step.update.vector
    assert np.array_equal(view.after.parameters.vector, moved)
    assert bench.looks[-1] is None


def test_going_on_sends_nothing_but_a_plain_step() -> None:
    bench = bench_at(4)
    bench.go_to("update")
    bench.commands.clear()
    bench.stepper.forward()
    assert bench.commands == [m.Move(1)]
    bench.stepper.back()
    assert bench.commands[1] == m.Move(-1)


def test_presses_are_kept_while_a_step_is_worked_out() -> None:
    bench = bench_at(0)
    stepper = bench.stepper
    waiting: list[m.Command] = []
    stepper.command_given.disconnect(bench.obey)
    stepper.command_given.connect(waiting.append)
    for _ in range(4):
        stepper.forward()
    assert bench.view.step is None
    stepper.command_given.disconnect(waiting.append)
    stepper.command_given.connect(bench.obey)
    for command in waiting:
        bench.obey(command)
    assert bench.view.phase == Phase("forward", 3)


def test_an_answer_that_is_late_is_left_out() -> None:
    bench = bench_at(0)
    bench.stepper.begin()
    step = bench.step
    old = NextStep(0)
    bench.stepper.show_answer(m.Answered(old, 0, old.answer(bench.run)))
    assert bench.step is step


@pytest.mark.parametrize(
    "change",
    [
        {"learning_rate": 0.25},
        {"batch_size": 4},
        {"optimiser": "momentum"},
        {"held": [Held(1, 2, 0.5)]},
        {"frozen": [Part(2, 3)]},
    ],
)
def test_a_change_of_the_step_is_shown_at_once(change: dict[str, Any]) -> None:
    bench = bench_at(10)
    bench.go_to("backward", 2)
    bench.run.change(**change)
    bench.tell()
    trace = bench.run.trace()
    assert bench.view.phase == Phase("backward", 2)
    assert np.array_equal(bench.step.change(3), -trace.update.weights[2])
    assert bench.step.count == len(trace.examples)
    bench.go_to("done")
    plain = new_run()
    plain.train(10)
    plain.change(**change)
    plain.train(1)
    assert is_same(snapshot_of(bench.run), plain)


def test_another_example_in_the_network_changes_nothing() -> None:
    bench = bench_at(10)
    bench.go_to("forward", 2)
    step, looks = bench.step, len(bench.looks)
    bench.tell(index=5)
    assert bench.step is step
    assert len(bench.looks) == looks


@pytest.mark.parametrize("phase", [("forward", 2), ("update", None), ("done", None)])
@pytest.mark.parametrize("elsewhere", ["plays", "steps", "goes back", "begins anew"])
def test_it_is_left_where_the_run_goes_elsewhere(
    phase: tuple[str, int | None], elsewhere: str
) -> None:
    bench = bench_at(10)
    bench.go_to(*phase)
    run, stepper = bench.run, bench.stepper
    if elsewhere == "plays":
        bench.tell(playing=True)
    elif elsewhere == "begins anew":
        stepper.show_snapshot(snapshot_of(new_run(seed=8)))
    else:
        run.go_to(run.position - 2) if elsewhere == "goes back" else run.train(1)
        bench.tell()
    assert not stepper.is_active
    assert bench.told is None
    assert bench.looks[-1] is None


# -------------------------------------------------------------------- guessing


def test_until_the_guess_the_layer_s_changes_are_not_in_the_picture() -> None:
    bench = bench_at(10)
    bench.stepper.show_selection(Connection(2, 3, 4))
    assert bench.go_to("update").is_open
    look = bench.looks[-1]
    assert look is not None
    assert [line is None for line in look.lines] == [False, True, False]
    bench.stepper.guess("falls")
    assert not bench.view.is_open
    assert bench.view.guess == "falls"
    look = bench.looks[-1]
    assert look is not None
    assert all(line is not None for line in look.lines)
    # Another weight is another guess; a guess holds for one step.
    bench.stepper.show_selection(Connection(2, 3, 5))
    assert bench.view.is_open
    bench.stepper.show_selection(Connection(2, 3, 4))
    bench.stepper.forward()
    assert bench.view.guess == "falls"
    bench.stepper.forward()
    assert bench.go_to("update").is_open


def test_who_does_not_guess_is_told_in_the_end() -> None:
    bench = bench_at(10)
    bench.go_to("update")
    bench.stepper.forward()
    assert bench.view.phase == Phase("done")
    assert not bench.view.is_open
    assert bench.view.guess is None


# -------------------------------------------------------------------- slow motion


def test_slow_motion_goes_through_all_phases_and_on(qtbot: QtBot) -> None:
    bench = bench_at(0)
    stepper = bench.stepper
    stepper.begin()
    stepper.set_pace(0.001)
    stepper.set_slow(True)
    assert bench.view.is_slow
    met: list[Phase] = []
    stepper.view_changed.connect(lambda view: met.extend([] if view is None else [view.phase]))
    # It may have gone on by the time that anyone looks.
    qtbot.waitUntil(lambda: bench.run.position >= 2)
    stepper.set_slow(False)
    assert set(met) == set(phases_of(3))
    QApplication.processEvents()
    before = bench.view.phase
    plain = new_run()
    plain.train(bench.run.position)
    assert is_same(snapshot_of(bench.run), plain)
    assert bench.view.phase == before


def test_slow_motion_waits_for_no_guess_and_ends_with_the_phases() -> None:
    bench = bench_at(0)
    bench.stepper.begin()
    bench.stepper.set_slow(True)
    assert not bench.go_to("update").is_open
    bench.stepper.leave()
    assert not bench.stepper.is_slow
    assert not bench.stepper._timer.isActive()


def test_left_it_does_nothing() -> None:
    stepper = PhaseStepper()
    told: list[object] = []
    for signal in (stepper.look_changed, stepper.view_changed, stepper.command_given):
        signal.connect(told.append)
    stepper.leave()
    stepper.go_to(Phase("cost"))
    stepper.follow(1)
    stepper.guess("rises")
    stepper.set_slow(True)
    stepper.show_snapshot(snapshot_of(new_run()))
    stepper.show_selection(Neuron(1, 1))
    assert told == []


def test_a_network_of_one_layer_has_phases_too() -> None:
    bench = Bench(new_run(layers=(64, 10)))
    for _ in range(12):
        bench.stepper.forward()
    assert bench.run.position == 2
