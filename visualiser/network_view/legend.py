"""The legend of the network picture: what colour means, and on which scale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter

from visualiser.network_view.colours import EXPONENT
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.quantities import Quantity
from visualiser.number_format import count, plain
from visualiser.theme import Theme, mixed
from visualiser.training.snapshot import Snapshot

_BAR, _SHORT_BAR, _LONGER_BAR = 96.0, 56.0, 76.0
_LONGEST = 144.0
# What a note leaves free between the legend and itself, and on the other side.
_CLEAR = 6.0
# A picture narrower than this has the short bars.
_NARROW = 800.0
_THICKNESS, _BETWEEN, _SHORT_BETWEEN = 6.0, 22.0, 12.0
# Letters of a symbol from which on its bar is longer, so that − and + stand free of it.
_LONG_SYMBOL = 3
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def legend_box(layout: NetworkLayout, scale: ActivationScale, quantity: Quantity) -> QRectF:
    """Where the legend stands: below the input picture, or else below the outputs' bars."""
    line_width, between, activation_width = _widths(layout, scale, quantity)
    width = line_width + between + activation_width
    left = layout.width - width - 8
    if layout.layers[0].picture is not None:
        # Where both bars are longer, it begins further left to end where it usually does.
        left = 36.0 if layout.width >= _NARROW else 36.0 - max(0.0, width - _LONGEST)
    return QRectF(left, layout.height - 36, width, 34)


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


def outputs_are_signed(snapshot: Snapshot) -> bool:
    """Whether an a of the output layer may be negative."""
    is_outside = snapshot.description.settings.bias == "outside"
    return is_outside or snapshot.activation_functions[-1].lowest < 0


def paint_legend(
    painter: QPainter,
    theme: Theme,
    layout: NetworkLayout,
    scale: ActivationScale,
    quantity: Quantity,
) -> None:
    """Draw the bars of what the lines show and of a."""
    box = legend_box(layout, scale, quantity)
    line_width, between, activation_width = _widths(layout, scale, quantity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    bar = QRectF(box.left(), box.top(), line_width, _THICKNESS)
    _paint_bar(painter, bar, _line_stops(theme, quantity.is_zero_centred))
    least = "−" if quantity.is_zero_centred else "0"
    _paint_texts(painter, theme, bar, (least, quantity.symbol, "+"))
    bar = QRectF(bar.right() + between, box.top(), activation_width, _THICKNESS)
    names = ("negative", "off", "on") if scale.is_signed else ("off", "on")
    colours = [theme.colour(name) for name in names]
    stops = [(place / (len(names) - 1), colour) for place, colour in enumerate(colours)]
    _paint_bar(painter, bar, stops)
    _paint_texts(painter, theme, bar, scale.texts)


def paint_gap_notes(
    painter: QPainter,
    theme: Theme,
    layout: NetworkLayout,
    scales: tuple[float, ...],
    quantity: Quantity,
    legend: QRectF,
) -> None:
    """Under each gap: how many connections cross it, and at which value colour is full.

    What finds no room between the layers, or beside the box of the legend, is left out.
    """
    painter.setPen(theme.colour("secondary"))
    metrics = painter.fontMetrics()
    for gap in range(len(layout.layers) - 1):
        left, right = layout.layers[gap], layout.layers[gap + 1]
        start, end = float(left.exits[:, 0].max()), float(right.centres[:, 0].min())
        box = QRectF(start, layout.height - 50, end - start, 18)
        counts = _counts(len(left.centres), len(right.centres))
        text = _first_fitting(metrics, end - start - 4, counts)
        painter.drawText(box, _IN_THE_MIDDLE, text)
        if scales:
            room = min(end - start - 8, _room_beside(legend, box.center().x()))
            text = _first_fitting(metrics, room, (*_scale_notes(plain(scales[gap]), quantity), ""))
            painter.drawText(box.translated(0, 18), _IN_THE_MIDDLE, text)


def _room_beside(legend: QRectF, middle: float) -> float:
    """How wide a text around ``middle`` may be without touching the legend."""
    if legend.contains(middle, legend.center().y()):
        return 0.0
    reach = middle - legend.right() if middle > legend.right() else legend.left() - middle
    return 2 * (reach - _CLEAR)


def _counts(here: int, there: int) -> tuple[str, ...]:
    """The number of connections, the longest way of saying it first."""
    translate = QCoreApplication.translate
    numbers = {"before": count(here), "after": count(there), "count": count(here * there)}
    return (
        translate("Legend", "{before} · {after} = {count} connections").format(**numbers),
        translate("Legend", "{before} · {after} = {count}").format(**numbers),
        numbers["count"],
    )


def _scale_notes(scale: str, quantity: Quantity) -> tuple[str, ...]:
    """At which value colour is full, the longest way of saying it first."""
    translate = QCoreApplication.translate
    values = {
        "symbol": quantity.symbol,
        "scale": _signed(scale, quantity),
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


def _line_stops(theme: Theme, is_zero_centred: bool) -> list[tuple[float, QColor]]:
    """Colours up to full scale, as strong as lines of those values are."""
    least = -8 if is_zero_centred else 0
    stops = []
    for step in range(least, 9):
        opacity = abs(step / 8) ** EXPONENT
        full = theme.colour("positive" if step > 0 else "negative")
        colour = mixed(theme.colour("ground"), full, opacity)
        stops.append(((step - least) / (8 - least), colour))
    return stops


def _paint_bar(painter: QPainter, box: QRectF, stops: list[tuple[float, QColor]]) -> None:
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    for place, colour in stops:
        gradient.setColorAt(place, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(box, 3, 3)


def _paint_texts(painter: QPainter, theme: Theme, bar: QRectF, texts: tuple[str, str, str]) -> None:
    """Write below a bar: at its left, in its middle, at its right."""
    painter.setPen(theme.colour("secondary"))
    sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
    for text, side in zip(texts, sides, strict=True):
        box = QRectF(bar.left(), bar.top() + 10, bar.width(), 16)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, text)


def _widths(
    layout: NetworkLayout, scale: ActivationScale, quantity: Quantity
) -> tuple[float, float, float]:
    """Of the bar of the lines, of the room beside it, and of the bar of a."""
    if layout.width >= _NARROW and layout.layers[0].picture is not None:
        return _BAR, _BETWEEN, _BAR
    is_long = len(quantity.symbol) > _LONG_SYMBOL
    between = _SHORT_BETWEEN if is_long or scale.is_long else _BETWEEN
    return (
        _LONGER_BAR if is_long else _SHORT_BAR,
        between,
        _LONGER_BAR if scale.is_long else _SHORT_BAR,
    )


def legend_tip(is_signed: bool, quantity: Quantity, scales: tuple[float, ...]) -> str:
    """What the legend has no room to say."""
    translate = QCoreApplication.translate
    lines = translate(
        "Legend",
        "The colour of a line grows with |{symbol}| to the power of 1.6, up to the {symbol} that "
        "is named below its gap. Where more than 250 lines cross a gap, weak ones are drawn "
        "fainter; and where many of them are strong, all are.",
    ).format(symbol=quantity.symbol)
    parts = [quantity.sentence, lines]
    if scales:
        full = translate("Legend", "From left to right, colour is full at {scales}.")
        parts.append(
            full.format(scales=", ".join(_signed(plain(scale), quantity) for scale in scales))
        )
    if is_signed:
        parts.append(translate("Legend", "A circle is orange where its a is below 0."))
    return "\n".join(parts)
