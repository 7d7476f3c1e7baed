"""ProgramMenu: all that the program offers, behind the button at the window's upper right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMenu, QWidget

from visualiser.commands.actions import dress
from visualiser.commands.table import groups
from visualiser.number_menu import NumberMenu
from visualiser.settings import Settings
from visualiser.theme import DARK, Theme

# Their icons are drawn in the colour of a text on the accent, and cannot be read in a menu.
_WITHOUT_ICON = ("play",)


class ProgramMenu(QMenu):
    """The menu: one submenu for each group of actions, with what else belongs there.

    Parameters
    ----------
    actions : mapping of QAction
        By id; those that the window does not offer are left out.
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
        self._settings = settings
        self._theme = DARK
        self._themes: list[QAction] = []
        self._menus: dict[str, QMenu] = {}
        for group in (one for one in groups() if one.has_menu):
            menu = self._menus[group.id] = self.addMenu(group.title)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self._dress)
            for section in group.sections:
                menu.addActions([actions[one.id] for one in section if one.id in actions])
                menu.addSeparator()
        for name in _WITHOUT_ICON:
            actions[name].setIconVisibleInMenu(False)
        self._put_after(actions["open"], recent)
        self._numbers = NumberMenu(settings, self._menus["window"])
        self._numbers.style_chosen.connect(self.style_chosen)
        self._add_window(docks, theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme

    def submenu(self, group: str) -> QMenu:
        """The submenu of a group of actions."""
        return self._menus[group]

    @Slot(str)
    def follow_setting(self, name: str) -> None:
        """Mark what was chosen in the preferences."""
        self._numbers.follow_setting(name)
        if name == "theme":
            for choice in self._themes:
                choice.setChecked(choice.data() == self._settings.theme)

    @Slot()
    def _dress(self) -> None:
        """Draw the icons of a submenu, once somebody looks: all at the start would take long."""
        menu = self.sender()
        if isinstance(menu, QMenu):
            dress(menu.actions(), self._theme)

    def _put_after(self, action: QAction, menu: QMenu) -> None:
        """Put a submenu below an action."""
        file = self._menus["file"]
        place = file.actions().index(action)
        file.insertMenu(file.actions()[place + 1], menu)

    def _add_window(self, docks: Iterable[QDockWidget], theme: str) -> None:
        """Offer what is seen of the window, and how it looks."""
        window = self._menus["window"]
        window.addActions([dock.toggleViewAction() for dock in docks])
        window.addSeparator()
        self._add_themes(window, theme)
        window.addMenu(self._numbers)

    def _add_themes(self, window: QMenu, chosen: str) -> None:
        choices = window.addMenu(self.tr("Theme"))
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
            self._themes.append(choice)
        group.triggered.connect(self._choose_theme)

    @Slot(QAction)
    def _choose_theme(self, choice: QAction) -> None:
        self.theme_chosen.emit(choice.data())
