"""RecentMenu: the runs that were saved or opened last, to be opened again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from visualiser.settings import Settings

# Pixels of a file's name.
_WIDEST = 360


class RecentMenu(QMenu):
    """A submenu with one entry a file, the newest first; disabled where there is none.

    Parameters
    ----------
    settings : Settings
        Remember them.
    parent : QWidget

    Signals
    -------
    file_chosen (Path)
    """

    file_chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setTitle(self.tr("Open recent"))
        self.setToolTipsVisible(True)
        # Queued: what is chosen may delete the entries, which Qt is not done with yet.
        self.triggered.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self.aboutToShow.connect(self.drop_missing)
        self._fill()

    def note(self, path: Path) -> None:
        """Put a file first."""
        self._keep((path, *(other for other in self._settings.recent if other != path)))

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        self._keep(tuple(other for other in self._settings.recent if other != path))

    @Slot()
    def drop_missing(self) -> None:
        """Take those off the list that are not there any more."""
        paths = self._settings.recent
        present = tuple(path for path in paths if is_there(path))
        if present != paths:
            self._keep(present)

    def _keep(self, paths: tuple[Path, ...]) -> None:
        self._settings.recent = paths
        # At once: another window, or the one after a crash, has it as well.
        self._settings.save()
        self._fill()

    def _fill(self) -> None:
        self.clear()
        paths = self._settings.recent
        names = [path.name for path in paths]
        for path in paths:
            title = path.name
            if names.count(path.name) > 1:
                title = self.tr("{name} in {folder}").format(name=title, folder=path.parent.name)
            title = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, _WIDEST)
            # A single & would underline the letter after it.
            entry = self.addAction(title.replace("&", "&&"))
            entry.setToolTip(str(path))
            entry.setData(path)
        self.addSeparator()
        clear = self.addAction(self.tr("Clear the list"))
        clear.setToolTip(self.tr("Empties this list; the files stay where they are."))
        self.menuAction().setEnabled(bool(paths))

    @Slot(QAction)
    def _choose(self, entry: QAction) -> None:
        path = entry.data()
        if path is None:
            self._keep(())
        else:
            self.file_chosen.emit(path)


def is_there(path: Path) -> bool:
    """Whether there is such a file; one that cannot be asked about may be."""
    try:
        return path.exists()
    except OSError:
        return True
