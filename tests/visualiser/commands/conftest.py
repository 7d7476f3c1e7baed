"""A small window with all commands, which note that they were done."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from visualiser.commands.actions import make_actions
from visualiser.commands.table import descriptions
from visualiser.commands.tools import CommandTools
from visualiser.settings import Settings


@dataclass
class Desk:
    """The window, its tools and actions, and what was done."""

    window: QMainWindow
    tools: CommandTools
    actions: dict[str, QAction]
    settings: Settings
    line: QLineEdit
    done: list[str] = field(default_factory=list)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    window = QMainWindow()
    qtbot.addWidget(window)
    settings = Settings(tmp_path / "settings.ini")
    tools = CommandTools(window, settings)
    done: list[str] = []
    callbacks = {one.id: partial(done.append, one.id) for one in descriptions()}
    actions = make_actions(window, {**callbacks, **tools.callbacks()})
    window.addActions(list(actions.values()))
    tools.set_actions(actions)
    line = QLineEdit()
    window.setCentralWidget(line)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    window.setFocus()
    return Desk(window, tools, actions, settings, line, done)
