"""The strip of pins: what it asks, says and lets go of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from core import Run, RunSettings
from tests.visualiser import screen
from tests.visualiser.longer import Longer
from tests.visualiser.states import label_of, new_run, snapshot_of
from visualiser.number_format import fixed
from visualiser.own_inputs import noise
from visualiser.panels.pins import MOST_PINS, PinsPanel
from visualiser.theme import THEMES, Theme
from visualiser.training.messages import Answered
from visualiser.training.pin_questions import AnswersTo, AnswerTo
from visualiser.training.questions import Question
from visualiser.training.shown_example import own_example
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.pin_button import PinButton


@pytest.fixture(scope="module")
def run() -> Run:
    made = new_run()
    made.train(400)
    return made


@pytest.fixture
def panel(qtbot: QtBot) -> PinsPanel:
    made = PinsPanel()
    qtbot.addWidget(made)
    made.resize(640, 62)
    return made


def pin(panel: PinsPanel, snapshot: Snapshot) -> bool:
    panel.show_snapshot(snapshot)
    return panel.pin_shown()


def with_noise(run: Run) -> Snapshot:
    snapshot, inputs = snapshot_of(run), noise(64, 4)
    example = own_example(run.data, inputs, None, "Noise 4")
    activations = run.network.forward(inputs).activations
    progress = replace(snapshot.progress, example=example)
    return replace(snapshot, progress=progress, activations=activations)


def buttons(panel: PinsPanel) -> list[PinButton]:
    # The layout shows them once it has its turn.
    QApplication.processEvents()
    found = [one for one in panel.findChildren(PinButton) if not one.isHidden()]
    return sorted(found, key=lambda one: one.x())


def answer_all(panel: PinsPanel, run: Run) -> None:
    question = AnswersTo(panel.pinned)
    panel.show_answer(Answered(question, run.position, question.answer(run)))


def test_there_is_nothing_while_nothing_is_pinned(panel: PinsPanel, run: Run) -> None:
    assert panel.isHidden()
    assert pin(panel, snapshot_of(run, 3))
    assert not panel.isHidden()
    assert panel.pinned == (snapshot_of(run, 3).progress.example,)
    assert panel.pin_shown()  # it is let go of again
    assert panel.isHidden()
    assert not panel.pinned


def test_what_it_says_is_what_the_network_makes_of_it(panel: PinsPanel, run: Run) -> None:
    wrong = 0
    for index in range(MOST_PINS):
        pin(panel, snapshot_of(run, index))
    answer_all(panel, run)
    for index, button in enumerate(buttons(panel)):
        snapshot = snapshot_of(run, index)
        truth, name = label_of(snapshot), button.accessibleName()
        assert name.startswith(f"Test example {index}, truly {truth}: read as {snapshot.answer}")
        verdict = "right" if snapshot.answer == truth else "wrong"
        assert f"which is {verdict}" in name
        figure = screen.number(name.partition("a = ")[2].split(".  ")[0].split(". ")[0])
        assert figure == pytest.approx(float(snapshot.activations[-1].max()), abs=6e-5)
        assert button.toolTip() == name
        wrong += verdict == "wrong"
    assert wrong < MOST_PINS


def test_what_nobody_knows_has_no_verdict(panel: PinsPanel, run: Run) -> None:
    pin(panel, with_noise(run))
    answer_all(panel, run)
    name = buttons(panel)[0].accessibleName()
    assert name.startswith("Noise 4, truth unknown: read as ")
    assert "right" not in name
    assert "wrong" not in name


def test_there_is_room_for_so_many(panel: PinsPanel, run: Run) -> None:
    for index in range(MOST_PINS):
        assert pin(panel, snapshot_of(run, index))
    assert not pin(panel, snapshot_of(run, MOST_PINS))
    assert len(panel.pinned) == MOST_PINS
    panel.adjustSize()
    assert panel.minimumSizeHint().width() <= 640


def test_a_click_shows_it(qtbot: QtBot, panel: PinsPanel, run: Run) -> None:
    pin(panel, snapshot_of(run, 3))
    pin(panel, with_noise(run))
    panel.show()
    for button, example in zip(buttons(panel), panel.pinned, strict=True):
        with qtbot.waitSignal(panel.example_chosen) as chosen:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert chosen.args == [example]
    with qtbot.waitSignal(panel.example_chosen) as chosen:
        screen.key(buttons(panel)[0], Qt.Key.Key_Return)
    assert chosen.args == [panel.pinned[0]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_unpins_it_and_the_next_has_the_focus(
    panel: PinsPanel, run: Run, key: Qt.Key
) -> None:
    for index in range(3):
        pin(panel, snapshot_of(run, index))
    panel.show()
    panel.activateWindow()
    buttons(panel)[1].setFocus()
    screen.key(buttons(panel)[1], key)
    assert [one.index for one in panel.pinned] == [0, 2]
    assert buttons(panel)[1].hasFocus()


def test_the_cross_is_there_while_it_is_pointed_at(panel: PinsPanel, run: Run) -> None:
    pin(panel, snapshot_of(run, 0))
    pin(panel, snapshot_of(run, 1))
    panel.show()
    button, place, away = buttons(panel)[0], QPointF(9, 9), QPointF(-1, -1)
    QApplication.sendEvent(button, QHoverEvent(QEvent.Type.HoverLeave, away, away, place))
    cross = button.findChild(QToolButton)
    assert isinstance(cross, QToolButton)
    assert not cross.isVisible()
    QApplication.sendEvent(button, QHoverEvent(QEvent.Type.HoverEnter, place, place, away))
    assert cross.isVisible()
    assert cross.toolTip()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert [one.index for one in panel.pinned] == [1]


def test_it_asks_for_what_is_pinned_now(panel: PinsPanel, run: Run) -> None:
    asked: list[Question] = []
    panel.question_asked.connect(asked.append)
    pin(panel, snapshot_of(run, 0))
    first = AnswersTo(panel.pinned)
    pin(panel, snapshot_of(run, 1))
    assert asked == [first]  # one at a time
    panel.show_answer(Answered(first, run.position, first.answer(run)))
    assert asked == [first, AnswersTo(panel.pinned)]
    answer_all(panel, run)
    assert all("read as" in one.accessibleName() for one in buttons(panel))


def test_it_follows_the_run(panel: PinsPanel, run: Run) -> None:
    pin(panel, snapshot_of(run, 0))
    answer_all(panel, run)
    question = AnswersTo(panel.pinned)
    panel.show_answer(Answered(question, 401, (AnswerTo(9, 0.25, False),)))
    assert "read as 9, which is wrong, a = 0.25" in buttons(panel)[0].accessibleName()


def test_pins_outlast_a_run_on_the_same_data_only(panel: PinsPanel, run: Run) -> None:
    pin(panel, snapshot_of(run, 0))
    described = snapshot_of(run).description
    panel.show_run(replace(described, identity=described.identity + 1))
    assert len(panel.pinned) == 1
    other = replace(described, settings=replace(described.settings, data="other"))
    panel.show_run(other)
    assert not panel.pinned
    assert panel.isHidden()


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda one: one.name)
@pytest.mark.parametrize("width", [640, 900, 1400])
def test_it_is_drawn_in_both_themes(panel: PinsPanel, run: Run, theme: Theme, width: int) -> None:
    for index in range(5):
        pin(panel, snapshot_of(run, index))
    pin(panel, with_noise(run))
    answer_all(panel, run)
    panel.set_theme(theme)
    panel.resize(width, 62)
    panel.show()
    assert len(buttons(panel)) == 6
    colours = {tuple(one) for one in screen.pixels(panel).reshape(-1, 3).tolist()}
    for name in ("right", "selected"):
        colour = theme.colour(name)
        assert (colour.red(), colour.green(), colour.blue()) in colours
    assert all(panel.rect().contains(one.geometry()) for one in buttons(panel))


def test_longer_texts_have_room(panel: PinsPanel, run: Run) -> None:
    longer = Longer()
    app = QApplication.instance()
    assert app is not None
    app.installTranslator(longer)
    try:
        for index in range(MOST_PINS):
            pin(panel, snapshot_of(run, index))
        answer_all(panel, run)
        panel.show()
        screen.pixels(panel)
        assert panel.minimumSizeHint().width() <= 640
    finally:
        app.removeTranslator(longer)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_without_classes_there_is_no_verdict(panel: PinsPanel, theme: Theme) -> None:
    settings = RunSettings("plane")
    made = settings.new_run(settings.load_data())
    panel.set_theme(theme)
    pin(panel, snapshot_of(made, 3))
    answer_all(panel, made)
    panel.show()
    (button,) = buttons(panel)
    a = fixed(float(made.network.forward(made.data.test.inputs[3]).activations[-1][0]))
    assert button.accessibleName().startswith(f"Test example 3: the output's a is {a}.")
    assert button.toolTip() == button.accessibleName()
    colours = {tuple(one) for one in screen.pixels(button).reshape(-1, 3).tolist()}
    for name in ("right", "negative"):
        colour = theme.colour(name)
        assert (colour.red(), colour.green(), colour.blue()) not in colours


def test_of_one_output_there_is_a_verdict(panel: PinsPanel) -> None:
    settings = RunSettings("xor")
    made = settings.new_run(settings.load_data())
    pin(panel, snapshot_of(made, 3))
    answer_all(panel, made)
    (button,) = buttons(panel)
    a = float(made.network.forward(made.data.test.inputs[3]).activations[-1][0])
    truth, answer = int(made.data.test.targets[3, 0]), int(a >= 0.5)
    verdict = "right" if answer == truth else "wrong"
    told = f"Test example 3, truly {truth}: read as {answer}, which is {verdict}"
    assert button.accessibleName().startswith(told)


@pytest.mark.parametrize(("data", "has_verdict"), [("plane", False), ("xor", True)])
def test_an_answer_is_right_or_wrong_only_where_there_are_classes(
    data: str, has_verdict: bool
) -> None:
    settings = RunSettings(data)
    made = settings.new_run(settings.load_data())
    (answer,) = AnswersTo((snapshot_of(made, 3).progress.example,)).answer(made)
    assert answer is not None
    assert (answer.is_right is not None) == has_verdict
