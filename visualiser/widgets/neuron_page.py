"""NeuronPage: why a neuron's numbers are what they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.ledger import Ledger
from visualiser.number_format import fixed, significant
from visualiser.selection import Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import Chain
from visualiser.training.messages import Answered
from visualiser.training.neuron_questions import NeuronOverData, OverTheData
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.training.time_questions import NeuronOverTime
from visualiser.widgets.activation_curve import ActivationCurve
from visualiser.widgets.coloured import sign_colour
from visualiser.widgets.comparison import Comparison
from visualiser.widgets.delta_line import DeltaLine
from visualiser.widgets.firing import firing_text
from visualiser.widgets.in_view import has_to_follow
from visualiser.widgets.labels import Chip, ChipRow, label, line
from visualiser.widgets.ledger_sums import LedgerSums
from visualiser.widgets.live_edit import LiveEdit
from visualiser.widgets.neuron_pictures import NeuronPictures
from visualiser.widgets.next_change import neuron_change
from visualiser.widgets.outgoing import Outgoing
from visualiser.widgets.over_data import OverData
from visualiser.widgets.over_time import OverTime
from visualiser.widgets.page_names import neuron_names
from visualiser.widgets.sections import add_section, explain, neuron_sections
from visualiser.widgets.target_text import target_text
from visualiser.widgets.term_table import TermTable
from visualiser.widgets.time_curve import TimeCurve
from visualiser.widgets.title_row import TitleRow
from visualiser.widgets.value_field import ValueField


class NeuronPage(QWidget):
    """A neuron of layer 1 or later: a, S, B, the formula, the ledger, the next change.

    Attributes
    ----------
    comparison : Comparison
        With the neuron that is pinned.

    Signals
    -------
    origin_chosen (int)
        A neuron of the layer before was chosen in the table.
    target_chosen (int)
        A neuron of the next layer was chosen.
    example_chosen (int)
        A test example is to be shown.
    step_chosen (int)
        A step is to be gone to.
    menu_asked (QPoint)
        What can be done to it is to be offered, at this point of the screen.
    edit_asked (SetParameter or GiveUp)
        B is to be another, or what it was.
    told (str, bool)
        A sentence about what was saved, or, with True, about what went wrong.
    """

    edit_asked = Signal(object)
    menu_asked = Signal(QPoint)
    told = Signal(str, bool)
    origin_chosen = Signal(int)
    target_chosen = Signal(int)
    example_chosen = Signal(int)
    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = DARK
        self._shown_layer = 0
        self._title, self._subtitle = TitleRow(), label("secondary")
        tip = self.tr("The bias: how easily the neuron fires. Click to type it, or drag it.")
        self._bias = ValueField("B", tip)
        self._edit = LiveEdit(self)
        self._edit.listen_to(self._bias)
        self._edit.asked.connect(self.edit_asked)
        self._edit.value_changed.connect(self._show_bias)
        self._chips = {
            "a": Chip("a", self.tr("The activation: what the neuron sends on.")),
            "S": Chip("S", self.tr("The weighted sum, from which σ makes the activation.")),
            "B": self._bias,
            "slope": Chip(
                "∂C/∂B", self.tr("How much C of the next mini-batch rises with this bias.")
            ),
        }
        self.comparison = Comparison()
        self._formulas = label("plain", wrap=True)
        self._target = label("secondary", wrap=True)
        self._curve, self._delta = ActivationCurve(), DeltaLine()
        self._table = TermTable()
        self._table.origin_chosen.connect(self.origin_chosen)
        self._table.told.connect(self.told)
        self._sums = LedgerSums()
        self._table.decimals_changed.connect(self._sums.show_decimals)
        self._pictures_heading = label("heading")
        self._pictures = NeuronPictures()
        self._outgoing_heading = label("heading")
        self._outgoing = Outgoing()
        self._outgoing.target_chosen.connect(self.target_chosen)
        self._next = label("plain", wrap=True)
        self._over_time = OverTime(
            TimeCurve(
                "a",
                self.tr("a over time"),
                self.tr("The activation a, for the example that is shown now, after every step."),
            ),
            TimeCurve("B", self.tr("B over time"), self.tr("The bias B after every step.")),
        )
        self._over_time.step_chosen.connect(self.step_chosen)
        self._over_data = OverData()
        self._over_data.example_chosen.connect(self.example_chosen)
        self._title.menu_asked.connect(self.menu_asked)
        self._assemble()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.comparison.set_theme(theme)
        self._curve.set_theme(theme)
        self._delta.set_theme(theme)
        self._outgoing.set_theme(theme)
        self._over_time.set_theme(theme)
        self._over_data.set_theme(theme)
        self._table.set_theme(theme)
        self._pictures.set_theme(theme)

    def write_numbers(self) -> None:
        """Write in the present style what is not written anew with every state."""
        self._over_data.write_numbers()
        self._delta.write()

    def show_neuron(self, snapshot: Snapshot, neuron: Neuron, pinned: Neuron | None) -> None:
        """Show this neuron as it is in this snapshot, compared with the pinned one."""
        ledger = Ledger.of(snapshot, neuron.layer, neuron.index)
        title, subtitle = neuron_names(snapshot, neuron)
        self._title.title.setText(title)
        self._subtitle.setText(subtitle)
        self._show_numbers(snapshot, neuron)
        self.comparison.show_pair(snapshot, neuron, pinned)
        self._formulas.setText(firing_text(snapshot, neuron, ledger, self._theme))
        self._show_target(snapshot, neuron)
        self._over_time.follow(
            snapshot,
            _over_time(snapshot, neuron),
            float(snapshot.activations[neuron.layer][neuron.index]),
            float(snapshot.parameters.biases[neuron.layer - 1][neuron.index]),
        )
        self._over_data.follow(snapshot, neuron)
        shape = snapshot.picture_shape if neuron.layer == 1 else None
        columns = shape[1] if shape else 0
        title = self.tr("row, col") if columns else self.tr("from")
        self._table.terms.show(ledger, lambda origin: _origin_name(origin, columns), title)
        self._table.fit_rows()
        self._sums.show_ledger(ledger, self._table.decimals)
        if has_to_follow(self._pictures, snapshot) or neuron.layer != self._shown_layer:
            self._show_pictures(snapshot, neuron, shape)
        self._show_what_is_seen(snapshot, neuron, columns)

    def _show_what_is_seen(self, snapshot: Snapshot, neuron: Neuron, columns: int) -> None:
        """Bring what stands far down up to date, while training plays only where it is seen."""
        if has_to_follow(self._curve, snapshot):
            self._curve.show_neuron(snapshot, neuron)
        if has_to_follow(self._outgoing, snapshot) or neuron.layer != self._shown_layer:
            self._show_outgoing(snapshot, neuron)
        if has_to_follow(self._next, snapshot):
            self._next.setText(neuron_change(snapshot, neuron, columns, self._theme))
        self._shown_layer = neuron.layer

    def questions(self, snapshot: Snapshot, neuron: Neuron) -> tuple[Question, ...]:
        """What the page has to ask of the run, to show more of this neuron."""
        over_data = NeuronOverData(neuron.layer, neuron.index)
        delta = self._delta.question(snapshot, neuron)
        return over_data, _over_time(snapshot, neuron), *(() if delta is None else (delta,))

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show the answer to one of them."""
        if isinstance(answered.answer, Chain):
            self._delta.show_answer(answered)
        elif isinstance(answered.answer, OverTheData):
            self._over_data.show_answer(answered.answer, snapshot)
        else:
            self._over_time.show_answer(answered, snapshot)

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        tip = self.tr("Which neuron is selected; layers and neurons count from 0.")
        explain(tip, self._title, self._subtitle)
        column.addSpacing(4)
        column.addWidget(ChipRow(*self._chips.values()))
        column.addWidget(self._bias.refusal)
        column.addWidget(self.comparison)
        self._add_sections(column)
        column.addStretch(1)

    def _add_sections(self, column: QVBoxLayout) -> None:
        sections = neuron_sections()
        for name, parts, heading in (
            ("why", (self._formulas, self._target), None),
            ("ledger", (self._table, line(), self._sums), None),
            ("pictures", (self._pictures,), self._pictures_heading),
            ("curve", (self._curve,), None),
            ("delta", (self._delta,), None),
            ("outgoing", (self._outgoing,), self._outgoing_heading),
            ("next", (self._next,), None),
            ("time", (self._over_time,), None),
            ("data", (self._over_data,), None),
        ):
            column.addSpacing(6)
            add_section(column, sections[name], *parts, heading=heading)
        # All that is to spare is for more rows.
        column.setStretchFactor(self._table, 100)

    def _show_numbers(self, snapshot: Snapshot, neuron: Neuron) -> None:
        layer, index = neuron.layer, neuron.index
        a = float(snapshot.activations[layer][index])
        total = float(snapshot.weighted_sums[layer - 1][index])
        bias = float(snapshot.parameters.biases[layer - 1][index])
        slope = float(snapshot.gradient.biases[layer - 1][index])
        self._chips["a"].set_value(fixed(a), exact=a)
        self._chips["S"].set_value(fixed(total), exact=total)
        if self._edit.aim(
            snapshot.description, (layer, index, None), bias, snapshot.progress.playing
        ):
            self._bias.stop()
        self._show_bias()
        self._chips["slope"].set_value(significant(slope), sign_colour(self._theme, slope), slope)

    @Slot()
    def _show_bias(self) -> None:
        bias = self._edit.value
        self._bias.show_number(bias, sign_colour(self._theme, bias))

    def _show_target(self, snapshot: Snapshot, neuron: Neuron) -> None:
        is_output = neuron.layer == len(snapshot.sizes) - 1
        self._target.setVisible(is_output)
        if not is_output:
            return
        self._target.setText(target_text(snapshot, neuron.index))

    def _show_outgoing(self, snapshot: Snapshot, neuron: Neuron) -> None:
        is_output = neuron.layer == len(snapshot.sizes) - 1
        for widget in (self._outgoing_heading, self._outgoing):
            widget.setVisible(not is_output)
        if not is_output:
            self._outgoing.show_neuron(snapshot, neuron)

    def _show_pictures(
        self, snapshot: Snapshot, neuron: Neuron, shape: tuple[int, int] | None
    ) -> None:
        for widget in (self._pictures_heading, self._pictures):
            widget.setVisible(shape is not None)
        if shape is not None:
            self._pictures.show_neuron(snapshot, neuron.index, shape)


def _over_time(snapshot: Snapshot, neuron: Neuron) -> NeuronOverTime:
    return NeuronOverTime(neuron.layer, neuron.index, snapshot.progress.example)


def _origin_name(origin: int, columns: int) -> str:
    return f"{origin // columns}, {origin % columns}" if columns else str(origin)
