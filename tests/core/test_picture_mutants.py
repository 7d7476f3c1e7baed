"""The short version of ``python -m tests.fuzz --kinds pictures``."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from tests.fuzz import pool
from tests.fuzz.mutants import Mutant


@pytest.mark.skipif(sys.platform != "linux", reason="Memory is measured on Linux")
def test_no_mutant_of_a_picture_does_what_it_must_not() -> None:
    mutants = [Mutant("pictures", 2, number) for number in range(100)]
    found = Counter(outcome.verdict for _, outcome in pool.outcomes(mutants))
    assert set(found) == {"opened", "refused"}
    assert found.total() == 100
