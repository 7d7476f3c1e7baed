"""TourPanel: the chapters beside the network, one at a time, and the list of them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visualiser.resources import icon
from visualiser.theme import Theme
from visualiser.tour.chapter_page import ChapterPage
from visualiser.tour.contents_page import ContentsPage
from visualiser.tour.guide import Guide
from visualiser.widgets.labels import label, line


class TourPanel(QWidget):
    """The panel.

    Parameters
    ----------
    guide : Guide

    Signals
    -------
    link_clicked (Deed or State)
    answered (int, bool)
        A question of the chapter was answered; whether rightly.
    chapter_chosen (int)
    built_in_asked
        The program's own chapters are to be read instead of a folder's.
    return_asked
        The user's own run is to be shown again.
    closed
    """

    link_clicked = Signal(object)
    answered = Signal(int, bool)
    chapter_chosen = Signal(int)
    built_in_asked = Signal()
    return_asked = Signal()
    closed = Signal()

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Tour"))
        self._guide = guide
        self._chapter, self._contents = ChapterPage(guide), ContentsPage(guide)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._chapter)
        self._pages.addWidget(self._contents)
        self._back = self._button(self.tr("Previous"), self.tr("Read the chapter before."))
        self._next = self._button(self.tr("Next"), self.tr("Read the next chapter."))
        self._list = self._button(self.tr("Chapters"), self.tr("Show all chapters, or this one."))
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close the tour; it remembers where you are. Key: G"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setIconSize(QSize(14, 14))
        self._list.setCheckable(True)
        self._list.setObjectName("phase")
        self._aside = self._aside_row()
        self._assemble()
        self._chapter.link_clicked.connect(self.link_clicked)
        self._chapter.answered.connect(self.answered)
        self._contents.chapter_chosen.connect(self._choose)
        self._contents.built_in_chosen.connect(self._choose_built_in)
        self._list.toggled.connect(self._show_contents)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._close.clicked.connect(self.closed)
        guide.changed.connect(self.refresh)
        self.refresh()

    @staticmethod
    def _button(text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 8, 4)
        top.setSpacing(2)
        title = label("title", self.tr("Tour"))
        title.setToolTip(self.tr("Short chapters that are read here and done in the window."))
        top.addWidget(title, 1)
        top.addWidget(self._list)
        top.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 8)
        self._next.setObjectName("primary")
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addWidget(self._aside)
        column.addWidget(line())
        column.addLayout(foot)
        # As they are read; what is on a chapter comes right after it.
        turn = (self._list, self._close, self._chapter, self._back, self._next)
        for before, after in pairwise(turn):
            QWidget.setTabOrder(before, after)

    def _aside_row(self) -> QWidget:
        """What says that the user's own run is put aside."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 4, 8, 4)
        text = label("secondary", self.tr("Your own run is kept aside."), wrap=True)
        text.setToolTip(self.tr("The window shows a run of the tour's in its place."))
        back = self._button(
            self.tr("Go back to it"), self.tr("Show your own run again, as you left it.")
        )
        back.setObjectName("chip")
        back.clicked.connect(self.return_asked)
        row.addWidget(text, 1)
        row.addWidget(back)
        made.hide()
        return made

    # ---------------------------------------------------------------- what it shows

    @Slot()
    def refresh(self) -> None:
        """Show the guide's chapter, and where in the tour it is."""
        self._chapter.refresh()
        self._contents.refresh()
        place, count = self._guide.place, len(self._guide.chapters)
        for button, can in ((self._back, place > 0), (self._next, place < count - 1)):
            # Where the focus is, a button that cannot be pressed would let it go elsewhere.
            if not can and button.hasFocus():
                self._list.setFocus()
            button.setEnabled(can)

    def show_aside(self, is_aside: bool) -> None:
        """Say whether the user's own run is put aside."""
        self._aside.setVisible(is_aside)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._chapter.set_theme(theme)
        self._contents.set_theme(theme)
        self._close.setIcon(icon("close", theme.text))

    def take_focus(self) -> None:
        """Have the keyboard."""
        if self._list.isChecked():
            self._contents.take_focus()
        else:
            first = self._next if self._next.isEnabled() else self._list
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _show_contents(self, is_wanted: bool) -> None:
        self._pages.setCurrentWidget(self._contents if is_wanted else self._chapter)
        if is_wanted:
            self._contents.take_focus()

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._list.setChecked(False)
        self.chapter_chosen.emit(place)
        self.take_focus()

    @Slot()
    def _choose_built_in(self) -> None:
        self._list.setChecked(False)
        self.built_in_asked.emit()

    @Slot()
    def _go_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _go_on(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        self._list.setChecked(False)
        self.chapter_chosen.emit(self._guide.place + by)
