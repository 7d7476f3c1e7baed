"""Preferences in the window: what is chosen there holds at once everywhere it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.window.test_autosave import files, kill_trainer, wait_for_file
from tests.visualiser.window.test_remembered import ground_of, rgb
from tests.visualiser.windows import PATIENCE, OpenWindow, is_same, wait_at, wait_for_notice
from visualiser.files.kept_runs import KeptRuns
from visualiser.main_window import MainWindow
from visualiser.motion import OVERRIDE, wants_less_motion
from visualiser.network_view.picture_dialog import PictureDialog
from visualiser.number_format import NumberStyle, style
from visualiser.preferences.dialog import PreferencesDialog
from visualiser.settings import Settings
from visualiser.theme import DARK, LIGHT
from visualiser.training import messages as m

SWITCH = "Keep the run on disk while it goes on"


def opened(window: MainWindow) -> PreferencesDialog:
    """The dialog, opened by its key."""
    screen.control_key(window, Qt.Key.Key_Comma)
    [dialog] = window.findChildren(PreferencesDialog)
    assert dialog.isVisible()
    return dialog


def pick(dialog: PreferencesDialog, name: str, title: str) -> None:
    screen.pick(screen.named(dialog, QComboBox, name), title)


def type_number(dialog: PreferencesDialog, name: str, typed: str) -> None:
    screen.type_into(screen.named(dialog, QSpinBox, name), typed)


def marked(window: MainWindow, title: str) -> list[str]:
    """The entries with a mark of the submenu that has an entry."""
    menu = screen.open_menu(window, "Menu", title)
    menu.close()
    return [entry.text() for entry in menu.actions() if entry.isChecked()]


def test_it_is_opened_by_its_key_and_from_the_menu_and_there_is_one(window: MainWindow) -> None:
    dialog = opened(window)
    dialog.close()
    screen.choose(window, "Menu", "Preferences …")
    assert dialog.isVisible()
    assert opened(window) is dialog
    # The window can be used meanwhile.
    assert not dialog.isModal()


def test_looks_and_numbers_change_at_once_and_the_menu_knows(window: MainWindow) -> None:
    dialog = opened(window)
    pick(dialog, "Theme", "Light")
    assert ground_of(window) == rgb(LIGHT, "ground")
    assert marked(window, "Light") == ["Light"]
    pick(dialog, "Theme", "Dark")
    pick(dialog, "Colours of + and −", "Blue and red")
    assert window.network.drawing.theme == DARK.with_colours("blue_red")
    assert ground_of(window) == rgb(DARK, "ground")
    type_number(dialog, "Decimals", "6")
    pick(dialog, "Decimal mark", "Comma: 0,5")
    assert style() == NumberStyle(6, ",")
    assert marked(window, "6 decimals") == ["6 decimals", "Decimal comma: 0,5"]


def test_what_is_chosen_in_the_menu_is_seen_in_the_dialog(window: MainWindow) -> None:
    dialog = opened(window)
    screen.choose(window, "Menu", "Dark")
    screen.choose(window, "Menu", "3 decimals")
    assert screen.named(dialog, QComboBox, "Theme").currentText() == "Dark"
    assert screen.named(dialog, QSpinBox, "Decimals").value() == 3


def test_colours_are_remembered_and_the_network_s_picture_has_them_in_either_theme(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    before = Settings(tmp_path / "mine.ini")
    before.colours = "violet_orange"
    before.save()
    window = open_window(settings=tmp_path / "mine.ini", theme="dark")
    assert window.network.drawing.theme == DARK.with_colours("violet_orange")
    window._ask_for_picture()
    [picture] = window.findChildren(PictureDialog)
    box = next(b for b in picture.findChildren(QComboBox) if b.findText("Light") >= 0)
    screen.pick(box, "Light")
    assert picture.picture.theme == LIGHT.with_colours("violet_orange")


def test_a_theme_for_this_time_is_shown_and_the_remembered_one_can_be_chosen(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    before = Settings(tmp_path / "mine.ini")
    before.theme = "light"
    before.save()
    window = open_window(settings=tmp_path / "mine.ini", theme="dark")
    dialog = opened(window)
    assert screen.named(dialog, QComboBox, "Theme").currentText() == "Dark"
    assert marked(window, "Light") == ["Dark"]
    pick(dialog, "Theme", "Light")
    assert ground_of(window) == rgb(LIGHT, "ground")
    assert Settings(tmp_path / "mine.ini").theme == "light"


def test_motion_is_reduced_at_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OVERRIDE, raising=False)
    dialog = opened(window)
    pick(dialog, "Reduced motion", "Yes, nothing glides or glows")
    assert wants_less_motion()
    pick(dialog, "Reduced motion", "No, show all motion")
    assert not wants_less_motion()


def test_language_and_size_ask_for_a_new_window_once(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(window)
    asked: list[bool] = []
    window.reopen_asked.connect(lambda: asked.append(True))
    pick(dialog, "Theme", "Dark")
    pick(dialog, "Language", "简体中文")
    pick(dialog, "Size of everything", "125 %")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked), timeout=PATIENCE)
    assert asked == [True]
    with qtbot.waitSignal(window.reopen_asked, timeout=PATIENCE):
        screen.press(dialog, "Reset all")
    assert len(asked) == 2


def test_the_memory_is_told_to_each_run_and_when_it_changes(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[m.Command] = []
    send = window.session.send

    def note(command: m.Command) -> None:
        sent.append(command)
        send(command)

    monkeypatch.setattr(window.session, "send", note)
    type_number(opened(window), "Memory for going back", "64")
    assert sent == [m.SetHistoryMemory(64 * 2**20)]
    with qtbot.waitSignal(window.session.run_opened, timeout=PATIENCE):
        window.session.send(m.Restart())
    assert m.SetHistoryMemory(64 * 2**20) in sent[2:]


def test_a_run_that_is_not_to_be_kept_leaves_nothing_on_disk_until_it_is_again(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "unsaved"
    window = open_window(kept=KeptRuns(folder))
    qtbot.waitUntil(lambda: window.session.is_kept, timeout=PATIENCE)
    switch = screen.named(opened(window), QCheckBox, SWITCH)
    switch.click()
    qtbot.waitUntil(lambda: list(folder.iterdir()) == [], timeout=PATIENCE)
    assert not window.session.is_kept
    window.session.send(m.Play(40))
    wait_at(qtbot, window, 40)
    assert files(folder) == []
    # All that it says without a file is true: the same steps are taken again.
    kill_trainer(qtbot, window)
    assert "only branches left earlier are gone" in wait_for_notice(qtbot, window)
    run = new_run()
    run.train(40)
    assert is_same(wait_at(qtbot, window, 40), run)
    assert files(folder) == []
    switch.click()
    qtbot.waitUntil(lambda: window.session.is_kept, timeout=PATIENCE)
    wait_for_file(qtbot, folder, run)
    window.close_at_once()
    assert list(folder.iterdir()) == []


def test_nothing_is_kept_where_that_was_chosen_before(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    before = Settings(tmp_path / "mine.ini")
    before.autosave = False
    before.save()
    window = open_window(settings=tmp_path / "mine.ini", kept=KeptRuns(tmp_path / "unsaved"))
    window.session.send(m.Play(40))
    wait_at(qtbot, window, 40)
    assert not (tmp_path / "unsaved").exists()


def test_a_broken_file_is_told_of_once_and_the_window_is_as_at_first(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.ini"
    path.write_text("no settings")
    window = open_window(settings=path)
    assert "could not be read" in window.notice.text()
    assert "mine.ini.broken-1" in window.notice.text()
    screen.press(window, "Close")
    window.close()
    assert open_window(settings=path).notice.text() == ""


def test_enter_in_a_field_of_numbers_does_not_play_or_close(window: MainWindow) -> None:
    dialog = opened(window)
    field = screen.named(dialog, QSpinBox, "Decimals")
    screen.key(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not window._steering.is_playing
