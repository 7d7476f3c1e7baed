"""The public names of ``core.exchange``."""

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
