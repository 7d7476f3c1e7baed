"""A label that says as much as there is room for."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.visualiser.screen import label_text
from visualiser.widgets.fitting_label import FittingLabel

TEXTS = ("every step's <b>mini-batch</b> and its average", "mini-batch, average", "C")


@pytest.fixture
def label(qtbot: QtBot) -> FittingLabel:
    made = FittingLabel()
    qtbot.addWidget(made)
    made.set_texts(*TEXTS)
    made.show()
    return made


@pytest.mark.parametrize(("width", "said"), [(600, 0), (150, 1), (20, 2)])
def test_it_says_the_longest_that_fits(label: FittingLabel, width: int, said: int) -> None:
    label.resize(width, 20)
    assert label.text() == TEXTS[said]


def test_where_nothing_fits_it_says_nothing(label: FittingLabel) -> None:
    label.resize(2, 20)
    assert label.text() == ""


def test_what_it_says_is_never_cut_off(label: FittingLabel) -> None:
    for width in range(2, 400, 3):
        label.resize(width, 20)
        assert label.fontMetrics().horizontalAdvance(label_text(label)) <= width


def test_its_tooltip_says_everything(label: FittingLabel) -> None:
    label.resize(20, 20)
    assert label.toolTip() == TEXTS[0]


def test_it_needs_no_room(label: FittingLabel) -> None:
    assert label.minimumSizeHint().width() == 0
