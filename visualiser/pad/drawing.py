"""Drawing: the pad as a part of the window, and its way to the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QWidget,
)

from core.parameters import FloatArray
from visualiser.files.run_files import RunFiles
from visualiser.pad.gate import DrawingGate, may_be_drawn_for
from visualiser.pad.room import PadRoom
from visualiser.panels.notice import NoticePanel
from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.key_tip import KeyTip
from visualiser.widgets.labels import label

if TYPE_CHECKING:
    from visualiser.pad.keeping import Keeping
    from visualiser.pad.left_drawing import LeftDrawing
    from visualiser.pad.pad import Pad

_WIDTH = 360


class Drawing(QObject):
    """Opens the pad beside the network, and closes it.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession
    files : RunFiles
    notice : NoticePanel
    """

    def __init__(
        self, window: QMainWindow, session: TrainingSession, files: RunFiles, notice: NoticePanel
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._files, self._notice = window, session, files, notice
        self._theme = DARK
        self._pad: Pad | None = None
        self._dock: QDockWidget | None = None
        self._room: PadRoom | None = None
        self._keeping: Keeping | None = None
        # Whether it would be open if something could be drawn.
        self._is_aside = False
        self._gate = DrawingGate(session.send)
        self._description: m.RunDescription | None = None
        self._snapshot: Snapshot | None = None
        # What was shown of the data before the drawing.
        self._of_data: m.ShowExample | None = None
        session.run_opened.connect(self._open_run)
        session.snapshot_taken.connect(self._show_snapshot)
        session.refused.connect(self._note_refused)
        session.trainer_lost.connect(self._forget)

    @property
    def pad(self) -> Pad | None:
        """The pad, once it was opened."""
        return self._pad

    @property
    def is_open(self) -> bool:
        """Whether the pad is beside the network now."""
        return self._dock is not None and not self._dock.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._pad is not None:
            self._pad.set_theme(theme)

    def write_numbers(self) -> None:
        """Write all numbers in the present style."""
        if self._pad is not None:
            self._pad.write_numbers()

    # ---------------------------------------------------------------- opening and closing

    def toggle(self) -> None:
        """Open the pad, or close it."""
        if self.is_open:
            self.close()
        else:
            self._open().take_focus()

    def _open(self) -> Pad:
        self._is_aside = False
        pad, _ = self._made()
        self._show_dock()
        if self._description is not None:
            self._show_run(self._description)
        return pad

    @Slot()
    def close(self) -> None:
        """Close the pad, and show the network again what it was shown before."""
        if self._dock is not None and self.is_open:
            self._hide_dock(self._dock)
            self._show_data()
            self._window.setFocus()

    def left(self) -> LeftDrawing | None:
        """What `take_up` takes up; None where nothing was drawn and the pad is closed."""
        pad, is_wanted = self._pad, self.is_open or self._is_aside
        if pad is None or not (is_wanted or pad.marks.made or pad.marks.undone):
            return None
        from visualiser.pad.left_drawing import LeftDrawing  # noqa: PLC0415 (loaded when wanted)

        has_focus = self._window.focusWidget() in (pad, *pad.findChildren(QWidget))
        return LeftDrawing(pad.marks, pad.label, is_wanted, has_focus, self._of_data)

    def take_up(self, left: LeftDrawing | None) -> None:
        """Draw on for the run that has been opened, where another window's pad was left."""
        description = self._description
        if left is None or description is None:
            return
        pad, _ = self._made()
        # Closed, it shows nothing to the network.
        pad.show_run(description)
        pad.take_up(left.marks, left.label)
        self._of_data = left.of_data
        if not left.is_open:
            return
        if not may_be_drawn_for(description):
            self._is_aside = True
            return
        self._open()
        if left.has_focus:
            pad.take_focus()

    def _show_dock(self) -> None:
        if self._room is not None and self._keeping is not None:
            self._room.make()
            self._keeping.read()

    def _hide_dock(self, dock: QDockWidget) -> None:
        dock.hide()
        if self._room is not None:
            self._room.give_back()

    @Slot()
    def _make_room(self) -> None:
        """Close the pad for a panel that was asked for, and say so."""
        self.close()
        self._notice.say_shortly(
            self.tr("There is no room for both: the pad is closed, and what is drawn stays.")
        )

    def _made(self) -> tuple[Pad, QDockWidget]:
        """The pad and its dock, made when they are wanted first."""
        if self._pad is None or self._dock is None:
            from visualiser.pad.keeping import Keeping  # noqa: PLC0415 (loaded when wanted)

            self._pad, self._dock = self._make()
            self._keeping = Keeping(
                self._pad, self._session, self._files, self._notice, self._window
            )
        return self._pad, self._dock

    def _make(self) -> tuple[Pad, QDockWidget]:
        from visualiser.pad.pad import Pad  # noqa: PLC0415 (loaded when wanted)

        pad = Pad()
        dock = QDockWidget(self.tr("Draw"), self._window)
        dock.setObjectName("pad")
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(self._title_bar())
        dock.setWidget(pad)
        dock.setFixedWidth(_WIDTH)
        self._room = PadRoom(self._window, dock)
        self._room.crowded.connect(self._make_room)
        self._window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        dock.hide()
        pad.set_theme(self._theme)
        pad.shown.connect(self._show)
        pad.blank.connect(self._show_data)
        pad.trouble.connect(self._notice.say)
        return pad, dock

    def _title_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("panel")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 10, 0)
        title = label("title", self.tr("Draw"))
        KeyTip(title, self.tr("Draw a digit, and the network answers while you do."), "draw")
        row.addWidget(title, 1)
        close = QPushButton(self.tr("Close"))
        KeyTip(close, self.tr("Close the pad; what is drawn stays."), "draw")
        close.clicked.connect(self.close)
        row.addWidget(close)
        return bar

    # ---------------------------------------------------------------- the network

    @Slot(object)
    def _open_run(self, description: m.RunDescription) -> None:
        """Another run, it may be: the pad is away as long as nothing can be drawn for it."""
        may_be = may_be_drawn_for(description)
        if self._dock is not None and self.is_open and not may_be:
            self._is_aside = True
            self._hide_dock(self._dock)
        elif self._dock is not None and self._is_aside and may_be:
            self._is_aside = False
            self._show_dock()
        self._show_run(description)

    def _show_run(self, description: m.RunDescription) -> None:
        if description is not self._description:
            self._of_data = None
        self._description = description
        self._gate.forget()
        if self._pad is not None and self._keeping is not None and self.is_open:
            self._pad.show_run(description)
            self._keeping.show_run(description)

    @Slot(object)
    def _show_snapshot(self, snapshot: Snapshot) -> None:
        example = snapshot.progress.example
        if example.split != "own":
            self._of_data = m.ShowExample("stay", example.split, index=example.index)
        self._snapshot = snapshot
        self._gate.note(snapshot.progress)
        if self._pad is not None and self.is_open:
            self._pad.show_snapshot(snapshot)

    @Slot(object, object)
    def _note_refused(self, _: object, command: m.Command | None) -> None:
        self._gate.note_refused(command)

    @Slot()
    def _forget(self) -> None:
        self._gate.forget()

    @Slot(object, object)
    def _show(self, inputs: FloatArray, what: int | None) -> None:
        if self.is_open:
            self._gate.ask(m.ShowOwn(inputs, what, self.tr("Drawing")))

    @Slot()
    def _show_data(self) -> None:
        """Show what was shown of the data, where a drawing is shown or on its way."""
        was_waiting = self._gate.is_waiting
        self._gate.forget()
        shown = None if self._snapshot is None else self._snapshot.progress.example
        if was_waiting or (shown is not None and shown.split == "own"):
            self._session.send(self._of_data or m.ShowExample("stay", "test", index=0))
