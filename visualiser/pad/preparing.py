"""PreparationView: what becomes of a drawing on the way to the network, step by step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from core.drawing import Preparation, Prepared, as_data
from visualiser.pad.pictures import InkPicture
from visualiser.theme import Theme
from visualiser.widgets.labels import label

_SIDE, _COLUMNS = 84, 3


class PreparationView(QWidget):
    """A switch for each step, and the pictures after each.

    Signals
    -------
    changed ()
        A step was switched on or off.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prepared: Prepared | None = None
        self._switches: dict[str, QCheckBox] = {}
        self._stages: dict[str, tuple[InkPicture, QWidget]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name, title, tip in self._steps():
            switch = QCheckBox(title)
            switch.setToolTip(tip)
            switch.toggled.connect(self.changed)
            self._switches[name] = switch
            column.addWidget(switch)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(_COLUMNS, 1)
        for place, (name, title, tip) in enumerate(self._pictures()):
            grid.addWidget(self._stage(name, title, tip), place // _COLUMNS, place % _COLUMNS)
        column.addSpacing(6)
        column.addLayout(grid)

    def _steps(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "evens_strokes",
                self.tr("Even out the strokes"),
                self.tr("Make strokes thicker or thinner, until they are as those in the data."),
            ),
            (
                "crops",
                self.tr("Cut out the ink"),
                self.tr("Cut the paper down to the ink: then its place and size do not matter."),
            ),
            (
                "keeps_proportions",
                self.tr("Keep the proportions"),
                self.tr("Scale width and height alike; else the ink fills the data's box."),
            ),
            (
                "centres_by_mass",
                self.tr("Centre by mass"),
                self.tr("Put the centre of mass of the ink in the middle, or else its box."),
            ),
            (
                "averages",
                self.tr("Count the ink in each pixel"),
                self.tr("A pixel is the share of ink within it; else the ink at its middle."),
            ),
        )

    def _pictures(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("drawn", self.tr("drawn"), self.tr("What was drawn.")),
            ("evened", self.tr("strokes"), self.tr("With strokes as thick as the data's.")),
            ("cropped", self.tr("cut out"), self.tr("The box that holds the ink.")),
            ("scaled", self.tr("scaled"), self.tr("In the size that digits have in the data.")),
            ("centred", self.tr("centred"), self.tr("In its place on the data's paper.")),
            ("counted", self.tr("counted"), self.tr("Ink in each block of 4×4, over 16.")),
        )

    def _stage(self, name: str, title: str, tip: str) -> QWidget:
        picture, box = InkPicture(_SIDE), QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        caption = label("secondary", title)
        caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for part in (picture, caption):
            part.setToolTip(tip)
            column.addWidget(part)
        box.hide()
        self._stages[name] = (picture, box)
        return box

    @property
    def preparation(self) -> Preparation:
        """The steps that are switched on."""
        on = {name: switch.isChecked() for name, switch in self._switches.items()}
        return Preparation(**on)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for picture, _ in self._stages.values():
            picture.set_theme(theme)

    def show_shape(self, image_shape: tuple[int, int]) -> None:
        """Switch on what the data of this shape went through."""
        usual = as_data(image_shape)
        for name, switch in self._switches.items():
            switch.blockSignals(True)
            switch.setChecked(getattr(usual, name))
            switch.blockSignals(False)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the pictures on the way; while folded away, once it is shown."""
        self._prepared = prepared
        if self.isVisible():
            self._show_stages(prepared)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has come meanwhile."""
        super().showEvent(event)
        if self._prepared is not None:
            self._show_stages(self._prepared)

    def _show_stages(self, prepared: Prepared) -> None:
        shown = {stage.name: stage.picture for stage in prepared.stages}
        for name, (picture, box) in self._stages.items():
            if name in shown:
                picture.show_picture(shown[name])
            box.setVisible(name in shown)
