"""RecipeDialog: what a step does, and how it is changed from here on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.errors import SettingError, UserError
from visualiser.errors import sentence
from visualiser.number_format import count
from visualiser.recipe_dialog.form import RecipeForm
from visualiser.training.messages import ChangeRecipe, Progress
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.first_size import open_with

_MARGIN, _GAP = 16, 12
_SIZE = (472, 720)


class RecipeDialog(QDialog):
    """Shows what a step does as the run goes on; sends what is chosen as one command.

    Signals
    -------
    command_given (Command)
    refused (str)
        What is chosen cannot be used: one sentence why.
    """

    command_given = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_dialog")
        self.setWindowTitle(self.tr("What a step does"))
        self._snapshot: Snapshot | None = None
        self._place = _sentence_label("secondary")
        self._place.setToolTip(self.tr("Where what is applied begins to hold."))
        self._refusal = _sentence_label("refusal")
        self._refusal.setToolTip(self.tr("Why it was not applied; nothing is changed."))
        self._refusal.hide()
        self._form: RecipeForm | None = None
        self._scrolled = QScrollArea()
        self._apply = self._button(
            self.tr("Apply from this step on"),
            self.tr(
                "Every step from here on does this: one change of the run, which can be undone."
            ),
            self._send,
        )
        self._apply.setObjectName("primary")
        self._apply.setDefault(True)
        self._put_back = self._button(
            self.tr("Put back"), self.tr("Choose what a step does now."), self._give_up
        )
        self._close = self._button(
            self.tr("Close"), self.tr("Close, and change nothing more."), self.close
        )
        self._assemble()
        open_with(self, *_SIZE)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the run; while hidden, do so once it is shown."""
        self._snapshot = snapshot
        if self.isVisible():
            self._show()

    @Slot(object, object)
    def note_refusal(self, error: UserError, command: object) -> None:
        """Say why what was chosen was refused."""
        if isinstance(command, ChangeRecipe):
            self._say(sentence(error))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what holds now."""
        super().showEvent(event)
        self._show()

    # ---------------------------------------------------------------- inside

    def _assemble(self) -> None:
        scrolled = self._scrolled
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.addWidget(self._apply)
        foot.addWidget(self._put_back)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(self._place)
        column.addWidget(scrolled, 1)
        column.addWidget(self._refusal)
        column.addLayout(foot)

    def _button(self, text: str, tip: str, act: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName("chip")
        made.setAutoDefault(False)
        made.setToolTip(tip)
        made.clicked.connect(act)
        return made

    def _show(self) -> None:
        if self._snapshot is None:
            return
        self._form_for(self._snapshot).show_snapshot(self._snapshot)
        self._place.setText(self._where(self._snapshot.progress))
        self._dress_buttons()

    def _form_for(self, snapshot: Snapshot) -> RecipeForm:
        """The form, another one where another run has other layers."""
        made_for = len(snapshot.sizes) - 1, snapshot.description.settings.cost
        if self._form is None or self._form.made_for != made_for:
            self._form = RecipeForm(*made_for)
            self._form.chosen.connect(self._note_choice)
            self._scrolled.setWidget(self._form)
            beside = self._scrolled.verticalScrollBar().sizeHint().width()
            self._scrolled.setMinimumWidth(self._form.minimumSizeHint().width() + beside)
        return self._form

    def _where(self, progress: Progress) -> str:
        """From where on holds what is applied, and whether it starts a new branch."""
        if progress.position < progress.length:
            text = self.tr(
                "You are at step {step} of {length}: what you apply starts a new branch."
            )
        elif progress.playing:
            text = self.tr("It is training: what you apply holds from its next step on.")
        else:
            text = self.tr("You are at the newest step, {step}: what you apply holds from here on.")
        return text.format(step=count(progress.position), length=count(progress.length))

    @Slot()
    def _note_choice(self) -> None:
        self._say("")
        self._dress_buttons()

    def _dress_buttons(self) -> None:
        differs = self._form is not None and self._form.differs
        for button in (self._apply, self._put_back):
            button.setEnabled(differs)

    @Slot()
    def _send(self) -> None:
        self._say("")
        if self._form is None:
            return
        try:
            options = self._form.options()
        except SettingError as error:
            self._say(sentence(error))
            self.refused.emit(sentence(error))
            return
        if options:
            self.command_given.emit(ChangeRecipe(options))

    @Slot()
    def _give_up(self) -> None:
        if self._form is not None:
            self._form.put_back()
        self._note_choice()

    def _say(self, refusal: str) -> None:
        self._refusal.setText(refusal)
        self._refusal.setVisible(bool(refusal))


def _sentence_label(kind: str) -> QLabel:
    made = QLabel()
    made.setObjectName(kind)
    made.setWordWrap(True)
    # What was typed is never to be read as HTML.
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
