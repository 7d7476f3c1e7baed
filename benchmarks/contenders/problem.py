"""What every contender is given, and what it has to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core import Dataset, Network
from core.batches import BatchOrder
from core.parameters import FloatArray

_SEED = 7


@dataclass(frozen=True)
class Problem:
    """Training of a network of logistic neurons by gradient descent on the quadratic C.

    Attributes
    ----------
    sizes : tuple of int
        Neurons per layer, input first.
    data : Dataset
    learning_rate : float
        η.
    batch_size : int
    seed : int
        Of the start values, and of the order of the examples.
    """

    sizes: tuple[int, ...]
    data: Dataset
    learning_rate: float
    batch_size: int = 10
    seed: int = _SEED

    @property
    def name(self) -> str:
        """As in 784-16-16-10."""
        return "-".join(map(str, self.sizes))

    def network(self) -> Network:
        """A network with the start values."""
        return Network(self.sizes, seed=self.seed)

    @cached_property
    def batches(self) -> list[npt.NDArray[np.int64]]:
        """Every whole mini-batch of the first epoch, as indices: cut once, outside the clock."""
        order = BatchOrder(len(self.data.train), self.seed).of_epoch(0)
        count = len(order) // self.batch_size
        return list(order[: count * self.batch_size].reshape(count, self.batch_size))


@dataclass(frozen=True)
class Contender:
    """A way to take gradient steps.

    Attributes
    ----------
    kind : str
        Of contenders of one kind, the quickest is reported.
    variant : str
        What it does otherwise than others of its kind.
    steps : callable
        Takes so many steps, each on the next mini-batch; returns C of the last one.
    parameters : callable or None
        All W and B in the order of `core.Parameters`; None where the step is another one.
    """

    kind: str
    steps: Callable[[int], float]
    parameters: Callable[[], FloatArray] | None = None
    variant: str = ""

    @property
    def name(self) -> str:
        """Kind and variant."""
        return f"{self.kind} ({self.variant})" if self.variant else self.kind
