"""Every window can be used by keyboard, heard and read.

Reached in order, seen there and left again; with a name and a role for a screen reader; with a
contrast of 4.5:1 between each text that is painted and what it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.access.readable import texts_of
from tests.visualiser.access.walking import (
    by_arrows,
    controls,
    is_focus_seen,
    is_speechless,
    misplaced,
    name_of,
    tab_stops,
)
from tests.visualiser.window.test_phase_by_phase import press_on, wait_in
from tests.visualiser.windows import PATIENCE, OpenWindow, wait_at
from visualiser.main_window import MainWindow
from visualiser.selection import Connection, Neuron
from visualiser.training import messages as m
from visualiser.widgets.batch_strip import BatchStrip
from visualiser.widgets.phase_strip import PhaseStrip

# What opens a window of its own, by the action that does.
DIALOGS = (
    "new_network",
    "picture",
    "recipe",
    "until",
    "data",
    "browse",
    "results",
    "over_the_run",
    "baselines",
    "options",
    "beside",
    "over_time",
    "cost_plane",
    "preferences",
    "layouts",
    "shown",
    "paste_set_up",
    "keys",
    "about",
)
# What can be pressed once the answer is there that a window waits for.
FILLED_WITH = {"results": "Save the table as CSV …", "cost_plane": "Save PNG …"}


@pytest.fixture(autouse=True)
def _steady_cursor(qapp: QApplication) -> Iterator[None]:
    """A cursor that blinks would pass for focus that is seen."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.fixture
def trained(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """In the light theme: what forgot to be told of it would be read badly there."""
    window = open_window(theme="light")
    window.activateWindow()
    window.session.send(m.Play(150))
    wait_at(qtbot, window, 150)
    return window


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """In the other theme."""
    found = open_window(theme="dark")
    found.activateWindow()
    return found


def opened_by(window: MainWindow, name: str) -> QWidget:
    """The window that an action opens, by its key's action."""
    before = {id(one) for one in QApplication.topLevelWidgets() if one.isVisible()}
    window._actions[name].trigger()
    settle()
    found = [
        one
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and id(one) not in before and one.window() is one
    ]
    assert len(found) == 1, name
    found[0].activateWindow()
    return found[0]


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def is_roving(widget: QWidget, stops: list[QWidget]) -> bool:
    """Whether the arrows of a strip lead here from the one of its buttons that Tab reaches."""
    strip = widget.parentWidget()
    is_of_strip = isinstance(strip, PhaseStrip | BatchStrip)
    return is_of_strip and any(one.parentWidget() is strip for one in stops)


def missed(usable: list[QWidget], stops: list[QWidget]) -> list[str]:
    """Controls that the keyboard does not come to."""
    left = [one for one in usable if (one.focusProxy() or one) not in stops]
    left = [one for one in left if not is_roving(one, stops)]
    if not left:
        return []
    groups = [one for one in stops if isinstance(one, QAbstractButton) and is_of_group(one)]
    by_arrow = [other for one in groups for other in by_arrows(one)]
    return [name_of(one) for one in left if one not in by_arrow]


def is_of_group(button: QAbstractButton) -> bool:
    return button.group() is not None or button.autoExclusive()


def troubles(window: QWidget, part: QWidget | None = None) -> list[str]:
    """All that is wrong with a window for whoever has no mouse.

    Whether the focus is seen takes two pictures of each control: with ``part``, only there.
    """
    settle()
    usable = controls(window)
    if not usable:
        return []
    stops = tab_stops(window)
    found = [f"not in order: {pair}" for pair in misplaced(stops, window)]
    found += [f"says nothing: {name_of(one)}" for one in stops if is_speechless(one)]
    found += [f"not visible: {name_of(one)}" for one in stops if not one.isVisible()]
    found += [f"cannot be read: {one}" for one in texts_of(window) if not one.can_be_read]
    looked_at = [one for one in stops if part is None or is_in(one, part)]
    unseen = [one for one in looked_at if not is_focus_seen(one)]
    # An answer may have come meanwhile, after which a button has nothing to do.
    found += [f"not seen: {name_of(one)}" for one in unseen if one.isEnabled() and one.isVisible()]
    return found + [f"not reached: {name}" for name in missed(usable, stops)]


def test_every_dialog(qtbot: QtBot, trained: MainWindow) -> None:
    for name in DIALOGS:
        trained.activateWindow()
        trained.network.setFocus()
        dialog = opened_by(trained, name)
        if name in FILLED_WITH:
            filled = screen.button(dialog, FILLED_WITH[name])
            qtbot.waitUntil(filled.isEnabled, timeout=PATIENCE)
        found = troubles(dialog)
        assert found == [], name
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name
        # A screen that shows no windows does not activate the one below.
        assert trained.focusWidget() is trained.network, name


@pytest.mark.parametrize(
    "selection", [None, Neuron(1, 3), Neuron(0, 20), Connection(2, 3, 4)], ids=str
)
def test_every_page_of_the_inspector(
    window: MainWindow, selection: Neuron | Connection | None
) -> None:
    window.network.select(selection)
    # What is around it is the same, whatever is selected.
    assert troubles(window, None if selection is None else window.inspector) == []


@pytest.mark.parametrize("selection", [None, Neuron(1, 3), Connection(2, 3, 4)], ids=str)
def test_the_order_is_bar_network_timeline_inspector_plot(
    window: MainWindow, selection: Neuron | Connection | None
) -> None:
    window.network.select(selection)
    settle()
    stops = tab_stops(window)
    assert window.cost is not None
    parts = (window.transport, window.network, window.timeline, window.inspector, window.cost)
    places = [place for one in stops for place, part in enumerate(parts) if is_in(one, part)]
    assert places == sorted(places)
    assert set(places) == set(range(len(parts)))


def is_in(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def test_the_comparison_and_panels_that_can_be_moved(window: MainWindow) -> None:
    window.network.select(Neuron(1, 3))
    window.network.pin(Neuron(2, 4))
    window._actions["lock_docks"].trigger()
    assert troubles(window) == []


def test_the_phases(qtbot: QtBot, window: MainWindow) -> None:
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    assert troubles(window) == []


def test_the_pad_and_the_tour(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(1280, 800)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for name in ("draw", "tour"):
        window._actions[name].trigger()
        assert troubles(window) == [], name
        if name == "draw":
            window._actions[name].trigger()


def test_presenting(window: MainWindow) -> None:
    window._actions["layout_present"].trigger()
    assert troubles(window) == []


def test_the_palette_takes_and_gives_back_the_focus(window: MainWindow) -> None:
    window.network.setFocus()
    screen.control_key(window, Qt.Key.Key_P, shift=True)
    field = QApplication.focusWidget()
    assert field is not None
    screen.key(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field
    assert not is_speechless(field)
    screen.key(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.network
