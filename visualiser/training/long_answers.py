"""LongAnswers: questions that take long, answered a chunk at a time beside training."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from core.run import Run
from visualiser.training.messages import Answered, PartlyAnswered
from visualiser.training.questions import Part, Question


@runtime_checkable
class LongQuestion(Question, Protocol):
    """A question that can be answered with pauses, in which the run may go on."""

    def answer_in_chunks(self, run: Run) -> Generator[object, None, object]:
        """What is asked, of the run as it is when this begins.

        Where it yields a `Part`, the window is told of it.
        """


@dataclass(frozen=True)
class _Job:
    """An answer that is begun, and the step that it is about."""

    chunks: Generator[object, None, object]
    position: int


class LongAnswers:
    """The questions that wait; each is asked once however often it is put.

    They take turns, so that a short one need not wait for a long one.
    """

    def __init__(self) -> None:
        # The next one first; None where it is not begun.
        self._waiting: dict[LongQuestion, _Job | None] = {}

    @property
    def has_work(self) -> bool:
        """Whether there is a chunk to do."""
        return bool(self._waiting)

    def put(self, question: LongQuestion) -> None:
        """Answer this one as well."""
        self._waiting.setdefault(question)

    def drop(self, question: Question) -> None:
        """Answer this one no more; nothing happens where it does not wait."""
        if isinstance(question, LongQuestion):
            self._waiting.pop(question, None)

    def give_up(self) -> None:
        """Forget all questions: the run that they are about is gone, or one failed."""
        self._waiting.clear()

    def go_on(self, run: Run) -> Answered | PartlyAnswered | None:
        """Do the next chunk; the answer when it is complete, or the part that is new."""
        question = next(iter(self._waiting), None)
        if question is None:
            return None
        # Gone where it fails: it would fail again and again.
        job = self._waiting.pop(question) or _Job(question.answer_in_chunks(run), run.position)
        try:
            found = next(job.chunks)
        except StopIteration as end:
            return Answered(question, job.position, end.value)
        self._waiting[question] = job
        return PartlyAnswered(question, job.position, found) if isinstance(found, Part) else None
