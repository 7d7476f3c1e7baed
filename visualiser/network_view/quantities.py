"""What the lines of the network can show: one entry each, and this is the place to add one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.parameters import FloatArray
from visualiser.number_format import fixed, significant
from visualiser.training.snapshot import Snapshot

DEFAULT, SINCE = "weight", "since"


@dataclass(frozen=True)
class Quantity:
    """Something that every connection has a number of.

    Attributes
    ----------
    id : str
        What code and the settings call it.
    symbol : str
        What the legend calls it.
    title : str
        Symbol and a few words, in the user's language.
    sentence : str
        What it is, in the user's language.
    is_zero_centred : bool
        Whether it may be negative.
    values : callable
        From a Snapshot, one array per gap, of the shape of ``weights[gap]``.
    written : callable
        The number as it is written.
    """

    id: str
    symbol: str
    title: str
    sentence: str
    is_zero_centred: bool
    values: Callable[[Snapshot], tuple[FloatArray, ...]]
    written: Callable[[float], str]


def quantities() -> tuple[Quantity, ...]:
    """All of them, in the user's language, in the order in which they are offered."""
    return (
        Quantity(
            DEFAULT,
            "W",
            _tr("W: the weights"),
            _tr("W is the weight of a connection."),
            True,
            _weights,
            _with_decimals,
        ),
        Quantity(
            "flow",
            "W·a",
            _tr("W·a: what flows now"),
            _tr(
                "W·a is what a connection adds to S of the neuron that it leads to, for the "
                "example that is shown."
            ),
            True,
            _flows,
            _with_decimals,
        ),
        Quantity(
            "slope",
            "∂C/∂W",
            _tr("∂C/∂W: the gradient"),
            _tr(
                "∂C/∂W is how fast the cost of the next mini-batch grows with a weight: the next "
                "step goes against it."
            ),
            True,
            _slopes,
            _with_digits,
        ),
        Quantity(
            "change",
            "ΔW",
            _tr("ΔW: the next step's change"),
            _tr("ΔW is what the next step adds to a weight; it is 0 where a weight is frozen."),
            True,
            _changes,
            _with_digits,
        ),
        Quantity(
            SINCE,
            "W−W′",
            _tr("W−W′: the change since a chosen step"),
            _tr(
                "W−W′ is how far a weight has moved since the step that was chosen, up or down; "
                "it is 0 until one is chosen."
            ),
            True,
            _changes_since,
            _with_digits,
        ),
    )


def quantity(name: str) -> Quantity:
    """The one of that id; the usual one where there is none."""
    table = {one.id: one for one in quantities()}
    return table.get(name, table[DEFAULT])


def _weights(snapshot: Snapshot) -> tuple[FloatArray, ...]:
    return snapshot.parameters.weights


def _flows(snapshot: Snapshot) -> tuple[FloatArray, ...]:
    weights = snapshot.parameters.weights
    # A network that has diverged has numbers that are too large to multiply.
    with np.errstate(all="ignore"):
        return tuple(w * a for w, a in zip(weights, snapshot.activations, strict=False))


def _slopes(snapshot: Snapshot) -> tuple[FloatArray, ...]:
    return snapshot.gradient.weights


def _changes(snapshot: Snapshot) -> tuple[FloatArray, ...]:
    return tuple(-update for update in snapshot.update.weights)


def _changes_since(snapshot: Snapshot) -> tuple[FloatArray, ...]:
    weights, reference = snapshot.parameters.weights, snapshot.reference
    if reference is None:
        return tuple(np.zeros_like(gap) for gap in weights)
    # Of a network that has diverged, ∞ − ∞.
    with np.errstate(all="ignore"):
        return tuple(w - old for w, old in zip(weights, reference.parameters.weights, strict=True))


def _with_decimals(value: float) -> str:
    return fixed(value, sign=True)


def _with_digits(value: float) -> str:
    return significant(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quantities", text)
