"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from core.errors import ExchangeError


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file beside ``path`` that takes its place once it is complete and on disk.

    Raises
    ------
    ExchangeError
        Where it cannot be written; what was there before is untouched.
    """
    beside = path.parent / f"{path.name}.{os.getpid()}.part"
    try:
        with beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except (OSError, ValueError) as error:
        raise ExchangeError(
            "{path} cannot be written ({reason}); choose another place.", path=path, reason=error
        ) from error
    finally:
        with suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)
