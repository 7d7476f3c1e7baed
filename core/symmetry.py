"""Neurons that are alike: with equal weights in and out, they learn the same for ever.

True of the formulas, and so to be true of the numbers: a product of matrices adds up its rows
in different orders, and training makes the last digits' differences large in the end.
"""

from __future__ import annotations

from core.parameters import Parameters


def alike_layers(parameters: Parameters) -> list[int]:
    """The hidden layers whose neurons are all alike, bit for bit."""
    sizes, blocks, weights = parameters.sizes, parameters.blocks, parameters.weights
    return [
        layer
        for layer in range(1, len(blocks))
        if sizes[layer] > 1
        and (blocks[layer - 1] == blocks[layer - 1][0]).all()
        and (weights[layer] == weights[layer][:, :1]).all()
    ]


def keep_alike(gradient: Parameters, layers: list[int]) -> None:
    """Give the neurons of these layers the gradient of the first of them."""
    for layer in layers:
        gradient.blocks[layer - 1][1:] = gradient.blocks[layer - 1][0]
        gradient.weights[layer][:, 1:] = gradient.weights[layer][:, :1]
