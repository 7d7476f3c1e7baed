"""The browser with data of other kinds: no classes, one output, many classes with long names."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core import Dataset, Examples, Run, RunSettings
from tests.visualiser import screen
from tests.visualiser.states import describe, snapshot_of
from visualiser.browsing.window import COURSE, EXAMPLES, RESULTS, BrowsingWindow
from visualiser.training.browsing_questions import JudgementOf
from visualiser.training.messages import Answered
from visualiser.training.questions import Question


def plane(outputs: int, names: tuple[str, ...] = (), has_classes: bool = True) -> Run:
    """A run on points of a plane, of so many outputs."""
    random = np.random.default_rng(3)
    points = random.random((200, 2))
    labels = random.integers(0, max(2, outputs), 200)
    targets = labels[:, None] if outputs == 1 else np.eye(outputs)[labels]
    examples = Examples.from_arrays(points, targets)
    data = Dataset("plane", examples, examples, (1, 2), names, ("x₁", "x₂"), has_classes)
    return RunSettings(layers=(2, 4, outputs)).new_run(data)


def shown(qtbot: QtBot, run: Run) -> BrowsingWindow:
    """A window whose questions are answered at once."""
    browser = BrowsingWindow(None)
    qtbot.addWidget(browser)

    def answer(question: Question) -> None:
        browser.take(Answered(question, run.position, question.answer(run)))

    browser.question_asked.connect(answer)
    browser.show_run(describe(run))
    browser.show()
    browser.show_snapshot(snapshot_of(run))
    return browser


@pytest.mark.parametrize("outputs", [1, 2, 62])
def test_every_page_is_drawn_whatever_the_number_of_classes(qtbot: QtBot, outputs: int) -> None:
    count = max(2, outputs)
    run = plane(outputs, tuple(f"a long name {one}" for one in range(count)))
    browser = shown(qtbot, run)
    for page in (EXAMPLES, RESULTS, COURSE):
        browser.open_page(page)
        browser.resize(1000, 700)
        assert browser.grab().size() == QSize(1000, 700)
    counts = JudgementOf("test").answer(run).confusion
    table = browser.results.csv_table()
    assert [row[1 : count + 1] for row in table.rows[:-1]] == counts.tolist()
    assert table.rows[-1][count + 1] == 200
    assert browser.results.table.model_.columnCount() == count + 2


def test_one_output_is_right_where_it_is_on_the_side_of_its_target(qtbot: QtBot) -> None:
    run = plane(1)
    outputs = np.array([run.network.forward(p).activations[-1][0] for p in run.data.test.inputs])
    is_right = (outputs >= 0.5) == (run.data.test.targets[:, 0] >= 0.5)
    browser = shown(qtbot, run)
    browser.open_page(RESULTS)
    assert f"{is_right.sum()} of 200" in screen.text(browser)


def test_without_classes_it_says_that_nothing_is_right_or_wrong(qtbot: QtBot) -> None:
    browser = shown(qtbot, plane(1, has_classes=False))
    for page in (EXAMPLES, RESULTS, COURSE):
        browser.open_page(page)
        assert "have no classes" in screen.text(browser)
    assert not browser.results.table.isVisible()
    assert not browser.examples.filters.isVisible()


def test_the_list_stays_while_it_plays_until_it_is_asked_for_anew(qtbot: QtBot) -> None:
    run = plane(2)
    browser = shown(qtbot, run)
    run.train(50)
    playing = snapshot_of(run, playing=True)
    browser.show_snapshot(playing)
    known = browser.examples
    judged = JudgementOf("test").answer(run)
    browser._snapshot = playing
    browser._show_known(replace(browser._known["test"], judged=judged, step=50))
    assert "as of step 0" in screen.text(known)
    screen.press(known, "Refresh")
    assert "as of step 50" in screen.text(known)
