"""What the rows of the dialog are called, and what they are: a sentence each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.recipe_words import readable


def setting_words(thing: str, setting: str) -> tuple[str, str]:
    """The name of a setting of an optimiser or a schedule, and what it is.

    One that has no words yet is called as in the code.
    """
    known = _SETTINGS.get((thing, setting))
    if known is None:
        tip = _tr("{setting}, a setting of {thing}.")
        return readable(setting), tip.format(setting=readable(setting), thing=readable(thing))
    return _tr(known[0]), _tr(known[1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecipeDialog", text)


_MOMENTUM = "Momentum μ", "How much of its speed v a step keeps: v ← μ v + g, from 0 to below 1."
_EPSILON = "ε", "A small number that keeps a step finite where the gradient has long been 0."
_EPOCHS = "Epochs", "For how many epochs η falls: e / epochs grows from 0 to 1."
_END = "End", "What share of η is left at the end, from 0 to 1."

_SETTINGS = {
    ("momentum", "momentum"): _MOMENTUM,
    ("nesterov", "momentum"): _MOMENTUM,
    ("rmsprop", "decay"): (
        "Decay ρ",
        "How much of the average of g² a step keeps: r ← ρ r + (1 − ρ) g², from 0 to below 1.",
    ),
    ("rmsprop", "epsilon"): _EPSILON,
    ("adam", "decay"): (
        "Decay β₁",
        "How much of the average of g a step keeps: m ← β₁ m + (1 − β₁) g, from 0 to below 1.",
    ),
    ("adam", "squares_decay"): (
        "Decay β₂",
        "How much of the average of g² a step keeps: r ← β₂ r + (1 − β₂) g², from 0 to below 1.",
    ),
    ("adam", "epsilon"): _EPSILON,
    ("step", "every"): ("Every", "After how many epochs η is multiplied by the factor, each time."),
    ("step", "factor"): ("Factor", "What η is multiplied by, from 0 to 1."),
    ("linear", "epochs"): _EPOCHS,
    ("linear", "end"): _END,
    ("cosine", "epochs"): _EPOCHS,
    ("cosine", "end"): _END,
}
