"""NumberMenu: with how many decimals, and with which decimal mark, numbers are written."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from visualiser.number_format import FEWEST_DECIMALS, MOST_DECIMALS
from visualiser.settings import Settings


class NumberMenu(QMenu):
    """A submenu whose choices are remembered in the settings.

    Parameters
    ----------
    settings : Settings

    Signals
    -------
    style_chosen ()
        The settings have another style of numbers.
    """

    style_chosen = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Numbers"))
        self._settings = settings
        decimals = self._group(
            (
                (one, self.tr("{count} decimals").format(count=one))
                for one in range(FEWEST_DECIMALS, MOST_DECIMALS + 1)
            ),
            settings.decimals,
        )
        decimals.triggered.connect(self._choose_decimals)
        self.addSeparator()
        marks = self._group(
            (
                ("system", self.tr("Decimal mark as the system has it")),
                ("point", self.tr("Decimal point: 0.5")),
                ("comma", self.tr("Decimal comma: 0,5")),
            ),
            settings.mark,
        )
        marks.triggered.connect(self._choose_mark)
        self._groups = {"decimals": decimals, "mark": marks}

    @Slot(str)
    def follow_setting(self, name: str) -> None:
        """Mark what was chosen elsewhere."""
        group = self._groups.get(name)
        if group is not None:
            for choice in group.actions():
                choice.setChecked(choice.data() == getattr(self._settings, name))

    def _group(self, choices: Iterable[tuple[object, str]], chosen: object) -> QActionGroup:
        group = QActionGroup(self)
        for value, title in choices:
            choice = QAction(title, group)
            choice.setCheckable(True)
            choice.setChecked(value == chosen)
            choice.setData(value)
            self.addAction(choice)
        return group

    @Slot(QAction)
    def _choose_decimals(self, choice: QAction) -> None:
        self._settings.decimals = choice.data()
        self.style_chosen.emit()

    @Slot(QAction)
    def _choose_mark(self, choice: QAction) -> None:
        self._settings.mark = choice.data()
        self.style_chosen.emit()
