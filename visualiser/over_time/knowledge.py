"""What is known of the layers over the run, and how much of it is of the present course."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.history import Change
from core.parameters import IntArray
from core.probes.over_time import LayerLook
from visualiser.training.messages import Progress
from visualiser.training.over_time_questions import Look, of_course

# Looks that are kept; those of other courses of events go first, the oldest of them.
_MOST = 2_000


@dataclass(frozen=True, eq=False)
class Course:
    """What is known of the course of events that the run is on.

    Attributes
    ----------
    steps : ndarray of int, shape (points,)
        Ascending: the steps that were looked at.
    looks : tuple of Look
        Of each of them.
    present, length : int
        The step that the run is at, and the newest.
    """

    steps: IntArray
    looks: tuple[Look, ...]
    present: int
    length: int

    @property
    def layers(self) -> int:
        """How many layers there are to look at."""
        return len(self.looks[0].layers) if self.looks else 0

    def of_layer(self, layer: int) -> list[LayerLook]:
        """What was seen of a layer, 1 or later, at each of the steps."""
        return [look.layers[layer - 1] for look in self.looks]

    def nearest(self, step: float) -> int:
        """Where among the steps the one nearest to this is; there must be one."""
        return int(np.abs(self.steps - step).argmin())


class Knowledge:
    """All looks that were taken at one run, whichever course of events they are of."""

    def __init__(self) -> None:
        self._looks: dict[int, list[Look]] = {}
        self._count = 0
        # Of the course that was asked for last: its changes, and what is known of it.
        self._changes: tuple[Change, ...] = ()
        self._found: dict[int, Look] | None = None

    def clear(self) -> None:
        """Forget all: another run is there."""
        self._looks, self._count, self._found = {}, 0, None

    def add(self, look: Look) -> None:
        """Take note of a look, in the place of an older one that is of the same course."""
        others = self._looks.setdefault(look.step, [])
        kept = [one for one in others if one.changes != look.changes]
        self._count += len(kept) + 1 - len(others)
        others[:] = [*kept, look]
        self._found = None

    def course(self, progress: Progress) -> Course:
        """What is known of the course of events that the run is on now."""
        if self._found is None or self._changes != progress.changes:
            self._changes, self._found = progress.changes, self._matching(progress.changes)
        found = {step: look for step, look in self._found.items() if step <= progress.length}
        if self._count > _MOST:
            self._keep_only(found)
        steps = sorted(found)
        return Course(
            np.array(steps, np.int64),
            tuple(found[step] for step in steps),
            progress.position,
            progress.length,
        )

    def _matching(self, changes: tuple[Change, ...]) -> dict[int, Look]:
        """Those looks that are of a course with these changes."""
        found = {}
        for step, looks in self._looks.items():
            wanted = of_course(changes, step)
            match = next((look for look in looks if look.changes == wanted), None)
            if match is not None:
                found[step] = match
        return found

    def _keep_only(self, looks: dict[int, Look]) -> None:
        self._looks = {step: [look] for step, look in looks.items()}
        self._count = len(looks)
