"""Where the epochs of a course of events begin: a pure function of its mini-batches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from core.batches import BatchOrder, Place
from core.history import Branch


class Epochs:
    """At which steps epochs begin, where the size of the mini-batches may change on the way.

    Parameters
    ----------
    stretches : iterable of (int, Place, int)
        In order: the step at which a stretch with mini-batches of one size begins, its place
        in the data, and that size. Of those that begin at one step the last holds.
    example_count : int
        Training examples, each of which an epoch uses once.
    """

    def __init__(self, stretches: Iterable[tuple[int, Place, int]], example_count: int) -> None:
        held = {step: (place, size) for step, place, size in stretches}
        self._firsts = list(held)
        self._stretches = [(place, size) for place, size in held.values()]
        self._order = BatchOrder(example_count, 0)

    @classmethod
    def of(cls, branch: Branch, example_count: int) -> Epochs:
        """Those of a branch."""
        return cls(((s.step, s.place, s.recipe.batch_size) for s in branch.segments), example_count)

    def place_at(self, step: int) -> Place:
        """Where in the data the mini-batch of a step begins."""
        index = bisect_right(self._firsts, step) - 1
        place, size = self._stretches[index]
        return self._order.after(place, step - self._firsts[index], size)

    def done_at(self, step: int) -> float:
        """The epochs gone by before a step, in parts of an epoch: 8.92."""
        place = self.place_at(step)
        return place.epoch + place.offset / self._order.example_count

    def starts(self, last: int) -> tuple[range, ...]:
        """The steps whose mini-batch is the first of an epoch, up to step ``last``, in order.

        A row of them for each stretch: with mini-batches as large as the data there are as many
        epochs as steps, but no more rows than changes.
        """
        parts = []
        ends = [*self._firsts[1:], last + 1]
        for first, (place, size), end in zip(self._firsts, self._stretches, ends, strict=True):
            lead = self._order.steps_to_epoch_end(place, size) if place.offset else 0
            stop = min(end, last + 1)
            parts.append(range(first + lead, stop, self._order.steps_per_epoch(size)))
        return tuple(parts)

    def start_before(self, step: int) -> int:
        """The newest step before this one at which an epoch begins; 0 at the very beginning."""
        while step > 0:
            index = bisect_right(self._firsts, step - 1) - 1
            first, (place, size) = self._firsts[index], self._stretches[index]
            lead = self._order.steps_to_epoch_end(place, size) if place.offset else 0
            since = step - 1 - first - lead
            if since >= 0:
                return step - 1 - since % self._order.steps_per_epoch(size)
            # The epoch began before the mini-batches were of this size.
            step = first
        return 0

    def start_after(self, step: int) -> int:
        """The first step after this one at which an epoch begins, taken or not yet."""
        while True:
            index = bisect_right(self._firsts, step) - 1
            size = self._stretches[index][1]
            start = step + self._order.steps_to_epoch_end(self.place_at(step), size)
            changed = [first for first in self._firsts[index + 1 :] if first < start]
            if not changed:
                return start
            # From there on the mini-batches are of another size.
            step = changed[0]
