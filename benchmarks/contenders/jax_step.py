"""The step in JAX, compiled as one function."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

# Read by JAX when it is imported: one thread, as for all others.
os.environ.setdefault(
    "XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
)
os.environ.setdefault("JAX_PLATFORMS", "cpu")

# isort: split
import jax
import jax.numpy as jnp

from benchmarks.contenders.problem import Contender, Problem
from core.parameters import FloatArray

KIND = "JAX jit"


def contenders(problem: Problem) -> list[Contender]:
    """The mini-batch gathered by XLA, which is slow for wide examples, and by numpy."""
    return [_inside(problem), _outside(problem)]


def _inside(problem: Problem) -> Contender:
    train = problem.data.train
    inputs, targets = jnp.asarray(train.inputs), jnp.asarray(train.targets)
    batches = [jnp.asarray(batch, jnp.int32) for batch in problem.batches]
    arguments = ((inputs, targets, indices) for indices in itertools.cycle(batches))
    return _contender(problem, _gather_and_step, arguments, "gathered by XLA")


def _outside(problem: Problem) -> Contender:
    train = problem.data.train
    inputs, targets = np.ascontiguousarray(train.inputs), np.ascontiguousarray(train.targets)
    arguments = (
        (inputs.take(indices, 0, mode="clip"), targets.take(indices, 0, mode="clip"))
        for indices in itertools.cycle(problem.batches)
    )
    return _contender(problem, _step, arguments, "gathered by numpy")


def _contender(
    problem: Problem, function: Callable[..., Any], arguments: Iterator[Any], variant: str
) -> Contender:
    network = problem.network()
    state: list[Any] = [
        (jnp.array(w), jnp.array(b)) for w, b in zip(network.weights, network.biases, strict=True)
    ]
    # η is built in: as an argument it would be converted in every step.
    step = jax.jit(partial(function, rate=problem.learning_rate), donate_argnums=0)

    def steps(count: int) -> float:
        cost = 0.0
        layers = list(state)
        for batch in itertools.islice(arguments, count):
            layers, outcome = step(layers, *batch)
            cost = float(outcome)
        state[:] = layers
        return cost

    def parameters() -> FloatArray:
        blocks = [np.column_stack(layer) for layer in state]
        return np.concatenate([block.ravel() for block in blocks])

    return Contender(KIND, steps, parameters, variant)


def _gather_and_step(
    layers: Any, inputs: Any, targets: Any, indices: Any, rate: float
) -> tuple[Any, Any]:
    # No index is out of range: "clip" is the mode that tests least.
    chosen, wanted = (a.at[indices].get(mode="clip") for a in (inputs, targets))
    return _step(layers, chosen, wanted, rate)


def _step(layers: Any, inputs: Any, targets: Any, rate: float) -> tuple[Any, Any]:
    cost, slopes = jax.value_and_grad(_cost)(layers, inputs, targets)
    return jax.tree.map(lambda value, slope: value - rate * slope, layers, slopes), cost


def _cost(layers: Any, inputs: Any, targets: Any) -> Any:
    activations = inputs
    for weights, biases in layers:
        activations = jax.nn.sigmoid(activations @ weights.T + biases)
    return ((targets - activations) ** 2).sum(axis=1).mean()
