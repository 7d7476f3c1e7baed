"""The sheet of own digits: kept in a file, read with suspicion, and data like any other."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Run, RunSettings, load_dataset
from core.datasets.drawn import MOST_DRAWINGS, Sheet, is_sheet, read_sheet, save_sheet
from core.drawing import SIDE, prepare
from core.errors import DataError, UserError

Check = Callable[[UserError, str, str], None]
KIND = np.bytes_(b"visualiser digits 1")


def sheet(count: int = 12) -> Sheet:
    random = np.random.default_rng(5)
    ink = np.zeros((count, SIDE, SIDE), np.uint8)
    for place in range(count):
        left, width = random.integers(10, 60), random.integers(8, 40)
        ink[place, 20:90, left : left + width] = 255
    return Sheet(ink, np.arange(count) % 10)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "mine.npz"
    save_sheet(sheet(), path)
    return path


def test_a_sheet_comes_back_as_it_was(saved: Path) -> None:
    found = read_sheet(saved)
    assert np.array_equal(found.ink, sheet().ink)
    assert np.array_equal(found.labels, sheet().labels)
    assert is_sheet(saved)


def test_anyone_can_open_it(saved: Path) -> None:
    with np.load(saved, allow_pickle=False) as arrays:
        assert arrays["kind"] == KIND
        assert arrays["ink"].shape == (12, SIDE, SIDE)
        assert arrays["labels"].dtype == np.int64


def test_adding_and_removing() -> None:
    drawing = np.zeros((SIDE, SIDE), np.float32)
    drawing[30:60, 40:50] = 1
    more = Sheet.blank().with_drawing(drawing, 1).with_drawing(drawing, 7)
    assert more.labels.tolist() == [1, 7]
    assert np.array_equal(more.ink[0], drawing * 255)
    assert more.without(0).labels.tolist() == [7]
    assert len(more) == 2, "the sheet itself is as it was"


@pytest.mark.parametrize(
    ("shape", "label"), [((28, 28), 3), ((SIDE, SIDE), 10), ((SIDE, SIDE), -1)]
)
def test_what_does_not_go_on_a_sheet(shape: tuple[int, int], label: int) -> None:
    with pytest.raises(DataError, match="does not go on a sheet"):
        Sheet.blank().with_drawing(np.zeros(shape, np.uint8), label)


def test_it_is_data_prepared_as_mnist(saved: Path) -> None:
    data = load_dataset(saved)
    assert data.image_shape == (28, 28)
    assert (data.input_count, data.class_count) == (784, 10)
    assert len(data.train) + len(data.test) == 12
    assert load_dataset(data.name).train.labels.tolist() == data.train.labels.tolist()
    # In the order of their labels every fifth is for the test: the first is the first 0.
    assert np.array_equal(data.test.inputs[0], prepare(sheet().ink[0], (28, 28)).inputs)


def test_a_network_can_learn_it(saved: Path) -> None:
    settings_of_run = RunSettings(data=str(saved), layers=(784, 10), batch_size=3)
    run: Run = settings_of_run.new_run(settings_of_run.load_data())
    run.train(5)
    assert run.length == 5


def test_loading_tells_how_far_it_is_and_can_be_given_up(saved: Path) -> None:
    shares: list[float] = []
    load_dataset(saved, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_dataset(saved, stop)


def test_too_few_drawings(tmp_path: Path, check_sentence: Check) -> None:
    path = tmp_path / "one.npz"
    save_sheet(sheet(1), path)
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    check_sentence(caught.value, "one.npz", "keep two")


def _with(**changes: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {"kind": KIND, "ink": sheet().ink, "labels": sheet().labels}
    usual.update(changes)
    return {name: value for name, value in usual.items() if value is not None}


@pytest.mark.parametrize(
    "arrays",
    [
        _with(kind=np.bytes_(b"visualiser digits 2")),
        _with(kind=None),
        _with(labels=None),
        _with(more=np.zeros(3)),
        _with(ink=np.zeros((12, 28, 28), np.uint8)),
        _with(ink=np.zeros((12, SIDE, SIDE), np.float32)),
        _with(ink=np.asfortranarray(sheet().ink)),
        _with(labels=np.arange(11)),
        _with(labels=np.full(12, 10)),
        _with(labels=np.full(12, -1)),
        _with(labels=np.array(["3"] * 12)),
        _with(labels=np.array([None] * 12)),
        _with(ink=np.zeros((MOST_DRAWINGS + 1, SIDE, SIDE), np.uint8)),
    ],
)
def test_what_is_no_sheet_is_refused(
    arrays: dict[str, Any], tmp_path: Path, check_sentence: Check
) -> None:
    path = tmp_path / "strange.npz"
    np.savez_compressed(path, **arrays)
    with pytest.raises(DataError) as caught:
        read_sheet(path)
    check_sentence(caught.value, "strange.npz", "choose another file")


def _content() -> bytes:
    stream = io.BytesIO()
    np.savez_compressed(stream, **_with())
    return stream.getvalue()


CONTENT = _content()


@given(
    st.integers(0, len(CONTENT)),
    st.lists(st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(0, 255)), max_size=4),
)
@settings(deadline=None, max_examples=150)
def test_damage_is_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, length: int, changes: list[tuple[int, int]]
) -> None:
    damaged = bytearray(CONTENT)
    for place, value in changes:
        damaged[place] = value
    path = tmp_path_factory.mktemp("damaged") / "sheet.npz"
    path.write_bytes(damaged if length % 2 else damaged[:length])
    try:
        assert len(read_sheet(path)) == 12
    except DataError as error:
        sentence = str(error)
    else:
        sentence = "sheet.npz"
    assert "sheet.npz" in sentence
    is_sheet(path)


def test_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DataError, match="cannot be written"):
        save_sheet(sheet(), tmp_path / "file" / "sheet.npz")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert not is_sheet(tmp_path / "nothing.npz")
    with pytest.raises(DataError, match=r"nothing\.npz"):
        read_sheet(tmp_path / "nothing.npz")
