"""Examples in npz files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import load_dataset
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]
LABELS = np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 1])
# With every fifth of each class, one class after the other.
IS_TEST = np.isin(np.arange(10), [0, 7])


def pictures(count: int = 10, seed: int = 0) -> np.ndarray[Any, np.dtype[np.uint8]]:
    made = np.random.default_rng(seed).integers(0, 256, (count, 3, 2), np.uint8)
    made[0, 0, 0] = 255
    return made


def saved(folder: Path, **arrays: Any) -> Path:
    path = folder / "data.npz"
    np.savez(path, **arrays)
    return path


def sentence_of(path: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    return caught.value


# ------------------------------------------------------------------------ what is read


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize(
    "names", ["x_train y_train x_test y_test", "train_images train_labels test_images test_labels"]
)
def test_training_and_test_data(tmp_path: Path, save: Any, names: str) -> None:
    arrays = (pictures(6, 1), np.array([0, 2, 1, 1, 0, 2]), pictures(3, 2), np.array([2, 1, 0]))
    path = tmp_path / "mnist.npz"
    save(path, **dict(zip(names.split(), arrays, strict=True)))
    data = load_dataset(path)
    assert data.name == str(path)
    assert (data.image_shape, data.class_count, data.class_names) == ((3, 2), 3, ())
    assert np.array_equal(data.train.inputs, arrays[0].reshape(6, 6) / np.float32(255))
    assert np.array_equal(data.test.inputs, arrays[2].reshape(3, 6) / np.float32(255))
    assert data.train.labels.tolist() == arrays[1].tolist()
    assert data.test.labels.tolist() == arrays[3].tolist()


@pytest.mark.parametrize(
    "names", ["images labels", "data target", "X y", "inputs targets", "arr_0 arr_1"]
)
def test_a_fifth_is_kept_for_testing(tmp_path: Path, names: str) -> None:
    inputs, labels = names.split()
    data = load_dataset(saved(tmp_path, **{inputs: pictures(), labels: LABELS}))
    flat = pictures().reshape(10, 6) / np.float32(255)
    assert np.array_equal(data.train.inputs, flat[~IS_TEST])
    assert np.array_equal(data.test.inputs, flat[IS_TEST])


@pytest.mark.parametrize(
    "labels",
    [
        LABELS.astype(np.uint8),
        LABELS.astype(">i2"),
        LABELS.astype(np.float32),
        LABELS[:, None],
        np.eye(3)[LABELS],
        np.eye(3, dtype=bool)[LABELS],
    ],
)
def test_labels_in_any_form(tmp_path: Path, labels: Any) -> None:
    data = load_dataset(saved(tmp_path, images=pictures(), labels=labels))
    assert data.train.labels.tolist() == LABELS[~IS_TEST].tolist()
    assert data.class_names == ()


@pytest.mark.parametrize("kind", ["U", "S"])
def test_words_name_the_classes(tmp_path: Path, kind: str) -> None:
    words = np.array(["ape", "bee", "cat"])[LABELS].astype(kind)
    data = load_dataset(saved(tmp_path, images=pictures(), labels=words))
    assert data.class_names == ("ape", "bee", "cat")
    assert data.train.labels.tolist() == LABELS[~IS_TEST].tolist()


def test_other_numbers_name_the_classes(tmp_path: Path) -> None:
    data = load_dataset(saved(tmp_path, images=pictures(), labels=LABELS * 10 - 10))
    assert data.class_names == ("-10", "0", "10")
    assert data.train.labels.tolist() == LABELS[~IS_TEST].tolist()


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        pytest.param(pictures() % 17, (pictures() % 17) / 16, id="0 to 16"),
        pytest.param(pictures().astype(float), pictures() / 255, id="bytes as floats"),
        pytest.param(pictures() / 300, pictures() / 300, id="shares"),
        pytest.param(pictures() / 3 - 9, pictures() / 3 - 9, id="fractions"),
        pytest.param(pictures() > 99, pictures() > 99, id="black and white"),
        pytest.param(np.asfortranarray(pictures()), pictures() / 255, id="by columns"),
        pytest.param(pictures()[..., None], pictures() / 255, id="one colour, last"),
        pytest.param(pictures()[:, None], pictures() / 255, id="one colour, first"),
    ],
)
def test_how_numbers_are_scaled(tmp_path: Path, inputs: Any, expected: Any) -> None:
    data = load_dataset(saved(tmp_path, images=inputs, labels=LABELS))
    assert data.image_shape == (3, 2)
    assert np.allclose(data.train.inputs, expected.reshape(10, 6)[~IS_TEST])


def test_wide_whole_numbers_are_scaled_from_the_lowest_to_the_highest(tmp_path: Path) -> None:
    inputs = pictures().astype(int) * 100 - 7000
    data = load_dataset(saved(tmp_path, images=inputs, labels=LABELS))
    lowest, highest = inputs.min(), inputs.max()
    expected = (inputs.reshape(10, 6) - lowest) / (highest - lowest)
    assert np.allclose(data.test.inputs, expected[IS_TEST])


def test_rows_of_a_square_are_pictures(tmp_path: Path) -> None:
    rows = np.random.default_rng(0).integers(0, 256, (10, 784))
    data = load_dataset(saved(tmp_path, data=rows, target=LABELS))
    assert data.image_shape == (28, 28)


@pytest.mark.parametrize("width", [4, 16, 50])
def test_few_numbers_are_no_picture(tmp_path: Path, width: int) -> None:
    rows = np.random.default_rng(0).random((10, width))
    assert load_dataset(saved(tmp_path, data=rows, target=LABELS)).image_shape == (1, width)


# ------------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("arrays", "bad", "remedy"),
    [
        ({"foo": LABELS}, "'foo'", "x_train, y_train"),
        ({"images": pictures()}, "'images'", "images and labels"),
        ({"images": pictures(), "labels": LABELS[:9]}, "9 labels", "both need as many"),
        ({"images": np.zeros((10, 3, 2, 3)), "labels": LABELS}, "10×3×2×3", "in grey"),
        ({"images": np.zeros(10), "labels": LABELS}, "'images'", "one example a row"),
        ({"images": np.zeros((0, 3)), "labels": LABELS[:0]}, "0×3", "one example a row"),
        ({"images": pictures(), "labels": LABELS / 7}, "'labels'", "one whole number or word"),
        ({"images": pictures(), "labels": np.ones((10, 3))}, "'labels'", "one whole number"),
        ({"images": pictures(), "labels": LABELS * 0 + 7}, "'7'", "two classes at least"),
        ({"images": pictures() * np.nan, "labels": LABELS}, "'images'", "mend them"),
        ({"images": pictures() * 1e300, "labels": LABELS}, "'images'", "mend them"),
        ({"images": np.array([None] * 10), "labels": LABELS}, "pickles", "save it anew"),
        ({"images": pictures(), "labels": LABELS, "notes": np.array([{}])}, "'notes'", "anew"),
        ({"images": np.zeros((10, 3), "V4"), "labels": LABELS}, "'images'", "choose another file"),
        ({"images": pictures() * 1j, "labels": LABELS}, "'images'", "choose another file"),
    ],
)  # fmt: skip
def test_arrays_that_are_no_examples(
    tmp_path: Path, check_sentence: CheckSentence, arrays: dict[str, Any], bad: str, remedy: str
) -> None:
    path = saved(tmp_path, **arrays)
    error = sentence_of(path)
    check_sentence(error, bad, remedy)
    assert str(path) in str(error)


def test_words_of_letters_that_do_not_exist(tmp_path: Path, check_sentence: CheckSentence) -> None:
    labels = np.full(10, 0x110000, np.uint32).view("<U1")
    check_sentence(
        sentence_of(saved(tmp_path, images=pictures(), labels=labels)), "'labels'", "or word"
    )


def test_test_pictures_of_another_size(tmp_path: Path, check_sentence: CheckSentence) -> None:
    arrays = {
        "x_train": pictures(),
        "y_train": LABELS,
        "x_test": pictures()[:, :2],
        "y_test": LABELS,
    }
    check_sentence(sentence_of(saved(tmp_path, **arrays)), "2×2", "both need the same")


def test_more_classes_than_can_be_learnt(tmp_path: Path, check_sentence: CheckSentence) -> None:
    """Their targets alone would be gigabytes, of a file of half a megabyte."""
    count = 30_000
    arrays = {"data": np.zeros((count, 1), np.uint8), "target": np.arange(count, dtype=np.uint16)}
    check_sentence(sentence_of(saved(tmp_path, **arrays)), "30000", "choose other data")


@pytest.mark.parametrize("content", [b"", b"PK", b"x" * 1000, b"PK\5\6" + bytes(18)])
def test_no_archive(tmp_path: Path, check_sentence: CheckSentence, content: bytes) -> None:
    path = tmp_path / "data.npz"
    path.write_bytes(content)
    check_sentence(sentence_of(path), str(path), "x_train" if len(content) == 22 else "anew")


def test_a_bomb(
    tmp_path: Path,
    check_sentence: CheckSentence,
    allocated: Callable[[Callable[[], object]], int],
) -> None:
    path = tmp_path / "data.npz"
    np.savez_compressed(path, images=np.zeros((40, 1000, 1000), np.uint8), labels=np.arange(40))
    check_sentence(sentence_of(path), "'images' unpacks to far more", "choose another file")
    assert allocated(lambda: sentence_of(path)) < 10**7


def lying(shape: str) -> bytes:
    """An archive of a kilobyte whose pictures are said to have another shape."""
    made = io.BytesIO()
    np.savez(made, images=pictures(), labels=LABELS)
    with zipfile.ZipFile(made) as archive:
        contents = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    old = contents["images.npy"]
    start = old.index(b"(10, 3, 2)")
    contents["images.npy"] = old[:start] + shape.encode() + old[start + len("(10, 3, 2)") :]
    header = contents["images.npy"].index(b"\n") - 9
    contents["images.npy"] = old[:8] + header.to_bytes(2, "little") + contents["images.npy"][10:]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "shape",
    [
        "(2147483647, 3, 2)",
        "(10, 30000, 30000)",
        "(-1, 3, 2)",
        "(10, 3, 3)",
        "(99999999999999999999, 3)",
    ],
)
def test_a_lie_is_not_believed(
    tmp_path: Path,
    check_sentence: CheckSentence,
    allocated: Callable[[Callable[[], object]], int],
    shape: str,
) -> None:
    path = tmp_path / "data.npz"
    path.write_bytes(lying(shape))
    check_sentence(sentence_of(path), str(path), "choose another file")
    assert allocated(lambda: sentence_of(path)) < 2 * 10**6


def test_a_true_shape_told_so_is_read(tmp_path: Path) -> None:
    """Else the lies above would be refused for anything."""
    (tmp_path / "data.npz").write_bytes(lying("(10, 2, 3)"))
    assert load_dataset(tmp_path / "data.npz").image_shape == (2, 3)


@settings(deadline=None, max_examples=150)
@given(place=st.integers(0, 5000), flip=st.integers(1, 255), cut=st.booleans())
def test_a_damaged_archive_is_read_right_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, flip: int, cut: bool
) -> None:
    made = io.BytesIO()
    np.savez_compressed(made, images=pictures() & 0xC0, labels=LABELS)
    content = bytearray(made.getvalue())
    place %= len(content)
    content[place] ^= flip
    path = tmp_path_factory.getbasetemp() / "damaged.npz"
    path.write_bytes(content[:place] if cut else content)
    try:
        found = load_dataset(path)
    except DataError as error:
        assert str(path) in str(error)  # noqa: PT017 (either outcome is right)
    else:
        # Numbers have a checksum; a header may be read in another way.
        assert len(found.train) + len(found.test) == 10
