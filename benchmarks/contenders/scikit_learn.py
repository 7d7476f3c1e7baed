"""scikit-learn's nearest: one mini-batch by MLPRegressor.partial_fit. Its step is another one.

Its output is S, not σ(S), and its C has a ½; for the table only.
"""

from __future__ import annotations

import itertools

import numpy as np
from sklearn.neural_network import MLPRegressor

from benchmarks.contenders.problem import Contender, Problem

KIND = "scikit-learn partial_fit"


def contenders(problem: Problem) -> list[Contender]:
    """The one contender of this file."""
    inputs, targets = (
        np.ascontiguousarray(a) for a in (problem.data.train.inputs, problem.data.train.targets)
    )
    batches = itertools.cycle(problem.batches)
    model = MLPRegressor(
        hidden_layer_sizes=problem.sizes[1:-1],
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=problem.batch_size,
        # Its outputs have no bounds: with our η they would run away.
        learning_rate_init=0.01,
        momentum=0,
        nesterovs_momentum=False,
        random_state=problem.seed,
    )

    def steps(count: int) -> float:
        for batch in itertools.islice(batches, count):
            model.partial_fit(inputs[batch], targets[batch])
        return float(model.loss_)

    return [Contender(KIND, steps)]
