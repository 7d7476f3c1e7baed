"""What is under the pointer is lit: no test begins with the pointer where another left it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

_AWAY = QPoint(9000, 9000)


@pytest.fixture(autouse=True)
def _pointer_away(qapp: QApplication) -> None:
    """Move the pointer to where no window is."""
    QCursor.setPos(_AWAY)
    qapp.processEvents()
