"""Work in chunks: generators that pause, so that nothing else has to wait for long."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TypeVar, cast

Found = TypeVar("Found")


def at_once(chunks: Generator[object, None, Found]) -> Found:
    """What the generator returns, without the pauses."""
    while True:
        try:
            next(chunks)
        except StopIteration as end:
            return cast("Found", end.value)


def silently(chunks: Generator[object, None, Found]) -> Generator[None, None, Found]:
    """The same, with pauses that tell nothing."""
    while True:
        try:
            next(chunks)
        except StopIteration as end:
            return cast("Found", end.value)
        yield


def slices(count: int, size: int) -> Iterator[slice]:
    """0 to count, cut into pieces of that size (at least 1); the last may be shorter."""
    size = max(1, size)
    return (slice(start, min(start + size, count)) for start in range(0, count, size))
