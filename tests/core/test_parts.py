"""Frozen parts and held neurons: which numbers they are."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Held, Network, Parameters, Part, Run
from core.errors import SettingError
from core.parts import (
    checked_held,
    checked_parts,
    is_frozen,
    learning_mask,
    with_part,
    without_part,
)

SIZES = (4, 3, 2)


def frozen_ones(*parts: Part) -> set[tuple[int, int, int]]:
    """(layer, neuron, column) of all that the mask holds at 0; the last column is the bias."""
    mask = learning_mask(parts, SIZES, np.float64)
    assert mask is not None
    assert set(np.unique(mask)) <= {0, 1}
    return {
        (number, int(row), int(column))
        for number, block in enumerate(Parameters(SIZES, mask).blocks, start=1)
        for row, column in np.argwhere(block == 0)
    }


def test_no_part_needs_no_mask() -> None:
    assert learning_mask((), SIZES, np.float32) is None


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_mask_is_as_long_and_of_the_dtype_of_the_parameters(dtype: npt.DTypeLike) -> None:
    mask = learning_mask([Part(1)], SIZES, dtype)
    assert mask is not None
    assert (mask.dtype, mask.shape) == (dtype, (3 * 5 + 2 * 4,))


def test_a_weight() -> None:
    assert frozen_ones(Part(1, 2, 3)) == {(1, 2, 3)}
    assert frozen_ones(Part(2, 0, 0)) == {(2, 0, 0)}


def test_a_neuron_is_its_incoming_weights_and_its_bias() -> None:
    assert frozen_ones(Part(1, 2)) == {(1, 2, column) for column in range(5)}
    assert frozen_ones(Part(2, 0)) == {(2, 0, column) for column in range(4)}


def test_a_layer_is_all_its_neurons() -> None:
    assert frozen_ones(Part(2)) == frozen_ones(Part(2, 0), Part(2, 1))
    assert len(frozen_ones(Part(1))) == 15


parts = st.builds(Part, st.just(1), st.integers(0, 2), st.none() | st.integers(0, 3))


@settings(deadline=None, max_examples=50)
@given(st.lists(parts | st.just(Part(2)), min_size=1, max_size=4))
def test_several_parts_are_all_of_them(several: list[Part]) -> None:
    assert frozen_ones(*several) == set.union(*(frozen_ones(part) for part in several))


def test_what_exists_is_taken_as_it_is() -> None:
    every = [Part(1), Part(2, 1), Part(1, 2, 3), Part(2, 1, 2)]
    assert checked_parts(iter(every), SIZES) == tuple(every)
    held = [Held(1, 2, -1.5), Held(1, 0)]
    assert checked_held(iter(held), SIZES) == tuple(held)


@pytest.mark.parametrize(
    "part",
    [
        Part(0),
        Part(-1),
        Part(3),
        Part(1, 3),
        Part(1, -1),
        Part(1, 0, 4),
        Part(1, 0, -1),
        Part(2, 0, 3),
        Part(1, None, 2),
    ],
)
def test_what_does_not_exist_is_refused(part: Part) -> None:
    with pytest.raises(SettingError):
        checked_parts([Part(1), part], SIZES)


@pytest.mark.parametrize(
    "held", [Held(0, 0), Held(3, 0), Held(2, 0), Held(1, 3), Held(1, -1), Held(1, 0, np.nan)]
)
def test_what_cannot_be_held_is_refused(held: Held) -> None:
    with pytest.raises(SettingError):
        checked_held([Held(1, 1), held], SIZES)


def test_a_run_holds_and_lets_go(make_data: Callable[..., Dataset]) -> None:
    """The outputs with a neuron held are those of a network in which it says just that."""
    run = Run(Network((4, 3, 2)), make_data(7, 4, 2), batch_size=3)
    free = run.network.copy()
    run.change(held=[Held(1, 2, 0.75)])
    inputs = run.data.train.inputs
    held = run.network.forward(inputs)
    assert (held.activations[1][2] == 0.75).all()
    assert np.array_equal(held.activations[1][:2], free.forward(inputs).activations[1][:2])
    run.change(held=())
    assert np.array_equal(
        run.network.forward(inputs).activations[2], free.forward(inputs).activations[2]
    )


def test_a_held_neuron_learns_nothing_and_comes_back_as_it_was(
    make_data: Callable[..., Dataset],
) -> None:
    run = Run(Network((4, 3, 2)), make_data(7, 4, 2), batch_size=3)
    before = run.network.parameters.copy()
    run.change(held=[Held(1, 2, 0.5)])
    run.steps(20)
    assert np.array_equal(run.network.parameters.blocks[0][2], before.blocks[0][2])
    assert (run.network.parameters.blocks[0][:2] != before.blocks[0][:2]).any(axis=1).all()


any_part = st.one_of(
    st.just(Part(1)),
    st.builds(Part, st.just(1), st.integers(0, 2)),
    st.builds(Part, st.just(1), st.integers(0, 2), st.integers(0, 3)),
    st.builds(Part, st.just(2), st.integers(0, 1)),
)


@given(parts=st.lists(any_part, max_size=5), part=any_part)
def test_a_part_more_freezes_it_and_nothing_else(parts: list[Part], part: Part) -> None:
    more = with_part(parts, part)
    assert frozen_ones(*more) == frozen_ones(*parts, part)
    assert is_frozen(more, part)


@given(parts=st.lists(any_part, min_size=1, max_size=5), part=any_part)
def test_a_part_less_frees_it_and_keeps_the_rest(parts: list[Part], part: Part) -> None:
    less = without_part(parts, part, SIZES)
    freed = frozen_ones(part)
    kept = frozen_ones(*less) if less else set()
    assert kept & freed == set()
    assert not is_frozen(less, part)
    lost = frozen_ones(*parts) - freed - kept
    # At most the bias of the neuron that the weight belongs to.
    assert all(part.origin is not None and place == (1, part.neuron, 4) for place in lost)


@given(parts=st.lists(any_part, max_size=5), part=any_part)
def test_what_is_frozen_is_what_does_not_move(parts: list[Part], part: Part) -> None:
    moves = frozen_ones(part) - (frozen_ones(*parts) if parts else set())
    if is_frozen(parts, part):
        assert not moves
    elif not moves:
        # Part by part, without being named as a whole.
        assert part.origin is None
