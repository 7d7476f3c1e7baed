"""ShownDigit: which digit both networks are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from visualiser.beside.side import Side
from visualiser.training.messages import (
    RunDescription,
    ShowExample,
    ShownExample,
    ShowOwn,
    Split,
)


class ShownDigit(QObject):
    """Shows both networks the digit of one place in their data, or one input of the user's own.

    Parameters
    ----------
    sides : pair of Side
    example : ShownExample or None
        The one to begin with, where there is such a one.
    parent : QObject
    """

    def __init__(
        self, sides: tuple[Side, Side], example: ShownExample | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sides = sides
        is_own = example is not None and example.own is not None
        self._own = example if is_own else None
        self._split: Split = "train" if example is not None and example.split == "train" else "test"
        # From an input of the user's own, one goes on to the first digit.
        self._index = 0 if example is None or is_own else example.index
        for side in sides:
            side.opened.connect(self._begin)

    def move(self, places: int) -> None:
        """Show the digit so many places further on; after the last comes the first."""
        if self._count:
            if self._own is None:
                self._index = (self._index + places) % self._count
            self._own = None
            self._send()

    @property
    def _count(self) -> int:
        """How many digits both have; 0 before both are there."""
        described = [side.description for side in self._sides if side.description is not None]
        if len(described) < len(self._sides):
            return 0
        return min(_count(one, self._split) for one in described)

    @Slot()
    def _begin(self) -> None:
        if not self._count:
            return
        if self._index >= self._count:
            self._index = 0
        self._send()

    def _send(self) -> None:
        own = self._own
        for side in self._sides:
            if own is None or not _takes(side.description, own):
                side.session.send(ShowExample("stay", self._split, index=self._index))
            else:
                side.session.send(ShowOwn.again(own))


def _takes(description: RunDescription | None, example: ShownExample) -> bool:
    """Whether a network has as many inputs as this one has numbers."""
    if description is None or example.own is None:
        return False
    return len(example.own.inputs) == description.sizes[0]


def _count(description: RunDescription, split: Split) -> int:
    return description.test_count if split == "test" else description.train_count
