"""What the window asks the training process to change of the run, or to take back.

Messages: see `visualiser.training.messages`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.parts import Held, Part


@dataclass(frozen=True)
class SetLearningRate:
    """Use another η from here on."""

    value: float


@dataclass(frozen=True)
class SetBatchSize:
    """Use mini-batches of another size from here on."""

    value: int


@dataclass(frozen=True)
class ChangeRecipe:
    """Do other steps from here on: one change of the run, whatever it is of.

    ``options`` are names and values of `core.recipe.RecipeOptions`.
    """

    options: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class SetParameter:
    """Pause, and set a weight or a bias to a value: an edit, which is a change of the run.

    Attributes
    ----------
    layer, neuron : int
        Where the weight leads, the layer 1 or later.
    origin : int or None
        The neuron of the layer before where it comes from; None for the bias.
    value : float
    goes_on : bool
        Whether it takes the place of the last such edit, as while dragging.
    """

    layer: int
    neuron: int
    origin: int | None
    value: float
    goes_on: bool = False


@dataclass(frozen=True)
class GiveUp:
    """Pause, and take back what the newest drag has set, where nothing was changed since."""


@dataclass(frozen=True)
class DrawAnew:
    """Pause, and give a neuron's weights and bias fresh start values."""

    layer: int
    neuron: int


@dataclass(frozen=True)
class SetFrozen:
    """Let learning leave these parts alone from here on, and no others."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class SetHeld:
    """Hold these neurons at a value from here on, and no others."""

    held: tuple[Held, ...]


@dataclass(frozen=True)
class Undo:
    """Pause, and take back the newest change, with the steps that were taken since."""


@dataclass(frozen=True)
class Redo:
    """Pause, and make again what was undone last."""


@dataclass(frozen=True)
class NameBranch:
    """Call a branch something; empty for no name."""

    branch: int
    name: str


@dataclass(frozen=True)
class DeleteBranch:
    """Forget a branch, which must not be the one that the run is on."""

    branch: int
