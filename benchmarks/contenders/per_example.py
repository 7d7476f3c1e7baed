"""A plain per-example numpy loop, as beginners' books write it.

In the style of M. Nielsen, Neural Networks and Deep Learning, chapter 1, ``network.py``,
written anew for C = Σ (t − a)² and float32.
"""

from __future__ import annotations

import itertools

import numpy as np

from benchmarks.contenders.problem import Contender, Problem
from core.parameters import FloatArray

KIND = "numpy, example by example"
_Layers = list[FloatArray]


def contenders(problem: Problem) -> list[Contender]:
    """The one contender of this file."""
    network = problem.network()
    loop = _Loop(
        [np.array(weights) for weights in network.weights],
        [np.array(biases)[:, np.newaxis] for biases in network.biases],
    )
    train = problem.data.train
    # One column vector an example, made outside the clock.
    inputs, targets = (
        np.ascontiguousarray(rows)[:, :, np.newaxis] for rows in (train.inputs, train.targets)
    )
    batches = itertools.cycle(problem.batches)

    def steps(count: int) -> float:
        cost = 0.0
        for batch in itertools.islice(batches, count):
            examples = [(inputs[i], targets[i]) for i in batch]
            cost = loop.update_mini_batch(examples, problem.learning_rate)
        return cost

    return [Contender(KIND, steps, loop.vector)]


class _Loop:
    def __init__(self, weights: _Layers, biases: _Layers) -> None:
        self.weights, self.biases = weights, biases

    def update_mini_batch(
        self, examples: list[tuple[FloatArray, FloatArray]], learning_rate: float
    ) -> float:
        weight_sums: _Layers = [np.zeros(weights.shape, np.float32) for weights in self.weights]
        bias_sums: _Layers = [np.zeros(biases.shape, np.float32) for biases in self.biases]
        cost = 0.0
        for inputs, targets in examples:
            weight_slopes, bias_slopes, example_cost = self.back_propagate(inputs, targets)
            weight_sums = [a + b for a, b in zip(weight_sums, weight_slopes, strict=True)]
            bias_sums = [a + b for a, b in zip(bias_sums, bias_slopes, strict=True)]
            cost += example_cost
        rate = learning_rate / len(examples)
        self.weights = [w - rate * s for w, s in zip(self.weights, weight_sums, strict=True)]
        self.biases = [b - rate * s for b, s in zip(self.biases, bias_sums, strict=True)]
        return cost / len(examples)

    def back_propagate(
        self, inputs: FloatArray, targets: FloatArray
    ) -> tuple[_Layers, _Layers, float]:
        weight_slopes: _Layers = [np.zeros(weights.shape, np.float32) for weights in self.weights]
        bias_slopes: _Layers = [np.zeros(biases.shape, np.float32) for biases in self.biases]
        activation, activations, sums = inputs, [inputs], []
        for weights, biases in zip(self.weights, self.biases, strict=True):
            weighted_sum = np.dot(weights, activation) + biases
            sums.append(weighted_sum)
            activation = _logistic(weighted_sum)
            activations.append(activation)
        difference = activation - targets
        delta: FloatArray = 2 * difference * _slope(sums[-1])
        for layer in range(1, len(activations)):
            if layer > 1:
                delta = np.dot(self.weights[1 - layer].T, delta) * _slope(sums[-layer])
            bias_slopes[-layer] = delta
            weight_slopes[-layer] = np.dot(delta, activations[-layer - 1].T)
        return weight_slopes, bias_slopes, float(np.sum(difference**2))

    def vector(self) -> FloatArray:
        blocks = [np.hstack(pair) for pair in zip(self.weights, self.biases, strict=True)]
        return np.concatenate([block.ravel() for block in blocks])


def _logistic(weighted_sum: FloatArray) -> FloatArray:
    answer: FloatArray = 1 / (1 + np.exp(-weighted_sum))
    return answer


def _slope(weighted_sum: FloatArray) -> FloatArray:
    return _logistic(weighted_sum) * (1 - _logistic(weighted_sum))
