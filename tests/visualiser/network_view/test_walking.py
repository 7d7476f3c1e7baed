"""The arrow keys: they reach every neuron that is shown, and never one that is not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.visualiser.network_view.layouts import architectures, forms, frames, layouts, quick
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.walking import neighbour
from visualiser.selection import Connection, Neuron

UP, DOWN, LEFT, RIGHT = STEPS = [(0, -1), (0, 1), (-1, 0), (1, 0)]
steps = st.sampled_from(STEPS)
# The last one's outputs are a block.
BLOCKS = [((784, 9000, 10), (28, 28)), ((70, 70_000, 300), (7, 10))]


def is_shown(layout: NetworkLayout, neuron: Neuron) -> bool:
    return layout.layers[neuron.layer].place(neuron.index) is not None


def reached(layout: NetworkLayout, layer: int) -> set[int]:
    """All that up, down and sideways steps within a layer lead to from its first neuron."""
    found, waiting = set[int](), [Neuron(layer, 0)]
    while waiting:
        here = waiting.pop()
        if here.index not in found:
            found.add(here.index)
            ways = (neighbour(layout, here, *step) for step in STEPS)
            waiting += [neuron for neuron in ways if neuron.layer == layer]
    return found


@pytest.mark.parametrize(
    "options", [ViewOptions(), ViewOptions("ends", "ends"), ViewOptions("circles")]
)
@pytest.mark.parametrize("architecture", [((64, 150, 3), (8, 8)), *BLOCKS[:1]])
def test_every_shown_neuron_is_reached(
    options: ViewOptions, architecture: tuple[tuple[int, ...], tuple[int, int]]
) -> None:
    layout = lay_out(*architecture, 640, 400, options)
    for number, layer in enumerate(layout.layers):
        assert reached(layout, number) == set(layer.shown.tolist())


@quick
@given(layouts(), st.data())
def test_one_step_leads_to_what_is_shown(layout: NetworkLayout, data: st.DataObject) -> None:
    """From anywhere, as what is not shown may be selected by a click in the picture."""
    layer = data.draw(st.integers(0, len(layout.layers) - 1))
    index = data.draw(st.integers(0, len(layout.layers[layer].centres) - 1))
    step = data.draw(steps)
    found = neighbour(layout, Neuron(layer, index), *step)
    assert is_shown(layout, found)
    assert abs(found.layer - layer) <= abs(step[0])
    if layer:
        assert is_shown(layout, neighbour(layout, Connection(layer, index, 0), *step))
    assert is_shown(layout, neighbour(layout, None, *step))


@quick
@given(layouts(), st.data())
def test_sideways_leads_on_to_the_next_layer(layout: NetworkLayout, data: st.DataObject) -> None:
    """Through a picture or a block pixel by pixel, from a column at once."""
    here = Neuron(0, int(data.draw(st.sampled_from(layout.layers[0].shown.tolist()))))
    for _ in range(sum(max(1, (layer.picture_shape or (1, 1))[1]) for layer in layout.layers)):
        here = neighbour(layout, here, *RIGHT)
    assert here.layer == len(layout.layers) - 1
    for _ in range(sum(max(1, (layer.picture_shape or (1, 1))[1]) for layer in layout.layers)):
        here = neighbour(layout, here, *LEFT)
    assert here.layer == 0


@quick
@given(architectures(), frames, forms, st.integers(0, 7))
def test_down_and_up_go_one_by_one_and_over_the_dots(
    architecture: tuple[tuple[int, ...], tuple[int, int]],
    frame: tuple[int, int],
    options: ViewOptions,
    number: int,
) -> None:
    layout = lay_out(*architecture, *frame, options)
    number %= len(layout.layers)
    layer = layout.layers[number]
    if layer.form != "circles":
        return
    shown = layer.shown[:40].tolist()
    for above, below in itertools.pairwise(shown):
        assert neighbour(layout, Neuron(number, above), *DOWN) == Neuron(number, below)
        assert neighbour(layout, Neuron(number, below), *UP) == Neuron(number, above)


@pytest.mark.parametrize("architecture", BLOCKS)
def test_at_the_edges_of_blocks_nothing_is_beyond(
    architecture: tuple[tuple[int, ...], tuple[int, int]],
) -> None:
    layout = lay_out(*architecture, 640, 400)
    for number, layer in enumerate(layout.layers):
        for index in (0, len(layer.centres) - 1):
            found = [neighbour(layout, Neuron(number, index), *step) for step in STEPS]
            assert all(is_shown(layout, neuron) for neuron in found)
        last = neighbour(layout, Neuron(number, len(layer.centres) - 1), *RIGHT)
        assert last.layer == min(number + 1, len(layout.layers) - 1)


def test_a_walk_begins_at_the_first_neuron_of_layer_1() -> None:
    assert neighbour(lay_out((4, 3, 2), (2, 2), 640, 400), None, *UP) == Neuron(1, 0)


def test_from_a_connection_it_goes_on_where_that_leads_to() -> None:
    layout = lay_out((4, 3, 2), (2, 2), 640, 400)
    assert neighbour(layout, Connection(2, 1, 2), *DOWN) == Neuron(2, 1)
