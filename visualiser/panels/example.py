"""ExamplePanel: which digit the network is shown."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visualiser.number_format import fixed
from visualiser.resources import icon
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription, ShowExample, ShownExample, Split
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.key_tip import KeyTip
from visualiser.widgets.labels import label

_WIDTH = 206  # pixels, unless its texts need more
_LONGEST = 110  # pixels of a class
# Of 255: how much of what is behind it is hidden; and how round its corners are.
_GROUND, _ROUND = 215, 6
# Above this height in the network's picture there are no lines.
_LINES_TOP = 60
# Between two rows; and what stands at the foot of the network.
_BETWEEN, _LEGEND = 2, 62


class ExamplePanel(QWidget):
    """Below the input picture: next, previous, random, a given digit, misread ones, or nothing.

    Signals
    -------
    example_asked (ShowExample)
    noise_asked
    blank_asked
    pin_asked
        What is shown is to be pinned, or no longer.
    """

    example_asked = Signal(object)
    noise_asked = Signal()
    blank_asked = Signal()
    pin_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownExample | None = None
        self._ground = QColor(Qt.GlobalColor.transparent)
        self._has_room, self._is_away, self._is_wanted = True, False, True
        self._previous = self._button(self.tr("Previous digit"), "previous")
        self._next = self._button(self.tr("Next digit"), "next")
        self._random = self._button(self.tr("A digit at random"), "random")
        self._key_tips = (
            KeyTip(self._previous, self._previous.toolTip(), "previous_example"),
            KeyTip(self._next, self._next.toolTip(), "next_example"),
        )
        self._pin = self._plain_button(self.tr("Pin this example"))
        pinning = self.tr("Pin what is shown: it stays in view, and so does what it is read as.")
        KeyTip(self._pin, pinning, "pin_example")
        self._pin.setCheckable(True)
        self._pin.clicked.connect(self._ask_to_pin)
        self._others = self._plain_button(self.tr("Noise or a blank input"))
        self._others.setToolTip(
            self.tr("Show the network noise or a blank input, to see how sure it is of nothing.")
        )
        self._others.setMenu(self._other_inputs())
        self._others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sure = label("secondary", wrap=True)
        # A class may be called anything.
        self._sure.setTextFormat(Qt.TextFormat.PlainText)
        self._sure.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sure.setToolTip(self._sure_tip(10))
        self._free = QRect()
        self._split = QComboBox()
        self._split.addItem(self.tr("test"), "test")
        self._split.addItem(self.tr("training"), "train")
        self._split.setToolTip(
            self.tr("Show examples kept for the test, or those the network learns from.")
        )
        self._split.setAccessibleName(self.tr("Test or training digits"))
        self._digit = QComboBox()
        self._digit.setToolTip(self.tr("Show only examples that truly are this."))
        self._digit.setAccessibleName(self.tr("Which digit"))
        self._misread = QCheckBox(self.tr("misread"))
        self._misread.setToolTip(
            self.tr("Show only examples that the network, as it is now, gets wrong.")
        )
        self._split.activated.connect(self._ask_to_stay)
        self._digit.activated.connect(self._ask_to_stay)
        self._misread.clicked.connect(self._ask_to_stay)
        self._assemble()
        self._fill_digits(10)

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Offer the classes of this run's data."""
        self._fill_classes(description)
        self._sure.setToolTip(self._sure_tip(description.sizes[-1]))
        self._blank.setToolTip(self._blank_tip(is_picture=min(description.image_shape) > 1))
        tips = self._tips(description.shows_digits)
        for control, tip in zip(self._named(), tips, strict=True):
            control.setToolTip(tip)
            control.setAccessibleName(tip)
        for named, tip in zip(self._key_tips, tips, strict=False):
            named.say(tip)
        is_digits = description.shows_digits
        self._digit.setAccessibleName(
            self.tr("Which digit") if is_digits else self.tr("Which class")
        )
        self._split.setAccessibleName(
            self.tr("Test or training digits")
            if is_digits
            else self.tr("Test or training examples")
        )
        if not description.has_classes:
            self._misread.setChecked(False)
        for choice in (self._digit, self._misread):
            choice.setVisible(description.has_classes)

    def _named(self) -> tuple[QToolButton, ...]:
        return self._previous, self._next, self._random

    def _tips(self, is_digits: bool) -> tuple[str, ...]:
        """What the three buttons are called."""
        if is_digits:
            return (
                self.tr("Previous digit"),
                self.tr("Next digit"),
                self.tr("A digit at random"),
            )
        return (
            self.tr("Previous example"),
            self.tr("Next example"),
            self.tr("An example at random"),
        )

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Note what is shown; where nobody knows what it is, say how sure the network is."""
        self._shown = snapshot.progress.example
        self._sure.setText(self._sure_text(snapshot) if self._is_unknown() else "")
        if self._is_unknown() == self._sure.isHidden():
            self.move_below(self._free)

    def show_pinned(self, is_pinned: bool) -> None:
        """Show whether what is shown is pinned."""
        self._pin.setChecked(is_pinned)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._previous.setIcon(icon("previous", theme.text))
        self._next.setIcon(icon("next", theme.text))
        self._random.setIcon(icon("random", theme.text))
        self._pin.setIcon(icon("pin", theme.text))
        self._others.setIcon(icon("noise", theme.text))
        self._ground = theme.colour("ground")
        self._ground.setAlpha(_GROUND)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """In a narrow picture, lines and circles recede behind what has no ground of its own."""
        if self._free.top() < _LINES_TOP:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        for control in (self._misread, self._sure):
            if control.isVisible():
                painter.drawRoundedRect(control.geometry(), _ROUND, _ROUND)
        painter.end()

    @Slot(QRect)
    def move_below(self, free: QRect) -> None:
        """Stand in the middle of this space; where there is none, be away."""
        self._free = free
        self._has_room = free.isValid()
        self._appear()
        if not free.isValid():
            return
        width = max(_WIDTH, self._controls_width())
        left = max(4, free.center().x() - width // 2)
        self._sure.setVisible(self._is_unknown() and self._fits_with_text(free, width))
        self.setGeometry(left, free.top(), width, self._height(width))

    def set_away(self, is_away: bool) -> None:
        """Be away while something else says which digits are shown, or come back."""
        self._is_away = is_away
        self._appear()

    def set_wanted(self, is_wanted: bool) -> None:
        """Be there where there is room, or not at all."""
        self._is_wanted = is_wanted
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self._has_room and self._is_wanted and not self._is_away)

    @Slot(int)
    def ask_for(self, index: int, split: Split = "test") -> None:
        """Ask for this example, whichever digit it is."""
        self._misread.setChecked(False)
        self._digit.setCurrentIndex(0)
        self._split.setCurrentIndex(self._split.findData(split))
        self.example_asked.emit(ShowExample("stay", split, index=index))

    def withdraw(self) -> None:
        """Take a wish back that could not be met: ask for what is shown."""
        self._misread.setChecked(False)
        self._digit.setCurrentIndex(0)
        if self._shown is not None and self._shown.own is None:
            self._split.setCurrentIndex(self._split.findData(self._shown.split))

    def _assemble(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(4)
            row.addStretch(1)
        for button in (self._previous, self._next, self._random, self._others):
            first.addWidget(button)
        first.addSpacing(6)
        first.addWidget(self._misread)
        second.addWidget(self._digit)
        second.addWidget(self._split)
        second.addWidget(self._pin)
        self._rows = first, second
        for row in (first, second):
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._sure)
        self._sure.hide()

    def _controls_width(self) -> int:
        """What the controls need, side by side; the text takes more lines instead."""
        return max(row.sizeHint().width() for row in self._rows)

    def _is_unknown(self) -> bool:
        """Whether something is shown, and nobody has said what it is."""
        return self._shown is not None and self._shown.label is None

    def _height(self, width: int) -> int:
        """Of the controls, and of the text where it is there."""
        height = self.heightForWidth(width) if self.hasHeightForWidth() else -1
        return height if height >= 0 else self.sizeHint().height()

    def _fits_with_text(self, free: QRect, width: int) -> bool:
        """Whether there is room for the text above the legend of the network."""
        parent = self.parentWidget()
        controls = sum(row.sizeHint().height() + _BETWEEN for row in self._rows)
        bottom = free.top() + controls + self._sure.heightForWidth(width)
        return parent is None or bottom <= parent.height() - _LEGEND

    def _button(self, tip: str, move: str) -> QToolButton:
        button = self._plain_button(tip)
        button.setToolTip(tip)
        button.setProperty("move", move)
        button.clicked.connect(self._ask_to_move)
        return button

    def _plain_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("chip")
        button.setAccessibleName(name)
        button.setIconSize(QSize(14, 14))
        button.setStyleSheet("padding: 5px 4px;")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _other_inputs(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        noise = menu.addAction(self.tr("Noise"))
        by_chance = self.tr("Every input is a number from 0 to 1 by chance; its name has the seed.")
        KeyTip(noise, by_chance, "noise")
        noise.triggered.connect(self._ask_for_noise)
        self._blank = blank = menu.addAction(self.tr("Blank"))
        blank.setToolTip(self._blank_tip(is_picture=True))
        blank.triggered.connect(self._ask_for_blank)
        return menu

    def _blank_tip(self, is_picture: bool) -> str:
        if is_picture:
            return self.tr("Every input is 0: paper that nobody has written on.")
        return self.tr("Every input is 0.")

    def _sure_text(self, snapshot: Snapshot) -> str:
        description, outputs = snapshot.description, snapshot.activations[-1]
        if not description.has_classes:
            text = self.tr("The output's a is {a}.")
        elif len(outputs) == 1:
            text = self.tr("The output's a is {a}, so it is read as {answer}.")
        else:
            text = self.tr("The largest a is {a}, that of output {answer}.")
        answer = description.class_name(snapshot.answer)
        return text.format(a=fixed(float(outputs.max())), answer=answer)

    def _sure_tip(self, outputs: int) -> str:
        if outputs == 1:
            return self.tr("What the network makes of what nobody has said the truth of.")
        return self.tr(
            "How sure the network is of what nobody has said the truth of: its largest a."
        )

    def _fill_digits(self, count: int) -> None:
        self._digit.clear()
        self._digit.addItem(self.tr("any digit"), None)
        for digit in range(count):
            self._digit.addItem(self.tr("only {digit}").format(digit=digit), digit)

    def _fill_classes(self, description: RunDescription) -> None:
        """Offer each class; a long name is cut, and stands in full in its tooltip."""
        names = description.class_names
        # One output tells two classes apart.
        self._fill_digits(len(names) or max(2, description.sizes[-1]))
        if not description.shows_digits:
            self._digit.setItemText(0, self.tr("any class"))
        for number, name in enumerate(names):
            text = self.tr("only {name}").format(name=name)
            metrics, mode = self._digit.fontMetrics(), Qt.TextElideMode.ElideRight
            self._digit.setItemText(number + 1, metrics.elidedText(text, mode, _LONGEST))
            # A name is no HTML, whatever it looks like.
            tip = f"<qt>{escape(name)}</qt>"
            self._digit.setItemData(number + 1, tip, Qt.ItemDataRole.ToolTipRole)

    @Slot()
    def _ask_to_move(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.ask(sender.property("move"))

    @Slot()
    def _ask_to_pin(self) -> None:
        # It is pinned once the one who keeps the pins says so.
        self._pin.setChecked(not self._pin.isChecked())
        self.pin_asked.emit()

    @Slot()
    def _ask_for_noise(self) -> None:
        self.noise_asked.emit()

    @Slot()
    def _ask_for_blank(self) -> None:
        self.blank_asked.emit()

    @Slot()
    def _ask_to_stay(self) -> None:
        self.ask("stay")

    def ask(self, move: str) -> None:
        """Ask for another example: "next", "previous", "random" or "stay"."""
        self.example_asked.emit(self.wish(move))

    def wish(self, move: str) -> ShowExample:
        """What `ask` asks for: among which examples, as the controls have it."""
        split: Split = self._split.currentData()
        return ShowExample(
            move,  # type: ignore[arg-type] # one of the four, set above
            split,
            self._digit.currentData(),
            self._misread.isChecked(),
        )

    def set_wish(self, wish: ShowExample) -> None:
        """Choose among these examples from now on, as far as the data has them."""
        self._split.setCurrentIndex(self._split.findData(wish.split))
        self._digit.setCurrentIndex(max(0, self._digit.findData(wish.digit)))
        self._misread.setChecked(wish.misread_only)
