"""The whole network: −∇C, its norms, and the neurons that have stopped learning."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.optimisers import Adam
from core.parameters import FloatArray, Parameters, parameter_count
from core.parts import Part
from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.states import made_up, new_run, snapshot_of, trained
from tests.visualiser.windows import PATIENCE
from visualiser import theme as themes
from visualiser.descent import LARGEST, part_at
from visualiser.main_window import MainWindow
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron
from visualiser.theme import DARK, THEMES, Theme, dress
from visualiser.training.messages import Answered
from visualiser.training.network_questions import (
    HealthOfNetwork,
    LayerHealth,
    NetworkHealth,
    StoppedNeurons,
)
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.small_table import SmallTable

SIZES = (64, 16, 16, 10)
COUNT = parameter_count(SIZES)
NUMBERS, NAMES, WORDS = range(3)
NONE = StoppedNeurons(0, None)
HEALTH = NetworkHealth(
    (
        LayerHealth(StoppedNeurons(3, 5), NONE),
        LayerHealth(StoppedNeurons(2, 0), StoppedNeurons(4, 9)),
        LayerHealth(NONE, NONE),
    ),
    360,
    360,
)


@pytest.fixture
def inspector(qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel()
    qtbot.addWidget(made)
    made.resize(384, 720)
    made.show()
    made.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    return made


def show(inspector: InspectorPanel, snapshot: Snapshot) -> None:
    """Show a state, and lay it out."""
    inspector.show_snapshot(snapshot)
    # What is inside a scroll area needs several rounds.
    for _ in range(4):
        QApplication.processEvents()


def with_gradient(vector: FloatArray, sizes: tuple[int, ...] = SIZES) -> Snapshot:
    base = trained(1) if sizes == SIZES else made_up(sizes, (1, sizes[0]))
    return replace(base, gradient=Parameters(sizes, vector.astype(np.float32)))


def column_of(inspector: InspectorPanel) -> SmallTable:
    return screen.named(inspector, SmallTable, "The largest entries of −∇C")


def layers_of(inspector: InspectorPanel) -> SmallTable:
    return screen.named(inspector, SmallTable, "The layers, one by one")


def cells(table: SmallTable, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def every_part(sizes: tuple[int, ...]) -> list[Connection | Neuron]:
    """Whose W or B each entry is, counted through row by row."""
    parts: list[Connection | Neuron] = []
    for layer in range(1, len(sizes)):
        for to in range(sizes[layer]):
            parts += [Connection(layer, to, origin) for origin in range(sizes[layer - 1])]
            parts.append(Neuron(layer, to))
    return parts


def named(part: Connection | Neuron) -> str:
    if isinstance(part, Connection):
        return f"W_{part.to},{part.origin}^({part.layer})"
    return f"B_{part.index}^({part.layer})"


def click(table: SmallTable, index: QModelIndex) -> None:
    place = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def asked_for(inspector: InspectorPanel) -> list[object]:
    found: list[object] = []
    inspector.selection_asked.connect(found.append)
    return found


def answer(inspector: InspectorPanel, snapshot: Snapshot, health: NetworkHealth = HEALTH) -> None:
    """Show a state, and give the answer that is asked for then."""
    show(inspector, snapshot)
    inspector.show_answer(Answered(HealthOfNetwork(), snapshot.progress.position, health))


gradients = arrays(
    np.float32,
    COUNT,
    elements=st.floats(-100, 100, width=32),
    fill=st.sampled_from([0.0, 0.001, -0.25]),
)
several = settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

# -------------------------------------------------------------------- −∇C


@several
@given(gradient=gradients)
def test_the_entries_are_the_largest_of_minus_the_gradient_and_the_smallest(
    inspector: InspectorPanel, gradient: FloatArray
) -> None:
    show(inspector, with_gradient(gradient))
    parts, exact = every_part(SIZES), -gradient.astype(np.float64)
    order = sorted(range(COUNT), key=lambda place: -abs(exact[place]))
    names, texts = cells(column_of(inspector), NAMES), cells(column_of(inspector), NUMBERS)
    assert names[:LARGEST] == [named(parts[place]) for place in order[:LARGEST]]
    assert (texts[LARGEST], len(texts)) == ("⋮", LARGEST + 2)
    smallest = exact[[named(part) for part in parts].index(names[-1])]
    assert abs(smallest) == np.abs(exact).min()
    for text, place in zip(texts[:LARGEST], order[:LARGEST], strict=True):
        assert abs(number(text) - exact[place]) <= half_a_unit(text)


def half_a_unit(text: str) -> float:
    """Half of one in the last digit of a number as it is written."""
    mantissa, _, power = text.partition("×10")
    decimals = len(mantissa.partition(".")[2])
    scale = number(f"1×10{power}") if power else 1.0
    return 0.5001 * scale * 10.0**-decimals


@several
@given(gradient=gradients)
def test_words_and_their_counts_follow_the_thresholds(
    inspector: InspectorPanel, gradient: FloatArray
) -> None:
    show(inspector, with_gradient(gradient))
    largest = np.abs(gradient).max()
    parts = {named(part): place for place, part in enumerate(every_part(SIZES))}
    table = column_of(inspector)
    for name, words in zip(cells(table, NAMES), cells(table, WORDS), strict=True):
        if name != "⋮":
            assert words == expected_words(-gradient[parts[name]], largest)
    expected = [expected_words(-value, largest).rpartition(" ")[2] for value in gradient]
    lots, few, rest = (expected.count(word) for word in ("lot", "little", "matters"))
    if largest > 0:
        found = re.findall(
            r"change a lot: ([\d,]+); a little: ([\d,]+); hardly matter: ([\d,]+)",
            screen.text(inspector),
        )
        assert [number(text) for text in found[0]] == [lots, few, rest]


def expected_words(value: np.float32, largest: np.float32) -> str:
    # In the arithmetic of float32, in which gradients come.
    if value == 0 or abs(value) < np.float32(0.05 * float(largest)):
        return "hardly matters"
    way = "rise" if value > 0 else "fall"
    much = "a lot" if abs(value) >= np.float32(0.5 * float(largest)) else "a little"
    return f"should {way} {much}"


def test_it_says_how_many_entries_there_are(inspector: InspectorPanel) -> None:
    show(inspector, trained(200))
    assert "1,482 entries in all: the 8 largest" in screen.text(inspector)
    assert "next mini-batch" in screen.text(inspector)


@pytest.mark.parametrize(("sizes", "count"), [((2, 2), 6), ((2, 3), 9), ((3, 2, 1), 11)])
def test_of_a_few_entries_all_are_shown(
    inspector: InspectorPanel, sizes: tuple[int, ...], count: int
) -> None:
    assert parameter_count(sizes) == count
    show(inspector, with_gradient(np.arange(1, count + 1) / count, sizes))
    names = cells(column_of(inspector), NAMES)
    parts = [named(part) for part in reversed(every_part(sizes))]
    if count <= LARGEST + 1:
        assert names == parts
        assert f"{count} entries in all, the largest first." in screen.text(inspector)
    else:
        assert names == [*parts[:LARGEST], "⋮", parts[-1]]


@pytest.mark.parametrize("row", [0, 3, 7, 9])
def test_a_click_on_an_entry_selects_what_it_is_about(inspector: InspectorPanel, row: int) -> None:
    show(inspector, trained(200))
    table, asked = column_of(inspector), asked_for(inspector)
    click(table, table.model().index(row, row % 3))
    assert [named(part) for part in asked if isinstance(part, Connection | Neuron)] == [
        cells(table, NAMES)[row]
    ]


def test_a_bias_leads_to_its_neuron_and_a_weight_to_its_connection(
    inspector: InspectorPanel,
) -> None:
    gradient = Parameters(SIZES)
    gradient.biases[1][7], gradient.weights[0][3, 12] = 2, -1
    show(inspector, with_gradient(gradient.vector))
    table, asked = column_of(inspector), asked_for(inspector)
    for row in (0, 1):
        click(table, table.model().index(row, WORDS))
    assert asked == [Neuron(2, 7), Connection(1, 3, 12)]
    assert cells(table, WORDS)[:2] == ["should fall a lot", "should rise a lot"]


def test_the_dots_lead_nowhere(inspector: InspectorPanel) -> None:
    show(inspector, trained(200))
    table, asked = column_of(inspector), asked_for(inspector)
    click(table, table.model().index(LARGEST, NUMBERS))
    assert asked == []


def test_the_keyboard_goes_through_the_entries_and_selects_one(inspector: InspectorPanel) -> None:
    show(inspector, trained(200))
    table, asked = column_of(inspector), asked_for(inspector)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    names = cells(table, NAMES)
    screen.key(table, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    # Past the dots, too, to the smallest.
    screen.key(table, *[Qt.Key.Key_Down] * 9, Qt.Key.Key_Enter)
    assert [named(part) for part in asked if isinstance(part, Connection | Neuron)] == [
        names[2],
        names[-1],
    ]


def test_the_row_with_the_focus_is_seen(inspector: InspectorPanel) -> None:
    show(inspector, trained(200))
    table = column_of(inspector)
    inspector.setFocus()
    before = screen.pixels(table)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert (screen.pixels(table) != before).any()
    inspector.setFocus()
    assert (screen.pixels(table) == before).all()


def test_what_is_listed_changes_while_the_focus_stays(inspector: InspectorPanel) -> None:
    show(inspector, trained(0))
    table = column_of(inspector)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key(table, Qt.Key.Key_Down, Qt.Key.Key_Down)
    before = cells(table, NAMES)
    show(inspector, trained(200))
    assert cells(table, NAMES) != before
    assert table.currentIndex().row() == 2


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_numbers_have_the_colour_of_their_sign(inspector: InspectorPanel, theme: Theme) -> None:
    gradient = Parameters(SIZES)
    gradient.vector[:2] = -1, 1
    inspector.set_theme(theme)
    show(inspector, with_gradient(gradient.vector))
    table = column_of(inspector)
    picture = screen.pixels(table.viewport())
    for row, name in enumerate(("positive", "negative")):
        box = table.visualRect(table.model().index(row, NUMBERS))
        part = picture[box.top() : box.bottom(), box.left() + 8 : box.right() - 8]
        colour = theme.colour(name)
        distance = np.abs(part - [colour.red(), colour.green(), colour.blue()]).sum(axis=2)
        assert distance.min() < 60


def test_a_flat_cost_is_said_to_be_flat(inspector: InspectorPanel) -> None:
    show(inspector, with_gradient(np.zeros(COUNT)))
    assert "Each is 0: C of this mini-batch is flat here" in screen.text(inspector)
    table = column_of(inspector)
    assert {number(text) for text in cells(table, NUMBERS) if text != "⋮"} == {0}
    names = [name for name in cells(table, NAMES) if name != "⋮"]
    assert len(set(names)) == len(names)


def test_entries_that_are_no_numbers_come_first_and_are_said_to_be_none(
    inspector: InspectorPanel,
) -> None:
    gradient = np.full(COUNT, 1e-7)
    gradient[[5, 9]] = np.nan, np.inf
    show(inspector, with_gradient(gradient))
    table = column_of(inspector)
    assert cells(table, NUMBERS)[:3] == ["–", "−∞", "−1.00×10⁻⁷"]
    assert cells(table, WORDS)[:3] == ["is no number", "is no number", "should fall a lot"]
    text = screen.text(inspector)
    assert "No longer numbers: 2." in text
    assert "is no number any more" in text
    show(inspector, with_gradient(np.full(COUNT, np.nan)))
    assert f"No longer numbers: {COUNT:,}." in screen.text(inspector)


def test_where_the_optimiser_is_another_it_is_still_minus_the_gradient(
    inspector: InspectorPanel,
) -> None:
    run = new_run()
    run.train(30)
    show(inspector, snapshot_of(run))
    plain = cells(column_of(inspector), NUMBERS)
    assert "what the step makes of it" not in screen.text(inspector)
    run.change(optimiser=Adam())
    show(inspector, snapshot_of(run))
    assert cells(column_of(inspector), NUMBERS) == plain
    assert "what the step makes of it is told below" in screen.text(inspector)


def test_frozen_parts_are_said_to_be_counted(inspector: InspectorPanel) -> None:
    run = new_run()
    show(inspector, snapshot_of(run))
    assert "Frozen weights" not in screen.text(inspector)
    run.change(frozen=[Part(1)])
    show(inspector, snapshot_of(run))
    assert "Frozen weights and biases are counted too" in screen.text(inspector)


@given(sizes=st.lists(st.integers(1, 5), min_size=2, max_size=4).map(tuple))
@settings(deadline=None, max_examples=30)
def test_every_place_of_the_vector_has_its_part(sizes: tuple[int, ...]) -> None:
    count = parameter_count(sizes)
    assert [part_at(sizes, place) for place in range(count)] == every_part(sizes)
    with pytest.raises(IndexError):
        part_at(sizes, count)


# -------------------------------------------------------------------- layers


@several
@given(gradient=gradients)
def test_the_norms_are_numpy_s_and_their_squares_add_up(
    inspector: InspectorPanel, gradient: FloatArray
) -> None:
    show(inspector, with_gradient(gradient))
    split = np.split(gradient.astype(np.float64), [16 * 65, 16 * 65 + 16 * 17])
    shown = [number(text) for text in cells(layers_of(inspector), 2)]
    expected = [np.linalg.norm(part) for part in split]
    assert shown[:3] == pytest.approx(expected, rel=0.006)
    assert shown[3] == pytest.approx(np.linalg.norm(gradient.astype(np.float64)), rel=0.006)
    assert shown[3] ** 2 == pytest.approx(sum(norm**2 for norm in shown[:3]), rel=0.03)
    if shown[3] > 0:
        told = re.findall(r"Its length ‖∇C‖ is (\S+): so steep", screen.text(inspector))
        assert number(told[0]) == shown[3]


def test_the_bars_are_as_long_as_the_norms(inspector: InspectorPanel) -> None:
    gradient = Parameters(SIZES)
    gradient.biases[0][0], gradient.biases[1][0] = 4, 3
    show(inspector, with_gradient(gradient.vector))
    table = layers_of(inspector)
    filled = []
    for row in range(3):
        box = table.visualRect(table.model().index(row, 1))
        line = screen.pixels(table.viewport())[box.center().y(), box.left() : box.right()]
        colour = DARK.colour("secondary")
        is_full = (line == [colour.red(), colour.green(), colour.blue()]).all(axis=1)
        filled.append(int(is_full.sum()) / (box.width() - 12))
    assert filled == pytest.approx([0.8, 0.6, 0], abs=0.05)


def test_until_it_is_known_nothing_is_said_to_be_dead(inspector: InspectorPanel) -> None:
    asked: list[object] = []
    inspector.question_asked.connect(asked.append)
    show(inspector, trained(0))
    assert asked == [HealthOfNetwork()]
    assert cells(layers_of(inspector), 4) == ["…"] * 4
    assert "are being counted" in screen.text(inspector)


def test_saturated_and_dead_neurons_are_counted_layer_by_layer(inspector: InspectorPanel) -> None:
    answer(inspector, trained(0))
    table = layers_of(inspector)
    assert cells(table, 0) == ["1 logistic", "2 logistic", "3 logistic", "all"]
    assert cells(table, 3) == ["3 of 16", "2 of 16", "0 of 10", "5 of 42"]
    assert cells(table, 4) == ["0 of 16", "4 of 16", "0 of 10", "4 of 42"]
    assert "over 360 of 360 test examples" in screen.text(inspector)


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (0, 3, [Neuron(1, 5)]),
        (0, 4, [Neuron(1, 5)]),
        (1, 3, [Neuron(2, 0)]),
        (1, 4, [Neuron(2, 9)]),
        (1, 0, [Neuron(2, 9)]),
        (2, 3, []),
        (3, 3, []),
    ],
)
def test_a_click_leads_to_the_first_of_them(
    inspector: InspectorPanel, row: int, column: int, expected: list[Neuron]
) -> None:
    answer(inspector, trained(0))
    table, asked = layers_of(inspector), asked_for(inspector)
    click(table, table.model().index(row, column))
    assert asked == expected


def test_enter_leads_to_the_first_of_them_as_well(inspector: InspectorPanel) -> None:
    answer(inspector, trained(0))
    table, asked = layers_of(inspector), asked_for(inspector)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key(table, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert asked == [Neuron(1, 5), Neuron(2, 9)]


def test_an_answer_of_another_step_says_of_which(inspector: InspectorPanel) -> None:
    show(inspector, trained(200))
    inspector.show_answer(Answered(HealthOfNetwork(), 190, HEALTH))
    assert "test examples, at step 190." in screen.text(inspector)


def test_of_another_run_nothing_is_known_yet(inspector: InspectorPanel) -> None:
    answer(inspector, trained(0))
    show(inspector, trained(0, seed=3))
    assert cells(layers_of(inspector), 3) == ["…"] * 4


def test_where_numbers_are_none_any_more_they_cannot_be_counted(inspector: InspectorPanel) -> None:
    answer(inspector, trained(0), NetworkHealth((), 0, 360))
    assert cells(layers_of(inspector), 3) == ["…"] * 4
    assert "cannot be counted" in screen.text(inspector)


# -------------------------------------------------------------------- reading it


@pytest.mark.parametrize("name", ["The largest entries of −∇C", "The layers, one by one"])
def test_every_cell_and_heading_says_what_it_is(inspector: InspectorPanel, name: str) -> None:
    answer(inspector, trained(200))
    model = screen.named(inspector, SmallTable, name).model()
    role = Qt.ItemDataRole.ToolTipRole
    for column in range(model.columnCount()):
        for row in range(model.rowCount()):
            index = model.index(row, column)
            assert index.data(role) or not index.data()
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        assert model.headerData(column, Qt.Orientation.Horizontal, role) or not heading


def test_the_tooltip_of_an_entry_tells_it_in_a_sentence(inspector: InspectorPanel) -> None:
    gradient = Parameters(SIZES)
    gradient.weights[0][3, 12] = -0.25
    show(inspector, with_gradient(gradient.vector))
    table = column_of(inspector)
    place: QPoint = table.visualRect(table.model().index(0, NAMES)).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    assert QToolTip.text() == (
        "The weight to neuron 3 of layer 1 from input 12, in row 1, column 4: −∂C/∂W = +0.25000."
    )
    QToolTip.hideText()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(
    "snapshot",
    [
        trained(200),
        with_gradient(np.full(COUNT, -1.23456e-7)),
        made_up((784, 300, 100, 10), (28, 28), activation="leaky_relu"),
    ],
    ids=["trained", "tiny", "large"],
)
def test_nothing_is_cut_off_at_the_least_width(
    inspector: InspectorPanel, snapshot: Snapshot, theme: Theme
) -> None:
    dress(theme)
    inspector.resize(372, 720)
    sizes = [StoppedNeurons(size, 0) for size in snapshot.sizes[1:]]
    answer(inspector, snapshot, NetworkHealth(tuple(LayerHealth(n, n) for n in sizes), 9, 9))
    QApplication.processEvents()
    for table in (column_of(inspector), layers_of(inspector)):
        metrics, model = table.fontMetrics(), table.model()
        for column in range(model.columnCount()):
            room = table.columnWidth(column) - 2 * table.padding(column)
            headings = [str(model.headerData(column, Qt.Orientation.Horizontal))]
            texts = [text for text in cells(table, column) + headings if "_" not in text]
            assert max(map(metrics.horizontalAdvance, texts)) <= room
        assert table.horizontalHeader().length() <= table.viewport().width()
        assert table.height() >= table.sizeHint().height()


def test_the_stretched_columns_have_room_for_longer_texts(inspector: InspectorPanel) -> None:
    themes.dress(themes.DARK)
    inspector.resize(372, 720)
    answer(inspector, trained(200))
    QApplication.processEvents()
    table = column_of(inspector)
    needed = table.fontMetrics().horizontalAdvance("should rise a little") * 1.3
    assert table.columnWidth(WORDS) - 2 * table.padding(WORDS) >= needed


def test_in_the_window_it_is_answered_and_leads_into_the_network(
    qtbot: QtBot, window: MainWindow
) -> None:
    inspector = window.inspector
    qtbot.waitUntil(lambda: cells(layers_of(inspector), 3)[0] != "…", timeout=PATIENCE)
    assert "of 42" in cells(layers_of(inspector), 3)[-1]
    table = column_of(inspector)
    name = cells(table, NAMES)[1]
    click(table, table.model().index(1, NAMES))
    selected = window.network.selection
    assert isinstance(selected, Connection | Neuron)
    assert named(selected) == name
