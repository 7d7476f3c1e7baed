"""What arithmetic the numbers of a run come from: they repeat bit for bit within one."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any, cast

import numpy as np

from core.threads import THREADS


@lru_cache(maxsize=1)
def arithmetic() -> dict[str, str]:
    """numpy, its BLAS, how many threads that may use, and what the processor offers both.

    Two machines for which this is the same compute the same bits.
    """
    config = cast("dict[str, Any]", np.show_config(mode="dicts"))
    blas = config.get("Build Dependencies", {}).get("blas", {})
    found = config.get("SIMD Extensions", {}).get("found", [])
    return {
        "numpy": np.__version__,
        "blas": f"{blas.get('name', 'unknown')} {blas.get('version', '')}".strip(),
        # OpenBLAS takes the kernel that fits the processor, or the one named here.
        "kernel": os.environ.get("OPENBLAS_CORETYPE", "the processor's"),
        "threads": THREADS,
        "processor": " ".join(found),
    }
