"""What weights and biases are called in files, and what is said of the network beside them."""

from __future__ import annotations

import json

from core.network import Network
from core.parameters import FloatArray


def named_tensors(network: Network) -> dict[str, FloatArray]:
    """``layer.1.weight`` of shape (N_1, N_0), ``layer.1.bias`` of shape (N_1,), and so on.

    The shapes are those of ``torch.nn.Linear``; the arrays are views.
    """
    named = {}
    for layer, (weights, biases) in enumerate(
        zip(network.weights, network.biases, strict=True), start=1
    ):
        named[f"layer.{layer}.weight"] = weights
        named[f"layer.{layer}.bias"] = biases
    return named


def metadata_of(network: Network) -> dict[str, str]:
    """What the weights alone do not tell, as texts; those with several values are JSON."""
    held = [[one.layer, one.neuron, one.value] for one in network.held]
    return {
        "sizes": json.dumps(network.sizes),
        "activation": json.dumps(network.activation_names),
        "bias": network.bias,
        "cost": network.cost.name,
        "held": json.dumps(held),
    }
