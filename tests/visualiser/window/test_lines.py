"""What the lines show, chosen in the window: by the menu, by a key, and found again later."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.windows import OpenWindow, pause, snapshot, wait_at
from visualiser.main_window import MainWindow
from visualiser.network_view.quantities import quantity
from visualiser.number_format import fixed

IN_TURN = ["flow", "slope", "change", "since", "weight"]


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def test_a_key_and_the_menu_go_through_all(window: MainWindow) -> None:
    for name in IN_TURN:
        screen.key(window, Qt.Key.Key_L)
        assert window.network.quantity.id == name
    screen.choose(window, "Menu", "Lines show another quantity")
    assert window.network.quantity.id == IN_TURN[0]


def test_the_choice_is_found_again(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.ini"
    first = open_window(settings=path)
    box = screen.named(first, QComboBox, "Lines show")
    screen.pick(box, quantity("slope").title)
    first.close()
    assert open_window(settings=path).network.quantity.id == "slope"


def test_a_choice_that_is_not_there_is_the_usual_one(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.ini"
    path.write_text("[General]\nlines=colourful\n")
    assert open_window(settings=path).network.quantity.id == "weight"


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(1280, 800)])
def test_the_example_s_controls_do_not_lie_over_the_box(window: MainWindow, size: QSize) -> None:
    window.resize(size)
    assert not window.example.geometry().intersects(window.network.lines.geometry())
    assert window.network.rect().contains(window.network.lines.geometry())


def test_the_number_under_the_pointer_follows_while_it_trains(
    qtbot: QtBot, window: MainWindow
) -> None:
    layout = window.network.layout_of_network
    assert layout is not None
    centre = layout.layers[3].centres[4].tolist()
    QTest.mouseMove(window.network, QPointF(*centre).toPoint())
    label = window.network.findChildren(QLabel, "hover_label")[0]
    seen = {label.text()}
    screen.press(window, "Play")

    def has_changed_often() -> bool:
        seen.add(label.text())
        return len(seen) > 4

    qtbot.waitUntil(has_changed_often, timeout=6000)
    state = pause(qtbot, window)
    assert label.text().endswith(f"a = {fixed(float(state.activations[3][4]))}")


def test_the_change_that_lines_show_is_made(qtbot: QtBot, window: MainWindow) -> None:
    promised = quantity("change").values(snapshot(window))[2][3, 4]
    before = snapshot(window).parameters.weights[2][3, 4]
    screen.press(window, "Step")
    after = wait_at(qtbot, window, 1).parameters.weights[2][3, 4]
    assert float(after - before) == pytest.approx(float(promised), abs=1e-7)
