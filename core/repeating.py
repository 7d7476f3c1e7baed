"""Whether this machine's arithmetic repeats a run that another one may have made."""

from __future__ import annotations

import numpy as np

from core.run import Run

# Steps that are taken again: enough for a last digit to show.
_MOST = 1000


def repeats(run: Run) -> bool:
    """Whether steps taken again cost, bit for bit, what they cost when they were new.

    The newest ones are tried, from the checkpoint before them; the run is where it was
    afterwards. Where this is not so, every checkpoint is still what it was when the run was
    saved, but a step between two of them may differ in its last digits.
    """
    end = run.length
    if end == 0:
        return True
    start = run.branch.checkpoints.nearest(end - 1)
    end = min(end, start + _MOST)
    with run.unmoved():
        run.go_to(start)
        again = [run.step().cost for _ in range(end - start)]
    return np.array_equal(again, run.costs[start:end])
