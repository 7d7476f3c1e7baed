"""Reading chapters: what a file says, and that a bad one is told of with its line."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import RunSettings, load_dataset
from visualiser.selection import Connection, Neuron
from visualiser.tour.chapter import Chapter
from visualiser.tour.conditions import CONDITIONS, Deed, deed_of
from visualiser.tour.formulas import FORMULAS, Sought, sought_of
from visualiser.tour.inline import plain
from visualiser.tour.place import State, example_of, part_of, part_text, state_of
from visualiser.tour.problem import ChapterError
from visualiser.tour.reading import chapter_of, problems_of

GOOD = """---
title: What a neuron is
state: layers=64-16-16-10&seed=8&step=5&select=1.3&example=test-12
formula: a_j = σ(S_j)
check: answer = 7
check: answer = 3 | step=9
---
A neuron holds **one** number,
its $a$. See [step 3](state:step=3).

- an item

- [ ] Select [neuron 4](do:select/1.4).
- [ ] Take [a step](do:step),
  if you like.

## Is S positive?
right: =sum/1.3
- (plus) Yes
- (minus) No
> Look at
> the *inspector*.
"""


def good() -> Chapter:
    return chapter_of(GOOD, "1-neuron")


def with_line(old: str, new: str) -> list[tuple[int, str]]:
    """What is wrong with the good chapter once a text in it is another one."""
    assert old in GOOD
    return [(one.line, str(one)) for one in problems_of(GOOD.replace(old, new), "1")]


def line_of(text: str) -> int:
    return GOOD[: GOOD.index(text)].count("\n") + 1


def test_a_chapter_says_what_its_file_says() -> None:
    chapter = good()
    assert (chapter.id, chapter.title) == ("1-neuron", "What a neuron is")
    state = chapter.state
    assert state.settings.layers == (64, 16, 16, 10)
    assert (state.settings.seed, state.step) == (8, 5)
    assert (state.selection, state.example) == (Neuron(1, 3), ("test", 12))
    first, item = chapter.paragraphs
    assert plain(first.text) == "A neuron holds one number, its a. See step 3."
    assert [piece.kind for piece in first.text if piece.kind != "plain"] == ["bold", "formula"]
    assert item.is_item
    assert [task.deed for task in chapter.tasks] == [Deed("select", "1.4"), Deed("step")]
    assert plain(chapter.tasks[1].text) == "Take a step, if you like."
    [question] = chapter.questions
    assert question.right == Sought("sum", "1.3")
    assert [option.key for option in question.options] == ["plus", "minus"]
    assert [plain(text) for text in question.why] == ["Look at the inspector."]
    assert question.state == state
    assert [(c.sought.name, c.value, c.state is None) for c in chapter.checks] == [
        ("answer", "7", True),
        ("answer", "3", False),
    ]


def test_a_question_may_be_about_a_state_of_its_own_or_about_none() -> None:
    own = chapter_of(GOOD.replace("right: =sum", "state: step=2\nright: =sum"), "1")
    assert own.questions[0].state == state_of("step=2")
    usual = chapter_of(
        "".join(GOOD.splitlines(keepends=True)[:2]) + GOOD[GOOD.index("---\nA") :], "1"
    )
    assert usual.state == usual.questions[0].state == state_of("")
    fixed = chapter_of(GOOD.replace("right: =sum/1.3", "right: plus"), "1")
    assert fixed.questions[0].state is None


def test_between_chinese_lines_there_is_no_space() -> None:
    chapter = chapter_of(GOOD.replace("number,\nits", "神经元\n就是"), "1")
    assert "神经元就是" in plain(chapter.paragraphs[0].text)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("title: What a neuron is", "titel: x", "titel"),
        ("title: What a neuron is", "title:", "nothing after"),
        ("seed=8", "sead=8", "sead"),
        ("seed=8", "seed=8&seed=9", "twice"),
        ("seed=8", "seed=-8", "-8"),
        ("layers=64-16-16-10", "layers=64", "layers"),
        ("layers=64-16-16-10", "layers=64-0-10", "layers"),
        ("step=5", "step=999999", "999999"),
        ("step=5", "step=5&rate=nan", "nan"),
        ("step=5", "step=5&data=/etc/passwd", "/etc/passwd"),
        ("step=5", "step=5&activation=relu+relu", "3"),
        ("select=1.3", "select=1.16", "1.16"),
        ("test-12", "best-12", "best-12"),
        ("check: answer = 7", "check: answer", "answer = 7"),
        ("check: answer = 7", "check: anser = 7", "anser"),
        ("state:step=3", "https://example.org", "do:"),
        ("do:select/1.4", "do:selekt/1.4", "selekt"),
        ("do:select/1.4", "do:select/one", "one"),
        ("do:step)", "do:step/9)", "9"),
        ("[a step](do:step)", "a step", "link"),
        ("right: =sum/1.3", "right: =summ/1.3", "summ"),
        ("right: =sum/1.3", "right: =sum/0.3", "0.3"),
        ("right: =sum/1.3", "right: zero", "zero"),
        ("right: =sum/1.3", "> Because.", "which answer"),
        ("- (minus) No", "- minus No", "brackets"),
        ("- (minus) No", "- (plus) No", "key of its own"),
        ("> Look at\n> the *inspector*.", "", "reason"),
        ("> Look at\n> the *inspector*.", "Look.", "means nothing"),
        ("- an item", "# A heading", "heading"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, says: str) -> None:
    is_whole = says in ("key of its own", "reason", "which answer")
    [(line, sentence)] = with_line(old, new)
    # Some are of the question as a whole.
    assert line == line_of("## Is S" if is_whole else old)
    assert says in sentence
    assert "{" not in sentence


def test_all_that_is_wrong_is_told_by_lines() -> None:
    text = GOOD.replace("seed=8", "sead=8").replace("do:step)", "do:stop)").replace("sum/", "s/")
    lines = [problem.line for problem in problems_of(text, "1")]
    assert lines == [line_of("state:"), line_of("- [ ] Take"), line_of("right:")]
    with pytest.raises(ChapterError) as caught:
        chapter_of(text, "1")
    assert caught.value.line == lines[0]


@pytest.mark.parametrize("text", ["", "---", "---\n---", "Hello", "\n---\ntitle: x\n---\nHello"])
def test_what_is_no_chapter_at_all_is_told(text: str) -> None:
    assert problems_of(text, "1")


@pytest.mark.parametrize(
    "text",
    [
        "x" * 70_000,
        GOOD + "x" * 5000,
        GOOD + "- [ ] [Go](do:step)\n\n" * 20,
        GOOD.replace("- [ ] Select", "- [ ] [x](do:step) Select"),
        GOOD.replace("layers=64-16-16-10", "layers=1000-1000-1000-10"),
        GOOD.replace("64-16-16-10", "64-500-10").replace("step=5", "step=20000"),
    ],
)
def test_too_much_is_refused(text: str) -> None:
    assert problems_of(text, "1")


def test_an_error_keeps_its_line_on_its_way_between_processes() -> None:
    [problem] = problems_of(GOOD.replace("seed=8", "sead=8"), "1")
    again = pickle.loads(pickle.dumps(problem))  # noqa: S301 (our own)
    assert (again.line, str(again)) == (problem.line, str(problem))


# -------------------------------------------------------------------- whatever a file holds

_PARTS = st.sampled_from(
    [
        *("---\n", "title: x\n", "state: ", "check: ", "formula: ", "right: ", "right: =", "\n"),
        *("## ", "- [ ] ", "- (", ")", "> ", "[x](do:", "[x](state:", "**", "$", "*", "\\", "|"),
        *("step=", "layers=", "64-16", "&", "=", "/", ".", "1.3", "%", "%00", "{x}", "{}", "{0}"),
        *CONDITIONS,
        *FORMULAS,
    ]
)


@settings(deadline=None, max_examples=80)
@given(st.lists(_PARTS, max_size=40).map("".join), st.booleans())
def test_no_text_is_more_than_a_chapter_or_sentences(text: str, has_head: bool) -> None:
    if has_head:
        text = GOOD[: GOOD.index("A neuron")] + text
    problems = problems_of(text, "name")
    assert all(str(one) and one.line >= 0 for one in problems)
    if not problems:
        assert isinstance(chapter_of(text, "name"), Chapter)


@settings(deadline=None, max_examples=100)
@given(st.integers(0, len(GOOD)), st.integers(0, 30), st.text(max_size=12))
def test_no_change_of_a_chapter_is_more(start: int, length: int, new: str) -> None:
    text = GOOD[:start] + new + GOOD[start + length :]
    for problem in problems_of(text, "name"):
        assert str(problem)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=30))
def test_no_link_is_more_than_what_it_means_or_a_sentence(text: str) -> None:
    for read in (state_of, deed_of, sought_of, part_of, example_of):
        told: ChapterError | None = None
        try:
            read(text, 3)
        except ChapterError as error:
            told = error
        assert told is None or (told.line == 3 and str(told))


@given(st.integers(0, 7), st.integers(0, 999), st.none() | st.integers(0, 999))
def test_a_part_is_read_as_it_is_written(layer: int, index: int, origin: int | None) -> None:
    part = Neuron(layer, index) if origin is None else Connection(layer, index, origin)
    assert part_of(part_text(part)) == part


def test_a_state_names_every_setting_of_the_run_that_it_is_of() -> None:
    for text in ("", "activation=tanh&rate=0.5&batch=20&seed=3", "cost=cross_entropy"):
        wanted = state_of(text).settings
        assert RunSettings.of(wanted.new_run(load_dataset("digits"))) == wanted
    assert isinstance(state_of(""), State)
