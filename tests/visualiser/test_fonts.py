"""Fonts: figures of one width first, and signs of the language where there are any."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from visualiser.application import application
from visualiser.fonts import can_write, font_for
from visualiser.languages import CHINESE, ENGLISH


def test_chinese_families_come_after_all_others() -> None:
    of_desktop = QFont("A font of the desktop")
    english, chinese = font_for(ENGLISH, of_desktop), font_for(CHINESE, of_desktop)
    assert "A font of the desktop" in english.families()
    count = len(english.families())
    assert chinese.families()[:count] == english.families()
    assert "Noto Sans CJK SC" in chinese.families()[count:]
    assert english.pixelSize() == chinese.pixelSize()


@pytest.mark.parametrize("is_installed", [False, True])
def test_it_is_known_whether_a_language_can_be_written(
    qapp: QApplication,  # noqa: ARG001 (it must be there)
    monkeypatch: pytest.MonkeyPatch,
    is_installed: bool,
) -> None:
    found = [QFontDatabase.WritingSystem.Latin]
    if is_installed:
        found.append(QFontDatabase.WritingSystem.SimplifiedChinese)
    monkeypatch.setattr(QFontDatabase, "writingSystems", lambda: found)
    assert can_write(ENGLISH)
    assert can_write(CHINESE) is is_installed


def test_the_application_s_font_follows_its_language(qapp: QApplication) -> None:
    english = qapp.font().families()
    assert application(language=CHINESE) is qapp
    assert len(qapp.font().families()) > len(english)
    application(language=ENGLISH)
    assert qapp.font().families() == english
    # Whoever asks for none leaves it as it is.
    assert application() is qapp
    assert qapp.font().families() == english
