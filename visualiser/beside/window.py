"""ComparisonWindow: two runs side by side, in lockstep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from visualiser.beside.colours import side_colours
from visualiser.beside.controls import Controls
from visualiser.beside.curves import Curves
from visualiser.beside.differences import differences, facts
from visualiser.beside.lockstep import Lockstep
from visualiser.beside.shown_digit import ShownDigit
from visualiser.beside.side import Side
from visualiser.beside.side_view import SideView
from visualiser.beside.twins import Twins
from visualiser.commands.actions import make_actions
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.notice import NoticePanel
from visualiser.resources import window_icon
from visualiser.theme import Theme
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.first_size import open_with
from visualiser.widgets.labels import line

_SIZE, _SMALLEST = (1280, 800), (1024, 640)
# The networks have so many parts of the height, the curves the others.
_NETWORKS, _CURVES = 13, 5
# What moves the runs, or the digit that they are shown.
_MOVING = ("start", "back", "play", "step", "newest", "previous_example", "next_example")
_SEPARATOR = " · "


class ComparisonWindow(QWidget):
    """Both networks, one strip of controls, both curves.

    Parameters
    ----------
    trainers : pair of TrainingProcess
        Already started. The window ends them.
    titles : pair of str
        What the two runs are, in a few words.
    example : ShownExample or None
        The digit to show at first.
    parent : QWidget or None
        The main window.
    first : Command, optional
        What the right run is told once it is there.

    Attributes
    ----------
    sides : pair of Side
    views : pair of SideView
    lockstep : Lockstep
    notice : NoticePanel

    Signals
    -------
    closed
    other_asked
        Something else is to be compared.
    """

    closed = Signal()
    other_asked = Signal()

    def __init__(
        self,
        trainers: tuple[TrainingProcess, TrainingProcess],
        titles: tuple[str, str],
        example: m.ShownExample | None,
        parent: QWidget | None,
        first: m.Command | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Two runs side by side"))
        self.setWindowIcon(window_icon())
        self.setMinimumSize(*_SMALLEST)
        open_with(self, *_SIZE)
        self.sides = (Side(trainers[0], self), Side(trainers[1], self, first))
        self.lockstep = Lockstep(*self.sides, self)
        self.notice = NoticePanel()
        self.views = (SideView(self.sides[0], titles[0]), SideView(self.sides[1], titles[1]))
        self.twins = Twins(self.views[0].network, self.views[1].network, self)
        self._actions = make_actions(self, self._callbacks())
        self.addActions(list(self._actions.values()))
        self._controls = Controls({name: self._actions[name] for name in _MOVING})
        self._controls.set_enabled(False)
        self._digit = ShownDigit(self.sides, example, self)
        self._curves = Curves((self.sides[0].history, self.sides[1].history), titles)
        self._between = QWidget()
        self._between.setFixedWidth(1)
        self._is_closed = False
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        networks = QHBoxLayout()
        networks.setSpacing(0)
        networks.addWidget(self.views[0], 1)
        networks.addWidget(self._between)
        networks.addWidget(self.views[1], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addLayout(networks, _NETWORKS)
        column.addWidget(line())
        column.addWidget(self._controls)
        column.addWidget(line())
        column.addWidget(self._curves, _CURVES)

    def _connect(self) -> None:
        lockstep, controls = self.lockstep, self._controls
        lockstep.arrived.connect(self._show)
        controls.step_entered.connect(self._go_to)
        controls.speed_chosen.connect(lockstep.set_speed)
        controls.text_refused.connect(self.notice.say)
        controls.other_asked.connect(self.other_asked)
        self._curves.step_chosen.connect(self._go_to_taken)
        self.twins.reference_asked.connect(self._recall)
        for side, view in zip(self.sides, self.views, strict=True):
            side.opened.connect(view.network.show_run)
            side.was_measured.connect(view.note_measured)
            side.halted.connect(self.notice.say)
            side.refused.connect(self.notice.say)
            side.ended.connect(self._tell_ended)
            view.network.picture_asked.connect(self._ask_for_picture)

    def _callbacks(self) -> dict[str, Callable[[], object]]:
        return {
            "start": lambda: self._go_to(0),
            "back": self.lockstep.back,
            "play": self._play_or_pause,
            "step": self.lockstep.step,
            "newest": self.lockstep.go_to_newest,
            "next_example": lambda: self._digit.move(1),
            "previous_example": lambda: self._digit.move(-1),
            "next_lines": self.views[0].network.lines.choose_next,
            "options": self.views[0].network.open_options,
            "fit": self.twins.fit,
        }

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for view, colour in zip(self.views, side_colours(theme), strict=True):
            view.set_theme(theme, colour)
        self._between.setStyleSheet(f"background: {theme.hairline};")
        self._controls.set_theme(theme)
        self._curves.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._controls.write_numbers()
        self._curves.write_numbers()
        self._show()

    # ---------------------------------------------------------------- what it shows

    @Slot()
    def _show(self) -> None:
        """Show where both stand."""
        lockstep = self.lockstep
        if lockstep.shown is None:
            return
        if lockstep.is_ready and not self._actions["play"].isEnabled():
            self._controls.set_enabled(True)
        # Between two chunks of steps they rest, but who looks sees them playing.
        left, right = (_as_playing(one, lockstep.is_playing) for one in lockstep.shown)
        self._describe(left, right)
        self.views[0].show_state(left)
        self.views[1].show_state(right)
        self._controls.show_place(
            lockstep.position, lockstep.newest, lockstep.is_playing, lockstep.rate
        )
        costs = [one.description.settings.cost for one in (left, right)]
        self._curves.note_costs_differ(costs[0] != costs[1])
        self._curves.show_step(lockstep.position, lockstep.is_playing)

    def _describe(self, left: Snapshot, right: Snapshot) -> None:
        """Say at the left what the run is, at the right what is different."""
        listed = facts(left)
        self.views[0].describe(
            _SEPARATOR.join(listed),
            _SEPARATOR.join(listed[:2]),
            listed[0],
            tip=self.tr("What this run is: {facts}").format(facts=_SEPARATOR.join(listed)),
        )
        found = differences(left, right)
        if not found:
            text = self.tr("no difference up to this step")
            self.views[1].describe(text, tip=self.tr("Both are the same up to this step."))
            return
        whole = _SEPARATOR.join(found)
        more = self.tr("{first} and {n} more").format(first=found[0], n=len(found) - 1)
        self.views[1].describe(
            whole,
            *([more] if len(found) > 1 else []),
            self.tr("{n} differences").format(n=len(found)),
            tip=self.tr("What is different from the run at the left: {facts}").format(facts=whole),
        )

    @Slot(str)
    def _tell_ended(self, why: str) -> None:
        self._controls.set_enabled(False)
        self.notice.say(why)

    # ---------------------------------------------------------------- what it asks for

    def _play_or_pause(self) -> None:
        if not self.lockstep.is_playing:
            # What went wrong before may go right now; if not, it will be said again.
            self.notice.hide()
        self.lockstep.play_or_pause()

    @Slot(int)
    def _go_to(self, step: int) -> None:
        self.notice.hide()
        self.lockstep.go_to(step)

    @Slot(int)
    def _go_to_taken(self, step: int) -> None:
        """Go to a step, as far as both have taken it."""
        self._go_to(min(step, self.lockstep.newest))

    @Slot(int)
    def _recall(self, step: int) -> None:
        for side in self.sides:
            side.session.recall(min(step, side.length))

    @Slot()
    def _ask_for_picture(self) -> None:
        """Let the picture of the network at this side be saved or copied."""
        # Few ask for it.
        from visualiser.network_view.picture_dialog import PictureDialog  # noqa: PLC0415 (loaded when wanted)

        network = self.sender()
        if isinstance(network, NetworkView):
            dialog = network.findChild(PictureDialog) or PictureDialog(network, network)
            dialog.open_for_view()

    # ---------------------------------------------------------------- the window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, as Space plays; F11 fills the screen."""
        key, focused = event.key(), self.focusWidget()
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()
        elif is_enter and isinstance(focused, QComboBox):
            focused.showPopup()
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif key == Qt.Key.Key_W and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End both training processes."""
        super().closeEvent(event)
        if not self._is_closed:
            self._is_closed = True
            self.lockstep.stop()
            for side in self.sides:
                side.close()
            self.closed.emit()


def _as_playing(snapshot: Snapshot, is_playing: bool) -> Snapshot:
    if snapshot.progress.playing == is_playing:
        return snapshot
    return replace(snapshot, progress=replace(snapshot.progress, playing=is_playing))
