"""Where the inspector is scrolled to: as before in a window that takes another one's place."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from tests.visualiser.states import trained
from tests.visualiser.windows import PATIENCE
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Neuron
from visualiser.widgets import late_scroll


@pytest.fixture
def panel(qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel()
    qtbot.addWidget(made)
    made.resize(384, 300)
    made.show_snapshot(trained(20))
    made.show()
    QApplication.processEvents()
    return made


def grow(panel: InspectorPanel, height: int) -> QScrollBar:
    """Have more to scroll through, as when an answer comes."""
    pages = panel.widget()
    assert pages is not None
    pages.setMinimumHeight(height)
    QApplication.processEvents()
    return panel.verticalScrollBar()


def test_it_goes_there_as_soon_as_there_is_as_much(panel: InspectorPanel) -> None:
    panel.late_scroll.to(3000)
    assert grow(panel, 2000).value() == 0
    assert grow(panel, 4000).value() == 3000


@pytest.mark.parametrize("end", ["scrolled", "selected", "late"])
def test_it_does_not_jump_once_one_looks_elsewhere(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, panel: InspectorPanel, end: str
) -> None:
    monkeypatch.setattr(late_scroll, "_FILLED", 0 if end == "late" else 10 * PATIENCE)
    panel.late_scroll.to(3000)
    if end == "scrolled":
        panel.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    elif end == "selected":
        panel.show_selection(Neuron(1, 3))
    qtbot.waitUntil(lambda: not panel.late_scroll.is_waiting, timeout=PATIENCE)
    assert grow(panel, 4000).value() < 100
