"""NetworkView: the network's picture, and the choice of what is shown in it and how."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from visualiser.network_view.legend import Legend, legend_tip
from visualiser.network_view.lines_box import LinesBox
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.options_panel import OptionsPanel
from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.pointed_stage import PointedStage
from visualiser.network_view.quantities import SINCE, Quantity
from visualiser.selection import Connection
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot


class NetworkView(PointedStage):
    """Shows the newest snapshot, or one phase of a step, with the choice of what lines show.

    Signals
    -------
    options_changed (ViewOptions)
        By the controls of how the network is drawn.
    reference_asked (int)
        From which step the change is to be shown.
    picture_asked
        The picture is to be saved or copied.
    """

    options_changed = Signal(object)
    reference_asked = Signal(int)
    picture_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_view")
        self.setAccessibleName(self.tr("Network"))
        self.lines = LinesBox(self)
        self._panel: OptionsPanel | None = None
        self._has_asked = False
        self.lines.chosen.connect(self._show_quantity)
        self.lines.options_asked.connect(self.open_options)

    # ---------------------------------------------------------------- what it shows

    @property
    def quantity(self) -> Quantity:
        """What the lines show."""
        return self.lines.quantity

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Make room for a network of these sizes."""
        before = self._drawing.marks
        self._has_asked = False
        self._hover(None)
        super().show_run(description)
        self.lines.show_phase(self._drawing.phase)
        if before.pinned != self.pinned:
            self.pinned_changed.emit(self.pinned)
        if before.selected != self.selection:
            self.selection_changed.emit(self.selection)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        super().show_snapshot(snapshot)
        self._tell_hovered()
        self._ask_for_reference()
        if self._panel is not None and self._panel.isVisible():
            self._panel.set_position(snapshot.progress.position)
        if not snapshot.progress.playing:
            self._tell_selected()

    @Slot(object)
    def show_phase(self, look: PhaseLook | None) -> None:
        """Show one phase of a step and nothing else, or with None the newest state again."""
        super().show_phase(look)
        self.lines.show_phase(self._drawing.phase)
        hovered = self.hovered
        if isinstance(hovered, Connection) and not self._drawing.has_line(hovered):
            self._hover(None)
        self._tell_hovered()
        self._tell_selected()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        self.lines.set_theme(theme)

    @Slot(object)
    def _show_quantity(self, quantity: Quantity) -> None:
        self._drawing.show_quantity(quantity)
        self._ask_for_reference()
        self._tell_hovered()
        self._tell_selected()
        self.update()

    def _ask_for_reference(self) -> None:
        """Where the change since a step is to be shown and none is chosen: since the first."""
        snapshot = self.snapshot
        is_missing = snapshot is not None and snapshot.reference is None
        if self.quantity.id == SINCE and is_missing and not self._has_asked:
            self._has_asked = True
            self.reference_asked.emit(0)

    # ---------------------------------------------------------------- how it is drawn

    @Slot()
    def open_options(self) -> None:
        """Open the controls of how the network is drawn."""
        panel = self._panel or self._new_panel()
        panel.set_theme(self._drawing.theme)
        panel.set_options(self.options)
        if self.snapshot is not None:
            self._tell_panel(self.snapshot)
        corner = self.lines.geometry()
        panel.open_at(self.mapToGlobal(QPoint(corner.right(), corner.bottom() + 4)))

    def _tell_panel(self, snapshot: Snapshot) -> None:
        """Tell the controls what they offer: of an image, and of steps."""
        if self._panel is None:
            return
        self._panel.set_has_image(snapshot.picture_shape is not None)
        self._panel.set_position(snapshot.progress.position)
        self.show_reference()

    def show_reference(self) -> None:
        """Name the step that the change is shown from, whatever was asked for."""
        snapshot = self.snapshot
        if self._panel is not None and snapshot is not None and snapshot.reference is not None:
            self._panel.set_reference(snapshot.reference.step)

    def _new_panel(self) -> OptionsPanel:
        self._panel = panel = OptionsPanel(self)
        panel.changed.connect(self._choose_options)
        panel.fit_asked.connect(self.fit)
        panel.picture_asked.connect(self.picture_asked)
        panel.reference_asked.connect(self.reference_asked)
        return panel

    @Slot(object)
    def _choose_options(self, options: ViewOptions) -> None:
        self.set_options(options)
        self.options_changed.emit(options)

    def _tip(self, point: QPointF) -> str:
        """What the tooltip says: of the legend, as the rest is named by a label of its own."""
        drawing = self._drawing
        if drawing.layout is None or drawing.shown is None:
            return ""
        legend = Legend.of(drawing.layout, drawing.shown, drawing.lines, drawing.options)
        return (
            legend_tip(drawing.shown, drawing.lines, drawing.theme.words)
            if legend.contains(point)
            else ""
        )

    def _note_moved(self) -> None:
        self.lines.stand_in(self.width())
        super()._note_moved()
