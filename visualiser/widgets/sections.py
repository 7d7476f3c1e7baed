"""Sections of a page: a heading, what stands below it, and a tooltip that explains both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import label


@dataclass(frozen=True)
class Section:
    """What a section is called, and what it says in a sentence, with its formula."""

    heading: str
    tip: str


def explain(tip: str, *parts: QWidget | QLayout) -> None:
    """Give this tooltip to all parts that have none of their own."""
    for part in parts:
        if isinstance(part, QLayout):
            items = [part.itemAt(place) for place in range(part.count())]
            inside = [None if item is None else item.widget() for item in items]
            explain(tip, *(widget for widget in inside if widget is not None))
        elif not part.toolTip():
            part.setToolTip(tip)


def add_section(
    column: QVBoxLayout,
    section: Section,
    *parts: QWidget | QLayout,
    heading: QLabel | None = None,
    date: FittingLabel | None = None,
) -> None:
    """Add a section to a page.

    Parameters
    ----------
    column : QVBoxLayout
        The page's.
    section : Section
    parts : QWidget or QLayout
        What stands below the heading.
    heading : QLabel, optional
        A label for it that the page may hide.
    date : FittingLabel, optional
        Beside the heading: the step that what follows is of.
    """
    title = heading or label("heading", wrap=date is None)
    title.setText(section.heading)
    explain(section.tip, title, *parts)
    if date is None:
        column.addWidget(title)
    else:
        row = QHBoxLayout()
        row.addWidget(title)
        date.setObjectName("secondary")
        date.setAlignment(Qt.AlignmentFlag.AlignRight)
        explain(section.tip, date)
        row.addWidget(date, 1)
        column.addLayout(row)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)


def neuron_sections() -> dict[str, Section]:
    """The sections of a neuron's page, in the user's language."""
    return {
        "why": Section(
            _tr("Why it fires as it does"),
            _tr("a = σ(S), worked out with this neuron's numbers for the example that is shown."),
        ),
        "ledger": Section(
            _tr("Where S comes from, largest first"),
            _tr("S = Σ W·a + B: what each neuron of the layer before adds to S, and their sum."),
        ),
        "pictures": Section(
            _tr("What it looks for, and what it finds"),
            _tr("W, W·a and ∂C/∂W of every pixel as pictures, in the legend's colours of + and −."),
        ),
        "curve": Section(
            _tr("σ at S"),
            _tr("The curve of σ with the point (S, a), and how steep it is there: σ′(S)."),
        ),
        "delta": Section(
            _tr("δ, for this example alone"),
            _tr("δ = ∂C/∂S = ∂C/∂a · σ′(S): how fast C of this example rises with S."),
        ),
        "outgoing": Section(
            _tr("Where it goes, largest first"),
            _tr("W·a, what this neuron adds to the S of each neuron of the next layer."),
        ),
        "next": Section(
            _tr("The next step will change"),
            _tr("How far the next gradient step moves B and the W that moves most."),
        ),
        "time": Section(
            _tr("Over time"),
            _tr("This neuron's a for the example that is shown, and its B, at the steps taken."),
        ),
        "data": Section(
            _tr("Over the data"),
            _tr("This neuron's a for the test examples, and those that fire it most and least."),
        ),
    }


def connection_sections() -> dict[str, Section]:
    """The sections of a connection's page, in the user's language."""
    return {
        "flow": Section(
            _tr("What flows through it"),
            _tr("W·a: what this connection adds to S of the neuron that it leads to."),
        ),
        "chain": Section(
            _tr("The chain rule, for one example"),
            _tr("∂C/∂W = a · σ′(S) · ∂C/∂a, with the numbers of the example that is shown."),
        ),
        "curve": Section(
            _tr("C as this weight moves"),
            _tr("C for every value of this W while all other numbers stay; drag the dot."),
        ),
        "wishes": Section(
            _tr("What the next mini-batch asks of it"),
            _tr("−∂C/∂W of each example of the next mini-batch: whether it wants W larger."),
        ),
        "next": Section(
            _tr("The next step will change"), _tr("How far the next gradient step moves this W.")
        ),
        "time": Section(_tr("Over time"), _tr("This W at the steps taken.")),
    }


def network_sections() -> dict[str, Section]:
    """The sections of the whole network's page but for that of its step."""
    return {
        "descent": Section(
            _tr("Which way C falls fastest, for the next mini-batch"),
            _tr("−∇C: for every W and B how fast C of the next mini-batch falls as it rises."),
        ),
        "layers": Section(
            _tr("Layer by layer"),
            _tr("How long ∇C is in each layer, and how many of its neurons hardly learn."),
        ),
        "facts": Section(
            _tr("What it is made of"),
            _tr("The layers of the network, how a neuron works out its a, and the data."),
        ),
        "cost": Section(
            _tr("What this example costs"),
            _tr("C of the example that is shown: what each output neuron adds, and the sum."),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sections", text)
