"""δ of a neuron, as it stands on the screen, is ∂C/∂S of the example that is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core import Held
from tests.visualiser import screen
from tests.visualiser.calculator import agrees
from tests.visualiser.screen import number
from tests.visualiser.states import new_run, snapshot_of
from visualiser.selection import Neuron
from visualiser.training.messages import Answered, ShownExample
from visualiser.widgets.delta_line import DeltaLine


def told(line: DeltaLine, run: Any, neuron: Neuron, index: int) -> str:
    """What it says once it is answered."""
    state = snapshot_of(run)
    shown = ShownExample("test", index, int(run.data.test.labels[index]))
    state = replace(state, progress=replace(state.progress, example=shown))
    question = line.question(state, neuron)
    assert question is not None
    line.show_answer(Answered(question, run.position, question.answer(run)))
    return screen.text(line)


@pytest.fixture
def line(qtbot: QtBot) -> DeltaLine:
    made = DeltaLine()
    qtbot.addWidget(made)
    made.show()
    return made


@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(layer=st.integers(1, 3), place=st.integers(0, 9), index=st.integers(0, 300))
def test_it_is_how_fast_c_rises_with_s(line: DeltaLine, layer: int, place: int, index: int) -> None:
    run = new_run()
    run.steps(150)
    text = told(line, run, Neuron(layer, place), index)
    worked, shown = re.split(" [=≈] ", text)[-2:]
    # A step in B is the same step in S.
    step, costs = 0.02, []
    for sign in (1, -1):
        moved = run.network.copy()
        moved.biases[layer - 1][place] += sign * step
        outputs = moved.forward(run.data.test.inputs[index]).activations[-1].astype(np.float64)
        costs.append(float(((run.data.test.targets[index] - outputs) ** 2).sum()))
    slope = (costs[0] - costs[1]) / (2 * step)
    assert number(shown) == pytest.approx(slope, rel=0.02, abs=2e-5)
    if " = " in text.rpartition("·")[2]:
        assert agrees(worked, shown)


def test_a_neuron_that_is_held_has_none(line: DeltaLine) -> None:
    run = new_run()
    run.change(held=[Held(1, 4)])
    assert "is held" in told(line, run, Neuron(1, 4), 3)


def test_another_digit_is_another_question(line: DeltaLine) -> None:
    run = new_run()
    run.steps(20)
    line.question(snapshot_of(run), Neuron(2, 4))
    assert screen.text(line) == "…"
    first = told(line, run, Neuron(2, 4), 3)
    assert told(line, run, Neuron(2, 4), 8) != first


def test_of_another_step_it_is_told_with_the_step_or_not_at_all(line: DeltaLine) -> None:
    run = new_run()
    run.steps(20)
    told(line, run, Neuron(2, 4), 3)
    run.step()
    state = snapshot_of(run)
    shown = ShownExample("test", 3, int(run.data.test.labels[3]))
    state = replace(state, progress=replace(state.progress, example=shown, playing=True))
    line.question(state, Neuron(2, 4))
    assert screen.text(line).endswith("(at step 20)")
    line.question(replace(state, progress=replace(state.progress, playing=False)), Neuron(2, 4))
    assert screen.text(line) == "…"
