"""A Network from the arrays of a file, which may be anyone's."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from core.checks import is_number, is_whole
from core.claims import quoted
from core.exchange.tensor import Contents, Tensor
from core.network import Network
from core.parameters import FloatArray
from core.parts import Held, checked_held

# layer.1.weight; 0.weight of a torch.nn.Sequential; fc1.weight of a module with such names.
_NAME = re.compile(r"(.*?)(\d{1,9})\.(weight|bias)", re.ASCII)
_LONGEST_NAME = 40
_SETTINGS = ("activation", "cost", "bias")


@dataclass(frozen=True, eq=False)
class ImportedWeights:
    """What a file of weights holds.

    Attributes
    ----------
    network : Network
        In float32.
    assumed : tuple of str
        Which of ``"activation"``, ``"cost"`` and ``"bias"`` the file does not tell and nobody
        gave, so that the usual one was taken.
    """

    network: Network
    assumed: tuple[str, ...]


def assemble(
    contents: Contents, given: Mapping[str, str | Sequence[str] | None]
) -> ImportedWeights:
    """The network of these arrays.

    Parameters
    ----------
    contents : Contents
    given : mapping
        ``activation``, ``cost`` and ``bias`` where they are to be others than the file says.

    Raises
    ------
    ValueError
        Where its names, shapes or numbers make no network.
    SettingError
        Where a name of a setting is unknown, or the layers are too large.
    """
    layers = _layers(contents.tensors)
    settings: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    for name in _SETTINGS:
        if name not in settings and name in contents.metadata:
            settings[name] = _setting(name, contents.metadata[name])
    # Quick to make, and without memory besides; what is drawn anew later is drawn as usual.
    network = Network(_sizes(layers), initialiser="zeros", **settings)
    network.initialiser = "one_over_root_n"
    network.held = checked_held(_held(contents.metadata.get("held", "[]")), network.sizes)
    for layer, weights, biases in zip(layers, network.weights, network.biases, strict=True):
        _read(layer.weight, weights, f"{layer.name}.weight")
        _read(layer.bias, biases, f"{layer.name}.bias")
    return ImportedWeights(network, tuple(name for name in _SETTINGS if name not in settings))


class _Layer(NamedTuple):
    name: str
    weight: Tensor
    bias: Tensor


def _layers(tensors: Mapping[str, Tensor]) -> list[_Layer]:
    """Weights and biases in pairs, in the order of their numbers."""
    found: dict[int, dict[str, str]] = {}
    beginnings = set()
    for name in tensors:
        match = _NAME.fullmatch(name)
        if match is None:
            raise ValueError(
                f"{quoted(name)} is neither a weight nor a bias, as layer.1.weight and layer.1.bias"
            )
        beginning, number, kind = match.groups()
        beginnings.add(beginning)
        if found.setdefault(int(number), {}).setdefault(kind, name) != name:
            raise ValueError(f"{quoted(name)} is there twice")
    if len(beginnings) > 1:
        raise ValueError("its arrays belong to several networks")
    if not found:
        raise ValueError("it holds no weights")
    return [_layer(tensors, names) for _, names in sorted(found.items())]


def _layer(tensors: Mapping[str, Tensor], names: Mapping[str, str]) -> _Layer:
    if len(names) < 2:
        [alone] = names.values()
        raise ValueError(f"{quoted(alone)} is alone, and a layer has both weights and biases")
    return _Layer(
        names["weight"].removesuffix(".weight"), tensors[names["weight"]], tensors[names["bias"]]
    )


def _sizes(layers: Sequence[_Layer]) -> list[int]:
    """Neurons per layer; ValueError where the shapes of one layer do not fit the next."""
    sizes: list[int] = []
    for name, weight, bias in layers:
        if len(weight.shape) != 2 or bias.shape != weight.shape[:1]:
            raise ValueError(
                f"{quoted(name)} has weights of shape {_shown(weight.shape)} and biases of shape "
                f"{_shown(bias.shape)}, and not as a layer has them"
            )
        after, before = weight.shape
        if sizes and before != sizes[-1]:
            raise ValueError(
                f"{quoted(name)} takes {before} numbers, and the layer before gives {sizes[-1]}"
            )
        sizes = [*sizes, after] if sizes else [before, after]
    return sizes


def _shown(shape: tuple[int, ...]) -> str:
    return str(shape) if len(shape) <= 4 else f"{len(shape)} dimensions"


def _read(tensor: Tensor, target: FloatArray, name: str) -> None:
    tensor.read_into(target)
    if not np.isfinite(target).all():
        raise ValueError(f"a number in {quoted(name)} is not finite as float32")


def _setting(name: str, text: str) -> str | list[str]:
    """What the file says of σ (a list), C or the bias placement."""
    values = json.loads(text) if name == "activation" else text
    names = values if isinstance(values, list) else [values]
    if not names or not all(isinstance(n, str) and len(n) <= _LONGEST_NAME for n in names):
        raise ValueError(f"what it says of the {name} cannot be used")
    return names if isinstance(values, list) else str(values)


def _held(text: str) -> list[Held]:
    held = json.loads(text)
    if not isinstance(held, list) or not all(_is_held(one) for one in held):
        raise ValueError("what it says of held neurons cannot be used")
    return [Held(*one) for one in held]


def _is_held(one: object) -> bool:
    return (
        isinstance(one, list)
        and len(one) == 3
        and all(is_whole(place, 0, 2**31) for place in one[:2])
        and is_number(one[2], -1e30, 1e30)
    )
