"""The help of the command line is broken into lines where they may be, and none is too wide."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visualiser.help_lines import columns, lines_of

WIDE = st.text("每一层的神经元数", min_size=1, max_size=30)
NARROW = st.text("abc,.=-", min_size=1, max_size=10)
ENDS = ("，", "。", "；", "：", "、", "）", "”")


@given(st.lists(WIDE | NARROW, max_size=20), st.integers(20, 80))
@settings(deadline=None, max_examples=60)
def test_nothing_is_lost_and_no_line_is_too_wide(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = lines_of(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns(line) <= width for line in lines)


@given(st.lists(NARROW, min_size=1, max_size=30))
@settings(deadline=None, max_examples=30)
def test_english_is_broken_as_argparse_does(words: list[str]) -> None:
    text = " ".join(words)
    options = {"break_on_hyphens": False}
    assert lines_of(text, 30) == textwrap.wrap(text, 30, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", range(12, 40))
def test_no_line_begins_with_what_ends_a_clause(width: int) -> None:
    text = "所有层的 σ；或输出的，如 tanh,softmax；或“每层”一个（logistic）：不给则为它。"
    assert not any(line.startswith(ENDS) for line in lines_of(text, width))


def test_a_chinese_sign_takes_two_columns() -> None:
    assert columns("神经元 a，b") == 6 + 2 + 2 + 1
