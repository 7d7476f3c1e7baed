"""Noise, blank paper, pins and baselines, in a real window."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from core import Run
from core.probes import baselines
from tests.visualiser import screen
from tests.visualiser.states import digits, new_run
from tests.visualiser.window.test_phase_by_phase import press_on, wait_in
from tests.visualiser.window.test_tooltips import unexplained
from tests.visualiser.windows import (
    PATIENCE,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.baselines_dialog import BaselinesDialog
from visualiser.main_window import MainWindow
from visualiser.number_format import percent
from visualiser.own_inputs import noise
from visualiser.panels.pins import MOST_PINS
from visualiser.selection import Neuron
from visualiser.training import messages as m
from visualiser.training.conditions import ShownRecognised
from visualiser.training.shown_example import of_data
from visualiser.widgets.average_pictures import AveragePictures
from visualiser.widgets.pin_button import PinButton
from visualiser.widgets.share_row import ShareRow

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


@pytest.fixture
def trained(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window on a network that has learnt something."""
    window.session.send(m.Play(600))
    wait_at(qtbot, window, 600)
    return window


@pytest.fixture(scope="module")
def run() -> Run:
    made = new_run()
    made.train(600)
    return made


def show_noise(qtbot: QtBot, window: MainWindow) -> int:
    """Press N; the seed of the noise that is shown then."""
    before = progress(window).example
    screen.key(window, Key.Key_N)
    wait_until(qtbot, window, lambda p: p.example != before and p.example.own is not None)
    own = progress(window).example.own
    assert own is not None
    assert own.name.startswith("Noise ")
    return int(own.name.split()[1])


def sure_texts(window: MainWindow) -> list[str]:
    labels = window.example.findChildren(QLabel)
    return [one.text() for one in labels if one.text()]


# -------------------------------------------------------------------- noise and blank


def test_n_shows_noise_whose_name_has_its_seed(qtbot: QtBot, trained: MainWindow, run: Run) -> None:
    seeds = [show_noise(qtbot, trained) for _ in range(3)]
    assert len(set(seeds)) > 1
    shown = snapshot(trained)
    assert np.array_equal(shown.activations[0], noise(64, seeds[-1]))
    outputs = run.network.forward(noise(64, seeds[-1])).activations[-1]
    assert np.array_equal(shown.activations[-1], outputs)
    (told,) = sure_texts(trained)
    assert told.endswith(f"that of output {int(outputs.argmax())}.")
    figure = screen.number(told.removeprefix("The largest a is ").partition(",")[0])
    assert figure == pytest.approx(float(outputs.max()), abs=6e-5)
    # Back at a digit, there is nothing to say.
    trained.example.ask("next")
    wait_until(qtbot, trained, lambda p: p.example.split == "test")
    qtbot.waitUntil(lambda: not sure_texts(trained), timeout=PATIENCE)
    assert progress(trained).example.index == 1


def entries(window: MainWindow) -> dict[str, object]:
    opener = screen.named(window.example, QToolButton, "Noise or a blank input")
    menu = opener.menu()
    assert isinstance(menu, QMenu)
    assert all(action.toolTip() for action in menu.actions())
    return {action.text(): action for action in menu.actions()}


def test_the_menu_by_the_digit_has_both(qtbot: QtBot, trained: MainWindow) -> None:
    blank, some_noise = entries(trained)["Blank"], entries(trained)["Noise"]
    blank.trigger()  # type: ignore[attr-defined] # an action
    wait_until(qtbot, trained, lambda p: p.example.own is not None)
    assert not snapshot(trained).activations[0].any()
    some_noise.trigger()  # type: ignore[attr-defined] # an action
    wait_until(
        qtbot, trained, lambda p: p.example.own is not None and p.example.own.name != "Blank"
    )
    assert snapshot(trained).activations[0].any()


def test_nobody_can_wait_for_noise_to_be_recognised(qtbot: QtBot, trained: MainWindow) -> None:
    show_noise(qtbot, trained)
    trained.session.send(m.PlayUntil((ShownRecognised(),)))
    assert "Nobody has said" in wait_for_notice(qtbot, trained)
    assert progress(trained).position == 600


def test_two_runs_side_by_side_show_the_same_noise(qtbot: QtBot, trained: MainWindow) -> None:
    show_noise(qtbot, trained)
    example = progress(trained).example
    screen.control_key(trained, Key.Key_B)
    dialog = trained.beside._dialog
    assert dialog is not None
    screen.press(dialog, "Compare")
    qtbot.waitUntil(lambda: trained.beside.comparison is not None, timeout=PATIENCE)
    pair = trained.beside.comparison
    assert pair is not None

    def both() -> list[object]:
        shown = [view.network.snapshot for view in pair.views]
        return [one.progress.example for one in shown if one is not None]

    qtbot.waitUntil(lambda: both() == [example, example], timeout=2 * PATIENCE)
    assert screen.text(pair).count("Reads") == 2
    assert "it is a" not in screen.text(pair)
    screen.key(pair, Key.Key_BracketRight)
    first = of_data(digits(), "test", 0)
    qtbot.waitUntil(lambda: both() == [first, first], timeout=2 * PATIENCE)
    pair.close()


def test_the_phases_tell_the_mean_from_the_noise(qtbot: QtBot, trained: MainWindow) -> None:
    seed = show_noise(qtbot, trained)
    trained.network.select(Neuron(3, 4))
    press_on(trained, 2)
    wait_in(qtbot, trained, "forward", 1)
    assert f"here, a, S and W·a are those of the input “Noise {seed}”" in screen.text(
        trained.inspector
    )


# -------------------------------------------------------------------- pins


def pins(window: MainWindow) -> list[PinButton]:
    QApplication.processEvents()
    found = [one for one in window.findChildren(PinButton) if one.isVisible()]
    return sorted(found, key=lambda one: one.x())


def test_pins_are_answered_live_and_shown_again(qtbot: QtBot, window: MainWindow, run: Run) -> None:
    screen.key(window, Key.Key_I)
    screen.press(window, "Next digit")
    wait_until(qtbot, window, lambda p: p.example.index == 1)
    screen.press(window.example, "Pin this example")
    assert screen.named(window.example, QToolButton, "Pin this example").isChecked()
    assert [one.name() for one in pins(window)] == ["Test example 0", "Test example 1"]
    window.session.send(m.Play(600))
    wait_at(qtbot, window, 600)
    answers = [
        int(run.network.forward(x).activations[-1].argmax()) for x in digits().test.inputs[:2]
    ]

    def told() -> list[str]:
        return [one.accessibleName() for one in pins(window)]

    qtbot.waitUntil(
        lambda: all(
            f"read as {answer}, which is" in name
            for answer, name in zip(answers, told(), strict=True)
        ),
        timeout=PATIENCE,
    )
    screen.press(window, "Next digit")
    wait_until(qtbot, window, lambda p: p.example.index == 2)
    assert not screen.named(window.example, QToolButton, "Pin this example").isChecked()
    pins(window)[0].click()
    wait_until(qtbot, window, lambda p: p.example.index == 0)
    assert screen.named(window.example, QToolButton, "Pin this example").isChecked()


def test_noise_can_be_pinned_and_outlasts_a_new_start(qtbot: QtBot, window: MainWindow) -> None:
    seed = show_noise(qtbot, window)
    screen.key(window, Key.Key_I)
    window.example.ask("next")
    wait_until(qtbot, window, lambda p: p.example.split == "test")
    identity = snapshot(window).description.identity
    window.session.send(m.Restart(3))
    qtbot.waitUntil(
        lambda: window._snapshot is not None and window._snapshot.description.identity != identity,
        timeout=PATIENCE,
    )
    (pinned,) = pins(window)
    pinned.click()
    wait_until(qtbot, window, lambda p: p.example.own is not None)
    assert np.array_equal(snapshot(window).activations[0], noise(64, seed))


def test_one_too_many_is_refused_in_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    for index in range(MOST_PINS + 1):
        window.session.send(m.ShowExample("stay", index=index))
        wait_until(qtbot, window, lambda p, index=index: p.example.index == index)  # type: ignore[misc] # bound now
        screen.key(window, Key.Key_I)
    assert len(pins(window)) == MOST_PINS
    assert "8 examples are pinned" in window.notice.text()


# In one theme: both have the same sizes.
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_eight_pins_have_room(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    for index in range(MOST_PINS):
        window.session.send(m.ShowExample("stay", index=index))
        wait_until(qtbot, window, lambda p, index=index: p.example.index == index)  # type: ignore[misc] # bound now
        window.tools.pinning.pin()
    strip = window.tools.pinning.panel
    qtbot.waitUntil(lambda: strip.width() == window.network.width(), timeout=PATIENCE)
    assert window.width() == size[0]
    places = [one.geometry() for one in pins(window)]
    assert len(places) == MOST_PINS
    assert all(strip.rect().contains(place) for place in places)
    assert all(a.right() < b.left() for a, b in pairwise(places))
    assert unexplained(strip) == []


# -------------------------------------------------------------------- what is to be beaten


def shares(dialog: BaselinesDialog) -> dict[str, str]:
    rows = (one for one in dialog.findChildren(ShareRow) if one.isVisible())
    return {row.name.text(): row.figure.text() for row in rows}


def test_what_a_network_must_beat(qtbot: QtBot, trained: MainWindow, run: Run) -> None:
    trained._actions["baselines"].trigger()
    dialog = trained.findChild(BaselinesDialog)
    assert isinstance(dialog, BaselinesDialog)
    qtbot.waitUntil(lambda: "…" not in shares(dialog).values(), timeout=PATIENCE)
    found = baselines(digits())
    test = digits().test
    read = run.network.forward(test.inputs).activations[-1].argmax(axis=0)
    assert shares(dialog) == {
        "Always the same answer": percent(found.frequency),
        "Darkness alone": percent(found.darkness),
        "Nearest average": percent(found.average),
        "This network": percent(float((read == test.labels).mean())),
    }
    assert f"Always answers {found.most_frequent}" in screen.text(dialog)
    assert unexplained(dialog) == []
    pictures = dialog.findChild(AveragePictures)
    assert isinstance(pictures, AveragePictures)
    assert pictures.isVisible()
    # The network's share follows the run.
    before = shares(dialog)["This network"]
    trained.session.send(m.GoTo(0))
    wait_at(qtbot, trained, 0)
    qtbot.waitUntil(lambda: shares(dialog)["This network"] != before, timeout=PATIENCE)
    dialog.close()
