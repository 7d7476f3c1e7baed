"""What counts as done, and what is worked out of a state: each entry of the two tables."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core import Edit, evaluate
from core.history import EDIT, Change
from tests.visualiser.states import new_run, snapshot_of, with_outputs
from visualiser.phases import Phase, movement
from visualiser.selection import Connection, Neuron
from visualiser.tour.checking import untrue
from visualiser.tour.conditions import CONDITIONS, deed_of
from visualiser.tour.formulas import FORMULAS, Scene, sought_of
from visualiser.tour.moment import Moment
from visualiser.tour.reading import chapter_of
from visualiser.tour.rehearsal import Rehearsal
from visualiser.training import messages as m
from visualiser.training.snapshot import Snapshot

DOCS = (Path(__file__).parents[3] / "docs" / "tour.md").read_text("utf-8")


def at(step: int, index: int = 3, **changes: object) -> Snapshot:
    run = new_run()
    run.train(step)
    return snapshot_of(run, index, **changes)


START, FIRST, TENTH = at(0), at(1), at(10)
LABEL = START.progress.example.label or 0
RIGHT = with_outputs(START, np.eye(10, dtype=np.float32)[LABEL])
WRONG = with_outputs(START, np.eye(10, dtype=np.float32)[(LABEL + 1) % 10])
OTHER = with_outputs(at(0, 5), np.zeros(10, np.float32))
EDITED = at(0, changes=(Change(0, EDIT, Edit(1, 2, 3, 0.5)),))
BIASED = at(0, changes=(Change(0, EDIT, Edit(1, 2, None, 0.5)),))
FASTER = replace(
    START, progress=replace(START.progress, recipe=replace(START.progress.recipe, learning_rate=3))
)
PLAYING = at(10, playing=True)
ELSEWHERE = replace(TENTH, description=replace(TENTH.description, identity=99))
OWN = replace(
    START,
    progress=replace(
        START.progress,
        example=m.ShownExample("own", 0, None, m.OwnInput.of(np.zeros(64, np.float32), "Noise 1")),
    ),
)


def measured(step: int, accuracy: float, cost: float) -> m.Measured:
    found = evaluate(new_run().network, new_run().data.test)
    test = replace(found, accuracy=accuracy, cost=cost)
    return m.Measured(step, test, test)


def when(snapshot: Snapshot, **changes: object) -> Moment:
    return Moment(snapshot).with_changes(**changes)


CASES: list[tuple[str, Moment, Moment, bool]] = [
    ("select/1.3", when(START), when(START, selection=Neuron(1, 3)), True),
    ("select/1.3", when(START), when(START, selection=Neuron(1, 4)), False),
    ("select/1.3.7", when(START), when(START, selection=Connection(1, 3, 7)), True),
    ("select/neuron", when(START), when(START, selection=Neuron(2, 4)), True),
    ("select/connection", when(START), when(START, selection=Neuron(2, 4)), False),
    ("step", when(START), when(FIRST), True),
    ("step", when(FIRST), when(START), False),
    ("step", when(START), when(PLAYING), False),
    ("step", when(START), when(ELSEWHERE), False),
    ("back", when(FIRST), when(START), True),
    ("back", when(START), when(START), False),
    ("travel", when(TENTH), when(FIRST), True),
    ("travel", when(TENTH), when(START), False),
    ("travel", when(FIRST), when(TENTH), False),
    ("start", when(TENTH), when(START), True),
    ("start", when(START), when(START), False),
    ("play", when(START), when(PLAYING), True),
    ("play", when(START), when(TENTH), False),
    ("reach/10", when(FIRST), when(TENTH), True),
    ("reach/11", when(FIRST), when(TENTH), False),
    ("phase", when(START), when(START, phase=Phase("batch")), True),
    ("phase/cost", when(START), when(START, phase=Phase("batch")), False),
    ("phase/cost", when(START), when(START, phase=Phase("cost")), True),
    ("predict", when(START), when(START, guess="falls"), True),
    ("predict", when(START), when(START), False),
    ("lines/slope", when(START), when(START, lines="slope"), True),
    ("lines/slope", when(START), when(START), False),
    ("weight", when(START), when(EDITED), True),
    ("weight", when(START), when(BIASED), False),
    ("bias", when(START), when(BIASED), True),
    ("bias", when(BIASED), when(BIASED), False),
    ("rate", when(START), when(FASTER), True),
    ("rate", when(START), when(FIRST), False),
    ("undo", when(EDITED), when(START), True),
    ("undo", when(START), when(EDITED), False),
    ("example", when(START), when(OTHER), True),
    ("example", when(START), when(FIRST), False),
    ("example/test-5", when(START), when(OTHER), True),
    ("example/test-6", when(START), when(OTHER), False),
    ("right", when(WRONG), when(RIGHT), True),
    ("right", when(RIGHT), when(RIGHT), False),
    ("misread", when(RIGHT), when(OTHER), True),
    ("misread", when(RIGHT), when(WRONG), False),
    ("own", when(START), when(OWN), True),
    ("own", when(START), when(OTHER), False),
    ("accuracy/90", when(START), when(START, measured=measured(0, 0.9, 1)), True),
    ("accuracy/90", when(START), when(START, measured=measured(5, 0.9, 1)), False),
    ("cost/0.3", when(START), when(START, measured=measured(0, 0.9, 0.29)), True),
    ("cost/0.3", when(START), when(START, measured=measured(0, 0.9, 0.3)), False),
]


@pytest.mark.parametrize(("deed", "before", "now", "is_done"), CASES)
def test_what_counts_as_done(deed: str, before: Moment, now: Moment, is_done: bool) -> None:
    assert deed_of(deed).is_done(before, now) == is_done


def test_every_condition_is_tried_and_documented() -> None:
    assert {deed.partition("/")[0] for deed, *_ in CASES} == set(CONDITIONS)
    for name in (*CONDITIONS, *FORMULAS):
        assert re.search(rf"`{name}[/`]", DOCS), name


def test_before_anything_is_shown_nothing_is_done() -> None:
    for deed in {case[0] for case in CASES}:
        assert not deed_of(deed).is_done(Moment(), Moment())


class Recorder:
    """Notes what is done for the reader."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def send(self, command: m.Command) -> None:
        self.done.append(command)

    def select(self, selection: object) -> None:
        self.done.append(selection)

    def trigger(self, action: str) -> None:
        self.done.append(action)

    def show_lines(self, quantity: str) -> None:
        self.done.append(quantity)


@pytest.mark.parametrize(
    ("deed", "done"),
    [
        ("select/1.3", Neuron(1, 3)),
        ("step", m.Move(1)),
        ("back", m.Move(-1)),
        ("start", m.GoTo(0)),
        ("play", m.Play()),
        ("phase/cost", "phase"),
        ("lines/slope", "slope"),
        ("undo", "undo"),
        ("example", "next_example"),
        ("example/train-4", m.ShowExample("stay", "train", index=4)),
        ("own", "noise"),
        ("predict", None),
    ],
)
def test_what_a_click_on_a_task_does(deed: str, done: object) -> None:
    hands = Recorder()
    found = deed_of(deed)
    assert found.can_be_done_for_you == (done is not None)
    found.do(hands)
    assert hands.done == ([] if done is None else [done])


# -------------------------------------------------------------------- formulas


def test_formulas_are_what_a_computation_says() -> None:
    run = new_run()
    run.train(5)
    snapshot = snapshot_of(run, 3)
    test = evaluate(run.network, run.data.test)
    scene = Scene(snapshot, test)
    shown = run.network.forward(run.data.test.inputs[3])
    gradient, cost = run.gradient()
    target = run.data.test.targets[3]
    change = -1.5 * gradient.weights[2]
    signs = {-1: "minus", 0: "zero", 1: "plus"}
    expected = {
        "answer": shown.activations[-1].argmax(),
        "label": target.argmax(),
        "is-right": "yes" if shown.activations[-1].argmax() == target.argmax() else "no",
        "a/2.4": f"{shown.activations[2][4]:.2f}",
        "S/2.4": f"{shown.weighted_sums[1][4]:.2f}",
        "activation/1.3": "high" if shown.activations[1][3] > 0.5 else "low",
        "sum/1.3": signs[int(np.sign(shown.weighted_sums[0][3]))],
        "bias/1.3": signs[int(np.sign(run.network.biases[0][3]))],
        "weight/1.3.12": signs[int(np.sign(run.network.weights[0][3, 12]))],
        "largest-weight/1.3": np.abs(run.network.weights[0][3]).argmax(),
        "move/3.7.0": movement(float(change[7, 0]), float(np.abs(change).max())),
        "all-fall/3": "yes" if (change < 0).all() else "no",
        "most-gradient": 1 + int(np.argmax([np.abs(one).max() for one in gradient.weights])),
        "neurons/1": 16,
        "connections/1": 1024,
        "numbers": 1482,
        "cost": f"{((target - shown.activations[-1]) ** 2).sum():.2f}",
        "next-cost": f"{cost:.2f}",
        "worst": np.abs(target - shown.activations[-1]).argmax(),
        "accuracy": round(100 * test.accuracy),
        "accurate/5": "yes",
        "misread": round(360 * (1 - test.accuracy)),
    }
    assert {name.partition("/")[0] for name in expected} == set(FORMULAS)
    for name, value in expected.items():
        assert sought_of(name).value(scene) == str(value), name


def test_what_is_not_there_or_not_measured_is_not_known() -> None:
    assert sought_of("a/5.3").value(Scene(START)) is None
    assert sought_of("accuracy").value(Scene(START)) is None


def test_the_chapter_in_the_documentation_is_a_good_one() -> None:
    [text] = re.findall(r"```markdown\n(.*?)```", DOCS, re.DOTALL)
    chapter = chapter_of(text, "docs")
    assert list(untrue(chapter, Rehearsal())) == []
