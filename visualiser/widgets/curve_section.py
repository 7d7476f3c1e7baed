"""CurveSection: C as one weight moves, on the mini-batch or all training data, and in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.number_format import amount, count, fixed, significant
from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import Over, WeightCurve
from visualiser.widgets.coloured import coloured
from visualiser.widgets.cost_axes import Dot
from visualiser.widgets.cost_curve import CostCurve
from visualiser.widgets.labels import label, symbol

SLOPE = symbol("∂C/∂W")


class CurveSection(QWidget):
    """The choice of the examples, the curve, and what it shows in words.

    Attributes
    ----------
    curve : CostCurve

    Signals
    -------
    over_changed ()
        Other examples were chosen.
    """

    over_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._over: Over = "batch"
        self.curve = CostCurve()
        self._text = label("secondary", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        tips = {
            "batch": self.tr("C is the mean over the examples of the next mini-batch."),
            "train": self.tr("C is the mean over all training examples, or evenly chosen ones."),
        }
        titles = {"batch": self.tr("This mini-batch"), "train": self.tr("All training data")}
        self._choices = {over: QPushButton(title) for over, title in titles.items()}
        self._choices["batch"].clicked.connect(self._choose_batch)
        self._choices["train"].clicked.connect(self._choose_train)
        row = QHBoxLayout()
        row.setSpacing(4)
        for over, button in self._choices.items():
            button.setCheckable(True)
            button.setToolTip(tips[over])
            button.setAccessibleDescription(tips[over])
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.curve)
        column.addWidget(self._text)
        self._choose("batch")

    @property
    def over(self) -> Over:
        """Which examples C is the mean of."""
        return self._over

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.curve.set_theme(theme)
        style = (
            f"QPushButton {{ color: {theme.secondary}; font-size: 12px; padding: 2px 8px; }}"
            f"QPushButton:checked {{ color: {theme.text}; background: {theme.chip};"
            f" border: 1px solid {theme.hairline}; }}"
            f"QPushButton:focus {{ border: 1px solid {theme.accent}; }}"
        )
        for button in self._choices.values():
            button.setStyleSheet(style)

    def show_curve(self, curve: WeightCurve | None) -> None:
        """Show this curve; None for no curve yet. While W is held, an old one is left out."""
        self.curve.show_curve(curve)
        if self.curve.held is None:
            self._show_text()

    def hold(self, weight: float, is_dragged: bool) -> None:
        """Put the dot at this W until a curve through it is shown."""
        if self.curve.held is None:
            # What stands below keeps its place while less is said.
            self._text.setMinimumHeight(self._text.height())
        self.curve.hold(weight)
        self._show_text(is_dragged)

    def _show_text(self, is_dragged: bool = False) -> None:
        curve = self.curve.curve
        if self.curve.held is None:
            self._text.setMinimumHeight(0)
        if curve is None:
            self._text.setText("…")
        elif self.curve.held is None:
            self._text.setText(curve_text(curve, self._theme))
        else:
            self._text.setText(moving_text(self.curve.held, self.curve.dot(), is_dragged))

    @Slot()
    def _choose_batch(self) -> None:
        self._choose("batch")

    @Slot()
    def _choose_train(self) -> None:
        self._choose("train")

    def _choose(self, over: Over) -> None:
        for name, button in self._choices.items():
            # Both stay within reach of Tab, which a group of which one is checked would not do.
            button.setChecked(name == over)
        if over != self._over:
            self._over = over
            self.over_changed.emit()


def moving_text(weight: float, dot: Dot | None, is_dragged: bool) -> str:
    """Where the dot is while W moves, as HTML."""
    if dot is None:
        text = _tr("{W} = {value} is beyond the curve.")
    elif is_dragged:
        text = _tr("At the dot, {W} = {value} and {C} ≈ {cost}. Let go to keep it, or press Esc.")
    else:
        text = _tr("At the dot, {W} = {value} and {C} ≈ {cost}.")
    cost = "" if dot is None else amount(dot.cost)
    return text.format(W=symbol("W"), C=symbol("C"), value=fixed(weight), cost=cost)


def curve_text(curve: WeightCurve, theme: Theme) -> str:
    """What the picture shows, in two sentences of HTML with the numbers."""
    line = curve.line
    if curve.over == "batch":
        text = _tr(
            "At the dot, {W} = {value} and {C} = {cost}; the dashed line has the slope {slope} = "
            "{number}. The ring is where the next step puts {W}: at {next}."
        )
    elif curve.counted == curve.available:
        text = _tr(
            "At the dot, {W} = {value} and {C} = {cost}; the dashed line has the slope {slope} = "
            "{number}, on all {available} training examples."
        )
    else:
        text = _tr(
            "At the dot, {W} = {value} and {C} = {cost}; the dashed line has the slope {slope} = "
            "{number}, on {counted} of the {available} training examples, evenly chosen."
        )
    return text.format(
        W=symbol("W"),
        C=symbol("C"),
        value=fixed(line.value),
        cost=amount(line.cost),
        slope=SLOPE,
        number=coloured(theme, line.slope, significant(line.slope)),
        next=fixed(curve.next_value),
        counted=count(curve.counted),
        available=count(curve.available),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CurveSection", text)
