"""Drawing: a network's picture with all that it depends on, in a window or without one."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QTransform

from core.parameters import FloatArray
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.camera import Camera
from visualiser.network_view.connections import ConnectionPainter, LineValues
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.look_words import described_in_phase
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.output_names import more_for_names
from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.plane_room import room_beside
from visualiser.network_view.quantities import Quantity, quantities
from visualiser.network_view.scales import Scales
from visualiser.network_view.scenery import Light, Marks, Scene, ScenePainter
from visualiser.network_view.shown import Shown
from visualiser.network_view.wording import described
from visualiser.selection import Connection, Selection
from visualiser.theme import DARK, Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot


class Drawing:
    """Knows what is to be drawn, and draws it when it is asked to.

    Attributes
    ----------
    theme : Theme
    description : RunDescription or None
        None before a run is there.
    snapshot : Snapshot or None
        None before the first.
    quantity : Quantity
        What the lines show, but while a phase is shown.
    phase : PhaseLook or None
        One phase of a step, shown instead of the newest state.
    options : ViewOptions
    marks : Marks
    camera : Camera
    lines : LineValues
        The numbers that the lines show.
    """

    def __init__(self) -> None:
        self.theme: Theme = DARK
        self.description: RunDescription | None = None
        self.snapshot: Snapshot | None = None
        self.quantity: Quantity = quantities()[0]
        self.phase: PhaseLook | None = None
        self.options = ViewOptions()
        self.marks = Marks()
        self.camera = Camera()
        self.lines = LineValues()
        # What is drawn: the newest, or what was when the phase came; and what is told of it.
        self._drawn: Snapshot | None = None
        self._shown: Shown | None = None
        self._scales, self._phase_scales = Scales(), Scales()
        self._fitted: NetworkLayout | None = None
        self._seen: NetworkLayout | None = None
        self._connections = ConnectionPainter()
        self._scenery = ScenePainter(DARK)
        self._is_stale = True
        self.set_theme(DARK)

    # ---------------------------------------------------------------- what is drawn

    @property
    def layout(self) -> NetworkLayout | None:
        """Where everything is seen."""
        return self._seen

    @property
    def fitted(self) -> NetworkLayout | None:
        """Where everything stands when the whole network is seen."""
        return self._fitted

    @property
    def is_complete(self) -> bool:
        """Whether every line is drawn."""
        return not self._is_stale and self._connections.is_complete

    @property
    def scales(self) -> Scales:
        """The scales of the newest state, some of them perhaps locked."""
        return self._scales

    def hold(self, scales: Scales) -> None:
        """Go on with the scales of another picture of this network."""
        self._scales = scales
        self._take_values()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.theme = theme
        self._connections.set_theme(theme, self.options.dashed_negatives)
        self._scenery = ScenePainter(theme)
        self._is_stale = True

    def set_options(self, options: ViewOptions) -> None:
        """Draw in this way; places are chosen by `arrange`."""
        has_new_pens = options.dashed_negatives != self.options.dashed_negatives
        self.options = options
        if has_new_pens:
            self._connections.set_theme(self.theme, options.dashed_negatives)
        self._take_values()

    def show_run(self, description: RunDescription) -> None:
        """Show the network of this run, empty where its layers are others than before."""
        if self.description is None or self.description.sizes != description.sizes:
            self.snapshot, self.lines, self.marks = None, LineValues(), Marks()
            self.phase = self._drawn = self._shown = None
            self._scales.forget()
            self._phase_scales.forget()
        self.description = description

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self.snapshot = snapshot
        if self.phase is None or self._drawn is None:
            self._drawn = snapshot
            self._take_values()

    def show_phase(self, look: PhaseLook | None) -> None:
        """Show one phase of a step whatever states arrive, or with None the newest again.

        A phase of a network of other sizes is not shown.
        """
        if look is not None and (self.description is None or not look.fits(self.description.sizes)):
            look = None
        if look is self.phase:
            return
        self.phase, self._drawn = look, self.snapshot
        if look is None:
            self._phase_scales.forget()
        self._take_values()

    def show_quantity(self, quantity: Quantity) -> None:
        """Let the lines show this."""
        self.quantity = quantity
        self._take_values()

    def mark(self, marks: Marks) -> None:
        """Mark these, and light what is attached to them."""
        is_news = marks.lit != self.marks.lit
        self.marks = marks
        # What is stale is about to be drawn anew, lit as it should be.
        if is_news and not self._is_stale:
            self._connections.light(marks.lit)

    def _take_values(self) -> None:
        self._shown = None
        if self._drawn is None:
            return
        values: tuple[FloatArray | None, ...]
        if self.phase is None:
            values, scales, name = self.quantity.values(self._drawn), self._scales, self.quantity.id
        else:
            values, scales, name = self.phase.lines, self._phase_scales, self.phase.quantity.id
        self.lines = LineValues(
            values, scales.of(values, self.options, name), self.options.hidden_below
        )
        self._is_stale = True

    def copy(self, connections: ConnectionPainter) -> Drawing:
        """The same, with the scales that hold now, drawn by another painter of the lines.

        It is seen as a whole, and its places are still to be chosen by `arrange`.
        """
        made = Drawing()
        made._connections = connections
        made.description, made.snapshot = self.description, self.snapshot
        made.quantity, made.lines = self.quantity, self.lines
        made.phase, made._drawn = self.phase, self._drawn
        made.options, made.marks = self.options, self.marks
        made.set_theme(self.theme)
        return made

    # ---------------------------------------------------------------- where it is drawn

    def fresh_layout(self, width: float, height: float) -> NetworkLayout | None:
        """Where everything has to stand in a picture of this size."""
        if self.description is None:
            return None
        shape = self.description.image_shape
        beside = room_beside(self.description, width, height)
        more = more_for_names(self.description.class_names, width)
        sizes = self.description.sizes
        return lay_out(sizes, shape, width, height, self.options, beside, more)

    def arrange(self, layout: NetworkLayout, ratio: float) -> None:
        """Draw in these places; ``ratio`` is the screen's device pixels per pixel."""
        self._fitted = layout
        self._seen = self.camera.seen(layout)
        self._connections.set_layout(layout, ratio)
        self._is_stale = True

    def look(self, camera: Camera) -> None:
        """See it from here."""
        self.camera = camera
        transform = QTransform(camera.zoom, 0, 0, camera.zoom, camera.left, camera.top)
        self._connections.set_camera(transform)
        if self._fitted is not None:
            self._seen = camera.seen(self._fitted)

    # ---------------------------------------------------------------- drawing

    def refresh(self, is_moving: bool) -> bool:
        """Get ready to draw the newest state; return whether it is a new one."""
        was_stale, self._is_stale = self._is_stale, False
        if was_stale and self._drawn is not None and self._fitted is not None:
            self._connections.set_values(self.lines, self.marks.lit, is_moving)
        return was_stale

    def go_on(self) -> None:
        """Draw another piece of what takes long."""
        self._connections.go_on()

    def paint(
        self, painter: QPainter, clip: QRect, is_whole: bool = False, light: Light | None = None
    ) -> None:
        """Draw it; ``is_whole`` as shapes alone, without a picture that grows piece by piece.

        ``light`` shines along the lines.
        """
        scene = self._scene()
        if scene is not None:
            self._scenery.paint(painter, clip, scene, self._connections, is_whole, light)

    def described(self, selection: Selection) -> str:
        """What something is, with its value."""
        snapshot, shown = self._drawn, self.shown
        if snapshot is None or shown is None:
            return ""
        if self.phase is None:
            text = described(snapshot, selection, self.quantity, self.lines.values)
        else:
            columns = snapshot.description.image_shape[1]
            is_image = snapshot.picture_shape is not None
            text = described_in_phase(self.phase, selection, columns, is_image)
        more = shown.parts.frozen_words(selection)
        return f"{text}\n{more}" if more else text

    def has_line(self, chosen: Connection) -> bool:
        """Whether the line of a connection is among what is drawn; True before there is any."""
        return not self.lines.values or self.lines.has(chosen.layer - 1)

    @property
    def shown(self) -> Shown | None:
        """What is drawn but for the lines' numbers; None before the first state."""
        if self._shown is None and self._drawn is not None:
            self._shown = (
                Shown.of(self._drawn, self.quantity, self.options.ring)
                if self.phase is None
                else Shown.of_phase(self.phase, self._drawn)
            )
        return self._shown

    def _scene(self) -> Scene | None:
        if self._seen is None or self.description is None:
            return None
        return Scene(
            self._seen,
            self.camera,
            self.description,
            self.shown,
            self.lines,
            self.options,
            self.marks,
        )
