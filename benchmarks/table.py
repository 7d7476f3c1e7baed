"""A benchmark's result as rows of named numbers, and how it is printed."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Table:
    """Rows of one benchmark.

    Attributes
    ----------
    title : str
        What was measured, and how.
    rows : list of dict
        Column name to number or text.
    """

    title: str
    rows: list[dict[str, float | str]] = field(default_factory=list)


def print_table(table: Table) -> None:
    """Print it, with the machine it was measured on."""
    print(table.title)
    print(f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    columns = list(table.rows[0])
    cells = [columns] + [[_cell(row[name]) for name in columns] for row in table.rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    for row in cells:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))


def mnist_folder() -> Path | None:
    """Where MNIST's files lie, if they do: VISUALISER_MNIST, or ../shared/data/mnist."""
    default = Path(__file__).parents[2] / "shared" / "data" / "mnist"
    folder = Path(os.environ.get("VISUALISER_MNIST", default))
    return folder if folder.is_dir() else None


def _cell(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.4g}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
