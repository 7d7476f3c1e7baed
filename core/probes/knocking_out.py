"""What a network is worth without some of its neurons."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from core.chunks import at_once
from core.datasets.dataset import Examples
from core.metrics import Evaluation, evaluate_in_chunks
from core.network import Network
from core.parts import Held, checked_held
from core.probes.sweep import Chosen


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
