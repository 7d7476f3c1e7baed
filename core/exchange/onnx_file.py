"""ONNX: the network as a graph that other programs can run. Needs the library onnx.

Source of the operators: https://onnx.ai/onnx/operators/, opset 17.
"""

from __future__ import annotations

from typing import IO, Any

import numpy as np

from core.errors import ExchangeError
from core.exchange.naming import metadata_of, named_tensors
from core.network import Network

# Old enough for any runtime since 2022.
_OPSET = 17
_IR_VERSION = 8


def write_onnx(network: Network, stream: IO[bytes]) -> None:
    """Write a graph from ``inputs``, shape (batch, N_0), to ``outputs``, shape (batch, N_last).

    It computes in float32; held neurons are held in it.

    Raises
    ------
    ExchangeError
        Where the library onnx is missing, or there is no such σ in ONNX.
    """
    onnx = _library()
    helper = onnx.helper
    graph = _Graph(onnx)
    value = "inputs"
    for layer in range(1, len(network.sizes)):
        value = _add_layer(graph, network, layer, value)
    graph.add("Identity", [value], "outputs")
    ends = [
        helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["batch", size])
        for name, size in (("inputs", network.sizes[0]), ("outputs", network.sizes[-1]))
    ]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "network", ends[:1], ends[1:], graph.constants),
        opset_imports=[helper.make_opsetid("", _OPSET)],
        ir_version=_IR_VERSION,
        producer_name="visualiser",
    )
    helper.set_model_props(model, metadata_of(network))
    stream.write(model.SerializeToString())


class _Graph:
    """Operations and constants, as they are added."""

    def __init__(self, onnx: Any) -> None:
        self._onnx = onnx
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def add(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> str:
        """One more operation; the name of what it gives."""
        self.nodes.append(self._onnx.helper.make_node(operator, inputs, [output], **attributes))
        return output

    def constant(self, name: str, values: Any, dtype: type[np.generic] = np.float32) -> str:
        """One more array, by a name of its own."""
        array = np.ascontiguousarray(values, dtype)
        self.constants.append(self._onnx.numpy_helper.from_array(array, name))
        return name


def _add_layer(graph: _Graph, network: Network, layer: int, value: str) -> str:
    """From a of the layer before to a of this one."""
    tensors = named_tensors(network)
    prefix = f"layer.{layer}."
    weights, biases = (
        graph.constant(name, tensors[name]) for name in (f"{prefix}weight", f"{prefix}bias")
    )
    is_inside = network.bias == "inside"
    terms = [value, weights, biases] if is_inside else [value, weights]
    value = graph.add("Gemm", terms, f"{prefix}weighted_sums", transB=1)
    operator, attributes = _operator(network.activation_names[layer - 1])
    value = graph.add(operator, [value], f"{prefix}activations", **attributes)
    if not is_inside:
        value = graph.add("Add", [value, biases], f"{prefix}with_bias")
    held = [one for one in network.held if one.layer == layer]
    if held:
        is_held = np.zeros(network.sizes[layer], np.bool_)
        values = np.zeros(network.sizes[layer], np.float32)
        for one in held:
            is_held[one.neuron], values[one.neuron] = True, one.value
        chosen = [
            graph.constant(f"{prefix}is_held", is_held, np.bool_),
            graph.constant(f"{prefix}held_at", values),
        ]
        value = graph.add("Where", [*chosen, value], f"{prefix}held")
    return value


def _operator(activation: str) -> tuple[str, dict[str, Any]]:
    if activation not in _OPERATORS:
        raise ExchangeError(
            "ONNX has no activation function {name}; save the weights as .safetensors.",
            name=activation,
        )
    return _OPERATORS[activation]


def _library() -> Any:
    try:
        import onnx  # noqa: PLC0415 (an extra, and slow to import)
        import onnx.numpy_helper  # noqa: PLC0415
    except ImportError as error:
        raise ExchangeError(
            "An ONNX file needs the library onnx; install it with pip install "
            "'visualiser[exchange]', or save the weights as .safetensors."
        ) from error
    return onnx


# σ in ONNX: the operator and its settings.
_OPERATORS: dict[str, tuple[str, dict[str, Any]]] = {
    "logistic": ("Sigmoid", {}),
    "tanh": ("Tanh", {}),
    "relu": ("Relu", {}),
    "leaky_relu": ("LeakyRelu", {"alpha": 0.01}),
    "softplus": ("Softplus", {}),
    "identity": ("Identity", {}),
    "softmax": ("Softmax", {"axis": -1}),
}
