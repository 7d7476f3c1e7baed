"""The entries of a set-up's text: how the value of each is read, and what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from core.datasets import DATASETS
from core.errors import SettingError
from core.network import checked_sizes
from core.optimisers import optimiser_named
from core.parameters import parameter_count
from core.schedules import schedule_named
from visualiser.hiding.groups import GROUPS
from visualiser.run_options import made_from
from visualiser.selection import Connection, Neuron, Selection
from visualiser.sharing.set_up import OWN_DATA

# What somebody else's text may ask for: more is refused, and said.
MOST_LAYERS = 20
MOST_PARAMETERS = 2_000_000
MOST_STEPS = 1_000_000

# Digits of a seed and of other numbers.
_LONGEST_WHOLE, _LONGEST_PLACE = 19, 9


@dataclass(frozen=True)
class Entry:
    """One entry of a set-up.

    Attributes
    ----------
    shown : str
        As it stands in the text, or so much of it as a sentence has room for.
    value : str
        What stands behind the =, decoded.
    """

    shown: str
    value: str


def _is_place(text: str, longest: int = _LONGEST_PLACE) -> bool:
    """Whether it is a whole number from 0 up, of no more digits than that."""
    return text.isascii() and text.isdigit() and len(text) <= longest


def _data(entry: Entry) -> str:
    name, _, rest = entry.value.partition(":")
    own = entry.value.removeprefix(OWN_DATA)
    is_own = entry.value.startswith(OWN_DATA) and bool(own) and not set(own) & set("/\\")
    if not (is_own or name in DATASETS) or (name in DATASETS and set(rest) & set("/\\")):
        raise SettingError(
            "“{entry}” in the set-up names no data; give one of {names}, or file: and the name "
            "of a file that is open.",
            entry=entry.shown,
            names=", ".join(DATASETS),
        )
    return entry.value


def _layers(entry: Entry) -> tuple[int, ...]:
    words = entry.value.split("-")
    if not all(map(_is_place, words)):
        raise SettingError(
            "“{entry}” in the set-up is no list of layer sizes; write it as in layers=64-16-16-10.",
            entry=entry.shown,
        )
    sizes = checked_sizes(tuple(map(int, words)))
    if len(sizes) > MOST_LAYERS or parameter_count(sizes) > MOST_PARAMETERS:
        raise SettingError(
            "“{entry}” in the set-up is too large: a set-up has at most {layers} layers, and "
            "{most} weights and biases.",
            entry=entry.shown,
            layers=MOST_LAYERS,
            most=MOST_PARAMETERS,
        )
    return sizes


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.value.split(","))


def _word(entry: Entry) -> str:
    return entry.value


def _number(entry: Entry) -> float:
    try:
        value = float(entry.value)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise SettingError(
            "“{entry}” in the set-up is no number; write it as in learning-rate=1.5.",
            entry=entry.shown,
        )
    return value


def _whole(entry: Entry) -> int:
    text = entry.value
    if not _is_place(text, _LONGEST_WHOLE):
        raise SettingError(
            "“{entry}” in the set-up is no whole number from 0 up; write it as in seed=3.",
            entry=entry.shown,
        )
    return int(text)


def _batch(entry: Entry) -> int:
    size = _whole(entry)
    if size < 1:
        raise SettingError(
            "“{entry}” in the set-up leaves a mini-batch empty; write 1 or more, as in "
            "batch-size=10.",
            entry=entry.shown,
        )
    return size


def _step(entry: Entry) -> int:
    step = _whole(entry)
    if step > MOST_STEPS:
        raise SettingError(
            "“{entry}” in the set-up asks for too many steps; a set-up has at most {most}.",
            entry=entry.shown,
            most=MOST_STEPS,
        )
    return step


def _select(entry: Entry) -> Selection:
    words = entry.value.split(".")
    if all(map(_is_place, words)):
        numbers = tuple(map(int, words))
        if len(numbers) == len(("layer", "neuron")):
            return Neuron(*numbers)
        if len(numbers) == len(("layer", "neuron", "origin")):
            return Connection(*numbers)
    raise SettingError(
        "“{entry}” in the set-up names nothing that can be selected; write layer and neuron, as "
        "in select=1.3, and for a connection also the neuron it comes from, as in select=1.3.5.",
        entry=entry.shown,
    )


def _example(entry: Entry) -> tuple[str, int]:
    split, _, place = entry.value.partition(".")
    if split not in ("train", "test") or not _is_place(place):
        raise SettingError(
            "“{entry}” in the set-up names no example; write it as in example=test.12.",
            entry=entry.shown,
        )
    return split, int(place)


def _hide(entry: Entry) -> frozenset[str]:
    names = frozenset(entry.value.split(","))
    if not names <= set(GROUPS):
        raise SettingError(
            "“{entry}” in the set-up hides something that is not known; known are: {known}.",
            entry=entry.shown,
            known=", ".join(GROUPS),
        )
    return names


# By the name before the =.
READERS: dict[str, Callable[[Entry], object]] = {
    "data": _data,
    "layers": _layers,
    "activation": _names,
    "cost": _word,
    "bias": _word,
    "initialiser": _word,
    "learning-rate": _number,
    "batch-size": _batch,
    "seed": _whole,
    "optimiser": lambda entry: made_from(optimiser_named, entry.value),
    "schedule": lambda entry: made_from(schedule_named, entry.value),
    "l1": _number,
    "l2": _number,
    "clip": _number,
    "step": _step,
    "select": _select,
    "example": _example,
    "hide": _hide,
}
# Which field of `RunSettings` or `SetUp` it is.
FIELDS = {
    **{key: key.replace("-", "_") for key in READERS},
    "select": "selection",
    "hide": "hidden",
}
