"""The cost plot: its curves, its marker, what it says under the pointer, where a click leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import Evaluation
from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.states import describe, new_run, snapshot_of, trained
from visualiser.cost_history import WINDOW, CostHistory
from visualiser.cost_plot.choices import PlotChoices
from visualiser.cost_plot.legend import LegendButton
from visualiser.number_format import count, fixed
from visualiser.panels.cost import CostPanel
from visualiser.theme import DARK, LIGHT
from visualiser.training.snapshot import Snapshot


@pytest.fixture(autouse=True)
def _every_move_counts() -> Iterator[None]:
    """The plot ignores moves of the pointer that follow each other faster than anyone's hand."""
    pg.setConfigOption("mouseRateLimit", 0)
    yield
    pg.setConfigOption("mouseRateLimit", 100)


@pytest.fixture
def history() -> CostHistory:
    return CostHistory()


@pytest.fixture
def panel(qtbot: QtBot, history: CostHistory) -> CostPanel:
    made = CostPanel(history)
    qtbot.addWidget(made)
    made.resize(880, 220)
    made.show()
    return made


def show(panel: CostPanel, history: CostHistory, snapshot: Snapshot) -> None:
    """Do what the window does with every snapshot."""
    history.update(snapshot.progress)
    panel.show_snapshot(snapshot)
    # Axes are fitted when the plot is painted, and then again to the width of their numbers.
    for _ in range(2):
        QApplication.processEvents()
        panel.grab()


def plot_of(panel: CostPanel) -> pg.PlotWidget:
    return panel.findChildren(pg.PlotWidget)[0]


def curves(panel: CostPanel) -> list[tuple[FloatArray, FloatArray]]:
    """All that the curves are drawn from: every step's C, the average, test results."""
    lines = panel.view.lines
    every, average, test = lines.average.costs, lines.average[:], lines.test
    return [
        (np.arange(len(every), dtype=np.float64), every),
        (np.arange(len(average), dtype=np.float64), average),
        (test.steps, test.values),
    ]


def drawn(panel: CostPanel, line: str) -> tuple[FloatArray, FloatArray]:
    """The points of a line as they are drawn."""
    x, y = panel.view.lines._items()[line].getData()
    return (np.empty(0), np.empty(0)) if x is None else (x, y)


def marker(panel: CostPanel) -> float:
    items = plot_of(panel).getPlotItem().items
    return next(float(item.value()) for item in items if isinstance(item, pg.InfiniteLine))


def place_of(panel: CostPanel, step: float) -> QPoint:
    """Where a step is, in the middle of the plot's height."""
    box = plot_of(panel).getViewBox()
    middle = box.sceneBoundingRect().center().y()
    x = box.mapViewToScene(QPointF(step, 0)).x()
    return QPoint(plot_of(panel).mapFromScene(QPointF(x, middle)))


def readout(panel: CostPanel) -> str:
    return next((text for text in screen.texts(panel) if text.startswith("Step ")), "")


def hover(panel: CostPanel, step: float) -> str:
    # The pointer may be there already, from the test before: only a move is told.
    for place in (QPoint(1, 1), place_of(panel, step)):
        QTest.mouseMove(plot_of(panel).viewport(), place)
        QApplication.processEvents()
    return readout(panel)


@pytest.mark.parametrize("cost", ["quadratic", "cross_entropy"])
def test_the_first_cost_is_seen_however_large_it_is(
    panel: CostPanel, history: CostHistory, cost: str
) -> None:
    run = new_run(cost=cost, seed=3)
    run.step()
    show(panel, history, snapshot_of(run))
    (_, _), (lowest, highest) = plot_of(panel).getViewBox().viewRange()
    assert lowest <= 0 < run.costs[0] < highest


def test_the_curves_hold_every_cost_its_average_and_the_test_results(
    panel: CostPanel, history: CostHistory
) -> None:
    run = new_run()
    run.train(300)
    show(panel, history, snapshot_of(run))
    raw, average, test = curves(panel)
    costs = run.costs
    assert np.array_equal(raw[0], np.arange(300))
    assert np.array_equal(raw[1], costs)
    means = [costs[max(0, n + 1 - WINDOW) : n + 1].mean() for n in range(300)]
    assert average[1] == pytest.approx(means)
    assert test[0].tolist() == [144, 288]
    assert test[1].tolist() == [run.branch.evaluations[step].cost for step in (144, 288)]
    assert marker(panel) == 300


def test_the_marker_is_at_the_step_that_is_shown(panel: CostPanel, history: CostHistory) -> None:
    run = new_run()
    run.train(100)
    for position in (100, 40, 0):
        run.go_to(position)
        show(panel, history, snapshot_of(run))
        assert marker(panel) == position
        assert len(curves(panel)[0][0]) == 100


def test_a_dropped_future_leaves_the_plot(panel: CostPanel, history: CostHistory) -> None:
    run = new_run()
    run.train(300)
    show(panel, history, snapshot_of(run))
    run.go_to(150)
    run.set_learning_rate(0.5)
    changed = snapshot_of(run, costs_from=150, costs=np.empty(0), evaluations={})
    show(panel, history, changed)
    raw, average, test = curves(panel)
    assert len(raw[0]) == len(average[0]) == 150
    assert test[0].tolist() == [144]
    run.train(10)
    show(panel, history, snapshot_of(run, costs_from=150, costs=run.costs[150:].copy()))
    assert np.array_equal(curves(panel)[0][1], run.costs)


@pytest.mark.parametrize("steps", [0, 1, 2])
@pytest.mark.parametrize("is_log", [False, True])
def test_hardly_any_costs_raise_nothing(
    panel: CostPanel, history: CostHistory, steps: int, is_log: bool
) -> None:
    panel.choose(PlotChoices(has_log_costs=is_log, has_log_steps=is_log))
    show(panel, history, trained(steps))
    hover(panel, 0)
    panel.choose(PlotChoices(has_log_costs=not is_log))
    panel.grab()
    assert len(curves(panel)[0][0]) == steps
    assert (hover(panel, 1) == "") == (steps == 0)


@pytest.mark.parametrize("costs", [[0.0] * 50, [0.0, 1.0, 0.0], [1e30, 1e-30, 1.0]])
@pytest.mark.parametrize("is_log", [False, True])
def test_extreme_costs_raise_nothing(
    panel: CostPanel, history: CostHistory, costs: list[float], is_log: bool
) -> None:
    panel.choose(PlotChoices(has_log_costs=is_log, has_log_steps=is_log))
    state = trained(0)
    progress = replace(
        state.progress, position=len(costs), length=len(costs), costs=np.array(costs)
    )
    show(panel, history, replace(state, progress=progress))
    panel.grab()
    assert hover(panel, 0.0 if is_log else 1.0).startswith("Step 1:")


def test_under_the_pointer_the_true_numbers_are_told(
    panel: CostPanel, history: CostHistory
) -> None:
    run = new_run()
    run.train(1600)
    show(panel, history, snapshot_of(run))
    assert readout(panel) == ""
    for step in (0, 10, 700, 1599):
        told = hover(panel, step)
        # A pixel is more than a step here: what is told must be true of the step it names.
        named = int(screen.number(told.removeprefix("Step ").split(":")[0].split(", epoch")[0]))
        assert abs(named - step) <= 2
        assert told.startswith(f"Step {count(named)}")
        assert fixed(float(run.costs[named])) in told
        mean = run.costs[max(0, named + 1 - WINDOW) : named + 1].mean()
        assert fixed(float(mean)) in told


def test_under_the_pointer_test_results_are_told_where_there_are_some(
    panel: CostPanel, history: CostHistory
) -> None:
    run = new_run()
    run.train(300)
    show(panel, history, snapshot_of(run))
    assert "Test data" in hover(panel, 144)
    assert fixed(run.branch.evaluations[144].cost) in readout(panel)
    assert "Test data" not in hover(panel, 100)


def test_when_the_pointer_has_left_nothing_is_told(panel: CostPanel, history: CostHistory) -> None:
    show(panel, history, trained(300))
    assert hover(panel, 100)
    QApplication.sendEvent(plot_of(panel), QEvent(QEvent.Type.Leave))
    assert readout(panel) == ""


def test_beside_the_curves_nothing_is_told(panel: CostPanel, history: CostHistory) -> None:
    show(panel, history, trained(300))
    assert hover(panel, 100)
    QTest.mouseMove(plot_of(panel).viewport(), QPoint(2, 2))
    assert readout(panel) == ""


def test_the_readout_is_within_the_panel_and_does_not_take_the_pointer(
    panel: CostPanel, history: CostHistory
) -> None:
    show(panel, history, trained(300))
    hover(panel, 144)
    shown = next(w for w in screen.labels(panel) if screen.label_text(w).startswith("Step "))
    corners = (shown.rect().topLeft(), shown.rect().bottomRight())
    assert all(panel.rect().contains(shown.mapTo(panel, corner)) for corner in corners)
    assert shown.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert shown.width() >= shown.sizeHint().width()


@pytest.mark.parametrize("step", [0, 57, 299])
def test_a_click_asks_for_that_step(
    qtbot: QtBot, panel: CostPanel, history: CostHistory, step: int
) -> None:
    show(panel, history, trained(300))
    viewport = plot_of(panel).viewport()
    with qtbot.waitSignal(panel.step_chosen) as asked:
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(panel, step))
    assert asked.args is not None
    assert abs(asked.args[0] - step) <= 1
    assert 0 <= asked.args[0] <= 300


def test_a_click_with_another_button_or_into_an_empty_plot_asks_for_nothing(
    qtbot: QtBot, panel: CostPanel, history: CostHistory
) -> None:
    viewport = plot_of(panel).viewport()
    with qtbot.assertNotEmitted(panel.step_chosen):
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(panel, 10))
        show(panel, history, trained(300))
        QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=place_of(panel, 10))


def test_the_logarithmic_scale_is_on_request(panel: CostPanel, history: CostHistory) -> None:
    show(panel, history, trained(300))
    axis = plot_of(panel).getPlotItem().getAxis("left")
    assert not axis.logMode
    box = screen.button(panel, "log C")
    box.click()
    QApplication.processEvents()
    assert axis.logMode
    assert not plot_of(panel).getPlotItem().getAxis("bottom").logMode
    low, high = plot_of(panel).getViewBox().viewRange()[1]
    costs = np.log10(trained(300).progress.costs)
    assert low <= costs.min()
    assert high >= costs.max()
    assert high - low < 4
    assert hover(panel, 100)
    box.click()
    QApplication.processEvents()
    assert plot_of(panel).getViewBox().viewRange()[1][0] >= -0.1


def test_the_wheel_zooms_and_a_double_click_shows_everything_again(
    panel: CostPanel, history: CostHistory
) -> None:
    show(panel, history, trained(300))
    viewport, place = plot_of(panel).viewport(), place_of(panel, 150)
    turn = QWheelEvent(
        place,
        viewport.mapToGlobal(place),
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, turn)
    panel.grab()
    left, right = plot_of(panel).getViewBox().viewRange()[0]
    assert 0 < left < 150 < right < 299
    # A step beside the middle is found where it is drawn now.
    assert hover(panel, 140).startswith("Step 140")
    double_click(viewport, place)
    panel.grab()
    left, right = plot_of(panel).getViewBox().viewRange()[0]
    assert left <= 0
    assert right >= 299


def double_click(widget: QWidget, place: QPoint) -> None:
    """Press, release, double click, release: QTest's own has one press more than a person's."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
    QTest.mouseRelease(widget, left, pos=place)
    QApplication.processEvents()


def test_all_costs_can_be_seen_as_they_come(panel: CostPanel, history: CostHistory) -> None:
    run = new_run()
    for length in (1, 5, 200, 1000):
        run.train(length - run.length)
        show(panel, history, snapshot_of(run))
        panel.grab()
        (left, right), (bottom, top) = plot_of(panel).getViewBox().viewRange()
        assert left <= 0
        assert right >= length - 1
        assert bottom <= run.costs.min()
        assert top >= run.costs.max()
    assert right < 2 * length


def test_a_hidden_plot_shows_the_newest_state_when_it_is_shown(
    panel: CostPanel, history: CostHistory
) -> None:
    panel.hide()
    show(panel, history, trained(100))
    assert len(curves(panel)[0][0]) == 0
    panel.show()
    assert len(curves(panel)[0][0]) == 100
    assert marker(panel) == 100


def test_a_new_run_begins_an_empty_plot(panel: CostPanel, history: CostHistory) -> None:
    show(panel, history, trained(300))
    hover(panel, 100)
    history.clear()
    panel.show_run(describe(new_run()))
    show(panel, history, trained(0))
    assert [len(x) for x, _ in curves(panel)] == [0, 0, 0]
    assert readout(panel) == ""


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda t: t.name)
def test_the_legend_names_every_curve_and_the_axes_are_named(
    panel: CostPanel, history: CostHistory, theme: object
) -> None:
    panel.set_theme(LIGHT if theme is LIGHT else DARK)
    show(panel, history, trained(300))
    text = "\n".join(
        button.accessibleName() for button in panel.findChildren(LegendButton) if button.isVisible()
    )
    for name in ("mini-batch", "average of", str(WINDOW), "test data", "accuracy", "step"):
        assert name in text
    item = plot_of(panel).getPlotItem()
    assert (item.getAxis("bottom").labelText, item.getAxis("left").labelText) == ("step", "C")


@pytest.mark.parametrize(("side", "short"), [("left", "C"), ("right", "%")])
def test_an_upright_axis_is_named_as_there_is_room(
    panel: CostPanel, history: CostHistory, side: str, short: str
) -> None:
    show(panel, history, trained(300))
    plot, long = plot_of(panel), "a name that is longer than a low plot is high"
    axis = plot.getPlotItem().getAxis(side)
    plot.name_axes("step", *((long, "%") if side == "left" else ("C", long)))
    for height, name in ((500, long), (130, short), (500, long)):
        panel.resize(panel.width(), height)
        QApplication.processEvents()
        assert axis.labelText == name


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda t: t.name)
def test_curves_are_drawn_in_the_colours_of_the_legend(
    panel: CostPanel, history: CostHistory, theme: object
) -> None:
    chosen = LIGHT if theme is LIGHT else DARK
    panel.set_theme(chosen)
    panel.choose(PlotChoices(strength=1.0))
    show(panel, history, trained(300))
    picture = screen.pixels(plot_of(panel)).reshape(-1, 3)
    for name in ("positive", "text", "right", "selected"):
        colour = chosen.colour(name)
        wanted = np.array([colour.red(), colour.green(), colour.blue()])
        # Thin lines are blended with the ground: near it is near enough.
        nearest = np.abs(picture - wanted).sum(axis=1).min()
        assert nearest < 150, name


def test_many_test_results_are_a_line(panel: CostPanel, history: CostHistory) -> None:
    state = trained(300)
    many = {step: Evaluation(1.0, 0.5) for step in range(200)}
    show(panel, history, replace(state, progress=replace(state.progress, evaluations=many)))
    panel.grab()
    assert len(curves(panel)[2][0]) == 200


def test_a_test_result_beyond_all_numbers_has_no_place(
    panel: CostPanel, history: CostHistory
) -> None:
    state = trained(300)
    results = {10: Evaluation(np.inf, 0.1), 20: Evaluation(2.0, 0.1), 30: Evaluation(np.nan, 0.1)}
    show(panel, history, replace(state, progress=replace(state.progress, evaluations=results)))
    assert curves(panel)[2][0].tolist() == [20]
    assert plot_of(panel).getViewBox().viewRange()[1][1] < 10


def test_a_long_run_is_drawn_in_little_time(
    qtbot: QtBot, panel: CostPanel, history: CostHistory
) -> None:
    """A million costs: down-sampling must be on, or every frame takes a second."""
    state = trained(0)
    costs = np.random.default_rng(0).random(1_000_000)
    progress = replace(state.progress, position=10**6, length=10**6, costs=costs)
    show(panel, history, replace(state, progress=progress))
    panel.grab()
    assert len(drawn(panel, "batch")[0]) < 20_000
    qtbot.waitUntil(lambda: hover(panel, 500_000).startswith("Step "))
