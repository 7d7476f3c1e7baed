"""A state that a chapter talks about: which network, after which step, and what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from core.activations import ACTIVATIONS
from core.checks import is_number, is_whole
from core.costs import COSTS
from core.datasets.plane import PLANE_DATASETS
from core.optimisers import PLAIN
from core.parameters import parameter_count
from core.recipe import DEFAULT_BATCH_SIZE
from core.run_settings import RunSettings
from visualiser.selection import Connection, Neuron, Selection
from visualiser.tour.problem import ChapterError
from visualiser.training.shown_example import ShownExample, Split
from visualiser.training.snapshot import Snapshot

# What a file may ask for: no more than is there at once, and nothing that is fetched.
DATA = ("digits", *PLANE_DATASETS)
MOST_STEPS, MOST_LAYERS, MOST_NEURONS, MOST_EXAMPLES = 20_000, 8, 1000, 1000
# W and B, times steps: 784-16-16-10 at step 20,000, in half a second.
_MOST_WORK, _MOST_NUMBERS = 300_000_000, 1_000_000
_USUAL_LAYERS = (64, 16, 16, 10)
_LARGEST_RATE = 1000.0


@dataclass(frozen=True)
class State:
    """Where a link puts the window.

    Attributes
    ----------
    settings : RunSettings
        With every setting given, as `RunSettings.of` has them.
    step : int
    selection : Neuron, Connection or None
        None for nothing.
    example : tuple of str and int, or None
        The split, and the place in it; None leaves what is shown.
    lines : str
        The id of the quantity that the lines show.
    """

    settings: RunSettings
    step: int = 0
    selection: Selection = None
    example: tuple[Split, int] | None = None
    lines: str = "weight"

    def fits(self, snapshot: Snapshot) -> bool:
        """Whether a window that shows this is there, whatever is selected in it."""
        progress = snapshot.progress
        return (
            snapshot.description.settings == self.settings
            and not snapshot.description.is_from_file
            and progress.position == self.step
            and not progress.playing
            and not [one for one in progress.changes if one.step <= self.step]
            and (self.example is None or _place(progress.example) == self.example)
        )


def _place(example: ShownExample) -> tuple[str, int]:
    return example.split, example.index


def state_of(text: str, line: int = 0) -> State:
    """The state that ``layers=64-16-16-10&seed=7&step=0&select=1.3&example=test-12`` says.

    Raises
    ------
    ChapterError
        Where it says something else.
    """
    given: dict[str, Any] = {}
    for part in filter(None, text.split("&")):
        name, _, value = part.partition("=")
        if name not in _READERS:
            raise ChapterError(
                "A state has no “{name}”; write one of {known}.",
                line,
                name=name,
                known=", ".join(_READERS),
            )
        if name in given:
            raise ChapterError("A state has “{name}” twice; leave one out.", line, name=name)
        given[name] = _READERS[name](unquote(value), line)
    return _made(given, line)


def _made(given: Mapping[str, Any], line: int) -> State:
    taken = {key: given[name] for name, key in _OF_STATE.items() if name in given}
    layers: tuple[int, ...] = given.get("layers", _USUAL_LAYERS)
    hidden = len(layers) - 2
    names: tuple[str, ...] = given.get("activation", ("logistic",))
    if len(names) == 1:
        names *= hidden + 1
    if len(names) != hidden + 1:
        raise ChapterError(
            "There are {count} names of σ for {layers} layers after the input; write one for "
            "each, with “+” between, or one for all.",
            line,
            count=len(names),
            layers=hidden + 1,
        )
    settings = RunSettings(
        data=given.get("data", "digits"),
        layers=layers,
        activation=names,
        cost=given.get("cost", "quadratic"),
        learning_rate=given.get("rate", PLAIN.usual_rate),
        batch_size=given.get("batch", DEFAULT_BATCH_SIZE),
        seed=given.get("seed", RunSettings.seed),
    )
    step = given.get("step", 0)
    numbers = parameter_count(layers)
    if numbers > _MOST_NUMBERS or numbers * step > _MOST_WORK:
        raise ChapterError(
            "Step {step} of a network of {layers} is too long to wait for; write an earlier step, "
            "or fewer neurons.",
            line,
            step=step,
            layers="-".join(map(str, layers)),
        )
    state = State(settings, **taken)
    check_part(state.selection, layers, line)
    return state


def check_part(selection: Selection, layers: tuple[int, ...], line: int) -> None:
    """Raise a ChapterError where a network of these layers has no such neuron or connection."""
    match selection:
        case Neuron(layer, index):
            is_there = layer < len(layers) and index < layers[layer]
        case Connection(layer, to, origin):
            is_there = 0 < layer < len(layers) and to < layers[layer] and origin < layers[layer - 1]
        case None:
            return
    if not is_there:
        raise ChapterError(
            "There is no {part} in a network of {layers}; layers and neurons count from 0.",
            line,
            part=part_text(selection),
            layers="-".join(map(str, layers)),
        )


def part_of(text: str, line: int = 0) -> Selection:
    """The neuron ``1.3``, or the connection ``1.3.12`` to neuron 3 of layer 1 from neuron 12.

    Raises
    ------
    ChapterError
    """
    numbers = [_whole(one) for one in text.split(".")]
    match numbers:
        case [int(layer), int(index)]:
            return Neuron(layer, index)
        case [int(layer), int(to), int(origin)]:
            return Connection(layer, to, origin)
    raise ChapterError(
        "“{text}” is no neuron; write 1.3 for neuron 3 of layer 1, or 1.3.12 for the connection "
        "to it from neuron 12.",
        line,
        text=text,
    )


def part_text(selection: Selection) -> str:
    """The text that `part_of` reads."""
    match selection:
        case Neuron(layer, index):
            return f"{layer}.{index}"
        case Connection(layer, to, origin):
            return f"{layer}.{to}.{origin}"
    return ""


def example_of(text: str, line: int = 0) -> tuple[Split, int]:
    """The split and the place of ``test-12``.

    Raises
    ------
    ChapterError
    """
    split, _, number = text.partition("-")
    index = _whole(number)
    if split not in ("test", "train") or index is None:
        raise ChapterError(
            "“{text}” is no example; write test-12 or train-12, which count from 0.",
            line,
            text=text,
        )
    return split, index  # type: ignore[return-value] # one of the two


def _whole(text: str) -> int | None:
    """A whole number of ASCII digits, not endless; None where it is none."""
    is_one = text.isascii() and text.isdigit() and len(text) <= 9
    return int(text) if is_one else None


def whole_of(text: str, least: int, most: int, line: int) -> int:
    """A whole number in that range; a ChapterError where it is none."""
    found = _whole(text)
    if found is None or not is_whole(found, least, most):
        raise ChapterError(
            "“{text}” is no whole number from {least} to {most}; write one.",
            line,
            text=text,
            least=least,
            most=most,
        )
    return found


def number_of(text: str, line: int, most: float) -> float:
    """A number from 0, and above, to ``most``; a ChapterError where it is none."""
    try:
        found = float(text) if text.isascii() and len(text) <= 20 else 0.0
    except ValueError:
        found = 0.0
    if not is_number(found, 0, most) or found <= 0:
        raise ChapterError(
            "“{text}” is no number above 0, of {most} at the most; write one, as 0.5.",
            line,
            text=text,
            most=f"{most:g}",
        )
    return found


def _one_of(known: tuple[str, ...]) -> Callable[[str, int], str]:
    def read(text: str, line: int) -> str:
        if text not in known:
            raise ChapterError(
                "There is no “{text}” here; write one of {known}.",
                line,
                text=text,
                known=", ".join(known),
            )
        return text

    return read


def _layers(text: str, line: int) -> tuple[int, ...]:
    sizes = [_whole(one) for one in text.split("-")]
    found = tuple(size for size in sizes if size is not None and 0 < size <= MOST_NEURONS)
    if len(found) != len(sizes) or not 2 <= len(found) <= MOST_LAYERS:
        raise ChapterError(
            "“{text}” are no layers; write 2 to {layers} numbers of neurons from 1 to {neurons}, "
            "as 64-16-16-10.",
            line,
            text=text,
            layers=MOST_LAYERS,
            neurons=MOST_NEURONS,
        )
    return found


def _names(text: str, line: int) -> tuple[str, ...]:
    read = _one_of(tuple(ACTIVATIONS))
    return tuple(read(one, line) for one in text.split("+"))


# How each value is read, by its name; this is the place to add one.
_READERS: dict[str, Callable[[str, int], object]] = {
    "data": _one_of(DATA),
    "layers": _layers,
    "activation": _names,
    "cost": _one_of(tuple(COSTS)),
    "rate": lambda text, line: number_of(text, line, _LARGEST_RATE),
    "batch": lambda text, line: whole_of(text, 1, MOST_EXAMPLES, line),
    "seed": lambda text, line: whole_of(text, 0, 10**9 - 1, line),
    "step": lambda text, line: whole_of(text, 0, MOST_STEPS, line),
    "select": part_of,
    "example": example_of,
    "lines": _one_of(("weight", "flow", "slope", "change")),
}
_OF_STATE = {"step": "step", "select": "selection", "example": "example", "lines": "lines"}
