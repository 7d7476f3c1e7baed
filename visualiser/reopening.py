"""Reopening: has the main window made anew, in another language or scale, over the same run.

Widgets take their texts when they are made, and sizes are in pixels. So the window is not
changed but let go of: see `visualiser.app.open_window`, which makes the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from visualiser.application import scale_of
from visualiser.handing_over import HandedOver, Seen
from visualiser.network_view.camera import Camera
from visualiser.scales import LARGEST_SCALE, SMALLEST_SCALE, USUAL_SCALE
from visualiser.settings import Settings
from visualiser.training.messages import RunDescription
from visualiser.training.session_state import SessionState

if TYPE_CHECKING:
    from visualiser.main_window import MainWindow


class Reopening(QObject):
    """Lets go of the training process, and shows in a new window what the old one showed.

    Parameters
    ----------
    window : MainWindow
        All of whose parts are made.
    settings : Settings
        They say in which language and scale the next window is.
    actions : mapping of QAction
        By id: those that make the scale another one can be used where they do.
    handed : HandedOver or None
        From the window before.

    Signals
    -------
    handed_over (HandedOver)
        The window has let go of everything, and can be deleted.

    Attributes
    ----------
    has_parted : bool
        Whether it has let go of everything.
    """

    handed_over = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        actions: Mapping[str, QAction],
        handed: HandedOver | None,
    ) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._seen = None if handed is None else handed.seen
        self.has_parted = False
        actions["larger"].setEnabled(scale_of() < LARGEST_SCALE)
        actions["smaller"].setEnabled(scale_of() > SMALLEST_SCALE)
        actions["usual_size"].setEnabled(scale_of() != USUAL_SCALE)
        window.reopen_asked.connect(self.begin)
        window.session.let_gone.connect(self._hand_over)
        if self._seen is not None:
            self._take_room(self._seen)
            window.session.run_opened.connect(self._choose_again)
            window.session.snapshot_taken.connect(self._look_again)

    def resize(self, change: Callable[[int], int]) -> None:
        """Have the window in another scale, in percent, from now on."""
        self._settings.scale = change(self._settings.scale)
        self.begin()

    @Slot()
    def begin(self) -> None:
        """Let go of the run, as soon as its process has done what it is asked by now.

        Where no process is left, nothing happens: the next start brings what was chosen.
        """
        self._window.leave_tools()
        self._window.session.let_go()

    @Slot(object)
    def _hand_over(self, state: SessionState) -> None:
        window, autosave = self._window, self._window.autosave
        self.has_parted = True
        self.handed_over.emit(
            HandedOver(
                state,
                window.files.places,
                None if autosave is None else autosave.state(),
                window.theme_choice,
                _seen_in(window),
            )
        )

    # ---------------------------------------------------------------- the next window

    def _take_room(self, seen: Seen) -> None:
        """Take as much of the screen as the window before, whatever the scale is."""
        window, now = self._window, scale_of()
        if window.isMaximized() or window.isFullScreen() or now == seen.scale:
            return
        size = QSize(seen.width, seen.height) * (seen.scale / now)
        window.resize(size.boundedTo(window.screen().availableSize()))
        _bring_onto_screen(window)

    @Slot(object)
    def _choose_again(self, description: RunDescription) -> None:
        """Choose for the run that has just been opened what was chosen before."""
        seen, window = self._seen, self._window
        if seen is None:
            return
        network = window.network
        network.drawing.hold(seen.scales)
        network.set_options(seen.options)
        network.select(seen.selection)
        network.pin(seen.pinned)
        window.tools.pinning.panel.put(seen.pins, description)
        window.example.set_wish(seen.wish)
        window.transport.set_steps(seen.steps)
        # Now, so that the first state is of the drawing, and the pad has its room.
        window.tools.drawing.take_up(seen.drawing)

    @Slot()
    def _look_again(self) -> None:
        """Look at the first state that is shown from where one looked before."""
        seen, self._seen, window = self._seen, None, self._window
        if seen is None:
            return
        window.tour.take_up(seen.tour)
        # What moves the network's edges afterwards would have it seen as a whole again.
        window.take_room()
        if window.cost is not None:
            window.cost.view.take_over(seen.earlier)
        network = window.network
        network.see(_scaled(seen.camera, network.width(), network.height()))
        window.inspector.late_scroll.to(seen.scrolled)
        if seen.has_network_focus:
            network.setFocus()


def _seen_in(window: MainWindow) -> Seen:
    network = window.network
    return Seen(
        network.selection,
        network.pinned,
        _scaled(network.drawing.camera, 1 / network.width(), 1 / network.height()),
        network.options,
        network.drawing.scales,
        window.tools.pinning.panel.pins,
        window.example.wish("stay"),
        window.transport.steps,
        window.inspector.verticalScrollBar().value(),
        network.hasFocus(),
        window.width(),
        window.height(),
        scale_of(),
        window.tour.left(),
        () if window.cost is None else window.cost.view.others.earlier,
        window.tools.drawing.left(),
    )


def _scaled(camera: Camera, across: float, down: float) -> Camera:
    """The same zoom, with distances in another unit."""
    return replace(camera, left=camera.left * across, top=camera.top * down)


def _bring_onto_screen(window: QWidget) -> None:
    """Move it so far that its right and lower edges are on the screen, but not its others off."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() - frame.width() + 1))
    top = max(room.top(), min(frame.top(), room.bottom() - frame.height() + 1))
    window.move(left, top)
