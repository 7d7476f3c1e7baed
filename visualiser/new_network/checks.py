"""What of a new network cannot be used: a sentence for every field. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from core.activations import ACTIVATIONS
from core.costs import check_partner, cost_named
from core.errors import SettingError
from core.network import Network, checked_seed
from core.recipe import Recipe

# Fields that a recipe minds on its own.
_RECIPE_FIELDS = ("learning_rate", "batch_size", "l1", "l2", "clip")


def refusals(
    values: Mapping[str, Callable[[], Any]], train_count: int | None
) -> dict[str, SettingError]:
    """Why fields cannot be used, by their names; empty where all can.

    Parameters
    ----------
    values : mapping of callable
        What stands in each field, by the name that `RunSettings` has for it, or ``output`` for
        σ of the outputs. Each may raise SettingError.
    train_count : int or None
        Examples to learn from; None where they are not known yet.
    """
    found: dict[str, SettingError] = {}
    got: dict[str, Any] = {}
    for name, value in values.items():
        try:
            got[name] = value()
        except SettingError as error:
            found[name] = error
    for name in _RECIPE_FIELDS:
        if name in got and (name != "batch_size" or train_count is not None):
            check = _recipe_check(name, got[name], train_count or 1)
            _note(found, name, check)
    if "seed" in got:
        _note(found, "seed", lambda: checked_seed(got["seed"]))
    if {"cost", "output", "bias"} <= got.keys():
        cost, output = cost_named(got["cost"]), ACTIVATIONS[got["output"]]
        _note(found, "cost", lambda: check_partner(cost, output, got["bias"]))
    return found


def _recipe_check(name: str, value: Any, train_count: int) -> Callable[[], object]:
    # The smallest network there is minds a recipe as any other will.
    return lambda: Recipe().changed(Network((1, 1)), train_count, **{name: value})


def _note(found: dict[str, SettingError], name: str, check: Callable[[], object]) -> None:
    try:
        check()
    except SettingError as error:
        found[name] = error
