"""Which examples are shown and in which order, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from core.parameters import IntArray
from visualiser.training.browsing_questions import Judged

Truth = Literal["all", "right", "wrong"]
Order = Literal["data", "mistakes", "unsure"]


@dataclass(frozen=True)
class Wish:
    """What is wanted of the examples of a split.

    Attributes
    ----------
    label, answer : int or None
        What they are and what they are read as; None for anything.
    truth : {"all", "right", "wrong"}
        How they are read.
    order : {"data", "mistakes", "unsure"}
        As in the data; the surest mistakes first, and after them what is read right, the least
        sure first; or the least sure first, right or wrong. How sure is the largest a.
    """

    label: int | None = None
    answer: int | None = None
    truth: Truth = "all"
    order: Order = "data"

    @property
    def is_for_all(self) -> bool:
        """Whether every example fits, in the order of the data: nothing needs be known of them."""
        return self == Wish()


def chosen(wish: Wish, judged: Judged) -> IntArray:
    """The numbers of the examples that fit, in order."""
    fits = np.ones(len(judged.labels), bool)
    if wish.label is not None:
        fits &= judged.labels == wish.label
    if wish.answer is not None:
        fits &= judged.answers == wish.answer
    if wish.truth != "all":
        fits &= judged.is_right == (wish.truth == "right")
    found = np.flatnonzero(fits)
    sureness, is_right = judged.sureness[found], judged.is_right[found]
    if wish.order == "unsure":
        found = found[np.argsort(sureness, kind="stable")]
    elif wish.order == "mistakes":
        found = found[np.lexsort((np.where(is_right, sureness, -sureness), is_right))]
    return found
