"""The training process's loop, run in this process: what it does with a row of commands."""

from __future__ import annotations

from multiprocessing import Pipe
from pathlib import Path

from core import Run, load_run
from tests.visualiser.states import digits, new_run
from visualiser.training import messages as m
from visualiser.training.alterations import Alterations
from visualiser.training.opened_run import OpenedRun
from visualiser.training.worker import Worker


def serve(run: Run, *commands: m.Command) -> list[m.Answer]:
    """What is answered to these commands, once all is done."""
    ours, theirs = Pipe()
    worker = Worker(theirs, OpenedRun(run, Alterations(run)))
    for command in (*commands, m.Quit()):
        ours.send(command)
    worker.serve()
    worker.close()
    theirs.close()
    answers = []
    while ours.poll():
        try:
            answers.append(ours.recv())
        except EOFError:
            break
    ours.close()
    return answers


def test_the_memory_for_history_is_as_it_was_told() -> None:
    run = new_run()
    serve(run, m.SetHistoryMemory(16 * 2**20))
    assert run.history_memory == 16 * 2**20


def test_a_memory_that_cannot_be_is_refused() -> None:
    run = new_run()
    answers = serve(run, m.SetHistoryMemory(3))
    [refused] = [answer for answer in answers if isinstance(answer, m.Refused)]
    assert refused.command == m.SetHistoryMemory(3)
    assert run.history_memory == 256 * 2**20


def test_a_run_that_is_no_longer_to_be_kept_is_not(tmp_path: Path) -> None:
    path = tmp_path / "1.nnrun"
    commands = (m.KeepIn(path), m.Move(3), m.KeepIn(None), m.Move(4))
    answers = serve(new_run(), *commands)
    assert m.Kept(None) in answers
    assert not path.exists() or load_run(path, digits()).length < 7


def test_a_run_is_kept_up_to_its_last_step(tmp_path: Path) -> None:
    """As the one above would say nothing if nothing were ever kept."""
    path = tmp_path / "1.nnrun"
    run = new_run()
    serve(run, m.KeepIn(path), m.Move(3))
    assert load_run(path, digits()).length == run.length
