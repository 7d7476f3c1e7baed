from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Network, Run, load_dataset
from core.batches import BatchOrder, Place

counts = st.integers(1, 60)
batch_sizes = st.integers(1, 70)
seeds = st.integers(0, 2**63 - 1)
quick = settings(deadline=None, max_examples=60)


def batches_of_epoch(order: BatchOrder, epoch: int, batch_size: int) -> list[list[int]]:
    starts = range(0, order.example_count, batch_size)
    return [order.indices(Place(epoch, start), batch_size).tolist() for start in starts]


def one_after(place: Place, batch_size: int, count: int) -> Place:
    offset = place.offset + batch_size
    return Place(place.epoch, offset) if offset < count else Place(place.epoch + 1, 0)


@quick
@given(counts, batch_sizes, seeds, st.integers(0, 1000))
def test_an_epoch_uses_every_example_once(count: int, size: int, seed: int, epoch: int) -> None:
    order = BatchOrder(count, seed)
    batches = batches_of_epoch(order, epoch, size)
    assert sorted(itertools.chain(*batches)) == list(range(count))
    assert all(len(batch) == size for batch in batches[:-1])
    assert len(batches) == order.steps_per_epoch(size)


@quick
@given(counts, batch_sizes, st.data())
def test_after_is_stepping_one_by_one(count: int, size: int, data: st.DataObject) -> None:
    order = BatchOrder(count, seed=0)
    place = start = Place(data.draw(st.integers(0, 3)), data.draw(st.integers(0, count - 1)))
    for steps in range(20):
        assert order.after(start, steps, size) == place
        place = one_after(place, size, count)


@quick
@given(counts, batch_sizes, st.data())
def test_steps_to_epoch_end(count: int, size: int, data: st.DataObject) -> None:
    order = BatchOrder(count, seed=0)
    start = Place(2, data.draw(st.integers(0, count - 1)))
    left = order.steps_to_epoch_end(start, size)
    assert order.after(start, left - 1, size).epoch == 2
    assert order.after(start, left, size) == Place(3, 0)


@quick
@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), seeds)
def test_the_order_of_asking_does_not_matter(epochs: list[int], seed: int) -> None:
    asked_at_random = BatchOrder(11, seed)
    for epoch in epochs:
        fresh = BatchOrder(11, seed)
        assert batches_of_epoch(asked_at_random, epoch, 3) == batches_of_epoch(fresh, epoch, 3)


def test_seeds_and_epochs_give_other_orders() -> None:
    places = itertools.product(range(5), range(5))
    orders = {tuple(BatchOrder(50, s).indices(Place(e, 0), 50).tolist()) for s, e in places}
    assert len(orders) == 25


@pytest.mark.parametrize("epoch", [0, 1, 7])
def test_it_is_the_documented_permutation(epoch: int) -> None:
    expected = np.random.default_rng([5, epoch]).permutation(20)
    assert BatchOrder(20, 5).indices(Place(epoch, 0), 20).tolist() == expected.tolist()


def test_numpys_global_generator_is_untouched() -> None:
    def state() -> str:
        return repr(np.random.get_state())  # noqa: NPY002 (what must not change)

    before = state()
    run = Run(Network((64, 16, 10), seed=1), load_dataset("digits"), seed=2)
    run.steps(150)
    run.go_to(3)
    assert state() == before
