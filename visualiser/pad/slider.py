"""LabelledSlider: a name, a slider, and the value that it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget

from visualiser.widgets.labels import label

# Pixels: sliders below each other are aligned.
_NAME, _VALUE = 96, 56


class LabelledSlider(QWidget):
    """A slider of whole numbers.

    Parameters
    ----------
    name, tip : str
    least, most, value : int
    written : callable
        How a value is written.

    Signals
    -------
    changed ()
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        tip: str,
        least: int,
        most: int,
        value: int,
        written: Callable[[int], str],
    ) -> None:
        super().__init__()
        self._written, self._usual = written, value
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(least, most)
        self._slider.setValue(value)
        self._slider.setAccessibleName(name)
        self._value = label("number")
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = (self._value.fontMetrics().horizontalAdvance(written(v)) for v in (least, most))
        self._value.setFixedWidth(max(_VALUE, *widest))
        title = label("secondary", name, wrap=True)
        title.setFixedWidth(_NAME)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        row.setColumnStretch(1, 1)
        row.addWidget(title, 0, 0)
        row.addWidget(self._slider, 0, 1)
        row.addWidget(self._value, 0, 2)
        for part in (title, self._slider, self._value):
            part.setToolTip(tip)
        self._slider.valueChanged.connect(self._tell)
        self.write_again()

    @property
    def value(self) -> int:
        """What it stands at."""
        return self._slider.value()

    def set_value(self, value: int) -> None:
        """Let it stand there; told as if it had been moved."""
        self._slider.setValue(value)

    def reset(self) -> None:
        """Let it stand where it stood at first."""
        self._slider.setValue(self._usual)

    def write_again(self) -> None:
        """Write the value in the present style of numbers."""
        self._value.setText(self._written(self.value))

    @Slot(int)
    def _tell(self, _: int) -> None:
        self.write_again()
        self.changed.emit()
