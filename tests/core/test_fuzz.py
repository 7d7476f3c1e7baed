"""The short version of ``python -m tests.fuzz``."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.fuzz import pool
from tests.fuzz.misbehaving import BAD_READERS, work_badly
from tests.fuzz.mutants import KINDS, Mutant

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Memory is measured on Linux")


def test_no_mutant_does_what_it_must_not() -> None:
    kinds = ("safetensors", "npz", "idx", "csv", "data-npz")
    command = [sys.executable, "-m", "tests.fuzz", "--kinds", ",".join(kinds)]
    done = subprocess.run(
        [*command, "--mutants", "1000"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    # At a thousand, it says how far it is.
    assert (done.returncode, done.stderr) == (0, "1000 mutants, 0 of them bad\n"), done.stdout
    for kind in kinds:
        found = re.search(rf"{kind} +200 +(\d+) +(\d+)", done.stdout)
        assert found, done.stdout
        opened, refused = map(int, found.groups())
        # Both happen, and nothing else does.
        assert opened > 0
        assert opened + refused == 200


# The above would hold of anything if nobody looked.


@pytest.mark.parametrize("how", list(BAD_READERS))
def test_bad_readers_are_found_out(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_TIME", 0.3 if how == "hang" else 60)
    work = partial(work_badly, how)
    # Two, so that one process follows another.
    mutants = [Mutant("npz", 1, number) for number in range(2)]
    found = [outcome.verdict for _, outcome in pool.outcomes(mutants, 1, work)]
    assert found == [how.removesuffix(" elsewhere")] * 2


def test_a_mutant_is_the_same_each_time(tmp_path: Path) -> None:
    for kind in KINDS[1:]:
        made = [Mutant(kind, 3, n).make(tmp_path).read_bytes() for n in (5, 6, 5)]
        assert made[0] == made[2] != made[1]
