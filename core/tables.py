"""Looking things up by name in a table such as ACTIVATIONS, with a sentence where it fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TypeVar

from core.errors import SettingError

Thing = TypeVar("Thing")


def chosen(table: Mapping[str, Thing], name: object, missing: str) -> Thing:
    """The entry of that name; else SettingError with the sentence ``missing``.

    ``missing`` is a template with ``{name!r}`` and ``{choices}``.
    """
    if not isinstance(name, str) or name not in table:
        raise SettingError(missing, name=name, choices=", ".join(table))
    return table[name]


def built(
    table: Mapping[str, Callable[..., Thing]],
    name: object,
    options: Mapping[str, object],
    missing: str,
) -> Thing:
    """What the dataclass of that name makes of these options; SettingError for an unknown one."""
    kind = chosen(table, name, missing)
    known = [field.name for field in fields(kind)]  # type: ignore[arg-type] # each is a dataclass
    for option in options:
        if option not in known:
            raise SettingError(
                "{name} has no setting {option!r}; it has: {choices}.",
                name=name,
                option=option,
                choices=", ".join(known) or "none",
            )
    return kind(**options)
