"""Run one benchmark by its name and print its table, or JSON with ``--json``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

# Pins BLAS to one thread, as in the program, before numpy is imported.
import visualiser  # noqa: F401
from benchmarks import accuracy, start, window
from benchmarks.table import Table, print_table

BENCHMARKS: dict[str, Callable[[], Table]] = {
    "accuracy": accuracy.measure,
    "start": start.measure,
    "window": window.measure,
}


def main() -> None:
    """Run the benchmark that the command line names."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=BENCHMARKS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    table = BENCHMARKS[options.name]()
    if options.json:
        print(json.dumps(table.rows))
    else:
        print_table(table)


if __name__ == "__main__":
    main()
