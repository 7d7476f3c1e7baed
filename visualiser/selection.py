"""What the user has selected in the network: a neuron or a connection."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Neuron:
    """Neuron ``index`` of layer ``layer``, both from 0."""

    layer: int
    index: int


@dataclass(frozen=True)
class Connection:
    """The connection to neuron ``to`` of layer ``layer`` from neuron ``origin`` before it."""

    layer: int
    to: int
    origin: int


Selection = Neuron | Connection | None
