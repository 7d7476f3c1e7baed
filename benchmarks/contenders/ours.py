"""Our own step, with everything a run does besides: reports, costs, checkpoints."""

from __future__ import annotations

from benchmarks.contenders.problem import Contender, Problem
from core import Run

STEP, STEPS = "run.step()", "run.steps(n)"


def contenders(problem: Problem) -> list[Contender]:
    """One step at a time, and many by one call."""
    single, many = _run(problem), _run(problem)

    def step(count: int) -> float:
        cost = 0.0
        for _ in range(count):
            cost = single.step().cost
        return cost

    def steps(count: int) -> float:
        many.steps(count)
        return float(many.costs[-1])

    return [
        Contender(STEP, step, lambda: single.network.parameters.vector),
        Contender(STEPS, steps, lambda: many.network.parameters.vector),
    ]


def _run(problem: Problem) -> Run:
    return Run(
        problem.network(),
        problem.data,
        learning_rate=problem.learning_rate,
        batch_size=problem.batch_size,
        seed=problem.seed,
    )
