"""Two branches of the run, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.beside.pairs import Compare, dialog_of, is_as, shown, wait_for_rest
from tests.visualiser.states import new_run
from tests.visualiser.windows import PATIENCE, progress, wait_at
from visualiser.main_window import MainWindow
from visualiser.training import messages as m


def test_two_branches_part_where_the_change_was_made(
    qtbot: QtBot, window: MainWindow, compare: Compare
) -> None:
    window.session.send(m.Move(90))
    wait_at(qtbot, window, 90)
    window.session.send(m.GoTo(40))
    wait_at(qtbot, window, 40)
    window.session.send(m.SetLearningRate(0.25))
    window.session.send(m.Move(100))
    wait_at(qtbot, window, 140)
    screen.control_key(window, Qt.Key.Key_B)
    box = screen.named(dialog_of(window), QComboBox, "Branch")
    screen.pick(box, box.itemText(0))
    pair = compare(window)
    assert wait_for_rest(qtbot, pair) == 90
    left, right = (new_run(), new_run())
    left.train(40)
    left.set_learning_rate(0.25)
    left.train(50)
    right.train(90)
    assert is_as(shown(pair)[0], left)
    assert is_as(shown(pair)[1], right)
    assert "η = 1.5 instead of 0.25" in screen.texts(pair)
    pair.lockstep.go_to(30)
    wait_for_rest(qtbot, pair)
    assert "no difference up to this step" in screen.texts(pair)
    pair.close()
    qtbot.waitUntil(lambda: progress(window).position == 140, timeout=PATIENCE)
