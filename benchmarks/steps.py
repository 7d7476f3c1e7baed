"""One gradient step, against the same step in other libraries.

Every step takes its mini-batch from the data and yields C as a Python number. All
contenders take short turns in one process, so that what else the machine does hits all
alike; a figure is the median over the rounds.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
import tracemalloc

import numpy as np

from benchmarks.contenders import Contender, Problem, all_contenders
from benchmarks.contenders.ours import STEP as _STEP
from benchmarks.contenders.ours import STEPS as _STEPS
from benchmarks.contenders.products import KIND as _PRODUCTS
from benchmarks.table import Row, Table, judged, mnist_folder
from core import Dataset, Network, Run, history, load_dataset

_ROUNDS = 21
_TURN_SECONDS = 0.04
# As in contenders/pytorch.py, which cannot be imported where PyTorch is absent.
_BY_HAND, _OPTIMISER = "PyTorch by hand, out=", "torch.optim.SGD"
_PYTORCH = (_BY_HAND, f"{_BY_HAND}, one vector", _OPTIMISER)
_SIZES = ((784, 16, 16, 10), (784, 30, 10), (784, 100, 10))
# The least that a contender may take, in our steps, on 64-16-16-10 and on each of _SIZES.
_LEAST = {
    _OPTIMISER: (10, 7, 5, 2.6),
    _BY_HAND: (2.3, 1.8, 1.6, 1.1),
    "JAX jit": (2.8, 2.0, 1.7, 1.05),
    "numpy, example by example": (20, 15, 11, 10),
}
# The most that our step may take, in products.
_MOST = (3.3, 2.1, 1.8, 1.6)
_EPOCH_SECONDS = 0.2
_KILOBYTES = 100
_ALLOCATING_STEPS = 10_000

_Times = dict[str, float]


def measure() -> Table:
    """Step times of five networks, an epoch of MNIST, and what steps allocate."""
    table = Table(
        f"One gradient step, float32, one BLAS thread, batch 10, mini-batch and C included, "
        f"medians of {_ROUNDS} turns of {1000 * _TURN_SECONDS:g} ms in rotation"
    )
    digits = load_dataset("digits")
    table.rows += _compared(Problem((64, 16, 16, 10), digits, 1.5), 0)
    table.rows.append(_allocation(digits))
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.", file=sys.stderr)
        return table
    mnist = load_dataset(folder)
    for place, sizes in enumerate(_SIZES, start=1):
        table.rows += _compared(Problem(sizes, mnist, 0.5), place)
    table.rows += _compared_wide(Problem((784, 512, 512, 10), mnist, 0.5, batch_size=128))
    table.rows.append(_epoch(mnist))
    return table


def _compared(problem: Problem, place: int) -> list[Row]:
    times = _times(problem, all_contenders(problem))
    rows = [
        _row(problem, _STEP, times, _PRODUCTS, most=_MOST[place]),
        _row(problem, _STEPS, times, _STEP, most=1.0),
        _row(problem, _PRODUCTS, times),
    ]
    for name in times:
        kind = name.partition(" (")[0]
        if kind not in (_STEP, _STEPS, _PRODUCTS):
            least = _LEAST[kind][place] if kind in _LEAST else None
            rows.append(_row(problem, name, times, _STEP, least=least))
    return rows


def _compared_wide(problem: Problem) -> list[Row]:
    """With large layers all time goes into the products."""
    kinds = (_STEP, _STEPS, _PRODUCTS, *_PYTORCH)
    times = _times(problem, [one for one in all_contenders(problem) if one.kind in kinds])
    rows = [
        _row(problem, _STEP, times, _PRODUCTS, most=1.25),
        _row(problem, _STEPS, times, _STEP, most=1.0),
        _row(problem, _PRODUCTS, times),
    ]
    others = [name for name in times if name.startswith(_PYTORCH)]
    return rows + [_row(problem, name, times, _STEP, least=1.0) for name in others]


def _row(
    problem: Problem,
    name: str,
    times: _Times,
    other: str | None = None,
    least: float | None = None,
    most: float | None = None,
) -> Row:
    batch = "" if problem.batch_size == 10 else f", batch {problem.batch_size}"
    row: Row = {"network": problem.name + batch, "contender": name, "µs a step": times[name]}
    if other is None:
        return {**row, "figure": "", "of what": "", "bar": "", "met": ""}
    figure = times[name] / times[other]
    return {**row, "figure": figure, "of what": f"times {other}", **judged(figure, least, most)}


def _times(problem: Problem, contenders: list[Contender]) -> _Times:
    """Microseconds a step by name; of each kind only the quickest."""
    _check_alike(problem, contenders)
    counts = [_steps_in_a_turn(one) for one in contenders]
    turns: list[list[float]] = [[] for _ in contenders]
    gc.collect()
    for first in range(_ROUNDS):
        for place in range(len(contenders)):
            which = (first + place) % len(contenders)
            began = time.perf_counter()
            contenders[which].steps(counts[which])
            turns[which].append((time.perf_counter() - began) / counts[which])
    medians = [1e6 * statistics.median(times) for times in turns]
    quickest: dict[str, tuple[float, str]] = {}
    for one, median in zip(contenders, medians, strict=True):
        quickest[one.kind] = min((median, one.name), quickest.get(one.kind, (median, one.name)))
    return {name: median for median, name in quickest.values()}


def _steps_in_a_turn(contender: Contender) -> int:
    """How many steps fill a turn; warms the contender up on the way."""
    count = 1
    while True:
        began = time.perf_counter()
        contender.steps(count)
        seconds = time.perf_counter() - began
        if seconds > _TURN_SECONDS / 4:
            return max(1, round(count * _TURN_SECONDS / seconds))
        count *= 2


def _check_alike(problem: Problem, contenders: list[Contender]) -> None:
    """Every contender's first step is ours, but for rounding; RuntimeError where it is not."""
    start = problem.network().parameters.vector
    answers = [(one, one.steps(1), one.parameters()) for one in contenders if one.parameters]
    _, cost, expected = answers[0]
    step = np.linalg.norm(expected - start)
    for one, other_cost, found in answers[1:]:
        is_step_alike = np.linalg.norm(found - expected) < 1e-3 * step
        if not (is_step_alike and np.isclose(other_cost, cost, rtol=1e-5)):
            raise RuntimeError(f"{one.name} takes another step than {answers[0][0].name}")


def _epoch(mnist: Dataset) -> Row:
    """An epoch of MNIST by one call."""
    run = Run(Network((784, 16, 16, 10)), mnist, learning_rate=0.5)
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        run.steps(run.steps_to_epoch_end)
        times.append(time.perf_counter() - began)
    median, count = statistics.median(times), -(-len(mnist.train) // run.batch_size)
    return {
        "network": "784-16-16-10",
        "contender": f"an epoch by {_STEPS}",
        "µs a step": 1e6 * median / count,
        "figure": median,
        "of what": "s",
        **judged(median, most=_EPOCH_SECONDS),
    }


def _allocation(data: Dataset) -> Row:
    """What steps leave behind in memory besides the costs and checkpoints of the run."""
    run = Run(Network((64, 16, 16, 10)), data)
    tracemalloc.start()
    run.steps(2 * run.steps_to_epoch_end)
    before = _kilobytes_elsewhere()
    run.steps(_ALLOCATING_STEPS)
    grown = _kilobytes_elsewhere() - before
    tracemalloc.stop()
    return {
        "network": "64-16-16-10",
        "contender": f"memory grown by {_ALLOCATING_STEPS:,} steps",
        "µs a step": "",
        "figure": grown,
        "of what": "kB",
        **judged(grown, most=_KILOBYTES),
    }


def _kilobytes_elsewhere() -> float:
    """Traced memory that was not allocated by the run's history, which is meant to grow."""
    gc.collect()
    snapshot = tracemalloc.take_snapshot()
    kept = snapshot.filter_traces(
        [
            tracemalloc.Filter(False, str(history.__file__)),
            tracemalloc.Filter(False, tracemalloc.__file__),
        ]
    )
    size: int = sum(statistic.size for statistic in kept.statistics("filename"))
    return size / 1000
