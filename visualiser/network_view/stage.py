"""Stage: the widget in which a network's picture is painted, moves and is looked at closely."""

from __future__ import annotations

import itertools

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QHideEvent,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from visualiser.motion import wants_less_motion
from visualiser.network_view.arranging import (
    BOTTOM,
    CHOICE_LEFT,
    CHOICE_TOP,
    CHOICE_WIDTH,
    TOP,
)
from visualiser.network_view.camera import Camera
from visualiser.network_view.drawing import Drawing
from visualiser.network_view.fade import Fade
from visualiser.network_view.finishing import Finishing
from visualiser.network_view.flow import Flow, should_flow
from visualiser.network_view.layout import NetworkLayout, between
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.plane_room import CHOICE, map_box
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.focus_ring import draw_ring

# Milliseconds in which one layout turns into another; not where that would be slow.
_TURN, _MOST_TURNED = 300, 100_000
# Options that say where things stand.
_PLACES = ("input_form", "tall_form", "weight_pictures")


class Stage(QWidget):
    """Paints the newest snapshot, seen from a camera.

    Signals
    -------
    picture_moved (QRect)
        Where the free space below the input picture is now; not valid where there is none.
    map_moved (QRect)
        Where the large map of the output belongs; not valid where there is none.
    """

    picture_moved = Signal(QRect)
    map_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(420, 270)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._drawing = Drawing()
        self._shows_focus = False
        self._frames = 0
        self._flow = Flow(self)
        self._flow.moved.connect(self.update)
        self._fade = Fade(self)
        # While it stands still, missing lines are drawn whenever nothing else is to do.
        self._finishing = Finishing(self._drawing, self)
        self._finishing.drawn.connect(self.update)
        self._way: tuple[NetworkLayout, NetworkLayout] | None = None
        self._turn = QVariantAnimation(self)
        self._turn.setDuration(_TURN)
        self._turn.setStartValue(0.0)
        self._turn.setEndValue(1.0)
        self._turn.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._turn.valueChanged.connect(self._stand_on_way)

    # ---------------------------------------------------------------- what it shows

    @property
    def layout_of_network(self) -> NetworkLayout | None:
        """Where everything is seen, None before a run is there."""
        return self._drawing.layout

    @property
    def drawing(self) -> Drawing:
        """What is drawn, and how."""
        return self._drawing

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest state, None before the first."""
        return self._drawing.snapshot

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer of the network that is shown."""
        description = self._drawing.description
        return () if description is None else description.sizes

    @property
    def options(self) -> ViewOptions:
        """How the network is drawn."""
        return self._drawing.options

    @property
    def is_complete(self) -> bool:
        """Whether every line of the newest snapshot is drawn, and nothing moves."""
        is_moving = self._is_turning or self._flow.is_running or self._fade.is_running
        return self._drawing.is_complete and not is_moving

    @property
    def frames_drawn(self) -> int:
        """How many frames with a new snapshot have been painted."""
        return self._frames

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Make room for a network of these sizes."""
        self._flow.stop()
        self._drawing.show_run(description)
        self._arrange()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._let_flow(snapshot)
        self._drawing.show_snapshot(snapshot)
        self.update()

    @Slot(object)
    def show_phase(self, look: PhaseLook | None) -> None:
        """Show one phase of a step and nothing else, or with None the newest state again.

        States that arrive meanwhile change nothing that is seen; a run of other sizes ends it.
        """
        self._flow.stop()
        if self._fade.is_wanted and look is not self._drawing.phase:
            self._fade.begin(self._drawing)
        self._drawing.show_phase(look)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._fade.stop()
        self._drawing.set_theme(theme)
        self.update()

    @Slot(object)
    def set_options(self, options: ViewOptions) -> None:
        """Draw in this way; what stands elsewhere then moves there."""
        before, fitted = self._drawing.options, self._drawing.fitted
        self._drawing.set_options(options)
        if any(getattr(before, name) != getattr(options, name) for name in _PLACES):
            self._arrange(fitted)
        if not options.shows_flow:
            self._flow.stop()
        self.update()

    def _let_flow(self, after: Snapshot) -> None:
        """Let the passes of a step glow that has just been taken."""
        before, layout = self._drawing.snapshot, self._drawing.layout
        if before is None or layout is None or before.progress.position == after.progress.position:
            return
        self._flow.stop()
        can_flow = self.options.shows_flow and self.isVisible() and layout.has_lines
        is_wanted = can_flow and self._drawing.phase is None
        if is_wanted and should_flow(before, after) and not wants_less_motion():
            self._flow.start(before, after, layout)

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the newest snapshot."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), self._drawing.theme.colour("ground"))
            if self._drawing.layout is None:
                painter.setPen(self._drawing.theme.colour("secondary"))
                middle = Qt.AlignmentFlag.AlignCenter
                painter.drawText(self.rect(), middle, self.tr("Reading the data …"))
                return
            self._refresh()
            light = self._flow if self._flow.is_running else None
            # A file of shapes has no use for a picture of lines.
            is_whole = painter.paintEngine().type() == QPaintEngine.Type.SVG
            self._drawing.paint(painter, self.rect(), is_whole, light)
            self._fade.paint(painter)
            if self._shows_focus:
                draw_ring(painter, self.rect(), self._drawing.theme.colour("accent"))
        finally:
            painter.end()

    def _refresh(self) -> None:
        snapshot = self._drawing.snapshot
        if snapshot is None:
            return
        is_playing = snapshot.progress.playing
        self._frames += self._drawing.refresh(is_playing or self._is_turning)
        self._finishing.go_on(is_playing)

    # ---------------------------------------------------------------- from where it is seen

    @Slot()
    def fit(self) -> None:
        """Show the whole network."""
        self._look(Camera())

    def see(self, camera: Camera) -> None:
        """Show it from here, as far as there is something to be seen from there."""
        self._look(camera)

    @Slot(object)
    def _look(self, camera: Camera) -> None:
        camera = camera.within(self.width(), self.height())
        if camera != self._drawing.camera:
            self._drawing.look(camera)
            self._note_moved()

    def _note_moved(self) -> None:
        """What is seen has moved."""
        self._fade.stop()
        layout = self._drawing.layout
        if layout is not None and layout.layers[0].picture is not None:
            x, y, width, height = (round(number) for number in layout.layers[0].picture)
            free = QRect(x, y + height + 30, width, 60)
            is_free = free.top() >= TOP and free.bottom() < self.height() - BOTTOM
            # Seen from near, it may be where names, notes and the legend stand.
            is_there = is_free or self._drawing.camera.is_fitted
            self.picture_moved.emit(free if is_there else QRect())
        elif layout is not None:
            free = QRectF(CHOICE_LEFT, CHOICE_TOP, CHOICE_WIDTH, CHOICE).toRect()
            self.picture_moved.emit(free if self._drawing.camera.is_fitted else QRect())
        self._note_map()
        self.update()

    def _note_map(self) -> None:
        """Where data are points of the plane, its large map stands at the right."""
        description = self._drawing.description
        box = description and map_box(description, self.width(), self.height())
        if not box:
            self.map_moved.emit(QRect())
            return
        self.map_moved.emit(QRectF(*box).toRect())
        # There is no input picture: what chooses the example stands below the map.
        left, top, width, height = (round(number) for number in box)
        self.picture_moved.emit(QRect(left, top + height + 2, width, round(CHOICE)))

    # ---------------------------------------------------------------- room

    def event(self, event: QEvent) -> bool:
        """Draw anew for another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        if self.options.fits_always:
            self._drawing.look(Camera())
        else:
            self._drawing.look(self._drawing.camera.within(self.width(), self.height()))
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the newest snapshot, which may have come while hidden."""
        super().showEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while hidden."""
        self._finishing.stop()
        self._flow.stop()
        self._fade.stop()
        if self._is_turning:
            self._arrange()
        super().hideEvent(event)

    @property
    def _is_turning(self) -> bool:
        return self._turn.state() == QVariantAnimation.State.Running

    def _arrange(self, before: NetworkLayout | None = None) -> None:
        """Place everything; from where it stood ``before``, it moves there."""
        self._turn.stop()
        after = self._drawing.fresh_layout(self.width(), self.height())
        if after is None:
            return
        self._way = (before or after, after)
        if before is not None and self.isVisible() and _can_turn(before, after):
            self._turn.start()
        else:
            self._stand_on_way(1.0)

    @Slot(object)
    def _stand_on_way(self, share: float) -> None:
        """Place everything on the way from where it stood to where it is to stand."""
        if self._way is None:
            return
        layout = self._way[1] if share >= 1 else between(*self._way, share)
        self._flow.stop()
        self._drawing.arrange(layout, self.devicePixelRatioF())
        self._note_moved()


def _can_turn(before: NetworkLayout, after: NetworkLayout) -> bool:
    pairs = zip(before.layers, after.layers, strict=True)
    shown = [max(len(one.shown), len(other.shown)) for one, other in pairs]
    lines = sum(here * there for here, there in itertools.pairwise(shown))
    return lines <= _MOST_TURNED and after.has_lines and not wants_less_motion()
