"""PhotoBar: which of a pasted picture is ink."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from core.drawing import SIDE, ink_of_photo, threshold_of_photo
from core.parameters import FloatArray
from visualiser.number_format import percent
from visualiser.pad.slider import LabelledSlider


class PhotoBar(QWidget):
    """A threshold and a switch to invert, for as long as the picture is the newest thing.

    Signals
    -------
    changed ()
        The picture has other ink.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grey: npt.NDArray[np.uint8] | None = None
        self._mark: object = None
        self._threshold = LabelledSlider(
            self.tr("Threshold"),
            self.tr("What is darker than this share of the way from paper to the darkest is ink."),
            1,
            99,
            50,
            lambda value: percent(value / 100),
        )
        self._inverts = QCheckBox(self.tr("Ink is the brighter part"))
        self._inverts.setToolTip(self.tr("Exchange ink and paper: for chalk on a board, say."))
        self._threshold.changed.connect(self._tell)
        self._inverts.toggled.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._threshold)
        column.addWidget(self._inverts)
        self.hide()

    def take(self, grey: npt.NDArray[np.uint8]) -> None:
        """Take a picture by its brightness, shape (rows, columns); Otsu's threshold is chosen."""
        self._grey = None
        self._inverts.setChecked(False)
        self._threshold.set_value(round(100 * threshold_of_photo(grey)))
        self._grey = grey

    def put_as(self, mark: object) -> None:
        """Note as what its ink was put on the page."""
        self._mark = mark

    def is_of(self, mark: object) -> bool:
        """Whether this is what its ink was put on the page as."""
        return mark is not None and mark is self._mark

    @property
    def ink(self) -> FloatArray:
        """The picture's ink, as it is chosen; shape (112, 112)."""
        if self._grey is None:
            return np.zeros((SIDE, SIDE), np.float32)
        threshold = self._threshold.value / 100
        return ink_of_photo(self._grey, SIDE, threshold, self._inverts.isChecked())

    def write_numbers(self) -> None:
        """Write the threshold in the present style of numbers."""
        self._threshold.write_again()

    @Slot()
    def _tell(self) -> None:
        if self._grey is not None:
            self.changed.emit()
