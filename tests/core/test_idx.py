from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import load_dataset
from core.datasets.idx import read_idx
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]
Bytes = npt.NDArray[np.uint8]
IMAGES, LABELS = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"
TEST_IMAGES, TEST_LABELS = "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
FRESH = "get a fresh copy"
TOO_MUCH = "more than can be loaded; get a fresh copy"


def header(*shape: int, kind: int = 8) -> bytes:
    lengths = b"".join(length.to_bytes(4, "big") for length in shape)
    return bytes([0, 0, kind, len(shape)]) + lengths


def idx(array: Bytes) -> bytes:
    return header(*array.shape) + array.tobytes()


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(gzip.compress(content, 1) if path.suffix == ".gz" else content)
    return path


def pictures(count: int, seed: int = 0) -> Bytes:
    return np.random.default_rng(seed).integers(0, 256, (count, 3, 2), np.uint8)


def sentence_of(folder: Path) -> str:
    """What is wrong with it."""
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five pictures of 3×2 pixels to train on and two to test, in three classes."""
    write(tmp_path / IMAGES, idx(pictures(5, seed=0)))
    write(tmp_path / LABELS, idx(np.array([0, 2, 1, 1, 0], np.uint8)))
    write(tmp_path / TEST_IMAGES, idx(pictures(2, seed=1)))
    write(tmp_path / TEST_LABELS, idx(np.array([1, 2], np.uint8)))
    return tmp_path


# ------------------------------------------------------------------------ what is read


@pytest.mark.parametrize("ending", ["", ".gz"])
@settings(deadline=None, max_examples=40)
@given(shape=st.lists(st.integers(0, 6), min_size=1, max_size=3), seed=st.integers(0, 99))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, ending: str, shape: list[int], seed: int
) -> None:
    array = np.random.default_rng(seed).integers(0, 256, shape, np.uint8)
    path = write(tmp_path_factory.getbasetemp() / f"array-idx-ubyte{ending}", idx(array))
    found = read_idx(path)
    assert found.shape == array.shape
    assert found.tobytes() == array.tobytes()


def test_a_folder_is_a_dataset(folder: Path) -> None:
    data = load_dataset(folder)
    assert data.name == str(folder)
    assert data.image_shape == (3, 2)
    assert (data.input_count, data.class_count) == (6, 3)
    assert np.allclose(data.train.inputs * 255, pictures(5, seed=0).reshape(5, 6))
    assert np.allclose(data.test.inputs * 255, pictures(2, seed=1).reshape(2, 6))
    assert data.train.labels.tolist() == [0, 2, 1, 1, 0]
    assert np.array_equal(data.test.targets, np.eye(3)[[1, 2]])


@pytest.mark.parametrize(
    ("train", "test"),
    [("train-{}", "t10k-{}"), ("training-{}", "test-{}"), ("a-set-train-{}", "b-test-{}")],
)
@pytest.mark.parametrize("ending", ["-idx{}-ubyte", "-idx{}-ubyte.gz", ".idx{}-ubyte"])
def test_the_names_that_such_files_have(folder: Path, train: str, test: str, ending: str) -> None:
    expected = load_dataset(folder)
    for name, pattern in (
        (IMAGES, train),
        (LABELS, train),
        (TEST_IMAGES, test),
        (TEST_LABELS, test),
    ):
        _, kind, dimensions, _ = name.split("-")
        old = folder / name
        new = folder / (pattern.format(kind) + ending.format(dimensions[-1]))
        content = old.read_bytes()
        old.unlink()
        write(new, content)
    found = load_dataset(str(folder))
    assert found.train.with_ones.tobytes() == expected.train.with_ones.tobytes()
    assert found.test.targets.tobytes() == expected.test.targets.tobytes()


def test_a_file_stands_for_its_set(folder: Path) -> None:
    expected = load_dataset(folder)
    for path in folder.iterdir():
        found = load_dataset(path)
        assert found.name == str(path)
        assert found.train.with_ones.tobytes() == expected.train.with_ones.tobytes()


def test_one_of_several_sets(folder: Path, check_sentence: CheckSentence) -> None:
    for name in (IMAGES, LABELS, TEST_IMAGES, TEST_LABELS):
        array = read_idx(folder / name)
        write(folder / f"other-{name}.gz", idx(255 - array if array.ndim > 1 else array))
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    check_sentence(caught.value, str(folder), "choose the file of one")
    own = load_dataset(folder / TEST_LABELS)
    other = load_dataset(folder / f"other-{LABELS}.gz")
    assert np.allclose(own.train.inputs + other.train.inputs, 1)
    assert load_dataset(other.name).test.with_ones.tobytes() == other.test.with_ones.tobytes()


def test_labels_that_do_not_begin_at_0_are_names(folder: Path) -> None:
    write(folder / LABELS, idx(np.array([3, 200, 7, 7, 3], np.uint8)))
    write(folder / TEST_LABELS, idx(np.array([7, 1], np.uint8)))
    data = load_dataset(folder)
    assert data.class_names == ("1", "3", "7", "200")
    assert data.train.labels.tolist() == [1, 3, 2, 2, 1]
    assert data.test.labels.tolist() == [2, 0]
    assert data.class_count == 4


def test_emnist_is_set_upright_and_its_letters_are_named(folder: Path) -> None:
    expected = load_dataset(folder)
    for name in (IMAGES, LABELS, TEST_IMAGES, TEST_LABELS):
        array = read_idx(folder / name)
        lying = array.transpose(0, 2, 1) if array.ndim > 1 else array + 1
        new = name.replace("t10k", "test")
        write(folder / f"emnist-letters-{new}.gz", idx(lying.astype(np.uint8)))
        (folder / name).unlink()
    (folder / "emnist-letters-mapping.txt").write_text("1 65 97\n2 66 98\n3 67 99\n")
    found = load_dataset(folder)
    assert found.image_shape == expected.image_shape == (3, 2)
    assert found.train.with_ones.tobytes() == expected.train.with_ones.tobytes()
    assert found.train.labels.tolist() == expected.train.labels.tolist()
    assert found.class_names == ("Aa", "Bb", "Cc")


@pytest.mark.parametrize("text", ["1 x", "1 99999999999", "\xff", ""])
def test_a_bad_mapping_is_as_good_as_none(folder: Path, text: str) -> None:
    for name in (IMAGES, LABELS, TEST_IMAGES, TEST_LABELS):
        (folder / name).rename(folder / f"emnist-{name}")
    (folder / "emnist-mapping.txt").write_text(text, "latin-1")
    assert load_dataset(folder).class_names == ()


# ------------------------------------------------------------------------ what is refused


@pytest.mark.parametrize("missing", [IMAGES, LABELS, TEST_IMAGES, TEST_LABELS])
def test_a_missing_file(folder: Path, check_sentence: CheckSentence, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    check_sentence(caught.value, missing, "choose a folder with MNIST's four files")


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        pytest.param(b"", "choose a folder", id="empty"),
        pytest.param(b"\0\0\x08", "choose a folder", id="half a magic number"),
        pytest.param(b"\x89PNG\r\n", "choose a folder", id="another magic number"),
        pytest.param(header(5, 3, 2, kind=0x0D), "choose a folder", id="floats"),
        pytest.param(b"\0\0\x08\0", FRESH, id="no dimensions"),
        pytest.param(header(1, 5, 3, 2) + bytes(30), FRESH, id="too many dimensions"),
        pytest.param(header(5, 3, 2)[:-1], FRESH, id="half a header"),
        pytest.param(header(5, 3, 2), FRESH, id="nothing but a header"),
        pytest.param(header(5, 3, 2) + bytes(29), FRESH, id="truncated"),
        pytest.param(header(5, 3, 2) + bytes(31), FRESH, id="too long"),
        pytest.param(header(2**11, 2**10, 2**10), FRESH, id="promises 2**31"),
        pytest.param(header(2**31, 1, 1), FRESH, id="promises 2**31 pictures"),
        pytest.param(header(2**16, 2**8, 2**8), TOO_MUCH, id="promises 2**32"),
        pytest.param(header(2**32 - 1, 2**32 - 1, 2**32 - 1), TOO_MUCH, id="promises 2**96"),
        pytest.param(header(0, 3, 2), "choose another file", id="no pictures"),
        pytest.param(header(2**32 - 1, 0, 2), "choose another file", id="no pixels"),
        pytest.param(header(5) + bytes(5), "choose another file", id="labels"),
    ],
)
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_a_bad_file_gets_one_sentence(
    folder: Path, check_sentence: CheckSentence, ending: str, content: bytes, remedy: str
) -> None:
    (folder / IMAGES).unlink()
    path = write(folder / f"{IMAGES}{ending}", content)
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    check_sentence(caught.value, str(path), remedy)


@pytest.mark.parametrize("labels", [0, 4, 6])
def test_pictures_and_labels_that_do_not_belong_together(
    folder: Path, check_sentence: CheckSentence, labels: int
) -> None:
    write(folder / LABELS, idx(np.zeros(labels, np.uint8)))
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    check_sentence(caught.value, f"{labels} labels", "choose two files that belong together")
    assert "5 pictures" in str(caught.value)


def test_labels_in_a_square(folder: Path) -> None:
    write(folder / LABELS, idx(np.zeros((5, 1), np.uint8)))
    with pytest.raises(DataError, match="belong together"):
        load_dataset(folder)


def test_training_and_test_pictures_of_two_sizes(
    folder: Path, check_sentence: CheckSentence
) -> None:
    write(folder / TEST_IMAGES, idx(np.zeros((2, 4, 4), np.uint8)))
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    check_sentence(caught.value, "4×4", "both need the same size")
    assert "3×2" in str(caught.value)


@settings(deadline=None, max_examples=80)
@given(place=st.integers(0, 400), flip=st.integers(1, 255), cut=st.booleans())
def test_a_damaged_gzip_is_read_right_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, flip: int, cut: bool
) -> None:
    # Few values, so that gzip has something to compress.
    array = np.bitwise_and(pictures(40), np.uint8(0xC0))
    content = bytearray(gzip.compress(idx(array), mtime=0))
    place %= len(content)
    content[place] ^= flip
    path = tmp_path_factory.getbasetemp() / "damaged-idx3-ubyte.gz"
    path.write_bytes(content[:place] if cut else content)
    try:
        found = read_idx(path)
    except DataError as error:
        assert str(path) in str(error)  # noqa: PT017 (either outcome is right)
    else:
        assert np.array_equal(found, array)


GZIPPED = gzip.compress(idx(pictures(5)), mtime=0)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(idx(pictures(5)), id="not compressed"),
        pytest.param(GZIPPED[:10] + b"\xff" * 40, id="no deflate stream"),
        pytest.param(GZIPPED[:30], id="truncated"),
        pytest.param(GZIPPED[:-8] + bytes(8), id="another checksum"),
        pytest.param(GZIPPED + b"and more", id="too long"),
    ],
)
def test_a_bad_gzip_gets_one_sentence(
    tmp_path: Path, check_sentence: CheckSentence, content: bytes
) -> None:
    path = tmp_path / "train-images-idx3-ubyte.gz"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_idx(path)
    check_sentence(caught.value, str(path), FRESH)


def test_a_bomb_is_not_unpacked(folder: Path) -> None:
    """30 promised bytes and ten million more: no more than the promise is kept."""
    (folder / IMAGES).unlink()
    path = write(folder / f"{IMAGES}.gz", header(5, 3, 2) + bytes(10**7))
    with pytest.raises(DataError, match="too long"):
        read_idx(path)


def test_a_bomb_that_keeps_its_promise_is_not_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path / f"{IMAGES}.gz", header(25, 1000, 1000) + bytes(25 * 10**6))
    with pytest.raises(DataError, match="times its own size"):
        read_idx(path)


def test_a_promise_is_not_believed_before_it_is_checked(
    folder: Path, allocated: Callable[[Callable[[], object]], int]
) -> None:
    for ending in ("", ".gz"):
        (folder / IMAGES).unlink(missing_ok=True)
        write(folder / f"{IMAGES}{ending}", header(2**15, 2**8, 2**8) + bytes(1000))
        write(folder / LABELS, idx(np.arange(2**15).astype(np.uint8)))
        assert allocated(lambda: sentence_of(folder)) < 5 * 10**6


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_not_waited_for(folder: Path, check_sentence: CheckSentence) -> None:
    (folder / IMAGES).unlink()
    os.mkfifo(folder / IMAGES)
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    check_sentence(caught.value, IMAGES, "choose a folder")
    with pytest.raises(DataError, match="cannot be read"):
        read_idx(folder / IMAGES)


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_idx(tmp_path)
