"""The notice: one sentence, what can be done, and its going away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser.panels.notice import NoticePanel


@pytest.fixture
def notice(qtbot: QtBot) -> NoticePanel:
    made = NoticePanel()
    qtbot.addWidget(made)
    return made


def test_at_first_it_says_nothing(notice: NoticePanel) -> None:
    assert notice.isHidden()
    assert notice.text() == ""


def test_it_says_a_sentence_until_it_is_closed(notice: NoticePanel) -> None:
    notice.say("Something is wrong.")
    assert screen.texts(notice) == ["Something is wrong."]
    assert [b.text() for b in notice.findChildren(QPushButton) if b.isVisible()] == ["Close"]
    screen.press(notice, "Close")
    assert notice.isHidden()
    assert notice.text() == ""


def test_what_can_be_done_is_done_once_and_it_goes(notice: NoticePanel) -> None:
    done: list[str] = []
    notice.say("The cost is not finite.", "Step back", lambda: done.append("back"))
    screen.press(notice, "Step back")
    assert done == ["back"]
    assert notice.isHidden()
    notice.say("Something else.")
    with pytest.raises(LookupError):
        screen.button(notice, "Step back")


def test_the_newest_sentence_replaces_the_one_before(notice: NoticePanel) -> None:
    notice.say("One.")
    notice.say("Two.")
    assert notice.text() == "Two."


def test_good_news_goes_by_itself_but_not_what_is_said_after_it(
    qtbot: QtBot, notice: NoticePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualiser.panels.notice._SHORT", 20)
    notice.say_shortly("Saved.")
    qtbot.waitUntil(notice.isHidden)
    notice.say_shortly("Saved.")
    notice.say("Something is wrong.")
    qtbot.wait(60)
    assert notice.text() == "Something is wrong."


def test_a_name_with_an_angle_bracket_is_shown_as_it_is(notice: NoticePanel) -> None:
    notice.say("There is no file a<b>c.nnrun.")
    assert screen.texts(notice) == ["There is no file a<b>c.nnrun."]
