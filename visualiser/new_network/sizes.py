"""Sizes of layers: as they are typed, dragged and counted. No widgets."""

from __future__ import annotations

import itertools
import re

from PySide6.QtCore import QCoreApplication

from core.errors import SettingError
from core.network import LARGEST_LAYER
from visualiser.number_format import count

# Layers that can be drawn and read beside each other; core has no such limit.
MOST_HIDDEN = 20
# Neurons that a pixel of a drag is worth: an eighth, or a share of the layer where that is more.
_PIXEL, _SHARE, _FINE = 1 / 8, 1 / 160, 0.2
_LONGEST = 24
# What stands between thousands, wherever somebody comes from.
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.\u202f\u00a0’']\d{3})+")


def read_whole(text: str) -> int:
    """The whole number from 0 up that was typed; thousands may be in groups.

    Raises
    ------
    ValueError
        Where it is none.

    >>> read_whole(" 16 "), read_whole("1,024"), read_whole("1 024")
    (16, 1024, 1024)
    """
    bare = text.strip()
    if _GROUPED.fullmatch(bare):
        bare = re.sub(r"\D", "", bare)
    if not (bare.isascii() and bare.isdigit() and len(bare) < 20):
        raise ValueError(text)
    return int(bare)


def read_size(text: str, layer: int) -> int:
    """The size of a layer that was typed.

    Raises
    ------
    SettingError
        Where no layer can have it.
    """
    try:
        size = read_whole(text)
    except ValueError:
        size = 0
    if 1 <= size <= LARGEST_LAYER:
        return size
    shown = text.strip()
    raise SettingError(
        "“{text}” is no size for layer {layer}; type a whole number from 1 to {largest}, "
        "as in 16, or take the layer out.",
        text=shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…",
        layer=layer,
        largest=count(LARGEST_LAYER),
    )


def dragged(size: int, up: float, is_fine: bool = False) -> int:
    """The size that a layer has after it was dragged up by so many pixels, or down.

    >>> dragged(16, 40), dragged(16, -1000), dragged(16, 40, is_fine=True)
    (21, 1, 17)
    """
    worth = max(_PIXEL, size * _SHARE) * (_FINE if is_fine else 1.0)
    return min(max(round(size + up * worth), 1), LARGEST_LAYER)


def weights_text(before: int, after: int) -> str:
    """The weights between two layers, as a product."""
    return f"{count(before)}·{count(after)}"


def sums_texts(layers: tuple[int, ...]) -> tuple[str, str]:
    """How many W a network has; how many B, and numbers in all: sums that can be done by hand."""
    gaps = [before * after for before, after in itertools.pairwise(layers)]
    weights, biases = sum(gaps), sum(layers[1:])
    whole = _tr("{biases}; in all {weights} + {count} = {numbers} numbers").format(
        biases=_sum("B", layers[1:], biases),
        weights=count(weights),
        count=count(biases),
        numbers=count(weights + biases),
    )
    return _sum("W", gaps, weights), whole


def _sum(letter: str, parts: list[int] | tuple[int, ...], whole: int) -> str:
    """A sum, or its one part."""
    text = count(whole)
    if len(parts) > 1:
        text = f"{' + '.join(map(count, parts))} = {text}"
    return _tr("{letter}: {sum}").format(letter=letter, sum=text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayerSizes", text)
