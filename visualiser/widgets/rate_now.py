"""RateNow: what a schedule makes of the learning rate."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from visualiser.number_format import plain, significant
from visualiser.recipe_words import readable
from visualiser.training.messages import Progress
from visualiser.widgets.labels import tabular

_SMALL = 11  # pixels of its text


class RateNow(QLabel):
    """What a schedule makes of η; there only where a schedule makes something of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("secondary")
        font = tabular(self.font())
        font.setPixelSize(_SMALL)
        self.setFont(font)
        self._place: QAction | None = None
        self._is_wanted, self._has_schedule = True, False

    def set_wanted(self, is_wanted: bool) -> None:
        """Be there where there is a schedule, or not at all."""
        self._is_wanted = is_wanted
        if self._place is not None:
            self._place.setVisible(is_wanted and self._has_schedule)

    def place(self, place: QAction) -> None:
        """Where it is in the bar; it hides there."""
        self._place = place
        place.setVisible(False)

    def show_rate(self, progress: Progress) -> None:
        """Show η of the next step."""
        self._has_schedule = progress.recipe.schedule.name != "constant"
        is_there = self._has_schedule and self._is_wanted
        if self._place is not None and self._place.isVisible() != is_there:
            self._place.setVisible(is_there)
        if not is_there:
            return
        text = self.tr("→ {rate}")
        rate = progress.next_learning_rate
        digits = 3 if rate >= 0.001 else 2
        self.setText(text.format(rate=significant(rate, digits, sign=False)))
        # As wide as the widest, so that nothing beside it moves while η falls.
        samples = (text.format(rate=sample) for sample in ("0.00000", "8.8×10⁻⁸"))
        self.setMinimumWidth(max(map(self.fontMetrics().horizontalAdvance, samples)))
        self.setToolTip(
            self.tr(
                "η of the next step: the schedule {schedule} makes it of the η that is set, {rate}."
            ).format(
                schedule=readable(progress.recipe.schedule.name),
                rate=plain(progress.learning_rate),
            )
        )
