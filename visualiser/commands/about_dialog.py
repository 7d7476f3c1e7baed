"""AboutDialog: what the program is, of which version, and where it keeps its files."""

from __future__ import annotations

import platform

import numpy
import platformdirs
import PySide6
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.program import PROGRAM
from visualiser import __version__
from visualiser.resources import window_icon
from visualiser.widgets.labels import label, line

_MARGIN, _GAP, _ICON, _WIDTH = 20, 12, 48, 520


class AboutDialog(QDialog):
    """A few lines, which can be copied for a report.

    Parameters
    ----------
    settings_file : str
        Where the settings are kept; empty where they are not.
    """

    def __init__(self, settings_file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("About this program"))
        self._facts = self._all_facts(settings_file)
        self._close = QPushButton(self.tr("Close"))
        self._assemble()
        self._close.setFocus()
        self.setMinimumWidth(_WIDTH)
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is said, each with its name, in the user's language."""
        return tuple((name, value) for name, value, _ in self._facts)

    def _all_facts(self, settings_file: str) -> tuple[tuple[str, str, str], ...]:
        """Names, values and what each of them is."""
        libraries = self.tr("Python {python}, NumPy {numpy}, PySide {pyside}")
        return (
            (self.tr("Version"), __version__, self.tr("Of this program.")),
            (
                self.tr("Licence"),
                self.tr("MIT: use, change and pass on as you like; without any warranty."),
                self.tr("What you may do with this program."),
            ),
            (
                self.tr("Runs on"),
                libraries.format(
                    python=platform.python_version(),
                    numpy=numpy.__version__,
                    pyside=PySide6.__version__,
                ),
                self.tr("The libraries that it uses."),
            ),
            (
                self.tr("Settings"),
                settings_file or self.tr("not kept"),
                self.tr("The file of what is remembered between two starts."),
            ),
            (
                self.tr("Log"),
                str(platformdirs.user_log_path(PROGRAM)),
                self.tr("The folder where unexpected errors are written down."),
            ),
            (
                self.tr("Unsaved runs"),
                str(platformdirs.user_data_path(PROGRAM) / "unsaved"),
                self.tr("The folder where runs are kept that were not saved yet."),
            ),
        )

    def _assemble(self) -> None:
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(window_icon().pixmap(_ICON, _ICON))
        picture.setToolTip(self.tr("The program's icon."))
        title = label("title", self.tr("Neural network visualiser"))
        title.setToolTip(self.tr("The name of this program."))
        what = label(
            "secondary",
            self.tr("See a small neural network learn handwritten digits, step by step."),
            wrap=True,
        )
        what.setToolTip(self.tr("What this program is for."))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(what)
        head.setSpacing(_GAP)
        head.addWidget(picture)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(line())
        column.addLayout(self._grid())
        column.addStretch(1)
        column.addLayout(self._foot())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value, tip) in enumerate(self._facts):
            beside, shown = label("secondary", name), label("plain", value, wrap=True)
            # A path may hold what would be read as HTML.
            shown.setTextFormat(Qt.TextFormat.PlainText)
            for one in (beside, shown):
                one.setToolTip(tip)
            side = Qt.AlignmentFlag.AlignTop
            grid.addWidget(beside, row, 0, side)
            grid.addWidget(shown, row, 1, side)
        return grid

    def _foot(self) -> QHBoxLayout:
        copy, close = QPushButton(self.tr("Copy all")), self._close
        copy.setToolTip(self.tr("Copy these lines, for instance for a report of an error."))
        close.setToolTip(self.tr("Close this window."))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.close)
        close.setDefault(True)
        foot = QHBoxLayout()
        for button in (copy, close):
            button.setObjectName("chip")
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    @Slot()
    def _copy(self) -> None:
        text = "\n".join(f"{name}: {value}" for name, value in self.facts)
        QGuiApplication.clipboard().setText(text)
