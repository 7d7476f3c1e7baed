"""CSV tables of examples: one example a line, its label first or last."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial, reduce
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.claims import quoted
from core.datasets.building import Material, Part, build
from core.datasets.label_column import Choice, TextColumn, choose
from core.datasets.npz import image_shape
from core.datasets.reader import Examined, Progress, Watch, reader_of, unwatched
from core.datasets.scaling import Ranges, scaling_for
from core.errors import DataError

_ENDINGS = (".csv", ".tsv", ".txt")
_SEPARATORS = (",", ";", "\t")
# Any picture's line is shorter; and so much text is read at once, for some milliseconds' work.
_LONGEST_LINE, _AT_ONCE = 2**22, 2**19
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)
# A character that a table of whole numbers does not have.
_NOT_WHOLE = re.compile(r"[^\d\s,;+\"-]", re.ASCII)
# What is done with a block that has been read takes such a share of the time of reading it.
_REST = 10
_LARGEST = float(np.finfo(np.float32).max)

Line = tuple[int, str]
Block = npt.NDArray[Any]


@dataclass(frozen=True)
class _Layout:
    """How the lines of a file are made."""

    path: Path
    separator: str | None
    header: tuple[str, ...]
    width: int

    @property
    def text_columns(self) -> tuple[int, ...]:
        """Those that may be the label, or number the rows."""
        return tuple(sorted({0, 1, self.width - 1}))

    def fields(self, text: str) -> list[str]:
        """The texts of a line."""
        return _fields(text, self.separator)


def _recognises(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS and not path.is_dir()


def _examine(path: Path, watch: Watch) -> Examined:
    """A Dataset from a table.

    Raises
    ------
    DataError
        Where it cannot be read as one; names the line.
    """
    # To read it takes most of the time; the rest is gone through twice.
    size = path.stat().st_size
    progress = Progress(watch, size + 2 * (size // _REST))
    layout = _layout(path)
    columns = {place: TextColumn(place) for place in layout.text_columns}
    lines = _lines(path, progress)
    chunks = _chunks(islice(lines, 1, None) if layout.header else lines)
    blocks = [_block(chunk, layout, columns) for chunk in chunks]
    if not blocks:
        raise DataError("{path} holds no examples; choose another file.", path=path)
    choice = _checked_choice(layout, columns)
    kept = [place for place in range(layout.width) if place not in choice.left_out]
    pieces = list(_inputs(blocks, columns, kept))
    watched = [_watched(pieces, progress, size // _REST) for _ in range(2)]
    ranges = reduce(Ranges.with_more, map(Ranges.of, watched[0]), Ranges.none(len(kept)))
    part = Part(watched[1], columns[choice.label].labels())
    return build(_material(layout, part, ranges, choice, kept))


def _checked_choice(layout: _Layout, columns: dict[int, TextColumn]) -> Choice:
    choice = choose(layout.path, columns, layout.header, layout.width)
    for place, column in columns.items():
        is_input = place not in choice.left_out
        _check(column, layout, is_label=place == choice.label, is_input=is_input)
    return choice


def _material(
    layout: _Layout, part: Part, ranges: Ranges, choice: Choice, kept: list[int]
) -> Material:
    shape = image_shape((len(kept),), ranges) if ranges.is_whole else (1, len(kept))
    is_picture = shape[0] > 1
    names = [layout.header[place] for place in kept] if layout.header and not is_picture else []
    return Material(
        layout.path,
        part,
        None,
        len(kept),
        shape,
        scaling_for(ranges, is_picture=is_picture),
        names,
        notes=choice.notes,
    )


def _inputs(
    blocks: list[Block], columns: dict[int, TextColumn], kept: list[int]
) -> Iterator[Block]:
    """The blocks' inputs, with the numbers of those columns that were read as texts."""
    texts = [(column.place, column.numbers()) for p, column in columns.items() if p in kept]
    start = 0
    for block in blocks:
        piece = block
        for place, all_numbers in texts:
            numbers = all_numbers[start : start + len(block)]
            if piece.dtype == np.uint8 and not _are_bytes(numbers):
                piece = piece.astype(np.float64)
            piece[:, place] = numbers
        # What is left out is at the edges: no copy.
        yield piece[:, kept[0] : kept[-1] + 1]
        start += len(block)


def _watched(pieces: list[Block], progress: Progress, size: int) -> Iterator[Block]:
    """The same, each counted as its share of so many bytes."""
    for piece in pieces:
        yield piece
        progress.add(size // len(pieces))


# ------------------------------------------------------------------------ lines


def _lines(path: Path, progress: Progress) -> Iterator[Line]:
    """Number and text of every line that is not blank."""
    number = 0
    with path.open("rb") as file:
        while content := file.readline(_LONGEST_LINE + 1):
            number += 1
            progress.add(len(content))
            if len(content) > _LONGEST_LINE:
                raise _wrong(
                    "Line {line} of {path} is longer than an example can be; choose another file.",
                    path,
                    number,
                )
            if b"\0" in content:
                raise _wrong(
                    "Line {line} of {path} holds a zero byte, as no text does; choose another "
                    "file, or save it anew as UTF-8.",
                    path,
                    number,
                )
            try:
                text = content.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise _wrong(
                    "Line {line} of {path} is no text in UTF-8; choose another file, or save it "
                    "anew as UTF-8.",
                    path,
                    number,
                ) from None
            if text.strip():
                yield number, text.rstrip("\r\n")


def _chunks(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines, about so many characters at a time."""
    chunk: list[Line] = []
    length = 0
    for line in lines:
        chunk.append(line)
        length += len(line[1])
        if length >= _AT_ONCE:
            yield chunk
            chunk, length = [], 0
    if chunk:
        yield chunk


def _layout(path: Path) -> _Layout:
    """How the first two lines are made."""
    first_two = [text for _, text in islice(_lines(path, Progress(unwatched, 0)), 2)]
    if not first_two:
        raise DataError("{path} is empty; choose another file.", path=path)
    counts = {separator: first_two[-1].count(separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: counts[separator])
    separator = best if counts[best] else None
    rows = [_fields(text, separator) for text in first_two]
    if len(rows[-1]) < 2:
        raise DataError(
            "{path} has one column; give a label and numbers, with commas, semicolons or tabs "
            "between them.",
            path=path,
        )
    is_header = len(rows) == 2 and any(
        _NUMBER.fullmatch(below) and not _NUMBER.fullmatch(above)
        for above, below in zip(*rows, strict=False)
    )
    header = tuple(text.strip() for text in rows[0]) if is_header else ()
    if header and len(header) != len(rows[1]):
        raise _ragged(path, 2, len(rows[1]), len(header))
    return _Layout(path, separator, header, len(rows[0]))


def _fields(text: str, separator: str | None) -> list[str]:
    if separator is None:
        return text.split()
    try:
        return next(csv.reader([text], delimiter=separator, skipinitialspace=True))
    except csv.Error:
        return text.split(separator)


# ------------------------------------------------------------------------ numbers


def _block(chunk: list[Line], layout: _Layout, columns: dict[int, TextColumn]) -> Block:
    """The numbers of some lines; 0 in the columns of texts, which are kept beside."""
    try:
        block = _parsed(chunk, layout, columns)
    except ValueError as error:
        raise _explained(chunk, layout) from error
    if block.shape != (len(chunk), layout.width):
        raise _explained(chunk, layout)
    is_fit = (np.abs(block) <= _LARGEST).all(axis=1)
    if not is_fit.all():
        number = chunk[int(is_fit.argmin())][0]
        raise _wrong(
            "Line {line} of {path} holds a number that is not finite (NaN, infinity or more than "
            "3.4e38); leave such examples out or mend them.",
            layout.path,
            number,
        )
    return block.astype(np.uint8) if _are_bytes(block) else block.astype(np.float64, copy=False)


def _are_bytes(block: Block) -> bool:
    is_whole = block.dtype.kind == "i" or bool((block == np.floor(block)).all())
    return is_whole and bool(block.min() >= 0 and block.max() <= 255)


def _parsed(chunk: list[Line], layout: _Layout, columns: dict[int, TextColumn]) -> Block:
    """The numbers of some lines as numpy reads them; ValueError where it cannot."""
    converters: dict[int | str, Callable[[str], int]] = {p: c.add for p, c in columns.items()}
    read = partial(
        np.loadtxt,
        [text for _, text in chunk],
        comments=None,
        delimiter=layout.separator,
        quotechar='"' if layout.separator else None,
        converters=converters,
        ndmin=2,
    )
    if not any(_NOT_WHOLE.search(text) for _, text in chunk):
        before = len(columns[0].codes)
        try:
            # Six times as quick.
            return read(dtype=np.int64)
        except ValueError:
            # Perhaps only too large.
            for column in columns.values():
                del column.codes[before:]
    return read(dtype=np.float64)


def _explained(chunk: list[Line], layout: _Layout) -> DataError:
    """The first line that is wrong."""
    for number, text in chunk:
        fields = layout.fields(text)
        if len(fields) != layout.width:
            return _ragged(layout.path, number, len(fields), layout.width)
        for place, field in enumerate(fields):
            if place not in layout.text_columns and not _NUMBER.fullmatch(field):
                return _no_number(layout.path, number, place, field)
    return _wrong(
        "A line of {path} from {line} on is no row of numbers; mend the file or choose another.",
        layout.path,
        chunk[0][0],
    )


def _check(column: TextColumn, layout: _Layout, *, is_label: bool, is_input: bool) -> None:
    """DataError where a label is missing, or an input is no number."""
    row = column.codes.index(column.texts[""]) if is_label and "" in column.texts else None
    row = column.wrong_row() if is_input else row
    if row is None:
        return
    row += bool(layout.header)
    number, text = next(islice(_lines(layout.path, Progress(unwatched, 0)), row, None))
    if is_input:
        raise _no_number(layout.path, number, column.place, layout.fields(text)[column.place])
    raise _wrong(
        "Line {line} of {path} has no label; mend the file or choose another.", layout.path, number
    )


def _wrong(template: str, path: Path, line: int, **values: object) -> DataError:
    return DataError(template, path=path, line=line, **values)


def _ragged(path: Path, line: int, count: int, expected: int) -> DataError:
    return _wrong(
        "Line {line} of {path} has another number of columns ({count}) than the first line "
        "({expected}); mend the file or choose another.",
        path,
        line,
        count=count,
        expected=expected,
    )


def _no_number(path: Path, line: int, place: int, text: str) -> DataError:
    return _wrong(
        "Line {line} of {path} has {text} in column {column}, which is no number; mend the file "
        "or choose another.",
        path,
        line,
        text=quoted(text),
        column=place + 1,
    )


CSV = reader_of("CSV", _recognises, _examine)
