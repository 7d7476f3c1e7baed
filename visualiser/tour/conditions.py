"""What a chapter notices that was done: one entry each in the table at the foot of this file.

A task's link, ``do:select/1.3``, names the entry and, after a slash, what it is about. An entry
sees the window before and after whatever has happened; many can also be done for the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.history import EDIT
from visualiser.selection import Connection, Neuron
from visualiser.tour.hands import Hands
from visualiser.tour.moment import Moment, is_same_run
from visualiser.tour.place import MOST_STEPS, example_of, number_of, part_of, whole_of
from visualiser.tour.problem import ChapterError
from visualiser.training import messages as m

# Steps that a person takes at once, by holding a key.
_FEW = 30


@dataclass(frozen=True)
class Condition:
    """Something that can be done in the window.

    Attributes
    ----------
    check : callable
        Given what stands after the slash and the line of the file; raises a ChapterError where
        it means nothing here.
    is_done : callable
        Given that text, the moment before, and the one now.
    do : callable or None
        Given that text and `Hands`; None where only the reader can do it.
    """

    check: Callable[[str, int], object]
    is_done: Callable[[str, Moment, Moment], bool]
    do: Callable[[str, Hands], None] | None = None


@dataclass(frozen=True)
class Deed:
    """A condition with what it is about, as ``select/1.3``.

    Attributes
    ----------
    name, about : str
    """

    name: str
    about: str = ""

    @property
    def can_be_done_for_you(self) -> bool:
        """Whether the tour can do it for the reader."""
        is_any_part = self.name == "select" and self.about in _KINDS
        return CONDITIONS[self.name].do is not None and not is_any_part

    def is_done(self, before: Moment, now: Moment) -> bool:
        """Whether it was done between two moments, or holds now."""
        return now.snapshot is not None and CONDITIONS[self.name].is_done(self.about, before, now)

    def do(self, hands: Hands) -> None:
        """Do it, where that can be."""
        action = CONDITIONS[self.name].do
        if action is not None:
            action(self.about, hands)


def deed_of(text: str, line: int = 0) -> Deed:
    """The deed of a link, without ``do:``.

    Raises
    ------
    ChapterError
        Where there is no such condition, or it means nothing.
    """
    name, _, about = text.partition("/")
    if name not in CONDITIONS:
        raise ChapterError(
            "The tour cannot notice “{name}”; write one of {known}.",
            line,
            name=name,
            known=", ".join(CONDITIONS),
        )
    CONDITIONS[name].check(about, line)
    return Deed(name, about)


# -------------------------------------------------------------------- what it is about


def _nothing(about: str, line: int) -> None:
    if about:
        raise ChapterError("“{about}” means nothing here; leave it out.", line, about=about)


def _one_of(*known: str) -> Callable[[str, int], None]:
    def check(about: str, line: int) -> None:
        if about not in known:
            raise ChapterError(
                "“{about}” means nothing here; write one of {known}.",
                line,
                about=about,
                known=", ".join(known),
            )

    return check


_KINDS: dict[str, type] = {"neuron": Neuron, "connection": Connection}


def _selectable(about: str, line: int) -> None:
    if about not in _KINDS:
        part_of(about, line)


def _example_or_nothing(about: str, line: int) -> None:
    if about:
        example_of(about, line)


# -------------------------------------------------------------------- whether it is done


def _is_selected(about: str, _: Moment, now: Moment) -> bool:
    if about in _KINDS:
        return isinstance(now.selection, _KINDS[about])
    return now.selection == part_of(about)


def _moved(before: Moment, now: Moment) -> int:
    """By how many steps a run at rest was moved."""
    if before.snapshot is None or now.snapshot is None or not is_same_run(before, now):
        return 0
    then, here = before.snapshot.progress, now.snapshot.progress
    return 0 if then.playing or here.playing else here.position - then.position


def _went_back(to_start: bool) -> Callable[[str, Moment, Moment], bool]:
    """Whether it went to an earlier step: the start, or one that is neither that nor next to it."""

    def look(_: str, before: Moment, now: Moment) -> bool:
        moved = _moved(before, now)
        at_start = now.snapshot is not None and now.snapshot.progress.position == 0
        return (moved < 0 and at_start) if to_start else (moved < -1 and not at_start)

    return look


def _plays(_: str, __: Moment, now: Moment) -> bool:
    return now.snapshot is not None and now.snapshot.progress.playing


def _has_reached(about: str, before: Moment, now: Moment) -> bool:
    if now.snapshot is None or not is_same_run(before, now):
        return False
    return now.snapshot.progress.position >= int(about)


def _is_in_phase(about: str, _: Moment, now: Moment) -> bool:
    return now.phase is not None and about in ("", now.phase.kind)


def _edits(moment: Moment, is_bias: bool) -> int:
    """How many weights, or biases, were set by hand."""
    changes = () if moment.snapshot is None else moment.snapshot.progress.changes
    values = (one.value for one in changes if one.name == EDIT)
    return sum((getattr(value, "origin", 0) is None) == is_bias for value in values)


def _edited(is_bias: bool) -> Callable[[str, Moment, Moment], bool]:
    def look(_: str, before: Moment, now: Moment) -> bool:
        return is_same_run(before, now) and _edits(now, is_bias) > _edits(before, is_bias)

    return look


def _rate_changed(_: str, before: Moment, now: Moment) -> bool:
    then, here = before.snapshot, now.snapshot
    if then is None or here is None or not is_same_run(before, now):
        return False
    return then.progress.learning_rate != here.progress.learning_rate


def _undone(_: str, before: Moment, now: Moment) -> bool:
    then, here = before.snapshot, now.snapshot
    if then is None or here is None or not is_same_run(before, now):
        return False
    return len(here.progress.changes) < len(then.progress.changes)


def _shows(about: str, before: Moment, now: Moment) -> bool:
    then, here = before.snapshot, now.snapshot
    if here is None:
        return False
    example = here.progress.example
    if about:
        return (example.split, example.index) == example_of(about)
    return then is not None and then.progress.example != example


def _is_read(moment: Moment, is_right: bool) -> bool:
    """Whether the shown example is known, and read so."""
    snapshot = moment.snapshot
    if snapshot is None or snapshot.progress.example.label is None:
        return False
    return (snapshot.answer == snapshot.progress.example.label) == is_right


def _finds_misread(_: str, before: Moment, now: Moment) -> bool:
    """Whether another example is shown, and read wrong."""
    return _shows("", before, now) and _is_read(now, is_right=False)


def _becomes_right(_: str, before: Moment, now: Moment) -> bool:
    """Whether another example is shown and read right, or the one that was read wrong is."""
    is_new = _is_read(before, is_right=False) or _shows("", before, now)
    return is_new and _is_read(now, is_right=True)


def _shows_own(_: str, __: Moment, now: Moment) -> bool:
    return now.snapshot is not None and now.snapshot.progress.example.own is not None


def _is_accurate(about: str, _: Moment, now: Moment) -> bool:
    measured = now.current
    return measured is not None and 100 * measured.test.accuracy >= float(about)


def _costs_less(about: str, _: Moment, now: Moment) -> bool:
    measured = now.current
    return measured is not None and measured.test.cost < float(about)


# -------------------------------------------------------------------- doing it


def _select(about: str, hands: Hands) -> None:
    if about not in _KINDS:
        hands.select(part_of(about))


def _sends(command: m.Command) -> Callable[[str, Hands], None]:
    return lambda _, hands: hands.send(command)


def _triggers(action: str) -> Callable[[str, Hands], None]:
    return lambda _, hands: hands.trigger(action)


def _show_example(about: str, hands: Hands) -> None:
    if not about:
        hands.trigger("next_example")
        return
    split, index = example_of(about)
    hands.send(m.ShowExample("stay", split, index=index))


CONDITIONS: dict[str, Condition] = {
    "select": Condition(_selectable, _is_selected, _select),
    "step": Condition(
        _nothing, lambda _, before, now: 1 <= _moved(before, now) <= _FEW, _sends(m.Move(1))
    ),
    "back": Condition(
        _nothing, lambda _, before, now: -_FEW <= _moved(before, now) <= -1, _sends(m.Move(-1))
    ),
    "travel": Condition(_nothing, _went_back(to_start=False)),
    "start": Condition(_nothing, _went_back(to_start=True), _sends(m.GoTo(0))),
    "play": Condition(_nothing, _plays, _sends(m.Play())),
    "reach": Condition(lambda about, line: whole_of(about, 1, MOST_STEPS, line), _has_reached),
    "phase": Condition(
        _one_of("", "batch", "forward", "cost", "backward", "update", "done"),
        _is_in_phase,
        _triggers("phase"),
    ),
    "predict": Condition(_nothing, lambda _, __, now: now.guess is not None),
    "lines": Condition(
        _one_of("weight", "flow", "slope", "change", "since"),
        lambda about, _, now: now.lines == about,
        lambda about, hands: hands.show_lines(about),
    ),
    "weight": Condition(_nothing, _edited(is_bias=False)),
    "bias": Condition(_nothing, _edited(is_bias=True)),
    "rate": Condition(_nothing, _rate_changed),
    "undo": Condition(_nothing, _undone, _triggers("undo")),
    "example": Condition(_example_or_nothing, _shows, _show_example),
    "right": Condition(_nothing, _becomes_right),
    "misread": Condition(
        _nothing, _finds_misread, _sends(m.ShowExample("next", misread_only=True))
    ),
    "own": Condition(_nothing, _shows_own, _triggers("noise")),
    "accuracy": Condition(lambda about, line: number_of(about, line, 100), _is_accurate),
    "cost": Condition(lambda about, line: number_of(about, line, 1000), _costs_less),
}
