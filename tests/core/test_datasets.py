from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from core import DATASETS, Dataset, Examples, load_dataset
from core.datasets.digits import _folder
from core.datasets.idx import read_idx
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]
PARTS = ["train", "test"]


def part_of(data: Dataset, part: str) -> Examples:
    examples: Examples = getattr(data, part)
    return examples


@pytest.mark.parametrize("name", DATASETS)
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


@pytest.mark.parametrize("source", ["mnits", "no/such/folder", "~nobody-here/mnist", "x" * 5000])
def test_a_name_that_is_none_gets_one_sentence(check_sentence: CheckSentence, source: str) -> None:
    with pytest.raises(DataError) as caught:
        load_dataset(source)
    check_sentence(caught.value, repr(source), "give one of digits")


def test_a_file_is_no_folder(tmp_path: Path, check_sentence: CheckSentence) -> None:
    path = tmp_path / "digits.csv"
    path.write_text("0,1")
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    check_sentence(caught.value, str(path), "give the folder")
