"""A Dataset from the pieces and labels that a file holds, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.datasets.dataset import Dataset, Examples
from core.datasets.reader import Examined, Note
from core.datasets.scaling import Ranges, Scaling
from core.datasets.splitting import split_fifth
from core.errors import DataError
from core.parameters import FloatArray, IntArray

Raw = npt.NDArray[Any]

_MOST_CLASSES = 10_000
# Targets are classes times examples: that may be far more than the file itself.
_MOST_TARGETS, _TARGETS_PER_INPUT = 2**24, 4
_LONGEST_NAME = 40


@dataclass(frozen=True, eq=False)
class Part:
    """The training or the test examples of a file, or all of it.

    Attributes
    ----------
    pieces : iterable of ndarray, shape (n_i, N_0)
        The numbers as the file has them, gone through once.
    labels : list of int or str
        n of them. No array: texts in one would each take as much as the longest.
    """

    pieces: Iterable[Raw]
    labels: list[Any]


@dataclass(frozen=True, eq=False)
class Material:
    """What a file holds.

    Attributes
    ----------
    path : Path
        The file or folder, in full.
    train : Part
    test : Part or None
        None where the test examples are to be taken out of ``train``.
    input_count : int
        N_0.
    image_shape : tuple of int
    scaling : Scaling
    input_names : sequence of str
    label_names : dict
        What labels are called, where the file says so.
    notes : tuple of Note
    """

    path: Path
    train: Part
    test: Part | None
    input_count: int
    image_shape: tuple[int, int]
    scaling: Scaling
    input_names: Sequence[str] = ()
    label_names: dict[str, str] | None = None
    notes: tuple[Note, ...] = ()


def build(material: Material) -> Examined:
    """The Dataset.

    Raises
    ------
    DataError
        Where there are too few or too many classes.
    """
    labels = [part.labels for part in (material.train, material.test) if part is not None]
    classes, codes = _coded([label for own in labels for label in own])
    _check_classes(material, classes, len(codes))
    own_test = material.test is not None
    is_test = np.arange(len(codes)) >= len(labels[0]) if own_test else split_fifth(codes)
    pieces = [material.train.pieces, *([material.test.pieces] if material.test else [])]
    tables, ranges = _filled(pieces, is_test, material)
    train, test = (
        _examples(table, codes[rows], len(classes))
        for table, rows in zip(tables, (~is_test, is_test), strict=True)
    )
    dataset = Dataset(
        str(material.path),
        train,
        test,
        material.image_shape,
        class_names(classes, material.label_names),
        tuple(as_shown(name) for name in material.input_names),
    )
    notes = (*material.notes, material.scaling.note, *([] if own_test else [_split_note(dataset)]))
    return Examined(dataset, ranges.whole_range, notes)


def _coded(labels: list[Any]) -> tuple[list[Any], IntArray]:
    """The labels that occur, numbers before texts, and for each example which of them it has."""
    classes = sorted(set(labels), key=lambda label: (isinstance(label, str), label))
    places = {label: place for place, label in enumerate(classes)}
    return classes, np.array([places[label] for label in labels], np.int64)


def class_names(classes: list[Any], names: dict[str, str] | None = None) -> tuple[str, ...]:
    """What the labels that occur are called; nothing where they count up from 0."""
    texts = [str(label) for label in classes]
    if names is None and texts == [str(number) for number in range(len(texts))]:
        return ()
    return tuple(as_shown((names or {}).get(text, text)) for text in texts)


def as_shown(name: str) -> str:
    """A name from a file as it can be shown: printable and not too long."""
    text = "".join(letter if letter.isprintable() else "�" for letter in name.strip())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


def _check_classes(material: Material, classes: list[Any], count: int) -> None:
    if len(classes) < 2:
        raise DataError(
            "All examples in {path} have the label {label}; give data of two classes at least.",
            path=material.path,
            label=ascii(as_shown(str(classes[0]))),
        )
    targets = count * len(classes)
    is_large = targets > max(_MOST_TARGETS, _TARGETS_PER_INPUT * count * material.input_count)
    if len(classes) > _MOST_CLASSES or is_large:
        raise DataError(
            "{path} has {classes} different labels for {count} examples, more classes than can be "
            "learnt; choose other data.",
            path=material.path,
            classes=len(classes),
            count=count,
        )


def _filled(
    pieces: Sequence[Iterable[Raw]], is_test: npt.NDArray[np.bool_], material: Material
) -> tuple[tuple[FloatArray, FloatArray], Ranges]:
    """Training and test examples, each with a last column of ones, written piece by piece.

    So a file need not be in memory as a whole beside them.
    """
    shapes = ((np.count_nonzero(rows), material.input_count + 1) for rows in (~is_test, is_test))
    train, test = (np.empty(shape, np.float32) for shape in shapes)
    start, places, ranges = 0, [0, 0], Ranges.none(material.input_count)
    for piece in (piece for each in pieces for piece in each):
        ranges = ranges.with_more(Ranges.of(piece))
        rows = is_test[start : start + len(piece)]
        for place, (table, chosen) in enumerate(((train, ~rows), (test, rows))):
            # Without a copy where all go the same way, as they mostly do.
            own = piece if chosen.all() else piece[chosen]
            target = table[places[place] : places[place] + len(own), :-1]
            material.scaling.write(own, target)
            places[place] += len(own)
        start += len(piece)
    train[:, -1] = test[:, -1] = 1
    return (train, test), ranges


def _examples(with_ones: FloatArray, labels: IntArray, classes: int) -> Examples:
    targets = np.zeros((len(labels), classes), np.float32)
    targets[np.arange(len(labels)), labels] = 1
    for array in (with_ones, targets, labels):
        array.flags.writeable = False
    return Examples(with_ones, targets, labels)


def _split_note(dataset: Dataset) -> Note:
    note = (
        "There are no test examples of their own: every fifth example of each class, {test} of "
        "{all}, is kept for testing."
    )
    count = len(dataset.test)
    return note, {"test": count, "all": count + len(dataset.train)}
