"""What a window remembers for the next one: its place, its docks, its theme, its speed."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.windows import OpenWindow
from visualiser.main_window import MainWindow
from visualiser.theme import DARK, LIGHT, THEMES, Theme


def ground_of(window: MainWindow) -> tuple[int, ...]:
    """The colour in the corner of the network's picture."""
    return tuple(screen.pixels(window.network)[2, 2].tolist())


def rgb(theme: Theme, name: str) -> tuple[int, ...]:
    colour = theme.colour(name)
    return colour.red(), colour.green(), colour.blue()


def dock(window: MainWindow, name: str) -> QDockWidget:
    return window.findChildren(QDockWidget, name)[0]


def on_a_screen(of: QSize) -> AbstractContextManager[object]:
    """Let windows find themselves on a screen of this size."""
    shown = SimpleNamespace(availableSize=lambda: of)
    return patch.object(MainWindow, "screen", lambda _: shown)


@pytest.mark.parametrize(
    ("room", "lowest", "highest"),
    [
        (QSize(1920, 1080), QSize(1280, 800), QSize(1280, 800)),
        (QSize(1366, 768), QSize(1280, 700), QSize(1280, 768)),
        (QSize(640, 480), QSize(1024, 640), QSize(1024, 640)),
    ],
)
def test_the_first_window_is_of_the_usual_size_where_the_screen_has_room(
    open_window: OpenWindow, tmp_path: Path, room: QSize, lowest: QSize, highest: QSize
) -> None:
    with on_a_screen(room):
        window = open_window(settings=tmp_path / "first.ini")
    assert window.size().boundedTo(highest) == window.size().expandedTo(lowest) == window.size()
    assert dock(window, "inspector").isVisible()
    assert dock(window, "cost").isVisible()


def test_size_docks_theme_and_speed_are_found_again(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.ini"
    first = open_window(settings=path)
    # No wider than this: the screen that is not there is 800 pixels wide.
    first.resize(1024, 700)
    # The bar takes its narrower form before anyone can click in it.
    QApplication.processEvents()
    screen.choose(first, "Menu", "Cost plot")
    screen.choose(first, "Menu", "Dark")
    screen.pick(screen.named(first, QComboBox, "Speed"), "20 steps/s")
    QApplication.processEvents()
    assert not dock(first, "cost").isVisible()
    first.close()
    second = open_window(settings=path)
    assert second.size() == QSize(1024, 700)
    assert not dock(second, "cost").isVisible()
    assert dock(second, "inspector").isVisible()
    assert screen.named(second, QComboBox, "Speed").currentText() == "20 steps/s"
    assert ground_of(second) == rgb(DARK, "ground")


def test_the_remembered_speed_is_the_one_it_plays_at(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.ini"
    path.write_text("[General]\nspeed=5.0\n")
    window = open_window(settings=path)
    screen.press(window, "Play")
    qtbot.waitUntil(lambda: len(window.history) >= 1, timeout=6000)
    assert len(window.history) < 60


@pytest.mark.parametrize(
    "content",
    [b"\xff\x00garbage", b"[General]\ntheme=pink\nspeed=soon\n[window]\ngeometry=@ByteArray(xx"],
)
def test_a_broken_file_opens_the_usual_window(
    open_window: OpenWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.ini"
    path.write_bytes(content)
    with on_a_screen(QSize(1920, 1080)):
        window = open_window(settings=path)
    assert window.size() == QSize(1280, 800)
    assert window.transport.speed is None


def test_a_choice_of_theme_holds_at_once_everywhere(window: MainWindow) -> None:
    for title, theme in (("Dark", DARK), ("Light", LIGHT), ("Dark", DARK)):
        screen.choose(window, "Menu", title)
        assert ground_of(window) == rgb(theme, "ground")
        assert tuple(screen.pixels(window.inspector)[4, 4].tolist()) == rgb(theme, "panel")
        assert window.cost is not None
        assert tuple(screen.pixels(window.cost)[3, 3].tolist()) == rgb(theme, "panel")
        assert tuple(screen.pixels(window.transport)[3, 3].tolist()) == rgb(theme, "panel")
        assert tuple(screen.pixels(window.status)[-3, 3].tolist()) == rgb(theme, "panel")


def test_exactly_the_chosen_theme_is_marked_in_the_menu(window: MainWindow) -> None:
    def marked() -> list[str]:
        menu = screen.open_menu(window, "Menu", "Dark")
        menu.close()
        return [entry.text() for entry in menu.actions() if entry.isChecked()]

    assert marked() == ["As the desktop"]
    screen.choose(window, "Menu", "Light")
    assert marked() == ["Light"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_for_this_time_is_not_remembered(
    open_window: OpenWindow, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "mine.ini"
    first = open_window(settings=path, theme=name)
    assert ground_of(first) == rgb(THEMES[name], "ground")
    first.close()
    assert f"theme={name}" not in path.read_text()


class Hints:
    """The desktop's hints, with a colour scheme that can be set."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged = QGuiApplication.styleHints().colorSchemeChanged

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme


def test_it_follows_the_desktop_while_it_runs(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = Hints(Qt.ColorScheme.Light)
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)
    window = open_window()
    assert ground_of(window) == rgb(LIGHT, "ground")
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(hints.scheme)
    assert ground_of(window) == rgb(DARK, "ground")
    screen.choose(window, "Menu", "Light")
    hints.colorSchemeChanged.emit(hints.scheme)
    assert ground_of(window) == rgb(LIGHT, "ground")
    screen.choose(window, "Menu", "As the desktop")
    assert ground_of(window) == rgb(DARK, "ground")
