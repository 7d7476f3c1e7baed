"""Every text that a user can read is translated, and what is translated says the same."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTranslator

from core.optimisers import OPTIMISERS
from core.schedules import SCHEDULES
from tools.translating.__main__ import LANGUAGES, PACKAGES, ROOT, qm_file, ts_file
from tools.translating.texts import Text, Unclear, collect
from tools.translating.ts_file import Message, read_ts

# Calls that pass on a text which is written out, and so collected, somewhere else.
PASSED_ON = {
    "core/datasets/csv_file.py": "the sentence comes from the caller",
    "core/datasets/drawn.py": "the sentence of another error",
    "core/datasets/idx.py": "one of two sentences",
    "core/fitting.py": "one of two sentences",
    "core/tables.py": "the sentence comes from the caller",
    "visualiser/colour_maps.py": "one of its table's words",
    "visualiser/data/found_words.py": "a sentence of core's",
    "visualiser/errors.py": "a sentence of core's",
    "visualiser/files/exchange_dialogs.py": "a title of core's",
    "visualiser/landscape/plane_canvas.py": "moves a painter",
    "visualiser/network_view/flow_light.py": "moves a painter",
    "visualiser/parsing.py": "one of argparse's own, listed there",
    "visualiser/recipe_words.py": "a formula or a name of core's",
    "visualiser/setting_kinds.py": "a text of the table of settings",
    "visualiser/tour/problem.py": "made again after it travelled",
    "visualiser/training/conditions.py": "the sentence comes from the caller",
    "visualiser/widgets/pin_button.py": "moves a rectangle",
}
# As the field has them, and the notes that the program follows.
TERMS = {
    r"\bneurons?\b": "神经元",
    r"\bbias(es)?\b": "偏置",
    r"\bgradients?\b(?! steps?\b)": "梯度",
    r"\bmini-batch(es)?\b": "小批量",
    r"\blearning rate\b": "学习率",
    r"\bbranch(es)?\b": "分支",
}
PLACE = re.compile(r"\{[^}]*\}")
# What stands in code is the same in every language.
CODE = re.compile(r"core\.\w+\([^)]*\)")


@cache
def messages(language: str) -> list[Message]:
    return list(read_ts(ts_file(language)))


@cache
def collected() -> tuple[list[Text], list[Unclear]]:
    """All texts of the program, and the calls whose text is not written out."""
    return collect(ROOT, PACKAGES)


def test_every_text_is_written_out_where_it_is_translated() -> None:
    _, unclear = collected()
    assert [call for call in unclear if call.file not in PASSED_ON] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    """Else: python -m tools.translating update, translate, compile."""
    texts, _ = collected()
    needed = {(text.context, text.source) for text in texts}
    finished = {(m.context, m.source) for m in messages(language) if m.is_finished}
    assert sorted(needed - finished) == []
    assert sorted(finished - needed) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_that_of_the_texts(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(qm_file(language)))
    for message in messages(language):
        assert translator.translate(message.context, message.source) == message.translation


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_values_and_the_same_marks(language: str) -> None:
    for message in messages(language):
        source, translation = message.source, message.translation
        assert set(PLACE.findall(source)) == set(PLACE.findall(translation)), source
        for mark in ("<b>", "<br>", "[*]", "\n", "(*"):
            assert source.count(mark) == translation.count(mark), source


def test_the_names_of_settings_are_translated() -> None:
    choices: list[type[Any]] = [*OPTIMISERS.values(), *SCHEDULES.values()]
    needed = {field.name.replace("_", " ") for choice in choices for field in fields(choice)}
    assert needed <= {m.source for m in messages("zh_CN") if m.context == "Names"}


def test_chinese_has_the_terms_of_the_field() -> None:
    for message in messages("zh_CN"):
        for english, chinese in TERMS.items():
            words = CODE.sub("", PLACE.sub("", message.source))
            if re.search(english, words, re.IGNORECASE):
                assert chinese in message.translation, message.source


def test_chinese_has_no_space_before_the_dots_at_an_end() -> None:
    spaced = [m.translation for m in messages("zh_CN") if m.translation.endswith(" …")]
    assert spaced == []


def test_texts_are_found_in_every_form(tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "errors.py").write_text("class UserError(Exception): pass\n", "utf-8")
    (tmp_path / "core" / "some.py").write_text(
        '"""No text."""\nNOTE = "This is a whole sentence."\nNAME = "no sentence"\n'
        'raise UserError("{x} bad", x=1)\nCOSTS: dict[str, int] = {"cross_entropy": 1}\n',
        "utf-8",
    )
    (tmp_path / "window").mkdir()
    (tmp_path / "window" / "other.py").write_text(
        'class Box:\n    def show(self):\n        self.tr("one")\n        _tr("two")\n'
        "        self.tr(name)\nclass Worst(Worse): pass\nclass Worse(UserError): pass\n"
        'raise Worst("{y} worse", y=1)\ndef _tr(text):\n    return app.translate("Words", text)\n',
        "utf-8",
    )
    texts, unclear = collect(tmp_path, ("core", "window"))
    assert {(text.context, text.source) for text in texts} == {
        ("Errors", "This is a whole sentence."),
        ("Errors", "{x} bad"),
        ("Errors", "{y} worse"),
        ("Names", "cross entropy"),
        ("Box", "one"),
        ("Words", "two"),
    }
    assert [call.call for call in unclear] == ["self.tr(name)"]
