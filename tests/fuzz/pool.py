"""Processes that try mutants; one that dies or hangs is noted and replaced."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.fuzz.mutants import Mutant
from tests.fuzz.trying import Outcome, work

# In seconds; making a mutant may take longer, as a process that is new has to load everything.
MOST_TIME = 2.0
_MOST_TO_MAKE = 60.0
_SPAWN = multiprocessing.get_context("spawn")


Work = Callable[[Connection, Path], None]


def outcomes(
    mutants: Iterable[Mutant], processes: int = 2, work: Work = work
) -> Iterator[tuple[Mutant, Outcome]]:
    """What becomes of each mutant, in the order in which they are done."""
    with tempfile.TemporaryDirectory() as folder:
        workers = [_Worker(Path(folder) / str(number), work) for number in range(processes)]
        try:
            yield from _through(iter(mutants), workers)
        finally:
            for worker in workers:
                worker.end()


def _through(mutants: Iterator[Mutant], workers: list[_Worker]) -> Iterator[tuple[Mutant, Outcome]]:
    again: list[_Task] = []
    while True:
        for worker in (w for w in workers if w.task is None):
            task = again.pop() if again else _next_task(mutants)
            if task is not None:
                worker.begin(task)
        busy = [worker for worker in workers if worker.task is not None]
        if not busy:
            return
        wait([worker.connection for worker in busy], timeout=0.1)
        for worker in busy:
            task, outcome = worker.task, worker.look()
            if task is None or outcome is None:
                continue
            # A machine that is busy with something else is slow once; a reader that hangs, twice.
            if outcome.verdict == "hang" and not task.is_again:
                again.append(_Task(task.mutant, is_again=True))
            else:
                yield task.mutant, outcome


@dataclass
class _Task:
    mutant: Mutant
    is_again: bool = False
    is_made: bool = False
    since: float = 0.0


def _next_task(mutants: Iterator[Mutant]) -> _Task | None:
    mutant = next(mutants, None)
    return None if mutant is None else _Task(mutant)


class _Worker:
    """A process, which is started anew where it has to be."""

    connection: Connection

    def __init__(self, folder: Path, work: Work) -> None:
        folder.mkdir()
        self._folder, self._work = folder, work
        self.task: _Task | None = None
        self._process = self._start()

    def begin(self, task: _Task) -> None:
        """Have a mutant tried."""
        task.since = time.monotonic()
        self.task = task
        try:
            self.connection.send(task.mutant)
        except OSError:
            self._restart()
            self.connection.send(task.mutant)

    def look(self) -> Outcome | None:
        """What became of it, if that is known by now."""
        assert self.task is not None
        try:
            while self.connection.poll():
                outcome = self.connection.recv()
                if outcome is not None:
                    return self._done(outcome)
                self.task.is_made, self.task.since = True, time.monotonic()
        except (EOFError, OSError):
            self._process.join()
            return self._lost("crash" if self.task.is_made else "not made")
        if time.monotonic() - self.task.since > (MOST_TIME if self.task.is_made else _MOST_TO_MAKE):
            return self._lost("hang" if self.task.is_made else "not made")
        return None

    def end(self) -> None:
        """Stop it."""
        self._process.kill()
        self._process.join()
        self.connection.close()

    def _done(self, outcome: Outcome) -> Outcome:
        self.task = None
        if outcome.verdict not in ("opened", "refused"):
            # It may be what it is because of this one: so large, with files open.
            self._restart()
        return outcome

    def _lost(self, verdict: str) -> Outcome:
        code = self._process.exitcode
        outcome = Outcome(verdict, "no answer" if code is None else f"exit code {code}")
        self.task = None
        self._restart()
        return outcome

    def _restart(self) -> None:
        self.end()
        self._process = self._start()

    def _start(self) -> BaseProcess:
        folder = Path(tempfile.mkdtemp(prefix="fuzz", dir=self._folder))
        self.connection, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=self._work, args=(theirs, folder), daemon=True)
        process.start()
        theirs.close()
        return process
