"""The table of true classes and answers where classes have names, some of them long."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.clothes import clothes_run
from tests.visualiser.states import describe
from visualiser import theme as themes
from visualiser.browsing.confusion_table import ConfusionTable
from visualiser.browsing.knowledge import Known
from visualiser.training.browsing_questions import JudgementOf

LONG = "a very long class name that does not fit anywhere, not even in a window"


def shown(qtbot: QtBot, end: str = "") -> ConfusionTable:
    """The table where the classes are called so: all alike but for an end."""
    themes.dress(themes.LIGHT)
    table = ConfusionTable()
    qtbot.addWidget(table)
    run = clothes_run()
    names = tuple(f"{LONG}{end} {number}" for number in range(10))
    table.resize(900, 500)
    table.show()
    known = Known(JudgementOf("test").answer(run), 0)
    table.show_known(replace(describe(run), class_names=names), known)
    return table


def test_a_long_name_is_cut_at_its_end_only(qtbot: QtBot) -> None:
    """What is cut off makes no difference: neither header begins in the middle of a name."""
    one, other = shown(qtbot), shown(qtbot, ", however wide it may be")
    for first, second in (
        (one.horizontalHeader(), other.horizontalHeader()),
        (one.verticalHeader(), other.verticalHeader()),
    ):
        assert np.array_equal(screen.pixels(first), screen.pixels(second))
    assert one.verticalHeader().width() <= 200


def test_each_name_stands_in_full_in_a_tooltip(qtbot: QtBot) -> None:
    table = shown(qtbot)

    def told(header: QHeaderView, section: int) -> str:
        tip = table.model_.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        assert tip is not None
        return tip

    for place in range(10):
        assert told(table.verticalHeader(), place).startswith(f"{LONG} {place}: this row ")
        assert told(table.horizontalHeader(), place + 1).startswith(f"{LONG} {place}: this column")
    assert LONG not in told(table.horizontalHeader(), 0) + told(table.verticalHeader(), 10)
