"""LayoutsDialog: saves, renames and deletes a person's own layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visualiser.number_format import count
from visualiser.widgets.labels import label

if TYPE_CHECKING:
    from visualiser.layouts.layouts import Layouts

_MARGIN, _GAP = 16, 10
_SIZE = (420, 340)
# Layouts that are kept, and characters of a name.
_MOST, _LONGEST = 12, 40


class LayoutsDialog(QDialog):
    """A name and what can be done with it; below, the layouts that there are.

    Parameters
    ----------
    layouts : Layouts
    parent : QWidget
    """

    def __init__(self, layouts: Layouts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("layouts_dialog")
        self.setWindowTitle(self.tr("Your layouts"))
        self._layouts = layouts
        self._name = QLineEdit()
        self._name.setMaxLength(_LONGEST)
        self._name.setAccessibleName(self.tr("Name of the layout"))
        self._name.setPlaceholderText(self.tr("A name, as in Lecture hall"))
        self._name.setToolTip(self.tr("What the layout is called in the menu."))
        self._name.textChanged.connect(self._look)
        self._save = self._button(
            self.tr("Save"),
            self.tr("Keep the panels as they stand now under this name."),
            "primary",
        )
        self._save.setDefault(True)
        self._save.clicked.connect(self._do_save)
        self._list = QListWidget()
        self._list.setObjectName("layouts")
        self._list.setAccessibleName(self.tr("Your layouts"))
        self._list.setToolTip(self.tr("Those that you have saved; Enter uses one."))
        self._list.currentTextChanged.connect(self._name.setText)
        self._list.itemActivated.connect(self._do_use)
        self._none = label(
            "secondary",
            self.tr("You have saved no layout yet: arrange the panels, type a name, and save."),
            wrap=True,
        )
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setToolTip(self.tr("Your layouts"))
        self._use = self._button(self.tr("Use"), self.tr("Put the panels where it has them."))
        self._rename = self._button(
            self.tr("Rename"), self.tr("Call the one that is chosen as the field says.")
        )
        self._delete = self._button(self.tr("Delete"), self.tr("Forget the one that is chosen."))
        close = self._button(self.tr("Close"), self.tr("Close the list."))
        self._use.clicked.connect(self._do_use)
        self._rename.clicked.connect(self._do_rename)
        self._delete.clicked.connect(self._do_delete)
        close.clicked.connect(self.close)
        self._says = label("secondary", wrap=True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setToolTip(self.tr("What saving does now."))
        self._assemble(close)
        self.resize(*_SIZE)

    def open_anew(self) -> None:
        """Open it with what there is now."""
        self._fill("")
        self.open()
        self._name.setFocus()

    def _assemble(self, close: QPushButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(self._save)
        for button in (self._use, self._rename, self._delete):
            last.addWidget(button)
        last.addStretch(1)
        last.addWidget(close)
        column.addLayout(first)
        column.addWidget(self._says)
        column.addWidget(self._list, 1)
        column.addWidget(self._none, 1)
        column.addLayout(last)

    def _button(self, text: str, tip: str, kind: str = "chip") -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(kind)
        made.setAutoDefault(False)
        made.setToolTip(tip)
        return made

    @property
    def _typed(self) -> str:
        return " ".join(self._name.text().split())

    @property
    def _chosen(self) -> str:
        return next((item.text() for item in self._list.selectedItems()), "")

    @Slot()
    def _look(self) -> None:
        """Offer what can be done with this name, and say what is in the way."""
        name, names = self._typed, self._layouts.names
        is_new = name not in names
        has_room = len(names) < _MOST or not is_new
        chosen = self._chosen
        self._save.setEnabled(bool(name) and has_room)
        self._use.setEnabled(bool(chosen))
        self._delete.setEnabled(bool(chosen))
        self._rename.setEnabled(bool(chosen and name) and is_new)
        if name and not has_room:
            text = self.tr("There are {most} layouts, and room for no more; delete one first.")
            self._says.setText(text.format(most=count(_MOST)))
        elif name and not is_new:
            text = self.tr("Saving puts the panels as they stand now in the place of “{name}”.")
            self._says.setText(text.format(name=name))
        else:
            self._says.setText(self.tr("Saving keeps the panels as they stand now."))

    def _fill(self, chosen: str) -> None:
        names = self._layouts.names
        self._list.clear()
        self._list.addItems(names)
        self._list.setVisible(bool(names))
        self._none.setVisible(not names)
        if chosen in names:
            self._list.setCurrentRow(names.index(chosen))
        else:
            self._name.clear()
        self._look()

    @Slot()
    def _do_save(self) -> None:
        if self._save.isEnabled():
            name = self._typed
            self._layouts.save(name)
            self._fill(name)

    @Slot()
    def _do_use(self) -> None:
        if self._chosen:
            self._layouts.use(self._chosen)
            self.close()

    @Slot()
    def _do_rename(self) -> None:
        name = self._typed
        self._layouts.rename(self._chosen, name)
        self._fill(name)

    @Slot()
    def _do_delete(self) -> None:
        self._layouts.delete(self._chosen)
        self._fill("")
