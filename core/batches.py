"""Which examples form the mini-batch of a step: a pure function of seed and place."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.parameters import IntArray


class Place(NamedTuple):
    """Where in the data a run stands: the epoch, and the examples of it already used."""

    epoch: int
    offset: int


class BatchOrder:
    """The order in which examples are used: one permutation per epoch.

    An epoch uses every example once; where the mini-batch size does not divide their
    number, the epoch's last mini-batch is shorter.

    Parameters
    ----------
    example_count : int
    seed : int
        Of the order where no other is asked for.
    """

    def __init__(self, example_count: int, seed: int) -> None:
        self.example_count = example_count
        self.seed = seed
        self._known: tuple[int, int] | None = None
        self._order: IntArray = np.empty(0, np.int64)

    def indices(self, place: Place, batch_size: int, seed: int | None = None) -> IntArray:
        """The examples of the mini-batch that starts at ``place``."""
        return self.of_epoch(place.epoch, seed)[place.offset : place.offset + batch_size]

    def of_epoch(self, epoch: int, seed: int | None = None) -> IntArray:
        """All examples, in the order in which this epoch uses them."""
        wanted = (self.seed if seed is None else seed, epoch)
        if wanted != self._known:
            random = np.random.default_rng(wanted)
            self._order = random.permutation(self.example_count)
            self._known = wanted
        return self._order

    def steps_per_epoch(self, batch_size: int) -> int:
        """Mini-batches in a whole epoch."""
        return -(-self.example_count // batch_size)

    def after(self, start: Place, steps: int, batch_size: int) -> Place:
        """The place ``steps`` mini-batches of that size after ``start``."""
        left = -(-(self.example_count - start.offset) // batch_size)
        if steps < left:
            return Place(start.epoch, start.offset + steps * batch_size)
        epochs, rest = divmod(steps - left, self.steps_per_epoch(batch_size))
        return Place(start.epoch + 1 + epochs, rest * batch_size)

    def steps_to_epoch_end(self, place: Place, batch_size: int) -> int:
        """Steps until the epoch of ``place`` is complete; at least 1."""
        return -(-(self.example_count - place.offset) // batch_size)
