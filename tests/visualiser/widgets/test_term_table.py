"""The ledger's table: it fits, adds up by hand as it is shown, and can be taken away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core import Parameters
from tests.visualiser import screen
from tests.visualiser.states import trained
from visualiser.ledger import Ledger
from visualiser.number_format import MARKS, NumberStyle, use
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Neuron
from visualiser.theme import DARK, dress
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.term_table import TermTable

ROOM = 344
several = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
styles = st.builds(NumberStyle, st.integers(2, 8), st.sampled_from(MARKS))
scales = st.sampled_from([1e-6, 1, 100, 1e4, 1e6, 1e12, 1e30])


def scaled(steps: int, factor: float) -> Snapshot:
    """A trained state whose W, B and S are larger."""
    state = trained(steps, 3)
    vector = state.parameters.vector * np.float32(factor)
    sums = tuple(values * np.float32(factor) for values in state.weighted_sums)
    return replace(state, parameters=Parameters(state.sizes, vector), weighted_sums=sums)


def show(table: TermTable, snapshot: Snapshot, layer: int = 2) -> Ledger:
    ledger = Ledger.of(snapshot, layer, 3)
    columns = 8 if layer == 1 else 0
    name = "{}, {}".format if columns else "{1}".format
    title = "row, col" if columns else "from"
    table.terms.show(ledger, lambda index: name(*divmod(index, columns or 64)), title)
    table.fit_rows()
    return ledger


def cut_off(table: TermTable) -> list[str]:
    """Texts and titles that are wider than their column."""
    model, found = table.terms, []
    for column in range(model.columnCount()):
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        cells = [str(model.data(model.index(row, column)) or "") for row in range(model.rowCount())]
        needed = table.fontMetrics().horizontalAdvance
        width = table.columnWidth(column) - 4
        found += [text for text in (title, *cells) if needed(text) > width]
    return found


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[TermTable]:
    dress(DARK)
    made = TermTable()
    qtbot.addWidget(made)
    made.resize(ROOM, 400)
    made.show()
    yield made
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet("")


def test_a_column_that_kept_its_width_gives_it_up_where_others_need_it(table: TermTable) -> None:
    for decimals, factor, width in ((2, 1, 400), (8, 100, 366)):
        use(NumberStyle(decimals, "."))
        table.resize(width, 400)
        show(table, scaled(300, factor), 1)
        QApplication.processEvents()
    assert sum(table.columnWidth(column) for column in range(6)) <= table.viewport().width()


@several
@given(styles, scales, st.sampled_from([1, 2]), st.integers(340, 600))
def test_every_number_and_title_has_room(
    table: TermTable, style: NumberStyle, factor: float, layer: int, width: int
) -> None:
    use(style)
    table.resize(width, 400)
    show(table, scaled(300, factor), layer)
    QApplication.processEvents()
    assert cut_off(table) == []
    assert sum(table.columnWidth(column) for column in range(6)) <= table.viewport().width()
    assert table.decimals <= style.decimals
    if factor == 1:
        assert table.decimals >= min(style.decimals, 4)


def inked_columns(table: TermTable, column: int) -> int:
    """How wide a title is drawn, in pixels."""
    QApplication.processEvents()
    header = table.horizontalHeader()
    left = header.sectionViewportPosition(column)
    title = screen.pixels(header)[:, left : left + header.sectionSize(column)]
    return int((title != title[0, 0]).any(axis=(0, 2)).sum())


def test_titles_are_drawn_whole(table: TermTable) -> None:
    """Also where the application's style sheet was there before the table."""
    for column, layer in ((0, 1), (0, 2), (4, 1), (5, 1)):
        table.resize(ROOM, 400)
        show(table, scaled(300, 1), layer)
        drawn = inked_columns(table, column)
        assert drawn > 10
        table.resize(700, 400)
        table.setColumnWidth(column, 120)
        assert inked_columns(table, column) == drawn


@several
@given(styles, scales, st.sampled_from([0, 40, 300]))
def test_rows_bias_and_rounding_as_shown_add_up_to_s_as_shown(
    inspector: InspectorPanel, style: NumberStyle, factor: float, steps: int
) -> None:
    use(style)
    inspector.show_snapshot(scaled(steps, min(factor, 1e6)))
    inspector.show_selection(Neuron(2, 3))
    model = inspector.findChildren(TermTable)[0].terms
    column = next(c for c in range(6) if model.headerData(c, Qt.Orientation.Horizontal) == "W·a")
    terms = [model.data(model.index(row, column)) for row in range(model.rowCount())]
    total = sum(map(exactly, terms), Decimal(0))
    assert total == exactly(screen.beside(inspector, "all 16 rows of W·a together"))
    total += exactly(screen.beside(inspector, "bias B"))
    total += exactly(screen.beside(inspector, "rounding of the numbers above"))
    assert total == exactly(screen.beside(inspector, "S, the sum of these"))


def exactly(shown: str) -> Decimal:
    return Decimal(screen.in_usual_marks(shown).replace("−", "-").replace(",", ""))


@pytest.fixture
def inspector(qtbot: QtBot) -> InspectorPanel:
    panel = InspectorPanel()
    qtbot.addWidget(panel)
    panel.resize(372, 900)
    panel.show()
    return panel


# -------------------------------------------------------------------- taking it away


def test_ctrl_c_copies_the_selected_rows_with_all_digits(table: TermTable) -> None:
    ledger = show(table, scaled(300, 1))
    table.selectRow(1)
    screen.control_key(table, Qt.Key.Key_C)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 1
    name, *numbers = lines[0].split("\t")
    assert int(name) == ledger.origins[1]
    truth = (ledger.weights[1], ledger.inputs[1], ledger.terms[1], ledger.gradients[1])
    assert [np.float32(one) for one in numbers] == list(truth)
    table.selectAll()
    screen.control_key(table, Qt.Key.Key_C)
    assert len(QApplication.clipboard().text().splitlines()) == 16


def test_nothing_selected_copies_nothing(table: TermTable) -> None:
    show(table, scaled(300, 1))
    QApplication.clipboard().setText("before")
    screen.control_key(table, Qt.Key.Key_C)
    assert QApplication.clipboard().text() == "before"


@pytest.mark.parametrize("layer", [1, 2])
def test_the_keyboard_opens_the_menu_that_copies_it_as_csv(table: TermTable, layer: int) -> None:
    use(NumberStyle(2, ","))
    ledger = show(table, scaled(300, 1), layer)
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = next(menu for menu in table.findChildren(QMenu) if menu.isVisible())
    titles = [entry.text() for entry in menu.actions()]
    assert titles == ["Copy the table as CSV", "Save the table as CSV …"]
    screen.key(menu, Qt.Key.Key_Return)
    header, *rows = csv.reader(io.StringIO(QApplication.clipboard().text()))
    assert header == [{1: "row, col", 2: "from"}[layer], "W", "a", "W·a", "∂C/∂W"]
    assert [np.float32(row[1]) for row in rows] == ledger.weights.tolist()
    assert [np.float32(row[3]) for row in rows] == ledger.terms.tolist()


def test_a_cell_tells_all_its_digits(table: TermTable) -> None:
    ledger = show(table, scaled(300, 100))
    tip = table.terms.data(table.terms.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("W = ")
    assert np.float32(tip[4:]) == ledger.weights[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_a_row_is_pressed_once(table: TermTable, key: Qt.Key) -> None:
    show(table, trained(0, 3))
    chosen: list[int] = []
    table.origin_chosen.connect(chosen.append)
    table.setCurrentIndex(table.terms.index(2, 0))
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table, pressed)
    assert len(chosen) == 1
    assert pressed.isAccepted(), "else the window presses the button that has the focus by then"
