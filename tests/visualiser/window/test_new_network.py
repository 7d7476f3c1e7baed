"""A new network in a real window: by its key, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import filing, screen
from tests.visualiser.windows import PATIENCE, is_same, progress, snapshot, wait_at, wait_until
from visualiser.files.prompt import UnsavedPrompt
from visualiser.main_window import MainWindow
from visualiser.new_network.dialog import NewNetworkDialog
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def open_dialog(window: MainWindow) -> NewNetworkDialog:
    screen.control_key(window, Key.Key_N)
    found = window.findChild(NewNetworkDialog)
    assert found is not None
    assert found.isVisible()
    return found


def wait_for_layers(qtbot: QtBot, window: MainWindow, layers: tuple[int, ...]) -> None:
    qtbot.waitUntil(lambda: window._snapshot is not None, timeout=PATIENCE)
    qtbot.waitUntil(
        lambda: window._snapshot is not None and window._snapshot.sizes == layers,
        timeout=PATIENCE,
    )


def test_a_network_is_put_together_and_the_run_before_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send(m.Play(20))
    before = wait_at(qtbot, window, 20)
    dialog = open_dialog(window)
    screen.type_into(screen.named(dialog, NumberField, "Neurons in layer 1"), "12", Key.Key_Tab)
    screen.press(dialog, "Take layer 2 out")
    screen.type_into(screen.named(dialog, NumberField, "η"), "0.75", Key.Key_Tab)
    # The present run is as it was until the button is pressed.
    assert (snapshot(window).sizes, progress(window).position) == ((64, 16, 16, 10), 20)
    screen.press(dialog, "Begin")
    filing.come_back(window)
    wait_for_layers(qtbot, window, (64, 12, 10))
    assert progress(window).recipe.learning_rate == 0.75
    assert (progress(window).position, progress(window).length) == (0, 0)
    wanted = RunSettings(layers=(64, 12, 10), learning_rate=0.75)
    assert is_same(snapshot(window), wanted.new_run(wanted.load_data()))
    qtbot.waitUntil(lambda: "A new run begins with" in window.notice.text(), timeout=PATIENCE)
    screen.press(window, "Go back to the run before")
    wait_for_layers(qtbot, window, (64, 16, 16, 10))
    after = wait_at(qtbot, window, 20)
    assert (after.parameters.vector == before.parameters.vector).all()


def test_it_starts_from_what_the_run_has_become(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.ChangeRecipe((("learning_rate", 0.3), ("activation", "tanh"))))
    wait_until(qtbot, window, lambda p: p.recipe.learning_rate == 0.3)
    dialog = open_dialog(window)
    assert screen.named(dialog, NumberField, "η").text() == "0.3"
    assert screen.texts(dialog).count("tanh S") == 2
    screen.key(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert progress(window).recipe.learning_rate == 0.3


def test_a_run_with_a_file_is_asked_for_first(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.session.send(m.Save(tmp_path / "one.nnrun"))
    qtbot.waitUntil(lambda: window.files.path is not None, timeout=PATIENCE)
    window.session.send(m.Move(1))
    wait_at(qtbot, window, 1)
    dialog = open_dialog(window)
    screen.type_into(screen.named(dialog, NumberField, "Seed"), "99", Key.Key_Tab)
    screen.press(dialog, "Begin")
    prompt = window.findChild(UnsavedPrompt)
    assert prompt is not None
    screen.press(prompt, "Cancel")
    assert progress(window).position == 1
    # What was chosen is still there, once.
    filing.come_back(window)
    dialog = open_dialog(window)
    assert screen.named(dialog, NumberField, "Seed").text() == "99"
    screen.key(dialog, Key.Key_Escape)
    assert screen.named(open_dialog(window), NumberField, "Seed").text() == "7"
