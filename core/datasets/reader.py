"""Reader: how one kind of file becomes a Dataset; and what is found out on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.datasets.dataset import Dataset

# Called with the share that is done, 0 to 1; what it raises ends the loading.
Watch = Callable[[float], None]
# A sentence with {fields} and what goes into them, so that a window can translate it.
Note = tuple[str, dict[str, object]]


@dataclass(frozen=True, eq=False)
class Examined:
    """A Dataset and what can be told of the file that it comes from.

    Attributes
    ----------
    dataset : Dataset
    raw_range : pair of float or None
        The lowest and the highest number in the file, before any scaling.
    notes : tuple of Note
        What was found or decided.
    """

    dataset: Dataset
    raw_range: tuple[float, float] | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Reader:
    """A kind of file or folder that holds examples.

    Attributes
    ----------
    name : str
        What people call it.
    recognises : callable
        Whether a path, which exists, is one of these: by its name and little more.
    load : callable
        Gives the Dataset; raises DataError, and whatever the `Watch` raises.
    examine : callable or None
        As ``load``, with more to tell.
    """

    name: str
    recognises: Callable[[Path], bool]
    load: Callable[[Path, Watch], Dataset]
    examine: Callable[[Path, Watch], Examined] | None = None

    def examined(self, path: Path, watch: Watch) -> Examined:
        """The Dataset and what can be told."""
        if self.examine is not None:
            return self.examine(path, watch)
        return Examined(self.load(path, watch))


def reader_of(
    name: str, recognises: Callable[[Path], bool], examine: Callable[[Path, Watch], Examined]
) -> Reader:
    """A Reader that always has more to tell."""
    return Reader(name, recognises, lambda path, watch: examine(path, watch).dataset, examine)


class Progress:
    """Tells a `Watch` how far a work of so many bytes is."""

    def __init__(self, watch: Watch, total: int) -> None:
        self._watch, self._total, self._done = watch, max(1, total), 0

    def add(self, count: int) -> None:
        """So many bytes more are done."""
        self._done += count
        self._watch(min(1.0, self._done / self._total))


def unwatched(share: float) -> None:
    """A `Watch` that does not look."""
