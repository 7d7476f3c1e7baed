"""PhaseStepper: where in a gradient step the window is, and how it gets from phase to phase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualiser.phase_looks import look_of
from visualiser.phase_step import PhaseStep
from visualiser.phase_view import PhaseView, is_of, key_of, view_of
from visualiser.phases import Movement, Phase, phases_of
from visualiser.selection import Connection, Selection
from visualiser.training import messages as m
from visualiser.training.phase_questions import NextStep, TracedStep
from visualiser.training.snapshot import Snapshot

PACES = (0.5, 1.0, 2.0, 3.0)  # seconds a phase in slow motion
# Presses that are kept while a step is worked out.
_MOST_PRESSES = 64


class PhaseStepper(QObject):
    """Goes through the phases of one step after the other; plain steps are what it takes.

    Signals
    -------
    look_changed (PhaseLook or None)
        What the network's picture is to show; None for what it always shows.
    view_changed (PhaseView or None)
        None where it has been left.
    command_given (Command)
    """

    look_changed = Signal(object)
    view_changed = Signal(object)
    command_given = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_active = False
        self._newest: Snapshot | None = None
        self._selection: Selection = None
        self._number, self._is_slow = 0, False
        self._look_of: object = None
        self._timer = QTimer(self)
        self._timer.setInterval(int(1000 * PACES[1]))
        self._timer.timeout.connect(self._play_on)
        self._forget()

    def _forget(self) -> None:
        self._phase = Phase("batch")
        self._step: PhaseStep | None = None
        self._after: Snapshot | None = None
        # Kept so that the step that was just taken can be looked back at.
        self._before: tuple[PhaseStep, Snapshot] | None = None
        self._answer: m.Answered | None = None
        self._waits_for: str | None = None
        self._presses: list[Callable[[], None]] = []
        self._guesses: dict[Connection, Movement | None] = {}

    @property
    def is_active(self) -> bool:
        """Whether phases are shown."""
        return self._is_active

    @property
    def is_slow(self) -> bool:
        """Whether phases follow each other by themselves."""
        return self._is_slow

    # ---------------------------------------------------------------- what is asked of it

    @Slot()
    def forward(self) -> None:
        """Begin, or go on to the next phase; on from the last, to the next step's first."""
        if not self._is_active:
            self.begin()
        else:
            self._press(self._go_forward)

    @Slot()
    def back(self) -> None:
        """Begin, or go back to the phase before; from the first, into the step before."""
        if not self._is_active:
            self.begin()
        else:
            self._press(self._go_back)

    @Slot(object)
    def go_to(self, phase: Phase) -> None:
        """Go to a phase of this step."""
        if self._is_active:
            self._press(lambda: self._turn_to(phase))

    def begin(self) -> None:
        """Pause, and show the first phase of the next step."""
        self._forget()
        self._is_active = True
        self._ask(m.Pause())

    @Slot()
    def leave(self) -> None:
        """Show no phases any more; the run stays where it is."""
        if not self._is_active:
            return
        self._is_active = self._is_slow = False
        self._timer.stop()
        self._forget()
        self._show()

    @Slot(object)
    def follow(self, example: int | None) -> None:
        """Follow one example of the mini-batch; None for the mean."""
        if self._step is not None:
            self._step = self._step.follow(example)
            self._show()

    @Slot(object)
    def show_selection(self, selection: Selection) -> None:
        """Work the formulas out for what is selected."""
        self._selection = selection
        if self._is_active:
            self._show()

    @Slot(object)
    def guess(self, movement: Movement | None) -> None:
        """Say how the weight will move; None to be told without a guess."""
        view = self.view()
        if view is not None and view.focus is not None and view.is_open:
            self._guesses[view.focus.connection] = movement
            self._show()

    @Slot(bool)
    def set_slow(self, is_slow: bool) -> None:
        """Let phases follow each other by themselves, or not."""
        if not self._is_active or is_slow == self._is_slow:
            return
        self._is_slow = is_slow
        (self._timer.start if is_slow else self._timer.stop)()
        self._show()

    def set_pace(self, seconds: float) -> None:
        """Let a phase of slow motion last so long."""
        self._timer.setInterval(int(1000 * seconds))

    # ---------------------------------------------------------------- what it hears

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take note of where the run is; leave where it went elsewhere."""
        self._newest = snapshot
        if not self._is_active:
            return
        if self._waits_for is not None:
            self._settle()
            return
        step, taken = self._step, 1 if self._phase.kind == "done" else 0
        if step is None or snapshot.progress.playing or not is_of(snapshot, step, taken):
            self.leave()
        elif not taken and key_of(snapshot) != key_of(step.snapshot):
            # Something about the step has been changed, as η.
            self._ask()

    @Slot(object)
    def show_answer(self, answered: m.Answered) -> None:
        """Take what the step computes."""
        if self._is_active and answered.question == NextStep(self._number):
            self._answer = answered
            self._settle()

    # ---------------------------------------------------------------- from phase to phase

    def _press(self, action: Callable[[], None]) -> None:
        """Do it, or do it as soon as the step is there."""
        if self._is_slow:
            self._timer.start()
        if self._waits_for is None:
            action()
        elif len(self._presses) < _MOST_PRESSES:
            self._presses.append(action)

    def _go_forward(self) -> None:
        phases = self._phases()
        if self._phase.kind == "done":
            self._begin_next()
        else:
            self._turn_to(phases[phases.index(self._phase) + 1])

    def _go_back(self) -> None:
        phases = self._phases()
        if self._phase.kind != "batch":
            self._turn_to(phases[phases.index(self._phase) - 1])
            return
        before, newest = self._before, self._newest
        if before is not None and newest is not None and key_of(newest) == key_of(before[1]):
            self._step, self._after = before
            self._phase, self._before = phases[-1], None
            self._show()
        elif self._can_go_back():
            self._guesses.clear()
            self._step = self._before = None
            self._take_back(Phase("update"))

    def _turn_to(self, phase: Phase) -> None:
        if phase == self._phase or phase not in self._phases():
            return
        if phase.kind == "done":
            self._waits_for, self._after = "taken", None
            self.command_given.emit(m.Move(1))
        elif self._phase.kind == "done":
            self._take_back(phase)
        else:
            self._phase = phase
            self._show()

    def _begin_next(self) -> None:
        if self._step is not None and self._after is not None:
            self._before = self._step, self._after
        self._step, self._after, self._phase = None, None, Phase("batch")
        self._guesses.clear()
        self._ask()

    def _take_back(self, phase: Phase) -> None:
        self._after, self._phase = None, phase
        self._ask(m.Move(-1))

    def _ask(self, *commands: m.Command) -> None:
        """Have the next step worked out where the run is once it has obeyed."""
        self._number += 1
        self._answer, self._waits_for = None, "answer"
        self._show()
        for command in (*commands, m.Ask(NextStep(self._number))):
            self.command_given.emit(command)

    def _settle(self) -> None:
        """Go on where what is waited for is there."""
        newest, step = self._newest, self._step
        if newest is None or newest.progress.playing:
            return
        if self._waits_for == "taken" and step is not None:
            position = step.snapshot.progress.position
            if newest.progress.position != position + 1:
                return
            self._after, self._phase = newest, Phase("done")
        elif self._answer is not None and isinstance(self._answer.answer, TracedStep):
            # What is asked is answered after what was sent before it: this is the place.
            if newest.progress.position != self._answer.position:
                return
            is_same = step is not None and is_of(newest, step, 0)
            followed = step.followed if step is not None and is_same else None
            self._step = PhaseStep(newest, self._answer.answer).follow(followed)
        else:
            return
        self._waits_for = None
        self._show()
        while self._presses and self._waits_for is None:
            self._presses.pop(0)()

    @Slot()
    def _play_on(self) -> None:
        if self._waits_for is None:
            self._go_forward()

    # ---------------------------------------------------------------- what is shown

    def view(self) -> PhaseView | None:
        """What is to be shown; None where no phases are."""
        if not self._is_active:
            return None
        return view_of(
            self._phase,
            self._phases(),
            self._step,
            self._after,
            self._selection,
            self._guesses,
            can_go_back=self._can_go_back(),
            is_slow=self._is_slow,
        )

    def show_again(self) -> None:
        """Show the same once more, as numbers are written otherwise."""
        if self._is_active:
            self._look_of = None
            self._show()

    def _show(self) -> None:
        view = self.view()
        if view is None or view.step is not None:
            self._show_look(view)
        self.view_changed.emit(view)

    def _show_look(self, view: PhaseView | None) -> None:
        step = None if view is None else view.step
        shown = None if view is None or step is None else (step, view.phase, view.hidden)
        if shown != self._look_of:
            self._look_of = shown
            self.look_changed.emit(None if shown is None else look_of(*shown))

    def _phases(self) -> tuple[Phase, ...]:
        return phases_of(1 if self._newest is None else len(self._newest.sizes) - 1)

    def _can_go_back(self) -> bool:
        is_past = self._newest is not None and self._newest.progress.position > 0
        return is_past or self._phase.kind != "batch"
