"""HeatStrip: how numbers are spread, a column of colours for each step that was looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from core.parameters import FloatArray
from core.probes.over_time import Histogram, HistogramsOverTime, side_by_side
from visualiser.number_format import count, percent, plain
from visualiser.over_time.knowledge import Course
from visualiser.over_time.steps_canvas import StepsCanvas
from visualiser.widgets.cost_axes import Axes
from visualiser.widgets.heat_colours import heat_image

# A column takes this part of the room between two steps, within these bounds in pixels.
_PART, _NARROWEST, _WIDEST = 0.8, 1.5, 24.0
_MOST_BINS = 64
_UP, _DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@dataclass(frozen=True, eq=False)
class Spread:
    """How the numbers of a layer are spread, at all steps that were looked at.

    Attributes
    ----------
    bins : HistogramsOverTime
    shares : ndarray, shape (bins, steps)
        The share of the numbers of a step that lies in each bin, 0 to 1.
    most : float
        The largest of them.
    """

    bins: HistogramsOverTime
    shares: FloatArray
    most: float

    @staticmethod
    def of(histograms: list[Histogram]) -> Spread:
        """Bring them to the same bins."""
        bins = side_by_side(histograms, _MOST_BINS)
        shares = bins.counts / np.maximum(bins.counts.sum(axis=0), 1)
        return Spread(bins, shares, float(shares.max()))

    @property
    def ends(self) -> tuple[float, float]:
        """Where the first bin begins and the last one ends."""
        return float(self.bins.edges[0]), float(self.bins.edges[-1])

    def bin_at(self, value: float) -> int:
        """The bin of a value, or the nearest one."""
        place = int(np.searchsorted(self.bins.edges, value, "right")) - 1
        return min(max(place, 0), len(self.shares) - 1)


class HeatStrip(StepsCanvas):
    """Values upwards, steps to the right; the more of the numbers, the stronger the colour.

    Parameters
    ----------
    title, tip : str
    letter : str
        What the numbers are called.

    Signals
    -------
    bin_pointed (int or None)
        Which bin is pointed at.
    """

    bin_pointed = Signal(object)

    def __init__(self, title: str, tip: str, letter: str, parent: QWidget | None = None) -> None:
        self.spread: Spread | None = None
        self.bin: int | None = None
        self.letter = letter
        super().__init__(title, tip, parent)

    def show_spread(
        self, course: Course | None, histograms: Callable[[Course], list[Histogram]]
    ) -> None:
        """Show what is known now; ``histograms`` tells the one of each step."""
        has_any = course is not None and len(course.steps) > 0
        self.spread = Spread.of(histograms(course)) if course is not None and has_any else None
        self.show_course(course)

    def show_bin(self, place: int | None) -> None:
        """Mark the bin that is pointed at, here or elsewhere."""
        known = 0 if self.spread is None else len(self.spread.shares)
        self.bin = None if place is None or known == 0 else min(max(place, 0), known - 1)
        self._describe()

    def readout(self) -> str:
        """How many of the numbers lie in the bin that is pointed at, at the step told of."""
        course, place, spread = self.course, self.place(), self.spread
        if course is None or place is None or spread is None:
            return ""
        total = int(spread.bins.counts[:, place].sum())
        step = count(int(course.steps[place]))
        if self.bin is None:
            low, high = self._reach(spread, place)
            return self.tr("Step {step}: {total} numbers from {low} to {high}").format(
                step=step, total=count(total), low=low, high=high
            )
        number = int(spread.bins.counts[self.bin, place])
        low, high = (plain(float(spread.bins.edges[self.bin + end])) for end in (0, 1))
        return self.tr(
            "Step {step}: {letter} from {low} to {high}: {n} of {total} ({share})"
        ).format(
            step=step,
            letter=self.letter,
            low=low,
            high=high,
            n=count(number),
            total=count(total),
            share=percent(number / max(total, 1)),
        )

    @staticmethod
    def _reach(spread: Spread, place: int) -> tuple[str, str]:
        filled = np.flatnonzero(spread.bins.counts[:, place])
        ends = (filled[0], filled[-1] + 1) if len(filled) else (0, 0)
        low, high = (plain(float(spread.bins.edges[end])) for end in ends)
        return low, high

    def limits(self) -> tuple[float, float] | None:
        """Those of all bins."""
        return None if self.spread is None else self.spread.ends

    def padding(self, course: Course) -> float:
        """Half of what is usually between two steps: the first column begins at the edge."""
        return _usual_gap(course) / 2

    # ---------------------------------------------------------------- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the step and the bin under the pointer."""
        super().mouseMoveEvent(event)
        self.bin_pointed.emit(self.bin_under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of the present step and of all bins again."""
        super().leaveEvent(event)
        self.bin_pointed.emit(None)

    def bin_under(self, place: QPointF) -> int | None:
        """The bin at this height; None beside the strip."""
        axes, spread = self.axes(), self.spread
        if axes is None or spread is None or not axes.box.top() <= place.y() <= axes.box.bottom():
            return None
        share = (axes.box.bottom() - place.y()) / axes.box.height()
        return spread.bin_at(axes.lowest + share * (axes.highest - axes.lowest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from bin to bin as well."""
        key = event.key()
        if key not in (_UP, _DOWN) or self.spread is None:
            super().keyPressEvent(event)
            return
        start = len(self.spread.shares) // 2 if self.bin is None else self.bin
        move = 1 if key == _UP else -1
        self.bin_pointed.emit(min(max(start + move, 0), len(self.spread.shares) - 1))

    # ---------------------------------------------------------------- drawing

    def draw(self, painter: QPainter, axes: Axes, course: Course) -> None:
        """Draw a column for each step; what is between them stays free."""
        spread, box = self.spread, axes.box
        if spread is None:
            return
        # The root, so that small shares are told apart.
        strengths = np.sqrt(spread.shares / spread.most) if spread.most > 0 else spread.shares
        # Where nothing lies there is no colour.
        shown = np.where(spread.shares > 0, strengths, np.nan)[::-1]
        image = heat_image(shown, self.theme, self.theme.colour("panel"))
        for place, (left, width) in enumerate(self.columns(axes, course)):
            source = QRectF(place, 0, 1, len(shown))
            painter.drawImage(QRectF(left, box.top(), width, box.height()), image, source)
        self._draw_bin(painter, axes, spread)

    def columns(self, axes: Axes, course: Course) -> list[tuple[float, float]]:
        """Where each step's column begins, and how wide it is, in pixels."""
        places = np.array([axes.point(step, axes.lowest).x() for step in course.steps.tolist()])
        gaps = np.diff(places)
        usual = _usual_gap(course) * axes.box.width() / (axes.right - axes.left)
        half = min(max(_PART * usual, _NARROWEST), _WIDEST) / 2
        # Of two close steps, each has what is nearer to it.
        room = np.concatenate([[np.inf], gaps / 2, [np.inf]])
        before, after = np.minimum(room[:-1], half), np.minimum(room[1:], half)
        return list(zip((places - before).tolist(), (before + after).tolist(), strict=True))

    def _draw_bin(self, painter: QPainter, axes: Axes, spread: Spread) -> None:
        if self.bin is None or self.bin + 1 >= len(spread.bins.edges):
            return
        low, high = spread.bins.edges[self.bin], spread.bins.edges[self.bin + 1]
        top, bottom = axes.point(axes.left, float(high)), axes.point(axes.right, float(low))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("text", 0.7), 1, Qt.PenStyle.DashLine))
        painter.drawRect(QRectF(top, bottom))


def _usual_gap(course: Course) -> float:
    """Steps between most of those that were looked at; 1 where there is one alone."""
    return float(np.median(np.diff(course.steps))) if len(course.steps) > 1 else 1.0
