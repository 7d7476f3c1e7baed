"""Which keys each command has: chosen, kept, restored."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from visualiser.commands.actions import explain, make_actions
from visualiser.commands.key_text import is_reserved, listed, portable
from visualiser.commands.keymap import Keymap, present, resolved
from visualiser.commands.table import descriptions
from visualiser.settings import Settings
from visualiser.widgets.key_tip import KeyTip

STANDARD = {one.id: one.keys for one in descriptions()}
NAMES = st.sampled_from(sorted(STANDARD))
KEYS = st.sampled_from(
    ["K", "Q", "Ctrl+K", "Ctrl+Alt+K", "F7", "Space", ".", "Ctrl+Z", "P", "Shift+P"]
)
GIVEN = st.tuples(NAMES, st.lists(KEYS, max_size=3))
DEEDS = st.lists(st.one_of(GIVEN, NAMES, st.none()), max_size=8)


def keys_of(keymap: Keymap) -> dict[str, tuple[str, ...]]:
    return {name: keymap.keys(name) for name in STANDARD}


def do(keymap: Keymap, deed: tuple[str, list[str]] | str | None) -> None:
    if deed is None:
        keymap.reset_all()
    elif isinstance(deed, str):
        keymap.reset(deed)
    else:
        keymap.give(*deed)


@settings(deadline=None, max_examples=60)
@given(DEEDS)
def test_no_key_is_ever_of_two_commands_and_all_is_kept(
    deeds: list[tuple[str, list[str]] | str | None],
) -> None:
    with TemporaryDirectory() as folder:
        kept = Settings(Path(folder) / "settings.ini")
        keymap = Keymap(kept)
        for deed in deeds:
            do(keymap, deed)
            held = [key for keys in keys_of(keymap).values() for key in keys]
            assert len(held) == len(set(held))
            if isinstance(deed, tuple):
                assert keymap.keys(deed[0]) == tuple(dict.fromkeys(deed[1]))
        kept.save()
        assert keys_of(Keymap(Settings(Path(folder) / "settings.ini"))) == keys_of(keymap)
        keymap.reset_all()
        assert keys_of(keymap) == STANDARD
        assert not keymap.is_any_changed
        assert Settings(Path(folder) / "settings.ini").keys == {}


def test_what_loses_its_key_gets_it_back_once_it_is_free() -> None:
    keymap = Keymap()
    keymap.give("fit", ("Space",))
    assert keymap.holder("Space") == "fit"
    assert keymap.keys("play") == ()
    assert keymap.is_changed("play")
    assert keymap.reset("play") == ("Space",)
    assert keymap.holder("Space") == "fit"
    assert keymap.reset("fit") == ()
    assert (keymap.holder("Space"), keymap.holder("F")) == ("play", "fit")


def test_a_new_key_of_the_program_does_not_displace_a_chosen_one() -> None:
    found = resolved({"old": ("A",), "new": ("B", "C")}, {"old": ("B",)})
    assert found == {"old": ("B",), "new": ("C",)}


BROKEN = """
{"fit": ["Ctrl+J"], "play": "no list", "step": [1, 2], "back": {"a": 1}, "undo": ["nonsense"],
"redo": ["Ctrl+J", "Ctrl+Alt+L"], "unheard": ["Ctrl+M"], "quit": [[[]]], "open": null, "save": []}
"""


def test_what_cannot_be_read_is_as_if_nothing_had_been_chosen(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    written = QSettings(str(path), QSettings.Format.IniFormat)
    written.setValue("keys/chosen", BROKEN)
    written.sync()
    keymap = Keymap(Settings(path))
    for name in ("play", "step", "back", "undo", "quit", "open"):
        assert keymap.keys(name) == STANDARD[name], name
    # The two that want the same key: the one that comes first in the menu has it.
    assert sorted((keymap.keys("fit"), keymap.keys("redo"))) == [(), ("Ctrl+J", "Ctrl+Alt+L")]
    assert keymap.keys("save") == ()


@settings(deadline=None)
@given(st.text(max_size=8))
def test_any_text_is_a_key_or_none(text: str) -> None:
    key = portable(text)
    if key is not None:
        assert portable(key) == key
        assert QKeySequence(key).count() == 1


@pytest.mark.parametrize("key", ["Tab", "Shift+Backtab", "Esc", "Ctrl+Return", "Up", "+", "F2"])
def test_keys_with_a_use_of_their_own_cannot_be_had(key: str) -> None:
    assert is_reserved(key)


@pytest.mark.parametrize("key", ["Ctrl++", "Ctrl+Up", "A", "?", "Shift+Left", "F5", ",", "Alt+-"])
def test_other_keys_can_be_had(key: str) -> None:
    assert not is_reserved(key)


def test_keys_are_listed_as_a_person_reads_them() -> None:
    assert listed(()) == ""
    assert listed(("Space",)) == "Space"
    assert listed((",", "Left")) == ", or Left"
    assert listed(("A", "B", "C")) == "A, B or C"


# -------------------------------------------------------------------- the actions


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_actions_and_their_tooltips_follow(parent: QWidget) -> None:
    keymap = present()
    actions = make_actions(parent, {"fit": int, "play": int})
    fit, play = actions["fit"], actions["play"]
    assert fit.toolTip() == "Zoom out until all of the network is seen. Key: F"
    keymap.give("fit", ("Space", "Ctrl+K"))
    assert [key.toString() for key in fit.shortcuts()] == ["Space", "Ctrl+K"]
    assert fit.toolTip().endswith("Key: Space or Ctrl+K")
    assert play.shortcuts() == []
    assert "Key" not in play.toolTip()


def test_what_is_said_meanwhile_is_kept_with_other_keys(parent: QWidget) -> None:
    keymap = present()
    fit = make_actions(parent, {"fit": int})["fit"]
    explain(fit, "See everything.")
    keymap.give("fit", ("Ctrl+K",))
    assert fit.toolTip() == "See everything. Key: Ctrl+K"


def test_actions_of_a_window_that_is_gone_are_forgotten(qtbot: QtBot) -> None:
    keymap = present()
    window = QWidget()
    fit = make_actions(window, {"fit": int})["fit"]
    with qtbot.waitSignal(fit.destroyed):
        window.deleteLater()
    keymap.give("fit", ("Ctrl+K",))
    assert keymap.keys("fit") == ("Ctrl+K",)


def test_a_tooltip_elsewhere_follows(parent: QWidget) -> None:
    tip = KeyTip(parent, "See everything.", "fit")
    assert parent.toolTip() == "See everything. Key: F"
    present().give("fit", ())
    assert parent.toolTip() == "See everything."
    tip.say("See all.")
    present().reset_all()
    assert parent.toolTip() == "See all. Key: F"
