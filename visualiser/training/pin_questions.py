"""The question that the pins ask: what the network makes of a few examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.datasets.dataset import Dataset, Examples
from core.metrics import judge
from visualiser.training.shown_example import UNKNOWN, ShownExample, examples_of, fits

if TYPE_CHECKING:
    from core.run import Run


@dataclass(frozen=True)
class AnswerTo:
    """What one example is read as.

    Attributes
    ----------
    answer : int
        The output with the largest a; of one output alone, 1 where its a is ½ or more.
    a : float
        That largest a, or the a of the one output.
    is_right : bool or None
        None where nobody has said what the example truly is, or the data have no classes.
    """

    answer: int
    a: float
    is_right: bool | None


@dataclass(frozen=True)
class AnswersTo:
    """What these examples are read as, by the network as it is now."""

    examples: tuple[ShownExample, ...]

    def answer(self, run: Run) -> tuple[AnswerTo | None, ...]:
        """An answer for each; None where it is no example for this network."""
        fitting = [one for one in self.examples if fits(one, run.data)]
        if not fitting:
            return (None,) * len(self.examples)
        found = judge(run.network, _table(run.data, fitting))
        has_truth = run.data.has_classes
        told = zip(
            fitting,
            found.answers.tolist(),
            found.sureness.tolist(),
            (found.answers == found.labels).tolist(),
            strict=True,
        )
        by_example = {
            one: AnswerTo(answer, a, is_right if has_truth and one.label is not None else None)
            for one, answer, a, is_right in told
        }
        return tuple(by_example.get(one) for one in self.examples)


def _table(data: Dataset, shown: list[ShownExample]) -> Examples:
    """A row for each; those of unknown truth get a target, so that all else can be worked out."""
    rows = [examples_of(data, one) for one in shown]
    labels = np.concatenate([row.labels for row in rows])
    return Examples(
        np.concatenate([row.with_ones for row in rows]),
        np.nan_to_num(np.concatenate([row.targets for row in rows])),
        np.where(labels == UNKNOWN, 0, labels),
    )
