"""What the README promises."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_README = (_ROOT / "README.md").read_text("utf-8")


def test_its_python_examples_run_and_read_most_digits(tmp_path: Path) -> None:
    examples = re.findall(r"```python\n(.*?)```", _README, re.DOTALL)
    assert len(examples) >= 2
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(examples)],
        capture_output=True,
        text=True,
        check=True,
        # They save files.
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
    )
    accuracy, cost = map(float, done.stdout.splitlines()[:2])
    assert accuracy >= 0.95
    assert cost > 0
    assert (tmp_path / "weights.safetensors").is_file()
    assert len((tmp_path / "costs.csv").read_text().splitlines()) > 1000


def test_its_layers_for_pytorch_have_the_shapes_of_its_weights() -> None:
    sizes = [tuple(map(int, found)) for found in re.findall(r"nn\.Linear\((\d+), (\d+)\)", _README)]
    last = re.findall(r"core\.Network\(\s*\(([\d, ]+)\)", _README)[-1]
    assert sizes == list(itertools.pairwise(map(int, last.split(","))))


def test_its_pictures_and_folders_are_there() -> None:
    named = re.findall(r"!\[[^]]*\]\(([^)]+)\)|^\| `(\w+/)`", _README, re.MULTILINE)
    assert len(named) >= 6
    assert [a or b for a, b in named if not (_ROOT / (a or b)).exists()] == []
