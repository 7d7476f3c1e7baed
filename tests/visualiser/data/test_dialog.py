"""The dialog in which data is chosen, used as a person uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QSlider,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.datasets.finding import Found, find
from tests.visualiser import filing, screen
from tests.visualiser.data.idx import idx_folder
from tests.visualiser.longer import longer_texts
from tests.visualiser.windows import PATIENCE
from visualiser import theme as themes
from visualiser.data.dialog import DataDialog
from visualiser.data.picture_sheet import PictureSheet

Key = Qt.Key
BEGIN = "Start a new run with this data"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[DataDialog]:
    themes.dress(themes.DARK)
    made = DataDialog()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, dialog: DataDialog) -> DataDialog:
    """As it opens, with what the digits are."""
    dialog.open_for(RunSettings())
    wait_for_found(qtbot, dialog)
    return dialog


def wait_for_found(qtbot: QtBot, dialog: DataDialog) -> None:
    qtbot.waitUntil(lambda: screen.button(dialog, BEGIN).isEnabled(), timeout=PATIENCE)


def wait_for_text(qtbot: QtBot, dialog: DataDialog, text: str) -> None:
    qtbot.waitUntil(lambda: text in screen.text(dialog), timeout=PATIENCE)


def turn_to(dialog: DataDialog, title: str) -> None:
    screen.press(dialog, title)


def hidden_field(dialog: DataDialog) -> QLineEdit:
    return screen.named(dialog, QLineEdit, "Hidden layers")


def table(dialog: DataDialog) -> list[tuple[str, ...]]:
    view = next(one for one in dialog.findChildren(QTableView) if one.isVisible())
    model = view.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_it_opens_on_the_digits_and_says_what_they_are(opened: DataDialog) -> None:
    shown = screen.text(opened)
    assert "1,437 examples to learn from, 360 to test with, of 10 classes." in shown
    assert "Each is a picture of 8×8 pixels." in shown
    found = find("digits")
    assert table(opened) == [
        (str(label), str(train), str(test))
        for label, (train, test) in enumerate(found.class_counts)
    ]
    assert "1,440 W and 42 B" in shown
    sheet = next(s for s in opened.findChildren(PictureSheet) if s.isVisible())
    assert sheet.accessibleName().endswith(", ".join(map(str, found.picture_labels)))


def test_the_keyboard_reaches_the_last_of_many_classes(
    qtbot: QtBot, dialog: DataDialog, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    rows = (f"{row},{row % 7},class {row % 40}\n" for row in range(400))
    path.write_text("".join(rows), "utf-8")
    dialog.open_for(RunSettings(), path)
    wait_for_found(qtbot, dialog)
    view = next(one for one in dialog.findChildren(QTableView) if one.isVisible())
    # Only the page around it scrolls.
    assert view.verticalScrollBar().maximum() == 0
    view.setFocus()
    last = view.model().index(39, 0)
    assert view.visibleRegion().boundingRect().bottom() < view.visualRect(last).center().y()
    screen.key(view, *(Key.Key_Down,) * 40)
    place = view.viewport().pos() + view.visualRect(last).center()
    assert view.visibleRegion().contains(place)


def test_the_button_tells_what_the_new_run_begins_with(qtbot: QtBot, opened: DataDialog) -> None:
    screen.type_into(hidden_field(opened), "12, 7, 5", Key.Key_Tab)
    assert "64 –" in screen.text(opened)
    with qtbot.waitSignal(opened.chosen) as told:
        screen.press(opened, BEGIN)
    assert not opened.isVisible()
    assert told.args is not None
    settings = told.args[0]
    assert (settings.data, settings.layers) == ("digits", (64, 12, 7, 5, 10))


def test_enter_begins_and_escape_changes_nothing(qtbot: QtBot, opened: DataDialog) -> None:
    with qtbot.assertNotEmitted(opened.chosen):
        screen.key(opened, Key.Key_Escape)
    assert not opened.isVisible()
    opened.open_for(RunSettings())
    assert not screen.button(opened, BEGIN).isEnabled()
    wait_for_found(qtbot, opened)
    with qtbot.waitSignal(opened.chosen):
        screen.key(hidden_field(opened), Key.Key_Return)


def test_layers_that_make_no_network_are_refused_as_they_are_typed(opened: DataDialog) -> None:
    field = hidden_field(opened)
    screen.type_into(field, "16,many", Key.Key_Home)
    assert "“16,many” are no hidden layers" in screen.text(opened)
    assert not screen.button(opened, BEGIN).isEnabled()
    screen.type_into(field, "8", Key.Key_Home)
    assert "are no hidden layers" not in screen.text(opened)
    assert "592 W and 18 B" in screen.text(opened)
    assert screen.button(opened, BEGIN).isEnabled()


def test_a_folder_is_chosen_and_shown(qtbot: QtBot, opened: DataDialog, tmp_path: Path) -> None:
    folder = idx_folder(tmp_path / "shapes")
    turn_to(opened, "Own file or folder")
    assert not screen.button(opened, BEGIN).isEnabled()
    assert "Choose a file or a folder, or drop one here" in screen.text(opened)
    screen.press(opened, "Choose a folder …")
    filing.name_file(opened, folder)
    wait_for_found(qtbot, opened)
    shown = screen.text(opened)
    assert "60 examples to learn from, 24 to test with, of 3 classes." in shown
    assert [row[0] for row in table(opened)] == ["0", "1", "2"]
    assert "36 –" in shown
    assert "– 3" in shown
    # Another kind and back: what was chosen is still chosen.
    turn_to(opened, "Embedded digits")
    wait_for_text(qtbot, opened, "1,437")
    turn_to(opened, "Own file or folder")
    wait_for_text(qtbot, opened, "60 examples")


def test_what_cannot_be_read_is_said_and_can_be_tried_again(
    qtbot: QtBot, opened: DataDialog, tmp_path: Path
) -> None:
    folder = idx_folder(tmp_path / "shapes")
    broken = folder / "train-labels-idx1-ubyte"
    whole = broken.read_bytes()
    broken.write_bytes(whole[:20])
    opened.open_for(RunSettings(), folder)
    qtbot.waitUntil(lambda: str(broken) in screen.text(opened), timeout=PATIENCE)
    assert not screen.button(opened, BEGIN).isEnabled()
    broken.write_bytes(whole)
    screen.press(opened, "Try again")
    wait_for_found(qtbot, opened)


def test_reading_can_be_stopped(qtbot: QtBot, dialog: DataDialog) -> None:
    dialog.open_for(RunSettings())
    bar = next(bar for bar in dialog.findChildren(QProgressBar) if bar.isVisible())
    dialog._looking.progressed.emit(0.25)
    assert bar.value() == bar.maximum() / 4
    screen.press(dialog, "Stop reading")
    assert not dialog._looking.is_looking
    assert "Reading was stopped" in screen.text(dialog)
    screen.press(dialog, "Try again")
    wait_for_found(qtbot, dialog)


def test_a_drop_on_the_dialog_is_looked_at(
    qtbot: QtBot, opened: DataDialog, tmp_path: Path
) -> None:
    folder = idx_folder(tmp_path / "shapes")
    drag = filing.Drag(opened, [folder])  # type: ignore[arg-type] # any widget will do
    assert drag.enter()
    drag.drop()
    wait_for_text(qtbot, opened, "60 examples")
    assert screen.button(opened, "Own file or folder").isChecked()


def test_other_drops_are_not_taken(opened: DataDialog, tmp_path: Path) -> None:
    assert not filing.Drag(opened, [tmp_path / "a.nnrun"]).enter()  # type: ignore[arg-type]
    assert not filing.Drag(opened, []).enter()  # type: ignore[arg-type]


def test_a_problem_on_the_plane_is_put_together(opened: DataDialog) -> None:
    turn_to(opened, "Points on a plane")
    page = opened._kinds[3].page
    assert page.source == "circle:noise=0,train=50,features=x1+x2,seed=1"
    screen.pick(screen.named(opened, QComboBox, "Problem"), "Two spirals")
    screen.named(opened, QSlider, "Noise").setValue(10)
    screen.key(screen.named(opened, QSlider, "To learn from"), Key.Key_End)
    boxes = {box.text(): box for box in opened.findChildren(QCheckBox) if box.isVisible()}
    boxes["sin x₁"].click()
    boxes["x₂"].click()
    screen.type_into(screen.named(opened, QLineEdit, "Seed"), "42")
    page._take()  # type: ignore[attr-defined] # rather than wait for the pause
    assert page.source == "spiral:noise=10,train=90,features=x1+sinx1,seed=42"


def test_one_input_at_least_stays(opened: DataDialog) -> None:
    turn_to(opened, "Points on a plane")
    boxes = [box for box in opened.findChildren(QCheckBox) if box.isVisible()]
    for box in boxes:
        if box.isChecked():
            box.click()
    assert sum(box.isChecked() for box in boxes) == 1
    last = next(box for box in boxes if box.isChecked())
    assert not last.isEnabled()


def made_up(names: tuple[str, ...], count: int, image_shape: tuple[int, int]) -> Found:
    random = np.random.default_rng(0)
    return Found(
        "/data/of mine",
        "csv",
        900,
        100,
        names,
        ((90, 10),) * count,
        image_shape,
        () if image_shape[0] > 1 else tuple(f"input {i}" for i in range(image_shape[1])),
        True,
        (0.0, 255.0),
        (0.0, 1.0),
        random.random((20, *image_shape)).astype(np.float32),
        tuple(index % count for index in range(20)),
        (("The pictures were scaled to {rows}×{columns}.", {"rows": 28, "columns": 28}),),
    )


def cut_off(widget: QWidget) -> list[str]:
    """Labels and buttons that have less room than their text takes."""
    found = []
    for part in widget.findChildren(QWidget):
        if part.isVisible() and isinstance(part, QLabel | QRadioButton | QCheckBox):
            text = part.text()
            is_low = part.height() < part.heightForWidth(part.width()) if _wraps(part) else False
            is_narrow = part.width() < part.minimumSizeHint().width() and not _wraps(part)
            if text and (is_low or is_narrow):
                found.append(text)
    return found


def _wraps(part: QWidget) -> bool:
    return isinstance(part, QLabel) and part.wordWrap()


@pytest.mark.parametrize("has_longer_texts", [False, True])
@pytest.mark.parametrize("page", range(4))
def test_nothing_is_cut_off_in_the_smallest_window(
    qtbot: QtBot, has_longer_texts: bool, page: int
) -> None:
    names = ("T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker")
    with longer_texts() if has_longer_texts else nullcontext():
        themes.dress(themes.LIGHT)
        dialog = DataDialog()
        qtbot.addWidget(dialog)
        dialog.open_for(RunSettings())
        dialog.resize(dialog.minimumSize())
        dialog._choices.button(page).click()
        dialog._looking.stop()
        for found in (made_up(names, 8, (28, 28)), made_up(("left", "right"), 2, (1, 12))):
            dialog._show_found(found)
            QApplication.processEvents()
            assert cut_off(dialog) == []
        dialog.close()


def test_what_was_found_is_told_whatever_it_is(opened: DataDialog) -> None:
    opened._show_found(made_up(("left", "right"), 2, (1, 12)))
    shown = screen.text(opened)
    assert "Each is 12 numbers: input 0, input 1," in shown
    assert "Their values go from 0 to 255, and become 0 to 1." in shown
    assert "The pictures were scaled to 28×28." in shown
    assert table(opened) == [("left", "90", "10"), ("right", "90", "10")]


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT], ids=lambda theme: theme.name)
def test_pictures_go_from_blank_to_full_ink(qtbot: QtBot, theme: themes.Theme) -> None:
    sheet = PictureSheet()
    qtbot.addWidget(sheet)
    sheet.resize(sheet.sizeHint())
    sheet.set_theme(theme)
    pictures = np.zeros((3, 2, 2), np.float32)
    pictures[1] = 1
    pictures[2] = -1
    sheet.show_pictures(pictures, ("blank", "ink", "less than nothing"))
    sheet.resize(sheet.sizeHint())
    sheet.show()
    image = sheet.grab().toImage()
    for index, name in enumerate(("off", "on", "negative")):
        middle = sheet.place_of(index).center()
        assert image.pixelColor(middle).name() == theme.colour(name).name()
