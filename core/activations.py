"""Activation functions σ, each with its derivative.

An activation is one object with one method, so that σ and σ′ are always a pair. To add
one: write the class, and add its line to ACTIVATIONS at the foot of this file.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from core.errors import SettingError
from core.parameters import FloatArray

_ONE: dict[str, FloatArray] = {"f": np.array(1, np.float32), "d": np.array(1, np.float64)}
_ZERO: dict[str, FloatArray] = {"f": np.array(0, np.float32), "d": np.array(0, np.float64)}
# exp of more than this is infinite; σ has long been 1 to the last bit.
_LARGEST: dict[str, FloatArray] = {"f": np.array(80, np.float32), "d": np.array(700, np.float64)}


class Activation(Protocol):
    """σ and σ′, computed together into arrays that the caller owns."""

    name: str
    formula: str

    def __call__(
        self,
        weighted_sums: FloatArray,
        activations: FloatArray,
        slopes: FloatArray,
        scratch: FloatArray,
    ) -> None:
        """Write σ(S) into ``activations`` and σ′(S) into ``slopes``.

        All four arrays have one shape and dtype. ``weighted_sums`` is left as it is;
        ``scratch`` is overwritten.
        """


class Logistic:
    """σ(S) = 1 / (1 + e^−S), with σ′(S) = σ(S) (1 − σ(S)).

    Computed as e^S / (1 + e^S) and σ(S) / (1 + e^S): two divisions and no subtraction of
    nearly equal numbers. S above 80 (700 in float64) counts as that, where σ is 1 already.

    Source: M. Nielsen, Neural Networks and Deep Learning, chapter 1, eq. (3).
    """

    name = "logistic"
    formula = "1 / (1 + e⁻ˢ)"

    def __call__(
        self,
        weighted_sums: FloatArray,
        activations: FloatArray,
        slopes: FloatArray,
        scratch: FloatArray,
    ) -> None:
        """Write σ(S) and σ′(S); see `Activation`."""
        kind = weighted_sums.dtype.char
        np.minimum(weighted_sums, _LARGEST[kind], out=slopes)
        np.exp(slopes, slopes)
        np.add(slopes, _ONE[kind], scratch)
        np.divide(slopes, scratch, activations)
        np.divide(activations, scratch, slopes)


class Relu:
    """σ(S) = max(0, S), with σ′(S) = 1 for S > 0 and 0 elsewhere.

    The derivative does not exist at S = 0; 0 is the usual choice.
    """

    name = "relu"
    formula = "max(0, S)"

    def __call__(
        self,
        weighted_sums: FloatArray,
        activations: FloatArray,
        slopes: FloatArray,
        scratch: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> None:
        """Write σ(S) and σ′(S); see `Activation`."""
        zero = _ZERO[weighted_sums.dtype.char]
        np.maximum(weighted_sums, zero, out=activations)
        np.greater(weighted_sums, zero, slopes)


def activation_named(name: str) -> Activation:
    """The activation of that name; SettingError where there is none."""
    if name not in ACTIVATIONS:
        raise SettingError(
            "There is no activation function {name!r}; choose one of: {choices}.",
            name=name,
            choices=", ".join(ACTIVATIONS),
        )
    return ACTIVATIONS[name]


ACTIVATIONS: dict[str, Activation] = {
    "logistic": Logistic(),
    "relu": Relu(),
}
