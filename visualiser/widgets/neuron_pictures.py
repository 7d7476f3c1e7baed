"""NeuronPictures: W, W·a and ∂C/∂W of a neuron of layer 1, as pictures of the input."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualiser.network_view.colours import full_scale
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.weight_picture import WeightPicture


class NeuronPictures(QWidget):
    """The three, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = {
            "W": WeightPicture("W", self.tr("The weight from every pixel: what it looks for.")),
            "W·a": WeightPicture("W·a", self.tr("What every pixel of this example adds to S.")),
            "∂C/∂W": WeightPicture(
                "∂C/∂W", self.tr("How much C of the next mini-batch rises with each weight.")
            ),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for picture in self._pictures.values():
            row.addWidget(picture, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for picture in self._pictures.values():
            picture.set_theme(theme)

    def show_neuron(self, snapshot: Snapshot, index: int, shape: tuple[int, int]) -> None:
        """Show neuron ``index`` of layer 1; ``shape`` is the rows and columns of the input."""
        weights = snapshot.parameters.weights[0][index]
        with np.errstate(invalid="ignore", over="ignore"):
            products = weights * snapshot.activations[0]
        values = {
            "W": weights,
            "W·a": products,
            "∂C/∂W": snapshot.gradient.weights[0][index],
        }
        # W·a is shown on the scale of W, so that the two can be compared.
        scales = {name: full_scale(value) for name, value in values.items()}
        scales["W·a"] = scales["W"]
        for name, value in values.items():
            self._pictures[name].show_values(value.reshape(shape), scales[name])
