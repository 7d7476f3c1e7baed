"""Where the training process begins: the window, which starts it, does not load what it does."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from core.run_settings import RunSettings


def train(
    connection: Connection,
    source: RunSettings | Path,
    instead: RunSettings | Path | None = None,
) -> None:
    """Serve a window, as `visualiser.training.worker.main` does."""
    from visualiser.training.worker import main  # noqa: PLC0415 (in the new process alone)

    main(connection, source, instead)
