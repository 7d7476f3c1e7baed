"""The validator: what a teacher is told of chapters; and the program's own, which are true."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from tests.visualiser.scenes.speaking import spoken
from visualiser.errors import sentence
from visualiser.resources import asset
from visualiser.tour.__main__ import main
from visualiser.tour.chapter import Chapter
from visualiser.tour.checking import findings_in
from visualiser.tour.folder import (
    MOST_CHAPTERS,
    TourError,
    built_in,
    chapters_in,
)
from visualiser.tour.inline import plain

LANGUAGES = ("en", "zh_CN")
CHAPTER = """---
title: One
state: seed=7&example=test-3
check: answer = {answer}
---
Words.

## What does it answer?
right: =answer
- ({key}) This
- (0) That
> So.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "1-one.md").write_text(CHAPTER.format(answer=1, key=1), "utf-8")
    (tmp_path / "notes.txt").write_text("No chapter.", "utf-8")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_s_own_chapters_say_is_true(language: str) -> None:
    assert [f"{f.file.name}:{f.line}: {f.error}" for f in findings_in(built_in(language))] == []


def keys_in(chapter: Chapter) -> set[str]:
    """The commands whose keys its tasks name."""
    return {p.text for task in chapter.tasks for p in task.text if p.kind == "key"}


def test_what_is_wrong_is_told_in_the_reader_s_language(qapp: QApplication, folder: Path) -> None:
    del qapp
    (folder / "9-bad.md").write_text("---\ntitle: X\n---\nA [b](go:up).\n", "utf-8")
    with pytest.raises(TourError) as found:
        chapters_in(folder)
    with spoken("zh_CN"):
        said = sentence(found.value)
    assert (
        said == "9-bad.md 第 4 行：链接“go:up”没有去处；请以 do: 或 state: 开头，如 do:select/1.3。"
    )


def test_both_languages_ask_for_the_same_in_the_same_states() -> None:
    english, chinese = (chapters_in(built_in(language)) for language in LANGUAGES)
    assert len(english) == 9
    for one, other in zip(english, chinese, strict=True):
        assert one.id == other.id
        assert one.state == other.state
        assert [task.deed for task in one.tasks] == [task.deed for task in other.tasks]
        assert [(c.sought, c.value, c.state) for c in one.checks] == [
            (c.sought, c.value, c.state) for c in other.checks
        ]
        assert keys_in(one) == keys_in(other)
        for question, same in zip(one.questions, other.questions, strict=True):
            assert (question.right, question.state) == (same.right, same.state)
            assert [o.key for o in question.options] == [o.key for o in same.options]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_is_short_with_something_to_do_and_two_questions(language: str) -> None:
    for chapter in chapters_in(built_in(language)):
        assert chapter.formula
        assert 2 <= len(chapter.tasks) <= 4
        assert len(chapter.questions) == 2
        assert sum(len(plain(one.text).split()) for one in chapter.paragraphs) < 150


def test_a_language_without_chapters_reads_english() -> None:
    assert built_in("de_DE") == asset("tour/en")
    assert built_in("zh_CN") == asset("tour/zh_CN")
    assert built_in("zh_TW") == asset("tour/zh_CN")
    assert built_in("C") == built_in("") == asset("tour/en")


def test_a_good_folder_is_found_to_be_good(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == "Chapters: 1; nothing wrong.\n"


@pytest.mark.parametrize(
    ("answer", "key", "line", "says"), [(4, 1, 4, "is 1"), (1, 5, 8, "no answer has that key")]
)
def test_what_is_not_so_is_told_with_file_and_line(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    answer: int,
    key: int,
    line: int,
    says: str,
) -> None:
    file = folder / "2-two.md"
    file.write_text(CHAPTER.format(answer=answer, key=key), "utf-8")
    assert main(["check", str(folder)]) == 1
    [told] = capsys.readouterr().out.splitlines()
    assert told.startswith(f"{file}:{line}: ")
    assert says in told


def test_a_state_that_cannot_be_is_told(folder: Path) -> None:
    text = CHAPTER.format(answer=1, key=1)
    (folder / "2-two.md").write_text(text.replace("test-3", "test-360"), "utf-8")
    (folder / "3-three.md").write_text(text.replace("seed=7", "layers=32-16-10"), "utf-8")
    assert [found.file.name for found in findings_in(folder)] == ["2-two.md", "3-three.md"]


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"---\nti\xfftle", b"x" * 300_000])
def test_what_is_no_text_is_told(folder: Path, raw: bytes) -> None:
    (folder / "2-two.md").write_bytes(raw)
    [found] = findings_in(folder)
    assert found.file.name == "2-two.md"
    with pytest.raises(TourError, match=r"2-two\.md, line \d"):
        chapters_in(folder)


def test_what_is_no_folder_of_chapters_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (tmp_path, tmp_path / "none", tmp_path / "\0"):
        assert main(["check", str(folder)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3
    for number in range(MOST_CHAPTERS + 1):
        (tmp_path / f"{number}.md").touch()
    with pytest.raises(UserError, match="100"):
        chapters_in(tmp_path)
