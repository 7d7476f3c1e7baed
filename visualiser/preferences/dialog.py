"""PreferencesDialog: all that can be chosen about the program, taking effect at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from visualiser.network_view.options_parts import Form
from visualiser.preferences.rows import Row, add_row
from visualiser.setting_kinds import translated
from visualiser.settings import Settings
from visualiser.theme import Theme
from visualiser.widgets.first_size import open_with

_MARGIN, _GAP, _BETWEEN = 16, 12, 8
_WIDTH, _HIGHEST = 456, 720


class PreferencesDialog(QDialog):
    """A row for every setting that has a title, under the headings of their sections.

    Parameters
    ----------
    settings : Settings
    parent : QWidget, optional

    Signals
    -------
    setting_changed (str)
        The setting of this name has another value, which is remembered already.
    """

    setting_changed = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self._settings = settings
        self._form = Form()
        self._form.setVerticalSpacing(_BETWEEN)
        self._rows: dict[str, Row] = {}
        self._add_rows()
        self._reset = QPushButton(self.tr("Reset all"))
        self._reset.setToolTip(self.tr("Puts all of this back to what it was at first."))
        self._reset.clicked.connect(self._put_back)
        self._close = QPushButton(self.tr("Close"))
        self._close.setToolTip(self.tr("Closes this; what you have chosen holds already."))
        self._close.clicked.connect(self.close)
        self._assemble()
        self.show_values()

    @Slot()
    def show_values(self) -> None:
        """Show what holds now."""
        for name, row in self._rows.items():
            row.show_value(getattr(self._settings, name))
        self._dress_reset()

    def set_theme(self, theme: Theme) -> None:
        """Show colours in this theme."""
        for row in self._rows.values():
            row.set_theme(theme)

    # ---------------------------------------------------------------- inside

    def _add_rows(self) -> None:
        section = None
        for name, setting in self._settings.table().items():
            if setting.section is None:
                continue
            if setting.section != section:
                section = setting.section
                self._form.add_heading(translated(section.title)).setToolTip(
                    translated(section.tip)
                )
            row = self._rows[name] = add_row(self._form, setting)
            row.chosen.connect(partial(self._choose, name))

    def _assemble(self) -> None:
        panel = QWidget()
        panel.setObjectName("panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, _GAP, 0)
        column.addLayout(self._form)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidget(panel)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside = scrolled.verticalScrollBar().sizeHint().width()
        scrolled.setMinimumWidth(panel.minimumSizeHint().width() + beside)
        foot = QHBoxLayout()
        # As far from the right edge as the rows, beside which a scroll bar may stand.
        foot.setContentsMargins(0, 0, _GAP, 0)
        for button in (self._reset, self._close):
            button.setObjectName("chip")
            button.setAutoDefault(False)
        foot.addWidget(self._reset)
        foot.addStretch(1)
        foot.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, _MARGIN, _MARGIN - _GAP, _MARGIN)
        outer.setSpacing(_GAP)
        outer.addWidget(scrolled, 1)
        outer.addLayout(foot)
        rows = column.totalHeightForWidth(_WIDTH - 2 * _MARGIN + _GAP)
        height = rows + foot.sizeHint().height() + 2 * _GAP + 2 * _MARGIN
        open_with(self, _WIDTH, min(_HIGHEST, height))

    def _choose(self, name: str, value: object) -> None:
        if value == getattr(self._settings, name):
            return
        setattr(self._settings, name, value)
        self._settings.save()
        self.setting_changed.emit(name)
        # Numbers may be written in another way now.
        self.show_values()

    @Slot()
    def _put_back(self) -> None:
        differing = self._differing()
        self._settings.reset(differing)
        self._settings.save()
        for name in differing:
            self.setting_changed.emit(name)
        self.show_values()

    def _differing(self) -> list[str]:
        table, settings = self._settings.table(), self._settings
        return [name for name in self._rows if getattr(settings, name) != table[name].default]

    def _dress_reset(self) -> None:
        self._reset.setEnabled(bool(self._differing()))
