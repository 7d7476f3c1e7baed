"""Questions about what a network must beat, and about how good it is itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from core.datasets.dataset import Dataset
from core.metrics import evaluate
from core.probes.baseline import Baselines, baselines

if TYPE_CHECKING:
    from core.run import Run

# Data does not change, so nobody has to wait twice.
_KNOWN: WeakKeyDictionary[Dataset, Baselines] = WeakKeyDictionary()


@dataclass(frozen=True)
class BaselinesOfData:
    """How the simplest classifiers do on the data of the run."""

    def answer(self, run: Run) -> Baselines | None:
        """None where the data has no classes, so that nothing can be right or wrong."""
        data = run.data
        if not data.has_classes:
            return None
        if data not in _KNOWN:
            _KNOWN[data] = baselines(data)
        return _KNOWN[data]


@dataclass(frozen=True)
class AccuracyOnTest:
    """Which share of the test data the network, as it is now, reads right."""

    def answer(self, run: Run) -> float:
        """0 to 1."""
        return evaluate(run.network, run.data.test).accuracy
