"""Cost functions C, each with its derivative.

To add one: write the class, and add its line to COSTS at the foot of this file.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Protocol

import numpy as np

from core.activations import Activation
from core.errors import SettingError
from core.parameters import FloatArray
from core.tables import chosen


class Cost(Protocol):
    """C and its derivative, computed together.

    Arrays have the shape (N_output, batch), and ``sums`` is S of the output layer, from which
    a cost can be had to the last digit where a is so close to 0 or 1 that ln a is not.

    Attributes
    ----------
    name : str
        As in COSTS.
    formula : str
        C of one example, for the screen.
    scale : float
        What is left out of the slopes that a call writes: a power of two, by which they can
        be multiplied later, with all that follows from them, without any rounding.
    partner : str or None
        The one σ, by name, that the output layer must have; its bias is then inside σ. Such
        a cost gives ∂C/∂S = a − t straight away. None where any σ will do; then it gives
        ∂C/∂a.
    """

    name: str
    formula: str
    scale: float
    partner: str | None

    def __call__(
        self, sums: FloatArray, outputs: FloatArray, targets: FloatArray, slopes: FloatArray
    ) -> float:
        """Write ∂C/∂a (∂C/∂S with a partner) over `scale`; return the sum of all examples' C."""

    def terms(self, sums: FloatArray, outputs: FloatArray, targets: FloatArray) -> FloatArray:
        """What each output neuron adds to C of each example: its C is the column's sum."""

    def output_slopes(
        self, sums: FloatArray, outputs: FloatArray, targets: FloatArray
    ) -> FloatArray:
        """∂C/∂a in a new array; infinite where C is infinitely steep."""


class Quadratic:
    """C = Σ_i (t_i − a_i)², with ∂C/∂a = 2 (a − t). Mind the 2: there is no ½ in C.

    Source: 3Blue1Brown, Deep learning, chapter 2, "Gradient descent, how neural networks
    learn".
    """

    name = "quadratic"
    formula = "Σ (t − a)²"
    scale = 2.0
    partner: str | None = None

    def __call__(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        targets: FloatArray,
        slopes: FloatArray,
    ) -> float:
        """Write ∂C/∂a / 2 = a − t, return ΣC; see `Cost`."""
        np.subtract(outputs, targets, slopes)
        flat = slopes.ravel()
        return float(flat.dot(flat))

    def terms(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        targets: FloatArray,
    ) -> FloatArray:
        """(t − a)²."""
        terms: FloatArray = np.square(targets - outputs)
        return terms

    def output_slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        targets: FloatArray,
    ) -> FloatArray:
        """2 (a − t)."""
        difference = outputs - targets
        return difference + difference


class _Partnered(ABC):
    """What costs with a partner share: ∂C/∂S = a − t."""

    scale = 1.0

    def __call__(
        self, sums: FloatArray, outputs: FloatArray, targets: FloatArray, slopes: FloatArray
    ) -> float:
        """Write ∂C/∂S = a − t, return ΣC; see `Cost`."""
        np.subtract(outputs, targets, slopes)
        return float(self.terms(sums, outputs, targets).sum())

    @abstractmethod
    def terms(self, sums: FloatArray, outputs: FloatArray, targets: FloatArray) -> FloatArray:
        """See `Cost`."""


class CrossEntropy(_Partnered):
    """C = −Σ_i (t_i ln a_i + (1 − t_i) ln(1 − a_i)), for logistic outputs; ∂C/∂S = a − t.

    Computed from S, as ln(1 + e^S) − t S: nothing is lost where a rounds to 0 or 1.

    Source: M. Nielsen, Neural Networks and Deep Learning, chapter 3, eq. (63).
    """

    name = "cross_entropy"
    formula = "−Σ (t ln a + (1 − t) ln(1 − a))"
    partner: str | None = "logistic"

    def terms(
        self,
        sums: FloatArray,
        outputs: FloatArray,  # noqa: ARG002 (part of the protocol)
        targets: FloatArray,
    ) -> FloatArray:
        """−t ln a − (1 − t) ln(1 − a)."""
        # Two parts that are never below 0: t ln(1 + e^−S) and (1 − t) ln(1 + e^S).
        zero = sums.dtype.type(0)
        terms: FloatArray = targets * np.logaddexp(zero, -sums)
        terms += (1 - targets) * np.logaddexp(zero, sums)
        return terms

    def output_slopes(
        self,
        sums: FloatArray,
        outputs: FloatArray,  # noqa: ARG002 (part of the protocol)
        targets: FloatArray,
    ) -> FloatArray:
        """−t / a + (1 − t) / (1 − a)."""
        with np.errstate(over="ignore", invalid="ignore"):
            upward = np.where(targets < 1, (1 - targets) * (1 + np.exp(sums)), 0)
            downward = np.where(targets > 0, targets * (1 + np.exp(-sums)), 0)
            slopes: FloatArray = upward - downward
        return slopes


class SoftmaxCrossEntropy(_Partnered):
    """C = −Σ_i t_i ln a_i, for softmax outputs and targets that add up to 1; ∂C/∂S = a − t.

    Computed from S: ln a_i = S_i − max S − ln Σ_k e^(S_k − max S).

    Source: M. Nielsen, Neural Networks and Deep Learning, chapter 3, eq. (80) and (82).
    """

    name = "softmax_cross_entropy"
    formula = "−Σ t ln a"
    partner: str | None = "softmax"

    def terms(
        self,
        sums: FloatArray,
        outputs: FloatArray,  # noqa: ARG002 (part of the protocol)
        targets: FloatArray,
    ) -> FloatArray:
        """−t ln a."""
        shifted = sums - sums.max(axis=0)
        logarithms = shifted - np.log(np.exp(shifted).sum(axis=0))
        terms: FloatArray = targets * -logarithms
        return terms

    def output_slopes(
        self,
        sums: FloatArray,  # noqa: ARG002 (part of the protocol)
        outputs: FloatArray,
        targets: FloatArray,
    ) -> FloatArray:
        """−t / a."""
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            slopes: FloatArray = np.where(targets > 0, -targets / outputs, 0)
        return slopes


def cost_named(name: str) -> Cost:
    """The cost of that name; SettingError where there is none."""
    return chosen(COSTS, name, "There is no cost function {name!r}; choose one of: {choices}.")


def check_partner(cost: Cost, output: Activation, bias: str) -> None:
    """SettingError where the cost makes no sense with this output layer."""
    if cost.partner is None:
        return
    if output.name != cost.partner:
        raise SettingError(
            "The cost {cost} needs outputs that are {partner}, not {activation}; choose "
            "{partner} for the output layer, or the cost quadratic, which fits any.",
            cost=cost.name,
            partner=cost.partner,
            activation=output.name,
        )
    if bias != "inside":
        raise SettingError(
            "The cost {cost} needs outputs between 0 and 1, which a bias outside σ moves away; "
            "put the bias inside, or choose the cost quadratic, which fits any.",
            cost=cost.name,
        )


COSTS: dict[str, Cost] = {
    "quadratic": Quadratic(),
    "cross_entropy": CrossEntropy(),
    "softmax_cross_entropy": SoftmaxCrossEntropy(),
}
