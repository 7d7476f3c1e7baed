"""A benchmark's result as rows of named numbers, and how it is printed."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, float | str]


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
    rows: list[Row] = field(default_factory=list)


def print_table(table: Table) -> None:
    """Print it, with the machine it was measured on."""
    print(table.title)
    print(machine())
    if not table.rows:
        return
    columns = list(table.rows[0])
    cells = [columns] + [[_cell(row[name]) for name in columns] for row in table.rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    for row in cells:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))


def as_plain(tables: list[Table]) -> dict[str, object]:
    """The tables as JSON can hold them, with the machine they were measured on."""
    return {
        "machine": machine(),
        "tables": [{"title": table.title, "rows": table.rows} for table in tables],
    }


def machine() -> str:
    """The processor, its cores, and the version of Python."""
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def judged(figure: float, least: float | None = None, most: float | None = None) -> Row:
    """The columns "bar" and "met" for a figure that is to be at least or at most so large."""
    if least is not None:
        return {"bar": f"≥ {least:g}", "met": "yes" if figure >= least else "no"}
    if most is not None:
        return {"bar": f"≤ {most:g}", "met": "yes" if figure <= most else "no"}
    return {"bar": "", "met": ""}


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
