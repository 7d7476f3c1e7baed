"""Which column of a table is the label, where the file does not say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.datasets.reader import Note
from core.errors import DataError

# As headers call them, the surest first.
_LABELS = ("label", "class", "target", "digit", "letter", "species", "category", "y")
_ROW_NUMBERS = ("", "id", "index", "unnamed: 0", "row")
# Fewer rows that count up may be one example of each class.
_FEWEST_ROWS = 30
_MOST_LABELS = 100
# A column that is nearly always the same is the corner of a picture.
_MOST_OFTEN = 0.9


@dataclass
class TextColumn:
    """A column that is read as texts, since it may be the label.

    Attributes
    ----------
    place : int
    codes : list of int
        For each row, which of ``texts`` it has.
    texts : dict
        Each different text, with its number.
    """

    place: int
    codes: list[int] = field(default_factory=list)
    texts: dict[str, int] = field(default_factory=dict)

    def add(self, text: str) -> int:
        """Keep a row's text; the number that stands for it meanwhile."""
        self.codes.append(self.texts.setdefault(text.strip(), len(self.texts)))
        return 0

    @property
    def values(self) -> npt.NDArray[np.float64]:
        """The different texts as numbers, NaN where one is a word."""
        return np.array([_number(text) for text in self.texts])

    @property
    def holds_words(self) -> bool:
        """Whether some text is no number."""
        return bool(np.isnan(self.values).any())

    @property
    def is_whole(self) -> bool:
        """Whether all are whole numbers."""
        values = self.values
        return bool((np.abs(values) < 2.0**53).all() and (values == np.floor(values)).all())

    @property
    def highest_share(self) -> float:
        """How many of all rows have the commonest text."""
        return float(np.bincount(self.codes).max() / len(self.codes))

    def numbers(self) -> npt.NDArray[np.float64]:
        """The column, shape (n,)."""
        return self.values[self.codes]

    def labels(self) -> list[Any]:
        """The column as labels: whole numbers or texts."""
        different = self.values.astype(np.int64).tolist() if self.is_whole else list(self.texts)
        return [different[code] for code in self.codes]

    def wrong_row(self) -> int | None:
        """The first row whose text is no number that can be an input; None where all are."""
        is_fit = np.abs(self.values) <= np.finfo(np.float32).max
        return None if is_fit.all() else self.codes.index(int(is_fit.argmin()))


@dataclass(frozen=True)
class Choice:
    """Which column is the label, and which are no inputs."""

    label: int
    left_out: tuple[int, ...]
    notes: tuple[Note, ...]


def choose(
    path: Path, columns: dict[int, TextColumn], header: tuple[str, ...], width: int
) -> Choice:
    """Find the label among the first and the last column, and a first one that numbers the rows.

    Raises
    ------
    DataError
        Where neither holds whole numbers or words.
    """
    left_out: tuple[int, ...] = ()
    notes: list[Note] = []
    if width > 2 and _numbers_rows(columns[0], header[:1]):
        left_out = (0,)
        notes.append(("The first column numbers the rows and is left out.", {}))
    first, last = columns[len(left_out)], columns[width - 1]
    label = _label(first, last, header)
    if label is None:
        raise DataError(
            "{path} has no column of labels: the first or the last has to hold words, or whole "
            "numbers of which many are the same.",
            path=path,
        )
    notes.append(("The labels are taken from column {column}.", {"column": label.place + 1}))
    return Choice(label.place, (*left_out, label.place), tuple(notes))


def _label(first: TextColumn, last: TextColumn, header: tuple[str, ...]) -> TextColumn | None:
    both = (first, last)
    for name in _LABELS if header else ():
        named = [c for c in both if header[c.place].lower() == name]
        if len(named) == 1 and (named[0].is_whole or named[0].holds_words):
            return named[0]
    worded = [column for column in both if column.holds_words]
    if worded:
        # Where both are words, it is as good a guess as the other.
        return worded[-1]
    few = [c for c in both if c.is_whole and 1 < len(c.texts) <= _MOST_LABELS]
    varied = [column for column in few if column.highest_share <= _MOST_OFTEN]
    return min(varied or few, key=lambda column: len(column.texts), default=None)


def _numbers_rows(column: TextColumn, name: tuple[str, ...]) -> bool:
    count = len(column.codes)
    if len(column.texts) < count or column.holds_words or count < 2:
        return False
    values = column.numbers()
    is_named = bool(name) and name[0].lower() in _ROW_NUMBERS
    counts_up = values[0] in (0, 1) and bool((np.diff(values) == 1).all())
    return counts_up and (is_named or count >= _FEWEST_ROWS)


def _number(text: str) -> float:
    try:
        # Python's underscores in numbers are nobody else's.
        return float(text) if "_" not in text else np.nan
    except ValueError:
        return np.nan
