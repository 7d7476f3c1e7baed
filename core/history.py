"""What a run remembers: the cost of every step, checkpoints, and branches of both."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from core.batches import Place
from core.metrics import Evaluation
from core.parameters import FloatArray

# Half of what a run may use, in bytes; a branch shares its past with the one it left.
_BUDGET = 256 * 2**20
_WIDEST_START = 100


class Costs:
    """A growing array of one cost per step taken."""

    def __init__(self, values: FloatArray | None = None) -> None:
        self._buffer: FloatArray = np.empty(1024) if values is None else np.array(values, float)
        self._length = 0 if values is None else len(values)

    def __len__(self) -> int:
        return self._length

    def append(self, cost: float) -> None:
        """Add the cost of the next step."""
        if self._length == len(self._buffer):
            self._buffer = np.concatenate([self._buffer, np.empty(max(1024, self._length))])
        self._buffer[self._length] = cost
        self._length += 1

    def drop_last(self) -> None:
        """Forget the newest cost."""
        self._length -= 1

    @property
    def values(self) -> FloatArray:
        """All costs, a read-only view that is valid until the next step."""
        view = self._buffer[: self._length]
        view.flags.writeable = False
        return view


class Checkpoints:
    """Parameter vectors at every ``spacing``-th step; every one of them is kept.

    The spacing starts so that going back to any step replays few steps. When the memory
    set aside for checkpoints is full, every other one is dropped and the spacing doubles.
    """

    def __init__(self, parameter_count: int, budget: int = _BUDGET) -> None:
        self.spacing = min(_WIDEST_START, max(4, 2_000_000 // parameter_count))
        self.vectors: dict[int, FloatArray] = {}
        self._most = max(2, budget // (4 * parameter_count))

    def keep(self, step: int, vector: FloatArray) -> None:
        """Store a copy of ``vector`` where ``step`` is due and not stored yet."""
        if step % self.spacing or step in self.vectors:
            return
        if len(self.vectors) >= self._most:
            self.spacing *= 2
            self.vectors = {s: v for s, v in self.vectors.items() if s % self.spacing == 0}
            self.keep(step, vector)
            return
        copy = vector.copy()
        copy.flags.writeable = False
        self.vectors[step] = copy

    def nearest(self, step: int) -> int:
        """The newest stored step that is not after ``step``."""
        return step - step % self.spacing

    def until(self, step: int) -> Checkpoints:
        """The same checkpoints (shared, not copied) up to ``step``."""
        past = object.__new__(Checkpoints)
        past.spacing, past._most = self.spacing, self._most
        past.vectors = {s: v for s, v in self.vectors.items() if s <= step}
        return past


@dataclass(frozen=True)
class Change:
    """A setting that was changed during the run.

    Attributes
    ----------
    step : int
        How many steps had been taken when it was made.
    name : str
        ``"learning_rate"`` or ``"batch_size"``.
    value : float
        The new value.
    """

    step: int
    name: str
    value: float


@dataclass(frozen=True)
class Segment:
    """A stretch of a run with unchanged settings, from ``step`` on.

    ``place`` says where in the data it begins.
    """

    step: int
    place: Place
    learning_rate: float
    batch_size: int


@dataclass
class Branch:
    """One course of events: from the untrained network to the newest step of it.

    Attributes
    ----------
    forked_at : int or None
        The step at which it left another branch.
    """

    segments: list[Segment]
    checkpoints: Checkpoints
    costs: Costs = field(default_factory=Costs)
    changes: list[Change] = field(default_factory=list)
    evaluations: dict[int, Evaluation] = field(default_factory=dict)
    forked_at: int | None = None

    def fork(self, step: int) -> Branch:
        """A branch with the same past up to ``step`` and no future."""
        return Branch(
            segments=[s for s in self.segments if s.step <= step],
            checkpoints=self.checkpoints.until(step),
            costs=Costs(self.costs.values[:step]),
            changes=[c for c in self.changes if c.step <= step],
            evaluations={s: e for s, e in self.evaluations.items() if s <= step},
            forked_at=step,
        )
