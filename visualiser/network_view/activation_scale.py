"""What the colour of an a goes from and to."""

from __future__ import annotations

from dataclasses import dataclass

from visualiser.training.snapshot import Snapshot


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
