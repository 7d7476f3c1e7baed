"""The browser of examples as a person opens and uses it, and the questions behind it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import Run
from core.errors import DataError
from tests.visualiser import screen
from tests.visualiser.states import digits, new_run
from tests.visualiser.windows import PATIENCE, progress, wait_at
from visualiser.browsing.course_painter import turns
from visualiser.browsing.sieve import Order, Truth, Wish, chosen
from visualiser.browsing.window import BrowsingWindow
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.training.browsing_questions import (
    AnswerCourse,
    AnswersOverTime,
    Judged,
    JudgementOf,
    Pictures,
)
from visualiser.training.shown_example import OwnInput, ShownExample, of_data, own_example


def trained() -> Run:
    run = new_run()
    run.train(400)
    return run


def by_hand(run: Run) -> tuple[list[int], list[float]]:
    """What each test digit is read as and its largest a, one digit after the other."""
    outputs = [run.network.forward(one).activations[-1] for one in run.data.test.inputs]
    return [int(one.argmax()) for one in outputs], [float(one.max()) for one in outputs]


def test_a_judgement_is_what_the_network_says_of_each_example() -> None:
    run = trained()
    judged = JudgementOf("test").answer(run)
    answers, sureness = by_hand(run)
    assert judged.answers.tolist() == answers
    np.testing.assert_allclose(judged.sureness, sureness, rtol=1e-4)
    assert judged.labels.tolist() == run.data.test.labels.tolist()
    assert judged.confusion.sum() == len(answers)
    assert judged.confusion.trace() == round(judged.accuracy * len(answers))


def test_pictures_are_the_ink_of_the_data_in_the_order_asked_for() -> None:
    looks = Pictures("train", (5, 0, 17)).answer(new_run())
    assert looks.pictures is not None
    for picture, index in zip(looks.pictures, (5, 0, 17), strict=True):
        ink = digits().train.inputs[index].reshape(8, 8)
        assert abs(picture / 255 - ink).max() <= 0.5 / 255 + 1e-6


@pytest.mark.parametrize("index", [-1, 1_000_000])
def test_an_example_that_is_not_there_is_refused(index: int) -> None:
    with pytest.raises(DataError):
        Pictures("test", (0, index)).answer(new_run())
    with pytest.raises(DataError):
        AnswersOverTime(ShownExample("test", index, 0)).answer(new_run())


def test_a_course_is_what_the_run_says_at_each_of_its_steps() -> None:
    run = trained()
    run.go_to(123)
    course = AnswersOverTime(of_data(run.data, "test", 4)).answer(run)
    assert run.position == 123
    assert {0, 123, 400} <= set(course.steps.tolist())
    for place, step in enumerate(course.steps.tolist()):
        run.go_to(step)
        outputs = run.network.forward(run.data.test.inputs[4]).activations[-1]
        np.testing.assert_array_equal(course.outputs[:, place], outputs)
        assert course.answers[place] == outputs.argmax()


@pytest.mark.parametrize("truth", [None, 4])
def test_the_course_of_an_input_of_ones_own_is_what_the_run_says_of_it(truth: int | None) -> None:
    run = trained()
    inputs = np.random.default_rng(7).random(64, np.float32)
    course = AnswersOverTime(own_example(run.data, inputs, truth, "Noise 7")).answer(run)
    assert course.label == truth
    for place, step in enumerate(course.steps.tolist()):
        run.go_to(step)
        outputs = run.network.forward(inputs).activations[-1]
        np.testing.assert_array_equal(course.outputs[:, place], outputs)
    assert truth is not None or len(turns(course)) == 0


def test_an_input_for_another_network_is_refused() -> None:
    inputs = OwnInput.of(np.zeros(9, np.float32), "Blank")
    with pytest.raises(DataError):
        AnswersOverTime(ShownExample("own", 0, None, inputs)).answer(new_run())


@given(st.lists(st.booleans(), min_size=1, max_size=30))
@settings(deadline=None)
def test_turns_alternate_and_end_as_the_answer_does(right: list[bool]) -> None:
    answers = np.where(right, 3, 4)
    points = len(right)
    course = AnswerCourse(np.arange(points), np.zeros((10, points)), answers, 3, 1)
    found = turns(course)
    assert [right[place] for place in found] == [n % 2 == 0 for n in range(len(found))]
    assert (len(found) % 2 == 1) == right[-1]


_CLASSES = st.integers(0, 3)


@given(
    st.lists(st.tuples(_CLASSES, _CLASSES, st.floats(0, 1, width=32)), min_size=1, max_size=40),
    st.none() | _CLASSES,
    st.none() | _CLASSES,
    st.sampled_from(["all", "right", "wrong"]),
    st.sampled_from(["data", "mistakes", "unsure"]),
)
@settings(deadline=None)
def test_what_is_chosen_fits_and_nothing_else_does(
    examples: list[tuple[int, int, float]],
    label: int | None,
    answer: int | None,
    truth: Truth,
    order: Order,
) -> None:
    labels, answers, sureness = (np.array(column) for column in zip(*examples, strict=True))
    judged = Judged(
        labels.astype(np.uint16), answers.astype(np.uint16), sureness.astype(np.float32), 0.0, 4
    )
    found = chosen(Wish(label, answer, truth, order), judged).tolist()
    wanted = [
        place
        for place, (one, read, _) in enumerate(examples)
        if label in (None, one)
        and answer in (None, read)
        and truth in ("all", "right" if one == read else "wrong")
    ]
    assert sorted(found) == wanted

    def rank(place: int) -> tuple[int, float]:
        is_right = bool(labels[place] == answers[place])
        ranks: dict[str, tuple[int, float]] = {
            "data": (0, place),
            "unsure": (0, float(sureness[place])),
            "mistakes": (int(is_right), float(sureness[place] if is_right else -sureness[place])),
        }
        return ranks[order]

    assert [rank(place) for place in found] == sorted(rank(place) for place in found)


def opened(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> BrowsingWindow:
    screen.key(window, key)
    browser = window.tools.browsing.browser
    assert browser is not None
    # Else keys would go to the main window.
    qtbot.waitUntil(browser.isActiveWindow, timeout=PATIENCE)
    return browser


def wait_for_text(qtbot: QtBot, browser: BrowsingWindow, text: str) -> None:
    qtbot.waitUntil(lambda: text in screen.text(browser), timeout=PATIENCE)


def test_a_click_on_a_thumbnail_shows_it_in_the_network(qtbot: QtBot, window: MainWindow) -> None:
    browser = opened(qtbot, window, Qt.Key.Key_B)
    wait_for_text(qtbot, browser, "as of step 0")
    gallery = browser.examples.gallery
    qtbot.waitUntil(lambda: gallery.store.look(7) is not None, timeout=PATIENCE)
    place = gallery.place_rect(7).center()
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: progress(window).example.index == 7, timeout=PATIENCE)
    screen.key(gallery, Qt.Key.Key_Right, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: progress(window).example.index == 8, timeout=PATIENCE)
    screen.key(gallery, Qt.Key.Key_End)
    assert gallery.current == len(digits().test) - 1


def test_a_cell_of_the_results_lists_its_examples(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(400))
    wait_at(qtbot, window, 400)
    browser = opened(qtbot, window, Qt.Key.Key_T)
    wait_for_text(qtbot, browser, "as of step 400")
    judged = JudgementOf("test").answer(trained())
    assert f"{round(judged.accuracy * len(judged.labels))} of" in screen.text(browser)
    wrong = judged.confusion.copy()
    np.fill_diagonal(wrong, 0)
    label, answer = (int(one) for one in np.unravel_index(wrong.argmax(), wrong.shape))
    table = browser.results.table
    cell = table.model_.index(label, answer + 1)
    assert cell.data() == str(wrong[label, answer])
    place = table.visualRect(cell).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert f"{wrong[label, answer]} of " in screen.text(browser)
    assert (
        browser.examples.gallery.current
        == np.flatnonzero((judged.labels == label) & (judged.answers == answer))[0]
    )


def test_a_click_in_the_course_goes_to_that_step(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(400))
    wait_at(qtbot, window, 400)
    browser = opened(qtbot, window, Qt.Key.Key_T)
    screen.press(browser, "Over the run")
    wait_for_text(qtbot, browser, "Example 0, ")
    plot = browser.course.plot
    screen.key(plot, Qt.Key.Key_Left, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: progress(window).position < 400, timeout=PATIENCE)
    screen.key(browser, Qt.Key.Key_Escape)
    assert not browser.isVisible()


def test_the_keys_of_its_pages_work_in_the_browser_too(qtbot: QtBot, window: MainWindow) -> None:
    browser = opened(qtbot, window, Qt.Key.Key_B)
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, modifier, page in (
        (Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier, browser.results),
        (Qt.Key.Key_T, shift, browser.course),
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, browser.examples),
    ):
        QTest.keyClick(browser, key, modifier)
        assert page.isVisible()
    assert browser.focusWidget() is browser.examples.gallery


def test_what_is_picked_is_said_in_the_browser(qtbot: QtBot, window: MainWindow) -> None:
    browser = opened(qtbot, window, Qt.Key.Key_B)
    wait_for_text(qtbot, browser, "In the network: test example 0")
    screen.key(browser.examples.gallery, Qt.Key.Key_Right, Qt.Key.Key_Return)
    wait_for_text(qtbot, browser, "In the network: test example 1")
    inputs = np.zeros(64, np.float32)
    window.session.send(m.ShowOwn(inputs, None, "<b>Blank</b> & more"))
    wait_for_text(qtbot, browser, "In the network: <b>Blank</b> & more")
    QTest.keyClick(browser, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    wait_for_text(qtbot, browser, "<b>Blank</b> & more: nobody has said what it truly is")
    assert "▲" not in screen.text(browser)
