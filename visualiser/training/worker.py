"""The process that trains: it owns the Run, obeys commands and publishes snapshots."""

from __future__ import annotations

import gc
import math
import signal
import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from core.datasets import Dataset
from core.errors import DivergenceError, UserError
from core.metrics import Evaluation, evaluate_in_chunks
from core.run import Run
from core.run_file import load_run, save_run
from core.run_settings import RunSettings
from visualiser.training import messages as m
from visualiser.training.example_choice import choose_example
from visualiser.training.shared_state import SharedArrays, SharedState

# Seconds. A slice is short so that a command or a frame never waits long for it.
_SLICE = 0.002
_LARGEST_BLOCK = 256
_FRAME = 1 / 61
_RATE_INTERVAL = 0.5
# Evaluating on all data while training plays: how seldom, and for what share of the time.
_MEASURE_INTERVAL = 0.5
_MEASURE_SHARE = 0.01


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
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # The window is gone.
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
        self._data: Dataset = run.data
        self._state: SharedState | None = None
        self._example = m.ShownExample("test", 0, int(self._data.test.labels[0]))
        self._random = np.random.default_rng()
        self._quit = False
        # Playing.
        self._until: float | None = None
        self._speed: float | None = None
        self._block = 1
        self._clock = Clock()
        self._rate = Rate()
        # Publishing.
        self._sequence = 0
        self._is_taken = True
        self._is_dirty = True
        self._published_at = -math.inf
        self._branch = run.branch
        self._sent_costs = 0
        self._sent_evaluations: set[int] = set()
        # Measuring.
        self._measuring: Generator[None, None, m.Measured] | None = None
        self._measuring_took = 0.0
        self._measure_again_at = -math.inf
        self._measured_step: int | None = None
        self._handlers: dict[type, Callable[[Any], None]] = {
            m.Attach: self._attach,
            m.Taken: self._note_taken,
            m.Play: self._play,
            m.PlayEpoch: self._play_epoch,
            m.Pause: self._pause,
            m.Move: self._move,
            m.GoTo: self._go_to,
            m.SetSpeed: self._set_speed,
            m.SetLearningRate: self._set_learning_rate,
            m.SetBatchSize: self._set_batch_size,
            m.Restart: self._restart,
            m.ShowExample: self._show_example,
            m.Rebuild: self._rebuild,
            m.Save: self._save,
            m.Quit: self._note_quit,
        }

    def serve(self) -> None:
        """Obey commands, play, publish; wait where there is nothing to do."""
        self._connection.send(m.Ready(self._description()))
        while not self._quit:
            if self._connection.poll(self._patience()):
                self._obey(self._connection.recv())
                continue
            if self._until is not None:
                self._guarded(self._play_slice)
            self._guarded(self._measure)
            self._guarded(self._publish)

    def close(self) -> None:
        """Let go of the shared memory."""
        if self._state is not None:
            self._state.close()
            self._state = None

    # ---------------------------------------------------------------- waiting

    def _patience(self) -> float | None:
        """How long to wait for a command: seconds, or None for as long as it takes."""
        if self._measuring is not None or (self._can_publish() and self._until is None):
            return 0
        if self._until is None:
            return 0 if self._measured_step != self._run.position and self._state else None
        if self._speed is None:
            return 0
        return min(self._clock.wait(self._speed), _FRAME)

    def _obey(self, command: m.Command) -> None:
        self._guarded(lambda: self._handlers[type(command)](command), command)

    def _guarded(self, action: Callable[[], None], command: m.Command | None = None) -> None:
        try:
            action()
        except UserError as error:
            self._is_dirty = True
            if isinstance(error, DivergenceError):
                self._stop()
            self._connection.send(m.Refused(error, command))
        except (OSError, EOFError):
            raise
        except Exception:  # noqa: BLE001 (reported; the run goes on existing)
            self._stop()
            # What failed is not tried again and again.
            self._measuring, self._measured_step = None, self._run.position
            self._is_dirty = False
            self._connection.send(m.Failed(traceback.format_exc()))

    # ---------------------------------------------------------------- commands

    def _attach(self, command: m.Attach) -> None:
        self.close()
        self._state = SharedState(self._run.network.sizes, command.name)
        self._is_taken = self._is_dirty = True

    def _note_taken(self, _: m.Taken) -> None:
        self._is_taken = True

    def _play(self, command: m.Play) -> None:
        self._start(math.inf if command.steps is None else self._run.position + command.steps)

    def _play_epoch(self, _: m.PlayEpoch) -> None:
        self._start(self._run.position + self._run.steps_to_epoch_end)

    def _pause(self, _: m.Pause) -> None:
        self._stop()

    def _move(self, command: m.Move) -> None:
        self._stop()
        if command.steps > 0:
            self._run.train(command.steps)
        else:
            self._run.go_to(max(0, self._run.position + command.steps))

    def _go_to(self, command: m.GoTo) -> None:
        self._stop()
        self._run.go_to(self._run.length if command.step is None else command.step)

    def _set_speed(self, command: m.SetSpeed) -> None:
        self._speed = command.steps_per_second
        self._clock.start()

    def _set_learning_rate(self, command: m.SetLearningRate) -> None:
        self._is_dirty = True
        self._run.set_learning_rate(command.value)

    def _set_batch_size(self, command: m.SetBatchSize) -> None:
        self._is_dirty = True
        self._run.set_batch_size(command.value)

    def _restart(self, command: m.Restart) -> None:
        self._stop()
        settings = self._settings()
        if command.seed is not None:
            settings = replace(settings, seed=command.seed)
        self._run = settings.new_run(self._data)
        self._is_from_file = False
        # Nothing is published before the window has made new shared memory.
        self.close()
        self._sent_costs = 0
        self._sent_evaluations.clear()
        self._branch = self._run.branch
        self._connection.send(m.Ready(self._description()))

    def _show_example(self, command: m.ShowExample) -> None:
        # Told anew even if there is no such example: the controls then show what is shown.
        self._is_dirty = True
        self._example = choose_example(
            command, self._example, self._data, self._run.network, self._random
        )

    def _rebuild(self, command: m.Rebuild) -> None:
        for change in command.changes:
            self._run.train(change.step - self._run.position)
            if change.name == "learning_rate":
                self._run.set_learning_rate(change.value)
            else:
                self._run.set_batch_size(int(change.value))
        self._run.train(command.length - self._run.position)
        self._run.go_to(command.position)
        self._is_dirty = True

    def _save(self, command: m.Save) -> None:
        save_run(self._run, command.path)
        self._connection.send(m.Saved(command.path))

    def _note_quit(self, _: m.Quit) -> None:
        self._quit = True

    # ---------------------------------------------------------------- playing

    def _start(self, until: float) -> None:
        self._until = until
        self._measuring = None
        self._clock.start()
        self._rate.start(self._run.position)
        self._is_dirty = True

    def _stop(self) -> None:
        self._until = None
        self._is_dirty = True

    def _play_slice(self) -> None:
        run = self._run
        due = math.inf if self._speed is None else self._clock.due(self._speed)
        if due < 1 or self._until is None:
            return
        began = time.perf_counter()
        count = int(min(self._block, due, self._until - run.position))
        run.train(count)
        self._clock.taken += count
        self._is_dirty = True
        self._fit_block(count, time.perf_counter() - began)
        if run.position >= self._until:
            self._stop()

    def _fit_block(self, count: int, seconds: float) -> None:
        """Take so many steps at a time that commands and frames need not wait for them."""
        if seconds > 2 * _SLICE:
            self._block = max(1, self._block // 2)
        elif count == self._block and seconds < _SLICE / 2:
            self._block = min(self._block * 2, _LARGEST_BLOCK)

    # ---------------------------------------------------------------- measuring

    def _measure(self) -> None:
        """Go on evaluating on all data: at rest for every step, at play now and then."""
        now = time.perf_counter()
        if self._state is None:
            return
        if self._measuring is None:
            is_new = self._measured_step != self._run.position
            if not is_new or (self._until and now < self._measure_again_at):
                return
            self._measuring = self._measurement()
            self._measuring_took = 0.0
        try:
            next(self._measuring)
            self._measuring_took += time.perf_counter() - now
        except StopIteration as end:
            self._measuring = None
            pause = max(_MEASURE_INTERVAL, self._measuring_took / _MEASURE_SHARE)
            self._measure_again_at = now + pause
            self._measured_step = end.value.step
            self._connection.send(end.value)

    def _measurement(self) -> Generator[None, None, m.Measured]:
        network = self._run.network.copy()
        step = self._run.position
        test = yield from evaluate_in_chunks(network, self._data.test)
        train = yield from evaluate_in_chunks(network, self._data.train)
        return m.Measured(step, train, test)

    # ---------------------------------------------------------------- publishing

    def _can_publish(self) -> bool:
        return self._is_dirty and self._is_taken and self._state is not None

    def _publish(self) -> None:
        now = time.perf_counter()
        if not self._can_publish() or (self._until and now < self._published_at + _FRAME):
            return
        run = self._run
        examples = self._data.test if self._example.split == "test" else self._data.train
        with np.errstate(over="ignore", invalid="ignore"):
            shown = run.network.forward(examples.inputs[self._example.index])
        gradient, next_cost = run.gradient()
        arrays = SharedArrays(
            run.network.parameters.vector,
            gradient.vector,
            np.concatenate(shown.activations),
            np.concatenate(shown.weighted_sums),
        )
        self._sequence += 1
        if self._state is not None:
            self._state.write(self._sequence, arrays)
        self._connection.send(self._progress(next_cost, now))
        self._is_dirty = self._is_taken = False
        self._published_at = now

    def _progress(self, next_cost: float, now: float) -> m.Progress:
        run = self._run
        if run.branch is not self._branch:
            self._branch = run.branch
            fork = run.branch.forked_at or 0
            self._sent_costs = min(self._sent_costs, fork)
            self._sent_evaluations = {s for s in self._sent_evaluations if s <= fork}
        costs_from = self._sent_costs = min(self._sent_costs, run.length)
        self._sent_costs = run.length
        return m.Progress(
            self._sequence,
            run.position,
            run.length,
            run.epochs_done,
            run.learning_rate,
            run.batch_size,
            next_cost,
            self._until is not None,
            self._rate.at(run.position, now) if self._until is not None else 0.0,
            self._example,
            costs_from,
            run.costs[costs_from:].copy(),
            self._new_evaluations(),
            run.changes,
        )

    def _new_evaluations(self) -> dict[int, Evaluation]:
        known = self._run.branch.evaluations
        new = {s: known[s] for s in known.keys() - self._sent_evaluations}
        self._sent_evaluations |= new.keys()
        return new

    def _settings(self) -> RunSettings:
        """What a run from the start with the present η and batch size begins with."""
        network = self._run.network
        return RunSettings(
            self._data.name,
            network.sizes,
            network.activation.name,
            network.cost.name,
            network.bias,
            network.initialiser,
            self._run.learning_rate,
            self._run.batch_size,
            self._run.seed,
        )

    def _description(self) -> m.RunDescription:
        return m.RunDescription(
            self._settings(),
            self._run.network.sizes,
            self._data.image_shape,
            len(self._data.train),
            len(self._data.test),
            self._is_from_file,
        )


class Clock:
    """When steps are due at a given speed."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        """The next step is due one interval from now."""
        self._began = time.perf_counter()
        self.taken = 0

    def due(self, speed: float) -> float:
        """Steps that should have been taken and were not."""
        return math.floor((time.perf_counter() - self._began) * speed) - self.taken

    def wait(self, speed: float) -> float:
        """Seconds until a step is due; 0 where one is."""
        return max(0.0, self._began + (self.taken + 1) / speed - time.perf_counter())


class Rate:
    """Steps a second, measured over the last half second or more."""

    def __init__(self) -> None:
        self.start(0)

    def start(self, position: int) -> None:
        """Measure from here."""
        self._position, self._time = position, time.perf_counter()
        self._rate = 0.0

    def at(self, position: int, now: float) -> float:
        """The rate now."""
        elapsed = now - self._time
        if elapsed >= _RATE_INTERVAL:
            self._rate = (position - self._position) / elapsed
            self._position, self._time = position, now
        return self._rate
