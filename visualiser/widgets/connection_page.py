"""ConnectionPage: a connection's W, what flows through it, what C makes of it, what is next."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from visualiser.ledger import equals, multiplies, rounded, scales
from visualiser.number_format import count, factor, fixed, plain, significant, style
from visualiser.selection import Connection
from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import (
    BatchWishes,
    Chain,
    ChainOfExample,
    CostAlongWeight,
    WeightCurve,
    WishesFor,
)
from visualiser.training.messages import Answered, RunDescription
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.coloured import coloured, sign_colour
from visualiser.widgets.cost_curve import SLOPE, CostCurve, curve_text
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import Chip, ChipRow, label, symbol
from visualiser.widgets.next_change import weight_change
from visualiser.widgets.wish_bars import WishBars, mean_holds, power_of, written

_A, _S, _W, _T, _DELTA = (symbol(letter) for letter in ("a", "S", "W", "t", "δ"))
_A_K, _A_J, _S_J, _DELTA_J = (
    f"{_A}<sub>k</sub>",
    f"{_A}<sub>j</sub>",
    f"{_S}<sub>j</sub>",
    f"{_DELTA}<sub>j</sub>",
)
# Digits of what is multiplied, more than of the product; and decimals of a difference.
_MORE_DIGITS, _MOST_MORE = 2, 7


class ConnectionPage(QWidget):
    """One connection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = DARK
        self._questions: tuple[Question, ...] = ()
        self._description: RunDescription | None = None
        self._answers: dict[Question, Answered] = {}
        self._title, self._subtitle = label("title"), label("secondary", wrap=True)
        self._chips = {
            "W": Chip("W", self.tr("The weight: how strongly the connection passes on a.")),
            "a": Chip("a", self.tr("The activation that comes in at its left end.")),
            "W·a": Chip("W·a", self.tr("What it adds to the S at its right end.")),
            "slope": Chip(
                "∂C/∂W", self.tr("How much C of the next mini-batch rises with this weight.")
            ),
        }
        self._flow, self._chain = label("plain", wrap=True), label("plain", wrap=True)
        self._wish, self._next = label("plain", wrap=True), label("plain", wrap=True)
        self._curve, self._curve_text = CostCurve(), label("secondary", wrap=True)
        self._bars, self._bars_text = WishBars(), label("secondary", wrap=True)
        self._dates: dict[type[object], FittingLabel] = {
            kind: FittingLabel() for kind in (ChainOfExample, CostAlongWeight, WishesFor)
        }
        self._chain.setToolTip(
            self.tr(
                "The chain rule: how much the shown digit's own C rises with this weight. j is "
                "the neuron where the connection ends, k the one where it begins."
            )
        )
        self._assemble()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        column.addWidget(ChipRow(*self._chips.values()))
        curve, bars = (self._curve, self._curve_text), (self._wish, self._bars, self._bars_text)
        for heading, kind, parts in (
            (self.tr("What flows through it"), None, (self._flow,)),
            (self.tr("The chain rule, for this digit alone"), ChainOfExample, (self._chain,)),
            (self.tr("C as this weight moves"), CostAlongWeight, curve),
            (self.tr("What the next mini-batch asks of it"), WishesFor, bars),
            (self.tr("The next step will change"), None, (self._next,)),
        ):
            column.addSpacing(8)
            column.addLayout(_heading(heading, self._dates.get(kind) if kind else None))
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._curve.set_theme(theme)
        self._bars.set_theme(theme)

    def show_connection(self, snapshot: Snapshot, chosen: Connection) -> None:
        """Show this connection as it is in this snapshot."""
        gap = chosen.layer - 1
        weight = float(snapshot.parameters.weights[gap][chosen.to, chosen.origin])
        slope = float(snapshot.gradient.weights[gap][chosen.to, chosen.origin])
        a = float(snapshot.activations[gap][chosen.origin])
        self._show_names(snapshot, chosen)
        self._chips["W"].set_value(
            fixed(weight, sign=True), sign_colour(self._theme, weight), weight
        )
        self._chips["a"].set_value(fixed(a), exact=a)
        self._chips["W·a"].set_value(
            fixed(weight * a, sign=True), sign_colour(self._theme, weight * a), weight * a
        )
        self._chips["slope"].set_value(significant(slope), sign_colour(self._theme, slope), slope)
        sign = equals(multiplies(weight, a, weight * a))
        self._flow.setText(
            f"{_W}·{_A} = {fixed(weight)} · {factor(fixed(a))} {sign} {fixed(weight * a)}"
        )
        self._wish.setText(self._wish_text(slope))
        self._next.setText(weight_change(snapshot, chosen, self._theme))
        self._keep_what_fits(snapshot, chosen)

    # ---------------------------------------------------------------- questions and answers

    def questions(self, snapshot: Snapshot, chosen: Connection) -> tuple[Question, ...]:
        """What the page has to ask of the run, to show more of this connection."""
        place = chosen.layer, chosen.to, chosen.origin
        shown = snapshot.progress.example
        return (
            ChainOfExample(*place, shown.split, shown.index),
            CostAlongWeight(*place),
            WishesFor(*place),
        )

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show the answer to one of them; one that is about something else is left out."""
        if answered.question in self._questions:
            self._answers[answered.question] = answered
            self._show_answers(snapshot)

    def _keep_what_fits(self, snapshot: Snapshot, chosen: Connection) -> None:
        """Forget the answers about another connection, digit or run."""
        self._questions = self.questions(snapshot, chosen)
        if snapshot.description != self._description:
            self._description = snapshot.description
            self._answers.clear()
        self._answers = {one: self._answers[one] for one in self._questions if one in self._answers}
        self._show_answers(snapshot)

    def _show_answers(self, snapshot: Snapshot) -> None:
        for question in self._questions:
            answered = self._answers.get(question)
            self._show_date(type(question), answered, snapshot)
            answer = None if answered is None else answered.answer
            match question:
                case ChainOfExample():
                    self._show_chain(answer if isinstance(answer, Chain) else None)
                case CostAlongWeight():
                    self._show_curve(answer if isinstance(answer, WeightCurve) else None)
                case WishesFor():
                    found = answer if isinstance(answer, BatchWishes) else None
                    self._show_wishes(found, snapshot.picture_shape)

    def _show_date(self, kind: type[object], answered: Answered | None, snapshot: Snapshot) -> None:
        """Say of which step an answer is, where that is not the one that is shown."""
        progress = snapshot.progress
        is_late = answered is not None and answered.position != progress.position
        text = ""
        if answered is not None and is_late and not progress.playing:
            text = self.tr("at step {step}").format(step=count(answered.position))
        self._dates[kind].set_texts(text)

    # ---------------------------------------------------------------- parts

    def _show_chain(self, chain: Chain | None) -> None:
        if chain is None:
            self._chain.setText("…<br>…")
            return
        if chain.is_held:
            text = self.tr("{slope} = 0: while {a} is held, C does not depend on this weight.")
            self._chain.setText(text.format(slope=SLOPE, a=_A_J))
            return
        product, digits = significant(chain.gradient), style().digits + _MORE_DIGITS
        formula, factors = f"{SLOPE} = {_A_K} · {_DELTA_J}", [chain.a, chain.delta]
        if chain.slope is not None and chain.cost_slope is not None:
            factors = [chain.a, chain.slope, chain.cost_slope]
            formula = f"{SLOPE} = {_A_K} · {symbol('σ′')}({_S_J}) · {symbol('∂C/∂')}{_A_J}"
        numbers = [significant(one, digits, sign=False) for one in factors]
        worked = " · ".join([numbers[0], *map(factor, numbers[1:])])
        sign = equals(scales(*numbers, product))
        result = coloured(self._theme, chain.gradient, product)
        lines = [formula, f"= {worked} {sign} {result}", self._delta_text(chain)]
        self._chain.setText("<br>".join(filter(None, lines)))

    def _delta_text(self, chain: Chain) -> str:
        """Where δ comes from, if it is no product of σ′ and ∂C/∂a."""
        if chain.difference is None:
            if chain.slope is not None:
                return ""
            text = self.tr("{delta} = {definition}; with softmax it depends on every output.")
            return text.format(delta=_DELTA_J, definition=f"{symbol('∂C/∂')}{_S_J}")
        a, target = chain.difference
        decimals = _decimals(chain.delta)
        exact = rounded(a, decimals) - rounded(target, decimals)
        text = self.tr("With this C and σ, {delta} = {a} − {t} = {numbers} {sign} {value}")
        return text.format(
            delta=_DELTA_J,
            a=_A_J,
            t=f"{_T}<sub>j</sub>",
            numbers=f"{fixed(a, decimals)} − {plain(target)}",
            sign=equals(exact == rounded(chain.delta, decimals)),
            value=fixed(chain.delta, decimals),
        )

    def _show_curve(self, curve: WeightCurve | None) -> None:
        self._curve.show_curve(curve)
        if curve is None:
            self._curve_text.setText("…")
            return
        self._curve_text.setText(curve_text(curve, self._theme))

    def _show_wishes(self, wishes: BatchWishes | None, shape: tuple[int, int] | None) -> None:
        self._bars.show_wishes(wishes, shape)
        self._bars_text.setText("…" if wishes is None else self._wishes_text(wishes))

    def _wishes_text(self, wishes: BatchWishes) -> str:
        power, others = power_of(wishes), wishes.count - len(wishes.wishes)
        sentences = [
            self.tr("A bar up asks for a larger weight, one down for a smaller."),
            self.tr("The numbers are in units of {unit}.").format(unit=plain(10.0**power))
            if power
            else "",
            self.tr("{count} more together: {sum}.").format(
                count=count(others), sum=written(wishes.rest, power)
            )
            if others
            else "",
            self.tr("Dashed: their mean, Σ / {count} {sign} {mean}, which is −{slope}.").format(
                count=count(wishes.count),
                sign=equals(mean_holds(wishes)),
                mean=written(wishes.mean, power),
                slope=SLOPE,
            ),
        ]
        return " ".join(filter(None, sentences))

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


def _decimals(value: float) -> int:
    """So many that as many digits of a small number are seen as of the factors."""
    digits = style().digits + _MORE_DIGITS
    if value == 0 or not math.isfinite(value):
        return digits
    needed = digits - 1 - math.floor(math.log10(abs(value)))
    return max(digits, min(style().digits + _MOST_MORE, needed))


def _heading(text: str, date: FittingLabel | None) -> QHBoxLayout:
    """A heading, with room beside it for the step that what follows is of."""
    row = QHBoxLayout()
    row.addWidget(label("heading", text))
    if date is None:
        row.addStretch(1)
    else:
        date.setObjectName("secondary")
        date.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(date, 1)
    return row
