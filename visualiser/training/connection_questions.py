"""Questions about one connection: C as its weight moves, who asks for what, the chain rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.activations import slopes_of
from core.datasets.dataset import Examples
from core.parameters import FloatArray, IntArray
from core.probes.sweep import back_propagate
from core.probes.weights import CostLine, cost_along_weight, wishes
from core.quiet import quietly
from visualiser.training.shown_example import ShownExample, examples_of

if TYPE_CHECKING:
    from core.network import Network
    from core.run import Run

# Whose mean C is: that of the next mini-batch, or of the training data.
Over = Literal["batch", "train"]
# Points of the curve, so many that it looks smooth on the screen.
_POINTS = 81
# The curve reaches so far to either side, or so many times as far as W or its next move.
_REACH, _OF_WEIGHT, _OF_MOVE = 2.0, 2.0, 1.25
# Multiplications that the curve over the training data may take: less than 50 ms.
_MOST_WORK = 400_000_000
# σ takes as long as so many of them.
_SIGMA = 10
# Of a larger mini-batch, only so many wishes are told one by one.
MOST_WISHES = 10


@dataclass(frozen=True, eq=False)
class WeightCurve:
    """C as one weight moves and everything else stays.

    Attributes
    ----------
    line : CostLine
    next_value, next_cost : float
        Where the next step will put the weight, one of the line's values, and C there; NaN
        where that is no number, or C is not the mini-batch's.
    over : {"batch", "train"}
        Whose C it is: that of the next mini-batch, or of the training data.
    counted, available : int
        C is the mean over so many examples, of so many that there are.
    """

    line: CostLine
    next_value: float
    next_cost: float
    over: Over
    counted: int
    available: int


@dataclass(frozen=True)
class CostAlongWeight:
    """C as W moves, to neuron ``to`` of a layer from ``origin``.

    C is the next mini-batch's, or the training data's: of all of it, or where that would hold
    the run up, of evenly chosen examples, always the same ones.
    """

    layer: int
    to: int
    origin: int
    over: Over = "batch"

    def answer(self, run: Run) -> WeightCurve:
        """The curve, with the present W and the next among its points."""
        place = self.to, self.origin
        weight = run.network.weights[self.layer - 1][place]
        after = quietly(np.subtract, weight, run.next_update().weights[self.layer - 1][place])
        values = quietly(_around, float(weight), float(after))
        indices, available = self._examples(run)
        line = cost_along_weight(
            run.network,
            run.data.train,
            self.layer,
            *place,
            indices=indices,
            values=values,
            points=_POINTS,
        )
        facts = self.over, len(indices), available
        if values is None or self.over == "train":
            return WeightCurve(line, np.nan, np.nan, *facts)
        there = int(np.searchsorted(values, float(after)))
        return WeightCurve(line, float(after), float(line.costs[there]), *facts)

    def _examples(self, run: Run) -> tuple[IntArray, int]:
        """Which training examples are counted, and of how many."""
        if self.over == "batch":
            return run.next_batch, len(run.next_batch)
        available = len(run.data.train)
        counted = min(available, most_examples(run.network, self.layer))
        return np.arange(counted) * available // counted, available


def most_examples(network: Network, layer: int) -> int:
    """Over how many examples C may be taken as a weight to this layer moves: a round number."""
    sizes = network.sizes
    above = sum(sizes[i] * sizes[i + 1] for i in range(layer, len(sizes) - 1))
    one = network.parameters.vector.size + _POINTS * (above + _SIGMA * sum(sizes[layer:]))
    most = max(1, _MOST_WORK // one)
    unit: int = 10 ** (len(str(most)) - 1)
    return most // unit * unit


@dataclass(frozen=True, eq=False)
class BatchWishes:
    """How the examples of the next mini-batch would have a weight moved: −∂C/∂W of each.

    Attributes
    ----------
    count : int
        Examples in the mini-batch.
    examples, labels : ndarray of int
        Those that ask most, in the order of the mini-batch: their places in the training
        data, and what they truly are.
    wishes : ndarray, shape as examples
        Of each; above 0 where a larger weight is asked for.
    inputs : ndarray, shape (examples, N_0)
    rest : float
        The sum of what all others ask for.
    mean : float
        −∂C/∂W of the mini-batch.
    """

    count: int
    examples: IntArray
    labels: IntArray
    wishes: FloatArray
    inputs: FloatArray
    rest: float
    mean: float


@dataclass(frozen=True)
class WishesFor:
    """What each example of the next mini-batch asks of W, to ``to`` from ``origin``."""

    layer: int
    to: int
    origin: int

    def answer(self, run: Run) -> BatchWishes:
        """The wishes of those that ask most, and what the others ask for together."""
        batch, train = run.next_batch, run.data.train
        found = wishes(run.network, train, self.layer, self.to, self.origin, indices=batch)
        # Not the negative, which has a −0.
        asked = quietly(np.subtract, 0.0, found.slopes.astype(np.float64))
        strength = np.abs(np.nan_to_num(asked))
        chosen = np.sort(np.argsort(-strength, kind="stable")[:MOST_WISHES])
        examples = batch[chosen]
        return BatchWishes(
            len(batch),
            examples,
            train.labels[examples],
            asked[chosen],
            train.inputs[examples],
            float(quietly(np.sum, np.delete(asked, chosen))),
            0.0 - found.mean,
        )


@dataclass(frozen=True)
class Chain:
    """∂C/∂W of one example's own C, and what it is the product of.

    Attributes
    ----------
    a : float
        Of the neuron where the connection begins.
    slope, cost_slope : float or None
        σ′(S) and ∂C/∂a of the neuron where it ends; None where δ is not their product, or
        their product is not how it is computed.
    difference : tuple of float or None
        a and t of that neuron, where δ = a − t.
    delta : float
        δ = ∂C/∂S of that neuron.
    gradient : float
        ∂C/∂W = a · δ.
    is_held : bool
        Whether C does not depend on that neuron's S, as its a is held; δ is 0 then.
    """

    a: float
    slope: float | None
    cost_slope: float | None
    difference: tuple[float, float] | None
    delta: float
    gradient: float
    is_held: bool


@dataclass(frozen=True)
class ChainOfExample:
    """∂C/∂W of one example whose label is known, factor by factor."""

    layer: int
    to: int
    origin: int
    example: ShownExample

    def answer(self, run: Run) -> Chain:
        """The factors; δ alone where there are none."""
        return quietly(self._chain, run, examples_of(run.data, self.example))

    def _chain(self, run: Run, examples: Examples) -> Chain:
        network = run.network
        forward = network.forward(examples.inputs)
        targets = examples.targets.T.astype(network.parameters.vector.dtype)
        to_a, deltas = back_propagate(network, forward, targets, self.layer)
        a = forward.activations[self.layer - 1][self.origin, 0]
        delta = deltas[self.to, 0]
        sigma = network.activation_functions[self.layer - 1]
        is_last = self.layer == len(network.sizes) - 1
        is_held = any((one.layer, one.neuron) == (self.layer, self.to) for one in network.held)
        slope = cost_slope = difference = None
        if is_last and network.cost.partner is not None:
            ends = forward.activations[-1][self.to, 0], targets[self.to, 0]
            difference = float(ends[0]), float(ends[1])
        elif sigma.is_elementwise and not is_held:
            sums = forward.weighted_sums[self.layer - 1]
            slope = float(slopes_of(sigma, sums)[self.to, 0])
            cost_slope = float(to_a[self.to, 0])
        ends_in = float(delta), float(a * delta), is_held
        return Chain(float(a), slope, cost_slope, difference, *ends_in)


def _around(weight: float, after: float) -> FloatArray | None:
    """Points to both sides of a weight, with the next one; None where there are none.

    The ends are round, so that they hold still while the weight moves a little.
    """
    reach = max(_REACH, _OF_WEIGHT * abs(weight), _OF_MOVE * abs(after - weight))
    if not np.isfinite(weight - reach) or not np.isfinite(weight + reach):
        return None
    unit = 2.0 ** (np.floor(np.log2(reach)) - 1)
    ends = np.floor((weight - reach) / unit) * unit, np.ceil((weight + reach) / unit) * unit
    values = np.union1d(np.linspace(*ends, _POINTS), [weight, after])
    return values if np.isfinite(values).all() else None
