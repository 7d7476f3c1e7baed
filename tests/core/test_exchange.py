"""Weights and costs in the files of other programs, there and back."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import core
from core import ACTIVATIONS, Dataset, Held, Network, Run, errors
from core.exchange import FORMATS

CheckSentence = Callable[[errors.UserError, str, str], None]
ROOT = Path(__file__).parents[2]
READABLE = [ending for ending, format_ in FORMATS.items() if format_.read]
FLOATS = st.floats(-1e3, 1e3, width=32)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Of any small sizes, σ, bias placement and numbers, with a neuron held or not."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=5))
    elementwise = sorted(name for name, sigma in ACTIVATIONS.items() if sigma.is_elementwise)
    hidden = st.sampled_from(elementwise)
    names = [draw(hidden) for _ in sizes[2:]] + [draw(st.sampled_from(sorted(ACTIVATIONS)))]
    partners = {"logistic": "cross_entropy", "softmax": "softmax_cross_entropy"}
    bias: Any = draw(st.sampled_from(["inside", "outside"]))
    costs = ["quadratic", *([partners[names[-1]]] if names[-1] in partners else [])]
    cost = "quadratic" if bias == "outside" else draw(st.sampled_from(costs))
    network = Network(sizes, names, cost, bias)
    vector = network.parameters.vector
    vector[:] = draw(arrays.arrays(np.float32, vector.shape, elements=FLOATS))
    if len(sizes) > 2 and draw(st.booleans()):
        layer = draw(st.integers(1, len(sizes) - 2))
        neuron = draw(st.integers(0, sizes[layer] - 1))
        network.held = (Held(layer, neuron, draw(FLOATS)),)
    return network


def told(network: Network) -> tuple[object, ...]:
    """All that makes a network compute what it does."""
    return (
        (network.sizes, network.activation_names, network.cost.name, network.bias, network.held),
        (network.parameters.vector.dtype, network.parameters.vector.tobytes()),
    )


@pytest.fixture
def network() -> Network:
    return Network((4, 3, 2), ("tanh", "softmax"), "softmax_cross_entropy")


# ------------------------------------------------------------------------ and back


@pytest.mark.parametrize("ending", READABLE)
@settings(deadline=None, max_examples=60)
@given(network=networks())
def test_what_is_exported_is_what_is_imported(
    tmp_path_factory: pytest.TempPathFactory, ending: str, network: Network
) -> None:
    path = tmp_path_factory.getbasetemp() / f"there-and-back{ending}"
    core.export_weights(network, path)
    imported = core.import_weights(path)
    assert told(imported.network) == told(network)
    assert imported.assumed == ()


@pytest.mark.parametrize("ending", READABLE)
def test_float64_is_exported_as_it_is_and_imported_as_float32(tmp_path: Path, ending: str) -> None:
    network = Network((4, 3), dtype=np.float64)
    core.export_weights(network, tmp_path / f"w{ending}")
    imported = core.import_weights(tmp_path / f"w{ending}").network
    expected = network.parameters.vector.astype(np.float32)
    assert np.array_equal(imported.parameters.vector, expected)
    assert imported.parameters.vector.dtype == np.float32


@pytest.mark.parametrize("ending", READABLE)
def test_a_run_goes_on_from_imported_weights(tmp_path: Path, tiny: Dataset, ending: str) -> None:
    run = Run(Network((4, 3, 3), "tanh"), tiny, batch_size=3)
    run.steps(20)
    core.export_weights(run.network, tmp_path / f"w{ending}")
    going_on = Run(core.import_weights(tmp_path / f"w{ending}").network, tiny, batch_size=3)
    assert going_on.evaluate_test() == run.evaluate_test()
    going_on.steps(20)
    going_on.draw_anew(1, 0, seed=3)
    assert going_on.network.weights[0][0].any()


def test_the_ending_may_be_in_capitals(tmp_path: Path, network: Network) -> None:
    core.export_weights(network, tmp_path / "W.NPZ")
    assert told(core.import_weights(tmp_path / "W.NPZ").network) == told(network)


# ------------------------------------------------------------------------ other programs' files


def sequential(prefix: str = "", numbers: tuple[int, ...] = (0, 2, 10)) -> dict[str, Any]:
    """The state of a torch.nn.Sequential with σ between its layers, from a random generator."""
    random = np.random.default_rng(5)
    shapes = [(5, 4), (3, 5), (2, 3)]
    state: dict[str, Any] = {}
    for number, shape in zip(numbers, shapes, strict=True):
        state[f"{prefix}{number}.weight"] = random.standard_normal(shape, np.float32)
        state[f"{prefix}{number}.bias"] = random.standard_normal(shape[0], np.float32)
    return state


@pytest.mark.parametrize("prefix", ["", "layer.", "fc", "model.net."])
def test_names_as_other_programs_give_them(tmp_path: Path, prefix: str) -> None:
    state = sequential(prefix)
    np.savez(tmp_path / "w.npz", **state)
    imported = core.import_weights(tmp_path / "w.npz", activation=("relu", "identity"))
    network = imported.network
    assert network.sizes == (4, 5, 3, 2)
    assert network.activation_names == ("relu", "relu", "identity")
    assert imported.assumed == ("cost", "bias")
    for number, weights, biases in zip((0, 2, 10), network.weights, network.biases, strict=True):
        assert np.array_equal(weights, state[f"{prefix}{number}.weight"])
        assert np.array_equal(biases, state[f"{prefix}{number}.bias"])


@pytest.mark.parametrize("dtype", ["<f2", "<f4", "<f8", ">f4", ">f8"])
@pytest.mark.parametrize("is_compressed", [False, True])
def test_arrays_of_any_floating_type_and_order(
    tmp_path: Path, dtype: str, *, is_compressed: bool
) -> None:
    state: dict[str, Any] = {
        name: np.asfortranarray(array.astype(dtype)) for name, array in sequential().items()
    }
    save = np.savez_compressed if is_compressed else np.savez
    save(tmp_path / "w.npz", **state)
    network = core.import_weights(tmp_path / "w.npz").network
    assert np.array_equal(network.weights[0], state["0.weight"].astype(np.float32))
    assert np.array_equal(network.biases[2], state["10.bias"].astype(np.float32))


def test_safetensors_of_the_format_s_own_library(tmp_path: Path) -> None:
    library = pytest.importorskip("safetensors.numpy")
    state = {name: array.astype(np.float16) for name, array in sequential().items()}
    library.save_file(state, tmp_path / "w.safetensors", metadata={"format": "pt"})
    imported = core.import_weights(tmp_path / "w.safetensors")
    assert imported.assumed == ("activation", "cost", "bias")
    assert np.array_equal(imported.network.weights[2], state["10.weight"].astype(np.float32))


def test_the_file_s_own_library_reads_safetensors(tmp_path: Path, network: Network) -> None:
    library: Any = pytest.importorskip("safetensors")
    core.export_weights(network, tmp_path / "w.safetensors")
    with library.safe_open(tmp_path / "w.safetensors", "numpy") as file:
        found = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (no mapping)
        metadata = file.metadata()
    assert sorted(found) == sorted(f"layer.{n}.{k}" for n in (1, 2) for k in ("weight", "bias"))
    for layer, (weights, biases) in enumerate(zip(network.weights, network.biases, strict=True), 1):
        assert np.array_equal(found[f"layer.{layer}.weight"], weights)
        assert np.array_equal(found[f"layer.{layer}.bias"], biases)
    assert metadata["activation"] == '["tanh", "softmax"]'
    assert (metadata["sizes"], metadata["bias"]) == ("[4, 3, 2]", "inside")


def test_numpy_reads_npz_without_unpickling(tmp_path: Path, network: Network) -> None:
    core.export_weights(network, tmp_path / "w.npz")
    with np.load(tmp_path / "w.npz", allow_pickle=False) as file:
        assert np.array_equal(file["layer.1.weight"], network.weights[0])
        assert b'"softmax_cross_entropy"' in file["metadata"].item()


def test_a_sequential_of_pytorch_takes_the_safetensors(tmp_path: Path, network: Network) -> None:
    torch: Any = pytest.importorskip(
        "torch", reason="PyTorch, of the extra bench, is not installed"
    )
    library: Any = pytest.importorskip("safetensors.torch")
    core.export_weights(network, tmp_path / "w.safetensors")
    nn = torch.nn
    layers = [("1", nn.Linear(4, 3)), ("a1", nn.Tanh()), ("2", nn.Linear(3, 2))]
    layers.append(("a2", nn.Softmax(dim=1)))
    model = nn.Sequential(OrderedDict(layer=nn.Sequential(OrderedDict(layers))))
    model.load_state_dict(library.load_file(tmp_path / "w.safetensors"))
    inputs = np.random.default_rng(1).random((5, 4), np.float32)
    outputs = model(torch.from_numpy(inputs)).detach().numpy()
    assert np.allclose(outputs, network.forward(inputs).activations[-1].T, atol=1e-6)


def test_csv_has_a_row_and_all_digits_for_each_number(tmp_path: Path) -> None:
    network = Network((3, 2, 1), initialiser="standard_normal")
    core.export_weights(network, tmp_path / "w.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "w.csv").read_text())))
    assert len(rows) == network.parameters.vector.size
    for row in rows:
        layer, neuron = int(row["layer"]), int(row["neuron"])
        column = -1 if row["origin"] == "" else int(row["origin"])
        expected = network.parameters.blocks[layer - 1][neuron, column]
        assert np.float32(row["value"]) == expected
    assert len({(row["layer"], row["neuron"], row["origin"]) for row in rows}) == len(rows)


# ------------------------------------------------------------------------ ONNX


def outputs_of(path: Path, inputs: Any) -> Any:
    runtime: Any = pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx")
    session = runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    [given_] = session.get_inputs()
    [result] = session.get_outputs()
    assert (given_.name, result.name) == ("inputs", "outputs")
    assert (given_.shape[1], given_.type) == (inputs.shape[1], "tensor(float)")
    [outputs] = session.run(None, {"inputs": inputs})
    assert result.shape[1] == outputs.shape[1]
    return outputs


@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
@pytest.mark.parametrize("bias", ["inside", "outside"])
@pytest.mark.parametrize("held", [(), (Held(1, 2, 0.25), Held(1, 0, -3.0))])
def test_onnxruntime_gives_the_same_outputs(
    tmp_path: Path, activation: str, bias: Any, held: tuple[Held, ...]
) -> None:
    pytest.importorskip("onnx")
    hidden = activation if ACTIVATIONS[activation].is_elementwise else "tanh"
    network = Network((64, 16, 16, 10), (hidden, activation), bias=bias, initialiser="xavier")
    random = np.random.default_rng(3)
    for biases in network.biases:
        biases[:] = random.standard_normal(biases.shape)
    network.held = held
    core.export_weights(network, tmp_path / "w.onnx")
    inputs = random.random((7, 64), np.float32)
    expected = network.forward(inputs).activations[-1].T
    assert np.allclose(outputs_of(tmp_path / "w.onnx", inputs), expected, rtol=1e-6, atol=1e-6)


@settings(deadline=None, max_examples=25)
@given(network=networks(), seed=st.integers(0, 99))
def test_onnx_computes_what_any_network_does(
    tmp_path_factory: pytest.TempPathFactory, network: Network, seed: int
) -> None:
    pytest.importorskip("onnx")
    path = tmp_path_factory.getbasetemp() / "any.onnx"
    # Of a size that a network's numbers have; else float32 itself is coarser than that.
    network.parameters.vector[:] /= 1000
    core.export_weights(network, path)
    inputs = np.random.default_rng(seed).random((3, network.sizes[0]), np.float32)
    expected = network.forward(inputs).activations[-1].T
    # Neurons may be held at hundreds.
    assert np.allclose(outputs_of(path, inputs), expected, rtol=2e-6, atol=1e-6)


def test_onnx_is_by_the_book(tmp_path: Path, network: Network) -> None:
    onnx: Any = pytest.importorskip("onnx")
    core.export_weights(network, tmp_path / "w.onnx")
    model = onnx.load(tmp_path / "w.onnx")
    onnx.checker.check_model(model, full_check=True)
    assert {"layer.1.weight", "layer.2.bias"} <= {c.name for c in model.graph.initializer}


def test_without_its_library_onnx_says_what_to_install(
    tmp_path: Path, network: Network, monkeypatch: pytest.MonkeyPatch, check_sentence: CheckSentence
) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(errors.ExchangeError) as caught:
        core.export_weights(network, tmp_path / "w.onnx")
    check_sentence(caught.value, "onnx", "pip install 'visualiser[exchange]'")
    assert list(tmp_path.iterdir()) == []


def test_core_needs_none_of_the_libraries(tmp_path: Path) -> None:
    script = f"""
import sys
for name in ("onnx", "onnxruntime", "safetensors", "torch", "pandas"):
    sys.modules[name] = None
import core
network = core.Network((4, 3))
for ending in (".safetensors", ".npz", ".csv"):
    core.export_weights(network, {str(tmp_path)!r} + "/w" + ending)
print(core.import_weights({str(tmp_path)!r} + "/w.safetensors").network.sizes)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("(4, 3)", "")


# ------------------------------------------------------------------------ costs


def eventful_run(data: Dataset) -> Run:
    run = Run(Network((4, 3)), data, batch_size=3)
    run.steps(5)
    run.evaluate_test()
    run.set_batch_size(2)
    run.steps(4)
    run.change(batch_size=7, learning_rate=0.1)
    run.edit(1, 0, None, 0.5)
    run.steps(3)
    run.evaluate_test()
    return run


def test_costs_are_those_of_each_step_and_test(tmp_path: Path, tiny: Dataset) -> None:
    run = eventful_run(tiny)
    core.export_costs(run, tmp_path / "costs.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "costs.csv").read_text())))
    assert [int(row["step"]) for row in rows] == list(range(13))
    assert [float(row["cost"]) for row in rows[:-1]] == run.costs.tolist()
    assert rows[-1]["cost"] == ""
    # Seen by going there, one step at a time.
    epochs = []
    for step in range(13):
        run.go_to(step)
        epochs.append(run.epoch)
    assert [int(row["epoch"]) for row in rows] == epochs
    tested = {int(row["step"]): row for row in rows if row["test_cost"]}
    assert list(tested) == list(run.branch.evaluations) == [5, 12]
    for step, found in run.branch.evaluations.items():
        assert float(tested[step]["test_cost"]) == found.cost
        assert float(tested[step]["test_accuracy"]) == found.accuracy


def test_costs_of_no_step(tmp_path: Path, tiny: Dataset) -> None:
    core.export_costs(Run(Network((4, 3)), tiny, batch_size=3), tmp_path / "costs.csv")
    assert (tmp_path / "costs.csv").read_text() == "step,epoch,cost,test_cost,test_accuracy\n"


def test_pandas_opens_the_costs(tmp_path: Path, tiny: Dataset) -> None:
    pandas: Any = pytest.importorskip("pandas")
    run = eventful_run(tiny)
    core.export_costs(run, tmp_path / "costs.csv")
    table = pandas.read_csv(tmp_path / "costs.csv", index_col="step")
    assert table.cost.dropna().tolist() == run.costs.tolist()


# ------------------------------------------------------------------------ where it fails


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_a_folder_that_is_not_there(
    tmp_path: Path, network: Network, ending: str, check_sentence: CheckSentence
) -> None:
    with pytest.raises(errors.ExchangeError) as caught:
        core.export_weights(network, tmp_path / "nowhere" / f"w{ending}")
    check_sentence(caught.value, f"w{ending}", "choose another place")


def test_costs_in_a_folder_that_is_not_there(
    tmp_path: Path, tiny: Dataset, check_sentence: CheckSentence
) -> None:
    with pytest.raises(errors.ExchangeError) as caught:
        core.export_costs(
            Run(Network((4, 3)), tiny, batch_size=3), tmp_path / "nowhere" / "costs.csv"
        )
    check_sentence(caught.value, "costs.csv", "choose another place")


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_an_old_file_stays_where_a_new_one_fails(
    tmp_path: Path, network: Network, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"w{ending}"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(errors.ExchangeError, match="No space left"):
        core.export_weights(network, path)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["w", "w.pt", ".npz", "w.npz.bak"])
def test_an_unknown_ending(
    tmp_path: Path, network: Network, name: str, check_sentence: CheckSentence
) -> None:
    for act in (lambda p: core.export_weights(network, p), core.import_weights):
        with pytest.raises(errors.ExchangeError) as caught:
            act(tmp_path / name)
        check_sentence(caught.value, name, ".safetensors, .npz")


@pytest.mark.parametrize("name", ["none.npz", "folder.npz", f"{'x' * 300}.npz"])
def test_nothing_to_import(tmp_path: Path, name: str, check_sentence: CheckSentence) -> None:
    (tmp_path / "folder.npz").mkdir()
    with pytest.raises(errors.ExchangeError) as caught:
        core.import_weights(tmp_path / name)
    check_sentence(caught.value, name, "choose a file of weights")


def test_a_sigma_that_nobody_knows(tmp_path: Path, network: Network) -> None:
    core.export_weights(network, tmp_path / "w.npz")
    with pytest.raises(errors.SettingError, match="gelu"):
        core.import_weights(tmp_path / "w.npz", activation="gelu")


def test_nothing_is_left_beside_the_file(tmp_path: Path, network: Network) -> None:
    core.export_weights(network, tmp_path / "w.npz")
    with zipfile.ZipFile(tmp_path / "w.npz") as archive:
        assert archive.testzip() is None
    assert [p.name for p in tmp_path.iterdir()] == ["w.npz"]
