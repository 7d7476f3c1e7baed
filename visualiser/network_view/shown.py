"""Shown: what the painters are told, of a state of the run or of one phase of a step."""

from __future__ import annotations

from dataclasses import dataclass

from core.parameters import FloatArray
from visualiser.network_view.activation_scale import ActivationScale
from visualiser.network_view.captions import example_words
from visualiser.network_view.options import Ring
from visualiser.network_view.part_marks import PartMarks
from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.plane_maps import PlaneMaps
from visualiser.network_view.quantities import Quantity
from visualiser.network_view.rings import Rings
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Shown:
    """Everything that is drawn but for the lines' numbers.

    Attributes
    ----------
    quantity : Quantity
        What the lines show.
    activations : tuple of ndarray or None
        ``activations[L]``, shape (N_L,); None for a layer that is not computed yet.
    rings : Rings or None
    label : int or None
        Which output is the right one; None where that is not known.
    is_mean : bool
        Whether it is a mean over examples that differ, which is no answer.
    caption : str
        Below the input's picture.
    activation_scale : ActivationScale
    has_signed_outputs : bool
        Whether an a of the output layer may be negative.
    picture_shape : tuple of int or None
        Rows and columns of the input, None where it is no picture.
    parts : PartMarks
    maps : PlaneMaps or None
        What circles show instead of a, where examples are points of the plane.
    has_classes : bool
        Whether an answer is right or wrong.
    """

    quantity: Quantity
    activations: tuple[FloatArray | None, ...]
    rings: Rings | None
    label: int | None
    is_mean: bool
    caption: str
    activation_scale: ActivationScale
    has_signed_outputs: bool
    picture_shape: tuple[int, int] | None
    parts: PartMarks
    maps: PlaneMaps | None = None
    has_classes: bool = True

    @staticmethod
    def of(snapshot: Snapshot, quantity: Quantity, ring: Ring) -> Shown:
        """A state of the run."""
        example = snapshot.progress.example
        return Shown(
            quantity,
            snapshot.activations,
            Rings.of(snapshot, ring),
            example.label,
            False,
            example_words(example, snapshot.description),
            *_frame(snapshot),
            PlaneMaps.of(snapshot),
            snapshot.description.has_classes,
        )

    @staticmethod
    def of_phase(look: PhaseLook, snapshot: Snapshot) -> Shown:
        """A phase of a step; from the state comes only what holds in every phase."""
        return Shown(
            look.quantity,
            look.activations,
            Rings.of_phase(look),
            look.label,
            look.label is None,
            look.caption,
            *_frame(snapshot),
            has_classes=snapshot.description.has_classes,
        )


def _frame(
    snapshot: Snapshot,
) -> tuple[ActivationScale, bool, tuple[int, int] | None, PartMarks]:
    is_outside = snapshot.description.settings.bias == "outside"
    return (
        ActivationScale.of(snapshot),
        is_outside or snapshot.activation_functions[-1].lowest < 0,
        snapshot.picture_shape,
        PartMarks.of(snapshot.progress.recipe),
    )
