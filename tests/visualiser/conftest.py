"""What the window's tests share: the application, real windows, a watch for leaks."""

from __future__ import annotations

import logging
import multiprocessing
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.program import PROGRAM
from tests.visualiser.leak_watch import LeakWatch
from tests.visualiser.spare_trainer import SpareTrainer
from tests.visualiser.standing_window import StandingWindow
from tests.visualiser.windows import PATIENCE, OpenWindow, is_ready
from visualiser import motion, number_format
from visualiser.app import application
from visualiser.commands import keymap
from visualiser.files.kept_runs import KeptRuns
from visualiser.main_window import MainWindow
from visualiser.number_format import NumberStyle
from visualiser.settings import Settings
from visualiser.training import session
from visualiser.training.session import TrainingProcess


def pytest_itemcollected(item: pytest.Item) -> None:
    """A screenless Qt cannot do some of what it is asked; that is nobody's fault."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it: its style and its font are part of what is shown."""
    return application()


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep away from the settings and the log of the person who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE", "CACHE", "DATA"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        yield
    for handler in logging.getLogger(PROGRAM).handlers:
        handler.close()


@pytest.fixture(scope="session", autouse=True)
def _quick_processes() -> Iterator[None]:
    """Start training processes from one that has imported all that they need, where that can be.

    A thousand of them would else take most of the time. Tests of the whole program start them
    as it does.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        yield
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["visualiser.training.worker", "core.public"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "processes", lambda: context)
        yield


@pytest.fixture(scope="session")
def spare_trainer(_quick_processes: None) -> Iterator[SpareTrainer]:
    """A process for a window on the usual run, ready when the window is."""
    spare = SpareTrainer()
    yield spare
    spare.end()


@pytest.fixture(autouse=True)
def _usual_choices() -> Iterator[None]:
    """Write numbers and move as usual, whatever a test before has chosen, or the locale is."""
    number_format.use(NumberStyle())
    yield
    number_format.use(NumberStyle())
    motion.use("desktop")


@pytest.fixture(autouse=True)
def _usual_keys() -> None:
    """Let actions have their first keys, whatever a test before has chosen."""
    keymap.use(None)


@pytest.fixture(scope="session")
def _standing(
    qapp: QApplication,  # noqa: ARG001 (it must be there)
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[StandingWindow]:
    def open_one() -> MainWindow:
        file = tmp_path_factory.mktemp("standing") / "settings.ini"
        window = MainWindow(TrainingProcess(RunSettings()), Settings(file))
        window.resize(window.minimumSize())
        window.show()
        return window

    standing = StandingWindow(open_one)
    yield standing
    standing.close()


def _wait(condition: Callable[[], bool]) -> None:
    """Wait as qtbot does, which only a test has."""
    end = time.monotonic() + PATIENCE / 1000
    while not condition():
        QTest.qWait(1)
        if time.monotonic() > end:
            raise TimeoutError("what a window is to show does not come")


@pytest.fixture(autouse=True)
def _no_leaks(
    request: pytest.FixtureRequest,
    qapp: QApplication,  # noqa: ARG001 (it must be there)
    _standing: StandingWindow,
) -> Iterator[None]:
    """Fail a test that leaves something running or open behind.

    The standing window was there before, or it is closed before a test that does not ask for it.
    """
    if "standing_window" in request.fixturenames:
        _standing.as_new(_wait)
    else:
        _standing.close()
    watch = LeakWatch(_standing.owns)
    watch.begin()
    yield
    found = watch.end()
    if found:
        pytest.fail("left behind: " + "; ".join(found))


@pytest.fixture(scope="session")
def _naked(qapp: QApplication) -> QPalette:
    """The palette that the application has before any theme."""
    return QPalette(qapp.palette())


@pytest.fixture(autouse=True)
def _undressed(request: pytest.FixtureRequest, qapp: QApplication, _naked: QPalette) -> None:
    """Begin with no theme: a widget's picture is the same whatever was shown before.

    But for windows, which dress the application themselves: undressing and dressing takes as long
    as half a short test.
    """
    if qapp.styleSheet() and not {"open_window", "standing_window"} & {*request.fixturenames}:
        qapp.setStyleSheet("")
        qapp.setPalette(_naked)


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, spare_trainer: SpareTrainer) -> OpenWindow:
    def open_one(
        source: RunSettings | Path | None = None,
        *,
        settings: Path | None = None,
        theme: str | None = None,
        wait: bool = True,
        kept: KeptRuns | None = None,
    ) -> MainWindow:
        # Who does not wait for the run wants to be faster than it.
        is_usual = source is None and wait
        trainer = spare_trainer.take() if is_usual else TrainingProcess(source or RunSettings())
        window = MainWindow(trainer, Settings(settings or tmp_path / "settings.ini"), theme, kept)
        qtbot.addWidget(window, before_close_func=MainWindow.close_at_once)
        if settings is None:
            # The smallest: painting is half of what most tests take.
            window.resize(window.minimumSize())
        window.show()
        if wait:
            qtbot.waitUntil(lambda: is_ready(window), timeout=PATIENCE)
        return window

    return open_one


@pytest.fixture
def standing_window(_no_leaks: None, _standing: StandingWindow) -> Iterator[MainWindow]:
    """Like `window`, one that was used before: for tests that open and close nothing.

    A module whose tests are all such lets its ``window`` be this one.
    """
    window = _standing.window
    assert window is not None
    yield window
    _standing.rest()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window on an untrained network of 64-16-16-10 and the embedded digits."""
    return open_window()
