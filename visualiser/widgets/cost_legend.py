"""The legend of the cost plot: every curve that is there, explained beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from visualiser.cost_history import WINDOW
from visualiser.theme import Theme


@dataclass(frozen=True)
class Drawn:
    """What the plot shows beside what it always shows.

    Attributes
    ----------
    has_test_line : bool
        Whether the test results are a line and no dots.
    has_changes, has_branches : bool
    """

    has_test_line: bool = False
    has_changes: bool = False
    has_branches: bool = False


def legends(theme: Theme, drawn: Drawn) -> tuple[str, str]:
    """The legend at length and in short, as HTML."""
    return (
        _legend(
            theme,
            drawn,
            (
                _tr("every step's mini-batch"),
                _tr("average of the last {n} steps").format(n=WINDOW),
                _tr("test data after each epoch"),
                _tr("the step you see"),
                _tr("a change"),
                _tr("other branches"),
            ),
        ),
        _legend(
            theme,
            drawn,
            (
                _tr("mini-batch"),
                _tr("average of {n}").format(n=WINDOW),
                _tr("test data"),
                _tr("this step"),
                _tr("change"),
                _tr("branches"),
            ),
        ),
    )


def _legend(theme: Theme, drawn: Drawn, names: tuple[str, ...]) -> str:
    marks = (
        (theme.positive, "─", True),
        (theme.text, "─", True),
        (theme.right, "─" if drawn.has_test_line else "●", True),
        (theme.selected, "│", True),
        (theme.negative, "╵", drawn.has_changes),
        (theme.secondary, "─", drawn.has_branches),
    )
    return " &nbsp; ".join(
        f'<span style="color: {colour}">{mark}</span> {name}'
        for (colour, mark, is_there), name in zip(marks, names, strict=True)
        if is_there
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CostPanel", text)
