"""Where things stand on the timeline: steps, branches, ticks; and how it asks for steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise, takewhile

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from core.history import Change
from tests.visualiser.states import trained
from visualiser.timeline.flags import flags_of, stride_for, strides, thinned, tick_stride
from visualiser.timeline.gate import Journey, JourneyGate
from visualiser.timeline.scale import TimeScale, span_of
from visualiser.timeline.scene import MARGIN, Scene, lay_out, small
from visualiser.timeline.tree import own_steps, rows_of
from visualiser.training import messages as m
from visualiser.training.branch_news import Branches, BranchInfo, Stretch

# -------------------------------------------------------------------- steps and pixels

scales = st.builds(
    lambda left, width, span: TimeScale(left, left + width, span),
    st.floats(0, 100),
    st.floats(50, 4000),
    st.integers(1, 10**7),
)


@given(scales, st.data())
@settings(deadline=None)
def test_a_step_lies_where_the_same_step_is_found(scale: TimeScale, data: st.DataObject) -> None:
    step = data.draw(st.integers(0, scale.span))
    assert scale.left <= scale.x(step) <= scale.right + 1e-6
    assert scale.step(scale.x(step)) == step


@given(scales, st.floats(-100, 5000))
@settings(deadline=None)
def test_no_step_is_nearer_to_a_place_than_the_one_found_there(scale: TimeScale, x: float) -> None:
    step = scale.step(x)
    assert 0 <= step <= scale.span
    near = [other for other in (step - 1, step + 1) if 0 <= other <= scale.span]
    assert all(abs(scale.x(step) - x) <= abs(scale.x(other) - x) + 1e-6 for other in near)


@given(st.integers(0, 10**9))
@settings(deadline=None)
def test_a_track_holds_the_run_and_is_nearly_full(length: int) -> None:
    span = span_of(length)
    assert span >= max(length, 50)
    assert span == 50 or span <= 1.125 * length + 1
    assert span_of(span) == span


# -------------------------------------------------------------------- branches


def info(number: int, parent: int | None, forked_at: int | None, length: int) -> BranchInfo:
    stretches = (Stretch(0, 0, 0, 10),)
    return BranchInfo(number, "", parent, forked_at, length, (), stretches, None)


@st.composite
def forests(draw: st.DrawFn) -> tuple[Branches, list[list[int]]]:
    """Branches, and of each the steps that it consists of, by numbers of their own."""
    fresh = iter(range(10**6))
    steps = [[next(fresh) for _ in range(draw(st.integers(0, 12)))]]
    infos = [info(0, None, None, len(steps[0]))]
    for number in range(1, draw(st.integers(1, 9))):
        parent = draw(st.integers(0, number - 1))
        forked_at = draw(st.integers(0, len(steps[parent])))
        own = [next(fresh) for _ in range(draw(st.integers(0, 8)))]
        steps.append(steps[parent][:forked_at] + own)
        infos.append(info(number, parent, forked_at, len(steps[-1])))
    return Branches(tuple(infos), draw(st.integers(0, len(infos) - 1))), steps


def shared(one: list[int], other: list[int]) -> int:
    same = [a == b for a, b in zip(one, other, strict=False)]
    return [*same, False].index(False)


@given(forests())
@settings(deadline=None)
def test_every_branch_leaves_another_where_their_steps_part(
    forest: tuple[Branches, list[list[int]]],
) -> None:
    branches, steps = forest
    rows = rows_of(branches)
    assert rows[0].info.number == branches.present
    assert sorted(row.info.number for row in rows) == list(range(len(steps)))
    for place, row in enumerate(rows[1:], 1):
        assert row.leaves < place
        mine = steps[row.info.number]
        there = rows[row.leaves]
        assert row.starts_at == shared(mine, steps[there.info.number])
        assert row.starts_at >= there.starts_at
        assert row.parts_at == shared(mine, steps[branches.present])
        between = rows[row.leaves + 1 : place]
        # No line crosses another.
        assert all(other.starts_at >= row.starts_at for other in between)


@given(forests())
@settings(deadline=None)
def test_steps_that_only_one_branch_has_are_counted(
    forest: tuple[Branches, list[list[int]]],
) -> None:
    branches, steps = forest
    for number, mine in enumerate(steps):
        others = {step for n, theirs in enumerate(steps) if n != number for step in theirs}
        assert own_steps(branches, number) == len(set(mine) - others)


# -------------------------------------------------------------------- flags and ticks


@given(st.lists(st.integers(0, 5000), max_size=30), st.integers(100, 2000))
@settings(deadline=None)
def test_flags_keep_their_distance_and_lose_no_change(steps: list[int], width: int) -> None:
    scale = TimeScale(16, 16 + width, 5000)
    changes = [Change(step, "learning_rate", 0.1) for step in sorted(steps)]
    flags = flags_of(changes, scale)
    assert [change for flag in flags for change in flag.changes] == changes
    places = [scale.x(flag.step) for flag in flags]
    assert all(np.diff(places) >= 14)
    assert all(scale.x(c.step) - scale.x(f.step) < 14 for f in flags for c in f.changes)


@st.composite
def rows_of_steps(draw: st.DrawFn) -> tuple[range, ...]:
    """Steps in rows, each of which follows evenly; some rows are empty."""
    rows, after = [], 0
    for _ in range(draw(st.integers(1, 6))):
        first, apart = after + draw(st.integers(0, 30)), draw(st.integers(1, 40))
        rows.append(range(first, first + draw(st.integers(0, 400)), apart))
        after = rows[-1][-1] + 1 if rows[-1] else after
    return tuple(rows)


@given(rows_of_steps(), st.integers(1, 60))
@settings(deadline=None)
def test_thinned_rows_have_every_so_manieth_of_all_steps(
    rows: tuple[range, ...], stride: int
) -> None:
    assert [*chain(*thinned(rows, stride))] == [*chain(*rows)][::stride]


@given(rows_of_steps(), st.floats(0.01, 20), st.floats(5, 90))
@settings(deadline=None)
def test_strides_are_even_and_leave_room(
    rows: tuple[range, ...], pixels: float, room: float
) -> None:
    scale = TimeScale(0.0, 3000 * pixels, 3000)
    places = np.array([*chain(*rows)], float) * pixels
    numbered = stride_for(rows, scale, room)
    assert str(numbered).rstrip("0") in ("1", "2", "5")
    assert all(np.diff(places[::numbered]) >= room - 1e-6)
    smaller = [s for s in takewhile(lambda s: s < numbered, strides()) if s < len(places)]
    assert all(np.diff(places[::s]).min() <= room + 1e-6 for s in smaller)
    ticks = tick_stride(rows, scale, numbered)
    assert numbered % ticks == 0
    assert ticks == numbered or all(np.diff(places[::ticks]) >= 5 - 1e-6)


def simulated_starts(sizes: list[tuple[int, int]], examples: int, length: int) -> list[int]:
    """The steps at which epochs begin, by taking every mini-batch."""
    starts, offset = [], 0
    for step in range(length + 1):
        size = next(size for first, size in reversed(sizes) if first <= step)
        if offset == 0:
            starts.append(step)
        offset += size
        if offset >= examples:
            offset = 0
    return starts


def stretches_of(sizes: list[tuple[int, int]], examples: int) -> tuple[Stretch, ...]:
    """What the process tells of mini-batches of these sizes from these steps on."""
    made, epoch, offset = [], 0, 0
    for step in range(sizes[-1][0] + 1):
        size = next(size for first, size in reversed(sizes) if first <= step)
        if step in dict(sizes):
            made.append(Stretch(step, epoch, offset, size))
        offset += size
        if offset >= examples:
            epoch, offset = epoch + 1, 0
    return tuple(made)


@given(
    st.dictionaries(st.integers(1, 300), st.integers(5, 60), max_size=4),
    st.integers(40, 120),
    st.integers(1, 400),
)
@settings(deadline=None)
def test_ticks_stand_where_epochs_begin(
    qapp: QApplication, later: dict[int, int], examples: int, length: int
) -> None:
    sizes = [(0, 10), *sorted((step, size) for step, size in later.items() if step <= length)]
    branch = BranchInfo(0, "", None, None, length, (), stretches_of(sizes, examples), None)
    rows = rows_of(Branches((branch,), 0))
    scene = lay_out(rows, length, span_of(length), examples, 900, qapp.font(), (0, 0))
    starts = simulated_starts(sizes, examples, length)
    stride = -(-len(starts) // len(scene.ticks))
    expected = [scene.scale.x(step) for step in starts]
    found = [tick.x for tick in scene.ticks]
    stride = next(s for s in range(stride, len(starts) + 1) if len(starts[::s]) == len(found))
    assert np.allclose(found, expected[::stride])
    for index, tick in enumerate(scene.ticks[1:], 1):
        assert tick.text.removeprefix("epoch ").replace(",", "") in ("", str(index * stride))


def test_of_more_epochs_than_could_be_counted_out_only_the_ticks_are_made(
    qapp: QApplication,
) -> None:
    """With mini-batches as large as the data, every step is an epoch."""
    length = 10**15
    stretches = (Stretch(0, 0, 0, 10), Stretch(1003, 100, 30, 100))
    branch = BranchInfo(0, "", None, None, length, (), stretches, None)
    rows = rows_of(Branches((branch,), 0))
    scene = lay_out(rows, length, span_of(length), 100, 900, qapp.font(), (0, 0))
    assert 5 < len(scene.ticks) < 200
    for index, tick in enumerate(scene.ticks):
        # Step 1003 is in the midst of epoch 100; from the next one on an epoch is a step.
        number = index * 10**13
        step = 0 if not index else 1004 + number - 101
        assert abs(tick.x - scene.scale.x(step)) < 1e-6
        assert tick.text.removeprefix("epoch ").replace(",", "") in ("", "untrained", str(number))


def test_texts_do_not_run_into_each_other(qapp: QApplication) -> None:
    for scene in scenes(qapp):
        metrics = Metrics(qapp)
        texts = [tick for tick in scene.ticks if tick.text]
        ends = [tick.text_left + metrics.width(tick.text) for tick in texts]
        starts = [tick.text_left for tick in texts]
        assert all(end <= start for end, start in zip(ends[:-1], starts[1:], strict=True))
        marks = scene.flags
        assert all(a.x + a.width <= b.x for a, b in pairwise(marks))
        for row in scene.seen:
            box = scene.end_box(row)
            assert box.left() + metrics.width(scene.ends[row - 1]) <= scene.width - MARGIN + 1


class Metrics:
    """How wide a text of the timeline is."""

    def __init__(self, app: QApplication) -> None:
        self._metrics = QFontMetricsF(small(app.font()))

    def width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)


def scenes(app: QApplication) -> Iterator[Scene]:
    for length in (1, 60, 3000, 1_000_000):
        changes = tuple(
            Change(length * k // 7, "learning_rate", 0.1 * k) for k in (0, 1, 1, 2, 5, 7)
        )
        stretches = (Stretch(0, 0, 0, 10), Stretch(length // 2, length // 288, 0, 30))
        first = BranchInfo(0, "", None, None, length, changes, stretches, None)
        named = BranchInfo(1, "n" * 200, 0, length // 3, length, changes, stretches, None)
        third = info(2, 1, length // 2, max(1, length // 2))
        for width in (640, 896, 1500):
            for some in ((first,), (first, named, third)):
                rows = rows_of(Branches(some, 0))
                span = span_of(length)
                yield lay_out(rows, length, span, 1437, width, app.font(), (0, len(some) - 1))


# -------------------------------------------------------------------- asking for steps


class Channel:
    """The process, and a pipe each way; at most one snapshot is on its way."""

    def __init__(self) -> None:
        self.inbox: list[Journey] = []
        self.outbox: list[m.Progress] = []
        self.position = 0
        self.is_dirty = False
        self.most = 0
        self.gate = JourneyGate(self.send)

    def send(self, command: Journey) -> None:
        self.inbox.append(command)
        self.most = max(self.most, len(self.inbox))

    def work(self, plays: bool = False) -> None:
        for command in self.inbox:
            assert command.step is not None
            self.position = command.step
            self.is_dirty = True
        if plays and not self.inbox:
            self.position += 1
            self.is_dirty = True
        self.inbox.clear()
        if self.is_dirty and not self.outbox:
            base = trained(1).progress
            self.outbox.append(m.Progress(**{**vars(base), "position": self.position}))
            self.is_dirty = False

    def show(self) -> None:
        if self.outbox:
            self.gate.note(self.outbox.pop())


@given(st.lists(st.one_of(st.sampled_from(["work", "play", "show"]), st.integers(0, 50))))
@settings(deadline=None)
def test_however_slow_the_run_is_it_ends_where_it_was_wanted_last(acts: list[str | int]) -> None:
    channel = Channel()
    wishes = [act for act in acts if isinstance(act, int)]
    for act in acts:
        if isinstance(act, int):
            channel.gate.ask(m.GoTo(act))
        elif act == "show":
            channel.show()
        else:
            # Somebody else may take steps meanwhile, as long as nothing is wanted.
            channel.work(act == "play" and not channel.gate.is_waiting)
    for _ in range(6):
        channel.work()
        channel.show()
    assert not channel.gate.is_waiting
    # Where training comes by the step that is wanted, that looks like having been sent there.
    assert channel.most <= (2 if "play" in acts else 1)
    if wishes and "play" not in acts:
        assert channel.position == wishes[-1]


def test_a_wish_on_another_branch_is_not_forgotten_for_a_later_step() -> None:
    sent: list[Journey] = []
    gate = JourneyGate(sent.append)
    for wish in (m.GoTo(3), m.SwitchTo(1, 5), m.GoTo(6), m.GoTo(7)):
        gate.ask(wish)
    assert sent == [m.GoTo(3)]
    gate.note_refused(m.GoTo(4))
    assert sent == [m.GoTo(3)]
    gate.note_refused(m.GoTo(3))
    assert sent == [m.GoTo(3), m.SwitchTo(1, 7)]
    gate.forget()
    gate.ask(m.GoTo(9))
    assert sent[-1] == m.GoTo(9)


def test_the_same_snapshot_shown_twice_is_no_answer() -> None:
    sent: list[Journey] = []
    gate = JourneyGate(sent.append)
    shown = trained(1).progress
    gate.note(shown)
    gate.ask(m.GoTo(0))
    gate.ask(m.GoTo(1))
    for _ in range(3):
        gate.note(shown)
    assert sent == [m.GoTo(0)]
