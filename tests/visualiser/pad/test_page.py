"""What is drawn is there, and each stroke can be taken back and drawn again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from core.drawing import SIDE
from visualiser.pad.page import Page


def line(page: Page, row: float, width: float = 8, erases: bool = False) -> None:
    """A horizontal line across the page."""
    page.begin(QPointF(10, row), width, erases)
    page.extend(QPointF(SIDE - 10, row), width)


@pytest.mark.parametrize("width", [2, 8, 24])
def test_a_line_is_as_thick_as_the_pen(width: float) -> None:
    page = Page()
    line(page, 50, width)
    assert page.ink[:, SIDE // 2].sum() == pytest.approx(width, abs=0.2)
    assert page.ink[50, SIDE // 2] == 1


def test_a_dot_is_a_disc() -> None:
    page = Page()
    page.begin(QPointF(40, 60), 10)
    assert page.ink.sum() == pytest.approx(np.pi * 25, rel=0.03)
    rows, columns = np.nonzero(page.ink)
    assert rows.mean() == pytest.approx(59.5, abs=0.2)
    assert columns.mean() == pytest.approx(39.5, abs=0.2)


def test_the_eraser_leaves_paper() -> None:
    page = Page()
    line(page, 50)
    line(page, 50, 12, erases=True)
    assert page.ink[:, SIDE // 2].sum() == 0


def test_clearing_can_be_undone() -> None:
    page = Page()
    line(page, 30)
    before = page.ink.copy()
    page.clear()
    assert page.is_blank
    page.undo()
    assert np.array_equal(page.ink, before)


def test_a_picture_takes_the_place_of_all() -> None:
    ink = np.zeros((SIDE, SIDE), np.uint8)
    ink[20:40, 30:50] = 255
    page = Page()
    line(page, 90)
    page.put(ink)
    assert np.array_equal(page.ink * 255, ink)
    page.put_instead(255 - ink)
    assert np.allclose(page.ink * 255, 255 - ink)
    page.undo()
    assert page.ink[90].any()


def test_moving_without_the_pen_down_draws_nothing() -> None:
    page = Page()
    page.extend(QPointF(5, 5), 8)
    assert page.is_blank


@given(
    st.lists(
        st.tuples(st.integers(5, 100), st.sampled_from([3, 9]), st.booleans()),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 6),
)
@settings(deadline=None, max_examples=25)
def test_undone_and_done_again_it_is_the_same(
    strokes: list[tuple[int, int, bool]], times: int
) -> None:
    page = Page()
    states = [page.ink.copy()]
    for row, width, erases in strokes:
        line(page, row, width, erases)
        states.append(page.ink.copy())
    back = min(times, len(strokes))
    for count in range(1, back + 1):
        page.undo()
        assert np.array_equal(page.ink, states[-1 - count])
    for count in range(back - 1, -1, -1):
        page.redo()
        assert np.array_equal(page.ink, states[-1 - count])
    assert not page.can_redo


def test_another_page_takes_up_all_that_was_drawn() -> None:
    page, next_page = Page(), Page()
    for row in (30, 60, 90):
        line(page, row)
    line(page, 60, 12, erases=True)
    page.undo()
    next_page.take_up(page.marks)
    for change in (Page.redo, Page.undo, Page.undo, Page.redo, Page.clear, Page.undo):
        assert np.array_equal(next_page.fine, page.fine)
        change(page)
        change(next_page)
    # And what is drawn now is on one of them only.
    line(page, 10)
    assert not np.array_equal(next_page.fine, page.fine)
