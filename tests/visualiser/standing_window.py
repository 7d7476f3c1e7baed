"""StandingWindow: one window for many tests, which finds itself as new before each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from core import RunSettings
from tests.visualiser.windows import is_ready
from visualiser.main_window import MainWindow
from visualiser.network_view.options import ViewOptions
from visualiser.training import messages as m

_AWAY = QPoint(9000, 9000)

Wait = Callable[[Callable[[], bool]], None]
Open = Callable[[], MainWindow]


class StandingWindow:
    """Keeps a window open from test to test; to open one is half of what most of them take.

    Before each test it gets a new run, and what a person can have chosen is put back. Where
    afterwards anything that is looked at differs from a window that was just opened, it is
    closed, and the test gets one that was just opened. What stays is that the run before is
    put aside, where it had a step.

    Parameters
    ----------
    open_one : callable
        Opens a window on the usual run.
    """

    def __init__(self, open_one: Open) -> None:
        self._open = open_one
        self._window: MainWindow | None = None
        self._first: dict[str, Any] = {}
        self._owned: tuple[object, ...] = ()

    @property
    def window(self) -> MainWindow | None:
        """The window, where one is open."""
        return self._window

    def as_new(self, wait: Wait) -> MainWindow:
        """The window, as new; ``wait`` is to raise TimeoutError for what does not come."""
        window = self._window
        if window is None or not _is_alone(window) or not self._is_renewed(window, wait):
            self.close()
            self._window = window = self._open()
            wait(lambda: is_ready(window))
            self._first, self._owned = _seen(window), _owned(window)
        return window

    def rest(self) -> None:
        """Let nothing outlast a test that was not there before it."""
        window = self._window
        if window is not None:
            window.leave_tools()
            if _owned(window) != self._owned:
                self.close()

    def close(self) -> None:
        """Close the window, where one is open."""
        window, self._window = self._window, None
        if window is not None:
            window.close_at_once()
            window.deleteLater()
            # Before a test begins that looks at what there is.
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)

    def owns(self, item: QObject) -> bool:
        """Whether this is a part of the window."""
        parent: QObject | None = item
        while parent is not None and parent is not self._window:
            parent = parent.parent()
        return parent is not None

    def _is_renewed(self, window: MainWindow, wait: Wait) -> bool:
        _choose_as_at_first(window)
        try:
            _begin_anew(window, wait)
        except TimeoutError:
            # Its process is gone.
            return False
        _arrange(window, self._first)
        return _seen(window) == self._first


def _owned(window: MainWindow) -> tuple[object, ...]:
    """The process and the shared memory of a window's session."""
    return window.session.process_id, window.session._state


def _is_alone(window: MainWindow) -> bool:
    """Whether the window is there, and nothing else."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    return shown == [window] and window.session.progress is not None


def _choose_as_at_first(window: MainWindow) -> None:
    QCursor.setPos(_AWAY)
    window.leave_tools()
    window.notice.hide()
    window.network.select(None)
    window.network.pin(None)
    window.network.lines.choose("")
    window.network.set_options(ViewOptions())
    window.transport.set_speed(None)
    settings = window._settings
    style = settings.number_style
    settings.reset(settings.table())
    if settings.number_style != style:
        window._appearance.write_numbers()
    window.example.set_wish(m.ShowExample("stay"))


def _begin_anew(window: MainWindow, wait: Wait) -> None:
    begun: list[object] = []

    def note(what: object) -> None:
        begun.append(what)
        # It says that a new run begins.
        window.notice.hide()

    session = window.session
    session.begun.connect(note)
    session.send(m.Begin(RunSettings()))
    wait(lambda: bool(begun) and session.progress is not None)
    session.begun.disconnect(note)


def _arrange(window: MainWindow, first: dict[str, Any]) -> None:
    if window.cost is not None:
        window.cost.view.forget_earlier_runs()
    window.resize(window.minimumSize())
    for _ in range(3):
        # What has got other contents takes its room before it is asked for another one.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if window.saveState() != first["docks"]:
            window.restoreState(first["docks"])
    QApplication.processEvents()
    window.network.fit()
    window.inspector.late_scroll.to(0)
    window.activateWindow()
    window.setFocus()


def _seen(window: MainWindow) -> dict[str, Any]:
    """What is looked at: what was chosen, where things are, and in which state they are."""
    network, settings, actions = window.network, window._settings, window._actions
    return {
        "docks": window.saveState(),
        "theme": window.theme_choice,
        "title": window.windowTitle(),
        "is altered": window.isWindowModified(),
        "notice": window.notice.text(),
        "selection": (network.selection, network.pinned),
        "camera": network.drawing.camera,
        "options": (network.options, network.quantity.id),
        "settings": {name: getattr(settings, name) for name in settings.table()},
        "progress": _standing(window),
        "actions": {
            name: (action.isEnabled(), action.isChecked(), action.shortcuts())
            for name, action in actions.items()
            if name != "bring_back"
        },
        "panels": {type(panel).__name__: panel.geometry() for panel in _panels(window)},
        "widgets": [_state(w) for w in window.findChildren(QWidget) if _is_looked_at(w)],
        "focus": QApplication.focusWidget() is window,
    }


def _standing(window: MainWindow) -> object:
    progress = window.session.progress
    assert progress is not None
    return progress.position, progress.length, progress.recipe, progress.changes, progress.example


def _panels(window: MainWindow) -> tuple[QWidget, ...]:
    shown = (window.network, window.timeline, window.transport, window.example, window.inspector)
    return (*shown, *([] if window.cost is None else [window.cost]), window.status)


def _is_looked_at(widget: QWidget) -> bool:
    """Whether it is visible, and does not hang on answers that come later, as scroll bars do."""
    is_qts = isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")
    return widget.isVisible() and not is_qts


def _state(widget: QWidget) -> tuple[object, ...]:
    """What a widget is, and what is chosen by it or stands in it."""
    chosen: object = None
    match widget:
        case QAbstractButton():
            chosen = (widget.text(), widget.isChecked())
        case QLineEdit():
            chosen = widget.text()
        case QComboBox():
            chosen = widget.currentText()
        case QAbstractSpinBox():
            chosen = widget.text()
    return type(widget).__name__, widget.objectName(), widget.isEnabled(), chosen
