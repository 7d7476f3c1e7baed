"""η and the mini-batch size: what is typed takes effect, or is refused with one sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.states import digits, new_run
from tests.visualiser.windows import (
    OpenWindow,
    is_same,
    pause,
    progress,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField

Key = Qt.Key
RATE, BATCH = "Learning rate", "Mini-batch size"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def field(window: MainWindow, name: str) -> NumberField:
    return screen.named(window, NumberField, name)


def is_marked(window: MainWindow, name: str) -> bool:
    return bool(field(window, name).property("invalid"))


def test_the_fields_show_what_holds(window: MainWindow) -> None:
    assert (field(window, RATE).text(), field(window, BATCH).text()) == ("1.5", "10")


def test_what_is_typed_holds_from_the_next_step_on(qtbot: QtBot, window: MainWindow) -> None:
    run = new_run()
    for name, typed, value in (
        (RATE, "0.5", 0.5),
        (RATE, "0,25", 0.25),
        (BATCH, "1", 1),
        (RATE, " 2 ", 2.0),
        (RATE, "1e-3", 0.001),
        (BATCH, "1437", 1437),
    ):
        screen.type_into(field(window, name), typed)
        if name == RATE:
            run.set_learning_rate(value)
        else:
            run.set_batch_size(int(value))
        screen.press(window, "Step")
        run.step()
        assert is_same(wait_at(qtbot, window, run.position), run)
        assert progress(window).changes == run.changes
        assert not is_marked(window, name)
        assert window.notice.text() == ""


@pytest.mark.parametrize(("name", "typed"), [(RATE, "0.75"), (BATCH, "25")])
def test_what_is_typed_while_it_runs_takes_effect_there(
    qtbot: QtBot, window: MainWindow, name: str, typed: str
) -> None:
    screen.press(window, "Play")
    wait_until(qtbot, window, lambda p: p.playing and p.position > 300)
    screen.type_into(field(window, name), typed)
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    change = progress(window).changes[0]
    wait_until(qtbot, window, lambda p: p.position > change.step + 200)
    assert progress(window).playing
    shown = pause(qtbot, window)
    run = new_run()
    run.train(change.step)
    if name == RATE:
        run.set_learning_rate(0.75)
    else:
        run.set_batch_size(25)
    run.train(shown.progress.position - change.step)
    assert is_same(shown, run)


def test_a_change_in_the_past_forks(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(window, Key.Key_E)
    wait_at(qtbot, window, 144)
    window.session.send(m.GoTo(100))
    wait_at(qtbot, window, 100)
    assert progress(window).length == 144
    screen.type_into(field(window, RATE), "0.5")
    shown = wait_until(qtbot, window, lambda p: p.length == 100)
    assert (shown.progress.position, shown.progress.learning_rate) == (100, 0.5)
    assert len(window.history) == 100
    assert window.history.evaluations == {}


def test_the_field_follows_when_time_goes_back_beyond_the_change(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    screen.type_into(field(window, RATE), "0.5", Key.Key_Tab)
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.5)
    screen.press(window, "Step back")
    wait_at(qtbot, window, 0)
    assert field(window, RATE).text() == "1.5"
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    assert field(window, RATE).text() == "0.5"


def test_up_and_down_change_a_number(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(field(window, RATE), Key.Key_Up)
    wait_until(qtbot, window, lambda p: p.learning_rate == 1.65)
    screen.key(field(window, RATE), Key.Key_Down)
    wait_until(qtbot, window, lambda p: p.learning_rate == 1.5)
    screen.key(field(window, BATCH), Key.Key_Up)
    wait_until(qtbot, window, lambda p: p.batch_size == 11)
    # Faster than the window hears of it.
    screen.key(field(window, BATCH), *[Key.Key_Down] * 4)
    wait_until(qtbot, window, lambda p: p.batch_size == 7)
    assert field(window, BATCH).text() == "7"


@pytest.mark.parametrize(
    ("name", "other", "bad"),
    [
        (RATE, BATCH, ("abc", "0", "-1", "1e9", "nan", "")),
        (BATCH, RATE, ("abc", "0", "-1", "2.5", "100000", "inf", "")),
    ],
)
def test_bad_input_is_marked_and_explained_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, name: str, other: str, bad: tuple[str, ...]
) -> None:
    run = new_run()
    before = field(window, name).text()
    for position, typed in enumerate(bad, 1):
        screen.type_into(field(window, name), typed)
        sentence = wait_for_notice(qtbot, window)
        assert typed[:2] in sentence.replace("−", "-")
        assert sentence.endswith(".")
        assert ". " not in sentence
        assert "{" not in sentence
        assert is_marked(window, name)
        assert not is_marked(window, other)
        screen.press(window, "Step")
        run.step()
        assert is_same(wait_at(qtbot, window, position), run)
        assert field(window, name).text() == typed
        screen.key(field(window, name), Key.Key_Escape)
        assert field(window, name).text() == before
        assert not is_marked(window, name)
        window.notice.hide()


def test_a_correction_takes_the_mark_and_the_sentence_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    # Back to what holds already is a correction as well.
    for bad, good in (("abc", "1.5"), ("0", "1.5"), ("abc", "0.5"), ("0", "0.25")):
        screen.type_into(field(window, RATE), bad)
        wait_for_notice(qtbot, window)
        screen.type_into(field(window, RATE), good)
        qtbot.waitUntil(lambda: window.notice.text() == "")
        assert not is_marked(window, RATE)
        wait_for_rate(qtbot, window, float(good))


def wait_for_rate(qtbot: QtBot, window: MainWindow, rate: float) -> None:
    wait_until(qtbot, window, lambda p: p.learning_rate == rate)


def test_escape_takes_the_sentence_away(qtbot: QtBot, window: MainWindow) -> None:
    screen.type_into(field(window, RATE), "abc")
    wait_for_notice(qtbot, window)
    screen.key(field(window, RATE), Key.Key_Escape)
    assert window.notice.text() == ""


def test_thousands_are_not_taken_for_a_fraction(qtbot: QtBot, window: MainWindow) -> None:
    """The window itself writes thousands with commas: 1,000 must never become 1."""
    screen.type_into(field(window, BATCH), "1,000")
    qtbot.waitUntil(lambda: progress(window).batch_size != 10 or bool(window.notice.text()))
    assert progress(window).batch_size in (10, 1000)


def test_what_is_being_typed_is_not_overwritten(qtbot: QtBot, window: MainWindow) -> None:
    screen.press(window, "Play")
    rate = field(window, RATE)
    screen.type_into(rate, "0.2", Key.Key_5)
    start = progress(window).position
    wait_until(qtbot, window, lambda p: p.position > start + 500)
    assert rate.text() == "0.25"
    screen.key(rate, Key.Key_Return)
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.25)


def rate_now(window: MainWindow) -> list[str]:
    return [text for text in screen.texts(window.transport) if text.startswith("→ ")]


def test_the_rate_that_a_schedule_makes_is_shown_beside_the_one_that_is_set(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    settings = RunSettings(schedule="linear", learning_rate=0.6)
    window = open_window(settings)
    screen.key(window, Key.Key_E)
    wait_at(qtbot, window, 144)
    run = settings.new_run(digits())
    run.train(144)
    assert field(window, RATE).text() == "0.6"
    assert [screen.number(text[2:]) for text in rate_now(window)] == [run.next_learning_rate]
    assert run.next_learning_rate == pytest.approx(0.58)
    screen.type_into(field(window, RATE), "0.3")
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.3)
    qtbot.waitUntil(lambda: rate_now(window) == ["→ 0.290"])


def test_without_a_schedule_there_is_one_rate(window: MainWindow) -> None:
    assert rate_now(window) == []


@pytest.mark.parametrize(("name", "example"), [(RATE, "1.5"), (BATCH, "10")])
def test_who_types_nothing_is_told_so(
    qtbot: QtBot, window: MainWindow, name: str, example: str
) -> None:
    screen.type_into(field(window, name), " ")
    said = wait_for_notice(qtbot, window)
    assert said == f"Nothing is typed; type a number, for instance {example}."
    assert is_marked(window, name)
