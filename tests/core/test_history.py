from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.batches import Place
from core.history import Branch, Budget, Change, Checkpoints, Costs, Segment
from core.metrics import Evaluation
from core.recipe import Recipe

quick = settings(deadline=None, max_examples=40)
# So large a network that checkpoints lie 4 steps apart from the start.
LARGE = 10**7


def few_checkpoints(most: int) -> Checkpoints:
    """Checkpoints as of a large network, whose budget holds ``most`` states of 8 bytes."""
    return Checkpoints(LARGE, Budget(most * 8))


@quick
@given(st.integers(0, 3000), st.integers(0, 50))
def test_costs_are_what_was_noted(count: int, dropped: int) -> None:
    costs = Costs()
    for number in range(count):
        costs.note(number, number / 3)
    kept = max(0, count - dropped)
    for _ in range(count - kept):
        costs.drop_last()
    costs.note(kept, -1.0)
    assert costs.values.tolist() == [number / 3 for number in range(kept)] + [-1.0]
    assert len(costs) == kept + 1


def test_a_step_taken_again_costs_nothing_new() -> None:
    costs = Costs(np.array([1.0, 2.0]))
    costs.note(0, 9.0)
    assert costs.values.tolist() == [1.0, 2.0]


def test_costs_go_on_from_given_values() -> None:
    given_values = np.array([1.0, 2.0])
    costs = Costs(given_values)
    costs.note(2, 3.0)
    assert costs.values.tolist() == [1.0, 2.0, 3.0]
    assert given_values.tolist() == [1.0, 2.0]


def test_costs_cannot_be_written_from_outside() -> None:
    costs = Costs(np.array([1.0]))
    with pytest.raises(ValueError, match="read-only"):
        costs.values[0] = 2


@pytest.mark.parametrize(
    ("count", "spacing"), [(1, 100), (1482, 100), (20_000, 100), (79_510, 81), (10**7, 4)]
)
def test_larger_networks_have_nearer_checkpoints(count: int, spacing: int) -> None:
    assert Checkpoints(count).spacing == spacing


@quick
@given(most=st.integers(2, 9), length=st.integers(0, 200))
def test_checkpoints_stay_within_the_budget_and_complete(most: int, length: int) -> None:
    checkpoints = few_checkpoints(most)
    for step in range(length + 1):
        checkpoints.keep(step, np.array([step]))
        assert len(checkpoints.vectors) <= most
    assert sorted(checkpoints.vectors) == list(range(0, length + 1, checkpoints.spacing))
    assert all(vector.tolist() == [step] for step, vector in checkpoints.vectors.items())


@quick
@given(most=st.integers(2, 9), length=st.integers(0, 200), data=st.data())
def test_nearest_is_stored_and_not_after(most: int, length: int, data: st.DataObject) -> None:
    checkpoints = few_checkpoints(most)
    for step in range(length + 1):
        checkpoints.keep(step, np.array([step]))
    asked = data.draw(st.integers(0, length))
    assert checkpoints.nearest(asked) == max(s for s in checkpoints.vectors if s <= asked)


@quick
@given(first=st.integers(2, 40), then=st.integers(1, 40), length=st.integers(0, 200))
def test_another_limit_holds_at_once(first: int, then: int, length: int) -> None:
    checkpoints = few_checkpoints(first)
    for step in range(length + 1):
        checkpoints.keep(step, np.array([step]))
    before = checkpoints.spacing
    checkpoints.budget.limit(then * 8)
    assert len(checkpoints.vectors) <= max(1, then)
    assert sorted(checkpoints.vectors) == list(range(0, length + 1, checkpoints.spacing))
    if then >= first:
        assert checkpoints.spacing == before
    for step in range(length + 1, length + 100):
        checkpoints.keep(step, np.array([step]))
        assert len(checkpoints.vectors) <= max(2, then)


def test_spacing_doubles_only_when_full() -> None:
    checkpoints = few_checkpoints(most=3)
    spacings = []
    for step in range(0, 32, 4):
        checkpoints.keep(step, np.zeros(1))
        spacings.append(checkpoints.spacing)
    assert spacings == [4, 4, 4, 8, 8, 8, 16, 16]


def test_a_checkpoint_is_a_read_only_copy() -> None:
    checkpoints, vector = few_checkpoints(most=3), np.array([1.0, 2.0])
    checkpoints.keep(4, vector)
    vector[0] = 9
    assert checkpoints.vectors[4].tolist() == [1.0, 2.0]
    assert not checkpoints.vectors[4].flags.writeable


def test_a_stored_step_is_not_stored_again() -> None:
    checkpoints = few_checkpoints(most=3)
    checkpoints.keep(4, np.array([1.0]))
    checkpoints.keep(4, np.array([2.0]))
    assert checkpoints.vectors[4].tolist() == [1.0]


def test_until_shares_the_past_and_nothing_else() -> None:
    checkpoints = few_checkpoints(most=9)
    for step in range(0, 21, 4):
        checkpoints.keep(step, np.array([step]))
    past = checkpoints.until(11)
    assert sorted(past.vectors) == [0, 4, 8]
    assert past.vectors[8] is checkpoints.vectors[8]
    past.keep(12, np.array([-1]))
    assert checkpoints.vectors[12].tolist() == [12]


def test_a_fork_has_the_past_and_no_future() -> None:
    checkpoints = few_checkpoints(most=9)
    segments = [
        Segment(step, Place(0, step), Recipe(1.0, 1), changes)
        for step, changes in (
            (0, ()),
            (3, (Change(3, "learning_rate", 1.0),)),
            (6, (Change(6, "learning_rate", 2.0),)),
        )
    ]
    branch = Branch(segments, checkpoints, Costs(np.arange(8.0)))
    for step in (0, 4, 8):
        checkpoints.keep(step, np.array([step]))
    branch.evaluations.add({0: Evaluation(1.0, 0.1), 5: Evaluation(0.5, 0.5)})

    fork = branch.fork(4)
    fork.costs.note(4, -1.0)

    assert (fork.forked_at, fork.parent) == (4, branch)
    assert [segment.step for segment in fork.segments] == [0, 3]
    assert [change.step for change in fork.changes] == [3]
    assert sorted(fork.evaluations) == [0]
    assert sorted(fork.checkpoints.vectors) == [0, 4]
    assert fork.costs.values.tolist() == [0, 1, 2, 3, -1]
    assert branch.costs.values.tolist() == list(range(8))


@settings(deadline=None, max_examples=60)
@given(
    most=st.integers(4, 12),
    plan=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 60)), min_size=1, max_size=12),
)
def test_branches_share_one_budget(most: int, plan: list[tuple[int, int]]) -> None:
    """Whatever is forked and goes on, all together hold no more, and each its beginning."""
    first = few_checkpoints(most)
    branches, lengths = [first], [0]
    first.keep(0, np.zeros(2, np.float32))
    for drawn, steps in plan:
        chosen = drawn % len(branches)
        if len(branches) < 4:
            branches.append(branches[chosen].until(lengths[chosen] // 2))
            lengths.append(lengths[chosen] // 2)
            chosen = len(branches) - 1
        for step in range(lengths[chosen], lengths[chosen] + steps):
            branches[chosen].keep(step, np.full(2, step, np.float32))
        lengths[chosen] += steps
        held = {id(v): v.nbytes for one in branches for v in one.vectors.values()}
        # Each keeps its beginning, and may have had room for one more alone.
        assert sum(held.values()) <= 8 * max(most, 2 * len(branches) + 1)
        for one, length in zip(branches, lengths, strict=True):
            assert 0 in one.vectors
            assert all(step % one.spacing == 0 for step in one.vectors)
            start = one.nearest(length)
            assert one.vectors[start].tolist() == [start, start]
