"""Sizes of layers: typed, dragged and counted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Network
from core.errors import SettingError
from core.network import LARGEST_LAYER
from visualiser.new_network.estimate import estimates, size_text
from visualiser.new_network.facts import DataFacts
from visualiser.new_network.sizes import dragged, read_size, read_whole, sums_texts
from visualiser.number_format import NumberStyle, count, use

sizes = st.integers(1, LARGEST_LAYER)
pixels = st.floats(-600, 600)


@given(st.integers(0, 10**18), st.sampled_from([".", ","]))
@settings(deadline=None)
def test_whole_numbers_are_read_as_they_are_written(number: int, mark: str) -> None:
    use(NumberStyle(mark=mark))
    assert read_whole(count(number)) == read_whole(f" {number} ") == number


@given(st.text(max_size=30), st.integers(1, 9))
@settings(deadline=None)
def test_what_is_typed_is_a_size_or_refused_in_a_sentence(text: str, layer: int) -> None:
    try:
        size = read_size(text, layer)
    except SettingError as error:
        told = str(error)
        assert f"layer {layer}" in told
        assert told.isprintable()
        assert len(told) < 200
    else:
        assert 1 <= size <= LARGEST_LAYER
        assert str(size) == re.sub(r"\D", "", text).lstrip("0")


@pytest.mark.parametrize("text", ["", "0", "-3", "1.5", "16,16", "sixteen", "100001", "²", "1_000"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(SettingError):
        read_size(text, 1)


@given(sizes, pixels, pixels, st.booleans())
@settings(deadline=None)
def test_a_drag_grows_upwards_and_never_leaves_the_range(
    size: int, one: float, other: float, is_fine: bool
) -> None:
    low, high = sorted((one, other))
    assert 1 <= dragged(size, low, is_fine) <= dragged(size, high, is_fine) <= LARGEST_LAYER
    assert dragged(size, 0, is_fine) == size
    assert abs(dragged(size, one, True) - size) <= abs(dragged(size, one, False) - size)


@given(st.integers(1, 300))
@settings(deadline=None)
def test_every_layer_can_be_dragged_down_to_one_neuron_within_a_window(size: int) -> None:
    assert dragged(size, -400) == 1


def evaluated(text: str) -> list[int]:
    """The two sides of a sum that is written, in digits."""
    left, right = text.rpartition(":")[2].replace(",", "").split("=")
    return [sum(map(int, re.findall(r"\d+", left))), int(re.findall(r"\d+", right)[0])]


@given(st.lists(st.integers(1, 900), min_size=2, max_size=6))
@settings(deadline=None)
def test_the_sums_can_be_done_by_hand_and_are_those_of_the_network(layers: list[int]) -> None:
    network = Network(tuple(layers), initialiser="zeros")
    weights, whole = sums_texts(tuple(layers))
    counts = [sum(w.size for w in network.weights), sum(b.size for b in network.biases)]
    biases, _, all_of_them = whole.partition("; in all ")
    assert evaluated(all_of_them) == [network.parameters.vector.size] * 2
    if len(layers) == 2:
        assert [weights, biases] == [f"W: {counts[0]:,}", f"B: {counts[1]:,}"]
    else:
        assert [evaluated(weights), evaluated(biases)] == [[counts[0]] * 2, [counts[1]] * 2]


def test_the_network_of_the_notes_has_13002_numbers() -> None:
    weights, whole = sums_texts((784, 16, 16, 10))
    assert weights == "W: 12,544 + 256 + 160 = 12,960"
    assert whole == "B: 16 + 16 + 10 = 42; in all 12,960 + 42 = 13,002 numbers"


def test_memory_is_that_of_the_arrays() -> None:
    from core import load_dataset  # noqa: PLC0415 (a large import for one test)
    from core.optimisers import Adam  # noqa: PLC0415 (as above)

    data = load_dataset("digits")
    facts = DataFacts("digits", 64, 10, len(data.train), len(data.test), (8, 8))
    bases = [(e.inputs.base, e.targets, e.labels) for e in (data.train, data.test)]
    held = sum(array.nbytes for arrays in bases for array in arrays if array is not None)
    assert facts.byte_count == held
    [network, of_data] = estimates((784, 16, 16, 10), Adam(), facts)
    assert network.startswith("13,002 numbers of 4 bytes take 52.0 kB; with the gradient")
    assert "adam remembers, 208.0 kB" in network
    assert f"{held / 1000:.1f} kB" in of_data


@given(st.integers(0, 10**13))
@settings(deadline=None)
def test_bytes_are_written_with_the_unit_that_suits(size: int) -> None:
    number, unit = size_text(size).split()
    worth = {"bytes": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}[unit]
    assert abs(float(number.replace(",", "")) * worth - size) <= 0.0501 * worth
