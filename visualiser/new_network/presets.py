"""Networks that many begin with, by what they are called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.activations import ACTIVATIONS
from core.network import checked_activations
from core.optimisers import optimiser_named
from core.recipe import DEFAULT_BATCH_SIZE, usual_rate
from core.run_settings import RunSettings, usual_activation, usual_learning_rate
from visualiser.data.plane_problems import PlaneSettings

_HIDDEN_AS_USUAL = (16, 16)


@dataclass(frozen=True)
class Preset:
    """A network, and all that it begins with.

    Attributes
    ----------
    id : str
    title, tip : str
        What it is called, and what it is, in the user's language.
    data : str or None
        What `core.load_dataset` takes; None for what is chosen already.
    hidden : tuple of int
        Neurons of each hidden layer.
    others : dict
        What is not as usual, by the names that `RunSettings` has for it; σ of hidden layers as
        ``hidden_activation``.
    """

    id: str
    title: str
    tip: str
    data: str | None
    hidden: tuple[int, ...]
    others: dict[str, Any] = field(default_factory=dict)

    def settings(self, data: str) -> RunSettings:
        """All settings but the layers; ``data`` is what is chosen already."""
        source = self.data or data
        others = dict(self.others)
        activation = usual_activation(source, len(self.hidden))
        if "hidden_activation" in others:
            name = others.pop("hidden_activation")
            activation = (name,) * len(self.hidden) + activation[-1:]
        return RunSettings(source, None, activation, **others)

    def is_chosen(self, settings: RunSettings, hidden: tuple[int, ...]) -> bool:
        """Whether these are its settings and layers, whatever the seed."""
        mine = self.settings(settings.data)
        same = replace(mine, layers=settings.layers, seed=settings.seed, learning_rate=None)
        rates = rate_of(mine), rate_of(settings)
        is_same = same == replace(settings, learning_rate=None)
        return is_same and hidden == self.hidden and rates[0] == rates[1]


def usual_settings(data: str, hidden: int) -> RunSettings:
    """What is usual for this data and so many hidden layers."""
    return RunSettings(data, None, usual_activation(data, hidden))


def in_full(settings: RunSettings, hidden: int) -> RunSettings:
    """The same settings, with the name of σ for every one of so many layers, and for the output."""
    sigmas = checked_activations(settings.activation, hidden + 1)
    return replace(settings, activation=tuple(sigma.name for sigma in sigmas))


def rate_of(settings: RunSettings) -> float:
    """η, as it is set or as is usual for these settings with σ of every layer."""
    if settings.learning_rate is not None:
        return settings.learning_rate
    names, optimiser = settings.activation, settings.optimiser
    names = (names,) if isinstance(names, str) else names
    optimiser = optimiser_named(optimiser) if isinstance(optimiser, str) else optimiser
    usual = usual_learning_rate(settings.data, names, optimiser)
    return usual or usual_rate(optimiser, [ACTIVATIONS[name] for name in names])


def presets() -> tuple[Preset, ...]:
    """All of them, in the order in which they are offered."""
    return (
        Preset(
            "notes",
            _tr("As in the notes: MNIST, 784-16-16-10"),
            _tr(
                "MNIST's pictures of 28×28 pixels, two hidden layers of 16 neurons, logistic σ, "
                "the quadratic C: 13,002 numbers to learn."
            ),
            "mnist",
            _HIDDEN_AS_USUAL,
        ),
        Preset(
            "small",
            _tr("Small and quick: 64-16-16-10"),
            _tr(
                "The notes' hidden layers for the embedded digits of 8×8 pixels: learnt within "
                "seconds.",
            ),
            "digits",
            _HIDDEN_AS_USUAL,
        ),
        Preset(
            "nielsen",
            _tr("Nielsen's book: MNIST, 784-30-10"),
            _tr(
                "The network of chapter 1: start values from N(0, 1), mini-batches of 10. His C "
                "has a ½ in front, so that η = 1.5 here makes the same steps as his 3.0.",
            ),
            "mnist",
            (30,),
            {
                "initialiser": "standard_normal",
                "learning_rate": 1.5,
                "batch_size": DEFAULT_BATCH_SIZE,
            },
        ),
        Preset(
            "none",
            _tr("No hidden layer"),
            _tr(
                "The inputs go straight to the outputs: the W of each output can be seen as a "
                "picture."
            ),
            None,
            (),
        ),
        Preset(
            "deep",
            _tr("Deep: 64-32-32-32-10"),
            _tr(
                "Three hidden layers of ReLU neurons for the embedded digits, with start values "
                "that suit these."
            ),
            "digits",
            (32, 32, 32),
            {"hidden_activation": "relu", "initialiser": "he"},
        ),
        Preset(
            "plane",
            _tr("Points on a plane: two spirals, 2-8-8-1"),
            _tr(
                "A network so small that it can be understood neuron by neuron.",
            ),
            PlaneSettings("spiral").source,
            (8, 8),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkPresets", text)
