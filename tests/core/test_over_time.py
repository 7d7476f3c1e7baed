"""Gradient norms, saturation and histograms, against what numpy makes of the same numbers."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Examples, Network, Parameters, Run, load_dataset
from core.errors import UserError
from core.parameters import FloatArray
from core.probes import (
    Histogram,
    gradient_norms,
    histogram,
    look_at_layers,
    saturation,
    side_by_side,
)
from core.probes.over_time import refining

NUMBERS = st.lists(
    st.floats(-1e6, 1e6, width=32) | st.integers(-3, 3).map(float), min_size=1, max_size=60
)


def by_definition(values: FloatArray, edges: FloatArray) -> list[int]:
    """How many lie in each bin; the last bin has both of its edges."""
    pairs = list(pairwise(edges.tolist()))
    return [
        sum(1 for v in values if low <= v < high or (v == high and place == len(pairs) - 1))
        for place, (low, high) in enumerate(pairs)
    ]


def spread(one: Histogram) -> dict[float, int]:
    return {float(e): int(c) for e, c in zip(one.edges, one.counts, strict=False) if c}


@given(NUMBERS, st.integers(1, 70))
@settings(deadline=None, max_examples=40)
def test_a_histogram_counts_every_number_where_it_lies(values: list[float], most: int) -> None:
    found = histogram(values, most)
    assert found.total == len(values)
    assert found.counts.tolist() == by_definition(np.array(values), found.edges)
    assert len(found.counts) <= most + 1
    assert found.counts[0]
    assert found.counts[-1]
    assert math.frexp(found.width)[0] == 0.5  # a power of two


@given(NUMBERS)
@settings(deadline=None, max_examples=40)
def test_bins_of_a_spread_are_as_fine_as_can_be(values: list[float]) -> None:
    found = histogram(values, 16)
    span = max(values) - min(values)
    assert span <= 16 * found.width
    # Narrower ones have bins of some width all the same.
    if span > max(1e-5 * max(map(abs, values)), 1e-17):
        assert span > 8 * found.width


@given(st.lists(NUMBERS, min_size=1, max_size=5), st.integers(1, 40))
@settings(deadline=None, max_examples=40)
def test_side_by_side_nothing_is_moved_but_within_a_bin(
    several: list[list[float]], most: int
) -> None:
    found = side_by_side([histogram(values) for values in several], most)
    width = float(found.edges[1] - found.edges[0])
    assert len(found.counts) <= most + 1
    assert found.counts.sum(axis=0).tolist() == [len(values) for values in several]
    for column, values in enumerate(several):
        # But for the largest number, which may lie on an edge.
        for value in sorted(values)[:-1]:
            place = int(np.searchsorted(found.edges, value, "right")) - 1
            around = found.counts[max(place - 1, 0) : place + 1, column]
            assert around.sum() > 0
    total: dict[float, int] = {}
    for values in several:
        for edge, count in spread(histogram(values)).items():
            start = math.floor(edge / width) * width
            total[start] = total.get(start, 0) + count
    together = found.counts.sum(axis=1)
    assert {float(e): int(c) for e, c in zip(found.edges, together, strict=False) if c} == total


def test_what_is_no_number_is_counted_nowhere() -> None:
    found = histogram([np.nan, 1.0, np.inf, 3.0, -np.inf])
    assert found.total == 2
    empty = histogram([np.nan])
    assert empty.total == 0
    assert side_by_side([empty, found]).counts.sum(axis=0).tolist() == [0, 2]
    assert side_by_side([empty]).counts.sum() == 0


def test_a_saturated_output_is_counted_with_those_just_below_1() -> None:
    found = histogram([0.0, 0.99, 1.0])
    assert found.edges[-1] == 1.0
    assert found.counts[-1] == 2


@given(st.integers(0, 40))
def test_the_order_refines(count: int) -> None:
    order = refining(count)
    assert sorted(order) == list(range(count))
    for taken in range(3, count):
        known = sorted(order[:taken])
        gaps = np.diff(known)
        assert gaps.max() <= 2 * math.ceil(count / (taken - 1) + 1)


def test_gradient_norms_are_the_lengths_of_the_vectors() -> None:
    vector = np.random.default_rng(3).standard_normal(4 * 3 + 3 + 3 * 2 + 2)
    gradient = Parameters((4, 3, 2), vector)
    by_hand = []
    for block in (vector[:15].reshape(3, 5), vector[15:].reshape(2, 4)):
        rows = block.tolist()
        by_hand.append(
            (
                math.sqrt(math.fsum(x * x for row in rows for x in row[:-1])),
                math.sqrt(math.fsum(row[-1] ** 2 for row in rows)),
            )
        )
    np.testing.assert_allclose(gradient_norms(gradient), by_hand, rtol=1e-12)


@pytest.mark.parametrize("activation", ["logistic", "relu"])
def test_a_look_is_what_the_network_says_of_each_example(activation: str) -> None:
    data = load_dataset("digits")
    run = Run(Network((64, 7, 10), activation=activation, seed=2), data, learning_rate=0.5)
    run.train(60)
    examples = data.train.some(slice(0, 90))
    gradient, _ = run.gradient()
    looks = look_at_layers(run.network, gradient, examples)
    states = saturation(run.network, examples)
    fired = [run.network.forward(one).activations for one in examples.inputs]
    for layer, look in enumerate(looks):
        a = np.concatenate([np.ravel(one[layer + 1]) for one in fired])
        assert look.activations.total == len(a)
        own = histogram(a)
        assert abs(own.width - look.activations.width) == 0
        # One example at a time may differ in the last bits.
        near = (
            np.abs(own.counts - look.activations.counts).sum()
            if len(own.counts) == len(look.activations.counts)
            else 0
        )
        assert near <= 4
        assert look.weights.total == run.network.weights[layer].size
        assert look.neurons == run.network.sizes[layer + 1]
        assert look.dead == states[layer].dead_count
        assert look.saturated == states[layer].saturated_count
        assert (look.weight_gradient, look.bias_gradient) == gradient_norms(gradient)[layer]


def test_examples_of_another_size_are_refused() -> None:
    network = Network((3, 2))
    examples = Examples.from_arrays(np.zeros((2, 4)), np.eye(2))
    with pytest.raises(UserError):
        look_at_layers(network, Parameters((3, 2)), examples)
