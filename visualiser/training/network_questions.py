"""What can be asked about the network as a whole: where it has nearly stopped learning."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.parameters import parameter_count
from core.probes.neurons import LayerSaturation, saturation
from core.run import Run

# Multiplications in an answer, some 50 ms's: a large network is shown fewer examples.
_WORK = 3_000_000_000


@dataclass(frozen=True)
class StoppedNeurons:
    """Which neurons of a layer have nearly stopped learning, for one reason.

    Attributes
    ----------
    count : int
    first : int or None
        The first of them; None where there is none.
    """

    count: int
    first: int | None


@dataclass(frozen=True)
class LayerHealth:
    """The neurons of a layer that are saturated, and those that are dead.

    What that means is told at `core.probes.LayerSaturation`.

    Attributes
    ----------
    saturated, dead : StoppedNeurons
    """

    saturated: StoppedNeurons
    dead: StoppedNeurons


@dataclass(frozen=True)
class NetworkHealth:
    """How many neurons of each layer have nearly stopped learning.

    Attributes
    ----------
    layers : tuple of LayerHealth
        Index L-1 for layer L; empty where the network has numbers that are not finite.
    count, total : int
        How many test examples were looked at, and how many there are. They differ for a
        network so large that only every so-many-th is looked at.
    """

    layers: tuple[LayerHealth, ...]
    count: int
    total: int


@dataclass(frozen=True)
class HealthOfNetwork:
    """Which neurons are saturated or dead over the test examples."""

    def answer(self, run: Run) -> NetworkHealth:
        """Go through the test examples."""
        total = len(run.data.test)
        if not np.isfinite(run.network.parameters.vector).all():
            return NetworkHealth((), 0, total)
        layers = tuple(
            LayerHealth(_stopped(found.is_saturated), _stopped(found.is_dead))
            for found in saturation_now(run)
        )
        return NetworkHealth(layers, seen_count(run.network.sizes, total), total)


def saturation_now(run: Run) -> tuple[LayerSaturation, ...]:
    """Which neurons are saturated or dead over the test examples that are looked at."""
    test, stride = run.data.test, _stride(run.network.sizes, len(run.data.test))
    chosen = test.some(slice(None, None, stride))
    return saturation(run.network, chosen)


def seen_count(sizes: Sequence[int], total: int) -> int:
    """How many of so many test examples are looked at."""
    return math.ceil(total / _stride(sizes, total))


def _stride(sizes: Sequence[int], total: int) -> int:
    return math.ceil(total * parameter_count(sizes) / _WORK)


def _stopped(which: npt.NDArray[np.bool_]) -> StoppedNeurons:
    places = np.flatnonzero(which)
    return StoppedNeurons(len(places), int(places[0]) if len(places) else None)
