"""Readers that do what none may, to see that it is seen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

import core
from core import errors
from tests.fuzz import trying


def work_badly(how: str, connection: Connection, folder: Path) -> None:
    """As `trying.work`, with a reader that misbehaves."""
    trying._OPENERS["npz"] = BAD_READERS[how]
    trying.work(connection, folder)


def _crash(_: Path) -> NoReturn:
    os.abort()


def _hang(_: Path) -> NoReturn:
    while True:
        time.sleep(1)


def _take_memory(path: Path) -> core.Run:
    # Not zeros, which the system gives only when they are read.
    return trying._open_weights(path) if b"x" * (600 * 2**20) else _fail(path)


def _write_beside(path: Path) -> core.Run:
    path.with_suffix(".log").write_bytes(b"")
    return trying._open_weights(path)


def _write_elsewhere(_: Path) -> NoReturn:
    Path(os.devnull).write_bytes(b"")
    raise errors.DataError("This has been written elsewhere.")


def _fail(_: Path) -> NoReturn:
    raise KeyError(7)


def _say_much(_: Path) -> NoReturn:
    raise errors.DataError("This is one sentence. And this is another.")


# With what they are to be found guilty of.
BAD_READERS: dict[str, Callable[[Path], core.Run]] = {
    "crash": _crash,
    "hang": _hang,
    "memory": _take_memory,
    "wrote": _write_beside,
    "wrote elsewhere": _write_elsewhere,
    "exception": _fail,
    "no sentence": _say_much,
}
