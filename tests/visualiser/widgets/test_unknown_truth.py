"""Where nobody has said what is shown: t, C and δ are said to be unknown, never made up."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Run, RunSettings
from tests.visualiser import screen
from tests.visualiser.states import describe, new_run, snapshot_of
from visualiser.cost_terms import CostTerms
from visualiser.network_view.captions import example_words
from visualiser.network_view.network_view import NetworkView
from visualiser.number_format import fixed
from visualiser.own_inputs import noise
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import DARK
from visualiser.training.connection_questions import Chain, ChainOfExample
from visualiser.training.messages import Answered, ShownExample
from visualiser.training.questions import Question
from visualiser.training.shown_example import own_example
from visualiser.training.snapshot import Snapshot


@pytest.fixture(scope="module")
def run() -> Run:
    made = new_run()
    made.train(300)
    return made


def state(run: Run, label: int | None) -> Snapshot:
    """The run shown noise, which may be said to be a digit."""
    inputs = noise(64, 11)
    snapshot = snapshot_of(run)
    forward = run.network.forward(inputs)
    return replace(
        snapshot,
        progress=replace(
            snapshot.progress, example=own_example(run.data, inputs, label, "Noise 11")
        ),
        activations=forward.activations,
        weighted_sums=forward.weighted_sums,
    )


class Told:
    """The inspector on some state, with all that it asks answered."""

    def __init__(self, qtbot: QtBot, run: Run, label: int | None, selection: Selection) -> None:
        self.asked: list[Question] = []
        self.panel = InspectorPanel()
        qtbot.addWidget(self.panel)
        self.panel.resize(384, 3000)
        self.panel.question_asked.connect(self.asked.append)
        self.panel.show()
        self.panel.show_selection(selection)
        self.panel.show_snapshot(state(run, label))
        for question in tuple(self.asked):
            answer = question.answer(run)
            self.panel.show_answer(Answered(question, run.position, answer))

    def text(self) -> str:
        return screen.text(self.panel)


def test_the_cost_of_the_whole_network_page(qtbot: QtBot, run: Run) -> None:
    told = Told(qtbot, run, None, None).text()
    assert "C of this input is unknown" in told
    outputs = state(run, None).activations[-1]
    found = re.search(r"its largest a: ([\d.]+), of output (\d)", told)
    assert found is not None
    assert float(found[1]) == pytest.approx(float(outputs.max()), abs=6e-5)
    assert int(found[2]) == int(outputs.argmax())


def test_an_output_neuron(qtbot: QtBot, run: Run) -> None:
    told = Told(qtbot, run, None, Neuron(3, 4))
    assert "t is unknown here" in told.text()
    assert "δ is unknown for this input" in told.text()
    assert not re.search(r"\bt = \d", told.text())
    assert not any(isinstance(one, ChainOfExample) for one in told.asked)


def test_a_hidden_neuron(qtbot: QtBot, run: Run) -> None:
    assert "δ is unknown for this input" in Told(qtbot, run, None, Neuron(1, 4)).text()


def test_a_connection(qtbot: QtBot, run: Run) -> None:
    told = Told(qtbot, run, None, Connection(3, 4, 2))
    assert "∂C/∂W of this input is unknown" in told.text()
    assert not any(isinstance(one, ChainOfExample) for one in told.asked)


@pytest.mark.parametrize("selection", [None, Neuron(3, 4), Neuron(2, 1), Connection(3, 4, 2)])
def test_with_a_label_all_is_known(qtbot: QtBot, run: Run, selection: Selection) -> None:
    told = Told(qtbot, run, 6, selection)
    assert "unknown" not in told.text()
    chains = [one for one in told.asked if isinstance(one, ChainOfExample)]
    assert bool(chains) == (selection is not None)
    for chain in chains:
        found = chain.answer(run)
        assert isinstance(found, Chain)
        assert np.isfinite(found.delta)


def test_what_is_known_again_is_told_again(qtbot: QtBot, run: Run) -> None:
    told = Told(qtbot, run, None, Neuron(3, 4))
    told.panel.show_snapshot(state(run, 4))
    assert "unknown" not in told.text()
    assert "This digit is a 4, so t = 1 here" in told.text()


def test_there_are_no_terms_without_a_target(run: Run) -> None:
    with pytest.raises(ValueError, match="unknown"):
        CostTerms.of(state(run, None))


def test_captions_say_what_is_known(run: Run) -> None:
    here = describe(run)
    assert example_words(state(run, None).progress.example, here) == "Noise 11: truth unknown"
    assert example_words(state(run, 6).progress.example, here) == "Noise 11: truly a 6"
    assert example_words(ShownExample("test", 3, 7), here) == "Test example 3: truly a 7"


def test_the_network_answers_without_a_verdict(qtbot: QtBot, run: Run) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    answer = state(run, None).answer
    colours = {}
    for name, label in (("unknown", None), ("right", answer), ("wrong", (answer + 1) % 10)):
        view.resize(800, 500)
        view.show_run(state(run, label).description)
        view.show_snapshot(state(run, label))
        colours[name] = {tuple(one) for one in screen.pixels(view)[:, 640:].reshape(-1, 3).tolist()}
    right, wrong = (tuple(theme_rgb(name)) for name in ("right", "negative"))
    assert right in colours["right"]
    assert right not in colours["unknown"]
    # The legend has it at the left; lines end at the outputs.
    assert wrong in colours["wrong"]
    assert wrong not in colours["unknown"]


def theme_rgb(name: str) -> list[int]:
    colour = DARK.colour(name)
    return [colour.red(), colour.green(), colour.blue()]


@pytest.mark.parametrize(
    ("data", "told"), [("xor", "The output's a is {}, so it is read as 1."), ("plane", "{}.")]
)
@pytest.mark.parametrize("selection", [None, Neuron(3, 0), Neuron(1, 4), Connection(3, 0, 2)])
def test_of_one_output_its_a_is_told(
    qtbot: QtBot, data: str, told: str, selection: Selection
) -> None:
    settings = RunSettings(data)
    made = settings.new_run(settings.load_data())
    made.network.biases[-1][:] = 9
    inputs = noise(2, 11)
    forward = made.network.forward(inputs)
    here = snapshot_of(made)
    example = own_example(made.data, inputs, None, "Noise 11")
    panel = InspectorPanel()
    qtbot.addWidget(panel)
    panel.resize(384, 3000)
    panel.show()
    panel.show_selection(selection)
    panel.show_snapshot(
        replace(
            here,
            progress=replace(here.progress, example=example),
            activations=forward.activations,
            weighted_sums=forward.weighted_sums,
        )
    )
    said = screen.text(panel)
    assert "unknown" in said
    if selection is None:
        assert told.format(fixed(float(forward.activations[-1][0]))) in said
        assert ("read as" in said) == (data == "xor")
