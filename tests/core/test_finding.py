"""What is told of data before it is taken."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core import DATASETS, Dataset, Examples, load_dataset
from core.datasets.finding import Found, find


def npz(folder: Path, **arrays: Any) -> Path:
    path = folder / "data.npz"
    np.savez(path, **arrays)
    return path


def sentences(found: Found) -> list[str]:
    return [template.format(**values) for template, values in found.notes]


def test_the_embedded_digits(digits: Dataset) -> None:
    found = find("digits")
    assert (found.source, found.reader) == ("digits", "digits")
    assert (found.train_count, found.test_count) == (1437, 360)
    assert (found.image_shape, found.class_names, found.input_names) == ((8, 8), (), ())
    assert found.has_classes
    for label, counts in enumerate(found.class_counts):
        expected = [int((part.labels == label).sum()) for part in (digits.train, digits.test)]
        assert list(counts) == expected
    assert np.array_equal(found.pictures, digits.train.inputs[:20].reshape(20, 8, 8))
    assert list(found.picture_labels) == digits.train.labels[:20].tolist()
    assert found.value_range == found.raw_range == (0, 1)


def test_what_was_decided_is_told(tmp_path: Path) -> None:
    pictures = np.random.default_rng(1).integers(0, 256, (30, 7, 7), np.uint8)
    pictures[:, 0, 0], pictures[0, 1, 1] = 3, 255
    pictures = np.maximum(pictures, 3)
    labels = np.array(["bee", "ape"])[np.arange(30) % 2]
    found = find(npz(tmp_path, images=pictures, labels=labels))
    assert found.source == str(tmp_path / "data.npz")
    assert (found.reader, found.class_names) == ("npz", ("ape", "bee"))
    assert found.class_counts == ((12, 3), (12, 3))
    assert found.raw_range == (3, 255)
    assert found.value_range == pytest.approx((3 / 255, 1))
    assert any("divided by 255" in sentence for sentence in sentences(found))
    assert any("6 of 30" in sentence for sentence in sentences(found))


def test_notes_are_sentences(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("id,x,kind\n" + "".join(f"{n},{n / 3},{n % 3}\n" for n in range(12)))
    found = find(path)
    assert found.input_names == ("x",)
    assert len(found.notes) == 4
    for sentence in sentences(found):
        assert sentence.endswith(".")
        assert ". " not in sentence
        assert "{" not in sentence


@pytest.mark.parametrize("shape", [(30, 7, 7), (30, 2000, 300), (3, 10, 12)])
def test_it_is_small_and_travels(tmp_path: Path, shape: tuple[int, ...]) -> None:
    numbers = np.zeros(shape, np.uint8)
    numbers[0, 0, 0] = 255
    found = find(npz(tmp_path, images=numbers, labels=np.arange(len(numbers)) % 2))
    content = pickle.dumps(found)
    assert len(content) < 5 * 2**20
    copy = pickle.loads(content)  # noqa: S301 (our own)
    assert copy.pictures.tobytes() == found.pictures.tobytes()
    assert copy.pictures.shape[1:] == shape[1:]
    assert 1 <= len(copy.pictures) == len(copy.picture_labels) <= 20


def test_it_can_be_loaded_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npz(tmp_path, images=np.arange(40.0).reshape(10, 4), labels=np.arange(10) % 2)
    monkeypatch.chdir(tmp_path)
    found = find("data.npz")
    monkeypatch.chdir("/")
    assert len(load_dataset(found.source).train) == found.train_count


def made_up(targets: Any, labels: list[int], **facts: Any) -> Dataset:
    inputs = np.ones((len(labels), 3), np.float32)
    part = Examples(inputs, np.array(targets, np.float32), np.array(labels))
    return Dataset("made-up", part, part, (1, 2), **facts)


def test_two_classes_that_one_output_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made_up([[0], [1], [1]], [0, 1, 1], class_names=("no", "yes"))
    monkeypatch.setitem(DATASETS, "made-up", lambda: data)
    assert find("made-up").class_counts == ((1, 1), (2, 2))


def test_data_without_classes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made_up([[0.5], [1.5]], [0, 0], input_names=("x", "y"), has_classes=False)
    monkeypatch.setitem(DATASETS, "made-up", lambda: data)
    found = find("made-up")
    assert found.class_counts == ()
    assert found.input_names == ("x", "y")
    assert not found.has_classes
