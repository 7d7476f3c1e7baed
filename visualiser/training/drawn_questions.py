"""What can be asked about the user's own digits: which of them the network recognises."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.datasets.drawn import prepared_sheet, read_sheet
from core.drawing import can_be_drawn
from core.errors import DataError
from core.run import Run


@dataclass(frozen=True)
class DrawnResult:
    """What a network makes of the drawings on a sheet.

    Attributes
    ----------
    labels, answers : tuple of int
        What each drawing truly is, and what it is read as.
    """

    labels: tuple[int, ...]
    answers: tuple[int, ...]

    @property
    def right(self) -> int:
        """How many are read as what they are."""
        return sum(a == b for a, b in zip(self.labels, self.answers, strict=True))


@dataclass(frozen=True)
class ReadDrawn:
    """Which drawings on a sheet the network, as it is now, reads rightly.

    Attributes
    ----------
    path : Path
        Of the sheet.
    """

    path: Path

    def answer(self, run: Run) -> DrawnResult:
        """Show the network every drawing, prepared as the run's data was.

        Raises
        ------
        DataError
            Where the sheet cannot be read, or the network takes no pictures.
        """
        shape = run.data.image_shape
        if not (can_be_drawn(shape) and run.data.has_classes):
            raise DataError(
                "This network takes no pictures of digits; begin a run with data of pictures."
            )
        sheet = read_sheet(self.path)
        inputs = prepared_sheet(sheet, shape)
        with np.errstate(over="ignore", invalid="ignore"):
            outputs = [run.network.forward(one).activations[-1] for one in inputs]
        answers = tuple(int(output.argmax()) for output in outputs)
        return DrawnResult(tuple(sheet.labels.tolist()), answers)
