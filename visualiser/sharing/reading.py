"""Reading a set-up's text, which anybody may have written: every fault is one sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from core.datasets import DATASETS
from core.errors import SettingError
from core.network import checked_sizes
from core.optimisers import optimiser_named
from core.parameters import parameter_count
from core.run_settings import RunSettings
from core.schedules import schedule_named
from visualiser.hiding.groups import GROUPS
from visualiser.run_options import check_without_data, made_from
from visualiser.selection import Connection, Neuron, Selection
from visualiser.sharing.set_up import OWN_DATA, PREFIX, SetUp, in_full, usual_of

# What somebody else's text may ask for: more is refused, and said.
MOST_CHARACTERS = 4_000
MOST_LAYERS = 20
MOST_PARAMETERS = 2_000_000
MOST_STEPS = 1_000_000

_VERSION = re.compile(r"nnv(\d{1,9}):")
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
# Digits of a seed and of other numbers; characters of an entry that a sentence has room for.
_LONGEST_WHOLE, _LONGEST_PLACE, _LONGEST_SHOWN = 19, 9, 40
_OF_VIEW = ("step", "select", "example", "hide")


@dataclass(frozen=True)
class _Entry:
    """One entry as it stands in the text, and its value decoded."""

    shown: str
    value: str


def from_text(text: str) -> SetUp:
    """The set-up that a text tells of, its settings in full.

    White space and line breaks are ignored, as mail programs add them.

    Raises
    ------
    SettingError
        Where it is no set-up, an entry of it cannot be used, or it asks for too much.
    """
    entries = _entries(_body(text))
    values: dict[str, Any] = {}
    for key, entry in entries.items():
        values[_FIELDS[key]] = _READERS[key](entry)
    view = {_FIELDS[key]: values.pop(_FIELDS[key]) for key in _OF_VIEW if _FIELDS[key] in values}
    set_up = SetUp(_settings(values), **view)
    _check_selection(set_up)
    return set_up


def _body(text: str) -> str:
    """What stands behind the version."""
    if len(text) > MOST_CHARACTERS:
        raise SettingError(
            "The text has {count} characters, and a set-up has at most {most}; copy only the "
            "line that begins with nnv1:.",
            count=len(text),
            most=MOST_CHARACTERS,
        )
    whole = "".join(text.split())
    version = _VERSION.match(whole)
    if version is None:
        raise SettingError(
            "“{start}” is no set-up, which begins with nnv1: as in nnv1:layers=64-16-16-10;seed=3.",
            start=_short(whole),
        )
    if version.group() != PREFIX:
        raise SettingError(
            "The set-up is of version {version}, and this program reads version 1; a newer "
            "program may read it.",
            version=int(version.group(1)),
        )
    return whole.removeprefix(PREFIX)


def _entries(body: str) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for part in filter(None, body.split(";")):
        key, equals, value = part.partition("=")
        if not equals:
            raise SettingError(
                "“{entry}” in the set-up has no =; write each entry as name=value, as in seed=3.",
                entry=_short(part),
            )
        if key not in _READERS:
            raise SettingError(
                "“{entry}” in the set-up is not known; an entry begins with one of: {known}.",
                entry=_short(part),
                known=", ".join(_READERS),
            )
        if key in found:
            raise SettingError(
                "“{name}” stands in the set-up twice; leave one of them out.", name=key
            )
        found[key] = _Entry(_short(part), _decoded(part, value))
    return found


def _decoded(part: str, value: str) -> str:
    try:
        decoded = unquote(value, errors="strict")
    except UnicodeDecodeError:
        decoded = ""
    if _BROKEN.search(value) or not decoded or not decoded.isprintable():
        raise SettingError(
            "“{entry}” in the set-up is empty or damaged; copy the whole text once more.",
            entry=_short(part),
        )
    return decoded


def _short(text: str) -> str:
    """So much of a text as a sentence has room for."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


# -------------------------------------------------------------------- together


def _settings(values: dict[str, Any]) -> RunSettings:
    """All settings in full and checked, with what is usual for what is not given."""
    settings = RunSettings(**values)
    if "activation" not in values:
        settings = replace(settings, activation=usual_of(settings)[0])
    check_without_data(settings)
    if settings.learning_rate is None:
        settings = replace(settings, learning_rate=usual_of(in_full(settings))[1])
    return in_full(settings)


def _check_selection(set_up: SetUp) -> None:
    if set_up.settings.layers is not None:
        check_selection(set_up.selection, set_up.settings.layers)


def check_selection(selection: Selection, sizes: tuple[int, ...]) -> None:
    """SettingError where a network of these layers has no such neuron or connection."""
    match selection:
        case Neuron(layer, index):
            is_there = layer < len(sizes) and index < sizes[layer]
        case Connection(layer, to, origin):
            is_there = 0 < layer < len(sizes) and to < sizes[layer] and origin < sizes[layer - 1]
        case _:
            return
    if not is_there:
        raise SettingError(
            "The set-up selects something that a network of {sizes} does not have; layers and "
            "neurons count from 0, as in select=1.3.",
            sizes="-".join(map(str, sizes)),
        )


# -------------------------------------------------------------------- one entry


def _is_place(text: str, longest: int = _LONGEST_PLACE) -> bool:
    """Whether it is a whole number from 0 up, of no more digits than that."""
    return text.isascii() and text.isdigit() and len(text) <= longest


def _data(entry: _Entry) -> str:
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


def _layers(entry: _Entry) -> tuple[int, ...]:
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


def _names(entry: _Entry) -> tuple[str, ...]:
    return tuple(entry.value.split(","))


def _word(entry: _Entry) -> str:
    return entry.value


def _number(entry: _Entry) -> float:
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


def _whole(entry: _Entry) -> int:
    text = entry.value
    if not _is_place(text, _LONGEST_WHOLE):
        raise SettingError(
            "“{entry}” in the set-up is no whole number from 0 up; write it as in seed=3.",
            entry=entry.shown,
        )
    return int(text)


def _batch(entry: _Entry) -> int:
    size = _whole(entry)
    if size < 1:
        raise SettingError(
            "“{entry}” in the set-up leaves a mini-batch empty; write 1 or more, as in "
            "batch-size=10.",
            entry=entry.shown,
        )
    return size


def _step(entry: _Entry) -> int:
    step = _whole(entry)
    if step > MOST_STEPS:
        raise SettingError(
            "“{entry}” in the set-up asks for too many steps; a set-up has at most {most}.",
            entry=entry.shown,
            most=MOST_STEPS,
        )
    return step


def _select(entry: _Entry) -> Selection:
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


def _example(entry: _Entry) -> tuple[str, int]:
    split, _, place = entry.value.partition(".")
    if split not in ("train", "test") or not _is_place(place):
        raise SettingError(
            "“{entry}” in the set-up names no example; write it as in example=test.12.",
            entry=entry.shown,
        )
    return split, int(place)


def _hide(entry: _Entry) -> frozenset[str]:
    names = frozenset(entry.value.split(","))
    if not names <= set(GROUPS):
        raise SettingError(
            "“{entry}” in the set-up hides something that is not known; known are: {known}.",
            entry=entry.shown,
            known=", ".join(GROUPS),
        )
    return names


_READERS: dict[str, Callable[[_Entry], object]] = {
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
_FIELDS = {
    **{key: key.replace("-", "_") for key in _READERS},
    "select": "selection",
    "hide": "hidden",
}
