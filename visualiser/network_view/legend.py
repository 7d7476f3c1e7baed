"""The legend of the network picture: what colour means, and on which scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter

from visualiser.network_view.colours import EXPONENT
from visualiser.network_view.connections import LineValues
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.quantities import Quantity
from visualiser.network_view.rings import Rings
from visualiser.network_view.scale_words import scale_words
from visualiser.number_format import count, percent, plain
from visualiser.theme import Theme, mixed
from visualiser.training.snapshot import Snapshot

_BAR, _LONGER_BAR, _SHORT_BAR, _SHORTEST_BAR, _RINGS_BAR = 96.0, 76.0, 56.0, 40.0, 88.0
_LONGEST = 144.0
# What a note leaves free between the legend and itself, and on the other side.
_CLEAR = 6.0
# A picture narrower than this has the short bars.
_NARROW = 800.0
_THICKNESS, _BETWEEN, _SHORT_BETWEEN, _SHORTEST_BETWEEN = 6.0, 22.0, 12.0, 8.0
# Letters of a symbol from which on its bar is longer, so that − and + stand free of it.
_LONG_SYMBOL = 3
# From the lower edge to the bars, and to the words above them.
_UP, _WORDS_UP, _WORDS = 36.0, 55.0, 230.0
# At the right, for the numbers of W and B.
_TOTAL = 132.0
# Colours of half a bar.
_STOPS = 8
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True)
class ActivationScale:
    """What the colour of an a goes from and to.

    Attributes
    ----------
    is_signed : bool
        Whether a may be negative, so that the scale begins at −1, and not at 0.
    is_open_below, is_open_above : bool
        Whether a may lie beyond the ends, where colour grows no further.
    """

    is_signed: bool
    is_open_below: bool
    is_open_above: bool

    @staticmethod
    def of(snapshot: Snapshot) -> ActivationScale:
        """The one that holds for every layer of a network."""
        functions, held = snapshot.activation_functions, snapshot.progress.recipe.held
        values = [one.value for one in held]
        lowest = min(0.0, *(sigma.lowest for sigma in functions), *values)
        highest = max(1.0, *(sigma.highest for sigma in functions), *values)
        is_outside = snapshot.description.settings.bias == "outside"
        return ActivationScale(
            is_outside or lowest < 0, is_outside or lowest < -1, is_outside or highest > 1
        )

    @property
    def is_long(self) -> bool:
        """Whether more is written at its ends than 0 and 1."""
        return self.is_signed or self.is_open_above

    @property
    def texts(self) -> tuple[str, str, str]:
        """What stands at its beginning, in its middle and at its end."""
        least = ("≤ −1" if self.is_open_below else "−1") if self.is_signed else "0"
        return least, "a", "≥ 1" if self.is_open_above else "1"


@dataclass(frozen=True)
class _Bar:
    """A bar of colours: where it stands, its colours, what stands below it."""

    box: QRectF
    stops: tuple[tuple[float, str, float], ...]
    texts: tuple[str, str, str]


@dataclass(frozen=True)
class Legend:
    """What colours mean: a bar for the lines, one for a, one for rings where they show something.

    Attributes
    ----------
    box : QRectF
        Where it stands: below the input picture, or else below the outputs' bars.
    words : str
        Which scale it is.
    bars : tuple
    """

    box: QRectF
    words: str
    bars: tuple[_Bar, ...]

    @staticmethod
    def of(
        layout: NetworkLayout, snapshot: Snapshot, quantity: Quantity, options: ViewOptions
    ) -> Legend:
        """The legend of a picture."""
        scale, rings = ActivationScale.of(snapshot), Rings.of(snapshot, options.ring)
        widths, between = _widths(layout, scale, quantity, rings is not None)
        width = sum(widths) + between * (len(widths) - 1)
        left = layout.width - width - 8
        if layout.layers[0].picture is not None:
            # Where bars are longer, it begins further left to end where it usually does.
            is_wide = layout.width >= _NARROW
            left = 36.0 if is_wide else max(8.0, 36.0 - max(0.0, width - _LONGEST))
        box = QRectF(left, layout.height - _UP, width, 34)
        contents = [_lines_bar(quantity, options.hidden_below), _activation_bar(scale)]
        if rings is not None:
            contents.append(_rings_bar(rings))
        bars, x = [], left
        for (stops, texts), bar_width in zip(contents, widths, strict=True):
            bars.append(_Bar(QRectF(x, box.top(), bar_width, _THICKNESS), stops, texts))
            x += bar_width + between
        return Legend(box, scale_words(options) if layout.has_lines else "", tuple(bars))

    def contains(self, point: QPointF) -> bool:
        """Whether a point is on it, words and all."""
        return self.box.adjusted(0, _UP - _WORDS_UP, 0, 0).contains(point)


def outputs_are_signed(snapshot: Snapshot) -> bool:
    """Whether an a of the output layer may be negative."""
    is_outside = snapshot.description.settings.bias == "outside"
    return is_outside or snapshot.activation_functions[-1].lowest < 0


def paint_legend(painter: QPainter, theme: Theme, legend: Legend) -> None:
    """Draw the bars, and write what they say."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(theme.colour("secondary"))
    words = QRectF(legend.box.left(), legend.box.top() + _UP - _WORDS_UP, _WORDS, 16)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft, legend.words)
    for bar in legend.bars:
        _paint_bar(painter, theme, bar)
        _paint_texts(painter, theme, bar.box, bar.texts)


def paint_gap_notes(
    painter: QPainter,
    theme: Theme,
    layout: NetworkLayout,
    lines: LineValues,
    quantity: Quantity,
    legend: Legend | None,
) -> None:
    """Under each gap: how many connections cross it, and at which value colour is full.

    What finds no room between the layers, or beside the legend, is left out.
    """
    painter.setPen(theme.colour("secondary"))
    metrics = painter.fontMetrics()
    for gap in range(len(layout.layers) - 1):
        left, right = layout.layers[gap], layout.layers[gap + 1]
        # As much of the gap as is seen.
        start = max(float(left.exits[:, 0].max()), 0.0)
        end = min(right.left, layout.width)
        if start >= end:
            continue
        box = QRectF(start, layout.height - 50, end - start, 18)
        counts, room = _counts(layout, gap), end - start - 4
        if legend is not None and start < legend.box.left() and legend.box.right() < end:
            room = 0.0  # It is seen from near, and the gap reaches beyond the legend.
        elif legend is not None and start < legend.box.right() < end:
            room = min(room, _room_beside(legend, box.center().x()))
        room = min(room, 2 * (layout.width - _TOTAL - box.center().x()))
        text = _first_fitting(metrics, room, (*counts, ""))
        painter.drawText(box, _IN_THE_MIDDLE, text)
        if lines.scales and layout.has_lines:
            notes = _scale_notes(lines, gap, quantity)
            room = min(room - 4, _room_beside(legend, box.center().x()))
            text = _first_fitting(metrics, room, (*notes, ""))
            painter.drawText(box.translated(0, 18), _IN_THE_MIDDLE, text)


def _room_beside(legend: Legend | None, middle: float) -> float:
    """How wide a text around ``middle`` may be without touching the legend."""
    if legend is None:
        return math.inf
    box = legend.box
    if box.contains(middle, box.center().y()):
        return 0.0
    reach = middle - box.right() if middle > box.right() else box.left() - middle
    return 2 * (reach - _CLEAR)


def _counts(layout: NetworkLayout, gap: int) -> tuple[str, ...]:
    """The number of connections, the longest way of saying it first."""
    translate = QCoreApplication.translate
    left, right = layout.layers[gap], layout.layers[gap + 1]
    here, there = len(left.centres), len(right.centres)
    drawn = len(left.shown) * len(right.shown)
    numbers = {
        "before": count(here),
        "after": count(there),
        "count": count(here * there),
        "drawn": count(drawn),
    }
    if layout.has_lines and drawn < here * there:
        return (
            translate("Legend", "{before} · {after} = {count}, {drawn} drawn").format(**numbers),
            translate("Legend", "{count}, {drawn} drawn").format(**numbers),
            numbers["count"],
        )
    return (
        translate("Legend", "{before} · {after} = {count} connections").format(**numbers),
        translate("Legend", "{before} · {after} = {count}").format(**numbers),
        numbers["count"],
    )


def _scale_notes(lines: LineValues, gap: int, quantity: Quantity) -> tuple[str, ...]:
    """At which value colour is full, the longest way of saying it first."""
    translate = QCoreApplication.translate
    if not lines.values[gap].any():
        return (
            translate("Legend", "all {symbol} are 0").format(symbol=quantity.symbol),
            translate("Legend", "all are 0"),
        )
    values = {
        "symbol": quantity.symbol,
        "scale": _signed(plain(lines.scales[gap]), quantity),
    }
    return (
        translate("Legend", "full colour at {symbol} = {scale}").format(**values),
        translate("Legend", "full at {symbol} = {scale}").format(**values),
        translate("Legend", "full at {scale}").format(**values),
        values["scale"],
    )


def _signed(scale: str, quantity: Quantity) -> str:
    return f"±{scale}" if quantity.is_zero_centred else scale


def _first_fitting(metrics: QFontMetrics, room: float, texts: tuple[str, ...]) -> str:
    """The first of them that there is room for, or else the last."""
    fitting = (text for text in texts if metrics.horizontalAdvance(text) <= room)
    return next(fitting, texts[-1])


_Content = tuple[tuple[tuple[float, str, float], ...], tuple[str, str, str]]


def _lines_bar(quantity: Quantity, hidden_below: float) -> _Content:
    """Colours up to full scale, as strong as lines of those values are."""
    least = -_STOPS if quantity.is_zero_centred else 0
    stops = []
    for step in range(least, _STOPS + 1):
        share = abs(step / _STOPS)
        name = "positive" if step > 0 else "negative"
        opacity = 0.0 if share < hidden_below else share**EXPONENT
        stops.append(((step - least) / (_STOPS - least), name, opacity))
    return tuple(stops), ("−" if quantity.is_zero_centred else "0", quantity.symbol, "+")


def _activation_bar(scale: ActivationScale) -> _Content:
    names = ("negative", "off", "on") if scale.is_signed else ("off", "on")
    stops = tuple((place / (len(names) - 1), name, 1.0) for place, name in enumerate(names))
    return stops, scale.texts


def _rings_bar(rings: Rings) -> _Content:
    stops = tuple(
        ((step + 4) / 8, "positive" if step > 0 else "negative", abs(step / 4))
        for step in range(-4, 5)
    )
    scale = plain(rings.scale)
    translate = QCoreApplication.translate
    return stops, (rings.symbol, "", translate("Legend", "±{scale}").format(scale=scale))


def _paint_bar(painter: QPainter, theme: Theme, bar: _Bar) -> None:
    gradient = QLinearGradient(bar.box.topLeft(), bar.box.topRight())
    for place, name, opacity in bar.stops:
        colour = mixed(theme.colour("ground"), theme.colour(name), opacity)
        gradient.setColorAt(place, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar.box, 3, 3)


def _paint_texts(painter: QPainter, theme: Theme, bar: QRectF, texts: tuple[str, str, str]) -> None:
    """Write below a bar: at its left, in its middle, at its right."""
    painter.setPen(theme.colour("secondary"))
    sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
    for text, side in zip(texts, sides, strict=True):
        box = QRectF(bar.left(), bar.top() + 10, bar.width(), 16)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, text)


def _widths(
    layout: NetworkLayout, scale: ActivationScale, quantity: Quantity, has_rings: bool
) -> tuple[tuple[float, ...], float]:
    """Of the bars of the lines, of a and of the rings; and the room between two."""
    is_wide = layout.width >= _NARROW and layout.layers[0].picture is not None
    is_long = len(quantity.symbol) > _LONG_SYMBOL
    if has_rings:
        lines = _LONGER_BAR if is_long else _SHORT_BAR
        activation = _LONGER_BAR if scale.is_long else _SHORTEST_BAR
        return (lines, activation, _RINGS_BAR), _SHORT_BETWEEN if is_wide else _SHORTEST_BETWEEN
    if is_wide:
        return (_BAR, _BAR), _BETWEEN
    widths = (_LONGER_BAR if is_long else _SHORT_BAR, _LONGER_BAR if scale.is_long else _SHORT_BAR)
    return widths, _SHORT_BETWEEN if is_long or scale.is_long else _BETWEEN


def legend_tip(snapshot: Snapshot, quantity: Quantity, shown: LineValues) -> str:
    """What the legend has no room to say."""
    translate = QCoreApplication.translate
    lines = translate(
        "Legend",
        "The colour of a line grows with |{symbol}| to the power of 1.6, up to the {symbol} that "
        "is named below its gap. Where more than 250 lines cross a gap, weak ones are drawn "
        "fainter; and where many of them are strong, all are. What would be too faint to be "
        "seen is left out.",
    ).format(symbol=quantity.symbol)
    parts = [quantity.sentence, lines]
    scales = tuple(scale for scale in shown.scales if scale)
    if scales:
        full = translate("Legend", "From left to right, colour is full at {scales}.")
        parts.append(
            full.format(scales=", ".join(_signed(plain(scale), quantity) for scale in scales))
        )
    if shown.hidden_below > 0:
        hidden = translate("Legend", "Lines of less than {share} of that are hidden.")
        parts.append(hidden.format(share=percent(shown.hidden_below)))
    if ActivationScale.of(snapshot).is_signed:
        parts.append(translate("Legend", "A circle is orange where its a is below 0."))
    return "\n".join(parts)
