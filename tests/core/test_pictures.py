"""Folders of pictures: what is read, what is refused, what is never done."""

from __future__ import annotations

import os
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.datasets import picture_file, picture_folder
from core.datasets.pictures import PICTURES
from core.datasets.reader import Examined, unwatched
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]
Bytes = npt.NDArray[np.uint8]
LINKS = pytest.mark.skipif(sys.platform == "win32", reason="Links need a permission there")


def examined(folder: Path) -> Examined:
    return PICTURES.examined(folder, unwatched)


def ink(rows: int = 8, columns: int = 8, seed: int = 0) -> Bytes:
    """Pale strokes on black: the border is 0."""
    made = np.zeros((rows, columns), np.uint8)
    inner = made[1:-1, 1:-1]
    inner[:] = np.random.default_rng(seed).integers(0, 256, inner.shape, np.uint8)
    return made


def save(path: Path, pixels: Bytes, **options: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path, **options)
    return path


def fill(
    folder: Path, names: Sequence[str] = ("a", "b"), count: int = 5, side: int = 8
) -> dict[str, list[Bytes]]:
    """Some pictures in each of these classes."""
    made = {}
    for place, name in enumerate(names):
        made[name] = [ink(side, side, 100 * place + number) for number in range(count)]
        for number, pixels in enumerate(made[name]):
            save(folder / name / f"{number}.png", pixels)
    return made


def notes(found: Examined) -> str:
    return " ".join(template.format(**fields) for template, fields in found.notes)


def refusal(folder: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        examined(folder)
    return caught.value


# ------------------------------------------------------------------------ what is read


def test_pictures_of_one_small_size_keep_it(tmp_path: Path) -> None:
    made = fill(tmp_path)
    found = examined(tmp_path)
    data = found.dataset
    assert data.name == str(tmp_path)
    assert data.image_shape == (8, 8)
    assert data.class_names == ("a", "b")
    assert (len(data.train), len(data.test)) == (8, 2)
    # Every picture once, with its label.
    expected = {(p.tobytes(), label) for label, name in enumerate("ab") for p in made[name]}
    seen = {
        (np.round(row * 255).astype(np.uint8).tobytes(), label)
        for part in (data.train, data.test)
        for row, label in zip(part.inputs, part.labels.tolist(), strict=True)
    }
    assert seen == expected
    assert found.raw_range == (0, max(p.max() for ps in made.values() for p in ps))


def test_every_fifth_of_a_class_is_for_testing(tmp_path: Path) -> None:
    fill(tmp_path, ["a", "b", "c"], count=10)
    data = examined(tmp_path).dataset
    assert np.bincount(data.test.labels).tolist() == [2, 2, 2]
    assert np.bincount(data.train.labels).tolist() == [8, 8, 8]


def test_the_first_examples_are_of_all_classes(tmp_path: Path) -> None:
    fill(tmp_path, ["a", "b", "c"], count=10)
    assert set(examined(tmp_path).dataset.train.labels[:3].tolist()) == {0, 1, 2}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["10", "9", "0"], ("0", "9", "10")),
        (["2", "0", "1"], ()),
        (["cat", "Bird", "ant"], ("ant", "Bird", "cat")),
        (["x10", "x9"], ("x9", "x10")),
        (["01", "00"], ("00", "01")),
        (["æ", "漢字"], ("æ", "漢字")),
    ],
)
def test_the_order_of_classes(tmp_path: Path, names: list[str], expected: tuple[str, ...]) -> None:
    fill(tmp_path, names, count=2)
    assert examined(tmp_path).dataset.class_names == expected


@pytest.mark.skipif(sys.platform != "linux", reason="Names are texts there")
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    fill(tmp_path, ["a", os.fsdecode(b"b\xff"), "c\n"], count=2)
    names = examined(tmp_path).dataset.class_names
    assert names == ("a", "b\N{REPLACEMENT CHARACTER}", "c\N{REPLACEMENT CHARACTER}")


@pytest.mark.parametrize(("train", "test"), [("train", "test"), ("Training", "TESTING")])
def test_parts_for_training_and_testing(tmp_path: Path, train: str, test: str) -> None:
    fill(tmp_path / train, ["0", "1"], count=4)
    fill(tmp_path / test, ["1", "2"], count=3)
    fill(tmp_path / "validation", ["7"], count=1)
    found = examined(tmp_path)
    assert np.bincount(found.dataset.train.labels).tolist() == [4, 4]
    assert np.bincount(found.dataset.test.labels).tolist() == [0, 3, 3]
    assert found.dataset.class_names == ()
    assert "validation" in notes(found)
    assert "fifth" not in notes(found)


def test_dark_on_light_paper_becomes_ink(tmp_path: Path) -> None:
    for name in "ab":
        for number in range(5):
            save(tmp_path / "dark" / name / f"{number}.png", ink(seed=number))
            save(tmp_path / "light" / name / f"{number}.png", 255 - ink(seed=number))
    dark, light = (examined(tmp_path / kind) for kind in ("dark", "light"))
    assert np.array_equal(dark.dataset.train.inputs, light.dataset.train.inputs)
    assert "inverted" in notes(light)
    assert "inverted" not in notes(dark)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    cover = ink(seed=3)
    for name, value in (("a", 0), ("b", 0)):
        pixels = np.full((8, 8, 4), value, np.uint8)
        pixels[..., 3] = cover
        for number in range(5):
            save(tmp_path / name / f"{number}.png", pixels)
    assert np.allclose(examined(tmp_path).dataset.train.inputs[0] * 255, cover.ravel(), atol=1)


@pytest.mark.parametrize("ending", ["png", "bmp", "gif", "pgm", "jpg"])
@pytest.mark.parametrize("mode", ["L", "RGB", "P", "1"])
def test_kinds_of_pictures(tmp_path: Path, ending: str, mode: str) -> None:
    pixels = np.zeros((32, 32), np.uint8)
    pixels[8:24, 8:24] = 255
    for name in "ab":
        for number in range(3):
            path = tmp_path / name / f"{number}.{ending}"
            path.parent.mkdir(exist_ok=True)
            wanted = "L" if mode == "P" and ending in ("pgm", "jpg") else mode
            Image.fromarray(pixels).convert(wanted).save(path)
    data = examined(tmp_path).dataset
    assert np.allclose(data.train.inputs[0] * 255, pixels.ravel(), atol=12)


def test_sixteen_bits(tmp_path: Path) -> None:
    deep = np.arange(64, dtype=np.uint16).reshape(8, 8) * 1000
    for name in "ab":
        for number in range(2):
            (tmp_path / name).mkdir(exist_ok=True)
            Image.fromarray(deep).save(tmp_path / name / f"{number}.png")
    inputs = examined(tmp_path).dataset.train.inputs[0]
    assert np.allclose(np.sort(inputs), np.arange(64) * 1000 / 65535, atol=1 / 255)


@settings(deadline=None, max_examples=40)
@given(rows=st.integers(1, 300), columns=st.integers(1, 300), value=st.integers(0, 255))
def test_a_grey_picture_of_any_size_stays_as_grey(
    tmp_path_factory: pytest.TempPathFactory, rows: int, columns: int, value: int
) -> None:
    """What it is filled up with is what its border is like."""
    path = tmp_path_factory.getbasetemp() / "one.png"
    save(path, np.full((rows, columns), value, np.uint8))
    found = picture_file.grey_picture(path, (28, 28))[0]
    assert found.shape == (28, 28)
    assert (found == value).all()


def test_a_wide_picture_stands_in_the_middle(tmp_path: Path) -> None:
    pixels = np.zeros((100, 400), np.uint8)
    pixels[10:90, 10:390] = 200
    found = picture_file.grey_picture(save(tmp_path / "wide.png", pixels), (28, 28))[0]
    used = np.flatnonzero(found.any(axis=1))
    assert (used.min(), used.max()) == (10, 16)
    # Ink is spread by area: a sixteenth of 28×28 of it is there as of the whole.
    assert found.sum() == pytest.approx(pixels.sum() * (28 / 400) ** 2, rel=0.02)


def test_a_photo_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    pixels = np.zeros((28, 28), np.uint8)
    pixels[:14] = 255
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    path = save(tmp_path / "photo.jpg", pixels, exif=exif)
    found = picture_file.grey_picture(path, (28, 28))[0]
    assert found[:13].max() < 30
    assert found[15:].min() > 225


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (65, 65)])
def test_other_sizes_are_scaled(tmp_path: Path, size: tuple[int, int]) -> None:
    for name, value in (("a", 0), ("b", 50)):
        for number in range(3):
            save(tmp_path / name / f"{number}.png", np.full(size, value, np.uint8))
    found = examined(tmp_path)
    assert found.dataset.image_shape == (28, 28)
    assert "28×28" in notes(found)


def test_what_nobody_put_there_is_passed_over(tmp_path: Path) -> None:
    fill(tmp_path)
    for name in (".DS_Store", "Thumbs.db", "a/.DS_Store", "b/Thumbs.db", "b/desktop.ini"):
        (tmp_path / name).write_bytes(b"\0")
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "README.txt").write_text("Digits")
    found = examined(tmp_path)
    assert found.dataset.class_names == ("a", "b")
    assert "README.txt" in notes(found)


def test_how_far_it_is_is_told_and_it_can_be_given_up(tmp_path: Path) -> None:
    fill(tmp_path)
    shares: list[float] = []
    PICTURES.load(tmp_path, shares.append)
    assert len(shares) == 20
    assert shares == sorted(shares)
    assert shares[-1] == 1

    def give_up(share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        PICTURES.load(tmp_path, give_up)


@pytest.mark.parametrize(("made", "is_one"), [("a/b", True), ("b.PNG", True), ("b.txt", False)])
def test_which_folders_are_recognised(tmp_path: Path, made: str, *, is_one: bool) -> None:
    path = tmp_path / made
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"")
    assert PICTURES.recognises(tmp_path) == is_one
    assert not PICTURES.recognises(path)


# ------------------------------------------------------------------------ what is refused


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG\r\n\x1a\n", b"\0" * 5000])
def test_what_is_no_picture_is_named(
    tmp_path: Path, check_sentence: CheckSentence, content: bytes
) -> None:
    fill(tmp_path)
    path = tmp_path / "b" / "notes.png"
    path.write_bytes(content)
    check_sentence(refusal(tmp_path), str(path), "picture")


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "bmp"])
def test_a_truncated_picture_is_named(
    tmp_path: Path, check_sentence: CheckSentence, ending: str
) -> None:
    fill(tmp_path)
    path = save(tmp_path / "b" / f"cut.{ending}", ink(40, 40))
    path.write_bytes(path.read_bytes()[:-200])
    check_sentence(refusal(tmp_path), str(path), "picture")


def test_a_class_of_its_own(tmp_path: Path, check_sentence: CheckSentence) -> None:
    fill(tmp_path, ["seven"])
    check_sentence(refusal(tmp_path), "'seven'", "at least two")


def test_pictures_without_classes(tmp_path: Path, check_sentence: CheckSentence) -> None:
    save(tmp_path / "a.png", ink())
    check_sentence(refusal(tmp_path), str(tmp_path), "sub-folder")


def test_an_empty_folder(tmp_path: Path, check_sentence: CheckSentence) -> None:
    check_sentence(refusal(tmp_path), str(tmp_path), "choose a folder")


def test_an_empty_class(tmp_path: Path, check_sentence: CheckSentence) -> None:
    fill(tmp_path)
    (tmp_path / "c").mkdir()
    check_sentence(refusal(tmp_path), str(tmp_path / "c"), "put some into it")


def test_a_folder_within_a_class(tmp_path: Path, check_sentence: CheckSentence) -> None:
    fill(tmp_path)
    fill(tmp_path / "a", ["inner"])
    check_sentence(refusal(tmp_path), str(tmp_path / "a" / "inner"), "class of its own")


def test_too_many_files_or_classes(
    tmp_path: Path, check_sentence: CheckSentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, ["a", "b", "c"])
    monkeypatch.setattr(picture_folder, "_MOST_CLASSES", 2)
    check_sentence(refusal(tmp_path), str(tmp_path), "fewer")
    monkeypatch.setattr(picture_folder, "_MOST_FILES", 17)
    check_sentence(refusal(tmp_path), str(tmp_path), "fewer")


@LINKS
def test_a_link_out_of_the_folder(tmp_path: Path, check_sentence: CheckSentence) -> None:
    fill(tmp_path / "data")
    outside = save(tmp_path / "outside" / "0.png", ink())
    link = tmp_path / "data" / "a" / "link.png"
    link.symlink_to(outside)
    check_sentence(refusal(tmp_path / "data"), str(link), "put the pictures themselves")
    link.unlink()
    (tmp_path / "data" / "c").symlink_to(tmp_path / "outside")
    check_sentence(refusal(tmp_path / "data"), "leads out", "put the pictures themselves")


@LINKS
@pytest.mark.parametrize(("place", "end"), [("c", "."), ("a/c", ".."), ("c", "c"), ("a/0", "1")])
def test_loops_and_links_to_nothing(tmp_path: Path, place: str, end: str) -> None:
    fill(tmp_path)
    (tmp_path / place).symlink_to(end)
    assert str(tmp_path) in str(refusal(tmp_path))


@LINKS
def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "b" / "again.png").symlink_to(tmp_path / "b" / "0.png")
    data = examined(tmp_path).dataset
    assert len(data.train) + len(data.test) == 11


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="There are none")
def test_a_pipe_is_not_waited_for(tmp_path: Path, check_sentence: CheckSentence) -> None:
    fill(tmp_path)
    os.mkfifo(tmp_path / "a" / "pipe.png")
    check_sentence(refusal(tmp_path), "pipe.png", "take it away")


def huge_png(path: Path, side: int) -> None:
    """All black, 10,000 pixels wide and high, in few bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (side, side)).save(path)


def test_a_picture_of_100_million_pixels_is_never_decoded(
    tmp_path: Path, check_sentence: CheckSentence
) -> None:
    fill(tmp_path)
    path = tmp_path / "b" / "huge.png"
    huge_png(path, 10_000)
    tracemalloc.start()
    try:
        check_sentence(refusal(tmp_path), str(path), "make it smaller")
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_a_large_jpeg_is_decoded_smaller(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    Image.new("RGB", (9000, 9000), "white").save(path)
    assert (picture_file.grey_picture(path, (28, 28))[0] == 255).all()


def test_a_large_progressive_jpeg_is_refused(tmp_path: Path, check_sentence: CheckSentence) -> None:
    """It would be kept as a whole before it is made smaller."""
    path = tmp_path / "large.jpg"
    Image.new("RGB", (4000, 4000), "white").save(path, progressive=True)
    with pytest.raises(DataError) as caught:
        picture_file.grey_picture(path, (28, 28))
    check_sentence(caught.value, str(path), "make it smaller")


def test_a_header_that_lies(tmp_path: Path, check_sentence: CheckSentence) -> None:
    """2³¹ − 1 pixels wide, in 70 bytes."""
    fill(tmp_path)
    path = save(tmp_path / "b" / "lies.bmp", ink())
    content = bytearray(path.read_bytes())
    content[18:26] = (2**31 - 1).to_bytes(4, "little") * 2
    path.write_bytes(content)
    check_sentence(refusal(tmp_path), str(path), "picture")
