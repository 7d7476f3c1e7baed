"""How numbers are written is chosen in the menu, holds at once everywhere, and is remembered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.windows import PATIENCE, OpenWindow, snapshot, wait_at, wait_until
from visualiser import app, languages
from visualiser.app import application
from visualiser.main_window import MainWindow
from visualiser.network_view.legend import Legend
from visualiser.number_format import NumberStyle, style
from visualiser.phase_stepper import PACES
from visualiser.selection import Connection, Neuron
from visualiser.settings import ForgetfulSettings, Settings
from visualiser.training import messages as m
from visualiser.widgets.batch_strip import BatchStrip
from visualiser.widgets.labels import Chip
from visualiser.widgets.number_field import NumberField
from visualiser.widgets.pin_button import PinButton
from visualiser.widgets.term_table import TermTable

COMMA, POINT = "Decimal comma: 0,5", "Decimal point: 0.5"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def rate(window: MainWindow) -> NumberField:
    return screen.named(window, NumberField, "Learning rate")


def heard(window: MainWindow) -> str:
    """All that is said of the numbers that are seen, and what explains them."""
    widgets = [w for w in window.findChildren(Chip) if w.isVisible()]
    said = [widget.accessibleName() for widget in widgets]
    return "\n".join([*said, window.network.accessibleDescription()])


def table_texts(window: MainWindow) -> list[str]:
    model = window.inspector.findChildren(TermTable)[0].terms
    return [str(model.data(model.index(0, column))) for column in (1, 2, 4, 5)]


@pytest.fixture
def busy_window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window on a run of some steps, with a neuron selected and all about it answered."""
    window.session.send(m.Play(1300))
    wait_at(qtbot, window, 1300)
    window.network.select(Neuron(3, 3))
    qtbot.waitUntil(
        lambda: "How a is spread over" in screen.text(window.inspector), timeout=PATIENCE
    )
    return window


def test_everything_is_written_anew_at_once(qtbot: QtBot, busy_window: MainWindow) -> None:
    window = busy_window
    qtbot.waitUntil(lambda: "right" in screen.text(window.status), timeout=PATIENCE)
    screen.choose(window, "Menu", COMMA)
    screen.choose(window, "Menu", "6 decimals")
    a = float(snapshot(window).activations[3][3])
    chips = screen.chips(window.inspector)
    assert chips["a"] == f"{a:.6f}".replace(".", ",")
    shown = [screen.text(window.inspector), screen.text(window.status), heard(window)]
    shown += [*table_texts(window), rate(window).text()]
    for text in shown:
        assert re.search(r"\d,\d", text), text
        assert not re.search(r"\d\.\d", text), text
    assert "Step 1 300\n" in screen.text(window.status)
    screen.choose(window, "Menu", POINT)
    screen.choose(window, "Menu", "4 decimals")
    assert screen.chips(window.inspector)["a"] == f"{a:.4f}"
    for text in (*table_texts(window), rate(window).text(), heard(window)):
        assert not re.search(r"\d,\d", text), text
    assert "1,300" in screen.text(window.status)


def test_answers_about_a_connection_are_written_anew(qtbot: QtBot, window: MainWindow) -> None:
    window.network.select(Connection(2, 3, 4))
    qtbot.waitUntil(lambda: "At the dot" in screen.text(window.inspector), timeout=PATIENCE)
    screen.choose(window, "Menu", COMMA)
    text = screen.text(window.inspector)
    assert "At the dot" in text
    assert not re.search(r"\d\.\d", text)


def test_what_is_under_the_pointer_is_written_anew(window: MainWindow) -> None:
    window.network._pointing.hovered.emit(Neuron(2, 3))
    screen.choose(window, "Menu", COMMA)
    said = window.network._hover_label.text()
    assert re.search(r"a = \d,\d{4}$", said), said


def test_the_axis_of_the_costs_is_drawn_anew(busy_window: MainWindow) -> None:
    cost = busy_window.cost
    assert cost is not None
    axis = cost._plot.getAxis("left")
    before = screen.pixels(cost)
    screen.choose(busy_window, "Menu", COMMA)
    assert axis.tickStrings([0.5, 1.0], 1, 0.5) == ["0,5", "1,0"]
    assert (screen.pixels(cost) != before).any()


def test_the_legend_has_the_mark(busy_window: MainWindow) -> None:
    before = screen.pixels(busy_window.network)
    screen.choose(busy_window, "Menu", COMMA)
    drawing = busy_window.network.drawing
    assert drawing.layout is not None
    assert drawing.shown is not None
    legend = Legend.of(drawing.layout, drawing.shown, drawing.lines, drawing.options)
    low = round(legend.box.top()) - 20
    assert (screen.pixels(busy_window.network)[low:] != before[low:]).any()


def test_fields_of_qt_group_thousands_alike(window: MainWindow) -> None:
    screen.choose(window, "Menu", COMMA)
    menu = screen.open_menu(window, "Run …")
    steps = screen.named(menu, QSpinBox, "Number of steps")
    steps.setValue(12960)
    assert steps.text() == "12\u202f960"
    menu.close()
    speed = screen.named(window, QComboBox, "Speed")
    assert "1\u202f000 steps/s" in [speed.itemText(index) for index in range(speed.count())]


@pytest.mark.parametrize("mark", [COMMA, POINT])
@pytest.mark.parametrize("typed", ["0.25", "0,25"])
def test_both_marks_are_understood_and_the_chosen_one_is_shown(
    qtbot: QtBot, window: MainWindow, mark: str, typed: str
) -> None:
    screen.choose(window, "Menu", mark)
    screen.type_into(rate(window), typed)
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.25)
    # A step further, the field has been told.
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    assert screen.number(screen.in_usual_marks(rate(window).text())) == 0.25
    screen.choose(window, "Menu", POINT if mark == COMMA else COMMA)
    assert rate(window).text() == f"0{style().mark}25"


def test_the_choice_is_marked_and_remembered(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.ini"
    first = open_window(settings=path)
    screen.choose(first, "Menu", COMMA)
    screen.choose(first, "Menu", "7 decimals")
    first.close()
    second = open_window(settings=path)
    assert style() == NumberStyle(7, ",")
    menu = screen.open_menu(second, "Menu", COMMA)
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["7 decimals", COMMA]
    menu.close()


def test_the_system_s_mark_is_the_first_choice_but_not_of_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application()
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    chosen = Settings(tmp_path / "settings.ini", app._system_mark())
    assert chosen.number_style == NumberStyle(4, ",")
    assert ForgetfulSettings().number_style == NumberStyle()
    # Whatever language is spoken.
    languages.speak(languages.CHINESE)
    assert app._system_mark() == ","
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("ar_EG"))
    assert app._system_mark() == "."
    monkeypatch.undo()
    languages.speak(languages.ENGLISH)


def test_what_became_of_a_saved_table_is_said(window: MainWindow) -> None:
    window.network.select(Neuron(2, 3))
    table = window.inspector.findChildren(TermTable)[0]
    for sentence, failed in (("The table is saved as terms.csv.", False), ("It is not.", True)):
        table.told.emit(sentence, failed)
        assert window.notice.text() == sentence


def test_pins_and_phases_follow_at_rest(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(3))
    wait_at(qtbot, window, 3)
    assert window.tools.pinning.panel.pin_shown()
    screen.key(window, Qt.Key.Key_P)
    [pin] = window.findChildren(PinButton)
    qtbot.waitUntil(lambda: "a = 0." in pin.toolTip(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(costs_said(window)), timeout=PATIENCE)
    before = costs_said(window)
    screen.choose(window, "Menu", COMMA)
    assert re.search(r"a = 0,\d+", pin.toolTip())
    assert costs_said(window) == [shown.replace(".", ",") for shown in before]
    pace = screen.named(window, QComboBox, "Pace of slow motion")
    screen.key(window, Qt.Key.Key_Escape)
    screen.choose(window, "Menu", POINT)
    # Another time, it is the same panel.
    assert pace.itemText(0) == f"{PACES[0]:g} s"


def costs_said(window: MainWindow) -> list[str]:
    """What the tooltips in the mini-batch say of C."""
    strip = window.findChild(BatchStrip)
    assert isinstance(strip, BatchStrip)
    tips = [one.toolTip() for one in strip.findChildren(QAbstractButton) if one.isVisible()]
    return [found for tip in tips for found in re.findall(r"C = (\d[\d.,]*\d)", tip)]
