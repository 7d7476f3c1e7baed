"""The inspector tells the truth for every σ, C, optimiser and part that is frozen or held."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Held, Part, Run
from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.calculator import agrees, work_out
from tests.visualiser.screen import number
from tests.visualiser.states import made_up, new_run, snapshot_of, trained
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.snapshot import Snapshot

CHANGE = r"[+−]\d+(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|\b0\b"
SOFTMAX = {"activation": ("tanh", "softmax"), "cost": "softmax_cross_entropy"}


@pytest.fixture
def inspector(qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel()
    qtbot.addWidget(made)
    made.resize(384, 720)
    return made


def shown(inspector: InspectorPanel, snapshot: Snapshot, selection: Selection) -> str:
    # In this order no other page is filled first, and none is drawn empty.
    inspector.show_selection(selection)
    inspector.show_snapshot(snapshot)
    inspector.show()
    return screen.text(inspector)


def below(text: str, heading: str) -> str:
    """What stands below a heading."""
    return text.partition(f"{heading}\n")[2]


def run_of(steps: int, learning: dict[str, Any], **settings: Any) -> Run:
    """A run whose recipe changes in its last steps."""
    run = new_run(**settings)
    run.train(steps)
    run.change(**learning)
    run.train(5)
    return run


# -------------------------------------------------------------------- σ


def test_layers_of_one_kind_are_told_together(inspector: InspectorPanel) -> None:
    text = shown(inspector, trained(0, activation=("relu", "softmax")), None)
    assert "σ(S) of layers 1–2 is relu: max(0, S)" in text
    assert "σ(S) of layer 3 is softmax: eˢ / Σ eˢ" in text
    text = shown(inspector, trained(0, activation=("relu", "leaky_relu", "tanh")), None)
    for line in ("of layer 1 is relu: ", "of layer 2 is leaky relu: ", "of layer 3 is tanh: "):
        assert line in text
    assert "σ(S) is logistic: " in shown(inspector, trained(0), None)


@pytest.mark.parametrize("layer", [1, 2, 3])
def test_a_neuron_is_told_by_the_function_of_its_own_layer(
    inspector: InspectorPanel, layer: int
) -> None:
    snapshot = trained(100, activation=("relu", "tanh", "identity"), learning_rate=0.05)
    text = shown(inspector, snapshot, Neuron(layer, 4))
    total, a = re.findall(r"σ\(S\) = σ\((−?\d\.\d+)\) [=≈] (−?\d\.\d+)", text)[0]
    sigma = (lambda s: max(s, 0), np.tanh, lambda s: s)[layer - 1]
    assert number(a) == pytest.approx(sigma(number(total)), abs=1e-4)
    assert number(a) == pytest.approx(snapshot.activations[layer][4], abs=6e-5)


@pytest.mark.parametrize("bias", ["inside", "outside"])
@pytest.mark.parametrize("steps", [0, 300, 3000])
@pytest.mark.parametrize("index", [0, 7])
def test_a_softmax_output_adds_up_on_a_pocket_calculator(
    inspector: InspectorPanel, bias: str, steps: int, index: int
) -> None:
    options = {"activation": ("logistic", "softmax"), "bias": bias, "learning_rate": 0.5}
    snapshot = trained(steps, index, **options)
    # Of one digit the even ones, of the other the odd ones.
    for neuron in range(index % 2, 10, 2):
        text = shown(inspector, snapshot, Neuron(3, neuron))
        name = "a" if bias == "inside" else r"σ\(S\)"
        top, total, sign, a = re.findall(
            rf"{name} = eˢ / Σ eˢ = ([\d.]+) / ([\d.]+) ([=≈]) (\d\.\d+)", text
        )[0]
        power = float(np.exp(float(snapshot.weighted_sums[2][neuron])))
        assert number(top) == pytest.approx(power, rel=1e-3, abs=1e-4)
        assert (sign == "=") == agrees(f"{top} / {total}", a)
        exponent, sign = re.findall(r"eˢ = (e\^−?\d+\.\d+) ([=≈])", text)[0]
        assert (sign == "=") == agrees(exponent, top)
        terms, sign = re.findall(r"Σ eˢ = ([\d. +]+) ([=≈])", text)[0]
        assert len(terms.split("+")) == 10
        assert (sign == "=") == agrees(terms, total)


def test_a_wide_softmax_layer_is_not_written_out(inspector: InspectorPanel) -> None:
    snapshot = made_up((64, 8, 40), (8, 8))
    recipe = replace(snapshot.progress.recipe, activation=("relu", "softmax"))
    wide = replace(snapshot, progress=replace(snapshot.progress, recipe=recipe))
    text = shown(inspector, wide, Neuron(2, 4))
    assert "a = eˢ / Σ eˢ = " in text
    assert re.search(r"Σ eˢ = [\d.]+ \+", text) is None


def test_where_e_to_s_is_out_of_hand_the_largest_s_is_taken_off(inspector: InspectorPanel) -> None:
    snapshot = trained(3, activation=("logistic", "softmax"))
    sums = snapshot.weighted_sums[2] + np.float32(700)
    high = replace(snapshot, weighted_sums=(*snapshot.weighted_sums[:2], sums))
    text = shown(inspector, high, Neuron(3, 4))
    top, total, sign, a = re.findall(r"a = eˢ⁻ᵐ / Σ eˢ⁻ᵐ = (\S+) / (\S+) ([=≈]) (\S+)", text)[0]
    assert (sign == "=") == agrees(f"{top} / {total}", a)
    m = number(re.findall(r"m = (\d+\.\d+)", text)[0])
    assert m == pytest.approx(float(sums.max()))


# -------------------------------------------------------------------- C


def true_cost(snapshot: Snapshot) -> FloatArray:
    """The terms of C in float64, from the parameters alone."""
    settings = snapshot.description.settings
    a, sums = snapshot.activations[0].astype(np.float64), np.empty(0)
    layers = zip(snapshot.parameters.weights, snapshot.parameters.biases, strict=True)
    for weights, biases in layers:
        sums = weights.astype(np.float64) @ a + biases
        a = 1 / (1 + np.exp(-sums)) if settings.cost == "cross_entropy" else np.tanh(sums)
    label = snapshot.progress.example.label
    if settings.cost == "cross_entropy":
        terms: FloatArray = -np.log(1 - a)
        terms[label] = -np.log(a[label])
        return terms
    terms = np.zeros(10)
    terms[label] = np.log(np.exp(sums).sum()) - sums[label]
    return terms


CROSS_ENTROPY = {"cost": "cross_entropy", "learning_rate": 0.3}


@pytest.mark.parametrize("settings", [CROSS_ENTROPY, SOFTMAX], ids=["logistic", "softmax"])
@pytest.mark.parametrize("steps", [0, 200, 4000])
@pytest.mark.parametrize("index", [3, 11])
def test_the_whole_network_tells_the_terms_of_its_own_cost(
    inspector: InspectorPanel, settings: dict[str, Any], steps: int, index: int
) -> None:
    snapshot = trained(steps, index, **{"learning_rate": 0.1, **settings})
    text = below(shown(inspector, snapshot, None), "What this example costs")
    rows = re.findall(r"(−(?:0 · )?ln[^\n=≈]+?) ([=≈])\s+(\d+\.\d+)", text)
    truth = true_cost(snapshot)
    assert len(rows) == 10
    for (line, sign, value), term in zip(rows, truth, strict=True):
        unit = 10.0 ** -len(value.partition(".")[2])
        assert number(value) == pytest.approx(term, abs=0.5 * unit + 2e-5 * (1 + term))
        assert (sign == "=") == agrees(line, value)
    sign, total = re.findall(r"C ([=≈])\s+(\d+\.\d+)", text)[0]
    assert number(total) == pytest.approx(truth.sum(), rel=1e-3, abs=6e-5)
    exactly = agrees(" + ".join(value for *_, value in rows), total)
    assert sign == ("=" if exactly else "≈")
    assert f"true digit {snapshot.progress.example.label}" in text


@pytest.mark.parametrize("settings", [CROSS_ENTROPY, SOFTMAX], ids=["logistic", "softmax"])
@pytest.mark.parametrize("neuron", [0, 4, 8])
def test_an_output_tells_what_it_adds_to_its_own_cost(
    inspector: InspectorPanel, settings: dict[str, Any], neuron: int
) -> None:
    snapshot = trained(200, 3, **{"learning_rate": 0.1, **settings})
    shown(inspector, snapshot, Neuron(3, neuron))
    told = next(text for text in screen.texts(inspector) if "t = " in text)
    assert "t ln a" in told
    line, sign, value = re.findall(r"(−(?:0 · )?ln[ (][\d(][^=≈]*) ([=≈]) (\d\.\d+) to C", told)[0]
    assert (sign == "=") == agrees(line, value)
    assert number(value) == pytest.approx(true_cost(snapshot)[neuron], abs=6e-5)


# -------------------------------------------------------------------- held


@pytest.mark.parametrize("bias", ["inside", "outside"])
@pytest.mark.parametrize("value", [0.0, 0.5, -0.75])
def test_a_held_neuron_s_a_is_not_said_to_come_from_s(
    inspector: InspectorPanel, bias: str, value: float
) -> None:
    run = new_run(bias=bias, learning_rate=0.5)
    run.change(held=[Held(2, 3, 1.0), Held(2, 3, value)])
    run.train(20)
    text = shown(inspector, snapshot_of(run), Neuron(2, 3))
    assert number(screen.chips(inspector)["a"]) == value
    assert "whatever S is" in text
    assert "σ(S)" not in text
    assert number(re.findall(r"a = (−?[\d.]+) whatever", text)[0]) == value
    change = below(text, "The next step will change")
    assert change.startswith("Nothing: while a is held")
    assert "held" not in shown(inspector, snapshot_of(run), Neuron(2, 4))


# -------------------------------------------------------------------- the next step

RECIPES: dict[str, dict[str, Any]] = {
    "momentum": {"optimiser": "momentum", "learning_rate": 0.2},
    "nesterov": {"optimiser": "nesterov", "learning_rate": 0.2},
    "rmsprop": {"optimiser": "rmsprop", "learning_rate": None},
    "adam": {"optimiser": "adam", "learning_rate": None},
    "L2 penalty": {"l2": 0.01},
    "L1 penalty": {"l1": 0.001},
    "L1 and an L2 penalty": {"l1": 0.001, "l2": 0.01},
    "clipped": {"clip": 0.1},
}


@pytest.mark.parametrize("told", RECIPES)
@pytest.mark.parametrize("place", [Connection(1, 3, 27), Connection(3, 9, 15)])
def test_the_change_of_a_weight_is_the_one_that_comes(
    inspector: InspectorPanel, told: str, place: Connection
) -> None:
    run = run_of(40, RECIPES[told])
    text = below(shown(inspector, snapshot_of(run), place), "The next step will change")
    before = float(run.network.weights[place.layer - 1][place.to, place.origin])
    run.step()
    change = float(run.network.weights[place.layer - 1][place.to, place.origin]) - before
    assert number(re.findall(CHANGE, text)[0]) == pytest.approx(change, rel=0.006, abs=2e-7)
    assert told in text
    assert "−η · ∂C/∂W" not in text
    assert run.recipe.optimiser.formula.replace("\u0302", "′") in text


@pytest.mark.parametrize("told", RECIPES)
def test_the_change_of_a_neuron_is_the_one_that_comes(inspector: InspectorPanel, told: str) -> None:
    run = run_of(40, RECIPES[told])
    text = below(shown(inspector, snapshot_of(run), Neuron(2, 3)), "The next step will change")
    before = [p.astype(np.float64) for p in (run.network.biases[1][3], run.network.weights[1][3])]
    run.step()
    bias, weights = run.network.biases[1][3] - before[0], run.network.weights[1][3] - before[1]
    shown_bias, shown_weight = re.findall(CHANGE, text)[:2]
    assert number(shown_bias) == pytest.approx(float(bias), rel=0.006, abs=2e-7)
    strongest = int(re.findall(r"neuron (\d+) changes most", text)[0])
    assert abs(weights[strongest]) == pytest.approx(np.abs(weights).max(), abs=2e-7)
    assert number(shown_weight) == pytest.approx(weights[strongest], rel=0.006, abs=2e-7)
    assert told in text


@pytest.mark.parametrize("schedule", ["constant", "linear", "cosine", "step"])
def test_a_plain_change_multiplies_by_the_rate_that_holds(
    inspector: InspectorPanel, schedule: str
) -> None:
    run = new_run(schedule=schedule, learning_rate=0.7)
    run.train(1500)
    text = shown(inspector, snapshot_of(run), Connection(3, 9, 15))
    rate, slope, sign, change = re.findall(r"∂C/∂W = −(\S+) · (\S+) ([=≈]) ([+−]\S+|0)", text)[0]
    assert number(rate) == pytest.approx(run.next_learning_rate, rel=1e-5)
    product = -number(rate) * number(slope.strip("()"))
    assert number(change) == pytest.approx(product, rel=0.006)
    digits = float(f"{product:.2e}")
    assert sign == ("=" if number(change) == pytest.approx(digits, rel=1e-9) else "≈")
    before = float(run.network.weights[2][9, 15])
    run.step()
    after = float(run.network.weights[2][9, 15])
    assert number(change) == pytest.approx(after - before, rel=0.006, abs=2e-7)


FROZEN = [Part(1, 3), Part(2, 5, 7), Part(2, 5, 8), Part(2, 6, 1), Part(3)]


@pytest.mark.parametrize("optimiser", ["gradient_descent", "adam"])
@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (Neuron(1, 3), "Nothing: this neuron is frozen"),
        (Neuron(3, 0), "Nothing: this neuron is frozen"),
        (Connection(1, 3, 27), "Nothing: this weight is frozen"),
        (Connection(2, 5, 7), "Nothing: this weight is frozen"),
        (Neuron(2, 5), "2 of its weights are frozen"),
        (Neuron(2, 6), "One of its weights is frozen"),
    ],
)
def test_what_is_frozen_is_said_to_be_left_alone(
    inspector: InspectorPanel, optimiser: str, selection: Selection, told: str
) -> None:
    run = run_of(40, {"optimiser": optimiser, "learning_rate": None})
    run.change(frozen=FROZEN)
    text = shown(inspector, snapshot_of(run), selection)
    assert told in below(text, "The next step will change")


def test_what_is_free_beside_the_frozen_still_adds_up(inspector: InspectorPanel) -> None:
    run = run_of(40, {"frozen": FROZEN})
    for selection in (Connection(2, 5, 6), Neuron(1, 4)):
        text = below(shown(inspector, snapshot_of(run), selection), "The next step will change")
        assert "−η · ∂C/∂" in text
        assert "frozen" not in text


def test_the_whole_network_tells_what_every_step_does(inspector: InspectorPanel) -> None:
    heading = "What every step does"
    text = below(shown(inspector, trained(0), None), heading)
    assert "W ← W − η · ∂C/∂W" in text
    assert "η is 1.5 in every step." in text
    run = run_of(40, {**RECIPES["adam"], "l2": 0.01, "clip": 2.0, "schedule": "cosine"})
    run.change(frozen=FROZEN[:2], held=[Held(1, 2, 0.5)])
    text = below(shown(inspector, snapshot_of(run), None), heading)
    for fact in ("adam", "0.01 · W", "above 2", "decay = 0.9", "cosine", "epochs = 30", "0.005"):
        assert fact in text
    assert f"{run.next_learning_rate:.6g} in the next step" in text
    for part in ("Neuron 2 of layer 1 is held at a = 0.5.", "Neuron 3 of layer 1 is frozen"):
        assert part in text


def test_many_parts_are_not_all_listed(inspector: InspectorPanel) -> None:
    run = new_run()
    run.change(frozen=[Part(1, neuron) for neuron in range(16)])
    text = shown(inspector, snapshot_of(run), None)
    assert text.count("is frozen") == 4
    assert "12 more parts are frozen or held." in text


def test_the_calculator_reads_what_is_on_the_screen() -> None:
    assert work_out("−ln(1 − 0.5)") == pytest.approx(np.log(2))
    assert work_out("−0 · ln 2.5×10⁻⁵") == 0
    assert work_out("e^−0.5 + 1.5") == pytest.approx(np.exp(-0.5) + 1.5)
    assert agrees("2 / 3", "0.6667")
    assert not agrees("2 / 3", "0.6666")
