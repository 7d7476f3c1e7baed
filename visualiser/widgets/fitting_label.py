"""FittingLabel: says the same at more or less length, whatever there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from visualiser.number_format import NARROW_SPACE
from visualiser.widgets.still_label import NO_BREAK_SPACE


class FittingLabel(QLabel):
    """A label that shows the longest of its texts that fits, or none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.RichText)

    def set_texts(self, *texts: str) -> None:
        """Say this, the longest first; HTML."""
        # All of them are HTML, where the narrow space would break.
        self._texts = tuple(text.replace(NARROW_SPACE, NO_BREAK_SPACE) for text in texts)
        self.setToolTip(texts[0])
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for little: the layout gives what is left."""
        return QSize(10, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Need no room at all."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        fitting = (text for text in self._texts if self._width_of(text) <= room)
        self.setText(next(fitting, ""))

    def _width_of(self, html: str) -> int:
        return self.fontMetrics().horizontalAdvance(
            QTextDocumentFragment.fromHtml(html).toPlainText()
        )
