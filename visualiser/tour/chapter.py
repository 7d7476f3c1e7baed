"""Chapters of the tour: what is in one, and how it is read from its file.

The format is described in docs/tour.md, for those who write one. Whatever a file holds, reading
it ends with a chapter or with sentences that say what is wrong where; never in anything else.
"""

from __future__ import annotations

from dataclasses import dataclass

from visualiser.tour.conditions import Deed
from visualiser.tour.formulas import Sought, sought_of
from visualiser.tour.inline import Text, deeds_in, pieces_of
from visualiser.tour.place import State, check_part, part_of, state_of
from visualiser.tour.problem import ChapterError

MOST_CHARACTERS = 60_000
_LONGEST_LINE = 4000
MOST_TASKS, MOST_QUESTIONS, MOST_OPTIONS, MOST_CHECKS = 12, 8, 8, 50
_KEYS = ("title", "state", "formula", "check")
_FENCE = "---"
# The first character that is set without spaces around it.
_CHINESE = 0x2E80

# Lines that belong together, each with its number.
Block = list[tuple[int, str]]


@dataclass(frozen=True)
class Task:
    """Something to do in the window.

    Attributes
    ----------
    text : tuple of Piece
    deed : Deed
        By which it is noticed.
    """

    text: Text
    deed: Deed


@dataclass(frozen=True)
class Option:
    """One of the answers that are offered.

    Attributes
    ----------
    key : str
        By which the right one is known.
    text : tuple of Piece
    """

    key: str
    text: Text


@dataclass(frozen=True)
class Question:
    """A question that is answered by looking.

    Attributes
    ----------
    text : tuple of Piece
    options : tuple of Option
    right : Sought or str
        What the right answer's key is worked out from, or that key.
    why : tuple of Text
        Said after an answer was chosen.
    state : State or None
        Which the question is about; None for one that is true anywhere.
    line : int
        Where it is in its file.
    """

    text: Text
    options: tuple[Option, ...]
    right: Sought | str
    why: tuple[Text, ...]
    state: State | None
    line: int


@dataclass(frozen=True)
class Check:
    """Something that the text takes for granted, so that it can be seen to be true.

    Attributes
    ----------
    sought : Sought
    value : str
    state : State or None
        Where it is so; None for the chapter's.
    line : int
    """

    sought: Sought
    value: str
    state: State | None
    line: int


@dataclass(frozen=True)
class Paragraph:
    """Some sentences, or an item of a list."""

    text: Text
    is_item: bool = False


@dataclass(frozen=True)
class Chapter:
    """A chapter.

    Attributes
    ----------
    id : str
        The name of its file without the ending.
    title : str
    state : State
        Which it talks about.
    formula : str
        As `visualiser.tour.setting.formula_html` sets it; empty for none.
    paragraphs, tasks, questions, checks : tuple
    """

    id: str
    title: str
    state: State
    formula: str
    paragraphs: tuple[Paragraph, ...]
    tasks: tuple[Task, ...]
    questions: tuple[Question, ...]
    checks: tuple[Check, ...] = ()


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
        state = facts.get("state")
        paragraphs: list[Paragraph] = []
        tasks: list[Task] = []
        questions: list[Question] = []
        for block in _blocks(body):
            first = block[0][1]
            try:
                if first.startswith("## "):
                    questions.append(self._question(block, state))
                elif first.startswith(("- [ ]", "- [x]")):
                    tasks.append(_task(_without_mark(block, 5)))
                else:
                    paragraphs.append(_paragraph(block))
            except ChapterError as problem:
                self._refuse(problem)
        self._check_whole(facts, paragraphs, tasks, questions)
        if self.problems:
            return None
        return Chapter(
            self._name,
            str(facts["title"]),
            state if isinstance(state, State) else state_of(""),
            str(facts.get("formula", "")),
            tuple(paragraphs),
            tuple(tasks),
            tuple(questions),
            tuple(checks),
        )

    # ---------------------------------------------------------------- the facts at the top

    def _front(self) -> tuple[dict[str, object], list[Check], Block]:
        """The facts, the checks, and the lines after them."""
        lines = self._lines
        facts: dict[str, object] = {}
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
        self, number: int, line: str, facts: dict[str, object], checks: list[Check]
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
            facts[key] = state_of(value, number) if key == "state" else value

    # ---------------------------------------------------------------- the rest

    def _question(self, block: Block, state: object) -> Question:
        number, first = block[0]
        facts: dict[str, tuple[int, str]] = {}
        options: list[Option] = []
        why: list[Block] = [[]]
        for at, line in block[1:]:
            key, colon, value = line.partition(":")
            if line.startswith("- "):
                options.append(_option(line, at))
            elif line.startswith(">"):
                _add_reason(why, line[1:].strip(), at)
            elif colon and key in ("right", "state"):
                facts[key] = (at, value.strip())
            else:
                raise ChapterError(
                    "This line of a question means nothing; begin it with “right:”, “state:”, "
                    "“- (key)” for an answer or “>” for the reason.",
                    at,
                )
        own = facts.get("state")
        about = state if own is None else state_of(own[1], own[0])
        right = self._right(number, facts.get("right"), options)
        text = pieces_of(first[3:].strip(), ((0, number),))
        reasons = tuple(_text(one) for one in why if one)
        if not reasons:
            raise ChapterError(
                "The question has no reason; write it in a line that begins with “>”.", number
            )
        of_state = about if isinstance(about, State) and not isinstance(right, str) else None
        return Question(text, tuple(options), right, reasons, of_state, number)

    def _right(
        self, number: int, given: tuple[int, str] | None, options: list[Option]
    ) -> Sought | str:
        keys = [option.key for option in options]
        if not 2 <= len(keys) <= MOST_OPTIONS or len(set(keys)) != len(keys):
            raise ChapterError(
                "A question needs 2 to {most} answers, each with a key of its own, as “- (7) It "
                "is a seven.”",
                number,
                most=MOST_OPTIONS,
            )
        if given is None:
            raise ChapterError(
                "The question does not say which answer is right; write “right:” and its key, or "
                "“=” and a formula.",
                number,
            )
        at, right = given
        if right.startswith("="):
            return sought_of(right[1:].strip(), at)
        if right not in keys:
            raise ChapterError(
                "No answer has the key “{right}”; write one of {keys}.",
                at,
                right=right,
                keys=", ".join(keys),
            )
        return right

    def _check_whole(
        self,
        facts: dict[str, object],
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
        for found, most in ((tasks, MOST_TASKS), (questions, MOST_QUESTIONS)):
            if len(found) > most:
                self._refuse(
                    ChapterError(
                        "The chapter has {count} tasks or questions; {most} are enough.",
                        0,
                        count=len(found),
                        most=most,
                    )
                )
        state = facts.get("state")
        if isinstance(state, State):
            self._check_parts(state, tasks)

    def _check_parts(self, state: State, tasks: list[Task]) -> None:
        """See that what is to be selected is there."""
        for task in tasks:
            if task.deed.name == "select" and "." in task.deed.about:
                try:
                    check_part(part_of(task.deed.about), state.settings.layers or (), 0)
                except ChapterError as problem:
                    self._refuse(problem)


def _blocks(lines: Block) -> list[Block]:
    """Lines that belong together: a paragraph, an item, a question with all that is below it."""
    blocks: list[Block] = []
    is_open = is_question = False
    for number, raw in lines:
        line = raw.strip()
        if not line:
            is_open = False
            continue
        starts = line.startswith("## ") or (line.startswith("- ") and not is_question)
        if starts or not (is_open or is_question):
            blocks.append([])
            is_question = line.startswith("## ")
        blocks[-1].append((number, line))
        is_open = True
    return blocks


def _add_reason(why: list[Block], line: str, number: int) -> None:
    """Add a line to the last paragraph; an empty one begins another."""
    if line:
        why[-1].append((number, line))
    else:
        why.append([])


def _text(block: Block) -> Text:
    """The lines as one text; between Chinese characters there is no space."""
    text, starts = "", []
    for number, line in block:
        is_apart = text and line and not (_is_chinese(text[-1]) or _is_chinese(line[0]))
        text += " " if is_apart else ""
        starts.append((len(text), number))
        text += line
    return pieces_of(text, starts)


def _is_chinese(character: str) -> bool:
    return ord(character) >= _CHINESE


def _without_mark(block: Block, length: int) -> Block:
    """The same without so many characters at its beginning."""
    number, first = block[0]
    return [(number, first[length:].strip()), *block[1:]]


def _task(block: Block) -> Task:
    text = _text(block)
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
    return Paragraph(_text(_without_mark(block, 2) if is_item else block), is_item)


def _option(line: str, number: int) -> Option:
    key, closed, text = line[2:].strip().partition(")")
    if not key.startswith("(") or not closed or not key[1:].strip() or not text.strip():
        raise ChapterError(
            "An answer begins with its key in brackets, as “- (7) It is a seven.”", number
        )
    return Option(key[1:].strip(), pieces_of(text.strip(), ((0, number),)))


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
