"""What is said of the cost phase: what t is there, which depends on what the data want."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.phase_step import PhaseStep


def cost_words(step: PhaseStep) -> str:
    """With what the outputs are compared; the mini-batch's size is still to be put in."""
    is_mean = step.followed is None
    if not step.snapshot.description.has_classes:
        return (
            _tr(
                "Each example's output is compared with its target t, a number to come near to. "
                "The cost of the mini-batch is the mean over its {count} examples."
            )
            if is_mean
            else _tr(
                "The output is compared with its target t, a number to come near to. "
                "The further off, the larger C."
            )
        )
    if step.snapshot.sizes[-1] == 1:
        return (
            _tr(
                "Each example's output is compared with t, the number of the true class: 1 or 0. "
                "The cost of the mini-batch is the mean over its {count} examples."
            )
            if is_mean
            else _tr(
                "The output is compared with t, the number of the true class: 1 or 0. "
                "The further off, the larger C."
            )
        )
    return (
        _tr(
            "Each example's outputs are compared with t: 1 for the true class, else 0. "
            "The cost of the mini-batch is the mean over its {count} examples."
        )
        if is_mean
        else _tr(
            "The outputs are compared with t: 1 for the true class, else 0. "
            "The further off, the larger C."
        )
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseWords", text)
