"""The cost plot in a real window: it fills as steps are taken, and a click goes back."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import evaluate
from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.windows import is_same, progress, wait_at, wait_until
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def plot_of(window: MainWindow) -> pg.PlotWidget:
    return window.findChildren(pg.PlotWidget)[0]


def curve(window: MainWindow) -> list[float]:
    assert window.cost is not None
    return list(window.cost.view.lines.average.costs)


def click_step(window: MainWindow, step: float) -> None:
    for _ in range(2):
        QApplication.processEvents()
        window.grab()
    box = plot_of(window).getViewBox()
    x, y = box.mapViewToScene(QPointF(step, 0)).x(), box.sceneBoundingRect().center().y()
    place: QPoint = plot_of(window).mapFromScene(QPointF(x, y))
    QTest.mouseClick(plot_of(window).viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_it_fills_as_steps_are_taken(qtbot: QtBot, window: MainWindow) -> None:
    assert curve(window) == []
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    run = new_run()
    run.step()
    assert curve(window) == run.costs.tolist()
    window.session.send(m.Play(400))
    wait_at(qtbot, window, 401)
    run.train(400)
    assert curve(window) == run.costs.tolist()


def test_a_click_goes_to_that_step_exactly(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    click_step(window, 120)
    shown = wait_until(qtbot, window, lambda p: p.position < 300)
    assert abs(shown.progress.position - 120) <= 1
    run = new_run()
    run.train(shown.progress.position)
    assert is_same(shown, run)
    assert len(curve(window)) == 300


def test_a_changed_past_drops_the_future_from_the_plot(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    click_step(window, 120)
    wait_until(qtbot, window, lambda p: p.position < 300)
    here = progress(window).position
    screen.type_into(screen.named(window, NumberField, "Learning rate"), "0.5")
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.5)
    assert len(curve(window)) == here
    screen.press(window, "Step")
    wait_at(qtbot, window, here + 1)
    run = new_run()
    run.train(here)
    run.set_learning_rate(0.5)
    run.step()
    assert curve(window) == run.costs.tolist()


def test_a_new_run_begins_an_empty_plot(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    screen.control_key(window, Qt.Key.Key_R)
    wait_until(qtbot, window, lambda p: p.length == 0)
    qtbot.waitUntil(lambda: curve(window) == [])


def test_a_plot_that_was_hidden_shows_everything_when_it_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen.choose(window, "Menu", "Cost plot")
    assert not plot_of(window).isVisible()
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    screen.choose(window, "Menu", "Cost plot")
    assert plot_of(window).isVisible()
    assert len(curve(window)) == 300


def test_accuracy_on_both_kinds_of_digits_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    run = new_run()
    run.train(300)
    share = f"{100 * run.evaluate_test().accuracy:.1f} %"
    qtbot.waitUntil(lambda: share in screen.text(window.status))
    assert "Training" in screen.text(window.status)


def test_costs_are_those_of_the_run_after_going_back_and_forth(
    qtbot: QtBot, window: MainWindow
) -> None:
    for target in (200, 40, 90, 0):
        window.session.send(m.GoTo(target) if target < 200 else m.Play(200))
        wait_at(qtbot, window, target)
    run = new_run()
    run.train(200)
    assert np.array_equal(window.history.costs, run.costs)
    assert window.history.averages[-1] == pytest.approx(run.costs[-25:].mean())


def test_training_accuracy_comes_from_the_training_process_and_is_true(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    assert window.cost is not None
    screen.press(window.cost, "training accuracy")
    line = window.cost.view.lines.training
    qtbot.waitUntil(lambda: line.steps.tolist() == [144, 288])
    run = new_run()
    for step, share in zip(line.steps, line.values, strict=True):
        run.train(int(step) - run.length)
        assert share == evaluate(run.network, run.data.train).accuracy
    # It is remembered that it is shown.
    assert "training" not in window._settings.cost_plot.hidden
