"""Rows that every dialog has in which it is chosen what a step does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.errors import SettingError
from core.optimisers import OPTIMISERS, Optimiser
from core.schedules import SCHEDULES, Schedule
from visualiser.number_format import plain
from visualiser.recipe_dialog.more_rows import LimitRow, ThingRow
from visualiser.recipe_dialog.rows import NumberRow
from visualiser.recipe_words import formula_text
from visualiser.widgets.labels import label

# A limit that somebody might begin with.
_USUAL_LIMIT = 1.0


def optimiser_tip() -> str:
    """What an optimiser is."""
    return _tr("The optimiser: how a step is made of the gradient g, as the formula says.")


def optimiser_row(grid: QGridLayout) -> ThingRow:
    """The optimiser and its settings."""

    def tell(optimiser: Optimiser) -> str:
        return f"W ← W − {formula_text(optimiser.formula)}"

    return ThingRow(grid, _tr("Optimiser"), optimiser_tip(), OPTIMISERS, tell)


def rate_row(grid: QGridLayout, *beside: QWidget) -> NumberRow:
    """η."""
    return NumberRow(
        grid, "η", _tr("The learning rate η: how far a step goes, before the schedule."), *beside
    )


def schedule_tip() -> str:
    """What a schedule is."""
    return _tr("The schedule: what becomes of η as the epochs go by, as the formula says.")


def schedule_row(grid: QGridLayout) -> ThingRow:
    """The schedule and its settings."""

    def tell(schedule: Schedule) -> str:
        if schedule.name == "constant":
            return _tr("η stays as it is set.")
        text = _tr("{formula}, where e is the epochs gone by since it was chosen")
        return text.format(formula=formula_text(schedule.formula))

    return ThingRow(grid, _tr("Schedule"), schedule_tip(), SCHEDULES, tell)


def penalty_row(grid: QGridLayout, name: str) -> NumberRow:
    """One of the penalties: ``name`` is "l1" or "l2"."""
    if name == "l1":
        title = _tr("L1 penalty")
        tip = _tr("Pulls every W towards 0 by as much: g is ∂C/∂W + l1 · sign W; 0 is none.")
    else:
        title = _tr("L2 penalty")
        tip = _tr("Pulls every W towards 0, a large one more: g is ∂C/∂W + l2 · W; 0: none.")
    return NumberRow(grid, title, tip)


def clip_row(grid: QGridLayout) -> LimitRow:
    """The longest that a gradient may be, if there is a limit."""
    tip = _tr("Where ‖g‖ of the whole network is above this, g is shortened to it.")
    return LimitRow(grid, _tr("Clip ‖g‖"), tip, _USUAL_LIMIT)


class UsualRate:
    """Tells which η usually suits all else, and has η follow that where it was that before.

    Parameters
    ----------
    usual : callable
        That η; None where it cannot be told.

    Attributes
    ----------
    note : QLabel
        Says which it is; to stand beside the row of η.
    """

    def __init__(self, usual: Callable[[], float | None]) -> None:
        self._usual = usual
        self._suits: float | None = None
        self.note: QLabel = label("secondary")
        self.note.setToolTip(
            _tr("A η that suits this optimiser and these σ, with mini-batches of 10.")
        )

    def begin(self) -> None:
        """Note which it is now."""
        self._suits = self._usual()
        self._tell()

    def lead(self, rate: NumberRow) -> None:
        """After another choice: let η follow it, where it was what usually suits."""
        suits = self._usual()
        if suits is not None and suits != self._suits:
            if _number_in(rate) == self._suits:
                rate.put(suits)
                rate.mark()
            self._suits = suits
        self._tell()

    def _tell(self) -> None:
        text = _tr("usually {rate}")
        self.note.setText("" if self._suits is None else text.format(rate=plain(self._suits)))


def _number_in(row: NumberRow) -> float | None:
    """What stands there, None where it is no number."""
    try:
        return row.value()
    except SettingError:
        return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepRows", text)
