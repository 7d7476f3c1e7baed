"""AnswerButton: one of the answers to a question, in as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from visualiser.theme import DARK, Theme
from visualiser.tour.tick import SIZE, Look, draw

_LEFT, _BETWEEN, _ABOVE = 9, 9, 6


class AnswerButton(QAbstractButton):
    """The button.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = DARK, "open"
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def look(self) -> str:
        """How it is marked."""
        return self._look

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_look(self, look: Look) -> None:
        """Mark it."""
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the text in a usual width."""
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        """Return the same in a narrow width."""
        return QSize(120, self.heightForWidth(10_000))

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text needs."""
        room = QRect(0, 0, max(1, width - self._text_left() - _LEFT), 10_000)
        needed = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(needed.height(), SIZE) + 2 * _ABOVE

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(theme.colour("hairline" if is_lit else "chip"))
        has_ring = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent"), 1) if has_ring else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        top = (min(self.height(), self.fontMetrics().height() + 2 * _ABOVE) - SIZE) / 2
        draw(painter, QRectF(_LEFT, top, SIZE, SIZE), self._look, theme)
        painter.setPen(theme.colour("text" if self.isEnabled() else "secondary"))
        painter.setFont(self.font())
        room = self.rect().adjusted(self._text_left(), _ABOVE, -_LEFT, -_ABOVE)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), self.text())

    @staticmethod
    def _text_left() -> int:
        return _LEFT + SIZE + _BETWEEN
