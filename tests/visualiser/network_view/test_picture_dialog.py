"""Saving and copying the network's picture, as a person does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QFileDialog, QSpinBox
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.states import trained
from visualiser.main_window import MainWindow
from visualiser.network_view.export import SVG_TYPE
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.picture_dialog import PictureDialog
from visualiser.network_view.picture_preview import PicturePreview

SIZE = QSize(700, 480)


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show_run(trained(300).description)
    made.show_snapshot(trained(300))
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, view: NetworkView) -> PictureDialog:
    made = PictureDialog(view)
    qtbot.addWidget(made)
    made.open_for_view()
    return made


def choose(dialog: PictureDialog, name: str, title: str) -> None:
    screen.pick(screen.named(dialog, QComboBox, name), title)


def resize(dialog: PictureDialog, width: int, height: int) -> None:
    for name, value in (("Width", width), ("Height", height)):
        screen.type_into(screen.named(dialog, QSpinBox, name).lineEdit(), str(value))


def preview(dialog: PictureDialog) -> screen.Pixels:
    found = dialog.findChild(PicturePreview)
    assert isinstance(found, PicturePreview)
    return screen.pixels(found)


def save_as(dialog: PictureDialog, button: str, path: Path) -> None:
    screen.press(dialog, button)
    asking = dialog.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.close()


def test_it_opens_in_the_size_of_the_view_and_leaves_the_window_free(dialog: PictureDialog) -> None:
    assert dialog.picture.size == SIZE
    assert "The image has 700 × 480 pixels." in screen.texts(dialog)
    assert not dialog.isModal()


@pytest.mark.parametrize(("title", "scale"), [("1×", 1), ("2×", 2), ("4×", 4)])
def test_copy_puts_an_image_and_shapes_on_the_clipboard(
    dialog: PictureDialog, title: str, scale: int
) -> None:
    choose(dialog, "Scale", title)
    screen.press(dialog, "Copy")
    data = QGuiApplication.clipboard().mimeData()
    assert QGuiApplication.clipboard().image().size() == SIZE * scale
    assert QSvgRenderer(data.data(SVG_TYPE)).isValid()
    assert "The picture is on the clipboard." in screen.texts(dialog)


def test_a_picture_is_saved_in_the_size_and_theme_that_are_chosen(
    dialog: PictureDialog, tmp_path: Path
) -> None:
    resize(dialog, 500, 300)
    choose(dialog, "Colours", "Light")
    save_as(dialog, "Save PNG …", tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert image.size() == QSize(500, 300)
    assert image.pixelColor(1, 1).lightness() > 200
    assert f"The picture is saved as {tmp_path / 'a.png'}." in screen.texts(dialog)


def test_shapes_are_saved_as_well(dialog: PictureDialog, tmp_path: Path) -> None:
    save_as(dialog, "Save SVG …", tmp_path / "a.svg")
    assert "Layer 1" in (tmp_path / "a.svg").read_text("utf-8")


def test_what_cannot_be_written_is_told_in_a_sentence_and_the_cursor_is_as_before(
    dialog: PictureDialog, tmp_path: Path
) -> None:
    save_as(dialog, "Save PNG …", tmp_path / "no" / "a.png")
    assert any("cannot be written" in text and text[-1] == "." for text in screen.texts(dialog))
    assert QGuiApplication.overrideCursor() is None


def test_a_size_that_is_too_large_is_told_until_it_is_not(dialog: PictureDialog) -> None:
    resize(dialog, 9000, 9000)
    choose(dialog, "Scale", "4×")
    assert "too large" in screen.text(dialog)
    choose(dialog, "Scale", "1×")
    assert "too large" not in screen.text(dialog)
    assert "9,000 × 9,000" in screen.text(dialog)


def test_the_preview_follows_what_is_chosen_and_what_the_view_shows(
    dialog: PictureDialog, view: NetworkView, qtbot: QtBot
) -> None:
    dark = preview(dialog)
    choose(dialog, "Colours", "Light")
    light = preview(dialog)
    assert light.mean() > dark.mean() + 100
    view.show_snapshot(trained(3000))
    qtbot.waitUntil(lambda: bool((preview(dialog) != light).any()))


def test_as_it_is_seen_it_shows_what_the_view_shows(
    dialog: PictureDialog, view: NetworkView
) -> None:
    whole = preview(dialog)
    view._look(view.drawing.camera.zoomed(4, 300, 200))
    choose(dialog, "Shows", "As it is seen now")
    assert (preview(dialog) != whole).any()
    assert dialog.picture._camera() == view.drawing.camera


def test_hidden_it_does_nothing(dialog: PictureDialog) -> None:
    screen.press(dialog, "Close")
    assert not dialog.isVisible()
    assert not dialog._timer.isActive()


def test_the_window_opens_one_and_only_one(window: MainWindow) -> None:
    for _ in range(2):
        window._actions["picture"].trigger()
    (dialog,) = window.findChildren(PictureDialog)
    assert dialog.isVisible()
    assert dialog.picture.size == window.network.size()
