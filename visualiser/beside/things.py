"""The one thing in which a run can differ from another, each with how it is chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.errors import SettingError
from core.initialisers import INITIALISERS
from core.network import checked_sizes
from core.optimisers import OPTIMISERS, optimiser_named
from core.run_settings import RunSettings
from core.schedules import SCHEDULES, schedule_named
from visualiser.number_format import entered, typed
from visualiser.recipe_words import readable

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Thing:
    """A setting that the other run can have otherwise.

    Attributes
    ----------
    id : str
    title, tip : str
        In the user's language.
    present : callable
        Of settings: the value, as it is typed or as one of the choices.
    suggested : callable
        Of settings: another value, worth a look.
    made : callable
        Of settings and a value: the settings with it. SettingError where it is none.
    choices : tuple of (str, str)
        Value and title of each; empty where it is typed.
    """

    id: str
    title: str
    tip: str
    present: Callable[[RunSettings], str]
    suggested: Callable[[RunSettings], str]
    made: Callable[[RunSettings, str], RunSettings]
    choices: Choices = ()

    def titled(self, value: str) -> str:
        """A value as it is shown."""
        return dict(self.choices).get(value, value)


# -------------------------------------------------------------------- reading and making


def _number(text: str, example: float) -> float:
    try:
        return entered(text)
    except ValueError:
        raise SettingError(
            "“{text}” is no number; type one, for instance {example}.", text=text, example=example
        ) from None


def _whole(text: str, example: int) -> int:
    try:
        number = entered(text, is_whole=True)
    except ValueError:
        number = math.nan
    if not number.is_integer():
        raise SettingError(
            "“{text}” is no whole number; type one, for instance {example}.",
            text=text,
            example=example,
        )
    return int(number)


def _hidden(settings: RunSettings) -> str:
    return "-".join(str(size) for size in (settings.layers or ())[1:-1])


def _with_hidden(settings: RunSettings, text: str) -> RunSettings:
    parts = text.replace(",", "-").replace(" ", "-").split("-")
    sizes = [_whole(part, 16) for part in parts if part]
    layers = settings.layers or (1, 1)
    made = replace(settings, layers=checked_sizes((layers[0], *sizes, layers[-1])))
    # As many σ as there are layers now: the last hidden one's goes on, or ends sooner.
    hidden, last = _hidden_name(settings), _names(settings)[-1]
    if len(made.layers or ()) == len(layers):
        return made
    return replace(made, activation=(*[hidden] * len(sizes), last))


def _names(settings: RunSettings) -> tuple[str, ...]:
    """σ of every layer but the input."""
    names, layers = settings.activation, settings.layers or (1, 1)
    return (names,) * (len(layers) - 1) if isinstance(names, str) else names


def _hidden_name(settings: RunSettings) -> str:
    return _names(settings)[0]


def _with_hidden_name(settings: RunSettings, name: str) -> RunSettings:
    names = _names(settings)
    return replace(settings, activation=(*[name] * (len(names) - 1), names[-1]))


def _with_output_name(settings: RunSettings, name: str) -> RunSettings:
    return replace(settings, activation=(*_names(settings)[:-1], name))


def _field(name: str) -> Callable[[RunSettings], str]:
    """A setting that is a name, or a thing that has one."""

    def read(settings: RunSettings) -> str:
        value = getattr(settings, name)
        return str(getattr(value, "name", value))

    return read


def _with(name: str, make: Callable[[str], Any] = str) -> Callable[[RunSettings, str], RunSettings]:
    return lambda settings, value: replace(settings, **{name: make(value)})


def _next_in(
    table: Iterable[str], read: Callable[[RunSettings], str]
) -> Callable[[RunSettings], str]:
    """The name in a table after the one that is chosen."""
    names = list(table)

    def suggest(settings: RunSettings) -> str:
        present = read(settings)
        return str(names[(names.index(present) + 1) % len(names)] if present in names else names[0])

    return suggest


def _choices(table: Iterable[str]) -> Choices:
    return tuple((name, readable(name)) for name in table)


def _named(
    name: str, title: str, tip: str, table: Iterable[str], make: Callable[[str], Any] = str
) -> Thing:
    read = _field(name)
    return Thing(name, title, tip, read, _next_in(table, read), _with(name, make), _choices(table))


def things() -> tuple[Thing, ...]:
    """All of them, in the user's language."""
    return (
        Thing(
            "learning_rate",
            _tr("learning rate η"),
            _tr("η: how far a step goes against the gradient."),
            lambda s: typed(s.learning_rate or 0.0),
            lambda s: typed(float(f"{2 * (s.learning_rate or 0.5):.3g}")),
            lambda s, text: replace(s, learning_rate=_number(text, 1.5)),
        ),
        Thing(
            "batch_size",
            _tr("mini-batch size"),
            _tr("How many training examples are averaged for one gradient step."),
            lambda s: str(s.batch_size),
            lambda s: "1" if s.batch_size > 1 else "10",
            lambda s, text: replace(s, batch_size=_whole(text, 10)),
        ),
        _named(
            "optimiser",
            _tr("optimiser"),
            _tr("What a step does with the gradient."),
            OPTIMISERS,
            optimiser_named,
        ),
        _named(
            "schedule",
            _tr("schedule of η"),
            _tr("How η changes as the run goes on."),
            SCHEDULES,
            schedule_named,
        ),
        Thing(
            "hidden_activation",
            _tr("σ of the hidden layers"),
            _tr("σ: what makes a neuron's a of its weighted sum S."),
            _hidden_name,
            _next_in(ACTIVATIONS, _hidden_name),
            _with_hidden_name,
            _choices(ACTIVATIONS),
        ),
        Thing(
            "output_activation",
            _tr("σ of the output"),
            _tr("σ of the last layer; not every cost goes with every σ."),
            lambda s: _names(s)[-1],
            _next_in(ACTIVATIONS, lambda s: _names(s)[-1]),
            _with_output_name,
            _choices(ACTIVATIONS),
        ),
        _named("cost", _tr("cost C"), _tr("What the network is made to lessen."), COSTS),
        _named(
            "initialiser",
            _tr("start values"),
            _tr("How weights and biases are drawn before the first step."),
            INITIALISERS,
        ),
        Thing(
            "seed",
            _tr("seed"),
            _tr("Decides the random start values and the order of the training examples."),
            lambda s: str(s.seed),
            lambda s: str(s.seed + 1),
            lambda s, text: replace(s, seed=_whole(text, 7)),
        ),
        Thing(
            "layers",
            _tr("hidden layers"),
            _tr("Neurons of each hidden layer, as in 32-16; nothing for none."),
            _hidden,
            lambda s: "32" if _hidden(s) != "32" else "16-16",
            _with_hidden,
        ),
        Thing(
            "l2",
            _tr("L2 penalty"),
            _tr("Pulls weights towards 0: l2 / 2 · ΣW² is added to what a step lessens."),
            lambda s: typed(s.l2),
            lambda s: typed(0.001 if s.l2 != 0.001 else 0.0),
            lambda s, text: replace(s, l2=_number(text, 0.001)),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Things", text)
