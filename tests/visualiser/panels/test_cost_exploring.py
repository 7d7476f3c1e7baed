"""The cost plot under a hand: zooming, fitting, the cursor, the legend, the menu, what is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core import Run, evaluate
from tests.visualiser import screen
from tests.visualiser.states import describe, new_run, snapshot_of
from visualiser import number_format
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.choices import EPOCH, PlotChoices
from visualiser.cost_plot.legend import LegendButton
from visualiser.cost_plot.menu import CostMenu
from visualiser.number_format import NumberStyle, amount, percent
from visualiser.panels.cost import CostPanel
from visualiser.training.branch_news import BranchNews
from visualiser.training.cost_questions import TrainingResults
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
STEPS = 600


@pytest.fixture(autouse=True)
def _every_move_counts() -> Iterator[None]:
    """The plot ignores moves of the pointer that follow each other faster than anyone's hand."""
    pg.setConfigOption("mouseRateLimit", 0)
    yield
    pg.setConfigOption("mouseRateLimit", 100)


@pytest.fixture(scope="module")
def run() -> Run:
    made = new_run()
    made.train(400)
    made.set_learning_rate(0.5)
    made.train(STEPS - 400)
    return made


@pytest.fixture(scope="module")
def snapshot(run: Run) -> Snapshot:
    return snapshot_of(run)


@pytest.fixture
def history() -> CostHistory:
    return CostHistory()


@pytest.fixture
def panel(qtbot: QtBot, history: CostHistory, run: Run, snapshot: Snapshot) -> CostPanel:
    made = CostPanel(history)
    qtbot.addWidget(made)
    made.resize(640, 200)
    made.show()
    news = BranchNews().of(run)
    assert news is not None
    made.show_branches(news)
    show(made, history, snapshot)
    return made


def show(panel: CostPanel, history: CostHistory, snapshot: Snapshot) -> None:
    history.update(snapshot.progress)
    panel._show_again_at = 0.0
    panel.show_snapshot(snapshot)
    settle(panel)


def settle(panel: CostPanel) -> None:
    # Axes are fitted when the plot is painted, and then again to the width of their numbers.
    for _ in range(2):
        QApplication.processEvents()
        panel.grab()


def seen(panel: CostPanel) -> tuple[float, float, float, float]:
    (left, right), (low, high) = panel.view.plot.getViewBox().viewRange()
    return float(left), float(right), float(low), float(high)


def place(panel: CostPanel, x: float, y: float) -> QPoint:
    """Where a place of the axes is in the viewport."""
    return QPoint(panel.view.plot.mapFromScene(panel.view.plot.box.mapViewToScene(QPointF(x, y))))


def drag(
    panel: CostPanel,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton = LEFT,
    held: Qt.KeyboardModifier = NONE,
) -> None:
    """Press, move in a few steps, release."""
    viewport = panel.view.plot.viewport()
    QTest.mouseMove(viewport, start)
    QTest.mousePress(viewport, button, held, start)
    for share in (0.3, 0.6, 1.0):
        point = QPointF(start) + QPointF(end - start) * share
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            point,
            QPointF(viewport.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            button,
            held,
        )
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, button, held, end)
    settle(panel)


def turn_wheel(panel: CostPanel, point: QPoint, delta: int = 240) -> None:
    viewport = panel.view.plot.viewport()
    event = QWheelEvent(
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    settle(panel)


def hover(panel: CostPanel, point: QPoint) -> str:
    for one in (QPoint(1, 1), point):
        QTest.mouseMove(panel.view.plot.viewport(), one)
        QApplication.processEvents()
    return told(panel)


def told(panel: CostPanel) -> str:
    return next((text for text in screen.texts(panel) if text.startswith("Step ")), "")


def entry(panel: CostPanel, name: str) -> LegendButton:
    [found] = [b for b in panel.findChildren(LegendButton) if b.kind.id == name]
    return found


def menu(panel: CostPanel) -> CostMenu:
    screen.press(panel, "More of the cost plot")
    return panel.findChildren(CostMenu)[-1]


def choose(panel: CostPanel, *titles: str) -> None:
    """Choose an entry of the menu, or of a submenu."""
    opened: QMenu = menu(panel)
    top = opened
    for title in titles[:-1]:
        action = next(one for one in opened.actions() if one.text() == title)
        submenu = action.menu()
        assert isinstance(submenu, QMenu)
        opened = submenu
    next(one for one in opened.actions() if one.text() == titles[-1]).trigger()
    top.close()
    settle(panel)


# -------------------------------------------------------------------- zooming and fitting


def test_a_rectangle_that_is_drawn_is_what_is_seen_and_fit_shows_all_again(
    panel: CostPanel,
) -> None:
    fit = screen.button(panel, "Fit")
    assert not fit.isEnabled()
    before = seen(panel)
    drag(panel, place(panel, 100, 0.2), place(panel, 300, 1.0))
    left, right, low, high = seen(panel)
    pixel = (before[1] - before[0]) / 400
    assert (left, right) == pytest.approx((100, 300), abs=3 * pixel)
    assert (low, high) == pytest.approx((0.2, 1.0), abs=0.1)
    assert fit.isEnabled()
    screen.press(panel, "Fit")
    assert seen(panel) == pytest.approx(before)
    assert not fit.isEnabled()


def test_a_flat_rectangle_chooses_steps_only(panel: CostPanel) -> None:
    before = seen(panel)
    middle = place(panel, 100, 1.0)
    drag(panel, middle, middle + QPoint(120, 3))
    left, right, low, high = seen(panel)
    assert left == pytest.approx(100, abs=6)
    assert right - left < 300
    assert (low, high) == pytest.approx(before[2:])


@pytest.mark.parametrize(("button", "held"), [(LEFT, SHIFT), (Qt.MouseButton.MiddleButton, NONE)])
def test_with_shift_or_the_middle_button_dragging_moves_along(
    panel: CostPanel, button: Qt.MouseButton, held: Qt.KeyboardModifier
) -> None:
    drag(panel, place(panel, 100, 0.2), place(panel, 300, 1.0))
    left, right, low, high = seen(panel)
    start = place(panel, 250, 0.5)
    drag(panel, start, start - QPoint(40, 0), button, held)
    moved = seen(panel)
    assert moved[0] > left + 5
    assert moved[1] - moved[0] == pytest.approx(right - left)
    assert moved[2:] == pytest.approx((low, high))


def test_dragging_with_the_right_button_does_nothing(panel: CostPanel) -> None:
    before = seen(panel)
    drag(panel, place(panel, 100, 0.2), place(panel, 300, 1.0), Qt.MouseButton.RightButton)
    assert seen(panel) == pytest.approx(before)


def test_the_wheel_zooms_about_the_pointer_and_over_an_axis_along_it_alone(
    panel: CostPanel,
) -> None:
    before = seen(panel)
    point = place(panel, 150, 0.5)
    turn_wheel(panel, point)
    left, right, low, high = seen(panel)
    assert right - left < before[1] - before[0]
    assert high - low < before[3] - before[2]
    # What was under the pointer is there still, where the axis became no wider.
    for value, old, new in ((150, before[:2], (left, right)), (0.5, before[2:], (low, high))):
        shares = [(value - start) / (end - start) for start, end in (old, new)]
        assert shares[0] == pytest.approx(shares[1], abs=0.01)
    screen.press(panel, "Fit")
    box = panel.view.plot.box.sceneBoundingRect()
    turn_wheel(panel, QPoint(int(box.center().x()), int(box.bottom()) + 10))
    left, right, low, high = seen(panel)
    assert right - left < before[1] - before[0]
    assert (low, high) == pytest.approx(before[2:])
    screen.press(panel, "Fit")
    settle(panel)
    box = panel.view.plot.box.sceneBoundingRect()
    turn_wheel(panel, QPoint(int(box.left()) - 10, int(box.center().y())))
    assert seen(panel)[:2] == pytest.approx(before[:2])
    assert seen(panel)[3] - seen(panel)[2] < before[3] - before[2]


def test_zooming_out_ends_where_all_is_seen_and_fits_again(panel: CostPanel) -> None:
    before = seen(panel)
    turn_wheel(panel, place(panel, 150, 0.5), 480)
    assert screen.button(panel, "Fit").isEnabled()
    turn_wheel(panel, place(panel, 150, 0.5), -4800)
    assert seen(panel) == pytest.approx(before)
    assert not screen.button(panel, "Fit").isEnabled()


def test_a_fitted_plot_follows_the_newest_steps_and_another_one_stays(
    panel: CostPanel, history: CostHistory, snapshot: Snapshot
) -> None:
    def longer(steps: int) -> Snapshot:
        costs = np.full(steps - len(history), 0.5)
        progress = replace(
            snapshot.progress, costs_from=len(history), costs=costs, length=steps, position=steps
        )
        return replace(snapshot, progress=progress)

    show(panel, history, longer(800))
    assert seen(panel)[1] > 799
    drag(panel, place(panel, 100, 0.2), place(panel, 300, 1.0))
    zoomed = seen(panel)
    show(panel, history, longer(1000))
    assert seen(panel) == pytest.approx(zoomed)
    screen.press(panel, "Fit")
    assert seen(panel)[1] > 999


@pytest.mark.parametrize("axis", ["Logarithmic axis of C", "Logarithmic axis of steps"])
def test_another_scale_of_one_axis_leaves_the_other_one_as_it_is(
    panel: CostPanel, axis: str
) -> None:
    drag(panel, place(panel, 100, 0.2), place(panel, 300, 1.0))
    before = seen(panel)
    choose(panel, axis)
    after = seen(panel)
    kept = slice(0, 2) if "C" in axis else slice(2, 4)
    assert after[kept] == pytest.approx(before[kept])
    bottom, left = (panel.view.plot.getAxis(name) for name in ("bottom", "left"))
    assert (bottom.logMode, left.logMode) == ("steps" in axis, "of C" in axis)


def test_on_a_logarithmic_axis_of_steps_it_is_said_where_step_0_is(panel: CostPanel) -> None:
    choose(panel, "Logarithmic axis of steps")
    axis = panel.view.plot.getAxis("bottom")
    assert "step 0 has no place" in axis.labelText
    assert "1" in axis.tickStrings([0.0, 1.0, 2.0], 1, 1)
    left, right, *_ = seen(panel)
    assert left < 0 < np.log10(STEPS - 1) < right
    assert hover(panel, place(panel, np.log10(50), 2.0)).startswith("Step 50")


# -------------------------------------------------------------------- what is told


def test_of_a_step_everything_is_told_that_is_known(panel: CostPanel, run: Run) -> None:
    said = hover(panel, place(panel, 288, 1.5))
    # A pixel is more than a step; the mark of the test result is meant where it is near.
    test = run.branch.evaluations[288]
    said = hover(panel, place(panel, 288, test.cost))
    first, second = said.split("\n")
    mean = run.costs[264:289].mean()
    assert first == (
        f"Step 288, epoch 2.00: C = {amount(float(run.costs[288]))}; "
        f"average of the last 25: {amount(float(mean))}"
    )
    assert second == (f"Test data: C = {amount(test.cost)}, {percent(test.accuracy)} read right")


def test_where_something_was_changed_it_is_told_what(panel: CostPanel) -> None:
    x = place(panel, 400, 1.0).x()
    said = hover(panel, QPoint(x + 2, place(panel, 400, 2.0).y()))
    assert said.startswith("Step 400")
    assert said.endswith("At step 400 η was set to 0.5")


def test_at_the_start_the_average_is_of_the_steps_there_are(panel: CostPanel) -> None:
    drag(panel, place(panel, 0, 0.2), place(panel, 40, 2.0))
    said = hover(panel, place(panel, 3, 1.9))
    assert said.startswith("Step 3,")
    assert "average of the last 4:" in said


def test_the_peak_under_the_pointer_is_meant_and_not_a_step_beside_it(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    history = CostHistory()
    panel = CostPanel(history)
    qtbot.addWidget(panel)
    panel.resize(640, 200)
    panel.show()
    costs = np.full(100_000, 0.1)
    costs[54_321] = 1.0
    progress = replace(
        snapshot.progress,
        costs=costs,
        length=len(costs),
        position=0,
        changes=(),
        evaluations={},
    )
    show(panel, history, replace(snapshot, progress=progress))
    assert hover(panel, place(panel, 54_321, 1.0)).startswith("Step 54,321:")


def test_after_zooming_it_is_told_what_is_under_the_pointer_now(panel: CostPanel) -> None:
    point = place(panel, 500, 1.9)
    hover(panel, point)
    drag(panel, place(panel, 100, 0.2), place(panel, 300, 1.0))
    QTest.mouseMove(panel.view.plot.viewport(), point)
    QApplication.processEvents()
    turn_wheel(panel, point, 480)
    x = panel.view.plot.box.mapSceneToView(panel.view.plot.mapToScene(point)).x()
    step = int(screen.number(told(panel).removeprefix("Step ").split(",")[0]))
    assert step == pytest.approx(x, abs=1)


# -------------------------------------------------------------------- the keyboard


def test_keys_walk_a_cursor_whose_point_is_told_and_enter_goes_there(
    qtbot: QtBot, panel: CostPanel
) -> None:
    plot = panel.view.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Home, ALT)
    assert told(panel).startswith("Step 0,")
    QTest.keyClick(plot, Qt.Key.Key_PageDown, ALT)
    assert told(panel).startswith("Step 144,")
    assert plot.accessibleDescription() == told(panel)
    for _ in range(2):
        QTest.keyClick(plot, Qt.Key.Key_PageDown, ALT)
    assert told(panel).startswith("Step 400,")
    before = seen(panel)
    QTest.keyClick(plot, Qt.Key.Key_Up, ALT)
    left, right, *_ = seen(panel)
    assert right - left == pytest.approx((before[1] - before[0]) / 2)
    QTest.keyClick(plot, Qt.Key.Key_Left, ALT)
    step = int(screen.number(told(panel).removeprefix("Step ").split(",")[0]))
    assert 397 <= step < 400
    QTest.keyClick(plot, Qt.Key.Key_Right, ALT | SHIFT)
    assert told(panel).startswith("Step 4")
    with qtbot.waitSignal(panel.step_chosen) as asked:
        QTest.keyClick(plot, Qt.Key.Key_Return)
    assert asked.args is not None
    assert 400 < asked.args[0] < 500
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert told(panel) == ""


@pytest.mark.parametrize("one", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space])
def test_keys_that_step_are_left_to_the_window(panel: CostPanel, one: Qt.Key) -> None:
    panel.view.plot.setFocus()
    before = seen(panel)
    QTest.keyClick(panel.view.plot, one)
    assert told(panel) == ""
    assert seen(panel) == pytest.approx(before)


def test_the_cursor_is_followed_out_of_view(panel: CostPanel) -> None:
    drag(panel, place(panel, 100, 0.2), place(panel, 300, 1.0))
    panel.view.plot.setFocus()
    QTest.keyClick(panel.view.plot, Qt.Key.Key_End, ALT)
    for _ in range(3):
        QTest.keyClick(panel.view.plot, Qt.Key.Key_PageDown, ALT)
    step = int(screen.number(told(panel).removeprefix("Step ").split(",")[0]))
    left, right, *_ = seen(panel)
    assert step > 300
    assert left <= step <= right


# -------------------------------------------------------------------- legend and menu


@pytest.mark.parametrize("by_key", [False, True])
def test_the_legend_hides_and_shows_a_line(qtbot: QtBot, panel: CostPanel, by_key: bool) -> None:
    button, item = entry(panel, "batch"), panel.view.lines.batch.item
    highest = seen(panel)[3]
    for is_shown in (False, True):
        with qtbot.waitSignal(panel.choices_made) as made:
            if by_key:
                button.setFocus()
                QTest.keyClick(button, Qt.Key.Key_Return)
            else:
                QTest.mouseClick(button, LEFT)
        assert made.args is not None
        assert ("batch" in made.args[0].hidden) != is_shown
        assert item.isVisible() == button.isChecked() == is_shown
        settle(panel)
        # Fitted to what is drawn.
        assert (seen(panel)[3] == pytest.approx(highest)) or not is_shown


def test_every_entry_explains_itself(panel: CostPanel) -> None:
    shown = [one for one in panel.findChildren(LegendButton) if one.isVisible()]
    ids = ["batch", "average", "test", "accuracy", "training", "step", "changes"]
    assert [one.kind.id for one in shown] == ids
    for one in shown:
        assert screen.plain_text(one.toolTip()) == one.accessibleDescription()
        assert one.accessibleDescription().endswith(".")
        assert one.accessibleName()
    assert "/ 25" in entry(panel, "average").toolTip()


@pytest.mark.parametrize("width", [400, 640, 1400])
def test_the_legend_is_whole_at_any_width(panel: CostPanel, width: int) -> None:
    panel.resize(width, 220)
    settle(panel)
    legend = panel._header.legend
    shown = [one for one in legend.findChildren(LegendButton) if one.isVisible()]
    for one in shown:
        assert legend.rect().contains(one.geometry())
        assert not any(one.geometry().intersects(o.geometry()) for o in shown if o is not one)
    assert (len({one.y() for one in shown}) == 1) == (width >= 640)


def test_the_average_s_length_is_chosen_and_said(panel: CostPanel, run: Run) -> None:
    choose(panel, "Average over", "100 steps")
    average = panel.view.lines.average[:]
    means = [run.costs[max(0, n - 99) : n + 1].mean() for n in range(STEPS)]
    assert average == pytest.approx(means, rel=1e-5)
    assert "100" in entry(panel, "average").text()
    assert "average of the last 100:" in hover(panel, place(panel, 500, 2.0))


def test_an_average_over_an_epoch_is_of_so_many_steps(panel: CostPanel) -> None:
    choose(panel, "Average over", "One epoch (144 steps)")
    assert panel.choices.window == EPOCH
    assert "144" in entry(panel, "average").accessibleName()


def test_every_step_s_line_can_be_drawn_fainter(panel: CostPanel) -> None:
    def strength() -> int:
        ground = screen.pixels(panel.view.plot)[5, 5]
        return int(np.abs(screen.pixels(panel.view.plot) - ground).sum())

    before = strength()
    choose(panel, "Strength of every step's line", "15 %")
    faint = strength()
    choose(panel, "Strength of every step's line", "100 %")
    assert faint < before < strength()


def test_the_menu_opens_by_a_click_a_key_and_the_right_button_and_is_ours(
    panel: CostPanel,
) -> None:
    wanted = [action.text() for action in menu(panel).actions() if action.text()]
    assert {"Average over", "Lines", "Fit", "Copy the picture", "Save as CSV …"} <= set(wanted)
    panel.findChildren(CostMenu)[-1].close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    panel.view.plot.setFocus()
    QTest.keyClick(panel.view.plot, Qt.Key.Key_F10, SHIFT)
    [opened] = [one for one in panel.findChildren(QMenu) if one.isVisible()]
    assert isinstance(opened, CostMenu)
    opened.close()
    viewport = panel.view.plot.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=place(panel, 100, 1.0))
    others = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu)]
    assert not any(one.isVisible() for one in others if not isinstance(one, CostMenu))


def test_a_tool_of_something_beside_is_in_the_row_above(panel: CostPanel) -> None:
    button = screen.button(panel, "Fit").__class__()
    button.setText("beside")
    panel.add_tool(button)
    settle(panel)
    assert button.isVisible()
    assert button.geometry().right() < screen.button(panel, "log C").geometry().left()


# -------------------------------------------------------------------- accuracy


def test_accuracies_stand_on_an_axis_from_0_to_100_whatever_is_zoomed(
    panel: CostPanel, run: Run
) -> None:
    axis, line = panel.view.plot.getAxis("right"), panel.view.lines.accuracy
    for _ in range(2):
        _, shares = axis.tickValues(*axis.range, axis.size().height())[0]
        assert axis.tickStrings(shares, 1, 1)[0] == "0"
        assert axis.tickStrings(shares, 1, 1)[-1] == "100"
        x, y = line.item.getData()
        _, _, low, high = seen(panel)
        for step, height in zip(x, y, strict=True):
            share = run.branch.evaluations[int(step)].accuracy
            box = panel.view.plot.box.sceneBoundingRect()
            up = box.bottom() - (height - low) / (high - low) * box.height()
            ends = axis.range
            expected = box.bottom() - (share - ends[0]) / (ends[1] - ends[0]) * box.height()
            assert up == pytest.approx(expected)
        drag(panel, place(panel, 100, 0.2), place(panel, 500, 1.0))


def test_training_accuracy_is_asked_for_only_where_it_is_shown_and_is_true(
    panel: CostPanel, run: Run
) -> None:
    asked: list[TrainingResults] = []
    panel.question_asked.connect(asked.append)
    panel.view.show_all()
    assert asked == []
    QTest.mouseClick(entry(panel, "training"), LEFT)
    [question] = asked
    assert set(question.steps) == {144, 288, 432, 576}
    panel.show_answer(Answered(question, run.position, question.answer(run)))
    line = panel.view.lines.training
    assert line.steps.tolist() == [144, 288, 432, 576]
    run.go_to(288)
    expected = evaluate(run.network, run.data.train)
    run.go_to(STEPS)
    assert line.values[1] == expected.accuracy
    test = run.branch.evaluations[288]
    said = hover(panel, place(panel, 288, test.cost))
    share = percent(expected.accuracy)
    assert said.endswith(f"All training data: C = {amount(expected.cost)}, {share} read right")
    assert "4 by now" in entry(panel, "training").toolTip()


def test_where_examples_are_of_no_class_there_is_no_accuracy(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    history = CostHistory()
    panel = CostPanel(history, PlotChoices(hidden=frozenset()))
    qtbot.addWidget(panel)
    panel.show()
    description = replace(snapshot.description, has_classes=False)
    show(panel, history, replace(snapshot, description=description))
    assert not entry(panel, "training").isVisible()
    assert not entry(panel, "accuracy").isVisible()


# -------------------------------------------------------------------- between two drawings


def go_on(history: CostHistory, snapshot: Snapshot, start: int, costs: list[float]) -> None:
    """Let the run have these costs from a step on, of which the panel is not told yet."""
    history.update(replace(snapshot.progress, costs_from=start, costs=np.array(costs)))


@pytest.mark.parametrize("hidden", [frozenset[str](), frozenset({"batch"})])
def test_steps_that_are_not_drawn_yet_are_told_of(
    panel: CostPanel, history: CostHistory, snapshot: Snapshot, hidden: frozenset[str]
) -> None:
    panel.choose(PlotChoices(hidden=hidden | {"training"}))
    for drawn in (STEPS, 10 * STEPS):
        go_on(history, snapshot, 0, [0.25] * drawn)
        panel.view.show_all()
        settle(panel)
        go_on(history, snapshot, drawn, [0.25] * drawn)
        # There is some room behind the last step that is drawn.
        step = round(1.01 * drawn)
        said = hover(panel, place(panel, step, 0.2))
        told_step = screen.number(said.removeprefix("Step ").split(", epoch")[0])
        assert abs(told_step - step) < drawn / 100
        assert said.count("0.25") >= 2
        panel.view.exploring.put_away()


def test_the_cursor_walks_to_steps_that_are_not_drawn_yet(
    panel: CostPanel, history: CostHistory, snapshot: Snapshot
) -> None:
    go_on(history, snapshot, STEPS, [0.25] * 100)
    panel.view.plot.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(panel.view.plot, key, ALT | SHIFT)
    assert told(panel).startswith("Step 6")


def test_the_pointer_is_at_no_step_that_a_fork_has_dropped(
    panel: CostPanel, history: CostHistory, snapshot: Snapshot
) -> None:
    panel.choose(PlotChoices(hidden=frozenset({"batch", "training"})))
    settle(panel)
    go_on(history, snapshot, 100, [0.25])
    assert hover(panel, place(panel, 500, 1.0)).startswith("Step 100,")


# -------------------------------------------------------------------- earlier runs


@pytest.mark.parametrize("was_seen", [False, True])
def test_the_run_before_is_drawn_to_its_end_also_where_that_was_not_seen(
    qtbot: QtBot, snapshot: Snapshot, was_seen: bool
) -> None:
    history = CostHistory()
    panel = CostPanel(history, PlotChoices(hidden=frozenset({"training"})))
    qtbot.addWidget(panel)
    if was_seen:
        panel.show()
        show(panel, history, snapshot)
        panel.hide()
    go_on(history, snapshot, 0, [1.0] * 1000)
    go_on(history, snapshot, 100, [2.0] * 50)
    panel.show_snapshot(snapshot)
    history.clear()
    panel.show_run(describe(new_run(), identity=2))
    go_on(history, snapshot, 0, [9.0] * 300)
    [line] = panel.view.lines.branches.others
    assert line.steps.tolist() == list(range(150))
    assert line.averages[99] == 1.0
    assert line.averages[149] == 2.0


def test_earlier_runs_are_handed_over_and_named_as_texts_and_numbers_are_by_then(
    qtbot: QtBot, panel: CostPanel, history: CostHistory, run: Run, snapshot: Snapshot
) -> None:
    history.clear()
    panel.show_run(describe(new_run(learning_rate=0.125), identity=2))
    go_on(history, snapshot, 0, [1.0] * 20)
    history.clear()
    panel.show_run(describe(new_run(), identity=3))
    handed = panel.view.others.earlier
    assert [(run.number, run.length) for run in handed] == [(1, STEPS), (2, 20)]
    following = CostPanel(CostHistory(), PlotChoices(hidden=frozenset({"training"})))
    qtbot.addWidget(following)
    following.show()
    following.view.note(replace(snapshot, description=describe(new_run(), identity=3)))
    following.view.take_over(handed)
    settle(following)
    first, second = following.view.lines.branches.others
    assert first.info.name.startswith("Earlier run 1: 64-16-16-10, η = ")
    assert second.info.name.startswith("Earlier run 2: 64-16-16-10, η = 0.125, ")
    assert first.averages[-1] == pytest.approx(run.costs[-25:].mean())
    assert seen(following)[1] > STEPS - 2
    number_format.use(NumberStyle(mark=","))
    following.write_numbers()
    assert "0,125" in following.view.lines.branches.others[1].info.name
    # The next one has a number of its own.
    following.view._history.update(replace(snapshot.progress, costs_from=0, costs=np.ones(9)))
    following.view._history.clear()
    following.show_run(describe(new_run(), identity=4))
    assert following.view.others.earlier[-1].number == 3


def test_the_run_before_can_be_drawn_behind_the_present_one(
    qtbot: QtBot, panel: CostPanel, history: CostHistory, run: Run, snapshot: Snapshot
) -> None:
    assert not entry(panel, "earlier").isVisible()
    first = snapshot.description
    history.clear()
    second = new_run(seed=3)
    second.train(100)
    described = describe(second, identity=2)
    panel.show_run(described)
    show(panel, history, replace(snapshot_of(second), description=described))
    assert seen(panel)[1] < 200
    QTest.mouseClick(entry(panel, "earlier"), LEFT)
    settle(panel)
    assert seen(panel)[1] > STEPS - 2
    average = float(run.costs[476:501].mean())
    point = place(panel, 500, average)
    for one in (QPoint(1, 1), point):
        QTest.mouseMove(panel.view.plot.viewport(), one)
        QApplication.processEvents()
    [said] = [text for text in screen.texts(panel) if text.startswith("Earlier run 1")]
    assert "64-16-16-10" in said
    # No other run can be gone to.
    with qtbot.assertNotEmitted(panel.command_given):
        QTest.mouseClick(panel.view.plot.viewport(), LEFT, pos=point)
    # Brought back, it is itself and no earlier one.
    history.clear()
    panel.show_run(first)
    show(panel, history, replace(snapshot, description=first))
    [other] = panel.view.lines.branches.others
    assert other.info.name.startswith("Earlier run 2")
    choose(panel, "Forget earlier runs")
    assert panel.view.lines.branches.others == ()
