"""What the inspector learns of a connection by asking: true, to be checked by hand, not stale."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core import Held, Run
from core.probes import wishes
from tests.visualiser import screen
from tests.visualiser.calculator import agrees, work_out
from tests.visualiser.screen import number
from tests.visualiser.states import digits, new_run, snapshot_of
from tests.visualiser.windows import PATIENCE, pause
from visualiser.main_window import MainWindow
from visualiser.number_format import MARKS, NumberStyle, use
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection
from visualiser.training.messages import Answered, ShownExample
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot

PLACES = [Connection(1, 3, 28), Connection(2, 3, 4), Connection(3, 9, 0)]
KINDS: list[dict[str, Any]] = [
    {},
    {"bias": "outside", "learning_rate": 0.3},
    {"cost": "cross_entropy"},
    {"activation": ("relu", "softmax"), "cost": "softmax_cross_entropy", "learning_rate": 0.1},
    {"activation": ("tanh", "softmax"), "batch_size": 40},
    {"optimiser": "adam", "batch_size": 3},
]
several = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Asked:
    """The inspector, and what it has asked and not been told."""

    def __init__(self, panel: InspectorPanel) -> None:
        self.panel = panel
        self.open: list[Question] = []
        self.snapshot: Snapshot | None = None
        panel.question_asked.connect(self.open.append)

    def show(self, run: Run, chosen: Connection, index: int = 3) -> None:
        self.snapshot = snapshot_of(run, index)
        # In this order no other page is filled first, and none is drawn empty.
        self.panel.show_selection(chosen)
        self.panel.show_snapshot(self.snapshot)
        self.panel.show()

    def move_on(self, **changes: Any) -> None:
        """The same run tells of another state."""
        assert self.snapshot is not None
        progress = replace(self.snapshot.progress, **changes)
        self.panel.show_snapshot(replace(self.snapshot, progress=progress))

    def answer(self, run: Run) -> None:
        """Answer what is asked, and what is asked when that is answered."""
        while self.open:
            question = self.open.pop(0)
            self.panel.show_answer(Answered(question, run.position, question.answer(run)))

    def say(self, run: Run, chosen: Connection, index: int = 3) -> str:
        """What stands there once everything is answered."""
        self.show(run, chosen, index)
        self.answer(run)
        return screen.text(self.panel)


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    panel = InspectorPanel()
    qtbot.addWidget(panel)
    panel.resize(372, 900)
    return Asked(panel)


def run_of(steps: int = 20, **kind: Any) -> Run:
    run = new_run(**kind)
    run.train(steps)
    return run


def found(pattern: str, text: str) -> tuple[str, ...]:
    match = re.search(pattern, text)
    assert match, text
    return match.groups()


styles = st.builds(NumberStyle, st.integers(2, 8), st.sampled_from(MARKS))
states = st.tuples(
    st.sampled_from([0, 20, 150]),
    st.sampled_from(KINDS),
    st.sampled_from(PLACES),
    st.integers(0, 40),
)


# -------------------------------------------------------------------- the chain rule


@several
@given(states, styles)
def test_the_chain_can_be_worked_out_by_hand(
    asked: Asked, state: tuple[int, dict[str, Any], Connection, int], style: NumberStyle
) -> None:
    use(style)
    steps, kind, chosen, index = state
    text = screen.in_usual_marks(asked.say(run_of(steps, **kind), chosen, index))
    worked, sign, product = found(r"\n= (.*) ([=≈]) (\S+)\n", text)
    close = 0.6 * 10.0 ** (1 - style.digits)
    assert number(product) == pytest.approx(work_out(worked), rel=close, abs=1e-300)
    mantissa, _, power = product.partition("×10")
    unit = number(f"1×10{power}") if power else 1.0
    assert sign == "≈" or agrees(f"({worked}) / {unit!r}", mantissa)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_it_is_of_the_shown_digit_alone(asked: Asked, kind: dict[str, Any]) -> None:
    run = run_of(**kind)
    for chosen, index in itertools.product(PLACES, (1, 2, 3)):
        place = (chosen.layer, chosen.to, chosen.origin)
        product = found(r"\n= .* [=≈] (\S+)\n", asked.say(run, chosen, index))[0]
        slope = wishes(run.network, run.data.test, *place, indices=[index]).mean
        assert number(product) == pytest.approx(slope, rel=6e-3, abs=1e-30)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ({}, r"∂C/∂W = ak · σ′\(Sj\) · ∂C/∂aj"),
        ({"bias": "outside"}, r"∂C/∂W = ak · σ′\(Sj\) · ∂C/∂aj"),
        ({"cost": "cross_entropy"}, r"∂C/∂W = ak · δj\n.*\nWith this C and σ, δj = aj − tj"),
        ({"activation": ("relu", "softmax")}, r"∂C/∂W = ak · δj\n.*\nδj = ∂C/∂Sj; with softmax"),
    ],
    ids=str,
)
def test_factors_are_shown_where_there_are_some(
    asked: Asked, kind: dict[str, Any], line: str
) -> None:
    assert re.search(line, asked.say(run_of(**kind), Connection(3, 9, 0)))


@pytest.mark.parametrize("cost", ["cross_entropy", "softmax_cross_entropy"])
def test_a_minus_t_can_be_worked_out_by_hand(asked: Asked, cost: str) -> None:
    sigma = "logistic" if cost == "cross_entropy" else ("relu", "softmax")
    run = run_of(150, cost=cost, activation=sigma, learning_rate=0.2)
    for index in range(12):
        text = asked.say(run, Connection(3, digits().test.labels[index], 0), index)
        worked, sign, value = found(r"δj = aj − tj = (\S+ − \S+) ([=≈]) (\S+)\n", text)
        assert sign == "≈" or agrees(worked, value)
        assert work_out(worked) == pytest.approx(number(value), abs=2e-5)


def test_on_a_held_neuron_nothing_depends(asked: Asked) -> None:
    run = new_run()
    run.change(held=(Held(2, 3, 0.5),))
    text = asked.say(run, Connection(2, 3, 4))
    assert "∂C/∂W = 0: while aj is held, C does not depend on this weight." in text


# -------------------------------------------------------------------- C and the wishes


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_curve_is_of_the_weight_that_is_shown(asked: Asked, kind: dict[str, Any]) -> None:
    run = run_of(**kind)
    for chosen in PLACES:
        text, chips = asked.say(run, chosen), screen.chips(asked.panel)
        weight, cost, slope, after = found(
            r"At the dot, W = (\S+) and C = (\S+);.* slope ∂C/∂W = (\S+)\. .*: at (\S+)\.", text
        )
        assert number(weight) == number(chips["W"])
        assert number(slope) == pytest.approx(number(chips["∂C/∂W"]), rel=6e-3, abs=1e-8)
        assert number(cost) == pytest.approx(run.gradient()[1], abs=0.6e-4)
        run.step()
        moved = float(run.network.weights[chosen.layer - 1][chosen.to, chosen.origin])
        assert number(after) == pytest.approx(moved, abs=0.6e-4)
        run.back()


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_mean_of_the_wishes_is_minus_the_slope(asked: Asked, kind: dict[str, Any]) -> None:
    run = run_of(**kind)
    for chosen in PLACES:
        text, chips = asked.say(run, chosen), screen.chips(asked.panel)
        unit = re.search(r"in units of (\S+)\. ", text)
        count, mean = found(r"Dashed: their mean, Σ / (\d+) [=≈] (\S+), which is −∂C/∂W\.", text)
        scale = number(unit[1]) if unit else 1.0
        assert int(count) == len(run.next_batch)
        slope = number(chips["∂C/∂W"])
        assert number(mean) * scale == pytest.approx(-slope, rel=6e-3, abs=0.006 * scale)


@pytest.mark.parametrize(("size", "others"), [(10, 0), (11, 1), (40, 30)])
def test_it_is_said_how_many_are_not_shown(asked: Asked, size: int, others: int) -> None:
    text = asked.say(run_of(batch_size=size), Connection(2, 3, 4))
    assert re.findall(r"(\d+) more together", text) == ([str(others)] if others else [])


# -------------------------------------------------------------------- never stale


def test_of_another_connection_nothing_is_left(asked: Asked) -> None:
    run = run_of()
    asked.say(run, Connection(2, 3, 4))
    asked.panel.show_selection(Connection(2, 3, 5))
    assert "At the dot" not in screen.text(asked.panel)
    assert "…" in screen.texts(asked.panel)


def test_an_answer_about_another_connection_is_left_out(asked: Asked) -> None:
    run = run_of()
    asked.show(run, Connection(2, 3, 4))
    late = [Answered(one, run.position, one.answer(run)) for one in asked.open]
    asked.panel.show_selection(Connection(2, 3, 5))
    for answered in late:
        asked.panel.show_answer(answered)
    assert "At the dot" not in screen.text(asked.panel)


def test_of_another_digit_only_the_chain_is_asked_anew(asked: Asked) -> None:
    run = run_of()
    asked.say(run, Connection(2, 3, 4))
    asked.move_on(example=ShownExample("test", 5, 5))
    assert "…\n…" in screen.text(asked.panel)
    assert "At the dot" in screen.text(asked.panel)


def test_of_a_new_run_nothing_old_is_shown(asked: Asked) -> None:
    asked.say(run_of(0), Connection(2, 3, 4))
    asked.show(run_of(0, seed=11), Connection(2, 3, 4))
    assert "At the dot" not in screen.text(asked.panel)


@pytest.mark.parametrize(("playing", "dates"), [(False, 3), (True, 0)])
def test_what_is_of_another_step_says_so_at_rest(asked: Asked, playing: bool, dates: int) -> None:
    run, chosen = run_of(1204), Connection(2, 3, 4)
    asked.show(run, chosen)
    asked.answer(run)
    assert "at step" not in screen.text(asked.panel)
    asked.move_on(position=1205, playing=playing)
    assert screen.texts(asked.panel).count("at step 1,204") == dates


def test_in_the_window_it_is_answered_at_rest_and_while_it_plays(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.network.select(Connection(2, 3, 4))

    def dot() -> list[str]:
        return re.findall(r"At the dot, W = (\S+)", screen.text(window.inspector))

    qtbot.waitUntil(lambda: bool(dot()), timeout=PATIENCE)
    before = dot()
    screen.press(window, "Play")
    qtbot.waitUntil(lambda: dot() not in ([], before), timeout=PATIENCE)
    pause(qtbot, window)
    qtbot.waitUntil(lambda: "at step" not in screen.text(window.inspector), timeout=PATIENCE)
    assert number(dot()[0]) == number(screen.chips(window.inspector)["W"])


# -------------------------------------------------------------------- room


def is_whole(label: QLabel) -> bool:
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return label.height() >= needed and label.width() >= label.minimumSizeHint().width()


@pytest.mark.parametrize("decimals", [4, 8])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_nothing_is_cut_off(asked: Asked, kind: dict[str, Any], decimals: int) -> None:
    use(NumberStyle(decimals))
    panel, run = asked.panel, run_of(150, **kind)
    for chosen in PLACES:
        asked.say(run, chosen)
        # What is inside a scroll area needs several rounds.
        for _ in range(4):
            QApplication.processEvents()
        assert panel.horizontalScrollBar().maximum() == 0
        cut = [screen.label_text(label) for label in screen.labels(panel) if not is_whole(label)]
        assert cut == []
