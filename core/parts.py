"""Parts of a network: those that learning leaves alone, and neurons held at a value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy.typing as npt

from core.checks import is_number, is_whole
from core.errors import SettingError
from core.parameters import FloatArray, Parameters

_LARGEST = 1e30


@dataclass(frozen=True)
class Part:
    """A layer, a neuron or a weight.

    Attributes
    ----------
    layer : int
        1 or later.
    neuron : int or None
        One neuron of it, that is its incoming weights and its bias; None for the layer.
    origin : int or None
        Only the weight from this neuron of the layer before; None for all.
    """

    layer: int
    neuron: int | None = None
    origin: int | None = None


@dataclass(frozen=True)
class Held:
    """A neuron of a hidden layer that is knocked out: its a is ``value``, whatever its S.

    C does not depend on its weights and bias then; momentum and penalties still move them,
    unless they are frozen as well.
    """

    layer: int
    neuron: int
    value: float = 0.0


def checked_parts(parts: Part | Iterable[Part], sizes: Sequence[int]) -> tuple[Part, ...]:
    """The parts; SettingError where the network has no such part."""
    parts = tuple(parts) if isinstance(parts, Iterable) else (parts,)
    for part in parts:
        if not isinstance(part, Part):
            raise SettingError(
                "What is frozen is {part!r}; give core.Part(layer), core.Part(layer, neuron) or "
                "core.Part(layer, neuron, origin).",
                part=part,
            )
        _check_neuron(part.layer, 0 if part.neuron is None else part.neuron, sizes)
        if part.origin is None:
            continue
        if part.neuron is None:
            raise SettingError(
                "A weight of layer {layer} from neuron {origin} needs the neuron that it leads "
                "to, as in core.Part({layer}, 0, {origin}).",
                layer=part.layer,
                origin=part.origin,
            )
        if not is_whole(part.origin, 0, sizes[part.layer - 1] - 1):
            raise SettingError(
                "There is no weight from neuron {origin} of layer {before} to neuron {neuron} "
                "of layer {layer}; layer {before} has neurons 0 to {last}.",
                origin=part.origin,
                before=part.layer - 1,
                neuron=part.neuron,
                layer=part.layer,
                last=sizes[part.layer - 1] - 1,
            )
    return tuple(Part(int(p.layer), _whole(p.neuron), _whole(p.origin)) for p in parts)


def checked_held(held: Held | Iterable[Held], sizes: Sequence[int]) -> tuple[Held, ...]:
    """The held neurons; SettingError where there is no such neuron, or a value is not finite."""
    held = tuple(held) if isinstance(held, Iterable) else (held,)
    for one in held:
        if not isinstance(one, Held):
            raise SettingError(
                "What is held is {held!r}; give core.Held(layer, neuron, value).", held=one
            )
        _check_neuron(one.layer, one.neuron, sizes)
        if one.layer == len(sizes) - 1:
            raise SettingError(
                "Neuron {neuron} of layer {layer} is an output, which says what the network "
                "answers; hold a neuron of a hidden layer instead.",
                neuron=one.neuron,
                layer=one.layer,
            )
        if not is_number(one.value, -_LARGEST, _LARGEST):
            raise SettingError(
                "Neuron {neuron} of layer {layer} cannot be held at {value}; "
                "give a number that is not out of all bounds, for instance 0.",
                neuron=one.neuron,
                layer=one.layer,
                value=one.value,
            )
    return tuple(Held(int(h.layer), int(h.neuron), float(h.value)) for h in held)


def is_frozen(parts: Iterable[Part], part: Part) -> bool:
    """Whether a part is among these, or belongs to one of them as a whole."""
    return any(_covers(one, part) for one in parts)


def with_part(parts: Iterable[Part], part: Part) -> tuple[Part, ...]:
    """These parts and one more; what belongs to it as a whole is not named besides."""
    return (*(one for one in parts if not _covers(part, one)), part)


def without_part(parts: Iterable[Part], part: Part, sizes: Sequence[int]) -> tuple[Part, ...]:
    """These parts but for one: what is left of a whole that it belongs to is named part by part.

    A frozen neuron without one of its weights is its other weights: its bias can be named only
    with the whole neuron, and is free then.
    """
    left: list[Part] = []
    for one in parts:
        if _covers(part, one):
            continue
        if not _covers(one, part):
            left.append(one)
            continue
        # One that covers another is a layer, or a neuron of it.
        if one.neuron is None:
            neurons = range(sizes[one.layer])
            left += [Part(one.layer, j) for j in neurons if j != part.neuron]
        if part.origin is not None:
            origins = range(sizes[part.layer - 1])
            left += [Part(part.layer, part.neuron, k) for k in origins if k != part.origin]
    return tuple(left)


def learning_mask(
    parts: Iterable[Part], sizes: Sequence[int], dtype: npt.DTypeLike
) -> FloatArray | None:
    """0 for each frozen parameter and 1 for the others, as a flat vector; None for no part."""
    parts = tuple(parts)
    if not parts:
        return None
    mask = Parameters(sizes, dtype=dtype)
    mask.vector.fill(1)
    for part in parts:
        block = mask.blocks[part.layer - 1]
        rows = slice(None) if part.neuron is None else part.neuron
        columns = slice(None) if part.origin is None else part.origin
        block[rows, columns] = 0
    return mask.vector


def _covers(whole: Part, part: Part) -> bool:
    return (
        whole.layer == part.layer
        and whole.neuron in (None, part.neuron)
        and whole.origin in (None, part.origin)
    )


def _whole(number: int | None) -> int | None:
    # numpy's whole numbers cannot be written as JSON.
    return None if number is None else int(number)


def _check_neuron(layer: int, neuron: int, sizes: Sequence[int]) -> None:
    if not is_whole(layer, 1, len(sizes) - 1):
        raise SettingError(
            "There is no layer {layer} that learns; choose one from 1 to {last}.",
            layer=layer,
            last=len(sizes) - 1,
        )
    if not is_whole(neuron, 0, sizes[layer] - 1):
        raise SettingError(
            "There is no neuron {neuron} in layer {layer}; choose one from 0 to {last}.",
            neuron=neuron,
            layer=layer,
            last=sizes[layer] - 1,
        )
