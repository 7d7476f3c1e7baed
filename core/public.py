"""The public names of ``core``."""

from __future__ import annotations

from core import errors, probes
from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.datasets import DATASETS, Dataset, Examples, load_dataset
from core.edits import Edit, Redraw
from core.exchange import ImportedWeights, export_costs, export_weights, import_weights
from core.initialisers import INITIALISERS
from core.journal import Journal
from core.machine import arithmetic
from core.metrics import Evaluation, Judgement, answers, evaluate, judge
from core.network import ForwardPass, Network
from core.optimisers import (
    OPTIMISERS,
    Adam,
    GradientDescent,
    Momentum,
    Nesterov,
    Optimiser,
    RmsProp,
)
from core.parameters import Parameters, parameter_count
from core.parts import Held, Part
from core.recipe import Recipe, RecipeOptions
from core.run import Run, StepReport
from core.run_file import load_run, save_run
from core.run_settings import RunSettings
from core.schedules import SCHEDULES, ConstantRate, CosineDecay, LinearDecay, Schedule, StepDecay
from core.trace import LayerTrace, StepTrace

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "DATASETS",
    "INITIALISERS",
    "OPTIMISERS",
    "SCHEDULES",
    "Adam",
    "ConstantRate",
    "CosineDecay",
    "Dataset",
    "Edit",
    "Evaluation",
    "Examples",
    "ForwardPass",
    "GradientDescent",
    "Held",
    "ImportedWeights",
    "Journal",
    "Judgement",
    "LayerTrace",
    "LinearDecay",
    "Momentum",
    "Nesterov",
    "Network",
    "Optimiser",
    "Parameters",
    "Part",
    "Recipe",
    "RecipeOptions",
    "Redraw",
    "RmsProp",
    "Run",
    "RunSettings",
    "Schedule",
    "StepDecay",
    "StepReport",
    "StepTrace",
    "answers",
    "arithmetic",
    "errors",
    "evaluate",
    "export_costs",
    "export_weights",
    "import_weights",
    "judge",
    "load_dataset",
    "load_run",
    "parameter_count",
    "probes",
    "save_run",
]
