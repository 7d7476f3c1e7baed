"""CompareDialog: which two runs are to be shown side by side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.run_settings import RunSettings
from visualiser.beside.branch_row import BranchRow
from visualiser.beside.choices import Branch, OneThing, OtherBranch, OtherFile
from visualiser.beside.one_different import with_one_different
from visualiser.beside.thing_row import ThingRow
from visualiser.errors import sentence
from visualiser.widgets.labels import label, line

_WIDTH, _MARGIN, _INDENT = 560, 20, 26


class CompareDialog(QDialog):
    """Asks what the run is compared with: itself with one thing different, a branch, a file.

    Signals
    -------
    chosen (OneThing, OtherBranch or OtherFile)
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_dialog")
        self.setWindowTitle(self.tr("Compare two runs side by side"))
        self.setMinimumWidth(_WIDTH)
        self._settings = RunSettings()
        self._train_count = 0
        self._path: Path | None = None
        self._ways = (
            self._way(
                self.tr("This run, with one thing different, from the start"),
                self.tr(
                    "Two new runs with what this one began with, the same but for one thing. "
                    "What was changed on the way is not changed again."
                ),
            ),
            self._way(
                self.tr("Another branch of this run"),
                self.tr("This run as it is, and what it was before a change in its past."),
            ),
            self._way(
                self.tr("Another saved run"), self.tr("This run as it is, and one from a file.")
            ),
        )
        self._thing, self._branch = ThingRow(), BranchRow()
        self._thing.edited.connect(self._ways[0].click)
        self._thing.edited.connect(self._say_nothing)
        self._branch.edited.connect(self._ways[1].click)
        self._name = label("secondary")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal = label("refusal", wrap=True)
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._compare = QPushButton(self.tr("Compare"))
        self._assemble()
        self._ways[0].setChecked(True)

    def open_for(
        self, settings: RunSettings, train_count: int, branches: tuple[Branch, ...]
    ) -> None:
        """Open, for a run that began so and has these other branches."""
        self._settings, self._train_count = settings, train_count
        self._thing.show_settings(settings)
        self._branch.show_branches(branches)
        self._ways[1].setEnabled(bool(branches))
        if self._ways[1].isChecked() and not branches:
            self._ways[0].setChecked(True)
        self._say_nothing()
        self._compare.setEnabled(True)
        self.open()
        self._thing.take_focus()

    def refuse(self, why: str) -> None:
        """Say why that cannot be compared, and let something else be chosen."""
        self._refusal.setText(why)
        self._refusal.show()
        self._compare.setEnabled(True)
        # A dialog grows by itself only for what is not wrapped.
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    # ---------------------------------------------------------------- parts

    def _way(self, title: str, tip: str) -> QRadioButton:
        made = QRadioButton(title)
        made.setToolTip(tip)
        made.toggled.connect(self._say_nothing)
        return made

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        title = label("title", self.tr("What is this run to be compared with?"))
        column.addWidget(title)
        explained = label(
            "secondary",
            self.tr(
                "Both are shown at the same step, always, and you go on with both at once. "
                "This run itself stays as it is."
            ),
            wrap=True,
        )
        column.addWidget(explained)
        column.addSpacing(8)
        for way, row in zip(self._ways, (self._thing, self._branch, self._file_row()), strict=True):
            column.addWidget(way)
            inset = QHBoxLayout()
            inset.setContentsMargins(_INDENT, 0, 0, 8)
            inset.addWidget(row, 1)
            column.addLayout(inset)
        column.addWidget(self._refusal)
        column.addStretch(1)
        column.addWidget(line())
        column.addSpacing(4)
        column.addLayout(self._foot())

    def _file_row(self) -> QWidget:
        row = QWidget()
        choose = QPushButton(self.tr("Choose a file …"))
        choose.setObjectName("chip")
        choose.setAutoDefault(False)
        choose.setToolTip(self.tr("A saved run, whose name ends in .nnrun."))
        choose.clicked.connect(self._ask_for_file)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(choose)
        layout.addWidget(self._name, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        self._compare.setObjectName("primary")
        self._compare.setDefault(True)
        self._compare.setToolTip(self.tr("Open both runs in a window of their own. Key: Enter"))
        self._compare.clicked.connect(self._choose)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("chip")
        cancel.setAutoDefault(False)
        cancel.setToolTip(self.tr("Compare nothing. Key: Esc"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._compare)
        return row

    # ---------------------------------------------------------------- choosing

    @Slot()
    def _say_nothing(self) -> None:
        self._refusal.clear()
        self._refusal.hide()

    @Slot()
    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Another saved run"), "", self.tr("Saved runs (*.nnrun)")
        )
        if name:
            self._path = Path(name)
            self._name.setText(self._path.name)
            self._name.setToolTip(name)
            self._ways[2].setChecked(True)

    @Slot()
    def _choose(self) -> None:
        """Tell what was chosen, or say why it cannot be."""
        self._say_nothing()
        if self._ways[0].isChecked():
            self._choose_thing()
        elif self._ways[1].isChecked():
            branch = self._branch.branch
            if branch is not None:
                self._tell(OtherBranch(branch.number, branch.name))
        elif self._path is None:
            self.refuse(self.tr("No file is chosen yet; choose one that holds a saved run."))
        else:
            self._tell(OtherFile(self._path))

    def _choose_thing(self) -> None:
        here = self._settings
        try:
            there = with_one_different(
                here, self._thing.thing, self._thing.value, self._train_count
            )
        except UserError as error:
            self.refuse(sentence(error))
        else:
            self._tell(OneThing(here, there))

    def _tell(self, choice: OneThing | OtherBranch | OtherFile) -> None:
        # Not twice: the copy of the run may take a moment.
        self._compare.setEnabled(False)
        self.chosen.emit(choice)
