"""What the network's picture shows of each phase of a step."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.parameters import FloatArray
from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.quantities import Quantity, quantity
from visualiser.number_format import count
from visualiser.phase_step import PhaseStep
from visualiser.phases import Phase
from visualiser.recipe_words import is_plain_where_free


def look_of(step: PhaseStep, phase: Phase, hidden: int | None = None) -> PhaseLook | None:
    """The look of a phase; None where the network as it is now is all there is to show.

    Parameters
    ----------
    step : PhaseStep
    phase : Phase
    hidden : int or None
        The layer whose ΔW is still to be guessed.
    """
    if phase.kind == "done":
        return None
    last = step.last
    computed = {"batch": 0, "forward": phase.layer or 0}.get(phase.kind, last)
    is_backward = phase.kind == "backward"
    first_ring = phase.layer or 1 if is_backward else last + 1
    return PhaseLook(
        _quantity(step, phase),
        _lines(step, phase, hidden),
        tuple(_float32(step.activations(at)) if at <= computed else None for at in range(last + 1)),
        tuple(_float32(step.deltas(at)) if at >= first_ring else None for at in range(1, last + 1)),
        "δ" if is_backward else "",
        caption(step),
        step.label,
    )


def caption(step: PhaseStep) -> str:
    """Which digit is shown, or whose mean."""
    described = step.snapshot.description
    if step.followed is None:
        mean = (
            _tr("The mean of {count} digits")
            if described.shows_digits
            else _tr("The mean of {count} examples")
        )
        return mean.format(count=count(step.count))
    if not described.has_classes:
        one = _tr("Example {number} of {count} in this step")
        return one.format(number=count(step.followed + 1), count=count(step.count))
    one = (
        _tr("Digit {number} of {count} in this step: a {label}")
        if described.shows_digits
        else _tr("Example {number} of {count} in this step: “{label}”")
    )
    return one.format(
        number=count(step.followed + 1),
        count=count(step.count),
        label=described.class_name(int(step.traced.labels[step.followed])),
    )


def _lines(step: PhaseStep, phase: Phase, hidden: int | None) -> tuple[FloatArray | None, ...]:
    layers = range(1, step.last + 1)
    match phase.kind:
        case "forward":
            return tuple(_float32(step.flows(at)) if at == phase.layer else None for at in layers)
        case "backward":
            return tuple(step.gradient(at) if at == phase.layer else None for at in layers)
        case "update":
            return tuple(None if at == hidden else step.change(at) for at in layers)
    return (None,) * step.last


def _quantity(step: PhaseStep, phase: Phase) -> Quantity:
    is_mean = step.followed is None
    if phase.kind == "backward":
        sentence = (
            _tr("∂C/∂W is how fast the cost of this step's mini-batch grows with a weight.")
            if is_mean
            else _tr("∂C/∂W is how fast the followed example's own cost grows with a weight.")
        )
        return replace(quantity("slope"), sentence=sentence)
    if phase.kind == "update":
        sentence = _tr("ΔW is what this step adds to a weight; it is 0 where a weight is frozen.")
        made = replace(quantity("change"), sentence=sentence)
        is_plain = is_plain_where_free(step.snapshot.progress.recipe)
        return replace(made, symbol="−η∂C/∂W") if is_plain else made
    sentence = (
        _tr("W·a is what a connection adds to S of the neuron it leads to; here a is a mean.")
        if is_mean
        else _tr("W·a is what a connection adds to S of the neuron it leads to.")
    )
    return replace(quantity("flow"), sentence=sentence)


def _float32(values: FloatArray) -> FloatArray:
    return values.astype(np.float32, copy=False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseLooks", text)
