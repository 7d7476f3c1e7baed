"""PlanePage: which problem on the plane, and how its points are made."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QWidget,
)

from visualiser.data.plane_problems import (
    FEATURES,
    LEAST_SHARE,
    MOST_NOISE,
    MOST_SHARE,
    PlaneSettings,
    problem_titles,
)
from visualiser.data.source_page import SourcePage
from visualiser.number_format import count
from visualiser.widgets.labels import label
from visualiser.widgets.number_field import NumberField

# Milliseconds without a change after which points are made.
_PAUSE = 150
_NUMBER_WIDTH, _FEATURES_A_ROW, _LARGEST_SEED = 44, 3, 999_999


class PlanePage(SourcePage):
    """The problem, its noise, the share to learn from, the inputs and the seed."""

    def __init__(self, explained: str) -> None:
        super().__init__(explained)
        usual = PlaneSettings()
        self._problem = QComboBox()
        for name, title in problem_titles().items():
            self._problem.addItem(title, name)
        self._noise, self._noise_text = _slider(0, MOST_NOISE), label("number")
        self._train, self._train_text = _slider(LEAST_SHARE, MOST_SHARE), label("number")
        self._train.setSingleStep(5)
        self._features = {name: QCheckBox(title) for name, title in FEATURES.items()}
        self._seed_value = usual.seed
        self._seed = NumberField(self.tr("Seed"), self.tr("Decides where the points lie."), 76)
        self._seed.set_whole()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._take)
        self._assemble()
        self._put(usual)
        self.source = usual.source
        self._problem.currentIndexChanged.connect(self._note)
        for slider in (self._noise, self._train):
            slider.valueChanged.connect(self._note)
        for box in self._features.values():
            box.toggled.connect(self._note)
        self._seed.value_entered.connect(self._take_seed)

    @property
    def settings(self) -> PlaneSettings:
        """What is chosen now."""
        return PlaneSettings(
            self._problem.currentData(),
            self._noise.value(),
            self._train.value(),
            tuple(name for name, box in self._features.items() if box.isChecked()),
            self._seed_value,
        )

    def _put(self, settings: PlaneSettings) -> None:
        self._problem.setCurrentIndex(self._problem.findData(settings.problem))
        self._noise.setValue(settings.noise)
        self._train.setValue(settings.train)
        for name, box in self._features.items():
            box.setChecked(name in settings.features)
        self._show_seed(settings.seed)
        self._write()

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, str, QWidget, QLabel | None], ...] = (
            (self.tr("Problem"), self.tr("What is to be learnt."), self._problem, None),
            (
                self.tr("Noise"),
                self.tr("How far points stray from where they belong, from 0 to 50."),
                self._noise,
                self._noise_text,
            ),
            (
                self.tr("To learn from"),
                self.tr("The share of the points that the network learns from; the rest test it."),
                self._train,
                self._train_text,
            ),
            (self.tr("Seed"), self.tr("Decides where the points lie."), self._seed, None),
        )
        for row, (name, tip, control, number) in enumerate(rows):
            _add_row(grid, row, name, tip, control, number)
        tip = self.tr("What the network is told of a point: one input for each.")
        heading = label("plain", self.tr("Inputs"))
        heading.setToolTip(tip)
        grid.addWidget(heading, len(rows), 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._feature_boxes(), len(rows), 1, 1, 2)
        self.column.addLayout(grid)
        self.column.addStretch(1)

    def _feature_boxes(self) -> QGridLayout:
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(8)
        boxes.setVerticalSpacing(2)
        for place, box in enumerate(self._features.values()):
            box.setToolTip(self.tr("{input} of a point is an input.").format(input=box.text()))
            boxes.addWidget(box, *divmod(place, _FEATURES_A_ROW))
        return boxes

    # ---------------------------------------------------------------- changes

    @Slot(float)
    def _take_seed(self, value: float) -> None:
        """Use this seed, or the nearest that there is."""
        self._show_seed(min(max(round(value), 0), _LARGEST_SEED))
        self._note()

    def _show_seed(self, seed: int) -> None:
        self._seed_value = seed
        self._seed.show_value(seed)
        self._seed.write_again()

    @Slot()
    def _note(self) -> None:
        """Keep one input at least; make the points once nothing changes any more."""
        checked = [box for box in self._features.values() if box.isChecked()]
        for box in self._features.values():
            box.setEnabled(len(checked) > 1 or not box.isChecked())
        self._write()
        self._timer.start()

    def _write(self) -> None:
        self._noise_text.setText(count(self._noise.value()))
        self._train_text.setText(self.tr("{share} %").format(share=self._train.value()))

    @Slot()
    def _take(self) -> None:
        if self.settings.source != self.source:
            self.choose(self.settings.source)


def _slider(lowest: int, highest: int) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(lowest, highest)
    return made


def _add_row(
    grid: QGridLayout, row: int, name: str, tip: str, control: QWidget, number: QLabel | None
) -> None:
    """A name, what can be chosen, and perhaps the number that is."""
    title = label("plain", name)
    title.setToolTip(tip)
    control.setToolTip(tip)
    control.setAccessibleName(name)
    grid.addWidget(title, row, 0)
    if number is None:
        inset = QHBoxLayout()
        inset.addWidget(control)
        inset.addStretch(1)
        grid.addLayout(inset, row, 1, 1, 2)
        return
    number.setToolTip(tip)
    number.setFixedWidth(_NUMBER_WIDTH)
    number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(control, row, 1)
    grid.addWidget(number, row, 2)
