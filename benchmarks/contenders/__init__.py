"""The same gradient step in several libraries: one file each, loaded where it is installed."""

from __future__ import annotations

import importlib
import sys
from functools import cache
from types import ModuleType

from benchmarks.contenders.problem import Contender, Problem

# The first is what the others are compared with.
_MODULES = ("ours", "products", "per_example", "pytorch", "jax_step", "scikit_learn")


def all_contenders(problem: Problem) -> list[Contender]:
    """Every contender whose library is installed; a line on stderr for each that is not."""
    modules = [_loaded(name) for name in _MODULES]
    return [one for module in modules if module for one in module.contenders(problem)]


@cache
def _loaded(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        print(f"{error.name} is not installed (extra bench): left out.", file=sys.stderr)
        return None


__all__ = ["Contender", "Problem", "all_contenders"]
