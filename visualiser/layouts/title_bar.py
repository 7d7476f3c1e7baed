"""TitleBar: the line above a panel that can be moved: its name, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from visualiser.resources import icon
from visualiser.theme import Theme
from visualiser.widgets.tab_order import keep_in_turn

_HEIGHT, _ICON = 30, 12
# At the left as a panel's own texts, in pixels.
_MARGINS = (16, 0, 6, 0)


class TitleBar(QWidget):
    """Drags its panel, as Qt lets a title bar do; a double click floats it or puts it back.

    Parameters
    ----------
    dock : QDockWidget
    """

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self.setObjectName("dock_title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setToolTip(self.tr("Drag it to move the panel beside, onto or out of the others."))
        self._name = QLabel(dock.windowTitle())
        self._name.setObjectName("heading")
        # As narrow as the panel may be.
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        dock.windowTitleChanged.connect(self._name.setText)
        self._float = self._button()
        self._float.clicked.connect(self._turn)
        self._close = self._button()
        self._close.setAccessibleName(self.tr("Close {panel}").format(panel=dock.windowTitle()))
        self._close.setToolTip(self.tr("Close the panel; the menu opens it again."))
        self._close.clicked.connect(dock.close)
        # What no menu opens again has a way out of its own.
        self._close.setVisible(dock.toggleViewAction().isEnabled())
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(2)
        row.addWidget(self._name, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        # Before what is in the panel.
        keep_in_turn(dock, (self._float, self._close))
        dock.topLevelChanged.connect(self._explain)
        self._explain()

    def sizeHint(self) -> QSize:
        """Return how large it is."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return how small it can be: Qt gives a title bar no less than this."""
        return QSize(super().minimumSizeHint().width(), _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._float.setIcon(icon("float", theme.secondary))
        self._close.setIcon(icon("close", theme.secondary))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let Qt float the panel, or put it back."""
        event.ignore()

    def _button(self) -> QToolButton:
        made = QToolButton()
        made.setObjectName("dock_button")
        made.setIconSize(QSize(_ICON, _ICON))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    @Slot()
    def _turn(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    @Slot()
    def _explain(self) -> None:
        """Say what the first button does now."""
        name = self._dock.windowTitle()
        if self._dock.isFloating():
            text = self.tr("Put {panel} back").format(panel=name)
            tip = self.tr("Put the panel back where it was in the window.")
        else:
            text = self.tr("Take {panel} out").format(panel=name)
            tip = self.tr("Make the panel a window of its own, for instance on another screen.")
        self._float.setAccessibleName(text)
        self._float.setToolTip(tip)
