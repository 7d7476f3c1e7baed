"""The dialog of what a step does, in a real window: opened, applied, undone, refused."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from core.optimisers import Adam
from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.windows import is_same, progress, wait_at, wait_for_notice, wait_until
from visualiser.main_window import MainWindow
from visualiser.recipe_dialog.dialog import RecipeDialog
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField

APPLY = "Apply from this step on"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def open_by_key(window: MainWindow) -> RecipeDialog:
    window.activateWindow()
    QApplication.processEvents()
    screen.control_key(window, Qt.Key.Key_T)
    return opened(window)


def opened(window: MainWindow) -> RecipeDialog:
    [dialog] = window.findChildren(RecipeDialog)
    assert dialog.isVisible()
    return dialog


def test_menus_and_the_key_open_the_same_dialog(window: MainWindow) -> None:
    screen.choose(window, "Run …", "What a step does …")
    dialog = opened(window)
    dialog.close()
    screen.choose(window, "Menu", "What a step does …")
    assert opened(window) is dialog
    dialog.close()
    assert open_by_key(window) is dialog


def test_what_is_applied_in_the_past_is_one_change_on_a_new_branch_and_undone_at_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send(m.Play(200))
    wait_at(qtbot, window, 200)
    window.session.send(m.GoTo(40))
    wait_at(qtbot, window, 40)
    dialog = open_by_key(window)
    assert "starts a new branch" in screen.text(dialog)
    screen.pick(screen.named(dialog, QComboBox, "Optimiser"), "adam")
    screen.pick(screen.named(dialog, QComboBox, "Layer 1"), "tanh")
    screen.type_into(screen.named(dialog, NumberField, "L2 penalty"), "0.001", Qt.Key.Key_Tab)
    screen.press(dialog, APPLY)
    wait_until(qtbot, window, lambda p: p.recipe.l2 == 0.001)
    assert not screen.button(dialog, APPLY).isEnabled()
    assert "another course" in wait_for_notice(qtbot, window)
    window.session.send(m.Play(30))
    state = wait_at(qtbot, window, 70)
    run = new_run()
    run.train(40)
    sigma = ("tanh", "logistic", "logistic")
    run.change(optimiser="adam", activation=sigma, l2=0.001, learning_rate=0.005)
    run.train(30)
    assert is_same(state, run)
    assert state.progress.recipe == run.recipe
    # Without a desktop, a popup that is closed gives the activity back to nobody.
    dialog.activateWindow()
    QApplication.processEvents()
    screen.control_key(dialog, Qt.Key.Key_Z)
    wait_until(qtbot, window, lambda p: p.recipe.optimiser.name == "gradient_descent")
    assert progress(window).recipe == new_run().recipe
    qtbot.waitUntil(lambda: "the optimiser was set to adam" in window.notice.text())
    assert "σ was set to tanh, logistic, logistic" in window.notice.text()
    assert screen.named(dialog, QComboBox, "Optimiser").currentText() == "gradient descent"
    assert screen.named(dialog, QComboBox, "Layer 1").currentText() == "logistic"


def test_while_it_plays_it_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_by_key(window)
    window.session.send(m.Play())
    wait_until(qtbot, window, lambda p: p.playing)
    screen.pick(screen.named(dialog, QComboBox, "Optimiser"), "adam")
    screen.press(dialog, APPLY)
    state = wait_until(qtbot, window, lambda p: p.recipe.optimiser == Adam())
    assert state.progress.playing
    window.session.send(m.Pause())
    wait_until(qtbot, window, lambda p: not p.playing)


def test_what_is_refused_is_told_in_both_places_and_changes_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = progress(window).recipe
    dialog = open_by_key(window)
    screen.type_into(screen.named(dialog, NumberField, "L2 penalty"), "-1", Qt.Key.Key_Tab)
    screen.type_into(screen.named(dialog, NumberField, "L1 penalty"), "0.5", Qt.Key.Key_Tab)
    screen.press(dialog, APPLY)
    said = wait_for_notice(qtbot, window)
    assert said.startswith("The penalty l2 is -1")
    assert said in screen.texts(dialog)
    assert progress(window).recipe == before
    screen.type_into(screen.named(dialog, NumberField, "L2 penalty"), "x", Qt.Key.Key_Tab)
    screen.press(dialog, APPLY)
    assert "“x” in “L2 penalty” is not a number" in window.notice.text()
    assert window.notice.text() in screen.texts(dialog)
    screen.type_into(screen.named(dialog, NumberField, "L2 penalty"), "0", Qt.Key.Key_Tab)
    screen.press(dialog, APPLY)
    wait_until(qtbot, window, lambda p: p.recipe.l1 == 0.5)
    assert window.notice.text() == ""


def test_another_sigma_holds_at_once_in_all_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_by_key(window)
    screen.pick(screen.named(dialog, QComboBox, "Layer 3"), "relu")
    screen.press(dialog, APPLY)
    state = wait_until(qtbot, window, lambda p: p.recipe.activation[-1] == "relu")
    assert state.activation(3) == "relu"
    assert np.array_equal(state.activations[3], np.maximum(state.weighted_sums[2], 0))
