"""Languages: which one is spoken by whom, and that Qt speaks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.visualiser.translating import compile_texts
from visualiser import languages
from visualiser.languages import CHINESE, ENGLISH, LANGUAGES, SYSTEM, chosen, of_system, speak


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one translation into Chinese."""
    made = tmp_path_factory.mktemp("translations")
    compile_texts(made / "visualiser_zh_CN.qm", {"Actions": {"Play": "训练"}})
    return made


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001 (it must be there)
    yield
    speak(ENGLISH)
    QCoreApplication.processEvents()


def play() -> str:
    return QCoreApplication.translate("Actions", "Play")


# As `QLocale.uiLanguages` has them on desktops of the world.
@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (("zh-Hans-CN", "zh-CN", "zh-Hans", "zh"), CHINESE),
        (("zh-Hans-SG", "zh-SG", "zh-Hans", "zh"), CHINESE),
        (("zh",), CHINESE),
        (("de-DE", "de", "zh-CN"), CHINESE),
        # Who reads the traditional signs, and English, gets English.
        (("zh-Hant-TW", "zh-TW", "zh-Hant", "en-US", "en", "zh"), ENGLISH),
        (("en-GB", "en", "zh-CN"), ENGLISH),
        (("de-DE", "de"), ENGLISH),
        (("C",), ENGLISH),
        ((), ENGLISH),
    ],
)
def test_the_first_wish_that_can_be_met_is(wishes: tuple[str, ...], language: str) -> None:
    assert of_system(wishes) == language


@pytest.mark.parametrize("wish", ["", "-", "🙂", "zh_", "x" * 1000])
def test_whatever_the_system_says_a_language_is_found(wish: str) -> None:
    assert of_system([wish]) in LANGUAGES


def test_what_is_chosen_comes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "of_system", lambda _: CHINESE)
    assert chosen(SYSTEM) == CHINESE
    assert chosen(ENGLISH) == ENGLISH
    assert chosen("no language") == CHINESE


def test_it_speaks_chinese_and_english_again(folder: Path) -> None:
    speak(CHINESE, [folder])
    assert play() == "训练"
    # What is not translated stays as it was written.
    assert QCoreApplication.translate("Actions", "Step") == "Step"
    speak(CHINESE, [folder])
    speak(ENGLISH, [folder])
    assert play() == "Play"


def test_no_translator_is_left_behind(qapp: QApplication, folder: Path) -> None:
    for language in (CHINESE, ENGLISH) * 3:
        speak(language, [folder])
        qapp.sendPostedEvents(None, 52)  # DeferredDelete
    assert not qapp.findChildren(QTranslator)


def test_qt_s_own_buttons_speak_as_well() -> None:
    speak(CHINESE)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_dates_are_written_in_the_language() -> None:
    speak(CHINESE)
    assert QLocale().toString(QDate(2024, 3, 5), "MMMM") == "三月"
    speak(ENGLISH)
    assert QLocale().toString(QDate(2024, 3, 5), "MMMM") == "March"


def test_where_no_translation_is_texts_stay_english(tmp_path: Path) -> None:
    (tmp_path / "visualiser_zh_CN.qm").write_bytes(b"not a translation")
    speak(CHINESE, [tmp_path])
    assert play() == "Play"
    speak(CHINESE, [tmp_path / "no folder"])
    assert play() == "Play"
