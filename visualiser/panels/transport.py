"""TransportPanel: play, pause, step, back, how fast, and how far a step goes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from visualiser.commands.actions import dress
from visualiser.commands.key_text import native
from visualiser.condition_words import awaited_all
from visualiser.data.source_title import source_title
from visualiser.resources import icon
from visualiser.theme import DARK, Theme
from visualiser.training.conditions import Condition
from visualiser.training.messages import (
    Play,
    RunDescription,
    SetBatchSize,
    SetLearningRate,
    SetSpeed,
)
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.bar_button import BarButton
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.number_field import NumberField
from visualiser.widgets.rate_now import RateNow
from visualiser.widgets.run_button import RunButton
from visualiser.widgets.speed_box import SpeedBox
from visualiser.widgets.steps_row import StepsRow

# Pixels of a bar in which little has room (on a projector, where all is large), of one in which
# not everything has, and of one in which everything has.
_TINY, _NARROW, _WIDE = 980, 1100, 1270
# As the last, where what is offered beside the menu has its text, and the room of its icon.
_WIDEST, _OFFER = 1400, 50
_MENU_KEY = "F10"
_ANY_WIDTH = 16_777_215
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_ICON_AND_TEXT = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class TransportPanel(QToolBar):
    """The bar at the top.

    Parameters
    ----------
    actions : dict of QAction
        By id: start, back, play, step, phase, epoch, until, newest, recipe, restart,
        new_weights, bring_back.
    menu : QMenu
        The program's menu.

    Signals
    -------
    command_given (Command)
    text_refused (str)
        Something that is no number was typed into a field.
    put_right
        A field no longer holds what was refused.
    """

    command_given = Signal(object)
    text_refused = Signal(str)
    put_right = Signal()

    def __init__(
        self, actions: dict[str, QAction], menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setWindowTitle(self.tr("Transport"))
        self.setMovable(False)
        self.setIconSize(QSize(18, 13))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._theme = DARK
        self._is_playing = False
        self._texts = "", ""
        # What is offered beside the menu, where somebody wants to.
        self._offer = QToolButton()
        self._offer_place: QAction | None = None
        self._buttons = {
            name: self._button(name) for name in ("start", "back", "play", "step", "phase")
        }
        self._buttons["start"].setToolButtonStyle(_ICON_ONLY)
        # In the bar, Step stands beside it.
        actions["phase"].setIconText(self.tr("Phases"))
        for name in ("start", "back", "phase"):
            self._buttons[name].setAccessibleName(actions[name].text())
        self._buttons["play"].setObjectName("primary")
        self._run = self._run_button()
        self.addSeparator()
        self._rate = NumberField(
            self.tr("Learning rate"),
            self.tr("η, the learning rate: how far a step goes against the gradient."),
            58,
        )
        self._rate_now = RateNow()
        self._batch = NumberField(
            self.tr("Mini-batch size"),
            self.tr("How many training examples are averaged for one gradient step."),
            52,
        )
        self._batch.set_whole()
        self._speed = SpeedBox(self.tr("How many gradient steps a second while it plays."))
        self._speed.currentIndexChanged.connect(self._give_speed)
        self._names: list[QLabel] = []
        for text, field in (
            (symbol("η"), self._rate),
            (self.tr("Mini-batch"), self._batch),
            (self.tr("Speed"), self._speed),
        ):
            beside = label("secondary", text)
            beside.setContentsMargins(6, 0, 2, 0)
            beside.setBuddy(field)
            self._names.append(beside)
            self.addWidget(beside)
            self.addWidget(field)
            if field is self._rate:
                self._rate_now.place(self.addWidget(self._rate_now))
        self._describe_right(menu)
        self._rate.value_entered.connect(self._give_rate)
        self._batch.value_entered.connect(self._give_batch)
        for field in (self._rate, self._batch):
            field.text_refused.connect(self._refuse_text)
            field.put_right.connect(self.put_right)

    # ---------------------------------------------------------------- what it shows

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Name the data and the network."""
        name = source_title(description.settings.data)
        layers = "-".join(str(size) for size in description.sizes)
        self._texts = self.tr("{data} · {layers}").format(data=name, layers=layers), layers
        self._describe(())

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what holds now."""
        progress = snapshot.progress
        if progress.playing != self._is_playing:
            self._is_playing = progress.playing
            self._dress_play()
        if progress.until != self._run.until:
            self._describe(progress.until)
        self._rate.show_value(progress.learning_rate)
        self._rate_now.show_rate(progress)
        self._batch.show_value(progress.batch_size)
        self._actions["back"].setEnabled(progress.position > 0)
        self._actions["start"].setEnabled(progress.position > 0)
        self._actions["newest"].setEnabled(progress.position < progress.length)

    def _describe(self, until: tuple[Condition, ...]) -> None:
        """Say at the right what is waited for; where it is nothing, what data and network are."""
        self._run.show_until(until)
        if until:
            what = escape(awaited_all(until))
            texts = self.tr("Runs until {what}").format(what=what), what
        else:
            texts = self._texts
        self._network.set_texts(*texts)

    def write_numbers(self) -> None:
        """Write numbers in the present style; fields do so by themselves."""
        self._speed.write_numbers()

    def mark_refused(self, command: object) -> None:
        """Mark the field whose value was refused."""
        if isinstance(command, SetLearningRate):
            self._rate.mark_invalid(True)
        elif isinstance(command, SetBatchSize):
            self._batch.mark_invalid(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        dress((self._actions[name] for name in ("start", "back", "step", "phase")), theme)
        self._menu_button.setIcon(icon("menu", theme.text))
        self._offer.setIcon(icon("eye", theme.secondary))
        self._dress_play()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, icons have to do."""
        self._use_room()
        super().resizeEvent(event)

    def _use_room(self) -> None:
        is_crowded = self._offer_place is not None and self._offer_place.isVisible()
        room = self.width() - (_OFFER if is_crowded else 0)
        is_narrow = room < _NARROW
        is_tiny = self.width() < _TINY
        hides_step = is_tiny or (is_narrow and is_crowded)
        alone = {"back": is_narrow, "step": hides_step, "phase": room < _WIDE}
        for name, is_alone in alone.items():
            self._buttons[name].setToolButtonStyle(_ICON_ONLY if is_alone else _ICON_AND_TEXT)
        # Not hidden: whether they are is chosen elsewhere. The fields' tooltips name them.
        for beside in self._names[1:]:
            beside.setMaximumWidth(0 if is_tiny else _ANY_WIDTH)
        if self.sizeHint().width() > self.width():
            # Only in a language whose words are long.
            self._buttons["step"].setToolButtonStyle(_ICON_ONLY)
        self._offer.setToolButtonStyle(_ICON_AND_TEXT if room >= _WIDEST else _ICON_ONLY)

    @property
    def speed(self) -> float | None:
        """Steps a second that are asked for; None for as fast as it goes."""
        return self._speed.speed

    def set_speed(self, speed: float | None) -> None:
        """Ask for so many steps a second."""
        self._speed.set_speed(speed)

    @property
    def steps(self) -> int:
        """How many steps the button for that takes."""
        return self._steps.steps

    def set_steps(self, steps: int) -> None:
        """Have the button for that take so many steps."""
        self._steps.set_steps(steps)

    # ---------------------------------------------------------------- parts

    def set_wanted(self, group: str, is_wanted: bool) -> None:
        """Show a group of controls or not: "transport" (the buttons), "rate" or "speed"."""
        if group == "rate":
            self._rate_now.set_wanted(is_wanted)
        for place in self.actions():
            widget = self.widgetForAction(place)
            belongs_to = widget.buddy() if isinstance(widget, QLabel) else widget
            if self._group_of(belongs_to) == group:
                place.setVisible(is_wanted)

    @property
    def program_menu(self) -> QMenu:
        """The menu behind the button at the right."""
        return self._menu_button.menu()

    def _group_of(self, widget: QWidget | None) -> str:
        if widget is self._speed:
            return "speed"
        is_button = widget is self._run or widget in self._buttons.values()
        return "transport" if is_button else "rate" if widget in (self._rate, self._batch) else ""

    def offer(self, button: QToolButton) -> None:
        """Put a button before the menu's; it is hidden until `show_offer`."""
        self._offer = button
        button.setIcon(icon("eye", self._theme.secondary))
        self._offer_place = self.insertWidget(self.actions()[-1], button)
        self.show_offer(False)

    def show_offer(self, is_shown: bool) -> None:
        """Show that button, for which others become smaller where there is no room, or hide it."""
        if self._offer_place is not None:
            self._offer_place.setVisible(is_shown)
            self._use_room()

    def _button(self, name: str) -> QToolButton:
        button = BarButton()
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(_ICON_AND_TEXT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button

    def _run_button(self) -> RunButton:
        button = RunButton()
        menu = QMenu(button)
        menu.aboutToShow.connect(self._dress_run_menu)
        self._steps = StepsRow()
        self._steps.chosen.connect(self._give_steps)
        self._steps.chosen.connect(menu.close)
        first = QWidgetAction(menu)
        first.setDefaultWidget(self._steps)
        menu.addAction(first)
        for name in ("epoch", "until", "newest"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["recipe"])
        menu.addSeparator()
        for name in ("restart", "new_weights", "bring_back"):
            menu.addAction(self._actions[name])
        button.setMenu(menu)
        self.addWidget(button)
        return button

    def _describe_right(self, menu: QMenu) -> None:
        self._network = FittingLabel()
        self._network.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._network.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._network.setObjectName("secondary")
        self._network.setContentsMargins(0, 0, 6, 0)
        self.addWidget(self._network)
        self._menu_button = QToolButton()
        self._menu_button.setToolTip(f"{self.tr('Menu')} ({native(_MENU_KEY)})")
        # Where a menu bar would be opened with it.
        shortcut = QShortcut(QKeySequence(_MENU_KEY), self)
        shortcut.activated.connect(self._menu_button.showMenu)
        self._menu_button.setAccessibleName(self.tr("Menu"))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu_button.setMenu(menu)
        self.addWidget(self._menu_button)

    @Slot()
    def _dress_run_menu(self) -> None:
        """Draw the icons that only the menu shows, once somebody looks."""
        dress(self._actions.values(), self._theme)

    def _dress_play(self) -> None:
        action, button = self._actions["play"], self._buttons["play"]
        # As wide as the wider of its two texts, so that nothing beside it moves.
        widest = 0
        for is_playing in (not self._is_playing, self._is_playing):
            action.setText(self.tr("Pause") if is_playing else self.tr("Play"))
            action.setIcon(icon("pause" if is_playing else "play", self._theme.on_accent))
            widest = max(widest, button.sizeHint().width())
        button.setMinimumWidth(widest)

    # ---------------------------------------------------------------- what it asks for

    @Slot(float)
    def _give_rate(self, value: float) -> None:
        self._rate.mark_invalid(False)
        self.command_given.emit(SetLearningRate(value))

    @Slot(float)
    def _give_batch(self, value: float) -> None:
        self._batch.mark_invalid(False)
        # What is no whole number is passed on as it is: the run says what is wrong with it.
        whole = int(value) if value.is_integer() else value
        self.command_given.emit(SetBatchSize(whole))  # type: ignore[arg-type]

    @Slot()
    def _give_speed(self) -> None:
        self.command_given.emit(SetSpeed(self.speed))

    @Slot()
    def _give_steps(self) -> None:
        self.command_given.emit(Play(self.steps))

    @Slot(str)
    def _refuse_text(self, text: str) -> None:
        is_batch = self.sender() is self._batch
        if not text.strip():
            sentence = (
                self.tr("Nothing is typed; type a number, for instance 10.")
                if is_batch
                else self.tr("Nothing is typed; type a number, for instance 1.5.")
            )
        elif is_batch:
            sentence = self.tr("“{text}” is not a number; type one, for instance 10.")
        else:
            sentence = self.tr("“{text}” is not a number; type one, for instance 1.5.")
        self.text_refused.emit(sentence.format(text=text))
