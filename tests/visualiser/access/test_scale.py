"""At 150 and 200 % everything has room, lines are exact and pictures are sharp."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import visualiser

_ROOT = Path(visualiser.__file__).parent.parent
_PATIENCE = 90  # seconds


def looked_at(folder: Path, scale: float) -> dict[str, Any]:
    """What a window of 1280×800 is like on a screen just as large, at a scale."""
    width, height = round(1280 * scale), round(800 * scale)
    one = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    screens = [{**one, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}))
    homes = {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    environment = {
        **os.environ,
        **homes,
        "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}",
        "QT_SCALE_FACTOR": str(scale),
        "PYTHONPATH": str(_ROOT),
    }
    command = [sys.executable, "-m", "tests.visualiser.access.at_scale", str(folder)]
    done = subprocess.run(
        command,
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_at_a_larger_scale(tmp_path: Path, scale: float) -> None:
    found = looked_at(tmp_path, scale)
    assert found["ratio"] == scale
    assert found["screen"] == found["size"] == [1280, 800]
    assert found["without_room"] == []
    # A pixel of ours is that many of the screen's, or the next fewer.
    assert found["hairlines"] in (int(scale), round(scale + 0.5))
    # A picture of fewer pixels that was enlarged would have none.
    assert all(share > 0.1 for share in found["sharpness"].values()), found["sharpness"]
