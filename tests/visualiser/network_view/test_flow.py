"""The light of a step: when it runs, where it is, and that it is gone afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from core import Parameters
from tests.visualiser import screen
from tests.visualiser.states import describe, new_run, snapshot_of, trained, with_weights
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.flow import _LINES, BACKWARD, FORWARD, Flow, _largest, should_flow
from visualiser.network_view.layout import NetworkLayout
from visualiser.theme import DARK, THEMES, Theme
from visualiser.training.snapshot import Snapshot

SIZE = QSize(680, 430)
TURN = FORWARD / (FORWARD + BACKWARD)
both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)


@cache
def a_step() -> tuple[Snapshot, Snapshot]:
    run = new_run()
    run.train(20)
    before = snapshot_of(run)
    run.step()
    return before, snapshot_of(run)


def layout_of(state: Snapshot) -> NetworkLayout:
    return lay_out(state.sizes, state.description.image_shape, SIZE.width(), SIZE.height())


def started(state: Snapshot) -> Flow:
    """A flow whose time stands still until it is moved."""
    flow = Flow()
    flow.start(state, state, layout_of(state))
    return flow


def picture(flow: Flow, state: Snapshot, share: float, theme: Theme = DARK) -> screen.Pixels:
    """What light adds to an empty picture, and takes from it."""
    flow.show_at(share)
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(theme.colour("ground"))
    empty = screen.image_pixels(image)
    painter = QPainter(image)
    try:
        flow.paint(painter, QRect(0, 0, SIZE.width(), SIZE.height()), layout_of(state), theme)
    finally:
        painter.end()
    return screen.image_pixels(image) - empty


def light(flow: Flow, state: Snapshot, share: float, theme: Theme = DARK) -> screen.Pixels:
    """How much every pixel of an empty picture is changed."""
    found: screen.Pixels = np.abs(picture(flow, state, share, theme)).sum(axis=2)
    return found


def where(flow: Flow, state: Snapshot, share: float, theme: Theme = DARK) -> float:
    """The mean x of the light below the headings."""
    found = light(flow, state, share, theme)[60:].sum(axis=0)
    assert found.any()
    return float(np.average(np.arange(len(found)), weights=found))


def changed(state: Snapshot, **progress: Any) -> Snapshot:
    return replace(state, progress=replace(state.progress, **progress))


# -------------------------------------------------------------------- when


def test_a_step_is_shown() -> None:
    assert should_flow(*a_step())


def test_nothing_else_is() -> None:
    before, after = a_step()
    other = replace(after, description=replace(describe(new_run()), is_from_file=True))
    assert not should_flow(None, after)
    assert not should_flow(after, before)
    assert not should_flow(after, after)
    assert not should_flow(before, changed(after, position=before.progress.position + 2))
    assert not should_flow(before, other)


@pytest.mark.parametrize(
    ("rate", "expected"), [(0.0, False), (0.5, True), (1.0, True), (5.0, False), (9e3, False)]
)
def test_steps_are_shown_while_playing_slowly(rate: float, expected: bool) -> None:
    before, after = a_step()
    assert should_flow(before, changed(after, playing=True, steps_per_second=rate)) is expected


def test_the_last_step_of_fast_play_is_not_shown() -> None:
    before, after = a_step()
    assert not should_flow(changed(before, playing=True, steps_per_second=900.0), after)


# -------------------------------------------------------------------- where


@both_themes
def test_light_runs_right_and_then_left(theme: Theme) -> None:
    state, _ = a_step()
    flow = started(state)
    shares = np.linspace(0.1, 0.85, 5)
    there = [where(flow, state, TURN * share, theme) for share in shares]
    back = [where(flow, state, TURN + (1 - TURN) * share, theme) for share in shares]
    assert there == sorted(there)
    assert back == sorted(back, reverse=True)
    assert there[-1] - there[0] > SIZE.width() / 4
    assert back[0] - back[-1] > SIZE.width() / 4


@both_themes
@pytest.mark.parametrize("sign", [1, -1])
def test_light_is_on_its_line_in_its_signs_colour(theme: Theme, sign: int) -> None:
    """One line alone: from neuron 3 of layer 1 to neuron 12 of layer 2."""
    state = with_weights(a_step()[0], (2, 12, 3, float(sign)))
    flow, layers = started(state), layout_of(state).layers
    (left, first), (right, last) = layers[1].centres[3], layers[2].centres[12]
    beside_halos = slice(round(left) + 30, round(right) - 30)
    pictures = [picture(flow, state, TURN * share, theme) for share in np.linspace(0.2, 0.8, 9)]
    total = np.sum(pictures, axis=0)[60:, beside_halos]
    rows, columns = np.nonzero(np.abs(total).sum(axis=2) > 40)
    slope = (last - first) / (right - left)
    heights = first + (columns + beside_halos.start - left) * slope
    assert len(set(columns)) == total.shape[1]
    assert np.abs(rows + 60 - heights).max() < 4
    red, _, blue = total.sum(axis=(0, 1))
    assert (blue - red) * sign > 0


@pytest.mark.parametrize("share", [0.05, TURN * 0.5, TURN * 0.9, TURN * 1.2, 0.7, 0.9])
def test_circles_stay_as_they_are(share: float) -> None:
    state, _ = a_step()
    found = light(started(state), state, share)
    for layer in layout_of(state).layers[1:]:
        columns, rows = np.rint(layer.centres).astype(int).T
        assert not found[rows, columns].any()


@pytest.mark.parametrize("layers", [(64, 16, 16, 10), (64, *[12] * 6, 10)])
def test_the_pass_is_named_above_the_lines(layers: tuple[int, ...]) -> None:
    state = trained(1, layers=layers)
    flow = started(state)
    assert light(flow, state, 0.2)[20:50].any()
    assert light(flow, state, 0.7)[20:50].any()
    assert not np.array_equal(light(flow, state, 0.05)[20:50], light(flow, state, 0.98)[20:50])


def test_light_follows_a_picture_that_is_moved() -> None:
    state, _ = a_step()
    flow = started(state)
    flow.show_at(0.2)
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    away = layout_of(state).moved(1.0, 0.0, 5000.0)
    flow.paint(painter, QRect(0, 0, SIZE.width(), SIZE.height()), away, DARK)
    painter.end()
    assert not screen.image_pixels(image)[60:].any()


@pytest.mark.parametrize("layers", [(64, 10), (64, 1, 1, 10), (64, *[12] * 6, 10)])
@pytest.mark.parametrize("share", [0.0, 0.2, TURN, 0.7, 0.999])
def test_any_network_has_it(layers: tuple[int, ...], share: float) -> None:
    state = trained(1, layers=layers)
    assert light(started(state), state, share).any() or share in (0.0, 0.999)


def test_numbers_that_are_not_finite_are_drawn_without_complaint() -> None:
    state = a_step()[0]
    vector = state.parameters.vector.copy()
    vector[::7], vector[1::7], vector[2::7] = np.nan, np.inf, -np.inf
    wild = Parameters(state.sizes, vector)
    state = replace(state, parameters=wild, gradient=wild)
    flow = started(state)
    assert light(flow, state, 0.2).any()
    assert light(flow, state, 0.7).any()


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 30_000), st.integers(1, 9), st.integers(0, 99))
def test_the_strongest_lines_are_chosen(count: int, power: int, seed: int) -> None:
    magnitudes = np.random.default_rng(seed).random(count).astype(np.float32) ** power
    magnitudes[magnitudes < 0.1] = 0
    chosen = _largest(magnitudes)
    expected = np.sort(magnitudes[magnitudes > 0])[::-1][:_LINES]
    assert np.array_equal(np.sort(magnitudes[chosen])[::-1], expected)
    assert len(np.unique(chosen)) == len(chosen)


# -------------------------------------------------------------------- beginning and end


def test_it_runs_by_itself_and_ends(qtbot: QtBot) -> None:
    before, after = a_step()
    flow = Flow()
    frames: list[bool] = []
    flow.moved.connect(lambda: frames.append(flow.is_running))
    flow.start(before, after, layout_of(before))
    assert flow.is_running
    qtbot.waitUntil(lambda: not flow.is_running)
    assert len(frames) > 3
    assert frames == [True] * (len(frames) - 1) + [False]


def test_after_the_end_nothing_is_drawn() -> None:
    state, _ = a_step()
    flow = started(state)
    flow.show_at(1.0)
    assert not flow.is_running
    assert not light(flow, state, 0.3).any()


def test_it_can_be_stopped_and_started_again() -> None:
    state, _ = a_step()
    flow = started(state)
    flow.stop()
    assert not light(flow, state, 0.3).any()
    flow.start(state, state, layout_of(state))
    assert light(flow, state, 0.3).any()


def test_a_network_of_other_sizes_ends_it() -> None:
    state, other = a_step()[0], trained(0, layers=(64, 12, 10))
    flow = started(state)
    assert not light(flow, other, 0.3).any()
    flow.start(state, other, layout_of(state))
    assert not flow.is_running


def test_a_network_without_lines_has_no_flow() -> None:
    state, _ = a_step()
    flow = Flow()
    flow.start(state, state, replace(layout_of(state), has_lines=False))
    assert not flow.is_running
