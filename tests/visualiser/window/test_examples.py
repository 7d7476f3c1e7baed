"""Choosing the digit that the network is shown, in a real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core import answers
from tests.visualiser import screen
from tests.visualiser.states import digits, new_run
from tests.visualiser.windows import progress, snapshot, wait_at, wait_for_notice, wait_until
from visualiser.main_window import MainWindow
from visualiser.training import messages as m

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def wait_for_example(qtbot: QtBot, window: MainWindow, before: m.ShownExample) -> m.ShownExample:
    wait_until(qtbot, window, lambda p: p.example != before)
    return progress(window).example


def click(qtbot: QtBot, window: MainWindow, name: str) -> m.ShownExample:
    before = progress(window).example
    screen.press(window, name)
    return wait_for_example(qtbot, window, before)


def test_next_and_previous(qtbot: QtBot, window: MainWindow) -> None:
    assert progress(window).example == m.ShownExample("test", 0, int(digits().test.labels[0]))
    assert click(qtbot, window, "Next digit").index == 1
    assert click(qtbot, window, "Next digit").index == 2
    assert click(qtbot, window, "Previous digit").index == 1
    assert np.array_equal(snapshot(window).activations[0], digits().test.inputs[1])


def test_keys_choose_the_next_and_the_previous_digit(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(window, Key.Key_BracketRight)
    wait_until(qtbot, window, lambda p: p.example.index == 1)
    screen.key(window, Key.Key_BracketLeft, Key.Key_BracketLeft)
    wait_until(qtbot, window, lambda p: p.example.index == len(digits().test) - 1)
    screen.choose(window, "Menu", "Next digit")
    wait_until(qtbot, window, lambda p: p.example.index == 0)


def test_a_digit_at_random(qtbot: QtBot, window: MainWindow) -> None:
    seen = {click(qtbot, window, "A digit at random").index for _ in range(4)}
    assert len(seen) > 1


def test_only_one_digit(qtbot: QtBot, window: MainWindow) -> None:
    box = screen.named(window, QComboBox, "Which digit")
    for digit in (8, 3):
        before = progress(window).example
        screen.pick(box, f"only {digit}")
        assert wait_for_example(qtbot, window, before).label == digit
        for _ in range(3):
            assert click(qtbot, window, "Next digit").label == digit
        assert box.currentText() == f"only {digit}"


def test_training_digits(qtbot: QtBot, window: MainWindow) -> None:
    screen.pick(screen.named(window, QComboBox, "Test or training digits"), "training")
    wait_until(qtbot, window, lambda p: p.example.split == "train")
    shown = click(qtbot, window, "Next digit")
    assert shown.split == "train"
    assert np.array_equal(snapshot(window).activations[0], digits().train.inputs[shown.index])


def test_all_that_are_shown_as_misread_are_misread(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(800))
    wait_at(qtbot, window, 800)
    run = new_run()
    run.train(800)
    wrong = np.flatnonzero(answers(run.network, digits().test) != digits().test.labels).tolist()
    screen.button(window, "misread").click()
    wait_until(qtbot, window, lambda p: p.example.index == wrong[0])
    seen = [wrong[0]]
    for _ in range(4):
        seen.append(click(qtbot, window, "Next digit").index)
        assert snapshot(window).answer != progress(window).example.label
    assert seen == wrong[:5]
    screen.button(window, "misread").click()
    assert click(qtbot, window, "Next digit").index == wrong[4] + 1


def test_where_none_is_misread_a_sentence_says_so_and_the_wish_goes(
    qtbot: QtBot, window: MainWindow
) -> None:
    run = new_run()
    run.train(1500)
    test = digits().test
    is_right = answers(run.network, test) == test.labels
    digit = next(d for d in range(10) if is_right[test.labels == d].all())
    window.session.send(m.Play(1500))
    wait_at(qtbot, window, 1500)
    screen.pick(screen.named(window, QComboBox, "Which digit"), f"only {digit}")
    wait_until(qtbot, window, lambda p: p.example.label == digit)
    before = progress(window).example
    box = screen.button(window, "misread")
    box.click()
    sentence = wait_for_notice(qtbot, window)
    assert "misread" in sentence
    assert sentence.endswith(".")
    assert not box.isChecked()
    assert progress(window).example == before
    assert click(qtbot, window, "Next digit").index == before.index + 1


def test_the_controls_say_what_is_shown_after_a_refusal(qtbot: QtBot, window: MainWindow) -> None:
    box = screen.named(window, QComboBox, "Test or training digits")
    window.session.send(m.ShowExample("next", "train", 77))
    wait_for_notice(qtbot, window)
    assert box.currentText() == "test"
    assert progress(window).example.index == 0
