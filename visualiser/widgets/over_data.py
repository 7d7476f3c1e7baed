"""OverData: how a neuron's a is spread over the test examples, and which drive it furthest."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from visualiser.number_format import count
from visualiser.selection import Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.messages import RunDescription, ShownExample
from visualiser.training.neuron_questions import EXTREMES, OverTheData
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.example_button import ExampleButton
from visualiser.widgets.labels import label
from visualiser.widgets.over_data_rows import Axis, ClassRow
from visualiser.widgets.over_data_tips import least_tip, most_tip, scope_tip

# The share of a digit's examples that must do the same for it to be said of the digit.
_CLEARLY = 0.8
# Examples side by side.
_A_ROW = 6


class OverData(QWidget):
    """Histograms of a, one a digit, and the examples with the largest and the smallest a.

    Signals
    -------
    example_chosen (int)
        The test example of that index is to be shown.
    """

    example_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._found: OverTheData | None = None
        self._shown: ShownExample | None = None
        self._names: tuple[str, ...] = ()
        self._has_classes = self._is_of_digits = True
        self._summary = label("plain", wrap=True)
        self._summary.setToolTip(
            self.tr(
                "Said of a class where at least 80 % of its examples agree. Firing: a is in the "
                "upper 30 % of the range shown; silent: in the lower 30 %."
            )
        )
        # Two lines, whatever it says: what is below stays where it is while training.
        self._summary.setMinimumHeight(2 * self._summary.fontMetrics().lineSpacing() + 2)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scope = label("secondary", wrap=True)
        self._headings = label("secondary"), label("secondary")
        self._axis = Axis()
        self._rows: list[ClassRow] = []
        self._strips = QVBoxLayout()
        self._strips.setSpacing(0)
        self._most = self._buttons()
        self._least = self._buttons()
        self._assemble()
        self._tell_kind()
        self._blank()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._axis.set_theme(theme)
        for row in self._rows:
            row.set_theme(theme)
        for button in self._extremes():
            button.set_theme(theme)

    def follow(self, snapshot: Snapshot, neuron: Neuron) -> None:
        """Mark what is shown now, and blank what is of another neuron, until it is answered."""
        self._shown = snapshot.progress.example
        found, classes = self._found, _row_count(snapshot)
        self._name_by(snapshot.description)
        # The digits, as well, are others once there is a run on other data.
        if found is not None and (neuron, classes) != (
            Neuron(found.layer, found.neuron),
            len(found.counts),
        ):
            self._blank()
        self._fill_rows(classes)
        self._mark()

    def show_answer(self, found: OverTheData, snapshot: Snapshot) -> None:
        """Show how a is spread."""
        self._found, self._shown = found, snapshot.progress.example
        self._show_found(found)
        self._mark()

    def _name_by(self, description: RunDescription) -> None:
        """Call the rows as this run's classes are called, once they are called otherwise."""
        call = description.class_names, description.has_classes, description.shows_digits
        if call != (self._names, self._has_classes, self._is_of_digits):
            self._names, self._has_classes, self._is_of_digits = call
            self._fill_rows(0)
            self._axis.set_named(bool(self._names))
            self._tell_kind()
            self._blank()

    def _name(self, label: int | None) -> str:
        if label is None:
            return ""
        return self._names[label] if label < len(self._names) else str(label)

    def write_numbers(self) -> None:
        """Write them in the present style."""
        if self._found is not None:
            self._show_found(self._found)

    def _show_found(self, found: OverTheData) -> None:
        self._summary.setText(self._sentence(found))
        self._scope.setText(self._scope_text(found))
        self._fill_rows(len(found.counts))
        self._show_spread(found)
        for buttons, extremes in ((self._most, found.most), (self._least, found.least)):
            for place, button in enumerate(buttons):
                extreme = extremes[place] if place < len(extremes) else None
                button.show_extreme(extreme, "" if extreme is None else self._name(extreme.label))

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._scope)
        column.addWidget(self._summary)
        column.addLayout(self._strips)
        column.addWidget(self._axis)
        texts = self.tr("Fires it most"), self.tr("Fires it least")
        for heading, text, buttons in zip(
            self._headings, texts, (self._most, self._least), strict=True
        ):
            heading.setText(text)
            heading.setAlignment(Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(4)
            column.addWidget(heading)
            row = QGridLayout()
            row.setSpacing(3)
            for place in range(_A_ROW):
                row.setColumnStretch(place, 1)
            for place, button in enumerate(buttons):
                row.addWidget(button, *divmod(place, _A_ROW))
            column.addLayout(row)

    def _tell_kind(self) -> None:
        # Of no class there is nothing to say.
        self._summary.setVisible(self._has_classes)
        self._scope.setToolTip(scope_tip(self._has_classes))
        for heading, tip in zip(self._headings, (most_tip, least_tip), strict=True):
            heading.setToolTip(tip(self._has_classes))

    def _blank(self) -> None:
        self._found = None
        self._summary.setText("")
        self._scope.setText(self.tr("The test examples are being gone through."))
        self._show_spread(None)
        for button in self._extremes():
            button.show_extreme(None)

    def _extremes(self) -> tuple[ExampleButton, ...]:
        return (*self._most, *self._least)

    def _show_spread(self, found: OverTheData | None) -> None:
        self._axis.show_found(found)
        for row in self._rows:
            row.show_found(found)

    def _buttons(self) -> list[ExampleButton]:
        buttons = [ExampleButton() for _ in range(EXTREMES)]
        for button in buttons:
            button.clicked.connect(self._choose)
        return buttons

    def _fill_rows(self, classes: int) -> None:
        for row in self._rows[classes:]:
            self._strips.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self._rows[classes:]
        for digit in range(len(self._rows), classes):
            name = self._names[digit] if digit < len(self._names) else ""
            row = ClassRow(digit if self._has_classes else None, name, self._is_of_digits)
            row.set_theme(self._theme)
            self._strips.addWidget(row)
            self._rows.append(row)

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, ExampleButton) and button.extreme is not None:
            self.example_chosen.emit(button.extreme.index)

    def _mark(self) -> None:
        shown = self._shown
        for row in self._rows:
            is_of = shown is not None and shown.label is not None and row.digit == shown.label
            row.set_marked(is_of)
        for button in self._extremes():
            button.set_marked(
                shown is not None
                and shown.split == "test"
                and button.extreme is not None
                and button.extreme.index == shown.index
            )

    def _scope_text(self, found: OverTheData) -> str:
        if found.count == found.total:
            text = self.tr("How a is spread over {count} test examples.")
        else:
            text = self.tr("How a is spread over {count} of {total} test examples.")
        return text.format(count=count(found.count), total=count(found.total))

    def _sentence(self, found: OverTheData) -> str:
        """What is plain about the neuron; nothing where nothing is.

        A digit is named where at least 80 % of its examples do the same: the neuron *fires* for
        it where their a lies in the upper 30 % of what σ can give (or, for a σ without an upper
        bound, of what occurs), and is *silent* in the lower 30 %. Where a can be below 0, it
        says for which digits a is above 0 and for which it is below. Of a bias outside σ that
        is above 0, of data without classes, and where no digit is named, it says nothing.
        """
        if found.edges[0] > 0 or not found.count or not self._has_classes:
            return ""
        fires = np.flatnonzero(found.firing >= _CLEARLY)
        silent = np.flatnonzero(found.silent >= _CLEARLY)
        occurring = int(np.isfinite(found.means).sum())
        words = self._signed_words() if found.is_signed else self._firing_words()
        both, others_low, only_up, only_down, all_up, all_down = words
        if len(fires) == occurring:
            return all_up
        if len(silent) == occurring:
            return all_down
        if len(fires) and len(silent):
            is_split = len(fires) + len(silent) == occurring and len(silent) > 1
            text = others_low if is_split else both
        else:
            text = only_up if len(fires) else only_down if len(silent) else ""
        return text.format(up=self._listed(fires.tolist()), down=self._listed(silent.tolist()))

    def _firing_words(self) -> tuple[str, ...]:
        return (
            self.tr("It fires for {up} and stays silent for {down}."),
            self.tr("It fires for {up} and stays silent for all others."),
            self.tr("It fires for {up}."),
            self.tr("It stays silent for {down}."),
            self.tr("It fires for every class."),
            self.tr("It stays silent for every class."),
        )

    def _signed_words(self) -> tuple[str, ...]:
        return (
            self.tr("Its a is above 0 for {up} and below 0 for {down}."),
            self.tr("Its a is above 0 for {up} and below 0 for all others."),
            self.tr("Its a is above 0 for {up}."),
            self.tr("Its a is below 0 for {down}."),
            self.tr("Its a is above 0 for every class."),
            self.tr("Its a is below 0 for every class."),
        )

    def _listed(self, digits: list[int]) -> str:
        """Digits as one lists them: 0, 6 and 8."""
        names = [self._name(digit) for digit in digits]
        if len(names) < 2:
            return "".join(names)
        return self.tr("{some} and {last}").format(
            some=self.tr(", ", "between two of several digits").join(names[:-1]), last=names[-1]
        )


def _row_count(snapshot: Snapshot) -> int:
    """A row for each class, of which one output alone tells two; without classes, one row."""
    return max(2, snapshot.sizes[-1]) if snapshot.description.has_classes else 1
