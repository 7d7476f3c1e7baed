"""AboveZero: how low a logarithmic axis of C has to reach where some C is exactly 0."""

from __future__ import annotations

from visualiser.cost_history import CostHistory

# Where every C is 0.
_NONE = 1.0


class AboveZero:
    """Finds the least cost above 0 of a history that grows, reading only what is new.

    Parameters
    ----------
    history : CostHistory
    """

    def __init__(self, history: CostHistory) -> None:
        self._history, self._unread = history, history.reader()
        self._read, self._least = 0, _NONE

    def least(self) -> float:
        """The least of those that there are by now; 1 where that is larger, or there is none."""
        costs = self._history.costs
        start = self._unread.take(len(costs))
        if start < self._read:
            # Among those that no longer hold may have been the least.
            start, self._least = 0, _NONE
        new = costs[start:]
        self._least = float(new.min(initial=self._least, where=new > 0))
        self._read = len(costs)
        return self._least
