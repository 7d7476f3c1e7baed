"""Places: where each of the window's runs was saved, and how it was then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from visualiser.training.messages import RunDescription, Saved


@dataclass(frozen=True)
class Place:
    """Where a run was saved last.

    Attributes
    ----------
    path : Path or None
        None where it was not saved.
    revision : int or None
        Its revision then, as in `Progress`, or as it began; None where that is not known.
    """

    path: Path | None = None
    revision: int | None = 0


class Places:
    """The places of the run that is shown, and of the one that is put aside.

    Attributes
    ----------
    here : Place
        Of the run that is shown.
    """

    def __init__(self) -> None:
        self._by_identity: dict[int, Place] = {}
        # Of runs that a killed program has left, by where they are kept: what they were saved as.
        self._left: dict[Path, Path | None] = {}
        self._identity: int | None = None

    @property
    def here(self) -> Place:
        """Of the run that is shown."""
        return Place() if self._identity is None else self._by_identity[self._identity]

    def knows(self, description: RunDescription) -> bool:
        """Whether this run was shown before."""
        return description.identity in self._by_identity

    def show(self, description: RunDescription, is_revived: bool) -> Path | None:
        """Note that this run is shown now; its file where it has just been opened.

        Parameters
        ----------
        description : RunDescription
        is_revived : bool
            Whether it was shown before, in a process that has died.
        """
        self._identity = identity = description.identity
        known = self._by_identity.get(identity)
        file = None
        # A run that began again from a file's is not the one that is in the file.
        if description.file is not None and description.began_with is None:
            file = description.file.absolute()
        if known is None and file in self._left:
            # Not saved as it is, wherever that was.
            self._by_identity[identity] = Place(self._left[file], None)
            return None
        if known is None:
            self._by_identity[identity] = Place(file)
            return file
        if is_revived:
            # It goes on from where it was kept; where it is not opened anew, what of that is
            # in its file is not known.
            revision = 0 if file is not None and known.path == file else None
            self._by_identity[identity] = Place(known.path, revision)
        return None

    def note_left(self, path: Path, file: Path | None) -> None:
        """What is opened from ``path`` was left there, and was saved as ``file`` before."""
        self._left[path.absolute()] = file

    def note_saved(self, saved: Saved) -> Path:
        """The run that is shown was saved; the whole path of its file."""
        path = saved.path.absolute()
        for identity, place in self._by_identity.items():
            if place.path == path:
                # It was saved there, and is there no longer.
                self._by_identity[identity] = Place(None, None)
        if self._identity is not None:
            self._by_identity[self._identity] = Place(path, saved.revision)
        return path
