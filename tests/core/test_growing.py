"""A row that grows: what was put is there, in memory or in a file, whatever becomes of the disk."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from typing import IO, Any

import numpy as np
import platformdirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import growing
from core.growing import Growing

# So many numbers are more than is kept in memory.
MANY = growing._MOST_IN_MEMORY // 8 + 1
# From which share of the row on it is written anew, and with how many numbers.
rewritings = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3000)), min_size=1, max_size=8)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda _: tmp_path / "cache")
    return tmp_path / "cache"


def in_file(row: Growing) -> bool:
    """Whether its numbers are in memory that is mapped from a file."""
    base = row.values.base
    return base is not None and not base.flags.owndata


@pytest.fixture
def early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let short rows be in files already."""
    monkeypatch.setattr(growing, "_MOST_IN_MEMORY", 16_384)
    monkeypatch.setattr(growing, "_MORE", 8192)


@pytest.mark.usefixtures("early")
@settings(deadline=None, max_examples=40)
@given(rewritings)
def test_it_holds_what_was_put_and_still_stands(parts: list[tuple[float, int]]) -> None:
    row, known = Growing(np.float64), np.empty(0)
    for number, (share, count) in enumerate(parts):
        start = round(share * len(known))
        new = np.arange(count) + number / 10
        row.put(start, new)
        row.append(-1.0)
        known = np.concatenate([known[:start], new, [-1.0]])
        assert len(row) == len(known)
        assert np.array_equal(row.values, known)


def test_a_short_row_needs_no_file_and_a_long_one_leaves_memory_free(folder: Path) -> None:
    row = Growing(np.float64)
    row.put(0, np.zeros(1000))
    assert not in_file(row)
    assert not folder.exists()
    row.put(1000, np.arange(float(MANY)))
    assert in_file(row)
    assert row.values[1000:].tolist() == list(range(MANY))


def test_a_view_holds_while_the_row_grows() -> None:
    row = Growing(np.float32)
    row.put(0, np.arange(2.0 * MANY))
    view = row.values
    for _ in range(3):
        row.put(len(row), np.ones(MANY))
    assert np.array_equal(view, np.arange(2 * MANY, dtype=np.float32))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs Linux's /proc")
def test_nothing_is_left_of_it(folder: Path) -> None:
    def files() -> int:
        # The folder that is listed is one of them, and gone afterwards.
        links = [os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()]
        return sum(str(folder) in link for link in links)

    row = Growing(np.float64)
    row.put(0, np.zeros(3 * MANY))
    assert files() > 0
    assert list(folder.iterdir()) == []
    del row
    gc.collect()
    assert files() == 0


def no_file(*_: object, **__: object) -> IO[bytes]:
    raise PermissionError


def no_room(*_: Any) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("is_full", [True, False])
def test_where_there_is_no_file_or_no_room_it_stays_in_memory(
    monkeypatch: pytest.MonkeyPatch, is_full: bool
) -> None:
    row = Growing(np.float64)
    row.put(0, np.arange(float(MANY)))
    if is_full:
        monkeypatch.setattr(growing, "_reserve", no_room)
    else:
        monkeypatch.setattr(tempfile, "TemporaryFile", no_file)
        row = Growing(np.float64)
        row.put(0, np.arange(float(MANY)))
    row.put(MANY, np.ones(5 * MANY))
    row.append(7.0)
    assert not in_file(row)
    assert np.array_equal(row.values[:MANY], np.arange(MANY))
    assert (row.values[MANY:-1] == 1).all()
    assert row.values[-1] == 7


def test_without_a_cache_folder_the_system_s_own_will_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("no folder")
    row = Growing(np.float64)
    row.put(0, np.ones(MANY))
    assert in_file(row)
    monkeypatch.delattr(os, "posix_fallocate", raising=False)
    row.put(MANY, np.ones(MANY))
    assert in_file(row)
    assert row.values.sum() == 2 * MANY
