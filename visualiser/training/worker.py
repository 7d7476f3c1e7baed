"""The process that trains: it owns the Run, obeys commands and publishes snapshots."""

from __future__ import annotations

import gc
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from core.epochs import Epochs
from core.errors import DivergenceError, SettingError, UserError
from core.history import that_made
from core.run import Run
from core.run_file import save_run
from core.run_settings import RunSettings
from visualiser.training import messages as m
from visualiser.training.branch_news import BranchNews
from visualiser.training.changing import CHANGES, EDITS
from visualiser.training.conditions import check_shown
from visualiser.training.dragging import Dragging
from visualiser.training.exchanging import begun_with_weights, export
from visualiser.training.keeping import Keeping
from visualiser.training.loading import GivenUpError, Inbox, LoadingWatch, begun_with_data
from visualiser.training.long_answers import LongAnswers, LongQuestion
from visualiser.training.measuring import Measuring
from visualiser.training.moving import MOVES
from visualiser.training.opened_run import OpenedRun
from visualiser.training.pacing import SLICE
from visualiser.training.playing import UNTIL_STOPPED, Ended, Playing
from visualiser.training.publishing import FRAME, Publisher
from visualiser.training.rebuilding import rebuild
from visualiser.training.shared_state import SharedState
from visualiser.training.showing import Showing
from visualiser.training.visiting import Visits, go_to
from visualiser.training.waiting import Waiting

_WINDOW_IS_GONE = (EOFError, BrokenPipeError, ConnectionResetError)


def main(
    connection: Connection,
    source: RunSettings | Path,
    instead: RunSettings | Path | None = None,
) -> None:
    """Serve a window until it says Quit or is gone."""
    # Ctrl+C in a terminal reaches both processes; the window decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        opened = _opened(source, instead)
    except UserError as error:
        connection.send(m.NoRun(error))
        return
    # What is there now stays: there is no use in looking through it again and again.
    gc.freeze()
    worker = Worker(connection, opened)
    try:
        worker.serve()
    except _WINDOW_IS_GONE:
        pass
    finally:
        worker.close()


def _opened(source: RunSettings | Path, instead: RunSettings | Path | None) -> OpenedRun:
    if instead is not None:
        with suppress(UserError):
            return OpenedRun.of(source)
        source = instead
    return OpenedRun.of(source)


class Worker:
    """One run, moved by commands.

    Parameters
    ----------
    connection : Connection
        To the window.
    opened : OpenedRun
    """

    def __init__(self, connection: Connection, opened: OpenedRun) -> None:
        self._connection = connection
        self._inbox = Inbox(connection)
        self._opened = opened
        # The run that `Restart` has put aside.
        self._aside: OpenedRun | None = None
        self._visits = Visits()
        self._showing = Showing(opened.run.data)
        self._quit = False
        self._playing = Playing()
        self._publisher = Publisher()
        self._publisher.begin(opened.run)
        self._branch_news = BranchNews()
        self._measuring = Measuring()
        self._long_answers = LongAnswers()
        self._keeping = Keeping()
        self._dragging = Dragging()
        # Those that pause first.
        self._at_rest: dict[type, Callable[[Run, Any], None]] = {
            **MOVES,
            **EDITS,
            m.SetParameter: self._dragging.set_parameter,
        }
        self._handlers: dict[type, Callable[[Any], None]] = {
            m.Attach: self._attach,
            m.Taken: self._note_taken,
            m.Play: self._play,
            m.PlayEpoch: self._play_epoch,
            m.PlayUntil: self._play_until,
            m.Pause: self._pause,
            m.MoveEpochs: self._move_epochs,
            m.Recall: self._recall,
            m.Ask: self._answer,
            m.StopAnswering: lambda command: self._long_answers.drop(command.question),
            m.SetSpeed: self._set_speed,
            m.GiveUp: self._give_up,
            m.Undo: self._undo,
            m.Restart: self._restart,
            m.BringBack: self._bring_back,
            m.Visit: self._visit,
            m.Open: self._open,
            m.Begin: self._begin_with,
            m.StopLoading: lambda _: None,
            m.ShowExample: self._show_example,
            m.ShowOwn: self._show_own,
            m.Rebuild: self._rebuild,
            m.Save: self._save,
            m.KeepIn: self._keep_in,
            m.SetHistoryMemory: self._set_history_memory,
            m.ExportWeights: self._export,
            m.ExportCosts: self._export,
            m.ImportWeights: self._import_weights,
            m.LetGo: self._let_go,
            m.Describe: self._describe,
            m.Quit: self._note_quit,
            **dict.fromkeys(CHANGES, self._change),
            **dict.fromkeys(self._at_rest, self._do_at_rest),
        }

    def serve(self) -> None:
        """Obey commands, play, publish; wait where there is nothing to do."""
        self._connection.send(m.Ready(self._opened.description()))
        while not self._quit:
            self._keeping.note(self._opened)
            if self._keeping.wait() == 0:
                self._guarded(self._keep)
            if self._inbox.poll(self._patience()):
                self._obey(self._inbox.next())
                continue
            if self._playing.is_on and not self._is_awaited:
                self._guarded(self._play_slice)
            self._guarded(self._measure)
            self._guarded(self._answer_on)
            self._guarded(self._publish)

    def close(self) -> None:
        """Keep what is new, and let go of the shared memory."""
        try:
            # The window may have been killed: then this is all that is left of the run.
            self._keeping.leave(self._opened)
        finally:
            self._publisher.close()

    # ---------------------------------------------------------------- waiting

    def _patience(self) -> float | None:
        """How long to wait for a command: seconds, or None for as long as it takes."""
        waits = (self._patience_of_run(), self._keeping.wait())
        return min((wait for wait in waits if wait is not None), default=None)

    def _patience_of_run(self) -> float | None:
        publisher = self._publisher
        if self._long_answers.has_work:
            return 0
        if publisher.is_attached and self._measuring.has_work(self._run, self._playing.is_on):
            return 0
        if not self._playing.is_on:
            return 0 if publisher.is_ready() else None
        wait = self._playing.wait()
        if publisher.is_ready():
            return 0 if publisher.is_urgent else min(wait, FRAME)
        return wait

    def _obey(self, command: m.Command) -> None:
        self._guarded(lambda: self._handlers[type(command)](command), command)
        self._publisher.follow(self._run)

    def _guarded(self, action: Callable[[], None], command: m.Command | None = None) -> None:
        try:
            action()
        except UserError as error:
            self._publisher.is_dirty = True
            if isinstance(error, DivergenceError):
                self._stop()
            self._connection.send(m.Refused(error, command))
        except _WINDOW_IS_GONE:
            raise
        except Exception:  # noqa: BLE001 (reported; the run goes on existing)
            self._stop()
            # What failed is not tried again and again.
            self._measuring.give_up(self._run)
            self._long_answers.give_up()
            self._publisher.is_dirty = action != self._publish
            self._connection.send(m.Failed(traceback.format_exc()))

    # ---------------------------------------------------------------- commands

    def _attach(self, command: m.Attach) -> None:
        # Where the memory is gone or for another run, the window tells of other memory next.
        with suppress(FileNotFoundError):
            if command.identity == self._opened.identity:
                self._publisher.attach(SharedState(self._run.network.sizes, command.name))

    def _note_taken(self, _: m.Taken) -> None:
        self._publisher.is_taken = True

    def _play(self, command: m.Play) -> None:
        steps = command.steps
        self._start(UNTIL_STOPPED if steps is None else self._run.position + steps)

    def _play_epoch(self, _: m.PlayEpoch) -> None:
        # Where it was gone on before, mini-batches may be of another size on the way.
        self._start(self._epochs().start_after(self._run.position))
        self._playing.is_to_epoch_end = True

    def _play_until(self, command: m.PlayUntil) -> None:
        self._stop()
        check_shown(command.conditions, self._showing.example)
        waiting = Waiting(command.conditions, self._run)
        met = waiting.look(self._run, self._showing.example)
        if met is None:
            self._start(UNTIL_STOPPED, waiting)
        else:
            self._tell_ended(Ended(met, waiting.began))

    def _epochs(self) -> Epochs:
        return Epochs.of(self._run.branch, len(self._run.data.train))

    def _pause(self, _: m.Pause) -> None:
        self._stop()

    def _move_epochs(self, command: m.MoveEpochs) -> None:
        self._stop()
        run, epochs = self._run, self._epochs()
        there = run.position
        for _ in range(abs(command.epochs)):
            there = epochs.start_after(there) if command.epochs > 0 else epochs.start_before(there)
        run.go_to(min(there, run.length))
        if there > run.length:
            self._start(there)
            self._playing.is_to_epoch_end = command.epochs == 1

    def _recall(self, command: m.Recall) -> None:
        vector = self._run.parameters_at(command.step).vector
        # As snapshots have them, where a script's network computes in float64.
        vector = vector.astype(np.float32, copy=False)
        changes = that_made(self._run.changes, command.step)
        self._connection.send(m.Recalled(command.step, vector, changes))

    def _answer(self, command: m.Ask) -> None:
        if isinstance(command.question, LongQuestion):
            self._long_answers.put(command.question)
            return
        answer = command.question.answer(self._run)
        self._connection.send(m.Answered(command.question, self._run.position, answer))

    def _answer_on(self) -> None:
        # As long as training plays at a time: small chunks would each wait for a slice of it.
        end = time.perf_counter() + SLICE
        while self._long_answers.has_work and time.perf_counter() < end:
            answered = self._long_answers.go_on(self._run)
            if answered is not None:
                self._connection.send(answered)

    def _set_speed(self, command: m.SetSpeed) -> None:
        self._playing.set_speed(command.steps_per_second)

    def _change(self, command: m.Command) -> None:
        self._publisher.is_dirty = True
        CHANGES[type(command)](self._run, command)
        if self._playing.is_to_epoch_end:
            # It may have other mini-batches now.
            self._playing.stop_at(self._run.position + self._run.steps_to_epoch_end)

    def _do_at_rest(self, command: m.Command) -> None:
        self._stop()
        self._at_rest[type(command)](self._run, command)

    def _give_up(self, _: m.GiveUp) -> None:
        self._stop()
        if self._dragging.is_newest(self._run):
            self._connection.send(m.Undone(self._run.undo()))

    def _undo(self, _: m.Undo) -> None:
        self._stop()
        self._connection.send(m.Undone(self._run.undo()))

    def _restart(self, command: m.Restart) -> None:
        self._stop()
        self._replace(self._opened.begun_again(self._run.recipe, command.seed))

    def _visit(self, command: m.Visit) -> None:
        # Where there is no such run, all is as before.
        opened = self._visits.begin(self._opened, command.settings)
        self._stop()
        if opened is not self._opened:
            self._begin(opened)
        go_to(opened, command.step)

    def _bring_back(self, _: m.BringBack) -> None:
        own = self._visits.end()
        if own is not None:
            self._stop()
            self._begin(own)
            return
        if self._aside is None:
            raise SettingError("The run before is gone; open it where it was saved.")
        self._stop()
        opened, self._aside = self._aside, None
        self._replace(opened)

    def _replace(self, opened: OpenedRun) -> None:
        """Go on with another run, and put the user's aside where there is something to it."""
        before = self._visits.end() or self._opened
        if before.run.length:
            self._aside = before
        self._begin(opened)

    def _open(self, command: m.Open) -> None:
        # Where it cannot be opened, all is as before.
        opened = OpenedRun.of(command.path)
        self._stop()
        # What becomes of the run that was shown was asked; of one kept for a visit, it was not.
        self._aside = self._visits.end()
        self._begin(opened)

    def _begin_with(self, command: m.Begin) -> None:
        # Where it cannot be had, or is given up, all is as before.
        watch = LoadingWatch(self._connection, self._inbox, command.settings.data)
        try:
            opened = begun_with_data(command.settings, watch)
        except GivenUpError:
            self._connection.send(m.LoadingStopped())
            return
        self._stop()
        self._replace(opened)
        self._connection.send(m.Begun(command.settings))

    def _begin(self, opened: OpenedRun) -> None:
        # What is kept of the run before stays as it is; the window has another place for this.
        self._keeping.leave(self._opened)
        shown, data = self._showing.example, opened.run.data
        if data is self._run.data or shown.own is not None:
            self._showing.keep(shown, data)
        else:
            self._showing.begin(data)
        self._opened = opened
        self._tell_from_the_start()

    def _tell_from_the_start(self) -> None:
        """The window knows nothing of the run."""
        self._publisher.begin(self._run)
        self._branch_news.begin()
        self._measuring.give_up()
        self._long_answers.give_up()
        is_visit = self._visits.own is not None
        description = self._opened.description(is_visit or self._aside is not None)
        self._connection.send(m.Ready(replace(description, is_visit=is_visit)))

    def _show_example(self, command: m.ShowExample) -> None:
        # Told anew even if there is no such example: the controls then show what is shown.
        self._publisher.is_dirty = True
        self._showing.choose(command, self._run.data, self._run.network)

    def _show_own(self, command: m.ShowOwn) -> None:
        self._publisher.is_dirty = self._publisher.is_urgent = True
        self._showing.show_own(command, self._run.data)

    def _rebuild(self, command: m.Rebuild) -> None:
        if command.began_with is not None:
            again = self._opened.begun_again(command.began_with, None)
            # As the window knows it.
            self._opened = replace(again, identity=self._opened.identity)
        rebuild(self._run, command.changes, command.length, command.position)
        self._showing.keep(command.example, self._run.data)
        self._publisher.is_dirty = True

    def _save(self, command: m.Save) -> None:
        save_run(self._run, command.path)
        revision = self._opened.alterations.note_saved(self._run)
        self._connection.send(m.Saved(command.path, revision))

    def _keep_in(self, command: m.KeepIn) -> None:
        if command.path is None:
            self._keeping.close()
            self._connection.send(m.Kept(None))
        else:
            self._keeping.begin(command.path)

    def _set_history_memory(self, command: m.SetHistoryMemory) -> None:
        self._run.history_memory = command.size

    def _keep(self) -> None:
        path = self._keeping.write(self._opened)
        if path is not None:
            self._connection.send(m.Kept(path))

    def _export(self, command: m.Export) -> None:
        export(self._run, command)
        self._connection.send(m.Exported(command))

    def _import_weights(self, command: m.ImportWeights) -> None:
        # Where they cannot be used, all is as before.
        opened, assumed = begun_with_weights(self._opened, command.path)
        self._stop()
        self._replace(opened)
        self._connection.send(m.Imported(command.path, assumed))

    def _let_go(self, _: m.LetGo) -> None:
        self._publisher.close()
        self._connection.send(m.LetGone())
        # Nobody is there to be told anything.
        self._inbox.bring_forward(m.Describe, m.Quit)

    def _describe(self, _: m.Describe) -> None:
        self._playing.start_counting(self._run)
        self._tell_from_the_start()

    def _note_quit(self, _: m.Quit) -> None:
        self._quit = True

    # ---------------------------------------------------------------- playing

    @property
    def _run(self) -> Run:
        return self._opened.run

    @property
    def _is_awaited(self) -> bool:
        """Whether a drawing is to be answered now, before any other step."""
        return self._publisher.is_urgent and self._publisher.is_ready()

    def _start(self, until: float, waiting: Waiting | None = None) -> None:
        self._playing.start(self._run, until, waiting)
        self._publisher.is_dirty = True

    def _stop(self) -> None:
        self._playing.stop()
        self._publisher.is_dirty = True

    def _play_slice(self) -> None:
        before = self._run.position
        ended = self._playing.take_slice(self._run, self._showing.example)
        if ended is not None:
            self._tell_ended(ended)
        if ended is not None or self._run.position != before:
            self._publisher.is_dirty = True

    def _tell_ended(self, ended: Ended) -> None:
        condition, figure = ended.met
        self._connection.send(m.Stopped(condition, self._run.position, figure, ended.began))

    # ---------------------------------------------------------------- telling

    def _measure(self) -> None:
        if self._publisher.is_attached and self._measuring.has_work(self._run, self._playing.is_on):
            found = self._measuring.go_on(self._run)
            if found is not None:
                self._connection.send(found)

    def _publish(self) -> None:
        publisher = self._publisher
        playing, run = self._playing, self._run
        if publisher.is_ready() and (publisher.is_due() or not playing.is_on):
            news = self._branch_news.of(run)
            if news is not None:
                self._connection.send(news)
            example, rate = self._showing.example, playing.rate(run)
            progress = publisher.publish(run, example, playing.is_on, rate)
            self._connection.send(
                replace(
                    progress,
                    until=playing.conditions,
                    revision=self._opened.alterations.revision(run),
                )
            )
