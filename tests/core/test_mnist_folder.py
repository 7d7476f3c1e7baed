"""Where MNIST is looked for, and what is said where it is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from core import load_dataset
from core.datasets.mnist import mnist_folder
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]


def write(path: Path, array: npt.NDArray[np.uint8]) -> None:
    lengths = b"".join(length.to_bytes(4, "big") for length in array.shape)
    path.write_bytes(bytes([0, 0, 8, array.ndim]) + lengths + array.tobytes())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few pictures under MNIST's names."""
    random = np.random.default_rng(0)
    for split, count in (("train", 30), ("t10k", 10)):
        pixels = random.integers(0, 256, (count, 28, 28), np.uint8)
        write(tmp_path / f"{split}-images-idx3-ubyte", pixels)
        write(tmp_path / f"{split}-labels-idx1-ubyte", np.arange(count, dtype=np.uint8) % 10)
    monkeypatch.setenv("VISUALISER_MNIST", str(tmp_path))
    return tmp_path


def test_it_is_loaded_by_its_name(folder: Path) -> None:
    shares: list[float] = []
    found, expected = load_dataset("mnist", shares.append), load_dataset(folder)
    assert found.name == "mnist"
    assert (len(found.train), len(found.test), found.image_shape) == (30, 10, (28, 28))
    assert np.array_equal(found.train.inputs, expected.train.inputs)
    assert shares[-1] == 1


def test_a_folder_can_be_named(folder: Path) -> None:
    assert mnist_folder() == folder


def test_else_it_is_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUALISER_MNIST", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / name)
    assert mnist_folder() == tmp_path / "visualiser" / "mnist"


def test_where_it_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, check_sentence: CheckSentence
) -> None:
    monkeypatch.setenv("VISUALISER_MNIST", str(tmp_path / "nowhere"))
    with pytest.raises(DataError) as caught:
        load_dataset("mnist")
    check_sentence(caught.value, str(tmp_path / "nowhere"), "Get MNIST")
    # Half of it, as while it is being fetched.
    monkeypatch.setenv("VISUALISER_MNIST", str(tmp_path))
    write(tmp_path / "train-images-idx3-ubyte", np.zeros((3, 28, 28), np.uint8))
    with pytest.raises(DataError, match="or not all of it"):
        load_dataset("mnist")


def test_pillow_is_loaded_for_pictures_only() -> None:
    """It would make every start slower."""
    script = "import sys, core; core.load_dataset('digits'); print('PIL' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
