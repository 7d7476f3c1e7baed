"""The palette, as it is typed into."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget

from tests.visualiser import screen
from tests.visualiser.commands.conftest import Desk
from tests.visualiser.longer import longer_texts
from visualiser import theme as themes
from visualiser.commands.palette import CommandPalette
from visualiser.commands.table import descriptions
from visualiser.settings import Settings


def opened(desk: Desk) -> CommandPalette:
    screen.control_key(desk.window, Qt.Key.Key_P, shift=True)
    palette = desk.window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    assert palette.isVisible()
    return palette


def field_of(palette: CommandPalette) -> QLineEdit:
    return screen.named(palette, QLineEdit, "Find a command")


def listed(palette: CommandPalette) -> list[str]:
    """The titles that are listed."""
    model = palette.findChildren(QListView)[0].model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def search(palette: CommandPalette, typed: str) -> None:
    screen.control_key(field_of(palette), Qt.Key.Key_A)
    QTest.keyClicks(field_of(palette), typed or "\b")


def said(palette: CommandPalette) -> str:
    """What is read out of the row that is chosen."""
    return field_of(palette).accessibleDescription()


def test_it_lists_every_command_but_itself(desk: Desk) -> None:
    titles = [one.title for one in descriptions() if one.id != "palette"]
    assert listed(opened(desk)) == titles


def test_typing_and_enter_do_what_is_found(desk: Desk) -> None:
    palette = opened(desk)
    search(palette, "beat must")
    assert listed(palette) == ["What a network must beat …"]
    screen.key(field_of(palette), Qt.Key.Key_Return)
    assert desk.done == ["baselines"]
    assert not palette.isVisible()


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_words_of_a_title_in_any_order_find_it(desk: Desk, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from([one for one in descriptions() if one.id != "palette"]))
    words = data.draw(st.permutations(one.title.split()))
    palette = opened(desk)
    field_of(palette).setText(" ".join(words))
    assert one.title in listed(palette)
    screen.key(field_of(palette), Qt.Key.Key_Escape)


def test_arrows_choose_and_go_round(desk: Desk) -> None:
    palette = opened(desk)
    field = field_of(palette)
    search(palette, "save")
    found = listed(palette)
    screen.key(field, Qt.Key.Key_Down)
    assert said(palette).startswith(found[1])
    screen.key(field, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert said(palette).startswith(found[-1])
    screen.key(field, Qt.Key.Key_PageUp)
    assert said(palette).startswith(found[0])
    screen.key(field, Qt.Key.Key_Down, Qt.Key.Key_Enter)
    assert desk.actions[desk.done[0]].text() == found[1]


def test_what_is_read_out_names_consequence_and_key(desk: Desk) -> None:
    palette = opened(desk)
    search(palette, "fit")
    words = said(palette)
    assert "Show the whole network" in words
    assert "Zoom out until all of the network is seen." in words
    assert words.endswith(" F")


def test_what_cannot_be_done_says_why_and_is_not_done(desk: Desk) -> None:
    desk.actions["undo"].setEnabled(False)
    palette = opened(desk)
    search(palette, "undo")
    assert "nothing has been changed" in said(palette)
    screen.key(field_of(palette), Qt.Key.Key_Return)
    assert desk.done == []
    assert palette.isVisible()


def test_it_is_found_by_what_it_is_called_now(desk: Desk) -> None:
    desk.actions["undo"].setText("Undo: η was set to 0.5")
    palette = opened(desk)
    # Such letters cannot be typed by the means of tests.
    field_of(palette).insert("η set")
    assert listed(palette) == ["Undo: η was set to 0.5"]


def test_where_nothing_is_found_it_says_so(desk: Desk) -> None:
    palette = opened(desk)
    search(palette, "qqqq")
    assert listed(palette) == []
    assert "No command is called so." in screen.texts(palette)
    assert said(palette) == "No command is called so."
    screen.key(field_of(palette), Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.done == []


def test_what_was_done_last_comes_first_also_after_a_restart(desk: Desk) -> None:
    for typed in ("fit", "quit"):
        palette = opened(desk)
        search(palette, typed)
        screen.key(field_of(palette), Qt.Key.Key_Return)
    assert listed(opened(desk))[:2] == ["Quit", "Show the whole network"]
    desk.settings.save()
    assert Settings(Path(desk.settings.file)).recent_commands == ("quit", "fit")


def test_escape_gives_the_focus_back(desk: Desk) -> None:
    desk.line.setFocus()
    palette = opened(desk)
    assert QApplication.focusWidget() is field_of(palette)
    screen.key(field_of(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is desk.line


def test_letters_typed_into_it_are_no_keys_of_commands(desk: Desk) -> None:
    palette = opened(desk)
    typed = "".join(key.lower() for one in descriptions() for key in one.keys if len(key) == 1)
    QTest.keyClicks(field_of(palette), typed + " ")
    screen.key(field_of(palette), Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End)
    assert field_of(palette).text() == typed + " "
    assert desk.done == []


def test_tab_does_not_lead_out_of_it(desk: Desk) -> None:
    palette = opened(desk)
    screen.key(field_of(palette), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field_of(palette)


def test_it_goes_away_where_the_focus_goes_elsewhere(desk: Desk) -> None:
    palette = opened(desk)
    desk.line.setFocus()
    assert not palette.isVisible()
    assert QApplication.focusWidget() is desk.line


def test_a_click_does_it(desk: Desk) -> None:
    palette = opened(desk)
    search(palette, "save")
    view = palette.findChildren(QListView)[0]
    place = view.visualRect(view.model().index(1, 0)).center()
    second = listed(palette)[1]
    QTest.mouseMove(view.viewport(), place + QPoint(1, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [desk.actions[name].text() for name in desk.done] == [second]


@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_it_lies_within_the_window_and_is_drawn_in_its_theme(
    desk: Desk, theme: themes.Theme
) -> None:
    themes.dress(theme)
    desk.tools.set_theme(theme)
    palette = opened(desk)
    for width in (700, 1024):
        desk.window.resize(width, 700)
        QApplication.processEvents()
        assert desk.window.rect().contains(palette.geometry())
    shown = screen.pixels(palette)
    for name in ("panel", "chip", "text"):
        colour = theme.colour(name)
        wanted = [colour.red(), colour.green(), colour.blue()]
        assert (shown == wanted).all(axis=2).any(), name


def test_longer_texts_have_room(desk: Desk) -> None:
    with longer_texts():
        palette = CommandPalette(desk.actions, desk.settings, desk.window)
    palette.open()
    QApplication.processEvents()
    labels: list[QWidget] = [one for one in palette.findChildren(QLabel) if one.isVisible()]
    assert labels
    assert all(one.width() >= one.sizeHint().width() for one in labels)
