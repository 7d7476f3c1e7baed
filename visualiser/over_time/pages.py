"""The four pages of the window "Over the run"."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from visualiser.over_time.curves_page import CurvesPage
from visualiser.over_time.heat_strip import HeatStrip
from visualiser.over_time.knowledge import Course
from visualiser.over_time.layers_plot import LayersPlot
from visualiser.over_time.spread_page import SpreadPage
from visualiser.theme import Theme


class Page(Protocol):
    """What the window asks of each of its pages."""

    def set_theme(self, theme: Theme) -> None: ...  # noqa: D102 (as of any widget)
    def show_course(self, course: Course | None) -> None: ...  # noqa: D102 (as above)
    def show_pointed(self, step: int | None) -> None: ...  # noqa: D102 (as above)
    def take_focus(self) -> None: ...  # noqa: D102 (as above)


def gradients_page() -> CurvesPage:
    """‖∂C/∂W‖ and ‖∂C/∂B‖ of every layer."""
    weights = LayersPlot(
        _tr("‖∂C/∂W‖ of each layer"),
        _tr(
            "The length of the gradient: the root of the sum of (∂C/∂W)² over all weights of the "
            "layer, for the mini-batch of the next step. The axis is logarithmic, and ○ at its "
            "lower end is 0. The pale lines only join the points."
        ),
        lambda look: look.weight_gradient,
    )
    biases = LayersPlot(
        _tr("‖∂C/∂B‖ of each layer"),
        _tr(
            "The length of the gradient: the root of the sum of (∂C/∂B)² over all biases of the "
            "layer, for the mini-batch of the next step. The axis is logarithmic, and ○ at its "
            "lower end is 0. The pale lines only join the points."
        ),
        lambda look: look.bias_gradient,
    )
    return CurvesPage(weights, biases, ("‖∂C/∂W‖", "‖∂C/∂B‖"))


def saturation_page() -> CurvesPage:
    """The shares of saturated and of dead neurons of every layer."""
    saturated = LayersPlot(
        _tr("Share of saturated neurons"),
        _tr(
            "A neuron is saturated where σ′(S) is below 1 % of σ’s steepest slope on at least 90 % "
            "of the examples, and it is not dead. The pale lines only join the points."
        ),
        lambda look: look.saturated / look.neurons,
        is_share=True,
    )
    dead = LayersPlot(
        _tr("Share of dead neurons"),
        _tr(
            "A neuron is dead where σ′(S) is at most a millionth of σ’s steepest slope on every "
            "example, as of a ReLU that never fires. The pale lines only join the points."
        ),
        lambda look: look.dead / look.neurons,
        is_share=True,
    )
    return CurvesPage(saturated, dead, (_tr("saturated"), _tr("dead")))


def weights_page() -> SpreadPage:
    """How W of a layer is spread."""
    tip = _tr(
        "A column for each step that was looked at: W upwards, the more of the layer’s weights in "
        "a bin, the stronger the colour. ↑ and ↓ move from bin to bin."
    )
    return SpreadPage(HeatStrip(_tr("How W is spread"), tip, "W"), lambda look: look.weights)


def activations_page() -> SpreadPage:
    """How a of a layer is spread."""
    tip = _tr(
        "A column for each step that was looked at: a upwards, the more of the activations of all "
        "neurons of the layer for all examples in a bin, the stronger the colour. ↑ and ↓ move "
        "from bin to bin."
    )
    return SpreadPage(HeatStrip(_tr("How a is spread"), tip, "a"), lambda look: look.activations)


def _tr(text: str) -> str:
    return QCoreApplication.translate("OverTimePages", text)
