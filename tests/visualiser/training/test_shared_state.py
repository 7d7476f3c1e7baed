"""Shared memory: what one side writes, the other reads, and nothing stays behind."""

from __future__ import annotations

from multiprocessing.shared_memory import SharedMemory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import parameter_count
from visualiser.training.shared_state import SharedArrays, SharedState

sizes_of = st.lists(st.integers(1, 40), min_size=2, max_size=6).map(tuple)
quick = settings(deadline=None, max_examples=30)


def arrays_for(sizes: tuple[int, ...], seed: int, has_update: bool = True) -> SharedArrays:
    random = np.random.default_rng(seed)
    count, neurons = parameter_count(sizes), sum(sizes)

    def noise(length: int) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        # Any bits at all: what is not a number must arrive as well.
        return random.integers(0, 2**32, length, np.uint32).view(np.float32)

    parameters = (noise(count), noise(count), noise(count) if has_update else None)
    return SharedArrays(*parameters, noise(neurons), noise(neurons - sizes[0]))


def are_equal(first: SharedArrays, second: SharedArrays) -> bool:
    pairs = zip(vars(first).values(), vars(second).values(), strict=True)
    return all(
        a is b is None or np.array_equal(a.view(np.uint32), b.view(np.uint32)) for a, b in pairs
    )


@quick
@given(sizes_of, st.integers(0, 99), st.integers(1, 2**40), st.booleans())
def test_what_is_written_is_read_bit_for_bit(
    sizes: tuple[int, ...], seed: int, sequence: int, has_update: bool
) -> None:
    owner = SharedState(sizes)
    other = SharedState(sizes, owner.name)
    try:
        other.write(sequence - 1, arrays_for(sizes, seed + 1, not has_update))
        written = arrays_for(sizes, seed, has_update)
        other.write(sequence, written)
        found = owner.read(sequence)
        assert found is not None
        assert are_equal(found, written)
    finally:
        other.close()
        owner.close()


def test_another_snapshot_than_the_one_told_of_is_not_taken() -> None:
    state = SharedState((4, 3))
    assert state.read(1) is None
    state.write(1, arrays_for((4, 3), 0))
    assert state.read(2) is None
    assert state.read(1) is not None
    state.close()


def test_what_was_read_is_frozen_and_stays_when_the_memory_is_written_again() -> None:
    state = SharedState((4, 3))
    state.write(1, arrays_for((4, 3), 1))
    found = state.read(1)
    assert found is not None
    for array in vars(found).values():
        assert not array.flags.writeable
        assert array.flags.owndata
    state.write(2, arrays_for((4, 3), 2))
    assert are_equal(found, arrays_for((4, 3), 1))
    state.close()
    assert are_equal(found, arrays_for((4, 3), 1))


def test_it_can_be_closed_while_a_snapshot_is_in_use_and_is_gone_then() -> None:
    owner = SharedState((64, 16, 10))
    other = SharedState((64, 16, 10), owner.name)
    other.write(7, arrays_for((64, 16, 10), 0))
    found = owner.read(7)
    name = owner.name
    other.close()
    owner.close()
    assert found is not None
    with pytest.raises(FileNotFoundError):
        SharedMemory(name)
