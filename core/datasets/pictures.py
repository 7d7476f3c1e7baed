"""Folders of pictures of any size, one sub-folder for each class."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.datasets.dataset import Dataset, Examples
from core.datasets.picture_folder import PictureFolder, look_into, may_hold_pictures
from core.datasets.reader import Examined, Note, Progress, Watch, reader_of
from core.datasets.splitting import split_fifth
from core.errors import DataError
from core.parameters import IntArray

Bytes = npt.NDArray[np.uint8]

_USUAL = (28, 28)
# Pictures of one size between these keep it, unless they are too many numbers in all.
_SMALLEST, _LARGEST, _MOST_NUMBERS = 4, 64, 2**28
_WHITE = 255
# Of the work on a picture: to look at its header, and to decode it.
_LOOK, _DECODE = 1, 4

# A picture and its label.
_Labelled = tuple[Path, int]


def _examine(folder: Path, watch: Watch) -> Examined:
    """A Dataset from the pictures in a folder.

    Raises
    ------
    DataError
        Where it is laid out otherwise, or a picture cannot be read.
    """
    found = look_into(folder)
    train = _in_turn(found.train)
    test = None if found.test is None else _in_turn(found.test)
    if len(train) + len(test or ()) < 2 or not train:
        raise DataError("{folder} holds too few pictures; add some.", folder=folder)
    listed = [*train, *(test or ())]
    progress = Progress(watch, (_LOOK + _DECODE) * len(listed))
    paths = [path for path, _ in listed]
    shape, is_scaled = _common_shape(paths, progress)
    pixels, is_light = _grey_pictures(paths, shape, progress)
    lowest, highest = int(pixels.min()), int(pixels.max())
    if is_light:
        np.subtract(_WHITE, pixels, out=pixels)
    labels = np.array([label for _, label in listed], np.int64)
    is_test = split_fifth(labels) if test is None else np.arange(len(listed)) >= len(train)
    numbers = tuple(map(str, range(len(found.class_names))))
    data = Dataset(
        name=str(folder.resolve()),
        train=_examples(pixels, labels, ~is_test, len(numbers)),
        test=_examples(pixels, labels, is_test, len(numbers)),
        image_shape=shape,
        class_names=() if found.class_names == numbers else tuple(map(_shown, found.class_names)),
    )
    notes = _notes(found, shape, is_scaled=is_scaled, is_light=is_light)
    return Examined(data, (lowest, highest), notes)


def _shown(name: str) -> str:
    """A folder's name as it can be written anywhere: it may hold whatever the system allows."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name
    )


def _in_turn(classes: Sequence[Sequence[Path]]) -> list[_Labelled]:
    """The first picture of each class, the second of each, and so on: the first ones differ."""
    by_class = [[(path, label) for path in paths] for label, paths in enumerate(classes)]
    return [one for turn in itertools.zip_longest(*by_class) for one in turn if one is not None]


def _common_shape(paths: Sequence[Path], progress: Progress) -> tuple[tuple[int, int], bool]:
    """Rows and columns for all of them; and whether any of them has others."""
    from core.datasets.picture_file import picture_size  # noqa: PLC0415 (Pillow, when wanted)

    shapes = set()
    for path in paths:
        shapes.add(picture_size(path))
        progress.add(_LOOK)
    one = next(iter(shapes))
    fits = all(_SMALLEST <= side <= _LARGEST for side in one)
    if len(shapes) == 1 and fits and len(paths) * one[0] * one[1] <= _MOST_NUMBERS:
        return one, False
    return _USUAL, shapes != {_USUAL}


def _grey_pictures(
    paths: Sequence[Path], shape: tuple[int, int], progress: Progress
) -> tuple[Bytes, bool]:
    """All pictures, shape (n, rows, columns), uint8; and whether most lie on light paper."""
    from core.datasets.picture_file import grey_picture  # noqa: PLC0415 (as above)

    pixels: Bytes = np.empty((len(paths), *shape), np.uint8)
    light = 0
    for place, path in enumerate(paths):
        pixels[place], paper = grey_picture(path, shape)
        light += paper > _WHITE / 2
        progress.add(_DECODE)
    return pixels, 2 * light > len(paths)


def _examples(
    pixels: Bytes, labels: IntArray, chosen: npt.NDArray[np.bool_], classes: int
) -> Examples:
    return Examples.from_pixels(pixels[chosen], labels[chosen], _WHITE, classes)


def _notes(
    found: PictureFolder, shape: tuple[int, int], *, is_scaled: bool, is_light: bool
) -> tuple[Note, ...]:
    notes: list[Note] = []
    if is_scaled:
        size: dict[str, object] = {"rows": shape[0], "columns": shape[1]}
        notes.append(("The pictures are scaled in proportion to {rows}×{columns} pixels.", size))
    if is_light:
        notes.append(("Most pictures are dark on light paper, so all are inverted: 1 is ink.", {}))
    if found.test is None:
        notes.append(("Every fifth picture of each class is kept for testing.", {}))
    if found.left_out:
        beside: Note = (
            "What lies beside the folders is left out: {first}, {count} in all.",
            {"first": found.left_out[0], "count": len(found.left_out)},
        )
        notes.append(beside)
    return tuple(notes)


PICTURES = reader_of("folder of pictures", may_hold_pictures, _examine)
