"""The process that trains: it owns the Run, obeys commands and publishes snapshots."""

from __future__ import annotations

import gc
import math
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

from core.datasets import Dataset
from core.epochs import Epochs
from core.errors import DivergenceError, UserError
from core.history import that_made
from core.initialisers import initialise
from core.recipe import Recipe
from core.run import Run
from core.run_file import load_run, save_run
from core.run_settings import RunSettings
from visualiser.training import messages as m
from visualiser.training.branch_news import BranchNews
from visualiser.training.changing import CHANGES, EDITS, branch_numbered
from visualiser.training.dragging import Dragging
from visualiser.training.example_choice import choose_example
from visualiser.training.measuring import Measuring
from visualiser.training.pacing import Block, Clock, Rate
from visualiser.training.publishing import FRAME, Publisher
from visualiser.training.shared_state import SharedState
from visualiser.training.waiting import Met, Waiting

_WINDOW_IS_GONE = (EOFError, BrokenPipeError, ConnectionResetError)


def main(connection: Connection, source: RunSettings | Path) -> None:
    """Serve a window until it says Quit or is gone."""
    # Ctrl+C in a terminal reaches both processes; the window decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        run = _opened(source)
    except UserError as error:
        connection.send(m.NoRun(error))
        return
    # What is there now stays: there is no use in looking through it again and again.
    gc.freeze()
    worker = Worker(connection, run, isinstance(source, Path))
    try:
        worker.serve()
    except _WINDOW_IS_GONE:
        pass
    finally:
        worker.close()


def _opened(source: RunSettings | Path) -> Run:
    if isinstance(source, Path):
        return load_run(source)
    return source.new_run(source.load_data())


class Worker:
    """One run, moved by commands.

    Parameters
    ----------
    connection : Connection
        To the window.
    run : Run
    is_from_file : bool
        Whether the run was saved before.
    """

    def __init__(self, connection: Connection, run: Run, is_from_file: bool) -> None:
        self._connection = connection
        self._run = run
        self._is_from_file = is_from_file
        self._began_with: Recipe | None = None
        self._data: Dataset = run.data
        self._example = m.ShownExample("test", 0, int(self._data.test.labels[0]))
        self._random = np.random.default_rng()
        self._quit = False
        self._until: float | None = None
        self._plays_epoch = False
        self._waiting: Waiting | None = None
        self._speed: float | None = None
        self._clock, self._block, self._rate = Clock(), Block(), Rate()
        self._publisher = Publisher()
        self._publisher.begin(run)
        self._branch_news = BranchNews()
        self._measuring = Measuring()
        self._dragging = Dragging()
        self._edits: dict[type, Callable[[Run, Any], None]] = {
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
            m.Move: self._move,
            m.MoveEpochs: self._move_epochs,
            m.GoTo: self._go_to,
            m.Recall: self._recall,
            m.Ask: self._answer,
            m.SetSpeed: self._set_speed,
            m.GiveUp: self._give_up,
            m.Undo: self._undo,
            m.SwitchTo: self._switch_to,
            m.Restart: self._restart,
            m.ShowExample: self._show_example,
            m.Rebuild: self._rebuild,
            m.Save: self._save,
            m.Quit: self._note_quit,
            **dict.fromkeys(CHANGES, self._change),
            **dict.fromkeys(self._edits, self._edit),
        }

    def serve(self) -> None:
        """Obey commands, play, publish; wait where there is nothing to do."""
        self._connection.send(m.Ready(self._description()))
        while not self._quit:
            if self._connection.poll(self._patience()):
                self._obey(self._connection.recv())
                continue
            if self._is_playing:
                self._guarded(self._play_slice)
            self._guarded(self._measure)
            self._guarded(self._publish)

    def close(self) -> None:
        """Let go of the shared memory."""
        self._publisher.close()

    # ---------------------------------------------------------------- waiting

    def _patience(self) -> float | None:
        """How long to wait for a command: seconds, or None for as long as it takes."""
        publisher = self._publisher
        if publisher.is_attached and self._measuring.has_work(self._run, self._is_playing):
            return 0
        if not self._is_playing:
            return 0 if publisher.is_ready() else None
        wait = self._clock.wait(self._speed)
        return min(wait, FRAME) if publisher.is_ready() else wait

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
            self._publisher.is_dirty = action != self._publish
            self._connection.send(m.Failed(traceback.format_exc()))

    # ---------------------------------------------------------------- commands

    def _attach(self, command: m.Attach) -> None:
        # Where the memory is gone, the window has made other, and tells of it next.
        with suppress(FileNotFoundError):
            self._publisher.attach(SharedState(self._run.network.sizes, command.name))

    def _note_taken(self, _: m.Taken) -> None:
        self._publisher.is_taken = True

    def _play(self, command: m.Play) -> None:
        self._start(math.inf if command.steps is None else self._run.position + command.steps)

    def _play_epoch(self, _: m.PlayEpoch) -> None:
        # Where it was gone on before, mini-batches may be of another size on the way.
        self._start(self._epochs().start_after(self._run.position))
        self._plays_epoch = True

    def _play_until(self, command: m.PlayUntil) -> None:
        self._stop()
        waiting = Waiting(command.conditions, self._run)
        met = waiting.look(self._run, self._example)
        if met is None:
            self._start(math.inf)
            self._waiting = waiting
        else:
            self._tell_met(met, waiting.began)

    def _epochs(self) -> Epochs:
        return Epochs.of(self._run.branch, len(self._data.train))

    def _pause(self, _: m.Pause) -> None:
        self._stop()

    def _move(self, command: m.Move) -> None:
        self._stop()
        if command.steps > 0:
            self._run.train(command.steps)
        else:
            self._run.go_to(max(0, self._run.position + command.steps))

    def _move_epochs(self, command: m.MoveEpochs) -> None:
        self._stop()
        run, epochs = self._run, self._epochs()
        there = run.position
        for _ in range(abs(command.epochs)):
            there = epochs.start_after(there) if command.epochs > 0 else epochs.start_before(there)
        run.go_to(min(there, run.length))
        if there > run.length:
            self._start(there)
            self._plays_epoch = command.epochs == 1

    def _go_to(self, command: m.GoTo) -> None:
        self._stop()
        self._run.go_to(self._run.length if command.step is None else command.step)

    def _recall(self, command: m.Recall) -> None:
        vector = self._run.parameters_at(command.step).vector
        # As snapshots have them, where a script's network computes in float64.
        vector = vector.astype(np.float32, copy=False)
        changes = that_made(self._run.changes, command.step)
        self._connection.send(m.Recalled(command.step, vector, changes))

    def _answer(self, command: m.Ask) -> None:
        answer = command.question.answer(self._run)
        self._connection.send(m.Answered(command.question, self._run.position, answer))

    def _switch_to(self, command: m.SwitchTo) -> None:
        self._stop()
        self._run.switch_to(branch_numbered(self._run, command.branch))
        if command.step is not None:
            self._run.go_to(command.step)

    def _set_speed(self, command: m.SetSpeed) -> None:
        self._speed = command.steps_per_second
        self._clock.start()

    def _change(self, command: m.Command) -> None:
        self._publisher.is_dirty = True
        CHANGES[type(command)](self._run, command)
        if self._plays_epoch:
            # It may have other mini-batches now.
            self._until = self._run.position + self._run.steps_to_epoch_end

    def _edit(self, command: m.Command) -> None:
        self._stop()
        self._edits[type(command)](self._run, command)

    def _give_up(self, _: m.GiveUp) -> None:
        self._stop()
        if self._dragging.is_newest(self._run):
            self._connection.send(m.Undone(self._run.undo()))

    def _undo(self, _: m.Undo) -> None:
        self._stop()
        self._connection.send(m.Undone(self._run.undo()))

    def _restart(self, command: m.Restart) -> None:
        self._stop()
        self._begin_again(self._run.recipe, command.seed)
        self._publisher.begin(self._run)
        self._branch_news.begin()
        self._measuring.give_up()
        self._connection.send(m.Ready(self._description()))

    def _begin_again(self, recipe: Recipe, seed: int | None) -> None:
        """A new run with this recipe, from where the old one began or from another seed."""
        old = self._run
        network, order = old.network.copy(), old.seed if seed is None else seed
        initialise(network.parameters, network.initialiser, order)
        if seed is None:
            start = old.branch.checkpoints.vectors[0][: network.parameters.vector.size]
            is_of_seed = np.array_equal(network.parameters.vector, start)
            # Else a script's weights, or another seed's than the order's.
            network.parameters.vector[:] = start
            self._is_from_file = self._is_from_file and not is_of_seed
        else:
            network.seed = seed
            recipe = replace(recipe, order=None)
            self._is_from_file = False
        self._run = Run(network, self._data, seed=order, **vars(recipe))
        self._began_with = recipe

    def _show_example(self, command: m.ShowExample) -> None:
        # Told anew even if there is no such example: the controls then show what is shown.
        self._publisher.is_dirty = True
        self._example = choose_example(
            command, self._example, self._data, self._run.network, self._random
        )

    def _rebuild(self, command: m.Rebuild) -> None:
        if command.began_with is not None:
            self._begin_again(command.began_with, None)
        # What the run, as it was saved, has in common with the one that was lost.
        same = [a == b for a, b in zip(self._run.changes, command.changes, strict=False)]
        shared = [*same, False].index(False)
        missing = command.changes[shared:]
        start = missing[0].step if missing else command.length
        self._run.go_to(min(start, self._run.length))
        for change in missing:
            self._run.train(change.step - self._run.position)
            self._run.make(change)
        self._run.train(command.length - self._run.position)
        self._run.go_to(command.position)
        self._example = command.example
        self._publisher.is_dirty = True

    def _save(self, command: m.Save) -> None:
        save_run(self._run, command.path)
        self._connection.send(m.Saved(command.path))

    def _note_quit(self, _: m.Quit) -> None:
        self._quit = True

    # ---------------------------------------------------------------- playing

    @property
    def _is_playing(self) -> bool:
        return self._until is not None

    def _start(self, until: float) -> None:
        self._until = until
        self._plays_epoch, self._waiting = False, None
        self._clock.start()
        self._rate.start(self._run.position)
        self._publisher.is_dirty = True

    def _stop(self) -> None:
        self._until = self._waiting = None
        self._plays_epoch = False
        self._publisher.is_dirty = True

    def _play_slice(self) -> None:
        run = self._run
        due = self._clock.due(self._speed)
        if due < 1 or self._until is None:
            return
        began, start, until = time.perf_counter(), run.position, self._until
        count = int(min(self._block.size, due, until - start))
        self._publisher.is_dirty = True
        if self._waiting is None:
            run.train(count)
        else:
            self._wait_on(self._waiting, count)
        taken = run.position - start
        self._clock.taken += taken
        self._block.learn(taken, time.perf_counter() - began)
        if run.position >= until:
            self._stop()

    def _wait_on(self, waiting: Waiting, count: int) -> None:
        met = waiting.train(self._run, count, self._example)
        if met is not None:
            self._stop()
            self._tell_met(met, waiting.began)

    def _tell_met(self, met: Met, began: int) -> None:
        self._connection.send(m.Stopped(met.condition, self._run.position, met.figure, began))

    # ---------------------------------------------------------------- telling

    def _measure(self) -> None:
        if self._publisher.is_attached and self._measuring.has_work(self._run, self._is_playing):
            found = self._measuring.go_on(self._run)
            if found is not None:
                self._connection.send(found)

    def _publish(self) -> None:
        publisher = self._publisher
        if publisher.is_ready() and (publisher.is_due() or not self._is_playing):
            rate = self._rate.at(self._run.position) if self._is_playing else 0.0
            news = self._branch_news.of(self._run)
            if news is not None:
                self._connection.send(news)
            progress = publisher.publish(self._run, self._example, self._is_playing, rate)
            if self._waiting is not None:
                progress = replace(progress, until=self._waiting.conditions)
            self._connection.send(progress)

    def _description(self) -> m.RunDescription:
        return m.RunDescription(
            RunSettings.of(self._run),
            self._run.network.sizes,
            self._data.image_shape,
            len(self._data.train),
            len(self._data.test),
            self._is_from_file,
            self._began_with,
        )
