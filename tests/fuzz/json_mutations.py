"""Mutations of JSON that leave it JSON: other values, other types, other shapes."""

from __future__ import annotations

import copy
import json
from typing import Any

import numpy as np

# Stands for lists in lists in lists, which Python's own writer cannot write.
_DEEP = "@deep@"
_STRANGE: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    3,
    0.5,
    2**31,
    -(2**31),
    2**63,
    2**64,
    10**4000,
    1e-320,
    1e300,
    float("nan"),
    float("inf"),
    "",
    "0",
    "\0",
    "a. B\nc {x} {0!r} %s",
    "\ud800",
    "σ" * 5000,
    "../../x",
    [],
    [[]],
    {},
    [0] * 1000,
    {"": None},
    _DEEP,
)


def mutated_json(random: np.random.Generator, text: str) -> str:
    """The same with one to three changes somewhere in it."""
    # One level around it, so that the whole can be replaced as well.
    box = [json.loads(text)]
    for _ in range(random.integers(1, 4)):
        _change(random, box)
    written = json.dumps(box[0] if box else None)
    return written.replace(f'"{_DEEP}"', "[" * 100_000 + "]" * 100_000)


def _change(random: np.random.Generator, box: list[Any]) -> None:
    inner = [place for place in _places(box) if place[0] is not box] or list(_places(box))
    if not inner:
        return
    container, key = inner[random.integers(len(inner))]
    value = container[key]
    action = random.integers(6)
    if action == 0:
        del container[key]
    elif action == 1 and isinstance(container, list):
        container.insert(key, copy.deepcopy(value))
    elif action == 1:
        container[f"{key}."] = copy.deepcopy(value)
    elif action == 2 and type(value) in (int, float):
        container[key] = value + int(random.choice([-1, 1, 2, 1000, -(10**6)]))
    elif action == 3:
        other, place = inner[random.integers(len(inner))]
        if place in other if isinstance(other, dict) else place < len(other):
            container[key] = copy.deepcopy(other[place])
    else:
        container[key] = copy.deepcopy(_STRANGE[random.integers(len(_STRANGE))])


def _places(container: Any) -> list[tuple[Any, Any]]:
    """Every (container, key), at any depth."""
    keys = list(container) if isinstance(container, dict) else list(range(len(container)))
    found = [(container, key) for key in keys]
    for key in keys:
        if isinstance(container[key], dict | list):
            found += _places(container[key])
    return found
