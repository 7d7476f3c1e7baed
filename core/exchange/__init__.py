"""Weights and costs in the files of other programs: one file a format, and their table.

Reading needs numpy alone and believes nothing: every size that a file states is checked
against the file, and against what a network may have, before anything is allocated, and
nothing is ever unpickled or evaluated.
"""

from __future__ import annotations

from core.exchange.assembling import ImportedWeights
from core.exchange.costs_file import export_costs
from core.exchange.formats import FORMATS, Format, export_weights, import_weights

__all__ = [
    "FORMATS",
    "Format",
    "ImportedWeights",
    "export_costs",
    "export_weights",
    "import_weights",
]
