"""Questions about a network, none of which changes it; all can be asked from here.

C is the mean over the examples, without a penalty. A probe that goes through many examples
comes twice: as a function, and as a generator that pauses every few milliseconds.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from core.datasets.dataset import Examples
from core.directions import (
    PrincipalDirections,
    gradient_direction,
    gradient_direction_in_chunks,
    principal_directions,
    project,
    random_direction,
)
from core.landscape import CostPlane, cost_plane, cost_plane_in_chunks
from core.metrics import Evaluation, evaluate_in_chunks
from core.network import Network
from core.neuron_probes import (
    Contributions,
    LayerSaturation,
    PreferredInputs,
    contributions,
    input_gradient,
    preferred_inputs,
    preferred_inputs_in_chunks,
    saturation,
    saturation_in_chunks,
)
from core.parts import Held, checked_held
from core.sweep import Chosen, at_once
from core.weight_probes import (
    CostLine,
    Wishes,
    cost_along_weight,
    cost_along_weight_in_chunks,
    wishes,
    wishes_in_chunks,
)

__all__ = [
    "Contributions",
    "CostLine",
    "CostPlane",
    "KnockOut",
    "LayerSaturation",
    "PreferredInputs",
    "PrincipalDirections",
    "Wishes",
    "contributions",
    "cost_along_weight",
    "cost_along_weight_in_chunks",
    "cost_plane",
    "cost_plane_in_chunks",
    "gradient_direction",
    "gradient_direction_in_chunks",
    "input_gradient",
    "knock_out",
    "knock_out_in_chunks",
    "preferred_inputs",
    "preferred_inputs_in_chunks",
    "principal_directions",
    "project",
    "random_direction",
    "saturation",
    "saturation_in_chunks",
    "wishes",
    "wishes_in_chunks",
]


@dataclass(frozen=True)
class KnockOut:
    """How a network does before and after some neurons are held at a value."""

    before: Evaluation
    after: Evaluation


def knock_out(network: Network, examples: Examples, held: Iterable[Held]) -> KnockOut:
    """C and accuracy before and after more neurons are held at a value.

    Parameters
    ----------
    network : Network
        Stays as it is; what it holds already stays held both times.
    examples : Examples
    held : iterable of Held

    Raises
    ------
    SettingError
        Where there is no such hidden neuron, or the examples do not fit.
    """
    return at_once(knock_out_in_chunks(network, examples, held))


def knock_out_in_chunks(
    network: Network, examples: Examples, held: Iterable[Held]
) -> Generator[None, None, KnockOut]:
    """As `knock_out`, with a pause after every chunk of examples.

    The network must stay as it is until the generator returns.
    """
    more = checked_held(held, network.sizes)
    Chosen(network, examples, None)
    before = yield from evaluate_in_chunks(network, examples)
    twin = network.copy()
    # Where a neuron is held twice, the later value counts.
    twin.held = (*network.held, *more)
    after = yield from evaluate_in_chunks(twin, examples)
    return KnockOut(before, after)
