"""The process that looks at data: it reads what there is, tells what it found, and ends."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from core.datasets.finding import Found, find
from core.errors import DataError, UserError

_BETWEEN = 0.05  # seconds from one share that is told to the next
_WINDOW_IS_GONE = (BrokenPipeError, ConnectionResetError)


@dataclass(frozen=True)
class Share:
    """So much is read, from 0 to 1."""

    done: float


# What comes out of the pipe: any number of the first, and one of the others.
Told = Share | Found | UserError


def main(connection: Connection, source: str) -> None:
    """Look at a source, and tell of it."""
    # Ctrl+C in a terminal reaches this process too; the window decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    with suppress(*_WINDOW_IS_GONE):
        connection.send(_looked(connection, source))


def _looked(connection: Connection, source: str) -> Found | UserError:
    told = -_BETWEEN

    def watch(share: float) -> None:
        nonlocal told
        now = time.monotonic()
        if now >= told + _BETWEEN:
            told = now
            connection.send(Share(share))

    try:
        return find(source, watch)
    except UserError as error:
        return error
    except MemoryError:
        return DataError(
            "{source} needs more memory than this computer has; choose fewer or smaller examples.",
            source=source,
        )


def _limit_memory() -> None:
    """Let this process alone fail, rather than have the whole computer stand still."""
    try:
        import resource  # noqa: PLC0415 (not there on Windows)
    except ImportError:
        return
    with suppress(OSError, ValueError, AttributeError):
        there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (there, most))
