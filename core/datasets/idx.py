"""The IDX format: MNIST's files, plain or gzipped, and folders of them.

Source of the format: Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten
digits, section "File formats".
"""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import IO, cast

import numpy as np
import numpy.typing as npt

from core.datasets.dataset import Dataset, Examples
from core.errors import DataError

# The names of MNIST, and of the sets that took them over (Fashion-MNIST, KMNIST, EMNIST).
_TRAIN_PREFIXES = ("train", "training")
_TEST_PREFIXES = ("t10k", "test")
_UNSIGNED_BYTE = 8
# Enough for every published IDX set, and few enough for any computer: 8 GiB as float32.
_MOST_BYTES = 2**31


def load_idx_folder(folder: Path) -> Dataset:
    """A Dataset from the four IDX files of a folder.

    Raises
    ------
    DataError
        Where a file is missing or broken, or images and labels do not fit together.
    """
    train = _read_pair(folder, _TRAIN_PREFIXES)
    test = _read_pair(folder, _TEST_PREFIXES)
    if train[0].shape[1:] != test[0].shape[1:]:
        raise DataError(
            "The training pictures in {folder} have {train} pixels and the test pictures "
            "{test}; both need the same size.",
            folder=folder,
            train="×".join(map(str, train[0].shape[1:])),
            test="×".join(map(str, test[0].shape[1:])),
        )
    classes = int(max(train[1].max(), test[1].max())) + 1
    rows, columns = train[0].shape[1:]
    return Dataset(
        # In full, so that a saved run finds it from anywhere.
        name=str(folder.resolve()),
        train=Examples.from_pixels(*train, white=255, classes=classes),
        test=Examples.from_pixels(*test, white=255, classes=classes),
        image_shape=(rows, columns),
    )


def read_idx(path: Path) -> npt.NDArray[np.uint8]:
    """The array in an IDX file of unsigned bytes.

    Nothing is allocated on the word of the header alone: the file is read first, up to
    the length that the header promises, and the two are compared.

    Raises
    ------
    DataError
        Where the file cannot be read, is no such IDX file, or is too short or too long.
    """
    try:
        with _opened(path) as file:
            shape = _read_header(file, path)
            promised = int(np.prod(shape, dtype=object))
            content = _read_at_most(file, promised + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(
            "{path} cannot be read ({reason}); get a fresh copy of it.",
            path=path,
            reason=str(error) or type(error).__name__,
        ) from error
    if len(content) < promised:
        raise DataError(
            "{path} is too short: its header promises {promised} bytes; get a fresh copy.",
            path=path,
            promised=promised,
        )
    if len(content) > promised:
        raise DataError(
            "{path} is too long: its header promises {promised} bytes; get a fresh copy.",
            path=path,
            promised=promised,
        )
    return np.frombuffer(content, np.uint8).reshape(shape)


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _read_header(file: IO[bytes], path: Path) -> tuple[int, ...]:
    magic = file.read(4)
    if len(magic) < 4 or magic[:2] != b"\0\0" or magic[2] != _UNSIGNED_BYTE:
        raise DataError(
            "{path} is not an IDX file of bytes (it does not begin with 0, 0, 8); "
            "choose a folder with MNIST's files.",
            path=path,
        )
    lengths = file.read(4 * magic[3])
    if magic[3] not in (1, 2, 3) or len(lengths) < 4 * magic[3]:
        raise DataError("{path} breaks off in its header; get a fresh copy of it.", path=path)
    shape = tuple(int(length) for length in np.frombuffer(lengths, ">u4"))
    if int(np.prod(shape, dtype=object)) > _MOST_BYTES:
        raise DataError(
            "The header of {path} promises {shape} numbers, more than can be loaded; "
            "get a fresh copy of it.",
            path=path,
            shape="×".join(map(str, shape)),
        )
    return shape


def _read_at_most(file: IO[bytes], most: int) -> bytearray:
    content = bytearray()
    while len(content) < most:
        chunk = file.read(min(most - len(content), 1 << 20))
        if not chunk:
            break
        content += chunk
    return content


def _read_pair(
    folder: Path, prefixes: tuple[str, ...]
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    images_path = _find(folder, prefixes, "images")
    labels_path = _find(folder, prefixes, "labels")
    images, labels = read_idx(images_path), read_idx(labels_path)
    if images.ndim != 3 or images.size == 0:
        raise DataError("{path} holds no pictures; choose another file.", path=images_path)
    if labels.shape != images.shape[:1]:
        raise DataError(
            "{images} holds {image_count} pictures and {labels} {label_count} labels; "
            "choose two files that belong together.",
            images=images_path,
            image_count=len(images),
            labels=labels_path,
            label_count=labels.size,
        )
    return images, labels


def _find(folder: Path, prefixes: tuple[str, ...], kind: str) -> Path:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise DataError(
            "The folder {folder} cannot be read ({reason}); choose another, or allow it.",
            folder=folder,
            reason=error.strerror,
        ) from error
    for path in paths:
        words = path.name.lower().replace(".", "-").split("-")
        if kind in words and any(prefix in words for prefix in prefixes) and path.is_file():
            return path
    raise DataError(
        "{folder} holds no file like {prefix}-{kind}-idx{dimensions}-ubyte (or .gz); "
        "choose a folder with MNIST's four files.",
        folder=folder,
        prefix=prefixes[0],
        kind=kind,
        dimensions=3 if kind == "images" else 1,
    )
