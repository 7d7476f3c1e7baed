"""Chapters of the tour: what is in one."""

from __future__ import annotations

from dataclasses import dataclass

from visualiser.tour.conditions import Deed
from visualiser.tour.formulas import Sought
from visualiser.tour.inline import Text
from visualiser.tour.place import State


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
