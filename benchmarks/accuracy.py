"""How much of the test data the default settings read right, seed by seed."""

from __future__ import annotations

import statistics

from benchmarks.table import Table
from core import Network, Run, evaluate, load_dataset

_STEPS = 4300
_SEEDS = 100
_RATES = (1.0, 1.5, 2.0, 2.5)


def measure() -> Table:
    """Train 64-16-16-10 on the embedded digits with several learning rates."""
    table = Table(
        f"64-16-16-10, embedded digits, logistic, quadratic, 1/√N, batch 10, {_STEPS} steps, "
        f"{_SEEDS} seeds: share of the 360 test digits read right"
    )
    data = load_dataset("digits")
    for rate in _RATES:
        found = []
        for seed in range(_SEEDS):
            run = Run(Network((64, 16, 16, 10), seed=seed), data, learning_rate=rate, seed=seed)
            run.steps(_STEPS)
            found.append(evaluate(run.network, data.test).accuracy)
        table.rows.append(
            {
                "learning rate": rate,
                "mean": statistics.mean(found),
                "median": statistics.median(found),
                "worst": min(found),
                "below 95 %": sum(accuracy < 0.95 for accuracy in found),
            }
        )
    return table
