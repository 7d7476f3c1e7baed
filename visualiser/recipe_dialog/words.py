"""What the rows of the dialog are called, and what they are: a sentence each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.recipe_words import readable


def setting_words(thing: str, setting: str) -> tuple[str, str]:
    """The name of a setting of an optimiser or a schedule, and what it is.

    One that has no words yet is called as in the code.
    """
    known = (_of_optimisers() | _of_schedules()).get((thing, setting))
    if known is None:
        tip = _tr("{setting}, a setting of {thing}.")
        return readable(setting), tip.format(setting=readable(setting), thing=readable(thing))
    return known


def _of_optimisers() -> dict[tuple[str, str], tuple[str, str]]:
    momentum = (
        _tr("Momentum μ"),
        _tr("How much of its speed v a step keeps: v ← μ v + g, from 0 to below 1."),
    )
    epsilon = (
        "ε",
        _tr("A small number that keeps a step finite where the gradient has long been 0."),
    )
    return {
        ("momentum", "momentum"): momentum,
        ("nesterov", "momentum"): momentum,
        ("rmsprop", "decay"): (
            _tr("Decay ρ"),
            _tr(
                "How much of the average of g² a step keeps: r ← ρ r + (1 − ρ) g², "
                "from 0 to below 1."
            ),
        ),
        ("rmsprop", "epsilon"): epsilon,
        ("adam", "decay"): (
            _tr("Decay β₁"),
            _tr(
                "How much of the average of g a step keeps: m ← β₁ m + (1 − β₁) g, "
                "from 0 to below 1."
            ),
        ),
        ("adam", "squares_decay"): (
            _tr("Decay β₂"),
            _tr(
                "How much of the average of g² a step keeps: r ← β₂ r + (1 − β₂) g², "
                "from 0 to below 1."
            ),
        ),
        ("adam", "epsilon"): epsilon,
    }


def _of_schedules() -> dict[tuple[str, str], tuple[str, str]]:
    epochs = (
        _tr("Epochs"),
        _tr("For how many epochs η falls: e / epochs grows from 0 to 1."),
    )
    end = _tr("End"), _tr("What share of η is left at the end, from 0 to 1.")
    return {
        ("step", "every"): (
            _tr("Every"),
            _tr("After how many epochs η is multiplied by the factor, each time."),
        ),
        ("step", "factor"): (_tr("Factor"), _tr("What η is multiplied by, from 0 to 1.")),
        ("linear", "epochs"): epochs,
        ("linear", "end"): end,
        ("cosine", "epochs"): epochs,
        ("cosine", "end"): end,
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecipeDialog", text)
