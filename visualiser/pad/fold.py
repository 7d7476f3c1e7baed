"""Fold: a heading that shows and hides what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget


class Fold(QWidget):
    """A heading to press, and its content, folded away at first.

    Parameters
    ----------
    title, tip : str
    content : QWidget

    Attributes
    ----------
    heading : QToolButton
    """

    def __init__(self, title: str, tip: str, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.heading = QToolButton()
        self.heading.setText(title)
        self.heading.setToolTip(tip)
        self.heading.setCheckable(True)
        self.heading.setArrowType(Qt.ArrowType.RightArrow)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setStyleSheet("padding: 3px 6px 3px 2px; font-weight: 600; font-size: 12px;")
        self.heading.toggled.connect(self._show_content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(content)
        content.hide()

    @Slot(bool)
    def _show_content(self, is_open: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.heading.setArrowType(arrow)
        self._content.setVisible(is_open)
