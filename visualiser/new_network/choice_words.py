"""What can be chosen of the core's tables: what each is called, and its formula."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.initialisers import INITIALISERS
from visualiser.recipe_words import formula_text, readable

# By what is chosen: what it is called, and what is said of it.
Notes = dict[str, tuple[str, str]]


def sigma_notes(is_output: bool) -> Notes:
    """Activation functions: for the outputs, or for hidden layers."""
    return {
        name: (readable(name), formula_text(sigma.formula))
        for name, sigma in ACTIVATIONS.items()
        if is_output or sigma.is_elementwise
    }


def bias_notes() -> Notes:
    """Where B is added."""
    return {
        "inside": (_tr("inside σ"), _tr("S = W a + B,  a = σ(S): as is usual")),
        "outside": (_tr("outside σ"), _tr("S = W a,  a = σ(S) + B: as the notes print it")),
    }


def cost_notes() -> Notes:
    """Cost functions, with what they need."""
    notes = {}
    for name, cost in COSTS.items():
        formula = f"C = {formula_text(cost.formula)}"
        if cost.partner is not None:
            text = _tr("{formula}; for {sigma} outputs")
            formula = text.format(formula=formula, sigma=readable(cost.partner))
        notes[name] = (readable(name), formula)
    return notes


def initialiser_notes() -> Notes:
    """Ways to start; one that has no words yet is called as in the code."""
    words = {
        "one_over_root_n": ("1/√N", _tr("W from N(0, 1/N), N the neurons before; B = 0")),
        "standard_normal": ("N(0, 1)", _tr("W and B from N(0, 1), as in Nielsen's book")),
        "xavier": (
            "Xavier",
            _tr("W between ±√(6 / (N + M)), N neurons before, M here; B = 0; for tanh"),
        ),
        "he": ("He", _tr("W from N(0, 2/N), N the neurons before; B = 0; for ReLU")),
        "constant": (_tr("all W alike"), _tr("W = 0.01, B = 0: to see that it fails")),
        "zeros": (_tr("all 0"), _tr("W = 0, B = 0: to see that it fails")),
    }
    return {name: words.get(name, (readable(name), "")) for name in INITIALISERS}


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkChoices", text)
