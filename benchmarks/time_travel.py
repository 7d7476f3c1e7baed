"""What it costs to remember a run, and how long a jump to any step of it takes."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

from benchmarks.table import Row, Table, judged, mnist_folder
from core import Dataset, Network, Run, load_dataset
from core.batches import BatchOrder
from core.trainer import Trainer

_SIZES = (784, 16, 16, 10)
_RATE, _BATCH, _SEED = 0.5, 10, 7
_ROUNDS = 31
_TURN = 1000  # steps
_LENGTHS = (10_000, 100_000, 1_000_000)
_JUMPS = 500
_MEGABYTE = 2**20


def measure() -> list[Table]:
    """The cost of history, then jumps in runs of three lengths; empty without MNIST."""
    name = "-".join(map(str, _SIZES))
    history = Table(
        f"Steps a second of {name} on MNIST, batch {_BATCH}, with every step remembered and "
        f"without, medians of {_ROUNDS} turns of {_TURN} steps in rotation"
    )
    jumps = Table(
        f"Jumps to {_JUMPS} steps drawn evenly from a run of {name} on MNIST, batch {_BATCH}, "
        "each to the state bit for bit; milliseconds"
    )
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.", file=sys.stderr)
        return [history, jumps]
    data = load_dataset(folder)
    history.rows.append(_cost_of_history(data))
    run = _new_run(data)
    for length in _LENGTHS:
        run.go_to(run.length)
        run.steps(length - run.length)
        jumps.rows += [_jumps(run, _anywhere), _jumps(run, _one_back)]
    return [history, jumps]


def _new_run(data: Dataset) -> Run:
    return Run(Network(_SIZES, seed=_SEED), data, _RATE, _BATCH, _SEED)


def _cost_of_history(data: Dataset) -> Row:
    """A run, and a loop that takes the same steps and keeps nothing but the last cost."""
    run, forgetful = _new_run(data), _forgetful(data)
    next(forgetful)
    contenders: tuple[Callable[[], object], ...] = (
        lambda: run.steps(_TURN),
        lambda: next(forgetful),
    )
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(_ROUNDS):
        for place in (turn % 2, 1 - turn % 2):
            began = time.perf_counter()
            contenders[place]()
            times[place].append(time.perf_counter() - began)
    remembered, forgotten = (_TURN / statistics.median(one) for one in times)
    return {
        "steps/s remembered": remembered,
        "steps/s forgotten": forgotten,
        "lost": 1 - remembered / forgotten,
        **judged(1 - remembered / forgotten, most=0.1),
    }


def _forgetful(data: Dataset) -> Iterator[float]:
    """Take ``_TURN`` steps each time it is asked."""
    trainer = Trainer(Network(_SIZES, seed=_SEED), data.train)
    order, taken, cost = BatchOrder(len(data.train), _SEED), 0, 0.0
    for epoch in range(1_000_000):
        shuffled = order.of_epoch(epoch)
        for start in range(0, len(shuffled), _BATCH):
            if taken % _TURN == 0:
                yield cost
            cost = trainer.step(shuffled[start : start + _BATCH], _RATE, taken)
            taken += 1


def _jumps(run: Run, targets: Callable[[Run], Iterator[int]]) -> Row:
    times = []
    for step in targets(run):
        began = time.perf_counter()
        run.go_to(step)
        times.append(1000 * (time.perf_counter() - began))
    checkpoints = run.branch.checkpoints
    median, worst = statistics.median(times), max(times)
    kept = sum(vector.nbytes for vector in checkpoints.vectors.values())
    fits = median <= 16 and worst <= 40 and kept <= 256 * _MEGABYTE
    return {
        "steps": run.length,
        "to": targets.__name__.strip("_").replace("_", " "),
        "median": median,
        "p99": statistics.quantiles(times, n=100)[98],
        "worst": worst,
        "spacing": checkpoints.spacing,
        "MB of checkpoints": kept / _MEGABYTE,
        "bar": "16, 40 ms, 256 MB",
        "met": "yes" if fits else "no",
    }


def _anywhere(run: Run) -> Iterator[int]:
    random = np.random.default_rng(1)
    yield from random.integers(0, run.length + 1, _JUMPS).tolist()


def _one_back(run: Run) -> Iterator[int]:
    run.go_to(run.length)
    for back in range(1, _JUMPS + 1):
        yield run.length - back
