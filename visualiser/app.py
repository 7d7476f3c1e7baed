"""The application: opens the window, or draws it into a file."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSize, QSocketNotifier, QTimer
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from visualiser import errors
from visualiser.main_window import MainWindow
from visualiser.selection import Neuron
from visualiser.settings import PROGRAM, Settings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess

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
    font = QFont(made.font())
    font.setPixelSize(_TEXT_SIZE)
    font.setFamilies([*_FAMILIES, *font.families()])
    made.setFont(font)
    return made


def open_window(trainer: TrainingProcess, theme: str | None) -> int:
    """Show the window until it is closed; return the exit status."""
    app = application()
    window = MainWindow(trainer, Settings(), theme)
    failures: list[UserError] = []

    def give_up(error: UserError) -> None:
        failures.append(error)
        window.close()

    window.session.no_run.connect(give_up)
    undo = errors.catch_unexpected(window.tell_unexpected)
    interruption = _Interruption(window)
    window.show()
    try:
        status = app.exec()
    finally:
        interruption.end()
        undo()
    for error in failures:
        sys.stderr.write(f"{PROGRAM}: {errors.sentence(error)}\n")
    return 2 if failures else status


def draw_picture(
    trainer: TrainingProcess,
    path: Path,
    steps: int,
    selection: Neuron | None,
    size: QSize,
    theme: str | None,
) -> None:
    """Draw the window, after so many steps, into a PNG or SVG file.

    Raises
    ------
    UserError
        Where there is no such run, the neuron is not there or the file cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    window = MainWindow(trainer, forgetful_settings(), theme)
    try:
        window.setMinimumSize(1, 1)
        window.resize(size)
        window.show()
        _wait_for(window, steps)
        if selection is not None:
            _check(selection, window)
            window.network.select(selection)
        _settle(window)
        _write(window, path)
    finally:
        window.close()


def forgetful_settings() -> Settings:
    """Settings that are not remembered: a picture is the same whatever was done before."""
    return Settings(Path(os.devnull))


def _wait_for(window: MainWindow, steps: int) -> None:
    """Let the run take its steps and be measured."""
    loop = QEventLoop()
    failures: list[UserError] = []
    asked = False

    def go(_: object) -> None:
        nonlocal asked
        if not asked and steps:
            window.session.send(m.Play(steps))
        asked = True

    def stop_at(measured: m.Measured) -> None:
        if measured.step == steps:
            loop.quit()

    def fail(error: UserError, *_: object) -> None:
        failures.append(error)
        loop.quit()

    window.transport.set_speed(None)
    window.session.run_opened.connect(go)
    window.session.measured.connect(stop_at)
    window.session.no_run.connect(fail)
    window.session.refused.connect(fail)
    loop.exec()
    if failures:
        raise failures[0]


def _settle(window: MainWindow) -> None:
    """Let everything be drawn that is drawn later."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(10)

    def look() -> None:
        if window.cost is not None and window.network.is_complete:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    window.grab()
    loop.exec()
    timer.stop()
    # Labels whose text has changed get their room only now.
    QApplication.processEvents()


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
    if path.suffix.lower() == ".svg":
        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(window.size())
        generator.setViewBox(window.rect())
        generator.setTitle(window.windowTitle())
        painter = QPainter()
        written = painter.begin(generator)
        if written:
            window.render(painter, QPoint())
            painter.end()
    else:
        image = QImage(window.size(), QImage.Format.Format_RGB32)
        window.render(image)
        written = image.save(str(path))
    if not written:
        raise UserError(
            "The picture cannot be written to {path}; choose another place, and a name that "
            "ends in .png or .svg.",
            path=path,
        )


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
        self._window.close()
