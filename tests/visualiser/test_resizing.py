"""The whole window in another scale: another application, over the same run."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from core.program import PROGRAM
from tests.visualiser.resizing import KEYS


def test_ctrl_plus_and_minus_make_everything_larger_and_smaller(tmp_path: Path) -> None:
    # As an application needs its scale before there is one, settings are read more than once.
    broken = tmp_path / PROGRAM / "settings.ini"
    broken.parent.mkdir()
    broken.write_text("no settings")
    homes = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.visualiser.resizing"],
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [line.split("|") for line in done.stdout.splitlines()]
    # Each multiplied with the 2 that the desktop has.
    assert [float(ratio) for ratio, *_ in told] == [2.0, 2.2, 2.0]
    steps = list(range(1, len(KEYS) + 2))
    assert [int(step) for _, step, *_ in told] == steps
    assert [int(length) for _, _, length, *_ in told] == steps
    notices = [notice for *_, notice in told]
    assert "settings.ini.broken-1" in notices[0]
    assert not any("broken" in notice for notice in notices[1:])
    chosen = [selection for *_, selection, _ in told]
    assert chosen[0] == "None"
    for index, (_, after) in enumerate(pairwise(chosen)):
        assert after == f"Neuron(layer=1, index={len(KEYS) - index})"
