"""The window "Over the run" as a person uses it: what it shows is what the run was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.probes import gradient_norms
from tests.visualiser import screen
from tests.visualiser.contrasts import contrast
from tests.visualiser.small_runs import Desk, small_run
from tests.visualiser.states import describe
from visualiser.over_time.window import ACTIVATIONS, SATURATION, WEIGHTS, OverTimeWindow
from visualiser.theme import DARK, LIGHT, Theme
from visualiser.training.over_time_questions import OverTheRun
from visualiser.widgets.heat_colours import heat_colour, heat_image, heat_table, line_colour

Begun = tuple[OverTimeWindow, Desk]


@pytest.fixture
def begun(qtbot: QtBot) -> Iterator[Begun]:
    window = OverTimeWindow(None)
    qtbot.addWidget(window)
    desk = Desk(small_run(), window)
    settle(qtbot, window)
    yield window, desk
    window.close()


def settle(qtbot: QtBot, window: OverTimeWindow) -> None:
    qtbot.waitUntil(lambda: not window._soon.isActive())


def answered(qtbot: QtBot, begun: Begun) -> OverTimeWindow:
    window, desk = begun
    desk.answer()
    settle(qtbot, window)
    return window


def place_of(window: OverTimeWindow, step: int) -> QPoint:
    plot = window.gradients.plots[0]
    axes = plot.axes()
    assert axes is not None
    return axes.point(step, axes.lowest).toPoint() - QPoint(0, 20)


def test_it_shows_the_gradient_of_each_step(qtbot: QtBot, begun: Begun) -> None:
    window = answered(qtbot, begun)
    run = begun[1].run
    weights, biases = window.gradients.plots
    assert weights.course is not None
    for place, step in enumerate(weights.course.steps.tolist()):
        run.go_to(step)
        norms = np.array(gradient_norms(run.gradient()[0]))
        np.testing.assert_array_equal(weights.values()[:, place], norms[:, 0])
        np.testing.assert_array_equal(biases.values()[:, place], norms[:, 1])
    assert "41 of 41 networks" in screen.text(window)


def test_what_is_pointed_at_is_told_and_a_click_goes_there(qtbot: QtBot, begun: Begun) -> None:
    window = answered(qtbot, begun)
    chosen: list[int] = []
    window.step_chosen.connect(chosen.append)
    plot = window.gradients.plots[0]
    QTest.mouseMove(plot, place_of(window, 20))
    assert "At step 20" in screen.text(window)
    assert "Step 20" in plot.accessibleDescription()
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place_of(window, 30))
    plot.setFocus()
    screen.key(plot, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert chosen == [30, 29]
    assert "At step 29" in screen.text(window)


def test_it_asks_for_what_is_not_known_and_only_for_that(qtbot: QtBot, begun: Begun) -> None:
    window, desk = begun
    answered(qtbot, begun)
    assert len(desk.asked) == 1
    desk.show()
    settle(qtbot, window)
    assert len(desk.asked) == 1
    desk.run.train(5)
    desk.show()
    settle(qtbot, window)
    question = desk.asked[1]
    assert isinstance(question, OverTheRun)
    assert set(question.known) == set(range(41))
    answered(qtbot, begun)
    assert "46 of 46 networks" in screen.text(window)


def test_another_course_of_events_keeps_what_is_true_of_it(qtbot: QtBot, begun: Begun) -> None:
    window, desk = begun
    answered(qtbot, begun)
    desk.run.go_to(20)
    desk.run.set_learning_rate(0.1)
    desk.run.train(3)
    desk.show()
    settle(qtbot, window)
    question = desk.asked[1]
    assert isinstance(question, OverTheRun)
    # At step 20 itself the next step is another one.
    assert question.known == tuple(range(20))
    answered(qtbot, begun)
    desk.run.undo()
    desk.run.switch_to(desk.run.branches[0])
    desk.show()
    settle(qtbot, window)
    answered(qtbot, begun)
    assert "41 of 41 networks" in screen.text(window)
    # All of it was known but for the present step, which is looked at for every course.
    question = desk.asked[-1]
    assert isinstance(question, OverTheRun)
    assert question.known == tuple(range(41))


def test_it_can_be_stopped_and_gone_on_with(qtbot: QtBot, begun: Begun) -> None:
    window, desk = begun
    desk.answer(parts=5)
    settle(qtbot, window)
    assert "Looking back" in screen.text(window)
    screen.press(window, "Stop")
    settle(qtbot, window)
    assert desk.stopped == desk.asked
    assert "5 of 41 networks" in screen.text(window)
    desk.run.train(2)
    desk.show()
    settle(qtbot, window)
    assert len(desk.asked) == 1
    screen.press(window, "Look on")
    answered(qtbot, begun)
    assert "43 of 43 networks" in screen.text(window)


def test_a_closed_window_asks_nothing(qtbot: QtBot, begun: Begun) -> None:
    window, desk = begun
    desk.answer(parts=2)
    screen.key(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert desk.stopped == desk.asked
    desk.run.train(2)
    desk.show()
    assert len(desk.asked) == 1
    window.show()
    settle(qtbot, window)
    assert len(desk.asked) == 2


def test_of_another_run_nothing_is_known(qtbot: QtBot, begun: Begun) -> None:
    window, desk = begun
    answered(qtbot, begun)
    window.show_run(describe(desk.run))
    assert "being gone through" in screen.text(window)
    desk.show()
    settle(qtbot, window)
    assert desk.asked[-1] == OverTheRun(())


@pytest.mark.parametrize("page", [WEIGHTS, ACTIVATIONS])
def test_a_strip_counts_every_number_of_each_step(qtbot: QtBot, begun: Begun, page: int) -> None:
    window = answered(qtbot, begun)
    window.open_page(page)
    spread_page = window.weights if page == WEIGHTS else window.activations
    spread_page.layer.setCurrentIndex(1)
    spread = spread_page.strip.spread
    assert spread is not None
    counts = spread.bins.counts.sum(axis=0)
    assert set(counts.tolist()) == {6 if page == WEIGHTS else 2 * 30}
    np.testing.assert_allclose(spread.shares.sum(axis=0), 1)


def test_a_bin_is_told_by_pointer_and_by_keys(qtbot: QtBot, begun: Begun) -> None:
    window = answered(qtbot, begun)
    window.open_page(WEIGHTS)
    page = window.weights
    spread, axes = page.strip.spread, page.strip.axes()
    assert spread is not None
    assert axes is not None
    run = begun[1].run
    run.go_to(10)
    weights = run.network.weights[0].ravel()
    value = float(np.sort(weights)[5])
    spot = axes.point(10, value)
    QTest.mouseMove(page.strip, spot.toPoint())
    place = page.strip.bin_under(QPointF(spot.toPoint()))
    assert place is not None
    low, high = spread.bins.edges[place], spread.bins.edges[place + 1]
    inside = int(((weights >= low) & (weights < high)).sum())
    assert f"{inside} of 12" in screen.text(window)
    page.strip.setFocus()
    screen.key(page.strip, Qt.Key.Key_Up)
    assert page.strip.bin == place + 1 or place + 1 == len(spread.shares)


def test_columns_lie_apart_and_none_over_another(qtbot: QtBot, begun: Begun) -> None:
    window = answered(qtbot, begun)
    window.open_page(WEIGHTS)
    strip = window.weights.strip
    axes, course = strip.axes(), strip.course
    assert axes is not None
    assert course is not None
    columns = strip.columns(axes, course)
    for (left, width), (after, _) in pairwise(columns):
        assert left + width < after
    assert columns[0][0] >= axes.box.left()
    assert sum(columns[-1]) <= axes.box.right() + 0.01


def test_saturation_is_said_to_be_over_which_examples(qtbot: QtBot, begun: Begun) -> None:
    window = answered(qtbot, begun)
    window.open_page(SATURATION)
    assert "over 30 of the 30 training examples" in screen.text(window)


def test_more_is_farther_from_the_ground_also_for_who_sees_no_colours() -> None:
    for theme, sign in ((DARK, 1), (LIGHT, -1)):
        table = heat_table(theme).astype(float)[:, 2::-1] @ [0.299, 0.587, 0.114]
        assert (np.diff(table) * sign > -1.0).all()
        assert sign * (table[-1] - table[0]) > 120
        image = heat_image(np.array([[0.0, 1.0, np.nan]]), theme, theme.colour("panel"))
        assert image.pixelColor(1, 0) == heat_colour(theme, 1.0)
        assert image.pixelColor(2, 0).name() == theme.panel


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_the_names_of_layers_can_be_read(theme: Theme, count: int) -> None:
    for place in range(count):
        assert contrast(line_colour(theme, place, count), QColor(theme.panel)) >= 4.5
