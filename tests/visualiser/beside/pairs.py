"""What tests see of two runs side by side."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from pytestqt.qtbot import QtBot

from core import Run, RunSettings
from tests.visualiser.states import digits
from tests.visualiser.windows import PATIENCE
from visualiser.beside.dialog import CompareDialog
from visualiser.beside.window import ComparisonWindow
from visualiser.main_window import MainWindow
from visualiser.training.snapshot import Snapshot

OpenPair = Callable[[RunSettings, RunSettings], ComparisonWindow]
Compare = Callable[[MainWindow], ComparisonWindow]


def wait_for_rest(qtbot: QtBot, pair: ComparisonWindow) -> int:
    """Wait until both stand where they are to be; the step."""
    qtbot.waitUntil(lambda: pair.lockstep.is_resting, timeout=2 * PATIENCE)
    return pair.lockstep.position


def shown(pair: ComparisonWindow) -> tuple[Snapshot, Snapshot]:
    """What both networks show."""
    left, right = (view.network.snapshot for view in pair.views)
    assert left is not None
    assert right is not None
    return left, right


def is_as(snapshot: Snapshot, run: Run) -> bool:
    """Whether this is exactly the run's state, bit for bit."""
    theirs, ours = snapshot.parameters.vector, run.network.parameters.vector
    is_same = np.array_equal(theirs.view(np.uint32), ours.view(np.uint32))
    return is_same and snapshot.progress.position == run.position


class Model:
    """The same two runs, taken here, to whichever step is wanted."""

    def __init__(self, left: RunSettings, right: RunSettings) -> None:
        self._runs = [settings.new_run(digits()) for settings in (left, right)]

    def are_shown(self, pair: ComparisonWindow, step: int) -> bool:
        """Whether both networks show exactly what the runs are at a step."""
        for run in self._runs:
            run.go_to(min(step, run.length))
            run.train(step - run.position)
        pairs = zip(shown(pair), self._runs, strict=True)
        return all(is_as(snapshot, run) for snapshot, run in pairs)


def dialog_of(window: MainWindow) -> CompareDialog:
    """The dialog that asks what is compared."""
    dialog = window.findChild(CompareDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog
