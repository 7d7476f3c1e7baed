"""The legend of the network picture: what colour means, and on which scale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter

from visualiser.network_view.colours import EXPONENT
from visualiser.network_view.layout import NetworkLayout
from visualiser.number_format import count, plain
from visualiser.theme import Theme, mixed
from visualiser.training.snapshot import Snapshot

_BAR, _SHORT_BAR, _LONGER_BAR = 96.0, 56.0, 76.0
# A picture narrower than this has the short bars.
_NARROW = 800.0
_THICKNESS, _BETWEEN, _SHORT_BETWEEN = 6.0, 22.0, 12.0
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def legend_box(layout: NetworkLayout, scale: ActivationScale) -> QRectF:
    """Where the legend stands: below the input picture, or else below the outputs' bars."""
    weight_width, between, activation_width = _widths(layout, scale)
    width = weight_width + between + activation_width
    left = 36.0 if layout.layers[0].picture is not None else layout.width - width - 8
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
    painter: QPainter, theme: Theme, layout: NetworkLayout, scale: ActivationScale
) -> None:
    """Draw the bars of W and of a."""
    box = legend_box(layout, scale)
    weight_width, between, activation_width = _widths(layout, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    bar = QRectF(box.left(), box.top(), weight_width, _THICKNESS)
    _paint_bar(painter, bar, _weight_stops(theme))
    _paint_texts(painter, theme, bar, ("−", "W", "+"))
    bar = QRectF(bar.right() + between, box.top(), activation_width, _THICKNESS)
    names = ("negative", "off", "on") if scale.is_signed else ("off", "on")
    colours = [theme.colour(name) for name in names]
    stops = [(place / (len(names) - 1), colour) for place, colour in enumerate(colours)]
    _paint_bar(painter, bar, stops)
    _paint_texts(painter, theme, bar, scale.texts)


def paint_gap_notes(
    painter: QPainter, theme: Theme, layout: NetworkLayout, scales: tuple[float, ...]
) -> None:
    """Under each gap: how many connections cross it, and at which W colour is full."""
    painter.setPen(theme.colour("secondary"))
    metrics = painter.fontMetrics()
    for gap in range(len(layout.layers) - 1):
        left, right = layout.layers[gap], layout.layers[gap + 1]
        start, end = float(left.exits[:, 0].max()), float(right.centres[:, 0].min())
        room = end - start - 4
        box = QRectF(start, layout.height - 50, end - start, 18)
        text = _first_fitting(metrics, room, _counts(len(left.centres), len(right.centres)))
        painter.drawText(box, _IN_THE_MIDDLE, text)
        if scales:
            text = _first_fitting(metrics, room, _scale_notes(plain(scales[gap])))
            painter.drawText(box.translated(0, 18), _IN_THE_MIDDLE, text)


def _counts(here: int, there: int) -> tuple[str, ...]:
    """The number of connections, the longest way of saying it first."""
    translate = QCoreApplication.translate
    numbers = {"before": count(here), "after": count(there), "count": count(here * there)}
    return (
        translate("Legend", "{before} · {after} = {count} connections").format(**numbers),
        translate("Legend", "{before} · {after} = {count}").format(**numbers),
        numbers["count"],
    )


def _scale_notes(scale: str) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("Legend", "full colour at W = ±{scale}").format(scale=scale),
        translate("Legend", "full at ±{scale}").format(scale=scale),
        translate("Legend", "±{scale}").format(scale=scale),
    )


def _first_fitting(metrics: QFontMetrics, room: float, texts: tuple[str, ...]) -> str:
    """The first of them that there is room for, or else the last."""
    fitting = (text for text in texts if metrics.horizontalAdvance(text) <= room)
    return next(fitting, texts[-1])


def _weight_stops(theme: Theme) -> list[tuple[float, QColor]]:
    """Colours from −full to +full scale, as strong as lines of those weights are."""
    stops = []
    for step in range(-8, 9):
        opacity = abs(step / 8) ** EXPONENT
        full = theme.colour("positive" if step > 0 else "negative")
        stops.append(((step + 8) / 16, mixed(theme.colour("ground"), full, opacity)))
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


def _widths(layout: NetworkLayout, scale: ActivationScale) -> tuple[float, float, float]:
    """Of the bar of W, of the room beside it, and of the bar of a."""
    if layout.width >= _NARROW and layout.layers[0].picture is not None:
        return _BAR, _BETWEEN, _BAR
    if scale.is_long:
        return _SHORT_BAR, _SHORT_BETWEEN, _LONGER_BAR
    return _SHORT_BAR, _BETWEEN, _SHORT_BAR


def legend_tip(is_signed: bool) -> str:
    """What the legend has no room to say."""
    translate = QCoreApplication.translate
    lines = translate(
        "Legend",
        "The colour of a line grows with |W| to the power of 1.6, up to the W that is named "
        "below its gap. Where many lines cross a gap, all of them are drawn fainter.",
    )
    if not is_signed:
        return lines
    circles = translate("Legend", "A circle is orange where its a is below 0.")
    return f"{lines}\n{circles}"
