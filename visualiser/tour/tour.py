"""Tour: the ways in and out of the guided tour, which is loaded when it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMainWindow

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.notice import NoticePanel
from visualiser.phase_mode import PhaseMode
from visualiser.settings import Settings
from visualiser.theme import DARK, Theme
from visualiser.tour.own_run import OwnRun
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession

if TYPE_CHECKING:
    from visualiser.tour.guide import Guide
    from visualiser.tour.left_tour import LeftTour
    from visualiser.tour.panel import TourPanel
    from visualiser.tour.touring import Touring


class Tour(QObject):
    """Opens and closes the tour, offers it once, and sees that the user's own run is not lost.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession
    network : NetworkView
    phases : PhaseMode
    notice : NoticePanel
    settings : Settings
        Where the reader's place is kept.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: TrainingSession,
        network: NetworkView,
        phases: PhaseMode,
        notice: NoticePanel,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._network = window, session, network
        self._phases, self._notice, self._settings = phases, notice, settings
        self._actions: Mapping[str, QAction] = {}
        self._theme = DARK
        self._touring: Touring | None = None
        self._measured: m.Measured | None = None
        self._own_run = OwnRun(window, session)
        session.measured.connect(self._note_measured)
        session.run_opened.connect(self._forget_measured)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """All of the window, by id: some are done for the reader."""
        self._actions = actions

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._touring is not None:
            self._touring.set_theme(theme)

    @property
    def touring(self) -> Touring:
        """The tour itself, made when it is wanted first."""
        if self._touring is None:
            self._touring = self._made()
        return self._touring

    def _made(self) -> Touring:
        # Few ask for it at each start, so it is not loaded before the first frame.
        from visualiser.tour.touring import Touring  # noqa: PLC0415 (loaded when wanted)

        made = Touring(
            self._window,
            self._session,
            self._network,
            self._phases,
            self._settings,
            self._actions,
        )
        made.catch_up(self._measured)
        made.set_theme(self._theme)
        made.show_aside(self._own_run.is_aside)
        self._own_run.aside_changed.connect(made.show_aside)
        return made

    @property
    def guide(self) -> Guide:
        """What notices what is done."""
        return self.touring.guide

    @property
    def panel(self) -> TourPanel | None:
        """The panel, once the tour was opened."""
        return None if self._touring is None else self._touring.panel

    # ---------------------------------------------------------------- opening and closing

    @property
    def is_open(self) -> bool:
        """Whether the tour is beside the network now."""
        return self._touring is not None and self._touring.is_open

    @Slot()
    def offer(self) -> None:
        """Offer the tour in one line, the first time that the window is there."""
        if self._settings.tour_offered or self._notice.text():
            return
        self._settings.tour_offered = True
        self._notice.say(
            self._offer(),
            self.tr("Begin"),
            self._begin_offered,
            self.tr("No, thanks"),
            lambda: None,
        )

    def _offer(self) -> str:
        return self.tr("New here? A tour of nine short chapters shows how a network learns.")

    def toggle(self) -> None:
        """Open the tour, or close it."""
        if self.is_open:
            self.touring.close()
        else:
            self.open()

    def open(self) -> None:
        """Open the tour where it was left."""
        self.touring.open()
        if self._notice.text() == self._offer():
            self._notice.hide()

    def _begin_offered(self) -> None:
        self.touring.open_built_in()

    def left(self) -> LeftTour | None:
        """What is read, and how far; None where nothing was yet."""
        touring = self._touring
        return touring.left() if touring is not None and touring.guide.chapters else None

    def take_up(self, left: LeftTour | None) -> None:
        """Go on where the window before left the tour; say so where that cannot be."""
        if left is None:
            return
        try:
            self.touring.take_up(left)
        except UserError as error:
            self._notice.say(sentence(error))

    @Slot(object)
    def open_folder(self, folder: Path) -> None:
        """Open the chapters that are in a folder."""
        try:
            self.touring.open_folder(folder)
        except UserError as error:
            self._notice.say(sentence(error))

    def ask_what_to_open(self) -> None:
        """Let a folder of chapters be chosen."""
        dialog = QFileDialog(self._window, self.tr("Open a folder of chapters"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    @Slot(str)
    def _open_chosen(self, folder: str) -> None:
        self.open_folder(Path(folder))

    def may_close(self) -> bool:
        """Whether the window may close now; see `OwnRun.may_close`."""
        return self._own_run.may_close()

    def let_go(self) -> None:
        """Let the window close, whatever is shown."""
        self._own_run.let_go()

    @Slot(object)
    def _note_measured(self, measured: m.Measured) -> None:
        self._measured = measured

    @Slot()
    def _forget_measured(self) -> None:
        self._measured = None
