"""ChapterPage: a chapter with its text, its formula, what is to be done, and its questions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from visualiser.theme import DARK, Theme
from visualiser.tour.answer_box import AnswerBox
from visualiser.tour.chapter import Chapter, Paragraph
from visualiser.tour.guide import Guide
from visualiser.tour.inline import Piece
from visualiser.tour.linked_label import LinkedLabel
from visualiser.tour.setting import formula_html
from visualiser.tour.task_row import TaskRow
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.labels import label, line
from visualiser.widgets.tab_order import keep_content_in_turn

_MARGINS = 16, 10, 14, 16
_BETWEEN, _SMALL = 10, 6
# A formula, beside the text.
_LARGER = 1.15


class ChapterPage(QScrollArea):
    """One chapter at a time.

    Parameters
    ----------
    guide : Guide
        Which knows the chapter, and what of it is done.

    Signals
    -------
    link_clicked (Deed or State)
    answered (int, bool)
        A question of the chapter was answered; whether rightly.
    """

    link_clicked = Signal(object)
    answered = Signal(int, bool)

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide, self._theme = guide, DARK
        self._chapter: Chapter | None = None
        self._tasks: list[TaskRow] = []
        self._questions: list[AnswerBox] = []
        self._texts: list[LinkedLabel] = []
        self._lead: QPushButton | None = None
        self._there: QLabel | None = None
        self.setAccessibleName(self.tr("Chapter"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        FocusRing(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        guide.changed.connect(self.refresh)

    # ---------------------------------------------------------------- what it shows

    @Slot()
    def refresh(self) -> None:
        """Show the guide's chapter, and what of it is done."""
        chapter = self._guide.chapter
        if chapter is None:
            return
        if chapter is not self._chapter:
            self._build(chapter)
        guide = self._guide
        for place, row in enumerate(self._tasks):
            row.set_done(guide.marks.is_done(chapter, place))
        for question, box in zip(chapter.questions, self._questions, strict=True):
            box.show_right(guide.right_key(question))
        self._show_lead(guide.is_there(chapter.state))

    def _show_lead(self, is_there: bool) -> None:
        lead, there = self._lead, self._there
        if lead is None or there is None:
            return
        had_focus = lead.hasFocus()
        lead.setVisible(not is_there)
        there.setVisible(is_there)
        lead.setEnabled(not self._guide.seeks)
        if had_focus and is_there:
            self.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for text in self._texts:
            text.set_theme(theme)
        for task in self._tasks:
            task.set_theme(theme)
        for question in self._questions:
            question.set_theme(theme)

    # ---------------------------------------------------------------- a new chapter

    def _build(self, chapter: Chapter) -> None:
        self._chapter = chapter
        content = QWidget()
        content.setObjectName("panel")
        column = QVBoxLayout(content)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(_BETWEEN)
        self._tasks, self._questions, self._texts = [], [], []
        self._add_head(column, chapter)
        for paragraph in chapter.paragraphs:
            column.addWidget(self._text(paragraph))
        self._add_lead(column)
        if chapter.tasks:
            self._add_tasks(column, chapter)
        if chapter.questions:
            self._add_questions(column, chapter)
        column.addStretch(1)
        # The old page and all that was on it goes.
        self.setWidget(content)
        keep_content_in_turn(self, content)
        self.verticalScrollBar().setValue(0)
        self.set_theme(self._theme)

    def _add_head(self, column: QVBoxLayout, chapter: Chapter) -> None:
        guide = self._guide
        number = self.tr("Chapter {number} of {count}").format(
            number=guide.place + 1, count=len(guide.chapters)
        )
        where = label("secondary", number)
        where.setToolTip(self.tr("Which chapter of the tour this is."))
        title = label("title", chapter.title, wrap=True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setToolTip(self.tr("What this chapter is about."))
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(where)
        head.addWidget(title)
        column.addLayout(head)
        if chapter.formula:
            column.addWidget(self._formula_box(chapter.formula))

    def _formula_box(self, formula: str) -> QFrame:
        box = QFrame()
        box.setObjectName("chip")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 9, 12, 9)
        text = label("plain", formula_html(formula), wrap=True)
        text.setTextFormat(Qt.TextFormat.RichText)
        font = text.font()
        font.setPixelSize(round(_LARGER * QFontInfo(font).pixelSize()))
        text.setFont(font)
        text.setToolTip(self.tr("The formula of this chapter."))
        inside.addWidget(text)
        return box

    def _text(self, paragraph: Paragraph) -> LinkedLabel:
        text = paragraph.text
        if paragraph.is_item:
            text = (Piece("plain", "•  "), *text)
        made = LinkedLabel(text)
        made.setToolTip(self.tr("What this chapter says."))
        made.link_clicked.connect(self.link_clicked)
        self._texts.append(made)
        return made

    def _add_lead(self, column: QVBoxLayout) -> None:
        self._lead = lead = QPushButton(self.tr("Show me"))
        lead.setObjectName("chip")
        lead.setToolTip(
            self.tr(
                "Put the window into the state that this chapter is about; your own run is put "
                "aside, and you can go back to it."
            )
        )
        lead.clicked.connect(self._ask_for_state)
        self._there = there = label("secondary", self.tr("The window shows it now."), wrap=True)
        there.setToolTip(self.tr("The window is in the state that this chapter is about."))
        column.addWidget(lead, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(there)

    @Slot()
    def _ask_for_state(self) -> None:
        if self._chapter is not None:
            self.link_clicked.emit(self._chapter.state)

    def _add_tasks(self, column: QVBoxLayout, chapter: Chapter) -> None:
        self._add_heading(
            column, self.tr("Try it"), self.tr("What you can do now; each is ticked once done.")
        )
        for task in chapter.tasks:
            row = TaskRow(task)
            row.link_clicked.connect(self.link_clicked)
            self._tasks.append(row)
            column.addWidget(row)

    def _add_questions(self, column: QVBoxLayout, chapter: Chapter) -> None:
        self._add_heading(
            column, self.tr("Look and answer"), self.tr("Questions that looking answers.")
        )
        for place, question in enumerate(chapter.questions):
            box = AnswerBox(question)
            box.link_clicked.connect(self.link_clicked)
            box.state_asked.connect(self.link_clicked)
            box.answered.connect(partial(self.answered.emit, place))
            box.answered.connect(partial(self._show_whole, box))
            self._questions.append(box)
            column.addWidget(box)

    def _show_whole(self, box: AnswerBox, _: bool) -> None:
        """Scroll to the reason, once it has its room."""
        QTimer.singleShot(0, box, partial(self.ensureWidgetVisible, box, 0, _BETWEEN))

    def _add_heading(self, column: QVBoxLayout, text: str, tip: str) -> None:
        column.addSpacing(_SMALL)
        column.addWidget(line())
        heading = label("heading", text)
        heading.setToolTip(tip)
        column.addWidget(heading)
