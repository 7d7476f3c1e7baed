"""The application: opens the window, or draws it into a file."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLocale,
    QPoint,
    QSize,
    QSocketNotifier,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from visualiser import errors
from visualiser.files.kept_runs import KeptRuns
from visualiser.main_window import MainWindow
from visualiser.network_view import accessible
from visualiser.network_view.export import (
    NetworkPicture,
    image_of,
    png,
    save,
    shapes_of,
    wants_shapes,
)
from visualiser.network_view.quantities import DEFAULT, SINCE
from visualiser.number_format import MARKS
from visualiser.selection import Neuron
from visualiser.settings import PROGRAM, ForgetfulSettings, Settings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess
from visualiser.training.snapshot import Snapshot

_TEXT_SIZE = 13
# A family that has figures of one width, where the desktop names none.
_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Ubuntu", "DejaVu Sans")


def application() -> QApplication:
    """The one QApplication, dressed alike on every desktop."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    made = QApplication([PROGRAM])
    made.setApplicationName(PROGRAM)
    made.setDesktopFileName(PROGRAM)
    made.setStyle("Fusion")
    accessible.install()
    font = QFont(made.font())
    font.setPixelSize(_TEXT_SIZE)
    font.setFamilies([*_FAMILIES, *font.families()])
    made.setFont(font)
    return made


def open_window(trainer: TrainingProcess, theme: str | None) -> int:
    """Show the window until it is closed; return the exit status."""
    app = application()
    kept = KeptRuns(platformdirs.user_data_path(PROGRAM) / "unsaved")
    window = MainWindow(trainer, Settings(system_mark=_system_mark()), theme, kept)
    failures: list[UserError] = []

    def give_up(error: UserError) -> None:
        failures.append(error)
        window.close()

    window.session.no_run.connect(give_up)
    undo = errors.catch_unexpected(window.troubles.tell_unexpected)
    interruption = _Interruption(window)
    window.session.snapshot_taken.connect(window.tour.offer, Qt.ConnectionType.SingleShotConnection)
    window.show()
    try:
        status = app.exec()
    finally:
        interruption.end()
        undo()
        _dispose_of(window)
    for error in failures:
        sys.stderr.write(f"{PROGRAM}: {errors.sentence(error)}\n")
    return 2 if failures else status


def _system_mark() -> str:
    """The decimal mark of the user's system; a point where it is one that is not offered."""
    mark = QLocale().decimalPoint()
    return mark if mark in MARKS else MARKS[0]


def draw_picture(
    trainer: TrainingProcess,
    path: Path,
    steps: int,
    selection: Neuron | None,
    size: QSize,
    theme: str | None,
    lines: str = DEFAULT,
    is_network_alone: bool = False,
) -> None:
    """Draw the window, after so many steps, into a PNG or SVG file.

    Parameters
    ----------
    trainer : TrainingProcess
    path : Path
    steps : int
    selection : Neuron or None
    size : QSize
        Of the picture, in pixels.
    theme : {"light", "dark"} or None
        None for the desktop's.
    lines : str
        The id of the quantity that lines show; the change is that since step 0.
    is_network_alone : bool
        Whether it is the network's picture, without the panels around it.

    Raises
    ------
    UserError
        Where there is no such run, the neuron is not there or the file cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    window = MainWindow(trainer, ForgetfulSettings(), theme)
    patience = _Patience(window)
    undo = errors.catch_unexpected(patience.fail_unexpectedly)
    try:
        window.setMinimumSize(1, 1)
        window.resize(size)
        window.transport.set_speed(None)
        window.show()
        window.network.lines.choose(lines)
        patience.wait_for_steps(steps)
        if lines == SINCE:
            patience.wait_for_reference(0)
        if selection is not None:
            _check(selection, window)
            window.network.select(selection)
        patience.wait_for_drawing()
        if is_network_alone:
            drawing = window.network.drawing
            NetworkPicture(drawing, size, drawing.theme).save(path)
        else:
            _write(window, path)
    finally:
        undo()
        _dispose_of(window)


def _dispose_of(window: MainWindow) -> None:
    """Close and delete it now, while everything that it refers to is still there."""
    window.close_at_once()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Patience:
    """Waits for things that happen in a window, and for what keeps them from happening."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._loop = QEventLoop()
        self._failures: list[Exception] = []
        session = window.session
        session.no_run.connect(self.fail)
        session.refused.connect(self.fail)
        session.failed.connect(self.fail_unexpectedly)
        session.trainer_lost.connect(self._lose)

    def fail(self, error: UserError, *_: object) -> None:
        """Wait no longer: there is an error."""
        self._failures.append(error)
        self._loop.quit()

    def fail_unexpectedly(self, report: str) -> None:
        """Wait no longer: there is an error that nobody foresaw."""
        self._failures.append(RuntimeError(report))
        self._loop.quit()

    def _lose(self, _: bool) -> None:
        self.fail_unexpectedly("the training process died")

    def wait_for_steps(self, steps: int) -> None:
        """Let the run take its steps and be measured."""
        session = self._window.session
        asked = False

        def go(_: object) -> None:
            nonlocal asked
            if not asked and steps:
                session.send(m.Play(steps))
            asked = True

        def look(measured: m.Measured) -> None:
            if measured.step == steps:
                self._loop.quit()

        session.run_opened.connect(go)
        session.measured.connect(look)
        self._wait()

    def wait_for_reference(self, step: int) -> None:
        """Let the network of a step be recalled, with which the present one is compared."""
        session = self._window.session

        def look(snapshot: Snapshot) -> None:
            if snapshot.reference is not None and snapshot.reference.step == step:
                self._loop.quit()

        session.snapshot_taken.connect(look)
        session.recall(step)
        self._wait()

    def wait_for_drawing(self) -> None:
        """Let everything be drawn that is drawn later."""
        timer = QTimer()
        timer.setInterval(10)

        def look() -> None:
            if self._window.cost is not None and self._window.network.is_complete:
                self._loop.quit()

        timer.timeout.connect(look)
        timer.start()
        self._window.grab()
        self._wait()
        timer.stop()
        # Labels whose text has changed get their room only now.
        QApplication.processEvents()

    def _wait(self) -> None:
        if not self._failures:
            self._loop.exec()
        if self._failures:
            raise self._failures[0]


def _check(selection: Neuron, window: MainWindow) -> None:
    layout = window.network.layout_of_network
    layers = layout.layers if layout else ()
    layer, index = selection.layer, selection.index
    if layer >= len(layers) or index >= len(layers[layer].centres):
        raise UserError(
            "There is no neuron {index} in layer {layer}; layers and neurons count from 0, "
            "as in --select 1.5.",
            index=index,
            layer=layer,
        )


def _write(window: MainWindow, path: Path) -> None:
    def paint(painter: QPainter) -> None:
        window.render(painter, QPoint())

    if wants_shapes(path):
        title = QCoreApplication.translate("Picture", "Neural network visualiser")
        save(path, shapes_of(window.size(), paint, title))
    else:
        save(path, png(image_of(window.size(), paint)))


class _Interruption:
    """Closes the window when Ctrl+C is pressed in the terminal."""

    def __init__(self, window: MainWindow) -> None:
        # A handler may run between any two steps of other code, so it does nothing itself:
        # the byte that the signal writes into the socket comes round in Qt's loop.
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._window = window
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._close)
        self._before = signal.signal(signal.SIGINT, lambda *_: None)
        self._wakeup = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)

    def end(self) -> None:
        """Handle Ctrl+C as before."""
        signal.set_wakeup_fd(self._wakeup)
        signal.signal(signal.SIGINT, self._before)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _close(self) -> None:
        self._reader.recv(64)
        if self._window.files.is_asking:
            # Who presses it again does not want to be asked.
            self._window.close_at_once()
        else:
            self._window.close()
