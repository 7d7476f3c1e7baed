"""RunButton: opens the menu of what can be run, and says what is waited for meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from visualiser.condition_words import awaited_all
from visualiser.training.conditions import Condition


class RunButton(QToolButton):
    """A button with a menu; as wide in either state, so that nothing beside it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._until: tuple[Condition, ...] = ()
        self._show()

    @property
    def until(self) -> tuple[Condition, ...]:
        """What is waited for."""
        return self._until

    def show_until(self, conditions: tuple[Condition, ...]) -> None:
        """Show what the run is played until; nothing, where it waits for nothing."""
        if conditions == self._until:
            return
        self._until = conditions
        self.setObjectName("chip" if conditions else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self._show()

    def _show(self) -> None:
        texts = self.tr("Until …"), self.tr("Run …")
        widest = 0
        for text in texts[::-1] if self._until else texts:
            self.setText(text)
            widest = max(widest, self.sizeHint().width())
        self.setMinimumWidth(widest)
        tip = (
            self.tr("It runs until {what}. Pause ends that.").format(what=awaited_all(self._until))
            if self._until
            else self.tr(
                "Run a number of steps, to the end of the epoch, until something comes true, "
                "or start again."
            )
        )
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
