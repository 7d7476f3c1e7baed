"""TimelineStage: the whole run from left to right, drawn."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualiser.theme import DARK, Theme
from visualiser.timeline import words
from visualiser.timeline.drawing import Present, draw_moving, draw_still
from visualiser.timeline.scale import span_of
from visualiser.timeline.scene import TRACK_HEIGHT, FlagMark, Scene, height_of, lay_out
from visualiser.timeline.tree import Row, rows_of
from visualiser.training.branch_news import Branches
from visualiser.training.messages import Progress, RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.focus_ring import draw_ring
from visualiser.widgets.speaking import announce

# Other branches that are seen at a time: fewer where the window is low, for the network's sake.
_MOST_SEEN, _FEWEST_SEEN, _LOW_WINDOW = 4, 1, 720
# Seconds between two descriptions for a screen reader while training plays: they are spoken.
_SELDOM = 5.0
# Milliseconds between two pictures while training plays.
_SOON = 50


class TimelineStage(QWidget):
    """The present branch as a line with its epochs and changes; below it the other branches.

    What does not change with every step is drawn once, into a picture.
    """

    accessible_role = QAccessible.Role.Slider

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._branches: Branches | None = None
        self._rows: tuple[Row, ...] = ()
        self._snapshot: Snapshot | None = None
        self._scene: Scene | None = None
        self._still: QPixmap | None = None
        # The first of the other branches that is seen, and what the pointer or a key is on.
        self._first = 0
        self._row: int | None = None
        self._flag: FlagMark | None = None
        self._keeps_scale = self._shows_focus = False
        self._described_at = 0.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.update)
        self.setAccessibleName(self.tr("Timeline"))
        self.setToolTip(words.whole_tip())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TRACK_HEIGHT)

    # ---------------------------------------------------------------- what is shown

    @Slot(object)
    def show_run(self, _: RunDescription) -> None:
        """Begin anew."""
        self._snapshot = self._branches = None
        self._rows, self._first = (), 0
        self._fit()

    @Slot(object)
    def show_branches(self, branches: Branches) -> None:
        """Show these; the snapshot that goes with them follows."""
        self._branches = branches
        self._rows = rows_of(branches)
        self._fit()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where the run stands."""
        self._snapshot, progress = snapshot, snapshot.progress
        self._describe(progress)
        if not progress.playing:
            self.update()
        elif not self._soon.isActive():
            # It moves by less than a pixel a frame.
            self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._begin_anew()

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._begin_anew()

    def _describe(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.playing and now < self._described_at + _SELDOM:
            return
        self._described_at = now
        position, length = progress.position, progress.length
        text = words.described(position, length, progress.epochs_done)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            # Whoever holds the slider hears its new value; who steps elsewhere, where that led to.
            announce(self, text)

    def accessible_value(self) -> str:
        """Return where the run stands, as a screen reader says it."""
        return self.accessibleDescription()

    # ---------------------------------------------------------------- room

    def _most_seen(self) -> int:
        return _FEWEST_SEEN if self.window().height() < _LOW_WINDOW else _MOST_SEEN

    def _fit(self) -> None:
        """Take the height that the branches need."""
        others = max(0, len(self._rows) - 1)
        self._first = min(self._first, max(0, others - self._most_seen()))
        self.setFixedHeight(height_of(others, self._most_seen()))
        self._begin_anew()

    def _scroll_to(self, first: int) -> bool:
        """See the other branches from this one on; whether that is another than before."""
        last = max(0, len(self._rows) - 1 - self._most_seen())
        first = min(max(first, 0), last)
        if first == self._first:
            return False
        self._first = first
        self._begin_anew()
        return True

    def _mark(self, row: int | None, flag: FlagMark | None) -> None:
        """Light another branch, a flag, or nothing."""
        if (row, flag) != (self._row, self._flag):
            self._row, self._flag = row, flag
            self.update()

    def _begin_anew(self) -> None:
        self._scene = self._still = self._row = self._flag = None
        self.update()

    def _scene_now(self) -> Scene | None:
        """Where everything stands, laid out anew where that is no longer so."""
        if self._snapshot is None or not self._rows:
            return None
        length, scene = self._snapshot.progress.length, self._scene
        span = span_of(max([length, *(row.info.length for row in self._rows[1:])]))
        if scene is not None and self._keeps_scale:
            # What is under the pointer stays there.
            span = scene.scale.span
        is_good = scene is not None and scene.length <= length < scene.good_until
        is_empty = scene is not None and scene.length == 0 and length > 0
        if scene is None or span != scene.scale.span or not is_good or is_empty:
            self._still = None
            shown = min(len(self._rows) - 1, self._most_seen())
            count = self._snapshot.description.train_count
            self._scene = scene = lay_out(
                self._rows, length, span, count, self.width(), self.font(), (self._first, shown)
            )
        return scene

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._begin_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Measure texts anew in another font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._begin_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the window's height."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow it no longer."""
        self.window().removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See whether there is another height for the branches."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    # ---------------------------------------------------------------- drawing

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw what moves on the picture of what does not."""
        scene = self._scene_now()
        painter = QPainter(self)
        try:
            if self._still is None:
                self._still = self._draw_still(scene)
            painter.drawPixmap(0, 0, self._still)
            if scene is not None and self._snapshot is not None:
                present = self._present(self._snapshot.progress)
                draw_moving(painter, scene, present, self._theme, self.font())
                if present.has_focus:
                    draw_ring(painter, self.rect(), self._theme.colour("accent"))
        finally:
            painter.end()

    def _draw_still(self, scene: Scene | None) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.colour("panel"))
        painter = QPainter(picture)
        try:
            painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
            if scene is not None:
                draw_still(painter, scene, self._theme, self.font())
        finally:
            painter.end()
        return picture

    def _present(self, progress: Progress) -> Present:
        position, length = progress.position, progress.length
        return Present(
            position,
            length,
            words.here(position, length, progress.epochs_done),
            words.newest(self._rows[0].info, length, len(self._rows) == 1),
            self._row,
            self._flag,
            self._shows_focus and self.hasFocus(),
        )
