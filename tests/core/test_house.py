"""The rules of the house: who may import whom, and no hidden generator of random numbers."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREEN = ("PySide6", "shiboken6", "pyqtgraph", "visualiser")
NETWORK = ("socket", "http", "urllib.request")
LIVE = ("core.run", "core.trainer", "core.Run")
GENERATORS = {"default_rng", "Generator", "SeedSequence", "BitGenerator", "PCG64"}


def modules_below(folder: str) -> list[str]:
    """Python files as paths relative to the repository."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*.py"))


@lru_cache(maxsize=1)
def nodes(source: str) -> list[ast.AST]:
    """Every node of its tree; a rule may look twice."""
    return list(ast.walk(ast.parse(source)))


def imported(source: str, package: str) -> Iterator[str]:
    """Every name that a module in ``package`` imports, in full: ``a.b`` for ``from a import b``."""
    for node in nodes(source):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: -(node.level - 1) or None] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def is_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def imports_of(path: str) -> list[str]:
    package = ".".join(Path(path).parent.parts)
    return list(imported((ROOT / path).read_text("utf-8"), package))


def uses_of_the_global_generator(source: str) -> list[str]:
    """``np.random.x`` for any x that hides its state, and imports of ``random``."""
    uses = [
        node.attr
        for node in nodes(source)
        if isinstance(node, ast.Attribute)
        # Quickly: to write out every expression takes longer than all else here.
        and isinstance(node.value, ast.Attribute)
        and ast.unparse(node.value) in ("np.random", "numpy.random")
        and node.attr not in GENERATORS
    ]
    names = imported(source, "")
    return uses + [name for name in names if is_in(name, ("random", "numpy.random"))]


@pytest.mark.parametrize("path", modules_below("core"))
def test_core_knows_no_screen_and_no_network(path: str) -> None:
    assert [name for name in imports_of(path) if is_in(name, SCREEN + NETWORK)] == []


def test_core_works_where_no_qt_is(tmp_path: Path) -> None:
    script = f"""
import sys
for name in {SCREEN}:
    sys.modules[name] = None
import core
data = core.load_dataset("digits")
run = core.Run(core.Network((64, 16, 16, 10)), data)
run.steps(30)
run.back()
run.trace()
core.save_run(run, {str(tmp_path / "run.nnrun")!r})
loaded = core.load_run({str(tmp_path / "run.nnrun")!r})
print(loaded.position, core.evaluate(loaded.network, data.test) == run.evaluate_test())
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["29", "True"]


@pytest.mark.parametrize("folder", ["panels", "network_view"])
def test_views_see_snapshots_only(folder: str) -> None:
    for path in modules_below(f"visualiser/{folder}"):
        assert [name for name in imports_of(path) if is_in(name, LIVE)] == [], path


def test_panels_never_import_each_other() -> None:
    paths = modules_below("visualiser/panels")
    panels = {path: ".".join(Path(path).with_suffix("").parts) for path in paths}
    # The package itself may name them all.
    panels = {path: name for path, name in panels.items() if not name.endswith("__init__")}
    for path, own in panels.items():
        others = tuple(name for name in panels.values() if name != own)
        assert [name for name in imports_of(path) if is_in(name, others)] == [], path


@pytest.mark.parametrize("folder", ["core", "visualiser"])
def test_no_hidden_generator(folder: str) -> None:
    for path in modules_below(folder):
        assert uses_of_the_global_generator((ROOT / path).read_text("utf-8")) == [], path


def test_no_init_file_below_tests() -> None:
    """One would make ``tests/core`` pass for ``core``."""
    assert list((ROOT / "tests").rglob("__init__.py")) == []


# The rules above would hold of anything if these readers saw nothing.


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import core.run", ["core.run"]),
        ("from core import Run, Network as N", ["core.Run", "core.Network"]),
        ("def f():\n    from core.run import Run", ["core.run.Run"]),
        ("from .cost import CostPanel", ["visualiser.panels.cost.CostPanel"]),
        ("from . import cost", ["visualiser.panels.cost"]),
        ("from ..theme import Theme", ["visualiser.theme.Theme"]),
        ("import PySide6.QtCore as q, pyqtgraph", ["PySide6.QtCore", "pyqtgraph"]),
        ("x = 'import core.run'", []),
    ],
)
def test_imports_are_seen(source: str, names: list[str]) -> None:
    assert list(imported(source, "visualiser.panels")) == names


@pytest.mark.parametrize(
    ("name", "expected"),
    [("core.run.Run", True), ("core.Run", True), ("core.run_file", False), ("core", False)],
)
def test_live_objects_are_recognised(name: str, *, expected: bool) -> None:
    assert is_in(name, LIVE) == expected


@pytest.mark.parametrize(
    ("source", "uses"),
    [
        ("np.random.seed(7)", ["seed"]),
        ("x = numpy.random.rand(3)", ["rand"]),
        ("import random", ["random"]),
        ("from numpy.random import rand", ["numpy.random.rand"]),
        ("r = np.random.default_rng([1, 2]); r.random()", []),
        ("def f(random: np.random.Generator): random.shuffle(x)", []),
    ],
)
def test_hidden_generators_are_seen(source: str, uses: list[str]) -> None:
    assert uses_of_the_global_generator(source) == uses
