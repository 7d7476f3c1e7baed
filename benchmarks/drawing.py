"""How long the network takes to answer while one draws: from a mouse's move to the paint."""

from __future__ import annotations

import statistics
import sys
import time
from itertools import cycle, islice
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.table import Row, Table, judged, mnist_folder
from core import RunSettings
from core.parameters import FloatArray
from visualiser.app import application
from visualiser.main_window import MainWindow
from visualiser.pad.bars import OutputBars
from visualiser.pad.canvas import Canvas
from visualiser.pad.pad import Pad
from visualiser.settings import ForgetfulSettings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess
from visualiser.training.snapshot import Snapshot

_FRAME = 1000 / 60
_MOVES, _WARM = 400, 40
# Milliseconds between two moves: of a hand that draws, as a screen of 60 Hz passes them on.
_MOUSE = 16
# A press every so many moves: the strokes of a digit, and then a new page.
_STROKE, _PAGE = 40, 120
_LEFT = Qt.MouseButton.LeftButton
_T = TypeVar("_T")


def measure() -> Table:
    """Draw for two networks, at rest and while training plays; MNIST's where it is."""
    table = Table(
        f"Drawing, window 1280×800, {_MOVES} moves of the mouse, {_MOUSE} ms apart: "
        "milliseconds until the outputs' bars, and the whole network, are painted with the answer"
    )
    sources = [RunSettings(layers=(64, 16, 16, 10)), RunSettings()]
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.", file=sys.stderr)
        sources.pop()
    else:
        sources[1] = RunSettings(data=str(folder), layers=(784, 30, 10))
    for source in sources:
        for plays in (False, True):
            table.rows.append(_drawn(source, plays))
    return table


class _Answers(QObject):
    """Of each drawing that was told of: when its move came and when it was painted on a widget."""

    def __init__(self, window: MainWindow, pad: Pad, painted: QWidget) -> None:
        super().__init__()
        self._session = window.session
        self.moved_at = 0.0
        self.waits: list[float] = []
        self._pending: list[tuple[bytes, float]] = []
        self._shown: bytes | None = None
        pad.shown.connect(self._expect)
        # Heard after the panels, so that what is painted from then on has the answer.
        window.session.snapshot_taken.connect(self._note)
        painted.installEventFilter(self)

    def _expect(self, inputs: FloatArray, _: object) -> None:
        self._pending.append((inputs.tobytes(), self.moved_at))

    def _note(self, snapshot: Snapshot) -> None:
        self._take(snapshot.progress)

    def _take(self, progress: m.Progress) -> None:
        own = progress.example.own
        self._shown = None if own is None else own.data

    def eventFilter(self, painted: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if isinstance(painted, OutputBars) and self._session.progress is not None:
                # They are painted at once, before the other panels hear of the snapshot.
                self._take(self._session.progress)
            places = [i for i, (data, _) in enumerate(self._pending) if data == self._shown]
            if places:
                now = time.perf_counter()
                # What came before it was passed over, and is answered as well.
                answered = self._pending[: places[-1] + 1]
                del self._pending[: places[-1] + 1]
                self.waits += [1000 * (now - moved_at) for _, moved_at in answered]
        return False


def _drawn(source: RunSettings, plays: bool) -> Row:
    application()
    window = MainWindow(TrainingProcess(source), ForgetfulSettings(), "dark")
    window.resize(1280, 800)
    window.show()
    _wait_until_there(window)
    QTest.keyClick(window, Qt.Key.Key_D)
    pad = _there(window.tools.drawing.pad)
    if plays:
        window.session.send(m.Play())
    bars = _there(pad.findChild(OutputBars))
    answers = [_Answers(window, pad, bars), _Answers(window, pad, window.network)]
    _draw(pad, answers)
    sizes = "-".join(map(str, window.network.sizes))
    window.close_at_once()
    waits, whole = (one.waits[_WARM:] for one in answers)
    median = statistics.median(waits)
    return {
        "network": sizes,
        "training": "playing" if plays else "at rest",
        "bars: median ms": median,
        "p99 ms": statistics.quantiles(waits, n=100)[98],
        "network: median": statistics.median(whole),
        "its p99": statistics.quantiles(whole, n=100)[98],
        **judged(median, most=_FRAME),
    }


def _there(part: _T | None) -> _T:
    if part is None:
        raise LookupError("The pad does not open.")
    return part


def _draw(pad: Pad, answers: list[_Answers]) -> None:
    """Strokes in loops about the middle of the page, each a little different."""
    canvas = _there(pad.findChild(Canvas))
    middle, radius = canvas.width() / 2, canvas.width() / 4
    loop, timer = QEventLoop(), QTimer()
    angles = islice(cycle(np.linspace(0, 2 * np.pi, 97)), _MOVES)
    done = 0

    def move() -> None:
        nonlocal done
        angle = next(angles, None)
        if angle is None:
            loop.quit()
            return
        reach = radius * (1 + 0.4 * np.sin(5 * angle))
        place = QPointF(middle + reach * np.cos(angle), middle + 1.3 * reach * np.sin(angle))
        for one in answers:
            one.moved_at = time.perf_counter()
        if done % _PAGE == 0:
            QTest.keyClick(canvas, Qt.Key.Key_Delete)
        if done % _STROKE == 0:
            QTest.mouseRelease(canvas, _LEFT, pos=place.toPoint())
            QTest.mousePress(canvas, _LEFT, pos=place.toPoint())
        _move(canvas, place)
        done += 1

    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(move)
    timer.start(_MOUSE)
    loop.exec()
    timer.stop()


def _move(canvas: QWidget, place: QPointF) -> None:
    """Move with the button held: QTest's own moves have none."""
    there = QPointF(canvas.mapToGlobal(QPoint(0, 0))) + place
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, place, there, Qt.MouseButton.NoButton, _LEFT, none)
    QApplication.sendEvent(canvas, event)


def _wait_until_there(window: MainWindow) -> None:
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        if window.cost and window.session.progress:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()
    timer.stop()
