"""Kill a program that trains and saves, again and again, and look at what it leaves.

``python -m tests.core.crash --kills 200`` does so 200 times and prints what was found.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from core import Network, Run, load_dataset, load_run, save_run
from core.errors import UserError
from core.history import Branch, Checkpoints
from core.journal import Journal

ROOT = Path(__file__).parents[2]
# Runs that are longer take long to be replayed.
LONGEST = 20_000
SAVED = ("one.nnrun", "two.nnrun")
JOURNAL = "journal.nnrun"

# ------------------------------------------------------------------------ the program


def live(folder: Path, number: int) -> None:
    """Train, write the journal and save for ever; tell of everything before and after."""
    random = np.random.default_rng(number)
    run = _restored(folder / JOURNAL)
    journal = Journal(folder / JOURNAL)
    _tell("ready")
    while True:
        number += 1
        _live_on(run, random)
        run.branch.name = str(number)
        _tell("write", JOURNAL, number)
        journal.write(run)
        _tell("written", JOURNAL, number)
        if random.random() < 0.3:
            name = str(random.choice(SAVED))
            _tell("write", name, number)
            save_run(run, folder / name)
            _tell("written", name, number)


def _restored(path: Path) -> Run:
    if path.exists():
        with suppress(UserError):
            run = load_run(path)
            if sum(len(branch.costs) for branch in run.branches) < LONGEST:
                return run
    return Run(Network((64, 16, 10)), load_dataset("digits"), seed=3)


def _live_on(run: Run, random: np.random.Generator) -> None:
    match random.integers(10):
        case 0:
            run.change(learning_rate=float(random.uniform(0.01, 1)))
        case 1:
            run.change(optimiser=str(random.choice(["adam", "momentum", "gradient_descent"])))
        case 2:
            run.go_to(int(random.integers(run.length + 1)))
        case 3:
            run.edit(1, int(random.integers(16)), 5, float(random.normal()))
        case 4:
            with suppress(UserError):
                run.undo()
    run.train(int(random.integers(200)))


def _tell(*what: object) -> None:
    sys.stdout.write(json.dumps([time.monotonic(), *what]) + "\n")
    sys.stdout.flush()


# ------------------------------------------------------------------------ what it leaves


def kill_and_look(folder: Path, kills: int, seed: int = 0, longest: int = 120) -> Counter[str]:
    """Run the program so many times, kill it, and check all that there is on disk.

    Parameters
    ----------
    folder : Path
    kills, seed : int
    longest : int
        How often the program says something before it is killed, at most.

    Returns
    -------
    Counter
        How often what was found; ``"furthest behind, ms"`` is no count.
    """
    random, found = np.random.default_rng(seed), Counter[str]()
    # What each file is known to hold, by the number that the program gave it.
    known: dict[str, int] = {}
    for kill in range(kills):
        told = _lines_until_killed(folder, (kill + 1) * 10_000, random, longest)
        found["kills"] += 1
        found[f"killed while it was to {told[-1][1]}" if told else "killed at its start"] += 1
        _check_all(folder, told, known, found)
    return found


def _lines_until_killed(
    folder: Path, number: int, random: np.random.Generator, longest: int
) -> list[list[Any]]:
    command = [sys.executable, "-m", __spec__.name, "--live", str(folder), "--number", str(number)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(random.integers(longest))]
        # A moment after it said something, and not always the same.
        time.sleep(random.uniform(0, 0.02))
        os.kill(program.pid, signal.SIGKILL)
        lines += program.stdout.readlines()
    assert program.returncode == -signal.SIGKILL
    return [json.loads(line) for line in lines if line.endswith(b"\n")]


def _check_all(
    folder: Path, told: list[list[Any]], known: dict[str, int], found: Counter[str]
) -> None:
    begun = {name: number for _, verb, *rest in told if verb == "write" for name, number in [rest]}
    done = {name: number for _, verb, *rest in told if verb == "written" for name, number in [rest]}
    known |= done
    for name in known | begun:
        if name in known or (folder / name).exists():
            run = load_run(folder / name)
            held = int(run.branch.name)
            # The newest that it said was written, or the one that it was about to write.
            assert held in (known.get(name), begun.get(name)), (name, held, known, begun)
            check_whole(run)
            known[name] = held
            found[f"whole: {'the journal' if name == JOURNAL else 'a saved run'}"] += 1
    for part in folder.glob("*.part"):
        found["unfinished files"] += 1
        part.unlink()
    if JOURNAL in known and told:
        _check_time(told, known[JOURNAL], found)


def _check_time(told: list[list[Any]], held: int, found: Counter[str]) -> None:
    since = [at for at, verb, *rest in told if verb == "write" and rest == [JOURNAL, held]]
    behind = round(1000 * (told[-1][0] - (since or [told[0][0]])[0]))
    assert behind < 1000
    found["furthest behind, ms"] = max(found["furthest behind, ms"], behind)


def check_whole(run: Run) -> None:
    """Whether every cost and checkpoint comes of the start values, bit for bit."""
    for branch in run.branches:
        start = branch.checkpoints.vectors[0]
        network = run.network.copy()
        network.parameters.vector[:] = start[: network.parameters.vector.size]
        twin = Run(network, run.data, batch_size=1, seed=run.seed)
        checkpoints = Checkpoints(network.parameters.vector.size)
        checkpoints.spacing, checkpoints.vectors = branch.checkpoints.spacing, {0: start}
        again = Branch(branch.segments, checkpoints)
        twin.adopt([again], again, 0)
        twin.steps(len(branch.costs))
        assert again.costs.values.tobytes() == branch.costs.values.tobytes()
        for step, vector in branch.checkpoints.vectors.items():
            assert checkpoints.vectors[step].tobytes() == vector.tobytes()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser("crash")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--live", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--number", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.live:
        live(options.live, options.number)
    with TemporaryDirectory() as folder:
        found = kill_and_look(Path(folder), options.kills, options.seed)
    for what, count in sorted(found.items()):
        sys.stdout.write(f"{count:6} {what}\n")


if __name__ == "__main__":
    main()
