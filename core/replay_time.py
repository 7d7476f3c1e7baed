"""How long it takes to take steps once more, about."""

from __future__ import annotations

from core.history import Segment

# In microseconds: what a step takes, and what each weight of each example adds to it.
_STEP, _EACH_PRODUCT = 10, 0.000065


def replayed_in(seconds: float, parameter_count: int, batch_size: int) -> int:
    """How many steps are replayed in this time, about; at least 1."""
    return max(1, int(seconds * 1e6 / (_STEP + _EACH_PRODUCT * parameter_count * batch_size)))


def largest_batch(segments: list[Segment]) -> int:
    """The most examples that any step of a branch is taken on."""
    return max(segment.recipe.batch_size for segment in segments)
