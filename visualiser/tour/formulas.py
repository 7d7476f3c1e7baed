"""What of a state a question's right answer, or a check, is worked out from: one entry each.

A file writes ``right: =sum/1.3``; the entry's value is a text, which an option has, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.metrics import Evaluation
from visualiser.phases import movement
from visualiser.selection import Connection, Neuron
from visualiser.tour.place import number_of, part_of, whole_of
from visualiser.tour.problem import ChapterError
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Scene:
    """A state as formulas see it.

    Attributes
    ----------
    snapshot : Snapshot
    test : Evaluation or None
        Of the test data; None where it is not measured yet.
    """

    snapshot: Snapshot
    test: Evaluation | None = None


@dataclass(frozen=True)
class Formula:
    """Something that can be worked out of a state.

    Attributes
    ----------
    check : callable
        Given what stands after the slash and the line; raises a ChapterError where it means
        nothing.
    value : callable
        Given the scene and that text.
    needs_test : bool
        Whether the test data must be measured.
    """

    check: Callable[[str, int], object]
    value: Callable[[Scene, str], str]
    needs_test: bool = False


@dataclass(frozen=True)
class Sought:
    """A formula with what it is about, as ``sum/1.3``.

    Attributes
    ----------
    name, about : str
    """

    name: str
    about: str = ""

    def value(self, scene: Scene) -> str | None:
        """What it is there; None where that is not known yet, or there is no such thing."""
        formula = FORMULAS[self.name]
        if formula.needs_test and scene.test is None:
            return None
        try:
            return formula.value(scene, self.about)
        except (IndexError, ValueError):
            return None


def sought_of(text: str, line: int = 0) -> Sought:
    """The formula that is written as ``sum/1.3``.

    Raises
    ------
    ChapterError
        Where there is no such formula, or it means nothing.
    """
    name, _, about = text.partition("/")
    if name not in FORMULAS:
        raise ChapterError(
            "There is no formula “{name}”; write one of {known}.",
            line,
            name=name,
            known=", ".join(FORMULAS),
        )
    FORMULAS[name].check(about, line)
    return Sought(name, about)


# -------------------------------------------------------------------- what it is about


def _nothing(about: str, line: int) -> None:
    if about:
        raise ChapterError("“{about}” means nothing here; leave it out.", line, about=about)


def _neuron(about: str, line: int) -> None:
    part = part_of(about, line)
    if not isinstance(part, Neuron) or part.layer == 0:
        raise ChapterError(
            "“{about}” is no neuron with an S; write 1.3, of layer 1 or later.", line, about=about
        )


def _any_neuron(about: str, line: int) -> None:
    if not isinstance(part_of(about, line), Neuron):
        raise ChapterError(
            "“{about}” is no neuron; write 1.3 for neuron 3 of layer 1.", line, about=about
        )


def _connection(about: str, line: int) -> None:
    if not isinstance(part_of(about, line), Connection):
        raise ChapterError(
            "“{about}” is no connection; write 1.3.12, to neuron 3 of layer 1 from neuron 12.",
            line,
            about=about,
        )


def _gap(about: str, line: int) -> None:
    whole_of(about, 1, 8, line)


def _layer(about: str, line: int) -> None:
    whole_of(about, 0, 8, line)


# -------------------------------------------------------------------- what it is


def _sum_sign(scene: Scene, about: str) -> str:
    layer, index = _place(about)
    return _sign(scene.snapshot.weighted_sums[layer - 1][index])


def _bias_sign(scene: Scene, about: str) -> str:
    layer, index = _place(about)
    return _sign(scene.snapshot.parameters.biases[layer - 1][index])


def _weight_sign(scene: Scene, about: str) -> str:
    layer, to, origin = _connection_place(about)
    return _sign(scene.snapshot.parameters.weights[layer - 1][to, origin])


def _activation(scene: Scene, about: str) -> str:
    layer, index = _place(about)
    return "high" if scene.snapshot.activations[layer][index] > 0.5 else "low"


def _move(scene: Scene, about: str) -> str:
    """How the next step moves a weight, as the phases of a step call it."""
    layer, to, origin = _connection_place(about)
    changes = -scene.snapshot.update.weights[layer - 1]
    return movement(float(changes[to, origin]), float(np.abs(changes).max()))


def _most_gradient(scene: Scene, _: str) -> str:
    """The layer to which the weight with the largest |∂C/∂W| leads."""
    largest = [float(np.abs(one).max()) for one in scene.snapshot.gradient.weights]
    return str(1 + int(np.argmax(largest)))


def _largest_weight(scene: Scene, about: str) -> str:
    """From which neuron the weight with the largest |W| into a neuron comes."""
    layer, index = _place(about)
    return str(int(np.argmax(np.abs(scene.snapshot.parameters.weights[layer - 1][index]))))


def _connections(scene: Scene, about: str) -> str:
    sizes, layer = scene.snapshot.sizes, int(about)
    return str(sizes[layer - 1] * sizes[layer])


def _is_right(scene: Scene, _: str) -> str:
    return "yes" if scene.snapshot.answer == scene.snapshot.progress.example.label else "no"


def _label(scene: Scene, _: str) -> str:
    return str(scene.snapshot.progress.example.label)


def _accuracy(scene: Scene, _: str) -> str:
    """In per cent, rounded."""
    return "" if scene.test is None else str(round(100 * scene.test.accuracy))


def _misread(scene: Scene, _: str) -> str:
    """How many of the test examples are read wrong."""
    if scene.test is None:
        return ""
    return str(round((1 - scene.test.accuracy) * scene.snapshot.description.test_count))


def _cost(scene: Scene, _: str) -> str:
    """C of the shown example where it is the sum of squares, with two decimals."""
    snapshot = scene.snapshot
    errors = (snapshot.targets - snapshot.activations[-1]).astype(np.float64)
    return f"{float((errors**2).sum()):.2f}"


def _next_cost(scene: Scene, _: str) -> str:
    """C of the next step's mini-batch, with two decimals."""
    return f"{scene.snapshot.progress.next_cost:.2f}"


def _layer_size(scene: Scene, about: str) -> str:
    return str(scene.snapshot.sizes[int(about)])


def _place(about: str) -> tuple[int, int]:
    layer, index = map(int, about.split("."))
    return layer, index


def _connection_place(about: str) -> tuple[int, int, int]:
    layer, to, origin = map(int, about.split("."))
    return layer, to, origin


def _sign(value: float) -> str:
    return "plus" if value > 0 else "minus" if value < 0 else "zero"


def _number(pick: Callable[[Snapshot, int, int], object]) -> Callable[[Scene, str], str]:
    """A number of a neuron, with two decimals."""

    def value(scene: Scene, about: str) -> str:
        layer, index = _place(about)
        return f"{float(pick(scene.snapshot, layer, index)):.2f}"  # type: ignore[arg-type] # numpy's

    return value


def _worst(scene: Scene, _: str) -> str:
    """The output that is farthest from its target."""
    snapshot = scene.snapshot
    return str(int(np.argmax(np.abs(snapshot.targets - snapshot.activations[-1]))))


def _all_fall(scene: Scene, about: str) -> str:
    """Whether the next step lowers every weight that leads to a layer."""
    return "yes" if (scene.snapshot.update.weights[int(about) - 1] > 0).all() else "no"


def _accurate(scene: Scene, about: str) -> str:
    """Whether at least so many per cent of the test examples are read right."""
    is_so = scene.test is not None and 100 * scene.test.accuracy >= float(about)
    return "yes" if is_so else "no"


def _numbers(scene: Scene, _: str) -> str:
    return str(scene.snapshot.parameters.vector.size)


FORMULAS: dict[str, Formula] = {
    "answer": Formula(_nothing, lambda scene, _: str(scene.snapshot.answer)),
    "label": Formula(_nothing, _label),
    "is-right": Formula(_nothing, _is_right),
    "sum": Formula(_neuron, _sum_sign),
    "bias": Formula(_neuron, _bias_sign),
    "weight": Formula(_connection, _weight_sign),
    "activation": Formula(_any_neuron, _activation),
    "a": Formula(_any_neuron, _number(lambda shown, layer, j: shown.activations[layer][j])),
    "S": Formula(_neuron, _number(lambda shown, layer, j: shown.weighted_sums[layer - 1][j])),
    "move": Formula(_connection, _move),
    "largest-weight": Formula(_neuron, _largest_weight),
    "most-gradient": Formula(_nothing, _most_gradient),
    "neurons": Formula(_layer, _layer_size),
    "connections": Formula(_gap, _connections),
    "all-fall": Formula(_gap, _all_fall),
    "worst": Formula(_nothing, _worst),
    "numbers": Formula(_nothing, _numbers),
    "cost": Formula(_nothing, _cost),
    "next-cost": Formula(_nothing, _next_cost),
    "accuracy": Formula(_nothing, _accuracy, needs_test=True),
    "accurate": Formula(
        lambda about, line: number_of(about, line, 100), _accurate, needs_test=True
    ),
    "misread": Formula(_nothing, _misread, needs_test=True),
}
