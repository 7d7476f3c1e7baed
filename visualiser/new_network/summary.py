"""Summary: how many numbers the new network has, what they take, and what is known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.run_settings import RunSettings
from visualiser.new_network.estimate import estimates
from visualiser.new_network.facts import DataFacts
from visualiser.new_network.known import known_facts
from visualiser.new_network.presets import rate_of
from visualiser.new_network.sizes import sums_texts
from visualiser.sentences import in_a_row
from visualiser.widgets.labels import label

_GAP = 4


class Summary(QWidget):
    """Sentences about the network that is being put together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._weights, self._whole = label("plain", wrap=True), label("plain", wrap=True)
        self._weights.setToolTip(
            self.tr("Between two layers there is one W for each two neurons: N·N of them.")
        )
        self._whole.setToolTip(
            self.tr(
                "One B for each neuron but the inputs; W and B make one vector of so many numbers, "
                "and so does the gradient."
            )
        )
        self._estimate = label("secondary", wrap=True)
        self._estimate.setToolTip(
            self.tr("Memory, as the numbers of both add up; how quick it is, will be measured.")
        )
        self._heading = label("heading", self.tr("Good to know"))
        self._heading.setToolTip(self.tr("What was found out with such settings before."))
        self._known = label("plain", wrap=True)
        self._known.setToolTip(self._heading.toolTip())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(_GAP)
        for widget in (
            self._weights,
            self._whole,
            self._heading,
            self._known,
            self._estimate,
        ):
            column.addWidget(widget)
        column.addStretch(1)

    def show_choice(
        self,
        settings: RunSettings | None,
        layers: tuple[int, ...] | None,
        facts: DataFacts | None,
    ) -> None:
        """Show what follows from what is chosen, as far as it can be used."""
        sums = ("", "") if layers is None else sums_texts(layers)
        for row, text in zip((self._weights, self._whole), sums, strict=True):
            row.setText(text)
            row.setVisible(bool(text))
        self._show_estimate(settings, facts)
        known = [] if settings is None else known_facts(settings, rate_of(settings))
        self._known.setText("\n".join(known))
        for widget in (self._heading, self._known):
            widget.setVisible(bool(known))

    def _show_estimate(self, settings: RunSettings | None, facts: DataFacts | None) -> None:
        text = ""
        if settings is not None and facts is not None and settings.layers is not None:
            optimiser = settings.optimiser
            if not isinstance(optimiser, str):
                text = in_a_row(estimates(settings.layers, optimiser, facts))
        self._estimate.setText(text)
        self._estimate.setVisible(bool(text))
