"""npz files of examples: Keras's ``mnist.npz``, and those that ``numpy.savez`` wrote for anyone."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.claims import byte_count, in_short, is_bomb, quoted
from core.datasets.building import Material, Part, build
from core.datasets.reader import Examined, Progress, Watch, reader_of
from core.datasets.scaling import Ranges, scaling_for
from core.errors import DataError
from core.npz_archive import ArchivedArray, archived_arrays, npz_errors

Raw = npt.NDArray[Any]

# Training inputs and labels, test inputs and labels; or inputs and labels that are not split.
# Capitals do not count.
_SPLIT = (
    ("x_train", "y_train", "x_test", "y_test"),
    ("train_images", "train_labels", "test_images", "test_labels"),
    ("train_x", "train_y", "test_x", "test_y"),
    ("train_data", "train_labels", "test_data", "test_labels"),
    ("training_images", "training_labels", "test_images", "test_labels"),
)
_WHOLE = (
    ("images", "labels"),
    ("data", "target"),
    ("data", "labels"),
    ("x", "y"),
    ("inputs", "targets"),
    ("inputs", "labels"),
    ("features", "labels"),
    ("pixels", "labels"),
    ("arr_0", "arr_1"),
)
_NUMBERS = re.compile(r"[<>=|]([iu][1248]|f[248]|b1)")
_TEXTS = re.compile(r"[<>=|][US]\d{1,3}")
_OBJECTS = ("|O", "O")
_AT_ONCE = 2**20
_LARGEST = float(np.finfo(np.float32).max)


def _recognises(path: Path) -> bool:
    return path.suffix.lower() == ".npz" and not path.is_dir()


def _examine(path: Path, watch: Watch) -> Examined:
    """A Dataset from the arrays of an archive.

    Raises
    ------
    DataError
        Where it cannot be read, holds other arrays, or they do not fit together.
    """
    try:
        with path.open("rb") as stream:
            described = archived_arrays(stream)
            _refuse_objects(path, described)
            chosen = _chosen(path, described)
            # They are read, looked through and scaled.
            progress = Progress(watch, 3 * sum(array.unpacked for array in chosen))
            arrays = [_read(array, path, progress) for array in chosen]
    except npz_errors() as error:
        raise DataError(
            "{path} cannot be read as arrays of numpy ({reason}); choose another file, or save it "
            "anew.",
            path=path,
            reason=in_short(error),
        ) from error
    return build(_material(path, arrays, [array.name for array in chosen], progress))


def _material(path: Path, arrays: list[Raw], names: list[str], progress: Progress) -> Material:
    inputs = [_pictures(path, *one) for one in zip(arrays[::2], names[::2], strict=True)]
    labels = [_labels(path, *one) for one in zip(arrays[1::2], names[1::2], strict=True)]
    for place, (pictures, own) in enumerate(zip(inputs, labels, strict=True)):
        if len(pictures) != len(own):
            raise DataError(
                "In {path}, {inputs} holds {input_count} examples and {labels} {label_count} "
                "labels; both need as many.",
                path=path,
                inputs=quoted(names[2 * place]),
                input_count=len(pictures),
                labels=quoted(names[2 * place + 1]),
                label_count=len(own),
            )
    if any(pictures.shape[1:] != inputs[0].shape[1:] for pictures in inputs):
        raise DataError(
            "In {path}, the training examples have the shape {train} and the test examples "
            "{test}; both need the same.",
            path=path,
            train="×".join(map(str, inputs[0].shape[1:])),
            test="×".join(map(str, inputs[-1].shape[1:])),
        )
    tables = [pictures.reshape(len(pictures), -1) for pictures in inputs]
    ranges = _ranges(path, tables, names[::2], progress)
    shape = image_shape(inputs[0].shape[1:], ranges)
    parts = [Part(_pieces(table, progress), own) for table, own in zip(tables, labels, strict=True)]
    scaling = scaling_for(ranges, is_picture=shape[0] > 1, keeps_fractions=True)
    test = parts[1] if len(parts) > 1 else None
    return Material(path, parts[0], test, tables[0].shape[1], shape, scaling)


def image_shape(shape: tuple[int, ...], ranges: Ranges) -> tuple[int, int]:
    """Rows and columns of examples of that shape; (1, N_0) where they seem to be no pictures.

    A row of as many numbers as a square of 7×7 or more has is taken for one, if none is negative:
    data without pictures seldom has so many.
    """
    if len(shape) == 2:
        return shape[0], shape[1]
    side = round(shape[0] ** 0.5)
    if side >= 7 and side * side == shape[0] and ranges.whole_range[0] >= 0:
        return side, side
    return 1, shape[0]


# ------------------------------------------------------------------------ which arrays


def _refuse_objects(path: Path, arrays: dict[str, ArchivedArray]) -> None:
    for array in arrays.values():
        if array.descr in _OBJECTS:
            raise DataError(
                "{path} holds Python objects (pickles) in {name}, which can run anything and are "
                "never opened; save it anew with arrays of numbers.",
                path=path,
                name=quoted(array.name),
            )


def _chosen(path: Path, arrays: dict[str, ArchivedArray]) -> list[ArchivedArray]:
    by_name = {name.lower(): array for name, array in arrays.items()}
    for names in (*_SPLIT, *(names[:2] for names in _SPLIT), *_WHOLE):
        if all(name in by_name for name in names):
            return [by_name[name] for name in names]
    raise DataError(
        "{path} holds {found}; its arrays have to be called x_train, y_train, x_test and y_test, "
        "or images and labels.",
        path=path,
        found=", ".join(quoted(name) for name in list(arrays)[:6]) or "no array",
    )


# ------------------------------------------------------------------------ what is in them


def _read(array: ArchivedArray, path: Path, progress: Progress) -> Raw:
    """An array's numbers or texts; ValueError where it is not what it says."""
    if not _NUMBERS.fullmatch(array.descr) and not _TEXTS.fullmatch(array.descr):
        raise ValueError(f"{quoted(array.name)} holds neither numbers nor words")
    dtype = np.dtype(array.descr)
    if byte_count(array.shape, dtype) != array.unpacked:
        raise ValueError(f"{quoted(array.name)} is not as long as its shape")
    if is_bomb(min(array.packed, path.stat().st_size), array.unpacked):
        raise ValueError(f"{quoted(array.name)} unpacks to far more than real data would")
    content = bytearray()
    with array.open() as stream:
        while more := stream.read(_AT_ONCE):
            content += more
            progress.add(len(more))
    if len(content) != array.unpacked:
        raise ValueError(f"{quoted(array.name)} ends too early")
    flat: Raw = np.frombuffer(content, dtype)
    shape = array.shape
    return flat.reshape(shape[::-1]).T if array.is_by_columns else flat.reshape(shape)


def _pictures(path: Path, array: Raw, name: str) -> Raw:
    """Examples in the first axis, and pictures or rows in the others."""
    if array.ndim == 4 and 1 in (array.shape[1], array.shape[3]):
        # One colour: grey.
        array = array.squeeze(axis=1 if array.shape[1] == 1 else 3)
    if array.dtype.kind not in "biuf" or array.ndim not in (2, 3) or array.size == 0:
        raise DataError(
            "In {path}, {name} has the shape {shape}; give numbers, one example a row, or "
            "pictures in grey.",
            path=path,
            name=quoted(name),
            shape="×".join(map(str, array.shape)) or "of one number",
        )
    return array


def _labels(path: Path, array: Raw, name: str) -> list[Any]:
    """One label an example: a whole number or a text."""
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim == 2 and array.size and array.dtype.kind in "biuf" and _is_one_hot(array):
        return list(array.argmax(axis=1).tolist())
    if array.ndim == 1 and array.size:
        if array.dtype.kind == "S":
            return [text.decode("utf-8", "replace") for text in array.tolist()]
        if array.dtype.kind == "U" and _is_unicode(array):
            return list(array.tolist())
        if array.dtype.kind in "biuf" and _is_whole(array):
            return list(array.astype(np.int64).tolist())
    raise DataError(
        "In {path}, {name} holds no labels; give one whole number or word for each example.",
        path=path,
        name=quoted(name),
    )


def _is_one_hot(array: Raw) -> bool:
    return bool(((array == 0) | (array == 1)).all() and (array.sum(axis=1) == 1).all())


def _is_unicode(array: Raw) -> bool:
    # Python fails at a text with any other character.
    codes = np.ascontiguousarray(array).view(f"{array.dtype.byteorder}u4")
    return bool((codes <= sys.maxunicode).all())


def _is_whole(array: Raw) -> bool:
    if array.dtype.kind != "f":
        return bool((array <= np.iinfo(np.int64).max).all())
    # Beyond 2**53, a float is not quite the whole number that it stands for.
    with np.errstate(over="ignore"):
        # No float16 is as large as that.
        return bool((np.abs(array) < 2.0**53).all() and (array == np.floor(array)).all())


def _ranges(path: Path, tables: list[Raw], names: list[str], progress: Progress) -> Ranges:
    ranges = Ranges.none(tables[0].shape[1])
    for table, name in zip(tables, names, strict=True):
        for piece in _pieces(table, progress):
            found = Ranges.of(piece)
            lowest, highest = found.whole_range
            # So written, it is true of NaN as well.
            if not (lowest >= -_LARGEST and highest <= _LARGEST):
                raise DataError(
                    "In {path}, {name} holds numbers that are not finite (NaN, infinity or more "
                    "than 3.4e38); leave such examples out or mend them.",
                    path=path,
                    name=quoted(name),
                )
            ranges = ranges.with_more(found)
    return ranges


def _pieces(table: Raw, progress: Progress) -> Iterator[Raw]:
    count = max(1, _AT_ONCE // table.shape[1])
    for start in range(0, len(table), count):
        piece = table[start : start + count]
        yield piece
        progress.add(piece.nbytes)


NPZ = reader_of("npz", _recognises, _examine)
