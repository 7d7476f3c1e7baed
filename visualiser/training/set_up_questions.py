"""A question about how a run began: whether its settings alone bring it back."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.network import Network
from core.run import Run
from core.run_settings import RunSettings

# Of a recipe: what are no settings of a run from the start.
_NO_SETTINGS = ("frozen", "held")


@dataclass(frozen=True)
class Beginning:
    """How a run began, and what has been done to it since.

    Attributes
    ----------
    settings : RunSettings
        With the recipe of its first step.
    step : int
        Where it stands.
    is_from_seed : bool
        Whether the seed gives its start values and its order of examples.
    changes : int
        How many changes it comes of that no settings tell of: all after the first step, and
        those before it of weights, of frozen or of held parts.
    """

    settings: RunSettings
    step: int
    is_from_seed: bool
    changes: int


@dataclass(frozen=True)
class HowItBegan:
    """The beginning of the run, on the branch where it stands."""

    def answer(self, run: Run) -> Beginning:
        """Compare it with what the settings alone would give."""
        at_first = [segment for segment in run.branch.segments if segment.step == 0]
        recipe = at_first[-1].recipe
        settings = replace(
            RunSettings.of(run),
            activation=recipe.activation or run.network.activation_names,
            learning_rate=recipe.learning_rate,
            batch_size=recipe.batch_size,
            optimiser=recipe.optimiser,
            schedule=recipe.schedule,
            l1=recipe.l1,
            l2=recipe.l2,
            clip=recipe.clip,
        )
        later = [change for change in run.changes if 0 < change.step <= run.position]
        edits = sum(len(segment.edits) for segment in at_first)
        parts = sum(len(getattr(recipe, name)) for name in _NO_SETTINGS)
        is_from_seed = recipe.order is None and _is_from_seed(run, settings)
        return Beginning(settings, run.position, is_from_seed, len(later) + edits + parts)


def _is_from_seed(run: Run, settings: RunSettings) -> bool:
    """Whether a new network with these settings has the start values that this one had."""
    network = run.network
    new = Network(
        network.sizes,
        settings.activation,
        network.cost.name,
        network.bias,
        network.initialiser,
        settings.seed,
        network.parameters.vector.dtype,
    ).parameters.vector
    return np.array_equal(new, run.branch.checkpoints.vectors[0][: new.size])
