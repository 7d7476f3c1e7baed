"""The wishes of a mini-batch: up or down, in numbers that have the mean that is shown."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser.screen import image_pixels, pixels
from tests.visualiser.states import describe
from visualiser.theme import THEMES, Theme
from visualiser.training.connection_questions import MOST_WISHES, BatchWishes
from visualiser.widgets.wish_bars import (
    WishBars,
    ink_image,
    mean_holds,
    numbers,
    power_of,
    written,
)

SIDE = (4, 4)


def wishes_of(*values: float, more: int = 0, rest: float = 0.0) -> BatchWishes:
    """A mini-batch that asks this: examples 0, 1, 2, …, which are those digits."""
    count = len(values) + more
    places = np.arange(len(values))
    inputs = np.linspace(0, 1, 16 * len(values), dtype=np.float32).reshape(-1, 16)
    mean = (math.fsum(values) + rest) / count if np.isfinite(values).all() else math.nan
    return BatchWishes(count, places, places % 10, np.array(values), inputs, rest, mean)


@pytest.fixture
def bars(qtbot: QtBot) -> WishBars:
    made = WishBars()
    qtbot.addWidget(made)
    made.resize(344, made.sizeHint().height())
    made.show()
    return made


def show(bars: WishBars, wishes: BatchWishes, shape: tuple[int, int] | None = SIDE) -> None:
    bars.show_wishes(wishes, shape)
    bars.resize(344, bars.sizeHint().height())


def rows_of(bars: WishBars, index: int, name: str) -> list[int]:
    """The rows in which the middle of an example's bar has a colour."""
    column, colour = bars.columns()[index], QColor(name)
    middle = pixels(bars)[: round(column.height()), round(column.center().x())]
    wanted = [colour.red(), colour.green(), colour.blue()]
    return [row for row, found in enumerate(middle.tolist()) if found == wanted]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_larger_weight_is_up_and_a_smaller_one_down(bars: WishBars, theme: Theme) -> None:
    bars.set_theme(theme)
    show(bars, wishes_of(2.0, -1.0, 1.0, 0.0))
    up, down, half = (
        rows_of(bars, index, name)
        for index, name in enumerate((theme.positive, theme.negative, theme.positive))
    )
    assert max(up) < min(down)
    assert len(half) == pytest.approx(len(up) / 2, abs=3)
    assert len(down) == pytest.approx(len(up) / 2, abs=3)
    assert rows_of(bars, 3, theme.positive) == rows_of(bars, 3, theme.negative) == []


@pytest.mark.parametrize("mean", [-1.0, 0.0, 2.0])
def test_the_mean_is_a_line_over_the_bars(bars: WishBars, mean: float) -> None:
    without, wishes = wishes_of(4.0, -4.0), wishes_of(4.0, -4.0, more=2, rest=4 * mean)
    show(bars, wishes_of(*without.wishes, more=2, rest=math.nan))
    bare = pixels(bars)
    show(bars, wishes)
    rows = np.nonzero((bare != pixels(bars))[:, 60:300].any(axis=(1, 2)))[0]
    assert rows.size
    assert rows.mean() == pytest.approx(2 + 80 * (4 - mean) / 8, abs=1.5)


@pytest.mark.parametrize("count", [1, 3, 7, 8, MOST_WISHES])
@pytest.mark.parametrize("scale", [1e-40, 1.0, 1e30])
def test_nothing_is_cut_off(bars: WishBars, count: int, scale: float) -> None:
    show(bars, wishes_of(*(scale * np.linspace(-9.99, 8, count)), more=30, rest=-99.99 * scale))
    drawn = pixels(bars)
    assert len(np.unique(drawn.reshape(-1, 3), axis=0)) > 10
    edge = np.concatenate([drawn[0], drawn[-1], drawn[:, -1]])
    # Only the lines of zero and of the mean begin at the left edge.
    assert len(np.unique(edge, axis=0)) == 1


finite = st.floats(-1e30, 1e30)


def sum_of(wishes: BatchWishes) -> Decimal:
    """What a pocket calculator makes of the numbers on the screen."""
    shown = [*numbers(wishes), written(wishes.rest, power_of(wishes))]
    return sum((Decimal(text.replace("−", "-")) for text in shown), Decimal(0))


@settings(deadline=None, max_examples=150)
@given(st.lists(finite, min_size=1, max_size=MOST_WISHES), st.integers(-300, 0), st.integers(0, 50))
def test_it_says_whether_the_numbers_have_that_mean(
    values: list[float], power: int, more: int
) -> None:
    scaled = [value * 10.0**power for value in values]
    wishes = wishes_of(*scaled, more=more, rest=scaled[0] * 0.3 if more else 0.0)
    shown = Decimal(written(wishes.mean, power_of(wishes)).replace("−", "-"))
    difference = abs(sum_of(wishes) / wishes.count - shown)
    assert mean_holds(wishes) == (difference <= Decimal("0.005"))
    # The rounding of each, over their number, and that of the mean.
    assert difference <= Decimal("0.0101")


@settings(deadline=None, max_examples=100)
@given(st.lists(finite, min_size=1, max_size=MOST_WISHES))
def test_the_largest_number_has_one_digit_before_the_point(values: list[float]) -> None:
    wishes = wishes_of(*values)
    sizes = [abs(float(text.replace("−", "-"))) for text in numbers(wishes)]
    assert 1 <= max(sizes) < 10 or max(sizes) == max(map(abs, values)) == 0


@pytest.mark.parametrize("broken", [math.nan, math.inf, -math.inf, 1.7e308, 5e-324])
def test_what_is_no_number_is_shown_without_complaint(bars: WishBars, broken: float) -> None:
    for wishes in (wishes_of(broken, 1.0, -broken), wishes_of(broken), wishes_of(broken, -broken)):
        show(bars, wishes)
        bars.grab()
        assert len(numbers(wishes)) == len(wishes.wishes)


def test_without_an_answer_the_height_stays(bars: WishBars) -> None:
    show(bars, wishes_of(*range(10)))
    height = bars.sizeHint().height()
    bars.show_wishes(None, SIDE)
    assert bars.sizeHint().height() == height
    assert len(np.unique(pixels(bars).reshape(-1, 3), axis=0)) == 1


def test_inputs_that_are_no_picture_have_none(bars: WishBars) -> None:
    show(bars, wishes_of(1.0, 1.0), None)
    without = pixels(bars)
    show(bars, wishes_of(1.0, 1.0), SIDE)
    assert (without != pixels(bars)).any()


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_picture_is_of_paper_and_ink(theme: Theme) -> None:
    found = image_pixels(ink_image(np.array([[0.0, 1.0], [-1.0, np.nan]]), theme))
    wanted = [[theme.off, theme.on], [theme.negative, theme.off]]
    names = [["#{:02x}{:02x}{:02x}".format(*pixel) for pixel in row] for row in found.tolist()]
    assert names == wanted


@pytest.mark.parametrize(
    ("index", "sentence"),
    [
        (0, "Example 0 of the training data, truly 0: a larger weight, 0.0123."),
        (1, "Example 1 of the training data, truly 1: a smaller weight, −2."),
        (2, "Example 2 of the training data, truly 2: no change."),
    ],
)
def test_the_pointer_tells_more_of_an_example(bars: WishBars, index: int, sentence: str) -> None:
    show(bars, wishes_of(0.01234, -2.0, 0.0))
    place = bars.columns()[index].center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, place, bars.mapToGlobal(place))
    QApplication.sendEvent(bars, event)
    assert QToolTip.text() == sentence
    QToolTip.hideText()


def test_beside_the_bars_there_is_nothing_to_tell(bars: WishBars) -> None:
    show(bars, wishes_of(1.0))
    assert bars.tip_at(QPointF(QPoint(300, 10))) == ""


@pytest.mark.parametrize(("data", "is_told"), [("plane", False), ("xor", True)])
def test_what_an_example_truly_is_is_told_where_there_are_classes(
    bars: WishBars, data: str, is_told: bool
) -> None:
    run_settings = RunSettings(data)
    bars.describe(describe(run_settings.new_run(run_settings.load_data())))
    show(bars, wishes_of(2.0, -1.0, 0.0), None)
    for column, asked in zip(bars.columns(), ("larger", "smaller", "no change"), strict=True):
        tip = bars.tip_at(column.center())
        assert asked in tip
        assert ("truly" in tip) == is_told
