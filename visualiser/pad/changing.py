"""AlterationSliders: what is changed in the picture that the network sees."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from core.drawing import Alteration
from visualiser.number_format import count, fixed
from visualiser.pad.slider import LabelledSlider
from visualiser.widgets.button_row import ButtonRow

# What a slider's step is: hundredths, and tenths of a hundredth of the side.
_HUNDREDTH, _TENTH = 100, 10


class AlterationSliders(QWidget):
    """Sliders to move, turn, scale, thicken and blur with noise, and a switch to invert.

    Signals
    -------
    changed ()
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sliders = self._made_sliders()
        self._inverted = QCheckBox(self.tr("Invert"))
        self._inverted.setToolTip(self.tr("Let ink be paper and paper ink: a becomes 1 − a."))
        self._inverted.toggled.connect(self.changed)
        again = QPushButton(self.tr("Other noise"))
        again.setToolTip(self.tr("Draw other random numbers for the noise."))
        back = QPushButton(self.tr("Change nothing"))
        back.setToolTip(self.tr("Put all of these back to where they change nothing."))
        again.clicked.connect(self._draw_noise)
        back.clicked.connect(self.reset)
        self._seed = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for slider in self._sliders.values():
            slider.changed.connect(self.changed)
            column.addWidget(slider)
        column.addWidget(self._inverted)
        column.addWidget(ButtonRow(again, back))

    def _made_sliders(self) -> dict[str, LabelledSlider]:
        moved = self.tr("Move the picture by this share of its side: beyond it, ink is lost.")
        return {
            "right": LabelledSlider(self.tr("To the right"), moved, -50, 50, 0, self._share),
            "down": LabelledSlider(self.tr("Down"), moved, -50, 50, 0, self._share),
            "turned": LabelledSlider(
                self.tr("Turn"),
                self.tr("Turn the picture about its middle, clockwise, by so many degrees."),
                -180,
                180,
                0,
                lambda value: self.tr("{degrees}°").format(degrees=count(value)),
            ),
            "scale": LabelledSlider(
                self.tr("Size"),
                self.tr("Scale the picture about its middle by this factor."),
                20,
                300,
                100,
                lambda value: self.tr("×{factor}").format(factor=fixed(value / _HUNDREDTH, 2)),
            ),
            "thicker": LabelledSlider(
                self.tr("Thickness"),
                self.tr("Add this share of the picture's side to each side of a stroke."),
                -70,
                70,
                0,
                lambda value: self._share(value / _TENTH),
            ),
            "noise": LabelledSlider(
                self.tr("Noise"),
                self.tr("Add a random number to each pixel; this is its standard deviation."),
                0,
                100,
                0,
                lambda value: fixed(value / _HUNDREDTH, 2),
            ),
        }

    def _share(self, hundredths: float) -> str:
        return self.tr("{share} %").format(share=fixed(hundredths, 1, sign=True))

    @property
    def alteration(self) -> Alteration:
        """What is chosen."""
        at = {name: slider.value for name, slider in self._sliders.items()}
        return Alteration(
            thicker=at["thicker"] / _TENTH,
            scale=at["scale"] / _HUNDREDTH,
            turned=float(at["turned"]),
            right=at["right"] / _HUNDREDTH,
            down=at["down"] / _HUNDREDTH,
            inverted=self._inverted.isChecked(),
            noise=at["noise"] / _HUNDREDTH,
            seed=self._seed,
        )

    def reset(self) -> None:
        """Change nothing any longer."""
        for slider in self._sliders.values():
            slider.reset()
        self._inverted.setChecked(False)

    def write_numbers(self) -> None:
        """Write the values in the present style of numbers."""
        for slider in self._sliders.values():
            slider.write_again()

    def _draw_noise(self) -> None:
        self._seed += 1
        if self._sliders["noise"].value == 0:
            self._sliders["noise"].set_value(20)
        else:
            self.changed.emit()
