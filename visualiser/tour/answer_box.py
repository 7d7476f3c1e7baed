"""AnswerBox: a question that is answered by looking, its answers, and the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.theme import DARK, Theme
from visualiser.tour.answer_button import AnswerButton
from visualiser.tour.chapter import Question
from visualiser.tour.inline import plain
from visualiser.tour.linked_label import LinkedLabel
from visualiser.tour.setting import text_html
from visualiser.widgets.labels import label


class AnswerBox(QWidget):
    """The question.

    Which answer is right is worked out from what the window shows, so it can be answered only
    while that is what the question is about.

    Parameters
    ----------
    question : Question

    Signals
    -------
    answered (bool)
        An answer was chosen; whether it was the right one.
    state_asked (State)
        The window is to show what the question is about.
    link_clicked (Deed or State)
    """

    answered = Signal(bool)
    state_asked = Signal(object)
    link_clicked = Signal(object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._theme = question, DARK
        self._right: str | None = None
        self._is_answered = self._is_right = False
        self._text = label("plain", wrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setToolTip(self.tr("Look at the window, then choose an answer."))
        self._buttons = [AnswerButton(plain(option.text)) for option in question.options]
        self._away = label(
            "secondary", self.tr("This is about another state of the network."), True
        )
        self._away.setToolTip(
            self.tr("Which answer is right is worked out from what the window shows.")
        )
        self._show = QPushButton(self.tr("Show me"))
        self._show.setObjectName("chip")
        self._show.setToolTip(self.tr("Put the window into the state that the question is about."))
        self._verdict = label("plain", wrap=True)
        self._verdict.setTextFormat(Qt.TextFormat.RichText)
        self._verdict.setToolTip(self.tr("Whether the answer that you chose is right."))
        self._reasons = [LinkedLabel(text) for text in question.why]
        for button in self._buttons:
            button.clicked.connect(self._choose)
        for reason in self._reasons:
            reason.setToolTip(self.tr("Why it is so."))
            reason.link_clicked.connect(self.link_clicked)
        self._show.clicked.connect(self._ask_for_state)
        self._assemble()
        self.set_theme(DARK)
        self.show_right(None)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._text)
        self._elsewhere = QWidget()
        row = QHBoxLayout(self._elsewhere)
        row.setContentsMargins(0, 0, 0, 2)
        row.addWidget(self._away, 1)
        row.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._elsewhere)
        for button in self._buttons:
            column.addWidget(button)
        for one in (self._verdict, *self._reasons):
            column.addWidget(one)
            one.hide()

    @property
    def is_answered(self) -> bool:
        """Whether an answer was chosen."""
        return self._is_answered

    def show_right(self, right: str | None) -> None:
        """Know which answer is right; None where the window shows something else."""
        if self._is_answered:
            return
        self._right = right
        self._elsewhere.setVisible(right is None)
        for button in self._buttons:
            button.setEnabled(right is not None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._text.setText(f"<b>{text_html(self._question.text, theme)}</b>")
        for button in self._buttons:
            button.set_theme(theme)
        for reason in self._reasons:
            reason.set_theme(theme)

        self._write_verdict()

    def _write_verdict(self) -> None:
        text = self.tr("Right.") if self._is_right else self.tr("Not quite.")
        colour = self._theme.right if self._is_right else self._theme.negative
        self._verdict.setText(f'<b style="color: {colour}">{text}</b>')

    @Slot()
    def _ask_for_state(self) -> None:
        self.state_asked.emit(self._question.state)

    @Slot()
    def _choose(self) -> None:
        button, right = self.sender(), self._right
        if self._is_answered or right is None or not isinstance(button, AnswerButton):
            return
        self._is_answered = True
        keys = [option.key for option in self._question.options]
        is_right = keys[self._buttons.index(button)] == right
        if not is_right:
            button.set_look("wrong")
        self._buttons[keys.index(right)].set_look("done")
        self._is_right = is_right
        self._write_verdict()
        for one in (self._verdict, *self._reasons):
            one.show()
        self._buttons[keys.index(right)].setAccessibleDescription(self.tr("the right answer"))
        self.answered.emit(is_right)
