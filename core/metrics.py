"""How good a network is: cost, accuracy, what it misreads. In chunks, to save memory."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from core.chunks import at_once, slices
from core.datasets.dataset import Examples
from core.fitting import check_examples
from core.network import Network
from core.parameters import FloatArray, IntArray
from core.quiet import quietly

# Multiplications in a chunk: about a millisecond's, so that nothing else waits long.
_WORK = 20_000_000
_LARGEST_CHUNK = 1000
_SMALLEST_CHUNK = 20


@dataclass(frozen=True)
class Evaluation:
    """How a network does on some examples.

    Attributes
    ----------
    cost : float
        The mean C of an example.
    accuracy : float
        The share of examples read right, 0 to 1; NaN where examples are of no class.
    """

    cost: float
    accuracy: float


@dataclass(frozen=True, eq=False)
class Judgement:
    """What a network makes of each of some examples.

    Attributes
    ----------
    labels, answers : ndarray of int, shape (n,)
        What each example is, and what it is read as: the output with the largest a. Where
        there is one output alone, 1 from ½ up and else 0, of the target and of a.
    costs : ndarray, shape (n,)
        Its C.
    sureness : ndarray, shape (n,)
        The largest a.
    class_count : int
    has_classes : bool
        Whether an example is of a class at all.
    """

    labels: IntArray
    answers: IntArray
    costs: FloatArray
    sureness: FloatArray
    class_count: int
    has_classes: bool = True

    @property
    def accuracy(self) -> float:
        """The share of examples read right, 0 to 1; NaN where they are of no class."""
        if not self.has_classes:
            return math.nan
        return float((self.answers == self.labels).mean())

    @property
    def confusion(self) -> IntArray:
        """``confusion[i, k]``: how many examples of class i are read as k."""
        table = np.zeros((self.class_count, self.class_count), np.int64)
        np.add.at(table, (self.labels, self.answers), 1)
        return table

    @property
    def class_accuracies(self) -> FloatArray:
        """The share read right of each class, shape (classes,); NaN for one without examples."""
        table = self.confusion
        totals = table.sum(axis=1)
        shares: FloatArray = np.where(totals > 0, table.diagonal() / np.maximum(totals, 1), np.nan)
        return shares

    @property
    def misread(self) -> IntArray:
        """The examples read wrong, the surest mistakes first."""
        wrong = np.flatnonzero(self.answers != self.labels)
        return wrong[np.argsort(-self.sureness[wrong], kind="stable")]


def evaluate(network: Network, examples: Examples) -> Evaluation:
    """Cost and accuracy over all examples."""
    return at_once(evaluate_in_chunks(network, examples))


def evaluate_in_chunks(network: Network, examples: Examples) -> Generator[None, None, Evaluation]:
    """Cost and accuracy, as `evaluate`, with a pause after every chunk of examples.

    The network must stay as it is until the generator returns.
    """
    found = yield from judge_in_chunks(network, examples)
    return Evaluation(float(found.costs.mean(dtype=np.float64)), found.accuracy)


def judge(network: Network, examples: Examples) -> Judgement:
    """What the network makes of every example."""
    return at_once(judge_in_chunks(network, examples))


def judge_in_chunks(network: Network, examples: Examples) -> Generator[None, None, Judgement]:
    """As `judge`, with a pause after every chunk of examples.

    The network must stay as it is until the generator returns.
    """
    labels, answers, costs, sureness = [], [], [], []
    for part, sums, outputs in _outputs(network, examples):
        targets = examples.targets[part].T
        costs.append(quietly(network.cost.terms, sums, outputs, targets).sum(axis=0))
        answers.append(read(outputs))
        labels.append(read(targets) if len(targets) == 1 else examples.labels[part])
        sureness.append(outputs.max(axis=0))
        yield
    return Judgement(
        np.concatenate(labels),
        np.concatenate(answers),
        np.concatenate(costs),
        np.concatenate(sureness),
        max(2, network.sizes[-1]),
        examples.has_classes,
    )


def answers(network: Network, examples: Examples) -> IntArray:
    """What every example is read as: the output with the largest a, shape (n,)."""
    return np.concatenate([read(outputs) for _, _, outputs in _outputs(network, examples)])


def read(outputs: FloatArray) -> IntArray:
    """What activations of the output layer are read as.

    Parameters
    ----------
    outputs : ndarray, shape (N_output, n)

    Returns
    -------
    ndarray of int, shape (n,)
        The output with the largest a; of one output alone, 1 from ½ up and else 0.
    """
    is_one = len(outputs) == 1
    found: IntArray = (outputs[0] >= 0.5).astype(np.int64) if is_one else outputs.argmax(axis=0)
    return found


def _outputs(
    network: Network, examples: Examples
) -> Iterator[tuple[slice, FloatArray, FloatArray]]:
    """Of each chunk its place, and S and a of the output layer."""
    check_examples(network, examples)
    work = _WORK // network.parameters.vector.size
    size = min(_LARGEST_CHUNK, max(_SMALLEST_CHUNK, work))
    for part in slices(len(examples), size):
        found = quietly(network.forward, examples.inputs[part])
        yield part, found.weighted_sums[-1], found.activations[-1]
