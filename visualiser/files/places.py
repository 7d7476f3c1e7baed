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
        self._identity: int | None = None

    @property
    def here(self) -> Place:
        """Of the run that is shown."""
        return Place() if self._identity is None else self._by_identity[self._identity]

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
        if known is None:
            self._by_identity[identity] = Place(file)
            return file
        if is_revived and known.path is not None:
            # Its steps are taken again; where it is not opened anew, what of them is in its
            # file is not known.
            revision = 0 if known.path == file else None
            self._by_identity[identity] = Place(known.path, revision)
        return None

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
