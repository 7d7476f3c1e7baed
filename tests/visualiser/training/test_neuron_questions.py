"""A neuron over the test data: every example is counted once, and the extremes are extreme."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from core import Dataset, Examples, Network, Run, RunSettings
from core.errors import SettingError
from core.parameters import FloatArray, IntArray
from core.parts import Held
from core.probes import preferred_inputs
from tests.visualiser.states import new_run
from visualiser.training import neuron_questions
from visualiser.training.neuron_questions import BINS, EXTREMES, NeuronOverData, OverTheData

RANGES = {
    "logistic": (0, 1),
    "tanh": (-1, 1),
    "relu": (0, None),
    "softplus": (0, None),
    "leaky_relu": (None, None),
    "identity": (None, None),
}
neurons = pytest.mark.parametrize("neuron", [(1, 0), (2, 15), (3, 9)])
activations = pytest.mark.parametrize("activation", RANGES)


def run_with(activation: str, bias: str = "inside") -> Run:
    run = new_run(activation=activation, bias=bias, learning_rate=0.02)
    run.train(30)
    return run


def fired(run: Run, layer: int, neuron: int) -> FloatArray:
    """a of a neuron on every test example."""
    a: FloatArray = run.network.forward(run.data.test.inputs).activations[layer][neuron]
    return a


def rows_of_numbers(inputs: FloatArray, labels: IntArray, classes: int) -> Run:
    """A run on data without pictures."""
    examples = Examples.from_arrays(inputs, labels, classes)
    data = Dataset("numbers", examples, examples, (1, inputs.shape[1]))
    network = Network((inputs.shape[1], 5, classes), activation="identity")
    return Run(network, data, batch_size=1)


@neurons
@activations
def test_each_digit_has_the_histogram_and_mean_of_its_own_examples(
    activation: str, neuron: tuple[int, int]
) -> None:
    run = run_with(activation)
    found = NeuronOverData(*neuron).answer(run)
    a, labels = fired(run, *neuron).astype(np.float64), run.data.test.labels
    assert found.count == found.total == found.counts.sum() == len(labels)
    for digit in range(10):
        own = a[labels == digit]
        assert found.counts[digit].tolist() == np.histogram(own, found.edges)[0].tolist()
        assert found.means[digit] == pytest.approx(own.mean(), rel=1e-4, abs=1e-6)


@activations
@pytest.mark.parametrize("bias", ["inside", "outside"])
def test_the_edges_are_what_the_function_can_give_or_else_what_occurs(
    activation: str, bias: str
) -> None:
    run = run_with(activation, bias)
    run.network.biases[0][3] = 0.25
    shift = 0.25 if bias == "outside" else 0.0
    edges, a = NeuronOverData(1, 3).answer(run).edges, fired(run, 1, 3)
    for bound, edge, occurring in zip(
        RANGES[activation], edges[[0, -1]], (a.min(), a.max()), strict=True
    ):
        assert edge == pytest.approx(occurring if bound is None else bound + shift, rel=1e-5)
    assert np.diff(edges) == pytest.approx((edges[-1] - edges[0]) / BINS)


@neurons
@activations
def test_the_extremes_are_those_that_the_probe_finds(
    activation: str, neuron: tuple[int, int]
) -> None:
    run = run_with(activation)
    found, test = NeuronOverData(*neuron).answer(run), run.data.test
    probe = preferred_inputs(run.network, test, *neuron, EXTREMES)
    assert [one.index for one in found.most] == probe.most.tolist()
    assert [one.index for one in found.least] == probe.least.tolist()
    for one in (*found.most, *found.least):
        assert one.label == test.labels[one.index]
        assert one.a == pytest.approx(fired(run, *neuron)[one.index], rel=1e-4, abs=1e-6)
        assert one.picture is not None
        ink = one.picture.reshape(-1) / 255
        assert ink == pytest.approx(test.inputs[one.index], abs=0.5 / 255 + 1e-6)


@pytest.mark.parametrize(("activation", "low", "high"), [("logistic", 0.3, 0.7), ("tanh", 0, 0)])
def test_firing_and_silent_are_shares_of_a_digits_examples(
    activation: str, low: float, high: float
) -> None:
    run = run_with(activation)
    run.network.weights[0][4] *= 8
    found, labels = NeuronOverData(1, 4).answer(run), run.data.test.labels
    a = fired(run, 1, 4)
    for digit in range(10):
        own = a[labels == digit]
        assert found.firing[digit] == pytest.approx((own > high).mean())
        assert found.silent[digit] == pytest.approx((own < low).mean())


def test_asking_changes_nothing() -> None:
    run = run_with("logistic")
    before = (run.network.parameters.vector.tobytes(), run.position, run.costs.tobytes())
    NeuronOverData(2, 1).answer(run)
    assert (run.network.parameters.vector.tobytes(), run.position, run.costs.tobytes()) == before


def test_questions_are_equal_where_they_ask_the_same_and_travel_well() -> None:
    question = NeuronOverData(1, 2)
    assert pickle.loads(pickle.dumps(question)) == question != NeuronOverData(1, 3)  # noqa: S301 (our own)
    sent = pickle.dumps(question.answer(run_with("logistic")))
    assert len(sent) < 20_000
    assert isinstance(pickle.loads(sent), OverTheData)  # noqa: S301 (our own)


@pytest.mark.parametrize(("layer", "neuron"), [(0, 3), (4, 0), (1, 16), (3, -1)])
def test_a_neuron_that_is_not_there_is_refused_with_a_sentence(layer: int, neuron: int) -> None:
    with pytest.raises(SettingError, match=r"\.$"):
        NeuronOverData(layer, neuron).answer(new_run())


def test_a_large_network_is_asked_about_examples_evenly_spaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = run_with("logistic")
    size = run.network.parameters.vector.size
    monkeypatch.setattr(neuron_questions, "_WORK", 100 * size)
    found = NeuronOverData(3, 2).answer(run)
    a = fired(run, 3, 2)[::4]
    assert (found.count, found.total) == (90, 360)
    assert [one.index for one in found.most] == (4 * np.argsort(-a)[:EXTREMES]).tolist()


def test_what_is_not_finite_is_left_out() -> None:
    inputs = np.array([[1.0, 0.0], [3e38, 0.0], [2.0, 0.0]])
    run = rows_of_numbers(inputs, np.array([0, 1, 0]), 3)
    run.network.weights[0][1] = [100, 0]
    found = NeuronOverData(1, 1).answer(run)
    assert (found.count, found.total) == (2, 3)
    assert found.counts.sum(axis=1).tolist() == [2, 0, 0]
    assert [one.index for one in found.most] == [2, 0]
    assert np.isnan(found.means[1:]).all()
    run.network.weights[0][1] = np.nan
    nothing = NeuronOverData(1, 1).answer(run)
    assert (nothing.count, nothing.most) == (0, ())


def test_no_a_is_so_large_that_the_edges_are_not_finite() -> None:
    examples = Examples.from_arrays([[1.0], [-1.0], [0.5]], [0, 1, 1])
    network = Network((1, 1, 2), activation="identity", dtype=np.float64)
    network.weights[0][:] = 1.5e308
    run = Run(network, Dataset("numbers", examples, examples, (1, 1)), batch_size=1)
    found = NeuronOverData(1, 0).answer(run)
    assert np.isfinite(found.edges).all()
    assert found.count == 0


def test_a_row_of_numbers_has_no_picture_and_may_have_many_classes() -> None:
    random = np.random.default_rng(0)
    labels = random.integers(0, 26, 300)
    run = rows_of_numbers(random.normal(size=(300, 4)), labels, 26)
    found = NeuronOverData(2, 25).answer(run)
    assert found.counts.sum(axis=1).tolist() == np.bincount(labels, minlength=26).tolist()
    assert {one.picture for one in (*found.most, *found.least)} == {None}


@pytest.mark.parametrize("value", [0.0, 0.5, 7.0, -3.0])
def test_a_held_neuron_has_one_value(value: float) -> None:
    run = new_run()
    run.network.held = (Held(1, 2, value),)
    found = NeuronOverData(1, 2).answer(run)
    assert found.means == pytest.approx([value] * 10)
    assert (np.diff(found.edges) > 0).all()
    assert ((found.counts > 0).sum(axis=1) == 1).all()
    assert [one.index for one in found.most] == list(range(EXTREMES))


def test_large_pictures_are_sent_small() -> None:
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (7, 200, 150)).astype(np.uint8)
    examples = Examples.from_pixels(pixels, np.arange(7, dtype=np.uint8), 255, 10)
    data = Dataset("large", examples, examples, (200, 150))
    found = NeuronOverData(1, 0).answer(Run(Network((30_000, 2, 10)), data, batch_size=1))
    pictures = [one.picture for one in found.most if one.picture is not None]
    assert {picture.shape for picture in pictures} == {(50, 38)}
    shown = found.most[0]
    assert np.array_equal(pictures[0], pixels[shown.index, ::4, ::4])


def plane_run(data: str) -> Run:
    settings = RunSettings(data, learning_rate=1.0)
    run = settings.new_run(settings.load_data())
    run.train(60)
    return run


@pytest.mark.parametrize("neuron", [(1, 0), (3, 0)])
def test_one_output_tells_two_classes_apart(neuron: tuple[int, int]) -> None:
    run = plane_run("xor:train=90")
    found = NeuronOverData(*neuron).answer(run)
    a = fired(run, *neuron).astype(np.float64)
    targets = run.data.test.targets[:, 0]
    assert found.counts.shape == (2, BINS)
    for label in (0, 1):
        own = a[targets == label]
        assert found.counts[label].tolist() == np.histogram(own, found.edges)[0].tolist()
        assert found.means[label] == pytest.approx(own.mean())
    for extreme in (*found.most, *found.least):
        assert extreme.label == targets[extreme.index]


@pytest.mark.parametrize("neuron", [(1, 0), (3, 0)])
def test_without_classes_one_row_is_for_all(neuron: tuple[int, int]) -> None:
    run = plane_run("plane")
    found = NeuronOverData(*neuron).answer(run)
    a = fired(run, *neuron).astype(np.float64)
    assert found.counts.tolist() == [np.histogram(a, found.edges)[0].tolist()]
    assert found.means == pytest.approx([a.mean()])
    assert {extreme.label for extreme in (*found.most, *found.least)} == {None}
