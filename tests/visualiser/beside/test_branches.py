"""Two branches of the run, side by side."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from core import Run
from core.errors import UserError
from tests.visualiser import screen
from tests.visualiser.beside.pairs import Compare, dialog_of, is_as, shown, wait_for_rest
from tests.visualiser.states import new_run
from tests.visualiser.windows import PATIENCE, progress, wait_at
from visualiser.beside.choices import OtherBranch
from visualiser.beside.side_by_side import SideBySide
from visualiser.main_window import MainWindow
from visualiser.network_view.network_view import NetworkView
from visualiser.training import messages as m
from visualiser.training.copy_questions import CopyInFile
from visualiser.training.session import TrainingSession


def at(step: int) -> Run:
    """The first branch."""
    run = new_run()
    run.train(step)
    return run


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
    # Whoever takes the place of a process that dies is led to the same step of the same branch.
    right_one = pair.sides[1].session
    dead = right_one.process_id
    assert dead is not None
    os.kill(dead, signal.SIGKILL)
    qtbot.waitUntil(lambda: right_one.process_id not in (None, dead), timeout=PATIENCE)
    assert wait_for_rest(qtbot, pair) == 30
    assert is_as(shown(pair)[1], at(30))
    pair.lockstep.go_to(60)
    assert wait_for_rest(qtbot, pair) == 60
    assert is_as(shown(pair)[1], at(60))
    pair.close()
    qtbot.waitUntil(lambda: progress(window).position == 140, timeout=PATIENCE)


class Asked(QObject):
    """What of a session is needed to ask for a copy of the run."""

    run_opened, answered, branches_changed = Signal(object), Signal(object), Signal(object)
    refused = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[CopyInFile] = []

    def ask(self, question: CopyInFile) -> None:
        self.questions.append(question)


def test_a_copy_that_was_given_up_is_not_taken_for_the_next_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session, opened = QWidget(), Asked(), list[object]()
    qtbot.addWidget(window)
    beside = SideBySide(window, cast("TrainingSession", session), cast("NetworkView", None))
    monkeypatch.setattr(beside, "_show", lambda here, *_: opened.append(here))
    beside._begin(OtherBranch(1, "first"))
    beside._give_up()
    beside._begin(OtherBranch(2, "second"))
    given_up, wanted = session.questions
    session.answered.emit(m.Answered(given_up, 0, given_up.path))
    session.refused.emit(UserError("No room."), m.Ask(given_up))
    assert opened == []
    session.answered.emit(m.Answered(wanted, 0, wanted.path))
    assert opened == [wanted.path]
    assert Path(wanted.path).parent.is_dir()
    beside.close()
