"""The window made anew in another language, over the same run: nothing else is different."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget
from pytestqt.qtbot import QtBot

from core import RunSettings, load_run
from core.datasets.drawn import read_sheet
from tests.visualiser import filing, screen
from tests.visualiser.pad.hands import canvas_of, draw
from tests.visualiser.pad.handwriting import WAYS
from tests.visualiser.spare_trainer import SpareTrainer
from tests.visualiser.states import new_run
from tests.visualiser.translating import compile_texts
from tests.visualiser.windows import (
    PATIENCE,
    is_ready,
    is_same,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser import languages
from visualiser.application import scale_of
from visualiser.files.kept_runs import KeptRuns
from visualiser.handing_over import HandedOver
from visualiser.languages import CHINESE, ENGLISH, speak
from visualiser.main_window import MainWindow
from visualiser.network_view.camera import Camera
from visualiser.pad.keeping import sheet_path
from visualiser.pad.pad import Pad
from visualiser.selection import Connection, Neuron
from visualiser.settings import Settings
from visualiser.tour.folder import built_in, chapters_in
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess

Key = Qt.Key


@pytest.fixture(autouse=True)
def _translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a few texts in Chinese, and all in English afterwards."""
    folder = tmp_path / "translations"
    folder.mkdir()
    texts = {
        "Actions": {"Play": "训练", "Step": "一步", "Untrained": "未训练"},
        "TransportPanel": {"Play": "训练", "Pause": "暂停", "Speed": "速度"},
    }
    compile_texts(folder / "visualiser_zh_CN.qm", texts)
    monkeypatch.setattr(languages, "_folders", lambda: (folder,))
    yield
    speak(ENGLISH)


@pytest.fixture(autouse=True)
def _data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with no digits kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


class Windows:
    """Makes windows as the program does, one in the place of the other."""

    def __init__(self, qtbot: QtBot, settings: Path, kept: KeptRuns) -> None:
        self._qtbot, self._settings, self._kept = qtbot, settings, kept
        self.window: MainWindow | None = None

    def open(self, trainer: TrainingProcess, handed: HandedOver | None = None) -> MainWindow:
        """A window that shows its run."""
        QApplication.instance().setStyleSheet("")  # type: ignore[union-attr] # it is there
        theme = None if handed is None else handed.theme
        window = MainWindow(trainer, Settings(self._settings), theme, self._kept, handed)
        self.window = window
        window.show()
        self._qtbot.waitUntil(
            lambda: window._snapshot is not None and is_ready(window), timeout=PATIENCE
        )
        return window

    def reopen(self, language: str) -> MainWindow:
        """The next window, in this language."""
        window = self.window
        left: list[HandedOver] = []
        assert window is not None
        window.reopening.handed_over.connect(left.append)
        window._settings.language = language
        window.reopen_asked.emit()
        self._qtbot.waitUntil(lambda: bool(left), timeout=PATIENCE)
        self.close()
        settings = Settings(self._settings)
        assert settings.language == language
        speak(languages.chosen(settings.language))
        return self.open(left[0].session.trainer, left[0])

    def close(self) -> None:
        """Close and delete the window that is there."""
        if self.window is not None:
            self.window.close_at_once()
            self.window.deleteLater()
            self.window = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path) -> Iterator[Windows]:
    """Windows that keep their runs below "kept"."""
    made = Windows(qtbot, tmp_path / "settings.ini", KeptRuns(tmp_path / "kept"))
    yield made
    made.close()


@pytest.fixture
def window(windows: Windows, spare_trainer: SpareTrainer) -> MainWindow:
    """The first window, in English."""
    return windows.open(spare_trainer.take())


def play_text(window: MainWindow) -> str:
    return window.transport._buttons["play"].text()


def wait_for_more(qtbot: QtBot, window: MainWindow, length: int) -> None:
    """Wait until the run has more steps than so many."""
    wait_until(qtbot, window, lambda p: p.length > length)


def test_three_times_while_it_plays_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, windows: Windows
) -> None:
    window.transport.set_speed(1000.0)
    screen.press(window, "Play")
    window.network.select(Neuron(1, 3))
    process = window.session.process_id
    for language, text in ((CHINESE, "暂停"), (ENGLISH, "Pause"), (CHINESE, "暂停")):
        wait_until(qtbot, window, lambda p: p.playing and p.length > 100)
        costs = window.history.costs.copy()
        window = windows.reopen(language)
        wait_for_more(qtbot, window, len(costs))
        assert progress(window).playing
        assert play_text(window) == text
        assert window.session.process_id == process
        assert window.network.selection == Neuron(1, 3)
        assert window.inspector._selection == Neuron(1, 3)
        assert np.array_equal(window.history.costs[: len(costs)], costs)
    screen.press(window, "暂停")
    wait_until(qtbot, window, lambda p: not p.playing)
    run = new_run()
    run.train(progress(window).length)
    assert np.array_equal(window.history.costs, run.costs)
    assert is_same(snapshot(window), run)


def test_the_file_its_asterisk_and_what_is_kept_stay(
    qtbot: QtBot, window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: window.session.is_kept, timeout=PATIENCE)
    window.session.send(m.Play(30))
    wait_at(qtbot, window, 30)
    filing.save_as(qtbot, window, tmp_path / "mine.nnrun")
    for language, is_altered in ((CHINESE, False), (ENGLISH, True)):
        if is_altered:
            screen.press(window, "一步")
            wait_at(qtbot, window, 31)
        files = sorted(tmp_path.glob("kept/*/*.nnrun"))
        assert len(files) == 1
        window = windows.reopen(language)
        assert window.files.path == tmp_path / "mine.nnrun"
        assert window.isWindowModified() is is_altered
        assert "mine.nnrun" in window.windowTitle()
        assert sorted(tmp_path.glob("kept/*/*.nnrun")) == files
        assert window.session.is_kept
    # What is to become of the run is asked when the window closes for good, and only then.
    window.close()
    assert window.isVisible()
    filing.answer(window, "Save")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)
    assert not list(tmp_path.glob("kept/*/*.nnrun"))
    assert load_run(tmp_path / "mine.nnrun").length == 31


def test_a_process_that_dies_afterwards_goes_on_from_what_was_kept(
    qtbot: QtBot, window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: window.session.is_kept, timeout=PATIENCE)
    window.session.send(m.Play(40))
    wait_at(qtbot, window, 40)
    window = windows.reopen(CHINESE)
    process, shown = window.session.process_id, snapshot(window)
    assert process is not None
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: snapshot(window) is not shown, timeout=PATIENCE)
    after = wait_at(qtbot, window, 40)
    assert np.array_equal(after.parameters.vector, shown.parameters.vector)
    assert "with all branches" in wait_for_notice(qtbot, window)
    # It is kept anew, and no longer where it was.
    qtbot.waitUntil(
        lambda: [one.name for one in tmp_path.glob("kept/*/*.nnrun")] == ["2.nnrun"],
        timeout=PATIENCE,
    )


def test_branches_the_past_and_what_is_compared_stay(
    qtbot: QtBot, window: MainWindow, windows: Windows
) -> None:
    window.session.send(m.Play(60))
    wait_at(qtbot, window, 60)
    window.session.send(m.GoTo(20))
    wait_at(qtbot, window, 20)
    window.session.send(m.SetLearningRate(0.2))
    window.session.send(m.Play(15))
    before = wait_at(qtbot, window, 35)
    window.session.recall(5)
    qtbot.waitUntil(lambda: snapshot(window).reference is not None, timeout=PATIENCE)
    costs = window.history.costs.copy()
    assert "another course" in window.notice.text()
    window = windows.reopen(CHINESE)
    after = snapshot(window)
    assert np.array_equal(window.history.costs, costs)
    assert np.array_equal(after.parameters.vector, before.parameters.vector)
    assert after.progress.changes == before.progress.changes
    assert after.reference is not None
    assert after.reference.step == 5
    branches = window._editing.branches
    assert branches is not None
    assert branches.present == 1
    assert [(one.length, one.forked_at) for one in branches.branches] == [(60, None), (35, 20)]
    # That there are two is no news.
    assert window.notice.text() == ""
    screen.control_key(window, Key.Key_Z)
    wait_at(qtbot, window, 20)


def test_what_a_person_had_chosen_to_see_is_seen_again(
    qtbot: QtBot, window: MainWindow, windows: Windows
) -> None:
    window.example.ask_for(12, "train")
    qtbot.waitUntil(lambda: progress(window).example.index == 12, timeout=PATIENCE)
    screen.key(window, Key.Key_I)
    network, camera = window.network, show_in_some_way(window)
    lines, locked = network.quantity.id, network.drawing.lines.scales
    bar, pins = window.inspector.verticalScrollBar(), window.tools.pinning.panel.pinned
    qtbot.waitUntil(lambda: bar.maximum() > 40, timeout=PATIENCE)
    bar.setValue(40)
    assert (len(pins), camera.zoom > 1.5) == (1, True)
    left = camera.left / network.width()
    window.session.send(m.Play(200))
    wait_at(qtbot, window, 200)
    window = windows.reopen(CHINESE)
    network = window.network
    assert network.selection == Connection(2, 4, 7)
    assert network.pinned == Neuron(1, 5)
    assert network.hasFocus()
    assert network.quantity.id == lines
    assert network.options.is_locked
    assert network.drawing.lines.scales == locked
    assert window.transport.steps == 77
    assert window.transport.speed == 100.0
    assert window.tools.pinning.panel.pinned == pins
    assert progress(window).example.index == 12
    assert window.example.wish("next") == m.ShowExample("next", "train")
    assert network.drawing.camera.zoom == camera.zoom
    # In a window that may be smaller, as here, the same part is seen.
    assert network.drawing.camera.left / network.width() == pytest.approx(left)
    new = window.inspector.verticalScrollBar()
    qtbot.waitUntil(lambda: new.value() == 40, timeout=PATIENCE)


def test_the_tour_is_read_on_in_the_other_language(
    qtbot: QtBot, window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("1", "2"):
        text = f"---\ntitle: Mine {name}\n---\nText.\n\n- [ ] [Choose](do:select/1.3).\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    window.tour.open_folder(folder)
    window.tour.guide.turn_to(1)
    window.network.select(Neuron(1, 3))
    camera = show_in_some_way(window)
    window = windows.reopen(CHINESE)
    guide = window.tour.guide
    assert window.tour.is_open
    assert guide.chapter == guide.chapters[1]
    assert (guide.folder, guide.chapters[1].title) == (folder, "Mine 2")
    assert [guide.marks.is_done(chapter, 0) for chapter in guide.chapters] == [False, True]
    assert window.network.hasFocus()
    QApplication.processEvents()
    assert window.network.drawing.camera.zoom == camera.zoom > 1.5
    # The folder is gone meanwhile.
    shutil.rmtree(folder)
    window = windows.reopen(ENGLISH)
    assert str(folder) in wait_for_notice(qtbot, window)
    assert not window.tour.is_open
    screen.key(window, Key.Key_G)
    window.tour.guide.turn_to(2)
    window = windows.reopen(CHINESE)
    assert window.tour.guide.chapter == chapters_in(built_in("zh_CN"))[2]
    panel = window.tour.panel
    assert panel is not None
    assert panel.isAncestorOf(window.focusWidget())


def test_earlier_runs_stay_in_the_cost_plot(
    qtbot: QtBot, window: MainWindow, windows: Windows
) -> None:
    window.session.send(m.Play(30))
    wait_at(qtbot, window, 30)
    average = float(window.history.costs[5:30].mean())
    window.session.send(m.Begin(RunSettings(learning_rate=0.5)))
    wait_until(qtbot, window, lambda p: p.length == 0)
    for language in (CHINESE, ENGLISH):
        window = windows.reopen(language)
        assert window.cost is not None
        assert window.cost.view.others.has_earlier
        [earlier] = window.cost.view.others.earlier
        assert (earlier.number, earlier.length) == (1, 30)
        assert earlier.averages[-1] == pytest.approx(average)


def test_a_drawing_stays_and_so_does_the_way_back_to_the_data(
    qtbot: QtBot,
    window: MainWindow,
    windows: Windows,
) -> None:
    window.session.send(m.ShowExample("stay", "train", index=5))
    wait_until(qtbot, window, lambda p: p.example.index == 5)
    pad = opened_pad(window)
    draw(canvas_of(pad), WAYS[4][0])
    screen.pick(screen.named(pad, QComboBox, "What is it?"), "4")
    wait_until(qtbot, window, lambda p: p.example.label == 4 and p.example.own is not None)
    ink, answered = pad._page.ink.copy(), snapshot(window).activations[-1]
    window = windows.reopen(CHINESE)
    pad = pad_of(window)
    assert pad.isVisible()
    assert pad.isAncestorOf(window.focusWidget())
    assert np.array_equal(pad._page.ink, ink)
    wait_until(qtbot, window, lambda p: p.example.label == 4 and p.example.own is not None)
    assert np.array_equal(snapshot(window).activations[-1], answered)
    assert f"Read as {snapshot(window).answer}" in screen.texts(pad)
    # It leads back from there, and from one window more, where the pad is closed.
    screen.key(canvas_of(pad), Key.Key_D)
    wait_until(qtbot, window, lambda p: (p.example.split, p.example.index) == ("train", 5))
    window = windows.reopen(ENGLISH)
    pad = pad_of(window)
    assert not pad.isVisible()
    assert (progress(window).example.split, progress(window).example.index) == ("train", 5)
    opened_pad(window)
    assert np.array_equal(pad._page.ink, ink)
    screen.press(pad, "Keep it")
    [kept] = read_sheet(sheet_path()).ink
    assert np.abs(kept / 255 - ink).max() < 0.5 / 255 + 1e-6
    assert read_sheet(sheet_path()).labels.tolist() == [4]
    for _ in WAYS[4][0]:
        screen.control_key(canvas_of(pad), Key.Key_Z)
    assert pad._page.is_blank


def pad_of(window: MainWindow) -> Pad:
    pad = window.tools.drawing.pad
    assert pad is not None
    return pad


def opened_pad(window: MainWindow) -> Pad:
    screen.key(window, Key.Key_D)
    return pad_of(window)


def test_an_open_pad_waits_where_nothing_can_be_drawn(
    qtbot: QtBot, window: MainWindow, windows: Windows
) -> None:
    assert window.tools.drawing.left() is None, "nothing was drawn"
    draw(canvas_of(opened_pad(window)), WAYS[1][0])
    screen.pick(screen.named(window, QComboBox, "What is it?"), "1")
    screen.press(window, "Keep it")
    ink = pad_of(window)._page.ink.copy()
    window.session.send(m.Begin(RunSettings("plane")))
    qtbot.waitUntil(lambda: not pad_of(window).isVisible(), timeout=PATIENCE)
    window = windows.reopen(CHINESE)
    assert not pad_of(window).isVisible()
    window.session.send(m.Begin(RunSettings()))
    wait_until(qtbot, window, lambda p: p.example.own is not None)
    assert pad_of(window).isVisible()
    assert np.array_equal(pad_of(window)._page.ink, ink)
    assert screen.named(window, QListWidget, "My digits").count() == 1


def test_phases_and_windows_of_their_own_are_left(
    qtbot: QtBot, window: MainWindow, windows: Windows
) -> None:
    screen.key(window, Key.Key_B)
    browser = window.tools.browsing.browser
    assert browser is not None
    window.activateWindow()
    screen.key(window, Key.Key_P)
    qtbot.waitUntil(lambda: window.phases.stepper.is_active, timeout=PATIENCE)
    window.reopen_asked.emit()
    assert not browser.isVisible()
    assert not window.phases.stepper.is_active
    window = windows.reopen(CHINESE)
    assert progress(window).position == 0
    assert not window.phases.stepper.is_active


def show_in_some_way(window: MainWindow) -> Camera:
    """Choose how the network is shown; from where it is seen then."""
    network = window.network
    network.lines.choose_next()
    network.set_options(replace(network.options, is_locked=True))
    network.select(Connection(2, 4, 7))
    network.pin(Neuron(1, 5))
    network.setFocus()
    for _ in range(3):
        screen.key(network, Key.Key_Plus)
    window.transport.set_steps(77)
    window.transport.set_speed(100.0)
    return network.drawing.camera


def test_what_a_killed_program_left_is_offered_until_it_is_decided(
    qtbot: QtBot, windows: Windows, spare_trainer: SpareTrainer, tmp_path: Path
) -> None:
    left = KeptRuns(tmp_path / "kept")
    filing.saved_run(left.next_path())
    left._lock.unlock()  # type: ignore[union-attr]
    window = windows.open(spare_trainer.take())
    offered = wait_for_notice(qtbot, window)
    window = windows.reopen(ENGLISH)
    assert wait_for_notice(qtbot, window) == offered
    screen.press(window, "Close")
    assert windows.reopen(CHINESE).notice.text() == ""


def test_ctrl_plus_minus_and_zero_choose_the_scale(
    qtbot: QtBot, window: MainWindow, windows: Windows
) -> None:
    assert (window._settings.scale, scale_of()) == (100, 100)
    left: list[HandedOver] = []
    window.reopening.handed_over.connect(left.append)
    # It is the usual size: there is no way back to it.
    screen.control_key(window, Key.Key_0)
    for key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus):
        screen.control_key(window, key)
    assert window._settings.scale == 110
    qtbot.waitUntil(lambda: bool(left), timeout=PATIENCE)
    windows.close()
    windows.open(left[0].session.trainer, left[0])
