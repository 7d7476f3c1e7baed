"""What Present says of what is selected: true numbers, and the names the rest of the window has."""

from __future__ import annotations

import numpy as np

from tests.visualiser.states import new_run, snapshot_of
from visualiser.presenting.selected import facts_of, title_of
from visualiser.selection import Connection, Neuron

RUN = new_run()
RUN.train(40)
SHOWN = snapshot_of(RUN, 3)


def written(value: float, sign: bool = True) -> str:
    return f"{value:+.4f}".replace("-", "−") if sign else f"{value:.4f}"


def test_a_neuron_has_a_its_bias_and_its_strongest_weight() -> None:
    network, a = RUN.network, RUN.network.forward(RUN.data.test.inputs[3]).activations
    for layer, count in ((1, 16), (2, 16), (3, 10)):
        for index in range(count):
            first, bias, strongest = facts_of(SHOWN, Neuron(layer, index))
            weights = network.weights[layer - 1][index]
            place = max(range(len(weights)), key=lambda k: abs(weights[k]))
            assert first.number == written(float(a[layer][index]), sign=False)
            assert bias.number == written(float(network.biases[layer - 1][index]))
            assert strongest.number == written(float(weights[place]))
            assert strongest.sign == np.sign(weights[place])
            row, column = divmod(place, 8)
            where = f"row {row}, column {column}" if layer == 1 else f"neuron {place} of layer"
            assert where in strongest.below


def test_a_connection_has_its_weight_and_what_it_carries() -> None:
    weight, term = facts_of(SHOWN, Connection(2, 3, 5))
    w = float(RUN.network.weights[1][3, 5])
    carried = w * float(SHOWN.activations[1][5])
    assert (weight.number, term.number) == (written(w), written(carried))
    assert title_of(SHOWN, Connection(2, 3, 5)) == "Neuron 5 → 3"
    assert title_of(SHOWN, Connection(1, 3, 10)) == "Input row 1, column 2 → 3"


def test_titles() -> None:
    assert title_of(SHOWN, Neuron(1, 4)) == "Neuron 4 of layer 1"
    assert title_of(SHOWN, Neuron(3, 7)) == "Output 7"
    assert title_of(SHOWN, Neuron(0, 9)) == "Input: row 1, column 1"
    assert title_of(SHOWN, None) == "Nothing is selected"
    assert not facts_of(SHOWN, None)
    assert [fact.letter for fact in facts_of(SHOWN, Neuron(0, 9))] == ["a"]
