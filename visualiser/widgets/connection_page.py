"""ConnectionPage: a connection's W, what flows through it, what C makes of it, what is next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.ledger import equals, multiplies
from visualiser.number_format import count, factor, fixed, plain, significant
from visualiser.selection import Connection
from visualiser.sentences import in_a_row
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
from visualiser.training.time_questions import WeightOverTime
from visualiser.widgets.chain_text import chain_text
from visualiser.widgets.coloured import sign_colour
from visualiser.widgets.curve_section import SLOPE, CurveSection
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import Chip, ChipRow, label, symbol
from visualiser.widgets.live_edit import LiveEdit
from visualiser.widgets.next_change import weight_change
from visualiser.widgets.over_time import OverTime
from visualiser.widgets.page_names import connection_names
from visualiser.widgets.sections import add_section, connection_sections, explain
from visualiser.widgets.time_curve import TimeCurve
from visualiser.widgets.title_row import TitleRow
from visualiser.widgets.unknown_truth import unknown_slope
from visualiser.widgets.value_field import ValueField
from visualiser.widgets.wish_bars import WishBars, mean_holds, power_of, written

_A, _W = symbol("a"), symbol("W")


class ConnectionPage(QWidget):
    """One connection.

    Signals
    -------
    menu_asked (QPoint)
        What can be done to it is to be offered, at this point of the screen.
    edit_asked (SetParameter or GiveUp)
        W is to be another, or what it was.
    questions_changed ()
        There is something else to ask of the run.
    step_chosen (int)
        A step is to be gone to.
    """

    edit_asked = Signal(object)
    menu_asked = Signal(QPoint)
    questions_changed = Signal()
    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = DARK
        self._questions: tuple[Question, ...] = ()
        self._description: RunDescription | None = None
        self._answers: dict[Question, Answered] = {}
        self._shown: tuple[Snapshot, Connection] | None = None
        self._title, self._subtitle = TitleRow(), label("secondary", wrap=True)
        tip = self.tr("The weight: how strongly it passes on a. Click to type it, or drag it.")
        self._weight = ValueField("W", tip)
        self._chips = {
            "W": self._weight,
            "a": Chip("a", self.tr("The activation that comes in at its left end.")),
            "W·a": Chip("W·a", self.tr("What it adds to the S at its right end.")),
            "slope": Chip(
                "∂C/∂W", self.tr("How much C of the next mini-batch rises with this weight.")
            ),
        }
        self._flow, self._chain = label("plain", wrap=True), label("plain", wrap=True)
        self._wish, self._next = label("plain", wrap=True), label("plain", wrap=True)
        self._section = CurveSection()
        self._bars, self._bars_text = WishBars(), label("secondary", wrap=True)
        self._dates: dict[type[object], FittingLabel] = {
            kind: FittingLabel() for kind in (ChainOfExample, CostAlongWeight, WishesFor)
        }
        self._over_time = OverTime(
            TimeCurve("W", self.tr("W over time"), self.tr("The weight W after every step."))
        )
        self._over_time.step_chosen.connect(self.step_chosen)
        self._chain.setToolTip(
            self.tr(
                "The chain rule: how much the shown example's own C rises with this weight. j is "
                "the neuron where the connection ends, k the one where it begins."
            )
        )
        self._edit = LiveEdit(self)
        for handle in (self._weight, self._section.curve):
            self._edit.listen_to(handle)
        self._edit.asked.connect(self.edit_asked)
        self._edit.value_changed.connect(self._follow_hand)
        self._section.over_changed.connect(self._ask_anew)
        self._title.menu_asked.connect(self.menu_asked)
        self._assemble()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        tip = self.tr("Which connection is selected; layers and neurons count from 0.")
        explain(tip, self._title, self._subtitle)
        column.addSpacing(4)
        column.addWidget(ChipRow(*self._chips.values()))
        column.addWidget(self._weight.refusal)
        bars = (self._wish, self._bars, self._bars_text)
        sections = connection_sections()
        for name, kind, parts in (
            ("flow", None, (self._flow,)),
            ("chain", ChainOfExample, (self._chain,)),
            ("curve", CostAlongWeight, (self._section,)),
            ("wishes", WishesFor, bars),
            ("next", None, (self._next,)),
            ("time", None, (self._over_time,)),
        ):
            column.addSpacing(8)
            date = self._dates.get(kind) if kind else None
            add_section(column, sections[name], *parts, date=date)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._section.set_theme(theme)
        self._bars.set_theme(theme)
        self._over_time.set_theme(theme)

    def show_connection(self, snapshot: Snapshot, chosen: Connection) -> None:
        """Show this connection as it is in this snapshot."""
        gap = chosen.layer - 1
        weight = float(snapshot.parameters.weights[gap][chosen.to, chosen.origin])
        slope = float(snapshot.gradient.weights[gap][chosen.to, chosen.origin])
        a = float(snapshot.activations[gap][chosen.origin])
        title, subtitle = connection_names(snapshot, chosen)
        self._title.title.setText(title)
        self._subtitle.setText(subtitle)
        self._shown = snapshot, chosen
        self._aim(snapshot, chosen, weight)
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
        self._over_time.follow(snapshot, _over_time(chosen), weight)
        self._keep_what_fits(snapshot, chosen)

    # ---------------------------------------------------------------- by hand

    def _aim(self, snapshot: Snapshot, chosen: Connection, weight: float) -> None:
        """Have the W of this connection edited, which is this in the snapshot."""
        edit, curve = self._edit, self._section.curve
        is_playing = snapshot.progress.playing
        place = chosen.layer, chosen.to, chosen.origin
        if edit.aim(snapshot.description, place, weight, is_playing):
            self._weight.stop()
            curve.let_go()
        elif curve.held is not None and not edit.is_held and is_playing:
            curve.let_go()
        self._show_weight()

    def _show_weight(self) -> None:
        """Show W as it is asked to be, which the process may not know yet."""
        weight = self._edit.value
        self._weight.show_number(weight, sign_colour(self._theme, weight))
        if self._section.curve.held is not None:
            self._section.hold(weight, self._edit.is_held)

    @Slot()
    def _follow_hand(self) -> None:
        self._section.hold(self._edit.value, self._edit.is_held)
        self._show_weight()
        if not self._edit.is_held:
            self._ask_anew()

    @Slot()
    def _ask_anew(self) -> None:
        if self._shown is not None:
            self._keep_what_fits(*self._shown)
        self.questions_changed.emit()

    # ---------------------------------------------------------------- questions and answers

    def questions(self, snapshot: Snapshot, chosen: Connection) -> tuple[Question, ...]:
        """What the page has to ask of the run, to show more of this connection."""
        asked = self._dated_questions(snapshot, chosen)
        if self._edit.is_held:
            # C as this weight moves is the same wherever the weight is dragged to.
            asked = tuple(one for one in asked if not isinstance(one, CostAlongWeight))
        return *asked, _over_time(chosen)

    def _dated_questions(self, snapshot: Snapshot, chosen: Connection) -> tuple[Question, ...]:
        """Those whose answers are of one step, which is said beside them."""
        place = chosen.layer, chosen.to, chosen.origin
        shown = snapshot.progress.example
        asked = CostAlongWeight(*place, self._section.over), WishesFor(*place)
        return asked if shown.label is None else (ChainOfExample(*place, shown), *asked)

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show the answer to one of them; one that is about something else is left out."""
        if answered.question in self._questions:
            self._answers[answered.question] = answered
            self._show_answers(snapshot)
        else:
            self._over_time.show_answer(answered, snapshot)

    def _keep_what_fits(self, snapshot: Snapshot, chosen: Connection) -> None:
        """Forget the answers about another connection, digit or run."""
        self._questions = self._dated_questions(snapshot, chosen)
        if snapshot.description != self._description:
            self._description = snapshot.description
            self._answers.clear()
        self._answers = {one: self._answers[one] for one in self._questions if one in self._answers}
        self._show_answers(snapshot)

    def _show_answers(self, snapshot: Snapshot) -> None:
        if snapshot.progress.example.label is None:
            self._chain.setText(unknown_slope())
            self._dates[ChainOfExample].set_texts("")
        for question in self._questions:
            answered = self._answers.get(question)
            self._show_date(type(question), answered, snapshot)
            answer = None if answered is None else answered.answer
            match question:
                case ChainOfExample():
                    found = answer if isinstance(answer, Chain) else None
                    self._chain.setText(chain_text(found, self._theme))
                case CostAlongWeight():
                    self._section.show_curve(answer if isinstance(answer, WeightCurve) else None)
                case WishesFor():
                    asked = answer if isinstance(answer, BatchWishes) else None
                    self._bars.describe(snapshot.description)
                    self._show_wishes(asked, snapshot.picture_shape)

    def _show_date(self, kind: type[object], answered: Answered | None, snapshot: Snapshot) -> None:
        """Say of which step an answer is, where that is not the one that is shown."""
        progress = snapshot.progress
        is_late = answered is not None and answered.position != progress.position
        text = ""
        if answered is not None and is_late and not progress.playing:
            text = self.tr("at step {step}").format(step=count(answered.position))
        self._dates[kind].set_texts(text)

    # ---------------------------------------------------------------- parts

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
        return in_a_row(sentences)

    def _wish_text(self, slope: float) -> str:
        if slope > 0:
            return self.tr("C rises with this weight, so a smaller weight would be better.")
        if slope < 0:
            return self.tr("C falls as this weight rises, so a larger weight would be better.")
        return self.tr("C of the next mini-batch does not depend on this weight.")


def _over_time(chosen: Connection) -> WeightOverTime:
    return WeightOverTime(chosen.layer, chosen.to, chosen.origin)
