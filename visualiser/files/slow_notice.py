"""SlowNotice: says what is going on, where that takes long enough to be wondered about."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from visualiser.panels.notice import NoticePanel

_SLOW = 400  # milliseconds that nobody wonders about


class SlowNotice(QObject):
    """One sentence at a time, said after a while and taken back at the end.

    Parameters
    ----------
    notice : NoticePanel
    """

    def __init__(self, notice: NoticePanel) -> None:
        super().__init__(notice)
        self._notice = notice
        self._text = ""
        self.timer = QTimer(self, singleShot=True, interval=_SLOW)
        self.timer.timeout.connect(self._say)

    def begin(self, text: str) -> None:
        """Say this, unless the end comes first."""
        self._text = text
        self.timer.start()

    def end(self) -> None:
        """It is over: say it no longer, or not at all."""
        self.timer.stop()
        if self._text and self._notice.text() == self._text:
            self._notice.hide()

    @Slot()
    def _say(self) -> None:
        self._notice.say(self._text)
