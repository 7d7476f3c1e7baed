"""What the README promises."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_README = (_ROOT / "README.md").read_text("utf-8")


def test_its_python_examples_run_and_read_most_digits() -> None:
    examples = re.findall(r"```python\n(.*?)```", _README, re.DOTALL)
    assert len(examples) >= 2
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(examples)],
        capture_output=True,
        text=True,
        check=True,
        cwd=_ROOT,
    )
    accuracy, cost = map(float, done.stdout.splitlines()[:2])
    assert accuracy >= 0.95
    assert cost > 0


def test_its_pictures_and_folders_are_there() -> None:
    named = re.findall(r"!\[[^]]*\]\(([^)]+)\)|^\| `(\w+/)`", _README, re.MULTILINE)
    assert len(named) >= 6
    assert [a or b for a, b in named if not (_ROOT / (a or b)).exists()] == []
