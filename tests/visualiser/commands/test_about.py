"""What the program says of itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.visualiser import screen
from tests.visualiser.commands.conftest import Desk
from visualiser import __version__
from visualiser.commands.about_dialog import AboutDialog


def opened(desk: Desk) -> AboutDialog:
    desk.actions["about"].trigger()
    dialog = desk.window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    return dialog


def test_it_names_version_licence_and_where_files_are(desk: Desk) -> None:
    dialog = opened(desk)
    facts = dict(dialog.facts)
    assert facts["Version"] == __version__
    assert facts["Licence"].startswith("MIT")
    assert Path(facts["Settings"]) == Path(desk.settings.file)
    assert facts["Log"].endswith("log")
    assert {*facts.keys(), *facts.values()} <= set(screen.texts(dialog))
    assert all(label.toolTip() for label in screen.labels(dialog))


def test_all_of_it_can_be_copied(desk: Desk) -> None:
    dialog = opened(desk)
    screen.press(dialog, "Copy all")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied == [f"{name}: {value}" for name, value in dialog.facts]
    screen.press(dialog, "Close")
    assert not dialog.isVisible()
