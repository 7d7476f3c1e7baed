from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from core import DATASETS, Dataset, Examples, load_dataset
from core.datasets import Reader, readers
from core.datasets.digits import _folder
from core.datasets.idx import read_idx
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]
PARTS = ["train", "test"]


def part_of(data: Dataset, part: str) -> Examples:
    examples: Examples = getattr(data, part)
    return examples


@pytest.mark.parametrize("name", [name for name in DATASETS if name != "mnist"])
def test_the_table_uses_the_names(name: str) -> None:
    # Where it has settings, they stand behind it.
    assert load_dataset(name).name.partition(":")[0] == name


def test_how_many_digits(digits: Dataset) -> None:
    assert (len(digits.train), len(digits.test)) == (1437, 360)
    assert (digits.input_count, digits.class_count, digits.image_shape) == (64, 10, (8, 8))


def test_a_fifth_of_every_digit_is_for_testing(digits: Dataset) -> None:
    for label in range(10):
        train, test = ((e.labels == label).sum() for e in (digits.train, digits.test))
        assert abs(test - (train + test) / 5) < 1


def test_no_digit_is_lost_or_in_both(digits: Dataset) -> None:
    """Counted with repetition: the multiset of train and test is that of the file."""
    pixels = read_idx(_folder() / "digits-images-idx3-ubyte.gz")
    labels = read_idx(_folder() / "digits-labels-idx1-ubyte.gz")
    expected = Counter(zip((p.tobytes() for p in pixels), labels.tolist(), strict=True))
    found: Counter[tuple[bytes, int]] = Counter()
    for examples in (digits.train, digits.test):
        whole = (examples.inputs * 16).astype(np.uint8)
        found.update(zip((p.tobytes() for p in whole), examples.labels.tolist(), strict=True))
    assert found == expected


def test_the_split_is_always_the_same(digits: Dataset) -> None:
    again = load_dataset("digits")
    assert again.test.with_ones.tobytes() == digits.test.with_ones.tobytes()


@pytest.mark.parametrize("part", PARTS)
def test_inputs_are_sixteenths_of_ink(digits: Dataset, part: str) -> None:
    inputs = part_of(digits, part).inputs
    assert inputs.dtype == np.float32
    assert inputs.min() == 0
    assert inputs.max() == 1
    assert np.array_equal(inputs * 16, np.round(inputs * 16))


@pytest.mark.parametrize("part", PARTS)
def test_targets_are_one_hot(digits: Dataset, part: str) -> None:
    examples = part_of(digits, part)
    assert np.array_equal(examples.targets, np.eye(10)[examples.labels])


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", ["with_ones", "inputs", "targets", "labels"])
def test_arrays_are_read_only(digits: Dataset, part: str, name: str) -> None:
    array = getattr(part_of(digits, part), name)
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 0


def test_blank_paper_is_0_around_a_digit(digits: Dataset) -> None:
    """Ink is 1: the middle of the pictures is darker than their sides."""
    mean = digits.train.inputs.mean(axis=0).reshape(8, 8)
    assert mean[:, 3:5].mean() > 0.5
    assert mean[:, [0, 7]].mean() < 0.05


@pytest.mark.parametrize("shape", [(3, 2, 2), (3, 4)])
def test_from_pixels(shape: tuple[int, ...]) -> None:
    pixels: npt.NDArray[np.uint8] = np.arange(12, dtype=np.uint8).reshape(shape)
    examples = Examples.from_pixels(pixels, np.array([2, 0, 2], np.uint8), white=11, classes=4)
    assert len(examples) == 3
    assert np.allclose(examples.inputs.ravel() * 11, np.arange(12))
    assert (examples.with_ones[:, -1] == 1).all()
    assert examples.labels.tolist() == [2, 0, 2]
    assert examples.targets.tolist() == [[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 1, 0]]


@pytest.mark.parametrize(
    "source", ["mnits", "no/such/folder", "~nobody-here/mnist", "~\0", "\0", "x" * 5000]
)
def test_a_name_that_is_none_gets_one_sentence(check_sentence: CheckSentence, source: str) -> None:
    with pytest.raises(DataError) as caught:
        load_dataset(source)
    # A name without end is not said in full.
    said = repr(source) if len(source) < 100 else source[:100]
    check_sentence(caught.value, said, "give one of digits")


@pytest.mark.parametrize("name", ["digits.mp4", "folder"])
def test_what_nobody_can_read(tmp_path: Path, check_sentence: CheckSentence, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"0,1") if path.suffix else path.mkdir()
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    check_sentence(caught.value, str(path), "give one of IDX")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_no_file(tmp_path: Path, check_sentence: CheckSentence) -> None:
    path = tmp_path / "data.csv"
    os.mkfifo(path)
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    check_sentence(caught.value, str(path), "choose another")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_that_lead_nowhere(tmp_path: Path, check_sentence: CheckSentence) -> None:
    path = tmp_path / "data.csv"
    path.symlink_to(path)
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    check_sentence(caught.value, str(path), "choose another")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_called_by_its_own_name(tmp_path: Path) -> None:
    """What it leads to may be called anything."""
    (tmp_path / "blob").write_text("0,1.5\n1,2.5\n")
    (tmp_path / "data.csv").symlink_to(tmp_path / "blob")
    assert load_dataset(tmp_path / "data.csv").name == str(tmp_path / "data.csv")


def test_a_path_of_here_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data.csv").write_text("0,1.5\n1,2.5\n")
    monkeypatch.chdir(tmp_path)
    assert load_dataset("data.csv").name == str(tmp_path / "data.csv")


# ------------------------------------------------------------------------ settings, and watching


def _made_up(size: str = "3", seed: str = "0", watch: Callable[[float], None] | None = None) -> Any:
    if watch is not None:
        watch(0.5)
    return size, seed


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DATASETS, "made-up", _made_up)


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("made-up", ("3", "0")),
        ("made-up:", ("3", "0")),
        ("made-up:size=x1+x2", ("x1+x2", "0")),
        ("made-up:seed=1, size = 4", ("4", "1")),
        ("made-up:size=", ("", "0")),
    ],
)
def test_settings_go_to_the_maker(source: str, expected: tuple[str, str]) -> None:
    shares: list[float] = []
    found: Any = load_dataset(source, shares.append)
    assert found == expected
    assert shares == [0.5]


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("bad", ["sise=3", "3", "=3", "size", "watch=1", "size:3"])
def test_a_setting_that_is_none(check_sentence: CheckSentence, bad: str) -> None:
    with pytest.raises(DataError) as caught:
        load_dataset(f"made-up:{bad}")
    check_sentence(caught.value, bad, "write each of size, seed once")


@pytest.mark.usefixtures("made_up")
def test_a_setting_that_is_there_twice(check_sentence: CheckSentence) -> None:
    with pytest.raises(DataError) as caught:
        load_dataset("made-up:size=1,size=2")
    check_sentence(caught.value, "size=2", "once")


def test_data_without_settings(check_sentence: CheckSentence) -> None:
    with pytest.raises(DataError) as caught:
        load_dataset("digits:size=3")
    check_sentence(caught.value, "size=3", "leave out")


def test_a_colon_after_anything_else_is_a_path() -> None:
    with pytest.raises(DataError, match="no such file"):
        load_dataset("C:size=3")


class GivenUp(Exception):  # noqa: N818 (not an error)
    pass


def write_source(folder: Path, kind: str) -> Path:
    """The same pictures in a file of any kind."""
    random = np.random.default_rng(0)
    pictures, labels = random.integers(0, 256, (40, 7, 7), np.uint8), np.arange(40) % 4
    if kind == "npz":
        np.savez_compressed(folder / "a.npz", images=pictures, labels=labels)
        return folder / "a.npz"
    if kind == "csv":
        rows = np.column_stack([labels, pictures.reshape(40, -1)])
        np.savetxt(folder / "a.csv", rows, "%d", ",")
        return folder / "a.csv"
    for split in ("train", "t10k"):
        for name, array in (("images-idx3", pictures), ("labels-idx1", labels.astype(np.uint8))):
            lengths = b"".join(length.to_bytes(4, "big") for length in array.shape)
            content = bytes([0, 0, 8, array.ndim]) + lengths + array.tobytes()
            (folder / f"{split}-{name}-ubyte").write_bytes(content)
    return folder


@pytest.mark.parametrize("error", [GivenUp, OSError, ValueError, MemoryError, KeyboardInterrupt])
@pytest.mark.parametrize("kind", ["idx", "npz", "csv"])
def test_who_watches_sees_the_share_grow_and_can_give_up(
    tmp_path: Path, kind: str, error: type[BaseException]
) -> None:
    path = write_source(tmp_path, kind)
    shares: list[float] = []
    load_dataset(path, shares.append)
    assert shares == sorted(shares)
    assert shares[0] < shares[-1] == 1
    given_up = error()

    def give_up(_: float) -> None:
        raise given_up

    with pytest.raises(error) as caught:
        load_dataset(path, give_up)
    assert caught.value is given_up


@pytest.mark.parametrize("kind", ["idx", "npz", "csv"])
def test_the_same_pictures_from_any_kind_of_file(tmp_path: Path, kind: str) -> None:
    data = load_dataset(write_source(tmp_path, kind))
    pictures = np.random.default_rng(0).integers(0, 256, (40, 7, 7), np.uint8)
    assert (data.image_shape, data.class_count, data.class_names) == ((7, 7), 4, ())
    found = np.concatenate([data.train.inputs, data.test.inputs]) * 255
    expected = pictures.reshape(40, -1)
    if kind == "idx":
        assert np.allclose(found, np.concatenate([expected, expected]), atol=1e-3)
    else:
        is_test = np.zeros(40, bool)
        # Ten of each class, one class after the other: the first and the sixth of each.
        is_test[[label + 4 * turn for label in range(4) for turn in (0, 5)]] = True
        assert np.allclose(
            found, np.concatenate([expected[~is_test], expected[is_test]]), atol=1e-3
        )


def test_memory_that_is_not_enough_is_a_sentence(
    tmp_path: Path, check_sentence: CheckSentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(path: Path, _: object) -> Dataset:
        raise MemoryError(path)

    monkeypatch.setattr(readers, "READERS", (Reader("any", lambda _: True, no_memory),))
    path = tmp_path
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    check_sentence(caught.value, str(path), "choose smaller data")
