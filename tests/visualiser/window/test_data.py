"""Other data in a real window: by its menu, its key and by dropping it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.visualiser import filing, screen
from tests.visualiser.clothes import NAMES
from tests.visualiser.data.idx import idx_folder
from tests.visualiser.training.test_exchanging import bare_file
from tests.visualiser.window.test_files_opening import hint
from tests.visualiser.windows import PATIENCE, progress, snapshot, wait_at, wait_for_notice
from visualiser.data.dialog import DataDialog
from visualiser.main_window import MainWindow
from visualiser.training import messages as m

Key = Qt.Key
BEGIN = "Start a new run with this data"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def dialog_of(window: MainWindow) -> DataDialog:
    found = window.findChild(DataDialog)
    assert found is not None
    return found


def begin(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until it is known what the data is, and begin with it."""
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: screen.button(dialog, BEGIN).isEnabled(), timeout=PATIENCE)
    screen.press(dialog, BEGIN)
    filing.come_back(window)


def data_of(window: MainWindow) -> str:
    return snapshot(window).description.settings.data


def wait_for_data(qtbot: QtBot, window: MainWindow, source: str) -> None:
    def is_there() -> bool:
        return window._snapshot is not None and data_of(window) == source

    qtbot.waitUntil(is_there, timeout=PATIENCE)


def drop(window: MainWindow, path: Path) -> None:
    drag = filing.Drag(window, [path])
    assert drag.enter()
    assert drag.drop() == Qt.DropAction.CopyAction


def test_a_dropped_folder_is_shown_and_begins_a_new_run(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = idx_folder(tmp_path / "shapes")
    window.session.send(m.Play(20))
    wait_at(qtbot, window, 20)
    drag = filing.Drag(window, [folder])
    assert drag.enter()
    assert hint(window) == "Let go to see what data is in “shapes”"
    drag.drop()
    assert dialog_of(window).isVisible()
    # The present run is as it was until the button is pressed.
    assert (data_of(window), progress(window).position) == ("digits", 20)
    begin(qtbot, window)
    wait_for_data(qtbot, window, str(folder))
    assert snapshot(window).sizes == (36, 16, 16, 3)
    qtbot.waitUntil(lambda: "A new run begins with shapes." in window.notice.text())
    screen.press(window, "Go back to the run before")
    wait_for_data(qtbot, window, "digits")
    wait_at(qtbot, window, 20)


def test_the_key_opens_it_and_cancel_leaves_all_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(10))
    before = wait_at(qtbot, window, 10)
    screen.control_key(window, Key.Key_D)
    dialog = dialog_of(window)
    assert dialog.isVisible()
    screen.press(dialog, "Cancel")
    filing.come_back(window)
    assert not dialog.isVisible()
    assert snapshot(window).description == before.description


def test_the_menu_offers_it(window: MainWindow) -> None:
    screen.choose(window, "Menu", "Choose data …")
    assert dialog_of(window).isVisible()
    dialog_of(window).close()


def test_a_saved_run_that_has_changed_is_asked_for_first(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = idx_folder(tmp_path / "shapes")
    filing.save_as(qtbot, window, tmp_path / "mine.nnrun")
    window.session.send(m.Play(10))
    wait_at(qtbot, window, 10)
    qtbot.waitUntil(window.isWindowModified, timeout=PATIENCE)
    drop(window, folder)
    begin(qtbot, window)
    assert "“mine.nnrun”" in filing.question(window)
    filing.answer(window, "Cancel")
    assert data_of(window) == "digits"
    drop(window, folder)
    begin(qtbot, window)
    filing.answer(window, "Discard")
    wait_for_data(qtbot, window, str(folder))


def test_data_that_is_gone_by_then_leaves_the_run_as_it_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = idx_folder(tmp_path / "shapes")
    drop(window, folder)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: screen.button(dialog, BEGIN).isEnabled(), timeout=PATIENCE)
    (folder / "train-images-idx3-ubyte").unlink()
    screen.press(dialog, BEGIN)
    filing.come_back(window)
    assert str(folder) in wait_for_notice(qtbot, window)
    assert data_of(window) == "digits"
    window.session.send(m.Play(5))
    wait_at(qtbot, window, 5)


def test_loading_that_takes_long_says_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[m.Command] = []
    monkeypatch.setattr(window.session, "send", sent.append)
    window.session.loading.emit(m.Loading("/data/large", 0.1))
    assert window.notice.text() == ""
    qtbot.waitUntil(lambda: window.notice.text() == "Loading large: 10 %", timeout=PATIENCE)
    window.session.loading.emit(m.Loading("/data/large", 0.354))
    assert window.notice.text() == "Loading large: 35 %"
    screen.press(window, "Stop loading")
    assert sent == [m.StopLoading()]
    window.session.loading_stopped.emit(m.LoadingStopped())
    assert window.notice.text() == "Loading was stopped; the run goes on as before."


def test_loading_that_is_done_says_so_no_longer(qtbot: QtBot, window: MainWindow) -> None:
    window.session.loading.emit(m.Loading("digits", 0.1))
    qtbot.waitUntil(lambda: "Loading" in window.notice.text(), timeout=PATIENCE)
    window.session.trainer_lost.emit(True)
    assert "Loading" not in window.notice.text()


def test_files_of_data_are_known_by_their_names(window: MainWindow, tmp_path: Path) -> None:
    for name in ("a.csv", "a.TSV", "a.txt", "train-images-idx3-ubyte.gz", "t10k-ubyte"):
        (tmp_path / name).write_bytes(b"")
        assert filing.Drag(window, [tmp_path / name]).enter()
        assert hint(window) == f"Let go to see what data is in “{name}”"


def test_an_archive_is_weights_or_data_by_what_is_in_it(window: MainWindow, tmp_path: Path) -> None:
    np.savez(tmp_path / "data.npz", x_train=np.zeros(3), y_train=np.zeros(3))
    np.savez(tmp_path / "many.npz", images=np.zeros(3), labels=np.zeros(3))
    bare_file(tmp_path / "weights.npz", 64, 5, 10)
    (tmp_path / "broken.npz").write_bytes(b"PK\3\4")
    hints = {}
    for path in tmp_path.glob("*.npz"):
        assert filing.Drag(window, [path]).enter()
        hints[path.stem] = "what data" in hint(window)
    assert hints == {"data": True, "many": True, "weights": False, "broken": False}


def test_the_menu_calls_what_is_shown_a_digit_only_where_it_is_one(window: MainWindow) -> None:
    described = snapshot(window).description
    titles = []
    for names in (NAMES, ()):
        window.session.run_opened.emit(replace(described, class_names=names))
        menu = screen.open_menu(window, "Menu")
        titles.append([e.text() for e in screen.entries(menu) if e.text().startswith("Next ")])
        menu.close()
    assert titles == [["Next example"], ["Next digit"]]
