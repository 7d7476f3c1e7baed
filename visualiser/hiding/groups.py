"""The groups of controls that can be hidden, by name: plain data, no Qt."""

from __future__ import annotations

# In the order in which they are listed and written.
GROUPS = (
    "transport",
    "speed",
    "rate",
    "lines",
    "examples",
    "inspector",
    "cost",
    "timeline",
    "status",
    "editing",
)


def in_order(names: frozenset[str]) -> tuple[str, ...]:
    """The names of groups as they are listed; others are left out."""
    return tuple(name for name in GROUPS if name in names)
