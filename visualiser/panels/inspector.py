"""InspectorPanel: what is selected, and why its numbers are what they are."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.costs import COSTS
from core.parameters import parameter_count
from visualiser.cost_terms import CostTerms
from visualiser.ledger import equals
from visualiser.number_format import count, fixed
from visualiser.recipe_words import readable, recipe_facts
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.asking import Asking
from visualiser.widgets.comparison import Comparison
from visualiser.widgets.connection_page import ConnectionPage
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.neuron_page import NeuronPage


class InspectorPanel(QScrollArea):
    """Shows the selection as it is in the newest snapshot.

    Signals
    -------
    question_asked (Question)
        The page that is shown wants to know something of the run.
    example_chosen (int)
        A test example is to be shown.
    selection_asked (Neuron or Connection)
        Something else was chosen inside the panel.
    unpin_asked ()
        The pinned neuron is to be let go of.
    told (str, bool)
        A sentence about what was saved, or, with True, about what went wrong.
    """

    question_asked = Signal(object)
    example_chosen = Signal(int)
    selection_asked = Signal(object)
    unpin_asked = Signal()
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(372)
        self._snapshot: Snapshot | None = None
        self._selection: Selection = None
        self._pinned: Neuron | None = None
        self._network = NetworkPage()
        self._input = InputPage()
        self._neuron = NeuronPage()
        self._connection = ConnectionPage()
        self._page: QWidget = self._network
        pages = QWidget()
        pages.setObjectName("panel")
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        for page in (self._network, self._input, self._neuron, self._connection):
            column.addWidget(page)
            page.setVisible(page is self._page)
        self.setWidget(pages)
        self._asking = Asking(self)
        self._asking.asked.connect(self.question_asked)
        self._neuron.origin_chosen.connect(self._choose_origin)
        self._neuron.example_chosen.connect(self.example_chosen)
        self._neuron.told.connect(self.told)
        for comparison in (self._input.comparison, self._neuron.comparison):
            comparison.connection_asked.connect(self.selection_asked)
            comparison.unpin_asked.connect(self.unpin_asked)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._snapshot = snapshot
        if self.isVisible():
            self._show()

    @Slot(object)
    def show_selection(self, selection: Selection) -> None:
        """Show this neuron or connection; None for the whole network."""
        self._selection = selection
        self._show()

    @Slot(object)
    def show_pinned(self, pinned: Neuron | None) -> None:
        """Compare this neuron with the selected one; None for none."""
        self._pinned = pinned
        if isinstance(self._selection, Neuron):
            self._show()

    @Slot(object)
    def show_answer(self, answered: Answered) -> None:
        """Show the answer to what the page that is shown has asked."""
        snapshot, page = self._snapshot, self._page
        if self._asking.take(answered) and snapshot is not None:
            if isinstance(page, NeuronPage | ConnectionPage):
                page.show_answer(answered, snapshot)
            # The run may have moved meanwhile.
            self._ask()

    def _ask(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        match self._selection:
            case Neuron(layer=0):
                return
            case Neuron() as neuron:
                questions = self._neuron.questions(snapshot, neuron)
            case Connection() as connection:
                questions = self._connection.questions(snapshot, connection)
            case _:
                return
        self._asking.want(questions, snapshot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._input.comparison.set_theme(theme)
        self._neuron.set_theme(theme)
        self._connection.set_theme(theme)
        self._show()

    def write_numbers(self) -> None:
        """Write numbers in the present style, also those that were answered to questions."""
        self._neuron.write_numbers()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the panel was hidden."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        match self._selection:
            case None:
                self._turn_to(self._network)
                self._network.show_network(snapshot)
            case Neuron(layer=0) as pixel:
                self._turn_to(self._input)
                self._input.show_input(snapshot, pixel, self._pinned)
            case Neuron() as neuron:
                self._turn_to(self._neuron)
                self._neuron.show_neuron(snapshot, neuron, self._pinned)
            case Connection() as connection:
                self._turn_to(self._connection)
                self._connection.show_connection(snapshot, connection)
        self._ask()

    def _turn_to(self, page: QWidget) -> None:
        if page is not self._page:
            self._page.hide()
            self._page = page
            page.show()

    @Slot(int)
    def _choose_origin(self, origin: int) -> None:
        if isinstance(self._selection, Neuron):
            here = self._selection
            self.selection_asked.emit(Connection(here.layer, here.index, origin))


class NetworkPage(QWidget):
    """The whole network, where nothing is selected, and how to select."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._facts = label("plain", wrap=True)
        self._step = label("plain", wrap=True)
        self._cost = label("plain", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(label("title", self.tr("The whole network")))
        column.addWidget(
            label(
                "secondary",
                self.tr(
                    "Click a neuron or a connection to see why its number is what it is. "
                    "With the keyboard: Tab to the network, then the arrow keys."
                ),
                wrap=True,
            )
        )
        for heading, text in (
            (self.tr("What it is made of"), self._facts),
            (self.tr("What this digit costs"), self._cost),
            (self.tr("What every step does"), self._step),
        ):
            column.addSpacing(10)
            column.addWidget(label("heading", heading))
            column.addWidget(text)
        column.addStretch(1)

    def show_network(self, snapshot: Snapshot) -> None:
        """Show this state."""
        settings, sizes = snapshot.description.settings, snapshot.sizes
        total = parameter_count(sizes)
        biases = sum(sizes[1:])
        facts = [
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
            self.tr("{train} digits to learn from, {test} to test with").format(
                train=count(snapshot.description.train_count),
                test=count(snapshot.description.test_count),
            ),
            (
                self.tr("Seed {seed} gives the order of the digits")
                if snapshot.description.is_from_file
                else self.tr("Seed {seed} gives these start values and this order")
            ).format(seed=settings.seed),
        ]
        self._facts.setText("<br>".join(facts))
        self._cost.setText(self._cost_text(snapshot))
        self._step.setText("<br>".join(recipe_facts(snapshot.progress)))

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
        heading = self.tr(
            "{C} = {formula}, where t is 1 for the true digit {digit}, else 0"
        ).format(
            C=symbol("C"),
            formula=COSTS[terms.cost].formula,
            digit=snapshot.progress.example.label,
        )
        return f"{heading}<table>{''.join(rows)}</table>"


class InputPage(QWidget):
    """A neuron of the input layer: a pixel.

    Attributes
    ----------
    comparison : Comparison
        With the neuron that is pinned.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._title, self._text = label("title"), label("plain", wrap=True)
        self.comparison = Comparison()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self.comparison)
        column.addStretch(1)

    def show_input(self, snapshot: Snapshot, pixel: Neuron, pinned: Neuron | None) -> None:
        """Show this pixel, compared with the pinned neuron."""
        index = pixel.index
        self.comparison.show_pair(snapshot, pixel, pinned)
        shape = snapshot.picture_shape
        if shape is not None:
            row, column = divmod(index, shape[1])
            name = self.tr("Input in row {row}, column {column}").format(row=row, column=column)
        else:
            name = self.tr("Input {index}").format(index=index)
        self._title.setText(name)
        a = float(snapshot.activations[0][index])
        self._text.setText(
            self.tr(
                "{a} = {value}: 0 is blank paper, 1 is full ink.<br><br>An input neuron has no "
                "bias and no weights of its own: its activation is the picture itself. "
                "{count} connections lead from here to layer 1."
            ).format(a=symbol("a"), value=fixed(a), count=count(snapshot.sizes[1]))
        )


def _formula(bias: str) -> str:
    a, w, b, sigma = (symbol(letter) for letter in ("a", "W", "B", "σ"))
    if bias == "inside":
        return f"{a} = {sigma}(Σ {w}·{a} + {b})"
    return f"{a} = {sigma}(Σ {w}·{a}) + {b}"
