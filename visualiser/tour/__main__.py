"""``python -m visualiser.tour check FOLDER``: says what is wrong with chapters, and where."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.tour.checking import findings_in
from visualiser.tour.folder import files_in


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a folder; 0 where all is well, 1 where something is not, 2 where it is none."""
    parser = argparse.ArgumentParser(
        "python -m visualiser.tour", description="Check chapters of a tour: see docs/tour.md."
    )
    parser.add_argument("command", choices=["check"])
    parser.add_argument("folder", type=Path, help="where the chapters are")
    folder = parser.parse_args(arguments).folder
    try:
        findings = findings_in(folder)
        count = len(files_in(folder))
    except UserError as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 2
    for found in findings:
        sys.stdout.write(f"{found.file}:{found.line}: {sentence(found.error)}\n")
    if not findings:
        sys.stdout.write(f"Chapters: {count}; nothing wrong.\n")
    return 1 if findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
