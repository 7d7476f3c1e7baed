"""The numbers of the cost plot as a table: copied, or written into a CSV file bit by bit."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QTimer, Signal, Slot

from core.errors import UserError
from core.history import Change
from core.metrics import Evaluation
from core.parameters import FloatArray
from visualiser.averages import MovingAverage
from visualiser.change_words import changes_text

# Rows that are written at once, between which the window goes on.
_SLICE = 20_000

Row = list[object]


class Values:
    """The numbers of some steps of a run, worked out as rows are asked for.

    Parameters
    ----------
    steps : range
        Which ones.
    costs : ndarray, shape (n,)
        Of all steps, up to the last of these at least. Those that are needed are copied.
    window : int
        Steps that the average covers.

    Attributes
    ----------
    steps, window
        As given.
    tests, trainings : mapping of int to Evaluation
        What is known of all test and of all training data, by step.
    changes : sequence of Change
        Of the whole run.
    """

    def __init__(
        self,
        steps: range,
        costs: FloatArray,
        window: int,
        tests: Mapping[int, Evaluation],
        trainings: Mapping[int, Evaluation],
        changes: Sequence[Change],
    ) -> None:
        self.steps, self.window = steps, window
        self.tests, self.trainings, self.changes = tests, trainings, changes
        # Whole windows of the steps before: then averages are summed as they are from step 0 on.
        self._begin = max(0, steps.start // window - 1) * window
        self._average = MovingAverage(window, costs[self._begin : steps.stop].copy())

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def header(self) -> list[str]:
        """The names of the columns; the same in every language, for programs."""
        return [
            "step",
            "cost",
            f"average_of_{self.window}",
            "test_cost",
            "test_accuracy",
            "training_cost",
            "training_accuracy",
            "changed",
        ]

    def rows(self, start: int, end: int) -> Iterator[Row]:
        """The rows from one place to another, this one left out."""
        made: dict[int, list[Change]] = {}
        for change in self.changes:
            made.setdefault(change.step, []).append(change)
        steps = self.steps[start:end]
        part = slice(steps.start - self._begin, steps.stop - self._begin)
        columns = (self._average.costs[part].tolist(), self._average[part].tolist())
        for step, cost, average in zip(steps, *columns, strict=True):
            changed = changes_text(made[step], self.changes) if step in made else ""
            known = (*_both(self.tests.get(step)), *_both(self.trainings.get(step)))
            yield [step, cost, average, *known, changed]

    def written(self, separator: str, end: str) -> str:
        """All of it as text, the names of the columns first."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=separator, lineterminator=end)
        writer.writerow(self.header)
        writer.writerows(self.rows(0, len(self)))
        return text.getvalue()


class ValuesFile(QObject):
    """Writes values into a CSV file while the window goes on; it ends by itself.

    Parameters
    ----------
    values : Values
    path : Path
    parent : QObject

    Signals
    -------
    written ()
    failed (UserError)
        It could not be written; what was there before is untouched.
    """

    written = Signal()
    failed = Signal(object)

    def __init__(self, values: Values, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._values, self._path = values, path
        self._file = QSaveFile(str(path))
        # A folder that allows no new file may hold one that can be overwritten.
        self._file.setDirectWriteFallback(True)
        self._job = self._texts()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Open the file, and write into it from now on."""
        if self._file.open(QIODevice.OpenModeFlag.WriteOnly):
            self._timer.start(0)
        else:
            self._fail()

    @Slot()
    def _go_on(self) -> None:
        text = next(self._job, None)
        data = (text or "").encode()
        if self._file.write(data) != len(data):
            self._file.cancelWriting()
            self._fail()
        elif text is None:
            self._end(self._file.commit())

    def _end(self, is_written: bool) -> None:
        if not is_written:
            self._fail()
            return
        self._timer.stop()
        self.written.emit()
        self.deleteLater()

    def _fail(self) -> None:
        self._timer.stop()
        self.failed.emit(
            UserError(
                "The values cannot be written to {path}; choose another place or name.",
                path=self._path,
            )
        )
        self.deleteLater()

    def _texts(self) -> Iterator[str]:
        """The file as RFC 4180 wants it, slice after slice."""
        yield _as_csv([self._values.header])
        for start in range(0, len(self._values), _SLICE):
            yield _as_csv(self._values.rows(start, start + _SLICE))


def _as_csv(rows: Iterator[Row] | list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _both(found: Evaluation | None) -> tuple[object, object]:
    return ("", "") if found is None else (found.cost, found.accuracy)
