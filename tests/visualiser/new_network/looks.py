"""Data that is found at once, without the process that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from core.datasets.finding import Found, find
from visualiser.data.looking import Looking

MISSING = "MNIST is not here; fetch it."


@cache
def found(source: str) -> Found:
    """What is in data; MNIST is made up, of the size that it has."""
    if source != "mnist":
        return find(source)
    return replace(
        find("digits"),
        source="mnist",
        reader="mnist",
        train_count=60_000,
        test_count=10_000,
        image_shape=(28, 28),
        pictures=np.zeros((1, 28, 28), np.float32),
        picture_labels=(0,),
    )


@contextmanager
def found_at_once(has_mnist: bool = True) -> Iterator[list[str]]:
    """Have all data found as soon as it is looked at; yields what was."""
    looked: list[str] = []

    def look(self: Looking, source: str) -> None:
        looked.append(source)
        if source == "mnist" and not has_mnist:
            self.failed.emit(MISSING)
        else:
            self.found.emit(found(source))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Looking, "look", look)
        yield looked
