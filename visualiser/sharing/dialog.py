"""PasteDialog: where somebody else's set-up is pasted, and what it says in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from visualiser.data.source_title import source_title
from visualiser.errors import sentence
from visualiser.number_format import count, plain
from visualiser.recipe_words import readable
from visualiser.sharing.reading import from_text
from visualiser.sharing.set_up import SetUp, in_full
from visualiser.widgets.labels import label

_MARGIN, _GAP = 16, 12
_WIDTH, _TEXT_HEIGHT, _SAID_LINES = 520, 84, 3


class PasteDialog(QDialog):
    """Takes the text, and says at once what it is or what is wrong with it.

    Signals
    -------
    chosen (SetUp)
        It is to be opened.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paste_dialog")
        self.setWindowTitle(self.tr("Paste a set-up"))
        self._set_up: SetUp | None = None
        what = label(
            "secondary",
            self.tr(
                "A set-up is one line that begins with nnv1: and tells of a run: its data, its "
                "network, how it learns, its step, and what is selected."
            ),
            wrap=True,
        )
        what.setToolTip(self.tr("“Copy set-up” in the menu makes such a line of the shown run."))
        self._text = _Text(self)
        self._text.setObjectName("set_up_text")
        self._text.setAccessibleName(self.tr("Text of the set-up"))
        self._text.setToolTip(self.tr("Paste the line here; line breaks in it do no harm."))
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.textChanged.connect(self._read)
        self._said = label("secondary", wrap=True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._said.setToolTip(self.tr("What the text tells of, or what is wrong with it."))
        self._said.setMinimumHeight(_SAID_LINES * self._said.fontMetrics().lineSpacing())
        self._open = QPushButton(self.tr("Begin this run"))
        self._open.setObjectName("primary")
        self._open.setDefault(True)
        self._open.setToolTip(
            self.tr("Begin a new run with it and train it to the step; this run is put aside.")
        )
        self._open.clicked.connect(self._choose)
        close = QPushButton(self.tr("Cancel"))
        close.setObjectName("chip")
        close.setToolTip(self.tr("Close; nothing changes."))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        for part in (what, self._text, self._said):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._open)
        column.addLayout(row)
        self.resize(_WIDTH, self.sizeHint().height())
        self._read()

    def open_with(self, text: str) -> None:
        """Open it with a text, perhaps none, in the field."""
        self._text.setPlainText(text)
        self._text.selectAll()
        self.open()
        self._text.setFocus()

    @Slot()
    def _read(self) -> None:
        """Say what the text is."""
        self._set_up, refusal, text = None, "", self._text.toPlainText()
        if text.strip():
            try:
                self._set_up = from_text(text)
            except UserError as error:
                refusal = sentence(error)
        said = refusal if self._set_up is None else in_words(self._set_up)
        self._said.setText(said)
        name = "refusal" if refusal else "plain"
        if name != self._said.objectName():
            self._said.setObjectName(name)
            # A name that is given later dresses it only so.
            self._said.style().polish(self._said)
        self._open.setEnabled(self._set_up is not None)

    @Slot()
    def _choose(self) -> None:
        if self._set_up is not None:
            self.accept()
            self.chosen.emit(self._set_up)


class _Text(QPlainTextEdit):
    """The field; Tab leaves it and Enter opens, as a set-up is one line."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go to the dialog's default button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def in_words(set_up: SetUp) -> str:
    """A set-up in one sentence."""
    settings = in_full(set_up.settings)
    name = set_up.own_data or source_title(settings.data)
    layers = settings.layers
    names = "-".join(map(str, layers)) if layers else _tr("usual layers")
    text = _tr(
        "{data} with {layers}, σ {sigma}, η {rate}, mini-batches of {batch}, seed {seed}, trained "
        "for {step} steps."
    )
    sigma = ", ".join(dict.fromkeys(readable(one) for one in settings.activation))
    return text.format(
        data=name,
        layers=names,
        sigma=sigma,
        rate=plain(settings.learning_rate or 0.0),
        batch=count(settings.batch_size),
        seed=settings.seed,
        step=count(set_up.step),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PasteDialog", text)
