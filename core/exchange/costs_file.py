"""Costs as CSV: what a run has come to, one row a step."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from core.batches import BatchOrder
from core.exchange.csv_file import write_table
from core.exchange.replacing import replacing
from core.run import Run


def export_costs(run: Run, path: str | Path) -> None:
    """Save C of every step of the branch that a run is on, as CSV.

    The row of step n tells of the network where n steps had been taken: ``epoch`` and ``cost``
    of the mini-batch that comes next, which is ``run.costs[n]``; and ``test_cost`` and
    ``test_accuracy`` where they are known, and else nothing. The newest network has a row only
    if it was tested; its cost is not known yet.

    Parameters
    ----------
    run : Run
    path : str or Path
        By custom ``*.csv``.

    Raises
    ------
    ExchangeError
        Where the file cannot be written; what was there before is untouched.
    """
    with replacing(Path(path)) as stream:
        columns = ["step", "epoch", "cost", "test_cost", "test_accuracy"]
        write_table(stream, columns, _rows(run))


def _rows(run: Run) -> Iterator[list[object]]:
    costs: Iterator[object] = itertools.chain(map(float, run.costs), [""])
    evaluations = run.branch.evaluations
    for step, (epoch, cost) in enumerate(zip(_epochs(run), costs, strict=False)):
        found = evaluations.get(step)
        if found is not None:
            yield [step, epoch, cost, float(found.cost), float(found.accuracy)]
        elif step < run.length:
            yield [step, epoch, cost, "", ""]


def _epochs(run: Run) -> Iterator[int]:
    """The epoch of the mini-batch of each step, without end."""
    order = BatchOrder(len(run.data.train), run.seed)
    segments = run.branch.segments
    for segment, following in itertools.zip_longest(segments, segments[1:]):
        steps = itertools.count() if following is None else range(following.step - segment.step)
        size = segment.recipe.batch_size
        yield from (order.after(segment.place, step, size).epoch for step in steps)
