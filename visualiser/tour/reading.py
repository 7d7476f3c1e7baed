"""Reading a chapter from its file.

The format is described in docs/tour.md, for those who write one. Whatever a file holds, reading
it ends with a chapter or with sentences that say what is wrong where; never in anything else.
"""

from __future__ import annotations

from visualiser.tour.blocks import Block, blocks_of, text_of_block, without_mark
from visualiser.tour.chapter import Chapter, Check, Paragraph, Question, Task
from visualiser.tour.formulas import sought_of
from visualiser.tour.inline import deeds_in
from visualiser.tour.place import check_part, part_of, state_of
from visualiser.tour.problem import ChapterError
from visualiser.tour.question_reading import question_of

MOST_CHARACTERS = 60_000
_LONGEST_LINE = 4000
MOST_TASKS, MOST_QUESTIONS, MOST_CHECKS = 12, 8, 50
_KEYS = ("title", "state", "formula", "check")
_FENCE = "---"


def chapter_of(text: str, name: str) -> Chapter:
    """The chapter that a file's text holds.

    Parameters
    ----------
    text : str
    name : str
        The name of the file without its ending.

    Raises
    ------
    ChapterError
        The first thing that is wrong.
    """
    reader = _Reader(text, name)
    chapter = reader.read()
    if reader.problems or chapter is None:
        raise reader.problems[0]
    return chapter


def problems_of(text: str, name: str) -> list[ChapterError]:
    """All that is wrong with a file's text, by lines."""
    reader = _Reader(text, name)
    reader.read()
    return sorted(reader.problems, key=lambda problem: problem.line)


class _Reader:
    """Reads one file, line by line, and notes what is wrong."""

    def __init__(self, text: str, name: str) -> None:
        self.problems: list[ChapterError] = []
        self._name = name
        # Where the file says nothing else.
        self._state = state_of("")
        self._lines: Block = []
        if len(text) > MOST_CHARACTERS:
            self._refuse(
                ChapterError(
                    "The chapter is longer than {most} characters; divide it.",
                    0,
                    most=MOST_CHARACTERS,
                )
            )
            return
        self._lines = list(enumerate(text.removeprefix("\ufeff").splitlines(), 1))
        for number, line in self._lines:
            if len(line) > _LONGEST_LINE:
                self._refuse(
                    ChapterError(
                        "The line is longer than {most} characters; divide it.",
                        number,
                        most=_LONGEST_LINE,
                    )
                )
                self._lines = []
                return

    def _refuse(self, problem: ChapterError) -> None:
        self.problems.append(problem)

    def read(self) -> Chapter | None:
        """The chapter; None where something is wrong that leaves none."""
        if self.problems:
            return None
        facts, checks, body = self._front()
        paragraphs: list[Paragraph] = []
        tasks: list[Task] = []
        questions: list[Question] = []
        for block in blocks_of(body):
            first = block[0][1]
            try:
                if first.startswith("## "):
                    questions.append(question_of(block, self._state))
                elif first.startswith(("- [ ]", "- [x]")):
                    tasks.append(_task(without_mark(block, 5)))
                else:
                    paragraphs.append(_paragraph(block))
            except ChapterError as problem:
                self._refuse(problem)
        self._check_whole(facts, checks, paragraphs, tasks, questions)
        if self.problems:
            return None
        return Chapter(
            self._name,
            facts["title"],
            self._state,
            facts.get("formula", ""),
            tuple(paragraphs),
            tuple(tasks),
            tuple(questions),
            tuple(checks),
        )

    # ---------------------------------------------------------------- the facts at the top

    def _front(self) -> tuple[dict[str, str], list[Check], Block]:
        """The facts, the checks, and the lines after them."""
        lines = self._lines
        facts: dict[str, str] = {}
        checks: list[Check] = []
        ends = [place for place, (_, line) in enumerate(lines) if line.strip() == _FENCE]
        if len(ends) < 2 or ends[0] != 0:
            self._refuse(
                ChapterError(
                    "A chapter begins with a line “---”, its title and state, and another line "
                    "“---”; write them.",
                    1,
                )
            )
            return facts, checks, []
        for number, line in lines[1 : ends[1]]:
            if not line.strip():
                continue
            try:
                self._note_fact(number, line, facts, checks)
            except ChapterError as problem:
                self._refuse(problem)
        return facts, checks, lines[ends[1] + 1 :]

    def _note_fact(
        self, number: int, line: str, facts: dict[str, str], checks: list[Check]
    ) -> None:
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in _KEYS:
            raise ChapterError(
                "“{key}” is not known at the head of a chapter; write one of {known}, and a colon.",
                number,
                key=key,
                known=", ".join(_KEYS),
            )
        if not value:
            raise ChapterError("There is nothing after “{key}:”; write it.", number, key=key)
        if key == "check":
            checks.append(_check(value, number))
        elif key in facts:
            raise ChapterError("“{key}” is there twice; leave one out.", number, key=key)
        else:
            facts[key] = value
            if key == "state":
                self._state = state_of(value, number)

    # ---------------------------------------------------------------- the rest

    def _check_whole(
        self,
        facts: dict[str, str],
        checks: list[Check],
        paragraphs: list[Paragraph],
        tasks: list[Task],
        questions: list[Question],
    ) -> None:
        if self.problems:
            return
        if "title" not in facts:
            self._refuse(ChapterError("The chapter has no title; write “title:” at its head.", 1))
        if not paragraphs:
            self._refuse(ChapterError("The chapter has no text; write some sentences.", 0))
        for found, most in (
            (tasks, MOST_TASKS),
            (questions, MOST_QUESTIONS),
            (checks, MOST_CHECKS),
        ):
            if len(found) > most:
                self._refuse(
                    ChapterError(
                        "The chapter has {count} tasks, questions or checks; {most} are enough.",
                        0,
                        count=len(found),
                        most=most,
                    )
                )
        layers = self._state.settings.layers or ()
        for task in tasks:
            if task.deed.name == "select" and "." in task.deed.about:
                try:
                    check_part(part_of(task.deed.about), layers, 0)
                except ChapterError as problem:
                    self._refuse(problem)


def _task(block: Block) -> Task:
    text = text_of_block(block)
    deeds = deeds_in(text)
    if len(deeds) != 1:
        raise ChapterError(
            "A task needs one link by which it is noticed, as [select it](do:select/1.3); "
            "this one has {count}.",
            block[0][0],
            count=len(deeds),
        )
    return Task(text, deeds[0])


def _paragraph(block: Block) -> Paragraph:
    number, first = block[0]
    if first.startswith("#"):
        raise ChapterError(
            "Only questions have a heading, which begins with “## ”; write this as a sentence.",
            number,
        )
    is_item = first.startswith("- ")
    return Paragraph(text_of_block(without_mark(block, 2) if is_item else block), is_item)


def _check(text: str, number: int) -> Check:
    claim, bar, place = (part.strip() for part in text.partition("|"))
    name, equals, value = (part.strip() for part in claim.partition("="))
    if not equals or not value:
        raise ChapterError(
            "A check is a formula, “=” and its value, as “answer = 7”, or “answer = 7 | step=100”; "
            "write it so.",
            number,
        )
    return Check(sought_of(name, number), value, state_of(place, number) if bar else None, number)
