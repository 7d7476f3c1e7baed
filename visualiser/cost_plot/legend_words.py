"""What the legend of the cost plot says of each line: names of three lengths, and a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.evaluations import MOST
from visualiser.cost_history import WINDOW
from visualiser.cost_plot.legend import Entry
from visualiser.cost_plot.lines import LINES
from visualiser.number_format import count


@dataclass(frozen=True)
class There:
    """What there is to be drawn.

    Attributes
    ----------
    window : int
        Steps that the average covers.
    has_classes : bool
        Whether an example can be read right or wrong at all.
    has_changes, has_branches, has_earlier : bool
    measured : int
        At how many ends of epochs the training accuracy is known.
    """

    window: int = WINDOW
    has_classes: bool = True
    has_changes: bool = False
    has_branches: bool = False
    has_earlier: bool = False
    measured: int = 0


def entries(there: There) -> dict[str, Entry]:
    """Those of the lines that there are, in order."""
    found = {
        "batch": _batch(),
        "average": average_entry(there.window),
        "test": _test(),
        "step": _step(),
    }
    if there.has_classes:
        found |= {"accuracy": _accuracy(), "training": _training(there)}
    if there.has_changes:
        found["changes"] = _changes()
    if there.has_branches:
        found["branches"] = _branches()
    if there.has_earlier:
        found["earlier"] = _earlier()
    return {kind.id: found[kind.id] for kind in LINES if kind.id in found}


def average_entry(window: int) -> Entry:
    """The moving average over so many steps: what it covers, and what it is at the start."""
    names = (
        _tr("average of the last {n} steps"),
        _tr("average of {n}"),
        _tr("mean {n}"),
    )
    long, short, shortest = (name.format(n=count(window)) for name in names)
    tip = _tr(
        "The mean of C over a step and the {before} steps before it, none after it: "
        "(C of step n−{before} + … + C of step n) / {n}. Before there are {n} steps, the mean of "
        "those there are."
    ).format(n=count(window), before=count(window - 1))
    return Entry((long, short, shortest), tip)


def _batch() -> Entry:
    return Entry(
        (_tr("every step's mini-batch"), _tr("mini-batch"), _tr("batch")),
        _tr("C of every step: the mean over the examples of its mini-batch, before the step."),
    )


def _test() -> Entry:
    return Entry(
        (_tr("test data after each epoch"), _tr("test C"), _tr("test C")),
        _tr(
            "C of the test data at the end of each epoch: the mean over all test examples. Of a "
            "run of more than {most} epochs not every one is kept, but some all along."
        ).format(most=count(MOST)),
    )


def _accuracy() -> Entry:
    return Entry(
        (_tr("test accuracy"), _tr("test accuracy"), _tr("test %")),
        _tr(
            "Test examples read right at the end of each epoch / all test examples; on the axis at "
            "the right, which always goes from 0 to 100 %."
        ),
    )


def _training(there: There) -> Entry:
    tip = _tr(
        "Training examples read right at the end of an epoch / all training examples; on the axis "
        "at the right. Measured only while it is shown, a few epochs at a time, since it takes "
        "time from training: {measured} by now."
    )
    return Entry(
        (_tr("training accuracy"), _tr("training accuracy"), _tr("train %")),
        tip.format(measured=count(there.measured)),
    )


def _step() -> Entry:
    return Entry(
        (_tr("the step you see"), _tr("this step"), _tr("step")),
        _tr("The step whose network the whole window shows."),
    )


def _changes() -> Entry:
    return Entry(
        (_tr("a change"), _tr("change"), _tr("change")),
        _tr("Where something was changed, as η or a weight; point at it to read what."),
    )


def _branches() -> Entry:
    return Entry(
        (_tr("other branches"), _tr("branches"), _tr("branches")),
        _tr(
            "C of the branches that the run is not on, each the mean over the last {n} steps. "
            "Point at one to read its name; click it to go there."
        ).format(n=count(WINDOW)),
    )


def _earlier() -> Entry:
    return Entry(
        (_tr("earlier runs"), _tr("earlier runs"), _tr("earlier")),
        _tr(
            "C of the runs before this one, since the program was started, each the mean over the "
            "last {n} steps. Point at one to read which."
        ).format(n=count(WINDOW)),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CostPanel", text)
