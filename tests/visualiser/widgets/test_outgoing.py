"""Where a neuron's a goes: the strongest weights, in order, each of which can be chosen."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.visualiser.screen import key, number, pixels, text
from tests.visualiser.states import made_up, trained, with_weights
from visualiser.selection import Neuron
from visualiser.theme import THEMES, Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.outgoing import MOST_ROWS, Outgoing
from visualiser.widgets.term_model import BAR, INPUT, ORIGIN, TERM, WEIGHT
from visualiser.widgets.term_table import TermTable


@cache
def wide() -> Snapshot:
    """A network with a layer of 512 neurons."""
    return made_up((16, 6, 512, 10), (4, 4))


@pytest.fixture
def outgoing(qtbot: QtBot) -> Outgoing:
    made = Outgoing()
    qtbot.addWidget(made)
    made.resize(346, 500)
    made.show()
    return made


def table_in(outgoing: Outgoing) -> TermTable:
    return outgoing.findChildren(TermTable)[0]


def column(outgoing: Outgoing, which: int) -> list[str]:
    model = table_in(outgoing).model()
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("neuron", [Neuron(1, 3), Neuron(2, 0), Neuron(2, 15)])
@pytest.mark.parametrize("state", ["trained", "wide"])
def test_the_rows_are_the_strongest_weights_with_what_they_add(
    outgoing: Outgoing, neuron: Neuron, state: str
) -> None:
    snapshot = trained(200) if state == "trained" else wide()
    outgoing.show_neuron(snapshot, neuron)
    weights = snapshot.parameters.weights[neuron.layer][:, neuron.index].astype(np.float64)
    a = float(snapshot.activations[neuron.layer][neuron.index])
    targets = [int(name) for name in column(outgoing, ORIGIN)]
    assert len(targets) == len(set(targets)) == min(MOST_ROWS, len(weights))
    sizes = np.abs(weights[targets])
    assert sizes.tolist() == sorted(np.abs(weights), reverse=True)[: len(targets)]
    for place, target in enumerate(targets):
        shown = [number(column(outgoing, which)[place]) for which in (WEIGHT, TERM)]
        assert shown == pytest.approx([weights[target], weights[target] * a], abs=0.6e-4)


def test_those_that_have_no_row_are_counted(outgoing: Outgoing) -> None:
    outgoing.show_neuron(wide(), Neuron(1, 3))
    assert "and 496 more" in text(outgoing)
    outgoing.show_neuron(wide(), Neuron(2, 300))
    assert "more" not in text(outgoing)


def test_the_a_that_goes_there_is_told(outgoing: Outgoing) -> None:
    snapshot = trained(200)
    outgoing.show_neuron(snapshot, Neuron(2, 5))
    told = text(outgoing)
    assert f"a = {float(snapshot.activations[2][5]):.4f}" in told
    assert "layer 3" in told
    assert table_in(outgoing).isColumnHidden(INPUT)


@pytest.mark.parametrize("row", [0, 4, 9])
def test_a_row_is_chosen_by_click_and_enter(outgoing: Outgoing, row: int) -> None:
    outgoing.show_neuron(trained(200), Neuron(2, 5))
    QApplication.processEvents()
    spy = QSignalSpy(outgoing.target_chosen)
    table = table_in(outgoing)
    place = table.visualRect(table.model().index(row, WEIGHT)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    key(table, Qt.Key.Key_Return)
    target = int(column(outgoing, ORIGIN)[row])
    assert [spy.at(call) for call in range(spy.count())] == [[target]] * 2


def test_the_keyboard_gets_to_every_row(outgoing: Outgoing) -> None:
    outgoing.show_neuron(trained(200), Neuron(2, 5))
    table, spy = table_in(outgoing), QSignalSpy(outgoing.target_chosen)
    assert table.focusPolicy() & Qt.FocusPolicy.TabFocus
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    for _ in range(10):
        key(table, Qt.Key.Key_Return, Qt.Key.Key_Down)
    targets = [int(name) for name in column(outgoing, ORIGIN)]
    assert [spy.at(call)[0] for call in range(spy.count())] == targets


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_bar_has_the_colour_and_the_side_of_its_sign(outgoing: Outgoing, theme: Theme) -> None:
    outgoing.set_theme(theme)
    outgoing.show_neuron(with_weights(trained(1), (3, 2, 5, 2.0), (3, 7, 5, -1.0)), Neuron(2, 5))
    QApplication.processEvents()
    table = table_in(outgoing)
    picture = pixels(table.viewport())
    lengths = []
    for row, sign in ((0, 1), (1, -1)):
        box = table.visualRect(table.model().index(row, BAR))
        strip = picture[box.center().y(), box.left() : box.right()]
        blueness = strip[:, 2] - strip[:, 0]
        coloured = np.flatnonzero(np.abs(blueness) > 80)
        assert (np.sign(blueness[coloured]) == sign).all()
        assert (np.sign(coloured.mean() - box.width() / 2)) == sign
        lengths.append(len(coloured))
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=2)


def test_every_row_is_seen_without_scrolling(outgoing: Outgoing) -> None:
    for snapshot, neuron in ((wide(), Neuron(1, 0)), (trained(200), Neuron(2, 5))):
        outgoing.show_neuron(snapshot, neuron)
        QApplication.processEvents()
        table = table_in(outgoing)
        last = table.visualRect(table.model().index(table.model().rowCount() - 1, WEIGHT))
        assert table.viewport().rect().contains(last)


def test_every_column_says_what_it_is(outgoing: Outgoing) -> None:
    model = table_in(outgoing).model()
    outgoing.show_neuron(trained(200), Neuron(2, 5))
    tips = [
        model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        for section in range(model.columnCount())
    ]
    assert all(tip.endswith(".") for tip in tips)
    assert "next layer" in tips[ORIGIN]


def test_a_neuron_that_sends_nothing_has_weights_and_no_bars(outgoing: Outgoing) -> None:
    snapshot = trained(200, activation="relu", learning_rate=0.05)
    silent = int(np.flatnonzero(snapshot.activations[1] == 0)[0])
    outgoing.show_neuron(snapshot, Neuron(1, silent))
    assert {number(term) for term in column(outgoing, TERM)} == {0.0}
    weights = [abs(number(weight)) for weight in column(outgoing, WEIGHT)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0
    outgoing.grab()
