"""From which |value| on a line's colour is full, per gap; locked, it holds still."""

from __future__ import annotations

import numpy as np

from core.parameters import FloatArray
from visualiser.network_view.colours import full_scale
from visualiser.network_view.options import ViewOptions

# `full_scale` is above 0 where at least one value in so many is not 0.
_SCARCE = 200


class Scales:
    """The scales of what is shown.

    It is asked once for every picture, so that it knows which scales were on the screen when
    they were locked.
    """

    def __init__(self) -> None:
        # By quantity, mode and number of gaps.
        self._in_force: dict[tuple[str, str, int], tuple[float, ...]] = {}

    def of(
        self, values: tuple[FloatArray | None, ...], options: ViewOptions, quantity_id: str
    ) -> tuple[float, ...]:
        """The |value| per gap from which on colour is full.

        Parameters
        ----------
        values : tuple of ndarray or None
            ``values[gap]`` of the shape of ``weights[gap]``; None where there are none.
        options : ViewOptions
            Locked, what was in force for this quantity and mode holds still; what was not
            looked at before is locked at its first scale.
        quantity_id : str
            Of which quantity the values are.

        Returns
        -------
        tuple of float
            0 where all values are 0 or there are none, so that there is nothing to scale. A 0 is
            never locked: the first scale after it is.
        """
        if not options.is_locked:
            self._in_force.clear()
        if options.scale_mode == "fixed":
            return (options.fixed_scale,) * len(values)
        key = (quantity_id, options.scale_mode, len(values))
        held = self._in_force.get(key, (0.0,) * len(values))
        if not all(held):
            own = _scales(values, is_common=options.scale_mode == "common")
            held = tuple(before or now for before, now in zip(held, own, strict=True))
        self._in_force[key] = held
        return held

    def forget(self) -> None:
        """Another network is shown: nothing of what is locked holds for it."""
        self._in_force.clear()


def _scales(values: tuple[FloatArray | None, ...], is_common: bool) -> tuple[float, ...]:
    own = tuple(_scale(gap) for gap in values)
    return (max(own, default=0.0),) * len(own) if is_common else own


def _scale(values: FloatArray | None) -> float:
    """`full_scale`, but 0 where all are 0, and of what is not 0 where that is very little."""
    if values is None:
        return 0.0
    count = int(np.count_nonzero(values))
    if count == 0:
        return 0.0
    return full_scale(values[values != 0] if count * _SCARCE < values.size else values)
