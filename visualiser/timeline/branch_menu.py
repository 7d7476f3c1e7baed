"""BranchMenu: what can be done to a branch as a whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QMessageBox, QWidget

from core.branches import LONGEST_NAME
from visualiser.number_format import count
from visualiser.timeline.tree import own_steps
from visualiser.training import messages as m
from visualiser.training.branch_news import Branches
from visualiser.widgets.branch_names import branch_name


class BranchMenu(QObject):
    """Opens the menu of a branch, asks for its new name, and asks before one is deleted.

    None of these waits: what was decided is told when it is.

    Parameters
    ----------
    owner : QWidget
        What the menu and the dialogs belong to.

    Signals
    -------
    command_given (Command)
    """

    command_given = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner

    def open_menu(self, branches: Branches, number: int, place: QPoint) -> None:
        """Offer what can be done to a branch, at a point of the screen."""
        menu = QMenu(self._owner)
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = menu.addAction(_tr("Go to its newest step"))
        go.setToolTip(_tr("Be on this branch, where training left off."))
        go.triggered.connect(lambda: self._give(m.SwitchTo(number)))
        name = menu.addAction(_tr("Rename …"))
        name.setToolTip(_tr("Give this branch another name."))
        name.triggered.connect(lambda: self.ask_for_name(branches, number))
        delete = menu.addAction(_tr("Delete …"))
        delete.setToolTip(_tr("Forget this branch with the steps that no other branch has."))
        delete.triggered.connect(lambda: self.ask_to_delete(branches, number))
        if number == branches.present:
            delete.setEnabled(False)
            delete.setToolTip(
                _tr("The run is on this branch; go to another one before you delete it.")
            )
        menu.popup(place)

    def ask_for_name(self, branches: Branches, number: int) -> None:
        """Let a name be typed."""
        info = branches.branches[number]
        dialog = QInputDialog(self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_tr("Rename a branch"))
        dialog.setLabelText(
            _tr("Name of {name}; empty for its number:").format(name=branch_name(info))
        )
        dialog.setTextValue(info.name)
        for field in dialog.findChildren(QLineEdit):
            field.setMaxLength(LONGEST_NAME)
            field.selectAll()
        dialog.textValueSelected.connect(lambda name: self._give(m.NameBranch(number, name)))
        dialog.open()

    def ask_to_delete(self, branches: Branches, number: int) -> None:
        """Say what would go, and ask once."""
        info = branches.branches[number]
        box = QMessageBox(self._owner)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(_tr("Delete a branch"))
        text = _tr(
            "Deleting {name} forgets {count} steps that no other branch has, and cannot be undone."
        )
        box.setText(text.format(name=branch_name(info), count=count(own_steps(branches, number))))
        delete = box.addButton(_tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(_tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(lambda: self._give(m.DeleteBranch(number)))
        box.open()

    def _give(self, command: m.Command) -> None:
        self.command_given.emit(command)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
