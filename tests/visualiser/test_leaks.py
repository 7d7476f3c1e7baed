"""The watch that every test is under notices each kind of leak, and nothing else."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.shared_memory import SharedMemory

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from tests.visualiser.leak_watch import READER, LeakWatch

_kept: list[object] = []


def leak_timer() -> None:
    timer = QTimer()
    timer.start(60_000)
    _kept.append(timer)


def leak_timer_of_a_living_parent() -> None:
    parent = QObject()
    QTimer(parent).start(60_000)
    _kept.append(parent)


def leak_thread() -> None:
    thread = QThread()
    thread.start()
    _kept.append(thread)


def leak_process() -> None:
    process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,))
    process.start()
    _kept.append(process)


class Reader(threading.Thread):
    """Reads until it is waited for."""

    def __init__(self) -> None:
        super().__init__(name=READER, daemon=True)
        self._end = threading.Event()

    def run(self) -> None:
        self._end.wait()

    def join(self, timeout: float | None = None) -> None:
        self._end.set()
        super().join(timeout)


def leak_reader() -> None:
    Reader().start()


def leak_shown_window() -> None:
    window = QWidget()
    window.show()
    _kept.append(window)


def leak_hidden_window() -> None:
    _kept.append(QWidget())


def leak_memory() -> None:
    SharedMemory(create=True, size=64).close()


LEAKS = {
    leak_timer: "an active QTimer",
    leak_timer_of_a_living_parent: "an active QTimer",
    leak_thread: "a running QThread",
    leak_process: "a child process",
    leak_reader: f"a thread named {READER}",
    leak_shown_window: "a top-level widget",
    leak_hidden_window: "a top-level widget",
    leak_memory: "shared memory",
}


def watched(do: Callable[[], None]) -> list[str]:
    watch = LeakWatch()
    watch.begin()
    do()
    return watch.end()


@pytest.mark.parametrize(("leak", "said"), LEAKS.items(), ids=lambda v: getattr(v, "__name__", ""))
def test_a_leak_is_noticed_once_and_mended(leak: Callable[[], None], said: str) -> None:
    found = watched(leak)
    assert len(found) == 1
    assert found[0].startswith(said)
    assert watched(lambda: None) == []
    _kept.clear()


def test_all_leaks_are_told_together() -> None:
    def leak() -> None:
        leak_timer()
        leak_memory()
        leak_hidden_window()

    found = watched(leak)
    assert len(found) == 3
    _kept.clear()


def tidy_timer() -> None:
    timer = QTimer()
    timer.start(60_000)
    timer.stop()
    _kept.append(timer)


def tidy_window() -> None:
    window = QWidget()
    QTimer(window).start(60_000)
    QMenu(window)
    QLabel("inside", window)
    window.show()
    window.close()
    window.deleteLater()
    _kept.append(window)


def tidy_memory() -> None:
    memory = SharedMemory(create=True, size=64)
    memory.close()
    memory.unlink()


def tidy_thread() -> None:
    thread = QThread()
    thread.start()
    thread.quit()
    thread.wait()
    _kept.append(thread)


@pytest.mark.parametrize("tidy", [tidy_timer, tidy_window, tidy_memory, tidy_thread])
def test_what_is_tidied_up_is_no_leak(tidy: Callable[[], None]) -> None:
    assert watched(tidy) == []
    _kept.clear()


def test_what_was_there_before_is_no_leak() -> None:
    before = QWidget()
    before.show()
    assert watched(lambda: None) == []
    before.close()
    before.deleteLater()
