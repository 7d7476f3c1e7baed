"""Nothing is told by colour alone: where all colours of meaning are one, states still differ."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.states import misread_and_right, trained
from visualiser.cost_plot.lines import LINES
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ViewOptions
from visualiser.pad.bars import OutputBars
from visualiser.selection import Neuron
from visualiser.theme import DARK, LIGHT, Theme, dress
from visualiser.tour.tick import Tick
from visualiser.training.snapshot import Snapshot


def without_meaning(theme: Theme) -> Theme:
    """A theme in which right, wrong, selected, positive and negative look the same."""
    names = ("positive", "negative", "selected", "right", "accent")
    return replace(theme, **dict.fromkeys(names, theme.secondary))


Shows = OutputBars | NetworkView
both = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda t: t.name)


def all_differ(pictures: list[screen.Pixels]) -> bool:
    pairs = itertools.combinations(pictures, 2)
    return all(int((np.abs(a - b) > 40).any(axis=2).sum()) > 5 for a, b in pairs)


@both
def test_done_wrong_and_open_have_shapes(qtbot: QtBot, theme: Theme) -> None:
    tick = Tick()
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    tick.set_theme(without_meaning(theme))
    pictures = []
    for look in ("open", "done", "wrong"):
        tick.set_look(look)
        pictures.append(screen.pixels(tick))
    assert all_differ(pictures)


def pictures_of(widget: Shows, states: list[Snapshot]) -> list[screen.Pixels]:
    """What a widget looks like in one state after the other."""
    found = []
    for state in states:
        widget.show_snapshot(state)
        found.append(screen.pixels(widget))
    return found


@both
def test_a_right_and_a_wrong_answer_of_the_pad_differ(qtbot: QtBot, theme: Theme) -> None:
    bars = OutputBars()
    qtbot.addWidget(bars)
    bars.setAutoFillBackground(True)
    dress(theme)
    bars.set_theme(without_meaning(theme))
    shown = trained(200)
    bars.show_run(shown.description)
    bars.resize(220, bars.sizeHint().height())
    answer = shown.answer
    # The same a, once with the answer as the truth and once with another.
    examples = [
        replace(shown.progress.example, label=label) for label in (answer, (answer + 1) % 10)
    ]
    states = [
        replace(shown, progress=replace(shown.progress, example=example)) for example in examples
    ]
    assert all_differ(pictures_of(bars, states))


def view_of(qtbot: QtBot, theme: Theme, options: ViewOptions) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.set_theme(without_meaning(theme))
    view.set_options(options)
    view.show_run(trained(200).description)
    view.show_snapshot(trained(200))
    view.show()
    return view


@both
def test_what_is_selected_has_a_ring(qtbot: QtBot, theme: Theme) -> None:
    view = view_of(qtbot, theme, ViewOptions())
    layout = view.layout_of_network
    assert layout is not None
    x, y = layout.layers[2].centres[3].round().astype(int).tolist()
    reach = int(layout.layers[2].radius) + 6

    def around() -> screen.Pixels:
        return screen.pixels(view)[y - reach : y + reach, x - reach : x + reach]

    view.select(Neuron(1, 3))
    before = around()
    view.select(Neuron(2, 3))
    assert all_differ([before, around()])


@both
def test_right_and_wrong_outputs_differ(qtbot: QtBot, theme: Theme) -> None:
    view = view_of(qtbot, theme, ViewOptions())
    assert all_differ(pictures_of(view, list(misread_and_right(trained(200)))))


def test_negative_weights_can_be_dashed(qtbot: QtBot) -> None:
    theme = without_meaning(DARK)
    plain = screen.pixels(view_of(qtbot, theme, ViewOptions()))
    dashed = screen.pixels(view_of(qtbot, theme, ViewOptions(dashed_negatives=True)))
    assert all_differ([plain, dashed])


def test_every_line_of_the_cost_plot_has_a_mark_of_its_own_or_a_name_beside_it() -> None:
    marks = [line.mark for line in LINES if line.id not in ("batch", "branches")]
    assert len(set(marks)) == len(marks)
