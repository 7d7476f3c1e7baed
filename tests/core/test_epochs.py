"""Where epochs begin: as if every mini-batch had been taken, one after the other."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Run, RunSettings, load_dataset
from core.batches import Place
from core.epochs import Epochs

# The size of the mini-batches from the first step on, and changes: after how many steps, to what.
Plan = tuple[int, list[tuple[int, int]]]
plans = st.tuples(
    st.integers(1, 40),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=6),
)


def simulated(
    plan: Plan, examples: int, length: int
) -> tuple[list[int], list[float], list[tuple[int, Place, int]]]:
    """Steps at which epochs begin, epochs done at each step, and the stretches."""
    size, changes = plan
    stretches = [(0, Place(0, 0), size)]
    at = np.cumsum([wait for wait, _ in changes]).tolist()
    epoch = offset = 0
    starts, done = [], []
    for step in range(length + 1):
        for changed_at, (_, new) in zip(at, changes, strict=True):
            if changed_at == step:
                size = new
                stretches.append((step, Place(epoch, offset), size))
        if offset == 0:
            starts.append(step)
        done.append(epoch + offset / examples)
        offset += size
        if offset >= examples:
            epoch, offset = epoch + 1, 0
    return starts, done, stretches


@given(plans, st.integers(1, 60), st.integers(0, 400))
@settings(deadline=None)
def test_epochs_begin_where_a_simulation_of_every_batch_says(
    plan: Plan, examples: int, length: int
) -> None:
    # Stretches that begin after the last step are told as well, as of a future that was taken.
    starts, done, stretches = simulated(plan, examples, 800)
    epochs = Epochs(stretches, examples)
    assert [*chain(*epochs.starts(length))] == [step for step in starts if step <= length]
    assert epochs.done_at(length) == done[length]
    assert epochs.start_before(length) == max([s for s in starts if s < length], default=0)
    assert epochs.start_after(length) == min(s for s in starts if s > length)


@pytest.fixture(scope="module")
def digits() -> Dataset:
    return load_dataset("digits")


def test_a_run_agrees(digits: Dataset) -> None:
    run: Run = RunSettings().new_run(digits)
    places, begun = [], []
    for changed_at, size in ((100, 30), (160, 30), (161, 1000), (170, 10)):
        while run.position < changed_at:
            places.append(run.epochs_done)
            begun += [run.position] * (run.epochs_done == run.epoch)
            run.step()
        run.set_batch_size(size)
        run.set_learning_rate(0.1 + size / 1000)
    epochs = Epochs.of(run.branch, len(digits.train))
    assert [epochs.done_at(step) for step in range(170)] == places
    assert [*chain(*epochs.starts(169))] == begun
    assert epochs.start_after(170) == 170 + run.steps_to_epoch_end
