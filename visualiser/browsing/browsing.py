"""Browsing: opens the window on the examples, and keeps it about the main window's run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from visualiser.commands.actions import make_actions
from visualiser.panels.example import ExamplePanel
from visualiser.panels.notice import NoticePanel
from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot

if TYPE_CHECKING:
    from visualiser.browsing.window import BrowsingWindow

_EXAMPLES, _RESULTS, _COURSE = range(3)


class Browsing(QObject):
    """The browser of examples, made when it is first opened.

    Parameters
    ----------
    window : QWidget
        The main window.
    session : TrainingSession
    example : ExamplePanel
        Which asks for the example that is picked.
    notice : NoticePanel
        Where it is told what was saved.

    Attributes
    ----------
    browser : BrowsingWindow or None
    """

    def __init__(
        self, window: QWidget, session: TrainingSession, example: ExamplePanel, notice: NoticePanel
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._example = window, session, example
        self._notice = notice
        self._theme = DARK
        self._description: m.RunDescription | None = None
        self._snapshot: Snapshot | None = None
        self.browser: BrowsingWindow | None = None
        session.run_opened.connect(self._note_run)
        session.snapshot_taken.connect(self._note_snapshot)
        session.answered.connect(self._note_answer)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by id."""
        return {
            "browse": lambda: self._open(_EXAMPLES),
            "results": lambda: self._open(_RESULTS),
            "over_the_run": lambda: self._open(_COURSE),
        }

    def close(self) -> None:
        """Close the window."""
        if self.browser is not None:
            self.browser.close()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self.browser is not None:
            self.browser.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        if self.browser is not None:
            self.browser.write_numbers()

    def _open(self, page: int) -> None:
        browser = self.browser or self._make()
        browser.enter_page(page)
        browser.show()
        browser.raise_()
        browser.activateWindow()

    def _make(self) -> BrowsingWindow:
        # Not everyone browses, so it is not loaded before the first frame.
        from visualiser.browsing.window import BrowsingWindow  # noqa: PLC0415 (loaded when wanted)

        self.browser = browser = BrowsingWindow(self._window)
        browser.question_asked.connect(self._session.ask)
        browser.example_picked.connect(self._example.ask_for)
        browser.step_chosen.connect(self._go_to)
        browser.told.connect(self._tell)
        # The main window's keys are not heard in this one: it has the same of its own.
        browser.addActions(list(make_actions(browser, self.callbacks()).values()))
        browser.set_theme(self._theme)
        if self._description is not None:
            browser.show_run(self._description)
        if self._snapshot is not None:
            browser.show_snapshot(self._snapshot)
        return browser

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._description, self._snapshot = description, None
        if self.browser is not None:
            self.browser.show_run(description)

    @Slot(object)
    def _note_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self.browser is not None:
            self.browser.show_snapshot(snapshot)

    @Slot(object)
    def _note_answer(self, answered: m.Answered) -> None:
        if self.browser is not None:
            self.browser.take(answered)

    @Slot(str, bool)
    def _tell(self, sentence: str, is_failure: bool) -> None:
        tell = self._notice.say if is_failure else self._notice.say_shortly
        tell(sentence)

    @Slot(int)
    def _go_to(self, step: int) -> None:
        self._session.send(m.GoTo(step))
