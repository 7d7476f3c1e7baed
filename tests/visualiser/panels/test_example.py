"""The example panel: what it asks for, and what it shows is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.screen import texts
from tests.visualiser.states import describe, new_run, snapshot_of, trained
from visualiser.number_format import fixed
from visualiser.own_inputs import noise
from visualiser.panels.example import ExamplePanel
from visualiser.training.messages import ShowExample, ShownExample
from visualiser.training.shown_example import own_example


@pytest.fixture
def panel(qtbot: QtBot) -> ExamplePanel:
    made = ExamplePanel()
    qtbot.addWidget(made)
    made.show_run(describe(new_run()))
    made.show_snapshot(trained(0))
    made.show()
    return made


def box_of(panel: ExamplePanel, name: str) -> QComboBox:
    return screen.named(panel, QComboBox, name)


@pytest.mark.parametrize(
    ("name", "move"),
    [("Next digit", "next"), ("Previous digit", "previous"), ("A digit at random", "random")],
)
def test_each_button_asks_for_its_move(
    qtbot: QtBot, panel: ExamplePanel, name: str, move: str
) -> None:
    with qtbot.waitSignal(panel.example_asked) as asked:
        screen.press(panel, name)
    assert asked.args == [ShowExample(move, "test", None, misread_only=False)]  # type: ignore[arg-type] # parametrised


def test_what_is_chosen_goes_with_every_wish(panel: ExamplePanel) -> None:
    wishes: list[ShowExample] = []
    panel.example_asked.connect(wishes.append)
    screen.pick(box_of(panel, "Which digit"), "only 3")
    screen.pick(box_of(panel, "Test or training digits"), "training")
    QTest.mouseClick(panel.findChildren(QCheckBox)[0], Qt.MouseButton.LeftButton)
    screen.press(panel, "Next digit")
    assert wishes == [
        ShowExample("stay", "test", 3, misread_only=False),
        ShowExample("stay", "train", 3, misread_only=False),
        ShowExample("stay", "train", 3, misread_only=True),
        ShowExample("next", "train", 3, misread_only=True),
    ]


def test_a_wish_that_cannot_be_met_is_taken_back_silently(
    qtbot: QtBot, panel: ExamplePanel
) -> None:
    screen.pick(box_of(panel, "Which digit"), "only 3")
    screen.pick(box_of(panel, "Test or training digits"), "training")
    check = panel.findChildren(QCheckBox)[0]
    check.setChecked(True)
    panel.show_snapshot(snapshot_of(new_run(), example=ShownExample("test", 0, 0)))
    with qtbot.assertNotEmitted(panel.example_asked):
        panel.withdraw()
    assert box_of(panel, "Test or training digits").currentText() == "test"
    assert box_of(panel, "Which digit").currentText() == "any digit"
    assert not check.isChecked()


def test_a_wish_that_was_met_stays(panel: ExamplePanel) -> None:
    screen.pick(box_of(panel, "Which digit"), "only 3")
    panel.show_snapshot(snapshot_of(new_run(), example=ShownExample("test", 8, 3)))
    assert box_of(panel, "Which digit").currentText() == "only 3"


def test_there_are_as_many_digits_as_outputs(panel: ExamplePanel) -> None:
    box = box_of(panel, "Which digit")
    assert [box.itemText(i) for i in range(box.count())] == [
        "any digit",
        *(f"only {digit}" for digit in range(10)),
    ]
    panel.show_run(describe(new_run(), sizes=(64, 5, 4)))
    assert box.count() == 5


@pytest.mark.parametrize("free", [QRect(36, 300, 160, 60), QRect(0, 200, 64, 60)])
def test_it_stands_in_the_middle_of_the_space_it_is_given(panel: ExamplePanel, free: QRect) -> None:
    panel.move_below(free)
    assert panel.geometry().top() == free.top()
    assert panel.geometry().left() >= 0
    assert panel.width() >= panel.minimumSizeHint().width()
    assert panel.height() >= panel.minimumSizeHint().height()


def test_where_there_is_no_space_below_the_picture_the_controls_are_away(
    panel: ExamplePanel,
) -> None:
    panel.move_below(QRect(20, 300, 200, 60))
    assert not panel.isHidden()
    panel.move_below(QRect())
    assert panel.isHidden()
    panel.move_below(QRect(20, 200, 200, 60))
    assert not panel.isHidden()
    assert panel.geometry().top() == 200


def test_one_output_tells_two_classes_apart(panel: ExamplePanel) -> None:
    settings = RunSettings("circle")
    panel.show_run(snapshot_of(settings.new_run(settings.load_data())).description)
    box = box_of(panel, "Which class")
    assert [box.itemText(i) for i in range(box.count())] == ["any class", "only 0", "only 1"]


def test_where_there_are_no_classes_none_is_offered(panel: ExamplePanel) -> None:
    settings = RunSettings("plane")
    panel.show_run(snapshot_of(settings.new_run(settings.load_data())).description)
    (misread,) = panel.findChildren(QCheckBox)
    assert misread.isHidden()
    offered = [box for box in panel.findChildren(QComboBox) if not box.isHidden()]
    assert [box.accessibleName() for box in offered] == ["Test or training examples"]


@pytest.mark.parametrize("data", ["circle", "plane"])
def test_of_one_output_its_a_is_told_where_the_truth_is_unknown(
    panel: ExamplePanel, data: str
) -> None:
    settings = RunSettings(data)
    run = settings.new_run(settings.load_data())
    inputs = noise(2, 4)
    panel.move_below(QRect(0, 0, 300, 300))
    for bias in (-9.0, 9.0):
        run.network.biases[-1][:] = bias
        outputs = run.network.forward(inputs).activations
        state = snapshot_of(run)
        example = own_example(run.data, inputs, None, "Noise 4")
        panel.show_run(state.description)
        panel.show_snapshot(
            replace(state, progress=replace(state.progress, example=example), activations=outputs)
        )
        (told,) = [text for text in texts(panel) if "a is" in text]
        assert told.startswith(f"The output's a is {fixed(float(outputs[-1][0]))}")
        assert told.endswith(f", so it is read as {int(bias > 0)}.") == (data == "circle")


@pytest.mark.parametrize(("data", "is_paper"), [("circle", False), ("digits", True)])
def test_only_a_blank_picture_is_paper(panel: ExamplePanel, data: str, is_paper: bool) -> None:
    settings = RunSettings(data)
    panel.show_run(describe(settings.new_run(settings.load_data())))
    (blank,) = [one for one in panel.findChildren(QAction) if one.text() == "Blank"]
    assert ("paper" in blank.toolTip()) == is_paper
