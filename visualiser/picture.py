"""Draws the window into a file."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QSize, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from visualiser import errors
from visualiser.app import dispose_of
from visualiser.application import application
from visualiser.main_window import MainWindow
from visualiser.network_view.export import (
    NetworkPicture,
    image_of,
    png,
    save,
    shapes_of,
    wants_shapes,
)
from visualiser.network_view.quantities import DEFAULT, SINCE
from visualiser.selection import Neuron
from visualiser.settings import ForgetfulSettings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess
from visualiser.training.snapshot import Snapshot


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

    Its texts are in the language of the application that is there; in English where none is.

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
        dispose_of(window)


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
