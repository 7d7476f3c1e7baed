"""How long MNIST takes to load, and how much memory, beside the shortest way to read its files."""

from __future__ import annotations

import gzip
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.table import Row, Table, judged, mnist_folder
from core import load_dataset

_TURNS = 9
_NAMES = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
# Bytes before the pictures and before the labels.
_HEADERS = {"images": 16, "labels": 8}


def measure() -> Table:
    """Load it again and again, both ways in turns."""
    table = Table(
        "MNIST's 70,000 pictures from its four .gz files, medians of "
        f"{_TURNS} turns; memory in times of the float32 array of all pictures"
    )
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder).", file=sys.stderr)
        return table
    found = folder
    ways: dict[str, Callable[[], object]] = {
        "gzip and numpy": lambda: _shortest(found),
        "load_dataset": lambda: load_dataset(found),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(_TURNS):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - began)
    shortest = statistics.median(times["gzip and numpy"])
    for name, way in ways.items():
        seconds = statistics.median(times[name])
        row: Row = {"way": name, "seconds": seconds, "of the shortest": seconds / shortest}
        table.rows.append({**row, **_memory(way), **judged(seconds, most=1)})
    return table


def _shortest(folder: Path) -> list[object]:
    """What anyone would write: nothing is checked, and the labels stay as they are."""
    parts: list[object] = []
    for name in _NAMES:
        kind = "images" if "images" in name else "labels"
        content = gzip.decompress((folder / f"{name}-ubyte.gz").read_bytes())
        numbers = np.frombuffer(content, np.uint8, offset=_HEADERS[kind])
        parts.append(numbers / np.float32(255) if kind == "images" else numbers)
    return parts


def _memory(way: Callable[[], object]) -> Row:
    """What is held once it is loaded, and at most on the way."""
    array = 70_000 * 784 * 4
    tracemalloc.start()
    kept = way()
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return {"memory held": held / array, "at most": most / array}
