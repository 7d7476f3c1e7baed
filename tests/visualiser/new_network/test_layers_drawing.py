"""The drawing of the layers, taken hold of by mouse and by keyboard."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser.new_network.layer_column import OUT, LayerColumn
from visualiser.new_network.layers_drawing import LayersDrawing
from visualiser.new_network.size_field import SizeField
from visualiser.new_network.sizes import MOST_HIDDEN
from visualiser.theme import LIGHT, dress

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def drawing(qtbot: QtBot) -> LayersDrawing:
    made = LayersDrawing()
    made.set_theme(LIGHT)
    qtbot.addWidget(made)
    made.show_ends((784, 10))
    made.put((16, 16))
    made.resize(560, 320)
    made.show()
    QApplication.processEvents()
    return made


def hidden(drawing: LayersDrawing) -> list[int]:
    return list(drawing.hidden)


def column(drawing: LayersDrawing, number: int) -> LayerColumn:
    found = [c for c in drawing.findChildren(LayerColumn) if c.isVisible()]
    return sorted(found, key=QWidget.x)[number]


def field(drawing: LayersDrawing, layer: int) -> SizeField:
    return screen.named(drawing, SizeField, f"Neurons in layer {layer}")


def drag(
    widget: QWidget,
    *moves: tuple[int, int],
    let_go: bool = True,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Take hold of a widget in its middle, go to these places from there, and let go."""
    # On the screen: what is dragged may follow.
    home = widget.mapToGlobal(widget.rect().center())
    QTest.mousePress(widget, LEFT, held, widget.mapFromGlobal(home))
    for move in moves:
        place = QPointF(home + QPoint(*move))
        at = widget.mapFromGlobal(place)
        event = QMouseEvent(QEvent.Type.MouseMove, at, place, LEFT, LEFT, held)
        QApplication.sendEvent(widget, event)
    if let_go:
        end = home + QPoint(*moves[-1])
        QTest.mouseRelease(widget, LEFT, held, widget.mapFromGlobal(end))


def test_counts_are_products_of_what_stands_beside_them(drawing: LayersDrawing) -> None:
    shown = screen.texts(drawing)
    for text in ("784·16", "12,544 W", "16·16", "256 W", "16·10", "160 W", "16 B", "10 B"):
        assert text in shown
    screen.type_into(field(drawing, 2), "1,000", Key.Key_Tab)
    shown = screen.texts(drawing)
    for text in ("16·1,000", "16,000 W", "1,000·10", "10,000 W", "1,000 B"):
        assert text in shown


def test_a_layer_grows_as_it_is_dragged_up_and_shrinks_downwards(
    qtbot: QtBot, drawing: LayersDrawing
) -> None:
    with qtbot.waitSignal(drawing.changed):
        drag(column(drawing, 1), (0, -20), (3, -40))
    grown = drawing.hidden[0]
    assert grown > 16
    assert field(drawing, 1).text() == str(grown)
    assert f"784·{grown}" in screen.texts(drawing)
    drag(column(drawing, 1), (0, 30), (0, 500))
    assert hidden(drawing) == [1, 16]


def test_shift_drags_in_smaller_steps_and_escape_gives_a_drag_up(drawing: LayersDrawing) -> None:
    one = column(drawing, 1)
    drag(one, (0, -10), (0, -80), let_go=False)
    assert drawing.hidden[0] > 20
    screen.key(one, Key.Key_Escape)
    assert hidden(drawing) == [16, 16]
    QTest.mouseRelease(one, LEFT, pos=one.rect().center())
    drag(one, (0, -80), held=Qt.KeyboardModifier.ShiftModifier)
    assert hidden(drawing) == [18, 16]


def test_a_layer_dragged_aside_is_taken_out_once_it_is_let_go(
    qtbot: QtBot, drawing: LayersDrawing
) -> None:
    told: list[str] = []
    drawing.told.connect(told.append)
    drawing.put((16, 20))
    with qtbot.waitSignals([drawing.removed, drawing.changed]):
        drag(column(drawing, 1), (0, -30), (int(OUT) + 9, -30))
    assert hidden(drawing) == [20]
    assert told[-2:] == ["Let go to take layer 1 out.", ""]
    assert "784·20" in screen.texts(drawing)


def test_it_follows_the_pointer_and_stays_where_it_was_once_it_is_back(
    drawing: LayersDrawing,
) -> None:
    second, before = column(drawing, 2), column(drawing, 2).geometry()
    drag(second, (0, -9), (90, 0), let_go=False)
    assert second.geometry() == before.translated(90, 0)
    QTest.mouseRelease(second, LEFT, pos=second.rect().center())
    assert hidden(drawing) == [16]
    drawing.put((16, 16))
    second = column(drawing, 2)
    drag(second, (90, 0), (0, 0))
    assert second.geometry() == before
    drag(second, (90, 0), let_go=False)
    screen.key(second, Key.Key_Escape)
    assert second.geometry() == before
    assert hidden(drawing) == [16, 16]


def test_the_data_decide_the_layers_at_both_ends(drawing: LayersDrawing) -> None:
    for number in (0, 3):
        end = column(drawing, number)
        drag(end, (0, -50), (90, -50))
        screen.key(end, Key.Key_Up, Key.Key_Delete, Key.Key_5, Key.Key_PageUp)
    assert drawing.sizes == (784, 16, 16, 10)
    assert "the data decide" in column(drawing, 0).toolTip()
    drawing.show_ends(None)
    assert screen.texts(drawing).count("…") == 2
    assert "784·16" not in screen.texts(drawing)
    assert "256 W" in screen.texts(drawing)


def test_plus_adds_a_layer_and_times_takes_it_out(qtbot: QtBot, drawing: LayersDrawing) -> None:
    with qtbot.waitSignal(drawing.inserted) as told:
        screen.press(drawing, "Add a layer between 1 and 2")
    assert told.args == [1]
    assert hidden(drawing) == [16, 16, 16]
    assert column(drawing, 2).hasFocus()
    screen.press(drawing, "Take layer 1 out")
    screen.press(drawing, "Take layer 1 out")
    screen.press(drawing, "Take layer 1 out")
    assert hidden(drawing) == []
    assert "784·10" in screen.texts(drawing)
    assert "7,840 W" in screen.texts(drawing)
    screen.press(drawing, "Add a layer between 0 and 1")
    assert hidden(drawing) == [16]


def test_the_keyboard_does_all_of_it(drawing: LayersDrawing) -> None:
    column(drawing, 0).setFocus()
    screen.key(_focused(), Key.Key_Right)
    screen.key(_focused(), Key.Key_Up, Key.Key_Up, Key.Key_PageDown)
    assert hidden(drawing) == [8, 16]
    screen.key(_focused(), Key.Key_Insert, Key.Key_Home, Key.Key_End)
    assert hidden(drawing) == [8, 8, 16]
    screen.key(_focused(), Key.Key_2)
    screen.key(_focused(), Key.Key_4)
    assert hidden(drawing) == [8, 24, 16]
    column(drawing, 3).setFocus()
    screen.key(_focused(), Key.Key_Left)
    screen.key(_focused(), Key.Key_Delete)
    assert hidden(drawing) == [8, 16]
    assert column(drawing, 2).hasFocus()
    column(drawing, 3).setFocus()
    screen.key(_focused(), Key.Key_Insert)
    assert hidden(drawing) == [8, 16, 16]


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_tab_goes_from_left_to_right(drawing: LayersDrawing) -> None:
    screen.press(drawing, "Add a layer between 0 and 1")
    column(drawing, 0).setFocus()
    been = []
    for _ in range(14):
        been.append(_focused().geometry().center().x())
        screen.key(_focused(), Key.Key_Tab)
    layer_or_gap = [round(x / 59) for x in been]
    assert layer_or_gap == sorted(layer_or_gap)


def test_what_is_no_size_is_marked_and_the_counts_stay(drawing: LayersDrawing) -> None:
    typed = field(drawing, 1)
    screen.type_into(typed, "0", Key.Key_Tab)
    assert typed.property("invalid")
    assert "type a whole number from 1 to 100,000" in drawing.refusal
    assert typed.accessibleDescription() == drawing.refusal
    assert hidden(drawing) == [16, 16]
    screen.type_into(typed, "7", Key.Key_Tab)
    assert not typed.property("invalid")
    assert (drawing.refusal, hidden(drawing)) == ("", [7, 16])
    screen.key(typed, Key.Key_Up, Key.Key_Up, Key.Key_Down)
    assert hidden(drawing) == [8, 16]


def test_there_are_no_more_layers_than_can_be_drawn(drawing: LayersDrawing) -> None:
    drawing.put((3,) * MOST_HIDDEN)
    column(drawing, 2).setFocus()
    screen.key(_focused(), Key.Key_Insert)
    assert len(drawing.hidden) == MOST_HIDDEN
    assert not screen.button(drawing, "Add a layer between 1 and 2").isEnabled()


def test_each_layer_is_a_slider_with_a_name_and_a_value(drawing: LayersDrawing) -> None:
    face = QAccessible.queryAccessibleInterface(column(drawing, 1))
    assert face.role() == QAccessible.Role.Slider
    assert face.text(QAccessible.Text.Name) == "Layer 1, 16 neurons"
    assert face.valueInterface().currentValue() == 16


@pytest.mark.parametrize("layers", [(), (1,), (16, 16), (100, 300, 5), (12,) * 4])
def test_nothing_is_cut_off_or_over_something_else(
    drawing: LayersDrawing, layers: tuple[int, ...]
) -> None:
    dress(LIGHT)
    drawing.put(layers)
    drawing.resize(drawing.minimumSizeHint().expandedTo(drawing.size()))
    QApplication.processEvents()
    for label in drawing.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert drawing.rect().contains(label.geometry())
            assert label.sizeHint().width() <= label.width(), label.text()
    parts = (w for w in drawing.findChildren(QWidget) if w.parent() is drawing)
    solid = [w for w in parts if w.isVisible() and not isinstance(w, QLabel)]
    for one, other in itertools.combinations(solid, 2):
        assert not one.geometry().intersects(other.geometry())
