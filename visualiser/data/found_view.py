"""FoundView: what was found in data, before it is taken."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.datasets.finding import Found
from core.datasets.plane import plane_of
from visualiser.data.class_table import ClassTable
from visualiser.data.example_rows import ExampleRows
from visualiser.data.found_words import (
    counts_text,
    example_name,
    is_picture,
    note_texts,
    shape_text,
)
from visualiser.data.picture_sheet import PictureSheet
from visualiser.data.point_sheet import PointSheet
from visualiser.data.source_title import source_title
from visualiser.theme import Theme
from visualiser.widgets.labels import label

_GAP, _WIDE_GAP = 6, 14
# Parts of a whole that a progress bar is drawn in.
_PARTS = 1000


class FoundView(QWidget):
    """Says that nothing is chosen, how far it has been read, why it cannot be, or what it is.

    Signals
    -------
    cancelled
        What is being looked at is not wanted.
    again_asked
        What could not be read is to be tried once more.
    """

    cancelled = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = QStackedWidget()
        self._hint, self._looks_at = _sentence("secondary"), _sentence("plain")
        self._refusal = _sentence("refusal")
        self._bar = QProgressBar()
        self._title, self._counts, self._shape = (
            _sentence("title"),
            _sentence("plain"),
            _sentence("secondary"),
        )
        self._sheet, self._rows, self._classes = PictureSheet(), ExampleRows(), ClassTable()
        self._points = PointSheet()
        self._notes = _sentence("secondary")
        self._looking_page = self._make_looking()
        self._failed_page = self._make_failed()
        self._empty_page = _in_the_middle(self._hint)
        self._found_page = self._make_found()
        for page in (self._empty_page, self._looking_page, self._failed_page, self._found_page):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._sheet.set_theme(theme)
        self._points.set_theme(theme)

    # ---------------------------------------------------------------- what is shown

    def show_nothing(self, hint: str) -> None:
        """Say what can be done, as nothing is chosen."""
        self._hint.setText(hint)
        self._pages.setCurrentWidget(self._empty_page)

    def show_looking(self, source: str) -> None:
        """Say what is looked at."""
        text = self.tr("Reading {source} …").format(source=source_title(source))
        self._looks_at.setText(text)
        self._looks_at.setToolTip(source)
        # Without an end until it is known how much is done.
        self._bar.setRange(0, 0)
        self._pages.setCurrentWidget(self._looking_page)

    def show_share(self, share: float) -> None:
        """Say how much is read, from 0 to 1."""
        self._bar.setRange(0, _PARTS)
        self._bar.setValue(round(_PARTS * min(max(share, 0.0), 1.0)))

    def show_failure(self, why: str) -> None:
        """Say why it cannot be read."""
        self._refusal.setText(why)
        self._pages.setCurrentWidget(self._failed_page)

    def show_found(self, found: Found) -> None:
        """Show what it is."""
        self._title.setText(source_title(found.source))
        self._title.setToolTip(found.source)
        self._counts.setText(counts_text(found))
        self._shape.setText(shape_text(found))
        self._show_examples(found)
        self._classes.setVisible(bool(found.class_counts))
        self._classes.show_found(found)
        self._notes.setText("\n".join(note_texts(found)))
        self._notes.setVisible(bool(found.notes))
        self._pages.setCurrentWidget(self._found_page)

    def _show_examples(self, found: Found) -> None:
        """As pictures, as points of the plane, or as rows of numbers."""
        names = [example_name(found, index) for index in range(len(found.pictures))]
        plane = plane_of(found.source)
        self._sheet.setVisible(plane is None and is_picture(found))
        self._points.setVisible(plane is not None)
        self._rows.setVisible(plane is None and not is_picture(found))
        if plane is not None:
            self._points.show_points(plane)
        elif is_picture(found):
            self._sheet.show_pictures(found.pictures, names)
        else:
            self._rows.show_rows(found.pictures[:, 0, :], found.input_names, names)

    # ---------------------------------------------------------------- parts

    def _make_looking(self) -> QWidget:
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much is read"))
        self._bar.setToolTip(self.tr("How much of the data is read; the run goes on meanwhile."))
        cancel = _chip(
            self.tr("Stop reading"), self.tr("Read no further, and choose something else.")
        )
        cancel.clicked.connect(self.cancelled)
        return _in_the_middle(self._looks_at, self._bar, cancel)

    def _make_failed(self) -> QWidget:
        self._refusal.setToolTip(self.tr("Why this data cannot be used; nothing is changed."))
        again = _chip(self.tr("Try again"), self.tr("Read the same once more."))
        again.clicked.connect(self.again_asked)
        return _in_the_middle(self._refusal, again)

    def _make_found(self) -> QWidget:
        self._counts.setToolTip(
            self.tr("The network learns from the first; how well it does, the others tell.")
        )
        self._shape.setToolTip(
            self.tr("What an example is: the network has one input for each number.")
        )
        self._notes.setToolTip(self.tr("What was done to the data as it was read."))
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(_GAP)
        for widget in (self._title, self._counts, self._shape, self._notes):
            column.addWidget(widget)
        column.addSpacing(_WIDE_GAP - _GAP)
        column.addWidget(self._sheet)
        column.addWidget(self._points)
        column.addWidget(self._rows)
        column.addSpacing(_GAP)
        column.addWidget(self._classes)
        column.addStretch()
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(inside)
        self._scrolled = scrolled
        self._classes.selectionModel().currentChanged.connect(self._follow)
        return scrolled

    @Slot(QModelIndex)
    def _follow(self, index: QModelIndex) -> None:
        """Keep the class in sight that the keyboard has reached."""
        place = self._classes.place_of(index).translated(self._classes.pos())
        middle = place.center()
        self._scrolled.ensureVisible(middle.x(), middle.y(), 0, place.height())


def _in_the_middle(*widgets: QWidget) -> QWidget:
    """Widgets below each other, in the middle of what room there is."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 0, 24, 0)
    column.setSpacing(10)
    column.addStretch(1)
    for widget in widgets:
        if isinstance(widget, QPushButton):
            row = QHBoxLayout()
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        else:
            column.addWidget(widget)
    column.addStretch(2)
    return page


def _sentence(kind: str) -> QLabel:
    made = label(kind, wrap=True)
    # A file's name is never to be read as HTML.
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def _chip(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("chip")
    made.setAutoDefault(False)
    made.setToolTip(tip)
    return made
