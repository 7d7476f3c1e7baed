"""What a screen reader is told of what changes: values, roles, and what has happened."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser.states import new_run, snapshot_of
from visualiser.cost_history import CostHistory
from visualiser.panels.notice import NoticePanel
from visualiser.panels.timeline import TimelinePanel
from visualiser.timeline import stage as timeline_stage
from visualiser.widgets import speaking
from visualiser.widgets.labels import Chip
from visualiser.widgets.value_field import ValueField

Role, Text = QAccessible.Role, QAccessible.Text


class Heard(list[str]):
    """The announcements, one after the other."""


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """What is read out to somebody who listens."""
    found = Heard()

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            found.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return found


@pytest.fixture(autouse=True, scope="module")
def _installed(qapp: QObject) -> None:  # noqa: ARG001 (it must be there)
    speaking.install()


def read(widget: QWidget, kind: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.fixture
def timeline(qtbot: QtBot) -> TimelinePanel:
    made = TimelinePanel(CostHistory())
    qtbot.addWidget(made)
    return made


def test_the_timeline_is_a_slider_that_stands_at_a_step(timeline: TimelinePanel) -> None:
    run = new_run()
    run.train(30)
    run.go_to(20)
    timeline.show_snapshot(snapshot_of(run))
    assert role(timeline) == Role.Slider
    assert read(timeline, Text.Name) == "Timeline"
    assert read(timeline, Text.Value) == "Step 20 of 30, epoch 0.14"


def test_where_a_step_leads_is_read_out_once(timeline: TimelinePanel, heard: Heard) -> None:
    run = new_run()
    for _ in range(3):
        run.step()
        for _ in range(2):
            timeline.show_snapshot(snapshot_of(run))
    assert [text.partition(",")[0] for text in heard] == [f"Step {n} of {n}" for n in (1, 2, 3)]


def test_while_training_plays_it_is_read_out_seldom(
    timeline: TimelinePanel, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(timeline_stage, "time", SimpleNamespace(monotonic=lambda: now[0]))
    run = new_run()
    for _ in range(240):
        # Four seconds of frames.
        now[0] += 1 / 60
        run.step()
        timeline.show_snapshot(snapshot_of(run, playing=True))
    assert len(heard) == 1
    timeline.show_snapshot(snapshot_of(run))
    assert len(heard) == 2
    assert heard[-1].startswith("Step 240 of 240")


def test_what_the_window_says_is_read_out(qtbot: QtBot, heard: Heard) -> None:
    notice = NoticePanel()
    qtbot.addWidget(notice)
    notice.say("The file cannot be read.")
    notice.say_shortly("Saved.")
    assert heard == ["The file cannot be read.", "Saved."]


def test_a_number_in_a_box_is_read_with_its_letter(qtbot: QtBot) -> None:
    chip, field = Chip("<i>a</i>", "The activation."), ValueField("B", "The bias.")
    for widget in (chip, field):
        qtbot.addWidget(widget)
    chip.set_value("0.25", exact=0.25)
    assert (role(chip), read(chip, Text.Name)) == (Role.StaticText, "a = 0.25")
    chip.set_value("0.50", exact=0.5)
    assert read(chip, Text.Name) == "a = 0.50"
    field.show_number(-1.5, "#000000")
    assert role(field) == Role.Button
    assert read(field, Text.Name) == "B = −1.5000, which can be edited"


def test_the_number_that_has_the_focus_is_read_seldom(qtbot: QtBot) -> None:
    chip = Chip("<i>a</i>", "The activation.")
    qtbot.addWidget(chip)
    chip.show()
    chip.activateWindow()
    chip.setFocus()
    QApplication.processEvents()
    assert chip.hasFocus()
    for number in range(1, 50):
        chip.set_value(f"0.{number:02d}")
    assert read(chip, Text.Name) == "a = 0.01"
    calm = chip.findChild(QTimer)
    assert isinstance(calm, QTimer)
    assert calm.isActive()
    # As it does once its time is over.
    calm.stop()
    calm.timeout.emit()
    assert read(chip, Text.Name) == "a = 0.49"


def test_sliders_and_bars_of_progress_have_values(qtbot: QtBot) -> None:
    slider, bar = QSlider(), QProgressBar()
    for widget, expected in ((slider, "30"), (bar, "30%")):
        qtbot.addWidget(widget)
        widget.setRange(0, 100)
        widget.setValue(30)
        assert QAccessible.queryAccessibleInterface(widget).valueInterface().currentValue() == 30
        assert read(widget, Text.Value) in (expected, "30")


def test_what_has_no_role_of_its_own_is_left_to_qt(qtbot: QtBot) -> None:
    plain = QSlider()
    qtbot.addWidget(plain)
    assert role(plain) == Role.Slider
    assert speaking._interface("", plain) is None
