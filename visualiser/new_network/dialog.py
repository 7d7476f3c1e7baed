"""NewNetworkDialog: a new network is put together, and a run begun with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.datasets.finding import Found
from core.errors import SettingError
from core.run_settings import RunSettings
from visualiser.data.dialog import DataDialog
from visualiser.data.new_run import settings_for, usual_hidden, usual_hidden_for
from visualiser.new_network.data_row import DataRow
from visualiser.new_network.facts import DataFacts
from visualiser.new_network.foot import Foot
from visualiser.new_network.form import NetworkForm
from visualiser.new_network.layers_box import LayersBox
from visualiser.new_network.preset_row import PresetRow
from visualiser.new_network.presets import Preset, in_full, usual_settings
from visualiser.new_network.summary import Summary
from visualiser.theme import DARK, Theme
from visualiser.widgets.first_size import open_with
from visualiser.widgets.labels import line

_SIZE, _SMALLEST, _FORM, _SUMMARY = (980, 600), (860, 560), 390, 100
_MARGIN, _GAP, _WIDE_GAP = 16, 8, 16


class NewNetworkDialog(QDialog):
    """Above the data, at the left all that is chosen, at the right the layers.

    The present run is left alone until the button is pressed.

    Signals
    -------
    chosen (RunSettings)
        What the new run is to begin with.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_network_dialog")
        self.setWindowTitle(self.tr("New network"))
        self.setMinimumSize(*_SMALLEST)
        self._theme = DARK
        self._present = RunSettings()
        self._present_facts: DataFacts | None = None
        self._facts: DataFacts | None = None
        self._data_dialog: DataDialog | None = None
        self._presets, self._data = PresetRow(), DataRow()
        self._form, self._box, self._summary = NetworkForm(), LayersBox(), Summary()
        self._drawing = self._box.drawing
        self._foot = Foot()
        self._assemble()
        self._connect()
        open_with(self, *_SIZE)

    def open_for(
        self, present: RunSettings, facts: DataFacts, chosen: RunSettings | None = None
    ) -> None:
        """Open, for a run that does this with such data: that is where it starts.

        Unless something was chosen before and has come to nothing: then with that.
        """
        hidden = (present.layers or (0, *usual_hidden(facts), 0))[1:-1]
        self._present, self._present_facts = in_full(present, len(hidden)), facts
        self._form.compare_with(self._present)
        self._drawing.put(hidden)
        self._facts = facts
        self._data.begin_with(facts)
        if chosen is not None and chosen.layers is not None:
            self._show_all(chosen, chosen.layers[1:-1])
        self.open()
        self._presets.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._drawing.set_theme(theme)
        if self._data_dialog is not None:
            self._data_dialog.set_theme(theme)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at nothing that nobody waits for."""
        super().hideEvent(event)
        self._data.stop()

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        titles = self._presets.title, self._data.title
        for title in titles:
            title.setMinimumWidth(max(one.sizeHint().width() for one in titles))
        middle = QHBoxLayout()
        middle.setSpacing(_WIDE_GAP)
        middle.addWidget(self._make_left())
        middle.addWidget(_upright_line())
        middle.addLayout(self._make_right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(self._presets)
        column.addWidget(self._data)
        column.addWidget(line())
        column.addLayout(middle, 1)
        column.addWidget(line())
        column.addWidget(self._foot)

    def _make_left(self) -> QWidget:
        scrolled = QScrollArea()
        scrolled.setFixedWidth(_FORM)
        _scroll(scrolled, self._form)
        return scrolled

    def _make_right(self) -> QVBoxLayout:
        below = QScrollArea()
        _scroll(below, self._summary)
        below.setMinimumHeight(_SUMMARY)
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        column.addWidget(self._box, 1)
        column.addWidget(below, 1)
        return column

    def _connect(self) -> None:
        self._presets.preset_chosen.connect(self._take_preset)
        self._data.changed.connect(self._take_data)
        self._data.choosing_asked.connect(self._open_data)
        self._form.chosen.connect(self._show_choice)
        self._drawing.inserted.connect(self._form.insert_layer)
        self._drawing.removed.connect(self._form.remove_layer)
        self._drawing.changed.connect(self._show_choice)
        self._foot.usual_asked.connect(self._take_usual)
        self._foot.present_asked.connect(self._take_present)
        self._foot.cancelled.connect(self.reject)
        self._foot.begun.connect(self._tell)

    # ---------------------------------------------------------------- data

    @Slot()
    def _take_data(self) -> None:
        """There are other data, or they are not known yet."""
        facts, before = self._data.facts, self._facts
        self._drawing.show_ends(None if facts is None else (facts.inputs, facts.outputs))
        self._form.show_train_count(None if facts is None else facts.train_count)
        if facts is not None:
            if facts.source != self._form.data:
                self._adapt(facts, before)
            self._facts = facts
        self._show_choice()

    def _adapt(self, facts: DataFacts, before: DataFacts | None) -> None:
        """Choose what suits other data, where what was usual for those before was chosen."""
        hidden = self._drawing.hidden
        try:
            chosen = self._form.settings(None)
        except SettingError:
            # What is typed there stays, to be put right.
            self._form.data = facts.source
            return
        if before is not None and hidden == usual_hidden(before):
            hidden = usual_hidden(facts)
        layers = (facts.inputs, *hidden, facts.outputs)
        self._drawing.put(hidden)
        self._form.show_settings(in_full(settings_for(chosen, facts, layers), len(hidden)))

    @Slot()
    def _open_data(self) -> None:
        if self._data_dialog is None:
            self._data_dialog = DataDialog(self, only_data=True)
            self._data_dialog.set_theme(self._theme)
            self._data_dialog.picked.connect(self._take_found)
        self._data_dialog.open_for(self._present)

    @Slot(object)
    def _take_found(self, found: Found) -> None:
        self._data.take(found)

    # ---------------------------------------------------------------- all at once

    @Slot(object)
    def _take_preset(self, preset: Preset) -> None:
        self._show_all(preset.settings(self._data.source), preset.hidden)

    @Slot()
    def _take_usual(self) -> None:
        source = self._data.source
        hidden = usual_hidden_for(source)
        self._show_all(usual_settings(source, len(hidden)), hidden)

    @Slot()
    def _take_present(self) -> None:
        facts = self._present_facts
        if facts is not None:
            layers = self._present.layers or (0, *usual_hidden(facts), 0)
            self._show_all(self._present, layers[1:-1])

    def _show_all(self, settings: RunSettings, hidden: tuple[int, ...]) -> None:
        self._form.show_settings(settings)
        self._drawing.put(hidden)
        if settings.data != self._data.source or self._data.facts is None:
            self._data.choose(settings.data)
        else:
            self._show_choice()

    # ---------------------------------------------------------------- what is chosen

    def _layers(self) -> tuple[int, ...] | None:
        return self._box.layers(self._data.facts is not None)

    def _chosen(self) -> RunSettings | None:
        """What is chosen, None where something of it cannot be used."""
        layers = self._layers()
        if layers is None or self._form.problems:
            return None
        return self._form.settings(layers)

    @Slot()
    def _show_choice(self) -> None:
        """Count, estimate and warn anew, and say whether it can begin."""
        settings = self._chosen()
        self._summary.show_choice(settings, self._layers(), self._data.facts)
        # Which network it is can be told before it is known what the data are.
        chosen = None if self._form.problems else self._form.settings(None)
        self._presets.show_choice(chosen, self._drawing.hidden)
        self._foot.show_reason(self._why_not())

    def _why_not(self) -> str:
        problems = [self.tr("Data")] if self._data.is_refused else []
        problems.extend(self._form.problems)
        if self._box.is_refused:
            problems.append(self.tr("Layers"))
        if problems:
            return self.tr("To be put right first: {fields}.").format(fields=", ".join(problems))
        return "" if self._data.facts is not None else self.tr("The data are still being read.")

    @Slot()
    def _tell(self) -> None:
        """Tell what the new run begins with."""
        settings = self._chosen()
        if settings is not None:
            self.accept()
            self.chosen.emit(settings)


def _scroll(area: QScrollArea, content: QWidget) -> None:
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)


def _upright_line() -> QFrame:
    made = QFrame()
    made.setObjectName("upright")
    made.setFixedWidth(1)
    return made
