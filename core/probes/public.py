"""The public names of ``core.probes``."""

from __future__ import annotations

from core.probes.baseline import Baselines, baselines, baselines_in_chunks
from core.probes.directions import (
    PrincipalDirections,
    gradient_direction,
    gradient_direction_in_chunks,
    principal_directions,
    project,
    random_direction,
)
from core.probes.knocking_out import KnockOut, knock_out, knock_out_in_chunks
from core.probes.landscape import CostPlane, cost_plane, cost_plane_in_chunks
from core.probes.neurons import (
    Contributions,
    LayerSaturation,
    PreferredInputs,
    contributions,
    input_gradient,
    preferred_inputs,
    preferred_inputs_in_chunks,
    saturation,
    saturation_in_chunks,
)
from core.probes.over_time import (
    Histogram,
    HistogramsOverTime,
    LayerLook,
    gradient_norms,
    histogram,
    look_at_layers,
    look_at_layers_in_chunks,
    side_by_side,
)
from core.probes.planes import PathInPlane, box_around, orthonormal, path_in_plane
from core.probes.weights import (
    CostLine,
    Wishes,
    cost_along_weight,
    cost_along_weight_in_chunks,
    wishes,
    wishes_in_chunks,
)

__all__ = [
    "Baselines",
    "Contributions",
    "CostLine",
    "CostPlane",
    "Histogram",
    "HistogramsOverTime",
    "KnockOut",
    "LayerLook",
    "LayerSaturation",
    "PathInPlane",
    "PreferredInputs",
    "PrincipalDirections",
    "Wishes",
    "baselines",
    "baselines_in_chunks",
    "box_around",
    "contributions",
    "cost_along_weight",
    "cost_along_weight_in_chunks",
    "cost_plane",
    "cost_plane_in_chunks",
    "gradient_direction",
    "gradient_direction_in_chunks",
    "gradient_norms",
    "histogram",
    "input_gradient",
    "knock_out",
    "knock_out_in_chunks",
    "look_at_layers",
    "look_at_layers_in_chunks",
    "orthonormal",
    "path_in_plane",
    "preferred_inputs",
    "preferred_inputs_in_chunks",
    "principal_directions",
    "project",
    "random_direction",
    "saturation",
    "saturation_in_chunks",
    "side_by_side",
    "wishes",
    "wishes_in_chunks",
]
