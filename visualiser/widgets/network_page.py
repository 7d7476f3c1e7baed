"""NetworkPage: the whole network, where nothing is selected: −∇C, its layers, how it learns."""

from __future__ import annotations

from html import escape
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.costs import COSTS
from core.parameters import parameter_count
from visualiser.cost_terms import CostTerms
from visualiser.descent import Descent
from visualiser.ledger import equals
from visualiser.number_format import count, fixed, plain
from visualiser.recipe_words import readable, recipe_facts
from visualiser.theme import Theme
from visualiser.training.messages import Answered, RunDescription
from visualiser.training.network_questions import HealthOfNetwork, NetworkHealth
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.changed_section import ChangedSection
from visualiser.widgets.descent_column import DescentColumn
from visualiser.widgets.descent_words import step_heading
from visualiser.widgets.in_view import has_to_follow
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.layer_table import LayerTable
from visualiser.widgets.sections import Section, add_section, explain, network_sections
from visualiser.widgets.unknown_truth import unknown_cost


class NetworkPage(QWidget):
    """The whole network, where nothing is selected, and how to select.

    Signals
    -------
    part_chosen (Connection or Neuron)
        An entry of −∇C, what changed most, or the first saturated or dead neuron of a layer,
        was chosen.

    Attributes
    ----------
    changed : ChangedSection
        What changed since a step.
    """

    part_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._description: RunDescription | None = None
        self._answered: Answered | None = None
        self._descent, self._layers = DescentColumn(), LayerTable()
        self.changed = ChangedSection()
        self._descent.part_chosen.connect(self.part_chosen)
        self.changed.part_chosen.connect(self.part_chosen)
        self._layers.neuron_chosen.connect(self.part_chosen)
        self._facts, self._cost, self._step = (label("plain", wrap=True) for _ in range(3))
        self._assemble()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        title = label("title", self.tr("The whole network"))
        how = self.tr(
            "Click a neuron or a connection to see why its number is what it is. "
            "With the keyboard: Tab to the network, then the arrow keys."
        )
        more = label("secondary", how, wrap=True)
        explain(self.tr("All W and B together: what learning changes."), title, more)
        column.addWidget(title)
        column.addWidget(more)
        sections = network_sections()
        step = Section(
            step_heading(),
            self.tr("How a gradient step changes W and B, from ∂C/∂W and ∂C/∂B of a mini-batch."),
        )
        for section, part in (
            (sections["descent"], self._descent),
            (sections["layers"], self._layers),
            (None, self.changed),
            (sections["facts"], self._facts),
            (sections["cost"], self._cost),
            (step, self._step),
        ):
            column.addSpacing(10)
            if section is None:
                # It has a heading of its own, with a field in it.
                column.addWidget(part)
            else:
                add_section(column, section, part)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._descent.set_theme(theme)
        self._layers.set_theme(theme)
        self.changed.set_theme(theme)

    def show_network(self, snapshot: Snapshot) -> None:
        """Show this state."""
        if snapshot.description is not self._description:
            self._description, self._answered = snapshot.description, None
        self._show_gradient(snapshot)
        self.changed.show_snapshot(snapshot)
        self._facts.setText("<br>".join(self._fact_texts(snapshot)))
        if has_to_follow(self._cost, snapshot):
            self._cost.setText(self._cost_text(snapshot))
        self._step.setText("<br>".join(recipe_facts(snapshot.progress)))

    # ---------------------------------------------------------------- questions and answers

    def questions(self, snapshot: Snapshot) -> tuple[Question, ...]:
        """What the page has to ask of the run, to show more of it."""
        del snapshot
        return (HealthOfNetwork(),)

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show the answer to one of them."""
        answer = answered.answer
        # What was asked of one run is answered of another where that has begun meanwhile.
        is_of_it = isinstance(answer, NetworkHealth) and (
            len(answer.layers) in (0, len(snapshot.sizes) - 1)
        )
        if is_of_it:
            self._answered = answered
            self._show_gradient(snapshot)

    def _show_gradient(self, snapshot: Snapshot) -> None:
        descent = Descent.of(snapshot.gradient)
        self._descent.show_descent(descent, snapshot)
        self._show_layers(descent, snapshot)

    def _show_layers(self, descent: Descent, snapshot: Snapshot) -> None:
        answered, progress = self._answered, snapshot.progress
        if answered is None or not isinstance(answered.answer, NetworkHealth):
            self._layers.show_layers(descent, None, None, snapshot)
            return
        is_late = answered.position != progress.position and not progress.playing
        at = answered.position if is_late else None
        self._layers.show_layers(descent, answered.answer, at, snapshot)

    # ---------------------------------------------------------------- texts

    def _fact_texts(self, snapshot: Snapshot) -> list[str]:
        settings, sizes = snapshot.description.settings, snapshot.sizes
        total = parameter_count(sizes)
        biases = sum(sizes[1:])
        return [
            self.tr("Layers of {sizes} neurons").format(sizes=" → ".join(map(count, sizes))),
            self.tr("{weights} weights {W} and {biases} biases {B}: {total} numbers").format(
                weights=count(total - biases),
                W=symbol("W"),
                biases=count(biases),
                B=symbol("B"),
                total=count(total),
            ),
            _formula(settings.bias),
            *self._activation_facts(snapshot),
            self.tr("{train} examples to learn from, {test} to test with").format(
                train=count(snapshot.description.train_count),
                test=count(snapshot.description.test_count),
            ),
            (
                self.tr("Seed {seed} gives the order of the examples")
                if snapshot.description.is_from_file
                else self.tr("Seed {seed} gives these start values and this order")
            ).format(seed=settings.seed),
        ]

    def _activation_facts(self, snapshot: Snapshot) -> list[str]:
        """A line for all layers, or for those in a row that have the same σ."""
        functions = snapshot.activation_functions
        facts, first = [], 1
        for sigma, group in groupby(functions, key=lambda function: function):
            last = first + len(list(group)) - 1
            if last - first + 1 == len(functions):
                text = self.tr("{sigma} is {name}: {formula}")
            elif last == first:
                text = self.tr("{sigma} of layer {first} is {name}: {formula}")
            else:
                text = self.tr("{sigma} of layers {first}–{last} is {name}: {formula}")
            facts.append(
                text.format(
                    sigma=f"{symbol('σ')}({symbol('S')})",
                    name=readable(sigma.name),
                    formula=sigma.formula,
                    first=first,
                    last=last,
                )
            )
            first = last + 1
        return facts

    def _cost_text(self, snapshot: Snapshot) -> str:
        described, label_ = snapshot.description, snapshot.progress.example.label
        if label_ is None:
            return unknown_cost(snapshot)
        terms = CostTerms.of(snapshot)
        decimals = terms.decimals
        rows = []
        for index, term in enumerate(terms.terms):
            worked = terms.worked(index, decimals)
            line = "" if worked is None else f"{worked.text} {equals(worked.holds)}"
            rows.append(
                f"<tr><td align=right>{index}&nbsp;&nbsp;</td><td>{line}&nbsp;</td>"
                f"<td align=right>{fixed(term.value, decimals)}</td></tr>"
            )
        rows.append(
            f"<tr><td></td><td align=right>{symbol('C')} {equals(terms.total_holds)}&nbsp;</td>"
            f"<td align=right><b>{fixed(terms.total, decimals)}</b></td></tr>"
        )
        if len(terms.terms) == 1:
            heading = self.tr("{C} = {formula}, where t is {t}")
        elif described.shows_digits:
            heading = self.tr("{C} = {formula}, where t is 1 for the true digit {digit}, else 0")
        else:
            heading = self.tr("{C} = {formula}, where t is 1 for the true class “{digit}”, else 0")
        heading = heading.format(
            C=symbol("C"),
            t=plain(terms.terms[0].target),
            formula=COSTS[terms.cost].formula,
            digit=escape(described.class_name(label_)),
        )
        return f"{heading}<table>{''.join(rows)}</table>"


def _formula(bias: str) -> str:
    a, w, b, sigma = (symbol(letter) for letter in ("a", "W", "B", "σ"))
    if bias == "inside":
        return f"{a} = {sigma}(Σ {w}·{a} + {b})"
    return f"{a} = {sigma}(Σ {w}·{a}) + {b}"
