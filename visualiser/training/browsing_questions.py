"""Questions about the examples: how they look, how each is read, and how one was read before."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from core.chunks import at_once
from core.datasets.dataset import Dataset, Examples
from core.errors import DataError
from core.looking_back import look_back, spacing_for
from core.metrics import judge_in_chunks, read
from core.network import Network
from core.parameters import FloatArray, IntArray
from core.quiet import quietly
from visualiser.training.shown_example import UNKNOWN, ShownExample, examples_of, fits
from visualiser.training.time_questions import MOST_POINTS

if TYPE_CHECKING:
    from core.run import Run

# Pixels along a side of the pictures that are sent, and the numbers of what is no picture.
_SIDE = 64
MOST_NUMBERS = 3


@dataclass(frozen=True, eq=False)
class Looks:
    """What some examples look like.

    Attributes
    ----------
    pictures : ndarray of uint8, shape (n, rows, columns), or None
        Ink from 0 to 255, at most 64 pixels a side; None where an example is no picture.
    numbers : ndarray of float32, shape (n, at most 3)
        Of an example that is no picture, its first numbers; else of no columns.
    """

    pictures: npt.NDArray[np.uint8] | None
    numbers: FloatArray


@dataclass(frozen=True)
class Pictures:
    """How these examples look: `Looks`, in this order."""

    split: Literal["train", "test"]
    indices: tuple[int, ...]

    def answer(self, run: Run) -> Looks:
        """Read them from the data.

        Raises
        ------
        DataError
            Where there is no such example.
        """
        examples = _examples(run.data, self.split)
        _check(self.indices, len(examples))
        inputs = examples.inputs[list(self.indices)]
        rows, columns = run.data.image_shape
        if min(rows, columns) < 2 or rows * columns != run.data.input_count:
            return Looks(None, inputs[:, :MOST_NUMBERS].copy())
        step = math.ceil(max(rows, columns) / _SIDE)
        ink = inputs.reshape(-1, rows, columns)[:, ::step, ::step]
        return Looks(np.rint(np.clip(ink, 0, 1) * 255).astype(np.uint8), inputs[:, :0].copy())


@dataclass(frozen=True, eq=False)
class Judged:
    """What the network makes of every example of a split.

    Attributes
    ----------
    labels, answers : ndarray of uint16, shape (n,)
        What each is, and what it is read as: see `core.metrics.Judgement`.
    sureness : ndarray of float32, shape (n,)
        The largest a of the output layer.
    cost : float
        The mean C of an example.
    class_count : int
    """

    labels: npt.NDArray[np.uint16]
    answers: npt.NDArray[np.uint16]
    sureness: FloatArray
    cost: float
    class_count: int

    @property
    def is_right(self) -> npt.NDArray[np.bool_]:
        """Which examples are read right, shape (n,)."""
        right: npt.NDArray[np.bool_] = self.labels == self.answers
        return right

    @property
    def accuracy(self) -> float:
        """The share of examples read right, 0 to 1."""
        return float(self.is_right.mean())

    @property
    def confusion(self) -> IntArray:
        """``confusion[i, k]``: how many examples of class i are read as k."""
        table = np.zeros((self.class_count, self.class_count), np.int64)
        np.add.at(table, (self.labels, self.answers), 1)
        return table


@dataclass(frozen=True)
class JudgementOf:
    """What the network makes of every training or test example: `Judged`."""

    split: Literal["train", "test"]

    def answer(self, run: Run) -> Judged:
        """Go through all examples at once."""
        return at_once(self.answer_in_chunks(run))

    def answer_in_chunks(self, run: Run) -> Generator[None, None, Judged]:
        """Go through the examples, with a pause after every chunk; the run may go on meanwhile."""
        network = run.network.copy()
        found = yield from judge_in_chunks(network, _examples(run.data, self.split))
        return Judged(
            found.labels.astype(np.uint16),
            found.answers.astype(np.uint16),
            found.sureness.astype(np.float32),
            float(found.costs.mean(dtype=np.float64)),
            # Targets that are not of classes may be fewer than what labels and answers name.
            max(found.class_count, int(found.labels.max()) + 1, int(found.answers.max()) + 1),
        )


@dataclass(frozen=True, eq=False)
class AnswerCourse:
    """How the answer to one example changed over the steps taken.

    Attributes
    ----------
    steps : ndarray of int, shape (points,)
        Ascending: every multiple of ``spacing``, the present step and the newest.
    outputs : ndarray, shape (outputs, points)
        a of the output layer.
    answers : ndarray of int, shape (points,)
        What it is read as.
    label : int or None
        What it truly is; None where nobody has said so.
    spacing : int
    """

    steps: IntArray
    outputs: FloatArray
    answers: IntArray
    label: int | None
    spacing: int


@dataclass(frozen=True)
class AnswersOverTime:
    """The outputs for one input over the steps taken: `AnswerCourse`."""

    example: ShownExample

    def answer(self, run: Run) -> AnswerCourse:
        """Look back along the run.

        Raises
        ------
        DataError
            Where there is no such example, or an input of one's own is for another network.
        """
        if self.example.own is None:
            split = "train" if self.example.split == "train" else "test"
            _check((self.example.index,), len(_examples(run.data, split)))
        elif not fits(self.example, run.data):
            raise DataError("This input was made for another network; make it anew.")
        found = examples_of(run.data, self.example)
        inputs = found.inputs[0]

        def look(network: Network) -> FloatArray:
            return network.forward(inputs).activations[-1].copy()

        spacing = spacing_for(run, MOST_POINTS)
        steps = sorted({*range(0, run.length + 1, spacing), run.position, run.length})
        outputs = np.array(quietly(look_back, run, steps, look), np.float64).T
        return AnswerCourse(np.array(steps), outputs, read(outputs), _truth(found), spacing)


def _truth(example: Examples) -> int | None:
    """What a single example truly is; None where nobody has said so."""
    label, targets = int(example.labels[0]), example.targets[0]
    if label == UNKNOWN:
        return None
    return int(read(targets[:, None])[0]) if len(targets) == 1 else label


def _examples(data: Dataset, split: str) -> Examples:
    return data.train if split == "train" else data.test


def _check(indices: tuple[int, ...], count: int) -> None:
    for index in indices:
        if not 0 <= index < count:
            raise DataError(
                "There is no example {index} among these {count}; choose one from 0 to {last}.",
                index=index,
                count=count,
                last=count - 1,
            )
