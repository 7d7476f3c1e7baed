"""Looking at data: in a process of its own, which tells what it finds, or why it finds nothing."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import load_dataset
from core.datasets.finding import Found
from tests.visualiser.data.idx import idx_folder
from tests.visualiser.windows import PATIENCE
from visualiser.data import looker
from visualiser.data.looking import Looking


class _Heard:
    """All that a look tells."""

    def __init__(self, looking: Looking) -> None:
        self.found: list[Found] = []
        self.failures: list[str] = []
        looking.found.connect(self.found.append)
        looking.failed.connect(self.failures.append)

    @property
    def is_over(self) -> bool:
        return bool(self.found or self.failures)


@pytest.fixture
def looking() -> Iterator[Looking]:
    made = Looking()
    yield made
    made.stop()
    made.deleteLater()


def look(qtbot: QtBot, looking: Looking, source: str) -> _Heard:
    heard = _Heard(looking)
    looking.look(source)
    qtbot.waitUntil(lambda: heard.is_over, timeout=PATIENCE)
    assert not looking.is_looking
    return heard


def test_what_is_found_is_what_loading_gives(qtbot: QtBot, looking: Looking) -> None:
    heard = look(qtbot, looking, "digits")
    found, data = heard.found[0], load_dataset("digits")
    assert not heard.failures
    assert (found.source, found.train_count, found.test_count) == ("digits", 1437, 360)
    assert found.image_shape == (8, 8)
    counts = [
        (int((data.train.labels == c).sum()), int((data.test.labels == c).sum())) for c in range(10)
    ]
    assert list(found.class_counts) == counts
    pictures = data.train.inputs[:20].reshape(20, 8, 8)
    np.testing.assert_array_equal(found.pictures, pictures)
    assert found.picture_labels == tuple(data.train.labels[:20].tolist())


def test_what_cannot_be_read_is_a_sentence_that_names_it(
    qtbot: QtBot, looking: Looking, tmp_path: Path
) -> None:
    folder = idx_folder(tmp_path / "data")
    broken = folder / "t10k-labels-idx1-ubyte"
    broken.write_bytes(b"\0\0")
    heard = look(qtbot, looking, str(folder))
    assert not heard.found
    assert str(broken) in heard.failures[0]
    assert "\n" not in heard.failures[0]


def test_a_process_that_dies_is_a_sentence(qtbot: QtBot, looking: Looking) -> None:
    heard = _Heard(looking)
    looking.look("digits")
    process = looking._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    # What it may have told before it died is not what this is about.
    while looking._connection is not None and looking._connection.poll():
        try:
            looking._connection.recv()
        except EOFError:
            break
    qtbot.waitUntil(lambda: heard.is_over, timeout=PATIENCE)
    assert "digits" in heard.failures[0]
    assert "ended unexpectedly" in heard.failures[0]


def test_stopping_is_at_once_and_nothing_more_is_told(looking: Looking, qtbot: QtBot) -> None:
    heard = _Heard(looking)
    looking.look("digits")
    process = looking._process
    assert process is not None
    looking.stop()
    assert not looking.is_looking
    with pytest.raises(ValueError, match="closed"):
        process.is_alive()
    # A later look is told of alone.
    later = look(qtbot, looking, "nothing of that name")
    assert len(later.failures) == 1
    assert not heard.found
    assert heard.failures == later.failures


class _Pipe:
    """Keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[object] = []

    def send(self, message: object) -> None:
        self.sent.append(message)


def watched(shares: list[float], wait: float) -> Callable[..., Any]:
    """Something that finds nothing, and takes its time."""

    def find(_: str, watch: Callable[[float], None]) -> str:
        for share in shares:
            watch(share)
            end = time.monotonic() + wait
            while time.monotonic() < end:
                pass
        return "found"

    return find


def test_shares_are_told_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = _Pipe()
    monkeypatch.setattr(looker, "find", watched([0.1, 0.2, 0.3], 0.06))
    assert looker._looked(pipe, "x") == "found"  # type: ignore[arg-type,comparison-overlap]
    assert pipe.sent == [looker.Share(0.1), looker.Share(0.2), looker.Share(0.3)]


def test_shares_that_follow_each_other_closely_are_not_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipe = _Pipe()
    monkeypatch.setattr(looker, "find", watched([index / 1000 for index in range(1000)], 0))
    looker._looked(pipe, "x")  # type: ignore[arg-type]
    assert pipe.sent[0] == looker.Share(0.0)
    assert len(pipe.sent) < 100


def test_too_little_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(looker, "find", find)
    told = looker._looked(_Pipe(), "large.csv")  # type: ignore[arg-type]
    assert "large.csv needs more memory" in str(told)
