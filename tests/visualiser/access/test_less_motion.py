"""With reduced motion nothing moves by itself; with all motion, the same does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.window.test_phase_by_phase import press_on, wait_in
from tests.visualiser.windows import OpenWindow, wait_at
from visualiser.main_window import MainWindow
from visualiser.motion import OVERRIDE
from visualiser.selection import Neuron
from visualiser.settings import Settings
from visualiser.training import messages as m


@pytest.fixture(autouse=True)
def _no_override(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may want less motion."""
    monkeypatch.delenv(OVERRIDE, raising=False)


def opened(open_window: OpenWindow, path: Path, choice: str) -> MainWindow:
    """A window of somebody who has chosen this."""
    settings = Settings(path)
    settings.reduced_motion = choice
    settings.save()
    window = open_window(settings=path)
    window.activateWindow()
    return window


def running(window: MainWindow) -> list[str]:
    """The animations that run now."""
    found = window.findChildren(QAbstractAnimation)
    assert found
    state = QAbstractAnimation.State.Running
    return [owner_of(one) for one in found if one.state() == state]


def owner_of(animation: QAbstractAnimation) -> str:
    parent = animation.parent()
    return f"{type(parent).__name__} {type(animation).__name__}"


def moved_by(qtbot: QtBot, window: MainWindow) -> set[str]:
    """What moves as a person selects, steps, turns the picture, and goes through the phases."""
    moved: set[str] = set()

    def look() -> None:
        QApplication.processEvents()
        moved.update(running(window))

    window.network.select(Neuron(1, 3))
    look()
    window.session.send(m.Move(1))
    wait_at(qtbot, window, 1)
    look()
    turned = replace(window.network.options, input_form="circles")
    window.network.set_options(turned)
    look()
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    look()
    press_on(window, 1)
    wait_in(qtbot, window, "forward", 1)
    look()
    return moved


def test_nothing_moves_by_itself(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = opened(open_window, tmp_path / "calm.ini", "yes")
    assert moved_by(qtbot, window) == set()
    # Of Qt's own: panels that slide.
    assert not window.isAnimated()


def test_else_it_does(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = opened(open_window, tmp_path / "lively.ini", "no")
    assert moved_by(qtbot, window) != set()


def test_slow_motion_stays(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    """It is asked for, and is no ornament."""
    window = opened(open_window, tmp_path / "calm.ini", "yes")
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    window.phases.stepper.set_pace(0.5)
    screen.press(window, "Slow motion")
    wait_in(qtbot, window, "forward", 1)
    assert running(window) == []
