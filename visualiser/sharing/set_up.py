"""SetUp: what a run begins with and what is looked at, as a small text that people send around.

The text is one line, for instance::

    nnv1:layers=64-16-16-10;learning-rate=1.5;seed=3;step=1200;select=1.3;hide=timeline,status

``nnv1:`` is the version; after it come entries ``name=value`` with ``;`` between them, each
percent-encoded. What is as usual is left out, so that ``nnv1:`` alone is the usual run.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from urllib.parse import quote

from core.activations import ACTIVATIONS
from core.datasets.plane import plane_of
from core.network import checked_activations
from core.optimisers import Optimiser, optimiser_named
from core.recipe import usual_rate
from core.run_settings import (
    DEFAULT_HIDDEN_LAYERS,
    PLANE_HIDDEN_LAYERS,
    RunSettings,
    usual_activation,
    usual_learning_rate,
)
from core.schedules import Schedule, schedule_named
from visualiser.hiding.groups import in_order
from visualiser.selection import Connection, Neuron, Selection

PREFIX = "nnv1:"
# Data from a person's own file is named by this and the file's name: no text makes a program
# read a file that its user did not choose.
OWN_DATA = "file:"
# What is written as it is; all else becomes %XX.
_SAFE = ":=,-.+_~"

_USUAL = RunSettings()


@dataclass(frozen=True)
class SetUp:
    """What is shared.

    Attributes
    ----------
    settings : RunSettings
        What the run begins with.
    step : int
        How many steps it has taken.
    selection : Neuron, Connection or None
        What is selected.
    example : tuple of str and int, or None
        Which example is shown: ("train" or "test", its place there, from 0).
    hidden : frozenset of str
        Names in `visualiser.hiding.groups.GROUPS`.
    """

    settings: RunSettings = field(default_factory=RunSettings)
    step: int = 0
    selection: Selection = None
    example: tuple[str, int] | None = None
    hidden: frozenset[str] = frozenset()

    @property
    def own_data(self) -> str:
        """The name of the person's own file with the data; empty where it is none."""
        data = self.settings.data
        return data.removeprefix(OWN_DATA) if data.startswith(OWN_DATA) else ""


def hidden_layers(settings: RunSettings) -> int:
    """How many hidden layers a network with these settings has."""
    if settings.layers is not None:
        return len(settings.layers) - 2
    is_plane = plane_of(settings.data) is not None
    return len(PLANE_HIDDEN_LAYERS if is_plane else DEFAULT_HIDDEN_LAYERS)


def usual_of(settings: RunSettings) -> tuple[tuple[str, ...], float]:
    """σ of each layer that is usual for this data, and η that is for the settings' own σ."""
    usual = usual_activation(settings.data, hidden_layers(settings))
    names = _names(settings)
    rate = usual_learning_rate(settings.data, names, settings.optimiser)
    if rate is None:
        rate = _usual_rate(settings)
    return usual, rate


def in_full(settings: RunSettings) -> RunSettings:
    """The same settings with σ of every layer, η in numbers, optimiser and schedule as such."""
    full = replace(
        settings,
        activation=_names(settings),
        optimiser=_optimiser(settings),
        schedule=_schedule(settings),
    )
    rate = full.learning_rate
    return replace(full, learning_rate=_usual_rate(full) if rate is None else float(rate))


def to_text(set_up: SetUp) -> str:
    """The set-up as one line; `reading.from_text` reads it."""
    entries = {**_settings_entries(set_up.settings), **_view_entries(set_up)}
    return PREFIX + ";".join(f"{key}={quote(value, _SAFE)}" for key, value in entries.items())


def _settings_entries(settings: RunSettings) -> dict[str, str]:
    full = in_full(settings)
    names, rate = usual_of(full)
    entries: dict[str, str] = {}
    if full.data != _USUAL.data:
        entries["data"] = full.data
    if full.layers is not None:
        entries["layers"] = "-".join(map(str, full.layers))
    if full.activation != names:
        entries["activation"] = ",".join(_shortest(_names(full)))
    for name in ("cost", "bias", "initialiser"):
        if getattr(full, name) != getattr(_USUAL, name):
            entries[name] = str(getattr(full, name))
    if full.learning_rate is not None and full.learning_rate != rate:
        entries["learning-rate"] = number_text(full.learning_rate)
    for key, name in (("batch-size", "batch_size"), ("seed", "seed")):
        if getattr(full, name) != getattr(_USUAL, name):
            entries[key] = str(getattr(full, name))
    return {**entries, **_step_entries(full)}


def _step_entries(settings: RunSettings) -> dict[str, str]:
    """What a step does with the gradient."""
    entries: dict[str, str] = {}
    for name in ("optimiser", "schedule"):
        if getattr(settings, name) != getattr(_USUAL, name):
            entries[name] = _part_text(getattr(settings, name))
    for name in ("l1", "l2", "clip"):
        if getattr(settings, name) != getattr(_USUAL, name):
            entries[name] = number_text(getattr(settings, name))
    return entries


def _view_entries(set_up: SetUp) -> dict[str, str]:
    """Where the run stands, and what is looked at."""
    entries: dict[str, str] = {}
    if set_up.step:
        entries["step"] = str(set_up.step)
    match set_up.selection:
        case Neuron(layer, index):
            entries["select"] = f"{layer}.{index}"
        case Connection(layer, to, origin):
            entries["select"] = f"{layer}.{to}.{origin}"
    if set_up.example is not None:
        split, place = set_up.example
        entries["example"] = f"{split}.{place}"
    if set_up.hidden:
        entries["hide"] = ",".join(in_order(set_up.hidden))
    return entries


# -------------------------------------------------------------------- values


def number_text(value: float) -> str:
    """A number as short as it can be while no digit is lost."""
    return repr(float(value)).removesuffix(".0")


def _part_text(part: Optimiser | Schedule) -> str:
    """An optimiser or a schedule with what is unusual of it: momentum:momentum=0.8."""
    usual, values = type(part)(), {one.name: getattr(part, one.name) for one in fields(part)}  # type: ignore[arg-type] # a dataclass
    own = {key: value for key, value in values.items() if value != getattr(usual, key)}
    listed = ",".join(f"{key}={number_text(value)}" for key, value in own.items())
    return f"{part.name}:{listed}" if listed else part.name


def _names(settings: RunSettings) -> tuple[str, ...]:
    """σ of every layer but the input."""
    functions = checked_activations(settings.activation, hidden_layers(settings) + 1)
    return tuple(sigma.name for sigma in functions)


def _shortest(names: tuple[str, ...]) -> tuple[str, ...]:
    """One name where all layers have the same, two where the hidden ones have."""
    if len(set(names)) == 1:
        return names[:1]
    return (names[0], names[-1]) if len(set(names[:-1])) == 1 else names


def _usual_rate(settings: RunSettings) -> float:
    functions = (ACTIVATIONS[name] for name in _names(settings))
    return usual_rate(_optimiser(settings), functions)


def _optimiser(settings: RunSettings) -> Optimiser:
    made = settings.optimiser
    return optimiser_named(made) if isinstance(made, str) else made


def _schedule(settings: RunSettings) -> Schedule:
    made = settings.schedule
    return schedule_named(made) if isinstance(made, str) else made
