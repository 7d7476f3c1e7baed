"""Where the files are that travel with the program. Knows no Qt."""

from __future__ import annotations

from pathlib import Path


def asset(name: str) -> Path:
    """The path of a file below assets/, installed or in the source tree."""
    installed = Path(__file__).parent / "assets" / name
    return installed if installed.exists() else Path(__file__).parents[1] / "assets" / name
