"""Closing the window: soon, whatever it does, with nothing left behind."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import filing, screen
from tests.visualiser.windows import OpenWindow, wait_until
from visualiser.main_window import MainWindow
from visualiser.training import messages as m


def is_alive(process: int | None) -> bool:
    assert process is not None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_closing_while_it_trains_ends_the_process_at_once(qtbot: QtBot, window: MainWindow) -> None:
    screen.press(window, "Play")
    wait_until(qtbot, window, lambda p: p.playing and p.position > 500)
    process = window.session.process_id
    assert is_alive(process)
    screen.control_key(window, Qt.Key.Key_Q)
    assert is_alive(process)
    filing.answer(window, "Discard")
    assert not window.isVisible()
    assert not is_alive(process)


def test_the_quit_key_closes_the_window(window: MainWindow) -> None:
    process = window.session.process_id
    screen.control_key(window, Qt.Key.Key_Q)
    assert not window.isVisible()
    assert not is_alive(process)


def test_it_can_be_closed_before_the_run_is_there(open_window: OpenWindow) -> None:
    window = open_window(wait=False)
    process = window.session.process_id
    window.close()
    assert not is_alive(process)


def test_it_can_be_closed_twice(window: MainWindow) -> None:
    window.close()
    window.close()


def test_it_can_be_closed_after_its_process_has_died(qtbot: QtBot, window: MainWindow) -> None:
    process = window.session.process_id
    assert process is not None
    os.kill(process, 9)
    window.close()
    qtbot.wait(20)
    assert not is_alive(process)


def test_it_can_be_closed_while_a_new_process_takes_over(qtbot: QtBot, window: MainWindow) -> None:
    process = window.session.process_id
    assert process is not None
    os.kill(process, 9)
    qtbot.waitUntil(lambda: window.session.process_id != process)
    window.close()
    assert not is_alive(window.session.process_id)


@pytest.mark.parametrize("layers", [(64, 300, 300, 10)])
def test_a_large_network_is_closed_as_soon(
    qtbot: QtBot, open_window: OpenWindow, layers: tuple[int, ...]
) -> None:
    window = open_window(RunSettings(layers=layers))
    window.session.send(m.Play())
    wait_until(qtbot, window, lambda p: p.playing)
    process = window.session.process_id
    window.close_at_once()
    assert not is_alive(process)
