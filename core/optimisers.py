"""Optimisers: what a step does with a gradient.

An optimiser is a frozen dataclass: its fields are its settings, and its memory (momentum
and the like) is kept by the caller, so that a run can go back to any step of it. To add
one: write the class, and add its line to OPTIMISERS at the foot of this file.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from core.checks import is_number, make_floats, shown
from core.errors import SettingError
from core.parameters import FloatArray
from core.tables import built


class Optimiser(Protocol):
    """A rule that makes a step from a gradient.

    Attributes
    ----------
    name : str
        As in OPTIMISERS.
    formula : str
        The step, for the screen: g is the gradient.
    memory_count : int
        How many vectors it remembers from step to step; all begin as zeros.
    usual_rate : float
        A learning rate that suits 64-16-16-10, the embedded digits, logistic σ, the
        quadratic C and mini-batches of 10: see ``python -m benchmarks accuracy``.
    is_scale_free : bool
        Whether steps are as long whatever the gradient's length.
    """

    name: str
    formula: str
    memory_count: int
    usual_rate: float
    is_scale_free: bool

    def update(
        self,
        gradient: FloatArray,
        share: float,
        rate: float,
        taken: int,
        memory: Sequence[FloatArray],
        scratch: FloatArray,
    ) -> FloatArray:
        """What is to be subtracted from W and B: in ``gradient`` or in ``scratch``.

        Parameters
        ----------
        gradient : ndarray
            Times ``share``, it is ∂C/∂W and ∂C/∂B. It is overwritten.
        share : float
        rate : float
            η of this step.
        taken : int
            Steps taken with this optimiser before this one.
        memory : sequence of ndarray
            What it remembers, as many as ``memory_count``; brought up to date.
        scratch : ndarray
            As long as ``gradient``.
        """


@dataclass(frozen=True)
class GradientDescent:
    """W ← W − η g: straight downhill.

    Source: 3Blue1Brown, Deep learning, chapter 2, "Gradient descent, how neural networks
    learn".
    """

    name = "gradient_descent"
    formula = "η g"
    memory_count = 0
    usual_rate = 1.5
    is_scale_free = False

    def update(
        self,
        gradient: FloatArray,
        share: float,
        rate: float,
        taken: int,  # noqa: ARG002 (part of the protocol)
        memory: Sequence[FloatArray],  # noqa: ARG002 (part of the protocol)
        scratch: FloatArray,  # noqa: ARG002 (part of the protocol)
    ) -> FloatArray:
        """See `Optimiser`."""
        # In place: a third vector would not fit the cache beside the other two.
        np.multiply(gradient, _scalar(rate * share, gradient), gradient)
        return gradient


@dataclass(frozen=True)
class Momentum:
    """v ← μ v + g, W ← W − η v: a heavy ball, which keeps going where it went.

    Source: I. Sutskever and others, On the importance of initialization and momentum in
    deep learning, ICML 2013; with η outside v, as in PyTorch's SGD.
    """

    momentum: float = 0.9

    name = "momentum"
    formula = "η v, where v ← μ v + g"
    memory_count = 1
    usual_rate = 0.2
    is_scale_free = False

    def __post_init__(self) -> None:
        _check_decay("μ", self.momentum)
        make_floats(self)

    def update(
        self,
        gradient: FloatArray,
        share: float,
        rate: float,
        taken: int,  # noqa: ARG002 (part of the protocol)
        memory: Sequence[FloatArray],
        scratch: FloatArray,
    ) -> FloatArray:
        """See `Optimiser`."""
        (velocity,) = memory
        _gather_speed(velocity, self.momentum, gradient, share)
        np.multiply(velocity, _scalar(rate, gradient), scratch)
        return scratch


@dataclass(frozen=True)
class Nesterov:
    """v ← μ v + g, W ← W − η (g + μ v): momentum that looks ahead.

    Source: I. Sutskever and others, On the importance of initialization and momentum in
    deep learning, ICML 2013; in the form of PyTorch's SGD.
    """

    momentum: float = 0.9

    name = "nesterov"
    formula = "η (g + μ v), where v ← μ v + g"
    memory_count = 1
    usual_rate = 0.2
    is_scale_free = False

    def __post_init__(self) -> None:
        _check_decay("μ", self.momentum)
        make_floats(self)

    def update(
        self,
        gradient: FloatArray,
        share: float,
        rate: float,
        taken: int,  # noqa: ARG002 (part of the protocol)
        memory: Sequence[FloatArray],
        scratch: FloatArray,
    ) -> FloatArray:
        """See `Optimiser`."""
        (velocity,) = memory
        _gather_speed(velocity, self.momentum, gradient, share)
        np.multiply(velocity, _scalar(self.momentum, gradient), scratch)
        np.add(scratch, gradient, scratch)
        np.multiply(scratch, _scalar(rate, gradient), scratch)
        return scratch


@dataclass(frozen=True)
class RmsProp:
    """r ← ρ r + (1 − ρ) g², W ← W − η g / (√r + ε): a step of its own size for each weight.

    Source: T. Tieleman, G. Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012;
    in the form of PyTorch's RMSprop.
    """

    decay: float = 0.99
    epsilon: float = 1e-8

    name = "rmsprop"
    formula = "η g / (√r + ε), where r ← ρ r + (1 − ρ) g²"
    memory_count = 1
    usual_rate = 0.005
    is_scale_free = True

    def __post_init__(self) -> None:
        _check_decay("ρ", self.decay)
        _check_epsilon(self.epsilon)
        make_floats(self)

    def update(
        self,
        gradient: FloatArray,
        share: float,
        rate: float,
        taken: int,  # noqa: ARG002 (part of the protocol)
        memory: Sequence[FloatArray],
        scratch: FloatArray,
    ) -> FloatArray:
        """See `Optimiser`."""
        (squares,) = memory
        np.multiply(gradient, _scalar(share, gradient), gradient)
        _average_squares(squares, self.decay, gradient, scratch)
        np.sqrt(squares, scratch)
        np.add(scratch, _scalar(self.epsilon, gradient), scratch)
        np.divide(gradient, scratch, scratch)
        np.multiply(scratch, _scalar(rate, gradient), scratch)
        return scratch


@dataclass(frozen=True)
class Adam:
    """m, r ← moving averages of g and g²; W ← W − η m̂ / (√r̂ + ε).

    m̂ = m / (1 − β₁ⁿ) and r̂ = r / (1 − β₂ⁿ) make up for the zeros that both begin with, at
    the n-th step.

    Source: D. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015,
    algorithm 1.
    """

    decay: float = 0.9
    squares_decay: float = 0.999
    epsilon: float = 1e-8

    name = "adam"
    formula = (
        "η m′ / (√r′ + ε), where m ← β₁ m + (1 − β₁) g, r ← β₂ r + (1 − β₂) g², "
        "m′ = m / (1 − β₁ⁿ), r′ = r / (1 − β₂ⁿ)"
    )
    memory_count = 2
    usual_rate = 0.005
    is_scale_free = True

    def __post_init__(self) -> None:
        _check_decay("β₁", self.decay)
        _check_decay("β₂", self.squares_decay)
        _check_epsilon(self.epsilon)
        make_floats(self)

    def update(
        self,
        gradient: FloatArray,
        share: float,
        rate: float,
        taken: int,
        memory: Sequence[FloatArray],
        scratch: FloatArray,
    ) -> FloatArray:
        """See `Optimiser`."""
        mean, squares = memory
        np.multiply(gradient, _scalar(share, gradient), gradient)
        _average_squares(squares, self.squares_decay, gradient, scratch)
        np.multiply(mean, _scalar(self.decay, gradient), mean)
        np.multiply(gradient, _scalar(1 - self.decay, gradient), gradient)
        np.add(mean, gradient, mean)
        mean_grown = 1 - self.decay ** (taken + 1)
        squares_grown = 1 - self.squares_decay ** (taken + 1)
        np.sqrt(squares, scratch)
        np.divide(scratch, _scalar(math.sqrt(squares_grown), gradient), scratch)
        np.add(scratch, _scalar(self.epsilon, gradient), scratch)
        np.divide(mean, scratch, scratch)
        np.multiply(scratch, _scalar(rate / mean_grown, gradient), scratch)
        return scratch


def optimiser_named(name: str, **options: float) -> Optimiser:
    """The optimiser of that name, with these settings; SettingError where there is none."""
    missing = "There is no optimiser {name!r}; choose one of: {choices}."
    return built(OPTIMISERS, name, options, missing)


def _scalar(value: float, like: FloatArray) -> FloatArray:
    # A numpy scalar or a Python number costs more in every call than to make this.
    return _made(value, like.dtype.char)


@lru_cache(maxsize=64)
def _made(value: float, kind: str) -> FloatArray:
    made = np.array(value, kind)
    made.flags.writeable = False
    return made


def _gather_speed(
    velocity: FloatArray, momentum: float, gradient: FloatArray, share: float
) -> None:
    """Let v become μ v + g, and ``gradient`` g."""
    np.multiply(gradient, _scalar(share, gradient), gradient)
    np.multiply(velocity, _scalar(momentum, gradient), velocity)
    np.add(velocity, gradient, velocity)


def _average_squares(
    squares: FloatArray, decay: float, gradient: FloatArray, scratch: FloatArray
) -> None:
    """Let r become ρ r + (1 − ρ) g²."""
    np.multiply(squares, _scalar(decay, gradient), squares)
    np.multiply(gradient, gradient, scratch)
    np.multiply(scratch, _scalar(1 - decay, gradient), scratch)
    np.add(squares, scratch, squares)


def _check_decay(letter: str, value: float) -> None:
    if not (is_number(value, 0, 1) and value < 1):
        raise SettingError(
            "{letter} of the optimiser is {value}; choose a number from 0 to just below 1, "
            "for instance 0.9.",
            letter=letter,
            value=shown(value),
        )


def _check_epsilon(value: float) -> None:
    if not is_number(value, 1e-30, 1):
        raise SettingError(
            "The ε that keeps a step finite is {value}; choose a small number above 0, "
            "for instance 1e-8.",
            value=shown(value),
        )


PLAIN = GradientDescent()

OPTIMISERS: dict[str, type[Optimiser]] = {
    "gradient_descent": GradientDescent,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "rmsprop": RmsProp,
    "adam": Adam,
}
