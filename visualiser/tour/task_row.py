"""TaskRow: something to do in the window, with a mark that says whether it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualiser.commands.keymap import present
from visualiser.theme import Theme
from visualiser.tour.chapter import Task
from visualiser.tour.inline import plain
from visualiser.tour.linked_label import LinkedLabel
from visualiser.tour.tick import Tick


class TaskRow(QWidget):
    """The row.

    Parameters
    ----------
    task : Task

    Signals
    -------
    link_clicked (Deed or State)
    """

    link_clicked = Signal(object)

    def __init__(self, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self._is_done = False
        self._tick = Tick()
        self._text = LinkedLabel(task.text)
        self._text.link_clicked.connect(self.link_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        tip = (
            self.tr("Do this in the window: it is ticked once it is done. A click does it for you.")
            if task.deed.can_be_done_for_you
            else self.tr("Do this in the window: it is ticked once it is done.")
        )
        self._text.setToolTip(tip)
        self._tick.setToolTip(tip)
        present().changed.connect(self._tell)
        self._tell()

    @property
    def is_done(self) -> bool:
        """Whether it is shown as done."""
        return self._is_done

    @Slot(bool)
    def set_done(self, is_done: bool) -> None:
        """Show whether it is done."""
        if is_done != self._is_done:
            self._is_done = is_done
            self._tick.set_look("done" if is_done else "open")
            self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._tick.set_theme(theme)
        self._text.set_theme(theme)

    @Slot()
    def _tell(self) -> None:
        template = self.tr("Done: {task}") if self._is_done else self.tr("To do: {task}")
        name = template.format(task=plain(self._task.text))
        self._text.setAccessibleName(name)
