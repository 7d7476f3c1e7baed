"""PresetRow: networks that many begin with, in a box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from core.run_settings import RunSettings
from visualiser.new_network.presets import presets
from visualiser.widgets.labels import label

_GAP = 8


class PresetRow(QWidget):
    """A box of them; it names the one that is chosen, or says that it is none of them.

    Attributes
    ----------
    title : QLabel
        What stands before it.

    Signals
    -------
    preset_chosen (Preset)
    """

    preset_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets = presets()
        self._box, self._told = QComboBox(), label("secondary", wrap=True)
        self.title, tip = QLabel(self.tr("Network")), self.tr("Networks that many begin with.")
        self.title.setToolTip(tip)
        self.title.setBuddy(self._box)
        for place, preset in enumerate(self._presets):
            self._box.addItem(preset.title, preset.id)
            self._box.setItemData(place, preset.tip, Qt.ItemDataRole.ToolTipRole)
        self._box.setPlaceholderText(self.tr("your own choice"))
        self._box.setCurrentIndex(-1)
        self._box.setAccessibleName(self.tr("Network"))
        self._box.setToolTip(tip)
        self._box.activated.connect(self._tell)
        self._told.setToolTip(self.tr("What is special about the chosen one."))
        # What stands below stays where it is, whether this takes one line or two.
        self._told.setMinimumHeight(2 * self._told.fontMetrics().lineSpacing())
        self.setFocusProxy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.title)
        row.addWidget(self._box)
        row.addWidget(self._told, 1)

    def show_choice(self, settings: RunSettings | None, hidden: tuple[int, ...]) -> None:
        """Name the preset that has these settings; None where they cannot be used."""
        found = -1
        if settings is not None:
            fits = (
                place for place, one in enumerate(self._presets) if one.is_chosen(settings, hidden)
            )
            found = next(fits, -1)
        self._box.setCurrentIndex(found)
        self._told.setText(self._presets[found].tip if found >= 0 else "")

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.preset_chosen.emit(self._presets[place])
