"""With texts a third longer, as in other languages, everything still has room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.room import (
    SELECTIONS,
    cut_off,
    has_overflow,
    needs_no_sideways_scrolling,
    overlapping,
    settle,
    squeezed,
)
from tests.visualiser.window.test_phase_by_phase import press_on, wait_in
from tests.visualiser.windows import OpenWindow, wait_at
from visualiser.main_window import MainWindow
from visualiser.phases import phases_of
from visualiser.selection import Neuron
from visualiser.training import messages as m


@pytest.fixture
def longer_window(qtbot: QtBot, open_window: OpenWindow) -> Iterator[MainWindow]:
    with longer_texts():
        window = open_window()
        window.session.send(m.Play(1300))
        wait_at(qtbot, window, 1300)
        window.session.send(m.GoTo(1234))
        wait_at(qtbot, window, 1234)
        window.resize(QSize(1280, 800))
        yield window


def check(window: MainWindow, where: str) -> None:
    settle(window)
    assert cut_off(window) == [], where
    assert overlapping(window) == [], where
    assert squeezed(window) == [], where
    assert not has_overflow(window), where
    assert needs_no_sideways_scrolling(window), where


def test_texts_are_longer_there(longer_window: MainWindow) -> None:
    assert "Thet wholewh" in screen.text(longer_window.inspector)


def test_every_page_of_the_inspector_has_room(longer_window: MainWindow) -> None:
    for selection in SELECTIONS:
        longer_window.network.select(selection)
        check(longer_window, str(selection))


def test_the_comparison_has_room(longer_window: MainWindow) -> None:
    longer_window.network.select(Neuron(1, 3))
    longer_window.network.pin(Neuron(2, 4))
    check(longer_window, "with a pinned neuron")


def test_every_phase_has_room(qtbot: QtBot, longer_window: MainWindow) -> None:
    longer_window.network.select(Neuron(2, 3))
    press_on(longer_window, 1)
    wait_in(qtbot, longer_window, "batch")
    stepper = longer_window.phases.stepper
    for phase in phases_of(3)[:-1]:
        for followed in (None, 2):
            stepper.go_to(phase)
            stepper.follow(followed)
            check(longer_window, f"{phase} {followed}")
