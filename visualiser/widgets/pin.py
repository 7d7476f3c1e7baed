"""Pin: an example that a person keeps in view."""

from __future__ import annotations

from dataclasses import dataclass

from core.parameters import FloatArray
from visualiser.training.messages import ShownExample


@dataclass(frozen=True, eq=False)
class Pin:
    """An example that stays in view.

    Attributes
    ----------
    example : ShownExample
    picture : ndarray, shape (rows, columns), or None
        The a of the input layer, where they are a picture.
    """

    example: ShownExample
    picture: FloatArray | None
