"""The costs of two runs in the same axes: all of them, every peak, and what is zoomed into."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from core import Run
from core.parameters import FloatArray
from tests.visualiser.states import new_run, snapshot_of
from visualiser.beside.curves import Curves
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.traces import Trace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def runs() -> tuple[Run, Run]:
    made = new_run(), new_run(seed=3)
    made[0].train(400)
    made[1].train(250)
    return made


@pytest.fixture
def curves(qtbot: QtBot, runs: tuple[Run, Run]) -> Curves:
    histories = CostHistory(), CostHistory()
    made = Curves(histories, ("A", "B"))
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.show()
    for history, run in zip(histories, runs, strict=True):
        history.update(snapshot_of(run).progress)
    show(made, 400)
    return made


def show(curves: Curves, step: int) -> None:
    curves.show_step(step, is_playing=False)
    QApplication.processEvents()
    curves.grab()


def drawn(trace: Trace) -> tuple[FloatArray, FloatArray]:
    """Steps and heights of a line."""
    across, up = trace.item.getOriginalDataset()
    return across, up


def seen(curves: Curves) -> tuple[tuple[float, float], tuple[float, float]]:
    across, up = curves._box.viewRange()
    return tuple(across), tuple(up)


def zoom(curves: Curves) -> None:
    """Draw a rectangle from a quarter to a half of the plot, and to its middle."""
    view, box = curves._plot, curves._box.sceneBoundingRect()
    places = (
        QPointF(box.left() + share * box.width(), box.top() + high * box.height())
        for share, high in ((0.25, 0.2), (0.5, 0.6))
    )
    first, last = (QPoint(view.mapFromScene(place)) for place in places)
    QTest.mousePress(view.viewport(), LEFT, pos=first)
    for place in (first + QPoint(8, 8), last):
        QTest.mouseMove(view.viewport(), place)
        QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), LEFT, pos=last)
    QApplication.processEvents()


def test_each_run_s_steps_are_drawn_to_their_end(curves: Curves, runs: tuple[Run, Run]) -> None:
    for trace, run in zip(curves._raw, runs, strict=True):
        across, up = drawn(trace)
        assert across[-1] >= run.length - 2
        assert up.max() == pytest.approx(run.costs.max(), rel=1e-6)
        assert up.min() == pytest.approx(run.costs.min(), rel=1e-6)
    (left, right), (low, high) = seen(curves)
    assert left <= 0
    assert right >= 399
    assert low <= 0
    assert high >= max(run.costs.max() for run in runs)


def test_what_comes_is_drawn_and_what_is_gone_no_longer(curves: Curves) -> None:
    longer = new_run()
    longer.train(700)
    curves._histories[0].update(snapshot_of(longer).progress)
    show(curves, 700)
    assert seen(curves)[0][1] >= 699
    assert drawn(curves._averages[0])[0][-1] >= 698
    curves._histories[0].clear()
    show(curves, 0)
    assert curves._raw[0].item.getOriginalDataset()[0] is None
    assert 249 <= seen(curves)[0][1] < 400


def test_zoomed_into_it_stays_and_a_double_click_shows_all_again(curves: Curves) -> None:
    everything = seen(curves)
    zoom(curves)
    near = seen(curves)
    assert near[0][1] - near[0][0] < 0.4 * (everything[0][1] - everything[0][0])
    show(curves, 200)
    assert seen(curves) == near
    across, _ = drawn(curves._raw[0])
    assert near[0][0] - 2 <= across[0]
    assert across[-1] <= near[0][1] + 2
    middle = curves._plot.mapFromScene(curves._box.sceneBoundingRect().center())
    for act in (QTest.mousePress, QTest.mouseRelease, QTest.mouseDClick, QTest.mouseRelease):
        act(curves._plot.viewport(), LEFT, pos=middle)
    QApplication.processEvents()
    assert seen(curves) == everything


def test_a_cost_of_nothing_has_no_place_on_a_logarithmic_axis(
    curves: Curves, runs: tuple[Run, Run]
) -> None:
    history = curves._histories[1]
    costs = np.append(runs[1].costs, 0.0)
    history._costs.put(0, costs)
    history._tell(0)
    curves.findChildren(QCheckBox)[0].click()
    show(curves, 100)
    low, high = seen(curves)[1]
    assert low >= -10
    assert high >= np.log10(costs.max())
    assert np.isfinite(drawn(curves._raw[1])[1]).all()
