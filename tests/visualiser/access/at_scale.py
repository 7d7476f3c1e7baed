"""Opens the window as on another screen, and tells what is wrong there, as JSON.

Run in a process of its own, since Qt reads the scale once, with QT_SCALE_FACTOR and a screen (see
`test_scale`): `python -m tests.visualiser.access.at_scale FOLDER`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.contrasts import parts_of
from tests.visualiser.room import (
    cut_off,
    has_overflow,
    needs_no_sideways_scrolling,
    overlapping,
    settle,
    squeezed,
)
from visualiser.app import application
from visualiser.main_window import MainWindow
from visualiser.selection import Connection, Neuron
from visualiser.settings import Settings
from visualiser.theme import DARK
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess

_SIZE = QSize(1280, 800)
_PATIENCE = 30.0
# `test_room` looks at more, at 100 %.
_SELECTIONS = (None, Neuron(1, 3), Connection(3, 9, 15))


def wait(condition: Callable[[], bool]) -> None:
    """Let the window go on until something holds."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.002)


def opened(folder: Path) -> MainWindow:
    """A window that stands at step 150."""
    window = MainWindow(TrainingProcess(RunSettings()), Settings(folder / "mine.ini"), "dark")
    window.show()
    wait(lambda: window.session.progress is not None and window.cost is not None)
    window.session.send(m.Play(150))
    wait(lambda: _stands_at(window, 150))
    window.resize(_SIZE)
    return window


def _stands_at(window: MainWindow, step: int) -> bool:
    progress = window.session.progress
    return progress is not None and progress.position == step and not progress.playing


def without_room(window: MainWindow) -> list[str]:
    """What is cut off, squeezed or over something else, whatever is selected."""
    found: list[str] = []
    for selection in _SELECTIONS:
        window.network.select(selection)
        settle(window)
        wrong = [*cut_off(window), *overlapping(window), *squeezed(window)]
        if has_overflow(window):
            wrong.append("buttons of the bar are hidden")
        if not needs_no_sideways_scrolling(window):
            wrong.append("the inspector scrolls sideways")
        found += [f"{selection}: {one}" for one in wrong]
    return found


def exact_rows(window: MainWindow) -> int:
    """Rows of the screen's pixels that are the bar's hairline, in its very colour, all along."""
    bar = window.transport
    room = QRect(bar.mapTo(window, QPoint(0, bar.height() - 3)), QSize(bar.width(), 6))
    picture = screen.image_pixels(window.grab(room).toImage())
    is_line = (picture == parts_of(DARK.hairline)).all(axis=2)
    return int((is_line.mean(axis=1) > 0.99).sum())


def sharpness(widget: QWidget) -> float:
    """Of all blocks of 2×2 pixels that are no plain ground, the share that holds detail.

    A picture of half the pixels that is drawn twice as large has none.
    """
    picture = screen.image_pixels(widget.grab().toImage())
    rows, columns = picture.shape[0] // 2 * 2, picture.shape[1] // 2 * 2
    blocks = picture[:rows, :columns].reshape(rows // 2, 2, columns // 2, 2, 3)
    has_detail = (np.ptp(blocks, axis=(1, 3)) > 24).any(axis=-1)
    means = blocks.mean(axis=(1, 3))
    ground = np.median(means.reshape(-1, 3), axis=0)
    is_drawn = (np.abs(means - ground) > 12).any(axis=-1)
    return float(has_detail.sum() / max(is_drawn.sum(), 1))


def main(folder: Path) -> None:
    """Print what was found."""
    application()
    window = opened(folder)
    shown = window.screen().size()
    found = {
        "ratio": window.devicePixelRatioF(),
        "screen": [shown.width(), shown.height()],
        "size": [window.width(), window.height()],
        "without_room": without_room(window),
        "hairlines": exact_rows(window),
        "sharpness": {
            "network": sharpness(window.network),
            "timeline": sharpness(window.timeline),
            "cost": sharpness(window.cost) if window.cost is not None else 0.0,
        },
    }
    window.close_at_once()
    print(json.dumps(found))  # noqa: T201 (what it is for)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
