"""The other branches in the cost plot: pale, named under the pointer, and led to by a click."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core import Run
from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.states import describe, new_run, snapshot_of
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.legend import LegendButton
from visualiser.cost_plot.menu import CostMenu
from visualiser.cost_plot.other_branches import distance, other_branches
from visualiser.number_format import amount
from visualiser.panels.cost import CostPanel
from visualiser.theme import DARK, LIGHT, Theme
from visualiser.training.branch_news import Branches, BranchNews
from visualiser.training.messages import SwitchTo
from visualiser.widgets.branch_names import branch_name

FAST, SLOW = 1, 2


@pytest.fixture(autouse=True)
def _every_move_counts() -> Iterator[None]:
    """The plot ignores moves of the pointer that follow each other faster than anyone's hand."""
    pg.setConfigOption("mouseRateLimit", 0)
    yield
    pg.setConfigOption("mouseRateLimit", 100)


def branched() -> Run:
    """A run with two branches that left its first one, which it is on, at step 100 and 150."""
    run = new_run()
    run.train(500)
    for step, rate, count in ((100, 6.0, 700), (150, 0.01, 300)):
        run.switch_to(run.branches[0])
        run.go_to(step)
        run.change(learning_rate=rate)
        run.train(count)
    run.name_branch(run.branches[FAST], "big η")
    run.switch_to(run.branches[0])
    return run


def news_of(run: Run) -> Branches:
    news = BranchNews().of(run)
    assert news is not None
    return news


def show(panel: CostPanel, run: Run) -> None:
    """Do what the window does with what it is told."""
    panel.view._history.update(snapshot_of(run).progress)
    panel.show_branches(news_of(run))
    panel.show_snapshot(snapshot_of(run))
    # Axes are fitted when the plot is painted, and then again to the width of their numbers.
    for _ in range(2):
        QApplication.processEvents()
        panel.grab()


@pytest.fixture(scope="module")
def run() -> Run:
    return branched()


@pytest.fixture
def panel(qtbot: QtBot, run: Run) -> CostPanel:
    made = CostPanel(CostHistory())
    qtbot.addWidget(made)
    made.resize(880, 300)
    made.show()
    show(made, run)
    return made


def plot_of(panel: CostPanel) -> pg.PlotWidget:
    return panel.findChildren(pg.PlotWidget)[0]


def average_at(run: Run, branch: int, step: int) -> float:
    return float(run.branches[branch].costs.values[max(0, step - 24) : step + 1].mean())


def place_of(panel: CostPanel, step: float, height: float) -> QPoint:
    scene = plot_of(panel).getViewBox().mapViewToScene(QPointF(step, height))
    return QPoint(plot_of(panel).mapFromScene(scene))


def hover(panel: CostPanel, place: QPoint) -> str:
    # The pointer may be there already, from the test before: only a move is told.
    for point in (QPoint(1, 1), place):
        QTest.mouseMove(plot_of(panel).viewport(), point)
        QApplication.processEvents()
    said = (text for text in screen.texts(panel) if "average" in text and "C" in text)
    return next((text for text in said if "mini-batch" not in text), "")


def rgb(theme: Theme, name: str) -> FloatArray:
    colour = theme.colour(name)
    return np.array([colour.red(), colour.green(), colour.blue()])


def test_under_the_pointer_a_branch_is_named_with_its_true_numbers(
    panel: CostPanel, run: Run
) -> None:
    told = hover(panel, place_of(panel, 650, average_at(run, FAST, 650)))
    step = int(screen.number(told.split("step ")[1].split(",")[0]))
    # A pixel is about a step here.
    assert abs(step - 650) <= 3
    assert told == (
        f"Branch “big η”: step {step}, average C {amount(average_at(run, FAST, step))}; "
        "it left at step 100, where η was set to 6"
    )
    told = hover(panel, place_of(panel, 300, average_at(run, SLOW, 300)))
    assert told.startswith("Branch 2: step ")
    assert told.endswith("it left at step 150, where η was set to 0.01")


def test_on_a_logarithmic_axis_it_is_found_where_it_is_drawn(panel: CostPanel, run: Run) -> None:
    screen.button(panel, "log C").click()
    for _ in range(2):
        QApplication.processEvents()
        panel.grab()
    told = hover(panel, place_of(panel, 650, np.log10(average_at(run, FAST, 650))))
    assert told.startswith("Branch “big η”: step ")
    low, high = plot_of(panel).getViewBox().viewRange()[1]
    assert low <= np.log10(average_at(run, FAST, 799)) <= high


def test_all_branches_are_within_the_axes(panel: CostPanel) -> None:
    (left, right), _ = plot_of(panel).getViewBox().viewRange()
    assert left <= 0
    assert right >= 799


def test_a_click_on_it_goes_to_that_step_of_that_branch(
    qtbot: QtBot, panel: CostPanel, run: Run
) -> None:
    viewport, left = plot_of(panel).viewport(), Qt.MouseButton.LeftButton
    place = place_of(panel, 700, average_at(run, FAST, 700))
    with (
        qtbot.waitSignal(panel.command_given) as asked,
        qtbot.assertNotEmitted(panel.step_chosen),
    ):
        QTest.mouseClick(viewport, left, pos=place)
    assert asked.args is not None
    [command] = asked.args
    assert isinstance(command, SwitchTo)
    assert command.branch == FAST
    assert command.step is not None
    assert abs(command.step - 700) <= 3
    with (
        qtbot.waitSignal(panel.step_chosen) as chosen,
        qtbot.assertNotEmitted(panel.command_given),
    ):
        QTest.mouseClick(viewport, left, pos=place_of(panel, 300, 2.0))
    assert chosen.args is not None
    assert abs(chosen.args[0] - 300) <= 1


def test_where_the_run_s_own_average_is_nearer_the_step_is_the_run_s(
    qtbot: QtBot, panel: CostPanel, run: Run
) -> None:
    step = 460
    assert average_at(run, 0, step) < average_at(run, SLOW, min(step, 449)) - 0.05
    with qtbot.assertNotEmitted(panel.command_given), qtbot.waitSignal(panel.step_chosen):
        QTest.mouseClick(
            plot_of(panel).viewport(),
            Qt.MouseButton.LeftButton,
            pos=place_of(panel, step, average_at(run, 0, step)),
        )


def test_the_line_under_the_pointer_is_bright_and_no_longer_when_it_has_left(
    panel: CostPanel, run: Run
) -> None:
    before = screen.pixels(panel)
    hover(panel, place_of(panel, 700, average_at(run, FAST, 700)))
    assert plot_of(panel).cursor().shape() == Qt.CursorShape.PointingHandCursor
    # Below the readout.
    lit = screen.pixels(panel)[80:]
    bright = rgb(DARK, "text")

    def count(picture: screen.Pixels) -> int:
        return int((np.abs(picture - bright).sum(axis=2) < 20).sum())

    assert count(lit) > count(before[80:]) + 100
    QApplication.sendEvent(plot_of(panel), QEvent(QEvent.Type.Leave))
    assert np.array_equal(screen.pixels(panel), before)
    assert plot_of(panel).cursor().shape() != Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_they_are_grey_and_can_be_told_from_the_ground(
    panel: CostPanel, run: Run, theme: Theme
) -> None:
    panel.set_theme(theme)
    picture = screen.pixels(plot_of(panel))
    ground = rgb(theme, "panel")
    # The end of the longest one, to the right of all that is the run's own.
    place = place_of(panel, 700, average_at(run, FAST, 700))
    around = picture[place.y() - 8 : place.y() + 9, place.x() - 6 : place.x() + 7].reshape(-1, 3)
    drawn = around[np.abs(around - ground).sum(axis=1) > 60]
    assert len(drawn) >= 10
    # No colour that means something.
    assert np.ptp(drawn, axis=1).max() < 40


def legend(panel: CostPanel) -> list[str]:
    """The names of the lines that the legend has."""
    buttons = panel.findChildren(LegendButton)
    return [one.accessibleName() for one in buttons if one.isVisible()]


def test_the_legend_names_them_only_where_there_are_some(panel: CostPanel) -> None:
    assert "other branches" in legend(panel)
    assert "that branch" in plot_of(panel).toolTip()
    alone = new_run()
    alone.train(50)
    panel.view._history.clear()
    panel.show_run(describe(alone))
    show(panel, alone)
    assert "other branches" not in legend(panel)
    assert "that branch" not in plot_of(panel).toolTip()
    assert hover(panel, place_of(panel, 25, 1.5)).startswith("Step ")


def test_branches_are_named_at_the_ends_of_their_lines(panel: CostPanel, run: Run) -> None:
    items = [one for one in plot_of(panel).items() if isinstance(one, pg.TextItem)]
    named = {one.textItem.toPlainText(): one for one in items if one.isVisible()}
    assert set(named) == {"big η", "branch 2"}
    for name, number in (("big η", FAST), ("branch 2", SLOW)):
        end = len(run.branches[number].costs.values) - 1
        assert named[name].pos().x() == end
        assert named[name].pos().y() == pytest.approx(average_at(run, number, end))
    # One that is out of view is not named.
    plot_of(panel).setXRange(0, 300, padding=0)
    assert not any(one.isVisible() for one in items)


def list_of_lines(panel: CostPanel) -> QMenu:
    """The menu in which single lines can be left out."""
    screen.press(panel, "More of the cost plot")
    menu = panel.findChildren(CostMenu)[-1]
    title = "Branches and earlier runs"
    found = next(one for one in menu.actions() if one.text() == title).menu()
    assert isinstance(found, QMenu)
    return found


def drawn(panel: CostPanel) -> list[str]:
    return [branch_name(one.info) for one in panel.view.lines.branches.others]


def toggle(panel: CostPanel, name: str) -> None:
    """Choose a line in the list of those that can be left out."""
    lines = list_of_lines(panel)
    next(one for one in lines.actions() if one.text() == name).trigger()
    for menu in panel.findChildren(CostMenu):
        menu.close()
    QApplication.processEvents()


def test_each_branch_can_be_left_out_and_drawn_again(panel: CostPanel, run: Run) -> None:
    toggle(panel, "big η")
    assert drawn(panel) == ["branch 2"]
    assert hover(panel, place_of(panel, 200, average_at(run, FAST, 200))).startswith("Step ")
    # What is told of the branches does not bring it back.
    show(panel, run)
    assert [one.isChecked() for one in list_of_lines(panel).actions()] == [False, True]
    toggle(panel, "big η")
    assert drawn(panel) == ["big η", "branch 2"]


def test_the_axes_are_fitted_to_the_branches_that_are_drawn(panel: CostPanel) -> None:
    def last_seen() -> float:
        return float(plot_of(panel).getViewBox().viewRange()[0][1])

    assert last_seen() > 790
    toggle(panel, "big η")
    assert 490 < last_seen() < 600
    toggle(panel, "big η")
    assert last_seen() > 790


def test_what_is_left_out_is_so_of_this_run_and_these_branches_alone(qtbot: QtBot) -> None:
    run, panel = branched(), CostPanel(CostHistory())
    qtbot.addWidget(panel)
    panel.show()
    show(panel, run)
    toggle(panel, "branch 2")
    run.delete_branch(run.branches[FAST])
    show(panel, run)
    # It is number 1 now.
    assert drawn(panel) == ["branch 1"]
    toggle(panel, "branch 1")
    assert drawn(panel) == []
    panel.show_run(describe(run))
    show(panel, run)
    assert drawn(panel) == ["branch 1"]


def test_of_a_kind_that_is_hidden_no_line_is_offered(panel: CostPanel) -> None:
    [button] = [one for one in panel.findChildren(LegendButton) if one.kind.id == "branches"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert drawn(panel) == []
    assert not list_of_lines(panel).isEnabled()


def test_from_another_branch_the_first_one_is_one_of_the_others(panel: CostPanel, run: Run) -> None:
    run.switch_to(run.branches[SLOW])
    try:
        show(panel, run)
        told = hover(panel, place_of(panel, 490, average_at(run, 0, 490)))
        assert told.startswith("Branch 0: step ")
        assert told.endswith("the run left it at step 150, where η was set to 0.01")
    finally:
        run.switch_to(run.branches[0])


def test_what_both_share_is_the_run_s_own(run: Run) -> None:
    found = {one.info.number: one for one in other_branches(news_of(run))}
    assert found[FAST].steps.tolist() == list(range(100, 800))
    assert found[SLOW].steps.tolist() == list(range(150, 450))
    grandchild = branched()
    grandchild.switch_to(grandchild.branches[FAST])
    grandchild.go_to(400)
    grandchild.change(batch_size=5)
    grandchild.train(10)
    found = {one.info.number: one for one in other_branches(news_of(grandchild))}
    assert [(n, one.steps[0], one.is_ancestor) for n, one in sorted(found.items())] == [
        (0, 100, True),
        (FAST, 400, True),
        (SLOW, 150, False),
    ]
    assert [change.name for change in found[0].changes] == ["learning_rate"]
    assert [change.name for change in found[FAST].changes] == ["batch_size"]


def test_a_branch_without_a_step_of_its_own_is_not_drawn(qtbot: QtBot) -> None:
    run = new_run()
    run.train(60)
    run.go_to(20)
    run.change(learning_rate=0.5)
    run.switch_to(run.branches[0])
    assert other_branches(news_of(run)) == ()
    run.switch_to(run.branches[1])
    run.go_to(0)
    run.change(batch_size=7)
    made = CostPanel(CostHistory())
    qtbot.addWidget(made)
    made.resize(880, 300)
    made.show()
    # Nothing of its own yet, but there is something to see and to click.
    show(made, run)
    assert "will be drawn here" not in screen.text(made)
    assert hover(made, place_of(made, 40, average_at(run, 0, 40))).startswith("Branch 0: step ")


@pytest.mark.parametrize("name", ["<b>bold</b> & more", "n" * 200, "two words " * 20])
@pytest.mark.parametrize("width", [420, 880])
def test_any_name_is_shown_as_it_is_within_the_plot(qtbot: QtBot, name: str, width: int) -> None:
    run = branched()
    run.name_branch(run.branches[FAST], name)
    made = CostPanel(CostHistory())
    qtbot.addWidget(made)
    made.resize(width, 300)
    made.show()
    show(made, run)
    told = hover(made, place_of(made, 700, average_at(run, FAST, 700)))
    assert told.startswith(f"Branch “{name[:40]}")
    shown = next(w for w in screen.labels(made) if screen.label_text(w) == told)
    corners = (shown.rect().topLeft(), shown.rect().bottomRight())
    assert all(plot_of(made).rect().contains(shown.mapTo(plot_of(made), c)) for c in corners)


def test_twenty_long_branches_are_few_lines_to_draw(qtbot: QtBot) -> None:
    """About a point a pixel, whatever their lengths, and finer again where it is zoomed in."""
    run = new_run()
    run.train(3000)
    for step in range(0, 1000, 50):
        run.switch_to(run.branches[0])
        run.go_to(step)
        run.change(learning_rate=0.001 + step / 1e6)
        run.train(2500)
    run.switch_to(run.branches[0])
    made = CostPanel(CostHistory())
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    show(made, run)

    def points() -> int:
        items = plot_of(made).getPlotItem().listDataItems()
        drawn = (item.getData()[0] for item in items if isinstance(item, pg.PlotCurveItem))
        return sum(0 if x is None else len(x) for x in drawn)

    assert 20 * 150 < points() < 20 * 1000
    few = points()
    plot_of(made).setXRange(1000, 1200)
    assert points() > 2 * few


Line = list[tuple[float, float]]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 1000), st.integers(-100, 100)), min_size=1, max_size=9),
    st.tuples(st.integers(-50, 1050), st.integers(-150, 150)),
    st.tuples(st.sampled_from([0.5, 1.0, 4.0]), st.sampled_from([0.25, 1.0, 3.0])),
)
def test_the_distance_to_a_line_is_that_to_its_nearest_point(
    corners: Line, point: tuple[float, float], pixel: tuple[float, float]
) -> None:
    ordered = sorted({int(x): y for x, y in corners}.items())
    steps, heights = (np.array(part, float) for part in zip(*ordered, strict=True))
    found = distance(steps, heights, point, pixel)
    # Many points of the line instead of geometry.
    along = np.linspace(steps[0], steps[-1], 200_001)
    across = (along - point[0]) / pixel[0]
    up = (np.interp(along, steps, heights) - point[1]) / pixel[1]
    assert found <= np.hypot(across, up).min() + 1e-9
    assert found == pytest.approx(np.hypot(across, up).min(), abs=1.0)
