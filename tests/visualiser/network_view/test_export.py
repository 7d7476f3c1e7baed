"""Pictures of the network to keep: as in the window, at any scale, as shapes, in a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from core.errors import UserError
from tests.visualiser import screen
from tests.visualiser.states import made_up, trained
from visualiser.network_view import exported_lines
from visualiser.network_view.camera import Camera
from visualiser.network_view.connections import ConnectionPainter
from visualiser.network_view.drawing import Drawing
from visualiser.network_view.export import SVG_TYPE, NetworkPicture, check_size, png, save
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.quantities import quantity
from visualiser.network_view.scenery import Marks
from visualiser.network_view.strokes import Strokes
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import DARK, LIGHT, THEMES, Theme
from visualiser.training.snapshot import Snapshot

SIZE = QSize(800, 520)
GROUND = (0x10 + 0x12 + 0x16) / 3  # what the dark one's channels are on average
MakeView = Callable[..., NetworkView]


def drawing_of(state: Snapshot, options: ViewOptions | None = None) -> Drawing:
    drawing = Drawing()
    drawing.set_options(options or ViewOptions())
    drawing.show_run(state.description)
    drawing.show_snapshot(state)
    return drawing


def as_seen(view: NetworkView, qtbot: QtBot) -> screen.Pixels:
    """What the view shows once it has drawn all, without the box that lies over it."""
    view.lines.hide()
    view.grab()
    qtbot.waitUntil(lambda: view.is_complete)
    return screen.pixels(view)


def seen_of(data: QByteArray) -> screen.Pixels:
    """What an SVG looks like."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(data).render(painter)
    painter.end()
    return screen.image_pixels(image)


def shrunk(image: QImage) -> screen.Pixels:
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return screen.image_pixels(image.scaled(SIZE, *ways))


def texts(data: QByteArray) -> list[str]:
    return [one.text or "" for one in elements(data, "text")]


def elements(data: QByteArray, name: str) -> list[ElementTree.Element]:
    tree = ElementTree.fromstring(bytes(data.data()))  # noqa: S314 (it is our own)
    return tree.findall(f".//{{http://www.w3.org/2000/svg}}{name}")


def difference(one: screen.Pixels, other: screen.Pixels) -> float:
    """The mean of what the channels of a pixel differ by, of 255."""
    return float(np.abs(one - other).mean())


@pytest.fixture
def make_view(qtbot: QtBot) -> MakeView:
    def make(state: Snapshot, theme: Theme = DARK, selection: Selection = None) -> NetworkView:
        view = NetworkView()
        qtbot.addWidget(view)
        view.resize(SIZE)
        view.set_theme(theme)
        view.show_run(state.description)
        view.show_snapshot(state)
        view.select(selection)
        view.show()
        return view

    return make


# -------------------------------------------------------------------- as in the window

SELECTIONS = [None, Neuron(1, 3), Connection(2, 1, 4)]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("selection", SELECTIONS, ids=["nothing", "a neuron", "a line"])
def test_at_scale_1_it_is_what_the_window_shows(
    make_view: MakeView, qtbot: QtBot, theme: Theme, selection: Selection
) -> None:
    view = make_view(trained(800), theme, selection)
    picture = NetworkPicture(view.drawing, SIZE, theme)
    assert difference(screen.image_pixels(picture.image()), as_seen(view, qtbot)) < 0.1


def test_as_it_is_seen_it_is_what_the_camera_shows(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(trained(800))
    whole = as_seen(view, qtbot)
    view.drawing.look(Camera(3.0, -700.0, -300.0))
    near, drawing = as_seen(view, qtbot), view.drawing
    seen = screen.image_pixels(NetworkPicture(drawing, SIZE, DARK, "seen").image())
    assert difference(seen, near) < 0.5
    fitted = screen.image_pixels(NetworkPicture(drawing, SIZE, DARK, "whole").image())
    assert difference(fitted, whole) < 0.1
    assert difference(near, whole) > 5


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_as_it_is_seen_another_size_shows_the_same_part(factor: float) -> None:
    drawing = drawing_of(trained(800))
    drawing.look(Camera(4.0, -1000.0, -600.0))
    size = QSize(int(factor * SIZE.width()), int(factor * SIZE.height()))
    camera = NetworkPicture(drawing, size, DARK, "seen", SIZE)._camera()
    middle = (size.width() / 2 - camera.left) / camera.zoom / size.width()
    assert camera.zoom == 4
    assert middle == pytest.approx((SIZE.width() / 2 + 1000) / 4 / SIZE.width())


def test_what_is_pointed_at_is_not_in_it_and_the_window_stays_as_it_is() -> None:
    drawing = drawing_of(trained(800))
    before = screen.image_pixels(NetworkPicture(drawing, SIZE, DARK).image())
    marks = Marks(hovered=Neuron(1, 2))
    drawing.mark(marks)
    drawing.look(Camera(2.0, -50.0, -50.0))
    after = screen.image_pixels(NetworkPicture(drawing, SIZE, DARK).image())
    assert np.array_equal(before, after)
    NetworkPicture(drawing, SIZE, LIGHT).image(2.0)
    assert (drawing.marks, drawing.theme, drawing.camera.zoom) == (marks, DARK, 2.0)


def test_scales_that_are_locked_hold_in_it() -> None:
    drawing = drawing_of(trained(0), ViewOptions(is_locked=True))
    first = texts(NetworkPicture(drawing, SIZE, DARK).shapes())
    drawing.show_snapshot(trained(3000))
    locked = texts(NetworkPicture(drawing, SIZE, DARK).shapes())
    free = texts(NetworkPicture(drawing_of(trained(3000)), SIZE, DARK).shapes())
    scales = [[text for text in found if "full" in text] for found in (first, locked, free)]
    assert scales[0] == scales[1] != scales[2]
    assert drawing.copy(ConnectionPainter()).lines is drawing.lines


def test_before_a_run_is_there_it_is_empty() -> None:
    image = NetworkPicture(Drawing(), SIZE, LIGHT).image()
    assert np.unique(screen.image_pixels(image)).tolist() == sorted({0xFB, 0xF9})


# -------------------------------------------------------------------- at any scale


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
@pytest.mark.parametrize("wide", [20_000, 300], ids=["all wide", "a crowd"])
def test_lines_are_as_strong_at_any_scale(
    monkeypatch: pytest.MonkeyPatch, scale: int, wide: int
) -> None:
    monkeypatch.setattr(exported_lines, "_WIDE_LINES", wide)
    drawing = drawing_of(trained(800))
    pictures = [NetworkPicture(drawing, SIZE, DARK).image(s) for s in (1.0, float(scale))]
    assert pictures[1].size() == SIZE * scale
    # Between the input's image and the first layer, where there is nothing but lines.
    ink = [shrunk(image)[120:400, 250:360].mean() - GROUND for image in pictures]
    assert ink[1] == pytest.approx(ink[0], rel=0.07)
    assert ink[0] > 5


@pytest.mark.parametrize("dashes", [True, False])
def test_a_small_picture_is_like_the_large_one_from_far_away(dashes: bool) -> None:
    drawing = drawing_of(trained(800), ViewOptions(dashed_negatives=dashes))
    picture = NetworkPicture(drawing, SIZE, DARK)
    small = picture.image(0.4)
    assert small.size() == QSize(320, 208)
    large = screen.image_pixels(picture.image())
    assert screen.image_pixels(small).mean() == pytest.approx(large.mean(), abs=2)


@given(keys=st.lists(st.integers(2, 64), max_size=1500), most=st.integers(1, 40))
@settings(deadline=None, max_examples=40)
def test_every_line_is_drawn_once_and_weak_before_strong(keys: list[int], most: int) -> None:
    lines = np.arange(len(keys) * 4, dtype=float).reshape(-1, 4)
    strokes = Strokes(lines, np.sort(np.array(keys, np.uint8)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exported_lines, "_CHUNK", most)
        pieces = list(exported_lines._pieces(strokes))
    drawn = np.concatenate([lines[:0], *(piece.lines for piece in pieces)])
    levels = [int(piece.keys[0]) // 2 for piece in pieces]
    assert sorted(map(tuple, drawn.tolist())) == list(map(tuple, lines.tolist()))
    assert levels == sorted(levels)
    assert all(len(piece) <= most and len(set(piece.keys.tolist())) == 1 for piece in pieces)


SIZES = [(8_000, 8_000, 2), (10_000, 200, 2), (200, 10_000, 4), (10_000, 10_000, 1.01)]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_an_image_that_is_too_large_is_told_in_a_sentence(
    width: int, height: int, scale: float, tmp_path: Path
) -> None:
    picture = NetworkPicture(drawing_of(trained(0)), QSize(width, height), DARK)
    with pytest.raises(UserError, match=r"too large; choose .*16,384.*\.$"):
        picture.save(tmp_path / "large.png", scale)
    assert list(tmp_path.iterdir()) == []


def test_the_largest_image_is_not_too_large() -> None:
    assert check_size(QSize(4_096, 1_500), 4) == QSize(16_384, 6_000)


# -------------------------------------------------------------------- as shapes


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_as_shapes_it_looks_the_same(theme: Theme) -> None:
    drawing = drawing_of(trained(800))
    drawing.mark(Marks(Neuron(1, 3)))
    picture = NetworkPicture(drawing, SIZE, theme)
    assert difference(seen_of(picture.shapes()), screen.image_pixels(picture.image())) < 2


def test_as_shapes_every_line_is_a_path_and_every_word_is_text() -> None:
    drawing = drawing_of(trained(800), ViewOptions(scale_mode="common"))
    drawing.show_quantity(quantity("slope"))
    data = NetworkPicture(drawing, SIZE, DARK).shapes()
    paths = [path.get("d", "") for path in elements(data, "path")]
    lines = sum(len(re.findall(r"M\S+ L\S+(?= M|\s*$)", path)) for path in paths)
    assert 700 < lines <= 1440 + 2
    assert elements(data, "image") == []
    assert {"Layer 1", "N = 16", "∂C/∂W", "Test example 0: truly a 0"} <= set(texts(data))


def test_a_file_of_shapes_holds_what_lies_in_it_alone() -> None:
    drawing = drawing_of(trained(800))
    whole = NetworkPicture(drawing, SIZE, DARK, "seen").shapes()
    drawing.look(Camera(20.0, -6000.0, -100.0))
    near = NetworkPicture(drawing, SIZE, DARK, "seen").shapes()
    assert 1 < len(elements(near, "path")) < len(elements(whole, "path")) / 2


def test_12_960_lines_make_a_file_of_reasonable_size() -> None:
    state = made_up((784, 16, 16, 10), (28, 28))
    assert NetworkPicture(drawing_of(state), SIZE, DARK).shapes().size() < 500_000


def test_its_title_says_what_it_is() -> None:
    data = NetworkPicture(drawing_of(trained(800)), SIZE, DARK).shapes()
    assert [one.text for one in elements(data, "title")] == [
        "Neural network 64-16-16-10 at step 800"
    ]


# -------------------------------------------------------------------- into files


def test_what_is_pasted_is_an_image_or_shapes() -> None:
    data = NetworkPicture(drawing_of(trained(0)), SIZE, DARK).for_clipboard(2.0)
    image = data.imageData()
    assert isinstance(image, QImage)
    assert image.size() == SIZE * 2
    assert QSvgRenderer(data.data(SVG_TYPE)).isValid()


def test_a_file_is_written_as_its_name_ends(tmp_path: Path) -> None:
    picture = NetworkPicture(drawing_of(trained(0)), SIZE, DARK)
    for name in ("one.PNG", "two.svg"):
        picture.save(tmp_path / name, 2.0)
    assert QImage(str(tmp_path / "one.PNG")).size() == SIZE * 2
    assert QSvgRenderer(str(tmp_path / "two.svg")).viewBox().size() == SIZE


@pytest.mark.parametrize("name", ["no/such/folder.png", "x.jpg", "x", "folder.svg"])
def test_a_file_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(UserError, match=rf"{re.escape(name)}; choose another place.*\.$"):
        save(tmp_path / name, png(QImage(QSize(4, 4), QImage.Format.Format_RGB32)))
    assert [path.name for path in tmp_path.iterdir()] == ["folder.svg"]
