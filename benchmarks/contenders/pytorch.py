"""The step in PyTorch: by hand, by hand with every trick we know, and as its users write it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import torch

from benchmarks.contenders.problem import Contender, Problem
from core.parameters import FloatArray

BY_HAND = "PyTorch by hand, out="
BY_HAND_FLAT = "PyTorch by hand, out=, one vector"
OPTIMISER = "torch.optim.SGD"


def contenders(problem: Problem) -> list[Contender]:
    """By hand, by hand in one vector, and with either of the optimiser's quick forms."""
    torch.set_num_threads(1)
    by_hand, flat = _ByHand(problem), _Flat(problem)
    return [
        Contender(BY_HAND, _without_graph(by_hand.steps), by_hand.parameters),
        Contender(BY_HAND_FLAT, _without_graph(flat.steps), flat.parameters),
        *(_with_optimiser(problem, form) for form in ("foreach", "fused")),
    ]


def _without_graph(steps: Callable[[int], float]) -> Callable[[int], float]:
    def take(count: int) -> float:
        with torch.inference_mode():
            return steps(count)

    return take


class _ByHand:
    """W and B apart, as PyTorch keeps them; examples are rows; ∂C/∂a without its 2."""

    def __init__(self, problem: Problem) -> None:
        sizes, batch, network = problem.sizes, problem.batch_size, problem.network()
        self.data = _data(problem.data.train.inputs), _data(problem.data.train.targets)
        self.batches = _batches(problem)
        self.weights = [_data(weights) for weights in network.weights]
        self.biases = [_data(biases) for biases in network.biases]
        # The 2 of ∂C/∂a, the mean and η in one number.
        self.scale = -2 * problem.learning_rate / batch
        self.activations = [torch.zeros(batch, size) for size in sizes]
        self.slopes = [torch.zeros(batch, size) for size in sizes[1:]]
        self.deltas = [torch.zeros(batch, size) for size in sizes[1:]]
        self.targets = torch.zeros(batch, sizes[-1])
        self.forward = [
            (biases, below, weights.t(), fired)
            for weights, biases, below, fired in zip(
                self.weights, self.biases, self.activations, self.activations[1:], strict=False
            )
        ]
        self.backward = [
            (
                self.activations[layer + 1],
                self.slopes[layer],
                self.deltas[layer],
                self.deltas[layer].t(),
                self.activations[layer],
                torch.zeros_like(self.weights[layer]),
                torch.zeros_like(self.biases[layer]),
                self.weights[layer],
                self.biases[layer],
                self.deltas[layer - 1] if layer else None,
            )
            for layer in reversed(range(len(sizes) - 1))
        ]

    def steps(self, count: int) -> float:
        inputs, wanted = self.data
        outputs, difference, scale = self.activations[-1], self.deltas[-1], self.scale
        differences, cost = difference.view(-1), 0.0
        for indices in itertools.islice(self.batches, count):
            torch.index_select(inputs, 0, indices, out=self.activations[0])
            torch.index_select(wanted, 0, indices, out=self.targets)
            for biases, below, weights, fired in self.forward:
                torch.addmm(biases, below, weights, out=fired)
                torch.sigmoid(fired, out=fired)
            torch.sub(outputs, self.targets, out=difference)
            cost = torch.dot(differences, differences).item() / len(indices)
            for a, slope, delta, across, below, to_w, to_b, weights, biases, back in self.backward:
                torch.addcmul(a, a, a, value=-1, out=slope)
                torch.mul(delta, slope, out=delta)
                torch.mm(across, below, out=to_w)
                torch.sum(delta, 0, out=to_b)
                if back is not None:
                    torch.mm(delta, weights, out=back)
                weights.add_(to_w, alpha=scale)
                biases.add_(to_b, alpha=scale)
        return float(cost)

    def parameters(self) -> FloatArray:
        return _vector(zip(self.weights, self.biases, strict=True))


class _Flat:
    """With our own tricks: one vector, biases as W's last column, σ′ of all layers at once."""

    def __init__(self, problem: Problem) -> None:
        sizes, batch, network = problem.sizes, problem.batch_size, problem.network()
        self.data = _data(problem.data.train.with_ones), _data(problem.data.train.targets)
        self.batches = _batches(problem)
        self.vector = _data(network.parameters.vector)
        self.gradient = torch.zeros_like(self.vector)
        shapes = [(after, before + 1) for before, after in itertools.pairwise(sizes)]
        blocks, gradients = _cut(self.vector, shapes), _cut(self.gradient, shapes)
        self.scale = -2 * problem.learning_rate / batch
        shapes = [(batch, size + 1) for size in sizes[1:-1]] + [(batch, sizes[-1])]
        self.fired = torch.ones(sum(rows * columns for rows, columns in shapes))
        self.slopes = torch.ones_like(self.fired)
        with_ones, slopes = _cut(self.fired, shapes), _cut(self.slopes, shapes)
        activations = [a[:, :size] for a, size in zip(with_ones, sizes[1:], strict=True)]
        slopes = [a[:, :size] for a, size in zip(slopes, sizes[1:], strict=True)]
        self.inputs, self.targets = torch.ones(batch, sizes[0] + 1), torch.zeros(batch, sizes[-1])
        below = [self.inputs, *with_ones[:-1]]
        deltas, self.flowing = ([torch.zeros(batch, size) for size in sizes[1:]] for _ in range(2))
        self.outputs = activations[-1]
        self.forward = [
            (one, block.t(), fired)
            for one, block, fired in zip(below, blocks, activations, strict=True)
        ]
        self.backward = [
            (
                self.flowing[layer],
                slopes[layer],
                deltas[layer],
                deltas[layer].t(),
                below[layer],
                gradients[layer],
                blocks[layer][:, :-1],
                self.flowing[layer - 1] if layer else None,
            )
            for layer in reversed(range(len(sizes) - 1))
        ]

    def steps(self, count: int) -> float:
        inputs, wanted = self.data
        multiply, difference = torch.mm, self.flowing[-1]
        differences, cost = difference.view(-1), 0.0
        for indices in itertools.islice(self.batches, count):
            torch.index_select(inputs, 0, indices, out=self.inputs)
            torch.index_select(wanted, 0, indices, out=self.targets)
            for below, weights, fired in self.forward:
                multiply(below, weights, out=fired)
                torch.sigmoid(fired, out=fired)
            torch.sub(self.outputs, self.targets, out=difference)
            cost = torch.dot(differences, differences).item() / len(indices)
            torch.addcmul(self.fired, self.fired, self.fired, value=-1, out=self.slopes)
            for to_a, slope, delta, across, below, gradient, weights, back in self.backward:
                torch.mul(to_a, slope, out=delta)
                multiply(across, below, out=gradient)
                if back is not None:
                    multiply(delta, weights, out=back)
            self.vector.add_(self.gradient, alpha=self.scale)
        return float(cost)

    def parameters(self) -> FloatArray:
        return np.asarray(self.vector.numpy())


def _with_optimiser(problem: Problem, form: str) -> Contender:
    network = problem.network()
    inputs, wanted = _data(problem.data.train.inputs), _data(problem.data.train.targets)
    batches, layers, linear = _batches(problem), [], []
    for weights, biases in zip(network.weights, network.biases, strict=True):
        layer = torch.nn.Linear(weights.shape[1], weights.shape[0])
        layer.weight.data, layer.bias.data = _data(weights), _data(biases)
        linear.append(layer)
        layers += [layer, torch.nn.Sigmoid()]
    model = torch.nn.Sequential(*layers)
    options: dict[str, Any] = {form: True}
    optimiser = torch.optim.SGD(model.parameters(), lr=problem.learning_rate, **options)

    def steps(count: int) -> float:
        cost = 0.0
        for indices in itertools.islice(batches, count):
            outputs = model(inputs.index_select(0, indices))
            loss = ((outputs - wanted.index_select(0, indices)) ** 2).sum(1).mean()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            cost = loss.item()
        return float(cost)

    def parameters() -> FloatArray:
        return _vector((layer.weight.data, layer.bias.data) for layer in linear)

    return Contender(OPTIMISER, steps, parameters, form)


def _data(array: FloatArray) -> torch.Tensor:
    return torch.from_numpy(np.array(array, order="C"))


def _batches(problem: Problem) -> Iterator[torch.Tensor]:
    return itertools.cycle([torch.from_numpy(batch.copy()) for batch in problem.batches])


def _cut(vector: torch.Tensor, shapes: list[tuple[int, int]]) -> list[torch.Tensor]:
    parts = torch.split(vector, [rows * columns for rows, columns in shapes])
    return [part.view(shape) for part, shape in zip(parts, shapes, strict=True)]


def _vector(layers: Any) -> FloatArray:
    blocks = [torch.column_stack(pair).reshape(-1) for pair in layers]
    return np.asarray(torch.cat(blocks).numpy())
