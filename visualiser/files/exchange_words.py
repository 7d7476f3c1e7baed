"""What is said after an import: what the file did not tell, and what was taken instead."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.run_settings import RunSettings
from visualiser.recipe_words import readable


def assumption(assumed: tuple[str, ...], settings: RunSettings) -> str:
    """A sentence on what was taken where a file of weights says nothing; empty where it says all.

    Parameters
    ----------
    assumed : tuple of str
        As `ImportedWeights.assumed`.
    settings : RunSettings
        Of the run that began with the weights.
    """
    if not assumed:
        return ""
    place = _tr("inside σ") if settings.bias == "inside" else _tr("outside σ")
    return _sentences()[frozenset(assumed)].format(
        sigma=_names(settings.activation), cost=readable(settings.cost), bias=place
    )


def _sentences() -> dict[frozenset[str], str]:
    sigma, cost, bias = "activation", "cost", "bias"
    return {
        frozenset({sigma}): _tr("The file does not say what σ is; it is taken to be {sigma}."),
        frozenset({cost}): _tr("The file does not say what C is; it is taken to be {cost}."),
        frozenset({bias}): _tr("The file does not say where B is added; it is added {bias}."),
        frozenset({sigma, cost}): _tr(
            "The file does not say what σ and C are; σ is taken to be {sigma}, and C {cost}."
        ),
        frozenset({sigma, bias}): _tr(
            "The file does not say what σ is and where B is added; σ is taken to be {sigma}, and "
            "B is added {bias}."
        ),
        frozenset({cost, bias}): _tr(
            "The file does not say what C is and where B is added; C is taken to be {cost}, and "
            "B is added {bias}."
        ),
        frozenset({sigma, cost, bias}): _tr(
            "The file does not say what σ and C are and where B is added; σ is taken to be "
            "{sigma}, C {cost}, and B is added {bias}."
        ),
    }


def _names(activation: str | tuple[str, ...]) -> str:
    """The σ of all layers, or of each."""
    names = (activation,) if isinstance(activation, str) else activation
    if len(set(names)) == 1:
        names = names[:1]
    return ", ".join(readable(name) for name in names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExchangeWords", text)
