"""Classes may be called anything, and texts may be longer: all of it is shown as it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import Run
from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.states import describe, new_run, snapshot_of
from visualiser import theme as themes
from visualiser.browsing.window import COURSE, EXAMPLES, RESULTS, BrowsingWindow
from visualiser.panels.example import ExamplePanel
from visualiser.training.browsing_questions import JudgementOf
from visualiser.training.messages import Answered, RunDescription
from visualiser.training.questions import Question

TIP = Qt.ItemDataRole.ToolTipRole
# What HTML and mnemonics are made of, among others.
NAMES = st.lists(
    st.text("<>&;/abi \"'{}é", min_size=1, max_size=40).filter(lambda name: name == name.strip()),
    min_size=10,
    max_size=10,
)


@pytest.fixture(scope="module")
def trained() -> Run:
    run = new_run()
    run.train(100)
    return run


def shown(qtbot: QtBot, run: Run, names: tuple[str, ...]) -> BrowsingWindow:
    """A window whose questions are answered at once, about classes of these names."""
    browser = BrowsingWindow(None)
    qtbot.addWidget(browser)

    def answer(question: Question) -> None:
        browser.take(Answered(question, run.position, question.answer(run)))

    browser.question_asked.connect(answer)
    described = named(run, names)
    browser.show_run(described)
    browser.show()
    browser.show_snapshot(replace(snapshot_of(run), description=described))
    return browser


def named(run: Run, names: tuple[str, ...]) -> RunDescription:
    return replace(describe(run), class_names=names)


def spaced(text: str) -> str:
    """With single spaces: HTML has no others."""
    return " ".join(text.split())


@given(NAMES)
@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_names_are_shown_as_they_are(qtbot: QtBot, trained: Run, names: list[str]) -> None:
    browser = shown(qtbot, trained, tuple(names))
    browser.open_page(RESULTS)
    model = browser.results.table.model_
    judged = JudgementOf("test").answer(trained)
    label = int(judged.labels[0])
    for row, name in enumerate(names):
        told = screen.plain_text(model.index(row, 1).data(TIP))
        assert spaced(told).startswith(spaced(f"True class {name}, read as {names[0]}: "))
        told = screen.plain_text(model.index(row, 0).data(TIP))
        assert spaced(told).startswith(spaced(f"True class {name}: "))
    assert names[label] in browser.examples.gallery.text(0)
    browser.open_page(COURSE)
    assert f"Example 0, true class {names[label]}: " in screen.text(browser)
    browser.open_page(EXAMPLES)
    box = screen.named(browser, QComboBox, "True class")
    for place, name in enumerate(names):
        assert spaced(screen.plain_text(box.itemData(place + 1, TIP))) == spaced(f"only {name}")
    browser.close()


@given(NAMES)
@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_example_panel_shows_names_as_they_are(
    qtbot: QtBot, trained: Run, names: list[str]
) -> None:
    panel = ExamplePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_run(named(trained, tuple(names)))
    box = screen.named(panel, QComboBox, "Which class")
    for place, name in enumerate(names):
        assert spaced(screen.plain_text(box.itemData(place + 1, TIP))) == spaced(name)


def too_small(root: QWidget) -> list[str]:
    """Widgets that have less room than their texts need, or reach out of what they are in."""
    found = []
    for widget in root.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QComboBox):
            continue
        needed = widget.minimumSizeHint().width()
        if isinstance(widget, QLabel) and widget.hasHeightForWidth():
            is_low = widget.height() < widget.heightForWidth(widget.width())
        else:
            is_low = widget.width() < needed
        if is_low or (parent is not None and not parent.rect().contains(widget.geometry())):
            found.append(f"{type(widget).__name__} {widget.geometry()} {screen.text(widget)}")
    return found


@pytest.mark.parametrize("page", [EXAMPLES, RESULTS, COURSE])
@pytest.mark.parametrize("name", ["", "a name of a class that is too long for any place {}"])
def test_longer_texts_have_room(qtbot: QtBot, trained: Run, page: int, name: str) -> None:
    themes.dress(themes.LIGHT)
    with longer_texts():
        browser = shown(qtbot, trained, tuple(name.format(one) for one in range(10 if name else 0)))
        browser.open_page(page)
        browser.resize(QSize(1, 1))
        QApplication.processEvents()
        assert too_small(browser) == []
        assert browser.width() <= 1000
