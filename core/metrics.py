"""How good a network is: cost, accuracy, what it misreads. In chunks, to save memory."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import cast

import numpy as np

from core.datasets.dataset import Examples
from core.network import Network
from core.parameters import FloatArray, IntArray

_CHUNK = 1000


@dataclass(frozen=True)
class Evaluation:
    """How a network does on some examples.

    Attributes
    ----------
    cost : float
        The mean C of an example.
    accuracy : float
        The share of examples read right, 0 to 1.
    """

    cost: float
    accuracy: float


def evaluate(network: Network, examples: Examples) -> Evaluation:
    """Cost and accuracy over all examples."""
    chunks = evaluate_in_chunks(network, examples)
    while True:
        try:
            next(chunks)
        except StopIteration as end:
            return cast("Evaluation", end.value)


def evaluate_in_chunks(network: Network, examples: Examples) -> Generator[None, None, Evaluation]:
    """Cost and accuracy, as `evaluate`, with a pause after every chunk of examples.

    The network must stay as it is until the generator returns.
    """
    cost = 0.0
    right = 0
    for start, outputs in _outputs(network, examples):
        part = slice(start, start + outputs.shape[1])
        targets = examples.targets[part].T
        cost += float(network.cost.per_example(outputs, targets).sum(dtype=np.float64))
        right += int((outputs.argmax(axis=0) == examples.labels[part]).sum())
        yield
    return Evaluation(cost / len(examples), right / len(examples))


def answers(network: Network, examples: Examples) -> IntArray:
    """What every example is read as: the output with the largest a, shape (n,)."""
    parts = [outputs.argmax(axis=0) for _, outputs in _outputs(network, examples)]
    return np.concatenate(parts)


def _outputs(network: Network, examples: Examples) -> Iterator[tuple[int, FloatArray]]:
    with np.errstate(over="ignore", invalid="ignore"):
        for start in range(0, len(examples), _CHUNK):
            inputs = examples.inputs[start : start + _CHUNK]
            yield start, network.forward(inputs).activations[-1]
