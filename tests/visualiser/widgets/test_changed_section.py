"""What changed between two steps: those that moved farthest, in numbers that can be checked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from core.history import Change
from core.parameters import FloatArray, Parameters, parameter_count
from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.states import made_up, new_run, snapshot_of, trained
from visualiser import number_format
from visualiser.number_format import NumberStyle
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron
from visualiser.theme import DARK, THEMES, Theme, dress
from visualiser.training.snapshot import Reference, Snapshot
from visualiser.widgets.small_table import SmallTable

SIZES = (64, 16, 16, 10)
COUNT = parameter_count(SIZES)
NAME, THEN, NOW, CHANGE, BAR = range(5)
FIELD = "What changed since step"
several = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
values = arrays(
    np.float32, COUNT, elements=st.floats(-30, 30, width=32), fill=st.sampled_from([0.0, 0.5])
)


@pytest.fixture
def inspector(qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel()
    qtbot.addWidget(made)
    made.resize(384, 720)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def settle() -> None:
    # What is inside a scroll area needs several rounds.
    for _ in range(4):
        QApplication.processEvents()


def show(inspector: InspectorPanel, snapshot: Snapshot) -> None:
    """Show a state, and bring what changed into view."""
    inspector.show_snapshot(snapshot)
    settle()
    inspector.ensureWidgetVisible(screen.named(inspector, QSpinBox, FIELD), 0, 300)
    settle()


def table_of(inspector: InspectorPanel) -> SmallTable:
    return screen.named(inspector, SmallTable, "The weights and biases that moved farthest")


def cells(inspector: InspectorPanel, column: int) -> list[str]:
    model = table_of(inspector).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def compared(
    then: FloatArray,
    now: FloatArray | None = None,
    step: int = 0,
    changes: tuple[Change, ...] = (),
    sizes: tuple[int, ...] = SIZES,
) -> Snapshot:
    """A state with these W and B, and those that they are compared with."""
    base = trained(200) if sizes == SIZES else made_up(sizes, (1, sizes[0]))
    reference = Reference(step, Parameters(sizes, then.astype(np.float32)), changes)
    parameters = base.parameters if now is None else Parameters(sizes, now.astype(np.float32))
    return replace(base, parameters=parameters, reference=reference)


def since_start() -> Snapshot:
    return compared(trained(0).parameters.vector)


def names() -> list[str]:
    """What every entry of the vector is called, counted through row by row."""
    found = []
    for layer in (1, 2, 3):
        for to in range(SIZES[layer]):
            found += [f"W_{to},{origin}^({layer})" for origin in range(SIZES[layer - 1])]
            found.append(f"B_{to}^({layer})")
    return found


def decimal(shown: str) -> Decimal:
    assert "×" not in shown
    return Decimal(shown.replace("−", "-").replace(",", ""))


# -------------------------------------------------------------------- what is listed


@several
@given(then=values, now=values)
def test_those_that_moved_farthest_come_first(
    inspector: InspectorPanel, then: FloatArray, now: FloatArray
) -> None:
    show(inspector, compared(then, now))
    exact = now.astype(np.float64) - then
    order = sorted(range(COUNT), key=lambda place: -abs(exact[place]))
    order = [place for place in order[:10] if exact[place]]
    moved = int((exact != 0).sum())
    assert f"{moved:,} of 1,482 weights and biases moved" in screen.text(inspector) or not moved
    if not moved:
        return
    assert cells(inspector, NAME) == [names()[place] for place in order]
    for row, place in enumerate(order):
        numbers = (then[place], now[place], exact[place])
        for column, value in zip((THEN, NOW, CHANGE), numbers, strict=True):
            shown = cells(inspector, column)[row].lstrip("=≈ ")
            assert number(shown) == pytest.approx(float(value), rel=0.006, abs=0.6e-4)


@several
@given(then=values, now=values)
def test_the_digits_shown_give_the_difference_or_a_sign_says_that_they_do_not(
    inspector: InspectorPanel, then: FloatArray, now: FloatArray
) -> None:
    if (then == now).all():
        return
    show(inspector, compared(then, now))
    columns = (cells(inspector, column) for column in (THEN, NOW, CHANGE))
    for before, after, difference in zip(*columns, strict=True):
        sign, shown = difference.split(" ")
        if "×" in shown:
            assert sign == "≈"
            continue
        left = decimal(after) - decimal(before)
        assert sign == ("=" if left == decimal(shown) else "≈")


def test_a_small_change_has_more_decimals(inspector: InspectorPanel) -> None:
    then = np.full(COUNT, 0.5, np.float32)
    now = then.copy()
    now[70] += np.float32(0.000125)
    show(inspector, compared(then, now))
    assert cells(inspector, NAME) == ["W_1,5^(1)"]
    [before], [after], [change] = (cells(inspector, column) for column in (THEN, NOW, CHANGE))
    assert (before, after) == ("+0.500000", "+0.500125")
    assert change == "= +0.000125"


def test_the_smallest_change_of_a_large_number_is_not_shown_as_none(
    inspector: InspectorPanel,
) -> None:
    then = np.zeros(COUNT, np.float32)
    now = then.copy()
    then[3], now[3], now[4] = 200, np.nextafter(np.float32(200), np.float32(300)), 1e-9
    show(inspector, compared(then, now))
    assert all(number(text.lstrip("=≈ ")) > 0 for text in cells(inspector, CHANGE))


def test_as_many_as_moved_are_listed(inspector: InspectorPanel) -> None:
    now = trained(200).parameters.vector
    then = now.copy()
    then[[7, 1481]] += 1
    show(inspector, compared(then))
    assert cells(inspector, NAME) == ["W_0,7^(1)", "B_9^(3)"]
    assert "From step 0 to step 200, 2 of 1,482 weights and biases moved" in screen.text(inspector)


def test_of_ten_or_fewer_all_are_shown(inspector: InspectorPanel) -> None:
    show(inspector, compared(np.arange(6.0), np.zeros(6), sizes=(2, 2)))
    assert cells(inspector, NAME) == [
        "B_1^(1)",
        "W_1,1^(1)",
        "W_1,0^(1)",
        "B_0^(1)",
        "W_0,1^(1)",
    ]


def test_what_is_no_number_comes_first_and_has_no_equals_sign(inspector: InspectorPanel) -> None:
    then = np.zeros(COUNT)
    now = then.copy()
    now[[4, 9, 20]] = np.nan, np.inf, 3
    show(inspector, compared(then, now))
    assert cells(inspector, NAME) == ["W_0,4^(1)", "W_0,9^(1)", "W_0,20^(1)"]
    assert cells(inspector, CHANGE)[:2] == ["–", "∞"]
    assert cells(inspector, CHANGE)[2] == "= +3.0000"


@several
@given(then=values, now=values)
def test_the_layers_moved_as_far_as_numpy_says(
    inspector: InspectorPanel, then: FloatArray, now: FloatArray
) -> None:
    show(inspector, compared(then, now))
    if (then == now).all():
        return
    split = np.split(now.astype(np.float64) - then, [16 * 65, 16 * 65 + 16 * 17])
    [told] = re.findall(r"How far the layers moved: (\S+) · (\S+) · (\S+)", screen.text(inspector))
    expected = [np.linalg.norm(part) for part in split]
    assert [number(text) for text in told] == pytest.approx(expected, rel=0.006)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_bars_have_the_colour_of_the_sign_and_the_length_of_the_change(
    inspector: InspectorPanel, theme: Theme
) -> None:
    then = np.zeros(COUNT)
    now = then.copy()
    now[[0, 1]] = 2, -1
    inspector.set_theme(theme)
    show(inspector, compared(then, now))
    table, lengths = table_of(inspector), []
    picture = screen.pixels(table.viewport())
    for row, name in enumerate(("positive", "negative")):
        box = table.visualRect(table.model().index(row, BAR))
        line = picture[box.center().y(), box.left() : box.right()]
        colour = theme.colour(name)
        lengths.append((line == [colour.red(), colour.green(), colour.blue()]).all(axis=1).sum())
    assert lengths[0] > 20
    assert lengths[1] == pytest.approx(lengths[0] / 2, abs=2)


# -------------------------------------------------------------------- where nothing changed


def test_of_the_step_that_is_shown_it_is_said_that_nothing_changed(
    inspector: InspectorPanel,
) -> None:
    show(inspector, compared(trained(200).parameters.vector, step=200))
    text = screen.text(inspector)
    assert "Step 200 is the one that is shown: nothing has changed since." in text
    assert "How far the layers moved" not in text
    assert screen.named(inspector, QSpinBox, FIELD).value() == 200


def test_two_steps_between_which_nothing_moved(inspector: InspectorPanel) -> None:
    show(inspector, compared(trained(200).parameters.vector, step=150))
    told = "No weight or bias differs between step 150 and step 200."
    assert told in screen.text(inspector)


def test_at_the_start_there_is_nothing_to_compare_and_nothing_is_asked(
    inspector: InspectorPanel,
) -> None:
    asked = asked_for(inspector)
    show(inspector, trained(0))
    assert "Step 0 is the one that is shown" in screen.text(inspector)
    assert asked == []


def test_the_first_step_is_asked_for_once_and_only_when_somebody_looks(
    inspector: InspectorPanel,
) -> None:
    asked = asked_for(inspector)
    inspector.resize(384, 60)
    settle()
    inspector.show_snapshot(trained(200))
    settle()
    assert asked == []
    show(inspector, trained(200))
    show(inspector, trained(200))
    assert asked == [0]
    assert "W and B of step 0 are on their way." in screen.text(inspector)


def test_what_was_asked_for_in_vain_is_no_longer_shown(inspector: InspectorPanel) -> None:
    show(inspector, since_start())
    field = screen.named(inspector, QSpinBox, FIELD)
    type_step(field, "777")
    assert field.value() == 777
    inspector.withdraw_reference()
    assert field.value() == 0


def test_the_step_of_another_course_of_events_is_said_to_be_one(inspector: InspectorPanel) -> None:
    run = new_run()
    run.train(30)
    then = Reference(20, run.parameters_at(20), ())
    show(inspector, replace(snapshot_of(run), reference=then))
    assert "another course" not in screen.text(inspector)
    run.go_to(10)
    run.set_learning_rate(0.1)
    run.train(5)
    show(inspector, replace(snapshot_of(run), reference=then))
    told = "Step 20 is meant as it was before the run took another course."
    assert told in screen.text(inspector)
    run.train(20)
    show(inspector, replace(snapshot_of(run), reference=then))
    assert told in screen.text(inspector)
    here = Reference(20, run.parameters_at(20), run.changes)
    show(inspector, replace(snapshot_of(run), reference=here))
    assert "another course" not in screen.text(inspector)


# -------------------------------------------------------------------- choosing


def asked_for(inspector: InspectorPanel) -> list[int]:
    found: list[int] = []
    inspector.reference_asked.connect(found.append)
    return found


def type_step(field: QSpinBox, typed: str) -> None:
    """Click into the field and type over what stands there."""
    QTest.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton)
    screen.control_key(field, Qt.Key.Key_A)
    QTest.keyClicks(field, typed)
    screen.key(field, Qt.Key.Key_Return)


def test_a_step_is_typed(inspector: InspectorPanel) -> None:
    show(inspector, since_start())
    asked = asked_for(inspector)
    type_step(screen.named(inspector, QSpinBox, FIELD), "123")
    assert asked == [123]


def changed_run() -> Snapshot:
    """At step 300 of a run: epochs of 144 and then, from step 160 on, of 72 steps."""
    run = new_run()
    run.train(160)
    run.set_batch_size(20)
    run.train(70)
    run.set_learning_rate(0.5)
    run.train(200)
    run.go_to(300)
    return replace(snapshot_of(run), reference=Reference(0, run.parameters_at(0)))


@pytest.mark.parametrize(
    ("button", "step"),
    # 160 steps: one epoch, and 160 of the next one's digits; 64 more steps end that one.
    [("Untrained", 0), ("Last epoch", 160 + 64 + 72), ("Last change", 230), ("This step", 300)],
)
def test_a_button_asks_for_the_step_that_it_names(
    inspector: InspectorPanel, button: str, step: int
) -> None:
    show(inspector, changed_run())
    asked = asked_for(inspector)
    screen.press(inspector, button)
    assert asked == [step]


def test_where_nothing_was_changed_there_is_no_last_change(inspector: InspectorPanel) -> None:
    show(inspector, since_start())
    assert not screen.button(inspector, "Last change").isEnabled()


@pytest.mark.parametrize("row", [0, 4, 9])
def test_a_click_selects_what_a_row_is_about(inspector: InspectorPanel, row: int) -> None:
    show(inspector, since_start())
    found: list[Connection | Neuron] = []
    inspector.selection_asked.connect(found.append)
    table = table_of(inspector)
    place = table.visualRect(table.model().index(row, row % 5)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [named(part) for part in found] == [cells(inspector, NAME)[row]]


def test_the_keyboard_selects_one(inspector: InspectorPanel) -> None:
    show(inspector, since_start())
    found: list[Connection | Neuron] = []
    inspector.selection_asked.connect(found.append)
    table = table_of(inspector)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key(table, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [named(part) for part in found] == [cells(inspector, NAME)[2]]


def named(part: Connection | Neuron) -> str:
    if isinstance(part, Connection):
        return f"W_{part.to},{part.origin}^({part.layer})"
    return f"B_{part.index}^({part.layer})"


def test_the_lines_are_offered_unless_they_show_it(inspector: InspectorPanel) -> None:
    asked: list[bool] = []
    inspector.lines_asked.connect(lambda: asked.append(True))
    show(inspector, since_start())
    screen.press(inspector, "Show it on the lines")
    assert asked == [True]
    inspector.show_lines(show_the_change=True)
    with pytest.raises(LookupError):
        screen.button(inspector, "Show it on the lines")
    inspector.show_lines(show_the_change=False)
    screen.press(inspector, "Show it on the lines")
    assert asked == [True, True]


def test_the_wheel_scrolls_the_page_and_turns_no_step(inspector: InspectorPanel) -> None:
    inspector.resize(384, 300)
    show(inspector, since_start())
    field = screen.named(inspector, QSpinBox, FIELD)
    inspector.setFocus()
    before = inspector.verticalScrollBar().value()
    turn_the_wheel(field)
    assert field.value() == 0
    assert inspector.verticalScrollBar().value() != before


def turn_the_wheel(field: QSpinBox) -> None:
    """Turn the wheel up by a notch over a field."""
    middle = field.rect().center()
    window = field.window().windowHandle()
    at = field.mapTo(field.window(), middle)
    QTest.wheelEvent(window, at, QPoint(0, 120))
    settle()


# -------------------------------------------------------------------- copying, room


def check_table(text: str) -> None:
    """Compare a CSV text with what numpy makes of both networks."""
    header, *rows = csv.reader(io.StringIO(text))
    assert header == ["layer", "neuron", "origin", "then", "now", "change"]
    then, now = trained(0).parameters, trained(200).parameters
    exact = np.abs(now.vector.astype(np.float64) - then.vector)
    told = [abs(float(row[5])) for row in rows]
    assert told == pytest.approx(sorted(exact, reverse=True)[:10], rel=1e-7)
    for layer, neuron, origin, before, after, _ in rows:
        gap, to = int(layer) - 1, int(neuron)
        place = (to, int(origin) if origin else -1)
        for parameters, shown in ((then, before), (now, after)):
            assert np.float32(shown) == parameters.blocks[gap][place]


def by_key(table: SmallTable) -> None:
    screen.control_key(table, Qt.Key.Key_C)


def by_menu(table: SmallTable) -> None:
    screen.key(table, Qt.Key.Key_Menu)
    [menu] = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
    screen.key(menu, Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize("copies", [by_key, by_menu])
def test_the_table_is_copied(
    inspector: InspectorPanel, copies: Callable[[SmallTable], None]
) -> None:
    show(inspector, since_start())
    table = table_of(inspector)
    table.setFocus()
    copies(table)
    check_table(QGuiApplication.clipboard().text())


@pytest.mark.parametrize("decimals", [2, 4, 8])
def test_numbers_have_room(inspector: InspectorPanel, decimals: int) -> None:
    number_format.use(NumberStyle(decimals))
    dress(DARK)
    random = np.random.default_rng(1)
    then, now = (random.normal(size=COUNT) for _ in range(2))
    for scale in (1e-6, 1.0, 12.0, 1e5, 1e9, 1e30):
        show(inspector, compared(scale * then, scale * now))
        check_room(table_of(inspector))


def check_room(table: SmallTable) -> None:
    metrics = table.fontMetrics()
    for column in (THEN, NOW, CHANGE):
        for row in range(10):
            index = table.model().index(row, column)
            box = table.visualRect(index)
            assert box.right() <= table.viewport().width(), (column, str(index.data()))
            assert metrics.horizontalAdvance(str(index.data())) <= box.width()
