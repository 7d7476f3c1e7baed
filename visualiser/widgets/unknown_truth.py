"""What is said where nobody has said what the shown input truly is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from visualiser.number_format import fixed
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import symbol


def unknown_target() -> str:
    """In the place of t and of what an output adds to C; HTML."""
    return _tr(
        "Nobody has said what this input truly is: {t} is unknown here, and so is what this "
        "neuron adds to {C}."
    ).format(t=symbol("t"), C=symbol("C"))


def unknown_cost(snapshot: Snapshot) -> str:
    """In the place of C of the shown input, and how sure the network is; HTML."""
    description, outputs = snapshot.description, snapshot.activations[-1]
    if not description.has_classes:
        text = _tr(
            "{C} of this input is unknown: nobody has said what it truly is, so no output has a "
            "target {t}. The output's {a} is {value}."
        )
    elif len(outputs) == 1:
        text = _tr(
            "{C} of this input is unknown: nobody has said what it truly is, so the output has "
            "no target {t}. The output's {a} is {value}, so it is read as {answer}."
        )
    else:
        text = _tr(
            "{C} of this input is unknown: nobody has said what it truly is, so no output has a "
            "target {t}. The network is as sure of it as its largest {a}: {value}, of output "
            "{answer}."
        )
    return text.format(
        C=symbol("C"),
        t=symbol("t"),
        a=symbol("a"),
        value=fixed(float(outputs.max())),
        answer=escape(description.class_name(snapshot.answer)),
    )


def unknown_delta() -> str:
    """In the place of δ; HTML."""
    return _tr(
        "{delta} is unknown for this input: nobody has said what it truly is, so it has no {C}."
    ).format(delta=symbol("δ"), C=symbol("C"))


def unknown_slope() -> str:
    """In the place of ∂C/∂W of the shown input; HTML."""
    return _tr(
        "{slope} of this input is unknown: nobody has said what it truly is, so it has no {C} "
        "and no {delta}."
    ).format(slope=symbol("∂C/∂W"), C=symbol("C"), delta=symbol("δ"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("UnknownTruth", text)
