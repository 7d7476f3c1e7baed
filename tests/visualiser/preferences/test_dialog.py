"""The dialog of preferences, on its own: it shows what holds, and what is chosen holds at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from visualiser import number_format
from visualiser.number_format import NumberStyle
from visualiser.preferences.dialog import PreferencesDialog
from visualiser.preferences.rows import ROWS
from visualiser.settings import Settings
from visualiser.theme import DARK, LIGHT, Theme, dress

SWITCH = "Keep the run on disk while it goes on"
CONTROLS = QComboBox | QSpinBox | QAbstractButton


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> PreferencesDialog:
    return shown(qtbot, settings)


@pytest.fixture
def changed(dialog: PreferencesDialog) -> list[str]:
    """The names that it tells, one after the other."""
    names: list[str] = []
    dialog.setting_changed.connect(names.append)
    return names


def shown(qtbot: QtBot, settings: Settings) -> PreferencesDialog:
    made = PreferencesDialog(settings)
    qtbot.addWidget(made)
    made.show()
    return made


def remembered(tmp_path: Path) -> Settings:
    """As the next start finds them."""
    return Settings(tmp_path / "settings.ini")


def box(dialog: PreferencesDialog, name: str) -> QComboBox:
    return screen.named(dialog, QComboBox, name)


def number(dialog: PreferencesDialog, name: str) -> QSpinBox:
    return screen.named(dialog, QSpinBox, name)


def test_every_setting_that_a_person_chooses_has_a_row(dialog: PreferencesDialog) -> None:
    offered = [one for one in Settings.table().values() if one.section]
    controls = [w for w in dialog.findChildren(QWidget) if w.accessibleName() and w.isVisible()]
    assert [w.accessibleName() for w in controls] == [one.title for one in offered]
    assert {type(one.kind) for one in offered} == set(ROWS)


@pytest.mark.parametrize(
    ("name", "title", "setting", "value"),
    [
        ("Theme", "Dark", "theme", "dark"),
        ("Language", "简体中文", "language", "zh_CN"),
        ("Language", "English", "language", "en"),
        ("Size of everything", "250 %", "scale", 250),
        ("Size of everything", "75 %", "scale", 75),
        ("Colours of + and −", "Violet and orange", "colours", "violet_orange"),
        ("Reduced motion", "Yes, nothing glides or glows", "reduced_motion", "yes"),
        ("Decimal mark", "Comma: 0,5", "mark", "comma"),
    ],
)
def test_a_choice_holds_at_once_and_is_remembered(
    dialog: PreferencesDialog,
    changed: list[str],
    tmp_path: Path,
    name: str,
    title: str,
    setting: str,
    value: object,
) -> None:
    screen.pick(box(dialog, name), title)
    assert changed == [setting]
    assert getattr(remembered(tmp_path), setting) == value
    assert box(dialog, name).currentText() == title


def test_to_choose_the_same_again_changes_nothing(
    dialog: PreferencesDialog, changed: list[str]
) -> None:
    screen.pick(box(dialog, "Theme"), "As the desktop")
    assert changed == []


def test_a_choice_can_be_made_by_the_keyboard_alone(
    dialog: PreferencesDialog, changed: list[str], settings: Settings
) -> None:
    screen.key(box(dialog, "Theme"), Qt.Key.Key_Down)
    screen.key(number(dialog, "Decimals"), Qt.Key.Key_Up)
    screen.key(number(dialog, "Memory for going back"), Qt.Key.Key_Down)
    screen.key(screen.named(dialog, QCheckBox, SWITCH), Qt.Key.Key_Space)
    assert (settings.theme, settings.decimals) == ("light", 5)
    assert (settings.history_memory, settings.autosave) == (192, False)
    assert changed == ["theme", "decimals", "history_memory", "autosave"]


def test_a_number_that_is_typed_counts_when_it_is_complete(
    dialog: PreferencesDialog, changed: list[str], settings: Settings
) -> None:
    screen.type_into(number(dialog, "Memory for going back"), "1024")
    assert settings.history_memory == 1024
    # Not 102, 10 or 1.
    assert changed == ["history_memory"]
    assert dialog.isVisible()


@hypothesis_settings(deadline=None, max_examples=10)
@given(st.text("0123456789,.x- ", max_size=7))
def test_whatever_is_typed_only_numbers_in_range_count(
    tmp_path_factory: pytest.TempPathFactory, typed: str
) -> None:
    settings = Settings(tmp_path_factory.mktemp("typed") / "settings.ini")
    dialog = PreferencesDialog(settings)
    dialog.show()
    screen.type_into(number(dialog, "Memory for going back"), typed)
    assert 16 <= settings.history_memory <= 16_384
    assert number(dialog, "Memory for going back").value() == settings.history_memory
    dialog.close()
    dialog.deleteLater()


def test_while_nothing_is_kept_a_sentence_says_what_that_means(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    sentence = "what you have not saved is lost"
    assert sentence not in screen.text(dialog)
    screen.press(dialog, SWITCH)
    assert not settings.autosave
    assert sentence in screen.text(dialog)
    screen.press(dialog, SWITCH)
    assert sentence not in screen.text(dialog)


def test_it_shows_what_holds(qtbot: QtBot, tmp_path: Path) -> None:
    before = Settings(tmp_path / "settings.ini")
    before.theme, before.scale, before.decimals = "light", 150, 7
    before.autosave, before.history_memory = False, 512
    dialog = shown(qtbot, before)
    assert box(dialog, "Theme").currentText() == "Light"
    assert box(dialog, "Size of everything").currentText() == "150 %"
    assert number(dialog, "Decimals").value() == 7
    assert number(dialog, "Memory for going back").value() == 512
    assert not screen.named(dialog, QCheckBox, SWITCH).isChecked()


def test_what_is_chosen_elsewhere_is_shown_and_not_told_again(
    dialog: PreferencesDialog, changed: list[str], settings: Settings
) -> None:
    settings.decimals, settings.mark = 2, "comma"
    dialog.show_values()
    assert number(dialog, "Decimals").value() == 2
    assert box(dialog, "Decimal mark").currentText() == "Comma: 0,5"
    assert changed == []


def test_all_is_put_back_by_one_click_and_nothing_else(
    dialog: PreferencesDialog, changed: list[str], settings: Settings, tmp_path: Path
) -> None:
    reset = screen.button(dialog, "Reset all")
    assert not reset.isEnabled()
    settings.recent = (Path("a.nnrun"),)
    screen.pick(box(dialog, "Theme"), "Dark")
    screen.pick(box(dialog, "Size of everything"), "200 %")
    screen.press(dialog, SWITCH)
    assert reset.isEnabled()
    changed.clear()
    screen.press(dialog, "Reset all")
    assert changed == ["theme", "scale", "autosave"]
    assert box(dialog, "Theme").currentText() == "As the desktop"
    found = remembered(tmp_path)
    assert (found.theme, found.scale, found.autosave) == ("system", 100, True)
    assert found.recent == (Path("a.nnrun"),)
    assert not reset.isEnabled()


@pytest.mark.parametrize("name", ["Theme", "Decimals"])
def test_the_wheel_scrolls_and_chooses_nothing(
    dialog: PreferencesDialog, changed: list[str], name: str
) -> None:
    control = next(w for w in dialog.findChildren(QWidget) if w.accessibleName() == name)
    for focused in (False, True):
        if focused:
            control.setFocus()
        event = QWheelEvent(
            QPointF(4, 4),
            QPointF(4, 4),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, event)
    assert changed == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_it_closes_by_escape_and_by_its_button(
    dialog: PreferencesDialog, key: Qt.Key | None
) -> None:
    if key is None:
        screen.press(dialog, "Close")
    else:
        screen.key(dialog, key)
    assert not dialog.isVisible()


# -------------------------------------------------------------------- how it looks


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda t: t.name)
def test_each_pair_of_colours_is_seen_beside_its_name(
    dialog: PreferencesDialog, theme: Theme
) -> None:
    dress(theme)
    dialog.set_theme(theme)
    pairs = box(dialog, "Colours of + and −")
    for place, name in enumerate(("blue_orange", "blue_red", "violet_orange")):
        pair = theme.with_colours(name)
        picture: QImage = pairs.itemIcon(place).pixmap(pairs.iconSize()).toImage()
        middle = picture.height() // 2
        ends = [picture.pixelColor(x, middle).name() for x in (4, picture.width() - 4)]
        assert ends == [pair.positive, pair.negative]


def test_everything_is_explained_and_nothing_is_nameless(dialog: PreferencesDialog) -> None:
    texts = [label for label in screen.labels(dialog) if not label.toolTip()]
    assert [label.text() for label in texts] == []
    controls = [
        w
        for w in dialog.findChildren(QWidget)
        if isinstance(w, CONTROLS) and not w.objectName().startswith("qt_")
    ]
    assert all(control.toolTip() for control in controls)
    named = [w.accessibleName() or getattr(w, "text", str)() for w in controls]
    assert all(named)


def test_tab_reaches_everything_in_the_order_of_the_rows(dialog: PreferencesDialog) -> None:
    box(dialog, "Theme").setFocus()
    met: list[QWidget] = []
    widget = QApplication.focusWidget()
    while widget is not None and widget not in met:
        met.append(widget)
        screen.key(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
    offered = [one.title for one in Settings.table().values() if one.section]
    # What cannot be pressed now is passed by.
    assert [w.accessibleName() for w in met[:-1]] == offered
    assert met[-1] is screen.button(dialog, "Close")


@pytest.mark.parametrize("are_long", [False, True])
@pytest.mark.parametrize("is_switched_off", [False, True])
def test_nothing_is_cut_off(
    qtbot: QtBot, settings: Settings, are_long: bool, is_switched_off: bool
) -> None:
    dress(DARK)
    settings.autosave = not is_switched_off
    if are_long:
        with longer_texts():
            dialog = shown(qtbot, settings)
    else:
        dialog = shown(qtbot, settings)
    QApplication.processEvents()
    area = dialog.findChildren(QScrollArea)[0]
    panel = area.widget()
    assert panel is not None
    assert panel.width() <= area.viewport().width()
    for label in panel.findChildren(QLabel):
        if label.isVisible():
            width = label.width()
            needed = label.heightForWidth(width) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
            if not label.wordWrap():
                assert width >= label.sizeHint().width(), label.text()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()


def test_numbers_are_grouped_as_everywhere(qtbot: QtBot, settings: Settings) -> None:
    number_format.use(NumberStyle(4, ","))
    settings.history_memory = 2048
    dialog = shown(qtbot, settings)
    memory = number(dialog, "Memory for going back")
    assert memory.text() == "2\u202f048"
    assert memory.toolTip().endswith("From 16 to 16\u202f384.")
    number_format.use(NumberStyle(4, "."))
    dialog.show_values()
    assert memory.text() == "2,048"
    assert memory.toolTip().endswith("From 16 to 16,384.")
