"""What is known to go wrong with some settings, or slowly: to be said, not forbidden."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QCoreApplication

from core.activations import ACTIVATIONS
from core.run_settings import RunSettings
from visualiser.network_view.arranging import MOST_LINES
from visualiser.number_format import count, plain

# Measured with gradient descent on the embedded digits, 64-16-16-10, mini-batches of 10:
# from which η on training diverges with the bias outside σ, what went well there, and up to
# which it is steady with the bias inside.
DIVERGES_OUTSIDE, WELL_OUTSIDE, STEADY_INSIDE = 1.0, 0.5, 3.0


def known_facts(settings: RunSettings, rate: float) -> list[str]:
    """Sentences about what is chosen.

    Parameters
    ----------
    settings : RunSettings
        With all layers, and σ for each of them.
    rate : float
        η.
    """
    names, layers = settings.activation, settings.layers or ()
    sigmas = (names,) if isinstance(names, str) else names
    return [
        *_about_rate(settings, sigmas, rate),
        *_about_start(settings),
        *_about_sigma(sigmas, layers),
        *_about_size(layers),
    ]


def _about_rate(settings: RunSettings, sigmas: tuple[str, ...], rate: float) -> list[str]:
    is_plain = getattr(settings.optimiser, "is_scale_free", True) is False
    if not is_plain or settings.cost != "quadratic" or set(sigmas) != {"logistic"}:
        return []
    if settings.bias == "outside" and rate >= DIVERGES_OUTSIDE:
        text = _tr(
            "With B outside σ, training on the embedded digits diverged at η = {diverges} and "
            "more; at η = {well} it went well."
        )
        return [text.format(diverges=plain(DIVERGES_OUTSIDE), well=plain(WELL_OUTSIDE))]
    if settings.bias == "inside" and rate > STEADY_INSIDE:
        text = _tr("On the embedded digits, training was steady up to η = {steady}.")
        return [text.format(steady=plain(STEADY_INSIDE))]
    return []


def _about_start(settings: RunSettings) -> list[str]:
    if settings.initialiser == "standard_normal":
        return [
            _tr(
                "With start values from N(0, 1), whole classes are never answered in most runs of "
                "784-100-10; 1/√N does not have that."
            )
        ]
    if settings.initialiser in ("constant", "zeros") and len(settings.layers or ()) > 2:
        return [
            _tr(
                "All W of a layer start alike: so its neurons stay alike for ever, and the layer "
                "does no more than one neuron would."
            )
        ]
    return []


def _about_sigma(sigmas: tuple[str, ...], layers: tuple[int, ...]) -> list[str]:
    found = []
    if len(sigmas) > 1 and set(sigmas[:-1]) == {"identity"}:
        found.append(
            _tr(
                "Where σ of all hidden layers is the identity, they can do no more than a network "
                "without them."
            )
        )
    if layers and layers[-1] == 1 and not ACTIVATIONS[sigmas[-1]].is_elementwise:
        found.append(_tr("One output alone is always 1 with softmax, so that nothing is learnt."))
    return found


def _about_size(layers: tuple[int, ...]) -> list[str]:
    lines = sum(before * after for before, after in itertools.pairwise(layers))
    if lines <= MOST_LINES:
        return []
    text = _tr("Networks of more than {most} connections are drawn as blocks, without lines.")
    return [text.format(most=count(MOST_LINES))]


def _tr(text: str) -> str:
    return QCoreApplication.translate("KnownFacts", text)
