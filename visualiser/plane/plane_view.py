"""PlaneView: brings the large map into the network's picture where data are of the plane."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Slot

from visualiser.network_view.arranging import TOP
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.plane_maps import PlaneMaps
from visualiser.network_view.plane_room import CONTROLS
from visualiser.plane.map_panel import MapPanel
from visualiser.theme import DARK, Theme
from visualiser.training.messages import ShowExample
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot


class PlaneView(QObject):
    """Makes the large map when it is first wanted, and keeps it where it belongs.

    Parameters
    ----------
    session : TrainingSession
    network : NetworkView
    """

    def __init__(self, session: TrainingSession, network: NetworkView) -> None:
        super().__init__(network)
        self._session, self._network = session, network
        self._theme = DARK
        self._newest: tuple[Snapshot, PlaneMaps] | None = None
        self.panel: MapPanel | None = None
        network.map_moved.connect(self._place)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self.panel is not None:
            self.panel.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._show_newest()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state, which the network's picture shows already."""
        shown = self._network.drawing.shown
        self._newest = (snapshot, shown.maps) if shown is not None and shown.maps else None
        self._show_newest()

    def _show_newest(self) -> None:
        if self.panel is not None and not self.panel.isHidden() and self._newest is not None:
            self.panel.show_state(*self._newest)

    @Slot(QRect)
    def _place(self, box: QRect) -> None:
        if not box.isValid():
            if self.panel is not None:
                self.panel.hide()
            return
        panel = self.panel or self._new_panel()
        # In a low picture, it reaches up to where the controls of what lines show stand.
        panel.keep_free(round(CONTROLS) if box.top() < TOP else 0)
        panel.setGeometry(box)
        if panel.isHidden():
            panel.show()
            self._network.lines.raise_()
            # At rest no other state comes.
            self._show_newest()

    def _new_panel(self) -> MapPanel:
        self.panel = panel = MapPanel(self._network)
        panel.set_theme(self._theme)
        panel.example_asked.connect(self._show_example)
        return panel

    @Slot(object)
    def _show_example(self, wish: ShowExample) -> None:
        self._session.send(wish)
