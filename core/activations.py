"""Activation functions σ, each with its derivative.

An activation is one object with both, so that σ and σ′ are always a pair. To add one: write
the class, and add its line to ACTIVATIONS at the foot of this file.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import Protocol

import numpy as np

from core.operations import Operation, perform
from core.parameters import FloatArray
from core.tables import chosen

# A leaky ReLU's slope below 0.
_LEAK = 0.01
# exp of more than this is infinite; σ has long been 1 to the last bit.
_LARGEST = {"f": 80, "d": 700}


class Activation(Protocol):
    """σ and σ′, each as the operations that compute it in arrays of the caller's.

    All arrays of a call have one shape, (N_L, batch), and one dtype. S is left as it is.

    Attributes
    ----------
    name : str
        As in ACTIVATIONS.
    formula, derivative : str
        σ(S) and σ′(S), for the screen; ``a`` stands for σ(S).
    lowest, highest : float
        Between which all σ(S) lie, so that no target beyond can be reached.
    rate_share : float
        What share of the learning rate that suits logistic neurons suits these, whose slopes
        are steeper or whose a is larger: see ``python -m benchmarks accuracy``.
    is_elementwise : bool
        Whether a neuron's a depends on its own S alone. Else (softmax, for an output layer)
        `deltas` takes a in the place of σ′(S).
    """

    name: str
    formula: str
    derivative: str
    lowest: float
    highest: float
    rate_share: float
    is_elementwise: bool

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> list[Operation]:
        """To write a = σ(S) into ``outputs``, and into ``kept`` what `slopes` needs.

        For the hot path: far out, it may give NaN.
        """

    def fire_safely(
        self, sums: FloatArray, outputs: FloatArray, kept: FloatArray
    ) -> list[Operation]:
        """As `fire`, without NaN or a warning for any finite S."""

    def slopes(
        self, sums: FloatArray, outputs: FloatArray, kept: FloatArray, slopes: FloatArray
    ) -> list[Operation]:
        """To write σ′(S) into ``slopes``, after `fire` or `fire_safely`."""

    def deltas(
        self, cost_slopes: FloatArray, slopes: FloatArray, deltas: FloatArray
    ) -> list[Operation]:
        """To write δ = ∂C/∂S into ``deltas``, from ∂C/∂a and σ′(S)."""


class _Elementwise(ABC):
    """What most activations share: safe everywhere, δ = ∂C/∂a · σ′(S)."""

    is_elementwise = True

    @abstractmethod
    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> list[Operation]:
        """See `Activation`."""

    def fire_safely(
        self, sums: FloatArray, outputs: FloatArray, kept: FloatArray
    ) -> list[Operation]:
        """As `fire`."""
        return self.fire(sums, outputs, kept)

    def deltas(
        self, cost_slopes: FloatArray, slopes: FloatArray, deltas: FloatArray
    ) -> list[Operation]:
        """To write ∂C/∂a · σ′(S)."""
        return [(np.multiply, (cost_slopes, slopes, deltas))]


class Logistic(_Elementwise):
    """σ(S) = 1 / (1 + e^−S), with σ′(S) = σ(S) (1 − σ(S)).

    Computed as e^S / (1 + e^S) and σ(S) / (1 + e^S): two divisions and no subtraction of
    nearly equal numbers. `fire` gives NaN where e^S is infinite; `fire_safely` takes an S
    above 80 (700 in float64) as that, where σ is 1 already.

    Source: M. Nielsen, Neural Networks and Deep Learning, chapter 1, eq. (3).
    """

    name = "logistic"
    formula = "1 / (1 + e⁻ˢ)"
    derivative = "a (1 − a)"
    lowest, highest = 0.0, 1.0
    rate_share = 1.0

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> list[Operation]:
        """To write σ(S), and keep 1 + e^S."""
        return [
            (np.exp, (sums, outputs)),
            (np.add, (outputs, _number(1, sums), kept)),
            (np.divide, (outputs, kept, outputs)),
        ]

    def fire_safely(
        self, sums: FloatArray, outputs: FloatArray, kept: FloatArray
    ) -> list[Operation]:
        """To write σ(S), and keep 1 + e^S, for any S."""
        return [
            (_minimum, (sums, _number(_LARGEST[sums.dtype.char], sums), kept)),
            *self.fire(kept, outputs, kept),
        ]

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        kept: FloatArray,
        slopes: FloatArray,
    ) -> list[Operation]:
        """To write σ′(S)."""
        return [(np.divide, (outputs, kept, slopes))]


class Tanh(_Elementwise):
    """σ(S) = tanh S, with σ′(S) = 1 − σ(S)²."""

    name = "tanh"
    formula = "tanh S"
    derivative = "1 − a²"
    lowest, highest = -1.0, 1.0
    rate_share = 0.1

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> list[Operation]:
        """To write σ(S)."""
        return [(np.tanh, (sums, outputs))]

    def slopes(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> list[Operation]:
        """To write σ′(S)."""
        return [
            (np.multiply, (outputs, outputs, slopes)),
            (np.subtract, (_number(1, sums), slopes, slopes)),
        ]


class Relu(_Elementwise):
    """σ(S) = max(0, S), with σ′(S) = 1 for S > 0 and 0 elsewhere.

    The derivative does not exist at S = 0; 0 is the usual choice.
    """

    name = "relu"
    formula = "max(0, S)"
    derivative = "1 for S > 0, else 0"
    lowest, highest = 0.0, math.inf
    rate_share = 0.1

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> list[Operation]:
        """To write σ(S)."""
        return [(_maximum, (sums, _number(0, sums), outputs))]

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> list[Operation]:
        """To write σ′(S)."""
        return [(np.sign, (outputs, slopes))]


class LeakyRelu(_Elementwise):
    """σ(S) = S for S > 0 and S / 100 elsewhere, with σ′(S) = 1 and 1/100.

    A neuron that never fires can so be woken again. At S = 0 the derivative counts as 1/100.

    Source: A. Maas, A. Hannun, A. Ng, Rectifier nonlinearities improve neural network
    acoustic models, ICML 2013.
    """

    name = "leaky_relu"
    formula = "max(S / 100, S)"
    derivative = "1 for S > 0, else 1/100"
    lowest, highest = -math.inf, math.inf
    rate_share = 0.1

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> list[Operation]:
        """To write σ(S)."""
        return [
            (np.multiply, (sums, _number(_LEAK, sums), kept)),
            (_maximum, (sums, kept, outputs)),
        ]

    def slopes(
        self,
        sums: FloatArray,
        outputs: FloatArray,  # noqa: ARG002 (part of the protocol)
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> list[Operation]:
        """To write σ′(S)."""
        return [
            (np.heaviside, (sums, _number(0, sums), slopes)),
            (np.multiply, (slopes, _number(1 - _LEAK, sums), slopes)),
            (np.add, (slopes, _number(_LEAK, sums), slopes)),
        ]


class Softplus(_Elementwise):
    """σ(S) = ln(1 + e^S), with σ′(S) = 1 / (1 + e^−S) = e^(S − σ(S)).

    A ReLU without the corner; its derivative is the logistic function. S − σ(S) is never
    above 0, so nothing overflows.

    Source: C. Dugas and others, Incorporating second-order functional knowledge for better
    option pricing, NIPS 2000.
    """

    name = "softplus"
    formula = "ln(1 + eˢ)"
    derivative = "1 / (1 + e⁻ˢ)"
    lowest, highest = 0.0, math.inf
    rate_share = 0.1

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> list[Operation]:
        """To write σ(S)."""
        return [(np.logaddexp, (sums, _number(0, sums), outputs))]

    def slopes(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> list[Operation]:
        """To write σ′(S)."""
        return [(np.subtract, (sums, outputs, slopes)), (np.exp, (slopes, slopes))]


class Identity(_Elementwise):
    """σ(S) = S, with σ′(S) = 1: for outputs that are any number.

    In every layer, it leaves a network that can only draw straight boundaries, however deep.
    """

    name = "identity"
    formula = "S"
    derivative = "1"
    lowest, highest = -math.inf, math.inf
    rate_share = 0.01

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> list[Operation]:
        """To write σ(S)."""
        return [(np.copyto, (outputs, sums))]

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,  # noqa: ARG002 (part of the protocol)
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> list[Operation]:
        """To write σ′(S)."""
        return [(slopes.fill, (1,))]


class Softmax:
    """σ(S)_i = e^S_i / Σ_k e^S_k over the neurons of the layer: shares that add up to 1.

    ∂a_i/∂S_k = a_i (δ_ik − a_k), so that ∂C/∂S_i = a_i (∂C/∂a_i − Σ_k a_k ∂C/∂a_k). The
    largest S of each example is taken from all of them first, which changes no a and keeps
    e^S finite.

    Source: M. Nielsen, Neural Networks and Deep Learning, chapter 3, eq. (78).
    """

    name = "softmax"
    formula = "eˢ / Σ eˢ"
    derivative = "∂aᵢ/∂Sₖ = aᵢ (1 − aᵢ) for k = i, else −aᵢ aₖ"
    lowest, highest = 0.0, 1.0
    rate_share = 1.0
    is_elementwise = False

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> list[Operation]:
        """To write σ(S)."""
        return [(_softmax, (sums, outputs, kept))]

    def fire_safely(
        self, sums: FloatArray, outputs: FloatArray, kept: FloatArray
    ) -> list[Operation]:
        """As `fire`."""
        return self.fire(sums, outputs, kept)

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> list[Operation]:
        """To write ∂a_i/∂S_i = a_i (1 − a_i): a neuron's own slope, for the screen alone."""
        return [(np.multiply, (outputs, outputs, slopes)), (np.subtract, (outputs, slopes, slopes))]

    def deltas(
        self, cost_slopes: FloatArray, slopes: FloatArray, deltas: FloatArray
    ) -> list[Operation]:
        """To write δ; in the place of ``slopes`` stands a."""
        return [(_softmax_deltas, (cost_slopes, slopes, deltas))]


def apply(activation: Activation, sums: FloatArray) -> FloatArray:
    """σ(S) in a new array; for softmax, over the first axis."""
    outputs, kept = np.empty_like(sums), np.empty_like(sums)
    perform(activation.fire_safely(sums, outputs, kept))
    return outputs


def slopes_of(activation: Activation, sums: FloatArray) -> FloatArray:
    """σ′(S) in a new array; for softmax ∂a_i/∂S_i, over the first axis."""
    outputs, kept, slopes = (np.empty_like(sums) for _ in range(3))
    perform(activation.fire_safely(sums, outputs, kept))
    perform(activation.slopes(sums, outputs, kept, slopes))
    return slopes


def _number(value: float, like: FloatArray) -> FloatArray:
    # A numpy scalar or a Python number costs a quarter of a microsecond more in every call.
    return np.array(value, like.dtype)


# With these two, numpy does not take the array to write into by its place.
def _minimum(first: FloatArray, second: FloatArray, smaller: FloatArray) -> None:
    np.minimum(first, second, out=smaller)


def _maximum(first: FloatArray, second: FloatArray, larger: FloatArray) -> None:
    np.maximum(first, second, out=larger)


def _softmax(sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
    np.subtract(sums, sums.max(axis=0), kept)
    np.exp(kept, outputs)
    np.divide(outputs, outputs.sum(axis=0), outputs)


def _softmax_deltas(cost_slopes: FloatArray, outputs: FloatArray, deltas: FloatArray) -> None:
    # From the ∂C/∂a of the largest a on: near 1, that a's own would drown all the others.
    largest = cost_slopes[outputs.argmax(axis=0), np.arange(outputs.shape[1])]
    np.subtract(cost_slopes, largest, deltas)
    np.subtract(deltas, (deltas * outputs).sum(axis=0), deltas)
    np.multiply(deltas, outputs, deltas)


def activation_named(name: str) -> Activation:
    """The activation of that name; SettingError where there is none."""
    missing = "There is no activation function {name!r}; choose one of: {choices}."
    return chosen(ACTIVATIONS, name, missing)


ACTIVATIONS: dict[str, Activation] = {
    "logistic": Logistic(),
    "tanh": Tanh(),
    "relu": Relu(),
    "leaky_relu": LeakyRelu(),
    "softplus": Softplus(),
    "identity": Identity(),
    "softmax": Softmax(),
}
