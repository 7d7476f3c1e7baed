"""An exception nobody foresaw: kept in the log, told once, and the window goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.errors import DataError, SettingError
from core.program import PROGRAM
from tests.visualiser import screen
from tests.visualiser.windows import wait_at, wait_for_notice
from visualiser import errors
from visualiser.main_window import MainWindow


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log of a person who never had an error before."""
    monkeypatch.setattr("platformdirs.user_log_path", lambda name: tmp_path / name / "log")
    close_log()
    yield tmp_path / PROGRAM / "log" / "errors.log"
    close_log()


def close_log() -> None:
    """As at the start of the program: a logger without handlers, which passes on what it gets."""
    logger = logging.getLogger(PROGRAM)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True


def fail() -> None:
    raise RuntimeError("the sky fell down")


@pytest.fixture
def catching(window: MainWindow) -> Iterator[MainWindow]:
    """A window as the program opens it, where exceptions in slots are caught."""
    undo = errors.catch_unexpected(window.troubles.tell_unexpected)
    yield window
    undo()


def test_an_exception_in_a_slot_is_kept_and_told_and_the_window_goes_on(
    qtbot: QtBot, catching: MainWindow, log: Path
) -> None:
    QTimer.singleShot(0, catching, fail)
    sentence = wait_for_notice(qtbot, catching)
    assert "unexpected" in sentence
    assert "the sky fell down" not in sentence
    text = log.read_text("utf-8")
    assert text.count("Traceback") == 1
    assert text.count("RuntimeError: the sky fell down") == 1
    assert "in fail" in text
    screen.press(catching, "Step")
    wait_at(qtbot, catching, 1)


def test_its_details_can_be_copied(qtbot: QtBot, catching: MainWindow, log: Path) -> None:
    QTimer.singleShot(0, catching, fail)
    wait_for_notice(qtbot, catching)
    screen.press(catching, "Copy details")
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError: the sky fell down" in copied
    assert copied.strip() in log.read_text("utf-8")


def test_an_exception_in_the_training_process_is_kept_once(
    qtbot: QtBot, catching: MainWindow, log: Path
) -> None:
    catching.session.send("no command")  # type: ignore[arg-type] # that is the point
    wait_for_notice(qtbot, catching)
    assert log.read_text("utf-8").count("Traceback") == 1


def test_where_no_log_can_be_written_nothing_else_breaks(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    log: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr("platformdirs.user_log_path", lambda _: tmp_path / "file" / "log")
    errors.record("a report")
    assert "a report" in capsys.readouterr().err
    assert not log.exists()


def test_the_hook_is_put_back() -> None:
    before = sys.excepthook
    undo = errors.catch_unexpected(lambda _: None)
    assert sys.excepthook is not before
    undo()
    assert sys.excepthook is before


@pytest.mark.parametrize("kind", [SettingError, DataError])
def test_an_error_of_the_user_s_is_a_sentence(kind: type[SettingError]) -> None:
    error = kind("There is no neuron {index} in layer {layer}.", index=5, layer=2)
    assert errors.sentence(error) == "There is no neuron 5 in layer 2."
