"""Scene: where everything of the timeline stands, but for what moves with every step."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from core.batches import Place
from core.epochs import Epochs
from core.history import Change
from visualiser.number_format import count
from visualiser.timeline import words
from visualiser.timeline.flags import Flag, flags_of, stride_for, thinned, tick_stride
from visualiser.timeline.scale import TimeScale, span_of
from visualiser.timeline.tree import Row
from visualiser.training.branch_news import BranchInfo
from visualiser.widgets.labels import tabular

# Pixels from the top: what is said of the present step, the flags, the line, the numbers.
TEXT, FLAGS, LINE, NUMBERS, TRACK_HEIGHT = 2.0, 18.0, 39.0, 47.0, 63
ROW_HEIGHT, BELOW_ROWS, MORE_HEIGHT = 16, 4, 14
LINE_HEIGHT = 15.0
SMALL, MEDIUM = 11, 12
# To the left and right of all, and before what stands at a line's end or beside a flag.
MARGIN, GAP, FLAG_WIDTH = 16.0, 9.0, 10.0
# What all that stands at the ends of lines has at most, as a share of the width.
_MOST_ENDS = 0.3
_BETWEEN_NUMBERS = 16.0


def small(font: QFont, size: int = SMALL) -> QFont:
    """The font of the timeline, with figures of one width."""
    made = tabular(font)
    made.setPixelSize(size)
    return made


@dataclass(frozen=True)
class Tick:
    """Where an epoch begins; with a text where there is room."""

    x: float
    text: str
    text_left: float


@dataclass(frozen=True)
class FlagMark:
    """A flag, with a text where there is room.

    Attributes
    ----------
    flag : Flag
    x : float
    text : str
    width : float
        Of the flag with its text.
    """

    flag: Flag
    x: float
    text: str
    width: float


@dataclass(frozen=True, eq=False)
class Scene:
    """What is drawn once and stays until something changes.

    Attributes
    ----------
    width : int
    scale : TimeScale
    length : int
        Of the present branch, when this was laid out.
    good_until : float
        The length from which on there is another tick to be seen, or a text needs more room.
    rows : tuple of Row
        The present branch and all others.
    first, shown : int
        Which of the others is seen first, counted from 0, and how many are.
    ends : tuple of str
        What stands at the end of each of ``rows`` but the first.
    ticks : tuple of Tick
    flags : tuple of FlagMark
    """

    width: int
    scale: TimeScale
    length: int
    good_until: float
    rows: tuple[Row, ...]
    first: int
    shown: int
    ends: tuple[str, ...]
    ticks: tuple[Tick, ...]
    flags: tuple[FlagMark, ...]

    @cached_property
    def seen(self) -> range:
        """Which of ``rows`` are seen below the first."""
        return range(1 + self.first, 1 + self.first + self.shown)

    def row_y(self, row: int) -> float:
        """The height at which a row's line is."""
        if row == 0:
            return LINE
        return TRACK_HEIGHT + (row - 1 - self.first + 0.5) * ROW_HEIGHT

    def row_at(self, x: float, y: float) -> int | None:
        """Which other branch's line or text is there."""
        row = 1 + self.first + math.floor((y - TRACK_HEIGHT) / ROW_HEIGHT)
        if row not in self.seen:
            return None
        left = self.scale.x(self.rows[row].starts_at) - GAP
        return row if left <= x <= self.end_box(row).right() else None

    def end_box(self, row: int) -> QRectF:
        """Where the text at the end of another branch's line stands."""
        left = self.scale.x(self.rows[row].info.length) + GAP
        y = self.row_y(row) - LINE_HEIGHT / 2
        return QRectF(left, y, max(0.0, self.width - 4 - left), LINE_HEIGHT)

    def flag_at(self, x: float, y: float) -> FlagMark | None:
        """The flag whose cloth or text is there."""
        if not FLAGS - 2 <= y < LINE - 6:
            return None
        under = [mark for mark in self.flags if mark.x - 4 <= x <= mark.x + mark.width]
        return under[-1] if under else None


def height_of(others: int, most: int) -> int:
    """How high the timeline is with so many other branches of which ``most`` are seen."""
    if not others:
        return TRACK_HEIGHT
    more = MORE_HEIGHT if others > most else 0
    return TRACK_HEIGHT + min(others, most) * ROW_HEIGHT + BELOW_ROWS + more


def lay_out(
    rows: tuple[Row, ...],
    length: int,
    span: int,
    example_count: int,
    width: int,
    font: QFont,
    seen: tuple[int, int],
) -> Scene:
    """Find a place for everything.

    Parameters
    ----------
    rows : tuple of Row
        At least the present branch.
    length : int
        Of the present branch by now.
    span : int
        The steps that the track holds.
    example_count : int
        Training examples.
    width : int
    font : QFont
        The widget's.
    seen : (int, int)
        The first of the other branches that is seen, and how many are.
    """
    metrics = QFontMetricsF(small(font))
    present, others = rows[0].info, rows[1:]
    most = _MOST_ENDS * width
    ends = tuple(_fitted(metrics, words.end_of(row.info), most) for row in others)
    # As long and as wide as it gets before this is laid out anew, so that nothing moves meanwhile.
    longest = min(span_of(length), span)
    widest = words.newest(present, 10 ** len(str(longest)) - 1, not others)
    texts = [(longest, widest), *((r.info.length, e) for r, e in zip(others, ends, strict=True))]
    room = width - 2 * MARGIN
    rights = [
        (room - GAP - min(metrics.horizontalAdvance(text), most)) * span / max(steps, 1)
        for steps, text in texts
    ]
    scale = TimeScale(MARGIN, MARGIN + max(min(room, *rights), 1.0), span)
    starts = epochs_of(present, example_count).starts(span)
    ticks, next_tick = _ticks(starts, length, scale, metrics)
    flags = _flags(present.changes, scale, width, metrics)
    return Scene(width, scale, length, min(next_tick, longest + 1), rows, *seen, ends, ticks, flags)


def epochs_of(info: BranchInfo, example_count: int) -> Epochs:
    """Where the epochs of a branch begin."""
    stretches = ((s.step, Place(s.epoch, s.offset), s.batch_size) for s in info.stretches)
    return Epochs(stretches, example_count)


def _fitted(metrics: QFontMetricsF, text: str, room: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)


def _ticks(
    starts: Sequence[range], length: int, scale: TimeScale, metrics: QFontMetricsF
) -> tuple[tuple[Tick, ...], float]:
    """The ticks up to the newest step, and from which length on there is one more."""
    total = sum(len(row) for row in starts)
    number = metrics.horizontalAdvance(count(total))
    first = metrics.horizontalAdvance(words.epoch(total))
    room = max(number, (first + number) / 2) + _BETWEEN_NUMBERS / 2
    numbered = stride_for(starts, scale, room)
    stride = tick_stride(starts, scale, numbered)
    # Of all the epochs that there may be, only these are ever counted out.
    wanted = [step for row in thinned(starts, stride) for step in row]
    there = bisect_right(wanted, length)
    next_tick = float(wanted[there]) if there < len(wanted) else math.inf
    places = [scale.x(step) for step in wanted[:there]]
    return _with_texts(places, stride, numbered, scale, metrics), next_tick


def _with_texts(
    places: list[float], stride: int, numbered: int, scale: TimeScale, metrics: QFontMetricsF
) -> tuple[Tick, ...]:
    ticks = []
    text = words.untrained()
    taken = scale.left + metrics.horizontalAdvance(text)
    ticks.append(Tick(scale.left, text, scale.left))
    is_first = True
    for index, x in enumerate(places[1:], 1):
        number = index * stride
        text = words.epoch(number) if is_first else count(number)
        width = metrics.horizontalAdvance(text)
        left = x - width / 2
        if number % numbered or left < taken + _BETWEEN_NUMBERS / 2:
            ticks.append(Tick(x, "", x))
            continue
        ticks.append(Tick(x, text, left))
        taken, is_first = left + width, False
    return tuple(ticks)


def _flags(
    changes: Sequence[Change], scale: TimeScale, width: int, metrics: QFontMetricsF
) -> tuple[FlagMark, ...]:
    flags = flags_of(changes, scale)
    places = [scale.x(flag.step) for flag in flags]
    marks = []
    for index, (flag, x) in enumerate(zip(flags, places, strict=True)):
        end = places[index + 1] if index + 1 < len(places) else float(width)
        room = end - x - FLAG_WIDTH - GAP
        texts = [words.flag_text(flag, changes), count(len(flag.changes))]
        # A number alone stands for several.
        texts = texts if len(flag.changes) > 1 else texts[:1]
        advances = [metrics.horizontalAdvance(text) for text in texts]
        fitting = [(t, a) for t, a in zip(texts, advances, strict=True) if a <= room]
        text, advance = fitting[0] if fitting else ("", 0.0)
        marks.append(FlagMark(flag, x, text, FLAG_WIDTH + advance))
    return tuple(marks)
