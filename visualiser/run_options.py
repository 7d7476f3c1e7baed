"""The options of the command line that say what is trained, and how."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import fields
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.datasets import DATASETS
from core.datasets.plane import plane_of
from core.errors import SettingError
from core.initialisers import INITIALISERS
from core.network import Network, checked_sizes
from core.optimisers import OPTIMISERS, PLAIN, optimiser_named
from core.recipe import Recipe
from core.run_settings import (
    DEFAULT_HIDDEN_LAYERS,
    PLANE_HIDDEN_LAYERS,
    RunSettings,
    usual_activation,
    usual_learning_rate,
)
from core.schedules import SCHEDULES, STEADY, schedule_named

Thing = TypeVar("Thing")

_DEFAULTS = RunSettings()


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Let a command take all that a run begins with."""
    d = _DEFAULTS
    names = ", ".join(DATASETS)
    options = parser.add_argument_group(_tr("the network and how it learns"))
    options.add_argument(
        "--data",
        default=d.data,
        help=_tr("{names}, or a file or folder of examples (IDX, .npz, .csv, pictures)").format(
            names=names
        ),
    )
    options.add_argument("--layers", type=_sizes, help=_tr("neurons per layer, as in 64,16,16,10"))
    options.add_argument(
        "--activation",
        type=_names,
        help=_tr(
            "σ of all layers, of the hidden ones and the output, as in tanh,softmax, or one "
            "name a layer: {names}; if not given, logistic, or relu,logistic for points of a "
            "plane"
        ).format(names=", ".join(ACTIVATIONS)),
    )
    options.add_argument(
        "--cost",
        default=d.cost,
        help=_tr("C: {names}; {default} if not given").format(
            names=", ".join(COSTS), default=d.cost
        ),
    )
    options.add_argument(
        "--bias",
        choices=("inside", "outside"),
        default=d.bias,
        help=_tr("add the bias inside σ (the field's standard) or outside"),
    )
    options.add_argument(
        "--initialiser",
        default=d.initialiser,
        help=_tr("how W and B start: {names}; {default} if not given").format(
            names=", ".join(INITIALISERS), default=d.initialiser
        ),
    )
    rates = ", ".join(f"{name} {kind.usual_rate:g}" for name, kind in OPTIMISERS.items())
    options.add_argument(
        "--learning-rate",
        type=_number,
        default=d.learning_rate,
        help=_tr(
            "η; if not given, what usually suits the optimiser: {rates}; "
            "less where σ is not logistic"
        ).format(rates=rates),
    )
    options.add_argument(
        "--batch-size",
        type=whole_number,
        default=d.batch_size,
        help=_tr("examples in a mini-batch; {default} if not given").format(default=d.batch_size),
    )
    _add_step_options(options)
    options.add_argument(
        "--seed",
        type=whole_number,
        default=d.seed,
        help=_tr("decides the start values and the order of the examples; {default}").format(
            default=d.seed
        ),
    )


def _add_step_options(options: argparse._ArgumentGroup) -> None:
    """What a step does with a gradient, and how η changes."""
    options.add_argument(
        "--optimiser",
        metavar="NAME",
        help=_tr(
            "what a step does with the gradient: {names}; with settings of its own as in "
            "momentum:momentum=0.8"
        ).format(names=", ".join(OPTIMISERS)),
    )
    options.add_argument(
        "--schedule",
        metavar="NAME",
        help=_tr(
            "how η changes as the run goes on: {names}; with settings of its own as in "
            "linear:epochs=60,end=0.1"
        ).format(names=", ".join(SCHEDULES)),
    )
    for name, help_text in (
        ("--l1", _tr("penalty on Σ|W|, as in 0.0001; 0 if not given")),
        ("--l2", _tr("penalty on ΣW² / 2, as in 0.0001; 0 if not given")),
        ("--clip", _tr("the longest the gradient may be; no limit if not given")),
    ):
        default = getattr(_DEFAULTS, name.removeprefix("--"))
        options.add_argument(name, type=_number, default=default, metavar="X", help=help_text)


def settings_of(options: argparse.Namespace) -> RunSettings:
    """The settings, as far as they can be checked without the data."""
    names = {field.name for field in fields(RunSettings)} & vars(options).keys()
    chosen = {name: getattr(options, name) for name in names}
    chosen["optimiser"] = made_from(optimiser_named, options.optimiser or PLAIN.name)
    chosen["schedule"] = made_from(schedule_named, options.schedule or STEADY.name)
    if options.activation is None:
        chosen["activation"] = _usual_activation(options)
    if options.learning_rate is None:
        chosen["learning_rate"] = usual_learning_rate(
            options.data, chosen["activation"], chosen["optimiser"]
        )
    settings = RunSettings(**chosen)
    check_without_data(settings)
    return settings


def check_without_data(settings: RunSettings) -> None:
    """SettingError where settings cannot be used, as far as that is known without the data."""
    layers = checked_sizes(settings.layers or (1, *DEFAULT_HIDDEN_LAYERS, 1))
    # A network of as many layers, as small as can be, minds the names as the real one will.
    network = Network(
        [1] * len(layers),
        settings.activation,
        settings.cost,
        settings.bias,
        settings.initialiser,
        settings.seed,
    )
    Recipe().changed(
        network,
        0,
        learning_rate=settings.learning_rate,
        l1=settings.l1,
        l2=settings.l2,
        clip=settings.clip,
    )


def _usual_activation(options: argparse.Namespace) -> str | tuple[str, ...]:
    """σ that suits the data, where none is chosen."""
    if plane_of(options.data) is None:
        return _DEFAULTS.activation
    hidden = PLANE_HIDDEN_LAYERS if options.layers is None else options.layers[1:-1]
    return usual_activation(options.data, len(hidden))


def made_from(make: Callable[..., Thing], text: str) -> Thing:
    """What is meant by a name, perhaps with settings: linear:epochs=60,end=0.1."""
    name, _, listed = text.partition(":")
    settings = {}
    for part in filter(None, listed.split(",")):
        key, _, value = part.partition("=")
        try:
            if key.strip() == "name":
                raise ValueError(key)
            settings[key.strip()] = float(value)
        except ValueError:
            raise SettingError(
                "“{part}” is no setting of {name}; write it as in linear:epochs=60,end=0.1.",
                part=part,
                name=name,
            ) from None
    return make(name, **settings)


def _names(text: str) -> str | tuple[str, ...]:
    """One name, or several with commas between them."""
    names = tuple(name.strip() for name in text.split(","))
    return names if len(names) > 1 else names[0]


def _sizes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(
            _tr("“{text}” is no list of layer sizes; write it as in 64,16,16,10.").format(text=text)
        ) from None


def whole_number(text: str) -> int:
    """A whole number from 0 up, as it is typed."""
    try:
        value = int(text)
    except ValueError:
        value = -1
    if value < 0:
        raise argparse.ArgumentTypeError(
            _tr("“{text}” is no whole number from 0 up; give one, as in 100.").format(text=text)
        )
    return value


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _tr("“{text}” is no number; give one, as in 1.5.").format(text=text)
        ) from None


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandLine", text)
