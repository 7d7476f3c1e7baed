"""Activation functions σ, each with its derivative.

An activation is one object with both, so that σ and σ′ are always a pair. To add one: write
the class, and add its line to ACTIVATIONS at the foot of this file.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from core.parameters import FloatArray
from core.tables import chosen

# A numpy scalar or a Python number costs a quarter of a microsecond more in every call.
_ZERO: dict[str, FloatArray] = {"f": np.array(0, np.float32), "d": np.array(0, np.float64)}
_ONE: dict[str, FloatArray] = {"f": np.array(1, np.float32), "d": np.array(1, np.float64)}
_LEAK: dict[str, FloatArray] = {"f": np.array(0.01, np.float32), "d": np.array(0.01, np.float64)}
_REST: dict[str, FloatArray] = {"f": np.array(0.99, np.float32), "d": np.array(0.99, np.float64)}
# exp of more than this is infinite; σ has long been 1 to the last bit.
_LARGEST: dict[str, FloatArray] = {"f": np.array(80, np.float32), "d": np.array(700, np.float64)}


Pull = Callable[[FloatArray, FloatArray, FloatArray], Any]


class Activation(Protocol):
    """σ and σ′, computed into arrays that the caller owns.

    All arrays of a call have one shape, (N_L, batch), and one dtype. S is left as it is.

    Attributes
    ----------
    name : str
        As in ACTIVATIONS.
    formula, derivative : str
        σ(S) and σ′(S), for the screen; ``a`` stands for σ(S).
    lowest, highest : float
        Between which all σ(S) lie, so that no target beyond can be reached.
    is_elementwise : bool
        Whether a neuron's a depends on its own S alone. Else (softmax, for an output layer)
        ``slopes`` is of no use, and `deltas` takes its place.
    """

    name: str
    formula: str
    derivative: str
    lowest: float
    highest: float
    is_elementwise: bool

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """Write a = σ(S) into ``outputs``, and into ``kept`` what `slopes` needs.

        This is the hot path's: far out, it may give NaN.
        """

    def fire_safely(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """As `fire`, without NaN or a warning for any finite S."""

    def slopes(
        self, sums: FloatArray, outputs: FloatArray, kept: FloatArray, slopes: FloatArray
    ) -> None:
        """Write σ′(S) into ``slopes``, after `fire` or `fire_safely`."""

    @property
    def deltas(self) -> Pull:
        """What writes δ = ∂C/∂S, from ∂C/∂a and σ′(S), into its third array.

        In place of σ′(S) stands a itself where the activation is not elementwise.
        """


class _Elementwise(ABC):
    """What most activations share: safe everywhere, δ = ∂C/∂a · σ′(S)."""

    is_elementwise = True

    @abstractmethod
    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """See `Activation`."""

    def fire_safely(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """As `fire`."""
        self.fire(sums, outputs, kept)

    # A method around it would cost another call in every step.
    deltas: Pull = np.multiply


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

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """Write σ(S), and keep 1 + e^S."""
        np.exp(sums, outputs)
        np.add(outputs, _ONE[sums.dtype.char], kept)
        np.divide(outputs, kept, outputs)

    def fire_safely(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """Write σ(S), and keep 1 + e^S, for any S."""
        np.minimum(sums, _LARGEST[sums.dtype.char], out=kept)
        self.fire(kept, outputs, kept)

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        kept: FloatArray,
        slopes: FloatArray,
    ) -> None:
        """Write σ′(S)."""
        np.divide(outputs, kept, slopes)


class Tanh(_Elementwise):
    """σ(S) = tanh S, with σ′(S) = 1 − σ(S)²."""

    name = "tanh"
    formula = "tanh S"
    derivative = "1 − a²"
    lowest, highest = -1.0, 1.0

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> None:
        """Write σ(S)."""
        np.tanh(sums, outputs)

    def slopes(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> None:
        """Write σ′(S)."""
        np.multiply(outputs, outputs, slopes)
        np.subtract(_ONE[sums.dtype.char], slopes, slopes)


class Relu(_Elementwise):
    """σ(S) = max(0, S), with σ′(S) = 1 for S > 0 and 0 elsewhere.

    The derivative does not exist at S = 0; 0 is the usual choice.
    """

    name = "relu"
    formula = "max(0, S)"
    derivative = "1 for S > 0, else 0"
    lowest, highest = 0.0, math.inf

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> None:
        """Write σ(S)."""
        np.maximum(sums, _ZERO[sums.dtype.char], out=outputs)

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> None:
        """Write σ′(S)."""
        np.sign(outputs, slopes)


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

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """Write σ(S)."""
        np.multiply(sums, _LEAK[sums.dtype.char], kept)
        np.maximum(sums, kept, out=outputs)

    def slopes(
        self,
        sums: FloatArray,
        outputs: FloatArray,  # noqa: ARG002 (part of the protocol)
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> None:
        """Write σ′(S)."""
        kind = sums.dtype.char
        np.heaviside(sums, _ZERO[kind], slopes)
        np.multiply(slopes, _REST[kind], slopes)
        np.add(slopes, _LEAK[kind], slopes)


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

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> None:
        """Write σ(S)."""
        np.logaddexp(sums, _ZERO[sums.dtype.char], outputs)

    def slopes(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> None:
        """Write σ′(S)."""
        np.subtract(sums, outputs, slopes)
        np.exp(slopes, slopes)


class Identity(_Elementwise):
    """σ(S) = S, with σ′(S) = 1: for outputs that are any number.

    In every layer, it leaves a network that can only draw straight boundaries, however deep.
    """

    name = "identity"
    formula = "S"
    derivative = "1"
    lowest, highest = -math.inf, math.inf

    def fire(
        self,
        sums: FloatArray,
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> None:
        """Write σ(S)."""
        np.copyto(outputs, sums)

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,  # noqa: ARG002 (part of the protocol)
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> None:
        """Write σ′(S)."""
        slopes.fill(1)


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
    is_elementwise = False

    def fire(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """Write σ(S)."""
        np.subtract(sums, sums.max(axis=0), kept)
        np.exp(kept, outputs)
        np.divide(outputs, outputs.sum(axis=0), outputs)

    def fire_safely(self, sums: FloatArray, outputs: FloatArray, kept: FloatArray) -> None:
        """As `fire`."""
        self.fire(sums, outputs, kept)

    def slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        kept: FloatArray,  # noqa: ARG002 (part of the protocol)
        slopes: FloatArray,
    ) -> None:
        """Write ∂a_i/∂S_i = a_i (1 − a_i): a neuron's own slope, for the screen alone."""
        np.multiply(outputs, outputs, slopes)
        np.subtract(outputs, slopes, slopes)

    def deltas(self, cost_slopes: FloatArray, slopes: FloatArray, deltas: FloatArray) -> None:
        """Write δ; ``slopes`` is a itself."""
        np.multiply(cost_slopes, slopes, deltas)
        np.subtract(cost_slopes, deltas.sum(axis=0), deltas)
        np.multiply(deltas, slopes, deltas)


def apply(activation: Activation, sums: FloatArray) -> FloatArray:
    """σ(S) in a new array; for softmax, over the first axis."""
    outputs, kept = np.empty_like(sums), np.empty_like(sums)
    activation.fire_safely(sums, outputs, kept)
    return outputs


def slopes_of(activation: Activation, sums: FloatArray) -> FloatArray:
    """σ′(S) in a new array; for softmax ∂a_i/∂S_i, over the first axis."""
    outputs, kept, slopes = (np.empty_like(sums) for _ in range(3))
    activation.fire_safely(sums, outputs, kept)
    activation.slopes(sums, outputs, kept, slopes)
    return slopes


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
