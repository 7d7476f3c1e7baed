"""What stands beside the network while phases are shown is of the same digit, or says so."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.window.test_phase_by_phase import press_on, view, wait_for, wait_in
from tests.visualiser.windows import progress
from visualiser.main_window import MainWindow
from visualiser.selection import Neuron
from visualiser.widgets.batch_strip import BatchStrip


def follow(qtbot: QtBot, window: MainWindow, place: int) -> None:
    """Click a digit of the mini-batch."""
    [strip] = window.findChildren(BatchStrip)
    strip.example_chosen.emit(place)
    step = wait_in(qtbot, window, "batch").step
    assert step is not None
    index = int(step.traced.examples[place])
    wait_for(qtbot, lambda: progress(window).example.index == index)


def test_who_follows_a_digit_sees_its_numbers_in_the_inspector(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.network.select(Neuron(2, 3))
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    assert "the mean of 10 examples" in screen.text(window.inspector)
    follow(qtbot, window, 4)
    assert "the mean of 10 examples" not in screen.text(window.inspector)
    shown = view(window)
    assert shown is not None
    assert shown.step is not None
    traced = float(shown.step.weighted_sums(2)[3])
    assert abs(number(screen.chips(window.inspector)["S"]) - traced) < 6e-5
    assert progress(window).example.split == "train"


def test_of_the_whole_network_no_digit_is_spoken_of(qtbot: QtBot, window: MainWindow) -> None:
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    assert "the mean of 10 examples" not in screen.text(window.inspector)
    window.network.select(Neuron(2, 3))
    assert "the mean of 10 examples" in screen.text(window.inspector)
    window.network.select(None)
    assert "the mean of 10 examples" not in screen.text(window.inspector)


def test_other_digits_are_not_offered_meanwhile(qtbot: QtBot, window: MainWindow) -> None:
    assert window.example.isVisible()
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    assert not window.example.isVisible()
    window.phases.leave()
    assert window.example.isVisible()
    assert "mean of" not in screen.text(window.inspector)


def test_what_is_to_be_guessed_stands_nowhere(qtbot: QtBot, window: MainWindow) -> None:
    window.network.select(Neuron(2, 3))
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    press_on(window, 8)
    wait_in(qtbot, window, "update")
    assert screen.text(window.inspector).startswith("Guess first")
    assert screen.chips(window.inspector) == {}
    screen.press(window, "Falls")
    assert "Guess first" not in screen.text(window.inspector)
    assert "∂C/∂B" in screen.chips(window.inspector)
    press_on(window, 1)
    wait_in(qtbot, window, "done")
    assert "mean of" not in screen.text(window.inspector)
