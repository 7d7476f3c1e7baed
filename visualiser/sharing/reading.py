"""Reading a set-up's text, which anybody may have written: every fault is one sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from core.errors import SettingError
from core.run_settings import RunSettings
from visualiser.run_options import check_without_data
from visualiser.selection import Connection, Neuron, Selection
from visualiser.sharing.entries import FIELDS, READERS, Entry
from visualiser.sharing.set_up import PREFIX, SetUp, in_full, usual_of

# What somebody else's text may have: more is refused, and said.
MOST_CHARACTERS = 4_000

_VERSION = re.compile(r"nnv(\d{1,9}):")
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
# Characters of an entry that a sentence has room for.
_LONGEST_SHOWN = 40
_OF_VIEW = ("step", "select", "example", "hide")


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
        values[FIELDS[key]] = READERS[key](entry)
    view = {FIELDS[key]: values.pop(FIELDS[key]) for key in _OF_VIEW if FIELDS[key] in values}
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


def _entries(body: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for part in filter(None, body.split(";")):
        key, equals, value = part.partition("=")
        if not equals:
            raise SettingError(
                "“{entry}” in the set-up has no =; write each entry as name=value, as in seed=3.",
                entry=_short(part),
            )
        if key not in READERS:
            raise SettingError(
                "“{entry}” in the set-up is not known; an entry begins with one of: {known}.",
                entry=_short(part),
                known=", ".join(READERS),
            )
        if key in found:
            raise SettingError(
                "“{name}” stands in the set-up twice; leave one of them out.", name=key
            )
        found[key] = Entry(_short(part), _decoded(part, value))
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
