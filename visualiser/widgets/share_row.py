"""ShareRow: a name, a share as a bar and as a number, and a sentence that explains it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from visualiser.number_format import percent
from visualiser.theme import DARK, Theme
from visualiser.widgets.labels import label, tabular

_NAME, _FIGURE, _BAR = 176, 64, 8


class ShareRow(QWidget):
    """One row of several that are compared.

    Parameters
    ----------
    name : str
    sentence : str
        Below it: how the share comes about.
    is_main : bool
        Whether it is the one that the others are compared with.
    """

    def __init__(
        self, name: str, sentence: str, is_main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = label("heading" if not is_main else "plain", name)
        if is_main:
            font = self.name.font()
            font.setBold(True)
            self.name.setFont(font)
        self.name.setFixedWidth(max(_NAME, self.name.sizeHint().width()))
        self.figure = label("plain")
        self.figure.setFont(tabular(self.figure.font()))
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.figure.setMinimumWidth(_FIGURE)
        self.sentence = label("secondary", sentence, wrap=True)
        self._bar = _Bar("accent" if is_main else "secondary")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name)
        top.addWidget(self._bar, 1)
        top.addWidget(self.figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.sentence)
        self._explain(sentence)
        self.show_share(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._bar.set_theme(theme)

    def say(self, sentence: str) -> None:
        """Explain it by another sentence."""
        self.sentence.setText(sentence)
        self._explain(sentence)

    def show_share(self, share: float | None) -> None:
        """Show a share, 0 to 1; None for one that is not known yet."""
        self.figure.setText("…" if share is None else percent(share))
        self._bar.show_share(0.0 if share is None or not math.isfinite(share) else share)

    def _explain(self, sentence: str) -> None:
        for part in (self.name, self.figure, self.sentence, self._bar):
            part.setToolTip(sentence)


class _Bar(QWidget):
    """As long as the share."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour, self._share, self._theme = colour, 0.0, DARK
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its height, and some width."""
        return QSize(160, _BAR)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            room = QRectF(self.rect())
            painter.setBrush(self._theme.colour("hairline"))
            painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
            if self._share > 0:
                room.setWidth(max(_BAR, self._share * room.width()))
                painter.setBrush(self._theme.colour(self._colour))
                painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
        finally:
            painter.end()


def heading(text: str, tip: str) -> QLabel:
    """A heading above several rows."""
    made = label("heading", text)
    made.setToolTip(tip)
    return made
