"""A copy of the run in a file of its own, for another process to open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.run import Run


@dataclass(frozen=True)
class CopyInFile:
    """The whole run with all its branches, as it stands; it does not count as saved by that.

    Attributes
    ----------
    path : Path
        The file, written anew.
    """

    path: Path

    def answer(self, run: Run) -> Path:
        """Write the file; its path. UserError where it cannot be written."""
        from core.run_file import save_run  # noqa: PLC0415 (in the training process alone)

        save_run(run, self.path)
        return self.path
