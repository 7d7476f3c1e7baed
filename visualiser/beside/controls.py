"""Controls: the one strip that moves both runs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from visualiser.commands.actions import dress
from visualiser.number_format import count
from visualiser.resources import icon
from visualiser.theme import DARK, Theme
from visualiser.widgets.bar_button import BarButton
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import label, tabular
from visualiser.widgets.number_field import NumberField
from visualiser.widgets.speed_box import SpeedBox

_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_ICON_AND_TEXT = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class Controls(QWidget):
    """Between the networks and their curves: the digit, play and steps, speed, and the way out.

    Parameters
    ----------
    actions : dict of QAction
        By id: start, back, play, step, newest, previous_example, next_example.

    Signals
    -------
    step_entered (int)
        Both are to be at this step.
    speed_chosen (float or None)
        Steps a second; None for as fast as it goes.
    text_refused (str)
        A sentence: what was typed is no step.
    other_asked
        Something else is to be compared.
    """

    step_entered = Signal(int)
    speed_chosen = Signal(object)
    text_refused = Signal(str)
    other_asked = Signal()

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._theme = DARK
        self._is_playing = False
        self._step = NumberField(
            self.tr("Step"), self.tr("The step that both are at; type one to go there."), 76
        )
        self._step.set_whole()
        self._step.value_entered.connect(self._give_step)
        self._step.text_refused.connect(self._refuse)
        self._speed = SpeedBox(self.tr("How many gradient steps a second while both play."))
        self._speed.currentIndexChanged.connect(self._give_speed)
        self._rate = FittingLabel()
        self._rate.setObjectName("secondary")
        self._rate.setFont(tabular(self._rate.font()))
        self._rate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._other = QPushButton(self.tr("Other runs …"))
        self._other.setObjectName("chip")
        self._other.setToolTip(self.tr("Close this comparison and choose what to compare instead."))
        self._other.clicked.connect(self.other_asked)
        self._play = self._button("play", _ICON_AND_TEXT)
        self._play.setObjectName("primary")
        self._assemble()

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(4)
        digit = label("secondary", self.tr("Shown"))
        digit.setToolTip(self.tr("Both networks are shown the same example."))
        row.addWidget(digit)
        row.addSpacing(4)
        row.addWidget(self._button("previous_example", _ICON_ONLY))
        row.addWidget(self._button("next_example", _ICON_ONLY))
        row.addStretch(1)
        row.addWidget(self._button("start", _ICON_ONLY))
        row.addWidget(self._button("back", _ICON_ONLY))
        row.addWidget(self._play)
        row.addWidget(self._button("step", _ICON_ONLY))
        row.addWidget(self._button("newest", _ICON_ONLY))
        for text, field in ((self.tr("Step"), self._step), (self.tr("Speed"), self._speed)):
            beside = label("secondary", text)
            beside.setContentsMargins(8, 0, 2, 0)
            beside.setBuddy(field)
            beside.setToolTip(field.toolTip())
            row.addWidget(beside)
            row.addWidget(field)
        row.addWidget(self._rate, 1)
        row.addSpacing(8)
        row.addWidget(self._other)

    # ---------------------------------------------------------------- what it shows

    def show_place(self, position: int, newest: int, is_playing: bool, rate: float) -> None:
        """Show where both are, and how fast they go on."""
        self._step.show_value(position)
        for name in ("start", "back"):
            self._actions[name].setEnabled(position > 0)
        self._actions["newest"].setEnabled(position < newest)
        text = self.tr("{speed} steps/s").format(speed=count(round(rate))) if rate >= 0.5 else ""
        self._rate.set_texts(text)
        self._rate.setToolTip(self.tr("How many steps a second each of the two runs takes."))
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self._dress_play()

    def set_enabled(self, is_enabled: bool) -> None:
        """Let both be moved, or not."""
        for action in self._actions.values():
            action.setEnabled(is_enabled)
        self._step.setEnabled(is_enabled)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        dress(self._actions.values(), theme)
        self._dress_play()

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._step.write_again()
        self._speed.write_numbers()

    def _dress_play(self) -> None:
        action = self._actions["play"]
        # As wide as the wider of its two texts, so that nothing beside it moves.
        widest = 0
        for is_playing in (not self._is_playing, self._is_playing):
            action.setText(self.tr("Pause") if is_playing else self.tr("Play"))
            action.setIcon(icon("pause" if is_playing else "play", self._theme.on_accent))
            widest = max(widest, self._play.sizeHint().width())
        self._play.setMinimumWidth(widest)

    # ---------------------------------------------------------------- parts

    def _button(self, name: str, style: Qt.ToolButtonStyle) -> QToolButton:
        button = BarButton()
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(style)
        button.setIconSize(QSize(18, 13))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if style == _ICON_ONLY:
            button.setAccessibleName(self._actions[name].text())
        return button

    @Slot()
    def _give_speed(self) -> None:
        self.speed_chosen.emit(self._speed.speed)

    @Slot(float)
    def _give_step(self, value: float) -> None:
        self._step.mark_invalid(False)
        if value < 0 or not value.is_integer():
            self._step.mark_invalid(True)
            self._refuse(self._step.text())
        else:
            self.step_entered.emit(int(value))

    @Slot(str)
    def _refuse(self, text: str) -> None:
        self.text_refused.emit(
            self.tr("“{text}” is no step; type a whole number from 0 up, for instance 100.").format(
                text=text
            )
        )
