"""Two steps compared in a real window: chosen in the inspector, shown there and on the lines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.states import new_run
from tests.visualiser.windows import (
    PATIENCE,
    pause,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.network_view.quantities import quantity
from visualiser.selection import Connection, Neuron
from visualiser.training import messages as m
from visualiser.widgets.small_table import SmallTable

SIZES = (64, 16, 16, 10)


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def field_of(window: MainWindow) -> QSpinBox:
    return screen.named(window.inspector, QSpinBox, "What changed since step")


def table_of(window: MainWindow) -> SmallTable:
    return screen.named(window.inspector, SmallTable, "The weights and biases that moved farthest")


def play_to(qtbot: QtBot, window: MainWindow, step: int) -> None:
    window.session.send(m.Play(step - progress(window).position))
    wait_at(qtbot, window, step)


def look(window: MainWindow) -> None:
    """Scroll to what changed."""
    window.inspector.ensureWidgetVisible(field_of(window), 0, 200)


def compare_with(qtbot: QtBot, window: MainWindow, step: int) -> None:
    """Type a step, and wait until it is compared with."""
    type_step(window, step)
    wait_for_reference(qtbot, window, step)


def type_step(window: MainWindow, step: int) -> None:
    field = field_of(window)
    QTest.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton)
    screen.control_key(field, Qt.Key.Key_A)
    QTest.keyClicks(field, str(step))
    screen.key(field, Qt.Key.Key_Return)


def wait_for_reference(qtbot: QtBot, window: MainWindow, step: int) -> None:
    def is_there() -> bool:
        reference = snapshot(window).reference
        return reference is not None and reference.step == step

    qtbot.waitUntil(is_there, timeout=PATIENCE)


def rows(window: MainWindow) -> list[tuple[str, float, float, float]]:
    """Names, then, now, and the difference, as they are shown."""
    model = table_of(window).model()
    found = []
    for row in range(model.rowCount()):
        name, *numbers = (str(model.index(row, column).data()) for column in range(4))
        then, now, change = (number(text.lstrip("=≈ ")) for text in numbers)
        found.append((name, then, now, change))
    return found


def expected(then: int, now: int) -> list[tuple[str, float, float, float]]:
    """The same of a run that is made here: name, then, now, and the difference."""
    run = new_run()
    run.train(max(then, now))
    networks = (run.parameters_at(then), run.parameters_at(now))
    found: list[tuple[str, float, float]] = []
    for layer in (1, 2, 3):
        for to in range(SIZES[layer]):
            before, after = (one.blocks[layer - 1][to].tolist() for one in networks)
            names = [f"W_{to},{origin}^({layer})" for origin in range(SIZES[layer - 1])]
            found += zip([*names, f"B_{to}^({layer})"], before, after, strict=True)
    changes = [(name, a, b, b - a) for name, a, b in found]
    return sorted(changes, key=lambda one: -abs(one[3]))[:10]


def check(window: MainWindow, then: int, now: int) -> None:
    shown, wanted = rows(window), expected(then, now)
    assert [row[0] for row in shown] == [row[0] for row in wanted]
    for row, right in zip(shown, wanted, strict=True):
        assert row[1:] == pytest.approx(right[1:], rel=0.006, abs=0.6e-4)


def test_any_two_steps_are_compared(qtbot: QtBot, window: MainWindow) -> None:
    play_to(qtbot, window, 300)
    look(window)
    # At first, with the untrained network.
    wait_for_reference(qtbot, window, 0)
    check(window, 0, 300)
    compare_with(qtbot, window, 123)
    check(window, 123, 300)
    window.session.send(m.GoTo(50))
    wait_at(qtbot, window, 50)
    check(window, 123, 50)


def test_what_the_last_steps_did_is_seen_as_they_are_taken(
    qtbot: QtBot, window: MainWindow
) -> None:
    play_to(qtbot, window, 40)
    look(window)
    screen.press(window.inspector, "This step")
    wait_for_reference(qtbot, window, 40)
    assert "nothing has changed since" in screen.text(window.inspector)
    window.inspector.setFocus()
    screen.key(window.inspector, Qt.Key.Key_Period)
    wait_at(qtbot, window, 41)
    check(window, 40, 41)


def test_while_it_plays_the_table_follows(qtbot: QtBot, window: MainWindow) -> None:
    play_to(qtbot, window, 20)
    look(window)
    wait_for_reference(qtbot, window, 0)
    before = rows(window)
    screen.press(window, "Play")
    qtbot.waitUntil(lambda: rows(window) != before, timeout=PATIENCE)
    position = pause(qtbot, window).progress.position
    check(window, 0, position)


def test_a_step_that_was_not_taken_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    play_to(qtbot, window, 30)
    look(window)
    compare_with(qtbot, window, 10)
    type_step(window, 5000)
    assert "no step 5000 yet" in wait_for_notice(qtbot, window)
    qtbot.waitUntil(lambda: field_of(window).value() == 10, timeout=PATIENCE)
    check(window, 10, 30)


def test_the_lines_show_the_same(qtbot: QtBot, window: MainWindow) -> None:
    play_to(qtbot, window, 30)
    look(window)
    compare_with(qtbot, window, 10)
    screen.press(window.inspector, "Show it on the lines")
    assert window.network.quantity.id == "since"
    run = new_run()
    run.train(30)
    moved = quantity("since").values(snapshot(window))
    for gap, weights in enumerate(run.network.weights):
        assert np.array_equal(moved[gap], weights - run.parameters_at(10).weights[gap])
    with pytest.raises(LookupError):
        screen.button(window.inspector, "Show it on the lines")
    screen.key(window, Qt.Key.Key_L)
    assert screen.button(window.inspector, "Show it on the lines").isEnabled()


def test_a_row_selects_in_the_network(qtbot: QtBot, window: MainWindow) -> None:
    play_to(qtbot, window, 300)
    look(window)
    wait_for_reference(qtbot, window, 0)
    table, name = table_of(window), rows(window)[1][0]
    table.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key(table, Qt.Key.Key_Down, Qt.Key.Key_Return)
    selected = window.network.selection
    assert isinstance(selected, Connection | Neuron)
    if isinstance(selected, Connection):
        assert name == f"W_{selected.to},{selected.origin}^({selected.layer})"
    else:
        assert name == f"B_{selected.index}^({selected.layer})"


def test_after_a_fork_the_old_step_is_said_to_be_of_another_course(
    qtbot: QtBot, window: MainWindow
) -> None:
    play_to(qtbot, window, 60)
    look(window)
    compare_with(qtbot, window, 50)
    window.session.send(m.GoTo(20))
    wait_at(qtbot, window, 20)
    assert "another course" not in screen.text(window.inspector)
    window.session.send(m.SetLearningRate(0.1))
    wait_until(qtbot, window, lambda p: p.length == 20)
    assert "before the run took another course" in screen.text(window.inspector)
    play_to(qtbot, window, 60)
    compare_with(qtbot, window, 49)
    compare_with(qtbot, window, 50)
    assert "another course" not in screen.text(window.inspector)


def test_the_first_step_of_a_fresh_run_is_its_own(qtbot: QtBot, window: MainWindow) -> None:
    play_to(qtbot, window, 30)
    look(window)
    wait_for_reference(qtbot, window, 0)
    window.session.send(m.Restart(11))
    wait_until(qtbot, window, lambda p: p.length == 0)
    assert "Step 0 is the one that is shown" in screen.text(window.inspector)
    play_to(qtbot, window, 1)
    wait_for_reference(qtbot, window, 0)
    run = new_run(seed=11)
    reference = snapshot(window).reference
    assert reference is not None
    assert np.array_equal(reference.parameters.vector, run.network.parameters.vector)
    assert reference == replace(reference, changes=())
