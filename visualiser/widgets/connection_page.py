"""ConnectionPage: a connection's W, ∂C/∂W, what flows through it and what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.ledger import equals, multiplies
from visualiser.number_format import factor, fixed, significant
from visualiser.selection import Connection
from visualiser.theme import DARK, Theme
from visualiser.training.messages import Answered
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.coloured import sign_colour
from visualiser.widgets.labels import Chip, label, row_of, symbol
from visualiser.widgets.next_change import weight_change


class ConnectionPage(QWidget):
    """One connection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = DARK
        self._title, self._subtitle = label("title"), label("secondary", wrap=True)
        self._chips = {
            "W": Chip("W", self.tr("The weight: how strongly the connection passes on a.")),
            "a": Chip("a", self.tr("The activation that comes in at its left end.")),
            "W·a": Chip("W·a", self.tr("What it adds to the S at its right end.")),
            "slope": Chip(
                "∂C/∂W", self.tr("How much C of the next mini-batch rises with this weight.")
            ),
        }
        self._flow = label("plain", wrap=True)
        self._wish = label("plain", wrap=True)
        self._next = label("plain", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        column.addLayout(row_of(*self._chips.values(), spacing=6))
        for heading, text in (
            (self.tr("What flows through it"), self._flow),
            (self.tr("What the next mini-batch asks of it"), self._wish),
            (self.tr("The next step will change"), self._next),
        ):
            column.addSpacing(8)
            column.addWidget(label("heading", heading))
            column.addWidget(text)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme

    def show_connection(self, snapshot: Snapshot, chosen: Connection) -> None:
        """Show this connection as it is in this snapshot."""
        gap = chosen.layer - 1
        weight = float(snapshot.parameters.weights[gap][chosen.to, chosen.origin])
        slope = float(snapshot.gradient.weights[gap][chosen.to, chosen.origin])
        a = float(snapshot.activations[gap][chosen.origin])
        self._show_names(snapshot, chosen)
        self._chips["W"].set_value(fixed(weight, sign=True), sign_colour(self._theme, weight))
        self._chips["a"].set_value(fixed(a))
        self._chips["W·a"].set_value(
            fixed(weight * a, sign=True), sign_colour(self._theme, weight * a)
        )
        self._chips["slope"].set_value(significant(slope), sign_colour(self._theme, slope))
        sign = equals(multiplies(weight, a, weight * a))
        self._flow.setText(
            f"{symbol('W')}·{symbol('a')} = {fixed(weight)} · {factor(fixed(a))} {sign} "
            f"{fixed(weight * a)}"
        )
        self._wish.setText(self._wish_text(slope))
        self._next.setText(weight_change(snapshot, chosen, self._theme))

    def questions(self, snapshot: Snapshot, chosen: Connection) -> tuple[Question, ...]:
        """What the page has to ask of the run, to show more of this connection."""
        del snapshot, chosen
        return ()

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show the answer to one of them."""

    def _show_names(self, snapshot: Snapshot, chosen: Connection) -> None:
        self._title.setText(
            self.tr("Connection to neuron {to}").format(to=chosen.to)
            if chosen.layer < len(snapshot.sizes) - 1
            else self.tr("Connection to output neuron {to}").format(to=chosen.to)
        )
        shape = snapshot.picture_shape
        if chosen.layer == 1 and shape is not None:
            row, column = divmod(chosen.origin, shape[1])
            text = self.tr("of layer {layer}, from the input in row {row}, column {column}").format(
                layer=chosen.layer, row=row, column=column
            )
        else:
            text = self.tr("of layer {layer}, from neuron {origin} of layer {before}").format(
                layer=chosen.layer, origin=chosen.origin, before=chosen.layer - 1
            )
        self._subtitle.setText(text)

    def _wish_text(self, slope: float) -> str:
        if slope > 0:
            return self.tr("C rises with this weight, so a smaller weight would be better.")
        if slope < 0:
            return self.tr("C falls as this weight rises, so a larger weight would be better.")
        return self.tr("C of the next mini-batch does not depend on this weight.")
