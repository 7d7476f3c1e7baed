"""Present: large, nothing cut off, in both themes and at the sizes of projectors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.metrics import evaluate
from tests.visualiser import screen
from tests.visualiser.states import new_run, snapshot_of
from visualiser.cost_history import CostHistory
from visualiser.presenting.large_text import LargeText
from visualiser.presenting.view import PresentView
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import DARK, LIGHT, Theme, dress
from visualiser.training import messages as m

RUN = new_run()
RUN.train(60)
SHOWN = snapshot_of(RUN, 3)
SIZES = [(1024, 768), (1920, 1080)]


def new_view(qtbot: QtBot, size: tuple[int, int], theme: Theme = DARK) -> PresentView:
    dress(theme)
    history = CostHistory()
    history.update(SHOWN.progress)
    view = PresentView(history)
    qtbot.addWidget(view)
    view.resize(*size)
    view.set_theme(theme)
    view.show()
    view.show_run(SHOWN.description)
    view.show_snapshot(SHOWN)
    QApplication.processEvents()
    return view


def shown_texts(view: PresentView) -> list[LargeText]:
    return [one for one in view.findChildren(LargeText) if one.isVisible() and one.text()]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("selection", [None, Neuron(1, 3), Neuron(3, 2), Connection(1, 2, 30)])
def test_everything_has_room_and_can_be_read_from_afar(
    qtbot: QtBot, size: tuple[int, int], selection: Selection
) -> None:
    view = new_view(qtbot, size)
    view.show_selection(selection)
    QApplication.processEvents()
    for text in shown_texts(view):
        written = text.written_size()
        # Of the height of the picture, a fiftieth at the least, which 2.5 metres away from a
        # screen 1.5 metres high is what the lines of a book are at reading distance.
        assert written >= size[1] / 50, text.text()
        metrics = QFontMetrics(text._font_of(written))
        assert metrics.horizontalAdvance(text.text()) <= text.width(), text.text()
        corner = text.mapTo(view, QPoint(text.width(), text.height()))
        assert corner.x() <= view.width()
        assert corner.y() <= view.height()


def test_it_says_where_the_run_stands_and_how_it_does(qtbot: QtBot) -> None:
    view = new_view(qtbot, SIZES[0])
    test, train = evaluate(RUN.network, RUN.data.test), evaluate(RUN.network, RUN.data.train)
    view.show_measured(m.Measured(60, train, test, ()))
    texts = [one.text() for one in shown_texts(view)]
    assert "Step 60 · epoch 0.42" in texts
    assert f"{RUN.gradient()[1]:.4f}" in texts
    assert f"Test: {100 * test.accuracy:.1f} % right" in texts
    view.show_measured(m.Measured(30, train, test, ()))
    assert any("Test at step 30" in one.text() for one in shown_texts(view))


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_it_is_drawn_in_the_colours_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    view = new_view(qtbot, SIZES[0], theme)
    picture = screen.pixels(view)
    ground, panel = theme.colour("ground"), theme.colour("panel")
    assert tuple(picture[3, 3]) == (ground.red(), ground.green(), ground.blue())
    assert tuple(picture[3, -3]) == (panel.red(), panel.green(), panel.blue())


def test_a_click_on_a_neuron_asks_for_it_and_arrows_walk(qtbot: QtBot) -> None:
    view = new_view(qtbot, SIZES[1])
    network = view.network
    asked: list[Selection] = []
    network.selection_asked.connect(asked.append)
    layout = network._drawing.layout
    assert layout is not None
    x, y = layout.layers[2].centres[5] * network.enlargement
    QTest.mouseClick(network, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert asked == [Neuron(2, 5)]
    view.show_selection(Neuron(2, 5))
    assert "Neuron 5 of layer 2" in [one.text() for one in shown_texts(view)]
    screen.key(network, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert asked[1] == Neuron(2, 6)
    assert isinstance(asked[2], Neuron)
    assert asked[2].layer == 3


def test_circles_and_names_are_larger_than_in_the_window(qtbot: QtBot) -> None:
    view = new_view(qtbot, SIZES[1])
    assert view.network.enlargement == pytest.approx(2.0, abs=0.3)
