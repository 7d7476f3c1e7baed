"""Data for the tests of the core: the embedded digits, and tiny made-up examples."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core import Dataset, Examples, errors, load_dataset, save_run
from tests.core.saved_runs import eventful_run


@pytest.fixture(scope="session")
def digits() -> Dataset:
    return load_dataset("digits")


@pytest.fixture(scope="session")
def make_data() -> Callable[..., Dataset]:
    """``make_data(examples=7, inputs=4, classes=3, seed=0)``: random ink with random labels."""

    def make(examples: int = 7, inputs: int = 4, classes: int = 3, seed: int = 0) -> Dataset:
        random = np.random.default_rng(seed)
        train, test = (
            Examples.from_pixels(
                random.integers(0, 17, (examples, inputs), np.uint8),
                random.integers(0, classes, examples, np.uint8),
                white=16,
                classes=classes,
            )
            for _ in range(2)
        )
        return Dataset(f"made up with seed {seed}", train, test, image_shape=(1, inputs))

    return make


@pytest.fixture(scope="session")
def tiny(make_data: Callable[..., Dataset]) -> Dataset:
    """Seven examples of four numbers, in three classes."""
    return make_data()


@pytest.fixture(scope="session")
def check_sentence() -> Callable[[errors.UserError, str, str], None]:
    """Check that an error is one sentence that names the bad value and the way out."""

    def check(error: errors.UserError, bad: str, remedy: str) -> None:
        text = str(error)
        assert bad in text
        assert remedy in text
        assert text.endswith(".")
        assert "\n" not in text
        assert ". " not in text
        assert "{" not in text

    return check


@pytest.fixture
def allocated() -> Callable[[Callable[[], object]], int]:
    """How many bytes at most were allocated at a time while a function ran."""

    def measure(function: Callable[[], object]) -> int:
        tracemalloc.start()
        try:
            function()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    return measure


@pytest.fixture(scope="session")
def saved_run(tiny: Dataset, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of `eventful_run`."""
    path = tmp_path_factory.mktemp("saved") / "run.nnrun"
    save_run(eventful_run(tiny), path)
    return path.read_bytes()


@pytest.fixture
def run_file(saved_run: bytes, tmp_path: Path) -> Path:
    """A saved `eventful_run`."""
    path = tmp_path / "run.nnrun"
    path.write_bytes(saved_run)
    return path
