"""ContentsPage: the chapters of the tour, with a mark for those that are done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from visualiser.theme import DARK, Theme
from visualiser.tour.answer_button import AnswerButton
from visualiser.tour.chapter import Chapter
from visualiser.tour.guide import Guide
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.labels import label

_BEFORE_WAY_BACK = 10


class ContentsPage(QScrollArea):
    """The list.

    Parameters
    ----------
    guide : Guide

    Signals
    -------
    chapter_chosen (int)
    built_in_chosen
        The program's own chapters are to be read instead of a folder's.
    """

    chapter_chosen = Signal(int)
    built_in_chosen = Signal()

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide, self._theme = guide, DARK
        self._chapters: tuple[Chapter, ...] = ()
        self._buttons: list[AnswerButton] = []
        self.setAccessibleName(self.tr("Chapters of the tour"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        FocusRing(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        guide.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the guide's chapters, and which are done."""
        guide = self._guide
        if guide.chapters is not self._chapters:
            self._build(guide.chapters)
        for chapter, button in zip(self._chapters, self._buttons, strict=True):
            is_done = guide.marks.is_complete(chapter)
            button.set_look("done" if is_done else "open")
            button.setAccessibleDescription(self.tr("done") if is_done else self.tr("to do"))

    def take_focus(self) -> None:
        """Have the keyboard at the chapter that is read."""
        if self._buttons:
            button = self._buttons[self._guide.place]
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(button)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for button in self._buttons:
            button.set_theme(theme)

    def _build(self, chapters: tuple[Chapter, ...]) -> None:
        self._chapters, self._buttons = chapters, []
        content = QWidget()
        content.setObjectName("panel")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 10, 14, 16)
        column.setSpacing(4)
        heading = label("heading", self.tr("Chapters"))
        heading.setToolTip(self.tr("A chapter is ticked when all of it is done and answered."))
        column.addWidget(heading)
        for place, chapter in enumerate(chapters):
            text = self.tr("{number}. {title}").format(number=place + 1, title=chapter.title)
            button = AnswerButton(text)
            button.setToolTip(self.tr("Read this chapter."))
            button.clicked.connect(partial(self.chapter_chosen.emit, place))
            self._buttons.append(button)
            column.addWidget(button)
        if self._guide.folder is not None:
            self._add_way_back(column)
        column.addStretch(1)
        self.setWidget(content)
        self.set_theme(self._theme)

    def _add_way_back(self, column: QVBoxLayout) -> None:
        """Lead from a folder's chapters to the program's own."""
        back = QPushButton(self.tr("The program's own chapters"))
        back.setObjectName("chip")
        back.setToolTip(
            self.tr("Read the chapters that come with the program, where you left them.")
        )
        back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.clicked.connect(self.built_in_chosen)
        column.addSpacing(_BEFORE_WAY_BACK)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
