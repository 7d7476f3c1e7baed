"""What the bits of a run depend on."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np

from core import Dataset, Network, Run, arithmetic
from core.threads import THREAD_VARIABLES

ASK = "import core, json; print(json.dumps(core.arithmetic()))"


def arithmetic_with(**variables: str) -> dict[str, str]:
    """What a fresh interpreter says of itself in this environment."""
    kept = {
        k: v for k, v in os.environ.items() if k not in (*THREAD_VARIABLES, "OPENBLAS_CORETYPE")
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**kept, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_it_names_what_computes() -> None:
    found = arithmetic()
    assert set(found) == {"numpy", "blas", "kernel", "threads", "processor"}
    assert found["numpy"] == np.__version__
    assert all(found.values())


def test_json_holds_it() -> None:
    assert json.loads(json.dumps(arithmetic())) == arithmetic()


def test_a_run_remembers_it(tiny: Dataset) -> None:
    assert Run(Network((4, 3)), tiny, batch_size=3).made_with == arithmetic()


def test_one_thread_unless_it_was_said_otherwise() -> None:
    assert arithmetic_with()["threads"] == "1"
    assert arithmetic_with(OPENBLAS_NUM_THREADS="2")["threads"] == "2"


def test_a_kernel_that_was_chosen_is_named() -> None:
    chosen, usual = arithmetic_with(OPENBLAS_CORETYPE="Haswell"), arithmetic_with()
    assert chosen["kernel"] == "Haswell"
    assert usual["kernel"] != "Haswell"
    assert {**chosen, "kernel": ""} == {**usual, "kernel": ""}
