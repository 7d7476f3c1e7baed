"""SideView: one run with its heading, what it makes of the digit, and its network."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.history import that_made
from visualiser.beside.side import Side
from visualiser.network_view.network_view import NetworkView
from visualiser.number_format import amount, count, fixed, percent
from visualiser.theme import DARK, Theme
from visualiser.training.messages import Measured
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import label, line, tabular

# Letters of a title; all are in its tooltip.
_LONGEST = 28


class SideView(QWidget):
    """What is shown of one run.

    Parameters
    ----------
    side : Side
    title : str
        What it is, in a few words.

    Attributes
    ----------
    network : NetworkView
    title : str
    """

    def __init__(self, side: Side, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = title
        self._side = side
        self._theme = DARK
        self._snapshot: Snapshot | None = None
        self._told: tuple[str, ...] = ()
        self.network = NetworkView()
        self.network.setAccessibleName(self.tr("Network of the run “{title}”").format(title=title))
        self._swatch = QFrame()
        self._swatch.setFixedSize(20, 4)
        self._swatch.setToolTip(self.tr("The colour of this run's curve."))
        self._title = label("title", _shortened(title))
        self._title.setToolTip(title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._what = FittingLabel()
        self._answer, self._cost, self._test = _fact(), _fact(), _fact()
        self._assemble()

    def _assemble(self) -> None:
        head, facts = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._swatch)
        head.addWidget(self._title)
        head.addWidget(self._what, 1)
        facts.setSpacing(12)
        for fact, share in ((self._answer, 4), (self._cost, 7), (self._test, 5)):
            facts.addWidget(fact, share)
        above = QVBoxLayout()
        above.setContentsMargins(16, 8, 16, 8)
        above.setSpacing(4)
        above.addLayout(head)
        above.addLayout(facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(line())
        column.addWidget(self.network, 1)

    # ---------------------------------------------------------------- what it shows

    def describe(self, *texts: str, tip: str) -> None:
        """Say beside the title what kind of run it is, the longest text first; HTML."""
        if texts != self._told:
            self._told = texts
            self._what.set_texts(*texts)
        self._what.setToolTip(tip)

    def show_state(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._snapshot = snapshot
        self.network.show_snapshot(snapshot)
        self._show_facts(snapshot)
        self._show_measured()

    def set_theme(self, theme: Theme, colour: str) -> None:
        """Draw in these colours, with the curve's for the mark beside the title."""
        self._theme = theme
        self._swatch.setStyleSheet(f"background: {colour}; border-radius: 2px;")
        self.network.set_theme(theme)
        if self._snapshot is not None:
            self._show_facts(self._snapshot)

    def _show_facts(self, snapshot: Snapshot) -> None:
        if snapshot.description.has_classes:
            self._show_reading(snapshot)
        else:
            tip = self.tr("a of this network's output for the example.")
            texts = self.tr("a of the output <b>{a}</b>"), self.tr("a <b>{a}</b>")
            a = fixed(float(snapshot.activations[-1][0]))
            _say(self._answer, tip, *(text.format(a=a) for text in texts))
        cost = amount(snapshot.progress.next_cost)
        _say(
            self._cost,
            self.tr("C, as the network is now, of the mini-batch that the next step will use."),
            self.tr("C of the next mini-batch <b>{cost}</b>").format(cost=cost),
            self.tr("C <b>{cost}</b>").format(cost=cost),
        )

    def _show_reading(self, snapshot: Snapshot) -> None:
        label_, answer = snapshot.progress.example.label, snapshot.answer
        mark = ""
        if label_ is None:
            long = self.tr("Reads it as <b>{answer}</b>; truth unknown")
            short = self.tr("Reads <b>{answer}</b>")
        elif answer == label_:
            long = self.tr("Reads it as <b>{answer}</b> {mark}")
            short = self.tr("Reads <b>{answer}</b> {mark}")
            mark = f'<span style="color: {self._theme.right}">✓</span>'
        else:
            long = self.tr("Reads it as <b>{answer}</b>; it is a <b>{label}</b>")
            short = self.tr("Reads <b>{answer}</b>, not {label}")
        name = snapshot.description.class_name
        words = {"answer": escape(name(answer)), "mark": mark}
        words["label"] = "" if label_ is None else escape(name(label_))
        texts = [text.format(**words) for text in (long, short)]
        tip = self.tr("What this network reads the example as: the output with the largest a.")
        _say(self._answer, tip, *texts)

    @Slot()
    def note_measured(self) -> None:
        """Show what was measured, unless it is of a step that is not shown yet."""
        found, here = self._side.measured, self._snapshot
        if found is not None and here is not None and found.step == here.progress.position:
            self._show_measured()

    def _show_measured(self) -> None:
        """Show how many test examples are read right, or their C, as was measured last."""
        found, here = self._side.measured, self._snapshot
        if found is None or here is None:
            self._test.set_texts("")
            return
        step, progress = found.step, here.progress
        is_now = step == progress.position and found.changes == that_made(progress.changes, step)
        if not here.description.has_classes:
            self._show_test_cost(found, is_now)
            return
        share = percent(found.test.accuracy)
        if is_now:
            texts = (self.tr("Test <b>{share}</b> right"), self.tr("Test <b>{share}</b>"))
        else:
            texts = (
                self.tr("Test <b>{share}</b> right at step {step}"),
                self.tr("Test <b>{share}</b> at {step}"),
            )
        tip = self.tr("The share of test examples that this network reads right.")
        _say(self._test, tip, *(text.format(share=share, step=count(step)) for text in texts))

    def _show_test_cost(self, found: Measured, is_now: bool) -> None:
        """Where nothing is read right or wrong, C of the test examples."""
        texts: tuple[str, ...] = (self.tr("Test C <b>{cost}</b>"),)
        if not is_now:
            texts = (
                self.tr("Test C <b>{cost}</b> at step {step}"),
                self.tr("Test C <b>{cost}</b> at {step}"),
            )
        tip = self.tr("The mean C of a test example with this network.")
        cost, step = amount(found.test.cost), count(found.step)
        _say(self._test, tip, *(text.format(cost=cost, step=step) for text in texts))


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _fact() -> FittingLabel:
    made = FittingLabel()
    made.setObjectName("secondary")
    made.setFont(tabular(made.font()))
    return made


def _say(fact: FittingLabel, tip: str, *texts: str) -> None:
    fact.set_texts(*texts)
    fact.setToolTip(tip)
