"""What the parts of OverData are, told with classes or without."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def scope_tip(has_classes: bool) -> str:
    """What the rows are."""
    if has_classes:
        return _tr(
            "The a of this neuron on every test example, sorted by what it truly is: one "
            "row a class, from the least to the greatest a. A very large network is shown "
            "only some of them, evenly spaced."
        )
    return _tr(
        "The a of this neuron on every test example, from the least to the greatest a. A very "
        "large network is shown only some of them, evenly spaced."
    )


def most_tip(has_classes: bool) -> str:
    """What the examples are that fire it most."""
    if has_classes:
        return _tr(
            "The test examples with the largest a, each with what it truly is and its a. "
            "Of equal ones, the first come first."
        )
    return _tr(
        "The test examples with the largest a, each with its number and its a. Of equal ones, "
        "the first come first."
    )


def least_tip(has_classes: bool) -> str:
    """What the examples are that fire it least."""
    if has_classes:
        return _tr(
            "The test examples with the smallest a, each with what it truly is and its a. "
            "Of equal ones, the first come first."
        )
    return _tr(
        "The test examples with the smallest a, each with its number and its a. Of equal ones, "
        "the first come first."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("OverData", text)
