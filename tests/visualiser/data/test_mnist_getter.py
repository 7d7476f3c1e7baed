"""The widget that fetches MNIST: what it says, and what its buttons do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.data.mirror import CONTENTS, FILES, TOTAL, Mirror, mirror
from tests.visualiser.longer import longer_texts
from tests.visualiser.windows import PATIENCE
from visualiser.data.mnist_getter import MnistGetter
from visualiser.data.part_file import part_name


@pytest.fixture
def served() -> Iterator[Mirror]:
    with mirror() as made:
        yield made


@pytest.fixture
def getter(qtbot: QtBot, tmp_path: Path, served: Mirror) -> MnistGetter:
    made = MnistGetter(tmp_path / "mnist", [served.base], FILES)
    made.resize(310, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def told(getter: MnistGetter) -> list[str]:
    """The sources that it gives, in order."""
    found: list[str] = []
    getter.ready.connect(found.append)
    return found


def buttons(getter: MnistGetter) -> dict[str, QPushButton]:
    return {b.text(): b for b in getter.findChildren(QPushButton) if b.isVisible()}


def click(getter: MnistGetter, name: str) -> None:
    QTest.mouseClick(buttons(getter)[name], Qt.MouseButton.LeftButton)


def bar(getter: MnistGetter) -> QProgressBar:
    return getter.findChildren(QProgressBar)[0]


def test_it_says_what_it_will_do_and_does_nothing(getter: MnistGetter, served: Mirror) -> None:
    assert "0.4 MB" in screen.text(getter)
    assert "mnist" in screen.text(getter)
    assert set(buttons(getter)) == {"Get MNIST", "Open from a folder …"}
    assert not bar(getter).isVisible()
    assert not getter.is_here
    assert not served.asked


def test_the_button_fetches_it(qtbot: QtBot, getter: MnistGetter) -> None:
    sources = told(getter)
    click(getter, "Get MNIST")
    qtbot.waitUntil(lambda: bool(sources), timeout=PATIENCE)
    assert sources == ["mnist"]
    assert getter.is_here
    assert set(buttons(getter)) == {"Open from a folder …"}
    assert "MNIST is in" in screen.text(getter)
    assert not bar(getter).isVisible()


def test_progress_and_cancel(
    qtbot: QtBot, getter: MnistGetter, served: Mirror, tmp_path: Path
) -> None:
    served.stalls_after = 100_000
    sources = told(getter)
    buttons(getter)["Get MNIST"].setFocus()
    QTest.keyClick(buttons(getter)["Get MNIST"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bar(getter).value() > 0, timeout=PATIENCE)
    assert bar(getter).maximum() == TOTAL
    assert "of 0.4 MB" in screen.text(getter)
    assert set(buttons(getter)) == {"Cancel", "Open from a folder …"}
    # Where the keyboard is, there the next thing to press is.
    assert QTest.keyClick(buttons(getter)["Cancel"], Qt.Key.Key_Space) is None
    assert set(buttons(getter)) == {"Get MNIST", "Open from a folder …"}
    assert not sources
    assert (tmp_path / "mnist" / part_name(FILES[0])).exists()


def test_a_failure_is_said_and_can_be_tried_again(
    qtbot: QtBot, getter: MnistGetter, served: Mirror
) -> None:
    served.missing = tuple(CONTENTS)
    click(getter, "Get MNIST")
    qtbot.waitUntil(lambda: "Try again" in buttons(getter), timeout=PATIENCE)
    assert "404" in screen.text(getter)
    served.missing = ()
    sources = told(getter)
    click(getter, "Try again")
    assert "404" not in screen.text(getter)
    qtbot.waitUntil(lambda: bool(sources), timeout=PATIENCE)


def test_a_folder_can_be_named_instead(getter: MnistGetter, tmp_path: Path) -> None:
    sources = told(getter)
    click(getter, "Open from a folder …")
    [dialog] = getter.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert sources == [str(tmp_path)]


def test_what_is_already_there(qtbot: QtBot, tmp_path: Path, served: Mirror) -> None:
    for name, content in CONTENTS.items():
        (tmp_path / name).write_bytes(content)
    made = MnistGetter(tmp_path, [served.base], FILES)
    qtbot.addWidget(made)
    made.show()
    assert made.is_here
    assert set(buttons(made)) == {"Open from a folder …"}


def test_everything_says_what_it_is(getter: MnistGetter) -> None:
    parts: list[QWidget] = [*screen.labels(getter), *buttons(getter).values(), bar(getter)]
    assert all(part.toolTip() for part in parts)
    assert bar(getter).accessibleName()


def test_nothing_is_cut_off_where_texts_are_longer(
    qtbot: QtBot, tmp_path: Path, served: Mirror
) -> None:
    with longer_texts():
        made = MnistGetter(tmp_path / "mnist", [served.base], FILES)
        qtbot.addWidget(made)
        made.resize(310, 300)
        made.show()
        assert made.minimumSizeHint().width() <= 310
