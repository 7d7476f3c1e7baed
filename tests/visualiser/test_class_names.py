"""Where classes have names, these stand on the screen, and nothing is called a digit."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.clothes import NAMES, clothes_run, dressed
from tests.visualiser.states import describe, new_run, trained
from visualiser import theme as themes
from visualiser.network_view import accessible
from visualiser.network_view.captions import example_words
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.output_names import OutputNames
from visualiser.network_view.quantities import quantity
from visualiser.network_view.wording import described, output_name
from visualiser.panels.example import ExamplePanel
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.messages import ShowExample
from visualiser.training.neuron_questions import NeuronOverData
from visualiser.widgets.over_data import OverData
from visualiser.widgets.over_data_rows import ClassRow
from visualiser.widgets.target_text import target_text

ALL_OUTPUTS = range(len(NAMES))


@pytest.fixture
def example(qtbot: QtBot) -> ExamplePanel:
    themes.dress(themes.DARK)
    panel = ExamplePanel()
    qtbot.addWidget(panel)
    panel.show_run(describe(clothes_run()))
    panel.show_snapshot(dressed())
    panel.show()
    return panel


def test_the_caption_says_what_the_example_is() -> None:
    snapshot = dressed(200, 3)
    label = snapshot.progress.example.label
    assert label is not None
    told = example_words(snapshot.progress.example, snapshot.description)
    assert told == f"Test example 3: truly “{NAMES[label]}”"
    digits = trained(10, 3)
    label = digits.progress.example.label
    assert example_words(digits.progress.example, digits.description).endswith(f"truly a {label}")


def test_without_classes_nothing_is_said_to_be_true() -> None:
    snapshot = trained(10, 3)
    without = replace(snapshot.description, has_classes=False)
    assert example_words(snapshot.progress.example, without) == "Test example 3"


@pytest.mark.parametrize("index", ALL_OUTPUTS)
def test_an_output_is_called_by_its_class_under_the_pointer(index: int) -> None:
    snapshot, last = dressed(), len(dressed().sizes) - 1
    told = described(snapshot, Neuron(last, index), quantity("weight"), ())
    assert told.startswith(f"Output {index}, “{NAMES[index]}”: a = ")
    assert output_name(snapshot.description, last - 1, index) == ""
    plain = described(trained(10), Neuron(last, index), quantity("weight"), ())
    assert plain.startswith(f"Layer {last}, neuron {index}: a = ")


def test_outputs_are_called_by_their_classes_by_a_screen_reader(qtbot: QtBot) -> None:
    accessible.install()
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.show_run(dressed().description)
    view.show_snapshot(dressed())
    view.show()
    network = QAccessible.queryAccessibleInterface(view)
    assert network is not None
    for index, name in enumerate(NAMES):
        told = network.child(3).child(index).text(QAccessible.Text.Name)
        assert told == f"Output {index}, “{name}”"
    assert network.child(2).child(4).text(QAccessible.Text.Name) == "Layer 2, neuron 4"


def test_names_never_reach_their_bars(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for names in ((), NAMES):
        written = OutputNames(names)
        bar = written.bar(100.0, 50.0, 6.0)
        assert bar.right() == 180.0
        assert bar.width() > 15
    assert OutputNames(NAMES).bar(0, 0, 1).left() > OutputNames().bar(0, 0, 1).left()


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT], ids=lambda theme: theme.name)
def test_the_picture_has_the_names_and_differs_from_that_of_numbers(
    qtbot: QtBot, theme: themes.Theme
) -> None:
    themes.dress(theme)
    pictures = []
    for description in (dressed().description, replace(dressed().description, class_names=())):
        view = NetworkView()
        qtbot.addWidget(view)
        view.set_theme(theme)
        view.resize(800, 500)
        view.show()
        view.show_run(description)
        view.show_snapshot(replace(dressed(), description=description))
        QApplication.processEvents()
        pictures.append(screen.pixels(view))
    right = pictures[0][:, 660:]
    assert (right != pictures[1][:, 660:]).any()


# -------------------------------------------------------------------- panels


def test_each_class_can_be_asked_for_by_its_name(example: ExamplePanel) -> None:
    box = screen.named(example, QComboBox, "Which class")
    assert box.itemText(0) == "any class"
    wishes: list[ShowExample] = []
    example.example_asked.connect(wishes.append)
    for label, name in enumerate(NAMES):
        shown = box.itemText(label + 1)
        assert shown == f"only {name}" or shown.endswith("…")
        assert screen.plain_text(box.itemData(label + 1, Qt.ItemDataRole.ToolTipRole)) == name
        screen.pick(box, shown)
    assert [wish.digit for wish in wishes] == list(ALL_OUTPUTS)
    screen.press(example, "Next example")
    assert wishes[-1].move == "next"


def test_long_names_leave_the_panel_as_wide_as_it_can_be(example: ExamplePanel) -> None:
    box = screen.named(example, QComboBox, "Which class")
    metrics = QFontMetrics(box.font())
    assert max(metrics.horizontalAdvance(box.itemText(i)) for i in range(box.count())) <= 112
    example.move_below(QRect(0, 0, 300, 100))
    assert example.width() <= 300


def test_a_run_on_digits_after_it_is_of_digits_again(example: ExamplePanel) -> None:
    example.show_run(describe(new_run()))
    box = screen.named(example, QComboBox, "Which digit")
    assert [box.itemText(i) for i in range(3)] == ["any digit", "only 0", "only 1"]
    screen.button(example, "Next digit")


def test_what_has_no_classes_offers_none(example: ExamplePanel) -> None:
    example.show_run(replace(describe(new_run()), has_classes=False))
    names = [box.accessibleName() for box in example.findChildren(QComboBox) if box.isVisible()]
    assert names == ["Test or training examples"]


@pytest.mark.parametrize("index", range(0, 40, 7))
def test_t_is_told_by_the_name(index: int) -> None:
    snapshot = dressed(200, index)
    label = snapshot.progress.example.label
    assert label is not None
    name = escape(NAMES[label])
    assert target_text(snapshot, 0).startswith(f"This example is “{name}”, so t = ")


def test_classes_are_called_by_their_names_over_the_data(qtbot: QtBot) -> None:
    panel = OverData()
    qtbot.addWidget(panel)
    panel.resize(344, 700)
    panel.show()
    run = clothes_run()
    panel.follow(dressed(), Neuron(1, 0))
    found = NeuronOverData(1, 0).answer(run)
    panel.show_answer(found, dressed())
    QApplication.processEvents()
    rows = [row for row in panel.findChildren(ClassRow) if row.isVisible()]
    assert [row.called for row in rows] == list(NAMES)
    for row in rows:
        assert f"Class “{row.called}”" in row.accessibleName()
    # And of digits again, once the run is.
    panel.follow(trained(10), Neuron(1, 0))
    QApplication.processEvents()
    rows = [row for row in panel.findChildren(ClassRow) if row.isVisible()]
    assert [row.called for row in rows] == [str(index) for index in range(10)]


def said(widget: QWidget) -> str:
    """All that stands on it, and every tooltip and name."""
    parts = [*screen.texts(widget)]
    for part in widget.findChildren(QWidget):
        if part.isVisible():
            parts += [screen.plain_text(part.toolTip()), part.accessibleName()]
    return "\n".join(parts)


@pytest.mark.parametrize(
    "selection",
    [None, Neuron(1, 3), Neuron(3, 4), Connection(1, 2, 20), Connection(3, 2, 5)],
    ids=str,
)
def test_nothing_in_the_inspector_is_called_a_digit(qtbot: QtBot, selection: Selection) -> None:
    panel = InspectorPanel()
    qtbot.addWidget(panel)
    panel.resize(384, 900)
    panel.show()
    panel.show_snapshot(dressed())
    panel.show_selection(selection)
    QApplication.processEvents()
    of_numbers = ("all its digits", "copy all digits", "digits shown", "digits typed")
    for line in said(panel).lower().splitlines():
        for usual in of_numbers:
            line = line.replace(usual, "")  # noqa: PLW2901 (what is left of it)
        assert "digit" not in line
