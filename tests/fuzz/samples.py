"""Sound files, of which mutants are made."""

from __future__ import annotations

import io
import json
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import core
from tests.fuzz.picture_mutations import sound_pictures

ENDINGS = {
    "run": ".nnrun",
    "safetensors": ".safetensors",
    "npz": ".npz",
    "idx": "",
    "csv": ".csv",
    "data-npz": ".npz",
    "pictures": "",
}


def samples(kind: str) -> list[bytes]:
    """The files of a kind, always the same ones."""
    return _MAKERS[kind]()


def _runs() -> list[bytes]:
    data = core.load_dataset("digits")
    plain = core.Run(core.Network((64, 3, 10)), data)
    plain.steps(150)
    eventful = core.Run(core.Network((64, 3, 4, 10), "tanh"), data, optimiser="adam", l2=1e-4)
    eventful.steps(120)
    eventful.evaluate_test()
    eventful.go_to(70)
    eventful.change(schedule=core.CosineDecay(20, 0.1), held=[core.Held(1, 1, 0.5)])
    eventful.edit(1, 0, 3, 0.25)
    eventful.steps(60)
    eventful.change(frozen=[core.Part(1, 0), core.Part(2, 1, 2)], batch_size=20)
    eventful.steps(20)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "run.nnrun"
        contents = []
        for run in (plain, eventful):
            core.save_run(run, path)
            contents.append(path.read_bytes())
    return contents


def _networks() -> list[core.Network]:
    plain = core.Network((6, 4, 3))
    double = core.Network((5, 3), "softmax", "softmax_cross_entropy", dtype=np.float64)
    held = core.Network((4, 5, 4, 2), ("relu", "tanh", "identity"), bias="outside")
    held.held = (core.Held(1, 2, 0.5),)
    return [plain, double, held]


def _exported(ending: str) -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"weights{ending}"
        contents = []
        for network in _networks():
            core.export_weights(network, path)
            contents.append(path.read_bytes())
    return contents


def _sequential(dtype: str) -> dict[str, Any]:
    random = np.random.default_rng(1)
    shapes = {"0.weight": (4, 3), "0.bias": (4,), "2.weight": (2, 4), "2.bias": (2,)}
    return {name: random.standard_normal(shape).astype(dtype) for name, shape in shapes.items()}


def _safetensors() -> list[bytes]:
    header: dict[str, Any] = {}
    numbers = b""
    for name, array in _sequential("<f2").items():
        offsets = [len(numbers), len(numbers) + array.nbytes]
        header[name] = {"dtype": "F16", "shape": array.shape, "data_offsets": offsets}
        numbers += array.tobytes()
    text = json.dumps(header).encode()
    return [*_exported(".safetensors"), struct.pack("<Q", len(text)) + text + numbers]


def _npz() -> list[bytes]:
    compressed, by_columns = io.BytesIO(), io.BytesIO()
    np.savez_compressed(compressed, **_sequential("<f8"))
    state: dict[str, Any] = {n: np.asfortranarray(a) for n, a in _sequential(">f4").items()}
    np.savez(by_columns, **state)
    return [*_exported(".npz"), compressed.getvalue(), by_columns.getvalue()]


def _pictures(count: int, seed: int) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Pictures that are pale but for a few pixels, and labels of three classes."""
    random = np.random.default_rng(seed)
    pictures = random.integers(0, 256, (count, 8, 7)) * (random.random((count, 8, 7)) < 0.2)
    return pictures.astype(np.uint8), np.arange(count, dtype=np.uint8) % 3


def _idx() -> list[bytes]:
    """The four files of a set."""
    return [_idx_of(array) for seed, n in enumerate((60, 20)) for array in _pictures(n, seed)]


def _idx_of(array: npt.NDArray[np.uint8]) -> bytes:
    lengths = b"".join(length.to_bytes(4, "big") for length in array.shape)
    return bytes([0, 0, 8, array.ndim]) + lengths + array.tobytes()


def _csv() -> list[bytes]:
    pictures, labels = _pictures(60, 1)
    rows = np.column_stack([labels, pictures.reshape(60, -1)[:, :49]])
    flowers = ["long,wide,kind", *(f"{n / 7:.2f},{n % 4}.5,{'abc'[n % 3]}é" for n in range(60))]
    numbered = ["id;x;y;label", *(f"{n};{n * 0.1};-{n};{n % 2}" for n in range(60))]
    plain = [",".join(map(str, row)) for row in rows.tolist()]
    spaced = ["\t".join(map(str, row)) for row in rows[:, ::-1].tolist()]
    return ["\n".join([*lines, ""]).encode() for lines in (plain, flowers, numbered, spaced)]


def _data_npz() -> list[bytes]:
    (train, train_labels), (test, test_labels) = _pictures(60, 1), _pictures(20, 2)
    keras, floats, words = io.BytesIO(), io.BytesIO(), io.BytesIO()
    np.savez_compressed(keras, x_train=train, y_train=train_labels, x_test=test, y_test=test_labels)
    np.savez(floats, images=np.asfortranarray(train / 255), labels=np.eye(3)[train_labels])
    names = np.array(["a", "bé", "c"])[train_labels]
    np.savez(words, data=train.reshape(60, -1).astype(">i4"), target=names)
    return [keras.getvalue(), floats.getvalue(), words.getvalue()]


_MAKERS: dict[str, Callable[[], list[bytes]]] = {
    "run": _runs,
    "safetensors": _safetensors,
    "npz": _npz,
    "idx": _idx,
    "csv": _csv,
    "data-npz": _data_npz,
    "pictures": sound_pictures,
}
