"""What every test gets: a screenless Qt, and arithmetic that repeats bit for bit."""

from __future__ import annotations

import gc
import os

# Before numpy and Qt are imported. One BLAS thread, as the training process has.
for _variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings  # noqa: E402 (after what numpy and Qt are to know)

# What fails is printed; to keep every example in files takes longer than many a test.
settings.register_profile("suite", database=None)
settings.load_profile("suite")

# Look seldom for cycles: the trees of modules that are collected, and thousands of tests' worth
# of objects, are looked through each time.
gc.set_threshold(20_000, 20, 100)


def pytest_collection_finish() -> None:
    """Look no more at what is there by now, which stays."""
    gc.collect()
    gc.freeze()
