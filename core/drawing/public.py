"""The public names of ``core.drawing``."""

from __future__ import annotations

from core.drawing.alterations import RANGES, UNCHANGED, Alteration, alter
from core.drawing.photo import best_threshold, ink_of_photo, threshold_of_photo
from core.drawing.preparation import (
    Preparation,
    Prepared,
    Stage,
    as_data,
    prepare,
)
from core.drawing.sampling import SIDE, as_ink, can_be_drawn

__all__ = [
    "RANGES",
    "SIDE",
    "UNCHANGED",
    "Alteration",
    "Preparation",
    "Prepared",
    "Stage",
    "alter",
    "as_data",
    "as_ink",
    "best_threshold",
    "can_be_drawn",
    "ink_of_photo",
    "prepare",
    "threshold_of_photo",
]
