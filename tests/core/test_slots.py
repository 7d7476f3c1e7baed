"""Slots: copies that stay as they are while others come and go, in no more memory than needed."""

from __future__ import annotations

import gc
import mmap
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import slots as module
from core.slots import Slots

kinds = st.sampled_from([np.dtype(np.float32), np.dtype(np.float64)])
# A vector of this length and type is added, or one of those that are there goes.
deeds = st.lists(st.tuples(st.booleans(), st.integers(1, 40), kinds, st.integers(0, 1000)))


def taken(slots: Slots) -> int:
    """Bytes of all its blocks."""
    return sum(len(b.memory) for blocks in slots._blocks.values() for b in blocks)


@given(deeds)
def test_whoever_comes_and_goes_each_copy_stays_as_it_is(
    deeds: list[tuple[bool, int, np.dtype[Any], int]],
) -> None:
    slots, random = Slots(), np.random.default_rng(0)
    there: list[tuple[npt.NDArray[Any], npt.NDArray[Any]]] = []
    for is_added, length, kind, number in deeds:
        if is_added:
            vector = random.random(length).astype(kind)
            there.append((vector, slots.copy(vector)))
        elif there:
            del there[number % len(there)]
        for vector, copy in there:
            assert copy.dtype == vector.dtype
            assert copy.tobytes() == vector.tobytes()


def test_parts_are_one_vector_that_nobody_writes_to() -> None:
    parts = np.ones(3, np.float32), np.full(2, 1 / 3)
    copy = Slots().copy(*parts)
    assert copy.dtype == np.float64
    assert copy.tolist() == [1, 1, 1, 1 / 3, 1 / 3]
    with pytest.raises(ValueError, match="read-only"):
        copy[0] = 2


def test_a_view_of_a_copy_keeps_it() -> None:
    slots = Slots()
    views = [slots.copy(np.full(10, number))[2:4].reshape(2, 1) for number in range(50)]
    others = [slots.copy(np.full(10, -1)) for _ in range(50)]
    assert [view.tolist() for view in views] == [[[n], [n]] for n in range(50)]
    assert len(others) == 50


def test_slots_serve_again_and_what_nobody_has_is_given_back() -> None:
    slots, vector = Slots(), np.zeros(1000)
    there = [slots.copy(vector) for _ in range(1000)]
    full = taken(slots)
    assert full <= 1.2 * 1000 * vector.nbytes
    for _ in range(5):
        # As checkpoints become fewer, and then more.
        del there[1::2]
        there += [slots.copy(vector) for _ in range(1000 - len(there))]
        assert taken(slots) == full
    there.clear()
    assert taken(slots) == 0


def test_few_small_vectors_take_little() -> None:
    slots = Slots()
    first = slots.copy(np.zeros(100))
    assert taken(slots) <= 16 * first.nbytes


def test_a_vector_may_be_larger_than_a_block() -> None:
    slots = Slots()
    vector = np.arange(module._BLOCK // 8 + 5, dtype=np.float64)
    assert np.array_equal(slots.copy(vector), vector)


def test_where_there_is_no_memory_it_is_said_as_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(12, "Cannot allocate memory")

    slots = Slots()
    slots.copy(np.zeros(10))
    monkeypatch.setattr(mmap, "mmap", refuse)
    with pytest.raises(MemoryError):
        slots.copy(np.zeros(20))


def test_copies_outlive_their_slots() -> None:
    vector = np.arange(10.0)
    copy = Slots().copy(vector)
    gc.collect()
    assert np.array_equal(copy, vector)
    del copy
