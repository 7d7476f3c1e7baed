"""Which of one's own digits the network reads rightly is answered where the run is."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from core import Dataset, Examples, Network, Run
from core.datasets.drawn import Sheet, save_sheet
from core.drawing import SIDE, prepare
from core.errors import DataError
from tests.visualiser.states import new_run
from visualiser.training.drawn_questions import ReadDrawn


@pytest.fixture
def sheet() -> Sheet:
    ink = np.zeros((5, SIDE, SIDE), np.uint8)
    for place in range(5):
        ink[place, 20:90, 30 : 40 + 10 * place] = 255
    return Sheet(ink, np.array([1, 0, 1, 8, 0]))


@pytest.fixture
def path(sheet: Sheet, tmp_path: Path) -> Path:
    save_sheet(sheet, tmp_path / "sheet.npz")
    return tmp_path / "sheet.npz"


def test_each_is_read_as_the_network_reads_its_picture(sheet: Sheet, path: Path) -> None:
    run = new_run()
    run.train(500)
    found = ReadDrawn(path).answer(run)
    assert found.labels == (1, 0, 1, 8, 0)
    alone = [run.network.forward(prepare(ink, (8, 8)).inputs).activations[-1] for ink in sheet.ink]
    assert found.answers == tuple(int(outputs.argmax()) for outputs in alone)
    assert found.right == sum(a == b for a, b in zip(found.labels, found.answers, strict=True))
    assert run.position == 500


def test_it_travels_small(path: Path) -> None:
    question = ReadDrawn(path)
    assert pickle.loads(pickle.dumps(question)) == question  # noqa: S301 (ours)
    assert len(pickle.dumps(question)) < 1000


def test_a_network_that_takes_no_pictures(path: Path) -> None:
    examples = Examples.from_arrays(np.zeros((4, 3)), [0, 1, 0, 1])
    run = Run(Network((3, 2)), Dataset("rows", examples, examples, (1, 3)), batch_size=2)
    with pytest.raises(DataError, match="takes no pictures"):
        ReadDrawn(path).answer(run)


def test_a_sheet_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.npz"):
        ReadDrawn(tmp_path / "gone.npz").answer(new_run())
