"""CommandTools: the palette, the list of keys and what is said of the program, for a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from visualiser.commands.keymap import Keymap, use
from visualiser.settings import Settings
from visualiser.theme import DARK, Theme

if TYPE_CHECKING:
    from visualiser.commands.about_dialog import AboutDialog
    from visualiser.commands.keys_dialog import KeysDialog
    from visualiser.commands.palette import CommandPalette


class CommandTools(QObject):
    """Finds commands, lists and changes their keys, and says what the program is.

    Parameters
    ----------
    window : QMainWindow
    settings : Settings
        Remember the keys, and what was found last.

    Attributes
    ----------
    keymap : Keymap
        The keys of all actions.
    """

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._actions: Mapping[str, QAction] = {}
        self._theme = DARK
        self._palette: CommandPalette | None = None
        self._keys: KeysDialog | None = None
        self._about: AboutDialog | None = None
        self.keymap = Keymap(settings)
        use(self.keymap)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by id."""
        return {
            "palette": self._open_palette,
            "keys": self._open_keys,
            "about": self._open_about,
        }

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """All of the window, by id."""
        self._actions = actions
        # The list is of the keys of all windows: it opens from any of them.
        actions["keys"].setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._palette is not None:
            self._palette.set_theme(theme)
        if self._keys is not None:
            self._keys.set_theme(theme)

    # Few ask for any of them in the first second: they are not loaded before the first frame.

    def _open_palette(self) -> None:
        from visualiser.commands.palette import CommandPalette  # noqa: PLC0415 (loaded when wanted)

        if self._palette is None:
            self._palette = CommandPalette(self._actions, self._settings, self._window)
            self._palette.set_theme(self._theme)
        self._palette.open()

    def _open_keys(self) -> None:
        from visualiser.commands.keys_dialog import KeysDialog  # noqa: PLC0415 (loaded when wanted)

        if self._keys is None:
            self._keys = KeysDialog(self.keymap, self._window)
            self._keys.set_theme(self._theme)
        self._keys.show()
        self._keys.raise_()
        self._keys.activateWindow()

    def _open_about(self) -> None:
        from visualiser.commands.about_dialog import AboutDialog  # noqa: PLC0415 (loaded when wanted)

        if self._about is None:
            self._about = AboutDialog(self._settings.file, self._window)
        self._about.show()
        self._about.raise_()
        self._about.activateWindow()
