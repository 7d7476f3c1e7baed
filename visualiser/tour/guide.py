"""Guide: follows what happens in the window, notices what is done, and leads to states."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from visualiser.phase_view import PhaseView
from visualiser.selection import Selection
from visualiser.tour.chapter import Chapter, Question
from visualiser.tour.conditions import Deed
from visualiser.tour.formulas import Scene
from visualiser.tour.hands import Hands
from visualiser.tour.marks import Marks
from visualiser.tour.moment import Moment
from visualiser.tour.place import State
from visualiser.training import messages as m
from visualiser.training.order_questions import IsObeyed
from visualiser.training.snapshot import Snapshot


class Guide(QObject):
    """The tour without its panel.

    Parameters
    ----------
    hands : Hands
        What can be done in the window for the reader.
    parent : QObject

    Signals
    -------
    changed
        Something is done, or the window is in another state.
    done (Task)
        A task was noticed to be done.
    arrived (State)
        The window is in the state that was asked for.
    """

    changed = Signal()
    done = Signal(object)
    arrived = Signal(object)

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._chapters: tuple[Chapter, ...] = ()
        self._place = 0
        self._folder: Path | None = None
        self._moment = Moment()
        self._sought: State | None = None
        # What is asked behind the commands that lead there; None where the window is on no way.
        self._asked: IsObeyed | None = None
        self._is_obeyed = False
        self._numbers = count()
        self._is_open = False
        self.marks = Marks()

    # ---------------------------------------------------------------- chapters

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All of them."""
        return self._chapters

    @property
    def place(self) -> int:
        """Which one is read, from 0."""
        return self._place

    @property
    def chapter(self) -> Chapter | None:
        """The one that is read; None before there are any."""
        return self._chapters[self._place] if self._chapters else None

    @property
    def folder(self) -> Path | None:
        """Where they are from; None for the program's own."""
        return self._folder

    def take(
        self,
        chapters: Iterable[Chapter],
        marks: Marks,
        begin: str = "",
        folder: Path | None = None,
    ) -> None:
        """Read these chapters, from the one of this id on; without a folder, the program's own."""
        self._sought = None
        self._chapters, self.marks, self._folder = tuple(chapters), marks, folder
        ids = [chapter.id for chapter in self._chapters]
        self._place = ids.index(begin) if begin in ids else 0
        self._look(self._moment)
        self.changed.emit()

    def turn_to(self, place: int) -> None:
        """Read another chapter."""
        if 0 <= place < len(self._chapters):
            self._place, self._sought = place, None
            self._look(self._moment)
            self.changed.emit()

    def set_open(self, is_open: bool) -> None:
        """Notice what is done, or nothing while the tour is closed."""
        self._is_open = is_open
        if is_open:
            self._look(self._moment)
        else:
            self.give_up()

    # ---------------------------------------------------------------- states

    @property
    def seeks(self) -> bool:
        """Whether the window is on its way to a state."""
        return self._sought is not None

    def lead_to(self, state: State) -> None:
        """Put the window into a state; the user's own run is put aside for that."""
        self._sought = state
        shown = self._moment.snapshot
        if shown is not None and shown.sizes != state.settings.layers:
            # What is asked of a neuron must not be answered by a network that has no such one.
            self._hands.select(None)
        self._hands.send(m.Visit(state.settings, state.step))
        if state.example is not None:
            split, index = state.example
            self._hands.send(m.ShowExample("stay", split, index=index))
        self._asked, self._is_obeyed = IsObeyed(next(self._numbers)), False
        self._hands.send(m.Ask(self._asked))
        self.changed.emit()

    def give_up(self) -> None:
        """Seek no state any more; what the window shows, or is about to, stays."""
        if self._sought is not None:
            self._sought = None
            self.changed.emit()

    def do(self, deed: Deed) -> None:
        """Do something for the reader."""
        deed.do(self._hands)

    # ---------------------------------------------------------------- questions

    def can_answer(self, question: Question) -> bool:
        """Whether the window shows what the question is about."""
        return self.right_key(question) is not None

    def is_there(self, state: State | None) -> bool:
        """Whether the window is in a state; None is anywhere."""
        snapshot = self._moment.snapshot
        return state is None or (snapshot is not None and state.fits(snapshot))

    def right_key(self, question: Question) -> str | None:
        """The key of the right answer; None where the window does not show it."""
        right, snapshot = question.right, self._moment.snapshot
        if isinstance(right, str):
            return right
        if snapshot is None or not self.is_there(question.state):
            return None
        measured = self._moment.current
        key = right.value(Scene(snapshot, None if measured is None else measured.test))
        return key if key in {option.key for option in question.options} else None

    def note_answered(self, question: int) -> None:
        """A question of this chapter was answered."""
        if self.chapter is not None:
            self.marks.note_answered(self.chapter, question)
            self.changed.emit()

    # ---------------------------------------------------------------- what it hears

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The window shows another state."""
        before = self._moment.snapshot
        self._notice(self._moment.with_changes(snapshot=snapshot))
        if before is None or _key(before) != _key(snapshot):
            self.changed.emit()

    @Slot(object)
    def show_selection(self, selection: Selection) -> None:
        """Something else is selected; None for nothing."""
        self._notice(self._moment.with_changes(selection=selection))

    @Slot(object)
    def show_measured(self, measured: m.Measured) -> None:
        """Cost and accuracy were measured."""
        self._notice(self._moment.with_changes(measured=measured))
        self.changed.emit()

    @Slot(object)
    def show_phase(self, view: PhaseView | None) -> None:
        """Another phase of a step is shown; None for none."""
        phase = None if view is None or view.step is None else view.phase
        guess = None if view is None else view.guess
        self._notice(self._moment.with_changes(phase=phase, guess=guess))

    def show_lines(self, quantity: str) -> None:
        """The lines show this."""
        self._notice(self._moment.with_changes(lines=quantity))

    @Slot(object)
    def show_run(self, _: m.RunDescription) -> None:
        """Another run is there: what was measured is not of it."""
        self._moment = self._moment.with_changes(measured=None)

    @Slot(object, object)
    def note_refused(self, _: object, command: m.Command | None) -> None:
        """A command was not obeyed."""
        # Of anything else it is seen in the next state whether it led there all the same.
        if isinstance(command, m.Visit):
            self.give_up()

    @Slot(object)
    def note_answer(self, answered: m.Answered) -> None:
        """What leads to a state is obeyed: the next snapshot is of it, or it is gone already."""
        self._is_obeyed = self._is_obeyed or answered.question == self._asked

    @Slot()
    def note_lost(self) -> None:
        """The process is gone that was to obey."""
        self._asked = None
        self.give_up()

    # ---------------------------------------------------------------- noticing

    def _notice(self, now: Moment) -> None:
        before, self._moment = self._moment, now
        sought = self._sought
        if self._asked is None:
            self._look(before)
        elif sought is not None and now.snapshot is not None and sought.fits(now.snapshot):
            self._arrive(sought)
        elif self._is_obeyed and now.snapshot is not before.snapshot:
            # There is no such example, or a key moved the run on before it was seen there.
            self._asked = None
            self.give_up()

    def _arrive(self, state: State) -> None:
        """Select what the state says, now that it is there; what led here was no deed."""
        self._sought = self._asked = None
        self._hands.select(state.selection)
        self._hands.show_lines(state.lines)
        self.arrived.emit(state)
        self.changed.emit()
        self._look(self._moment)

    def _look(self, before: Moment) -> None:
        """Note which tasks of this chapter were done since a moment, or are as they are now."""
        chapter = self.chapter
        if chapter is None or not self._is_open:
            return
        for place, task in enumerate(chapter.tasks):
            if self.marks.is_done(chapter, place) or not task.deed.is_done(before, self._moment):
                continue
            self.marks.note_done(chapter, place)
            self.done.emit(task)
            self.changed.emit()


def _key(snapshot: Snapshot) -> tuple[object, ...]:
    """What decides whether a snapshot is in a state, so that others are not looked at."""
    progress = snapshot.progress
    where = None if progress.playing else (progress.position, progress.example, progress.changes)
    return snapshot.description.identity, where
