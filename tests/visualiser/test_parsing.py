"""The command line in another language: its help, its errors, and what argparse says by itself."""

from __future__ import annotations

import argparse
import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.visualiser.translating import Bracketing, compile_texts
from visualiser import languages
from visualiser.command_line import run
from visualiser.languages import CHINESE, ENGLISH, speak
from visualiser.parsing import ARGPARSE_TEXTS, language_in

# What argparse says where something is wrong, each by what brings it about.
WRONG = {
    "unrecognized arguments: %s": ("--nonsense",),
    "invalid choice: %(value)r (choose from %(choices)s)": ("--theme", "pink"),
    "expected one argument": ("--theme",),
    "the following arguments are required: %s": ("picture",),
    "one of the arguments %s is required": ("train",),
    "not allowed with argument %s": ("train", "--steps", "1", "--epochs", "1"),
    "ignored explicit argument %r": ("train", "--steps", "1", "--json=yes"),
}


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001 (it must be there)
    """Have every text that is translated stand in brackets."""
    translator = Bracketing()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: ARG001 (it must be there)
    """Translations of a few texts."""
    texts = {
        "Arguments": {"usage: ": "用法：", "unrecognized arguments: %s": "无法识别的参数：%s"},
        "CommandLine": {"Train without a window.": "不打开窗口进行训练。"},
        "Errors": {"The learning rate must be above 0 and at most {largest:g}.": "学习率"},
    }
    compile_texts(tmp_path / "visualiser_zh_CN.qm", texts)
    monkeypatch.setattr(languages, "_folders", lambda: (tmp_path,))
    yield
    speak(ENGLISH)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """All that is printed."""
    capsys.readouterr()
    with pytest.raises(SystemExit):
        run(arguments)
    out, err = capsys.readouterr()
    return out + err


def texts_of_argparse() -> set[str]:
    """All texts that argparse has translated, as they stand in its source."""
    calls = (n for n in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(n, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id == "_"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_argparse_says_nothing_that_cannot_be_translated() -> None:
    # A Python to come may say things in other words.
    known = texts_of_argparse()
    later = {"%(heading)s:"}
    assert set(ARGPARSE_TEXTS) - known <= later


@pytest.mark.parametrize(("text", "arguments"), WRONG.items())
@pytest.mark.usefixtures("brackets")
def test_what_is_wrong_is_said_in_the_language(
    text: str, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert text in ARGPARSE_TEXTS
    sentence = said(capsys, *arguments).splitlines()[0]
    beginning = text.partition("%")[0]
    assert f"⟦{beginning}" in sentence
    assert sentence.endswith("⟧")


@pytest.mark.parametrize("command", [(), ("train",), ("picture",)])
@pytest.mark.usefixtures("brackets")
def test_every_word_of_the_help_is_in_the_language(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, *command, "--help")
    bare, depth = "", 0
    for sign in text:
        depth += {"⟦": 1, "⟧": -1}.get(sign, 0)
        bare += sign if depth == 0 and sign != "⟧" else ""
    words = {word for word in bare.split() if word.isalpha() and word.islower()}
    # What is typed, and not read.
    assert words <= {"visualiser", "train", "picture", "out", "file"}


@pytest.mark.usefixtures("chinese")
def test_it_speaks_the_language_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "train", "--language", CHINESE, "--help")
    assert text.startswith("用法：")
    assert "不打开窗口进行训练。" in text
    assert "无法识别的参数：--nonsense" in said(capsys, "--nonsense", f"--language={CHINESE}")
    assert said(capsys, "train", "--language", ENGLISH, "--help").startswith("usage: ")


@pytest.mark.usefixtures("chinese")
def test_it_speaks_the_system_s_language_where_none_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "of_system", lambda _: CHINESE)
    assert said(capsys, "--help").startswith("用法：")


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (("train", "--language", "zh_CN"), "zh_CN"),
        (("--language=en", "--seed", "1"), "en"),
        (("--language",), ""),
        (("--seed", "1"), ""),
        ((), ""),
    ],
)
def test_the_language_is_known_before_all_else(arguments: tuple[str, ...], language: str) -> None:
    assert language_in(arguments) == language


def test_a_language_that_is_not_offered_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = said(capsys, "train", "--language", "tlh", "--steps", "1")
    assert "tlh" in sentence
    assert CHINESE in sentence
