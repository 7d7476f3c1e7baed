"""The inspector: every number it shows, against an independent computation."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.states import made_up, new_run, snapshot_of, trained
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.messages import Answered
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.term_table import TermTable
from visualiser.widgets.time_curve import TimeCurve
from visualiser.widgets.weight_picture import WeightPicture

Sigma = Callable[[FloatArray], FloatArray]
SIGMAS: dict[str, Sigma] = {
    "logistic": lambda s: 1 / (1 + np.exp(-s)),
    "relu": lambda s: np.maximum(s, 0),
}
# Half a unit of the last of four decimals, and what float32 arithmetic leaves open.
HALF = 0.5e-4 + 4e-6


@pytest.fixture
def inspector(qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel()
    qtbot.addWidget(made)
    made.resize(384, 720)
    return made


def show(inspector: InspectorPanel, snapshot: Snapshot, selection: Selection) -> None:
    # In this order no other page is filled first, and none is drawn empty.
    inspector.show_selection(selection)
    inspector.show_snapshot(snapshot)
    inspector.show()


class Independent:
    """A network in float64 from a snapshot's parameters alone, and the gradient by hand."""

    def __init__(self, snapshot: Snapshot) -> None:
        settings_of_run = snapshot.description.settings
        self.sigma = SIGMAS[snapshot.activation(1)]
        self.is_inside = settings_of_run.bias == "inside"
        self.weights = [w.astype(np.float64) for w in snapshot.parameters.weights]
        self.biases = [b.astype(np.float64) for b in snapshot.parameters.biases]
        self.sums: list[FloatArray] = []
        self.activations: list[FloatArray] = [snapshot.activations[0].astype(np.float64)]
        for w, b in zip(self.weights, self.biases, strict=True):
            s = w @ self.activations[-1] + (b if self.is_inside else 0)
            self.sums.append(s)
            self.activations.append(self.sigma(s) + (0 if self.is_inside else b))


def is_close(shown: str, value: float, tolerance: float = HALF) -> bool:
    return abs(number(shown) - value) <= tolerance


def is_close_to_three_digits(shown: str, value: float) -> bool:
    return number(shown) == pytest.approx(value, rel=0.006, abs=1e-9)


@dataclass(frozen=True)
class Case:
    """A neuron in a state of a run, told shortly where a test fails."""

    steps: int
    index: int
    seed: int
    kind: tuple[str, str]
    layer: int
    place: int

    @property
    def snapshot(self) -> Snapshot:
        bias, activation = self.kind
        options = {"seed": self.seed, "bias": bias, "activation": activation}
        return trained(self.steps, self.index, learning_rate=0.3, **options)

    @property
    def neuron(self) -> Neuron:
        return Neuron(self.layer, self.place % self.snapshot.sizes[self.layer])


cases = st.builds(
    Case,
    steps=st.sampled_from([0, 1, 30, 200]),
    index=st.integers(0, 40),
    seed=st.integers(0, 3),
    kind=st.sampled_from([("inside", "logistic"), ("outside", "logistic"), ("inside", "relu")]),
    layer=st.integers(1, 3),
    place=st.integers(0, 15),
)
several = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def cells(model: QAbstractItemModel, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def table_of(inspector: InspectorPanel) -> dict[str, list[str]]:
    """What the table shows, by column."""
    model = inspector.findChildren(TermTable)[0].model()
    titles = [
        str(model.headerData(column, Qt.Orientation.Horizontal))
        for column in range(model.columnCount())
    ]
    return {title: cells(model, column) for column, title in enumerate(titles)}


@several
@given(cases)
def test_a_neuron_s_own_numbers_are_true(inspector: InspectorPanel, case: Case) -> None:
    snapshot, neuron = case.snapshot, case.neuron
    show(inspector, snapshot, neuron)
    layer, index = neuron.layer, neuron.index
    truth = Independent(snapshot)
    shown = screen.chips(inspector)
    assert is_close(shown["a"], truth.activations[layer][index])
    assert is_close(shown["S"], truth.sums[layer - 1][index])
    assert is_close(shown["B"], truth.biases[layer - 1][index])
    slope = float(snapshot.gradient.biases[layer - 1][index])
    assert is_close_to_three_digits(shown["∂C/∂B"], slope)


@several
@given(cases)
def test_the_formula_s_numbers_are_true_and_it_says_where_they_are_rounded(
    inspector: InspectorPanel, case: Case
) -> None:
    snapshot, neuron = case.snapshot, case.neuron
    show(inspector, snapshot, neuron)
    truth = Independent(snapshot)
    total = truth.sums[neuron.layer - 1][neuron.index]
    bias = truth.biases[neuron.layer - 1][neuron.index]
    a = truth.activations[neuron.layer][neuron.index]
    formulas = next(text for text in screen.texts(inspector) if "Σ" in text and "σ(S)" in text)
    sums = next(line for line in formulas.splitlines() if "Σ" in line)
    fires = next(line for line in formulas.splitlines() if "Σ" not in line)
    if truth.is_inside:
        split, (first, second, result) = sums, (total - bias, bias, total)
        shown_sum, sign, shown_a = re.findall(r"\((−?\d+\.\d+)\) ([=≈]) (−?\d+\.\d+)", fires)[0]
        assert is_close(shown_sum, total)
        assert is_close(shown_a, a)
        assert sign == ("=" if fires_exactly(truth.sigma, shown_sum, shown_a) else "≈")
    else:
        split, (first, second, result) = fires, (a - bias, bias, a)
        assert is_close(re.findall(r"[−+]?\d+\.\d+", sums)[0], total)
    terms, sign, shown_bias, equals, shown_result = re.findall(
        r"([−+]?\d+\.\d+) ([+−]) (\d+\.\d+) ([=≈]) (−?\d+\.\d+)", split
    )[0]
    assert is_close(terms, first)
    assert is_close(sign + shown_bias, second)
    assert is_close(shown_result, result)
    exactly = decimal(terms) + decimal(sign + shown_bias) == decimal(shown_result)
    if not truth.is_inside:
        # Here σ stands in the same line.
        shown_sum = re.findall(r"[−+]?\d+\.\d+", sums)[0]
        exactly = exactly and fires_exactly(truth.sigma, shown_sum, terms)
    assert equals == ("=" if exactly else "≈")


def fires_exactly(sigma: Sigma, shown_sum: str, shown_a: str) -> bool:
    """Whether whoever puts the S that is shown into σ gets the a that is shown."""
    a = float(sigma(np.array([number(shown_sum)]))[0])
    return Decimal(f"{a:.4f}") == decimal(shown_a)


def decimal(shown: str) -> Decimal:
    return Decimal(shown.replace("−", "-"))


@several
@given(cases)
def test_every_row_of_the_table_is_true(inspector: InspectorPanel, case: Case) -> None:
    snapshot, neuron = case.snapshot, case.neuron
    show(inspector, snapshot, neuron)
    layer, index = neuron.layer, neuron.index
    truth = Independent(snapshot)
    table = table_of(inspector)
    # By row and column of the picture, or by the number of the neuron.
    named = table["row, col"] if layer == 1 else table["from"]
    places = [[int(part) for part in name.split(", ")] for name in named]
    origins = [8 * p[0] + p[1] if layer == 1 else p[0] for p in places]
    assert sorted(origins) == list(range(snapshot.sizes[layer - 1]))
    slopes = snapshot.gradient.weights[layer - 1][index].tolist()
    terms = []
    for row, origin in enumerate(origins):
        weight, a = truth.weights[layer - 1][index, origin], truth.activations[layer - 1][origin]
        assert is_close(table["W"][row], weight)
        assert is_close(table["a"][row], a)
        assert is_close(table["W·a"][row], weight * a)
        assert is_close_to_three_digits(table["∂C/∂W"][row], slopes[origin])
        terms.append(abs(number(table["W·a"][row])))
    assert terms == sorted(terms, reverse=True)


@several
@given(cases)
def test_the_ledger_adds_up_on_a_pocket_calculator(inspector: InspectorPanel, case: Case) -> None:
    snapshot, neuron = case.snapshot, case.neuron
    show(inspector, snapshot, neuron)
    rows = [decimal(term) for term in table_of(inspector)["W·a"]]
    text = screen.text(inspector)
    together = next(t for t in screen.texts(inspector) if t.startswith("all "))
    assert str(len(rows)) in together
    shown_rows = decimal(screen.beside(inspector, together))
    assert shown_rows == sum(rows, Decimal(0))
    rounding = decimal(screen.beside(inspector, "rounding of the numbers above"))
    total = decimal(screen.beside(inspector, "S, the sum of these"))
    bias = Decimal(0)
    if snapshot.description.settings.bias == "inside":
        bias = decimal(screen.beside(inspector, "bias B"))
        assert bias == decimal(screen.chips(inspector)["B"])
    else:
        assert "bias B" not in text
    assert shown_rows + bias + rounding == total
    assert total == decimal(screen.chips(inspector)["S"])


def test_the_gradient_is_the_one_of_the_next_step() -> None:
    """What the snapshots here hold as ∂C/∂W is the true change of the next step over −η."""
    run = new_run()
    run.train(5)
    snapshot = snapshot_of(run)
    before = run.network.parameters.vector.astype(np.float64)
    run.step()
    change = run.network.parameters.vector.astype(np.float64) - before
    assert -1.5 * snapshot.gradient.vector == pytest.approx(change, abs=2e-7)


def test_the_next_change_is_told(inspector: InspectorPanel) -> None:
    run = new_run()
    run.train(60)
    snapshot = snapshot_of(run)
    show(inspector, snapshot, Neuron(2, 3))
    before = [p.copy() for p in (run.network.biases[1], run.network.weights[1])]
    run.step()
    bias_change = float(run.network.biases[1][3] - before[0][3])
    changes = run.network.weights[1][3] - before[1][3]
    strongest = int(np.abs(changes).argmax())
    told = next(t for t in screen.texts(inspector) if "η" in t and "∂C/∂B" in t)
    *_, bias, weight = re.findall(r"[+−]\d+(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?", told)
    assert number(bias) == pytest.approx(bias_change, rel=0.006, abs=1e-7)
    assert number(weight) == pytest.approx(float(changes[strongest]), rel=0.006, abs=1e-7)
    assert f"neuron {strongest}" in told


def test_where_the_layer_before_is_a_picture_three_pictures_are_shown(
    inspector: InspectorPanel,
) -> None:
    show(inspector, trained(30), Neuron(1, 3))
    pictures = [p for p in inspector.findChildren(WeightPicture) if p.isVisible()]
    captions = [screen.plain_text(picture.caption()) for picture in pictures]
    assert [caption.split(" ±")[0] for caption in captions] == ["W", "W·a", "∂C/∂W"]
    scales = [number(caption.split(" ±")[1]) for caption in captions]
    assert scales[0] == scales[1]
    weights = trained(30).parameters.weights[0][3]
    assert np.quantile(np.abs(weights), 0.995, method="higher") <= scales[0] * (1 + 1e-6)
    assert all(picture.toolTip() for picture in pictures)


def test_the_picture_of_w_is_blue_and_orange_where_w_is(inspector: InspectorPanel) -> None:
    show(inspector, trained(200), Neuron(1, 3))
    QApplication.processEvents()
    picture = inspector.findChildren(WeightPicture)[0]
    shown = screen.pixels(picture)
    weights = trained(200).parameters.weights[0][3].reshape(8, 8)
    side = 104
    left = (picture.width() - side) // 2
    for row, column in np.argwhere(np.abs(weights) > 0.3 * np.abs(weights).max()):
        y, x = int((row + 0.5) * side / 8), left + int((column + 0.5) * side / 8)
        red, _, blue = shown[y, x]
        assert (blue > red) == (weights[row, column] > 0)


@pytest.mark.parametrize("layer", [2, 3])
def test_where_it_is_no_picture_none_is_shown(inspector: InspectorPanel, layer: int) -> None:
    show(inspector, trained(30), Neuron(1, 3))
    show(inspector, trained(30), Neuron(layer, 3))
    assert not any(p.isVisible() for p in inspector.findChildren(WeightPicture))
    assert "What it looks for" not in screen.text(inspector)


@pytest.mark.parametrize("index", [0, 3, 11])
@pytest.mark.parametrize("neuron", [0, 4])
def test_an_output_tells_its_target_and_its_share_of_the_cost(
    inspector: InspectorPanel, index: int, neuron: int
) -> None:
    snapshot = trained(200, index)
    show(inspector, snapshot, Neuron(3, neuron))
    label = snapshot.progress.example.label
    target = 1 if neuron == label else 0
    a = Independent(snapshot).activations[3][neuron]
    told = next(text for text in screen.texts(inspector) if "t = " in text)
    assert f"a {label}" in told
    assert f"t = {target}" in told
    t, shown_a, square = re.findall(r"\((\d) − (\d\.\d+)\)² [=≈] (\d\.\d+)", told)[0]
    assert t == str(target)
    assert is_close(shown_a, a)
    assert is_close(square, (target - a) ** 2)


def test_a_hidden_neuron_has_no_target(inspector: InspectorPanel) -> None:
    show(inspector, trained(30), Neuron(3, 4))
    show(inspector, trained(30), Neuron(2, 4))
    assert "t = " not in screen.text(inspector)


@pytest.mark.parametrize("place", [Connection(1, 3, 27), Connection(2, 5, 1), Connection(3, 9, 15)])
@pytest.mark.parametrize("steps", [0, 200])
def test_a_connection_tells_its_weight_and_its_slope(
    inspector: InspectorPanel, place: Connection, steps: int
) -> None:
    snapshot = trained(steps, 3)
    show(inspector, snapshot, place)
    truth = Independent(snapshot)
    weight = truth.weights[place.layer - 1][place.to, place.origin]
    a = truth.activations[place.layer - 1][place.origin]
    slope = float(snapshot.gradient.weights[place.layer - 1][place.to, place.origin])
    shown = screen.chips(inspector)
    assert is_close(shown["W"], weight)
    assert is_close(shown["a"], a)
    assert is_close(shown["W·a"], weight * a)
    assert is_close_to_three_digits(shown["∂C/∂W"], slope)
    text = screen.text(inspector)
    w, shown_a, sign, product = re.findall(
        r"\(?(−?\d\.\d+)\)? · (\d\.\d+) ([=≈]) (−?\d\.\d+)", text
    )[0]
    exactly = (decimal(w) * decimal(shown_a)).quantize(Decimal("0.0001")) == decimal(product)
    assert sign == ("=" if exactly else "≈")
    assert f"neuron {place.to}" in text
    assert ("row 3, column 3" if place.layer == 1 else f"neuron {place.origin}") in text
    if slope:
        better = "smaller" if slope > 0 else "larger"
        assert f"{better} weight" in text
        change = re.split("[=≈] ", text)[-1].splitlines()[0]
        assert is_close_to_three_digits(change, -1.5 * slope)


def test_an_input_that_is_no_picture_is_numbered(inspector: InspectorPanel) -> None:
    snapshot = made_up((13, 8, 3), (1, 13))
    show(inspector, snapshot, Neuron(0, 5))
    text = screen.text(inspector)
    assert "Input 5" in text
    assert "row" not in text
    show(inspector, snapshot, Neuron(1, 5))
    assert sorted(table_of(inspector)["from"], key=int) == [str(i) for i in range(13)]
    assert not any(p.isVisible() for p in inspector.findChildren(WeightPicture))
    show(inspector, snapshot, Connection(1, 5, 12))
    assert "from neuron 12 of layer 0" in screen.text(inspector)


@pytest.mark.parametrize("pixel", [0, 20, 63])
def test_an_input_tells_its_ink(inspector: InspectorPanel, pixel: int) -> None:
    snapshot = trained(0, 3)
    show(inspector, snapshot, Neuron(0, pixel))
    text = screen.text(inspector)
    assert f"row {pixel // 8}, column {pixel % 8}" in text
    assert is_close(re.findall(r"a = (\d\.\d+)", text)[0], float(snapshot.activations[0][pixel]))
    assert "16 connections" in text


@pytest.mark.parametrize("steps", [0, 200, 8000])
def test_the_whole_network_tells_its_ten_squares_and_c(
    inspector: InspectorPanel, steps: int
) -> None:
    snapshot = trained(steps, 3)
    show(inspector, snapshot, None)
    text = screen.text(inspector)
    label = snapshot.progress.example.label
    outputs = Independent(snapshot).activations[-1]
    squares = re.findall(r"\((\d) − (\d\.\d+)\)² ([=≈])\s+(\d\.\d+)", text)
    assert len(squares) == 10
    for index, (target, a, sign, square) in enumerate(squares):
        assert target == str(int(index == label))
        # Where C is small there are more decimals, so that something can be seen.
        tolerance = 0.5 * 10 ** -len(a.partition(".")[2]) + 4e-6
        assert is_close(a, outputs[index], tolerance)
        assert is_close(square, (int(target) - outputs[index]) ** 2, tolerance)
        exact = (int(target) - decimal(a)) ** 2
        assert sign == ("=" if exact.quantize(decimal(square)) == decimal(square) else "≈")
    sign, total = re.findall(r"C ([=≈])\s+(\d\.\d+)", text)[0]
    expected = float(((np.eye(10)[label] - outputs) ** 2).sum())
    assert is_close(total, expected)
    assert number(total) > 0
    exactly = sum((decimal(square) for *_, square in squares), Decimal(0)) == decimal(total)
    assert sign == ("=" if exactly else "≈")
    for fact in ("64 → 16 → 16 → 10", "1,440", "42", "1,482", "logistic", "1,437", "360", "7"):
        assert fact in text


@pytest.mark.parametrize("bias", ["inside", "outside"])
def test_the_formula_is_that_of_the_bias_placement(inspector: InspectorPanel, bias: str) -> None:
    show(inspector, trained(0, bias=bias), None)
    formula = "a = σ(Σ W·a + B)" if bias == "inside" else "a = σ(Σ W·a) + B"
    assert formula in screen.text(inspector)


@pytest.mark.parametrize("selection", [None, Neuron(2, 3), Connection(2, 3, 4), Neuron(0, 20)])
def test_it_follows_the_newest_snapshot(inspector: InspectorPanel, selection: Selection) -> None:
    show(inspector, trained(0), selection)
    before = screen.text(inspector)
    inspector.show_snapshot(trained(200, 3))
    after = screen.text(inspector)
    assert before != after
    fresh = InspectorPanel()
    fresh.show()
    show(fresh, trained(200, 3), selection)
    assert screen.text(fresh) == after
    fresh.close()
    fresh.deleteLater()


def test_while_hidden_it_keeps_the_newest_snapshot(inspector: InspectorPanel) -> None:
    show(inspector, trained(0), Neuron(2, 3))
    inspector.hide()
    inspector.show_snapshot(trained(200))
    inspector.show()
    assert is_close(screen.chips(inspector)["a"], Independent(trained(200)).activations[2][3])


@pytest.mark.parametrize("row", [0, 7])
def test_a_row_of_the_table_leads_to_its_connection(
    qtbot: QtBot, inspector: InspectorPanel, row: int
) -> None:
    show(inspector, trained(30), Neuron(2, 3))
    table = inspector.findChildren(TermTable)[0]
    origin = int(table_of(inspector)["from"][row])
    table.setCurrentIndex(table.model().index(row, 0))
    for ask in (press_enter, double_click):
        with qtbot.waitSignal(inspector.selection_asked) as told:
            ask(table, row)
        assert told.args == [Connection(2, 3, origin)]


def press_enter(table: TermTable, _: int) -> None:
    QTest.keyClick(table, Qt.Key.Key_Return)


def double_click(table: TermTable, row: int) -> None:
    place = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_another_page_begins_at_its_top_and_the_same_one_stays_where_it_is(
    inspector: InspectorPanel,
) -> None:
    bar = inspector.verticalScrollBar()
    show(inspector, trained(30), Neuron(2, 3))
    QApplication.processEvents()
    bar.setValue(200)
    inspector.show_selection(Neuron(2, 4))
    QApplication.processEvents()
    assert bar.value() == 200
    inspector.show_selection(Connection(2, 4, 1))
    QApplication.processEvents()
    assert bar.value() == 0


def test_the_table_keeps_its_place_while_numbers_change(inspector: InspectorPanel) -> None:
    show(inspector, trained(0), Neuron(1, 3))
    table = inspector.findChildren(TermTable)[0]
    QApplication.processEvents()
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    inspector.show_snapshot(trained(30))
    assert bar.value() == before


def broken_everywhere(broken: float) -> Snapshot:
    good = trained(30)
    parameters, gradient = good.parameters.copy(), good.gradient.copy()
    parameters.vector[::3] = broken
    gradient.vector[::3] = broken
    outputs = np.full(10, broken, np.float32)
    return Snapshot(
        good.description,
        good.progress,
        parameters,
        gradient,
        None,
        (*good.activations[:-1], outputs),
        (*good.weighted_sums[:-1], outputs),
    )


@pytest.mark.parametrize("selection", [None, Neuron(1, 3), Neuron(3, 3), Connection(1, 3, 4)])
def test_numbers_that_are_not_finite_are_shown_without_complaint(
    inspector: InspectorPanel, selection: Selection
) -> None:
    for broken in (math.nan, math.inf, -math.inf, 3e38):
        show(inspector, broken_everywhere(broken), selection)
        inspector.grab()
        assert screen.texts(inspector)
        assert "nan" not in screen.text(inspector)


def test_a_neuron_has_its_outgoing_weights_but_for_an_output(inspector: InspectorPanel) -> None:
    chosen: list[Selection] = []
    inspector.selection_asked.connect(chosen.append)
    snapshot = trained(30)
    for neuron in (Neuron(1, 3), Neuron(2, 4)):
        show(inspector, snapshot, neuron)
        QApplication.processEvents()
        table = screen.named(inspector, TermTable, "Outgoing weights")
        weights = snapshot.parameters.weights[neuron.layer][:, neuron.index]
        place = table.visualRect(table.model().index(0, 1)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        strongest = int(np.abs(weights).argmax())
        assert chosen[-1] == Connection(neuron.layer + 1, strongest, neuron.index)
    show(inspector, snapshot, Neuron(3, 4))
    assert not table.isVisible()
    assert "Where it goes" not in screen.text(inspector)


@pytest.mark.parametrize("selection", [Neuron(1, 3), Neuron(3, 4), Connection(2, 3, 4)])
def test_a_point_of_the_past_leads_to_its_step(
    inspector: InspectorPanel, selection: Selection
) -> None:
    run = new_run()
    run.steps(30)
    asked: list[Question] = []
    steps: list[int] = []
    inspector.question_asked.connect(asked.append)
    inspector.step_chosen.connect(steps.append)
    show(inspector, snapshot_of(run), selection)
    for question in asked:
        inspector.show_answer(Answered(question, run.position, question.answer(run)))
    curves = [curve for curve in inspector.findChildren(TimeCurve) if curve.isVisible()]
    for curve in curves:
        screen.key(curve, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    assert steps == [28] * len(curves)
    names = ["W over time"] if isinstance(selection, Connection) else ["a over time", "B over time"]
    assert [curve.accessibleName() for curve in curves] == names


@several
@given(cases, st.floats(0, 1))
def test_the_past_of_a_neuron_is_what_the_run_had(
    inspector: InspectorPanel, case: Case, share: float
) -> None:
    bias, activation = case.kind
    run = new_run(seed=case.seed, bias=bias, activation=activation, learning_rate=0.3)
    run.steps(case.steps)
    here = int(share * case.steps)
    run.go_to(here)
    neuron, asked = case.neuron, list[Question]()
    inspector.question_asked.connect(asked.append)
    show(inspector, snapshot_of(run, case.index), neuron)
    for question in list(asked):
        inspector.show_answer(Answered(question, here, question.answer(run)))
    inspector.question_asked.disconnect(asked.append)
    for curve in (c for c in inspector.findChildren(TimeCurve) if c.isVisible()):
        for _ in range(5):
            told = re.fullmatch(r"Step ([\d,]+): ([aB]) = (\S+)", curve.readout())
            assert told
            run.go_to(int(number(told[1])))
            fired = run.network.forward(run.data.test.inputs[case.index]).activations
            bias_there = run.network.biases[neuron.layer - 1][neuron.index]
            truth = fired[neuron.layer][neuron.index] if told[2] == "a" else bias_there
            assert number(told[3]) == pytest.approx(float(truth), abs=0.5001e-4)
            screen.key(curve, Qt.Key.Key_PageUp)
