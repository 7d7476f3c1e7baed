"""What a run remembers: the cost of every step, checkpoints, and branches of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakSet

import numpy as np

from core.batches import Place
from core.edits import Edit, Redraw
from core.evaluations import Evaluations
from core.growing import Growing
from core.parameters import FloatArray
from core.recipe import Recipe
from core.slots import Slots

# What a change of W or B is called.
EDIT = "edit"
# Bytes for the checkpoints of a run: by default, and at least.
DEFAULT_MEMORY, LEAST_MEMORY = 256 * 2**20, 2**20
# Going back replays fewer steps than these, or for so long: in microseconds, with what a
# step of a mini-batch of 10 takes, and what each parameter adds to it.
_WIDEST_START = 100
_REPLAY, _STEP, _EACH_PARAMETER = 5000, 10, 0.00065


class Costs(Growing):
    """One cost for each step taken: of a long run in a file, so that memory stays free.

    Attributes
    ----------
    drops : list of int
        How many were left whenever some were forgotten: others may have come since.
    """

    def __init__(self, values: FloatArray | None = None) -> None:
        super().__init__(np.float64)
        self.drops: list[int] = []
        if values is not None:
            self.put(0, values)

    def note(self, step: int, cost: float) -> None:
        """The cost of a step: the newest, or one that was taken before and is known."""
        if step == self._length:
            self.append(cost)

    def drop_last(self) -> None:
        """Forget the newest cost."""
        self.put(self._length - 1, np.empty(0))
        self.drops.append(self._length)

    @property
    def values(self) -> FloatArray:
        """All costs, a read-only view that is valid until the next step."""
        view = super().values
        view.flags.writeable = False
        return view


class Budget:
    """Bytes that the checkpoints of all branches of a run may take together.

    Branches share the arrays of their common past: each counts once.

    Parameters
    ----------
    most : int

    Attributes
    ----------
    most : int
    slots : Slots
        Where the checkpoints are.
    """

    def __init__(self, most: int = DEFAULT_MEMORY) -> None:
        self.most, self.slots = most, Slots()
        self._used = 0
        self._members: WeakSet[Checkpoints] = WeakSet()

    def add(self, member: Checkpoints) -> None:
        """Count what these hold as well."""
        self._members.add(member)
        self._count()

    def take(self, size: int) -> None:
        """Set so many bytes aside, dropping checkpoints where there is no room for them."""
        while self._used + size > self.most and self._make_room(size):
            pass
        self._used += size

    def limit(self, most: int) -> None:
        """Take no more than so many bytes from now on, dropping what is too much already."""
        self.most = most
        self.take(0)

    def _make_room(self, size: int) -> bool:
        """Drop what is needed least; whether there was something to drop."""
        self._count()  # A branch may have been deleted.
        dense = [one for one in self._members if len(one.vectors) > 1]
        if not dense or self._used + size <= self.most:
            return False
        chosen = min(dense, key=lambda one: (one.spacing, -len(one.vectors)))
        chosen.thin([one for one in self._members if one is not chosen])
        self._count()
        return True

    def _count(self) -> None:
        if len(self._members) > 1:
            vectors = {id(v): v for one in self._members for v in one.vectors.values()}
            self._used = sum(vector.nbytes for vector in vectors.values())
        else:
            self._used = sum(v.nbytes for one in self._members for v in one.vectors.values())


class Checkpoints:
    """The state at every ``spacing``-th step, as far as there is room for it.

    A state is one flat vector: the parameters, and what the optimiser remembers. The
    spacing starts so that going back to any step replays few steps. When the memory set
    aside for checkpoints is full, every other one is dropped and the spacing doubles. One
    that is missing is kept when a replay comes by; that of step 0 is always there.

    Parameters
    ----------
    parameter_count : int
    budget : Budget, optional
        Shared with those of other branches.

    Attributes
    ----------
    budget : Budget
    losses : int
        How often some were dropped, here or with those of another branch.
    """

    def __init__(self, parameter_count: int, budget: Budget | None = None) -> None:
        replayed = int(_REPLAY / (_STEP + _EACH_PARAMETER * parameter_count))
        self.spacing = min(_WIDEST_START, max(4, replayed))
        self.vectors: dict[int, FloatArray] = {}
        self.losses = 0
        self.share(budget or Budget())

    def share(self, budget: Budget) -> None:
        """Count towards this budget from now on."""
        self.budget = budget
        budget.add(self)

    def next_due(self, step: int) -> int:
        """The first step after ``step`` at which a state may be kept."""
        return step - step % self.spacing + self.spacing

    def keep(self, step: int, *state: FloatArray) -> None:
        """Store a copy of the state, in its parts, where ``step`` is due and not stored yet."""
        if step % self.spacing or step in self.vectors:
            return
        self.budget.take(sum(part.nbytes for part in state))
        if step % self.spacing == 0:  # It may have grown.
            self.vectors[step] = self.budget.slots.copy(*state)

    def thin(self, others: Iterable[Checkpoints] = ()) -> None:
        """Double the spacing; what is dropped, these others that share it drop as well."""
        self.spacing *= 2
        self.losses += 1
        # One by one: a table of them all, needed for a moment, would leave memory in holes.
        for step in [step for step in self.vectors if step % self.spacing]:
            vector = self.vectors.pop(step)
            for other in others:
                if other.vectors.get(step) is vector:
                    del other.vectors[step]
                    other.losses += 1

    def nearest(self, step: int) -> int:
        """The newest stored step that is not after ``step``."""
        start = step - step % self.spacing
        while start not in self.vectors:
            start -= self.spacing
        return start

    def until(self, step: int) -> Checkpoints:
        """The same checkpoints (shared, not copied) up to ``step``."""
        past = object.__new__(Checkpoints)
        past.spacing, past.losses = self.spacing, 0
        past.vectors = {s: v for s, v in self.vectors.items() if s <= step}
        past.share(self.budget)
        return past


@dataclass(frozen=True)
class Change:
    """A field of the recipe, or W or B, that was changed during the run.

    Attributes
    ----------
    step : int
        How many steps had been taken when it was made.
    name : str
        The field: ``"learning_rate"``, ``"batch_size"``, ``"optimiser"``, …; or ``"edit"``.
    value : object
        The new value; of an edit, an `Edit` or a `Redraw`.
    """

    step: int
    name: str
    value: Any

    @property
    def alters_network(self) -> bool:
        """Whether the network says something else at the very step where it is made."""
        return self.name in (EDIT, "held", "activation")


def that_made(changes: Iterable[Change], step: int) -> tuple[Change, ...]:
    """The changes that the network of a step comes of: others take effect after it."""
    return tuple(c for c in changes if c.step < step or (c.step == step and c.alters_network))


@dataclass(frozen=True)
class Segment:
    """A stretch of a run with one recipe, from ``step`` on.

    Where several begin at one step the last holds, and the edits of all are made there.

    Attributes
    ----------
    step : int
    place : Place
        Where in the data it begins.
    recipe : Recipe
    changes : tuple of Change
        What was changed at its beginning, all at once.
    optimiser_since : int
        The step at which the optimiser began, remembering nothing.
    schedule_since : float
        The epochs that had gone by when the schedule began.
    """

    step: int
    place: Place
    recipe: Recipe
    changes: tuple[Change, ...] = ()
    optimiser_since: int = 0
    schedule_since: float = 0.0

    @property
    def edits(self) -> list[Edit | Redraw]:
        """What becomes of W and B at its beginning."""
        return [change.value for change in self.changes if change.name == EDIT]


@dataclass
class Branch:
    """One course of events: from the untrained network to the newest step of it.

    Attributes
    ----------
    checkpoints : Checkpoints
        Each from before the edits that were made at its step.
    forked_at : int or None
        The step at which it left another branch.
    parent : Branch or None
        The other branch.
    name : str
        As a person calls it; empty where it has none.
    """

    segments: list[Segment]
    checkpoints: Checkpoints
    costs: Costs = field(default_factory=Costs)
    evaluations: Evaluations = field(default_factory=Evaluations)
    forked_at: int | None = None
    parent: Branch | None = field(default=None, repr=False, compare=False)
    name: str = ""

    @property
    def changes(self) -> list[Change]:
        """What was changed, in order."""
        return [change for segment in self.segments for change in segment.changes]

    def begins(self, other: Branch) -> bool:
        """Whether another branch has taken these very steps, and perhaps more."""
        end = len(self.costs)
        return len(other.costs) >= end and self.segments == [
            s for s in other.segments if s.step <= end
        ]

    def fork(self, step: int) -> Branch:
        """A branch with the same past up to ``step`` and no future."""
        return Branch(
            segments=[s for s in self.segments if s.step <= step],
            checkpoints=self.checkpoints.until(step),
            costs=Costs(self.costs.values[:step]),
            evaluations=self.evaluations.until(step),
            forked_at=step,
            parent=self,
        )
