"""Public names of a package that are loaded at the first use of one of them.

Whoever imports one module of a package, such as ``core.errors``, should not wait for all others.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from importlib.util import find_spec


def public_names(package: str) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a package whose names are those of its ``public`` module.

    Parameters
    ----------
    package : str
        Has a module ``public`` with an ``__all__``.

    Returns
    -------
    find, listed
        As in :pep:`562`.
    """

    def load() -> list[str]:
        public = importlib.import_module(f"{package}.public")
        names: list[str] = public.__all__
        # From now on, they are found without being asked for here.
        vars(sys.modules[package]).update({name: getattr(public, name) for name in names})
        return names

    def find(name: str) -> object:
        if name == "__all__":
            return load()
        # The import system asks for names of its own, and for modules.
        if not name.startswith("_"):
            if find_spec(f"{package}.{name}") is not None:
                return importlib.import_module(f"{package}.{name}")
            if name in load():
                return vars(sys.modules[package])[name]
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    def listed() -> list[str]:
        return sorted({*vars(sys.modules[package]), *load()})

    return find, listed
