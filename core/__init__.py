"""A feed-forward network that learns, one gradient step at a time, and can go back."""

from core import errors
from core.datasets import DATASETS, Dataset, Examples, load_dataset
from core.metrics import Evaluation, answers, evaluate
from core.network import ForwardPass, Network
from core.parameters import Parameters, parameter_count
from core.run import Run, StepReport
from core.run_file import load_run, save_run
from core.run_settings import RunSettings
from core.trace import LayerTrace, StepTrace

__all__ = [
    "DATASETS",
    "Dataset",
    "Evaluation",
    "Examples",
    "ForwardPass",
    "LayerTrace",
    "Network",
    "Parameters",
    "Run",
    "RunSettings",
    "StepReport",
    "StepTrace",
    "answers",
    "errors",
    "evaluate",
    "load_dataset",
    "load_run",
    "parameter_count",
    "save_run",
]
