"""Walker: where a run stands on a branch, and how it moves there step by step."""

from __future__ import annotations

import math
from math import isfinite

from core.batches import BatchOrder, Place
from core.history import Branch, Segment
from core.parameters import IntArray
from core.schedules import STEADY
from core.trainer import Trainer

# A step that no run gets to.
_NEVER = 2**63


class NotFiniteError(ArithmeticError):
    """C of the next mini-batch is not finite; the walker stands where it stood."""


class Walker:
    """Walks along a branch: takes steps as its segments say, or goes back to a checkpoint.

    Between two ends of an epoch, changes and checkpoints nothing but steps has to be thought
    of: such a stretch is walked in one loop.

    Parameters
    ----------
    trainer : Trainer
    order : BatchOrder
    branch : Branch
        Its start state must be what the trainer's network holds.

    Attributes
    ----------
    branch : Branch
    position : int
        Steps between the start values and the network as it is.
    epoch, offset : int
        The place in the data of the next step's mini-batch.
    segment : Segment
        What holds for the next step.
    """

    position: int
    epoch: int
    offset: int
    segment: Segment

    def __init__(self, trainer: Trainer, order: BatchOrder, branch: Branch) -> None:
        self.trainer = trainer
        self.branch = branch
        self._order = order
        self.stand_at(0)

    @property
    def place(self) -> Place:
        """The place in the data of the next step's mini-batch."""
        return Place(self.epoch, self.offset)

    @property
    def epochs_done(self) -> float:
        """Epochs since the start, in parts of an epoch: 8.92."""
        return self.epoch + self.offset / self._order.example_count

    @property
    def learning_rate(self) -> float:
        """η of the next step, by its schedule."""
        recipe, epochs = self.segment.recipe, self.epochs_done - self.segment.schedule_since
        return recipe.learning_rate * recipe.schedule.share(epochs)

    @property
    def steps_of_optimiser(self) -> int:
        """Steps taken since the optimiser began."""
        return self.position - self.segment.optimiser_since

    @property
    def next_batch(self) -> IntArray:
        """Indices into the training data: the mini-batch of the next step."""
        recipe = self.segment.recipe
        return self._order.indices(self.place, recipe.batch_size, recipe.order)

    @property
    def steps_to_epoch_end(self) -> int:
        """Steps from here until the epoch is complete; at least 1."""
        return self._order.steps_to_epoch_end(self.place, self.segment.recipe.batch_size)

    # ---------------------------------------------------------------- walking

    def advance(self, count: int) -> float:
        """Take steps; the last one's cost, NaN for none.

        Raises
        ------
        NotFiniteError
            Where a step cannot be taken. Those before it are.
        """
        end = self.position + count
        cost = math.nan
        while self.position < end:
            stop = self._stretch_end
            cost = self._take(end if end < stop else stop)  # noqa: FURB136 (min() takes longer)
            if self.position == stop:
                self._begin_stretch()
        return cost

    def restore(self, step: int) -> None:
        """Be at a step whose state is stored in a checkpoint."""
        parameters = self.trainer.network.parameters.vector
        state = self.branch.checkpoints.vectors[step]
        parameters[:] = state[: parameters.size]
        self.stand_at(step)
        if self.segment.optimiser_since < step:
            self.trainer.memory[:] = state[parameters.size :]

    def replay_to(self, step: int) -> None:
        """Be at a step by the way from the checkpoint before it."""
        self.restore(self.branch.checkpoints.nearest(step))
        self.advance(step - self.position)

    def stand_at(self, position: int) -> None:
        """Go by what the branch says of this step; the parameters are those of it already.

        But for what is edited here: that is made again, which changes nothing if it was.
        """
        segments = self.branch.segments
        index = max(i for i, s in enumerate(segments) if s.step <= position)
        self.position = position
        self.segment = segment = segments[index]
        self._segment_end = min((s.step for s in segments[index + 1 :]), default=_NEVER)
        recipe = segment.recipe
        self.epoch, self.offset = self._order.after(
            segment.place, position - segment.step, recipe.batch_size
        )
        is_new = segment.optimiser_since == position
        if is_new or recipe != self.trainer.recipe:
            self.trainer.use(recipe, keeps_memory=not is_new)
        for edit in (e for s in segments if s.step == position for e in s.edits):
            edit.apply(self.trainer.network)
        self._plan_stretch()

    # ---------------------------------------------------------------- stretches

    def _take(self, end: int) -> float:
        """Take steps up to ``end``, all within the stretch."""
        step, note, order, size, fixed_rate, since = self._stretch
        position, offset, cost = self.position, self.offset, math.nan
        while position < end:
            rate = self.learning_rate if fixed_rate is None else fixed_rate
            cost = step(order[offset : offset + size], rate, position - since)
            if not isfinite(cost):
                raise NotFiniteError
            note(position, cost)
            self.position = position = position + 1
            self.offset = offset = offset + size
        return cost

    def _begin_stretch(self) -> None:
        """Go over to the next epoch, segment or checkpoint, whichever it is."""
        if self.offset >= self._order.example_count:
            self.epoch, self.offset = self.epoch + 1, 0
        parameters, memory = self.trainer.network.parameters.vector, self.trainer.memory
        # Before what is changed here, so that this can be taken back.
        self.branch.checkpoints.keep(self.position, parameters, memory)
        if self.position >= self._segment_end:
            self.stand_at(self.position)
        else:
            self._plan_stretch()

    def _plan_stretch(self) -> None:
        recipe = self.segment.recipe
        self._stretch = (
            self.trainer.step,
            self.branch.costs.note,
            self._order.of_epoch(self.epoch, recipe.order),
            recipe.batch_size,
            recipe.learning_rate if recipe.schedule == STEADY else None,
            self.segment.optimiser_since,
        )
        self._stretch_end = min(
            self.position + self.steps_to_epoch_end,
            self._segment_end,
            self.branch.checkpoints.next_due(self.position),
        )
