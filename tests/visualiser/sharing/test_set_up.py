"""A set-up's text: what is written is read again, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.activations import ACTIVATIONS
from core.errors import UserError
from core.optimisers import OPTIMISERS, Adam, Momentum
from core.run_settings import RunSettings
from core.schedules import SCHEDULES
from tests.visualiser.states import digits
from visualiser.hiding.groups import GROUPS
from visualiser.selection import Connection, Neuron, Selection
from visualiser.sharing.entries import MOST_STEPS
from visualiser.sharing.reading import MOST_CHARACTERS, from_text
from visualiser.sharing.set_up import OWN_DATA, PREFIX, SetUp, in_full, to_text

ELEMENTWISE = [name for name, sigma in ACTIVATIONS.items() if sigma.is_elementwise]
POSITIVE = st.floats(1e-6, 1000, allow_nan=False)


@st.composite
def set_ups(draw: st.DrawFn) -> SetUp:
    """Set-ups that can be run, with settings in full."""
    layers = tuple(draw(st.lists(st.integers(1, 40), min_size=2, max_size=6)))
    own = draw(st.text(st.characters(codec="utf-8", categories=["L", "N", "S"]), min_size=1))
    names = ["digits", "mnist", "spiral:noise=10", "xor", f"{OWN_DATA}{own[:30]}"]
    made = RunSettings(
        data=draw(st.sampled_from(names)),
        layers=layers,
        activation=tuple(draw(st.sampled_from(ELEMENTWISE)) for _ in layers[1:]),
        bias=draw(st.sampled_from(["inside", "outside"])),
        learning_rate=draw(st.none() | POSITIVE),
        batch_size=draw(st.integers(1, 500)),
        seed=draw(st.integers(0, 2**63 - 1)),
        optimiser=draw(st.sampled_from([kind() for kind in OPTIMISERS.values()] + [Momentum(0.5)])),
        schedule=draw(st.sampled_from([kind() for kind in SCHEDULES.values()])),
        l1=draw(st.floats(0, 10)),
        clip=draw(st.none() | POSITIVE),
    )
    layer = draw(st.integers(1, len(layers) - 1))
    here, before = (
        draw(st.integers(0, layers[layer] - 1)),
        draw(st.integers(0, layers[layer - 1] - 1)),
    )
    selections: list[Selection] = [None, Neuron(layer, here), Connection(layer, here, before)]
    return SetUp(
        in_full(made),
        draw(st.integers(0, MOST_STEPS)),
        draw(st.sampled_from(selections)),
        draw(st.none() | st.tuples(st.sampled_from(["train", "test"]), st.integers(0, 5000))),
        frozenset(draw(st.sets(st.sampled_from(GROUPS)))),
    )


@settings(deadline=None, max_examples=30)
@given(set_ups())
def test_what_is_written_is_read_again(set_up: SetUp) -> None:
    text = to_text(set_up)
    assert from_text(text) == set_up
    assert text.isascii()
    assert not set(text) & set(" \t\n\"'<>")


@settings(deadline=None, max_examples=10)
@given(set_ups(), st.integers(20, 60))
def test_lines_that_mail_programs_break_are_read_again(set_up: SetUp, width: int) -> None:
    text = to_text(set_up)
    lines = [f"  {text[start : start + width]} " for start in range(0, len(text), width)]
    assert from_text("\r\n".join(lines)) == set_up


def test_the_usual_run_is_the_shortest_text() -> None:
    assert to_text(SetUp()) == PREFIX
    assert from_text(PREFIX).settings == in_full(RunSettings())


def test_only_what_is_unusual_is_written() -> None:
    made = RunSettings(
        layers=(64, 16, 10),
        activation=("tanh", "logistic"),
        learning_rate=0.5,
        seed=3,
        optimiser=Adam(decay=0.8),
    )
    hidden = frozenset({"status", "timeline"})
    assert to_text(SetUp(made, 1200, Neuron(1, 3), ("test", 12), hidden)) == (
        "nnv1:layers=64-16-10;activation=tanh,logistic;learning-rate=0.5;seed=3;"
        "optimiser=adam:decay=0.8;step=1200;select=1.3;example=test.12;hide=timeline,status"
    )


def test_a_run_from_the_text_is_the_run_that_was_shared() -> None:
    shared = RunSettings(layers=(64, 8, 10), activation="tanh", seed=5, optimiser="momentum")
    first = shared.new_run(digits())
    text = to_text(SetUp(RunSettings.of(first)))
    second = from_text(text).settings.new_run(digits())
    for run in (first, second):
        run.train(7)
    assert first.costs.tolist() == second.costs.tolist()


def test_data_of_ones_own_is_named_without_its_folder_and_never_read_from_a_path() -> None:
    assert from_text("nnv1:data=file:my%20own.csv").own_data == "my own.csv"
    for data in (
        "/etc/passwd",
        "file:",
        "file:a/b.csv",
        "file:..\\b",
        "%5C%5Cserver%5Cshare",
        "C:x",
    ):
        with pytest.raises(UserError, match="names no data"):
            from_text(f"nnv1:data={data}")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is no set-up"),
        ("hello", "“hello” is no set-up"),
        ("nnv2:seed=3", "of version 2"),
        ("nnv1:seed", "“seed” in the set-up has no ="),
        ("nnv1:colour=red", "“colour=red” in the set-up is not known"),
        ("nnv1:seed=3;seed=4", "“seed” stands in the set-up twice"),
        ("nnv1:seed=-3", "“seed=-3” in the set-up is no whole number"),
        ("nnv1:seed=٣", "is no whole number"),
        ("nnv1:seed=%G1", "is empty or damaged"),
        ("nnv1:data=%FF", "is empty or damaged"),
        ("nnv1:data=%00", "is empty or damaged"),
        ("nnv1:layers=", "is empty or damaged"),
        ("nnv1:layers=64-x-10", "“layers=64-x-10” in the set-up is no list of layer sizes"),
        ("nnv1:layers=64", "at least an input and an output"),
        ("nnv1:layers=" + "-".join(["2"] * 21), "too large: a set-up has at most 20 layers"),
        ("nnv1:layers=99999-99999", "million|weights and biases"),
        ("nnv1:layers=1500-1500", "at most 20 layers, and 2000000 weights"),
        ("nnv1:learning-rate=inf", "is no number"),
        ("nnv1:learning-rate=-1", "learning rate"),
        ("nnv1:batch-size=0", "leaves a mini-batch empty"),
        ("nnv1:activation=wavy", "no activation function"),
        ("nnv1:bias=left", "inside or outside"),
        ("nnv1:optimiser=adam:speed=2", "speed"),
        ("nnv1:step=1000001", "at most 1000000"),
        ("nnv1:select=1", "names nothing that can be selected"),
        ("nnv1:select=1.2.3.4", "names nothing that can be selected"),
        ("nnv1:layers=4-2;select=1.2", "a network of 4-2 does not have"),
        ("nnv1:example=some.1", "names no example"),
        ("nnv1:hide=all", "hides something that is not known"),
        (f"nnv1:{'x' * MOST_CHARACTERS}", "has 4005 characters"),
    ],
)
def test_a_fault_is_told_in_one_sentence_that_names_the_place(text: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        from_text(text)


TOKENS = st.sampled_from(
    [*"=;:,.-%~/\\", "nnv1:", "layers", "step", "select", "hide", "data", "64-10", "1e999", "%41"]
)


def tried_to_read(text: str) -> tuple[str, SetUp | None]:
    """Why it is refused, or what it says."""
    try:
        return "", from_text(text)
    except UserError as error:
        return str(error), None


@settings(deadline=None, max_examples=80)
@given(st.lists(TOKENS | st.text(max_size=5), max_size=25).map("".join))
def test_any_text_is_a_set_up_or_is_refused_in_a_printable_sentence(text: str) -> None:
    for tried in (text, PREFIX + text):
        refusal, set_up = tried_to_read(tried)
        assert refusal.isprintable()
        assert len(refusal) < 1000
        assert set_up is None or from_text(to_text(set_up)) == set_up
