"""Rows that a new network has alone: whole numbers, the seed, σ of its hidden layers."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from visualiser.new_network.size_field import WholeField
from visualiser.recipe_dialog.rows import ChoiceRow, Row
from visualiser.recipe_words import readable

_SEEDS = 1_000_000
# Letters that there is room for beside a box.
_LONGEST = 16


class WholeRow(Row):
    """A whole number.

    Parameters
    ----------
    grid : QGridLayout
    name, tip : str
    least : int
        Where Down stops.
    *beside : QWidget
        What stands beside it.
    """

    def __init__(
        self, grid: QGridLayout, name: str, tip: str, least: int, *beside: QWidget
    ) -> None:
        super().__init__(grid, name, tip)
        self._field = WholeField(name, tip, least)
        self._field.edited.connect(self.note_choice)
        self._place(self._field, *beside)

    def put(self, value: int) -> None:
        """Show that this is chosen."""
        self._field.put(value)

    def value(self) -> int:
        """What is chosen; SettingError where it is no whole number."""
        return self._field.whole()

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        return (self._field,)


class SeedRow(WholeRow):
    """The seed, and a button that draws another one."""

    def __init__(self, grid: QGridLayout, name: str, tip: str) -> None:
        self._die = QPushButton()
        super().__init__(grid, name, tip, 0, self._die)
        self._die.setText(self.tr("⚄ Draw"))
        self._die.setObjectName("chip")
        self._die.setAutoDefault(False)
        self._die.setAccessibleName(self.tr("Draw another seed"))
        self._die.setToolTip(
            self.tr("Draw a seed: other start values, and another order of the examples.")
        )
        self._die.clicked.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        self.put(secrets.randbelow(_SEEDS))
        self.note_choice()


class HiddenRow(ChoiceRow):
    """σ of every hidden layer: one is chosen for all, though they may differ as a run begins."""

    def __init__(
        self, grid: QGridLayout, name: str, tip: str, notes: dict[str, tuple[str, str]]
    ) -> None:
        super().__init__(grid, name, tip, notes)
        self._sigmas: tuple[str, ...] = ()

    def put(self, value: tuple[str, ...]) -> None:
        """Show that these are chosen, for one layer after the other."""
        self._sigmas = value
        self.set_enabled(bool(value))
        if len(set(value)) == 1:
            super().put(value[0])
            return
        self._box.setPlaceholderText(self.tr("each its own") if value else self.tr("none"))
        self._box.setCurrentIndex(-1)
        names = ", ".join(map(readable, value))
        self._note.setText(names if len(names) <= _LONGEST else f"{names[: _LONGEST - 1]}…")

    def value(self) -> tuple[str, ...]:
        """What is chosen, for one layer after the other."""
        return self._sigmas

    @Slot()
    def _note_choice(self) -> None:
        self.put((str(self._box.currentData()),) * len(self._sigmas))
        self.note_choice()
