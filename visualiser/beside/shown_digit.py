"""ShownDigit: which digit both networks are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from visualiser.beside.side import Side
from visualiser.training.messages import RunDescription, ShowExample, ShownExample, Split


class ShownDigit(QObject):
    """Shows both networks the digit of one place in their data.

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
        self._split: Split = "test" if example is None else example.split
        self._index = 0 if example is None else example.index
        for side in sides:
            side.opened.connect(self._begin)

    def move(self, places: int) -> None:
        """Show the digit so many places further on; after the last comes the first."""
        if self._count:
            self._index = (self._index + places) % self._count
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
        for side in self._sides:
            side.session.send(ShowExample("stay", self._split, index=self._index))


def _count(description: RunDescription, split: Split) -> int:
    return description.test_count if split == "test" else description.train_count
