"""ProgramMenu: all that the program offers, behind the button at the window's upper right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMenu, QWidget

from visualiser.number_menu import NumberMenu
from visualiser.settings import Settings


class ProgramMenu(QMenu):
    """The menu.

    Parameters
    ----------
    actions : mapping of QAction
        By id.
    docks : iterable of QDockWidget
        Those that can be hidden.
    recent : QMenu
        The runs that were saved or opened last.
    settings : Settings
    theme : {"system", "light", "dark"}
        The one that is chosen.
    parent : QWidget

    Signals
    -------
    theme_chosen (str)
    style_chosen
        Numbers are to be written in another way.
    """

    theme_chosen = Signal(str)
    style_chosen = Signal()

    def __init__(
        self,
        actions: Mapping[str, QAction],
        docks: Iterable[QDockWidget],
        recent: QMenu,
        settings: Settings,
        theme: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self.addAction(actions["open"])
        self.addMenu(recent)
        self._add("save", "save_as")
        export = self.addMenu(self.tr("Export"))
        export.setToolTipsVisible(True)
        export.addActions([actions["export_weights"], actions["export_costs"]])
        self._add("import_weights")
        self._add_data()
        self._add("recipe", "change", "undo", "redo")
        self._add("beside")
        for dock in docks:
            self.addAction(dock.toggleViewAction())
        self._add_themes(theme)
        numbers = NumberMenu(settings, self)
        numbers.style_chosen.connect(self.style_chosen)
        self.addMenu(numbers)
        self.addSeparator()
        self._add("next_lines", "options", "fit", "picture")
        self._add("until", "phase", "phase_back")
        self._add("next_example", "previous_example")
        self._add("tour", "open_tour")
        self.addAction(actions["quit"])

    def _add(self, *names: str) -> None:
        for name in names:
            self.addAction(self._actions[name])
        self.addSeparator()

    def _add_data(self) -> None:
        data = self.addMenu(self.tr("Data"))
        data.setToolTipsVisible(True)
        data.addAction(self._actions["data"])
        data.addSeparator()
        data.addActions([self._actions[name] for name in ("draw", "noise", "pin_example")])
        data.addSeparator()
        judging = ("browse", "results", "over_the_run", "baselines")
        data.addActions([self._actions[name] for name in judging])
        self.addSeparator()

    def _add_themes(self, chosen: str) -> None:
        choices = self.addMenu(self.tr("Theme"))
        group = QActionGroup(choices)
        for name, title in (
            ("system", self.tr("As the desktop")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            choice = QAction(title, group)
            choice.setCheckable(True)
            choice.setChecked(name == chosen)
            choice.setData(name)
            choices.addAction(choice)
        group.triggered.connect(self._choose_theme)

    @Slot(QAction)
    def _choose_theme(self, choice: QAction) -> None:
        self.theme_chosen.emit(choice.data())
