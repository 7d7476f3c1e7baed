"""What is said of a plane: its directions, its examples, and how much of the path lies in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.number_format import count, fixed, percent
from visualiser.training.landscape_questions import FoundPlane, PlaneOfCost


def names(question: PlaneOfCost, found: FoundPlane) -> tuple[str, str]:
    """What the two directions are called, beside the axes."""
    if found.variances is not None:
        one, other = (percent(share) for share in found.variances)
        return (
            _tr("length along the first principal direction ({share})").format(share=one),
            _tr("length along the second principal direction ({share})").format(share=other),
        )
    drawn = _tr("length along a random direction (seed {seed})")
    if question.kind == "gradient":
        return (
            _tr("length along ∇C: from the ring to the right, C rises"),
            _tr("length at right angles to it, random (seed {seed})").format(seed=question.seed),
        )
    return drawn.format(seed=question.seed), drawn.format(seed=question.seed + 1)


def about(found: FoundPlane) -> str:
    """Which step the plane goes through, and over which examples C is the mean."""
    fields = {
        "step": count(found.position),
        "n": count(found.counted),
        "all": count(found.available),
    }
    if found.counted == found.available:
        text = _tr("Through the network of step {step}. C is the mean over {n} examples.")
    else:
        text = _tr(
            "Through the network of step {step}. C is the mean over {n} of {all} training "
            "examples, evenly chosen."
        )
    return text.format(**fields)


def about_path(found: FoundPlane) -> str:
    """How much of the path the plane shows."""
    if len(found.path_steps) < 2:
        return _tr("No path yet: no step was taken on the way here.")
    fields = {
        "share": percent(found.path.share),
        "farthest": fixed(float(found.path.distances.max()), 3),
        "n": count(len(found.path_steps)),
    }
    if found.variances is not None:
        text = _tr(
            "The path is drawn as its shadow, from {n} networks: {share} of their squared "
            "distances from here (of their variance about it) lie in the plane. The farthest is "
            "{farthest} away from it, where C is another one than the map’s."
        )
    else:
        text = _tr(
            "The path is drawn as its shadow, from {n} networks: {share} of their squared "
            "distances from here lie in the plane. The farthest is {farthest} away from it, where "
            "C is another one than the map’s."
        )
    return text.format(**fields)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlaneWords", text)
