"""PhasesPanel: one gradient step, phase by phase, in words and with its numbers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visualiser import phase_words as words
from visualiser.number_format import plain
from visualiser.phase_costs import cost_lines
from visualiser.phase_formulas import A, backward_lines, done_lines, forward_lines, update_lines
from visualiser.phase_stepper import PACES
from visualiser.phase_view import PhaseView
from visualiser.resources import icon
from visualiser.theme import DARK, Theme
from visualiser.widgets.bar_button import BarButton
from visualiser.widgets.batch_strip import BatchStrip
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.guess_row import GuessRow
from visualiser.widgets.key_tip import KeyTip
from visualiser.widgets.labels import label, tabular
from visualiser.widgets.phase_strip import PhaseStrip
from visualiser.widgets.sections import explain

_LEAST_HEIGHT = 190
# So wide that slow motion can be named.
_WIDE = 960


class PhasesPanel(QWidget):
    """The phases, the mini-batch, what is happening, and a formula with the step's numbers.

    Parameters
    ----------
    forward, back : QAction
        To the next phase, and to the one before.

    Signals
    -------
    phase_chosen (Phase)
    example_chosen (int or None)
        Its place in the mini-batch; None for the mean.
    guessed ("rises", "falls", "hardly" or None)
    slow_chosen (bool)
    pace_chosen (float)
        Seconds a phase.
    closed
    """

    phase_chosen = Signal(object)
    example_chosen = Signal(object)
    guessed = Signal(object)
    slow_chosen = Signal(bool)
    pace_chosen = Signal(float)
    closed = Signal()

    def __init__(self, forward: QAction, back: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("One step, phase by phase"))
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._theme = DARK
        self._view: PhaseView | None = None
        self._strip, self._batch, self._guess = PhaseStrip(), BatchStrip(), GuessRow()
        self._back, self._forward = _button(back, "phase_back"), _button(forward, "phase")
        self._slow, self._pace = self._slow_button(), self._pace_box()
        self._close = _plain_button(self.tr("Leave the phases"), self.tr("Leave them. Key: Esc"))
        self._heading, self._sentences = label("title", wrap=True), label("plain", wrap=True)
        self._name, self._formula = label("secondary", wrap=True), label("plain", wrap=True)
        self._formula.setFont(tabular(self._formula.font()))
        self._formula.setToolTip(
            self.tr(
                "The formula of this phase with the numbers of this step; “=” where a calculator "
                "gives what is shown, “≈” where rounding shows."
            )
        )
        tip = self.tr("What a gradient step does in this phase.")
        explain(tip, self._heading, self._sentences)
        explain(self.tr("Which W, or which neuron, the formula is about."), self._name)
        guess = self.tr("Say it before you see it: which way does the step move this W?")
        explain(guess, self._guess)
        self._assemble()
        self._strip.phase_chosen.connect(self.phase_chosen)
        self._batch.example_chosen.connect(self.example_chosen)
        self._guess.guessed.connect(self.guessed)
        self._slow.toggled.connect(self.slow_chosen)
        self._pace.currentIndexChanged.connect(self._choose_pace)
        self._close.clicked.connect(self.closed)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._back)
        top.addWidget(self._forward)
        top.addWidget(self._strip, 1)
        top.addWidget(self._slow)
        top.addWidget(self._pace)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 6)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._batch)
        column.addWidget(self._said(), 1)

    def _said(self) -> QScrollArea:
        """What is said, to the left, and the formula, to the right."""
        content = QWidget()
        content.setObjectName("panel")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 2, 4, 2)
        row.setSpacing(24)
        for stretch, parts in (
            (2, (self._heading, self._sentences)),
            (3, (self._name, self._formula, self._guess)),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            row.addLayout(column, stretch)
        area = QScrollArea()
        area.setAccessibleName(self.tr("What happens in this phase"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setWidget(content)
        FocusRing(area)
        self._area = area
        return area

    # ---------------------------------------------------------------- what it shows

    @Slot(object)
    def show_view(self, view: PhaseView | None) -> None:
        """Show this phase; nothing where phases have been left."""
        has_moved = self._view is None or view is None or view.phase != self._view.phase
        self._view = view
        self._slow.blockSignals(True)
        self._slow.setChecked(view is not None and view.is_slow)
        self._slow.blockSignals(False)
        if view is None:
            return
        self._strip.show_phases(view.phases, view.phase)
        self._back.setEnabled(view.can_go_back)
        self._batch.show_step(view.step)
        self._guess.show_view(view)
        self._say(view)
        if has_moved:
            self._area.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._batch.set_theme(theme)
        for button, name in (
            (self._back, "previous"),
            (self._forward, "next"),
            (self._slow, "slow"),
            (self._close, "close"),
        ):
            button.setIcon(icon(name, theme.text))
        self.show_view(self._view)

    def write_numbers(self) -> None:
        """Write in the present style what showing a phase does not write."""
        for place, pace in enumerate(PACES):
            self._pace.setItemText(place, self._pace_name(pace))
        self._batch.write_numbers()

    def _say(self, view: PhaseView) -> None:
        step, phase = view.step, view.phase
        if step is None:
            self._heading.setText(words.waiting())
            texts, name, lines = "", "", []
        else:
            self._heading.setText(words.heading(step, phase))
            texts, name = words.sentences(step, phase), self._named(view)
            lines = self._lines(view)
        self._sentences.setText(_unbroken(texts))
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._formula.setText("<br>".join(lines))
        self._formula.setVisible(bool(lines))

    def _named(self, view: PhaseView) -> str:
        step, focus = view.step, view.focus
        if step is None or focus is None:
            return ""
        match view.phase.kind:
            case "forward":
                return words.named_neuron(focus)
            case "backward" | "update" | "done":
                return words.named_weight(step, focus)
        return ""

    def _lines(self, view: PhaseView) -> list[str]:
        step, focus, theme = view.step, view.focus, self._theme
        if step is None or focus is None or view.is_open:
            return []
        match view.phase.kind:
            case "batch":
                lines = [words.inputs(step, A)]
            case "forward":
                lines = forward_lines(step, focus, theme)
            case "cost":
                lines = cost_lines(step)
            case "backward":
                lines = backward_lines(step, focus, theme)
            case "update":
                lines = update_lines(step, focus, theme)
            case "done":
                lines = [] if view.after is None else done_lines(step, view.after, focus, theme)
        return lines

    # ---------------------------------------------------------------- parts

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the button of slow motion where there is room."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        is_wide = self.width() >= _WIDE
        self._slow.setToolButtonStyle(
            styles.ToolButtonTextBesideIcon if is_wide else styles.ToolButtonIconOnly
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _slow_button(self) -> QToolButton:
        tip = self.tr("Let the phases follow each other by themselves, at the pace beside this.")
        button = _plain_button(self.tr("Slow motion"), tip)
        button.setText(self.tr("Slow motion"))
        button.setCheckable(True)
        return button

    def _pace_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Pace of slow motion"))
        box.setToolTip(self.tr("How long a phase lasts in slow motion."))
        for pace in PACES:
            box.addItem(self._pace_name(pace), pace)
        box.setCurrentIndex(1)
        return box

    def _pace_name(self, pace: float) -> str:
        return self.tr("{seconds} s").format(seconds=plain(pace))

    @Slot(int)
    def _choose_pace(self, place: int) -> None:
        self.pace_chosen.emit(PACES[place])


def _unbroken(sentences: str) -> str:
    """Keep a fraction on one line."""
    return sentences.replace("∂C/∂W", "∂C/\u2060∂W")


def _button(action: QAction, command: str) -> QToolButton:
    """An arrow for an action, which has the keys of a command."""
    button = _plain_button(action.text(), action.toolTip())
    KeyTip(button, action.whatsThis(), command)
    button.clicked.connect(action.trigger)
    return button


def _plain_button(name: str, tip: str) -> QToolButton:
    button = BarButton()
    button.setObjectName("phase")
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setIconSize(QSize(14, 14))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
