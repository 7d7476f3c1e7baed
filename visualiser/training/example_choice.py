"""Which example comes next: any, of one digit, only misread ones, or a given one."""

from __future__ import annotations

import numpy as np

from core.datasets.dataset import Dataset, Examples
from core.errors import DataError
from core.metrics import answers
from core.network import Network
from core.parameters import IntArray
from visualiser.training.commands import ShowExample
from visualiser.training.shown_example import ShownExample, of_data


def choose_example(
    wish: ShowExample,
    shown: ShownExample,
    data: Dataset,
    network: Network,
    random: np.random.Generator,
) -> ShownExample:
    """The example that fits ``wish``, looked for from the one that is shown.

    Raises
    ------
    DataError
        Where no example fits.
    """
    examples = data.test if wish.split == "test" else data.train
    if wish.index is not None:
        _check_index(wish.index, len(examples))
        return of_data(data, wish.split, wish.index)
    fitting = _fitting(wish, examples, network)
    if not len(fitting):
        if wish.misread_only:
            raise DataError(
                "None of these examples is misread: the network, as it is now, gets all of them "
                "right."
            )
        raise DataError("There is no such example among these; choose another.")
    start = shown.index if wish.split == shown.split else -1
    return of_data(data, wish.split, _from(start, wish.move, fitting, random))


def _check_index(index: int, count: int) -> None:
    if not 0 <= index < count:
        raise DataError(
            "There is no example {index} among these {count}; choose one from 0 to {last}.",
            index=index,
            count=count,
            last=count - 1,
        )


def _fitting(wish: ShowExample, examples: Examples, network: Network) -> IntArray:
    fits = np.ones(len(examples), bool)
    if wish.digit is not None:
        fits &= examples.labels == wish.digit
    if wish.misread_only:
        fits &= answers(network, examples) != examples.labels
    return np.flatnonzero(fits)


def _from(start: int, move: str, fitting: IntArray, random: np.random.Generator) -> int:
    if move == "random":
        place = int(random.integers(len(fitting)))
    elif move == "previous":
        place = int(np.searchsorted(fitting, start)) - 1
    elif move == "next":
        place = int(np.searchsorted(fitting, start, "right"))
    else:
        place = int(np.searchsorted(fitting, start))
    # Past the last one, begin again.
    return int(fitting[place % len(fitting)])
