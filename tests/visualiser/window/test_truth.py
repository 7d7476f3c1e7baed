"""A real window is driven about at random: what it then shows is worked out again by hand."""

from __future__ import annotations

import re
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Network, Run, load_dataset
from core.errors import SettingError
from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.windows import OpenWindow, wait_until
from visualiser.main_window import MainWindow
from visualiser.selection import Connection, Neuron
from visualiser.training import messages as m
from visualiser.widgets.ledger_sums import LedgerSums
from visualiser.widgets.term_table import TermTable

SIZES = (64, 16, 16, 10)
HALF = 0.5e-4 * 1.02

layers = st.integers(1, 3)
moves = st.one_of(
    st.builds(m.Move, st.integers(1, 40)),
    st.builds(m.Move, st.integers(-20, -1)),
    st.builds(m.SetLearningRate, st.sampled_from([0.1, 0.5, 2.0])),
    st.builds(m.SetBatchSize, st.sampled_from([1, 7, 32])),
    st.builds(
        m.SetParameter,
        layers,
        st.integers(0, 9),
        st.none() | st.integers(0, 15),
        st.floats(-3, 3, width=32),
    ),
    st.builds(m.ShowExample, st.just("stay"), st.just("test"), index=st.integers(0, 359)),
    st.builds(m.ShowExample, st.just("stay"), st.just("train"), index=st.integers(0, 1436)),
    st.builds(m.Undo),
    st.builds(m.Redo),
)


class Truth:
    """The same run, made by hand, and what float64 makes of it."""

    def __init__(self) -> None:
        self.run = Run(Network(SIZES, seed=7), load_dataset("digits"), learning_rate=1.5)
        self.inputs = self.run.data.test.inputs[0]
        self.targets = self.run.data.test.targets[0]

    def obey(self, command: m.Command) -> bool:
        """Do what a command says; whether it can be done."""
        run = self.run
        match command:
            case m.Move(steps) if steps > 0:
                run.train(steps)
            case m.Move(steps):
                run.go_to(max(0, run.position + steps))
            case m.SetLearningRate(value):
                run.set_learning_rate(value)
            case m.SetBatchSize(value):
                run.set_batch_size(value)
            case m.SetParameter(layer, neuron, origin, value):
                run.edit(layer, neuron, origin, value)
            case m.ShowExample(split=split, index=index) if index is not None:
                examples = run.data.test if split == "test" else run.data.train
                self.inputs, self.targets = examples.inputs[index], examples.targets[index]
            case _:
                return False
        return True

    def forward(self) -> tuple[list[FloatArray], list[FloatArray]]:
        """S and a of every layer."""
        sums, activations = [], [self.inputs.astype(np.float64)]
        for w, b in zip(self.run.network.weights, self.run.network.biases, strict=True):
            sums.append(w.astype(np.float64) @ activations[-1] + b)
            activations.append(1 / (1 + np.exp(-sums[-1])))
        return sums, activations

    def batch_cost(self) -> float:
        """C of the next mini-batch."""
        train, batch = self.run.data.train, self.run.next_batch
        outputs = self.run.network.forward(train.inputs[batch]).activations[-1]
        return float(((train.targets[batch].T - outputs) ** 2).sum(axis=0).mean())

    def gradient(self) -> tuple[list[FloatArray], list[FloatArray]]:
        """∂C/∂W and ∂C/∂B of the next mini-batch, by the chain rule."""
        run = self.run
        weights = [w.astype(np.float64) for w in run.network.weights]
        batch = run.next_batch
        activations = [run.data.train.inputs[batch].T.astype(np.float64)]
        for w, b in zip(weights, run.network.biases, strict=True):
            activations.append(1 / (1 + np.exp(-(w @ activations[-1] + b[:, None]))))
        delta = 2 * (activations[-1] - run.data.train.targets[batch].T)
        of_weights: list[FloatArray] = []
        of_biases: list[FloatArray] = []
        for gap in (2, 1, 0):
            delta = delta * activations[gap + 1] * (1 - activations[gap + 1])
            of_weights.insert(0, delta @ activations[gap].T / len(batch))
            of_biases.insert(0, delta.mean(axis=1))
            delta = weights[gap].T @ delta
        return of_weights, of_biases


def drive(qtbot: QtBot, window: MainWindow, truth: Truth, command: m.Command) -> None:
    """Have both do it; undoing is done by the window alone, and by the other only if it can."""
    run = truth.run
    if isinstance(command, m.Undo | m.Redo):
        is_undo = isinstance(command, m.Undo)
        if is_undo and not any(change.step <= run.position for change in run.changes):
            return
        try:
            (run.undo if is_undo else run.redo)()
        except SettingError:
            # There is nothing to do again.
            return
    else:
        truth.obey(command)
    window.session.send(command)
    vector = run.network.parameters.vector

    def is_there(p: m.Progress) -> bool:
        shown = window._snapshot
        return (
            shown is not None
            and not p.playing
            and (p.position, p.changes) == (run.position, run.changes)
            and np.array_equal(shown.parameters.vector, vector)
            and np.array_equal(shown.activations[0], truth.inputs)
        )

    wait_until(qtbot, window, is_there)


def is_near(shown: str, value: float) -> bool:
    """Whether it is the number, rounded as it is shown: four decimals or three digits."""
    return number(shown) == pytest.approx(value, rel=0.0055, abs=1e-9)


def check_neuron(window: MainWindow, truth: Truth, neuron: Neuron) -> None:
    window.network.select(neuron)
    QApplication.processEvents()
    sums, activations = truth.forward()
    layer, index = neuron.layer, neuron.index
    shown = screen.chips(window.inspector)
    assert abs(number(shown["a"]) - activations[layer][index]) <= HALF
    assert abs(number(shown["S"]) - sums[layer - 1][index]) <= HALF
    assert abs(number(shown["B"]) - truth.run.network.biases[layer - 1][index]) <= HALF
    assert is_near(shown["∂C/∂B"], truth.gradient()[1][layer - 1][index])
    check_ledger(window, sums[layer - 1][index])


def check_ledger(window: MainWindow, total: float) -> None:
    """What stands in the ledger adds up to S, with what it calls rounding."""
    page = window.inspector
    table = next(t for t in page.findChildren(TermTable) if t.isVisible())
    model = table.model()
    titles = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(5)]
    column = titles.index("W·a")
    terms = [decimal(str(model.index(r, column).data())) for r in range(model.rowCount())]
    [sums] = [found for found in page.findChildren(LedgerSums) if found.isVisible()]
    *_, rounding, s = [decimal(text) for text in screen.texts(sums)[1::2]]
    bias = decimal(screen.beside(sums, "bias B"))
    assert sum(terms) + bias + rounding == s
    assert abs(rounding) <= Decimal("0.00005") * (len(terms) + 2)
    assert abs(float(s) - total) <= HALF


def decimal(shown: str) -> Decimal:
    return Decimal(shown.replace("−", "-").replace(",", ""))


def check_connection(window: MainWindow, truth: Truth, chosen: Connection) -> None:
    window.network.select(chosen)
    QApplication.processEvents()
    gap, place = chosen.layer - 1, (chosen.to, chosen.origin)
    weight = float(truth.run.network.weights[gap][place])
    a = truth.forward()[1][gap][chosen.origin]
    shown = screen.chips(window.inspector)
    assert abs(number(shown["W"]) - weight) <= HALF
    assert abs(number(shown["a"]) - a) <= HALF
    assert abs(number(shown["W·a"]) - weight * a) <= HALF
    assert is_near(shown["∂C/∂W"], truth.gradient()[0][gap][place])


def check_cost(window: MainWindow, truth: Truth) -> None:
    """C of the digit, as the whole network's page adds it up, and of the next mini-batch."""
    window.network.select(None)
    QApplication.processEvents()
    outputs = truth.forward()[1][-1]
    cost = float(((truth.targets - outputs) ** 2).sum())
    shown = re.findall(r"C [=≈]\s+(\d\.\d{4})", screen.text(window.inspector))
    assert [number(text) for text in shown] == [pytest.approx(cost, abs=HALF)]
    told = re.findall(r"C of the next mini-batch (\S+)", screen.text(window.status))
    assert is_near(told[0], truth.batch_cost())


@settings(
    derandomize=True,
    deadline=None,
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    plan=st.lists(moves, min_size=1, max_size=5),
    neuron=st.builds(Neuron, layers, st.integers(0, 9)),
    chosen=st.builds(Connection, layers, st.integers(0, 9), st.integers(0, 15)),
)
def test_what_the_window_shows_is_true_wherever_it_is_driven(
    qtbot: QtBot,
    open_window: OpenWindow,
    plan: list[m.Command],
    neuron: Neuron,
    chosen: Connection,
) -> None:
    window, truth = open_window(), Truth()
    for command in plan:
        drive(qtbot, window, truth, command)
    check_neuron(window, truth, neuron)
    check_connection(window, truth, chosen)
    check_cost(window, truth)
    window.close_at_once()
