"""SpeedBox: how many gradient steps a second are asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from visualiser.number_format import count

# Steps a second; None is as fast as it goes.
SPEEDS = (1.0, 5.0, 20.0, 100.0, 1000.0, None)


class SpeedBox(QComboBox):
    """A choice of speeds; at first, as fast as it goes.

    Parameters
    ----------
    tip : str
        What it is, in one sentence.
    parent : QWidget, optional
    """

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Speed"))
        self.setToolTip(tip)
        self.addItems([self._name(speed) for speed in SPEEDS])
        self.set_speed(None)

    @property
    def speed(self) -> float | None:
        """Steps a second that are asked for; None for as fast as it goes."""
        return SPEEDS[self.currentIndex()]

    def set_speed(self, speed: float | None) -> None:
        """Ask for so many steps a second."""
        self.setCurrentIndex(SPEEDS.index(speed) if speed in SPEEDS else len(SPEEDS) - 1)

    def write_numbers(self) -> None:
        """Write the numbers in the present style."""
        for place, speed in enumerate(SPEEDS):
            self.setItemText(place, self._name(speed))

    def _name(self, speed: float | None) -> str:
        if speed is None:
            return self.tr("as fast as it goes")
        if speed == 1:
            return self.tr("1 step/s")
        return self.tr("{speed} steps/s").format(speed=count(int(speed)))
