"""LongAnswers: questions that take long, answered a chunk at a time beside training."""

from __future__ import annotations

from collections.abc import Generator
from typing import Protocol, runtime_checkable

from core.run import Run
from visualiser.training.messages import Answered
from visualiser.training.questions import Question


@runtime_checkable
class LongQuestion(Question, Protocol):
    """A question that can be answered with pauses, in which the run may go on."""

    def answer_in_chunks(self, run: Run) -> Generator[None, None, object]:
        """What is asked, of the run as it is when this begins."""


class LongAnswers:
    """The questions that wait, in order; each is asked once however often it is put."""

    def __init__(self) -> None:
        self._waiting: dict[LongQuestion, None] = {}
        # The first of them, where it is begun, and the step that it is about.
        self._job: Generator[None, None, object] | None = None
        self._position = 0

    @property
    def has_work(self) -> bool:
        """Whether there is a chunk to do."""
        return bool(self._waiting)

    def put(self, question: LongQuestion) -> None:
        """Answer this one as well, after those that wait."""
        self._waiting.setdefault(question)

    def give_up(self) -> None:
        """Forget all questions: the run that they are about is gone, or one failed."""
        self._waiting.clear()
        self._job = None

    def go_on(self, run: Run) -> Answered | None:
        """Do the next chunk; the answer, when it is complete."""
        question = next(iter(self._waiting), None)
        if question is None:
            return None
        if self._job is None:
            self._job, self._position = question.answer_in_chunks(run), run.position
        try:
            next(self._job)
        except StopIteration as end:
            self._forget(question)
            return Answered(question, self._position, end.value)
        except Exception:
            # It would fail again and again.
            self._forget(question)
            raise
        return None

    def _forget(self, question: LongQuestion) -> None:
        self._job = None
        self._waiting.pop(question, None)
