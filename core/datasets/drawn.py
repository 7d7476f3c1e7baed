"""The user's own digits: a sheet of drawings with what each truly is, as a file and as data.

The file is an npz archive: ``kind`` (the bytes ``visualiser digits 1``), ``ink`` (uint8, shape
(n, 112, 112), 255 where there is ink) and ``labels`` (int64, shape (n,), 0 to 9).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.claims import byte_count, in_short
from core.datasets.dataset import Dataset, Examples
from core.datasets.reader import Reader, Watch, unwatched
from core.datasets.splitting import split_fifth
from core.drawing import SIDE, prepare
from core.errors import DataError, ExchangeError
from core.exchange.replacing import replacing
from core.npz_archive import ArchivedArray, archived_arrays, npz_errors
from core.parameters import FloatArray, IntArray

_KIND = b"visualiser digits 1"
_ENDING = ".npz"
# A hundred of each digit and more; as many as are prepared within a few seconds.
MOST_DRAWINGS = 5000
_CLASSES = 10
_SHAPE = (28, 28)
_NAMES = ("kind", "ink", "labels")


@dataclass(frozen=True, eq=False)
class Sheet:
    """Drawings, in the order in which they were kept.

    Attributes
    ----------
    ink : ndarray, shape (n, 112, 112), uint8
    labels : ndarray, shape (n,), int64
        What each truly is, 0 to 9.
    """

    ink: npt.NDArray[np.uint8]
    labels: IntArray

    def __len__(self) -> int:
        return len(self.labels)

    @staticmethod
    def blank() -> Sheet:
        """A sheet with no drawing on it."""
        return Sheet(np.zeros((0, SIDE, SIDE), np.uint8), np.zeros(0, np.int64))

    def with_drawing(self, ink: npt.ArrayLike, label: int, index: int | None = None) -> Sheet:
        """The sheet with one drawing more.

        Parameters
        ----------
        ink : array, shape (112, 112)
            Bytes, or floats from 0 to 1.
        label : int
        index : int, optional
            Where it is put in; at the end by default, and where there are fewer.

        Raises
        ------
        DataError
            Where it is no such drawing, or there are too many.
        """
        array = np.asarray(ink)
        if array.dtype != np.uint8:
            array = np.rint(np.clip(array, 0, 1) * 255).astype(np.uint8)
        if array.shape != (SIDE, SIDE) or not 0 <= label < _CLASSES:
            raise DataError(
                "A drawing of the shape {shape} with the label {label} does not go on a sheet; "
                "give {side}×{side} pixels and a label from 0 to 9.",
                shape=array.shape,
                label=label,
                side=SIDE,
            )
        if len(self) >= MOST_DRAWINGS:
            raise DataError(
                "There are {most} drawings on this sheet, and no more fit; save it and begin "
                "another.",
                most=MOST_DRAWINGS,
            )
        place = len(self) if index is None else min(index, len(self))
        return Sheet(
            np.insert(self.ink, place, array, axis=0), np.insert(self.labels, place, label)
        )

    def without(self, index: int) -> Sheet:
        """The sheet without one of its drawings."""
        return Sheet(np.delete(self.ink, index, 0), np.delete(self.labels, index))


def save_sheet(sheet: Sheet, path: Path) -> None:
    """Save a sheet, whole or not at all.

    Raises
    ------
    DataError
        Where it cannot be written; a file that was there before is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as stream:
            np.savez_compressed(stream, kind=np.bytes_(_KIND), ink=sheet.ink, labels=sheet.labels)
    except ExchangeError as error:
        raise DataError(error.template, **error.values) from error
    except OSError as error:
        raise DataError(
            "{path} cannot be written ({reason}); choose another place.",
            path=path,
            reason=in_short(error),
        ) from error


def is_sheet(path: Path) -> bool:
    """Whether a file says that it is a sheet; it may be damaged all the same."""
    try:
        if path.suffix.lower() != _ENDING or not path.is_file():
            return False
        with path.open("rb") as stream:
            arrays = archived_arrays(stream)
            return "kind" in arrays and _kind(arrays["kind"]) == _KIND
    except npz_errors():
        return False


def read_sheet(path: Path) -> Sheet:
    """The drawings in a file.

    Nothing is allocated but for an archive that holds exactly a sheet's arrays, which agree
    with each other and are not too many.

    Raises
    ------
    DataError
        Where it is no sheet or is damaged.
    """
    try:
        with path.open("rb") as stream:
            return _read(archived_arrays(stream))
    except npz_errors() as error:
        raise DataError(
            "{path} cannot be read as a sheet of drawn digits ({reason}); choose another file.",
            path=path,
            reason=in_short(error),
        ) from error


def _read(arrays: dict[str, ArchivedArray]) -> Sheet:
    if set(arrays) != set(_NAMES):
        raise ValueError(f"it does not hold the arrays {', '.join(_NAMES)} and no other")
    if _kind(arrays["kind"]) != _KIND:
        raise ValueError("it is of another kind or a later version")
    labels = _numbers(arrays["labels"], "<i8", ())
    ink = _numbers(arrays["ink"], "|u1", (SIDE, SIDE))
    if len(ink) != len(labels):
        raise ValueError(f"it has {len(ink)} drawings and {len(labels)} labels")
    if len(labels) and not 0 <= labels.min() <= labels.max() < _CLASSES:
        raise ValueError("a label is not from 0 to 9")
    return Sheet(ink, labels.astype(np.int64))


def _kind(array: ArchivedArray) -> bytes:
    if array.descr != f"|S{len(_KIND)}" or array.shape or array.unpacked != len(_KIND):
        return b""
    with array.open() as stream:
        return stream.read(len(_KIND))


def _numbers(array: ArchivedArray, descr: str, rest: tuple[int, ...]) -> npt.NDArray[Any]:
    """An array of that type whose rows have this shape, not too many."""
    dtype, shape = np.dtype(descr), array.shape
    is_of_kind = array.descr == descr and shape[1:] == rest and len(shape) == 1 + len(rest)
    if not is_of_kind or array.is_by_columns:
        raise ValueError(f"{array.name} is no array as a sheet has it")
    if shape[0] > MOST_DRAWINGS:
        raise ValueError(f"it has {shape[0]} drawings, more than {MOST_DRAWINGS}")
    count = byte_count(shape, dtype)
    if array.unpacked != count:
        raise ValueError(f"{array.name} is not as long as its shape")
    with array.open() as stream:
        content = stream.read(count)
    if len(content) < count:
        raise ValueError("it ends too early")
    return np.frombuffer(content, dtype).reshape(shape)


def prepared_sheet(
    sheet: Sheet, image_shape: tuple[int, int], watch: Callable[[float], None] = unwatched
) -> FloatArray:
    """What a network of this input sees of each drawing, shape (n, N_0), float32."""
    inputs = np.zeros((len(sheet), image_shape[0] * image_shape[1]), np.float32)
    for place, ink in enumerate(sheet.ink):
        inputs[place] = prepare(ink, image_shape).inputs
        watch((place + 1) / len(sheet))
    return inputs


def load_drawn(path: Path, watch: Watch = unwatched) -> Dataset:
    """A sheet as data of 28×28 pixels, prepared as MNIST's are.

    Of each digit's drawings in the order in which they were kept, every fifth is a test example.

    Raises
    ------
    DataError
        Where it is damaged, or there are too few drawings.
    """
    sheet = read_sheet(path)
    if len(sheet) < 2:
        raise DataError(
            "{path} holds {count} drawings; keep two at least, one to learn from and one to test.",
            path=path,
            count=len(sheet),
        )
    inputs = prepared_sheet(sheet, _SHAPE, watch)
    is_test = split_fifth(sheet.labels)
    train, test = (
        Examples.from_arrays(inputs[rows], sheet.labels[rows], _CLASSES)
        for rows in (~is_test, is_test)
    )
    return Dataset(str(path.resolve()), train, test, _SHAPE)


DRAWN = Reader("drawn digits", is_sheet, load_drawn)
