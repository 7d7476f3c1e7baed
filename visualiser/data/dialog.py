"""DataDialog: which data the network learns from, and what there is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.datasets.finding import Found
from core.run_settings import RunSettings
from visualiser.data.found_view import FoundView
from visualiser.data.layers_row import LayersRow
from visualiser.data.looking import Looking
from visualiser.data.new_run import settings_for
from visualiser.data.pages import make_kinds
from visualiser.data.source_page import PathPage, SourcePage
from visualiser.files.dropping import data_in
from visualiser.theme import Theme
from visualiser.widgets.first_size import open_with
from visualiser.widgets.labels import label, line

_SIZE, _SMALLEST, _LEFT = (900, 612), (800, 560), 356
_MARGIN, _GAP, _WIDE_GAP = 20, 8, 20


class DataDialog(QDialog):
    """At the left what can be chosen, at the right what it is, below the network that follows.

    The present data and run are left alone until the button is pressed.

    Parameters
    ----------
    parent : QWidget, optional
    only_data : bool
        Whether data is all that is chosen here, for a network that is put together elsewhere.

    Signals
    -------
    chosen (RunSettings)
        What a new run is to begin with.
    picked (Found)
        Where only data is chosen: these.
    """

    chosen = Signal(object)
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, only_data: bool = False) -> None:
        super().__init__(parent)
        self._only_data = only_data
        self.setObjectName("data_dialog")
        self.setWindowTitle(self.tr("Choose data"))
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self._present = RunSettings()
        self._found: Found | None = None
        self._looking = Looking(self)
        self._kinds = make_kinds()
        self._choices = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._view, self._layers = FoundView(), LayersRow()
        self._refusal = label("refusal", wrap=True)
        self._refusal.setToolTip(self.tr("Why no network can be made with these layers."))
        self._begin = QPushButton(
            self.tr("Use this data") if only_data else self.tr("Start a new run with this data")
        )
        self._assemble()
        self._connect()
        open_with(self, *_SIZE)
        self._choices.button(0).setChecked(True)

    def open_for(self, present: RunSettings, path: Path | None = None) -> None:
        """Open, for a run that began so; with a file or folder, show what is in that."""
        self._present = present
        self.open()
        if path is None:
            self._look()
            self._choices.button(self._choices.checkedId()).setFocus()
        else:
            self._take_path(path)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._view.set_theme(theme)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at nothing that nobody waits for."""
        super().hideEvent(event)
        self._looking.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look at nothing any more."""
        self._looking.stop()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one file or folder."""
        if data_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file or folder."""
        path = data_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._take_path(path)

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        middle = QHBoxLayout()
        middle.setSpacing(_WIDE_GAP)
        middle.addWidget(self._make_left())
        middle.addWidget(_upright_line())
        middle.addWidget(self._view, 1)
        column.addLayout(middle, 1)
        column.addSpacing(_GAP)
        column.addWidget(line())
        column.addSpacing(4)
        column.addWidget(self._layers)
        self._layers.setVisible(not self._only_data)
        column.addWidget(self._refusal)
        column.addLayout(self._make_foot())

    def _make_left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(label("title", self.tr("What is the network to learn?"), wrap=True))
        for number, kind in enumerate(self._kinds):
            choice = QRadioButton(kind.title)
            choice.setToolTip(kind.tip)
            self._choices.addButton(choice, number)
            column.addWidget(choice)
        column.addSpacing(_GAP)
        column.addWidget(self._scrolled_pages(), 1)
        return left

    def _scrolled_pages(self) -> QScrollArea:
        for kind in self._kinds:
            kind.page.setObjectName("panel")
            self._pages.addWidget(kind.page)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._pages)
        return scrolled

    def _make_foot(self) -> QHBoxLayout:
        self._begin.setObjectName("primary")
        self._begin.setDefault(True)
        self._begin.setToolTip(
            self.tr("Let the new network learn from this data. Key: Enter")
            if self._only_data
            else self.tr(
                "Load this data and begin a new run, with η as is usual for it and all else as "
                "now. Key: Enter"
            )
        )
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("chip")
        cancel.setAutoDefault(False)
        cancel.setToolTip(self.tr("Go on with the present data. Key: Esc"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._begin)
        return row

    def _connect(self) -> None:
        self._choices.idToggled.connect(self._turn_to)
        for kind in self._kinds:
            kind.page.chosen.connect(self._look)
        self._looking.progressed.connect(self._view.show_share)
        self._looking.found.connect(self._show_found)
        self._looking.failed.connect(self._view.show_failure)
        self._view.cancelled.connect(self._cancel)
        self._view.again_asked.connect(self._look)
        self._layers.changed.connect(self._note_layers)
        self._begin.clicked.connect(self._tell)
        self._note_layers("")

    # ---------------------------------------------------------------- looking

    @property
    def _page(self) -> SourcePage:
        return self._kinds[self._choices.checkedId()].page

    @Slot(int, bool)
    def _turn_to(self, number: int, is_checked: bool) -> None:
        if is_checked:
            self._pages.setCurrentIndex(number)
            if self.isVisible():
                self._look()

    def _take_path(self, path: Path) -> None:
        """Turn to the page of files, and look at this one."""
        number, page = next(
            (number, kind.page)
            for number, kind in enumerate(self._kinds)
            if isinstance(kind.page, PathPage) and kind.page.takes_files
        )
        page.source = ""
        self._choices.button(number).setChecked(True)
        self._choices.button(number).setFocus()
        page.choose(str(path))

    @Slot()
    def _look(self) -> None:
        """Look at what is chosen now."""
        self._show_none()
        source = self._page.source
        if source:
            self._view.show_looking(source)
            self._looking.look(source)
        else:
            self._looking.stop()
            self._view.show_nothing(self._page.hint)

    @Slot()
    def _cancel(self) -> None:
        self._looking.stop()
        self._view.show_failure(self.tr("Reading was stopped; nothing is changed."))

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        self._found = found
        self._view.show_found(found)
        self._layers.show_found(found)

    def _show_none(self) -> None:
        self._found = None
        self._layers.show_found(None)

    # ---------------------------------------------------------------- choosing

    @Slot(str)
    def _note_layers(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        self._begin.setEnabled(self._layers.layers is not None)

    @Slot()
    def _tell(self) -> None:
        """Tell what the new run begins with."""
        found, layers = self._found, self._layers.layers
        if found is not None and self._only_data:
            self.accept()
            self.picked.emit(found)
        elif found is not None and layers is not None:
            self.accept()
            self.chosen.emit(settings_for(self._present, found, layers))


def _upright_line() -> QFrame:
    made = QFrame()
    made.setObjectName("upright")
    made.setFixedWidth(1)
    return made
