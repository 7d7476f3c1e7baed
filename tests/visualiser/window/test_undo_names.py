"""“Undo” and “Do again” in the menu: named after what they would do, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from core import Part, Run, save_run
from core.optimisers import Adam
from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.windows import (
    OpenWindow,
    progress,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.training import messages as m

ETA = "η was set to 0.5"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def entry(window: MainWindow, first: str) -> QAction:
    """The entry of the menu that begins so."""
    menu = screen.open_menu(window, "Menu")
    menu.close()
    [found] = [one for one in screen.entries(menu) if one.text().startswith(first)]
    return found


def offered(window: MainWindow) -> tuple[str, str]:
    """What both say; in brackets where they cannot be chosen."""
    found = (entry(window, first) for first in ("Undo", "Do again"))
    undo, redo = (one.text() if one.isEnabled() else f"({one.text()})" for one in found)
    return undo, redo


def change(qtbot: QtBot, window: MainWindow, command: m.Command) -> None:
    """Have something changed, and wait until it is."""
    before = len(progress(window).changes)
    window.session.send(command)
    wait_until(qtbot, window, lambda p: len(p.changes) == before + 1)


def test_at_the_start_there_is_nothing_to_undo(window: MainWindow) -> None:
    assert offered(window) == ("(Undo)", "(Do again)")


def test_both_are_named_after_the_change(qtbot: QtBot, window: MainWindow) -> None:
    change(qtbot, window, m.SetLearningRate(0.5))
    assert offered(window) == (f"Undo: {ETA}", "(Do again)")
    change(qtbot, window, m.SetParameter(2, 1, 5, 0.25))
    assert offered(window)[0] == ("Undo: W from neuron 5 to neuron 1 of layer 2 was set to 0.2500")
    screen.choose(window, "Menu", offered(window)[0])
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    again = "Do again: W from neuron 5 to neuron 1 of layer 2 was set to 0.2500"
    assert offered(window) == (f"Undo: {ETA}", again)
    screen.choose(window, "Menu", again)
    wait_until(qtbot, window, lambda p: len(p.changes) == 2)
    assert offered(window)[1] == "(Do again)"


def test_the_keys_do_what_the_menu_says(qtbot: QtBot, window: MainWindow) -> None:
    change(qtbot, window, m.SetLearningRate(0.5))
    screen.control_key(window, Qt.Key.Key_Z)
    wait_until(qtbot, window, lambda p: not p.changes)
    assert offered(window) == ("(Undo)", f"Do again: {ETA}")
    screen.control_key(window, Qt.Key.Key_Y)
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    assert offered(window) == (f"Undo: {ETA}", "(Do again)")


def test_a_key_for_what_cannot_be_chosen_is_told_why(qtbot: QtBot, window: MainWindow) -> None:
    screen.control_key(window, Qt.Key.Key_Z)
    assert "nothing to undo" in wait_for_notice(qtbot, window)
    screen.control_key(window, Qt.Key.Key_Z, shift=True)
    qtbot.waitUntil(lambda: "nothing to do again" in window.notice.text())


def test_what_lies_ahead_cannot_be_undone(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Move(10))
    wait_at(qtbot, window, 10)
    change(qtbot, window, m.SetLearningRate(0.5))
    window.session.send(m.Move(5))
    wait_at(qtbot, window, 15)
    assert offered(window)[0] == f"Undo: {ETA}"
    window.session.send(m.GoTo(9))
    wait_at(qtbot, window, 9)
    assert offered(window) == ("(Undo)", "(Do again)")
    window.session.send(m.GoTo(12))
    wait_at(qtbot, window, 12)
    assert offered(window)[0] == f"Undo: {ETA}"
    assert "be at step 10" in entry(window, "Undo").toolTip()


def test_what_was_undone_is_offered_where_it_was_undone(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Move(10))
    wait_at(qtbot, window, 10)
    change(qtbot, window, m.SetLearningRate(0.5))
    screen.control_key(window, Qt.Key.Key_Z)
    wait_until(qtbot, window, lambda p: not p.changes)
    window.session.send(m.GoTo(4))
    wait_at(qtbot, window, 4)
    assert offered(window)[1] == "(Do again)"
    window.session.send(m.GoTo(10))
    wait_at(qtbot, window, 10)
    assert offered(window)[1] == f"Do again: {ETA}"
    change(qtbot, window, m.SetBatchSize(20))
    assert offered(window) == ("Undo: the mini-batch was set to 20 examples", "(Do again)")


def test_what_is_frozen_besides_is_not_named_again(qtbot: QtBot, window: MainWindow) -> None:
    change(qtbot, window, m.SetFrozen((Part(2, 3),)))
    change(qtbot, window, m.SetFrozen((Part(2, 3), Part(1, 4))))
    assert offered(window)[0] == "Undo: neuron 4 of layer 1 was frozen"
    screen.control_key(window, Qt.Key.Key_Z)
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    assert offered(window) == (
        "Undo: neuron 3 of layer 2 was frozen",
        "Do again: neuron 4 of layer 1 was frozen",
    )


def saved(run: Run, path: Path) -> Path:
    save_run(run, path)
    return path


def test_what_was_changed_together_is_named_together(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    run = new_run()
    run.train(3)
    run.change(optimiser=Adam(), learning_rate=0.5)
    window = open_window(saved(run, tmp_path / "together.nnrun"))
    undo, _ = offered(window)
    assert undo.startswith("Undo: ")
    assert set(undo.removeprefix("Undo: ").split("; ")) == {
        ETA,
        "the optimiser was set to adam",
    }
    screen.control_key(window, Qt.Key.Key_Z)
    wait_until(qtbot, window, lambda p: not p.changes)
    said = wait_for_notice(qtbot, window)
    assert ETA in said
    assert "adam" in said


@pytest.mark.parametrize("first", ["Undo", "Do again"])
def test_the_tooltip_names_change_and_keys(qtbot: QtBot, window: MainWindow, first: str) -> None:
    before = entry(window, first).toolTip()
    change(qtbot, window, m.SetLearningRate(0.5))
    if first == "Do again":
        screen.control_key(window, Qt.Key.Key_Z)
        wait_until(qtbot, window, lambda p: not p.changes)
    action = entry(window, first)
    assert ETA in action.toolTip()
    for key in action.shortcuts():
        assert key.toString(QKeySequence.SequenceFormat.NativeText) in action.toolTip()
    window.session.send(m.Restart())
    wait_until(qtbot, window, lambda p: not (p.undoable or p.redoable))
    assert entry(window, first).toolTip() == before


def test_numbers_are_written_in_the_present_style(qtbot: QtBot, window: MainWindow) -> None:
    change(qtbot, window, m.SetParameter(2, 1, None, 0.25))
    assert offered(window)[0].endswith("was set to 0.2500")
    screen.choose(window, "Menu", "Decimal comma: 0,5")
    assert offered(window)[0].endswith("was set to 0,2500")
