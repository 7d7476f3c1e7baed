"""Both runs are shown at the same step, always, and each exactly as it is there."""

from __future__ import annotations

import os
import signal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.beside.pairs import Model, OpenPair, shown, wait_for_rest
from tests.visualiser.windows import PATIENCE
from visualiser.beside.window import ComparisonWindow

_LEFT, _RIGHT = RunSettings(), RunSettings(learning_rate=3.0)
_COMMANDS = st.one_of(
    st.sampled_from([".", ",", "Home", "End", "play", "....", ",,,", "click"]),
    st.integers(0, 400),
)
_KEYS = {
    ".": Qt.Key.Key_Period,
    ",": Qt.Key.Key_Comma,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
}


class Watch:
    """Notes at which steps both were shown."""

    def __init__(self, pair: ComparisonWindow) -> None:
        self._pair = pair
        self.steps: list[tuple[int, int]] = []
        pair.lockstep.arrived.connect(self.note)

    def note(self) -> None:
        left, right = (one.progress.position for one in shown(self._pair))
        self.steps.append((left, right))


def do(qtbot: QtBot, pair: ComparisonWindow, command: str | int) -> None:
    if isinstance(command, int) or command == "play":
        # The field takes a number that it does not show yet; Space pauses what is going on.
        wait_for_rest(qtbot, pair)
    if isinstance(command, int):
        screen.type_into(screen.named(pair, type(pair._controls._step), "Step"), str(command))
        pair.setFocus()
    elif command == "play":
        before = pair.lockstep.position
        screen.key(pair, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: pair.lockstep.position > before + 20, timeout=PATIENCE)
        screen.key(pair, Qt.Key.Key_Space)
    elif command == "click":
        screen.press(pair, "Step")
    elif command in _KEYS:
        screen.key(pair, _KEYS[command])
    else:
        # Faster than both can follow.
        screen.key(pair, *[_KEYS[key] for key in command])


def test_every_sequence_of_commands_keeps_both_at_one_step_and_exact(
    qtbot: QtBot, pair: ComparisonWindow
) -> None:
    model, watch = Model(_LEFT, _RIGHT), Watch(pair)

    @settings(
        max_examples=8,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(commands=st.lists(_COMMANDS, min_size=1, max_size=5))
    def check(commands: list[str | int]) -> None:
        for command in commands:
            do(qtbot, pair, command)
        step = wait_for_rest(qtbot, pair)
        if isinstance(commands[-1], int):
            assert step == commands[-1]
        assert model.are_shown(pair, step)

    check()
    assert all(left == right for left, right in watch.steps)


def test_keys_move_by_exactly_one_step_each(qtbot: QtBot, pair: ComparisonWindow) -> None:
    screen.key(pair, *[Qt.Key.Key_Period] * 5)
    assert wait_for_rest(qtbot, pair) == 5
    screen.key(pair, *[Qt.Key.Key_Comma] * 2)
    assert wait_for_rest(qtbot, pair) == 3
    screen.key(pair, Qt.Key.Key_End)
    assert wait_for_rest(qtbot, pair) == 5
    screen.key(pair, Qt.Key.Key_Home, Qt.Key.Key_Comma)
    assert wait_for_rest(qtbot, pair) == 0


def test_a_step_that_was_never_taken_is_played_up_to(qtbot: QtBot, pair: ComparisonWindow) -> None:
    pair.lockstep.go_to(3000)
    assert wait_for_rest(qtbot, pair) == 3000
    assert Model(_LEFT, _RIGHT).are_shown(pair, 3000)
    assert [len(side.history) for side in pair.sides] == [3000, 3000]


def test_at_a_chosen_speed_steps_come_one_by_one(qtbot: QtBot, pair: ComparisonWindow) -> None:
    watch = Watch(pair)
    pair.lockstep.set_speed(100.0)
    screen.press(pair, "Play")
    qtbot.waitUntil(lambda: pair.lockstep.position >= 10, timeout=PATIENCE)
    screen.press(pair, "Pause")
    wait_for_rest(qtbot, pair)
    steps = [left for left, _ in watch.steps]
    assert all(left == right for left, right in watch.steps)
    assert steps == sorted(steps)


def test_where_one_diverges_both_stop_at_the_last_step_of_both(
    qtbot: QtBot, open_pair: OpenPair
) -> None:
    bad = RunSettings(activation=("relu", "relu", "identity"), learning_rate=3.0)
    good = RunSettings(activation=("relu", "relu", "identity"), learning_rate=0.01)
    pair = open_pair(good, bad)
    screen.press(pair, "Play")
    qtbot.waitUntil(lambda: bool(pair.notice.text()), timeout=PATIENCE)
    step = wait_for_rest(qtbot, pair)
    assert not pair.lockstep.is_playing
    left, right = shown(pair)
    assert left.progress.position == right.progress.position == step
    assert "η" in pair.notice.text()
    screen.key(pair, Qt.Key.Key_Home)
    assert wait_for_rest(qtbot, pair) == 0
    assert Model(good, bad).are_shown(pair, 0)


def test_when_a_process_dies_both_stop_and_can_go_on(qtbot: QtBot, pair: ComparisonWindow) -> None:
    pair.lockstep.go_to(50)
    wait_for_rest(qtbot, pair)
    screen.press(pair, "Play")
    qtbot.waitUntil(lambda: pair.lockstep.position > 80, timeout=PATIENCE)
    process = pair.sides[1].session.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: "ended unexpectedly" in pair.notice.text(), timeout=PATIENCE)
    step = wait_for_rest(qtbot, pair)
    assert step > 80
    screen.key(pair, Qt.Key.Key_Period)
    assert wait_for_rest(qtbot, pair) == step + 1
    assert Model(_LEFT, _RIGHT).are_shown(pair, step + 1)
