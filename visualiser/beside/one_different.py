"""The settings of a run with one thing different, checked before any process is started."""

from __future__ import annotations

from dataclasses import replace

from core.errors import SettingError
from core.network import Network, checked_sizes
from core.recipe import Recipe
from core.run_settings import RunSettings
from visualiser.beside.things import Thing


def with_one_different(
    settings: RunSettings, thing: Thing, value: str, train_count: int
) -> RunSettings:
    """The settings with one thing different, checked.

    A learning rate that is the usual one follows what it depends on, as everywhere.

    Parameters
    ----------
    settings : RunSettings
        Of a run: with layers and a learning rate.
    thing : Thing
    value : str
        As it was typed or chosen.
    train_count : int
        Training examples.

    Raises
    ------
    SettingError
        Where the value cannot be used, does not go with the rest, or is the same.
    """
    other = thing.made(settings, value)
    if other == settings:
        raise SettingError("That is what this run has already; choose something else.")
    if thing.id != "learning_rate" and settings.learning_rate == _usual_rate(settings, train_count):
        other = replace(other, learning_rate=_usual_rate(other, train_count))
    _check(other, train_count)
    return other


def _check(settings: RunSettings, train_count: int) -> None:
    Recipe().changed(
        _small_network(settings),
        train_count,
        learning_rate=settings.learning_rate,
        batch_size=settings.batch_size,
        optimiser=settings.optimiser,
        schedule=settings.schedule,
        l1=settings.l1,
        l2=settings.l2,
        clip=settings.clip,
    )


def _usual_rate(settings: RunSettings, train_count: int) -> float:
    return (
        Recipe()
        .changed(
            _small_network(settings), train_count, learning_rate=None, optimiser=settings.optimiser
        )
        .learning_rate
    )


def _small_network(settings: RunSettings) -> Network:
    """A network of as many layers, as small as can be: it minds the names as the real one will."""
    sizes = checked_sizes(settings.layers or (1, 1))
    names = settings.activation, settings.cost, settings.bias, settings.initialiser
    return Network([1] * len(sizes), *names, settings.seed)
