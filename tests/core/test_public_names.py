"""Public names of a package are loaded when they are wanted, and are the same for everyone."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import core
from core import drawing, exchange, probes

ROOT = Path(__file__).parents[2]
PACKAGES = [core, drawing, exchange, probes]


def public(package: ModuleType) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.public")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_found(package: ModuleType) -> None:
    names = public(package).__all__
    assert names == package.__all__
    assert set(names) <= set(dir(package))
    for name in names:
        assert getattr(package, name) is getattr(public(package), name)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_public_name_is_that_of_a_module_which_is_something_else(package: ModuleType) -> None:
    """Which of the two it meant would else depend on what was imported before."""
    modules = {found.name for found in pkgutil.iter_modules(package.__path__)}
    for name in modules.intersection(public(package).__all__):
        assert isinstance(getattr(package, name), ModuleType)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_name_that_is_not_there_is_missed_as_always(package: ModuleType) -> None:
    with pytest.raises(AttributeError, match=f"{package.__name__}'.*'nothing'"):
        package.nothing  # noqa: B018 (asking is enough)
    assert not hasattr(package, "_nothing")


def answer(script: str) -> str:
    """What a new process prints."""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


def test_who_wants_one_module_does_not_wait_for_the_others() -> None:
    script = "import sys; from core import errors; print('numpy' in sys.modules, errors.__name__)"
    assert answer(script) == "False core.errors"


def test_all_names_come_with_a_star_and_modules_by_their_names() -> None:
    script = "import core; from core import *; print(Network is core.Network, core.chunks.__name__)"
    assert answer(script) == "True core.chunks"
