"""UntilDialog: the form in which one chooses what the run is played until."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visualiser.selection import Selection
from visualiser.training.conditions import Condition
from visualiser.training.messages import RunDescription
from visualiser.widgets.until_rows import UntilRow, new_rows

_WIDTH, _MARGIN, _BETWEEN = 448, 16, 12


class UntilDialog(QDialog):
    """Conditions to tick, each with a field; Enter starts, Esc closes.

    Signals
    -------
    conditions_chosen (tuple of Condition)
    """

    conditions_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("until_dialog")
        self.setWindowTitle(self.tr("Run until …"))
        self._rows = new_rows()
        self._refusal = QLabel()
        self._refusal.setObjectName("refusal")
        self._refusal.setWordWrap(True)
        # What was typed is never to be read as HTML.
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setToolTip(self.tr("Why it does not run yet."))
        self._assemble()
        for row in self._rows.values():
            row.touched.connect(self._forget_refusal)
        self._forget_refusal()

    def open_for(
        self, description: RunDescription, selection: Selection, conditions: Sequence[Condition]
    ) -> None:
        """Open with these ticked, for the run that is shown and what is selected in it."""
        chosen = {type(condition): condition for condition in conditions}
        for kind, row in self._rows.items():
            row.check.setChecked(False)
            row.offer_for(description, selection)
            if kind in chosen and not row.isHidden():
                row.show_condition(chosen[kind])
        self._forget_refusal()
        self.adjustSize()
        self.open()
        self.activateWindow()
        ticked = [row for row in self._rows.values() if row.check.isChecked()]
        offered = [row for row in self._rows.values() if not row.isHidden()]
        self._focus((ticked or offered)[0])

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_BETWEEN)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        heading = QLabel(self.tr("Run until the first of these comes true"))
        heading.setObjectName("heading")
        heading.setToolTip(self.tr("Where several are ticked, the first that holds stops the run."))
        column.addWidget(heading)
        # Not of the rows: they may need more.
        column.addStrut(_WIDTH)
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(self._refusal)
        column.addStretch(1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        start = QPushButton(self.tr("Run"))
        start.setToolTip(self.tr("Train until the first of these comes true. Key: Enter"))
        start.clicked.connect(self._start)
        start.setDefault(True)
        close = QPushButton(self.tr("Cancel"))
        close.setToolTip(self.tr("Close without running. Key: Esc"))
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch(1)
        close.setObjectName("chip")
        start.setObjectName("primary")
        row.addWidget(close)
        row.addWidget(start)
        return row

    # ---------------------------------------------------------------- what it does

    @Slot()
    def _start(self) -> None:
        ticked = [row for row in self._rows.values() if row.check.isChecked()]
        found = []
        for row in ticked:
            condition, why = row.read()
            if condition is None:
                self._refuse(why)
                self._focus(row)
                return
            found.append(condition)
        if not found:
            self._refuse(self.tr("Nothing is ticked; tick at least one of these."))
            return
        self.accept()
        self.conditions_chosen.emit(tuple(found))

    def _focus(self, row: UntilRow) -> None:
        row.field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(row.field, QLineEdit):
            row.field.selectAll()

    def _refuse(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.show()
        self.adjustSize()

    @Slot()
    def _forget_refusal(self) -> None:
        self._refusal.clear()
        self._refusal.hide()
