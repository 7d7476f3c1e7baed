"""Marks: which tasks are done and which questions answered, by chapters."""

from __future__ import annotations

from collections.abc import Iterable

from visualiser.tour.chapter import Chapter


class Marks:
    """What a reader has done.

    Parameters
    ----------
    kept : iterable of str
        As `kept` was before.
    """

    def __init__(self, kept: Iterable[str] = ()) -> None:
        self._marks = set(kept)

    @property
    def kept(self) -> tuple[str, ...]:
        """All marks as texts, for the settings."""
        return tuple(sorted(self._marks))

    def is_done(self, chapter: Chapter, task: int) -> bool:
        """Whether a task was done."""
        return _task(chapter, task) in self._marks

    def note_done(self, chapter: Chapter, task: int) -> None:
        """A task is done."""
        self._marks.add(_task(chapter, task))

    def is_answered(self, chapter: Chapter, question: int) -> bool:
        """Whether a question was answered, rightly or not."""
        return _question(chapter, question) in self._marks

    def note_answered(self, chapter: Chapter, question: int) -> None:
        """A question is answered."""
        self._marks.add(_question(chapter, question))

    def is_complete(self, chapter: Chapter) -> bool:
        """Whether all of a chapter is done and answered; a chapter of text alone never is."""
        tasks = range(len(chapter.tasks))
        questions = range(len(chapter.questions))
        has_some = bool(chapter.tasks or chapter.questions)
        return (
            has_some
            and all(self.is_done(chapter, task) for task in tasks)
            and all(self.is_answered(chapter, question) for question in questions)
        )

    def forget(self, chapter: Chapter) -> None:
        """Begin a chapter anew."""
        begins = f"{chapter.id}/", f"{chapter.id}?"
        self._marks = {mark for mark in self._marks if not mark.startswith(begins)}


def _task(chapter: Chapter, task: int) -> str:
    return f"{chapter.id}/{task}"


def _question(chapter: Chapter, question: int) -> str:
    return f"{chapter.id}?{question}"
