"""Whether a run repeats, as one of another machine may not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core import Dataset, Network, Run
from core.repeating import repeats


@pytest.fixture
def run(make_data: Callable[..., Dataset]) -> Run:
    run = Run(Network((4, 3, 3), seed=5), make_data(), batch_size=3)
    run.steps(230)
    return run


def test_a_run_of_this_machine_repeats(run: Run) -> None:
    run.go_to(150)
    before = run.network.parameters.vector.copy()
    assert repeats(run)
    assert run.position == 150
    assert run.network.parameters.vector.tobytes() == before.tobytes()


def test_a_run_without_a_step_repeats(make_data: Callable[..., Dataset]) -> None:
    assert repeats(Run(Network((4, 3, 3)), make_data(), batch_size=3))


def test_one_bit_tells(run: Run) -> None:
    """Another machine's state differs in a last bit: its steps cost something else."""
    newest = max(run.branch.checkpoints.vectors)
    vector = run.branch.checkpoints.vectors[newest].copy()
    vector[:] = np.nextafter(vector, np.inf, dtype=vector.dtype)
    run.branch.checkpoints.vectors[newest] = vector
    costs = run.costs.copy()
    assert not repeats(run)
    assert run.costs.tolist() == costs.tolist()
