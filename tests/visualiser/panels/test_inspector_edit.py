"""Weights and biases set by hand in the inspector: typed, dragged, and along the curve of C."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core import Edit, Held, Part, Run
from core.metrics import evaluate
from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.states import describe, new_run, snapshot_of
from tests.visualiser.windows import PATIENCE, progress, snapshot, wait_until
from visualiser.main_window import MainWindow
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.connection_questions import CostAlongWeight
from visualiser.training.messages import Answered, GiveUp, SetParameter
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.cost_curve import CostCurve
from visualiser.widgets.value_field import ValueField

LEFT = Qt.MouseButton.LeftButton
PLACE = Connection(2, 3, 4)


class Edited:
    """The inspector beside a run that obeys it as the training process does."""

    def __init__(self, panel: InspectorPanel) -> None:
        self.panel = panel
        self.run = new_run()
        self.run.train(200)
        self.commands: list[SetParameter | GiveUp] = []
        self.open: list[Question] = []
        self.asked: list[Question] = []
        panel.edit_asked.connect(self.commands.append)
        panel.question_asked.connect(self.open.append)
        self.obeyed = 0
        self.description = describe(self.run)

    def snapshot(self) -> Snapshot:
        """As the run stands; it is still the same run."""
        return replace(snapshot_of(self.run, 3), description=self.description)

    def select(self, selection: Selection) -> None:
        self.panel.show_snapshot(self.snapshot())
        self.panel.show_selection(selection)
        self.answer()

    def answer(self) -> None:
        while self.open:
            question = self.open.pop(0)
            self.asked.append(question)
            answer = question.answer(self.run)
            self.panel.show_answer(Answered(question, self.run.position, answer))

    def obey(self) -> None:
        """Do what was asked, tell of it, and answer the questions that come of it."""
        for command in self.commands[self.obeyed :]:
            if isinstance(command, GiveUp):
                self.run.undo()
                continue
            if command.goes_on:
                self.run.undo()
            self.run.edit(command.layer, command.neuron, command.origin, command.value)
        self.obeyed = len(self.commands)
        self.panel.show_snapshot(self.snapshot())
        self.answer()

    @property
    def field(self) -> ValueField:
        [field] = [f for f in self.panel.findChildren(ValueField) if f.isVisible()]
        return field

    @property
    def curve(self) -> CostCurve:
        [curve] = self.panel.findChildren(CostCurve)
        return curve

    def weight(self) -> float:
        return float(self.run.network.weights[PLACE.layer - 1][PLACE.to, PLACE.origin])


def place_at(curve: CostCurve, aside: float = 0.0) -> QPoint:
    """Where the dot is, or would be, were W so much larger."""
    axes, dot = curve.axes(), curve.dot()
    assert axes is not None
    assert dot is not None
    return axes.point(dot.weight + aside, dot.cost).toPoint()


def type_into(field: ValueField, text: str) -> None:
    QTest.mouseClick(field, LEFT)
    [line] = field.findChildren(QLineEdit)
    QTest.keyClicks(line, text)
    screen.key(line, Qt.Key.Key_Return)


@pytest.fixture
def edited(qtbot: QtBot) -> Edited:
    panel = InspectorPanel()
    qtbot.addWidget(panel)
    panel.resize(372, 900)
    panel.show()
    return Edited(panel)


# -------------------------------------------------------------------- typed


@pytest.mark.parametrize(
    ("selection", "origin"),
    [(Connection(1, 3, 28), 28), (Connection(3, 9, 0), 0), (Neuron(2, 3), None)],
)
def test_what_is_typed_is_asked_for_and_shown(
    edited: Edited, selection: Connection | Neuron, origin: int | None
) -> None:
    edited.select(selection)
    type_into(edited.field, "-1.25")
    neuron = selection.to if isinstance(selection, Connection) else selection.index
    assert edited.commands == [SetParameter(selection.layer, neuron, origin, -1.25)]
    edited.obey()
    assert edited.field.text() == "−1.2500"
    assert edited.run.changes[-1].value == Edit(selection.layer, neuron, origin, -1.25)


@pytest.mark.parametrize("selection", [PLACE, Neuron(2, 3)])
@pytest.mark.parametrize("typed", ["1e300", "nothing"])
def test_what_is_refused_changes_nothing_and_is_said_in_full(
    edited: Edited, selection: Selection, typed: str
) -> None:
    edited.select(selection)
    before = edited.field.text()
    type_into(edited.field, typed)
    QApplication.processEvents()
    refusal = edited.field.refusal
    assert refusal.isVisible()
    assert refusal.height() >= refusal.heightForWidth(refusal.width())
    assert edited.panel.horizontalScrollBar().maximum() == 0
    assert (edited.commands, edited.field.text()) == ([], before)
    edited.panel.show_selection(Connection(2, 3, 5))
    assert not refusal.isVisible()


def test_a_number_that_is_dragged_is_one_entry(edited: Edited) -> None:
    edited.select(Neuron(2, 3))
    before = edited.run.network.biases[1][3]
    middle = edited.field.rect().center()
    QTest.mousePress(edited.field, LEFT, pos=middle)
    for pixels in range(4, 44, 4):
        QTest.mouseMove(edited.field, middle + QPoint(pixels, 0))
        edited.obey()
    QTest.mouseRelease(edited.field, LEFT)
    edited.obey()
    assert len(edited.run.changes) == 1
    assert edited.run.network.biases[1][3] == pytest.approx(before + 0.4, abs=1e-5)


def test_what_is_frozen_or_held_is_edited_all_the_same(edited: Edited) -> None:
    edited.run.change(frozen=(Part(2, 3),), held=(Held(2, 3, 0.5),))
    edited.select(PLACE)
    type_into(edited.field, "1.5")
    edited.obey()
    assert edited.weight() == 1.5
    edited.select(Neuron(2, 3))
    type_into(edited.field, "-0.75")
    edited.obey()
    assert edited.run.network.biases[1][3] == -0.75
    assert edited.field.text() == "−0.7500"


# -------------------------------------------------------------------- along the curve


def test_the_point_is_dragged_and_all_follows(edited: Edited) -> None:
    edited.select(PLACE)
    start, curve = edited.weight(), edited.curve
    line, axes, place = curve.curve, curve.axes(), place_at(curve)
    edited.asked.clear()
    QTest.mousePress(curve, LEFT, pos=place)
    for pixels in range(3, 63, 3):
        QTest.mouseMove(curve, place + QPoint(pixels, 9))
        dot = curve.dot()
        assert dot is not None
        # At once, and on the curve as it is.
        assert number(screen.chips(edited.panel)["W"]) == pytest.approx(dot.weight, abs=1e-4)
        edited.obey()
        assert edited.weight() == dot.weight
        assert (curve.curve, curve.axes()) == (line, axes)
        cost = edited.run.gradient()[1]
        assert dot.cost == pytest.approx(cost, rel=0.01)
    # Each of them has been told, and none has asked for another curve.
    assert len(edited.commands) == 20
    assert not any(isinstance(one, CostAlongWeight) for one in edited.asked)
    QTest.mouseRelease(curve, LEFT, pos=place + QPoint(60, 9))
    edited.obey()
    assert edited.weight() > start
    assert len(edited.run.changes) == 1
    assert curve.held is None
    [shown] = re.findall(r"At the dot, W = (\S+) and", screen.text(edited.panel))
    assert number(shown) == pytest.approx(edited.weight(), abs=1e-4)


def test_escape_puts_it_back(edited: Edited) -> None:
    edited.select(PLACE)
    start, curve = edited.weight(), edited.curve
    before = screen.text(edited.panel)
    place = place_at(curve)
    QTest.mousePress(curve, LEFT, pos=place)
    QTest.mouseMove(curve, place + QPoint(30, 0))
    edited.obey()
    assert "Let go to keep it, or press Esc." in screen.text(edited.panel)
    QTest.mouseMove(curve, place + QPoint(45, 0))
    screen.key(curve, Qt.Key.Key_Escape)
    edited.obey()
    assert edited.weight() == start
    assert screen.text(edited.panel) == before


def test_keys_move_it(edited: Edited) -> None:
    edited.select(PLACE)
    start = edited.weight()
    edited.curve.setFocus()
    for presses in (1, 2, 3):
        screen.key(edited.curve, Qt.Key.Key_Right)
        edited.obey()
        assert edited.weight() == pytest.approx(start + 0.05 * presses, abs=1e-5)
        assert edited.curve.held is None
    assert len(edited.run.changes) == 3


def test_an_undo_from_elsewhere_is_followed(edited: Edited) -> None:
    edited.select(PLACE)
    before = screen.text(edited.panel)
    type_into(edited.field, "1.5")
    edited.obey()
    edited.run.undo()
    edited.obey()
    assert screen.text(edited.panel) == before


# -------------------------------------------------------------------- on which examples


def test_c_may_be_that_of_all_training_data(edited: Edited) -> None:
    edited.select(PLACE)
    screen.press(edited.panel, "All training data")
    edited.answer()
    text = screen.text(edited.panel)
    [cost] = re.findall(r"At the dot, W = \S+ and C = (\S+);", text)
    run = edited.run
    assert number(cost) == pytest.approx(evaluate(run.network, run.data.train).cost, abs=1e-4)
    assert "on all 1,437 training examples." in text
    # It is kept for other connections, and can be taken back.
    edited.select(Connection(3, 9, 0))
    assert "on all 1,437 training examples." in screen.text(edited.panel)
    screen.press(edited.panel, "This mini-batch")
    edited.answer()
    assert "The ring is where the next step puts W" in screen.text(edited.panel)


# -------------------------------------------------------------------- with a real process


def mid_drag(window: MainWindow, pixels: int) -> None:
    [curve] = window.inspector.findChildren(CostCurve)
    place = place_at(curve)
    QTest.mousePress(curve, LEFT, pos=place)
    for part in range(1, 6):
        QTest.mouseMove(curve, place + QPoint(pixels * part // 5, 0))


def open_curve(qtbot: QtBot, window: MainWindow) -> CostCurve:
    window.network.select(PLACE)
    [curve] = window.inspector.findChildren(CostCurve)
    qtbot.waitUntil(lambda: curve.axes() is not None, timeout=PATIENCE)
    return curve


def test_in_the_window_a_drag_is_kept_or_undone(qtbot: QtBot, window: MainWindow) -> None:
    curve = open_curve(qtbot, window)
    before = snapshot(window).parameters.vector.copy()
    mid_drag(window, 60)
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    screen.key(curve, Qt.Key.Key_Escape)
    QTest.mouseRelease(curve, LEFT)
    shown = wait_until(qtbot, window, lambda p: not p.changes)
    assert np.array_equal(shown.parameters.vector, before)
    qtbot.waitUntil(lambda: curve.held is None, timeout=PATIENCE)
    mid_drag(window, 60)
    QTest.mouseRelease(curve, LEFT)
    qtbot.waitUntil(lambda: curve.held is None, timeout=PATIENCE)
    [change] = progress(window).changes
    line = curve.curve
    assert line is not None
    assert line.line.value == change.value.value
    qtbot.waitUntil(lambda: "Let go" not in screen.text(window.inspector), timeout=PATIENCE)


def test_in_the_window_arrows_move_the_point_and_take_no_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    curve = open_curve(qtbot, window)
    curve.setFocus()
    screen.key(curve, Qt.Key.Key_Right)
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    assert progress(window).position == progress(window).length == 0


def test_in_the_window_keys_belong_to_what_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    screen.press(window, "Step")
    wait_until(qtbot, window, lambda p: p.position == 1)
    window.network.select(Neuron(2, 3))
    [field] = [f for f in window.inspector.findChildren(ValueField) if f.isVisible()]
    QTest.mouseClick(field, LEFT)
    [line] = field.findChildren(QLineEdit)
    before = field.text()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right):
        screen.key(line, key)
    QTest.keyClicks(line, " .,e")
    screen.key(line, Qt.Key.Key_Escape)
    # The answer comes after all that the keys could have asked for.
    type_into(field, "0.25")
    shown = wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    assert before != field.text() == "+0.2500"
    assert (shown.progress.position, shown.progress.length) == (1, 1)
    assert not shown.progress.playing


def test_in_the_window_typing_pauses_and_sets(qtbot: QtBot, window: MainWindow) -> None:
    window.network.select(Neuron(2, 3))
    screen.press(window, "Play")
    wait_until(qtbot, window, lambda p: p.position > 50)
    [field] = [f for f in window.inspector.findChildren(ValueField) if f.isVisible()]
    type_into(field, "0.75")
    shown = wait_until(qtbot, window, lambda p: len(p.changes) == 1 and not p.playing)
    assert shown.parameters.biases[1][3] == 0.75
    assert field.text() == "+0.7500"


def test_after_the_edits_the_run_is_one_that_a_script_can_make(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.network.select(PLACE)
    screen.press(window, "Step")
    wait_until(qtbot, window, lambda p: p.position == 1)
    [field] = [f for f in window.inspector.findChildren(ValueField) if f.isVisible()]
    type_into(field, "1.5")
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    screen.press(window, "Step")
    shown = wait_until(qtbot, window, lambda p: p.position == 2)
    run: Run = new_run()
    run.step()
    run.edit(PLACE.layer, PLACE.to, PLACE.origin, 1.5)
    run.step()
    assert np.array_equal(shown.parameters.vector, run.network.parameters.vector)
