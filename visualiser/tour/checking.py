"""Checks a folder of chapters: that each can be read, and that what it says is true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from visualiser.tour.chapter import Chapter, Question
from visualiser.tour.folder import files_in, text_of
from visualiser.tour.formulas import Sought
from visualiser.tour.inline import Text
from visualiser.tour.place import State
from visualiser.tour.problem import ChapterError
from visualiser.tour.reading import chapter_of, problems_of
from visualiser.tour.rehearsal import Rehearsal


@dataclass(frozen=True)
class Finding:
    """Something wrong, and where.

    Attributes
    ----------
    file : Path
    line : int
        From 1; 0 for the file as a whole.
    error : UserError
    """

    file: Path
    line: int
    error: UserError


def findings_in(folder: Path) -> list[Finding]:
    """All that is wrong with the chapters of a folder.

    Raises
    ------
    UserError
        Where the folder cannot be read as one of chapters.
    """
    rehearsal = Rehearsal()
    return [finding for file in files_in(folder) for finding in _findings(file, rehearsal)]


def _findings(file: Path, rehearsal: Rehearsal) -> Iterator[Finding]:
    try:
        text = text_of(file)
    except ChapterError as error:
        yield Finding(file, error.line, error)
        return
    problems = problems_of(text, file.stem)
    if problems:
        for problem in problems:
            yield Finding(file, problem.line, problem)
        return
    for line, untruth in untrue(chapter_of(text, file.stem), rehearsal):
        yield Finding(file, line, untruth)


def untrue(chapter: Chapter, rehearsal: Rehearsal) -> Iterator[tuple[int, UserError]]:
    """What a chapter says that is not so in the states it talks about, with the lines."""
    try:
        for state in (chapter.state, *_states(chapter)):
            rehearsal.scene(state)
    except UserError as error:
        yield 1, error
        return
    for check in chapter.checks:
        place = chapter.state if check.state is None else check.state
        value = check.sought.value(rehearsal.scene(place))
        if value != check.value:
            yield (
                check.line,
                ChapterError(
                    "{name} is {value} in this state, and not {said}; mend the text.",
                    check.line,
                    name=_name(check.sought),
                    value=value,
                    said=check.value,
                ),
            )
    for question in chapter.questions:
        if not isinstance(question.right, str):
            yield from _untrue_answer(question, question.right, rehearsal)


def _untrue_answer(
    question: Question, right: Sought, rehearsal: Rehearsal
) -> Iterator[tuple[int, UserError]]:
    if question.state is None:
        return
    value = right.value(rehearsal.scene(question.state))
    if value not in {option.key for option in question.options}:
        yield (
            question.line,
            ChapterError(
                "{name} is {value} in this state, and no answer has that key; add one.",
                question.line,
                name=_name(right),
                value=value,
            ),
        )


def _states(chapter: Chapter) -> Iterator[State]:
    """The states that its text, checks and questions name."""
    yield from (check.state for check in chapter.checks if check.state is not None)
    yield from (one.state for one in chapter.questions if one.state is not None)
    texts: list[Text] = [one.text for one in chapter.paragraphs]
    texts += [task.text for task in chapter.tasks]
    for question in chapter.questions:
        texts += [question.text, *question.why]
    for text in texts:
        yield from (piece.link for piece in text if isinstance(piece.link, State))


def _name(sought: Sought) -> str:
    return f"{sought.name}/{sought.about}" if sought.about else sought.name
