"""Showing: which example the network of the training process is shown."""

from __future__ import annotations

import numpy as np

from core.datasets.dataset import Dataset
from core.network import Network
from visualiser.training.commands import ShowExample, ShowOwn
from visualiser.training.example_choice import choose_example
from visualiser.training.shown_example import ShownExample, fits, of_data, own_example


class Showing:
    """Knows the shown example, and where in the data to go on from it.

    Parameters
    ----------
    data : Dataset

    Attributes
    ----------
    example : ShownExample
    """

    def __init__(self, data: Dataset) -> None:
        self._random = np.random.default_rng()
        self.begin(data)

    def begin(self, data: Dataset) -> None:
        """Show the first test example."""
        self.example = self._of_data = of_data(data, "test", 0)

    def keep(self, example: ShownExample, data: Dataset) -> None:
        """Show this one; where the data has no such example, the first test example."""
        if not fits(example, data):
            self.begin(data)
            return
        self.example = example
        if example.own is None:
            self._of_data = example
        elif not fits(self._of_data, data):
            self._of_data = of_data(data, "test", 0)

    def choose(self, wish: ShowExample, data: Dataset, network: Network) -> None:
        """Show an example of the data, looked for from the one that was shown last.

        Raises
        ------
        DataError
            Where no example fits.
        """
        self.example = self._of_data = choose_example(
            wish, self._of_data, data, network, self._random
        )

    def show_own(self, command: ShowOwn, data: Dataset) -> None:
        """Show an input of the user's own.

        Raises
        ------
        DataError
            Where it is none for this network.
        """
        self.example = own_example(data, command.inputs, command.label, command.name)
