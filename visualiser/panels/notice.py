"""NoticePanel: one sentence about what went wrong or was done, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from visualiser.widgets.labels import label
from visualiser.widgets.speaking import announce

_SHORT = 6000  # milliseconds that good news stays


class NoticePanel(QWidget):
    """A strip above the network, hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = label("plain", wrap=True)
        # What was typed, or a file's name, is never to be read as HTML.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._action, self._other = QPushButton(), QPushButton()
        self._close = QPushButton(self.tr("Close"))
        self._act: Callable[[], None] | None = None
        self._do_other: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._other)
        row.addWidget(self._close)
        self._action.clicked.connect(self._do)
        self._other.clicked.connect(self._do_the_other)
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(
        self,
        sentence: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        other: str = "",
        do_other: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence until it is closed, with a button or two for what can be done."""
        self._timer.stop()
        self._text.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(act is not None)
        self._other.setText(other)
        self._other.setVisible(do_other is not None)
        self._act, self._do_other = act, do_other
        self.show()
        self._take_room()
        announce(self, sentence)

    def say_shortly(
        self, sentence: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence, and perhaps a button, for a few seconds."""
        self.say(sentence, action, act)
        self._timer.start(_SHORT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the lines that the sentence has at this width."""
        super().resizeEvent(event)
        self._take_room()

    def text(self) -> str:
        """What it says now; empty where it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def _take_room(self) -> None:
        # A layout's least height is that of the fewest lines: what is below gives way to more.
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    @Slot()
    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    @Slot()
    def _do_the_other(self) -> None:
        self.hide()
        if self._do_other is not None:
            self._do_other()
