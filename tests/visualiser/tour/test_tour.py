"""The tour in the window: opened, closed, remembered; the user's own run is never lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.filing import Drag
from tests.visualiser.longer import longer_texts
from tests.visualiser.windows import PATIENCE, OpenWindow, progress, snapshot, wait_at
from visualiser.commands import keymap
from visualiser.files.prompt import UnsavedPrompt
from visualiser.main_window import MainWindow
from visualiser.selection import Neuron
from visualiser.settings import Settings
from visualiser.theme import THEMES, dress
from visualiser.tour.answer_button import AnswerButton
from visualiser.tour.conditions import Deed
from visualiser.tour.folder import built_in, chapters_in
from visualiser.tour.guide import Guide
from visualiser.tour.inline import pieces_of, plain
from visualiser.tour.linked_label import LinkedLabel
from visualiser.tour.marks import Marks
from visualiser.tour.panel import TourPanel
from visualiser.tour.place import State, state_of
from visualiser.tour.problem import ChapterError
from visualiser.tour.setting import formula_html, text_html
from visualiser.training import messages as m

Key = Qt.Key
STATE = state_of("step=3&select=1.3&example=test-5&lines=slope")
OTHER = state_of("layers=64-8-10&step=2")


def panel_of(window: MainWindow) -> TourPanel:
    assert window.tour.panel is not None
    return window.tour.panel


def buttons_of(panel: TourPanel) -> list[QPushButton]:
    return panel.findChildren(QPushButton)


def arrive(qtbot: QtBot, window: MainWindow, wanted: State) -> None:
    window.tour.guide.lead_to(wanted)
    qtbot.waitUntil(lambda: not window.tour.guide.seeks, timeout=PATIENCE)


def wait_for(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=PATIENCE)


# -------------------------------------------------------------------- states, and the own run


def test_a_state_is_network_step_selection_example_and_lines(
    qtbot: QtBot, window: MainWindow
) -> None:
    identity = snapshot(window).description.identity
    window.tour.guide.lead_to(state_of("layers=32-10"))
    wait_for(qtbot, lambda: bool(window.notice.text()))
    assert not window.tour.guide.seeks
    assert snapshot(window).description.identity == identity
    arrive(qtbot, window, STATE)
    shown = snapshot(window)
    assert shown.progress.position == 3
    assert window.network.selection == STATE.selection
    assert (shown.progress.example.split, shown.progress.example.index) == ("test", 5)
    assert window.network.quantity.id == "slope"
    # It is the run that was there, which is such a one; where there is none, all stayed as it was.
    assert shown.description.identity == identity
    assert not shown.description.is_visit


def test_the_own_run_is_put_aside_and_can_be_returned_to(qtbot: QtBot, window: MainWindow) -> None:
    window.tour.open()
    window.session.send(m.SetParameter(1, 2, 3, 0.5))
    window.session.send(m.Move(7))
    own = wait_at(qtbot, window, 7)
    # Two visits, the second from the first: it is still the own run that is kept.
    for wanted in (OTHER, STATE):
        arrive(qtbot, window, wanted)
        assert snapshot(window).description.is_visit
        assert "Your own run is kept aside." in screen.texts(panel_of(window))
    screen.press(panel_of(window), "Go back to it")
    wait_for(qtbot, lambda: progress(window).position == 7)
    again = snapshot(window)
    assert again.description.identity == own.description.identity
    assert again.progress.changes == own.progress.changes
    assert (again.parameters.vector == own.parameters.vector).all()
    assert "Your own run is kept aside." not in screen.texts(panel_of(window))
    # What is begun during a visit has the own run behind it, too.
    arrive(qtbot, window, OTHER)
    window.session.send(m.Restart(3))
    wait_for(qtbot, lambda: snapshot(window).description.settings.seed == 3)
    assert not snapshot(window).description.is_visit
    window.session.send(m.BringBack())
    wait_for(qtbot, lambda: snapshot(window).description.identity == own.description.identity)


def test_closing_during_a_visit_asks_what_becomes_of_the_own_run(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send(m.Move(4))
    wait_at(qtbot, window, 4)
    arrive(qtbot, window, OTHER)
    window.close()
    assert window.isVisible()
    wait_for(qtbot, lambda: window.findChild(UnsavedPrompt) is not None)
    assert progress(window).position == 4
    assert window.isVisible()
    window.close_at_once()


def test_closing_during_a_visit_of_one_who_has_nothing_to_lose(
    qtbot: QtBot, window: MainWindow
) -> None:
    arrive(qtbot, window, OTHER)
    window.close()
    wait_for(qtbot, lambda: not window.isVisible())


def test_one_cannot_be_led_to_an_example_that_is_not_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.tour.open()
    window.tour.guide.lead_to(state_of("step=3&example=test-999999"))
    wait_for(qtbot, lambda: bool(window.notice.text()) and not window.tour.guide.seeks)
    assert progress(window).position == 3
    assert screen.button(panel_of(window), "Show me").isEnabled()
    # A key right after it may move the run on before it is seen there.
    arrive(qtbot, window, STATE)
    window.tour.guide.lead_to(OTHER)
    screen.key(window, Key.Key_Period)
    screen.key(window, Key.Key_Period)
    wait_at(qtbot, window, 4)
    wait_for(qtbot, lambda: not window.tour.guide.seeks)


# -------------------------------------------------------------------- opening and closing


def test_the_reader_s_place_is_kept(open_window: OpenWindow, tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    before = Settings(file)
    before.tour_place, before.tour_marks = "2-layers", ("2-layers/1",)
    before.save()
    window = open_window(settings=file)
    screen.key(window, Key.Key_G)
    guide = window.tour.guide
    chapter = guide.chapters[1]
    assert guide.chapter == chapter
    assert [guide.marks.is_done(chapter, task) for task in range(3)] == [False, True, False]
    window.network.select(Neuron(2, 5))
    screen.press(panel_of(window), "Next")
    screen.key(window, Key.Key_G)
    assert not window.tour.is_open
    window.close()
    after = Settings(file)
    assert after.tour_place == "3-sum"
    assert after.tour_marks == ("2-layers/0", "2-layers/1")


def test_it_is_offered_once_in_one_line(window: MainWindow) -> None:
    window.notice.say("Something else.")
    window.tour.offer()
    assert window.notice.text() == "Something else."
    window.notice.hide()
    window.tour.offer()
    assert "tour" in window.notice.text()
    screen.press(window.notice, "Begin")
    assert window.tour.is_open
    window.tour.offer()
    assert not window.notice.text()


def test_the_offer_is_gone_once_the_tour_is_opened(window: MainWindow) -> None:
    window.tour.offer()
    assert window.notice.text()
    window.tour.toggle()
    assert window.tour.is_open
    assert not window.notice.text()


def test_a_folder_of_chapters_is_opened_by_dropping_it(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    file = folder / "1.md"
    file.write_text("---\ntitle: Mine\nstate: step=x\n---\nHello, <b>class</b>.\n", "utf-8")
    drag = Drag(window, [folder])
    assert drag.enter()
    assert "read the chapters" in screen.text(window)
    drag.drop()
    assert "1.md, line 3" in window.notice.text()
    assert not window.tour.is_open
    # Nothing was read that another window could go on with, in the place of what is kept.
    assert window.tour.left() is None
    file.write_text("---\ntitle: Mine\n---\nHello, <b>class</b>.\n", "utf-8")
    drag.enter()
    drag.drop()
    assert window.tour.is_open
    assert "Mine" in screen.texts(panel_of(window))
    # No HTML of a file's is taken as such.
    assert "Hello, <b>class</b>." in screen.texts(panel_of(window))
    # The place in the program's own tour stays what it was.
    assert Settings(tmp_path / "settings.ini").tour_place == ""
    for size in ((1024, 640), (1280, 800)):
        window.resize(*size)
        QApplication.processEvents()
        assert (window.width(), window.height()) == size
        assert panel_of(window).minimumSizeHint().width() <= panel_of(window).width() <= 340


def test_after_a_folder_the_program_s_own_chapters_are_read_on(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    file, folder = tmp_path / "s.ini", tmp_path / "mine"
    folder.mkdir()
    (folder / "1.md").write_text("---\ntitle: Mine\n---\nHello.\n", "utf-8")
    before = Settings(file)
    before.tour_place, before.tour_marks = "2-layers", ("2-layers/1",)
    before.save()
    window = open_window(settings=file)
    window.tour.open_folder(folder)
    # Closed to have more room, it opens where it was left, as ever.
    for _ in range(2):
        screen.key(window, Key.Key_G)
    panel, guide = panel_of(window), window.tour.guide
    assert "Mine" in screen.texts(panel)
    screen.press(panel, "Chapters")
    screen.press(panel, "The program's own chapters")
    assert guide.chapter == guide.chapters[1]
    assert guide.marks.is_done(guide.chapters[1], 1)
    assert guide.chapters[1].title in screen.texts(panel)
    assert panel.isAncestorOf(window.focusWidget())
    screen.press(panel, "Chapters")
    assert "The program's own chapters" not in [b.text() for b in buttons_of(panel)]
    screen.press(panel, "Next")
    # What the offer at the start speaks of are those, too.
    window.tour.open_folder(folder)
    window.tour.offer()
    screen.press(window.notice, "Begin")
    assert guide.chapter == guide.chapters[2]
    window.close()
    assert Settings(file).tour_place == guide.chapters[2].id


# -------------------------------------------------------------------- the panel alone


class NoHands:
    """Does nothing."""

    def send(self, command: m.Command) -> None:
        del command

    def select(self, selection: object) -> None:
        del selection

    def trigger(self, action: str) -> None:
        del action

    def show_lines(self, quantity: str) -> None:
        del quantity


def make_panel(qtbot: QtBot, width: int) -> TourPanel:
    guide = Guide(NoHands())
    made = TourPanel(guide)
    guide.setParent(made)
    qtbot.addWidget(made)
    guide.take(chapters_in(built_in("en")), Marks())
    made.chapter_chosen.connect(guide.turn_to)
    made.show_aside(True)
    made.resize(width, 500)
    made.show()
    return made


@pytest.fixture
def panel(qtbot: QtBot) -> TourPanel:
    return make_panel(qtbot, 264)


def test_the_list_has_all_chapters_and_leads_to_each(panel: TourPanel) -> None:
    screen.press(panel, "Chapters")
    listed = [b for b in panel.findChildren(AnswerButton) if b.isVisible()]
    titles = [chapter.title for chapter in panel._guide.chapters]
    assert [button.text().partition(". ")[2] for button in listed] == titles
    assert listed[0].hasFocus()
    screen.key(listed[0], Key.Key_Tab)
    screen.key(listed[1], Key.Key_Space)
    assert titles[1] in screen.texts(panel)


def test_previous_and_next_end_where_the_tour_does(panel: TourPanel) -> None:
    assert not screen.button(panel, "Previous").isEnabled()
    for _ in range(8):
        screen.press(panel, "Next")
    assert "Chapter 9 of 9" in screen.texts(panel)
    assert not screen.button(panel, "Next").isEnabled()
    screen.press(panel, "Previous")
    assert "Chapter 8 of 9" in screen.texts(panel)


@pytest.mark.parametrize("texts", [nullcontext, longer_texts])
def test_every_text_has_a_tooltip_and_none_is_cut_off(
    qtbot: QtBot, texts: Callable[[], AbstractContextManager[None]]
) -> None:
    with texts():
        # The narrowest, beside which a window of 1024 pixels has room for the rest.
        panel = make_panel(qtbot, 230)
        for place in range(9):
            panel._guide.turn_to(place)
            QApplication.processEvents()
            for label in panel.findChildren(QLabel):
                if label.isVisible() and label.text():
                    assert label.toolTip(), label.text()
                    assert label.height() >= label.heightForWidth(label.width()), label.text()
            content = panel._chapter.widget()
            assert content is not None
            assert content.width() <= panel._chapter.viewport().width()
        guide = panel._guide
        guide.take(guide.chapters, Marks(), folder=Path("mine"))
        panel._list.click()
        listed = panel._contents.widget()
        assert listed is not None
        assert listed.minimumSizeHint().width() <= panel._contents.viewport().width()
        assert panel.minimumSizeHint().width() <= 230


def test_links_are_reached_with_the_keyboard(panel: TourPanel) -> None:
    followed: list[object] = []
    panel.link_clicked.connect(followed.append)
    row = panel._chapter._tasks[0]
    # It begins with the first link.
    row._text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row._text, Key.Key_Return)
    assert followed == [row._task.deed]


def test_tab_goes_through_every_chapter_as_it_is_read(panel: TourPanel) -> None:
    for place in range(8):
        panel._guide.turn_to(place)
        panel._close.setFocus()
        screen.key(panel._close, Key.Key_Tab)
        assert panel._chapter.hasFocus()
        screen.key(panel._chapter, Key.Key_Tab)
        assert screen.button(panel, "Show me").hasFocus()
        following = screen.button(panel, "Next")
        following.setFocus()
        screen.key(following, Key.Key_Backtab)
        if place:
            screen.key(panel._back, Key.Key_Backtab)
        assert panel._chapter.isAncestorOf(panel.window().focusWidget())


def test_the_reason_is_seen_once_an_answer_was_chosen(qtbot: QtBot, panel: TourPanel) -> None:
    page = panel._chapter
    box = page._questions[1]
    first = box.findChildren(AnswerButton)[0]
    first.setFocus()
    screen.key(first, Key.Key_Space)
    seen, reason = page.viewport(), box._reasons[-1]
    qtbot.waitUntil(lambda: seen.rect().contains(reason.mapTo(seen, reason.rect().bottomLeft())))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_link_does_something(language: str) -> None:
    for chapter in chapters_in(built_in(language)):
        texts = [one.text for one in chapter.paragraphs]
        texts += [one.text for one in chapter.tasks]
        texts += [one.text for one in chapter.questions]
        for piece in (piece for text in texts for piece in text if piece.leads):
            hands = Mock(spec=NoHands)
            if isinstance(piece.link, Deed):
                piece.link.do(hands)
                assert hands.method_calls, piece


def test_what_only_the_reader_can_do_is_no_link(qtbot: QtBot) -> None:
    label = LinkedLabel(pieces_of("Choose [any](do:select/connection), [change](do:weight) it."))
    qtbot.addWidget(label)
    assert "href" not in label.text()
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.NoFocus


def test_a_task_says_by_name_whether_it_is_done(panel: TourPanel) -> None:
    row = panel._chapter._tasks[0]
    assert row._text.accessibleName().startswith("To do: Click neuron 3")
    panel._guide.marks.note_done(panel._guide.chapters[0], 0)
    panel._guide.changed.emit()
    assert row.is_done
    assert row._text.accessibleName().startswith("Done: ")


def test_a_wrong_answer_is_marked_and_the_right_one_shown(panel: TourPanel) -> None:
    answered: list[tuple[int, bool]] = []
    panel.answered.connect(lambda place, is_right: answered.append((place, is_right)))
    box = panel._chapter._questions[1]
    wrong, right = box.findChildren(AnswerButton)
    wrong.click()
    right.click()
    assert (wrong.look, right.look) == ("wrong", "done")
    assert "Not quite." in screen.texts(box)
    assert answered == [(1, False)]


def test_it_looks_right_in_both_themes(panel: TourPanel) -> None:
    pictures = []
    for theme in THEMES.values():
        dress(theme)
        panel.set_theme(theme)
        pictures.append(screen.pixels(panel).mean())
    assert abs(pictures[0] - pictures[1]) > 100


# -------------------------------------------------------------------- setting


def test_a_formula_is_set_with_what_stands_below_and_above() -> None:
    html = formula_html("W_{jk}^(L) a_k < σ(S)")
    assert "<sub>" in html
    assert "<sup>(" in html
    assert screen.plain_text(html) == "Wjk(L) ak < σ(S)"


def test_a_text_s_links_are_numbered_and_its_html_is_not_taken() -> None:
    text = pieces_of("A <i>x</i> & [b](do:step), [c](do:back) \\*d\\*", ((0, 1),))
    html = text_html(text, THEMES["dark"])
    assert 'href="link:0"' in html
    assert 'href="link:1"' in html
    assert screen.plain_text(html) == "A <i>x</i> & b, c *d*"


def test_a_key_in_a_text_is_the_one_that_the_user_has(qtbot: QtBot) -> None:
    text = pieces_of("Press {key:step} for [a step](do:step), not \\{key:back}")
    keys = keymap.present()
    label = LinkedLabel(text)
    qtbot.addWidget(label)
    try:
        for chosen, read in ((("Ctrl+J",), "Ctrl+J"), ((), "“Step” in the menu")):
            keys.give("step", chosen)
            said = f"Press {read} for a step, not {{key:back}}"
            assert plain(text) == said
            shown = screen.plain_text(label.text()).replace("\N{NO-BREAK SPACE}", " ")
            assert " ".join(shown.split()) == said
    finally:
        keys.reset_all()


def test_there_is_no_key_of_what_is_no_command() -> None:
    with pytest.raises(ChapterError, match="no command “fly”") as found:
        pieces_of("Press [so](do:step) {key:fly}", ((0, 4), (8, 5)))
    assert found.value.line == 5
