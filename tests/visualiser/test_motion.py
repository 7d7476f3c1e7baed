"""Whether the desktop asks for less motion: who is asked, and that asking never fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication

from visualiser import motion
from visualiser.motion import OVERRIDE, wants_less_motion


@pytest.fixture(autouse=True)
def _never_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A desktop on Linux that says nothing, and has not been asked yet."""
    monkeypatch.delenv(OVERRIDE, raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    motion._desktop_wants_less.cache_clear()
    yield
    motion._desktop_wants_less.cache_clear()


def qt_says(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Make Qt one that knows what the desktop prefers."""
    accessibility = SimpleNamespace(motionPreference=lambda: SimpleNamespace(name=name))
    hints = SimpleNamespace(accessibility=lambda: accessibility)
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)


def portal_says(monkeypatch: pytest.MonkeyPatch, **settings: Any) -> None:
    """Make the desktop portal answer with these; it does not know others."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    found = {key.replace("_", "-"): value for key, value in settings.items()}
    monkeypatch.setattr(motion, "_portal_setting", lambda _, key: found.get(key))


def test_a_desktop_that_says_nothing_wants_all_motion() -> None:
    assert not wants_less_motion()


@pytest.mark.parametrize(("override", "expected"), [("1", True), ("0", False), ("maybe", True)])
def test_the_environment_has_the_last_word(
    monkeypatch: pytest.MonkeyPatch, override: str, expected: bool
) -> None:
    portal_says(monkeypatch, reduced_motion=1)
    monkeypatch.setenv(OVERRIDE, override)
    assert wants_less_motion() is expected


@pytest.mark.parametrize(("choice", "expected"), [("yes", True), ("no", False), ("desktop", True)])
def test_a_person_s_choice_comes_before_the_desktop(
    monkeypatch: pytest.MonkeyPatch, choice: str, expected: bool
) -> None:
    portal_says(monkeypatch, reduced_motion=1)
    motion.use(choice)
    assert wants_less_motion() is expected
    monkeypatch.setenv(OVERRIDE, "0")
    assert not wants_less_motion()


@pytest.mark.parametrize(("name", "expected"), [("ReducedMotion", True), ("NoPreference", False)])
def test_a_later_qt_is_asked(monkeypatch: pytest.MonkeyPatch, name: str, expected: bool) -> None:
    qt_says(monkeypatch, name)
    assert wants_less_motion() is expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"reduced_motion": 1}, True),
        ({"reduced_motion": 0, "enable_animations": True}, False),
        ({"enable_animations": False}, True),
        ({}, False),
    ],
)
def test_the_portal_is_asked(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any], expected: bool
) -> None:
    portal_says(monkeypatch, **settings)
    assert wants_less_motion() is expected


@pytest.mark.parametrize(("factor", "expected"), [("0", True), ("0.5", False), ("fast", False)])
def test_kde_is_asked(tmp_path: Path, factor: str, expected: bool) -> None:
    (tmp_path / "kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n")
    assert wants_less_motion() is expected


def test_a_bus_that_is_not_there_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not wants_less_motion()


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_whatever_goes_wrong_is_kept_quiet(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(sys, "platform", platform)
    for source in ("_of_qt", "_of_windows", "_of_macos", "_of_portal", "_of_kde"):
        monkeypatch.setattr(motion, source, fail)
    assert not wants_less_motion()


def test_the_desktop_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    portal_says(monkeypatch, reduced_motion=1)
    assert wants_less_motion()
    portal_says(monkeypatch, reduced_motion=0)
    assert wants_less_motion()
