"""LeakWatch: what a test has left behind in Qt, in processes, in threads, in shared memory."""

from __future__ import annotations

import gc
import multiprocessing
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.shared_memory import SharedMemory
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import Shiboken

from tests.visualiser.spare_trainer import SPARE

READER = "training reader"
_PATIENCE = 2.0  # seconds for a thread or a process that was told to end


class LeakWatch:
    """Notes what is started while it watches, and tells what of it is still there.

    Only what is started in this process while it watches counts: others on the machine may
    make shared memory as well.

    Parameters
    ----------
    is_standing : callable, optional
        Whether something belongs to what stands from test to test, and may go on.
    """

    def __init__(self, is_standing: Callable[[QObject], bool] = lambda _: False) -> None:
        self._is_standing = is_standing
        self._patch = pytest.MonkeyPatch()
        # Weak, or this watch would keep alive what it is to find.
        self._started: list[weakref.ref[QTimer | QThread]] = []
        self._memory: set[str] = set()
        self._widgets = {_address(widget) for widget in QApplication.topLevelWidgets()}
        self._children = set(multiprocessing.active_children())
        self._readers = set(_readers())

    def begin(self) -> None:
        """Watch from now on."""
        for kind in (QTimer, QThread):
            self._patch.setattr(kind, "start", self._noting(kind.start))
        created = SharedMemory.__init__

        def note(memory: SharedMemory, *arguments: Any, **options: Any) -> None:
            created(memory, *arguments, **options)
            if options.get("create"):
                self._memory.add(memory.name)

        self._patch.setattr(SharedMemory, "__init__", note)

    def end(self) -> list[str]:
        """Stop watching; tell what is left behind, and remove it."""
        self._patch.undo()
        _let_go()
        if self._left():
            # Cycles of Python objects may still hold what nobody uses any more.
            gc.collect()
            _let_go()
        found = self._left()
        self._remove()
        return found

    def _noting(self, start: Any) -> Any:
        started = self._started

        def noted(self: QTimer | QThread, *arguments: Any) -> None:
            started.append(weakref.ref(self))
            start(self, *arguments)

        return noted

    def _left(self) -> list[str]:
        return [
            *(f"an active QTimer of {_owner(t)}" for t in self._timers()),
            *(f"a running QThread {t!r}" for t in self._threads()),
            *(f"a child process {p.name}, {p.pid}" for p in self._processes()),
            *(f"a thread named {t.name}" for t in self._new_readers()),
            *(f"a top-level widget {w!r}" for w in self._top_levels()),
            *(f"shared memory {name}" for name in sorted(self._segments())),
        ]

    def _remove(self) -> None:
        """See to it that one leak does not fail the tests after it."""
        for timer in self._timers():
            timer.stop()
        for thread in self._threads():
            thread.requestInterruption()
            thread.quit()
            thread.wait(int(1000 * _PATIENCE))
        for process in self._processes():
            process.kill()
            process.join()
        for reader in self._new_readers():
            # Its pipe is closed by now, since the process at the other end is gone.
            reader.join(_PATIENCE)
        while widgets := self._top_levels():
            # The largest first: it may take others with it that must not go before it.
            widget = max(widgets, key=lambda w: len(w.findChildren(QWidget)))
            widget.close()
            widget.deleteLater()
            _let_go()
        for name in self._segments():
            memory = SharedMemory(name)
            memory.close()
            memory.unlink()
        _let_go()

    def _valid(self) -> list[QTimer | QThread]:
        found = (reference() for reference in self._started)
        return [
            item
            for item in dict.fromkeys(found)
            if item is not None and _is_valid(item) and not self._is_standing(item)
        ]

    def _timers(self) -> list[QTimer]:
        return [item for item in self._valid() if isinstance(item, QTimer) and item.isActive()]

    def _threads(self) -> list[QThread]:
        return [item for item in self._valid() if isinstance(item, QThread) and item.isRunning()]

    def _processes(self) -> list[multiprocessing.Process]:
        return [
            process  # type: ignore[misc] # a BaseProcess to typeshed
            for process in multiprocessing.active_children()
            if process not in self._children and process.name != SPARE
        ]

    def _new_readers(self) -> list[threading.Thread]:
        return [thread for thread in _readers() if thread not in self._readers]

    def _top_levels(self) -> list[QWidget]:
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if _address(widget) not in self._widgets
            and widget.parent() is None
            # Qt keeps the one tooltip for the next time; pyqtgraph's plots have a menu that
            # is never shown and goes when Python collects the plot.
            and widget.metaObject().className() not in ("QTipLabel", "QMenu")
        ]

    def _segments(self) -> set[str]:
        left = set()
        for name in self._memory:
            with suppress(FileNotFoundError):
                memory = SharedMemory(name)
                memory.close()
                left.add(name)
        return left


def _let_go() -> None:
    """Delete what was to be deleted later, and what hangs on it."""
    QToolTip.hideText()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def _readers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == READER]


def _address(item: QObject) -> int:
    pointers: tuple[int, ...] = Shiboken.getCppPointer(item)
    return pointers[0]


def _is_valid(item: QObject) -> bool:
    return bool(Shiboken.isValid(item))


def _owner(timer: QTimer) -> str:
    return repr(timer.parent())
