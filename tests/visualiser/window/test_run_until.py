"""A person has the run played until something comes true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.states import new_run
from tests.visualiser.windows import (
    OpenWindow,
    pause,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.selection import Neuron
from visualiser.theme import THEMES
from visualiser.training.conditions import CostBelow, NeuronSaturated, StepReached
from visualiser.widgets.run_button import RunButton
from visualiser.widgets.until_dialog import UntilDialog

COST, STEP = "C falls below …", "step … is reached"
DIGIT = "the shown example is recognised … times in a row"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def form(window: MainWindow) -> UntilDialog:
    """The form, opened by its key."""
    # As a desktop does after a dialog was closed; there is none here.
    window.activateWindow()
    QApplication.processEvents()
    screen.key(window, Qt.Key.Key_U)
    dialog = window.findChildren(UntilDialog)[0]
    for _ in range(3):
        QApplication.processEvents()
    return dialog


def tick(dialog: UntilDialog, *names: str) -> None:
    """Tick these and no others."""
    for box in dialog.findChildren(QCheckBox):
        if box.isChecked() != (box.accessibleName() in names):
            screen.key(box, Qt.Key.Key_Space)


def ticked(dialog: UntilDialog) -> list[str]:
    return [box.accessibleName() for box in dialog.findChildren(QCheckBox) if box.isChecked()]


def field(dialog: UntilDialog, name: str) -> QLineEdit:
    return screen.named(dialog, QLineEdit, name)


def refusal(dialog: UntilDialog) -> str:
    return "".join(w.text() for w in screen.labels(dialog) if w.objectName() == "refusal")


def test_with_the_key_and_enter_alone(qtbot: QtBot, window: MainWindow) -> None:
    dialog = form(window)
    assert dialog.isVisible()
    assert ticked(dialog) == [COST]
    # The field has the focus, with its number selected.
    QTest.keyClicks(field(dialog, "C"), "0.3")
    screen.key(field(dialog, "C"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    told = wait_for_notice(qtbot, window)
    found = re.fullmatch(
        r"Stopped at step ([\d,]+): C, averaged over the last 25 steps, is ([\d.]+), below 0\.3\.",
        told,
    )
    assert found is not None, told
    run = new_run()
    costs = [run.step().cost]
    while sum(costs[-25:]) / len(costs[-25:]) >= 0.3:
        costs.append(run.step().cost)
    assert screen.number(found[1]) == run.position
    assert abs(screen.number(found[2]) - sum(costs[-25:]) / 25) < 0.00006
    wait_at(qtbot, window, run.position)
    assert progress(window).length == run.position


def test_with_the_mouse_and_the_first_of_two(qtbot: QtBot, window: MainWindow) -> None:
    screen.choose(window, "Run …", "Run until …")
    dialog = window.findChildren(UntilDialog)[0]
    screen.type_into(field(dialog, "Step"), "1,234", Qt.Key.Key_Tab)
    # What was typed into is wanted.
    assert ticked(dialog) == [COST, STEP]
    screen.type_into(field(dialog, "C"), "0.0001", Qt.Key.Key_Tab)
    screen.press(dialog, "Run")
    assert wait_for_notice(qtbot, window) == "Stopped at step 1,234, as was asked for."
    wait_at(qtbot, window, 1234)


def test_what_was_said_is_said_until_it_plays_on(qtbot: QtBot, window: MainWindow) -> None:
    window.until.start((StepReached(50),))
    wait_for_notice(qtbot, window)
    wait_at(qtbot, window, 50)
    assert window.notice.text()
    screen.key(window, Qt.Key.Key_Period)
    wait_at(qtbot, window, 51)
    assert window.notice.text() == ""


def test_the_shown_digit(qtbot: QtBot, window: MainWindow) -> None:
    dialog = form(window)
    tick(dialog, DIGIT)
    screen.press(dialog, "Run")
    told = wait_for_notice(qtbot, window)
    wait_until(qtbot, window, lambda p: not p.playing and p.position > 0)
    shown = snapshot(window)
    label = shown.progress.example.label
    assert shown.activations[-1].argmax() == label
    assert told == (
        f"Stopped at step {shown.progress.position}: the shown example, a {label}, is recognised."
    )
    # Once more: it is there already.
    dialog = form(window)
    assert ticked(dialog) == [DIGIT]
    screen.key(field(dialog, "How many times"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    told = f"The shown example, a {label}, is recognised already; no step was taken."
    qtbot.waitUntil(lambda: window.notice.text() == told, timeout=6000)
    assert progress(window).position == shown.progress.position


def test_a_neuron_the_selected_one_first(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(RunSettings(activation="tanh", learning_rate=3.0))
    window.network.select(Neuron(1, 6))
    dialog = form(window)
    assert "looked at every 100 steps" in screen.text(dialog)
    box = screen.named(dialog, QComboBox, "Which neuron")
    offered = [box.itemText(i) for i in range(box.count())]
    assert offered[:2] == ["neuron 6 of layer 1", "a neuron of layer 1"]
    assert len(offered) == 4
    tick(dialog)
    screen.pick(box, "neuron 6 of layer 1")
    assert len(ticked(dialog)) == 1
    screen.press(dialog, "Run")
    told = wait_for_notice(qtbot, window)
    assert re.match(r"Stopped at step \d+00: neuron 6 of layer 1 is saturated; its σ", told)


def test_pausing_gives_it_up_without_a_word(qtbot: QtBot, window: MainWindow) -> None:
    window.until.start((CostBelow(1e-9), NeuronSaturated(1)))
    wait_until(qtbot, window, lambda p: bool(p.until) and p.position > 0)
    button = window.findChildren(RunButton)[0]
    qtbot.waitUntil(lambda: button.text() == "Until …", timeout=6000)
    waits = "average C < 1×10⁻⁹ or a neuron of layer 1 saturated"
    assert button.toolTip() == f"It runs until {waits}. Pause ends that."
    pause(qtbot, window)
    qtbot.waitUntil(lambda: button.text() == "Run …", timeout=6000)
    assert window.notice.text() == ""


def test_it_says_at_the_right_what_it_waits_for(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1500, 800)
    assert "Embedded digits · 64-16-16-10" in screen.text(window.transport)
    window.until.start((CostBelow(1e-9),))
    said = "Runs until average C < 1×10⁻⁹"
    qtbot.waitUntil(lambda: said in screen.text(window.transport), timeout=6000)
    pause(qtbot, window)
    qtbot.waitUntil(
        lambda: "Embedded digits" in screen.text(window.transport),
        timeout=6000,
    )


_BAD = [
    ("C", "abc", "“abc” is not a number; type one, for instance 0.1."),
    ("C", "", "Nothing is typed; type a number, for instance 0.1."),
    ("C", "0", "C cannot fall below 0; type a number above 0, for instance 0.1."),
    ("C", "nan", "C cannot fall below nan; type a number above 0, for instance 0.1."),
    ("Step", "2.5", "There is no step 2.5 to stop at; type a whole number from 1 up, "),
    ("Test accuracy in per cent", "100", "The test accuracy cannot rise above 100 %; "),
    ("How many epochs", "0", "C cannot rise for 0 epochs; "),
    ("How many times", "-1", "The example cannot be recognised -1 times in a row; "),
]


def test_bad_input_is_one_sentence(window: MainWindow) -> None:
    dialog = form(window)
    for name, typed, said in _BAD:
        tick(dialog)
        line = field(dialog, name)
        screen.type_into(line, "5" if typed != "5" else "6", Qt.Key.Key_Tab)
        screen.type_into(line, typed)
        assert dialog.isVisible()
        assert refusal(dialog).startswith(said)
        assert refusal(dialog).endswith(".")
        assert refusal(dialog).count(". ") == 0
        assert line.property("invalid")
        QTest.keyClicks(line, "1")
        assert refusal(dialog) == ""
        assert not line.property("invalid")
        screen.type_into(line, "5", Qt.Key.Key_Tab)


def test_nothing_ticked_is_said(window: MainWindow) -> None:
    dialog = form(window)
    tick(dialog)
    screen.press(dialog, "Run")
    assert refusal(dialog) == "Nothing is ticked; tick at least one of these."
    assert dialog.isVisible()


def test_escape_closes_it_even_from_a_field(window: MainWindow) -> None:
    dialog = form(window)
    QTest.keyClicks(field(dialog, "C"), "7")
    screen.key(field(dialog, "C"), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not progress(window).playing


def test_the_last_choice_is_found_again(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.ini"
    first = open_window(settings=path)
    dialog = form(first)
    tick(dialog, STEP)
    screen.type_into(field(dialog, "Step"), "77")
    wait_at(qtbot, first, 77)
    first.close()
    second = open_window(settings=path)
    dialog = form(second)
    assert ticked(dialog) == [STEP]
    assert field(dialog, "Step").text() == "77"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_longer_texts_have_room(open_window: OpenWindow, theme: str) -> None:
    with longer_texts():
        window = open_window(theme=theme)
        dialog = form(window)
    for _ in range(3):
        QApplication.processEvents()
    for label in screen.labels(dialog):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= needed, label.text()
        assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
        assert dialog.rect().contains(label.rect().translated(label.mapTo(dialog, QPoint())))
    panel = THEMES[theme].colour("panel")
    assert screen.pixels(dialog)[3, 3].tolist() == [panel.red(), panel.green(), panel.blue()]


def test_everything_in_it_is_reached_by_tab_and_explained(window: MainWindow) -> None:
    dialog = form(window)
    met = []
    for _ in range(40):
        screen.key(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget in met:
            break
        met.append(widget)
    kinds = QCheckBox, QLineEdit, QComboBox
    controls = [w for kind in kinds for w in dialog.findChildren(kind)]
    assert len(controls) == 12
    for control in controls:
        assert control in met
        assert control.accessibleName()
        assert control.toolTip()
    assert all(label.toolTip() for label in screen.labels(dialog))
