"""A drag is one entry of the run, and takes back no other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core import Edit
from tests.visualiser.states import new_run
from visualiser.training.dragging import Dragging
from visualiser.training.messages import SetParameter

# Few values, so that drags often go back to where they began.
VALUES = st.sampled_from([0.25, 0.5, 0.75])
ACTS = st.one_of(
    st.tuples(st.just("set"), VALUES, st.booleans()),
    st.tuples(st.just("give up"), st.just(0.0), st.just(value=False)),
    st.tuples(st.just("step"), st.just(0.0), st.just(value=False)),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(ACTS, max_size=12))
def test_whatever_is_dragged_what_was_set_before_stays(acts: list[tuple[str, float, bool]]) -> None:
    run, dragging = new_run(), Dragging()
    # Of a blank pixel, so that no step moves it: the first is set once and for all.
    run.edit(1, 2, 0, 0.5)
    [first] = run.changes
    for act, value, goes_on in acts:
        if act == "set":
            dragging.set_parameter(run, SetParameter(1, 2, 0, value, goes_on))
            assert run.network.weights[0][2, 0] == value
        elif act == "step":
            run.step()
        elif dragging.is_newest(run):
            run.undo()
        assert run.changes[0] is first


@given(st.lists(VALUES, min_size=1, max_size=6))
@settings(deadline=None, max_examples=40)
def test_a_drag_is_one_entry_and_none_where_it_ends_as_it_began(values: list[float]) -> None:
    run, dragging = new_run(), Dragging()
    run.edit(1, 2, 3, 0.5)
    before = run.network.parameters.vector.copy()
    for number, value in enumerate(values):
        dragging.set_parameter(run, SetParameter(1, 2, 3, value, number > 0))
    made = [change.value for change in run.changes[1:]]
    assert made == ([] if values[-1] == 0.5 else [Edit(1, 2, 3, values[-1])])
    assert dragging.is_newest(run) == bool(made)
    if made:
        run.undo()
    assert (run.network.parameters.vector == before).all()


def test_another_weight_is_another_drag() -> None:
    run, dragging = new_run(), Dragging()
    dragging.set_parameter(run, SetParameter(1, 2, 3, 0.5))
    dragging.set_parameter(run, SetParameter(1, 2, None, 0.75, goes_on=True))
    assert [change.value for change in run.changes] == [Edit(1, 2, 3, 0.5), Edit(1, 2, None, 0.75)]
