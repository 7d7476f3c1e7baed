"""BarButton: a button of a bar, whose icon keeps clear of its text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class BarButton(QToolButton):
    """A tool button with its icon and its text apart, and both in the middle.

    Qt puts both at the left, and leaves all the room that its icon does not fill at the end.
    """

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the button, with an icon that brings room of its own at its left and right."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        if option.toolButtonStyle == _BESIDE and not option.icon.isNull():
            self._set_apart(option)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)

    def _set_apart(self, option: QStyleOptionToolButton) -> None:
        icon, room = option.icon, option.iconSize
        # What the button is wider than it need be, half of it at either side.
        left = max(0, (self.width() - self.sizeHint().width()) // 2)
        whole = QSize(left + room.width(), room.height())
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(whole * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        # The style draws it pale where the button is disabled.
        icon.paint(painter, QRect(QPoint(left, 0), room), Qt.AlignmentFlag.AlignLeft)
        painter.end()
        option.icon, option.iconSize = QIcon(pixmap), whole
