"""Every chapter, in both languages, walked in a real window by what it asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt import exceptions
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.windows import PATIENCE, progress, snapshot, wait_until
from visualiser.main_window import MainWindow
from visualiser.panels.phases import PhasesPanel
from visualiser.phases import Phase
from visualiser.selection import Neuron
from visualiser.tour.answer_box import AnswerBox
from visualiser.tour.answer_button import AnswerButton
from visualiser.tour.chapter import Chapter, Task
from visualiser.tour.conditions import Deed
from visualiser.tour.folder import built_in, chapters_in
from visualiser.tour.formulas import Scene, Sought
from visualiser.tour.marks import Marks
from visualiser.tour.place import State, part_of
from visualiser.tour.rehearsal import Rehearsal
from visualiser.widgets.value_field import ValueField

Key = Qt.Key


def wait_for(qtbot: QtBot, condition: Callable[[], bool], what: object = "") -> None:
    try:
        qtbot.waitUntil(condition, timeout=PATIENCE)
    except exceptions.TimeoutError as error:
        raise AssertionError(what) from error


def arrive(qtbot: QtBot, window: MainWindow, state: State) -> None:
    """Press “Show me”, or what does the same, and wait until the window is there."""
    guide = window.tour.guide
    guide.lead_to(state)
    wait_for(qtbot, lambda: guide.is_there(state) and not guide.seeks)


# -------------------------------------------------------------------- doing what is asked


def select(window: MainWindow, about: str) -> None:
    """Click the neuron; a line of the selected one stands for any."""
    part = part_of(about) if about != "connection" else None
    layout = window.network.layout_of_network
    assert layout is not None
    if isinstance(part, Neuron):
        place = QPointF(*layout.layers[part.layer].centres[part.index].tolist()).toPoint()
        QTest.mouseClick(window.network, Qt.MouseButton.LeftButton, pos=place)
    else:
        window.network.select(part or part_of("1.3.20"))


def change_weight(window: MainWindow) -> None:
    window.network.select(part_of("1.3.20"))
    field = next(f for f in window.inspector.findChildren(ValueField) if f.isVisible())
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    [line] = field.findChildren(QLineEdit)
    QTest.keyClicks(line, "2")
    screen.key(line, Key.Key_Return)


def phase_of(window: MainWindow) -> Phase | None:
    view = window.phases.stepper.view()
    return None if view is None or view.step is None else view.phase


def go_to_phase(qtbot: QtBot, window: MainWindow, kind: str) -> None:
    """Press P until that phase is there."""
    for _ in range(12):
        found = phase_of(window)
        if found is not None and kind in ("", found.kind):
            return
        screen.key(window, Key.Key_P)
        wait_for(qtbot, lambda before=found: phase_of(window) not in (None, before))  # type: ignore[misc] # bound at once
    raise AssertionError(kind)


def predict(qtbot: QtBot, window: MainWindow) -> None:
    go_to_phase(qtbot, window, "update")
    panel = window.findChild(PhasesPanel)
    assert panel is not None
    screen.press(panel, "Falls")


def choose_lines(window: MainWindow, quantity: str) -> None:
    for _ in range(6):
        if window.network.quantity.id == quantity:
            return
        screen.key(window, Key.Key_L)


def travel(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(window, Key.Key_End)
    wait_until(qtbot, window, lambda p: p.position == p.length and not p.playing)
    assert window.cost is not None
    window.cost.step_chosen.emit(progress(window).length // 2)


def play(qtbot: QtBot, window: MainWindow) -> None:
    wait_until(qtbot, window, lambda p: not p.playing)
    screen.key(window, Key.Key_Space)
    wait_until(qtbot, window, lambda p: p.playing)
    screen.key(window, Key.Key_Space)
    wait_until(qtbot, window, lambda p: not p.playing)


def show_misread(window: MainWindow) -> None:
    """Tick “misread”, and go to the next one."""
    window.example._misread.click()
    screen.key(window, Key.Key_BracketRight)
    window.example._misread.click()


KEYS = {
    "step": Key.Key_Period,
    "back": Key.Key_Comma,
    "start": Key.Key_Home,
    "example": Key.Key_BracketRight,
    "own": Key.Key_N,
}


def do(qtbot: QtBot, window: MainWindow, deed: Deed) -> None:
    """As a person does it."""
    hands: dict[str, Callable[[], None]] = {
        "select": lambda: select(window, deed.about),
        "phase": lambda: go_to_phase(qtbot, window, deed.about),
        "predict": lambda: predict(qtbot, window),
        "lines": lambda: choose_lines(window, deed.about),
        "weight": lambda: change_weight(window),
        "undo": lambda: screen.control_key(window, Key.Key_Z),
        "misread": lambda: show_misread(window),
        "travel": lambda: travel(qtbot, window),
        "play": lambda: play(qtbot, window),
    }
    if deed.name in KEYS:
        screen.key(window, KEYS[deed.name])
    else:
        hands[deed.name]()


# -------------------------------------------------------------------- walking


def walk_tasks(qtbot: QtBot, window: MainWindow, chapter: Chapter, told: list[Task]) -> None:
    guide = window.tour.guide
    for place, task in enumerate(chapter.tasks):
        was_done = guide.marks.is_done(chapter, place)
        # What is selected already need not be selected again; nothing else is done unasked.
        assert not was_done or task.deed.name == "select", task.deed
        do(qtbot, window, task.deed)
        wait_for(qtbot, lambda at=place: guide.marks.is_done(chapter, at), task)  # type: ignore[misc] # bound at once
        assert was_done or told[-1] == task
    window.phases.leave()


def boxes(window: MainWindow) -> list[AnswerBox]:
    assert window.tour.panel is not None
    content = window.tour.panel._chapter.widget()
    assert content is not None
    return content.findChildren(AnswerBox)


def answer_questions(
    qtbot: QtBot, window: MainWindow, chapter: Chapter, rehearsal: Rehearsal
) -> None:
    """Choose what a computation in this process says is right."""
    for question, box in zip(chapter.questions, boxes(window), strict=True):
        if question.state is not None:
            if not window.tour.guide.is_there(question.state):
                assert not box.findChildren(AnswerButton)[0].isEnabled()
                next(b for b in box.findChildren(QPushButton) if b.text() == "Show me").click()
            wait_for(qtbot, lambda q=question: window.tour.guide.can_answer(q))  # type: ignore[misc] # bound at once
        right = question.right
        if isinstance(right, Sought):
            assert question.state is not None
            scene: Scene = rehearsal.scene(question.state)
            right = right.value(scene) or ""
        place = [option.key for option in question.options].index(right)
        box.findChildren(AnswerButton)[place].click()
        assert "Right." in screen.text(box)


def test_every_chapter_can_be_done_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    tour, rehearsal = window.tour, Rehearsal()
    told: list[Task] = []
    tour.guide.done.connect(told.append)
    tour.open()
    panel = tour.panel
    assert panel is not None
    for language in ("en", "zh_CN"):
        tour.guide.take(chapters_in(built_in(language)), Marks())
        for chapter in tour.guide.chapters:
            assert tour.guide.chapter is chapter
            assert chapter.title in screen.texts(panel)
            arrive(qtbot, window, chapter.state)
            assert window.network.selection == chapter.state.selection
            assert snapshot(window).description.settings == chapter.state.settings
            # The other language asks for the very same, as another test sees to.
            if language == "en":
                walk_tasks(qtbot, window, chapter, told)
            answer_questions(qtbot, window, chapter, rehearsal)
            assert tour.guide.marks.is_complete(chapter) or language != "en"
            if chapter is not tour.guide.chapters[-1]:
                screen.press(panel, "Next")
