"""PlaneControls: which plane is wanted, and how it is drawn."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from visualiser.number_format import count
from visualiser.training.landscape_questions import SOME, Kind, Over, PlaneOfCost
from visualiser.widgets.labels import label

_GRIDS = (21, 41, 81)
_USUAL_GRID, _USUAL_SEED, _MOST_SEED = 41, 7, 999_999


class PlaneControls(QWidget):
    """A column of choices.

    Signals
    -------
    chosen
        Another plane is wanted.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.directions, self.grid = QComboBox(), QComboBox()
        self.reach, self.over = QComboBox(), QComboBox()
        self.seed = QSpinBox()
        self.log = QCheckBox(self.tr("Logarithmic colours"))
        self.contours = QCheckBox(self.tr("Contours"))
        self.path = QCheckBox(self.tr("Path travelled"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add_directions()
        self._add_size()
        self._add_examples()
        self._add_looks()
        self._follow_directions()

    def question(self, number: int) -> PlaneOfCost:
        """What is wanted; ``number`` tells one asking from another."""
        kind: Kind = self.directions.currentData()
        over: Over = self.over.currentData()
        return PlaneOfCost(
            number,
            kind,
            self.seed.value(),
            self.grid.currentData(),
            self.reach.currentData(),
            over,
        )

    def choose_directions(self, kind: Kind) -> None:
        """Choose these, as a person would."""
        self.directions.setCurrentIndex(self.directions.findData(kind))
        self._follow_directions()

    def show_counts(self, train: int, batch: int) -> None:
        """Say how many examples there are to choose from."""
        texts = {
            "batch": self.tr("the next mini-batch ({n})").format(n=count(batch)),
            "some": self.tr("{n} of the training data").format(n=count(min(SOME, train))),
            "train": self.tr("all training data ({n})").format(n=count(train)),
        }
        for place in range(self.over.count()):
            text = texts[self.over.itemData(place)]
            # A list that is open is not drawn anew for nothing.
            if text != self.over.itemText(place):
                self.over.setItemText(place, text)

    # ---------------------------------------------------------------- parts

    def _add_directions(self) -> None:
        self.directions.addItem(self.tr("The path’s own"), "path")
        self.directions.addItem(self.tr("Gradient and random"), "gradient")
        self.directions.addItem(self.tr("Two random"), "random")
        tip = self.tr(
            "Which two directions span the plane: the first two principal directions of the path "
            "travelled (PCA about the present point); the gradient ∇C and a random direction at "
            "right angles to it; or two random ones. All are made as long as 1."
        )
        self._add(self.tr("Directions"), self.directions, tip)
        self.seed.setRange(0, _MOST_SEED)
        self.seed.setValue(_USUAL_SEED)
        # What is typed counts once it is complete.
        self.seed.setKeyboardTracking(False)
        tip = self.tr(
            "Decides the random directions: the same seed gives the same ones. They are drawn "
            "neuron by neuron, as long as each neuron’s W and B."
        )
        self._seed_name = self._add(self.tr("Seed"), self.seed, tip)
        self.directions.activated.connect(self._choose_directions)
        self.seed.valueChanged.connect(self.chosen)

    def _add_size(self) -> None:
        for points in _GRIDS:
            self.grid.addItem(self.tr("{n} × {n}").format(n=points), points)
        self.grid.setCurrentIndex(_GRIDS.index(_USUAL_GRID))
        tip = self.tr("At how many points C is computed; coarser grids are shown on the way.")
        self._add(self.tr("Points"), self.grid, tip)
        for text, zoom in (
            (self.tr("a quarter of that"), 0.25),
            (self.tr("half of that"), 0.5),
            (self.tr("automatic"), 1.0),
            (self.tr("twice that"), 2.0),
            (self.tr("four times that"), 4.0),
        ):
            self.reach.addItem(text, zoom)
        self.reach.setCurrentIndex(2)
        tip = self.tr(
            "How far the plane reaches: automatically so far that it holds the path’s shadow, and "
            "along other directions than the path’s at least the length of all W and B; or a "
            "part or a multiple of that, as seen from the ring."
        )
        self._add(self.tr("Reach"), self.reach, tip)
        for box in (self.grid, self.reach):
            box.activated.connect(self._choose)

    def _add_examples(self) -> None:
        for name in ("batch", "some", "train"):
            self.over.addItem("", name)
        self.show_counts(0, 0)
        self.over.setCurrentIndex(1)
        tip = self.tr(
            "C is the mean over these examples: those of the next mini-batch, some of the training "
            "data, evenly chosen, or all of it, which takes longer."
        )
        self._add(self.tr("C of"), self.over, tip)
        self.over.activated.connect(self._choose)

    def _add_looks(self) -> None:
        self._column.addSpacing(8)
        for box, tip in (
            (
                self.log,
                self.tr("Equal steps of colour are equal factors of C, rather than differences."),
            ),
            (self.contours, self.tr("Lines on which C is a round number.")),
            (
                self.path,
                self.tr("Where the run came from, as its shadow on the plane: see below."),
            ),
        ):
            box.setChecked(True)
            box.setToolTip(tip)
            self._column.addWidget(box)

    def _add(self, name: str, field: QComboBox | QSpinBox, tip: str) -> QWidget:
        heading = label("secondary", name)
        for part in (heading, field):
            part.setToolTip(tip)
        field.setAccessibleName(name)
        if isinstance(field, QComboBox):
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._column.addWidget(heading)
        self._column.addWidget(field)
        self._column.addSpacing(4)
        return heading

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit()

    @Slot()
    def _choose_directions(self) -> None:
        self._follow_directions()
        self.chosen.emit()

    def _follow_directions(self) -> None:
        is_random = self.directions.currentData() != "path"
        self.seed.setVisible(is_random)
        self._seed_name.setVisible(is_random)
