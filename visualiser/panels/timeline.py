"""TimelinePanel: the whole run from left to right, to go anywhere in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from core.errors import UserError
from visualiser.cost_history import CostHistory
from visualiser.timeline import words
from visualiser.timeline.branch_menu import BranchMenu
from visualiser.timeline.gate import JourneyGate
from visualiser.timeline.scene import TRACK_HEIGHT, epochs_of
from visualiser.timeline.scrubbing import Scrubbing, Stand
from visualiser.timeline.stage import TimelineStage
from visualiser.training import messages as m
from visualiser.training.snapshot import Snapshot

_KEYBOARD_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ROW_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FLAG_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TimelinePanel(TimelineStage):
    """Press or drag to go to a step, of this branch or another; a menu for each branch.

    With the focus: Up and Down mark another branch, Enter goes to its newest step, F2 and the
    menu key are about it; Page Up and Page Down go to the change before and after.

    Parameters
    ----------
    history : CostHistory
        The costs of the present branch.

    Signals
    -------
    command_given (Command)
        Go to a step, or do something to a branch.
    """

    command_given = Signal(object)

    def __init__(self, history: CostHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        # Where a press was whose pointer has not moved yet, and how far a hand may tremble there.
        self._pressed_x: float | None = None
        self._tremble = 0
        self._pressed_branch: int | None = None
        self._gate = JourneyGate(self.command_given.emit)
        self._scrubbing = Scrubbing(self._gate)
        self._menu = BranchMenu(self)
        self._menu.command_given.connect(self.command_given)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def is_scrubbing(self) -> bool:
        """Whether somebody drags along it."""
        return self._scrubbing.is_on

    @property
    def is_hurrying(self) -> bool:
        """Whether the run is on its way to another step by now, so that a snapshot follows."""
        return self._gate.is_waiting

    @Slot(object)
    def show_run(self, description: m.RunDescription) -> None:
        """Begin anew."""
        self.note_lost()
        super().show_run(description)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where the run stands; go on where it is wanted elsewhere by now."""
        super().show_snapshot(snapshot)
        self._gate.note(snapshot.progress)

    @Slot(object, object)
    def note_refused(self, _: UserError, command: m.Command | None) -> None:
        """A command was not obeyed: it need not be waited for."""
        self._gate.note_refused(command)

    @Slot()
    def note_lost(self) -> None:
        """Nothing that was asked will be answered."""
        self._gate.forget()
        self._end_drag()

    # ---------------------------------------------------------------- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is pressed, and hold on to it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())
        else:
            super().mousePressEvent(event)

    def _press(self, place: QPointF) -> None:
        scene, snapshot, branches = self._scene_now(), self._snapshot, self._branches
        if scene is None or snapshot is None or branches is None:
            return
        row = self._row_under(place)
        self._pressed_branch = None if row is None else self._rows[row].info.number
        if row is None:
            return
        here = Stand(branches.present, snapshot.progress.position)
        mark = scene.flag_at(place.x(), place.y())
        step = self._step_in(row, place.x()) if mark is None else mark.flag.step
        self._pressed_x, self._keeps_scale = place.x(), True
        self._tremble = 0 if mark is None else QApplication.startDragDistance()
        self._scrubbing.begin(here, Stand(self._rows[row].info.number, step))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, or light what is under it."""
        if self.is_scrubbing:
            self._drag(event.position())
            return
        scene, place = self._scene_now(), event.position()
        if scene is None:
            return
        row = scene.row_at(place.x(), place.y())
        self._mark(row, scene.flag_at(place.x(), place.y()))
        if QToolTip.isVisible():
            QToolTip.showText(event.globalPosition().toPoint(), self._tip(place), self, QRect())

    def _drag(self, place: QPointF) -> None:
        pressed = self._pressed_x
        if pressed is not None and abs(place.x() - pressed) <= self._tremble:
            return
        self._pressed_x = None
        for row, one in enumerate(self._rows):
            if one.info.number == self._scrubbing.branch:
                self._scrubbing.move(self._step_in(row, place.x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where the run is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end_drag()

    def _end_drag(self) -> None:
        self._scrubbing.end()
        self._pressed_x, self._keeps_scale = None, False
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give a branch another name: the one that the first click was on."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._branches is not None and event.position().y() >= TRACK_HEIGHT:
            if self._pressed_branch is not None:
                self._menu.ask_for_name(self._branches, self._pressed_branch)
        elif is_left:
            self._press(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """See other branches, where not all are seen."""
        turned = event.angleDelta().y()
        if turned and self._scroll_to(self._first - (1 if turned > 0 else -1)):
            event.accept()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Light nothing any more."""
        super().leaveEvent(event)
        self._mark(None, None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to the branch under the pointer, or to the marked one."""
        if self._branches is None:
            return
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self._row if is_key else self._row_under(QPointF(event.pos()))
        place = self.mapToGlobal(self.rect().center()) if is_key else event.globalPos()
        if row is not None or is_key:
            self._menu.open_menu(self._branches, self._rows[row or 0].info.number, place)

    # ---------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark a branch, go to one or to a change; give a drag up."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.is_scrubbing:
            self._scrubbing.take_back()
            self._end_drag()
        elif key in _ROW_KEYS and len(self._rows) > 1:
            self._mark_next(_ROW_KEYS[key])
        elif key in _FLAG_KEYS:
            self._go_to_change(_FLAG_KEYS[key])
        elif key in _ENTER and self._row is not None:
            self.command_given.emit(m.SwitchTo(self._rows[self._row].info.number))
        elif key == Qt.Key.Key_F2 and self._branches is not None:
            self._menu.ask_for_name(self._branches, self._rows[self._row or 0].info.number)
        else:
            super().keyPressEvent(event)

    def _mark_next(self, down: int) -> None:
        last = len(self._rows) - 1
        row = (0 if self._row is None else self._row) + down
        if row < 1:
            self._mark(None, None)
            return
        row = min(row, last)
        self._scroll_to(min(max(self._first, row - self._most_seen()), row - 1))
        self._mark(row, None)

    def _go_to_change(self, later: int) -> None:
        if self._snapshot is None or not self._rows:
            return
        position = self._snapshot.progress.position
        steps = sorted({change.step for change in self._rows[0].info.changes})
        place = bisect_right(steps, position) if later > 0 else bisect_left(steps, position) - 1
        if 0 <= place < len(steps):
            self._gate.ask(m.GoTo(steps[place]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus where the keyboard brought it."""
        self._shows_focus = event.reason() in _KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark no branch any more."""
        self._mark(None, None)
        super().focusOutEvent(event)

    # ---------------------------------------------------------------- what is where

    def event(self, event: QEvent) -> bool:
        """Explain what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, place: QPointF) -> str:
        scene, snapshot, branches = self._scene_now(), self._snapshot, self._branches
        row = self._row_under(place)
        if scene is None or snapshot is None or branches is None or row is None:
            return words.whole_tip()
        if row:
            return words.branch_tip(self._rows[row], branches)
        info, mark = self._rows[0].info, scene.flag_at(place.x(), place.y())
        if mark is not None:
            return words.flag_tip(mark.flag, info.changes)
        if not snapshot.progress.length:
            return words.whole_tip()
        step, averages = self._step_in(0, place.x()), self._history.averages
        average = float(averages[step]) if step < len(averages) else None
        epochs = epochs_of(info, snapshot.description.train_count).done_at(step)
        return words.step_tip(step, epochs, average)

    def _row_under(self, place: QPointF) -> int | None:
        scene = self._scene_now()
        if scene is None:
            return None
        return 0 if place.y() < TRACK_HEIGHT else scene.row_at(place.x(), place.y())

    def _step_in(self, row: int, x: float) -> int:
        """The step of a branch at a place, the nearest that it has."""
        scene, snapshot = self._scene_now(), self._snapshot
        if scene is None or snapshot is None:
            return 0
        length = self._rows[row].info.length if row else snapshot.progress.length
        return min(scene.scale.step(x), length)
