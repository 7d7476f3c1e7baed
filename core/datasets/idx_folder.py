"""Folders of IDX files, as MNIST's, Fashion-MNIST's, KMNIST's and EMNIST's.

Source for EMNIST: G. Cohen, S. Afshar, J. Tapson, A. van Schaik, EMNIST: an extension of MNIST to
handwritten letters, 2017; its pictures are stored column by column, and a file
``emnist-letters-mapping.txt`` says which letters a label stands for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.claims import in_short
from core.datasets.building import Material, Part, build
from core.datasets.idx import IdxFile, open_idx
from core.datasets.reader import Examined, Note, Progress, Watch, reader_of
from core.datasets.scaling import bytes_scaling
from core.errors import DataError

_TRAIN, _TEST = "train", "test"
# The names of MNIST, and of the sets that took them over.
_SPLITS = {"train": _TRAIN, "training": _TRAIN, "t10k": _TEST, "test": _TEST}
_KINDS = ("images", "labels")
_ROLES = tuple((split, kind) for split in (_TRAIN, _TEST) for kind in _KINDS)
_ON_THEIR_SIDE = "emnist"
_LONGEST_MAPPING = 2**16


class _Role(NamedTuple):
    """What a file's name says that it is."""

    split: str
    kind: str
    set_name: str


# Paths by set, then by split and kind.
_Sets = dict[str, dict[tuple[str, str], Path]]


def role_of(path: Path) -> _Role | None:
    """What a file's name says that it is; None where it is no name of an IDX file."""
    words = path.name.lower().replace(".", "-").split("-")
    kind = next((word for word in words if word in _KINDS), None)
    split = next((word for word in words if word in _SPLITS), None)
    if kind is None or split is None or not any(word.startswith("idx") for word in words):
        return None
    return _Role(_SPLITS[split], kind, "-".join(words[: words.index(split)]))


def _recognises(path: Path) -> bool:
    if not path.is_dir():
        return role_of(path) is not None
    return any(True for _ in _files(path))


def _examine(path: Path, watch: Watch) -> Examined:
    """A Dataset from the four IDX files of a folder, or from the set that a file belongs to.

    Raises
    ------
    DataError
        Where a file is missing or broken, images and labels do not fit together, or there are
        several sets in the folder.
    """
    files = {role: open_idx(found) for role, found in _four(path).items()}
    for split in (_TRAIN, _TEST):
        _check_pair(files[split, "images"], files[split, "labels"])
    shape = _shape(path, files)
    progress = Progress(watch, sum(file.size for file in files.values()))
    is_on_side = files[_TRAIN, "images"].path.name.lower().startswith(_ON_THEIR_SIDE)
    notes: list[Note] = []
    if is_on_side:
        shape = shape[::-1]
        notes.append(("EMNIST's pictures are stored lying on their side and are set upright.", {}))
    train, test = (_part(files, split, is_on_side, progress) for split in (_TRAIN, _TEST))
    material = Material(
        path,
        train,
        test,
        shape[0] * shape[1],
        shape,
        bytes_scaling(),
        label_names=_label_names(files[_TRAIN, "images"].path),
        notes=tuple(notes),
    )
    return build(material)


def _part(
    files: dict[tuple[str, str], IdxFile], split: str, is_on_side: bool, progress: Progress
) -> Part:
    pieces = files[split, "labels"].pieces(progress)
    labels = [label for piece in pieces for label in piece.tolist()]
    return Part(_flat(files[split, "images"], is_on_side, progress), labels)


def _flat(images: IdxFile, is_on_side: bool, progress: Progress) -> Iterator[npt.NDArray[np.uint8]]:
    """One picture a row."""
    for piece in images.pieces(progress):
        upright = piece.transpose(0, 2, 1) if is_on_side else piece
        yield upright.reshape(len(piece), -1)


def _check_pair(images: IdxFile, labels: IdxFile) -> None:
    if len(images.shape) != 3 or images.size == 0:
        raise DataError("{path} holds no pictures; choose another file.", path=images.path)
    if labels.shape != images.shape[:1]:
        raise DataError(
            "{images} holds {image_count} pictures and {labels} {label_count} labels; "
            "choose two files that belong together.",
            images=images.path,
            image_count=images.shape[0],
            labels=labels.path,
            label_count=labels.size,
        )


def _shape(path: Path, files: dict[tuple[str, str], IdxFile]) -> tuple[int, int]:
    train, test = (files[split, "images"].shape[1:] for split in (_TRAIN, _TEST))
    if train != test:
        raise DataError(
            "The training pictures in {folder} have {train} pixels and the test pictures "
            "{test}; both need the same size.",
            folder=path,
            train="×".join(map(str, train)),
            test="×".join(map(str, test)),
        )
    rows, columns = train
    return rows, columns


# ------------------------------------------------------------------------ which files


def _files(folder: Path) -> Iterator[tuple[_Role, Path]]:
    """The files of a folder that are called as IDX files are, in the order of their names."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if role_of(Path(entry.name)))
    except OSError as error:
        raise DataError(
            "The folder {folder} cannot be read ({reason}); choose another, or allow it.",
            folder=folder,
            reason=in_short(error),
        ) from error
    for name in names:
        role = role_of(Path(name))
        if role is not None and os.path.isfile(folder / name):  # noqa: PTH113 (raises nothing)
            yield role, folder / name


def _four(path: Path) -> dict[tuple[str, str], Path]:
    """The files of a set by split and kind."""
    chosen = role_of(path) if not path.is_dir() else None
    folder = path.parent if chosen else path
    sets: _Sets = {}
    for role, found in _files(folder):
        # The unpacked one comes first, where there are both.
        sets.setdefault(role.set_name, {}).setdefault((role.split, role.kind), found)
    if chosen:
        return _complete(folder, sets.get(chosen.set_name, {}))
    complete = [name for name, found in sets.items() if len(found) == len(_ROLES)]
    if len(complete) > 1:
        examples = ", ".join(sets[name][_TRAIN, "images"].name for name in complete[:2])
        raise DataError(
            "{folder} holds several sets of examples; choose the file of one, as {examples}.",
            folder=folder,
            examples=examples,
        )
    # Where no name is complete, the four may all the same belong together.
    together = {role: found for each in sets.values() for role, found in each.items()}
    return _complete(folder, sets[complete[0]] if complete else together)


def _complete(folder: Path, found: dict[tuple[str, str], Path]) -> dict[tuple[str, str], Path]:
    for split, kind in _ROLES:
        if (split, kind) not in found:
            raise DataError(
                "{folder} holds no file like {prefix}-{kind}-idx{dimensions}-ubyte (or .gz); "
                "choose a folder with MNIST's four files.",
                folder=folder,
                prefix="train" if split == _TRAIN else "t10k",
                kind=kind,
                dimensions=3 if kind == "images" else 1,
            )
    return found


def _label_names(images: Path) -> dict[str, str] | None:
    """What a mapping beside the files calls the labels: ``1 65 97`` for 1, which is A or a."""
    start = images.name.lower().find("-train-")
    mapping = images.with_name(f"{images.name[:start]}-mapping.txt")
    names = {}
    with suppress(OSError, ValueError, OverflowError):
        if start < 0 or not os.path.isfile(mapping):  # noqa: PTH113 (raises nothing)
            return None
        with mapping.open("rb") as file:
            for line in file.read(_LONGEST_MAPPING).decode("ascii").splitlines():
                label, *letters = (int(number) for number in line.split())
                names[str(label)] = "".join(map(chr, letters))
    return names or None


IDX = reader_of("IDX", _recognises, _examine)
