"""Run one benchmark by its name and print its tables; or JSON with ``--json``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

# Pins BLAS to one thread, as in the program, before numpy is imported.
import visualiser  # noqa: F401 (pins BLAS)
from benchmarks import (
    accuracy,
    browsing,
    cost_plot,
    drawing,
    frames,
    inspector,
    loading,
    plane,
    probes,
    scrubbing,
    start,
    steps,
    time_travel,
    window,
)
from benchmarks.table import Table, as_plain, print_table

BENCHMARKS: dict[str, Callable[[], Table | list[Table]]] = {
    "accuracy": accuracy.measure,
    "browsing": browsing.measure,
    "cost_plot": cost_plot.measure,
    "drawing": drawing.measure,
    "frames": frames.measure,
    "inspector": inspector.measure,
    "loading": loading.measure,
    "plane": plane.measure,
    "probes": probes.measure,
    "scrubbing": scrubbing.measure,
    "start": start.measure,
    "steps": steps.measure,
    "time_travel": time_travel.measure,
    "window": window.measure,
}


def main() -> None:
    """Run the benchmark that the command line names."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=BENCHMARKS)
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write titles and rows as JSON")
    options = parser.parse_args()
    found = BENCHMARKS[options.name]()
    tables = [found] if isinstance(found, Table) else found
    if options.save:
        text = json.dumps(as_plain(tables), ensure_ascii=False, indent=1)
        options.save.write_text(text + "\n", "utf-8")
    if options.json:
        print(json.dumps([row for table in tables for row in table.rows]))
        return
    for number, table in enumerate(tables):
        print(end="\n" if number else "")
        print_table(table)


if __name__ == "__main__":
    main()
