"""Rows that are more than a number or a name: a thing with settings, a limit, an order."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from core.errors import SettingError
from visualiser.number_format import count
from visualiser.recipe_dialog.rows import CONTROL, NAME, DraftField, Row, choice_box
from visualiser.recipe_dialog.words import setting_words
from visualiser.recipe_words import readable
from visualiser.widgets.labels import label
from visualiser.widgets.number_field import mark_invalid

_SEEDS = 1_000_000


class ThingRow(Row):
    """One of a table's dataclasses: a box of their names, and below it the settings of one.

    Parameters
    ----------
    grid : QGridLayout
    name, tip : str
    table : mapping
        OPTIMISERS or SCHEDULES.
    tell : callable
        What is said below it of a thing that is chosen.
    """

    def __init__(
        self,
        grid: QGridLayout,
        name: str,
        tip: str,
        table: Mapping[str, type[Any]],
        tell: Callable[[Any], str],
    ) -> None:
        super().__init__(grid, name, tip)
        self._table, self._tell = table, tell
        self._box = choice_box(name, tip, {key: readable(key) for key in table})
        self._box.activated.connect(self._choose_kind)
        self._place(self._box)
        self._formula = label("secondary", wrap=True)
        self._formula.setToolTip(tip)
        grid.addWidget(self._formula, grid.rowCount(), NAME, 1, 2)
        most = max(len(fields(kind)) for kind in table.values())
        self._settings = [self._new_setting() for _ in range(most)]

    def put(self, value: Any) -> None:
        """Show that this is chosen."""
        self._box.setCurrentIndex(self._box.findData(value.name))
        self._formula.setText(self._tell(value))
        names = [field.name for field in fields(value)]
        for place, (beside, field) in enumerate(self._settings):
            is_there = place < len(names)
            beside.setVisible(is_there)
            field.setVisible(is_there)
            if is_there:
                words, tip = setting_words(value.name, names[place])
                beside.setText(words)
                field.setAccessibleName(words)
                field.setToolTip(tip)
                beside.setToolTip(tip)
                field.put(getattr(value, names[place]))

    def value(self) -> Any:
        """What is chosen; SettingError where a setting cannot be used."""
        kind = self._kind
        names = [field.name for field in fields(kind)]
        numbers = (field.number() for _, field in self._settings[: len(names)])
        return kind(**dict(zip(names, numbers, strict=True)))

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        """The settings that cannot be used as they are; the box where none alone is to blame."""
        kind = self._kind
        wrong = [
            field
            for (_, field), setting in zip(self._settings, fields(kind), strict=False)
            if not _is_fit(kind, setting.name, field)
        ]
        return (*wrong,) or (self._box,)

    def refuse(self, why: str) -> None:
        """Mark what is to blame, and say why below."""
        for control in (self._box, *(field for _, field in self._settings)):
            mark_invalid(control, False)
        super().refuse(why)

    @property
    def _kind(self) -> type[Any]:
        return self._table[str(self._box.currentData())]

    @Slot()
    def _choose_kind(self) -> None:
        kind = self._kind
        self.put(self.present if type(self.present) is kind else kind())
        self.note_choice()

    def _new_setting(self) -> tuple[QLabel, DraftField]:
        beside, field = QLabel(), DraftField("", "")
        beside.setBuddy(field)
        field.edited.connect(self.note_choice)
        line = self._grid.rowCount()
        self._grid.addWidget(beside, line, NAME)
        self._grid.addWidget(field, line, CONTROL, Qt.AlignmentFlag.AlignLeft)
        return beside, field


def _is_fit(kind: type[Any], name: str, field: DraftField) -> bool:
    """Whether a thing of that kind can have that setting, as far as it alone tells."""
    try:
        kind(**{name: field.number()})
    except SettingError:
        return False
    return True


class LimitRow(Row):
    """A number, or none."""

    def __init__(self, grid: QGridLayout, name: str, tip: str, usual: float) -> None:
        super().__init__(grid, name, tip)
        self._usual = usual
        self._switch = QCheckBox(self.tr("to at most"))
        self._switch.setAccessibleName(name)
        self._switch.setToolTip(tip)
        self._switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._field = DraftField(self.tr("The longest that g may be"), tip)
        self._switch.clicked.connect(self._take_switch)
        self._field.edited.connect(self.note_choice)
        self._place(self._switch, self._field)

    def put(self, value: float | None) -> None:
        """Show that this is chosen."""
        self._switch.setChecked(value is not None)
        self._field.put(self._usual if value is None else value)
        self._field.setEnabled(value is not None)

    def value(self) -> float | None:
        """What is chosen; SettingError where it is no number."""
        return self._field.number() if self._switch.isChecked() else None

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        return (self._field,)

    @Slot()
    def _take_switch(self) -> None:
        self._field.setEnabled(self._switch.isChecked())
        self.note_choice()


class OrderRow(Row):
    """The seed of an order of the examples, or none for the run's own."""

    def __init__(self, grid: QGridLayout, name: str, tip: str) -> None:
        super().__init__(grid, name, tip)
        self._order: int | None = None
        self._told = label("plain")
        self._told.setToolTip(tip)
        self._place(self._told)
        self._draw = self._button(
            self.tr("Draw another order"),
            self.tr("Use the examples in another random order, in what is left of the epoch too."),
        )
        self._own = self._button(
            self.tr("The run's own"), self.tr("Use the order that the run's seed decides.")
        )
        self._draw.clicked.connect(self._draw_another)
        self._own.clicked.connect(self._take_own)
        self._name.setBuddy(self._draw)

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """To be placed below it."""
        return self._draw, self._own

    def put(self, value: int | None) -> None:
        """Show that this is chosen."""
        self._order = value
        self._own.setEnabled(value is not None)
        self._told.setText(
            self.tr("the run's own")
            if value is None
            else self.tr("another one, number {number}").format(number=count(value))
        )

    def value(self) -> int | None:
        """What is chosen."""
        return self._order

    @Slot()
    def _draw_another(self) -> None:
        self.put(secrets.randbelow(_SEEDS))
        self.note_choice()

    @Slot()
    def _take_own(self) -> None:
        self.put(None)
        self.note_choice()

    def _button(self, text: str, tip: str) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName("chip")
        made.setAutoDefault(False)
        made.setToolTip(tip)
        return made
