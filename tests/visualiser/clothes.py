"""Data that is no digits: made-up pictures whose classes have names, some of them long."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from core import Dataset, Run, RunSettings
from tests.visualiser.states import digits, snapshot_of
from visualiser.training.snapshot import Snapshot

NAMES = (
    "T-shirt",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal with a very long name",
    "Shirt",
    "Sneaker",
    "Bag",
    "<b>Boot</b>",
)


@cache
def clothes() -> Dataset:
    """The embedded digits, under other names: what is in the pictures does not matter."""
    return replace(digits(), name="clothes", class_names=NAMES)


@cache
def dressed(steps: int = 200, index: int = 0) -> Snapshot:
    """The state after so many steps on these."""
    run = clothes_run()
    run.train(steps)
    return snapshot_of(run, index)


def clothes_run() -> Run:
    return RunSettings().new_run(clothes())
