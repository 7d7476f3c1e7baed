"""A program that is killed while it trains and saves loses next to nothing."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.core.crash import kill_and_look


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills like that here")
def test_what_a_killed_program_leaves_is_whole(tmp_path: Path) -> None:
    found = kill_and_look(tmp_path, kills=5, seed=1, longest=50)
    assert found["kills"] == 5
    assert found["whole: the journal"] >= 3
