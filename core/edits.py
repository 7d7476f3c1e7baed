"""Edits: weights and biases that were set by hand, or drawn anew, in the course of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from core.checks import is_number, shown
from core.errors import SettingError
from core.initialisers import initialiser_named
from core.network import Network, checked_seed
from core.parameters import FloatArray
from core.parts import Part, checked_parts

LARGEST_EDIT = 1_000_000


@dataclass(frozen=True)
class Edit:
    """A weight or a bias that was set to a value.

    Attributes
    ----------
    layer, neuron : int
        Where the weight leads, the layer 1 or later.
    origin : int or None
        The neuron of the layer before where it comes from; None for the bias.
    value : float
    """

    layer: int
    neuron: int
    origin: int | None
    value: float

    @property
    def place(self) -> tuple[int, int, int | None]:
        """Which weight or bias it is."""
        return self.layer, self.neuron, self.origin

    def apply(self, network: Network) -> None:
        """Set it."""
        column = -1 if self.origin is None else self.origin
        network.parameters.blocks[self.layer - 1][self.neuron, column] = self.value

    def checked(self, network: Network) -> Edit:
        """The same in plain numbers, as the network holds them.

        Raises
        ------
        SettingError
            Where there is no such weight, or the value is no number or out of all bounds.
        """
        [part] = checked_parts(Part(self.layer, self.neuron, self.origin), network.sizes)
        if not is_number(self.value, -LARGEST_EDIT, LARGEST_EDIT):
            raise SettingError(
                "{value} cannot be a weight or a bias here; choose a number from −{largest:,} "
                "to {largest:,}.",
                value=shown(self.value),
                largest=LARGEST_EDIT,
            )
        held = network.parameters.vector.dtype.type(self.value)
        return Edit(part.layer, int(self.neuron), part.origin, float(held))


@dataclass(frozen=True)
class Redraw:
    """A neuron whose weights and bias were drawn anew, as the network's began.

    Attributes
    ----------
    layer, neuron : int
        The layer 1 or later.
    seed : int
        The same seed gives the same numbers.
    """

    layer: int
    neuron: int
    seed: int

    def apply(self, network: Network) -> None:
        """Draw them."""
        block = network.parameters.blocks[self.layer - 1]
        fresh: FloatArray = np.empty((1, block.shape[1]), block.dtype)
        random = np.random.default_rng([self.seed, self.layer, self.neuron])
        initialiser_named(network.initialiser)(random, fresh)
        block[self.neuron] = fresh[0]

    def checked(self, network: Network) -> Redraw:
        """The same in plain numbers; SettingError where there is no such neuron."""
        checked_parts(Part(self.layer, self.neuron), network.sizes)
        return Redraw(int(self.layer), int(self.neuron), checked_seed(self.seed))


def alters(edit: Edit | Redraw, network: Network) -> bool:
    """Whether it would make the network another."""
    tried = network.copy()
    edit.apply(tried)
    return not np.array_equal(tried.parameters.vector, network.parameters.vector)


def plain_edit(edit: Edit | Redraw) -> dict[str, object]:
    """An edit as JSON can hold it."""
    return asdict(edit)


def edit_from_plain(plain: Mapping[str, Any]) -> Edit | Redraw:
    """The edit that `plain_edit` made this of."""
    return Redraw(**plain) if "seed" in plain else Edit(**plain)
