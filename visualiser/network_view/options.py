"""How the picture of a network is drawn: what a person chooses, in one frozen record."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Literal, get_args, get_type_hints

InputForm = Literal["picture", "ends", "circles"]
TallForm = Literal["fold", "ends"]
Ring = Literal["none", "bias", "slope"]
ScaleMode = Literal["layer", "common", "fixed"]

SMALLEST_SCALE, LARGEST_SCALE = 1e-9, 1e9


@dataclass(frozen=True)
class ViewOptions:
    """What is chosen; the usual choice is the default.

    Attributes
    ----------
    input_form : {"picture", "ends", "circles"}
        An image input as its image, as the column of its first and last pixels, or as all
        its circles.
    tall_form : {"fold", "ends"}
        A column too tall for the window stands in several, or shows its first and last neurons.
    ring : {"none", "bias", "slope"}
        What the colour of the circles' rings shows: nothing, B or ∂C/∂B.
    weight_pictures : bool
        Whether circles of layer 1 show their incoming lines as an image.
    scale_mode : {"layer", "common", "fixed"}
        From which |value| on a line's colour is full: each layer's own, one for all layers, or
        ``fixed_scale``.
    fixed_scale : float
    is_locked : bool
        Whether scales that follow the values hold still.
    hidden_below : float
        Lines of less than this share of full colour's value are not drawn, 0 to 0.95.
    dashed_negatives : bool
    shows_flow : bool
        Whether a step's forward and backward pass glow along the lines.
    fits_always : bool
        Whether the picture is fitted anew when the window's size changes.
    """

    input_form: InputForm = "picture"
    tall_form: TallForm = "fold"
    ring: Ring = "none"
    weight_pictures: bool = False
    scale_mode: ScaleMode = "layer"
    fixed_scale: float = 1.0
    is_locked: bool = False
    hidden_below: float = 0.0
    dashed_negatives: bool = False
    shows_flow: bool = True
    fits_always: bool = True

    def to_text(self) -> str:
        """All of it as JSON, to be remembered."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_text(text: str) -> ViewOptions:
        """What `to_text` wrote; whatever in it is not valid is as usual."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return ViewOptions()
        if not isinstance(found, dict):
            return ViewOptions()
        names = {field.name for field in fields(ViewOptions)}
        return replace(
            ViewOptions(),
            **{
                name: value for name, value in found.items() if name in names and _fits(name, value)
            },
        )


def _fits(name: str, value: object) -> bool:
    kind = get_type_hints(ViewOptions)[name]
    if choices := get_args(kind):
        return value in choices
    if kind is bool:
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    least, most = (0.0, 0.95) if name == "hidden_below" else (SMALLEST_SCALE, LARGEST_SCALE)
    return least <= value <= most
