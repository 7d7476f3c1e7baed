"""BaselinesDialog: what the simplest classifiers reach, and so what a network must beat."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from core.probes.baseline import Baselines
from visualiser.number_format import count
from visualiser.theme import Theme
from visualiser.training.baseline_questions import AccuracyOnTest, BaselinesOfData
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.asking import Asking
from visualiser.widgets.average_pictures import AveragePictures
from visualiser.widgets.labels import label
from visualiser.widgets.share_row import ShareRow, heading

_MARGIN, _BETWEEN = 20, 14


class BaselinesDialog(QDialog):
    """Four shares of the test data read right, and the average picture of each class.

    It does not block the window: the network's own share follows the run.

    Signals
    -------
    question_asked (Question)
    """

    question_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("baselines")
        self.setWindowTitle(self.tr("What a network must beat"))
        self._snapshot: Snapshot | None = None
        self._baselines: Answered | None = None
        self._asking = Asking(self)
        self._asking.asked.connect(self.question_asked)
        self._frequent = ShareRow(
            self.tr("Always the same answer"),
            self.tr("The share of test examples of the class that most training examples are of."),
        )
        self._darkness = ShareRow(
            self.tr("Darkness alone"),
            self.tr("Answers the class whose average total of ink, Σ a, is nearest."),
        )
        self._average = ShareRow(
            self.tr("Nearest average"),
            self.tr("Answers the class whose average example is nearest: the least Σ (a − mean)²."),
        )
        self._network = ShareRow(
            self.tr("This network"),
            self.tr("The output with the largest a, with W and B as they are now."),
            is_main=True,
        )
        self._means = AveragePictures()
        self._means_heading = heading(
            self.tr("The average picture of each class, from the training data"),
            self.tr("The mean of all training examples of a class, input by input."),
        )
        self._scope = label("secondary", wrap=True)
        self._scope.setToolTip(self.tr("Nothing here has been fitted to the test data."))
        self._no_classes = label("plain", wrap=True)
        self._assemble()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for row in self._rows:
            row.set_theme(theme)
        self._means.set_theme(theme)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the run."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or before.description.identity != snapshot.description.identity:
            self._blank(snapshot)
        self._ask(snapshot)

    def show_answer(self, answered: Answered) -> None:
        """Show the answer to a question that was asked here."""
        if not self._asking.take(answered):
            return
        answer = answered.answer
        if isinstance(answer, Baselines):
            self._baselines = answered
            self._show_baselines(answer)
        elif isinstance(answer, float):
            self._network.show_share(answer)
        if self._snapshot is not None and self.isVisible():
            # The run may have come to rest while it was answered.
            self._ask(self._snapshot)

    def _ask(self, snapshot: Snapshot) -> None:
        if snapshot.description.has_classes:
            first = (BaselinesOfData(),) if self._baselines is None else ()
            self._asking.want((*first, AccuracyOnTest()), snapshot)

    # ---------------------------------------------------------------- parts

    @property
    def _rows(self) -> tuple[ShareRow, ...]:
        return self._frequent, self._darkness, self._average, self._network

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_BETWEEN)
        title: QLabel = label("title", self.tr("What a network must beat"))
        title.setToolTip(self.tr("Shares of the test data that are read right."))
        column.addWidget(title)
        column.addWidget(self._scope)
        column.addWidget(self._no_classes)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(self._means_heading)
        column.addWidget(self._means)
        column.addStretch(1)
        self.setMinimumWidth(560)

    def _blank(self, snapshot: Snapshot) -> None:
        """Show nothing of another run's data any more."""
        described, self._baselines = snapshot.description, None
        for row in self._rows:
            row.show_share(None)
            row.setVisible(described.has_classes)
        # Only of pictures is the total of the inputs how much was written.
        is_picture = snapshot.picture_shape is not None
        self._darkness.setVisible(described.has_classes and is_picture)
        self._means.setVisible(False)
        self._means_heading.setVisible(False)
        self._no_classes.setVisible(not described.has_classes)
        self._no_classes.setText(
            self.tr("This data has no classes, so that no answer can be right or wrong.")
        )
        self._no_classes.setToolTip(self._no_classes.text())
        self._scope.setVisible(described.has_classes)
        self._scope.setText(
            self.tr(
                "How much can be had without learning any W or B: three simple ways of reading "
                "the {test} test examples, each fitted to the {train} training examples."
            ).format(test=count(described.test_count), train=count(described.train_count))
        )

    def _show_baselines(self, found: Baselines) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        described, shape = snapshot.description, snapshot.picture_shape
        self._frequent.say(
            self.tr(
                "Always answers {name}, which most training examples are: the share of test "
                "examples that are {name} as well."
            ).format(name=described.class_name(found.most_frequent))
        )
        self._frequent.show_share(found.frequency)
        self._darkness.show_share(found.darkness)
        self._average.show_share(found.average)
        self._means.setVisible(shape is not None)
        self._means_heading.setVisible(shape is not None)
        if shape is not None:
            names = tuple(described.class_name(one) for one in range(len(found.means)))
            self._means.show_means(found.means, shape, names)
        self.adjustSize()
