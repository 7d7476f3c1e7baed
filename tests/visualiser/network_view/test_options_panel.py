"""The controls of how the network is drawn, by mouse and keyboard as a person uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.options_panel import OptionsPanel
from visualiser.theme import DARK, LIGHT, THEMES, Theme, dress

CHOICES = [
    ("Scale", "scale_mode", ["layer", "common", "fixed"]),
    ("Rings show", "ring", ["none", "bias", "slope"]),
    ("Input as", "input_form", ["picture", "ends", "circles"]),
    ("Tall columns", "tall_form", ["fold", "ends"]),
]
SWITCHES = [
    ("Locked", "is_locked"),
    ("Negative ones dashed", "dashed_negatives"),
    ("What layer 1 looks for, in its circles", "weight_pictures"),
    ("A step's passes glow", "shows_flow"),
    ("Fit when the window changes", "fits_always"),
]
OTHERS = ViewOptions("ends", "ends", "slope", True, "common", 2.7, True, 0.3, True, False, False)


class Heard:
    """What a panel has told, in order."""

    def __init__(self, panel: OptionsPanel) -> None:
        self.options: list[ViewOptions] = []
        self.steps: list[int] = []
        self.asked: list[str] = []
        panel.changed.connect(self.options.append)
        panel.reference_asked.connect(self.steps.append)
        panel.fit_asked.connect(lambda: self.asked.append("fit"))
        panel.picture_asked.connect(lambda: self.asked.append("picture"))


@pytest.fixture
def panel(qtbot: QtBot) -> OptionsPanel:
    made = OptionsPanel()
    qtbot.addWidget(made)
    made.open_at(QPoint(20, 20))
    return made


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Callable[[Theme], None]]:
    """Gives the application a theme, as the window does, for this test alone."""
    before, sheet = qapp.palette(), qapp.styleSheet()
    yield dress
    qapp.setPalette(before)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def heard(panel: OptionsPanel) -> Heard:
    return Heard(panel)


def number_field(panel: OptionsPanel) -> QLineEdit:
    return screen.named(panel, QLineEdit, "Fixed scale")


def slider(panel: OptionsPanel) -> QSlider:
    return screen.named(panel, QSlider, "Hide the weakest")


def step_field(panel: OptionsPanel) -> QSpinBox:
    return screen.named(panel, QSpinBox, "W−W′ since step")


def controls(panel: OptionsPanel) -> list[QWidget]:
    """All that a person can use, but for the parts of other controls."""
    kinds = (QAbstractButton, QComboBox, QSlider, QSpinBox, QLineEdit)
    found = [w for w in panel.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    return [w for w in found if not isinstance(w.parentWidget(), QSpinBox | QComboBox)]


def switch(panel: OptionsPanel, name: str) -> None:
    """Click into the little square of a check box."""
    box = screen.button(panel, name)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))


def changed(options: ViewOptions, name: str, value: Any) -> ViewOptions:
    """The same, but for one of them."""
    return replace(options, **{name: value})


# -------------------------------------------------------------------- choosing


@pytest.mark.parametrize(("name", "option", "values"), CHOICES, ids=str)
def test_every_entry_of_a_box_is_a_choice(
    panel: OptionsPanel, heard: Heard, name: str, option: str, values: list[str]
) -> None:
    box = screen.named(panel, QComboBox, name)
    usual = ViewOptions()
    for index in [*range(1, len(values)), 0]:
        screen.pick(box, box.itemText(index))
        assert heard.options[-1] == changed(usual, option, values[index])
        assert panel.options == heard.options[-1]
    assert len(heard.options) == len(values) == box.count()


@pytest.mark.parametrize(("name", "option"), SWITCHES)
def test_a_click_on_a_check_box_changes_its_option_alone(
    panel: OptionsPanel, heard: Heard, name: str, option: str
) -> None:
    usual = ViewOptions()
    switch(panel, name)
    other = changed(usual, option, not getattr(usual, option))
    assert heard.options == [other]
    switch(panel, name)
    assert heard.options == [other, usual]


@pytest.mark.parametrize("press", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_what_has_the_focus(panel: OptionsPanel, heard: Heard, press: Qt.Key) -> None:
    box = screen.button(panel, "Locked")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key(box, press)
    assert heard.options == [ViewOptions(is_locked=True)]


def test_choosing_what_is_chosen_tells_nothing(panel: OptionsPanel, heard: Heard) -> None:
    screen.pick(screen.named(panel, QComboBox, "Scale"), "per layer")
    assert heard.options == []


@pytest.mark.parametrize(
    ("keys", "percent", "words"),
    [
        ([Qt.Key.Key_Right], 1, "below 1 % of full colour"),
        ([Qt.Key.Key_PageUp] * 4, 20, "below 20 % of full colour"),
        ([Qt.Key.Key_End], 95, "below 95 % of full colour"),
    ],
)
def test_the_slider_hides_what_is_written_beside_it(
    panel: OptionsPanel, heard: Heard, keys: list[Qt.Key], percent: int, words: str
) -> None:
    assert "none is hidden" in screen.texts(panel)
    screen.key(slider(panel), *keys)
    assert heard.options[-1] == ViewOptions(hidden_below=percent / 100)
    assert words in screen.texts(panel)
    screen.key(slider(panel), Qt.Key.Key_Home)
    assert heard.options[-1] == ViewOptions()


def test_dragging_the_slider_tells_of_every_place(panel: OptionsPanel, heard: Heard) -> None:
    bar = slider(panel)
    middle = bar.height() // 2
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, middle))
    for x in (40, 80, 120):
        QTest.mouseMove(bar, QPoint(x, middle))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(120, middle))
    hidden = [options.hidden_below for options in heard.options]
    assert len(hidden) == 3
    assert 0 < hidden[0] < hidden[1] < hidden[2] <= 0.95


# -------------------------------------------------------------------- a fixed scale


@pytest.mark.parametrize(("typed", "value"), [("2.7", 2.7), ("1e-9", 1e-9), ("0,5", 0.5)])
def test_a_fixed_scale_is_typed(
    panel: OptionsPanel, heard: Heard, typed: str, value: float
) -> None:
    assert not number_field(panel).isEnabled()
    screen.pick(screen.named(panel, QComboBox, "Scale"), "fixed at")
    screen.type_into(number_field(panel), typed)
    fixed = ViewOptions(scale_mode="fixed", fixed_scale=value)
    assert heard.options[-1] == fixed == ViewOptions.from_text(fixed.to_text())


@pytest.mark.parametrize("typed", ["0", "-3", "much", "1e10", "nan", "1e-10"])
def test_a_scale_that_cannot_be_is_refused_until_it_is_put_right(
    panel: OptionsPanel, heard: Heard, typed: str
) -> None:
    panel.set_options(ViewOptions(scale_mode="fixed"))
    sentence = "Type a number from 10⁻⁹ to 10⁹, for instance 1.5."
    screen.type_into(number_field(panel), typed)
    assert sentence in screen.texts(panel)
    assert number_field(panel).property("invalid")
    assert heard.options == []
    screen.type_into(number_field(panel), "2")
    assert sentence not in screen.texts(panel)
    assert heard.options == [ViewOptions(scale_mode="fixed", fixed_scale=2.0)]


def test_what_was_refused_is_forgotten_when_it_is_opened_again(panel: OptionsPanel) -> None:
    panel.set_options(ViewOptions(scale_mode="fixed"))
    screen.type_into(number_field(panel), "-3")
    screen.key(panel, Qt.Key.Key_Escape)
    panel.open_at(QPoint(20, 20))
    assert number_field(panel).text() == "1"
    assert not number_field(panel).property("invalid")
    assert "for instance" not in screen.text(panel)


def test_a_fixed_scale_needs_no_lock(panel: OptionsPanel) -> None:
    locked = screen.button(panel, "Locked")
    assert locked.isEnabled()
    screen.pick(screen.named(panel, QComboBox, "Scale"), "fixed at")
    assert not locked.isEnabled()
    assert locked.toolTip() == "A fixed scale holds still by itself."


# -------------------------------------------------------------------- since which step


def test_the_step_to_compare_with_is_typed(panel: OptionsPanel, heard: Heard) -> None:
    screen.type_into(step_field(panel), "1284")
    assert heard.steps == [1284]
    assert step_field(panel).text() == "1,284"


def test_this_step_is_the_one_that_is_shown(panel: OptionsPanel, heard: Heard) -> None:
    for position in (7, 300):
        panel.set_position(position)
        screen.press(panel, "This step")
    assert heard.steps == [7, 300]
    assert step_field(panel).text() == "300"


@pytest.mark.parametrize("step", [0, 5, 10_000_000])
def test_a_step_that_holds_is_shown_and_not_asked_for(
    panel: OptionsPanel, heard: Heard, step: int
) -> None:
    panel.set_reference(step)
    assert step_field(panel).text() == f"{step:,}"
    assert heard.steps == []


@pytest.mark.parametrize("field", [number_field, step_field])
def test_esc_gives_up_what_is_typed_and_closes(
    panel: OptionsPanel, heard: Heard, field: Callable[[OptionsPanel], QWidget]
) -> None:
    panel.set_options(ViewOptions(scale_mode="fixed"))
    panel.set_reference(5)
    screen.type_into(field(panel), "77", Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert heard.steps == []
    assert heard.options == []
    panel.open_at(QPoint(20, 20))
    assert (number_field(panel).text(), step_field(panel).text()) == ("1", "5")


@pytest.mark.parametrize("typed", ["9", "4821"])
def test_a_click_elsewhere_takes_the_step_that_is_typed(
    panel: OptionsPanel, heard: Heard, typed: str
) -> None:
    screen.type_into(step_field(panel), typed, Qt.Key.Key_Shift)
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(-10, -10))
    assert heard.steps == [int(typed)]


def test_a_click_elsewhere_takes_what_is_typed_and_closes(
    panel: OptionsPanel, heard: Heard
) -> None:
    panel.set_options(ViewOptions(scale_mode="fixed"))
    screen.type_into(number_field(panel), "77", Qt.Key.Key_Shift)
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(-10, -10))
    assert not panel.isVisible()
    assert heard.options == [ViewOptions(scale_mode="fixed", fixed_scale=77.0)]


# -------------------------------------------------------------------- showing


@pytest.mark.parametrize("options", [ViewOptions(), OTHERS])
def test_what_is_set_is_shown_and_not_told(
    panel: OptionsPanel, heard: Heard, options: ViewOptions
) -> None:
    for one in (OTHERS, options):
        panel.set_options(one)
    for name, option, values in CHOICES:
        index = screen.named(panel, QComboBox, name).currentIndex()
        assert values[index] == getattr(options, option)
    for name, option in SWITCHES:
        assert screen.button(panel, name).isChecked() == getattr(options, option)
    assert slider(panel).value() == round(100 * options.hidden_below)
    assert number_field(panel).text() == f"{options.fixed_scale:g}"
    assert panel.options == options
    assert heard.options == []


def test_what_is_finer_than_the_slider_is_kept(panel: OptionsPanel, heard: Heard) -> None:
    panel.set_options(ViewOptions(hidden_below=0.1234))
    switch(panel, "Locked")
    assert heard.options == [ViewOptions(hidden_below=0.1234, is_locked=True)]


@pytest.mark.parametrize(("kind", "name"), [(QComboBox, "Input as"), (QCheckBox, SWITCHES[2][0])])
def test_only_an_image_is_shown_as_one(panel: OptionsPanel, kind: type[QWidget], name: str) -> None:
    control = screen.named(panel, kind, name)
    usual = control.toolTip()
    panel.set_has_image(False)
    assert not control.isEnabled()
    assert control.toolTip().startswith("The input is not an image, so ")
    panel.set_has_image(True)
    assert control.isEnabled()
    assert control.toolTip() == usual


@pytest.mark.parametrize("has_image", [True, False])
@pytest.mark.parametrize("options", [ViewOptions(), ViewOptions(scale_mode="fixed")])
def test_every_control_has_a_name_and_says_what_it_does(
    panel: OptionsPanel, options: ViewOptions, has_image: bool
) -> None:
    panel.set_options(options)
    panel.set_has_image(has_image)
    found = controls(panel)
    names = [control.accessibleName() for control in found]
    assert all(names)
    assert len(set(names)) == len(found) == 15
    for control in found:
        assert control.toolTip() == control.accessibleDescription()
        assert control.toolTip().endswith(".")


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_every_text_has_the_room_that_it_needs(
    panel: OptionsPanel, dressed: Callable[[Theme], None], theme: Theme
) -> None:
    dressed(theme)
    panel.set_options(replace(OTHERS, scale_mode="fixed"))
    screen.type_into(number_field(panel), "-3")
    QApplication.processEvents()
    for label in panel.findChildren(QLabel):
        if label.isVisible():
            assert label.width() >= label.minimumSizeHint().width()
            assert label.height() >= label.heightForWidth(label.width())
    for control in controls(panel):
        assert panel.rect().contains(QRect(control.mapTo(panel, QPoint()), control.size()))
        assert control.height() >= control.minimumSizeHint().height()
    assert 300 <= panel.width() <= 360


def test_the_sample_of_a_dashed_line_has_the_colour_of_negative_ones(
    panel: OptionsPanel,
) -> None:
    counts = []
    for theme in (DARK, LIGHT):
        panel.set_theme(theme)
        colour = theme.colour("negative")
        wanted = (colour.red(), colour.green(), colour.blue())
        counts.append(np.count_nonzero((screen.pixels(panel) == wanted).all(axis=2)))
    assert min(counts) >= 10


# -------------------------------------------------------------------- the popup


def test_tab_goes_through_all_controls_and_round(panel: OptionsPanel) -> None:
    panel.set_options(ViewOptions(scale_mode="common"))
    usable = [control for control in controls(panel) if control.isEnabled()]
    walked = []
    for _ in usable:
        focused = panel.focusWidget()
        assert focused is not None
        walked.append(focused)
        screen.key(focused, Qt.Key.Key_Tab)
    assert panel.focusWidget() is walked[0]
    assert set(walked) == set(usable)
    assert walked == sorted(walked, key=lambda w: _place(panel, w))


def _place(panel: OptionsPanel, control: QWidget) -> tuple[int, int]:
    middle = control.mapTo(panel, control.rect().center())
    return middle.y() // 8, middle.x()


def test_it_opens_with_the_first_control_ready(panel: OptionsPanel) -> None:
    assert panel.focusWidget() is screen.named(panel, QComboBox, "Scale")


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_it_is_on_the_screen_wherever_it_is_opened(panel: OptionsPanel, corner: str) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    panel.open_at(getattr(room, corner)())
    assert room.contains(panel.geometry())


def test_it_opens_below_its_point_where_there_is_room(panel: OptionsPanel) -> None:
    panel.open_at(QPoint(100, 60))
    assert panel.pos() == QPoint(100, 60)


@pytest.mark.parametrize("from_field", [False, True])
def test_esc_closes(panel: OptionsPanel, from_field: bool) -> None:
    screen.key(slider(panel) if from_field else panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_fit_is_asked_for_by_click_and_key(panel: OptionsPanel, heard: Heard) -> None:
    screen.press(panel, "Fit (F)")
    screen.key(slider(panel), Qt.Key.Key_F)
    assert heard.asked == ["fit", "fit"]
    assert panel.isVisible()


def test_it_makes_way_for_what_becomes_of_the_picture(panel: OptionsPanel, heard: Heard) -> None:
    screen.press(panel, "Picture …")
    assert heard.asked == ["picture"]
    assert not panel.isVisible()


class _Window(QWidget):
    """A window in which Space, F and a full stop do something."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        for key in ("Space", "F", "."):
            action = QAction(key, self)
            action.setShortcut(key)
            action.triggered.connect(self.do)
            self.addAction(action)

    @Slot()
    def do(self) -> None:
        self.done.append("done")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_F, Qt.Key.Key_Period])
def test_keys_pressed_in_it_do_nothing_in_the_window(qtbot: QtBot, key: Qt.Key) -> None:
    window = _Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen.key(window, key)
    assert window.done == ["done"]
    panel = OptionsPanel(window)
    panel.open_at(QPoint(20, 20))
    screen.key(screen.button(panel, "Locked"), key)
    assert window.done == ["done"]
    panel.close()
