"""The legend of the network picture: what colour means, and on which scale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter

from visualiser.network_view.activation_scale import ActivationScale
from visualiser.network_view.colours import EXPONENT
from visualiser.network_view.connections import LineValues
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.part_marks import SIGN, PartMarks, paint_crossed, paint_lock
from visualiser.network_view.plane_maps import PlaneMaps
from visualiser.network_view.quantities import Quantity
from visualiser.network_view.rings import Rings
from visualiser.network_view.scale_words import scale_words
from visualiser.network_view.shown import Shown
from visualiser.number_format import percent, plain
from visualiser.theme import Theme, mixed

_BAR, _LONGER_BAR, _SHORT_BAR, _SHORTEST_BAR, _RINGS_BAR = 96.0, 76.0, 56.0, 40.0, 88.0
_LONGEST = 144.0
# A picture narrower than this has the short bars.
_NARROW = 800.0
_THICKNESS, _BETWEEN, _SHORT_BETWEEN, _SHORTEST_BETWEEN = 6.0, 22.0, 12.0, 8.0
# Letters of a symbol from which on its bar is longer, so that − and + stand free of it.
_LONG_SYMBOL, _LONGEST_SYMBOL = 3, 6
# From the lower edge to the bars, and to the words above them.
_UP, _WORDS_UP, _WORDS = 36.0, 57.0, 230.0
# Colours of half a bar.
_STOPS = 8
# Of maps over the plane.
_MAP_STOPS = ((0.0, "negative", 1.0), (0.5, "chip", 1.0), (1.0, "positive", 1.0))


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
    quantity : Quantity
        What the lines show.
    parts : PartMarks
        Their signs stand after the words.
    end : float
        How far right these may reach.
    """

    box: QRectF
    words: str
    bars: tuple[_Bar, ...]
    quantity: Quantity
    parts: PartMarks
    end: float

    @staticmethod
    def of(layout: NetworkLayout, shown: Shown, lines: LineValues, options: ViewOptions) -> Legend:
        """The legend of a picture."""
        scale, rings = shown.activation_scale, shown.rings
        widths, between = _widths(layout, scale, shown.quantity, rings is not None)
        contents = [_lines_bar(shown.quantity, options.hidden_below), _activation_bar(shown)]
        if rings is not None:
            contents.append(_rings_bar(rings))
        if not lines.are_any:
            contents, widths = contents[1:], widths[1:]
        width = sum(widths) + between * (len(widths) - 1)
        left = layout.width - width - 8
        if layout.layers[0].picture is not None:
            # Where bars are longer, it begins further left to end where it usually does.
            is_wide = layout.width >= _NARROW
            left = 36.0 if is_wide else max(8.0, 36.0 - max(0.0, width - _LONGEST))
        box = QRectF(left, layout.height - _UP, width, 34)
        bars, x = [], left
        for (stops, texts), bar_width in zip(contents, widths, strict=True):
            bars.append(_Bar(QRectF(x, box.top(), bar_width, _THICKNESS), stops, texts))
            x += bar_width + between
        words = scale_words(options) if layout.has_lines and lines.are_any else ""
        return Legend(box, words, tuple(bars), shown.quantity, shown.parts, _end(layout))

    def contains(self, point: QPointF) -> bool:
        """Whether a point is on it, words and all."""
        return self.box.adjusted(0, _UP - _WORDS_UP, 0, 0).contains(point)


def signed_scale(scale: str, quantity: Quantity) -> str:
    """The |value| from which on colour is full, as it is written."""
    return f"±{scale}" if quantity.is_zero_centred else scale


def _end(layout: NetworkLayout) -> float:
    """How far right what stands above the bars may reach."""
    picture = layout.layers[0].picture
    # Further right stands what is written below the first gap.
    return layout.width - 8 if picture is None else picture[0] + picture[2]


def paint_legend(painter: QPainter, theme: Theme, legend: Legend) -> None:
    """Draw the bars, and write what they say."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(theme.colour("secondary"))
    words = QRectF(legend.box.left(), legend.box.top() + _UP - _WORDS_UP, _WORDS, 16)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft, legend.words)
    _paint_signs(painter, theme, legend, words)
    for bar in legend.bars:
        _paint_bar(painter, theme, bar)
        _paint_texts(painter, theme, bar.box, bar.texts)


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


def _activation_bar(shown: Shown) -> _Content:
    if shown.maps is not None:
        return _MAP_STOPS, ("−", "a", "+")
    scale = shown.activation_scale
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


def _paint_signs(painter: QPainter, theme: Theme, legend: Legend, words: QRectF) -> None:
    """After the words, what marks of parts mean; one that has no room is left out."""
    translate = QCoreApplication.translate
    signs = []
    if legend.parts.held:
        signs.append((paint_crossed, translate("Legend", "held")))
    if legend.parts.any_frozen:
        signs.append((paint_lock, translate("Legend", "frozen")))
    metrics, left = painter.fontMetrics(), words.left()
    if legend.words:
        left += metrics.horizontalAdvance(legend.words) + _BETWEEN
    for paint, text in signs:
        width = metrics.horizontalAdvance(text)
        if left + SIGN + 5 + width > legend.end:
            return
        paint(painter, theme, QPointF(left + SIGN / 2, words.center().y()), SIGN)
        painter.setPen(theme.colour("secondary"))
        left += SIGN + 5
        painter.drawText(QRectF(left, words.top(), width + 1, 16), Qt.AlignmentFlag.AlignLeft, text)
        left += width + _SHORT_BETWEEN


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
    lines = _LONGER_BAR if is_long else _SHORT_BAR
    if len(quantity.symbol) > _LONGEST_SYMBOL:
        lines = _BAR
    widths = (lines, _LONGER_BAR if scale.is_long else _SHORT_BAR)
    return widths, _SHORT_BETWEEN if is_long or scale.is_long else _BETWEEN


def legend_tip(shown: Shown, values: LineValues, colours: dict[str, str]) -> str:
    """What the legend has no room to say; ``colours`` are the `words` of the theme."""
    translate = QCoreApplication.translate
    quantity = shown.quantity
    lines = translate(
        "Legend",
        "The colour of a line grows with |{symbol}| to the power of 1.6, up to the {symbol} that "
        "is named below its gap. Where more than 250 lines cross a gap, weak ones are drawn "
        "fainter; and where many of them are strong, all are. What would be too faint to be "
        "seen is left out.",
    ).format(symbol=quantity.symbol)
    parts = [quantity.sentence, lines] if values.are_any else []
    scales = [scale for gap, scale in enumerate(values.scales) if scale and values.has(gap)]
    if scales:
        full = translate("Legend", "From left to right, colour is full at {scales}.")
        parts.append(
            full.format(scales=", ".join(signed_scale(plain(scale), quantity) for scale in scales))
        )
    if values.hidden_below > 0 and values.are_any:
        hidden = translate("Legend", "Lines of less than {share} of that are hidden.")
        parts.append(hidden.format(share=percent(values.hidden_below)))
    if shown.maps is not None:
        parts.append(_maps_words(shown.maps, colours))
    elif shown.activation_scale.is_signed:
        below = translate("Legend", "A circle is {negative} where its a is below 0.")
        parts.append(below.format(**colours))
    return "\n".join([*parts, *shown.parts.explained()])


def _maps_words(maps: PlaneMaps, colours: dict[str, str]) -> str:
    """From which a to which the colours of each layer's maps go."""
    translate = QCoreApplication.translate
    ends = ", ".join(
        translate("Legend", "{low} to {high}").format(low=plain(low, 3), high=plain(high, 3))
        for low, high in maps.ends
    )
    return translate(
        "Legend",
        "A square is the map of a neuron's a over the plane, x₁ to the right and x₂ upwards, "
        "both from −6 to 6; the dot is the shown example. From left to right, its colours go "
        "from {negative} to {positive} as a goes from {ends}.",
    ).format(ends=ends, **colours)
