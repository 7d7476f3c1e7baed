"""The comparison as a person opens, uses and closes it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core import RunSettings, save_run
from core.metrics import evaluate
from tests.visualiser import screen
from tests.visualiser.beside.pairs import Compare, OpenPair, dialog_of, shown, wait_for_rest
from tests.visualiser.states import digits, new_run
from tests.visualiser.windows import PATIENCE, OpenWindow, progress, wait_at, wait_for_notice
from visualiser.beside.colours import side_colours
from visualiser.beside.dialog import CompareDialog
from visualiser.beside.window import ComparisonWindow
from visualiser.main_window import MainWindow
from visualiser.network_view.network_view import NetworkView
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import THEMES
from visualiser.training import messages as m


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def wait_for_example(qtbot: QtBot, pair: ComparisonWindow, index: int) -> None:
    qtbot.waitUntil(
        lambda: [one.progress.example.index for one in shown(pair)] == [index, index],
        timeout=PATIENCE,
    )


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    run = new_run(layers=(64, 12, 10), learning_rate=0.7)
    run.train(30)
    save_run(run, tmp_path / "smaller.nnrun")
    return tmp_path / "smaller.nnrun"


def choose_file(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    screen.press(dialog_of(window), "Choose a file …")
    assert path.name in screen.texts(dialog_of(window))


def test_from_the_key_to_the_window_and_back(
    qtbot: QtBot, window: MainWindow, compare: Compare
) -> None:
    window.session.send(m.Play())
    qtbot.waitUntil(lambda: progress(window).position > 50, timeout=PATIENCE)
    screen.control_key(window, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: not progress(window).playing, timeout=PATIENCE)
    stood_at = progress(window).position
    pair = compare(window)
    assert pair.isWindow()
    assert pair.parent() is window
    assert wait_for_rest(qtbot, pair) == 0
    told = screen.text(pair)
    assert "This run" in told
    assert "η = 3 instead of 1.5" in told
    screen.press(pair, "Play")
    qtbot.waitUntil(lambda: pair.lockstep.position > 50, timeout=PATIENCE)
    screen.press(pair, "Pause")
    wait_for_rest(qtbot, pair)
    assert progress(window).position == stood_at
    screen.control_key(pair, Qt.Key.Key_W)
    assert window.beside.comparison is None
    assert not pair.isVisible()


def test_closing_the_main_window_ends_the_comparison(asked: MainWindow, compare: Compare) -> None:
    pair = compare(asked)
    asked.close()
    assert not pair.isVisible()


def test_the_key_brings_an_open_comparison_to_the_front(
    asked: MainWindow, compare: Compare
) -> None:
    pair = compare(asked)
    screen.control_key(asked, Qt.Key.Key_B)
    assert asked.beside.comparison is pair
    dialog = asked.findChild(CompareDialog)
    assert dialog is not None
    assert not dialog.isVisible()


def test_something_else_can_be_compared(asked: MainWindow, compare: Compare) -> None:
    pair = compare(asked)
    screen.press(pair, "Other runs …")
    assert not pair.isVisible()
    assert dialog_of(asked).isVisible()
    dialog_of(asked).reject()


def test_a_saved_run_of_other_layers_is_compared_from_a_copy_of_this_one(
    qtbot: QtBot,
    window: MainWindow,
    compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    saved: Path,
    tmp_path: Path,
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    window.session.send(m.Move(100))
    wait_at(qtbot, window, 100)
    screen.control_key(window, Qt.Key.Key_B)
    choose_file(window, monkeypatch, saved)
    pair = compare(window)
    assert wait_for_rest(qtbot, pair) == 30
    left, right = shown(pair)
    assert (left.sizes, right.sizes) == ((64, 16, 16, 10), (64, 12, 10))
    assert left.progress.length == 100
    assert "smaller.nnrun" in screen.texts(pair)
    assert not window.notice.text()
    assert list(copies.iterdir())
    pair.close()
    assert not list(copies.iterdir())
    assert progress(window).position == 100


def test_a_file_that_is_no_run_is_a_sentence(
    qtbot: QtBot, asked: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "letter.nnrun"
    path.write_text("Dear Sir or Madam")
    choose_file(asked, monkeypatch, path)
    screen.press(dialog_of(asked), "Compare")
    qtbot.waitUntil(lambda: asked.beside.comparison is not None, timeout=PATIENCE)
    pair = asked.beside.comparison
    assert pair is not None
    qtbot.waitUntil(lambda: "letter.nnrun" in pair.notice.text(), timeout=PATIENCE)
    assert not screen.button(pair, "Play").isEnabled()


def test_a_copy_that_cannot_be_written_is_a_sentence_in_the_dialog(
    qtbot: QtBot, asked: MainWindow, monkeypatch: pytest.MonkeyPatch, saved: Path
) -> None:
    choose_file(asked, monkeypatch, saved)
    monkeypatch.setattr("visualiser.beside.side_by_side._FILE", "no folder/copy.nnrun")
    screen.press(dialog_of(asked), "Compare")
    said = wait_for_notice(qtbot, asked)
    assert said in screen.texts(dialog_of(asked))
    assert screen.button(dialog_of(asked), "Compare").isEnabled()
    dialog_of(asked).reject()


def test_both_are_shown_the_same_digit(qtbot: QtBot, pair: ComparisonWindow) -> None:
    # In a narrower one the sentence is shorter.
    pair.resize(1280, 800)
    screen.key(pair, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight)
    wait_for_example(qtbot, pair, 2)
    screen.key(pair, *[Qt.Key.Key_BracketLeft] * 3)
    last = pair.sides[0].description.test_count - 1  # type: ignore[union-attr] # it is there
    wait_for_example(qtbot, pair, last)
    screen.press(pair, "Next digit")
    wait_for_example(qtbot, pair, 0)
    answers = [f"Reads it as {one.answer}" for one in shown(pair)]
    told = screen.texts(pair)
    assert all(any(text.startswith(answer) for text in told) for answer in answers)


def test_the_digit_of_the_main_window_is_shown_first(
    qtbot: QtBot, window: MainWindow, compare: Compare
) -> None:
    window.session.send(m.ShowExample("stay", "train", index=5))
    qtbot.waitUntil(lambda: progress(window).example.index == 5, timeout=PATIENCE)
    screen.control_key(window, Qt.Key.Key_B)
    pair = compare(window)
    wait_for_example(qtbot, pair, 5)
    assert {one.progress.example.split for one in shown(pair)} == {"train"}


def test_what_is_selected_at_one_side_is_selected_at_the_other_where_it_is(
    open_pair: OpenPair,
) -> None:
    pair = open_pair(RunSettings(), RunSettings(layers=(64, 8, 10)))
    left, right = (view.network for view in pair.views)
    steps: list[tuple[NetworkView, Selection, tuple[Selection, Selection]]] = [
        (left, Neuron(1, 3), (Neuron(1, 3), Neuron(1, 3))),
        (right, Connection(1, 7, 20), (Connection(1, 7, 20), Connection(1, 7, 20))),
        (left, Neuron(1, 12), (Neuron(1, 12), None)),
        (right, Neuron(2, 9), (Neuron(2, 9), Neuron(2, 9))),
        (right, None, (None, None)),
    ]
    for network, selected, both in steps:
        network.select(selected)
        assert (left.selection, right.selection) == both
    left.setFocus()
    screen.key(left, Qt.Key.Key_Down)
    assert left.selection == right.selection is not None
    screen.key(left, Qt.Key.Key_Escape)
    assert left.selection is right.selection is None


def test_lines_and_options_are_the_main_windows(window: MainWindow, compare: Compare) -> None:
    screen.key(window, Qt.Key.Key_L)
    chosen = window.network.quantity.id
    screen.control_key(window, Qt.Key.Key_B)
    pair = compare(window)
    networks = [view.network for view in pair.views]
    assert [one.quantity.id for one in networks] == [chosen] * 2
    assert all(one.options == window.network.options for one in networks)
    screen.key(pair, Qt.Key.Key_L)
    assert networks[0].quantity.id == networks[1].quantity.id != chosen
    assert window.network.quantity.id == chosen


def test_a_click_in_the_plot_goes_there_with_both(qtbot: QtBot, pair: ComparisonWindow) -> None:
    pair.lockstep.go_to(200)
    wait_for_rest(qtbot, pair)
    pair._curves.step_chosen.emit(120)
    assert wait_for_rest(qtbot, pair) == 120


def test_what_is_no_step_is_refused(qtbot: QtBot, pair: ComparisonWindow) -> None:
    field = screen.named(pair, type(pair._controls._step), "Step")
    screen.type_into(field, "soon")
    assert "“soon” is no step" in pair.notice.text()
    screen.type_into(field, "7")
    assert wait_for_rest(qtbot, pair) == 7
    assert not pair.notice.text()


@pytest.mark.parametrize("name", THEMES)
def test_the_two_curves_differ_in_lightness_and_are_seen(name: str) -> None:
    theme = THEMES[name]
    left, right = side_colours(theme)
    assert contrast(left, right) >= 1.8
    assert min(contrast(left, theme.panel), contrast(right, theme.panel)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_each_curve_is_drawn_in_its_colour(qtbot: QtBot, pair: ComparisonWindow, name: str) -> None:
    pair.set_theme(THEMES[name])
    pair.lockstep.go_to(300)
    wait_for_rest(qtbot, pair)
    rows = screen.pixels(pair._curves._plot).reshape(-1, 3)
    for colour in side_colours(THEMES[name]):
        wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        assert (abs(rows - wanted).max(axis=1) < 12).any()


def test_everything_has_room_in_the_smallest_window(pair: ComparisonWindow) -> None:
    pair.resize(1024, 640)
    assert (pair.width(), pair.height()) == (1024, 640)
    for view in pair.views:
        assert view.network.height() >= 300
        assert view.network.width() >= 420


def test_a_missing_run_in_the_main_window_opens_nothing(open_window: OpenWindow) -> None:
    window = open_window(wait=False)
    screen.control_key(window, Qt.Key.Key_B)
    assert window.beside._dialog is None


def test_each_side_tells_the_accuracy_of_its_own_network(
    qtbot: QtBot, pair: ComparisonWindow
) -> None:
    pair.lockstep.go_to(800)
    wait_for_rest(qtbot, pair)
    told = []
    for settings in (RunSettings(), RunSettings(learning_rate=3.0)):
        run = settings.new_run(digits())
        run.train(800)
        told.append(f"Test {100 * evaluate(run.network, digits().test).accuracy:.1f} % right")
    qtbot.waitUntil(
        lambda: [t for t in screen.texts(pair) if t.startswith("Test ")][:2] == told,
        timeout=PATIENCE,
    )
