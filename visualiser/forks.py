"""Forks: says where the steps after a change in the past have gone, and leads back to them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from visualiser.number_format import count
from visualiser.panels.notice import NoticePanel
from visualiser.training.branch_news import Branches
from visualiser.training.messages import SwitchTo
from visualiser.training.session import TrainingSession


class Forks(QObject):
    """Knows the branches of the run, and tells of one that was left by a change.

    Parameters
    ----------
    session : TrainingSession
    notice : NoticePanel

    Attributes
    ----------
    branches : Branches or None
        As last told of; None where nothing was told of this run yet.
    """

    def __init__(self, session: TrainingSession, notice: NoticePanel) -> None:
        super().__init__(notice)
        self._session, self._notice = session, notice
        self.branches: Branches | None = None
        self._told = ""
        session.run_opened.connect(self._forget)
        session.branches_changed.connect(self._take)

    @property
    def present(self) -> int | None:
        """The number of the branch that the run is on."""
        return None if self.branches is None else self.branches.present

    def tell(self, sentence: str, left: int | None) -> None:
        """Say something, and offer to go to the newest step of the branch that was left."""
        if left is None:
            self._notice.say_shortly(sentence)
            return
        self._told = sentence
        self._notice.say_shortly(
            sentence, self.tr("Go there"), lambda: self._session.send(SwitchTo(left))
        )

    @Slot(object)
    def _forget(self, _: object) -> None:
        self._withdraw()
        self.branches = None

    @Slot(object)
    def _take(self, news: Branches) -> None:
        before, self.branches = self.branches, news
        if before is None:
            return
        if len(news.branches) < len(before.branches):
            # The others may have other numbers now.
            self._withdraw()
        elif len(news.branches) > len(before.branches) and news.present != before.present:
            self._tell_fork(news, before.present)

    def _tell_fork(self, news: Branches, left: int) -> None:
        """Say where the steps have gone, unless the new branch comes of something undone."""
        now = news.branches[news.present]
        if now.changes and now.changes[-1] not in news.branches[left].changes:
            text = self.tr(
                "From step {step} on the run takes another course; the steps that were taken "
                "before are kept as another branch."
            )
            self.tell(text.format(step=count(now.changes[-1].step)), left)

    def _withdraw(self) -> None:
        """Offer no longer to go there."""
        if self._told and self._notice.text() == self._told:
            self._notice.hide()
