"""PlaneWindow: C over a plane through the present point, on request."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.landscape.controls import PlaneControls
from visualiser.landscape.cost_scale import ScaleBar
from visualiser.landscape.plane_canvas import PlaneCanvas
from visualiser.landscape.plane_picture import PlanePicture
from visualiser.landscape.plane_words import about, about_path, names
from visualiser.number_format import count, percent
from visualiser.theme import Theme
from visualiser.training.landscape_questions import FoundPlane, PlaneOfCost
from visualiser.training.messages import Answered, PartlyAnswered, Progress, RunDescription
from visualiser.training.over_time_questions import of_course
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.first_size import open_with
from visualiser.widgets.labels import label
from visualiser.widgets.tool_window import AskingWindow

_SIZE, _SIDE, _LOWEST = (988, 740), 272, 460
# Steps that a path needs before it has directions of its own.
_A_PATH = 3


class PlaneWindow(AskingWindow):
    """The map, what is wanted of it, and what it is.

    Attributes
    ----------
    canvas : PlaneCanvas
    controls : PlaneControls
    picture : PlanePicture
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("C over a plane"))
        self.setMinimumHeight(_LOWEST)
        open_with(self, *_SIZE)
        self._snapshot: Snapshot | None = None
        self._question: PlaneOfCost | None = None
        self._number = 0
        self._shown: PlaneOfCost | None = None
        self.canvas, self.controls, self._scale = PlaneCanvas(), PlaneControls(), ScaleBar()
        self.picture = PlanePicture(self.canvas, self)
        self._about, self._about_path = (label("secondary", wrap=True) for _ in range(2))
        self._told = label("secondary", wrap=True)
        self._news, self._refusal = label("secondary", wrap=True), label("refusal", wrap=True)
        self._bar = QProgressBar()
        self._compute = QPushButton(self.tr("Compute"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._copy, self._save = QPushButton(self.tr("Copy")), QPushButton(self.tr("Save PNG …"))
        self._explain()
        self._assemble()
        self._connect()
        self._tell()

    def _explain(self) -> None:
        self._about.setToolTip(self.tr("Whose C is drawn, without a penalty."))
        self._about_path.setToolTip(
            self.tr(
                "By Pythagoras: the square of a distance is that within the plane plus that from "
                "the plane."
            )
        )
        self._told.setToolTip(
            self.tr("Whether it is being computed, and whether the run is still where it was.")
        )
        self._refusal.setToolTip(self.tr("Why there is no plane, or no picture of it."))
        self._news.setToolTip(self.tr("What became of the picture."))
        self._compute.setObjectName("primary")
        self._compute.setToolTip(self.tr("Compute the plane through the step the run is at now."))
        self._cancel.setToolTip(self.tr("Compute no further; what is drawn stays."))
        self._copy.setToolTip(self.tr("Put the picture on the clipboard."))
        self._save.setToolTip(self.tr("Save the picture, twice as large as it is seen."))
        for button in (self._cancel, self._copy, self._save):
            button.setObjectName("chip")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("How much of the plane is computed"))

    def _assemble(self) -> None:
        side = QWidget()
        side.setObjectName("panel")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 4, 12, 0)
        right.setSpacing(8)
        right.addWidget(self.controls)
        right.addSpacing(4)
        for pair in ((self._compute, self._cancel), (self._copy, self._save)):
            buttons = QHBoxLayout()
            buttons.setSpacing(8)
            for button in pair:
                buttons.addWidget(button)
            right.addLayout(buttons)
        right.addWidget(self._bar)
        for text in (self._refusal, self._news, self._told, self._about, self._about_path):
            right.addWidget(text)
        right.addStretch(1)
        room = QScrollArea()
        room.setWidget(side)
        room.setWidgetResizable(True)
        room.setFixedWidth(_SIDE)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.canvas, 1)
        left.addWidget(self._scale)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 6, 10)
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(room)

    def _connect(self) -> None:
        controls = self.controls
        controls.chosen.connect(self._ask)
        controls.log.toggled.connect(self.canvas.set_log)
        controls.log.toggled.connect(self._show_scale)
        controls.contours.toggled.connect(self.canvas.set_contours)
        controls.path.toggled.connect(self.canvas.set_path)
        self._compute.clicked.connect(self._ask)
        self._cancel.clicked.connect(self._stop)
        self._copy.clicked.connect(self.picture.copy)
        self._save.clicked.connect(self.picture.ask_where_to_save)
        self.picture.told.connect(self._tell_of_picture)
        self.canvas.step_chosen.connect(self.step_chosen)

    # ---------------------------------------------------------------- what it is told

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.canvas.set_theme(theme)
        self._scale.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._show(self.canvas.found)

    def show_run(self, _: RunDescription) -> None:
        """Be about another run: there is nothing to show of it yet."""
        self._snapshot = self._question = self._shown = None
        self._refusal.clear()
        self._news.clear()
        self._show(None)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the run: whether it is still where the plane was computed."""
        self._snapshot = snapshot
        if self.isVisible():
            self._tell()

    def begin(self) -> None:
        """Compute the first plane, once there is a run and none was computed."""
        snapshot = self._snapshot
        if snapshot is None or self.canvas.found is not None or self._question is not None:
            return
        has_path = snapshot.progress.position >= _A_PATH
        self.controls.choose_directions("path" if has_path else "gradient")
        self._ask()

    def take_part(self, partly: PartlyAnswered) -> None:
        """Show what is known so far, if it was asked for here."""
        if partly.question == self._question:
            self._bar.setValue(round(1000 * partly.part.share))
            self._told.setText(self._share_text(partly.part.share))
            if isinstance(partly.part.found, FoundPlane):
                self._shown = self._question
                self._show(partly.part.found)

    def take(self, answered: Answered) -> None:
        """Show the whole plane, or why there is none, if it was asked for here."""
        if answered.question != self._question:
            return
        self._shown, self._question = self._question, None
        if isinstance(answered.answer, UserError):
            self._refusal.setText(sentence(answered.answer))
            self._show(None)
        elif isinstance(answered.answer, FoundPlane):
            self._show(answered.answer)

    def forget(self) -> None:
        """Wait for no answer: who owed it is gone."""
        self._question = None
        self._tell()

    def take_focus(self) -> None:
        """Have the keys move over the map."""
        self.canvas.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell where the run is by now."""
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing for nobody; for who makes the window small, go on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stop()

    # ---------------------------------------------------------------- inside

    @Slot()
    def _ask(self) -> None:
        if self._snapshot is None:
            return
        if self._question is not None:
            self.question_stopped.emit(self._question)
        self._number += 1
        self._question = self.controls.question(self._number)
        self._bar.setValue(0)
        self._told.setText(self._share_text(0.0))
        self._refusal.clear()
        self._news.clear()
        self.question_asked.emit(self._question)
        self._tell()

    @Slot()
    def _stop(self) -> None:
        if self._question is not None:
            self.question_stopped.emit(self._question)
            self.forget()

    def _show(self, found: FoundPlane | None) -> None:
        shown = self._shown
        ends = ("", "") if found is None or shown is None else names(shown, found)
        self.canvas.show_plane(found, ends)
        self._show_scale()
        self._about.setText("" if found is None else about(found))
        self._about_path.setText("" if found is None else about_path(found))
        self._tell()

    @Slot()
    def _show_scale(self) -> None:
        self._scale.show_scale(self.canvas.scale)

    def _tell(self) -> None:
        is_computing, found = self._question is not None, self.canvas.found
        self._bar.setVisible(is_computing)
        self._cancel.setEnabled(is_computing)
        self._copy.setEnabled(found is not None)
        self._save.setEnabled(found is not None)
        for text in (self._refusal, self._news, self._about, self._about_path):
            text.setVisible(bool(text.text()))
        if self._snapshot is not None:
            progress, train = self._snapshot.progress, self._snapshot.description.train_count
            self.controls.show_counts(train, progress.batch_size)
            self.canvas.show_present(None if found is None else _place_in(found, progress))
            if not is_computing:
                self._told.setText(self._state_text(found))

    def _state_text(self, found: FoundPlane | None) -> str:
        """Whether the run is still where the plane goes through it."""
        if found is None or self._snapshot is None:
            return ""
        progress = self._snapshot.progress
        if (found.position, found.changes) == (progress.position, progress.changes):
            return self.tr("The run is at this step.")
        return self.tr(
            "The run is at step {step} now; “Compute” draws the plane through that one."
        ).format(step=count(progress.position))

    def _share_text(self, share: float) -> str:
        return self.tr("Computing: {share}; training goes on.").format(share=percent(share))

    @Slot(str, bool)
    def _tell_of_picture(self, text: str, is_failure: bool) -> None:
        self._news.setText("" if is_failure else text)
        self._refusal.setText(text if is_failure else "")
        self._tell()


def _place_in(found: FoundPlane, progress: Progress) -> int | None:
    """Which of the path's steps the run is at; None where it is at another."""
    places = np.flatnonzero(found.path_steps == progress.position)
    changes = (of_course(one.changes, progress.position) for one in (found, progress))
    return int(places[0]) if len(places) and next(changes) == next(changes) else None
