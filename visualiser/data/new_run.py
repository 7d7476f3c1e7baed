"""The settings of a new run with other data: what follows from the data, and what stays."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.errors import SettingError
from core.network import checked_sizes
from core.run_settings import (
    DEFAULT_HIDDEN_LAYERS,
    PLANE_HIDDEN_LAYERS,
    RunSettings,
    usual_activation,
    usual_learning_rate,
)
from visualiser.data.plane_problems import is_plane_problem
from visualiser.training.messages import Progress, RunDescription

if TYPE_CHECKING:
    from core.datasets.finding import Found


class Source(Protocol):
    """What of data decides with what a run begins."""

    @property
    def source(self) -> str:
        """What `core.load_dataset` takes."""

    @property
    def train_count(self) -> int:
        """Examples to learn from."""


_BETWEEN = re.compile(r"[\s,;–-]+")


def input_count(found: Found) -> int:
    """Neurons that the input layer must have."""
    rows, columns = found.image_shape
    return rows * columns


def output_count(found: Found) -> int:
    """Neurons that the output layer must have: one a class; one alone on the plane."""
    if is_plane_problem(found.source) or not found.has_classes:
        return 1
    return len(found.class_counts)


def usual_hidden(found: Source) -> tuple[int, ...]:
    """The hidden layers that are proposed."""
    return usual_hidden_for(found.source)


def usual_hidden_for(source: str) -> tuple[int, ...]:
    """The same, for what `core.load_dataset` takes."""
    return PLANE_HIDDEN_LAYERS if is_plane_problem(source) else DEFAULT_HIDDEN_LAYERS


def hidden_text(hidden: tuple[int, ...]) -> str:
    """Hidden layers as they are typed."""
    return ",".join(map(str, hidden))


def layers_of(found: Found, typed: str) -> tuple[int, ...]:
    """All layers, with the hidden ones as they were typed; none where nothing was.

    Raises
    ------
    SettingError
        Where that makes no network.
    """
    words = [word for word in _BETWEEN.split(typed.strip()) if word]
    if not all(word.isdecimal() and len(word) < 10 for word in words):
        raise SettingError(
            "“{typed}” are no hidden layers; type how many neurons each has, as in 16,16, "
            "or nothing for none.",
            typed=typed.strip()[:40],
        )
    return checked_sizes((input_count(found), *map(int, words), output_count(found)))


def weights_and_biases(layers: tuple[int, ...]) -> tuple[int, int]:
    """How many W and B a network of these layers has."""
    weights = sum(before * after for before, after in itertools.pairwise(layers))
    return weights, sum(layers[1:])


def present_settings(description: RunDescription | None, progress: Progress | None) -> RunSettings:
    """What the present run does, as what a new one can begin with; the usual where there is none.

    Parameters
    ----------
    description : RunDescription or None
        Of the present run.
    progress : Progress or None
        Where it stands: its recipe may have been changed since it began.
    """
    if description is None or progress is None:
        return RunSettings()
    recipe = progress.recipe
    names = ("learning_rate", "batch_size", "optimiser", "schedule", "l1", "l2", "clip")
    changed = {name: getattr(recipe, name) for name in names}
    activation = recipe.activation or description.settings.activation
    return replace(description.settings, activation=activation, **changed)


def settings_for(present: RunSettings, found: Source, layers: tuple[int, ...]) -> RunSettings:
    """What a new run with this data begins with: as the present one, where that can be.

    η is the usual one for it, and so is σ where the present run has what is usual for its own
    data: what somebody chose stays. Where the outputs or the cost do not go with the data, they are
    logistic and quadratic, which go with all.
    """
    activation, cost = _functions(present, found.source, layers)
    return replace(
        present,
        data=found.source,
        layers=layers,
        activation=activation,
        cost=cost,
        learning_rate=usual_learning_rate(found.source, activation, present.optimiser),
        batch_size=min(present.batch_size, found.train_count),
    )


def _functions(
    present: RunSettings, source: str, layers: tuple[int, ...]
) -> tuple[tuple[str, ...], str]:
    """σ of each layer, and the cost."""
    names = present.activation
    before = (names,) if isinstance(names, str) else names
    hidden, output, cost = before[:-1], before[-1], present.cost
    # One output alone is no share of anything.
    is_alone = layers[-1] == 1 and not ACTIVATIONS[output].is_elementwise
    if is_alone or (layers[-1] == 1 and COSTS[cost].partner == "softmax"):
        output, cost = "logistic", "quadratic"
    wanted = len(layers) - 2
    is_usual = before in (usual_activation(present.data, len(before) - 1), ("logistic",))
    if is_usual and is_plane_problem(present.data) != is_plane_problem(source):
        return usual_activation(source, wanted), cost
    if len(hidden) != wanted:
        first = before[0] if ACTIVATIONS[before[0]].is_elementwise else "logistic"
        hidden = (first,) * wanted
    return (*hidden, output), cost
