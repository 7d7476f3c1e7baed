"""MapPanel: the large map of the output, with its scale and what is shown on it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from visualiser.network_view.plane_maps import PlaneMaps, map_colour
from visualiser.number_format import count, fixed, plain
from visualiser.plane.map_canvas import MapCanvas
from visualiser.theme import DARK, Theme
from visualiser.training.messages import ShowExample, ShownExample
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.fitting_label import FittingLabel

_SCALE_HEIGHT, _BAR_HEIGHT = 24, 7


class MapPanel(QWidget):
    """The output's map, live; a click on a point shows it to the network.

    Signals
    -------
    example_asked (ShowExample)
    """

    example_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plane_map")
        self.setAccessibleName(self.tr("Output over the plane"))
        self.canvas = MapCanvas()
        self.canvas.setAccessibleName(self.tr("Map of the output, with the data points"))
        self.canvas.setToolTip(
            self.tr(
                "The output's a at every place of the plane, x₁ to the right and x₂ upwards, both "
                "from −6 to 6; a click on a point, or an arrow key, shows that point to the "
                "network."
            )
        )
        self.test = QCheckBox(self.tr("Test points"))
        self.test.setToolTip(self.tr("Show the points kept for the test as well, as squares."))
        self.two_values = QCheckBox(self.tr("Two values"))
        self.two_values.setToolTip(
            self.tr("Colour each place as 1 where the output's a is at least ½, and else as 0.")
        )
        self._words = FittingLabel()
        self._words.setObjectName("secondary")
        self._words.setToolTip(self.tr("The point that the network is shown, with its target t."))
        self._scale = _Scale()
        self._scale.setToolTip(self.tr("What the colours of the map and of the points mean."))
        self.test.toggled.connect(self.canvas.show_test)
        self.two_values.toggled.connect(self.canvas.show_two_values)
        self.canvas.point_chosen.connect(self._ask_for)
        self._assemble()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.canvas.set_theme(theme)
        self._scale.theme = theme
        self._scale.update()

    def keep_free(self, pixels: int) -> None:
        """Leave so much free at the right of the map."""
        self._first.setContentsMargins(0, 0, pixels, 0)

    def show_state(self, snapshot: Snapshot, maps: PlaneMaps) -> None:
        """Show this state of the run, whose maps these are."""
        self.canvas.show_maps(maps, snapshot.progress.example)
        self._show_words(snapshot, maps)

    def _show_words(self, snapshot: Snapshot, maps: PlaneMaps) -> None:
        example, point = snapshot.progress.example, maps.point
        fields = {
            "index": count(example.index),
            "name": "" if example.own is None else escape(example.own.name),
            "first": "" if point is None else fixed(point[0], 2),
            "second": "" if point is None else fixed(point[1], 2),
            "t": "" if example.label is None else plain(float(snapshot.targets[0]), 3),
        }
        texts = self._templates(example, is_point=point is not None)
        self._words.set_texts(*(text.format(**fields) for text in texts))

    def _templates(self, example: ShownExample, is_point: bool) -> tuple[str, ...]:
        """What is said of it, with less and less room."""
        shortest = self.tr("({first}, {second}): t = {t}")
        if example.split == "train":
            return (
                self.tr("Training point {index} at ({first}, {second}): t = {t}"),
                self.tr("Training {index}: ({first}, {second}), t = {t}"),
                shortest,
            )
        if example.split == "test":
            return (
                self.tr("Test point {index} at ({first}, {second}): t = {t}"),
                self.tr("Test {index}: ({first}, {second}), t = {t}"),
                shortest,
            )
        if example.label is not None:
            return (self.tr("{name}: t = {t}"),)
        short = self.tr("{name}: t is unknown")
        long = self.tr("{name} at ({first}, {second}): t is unknown")
        return (long, short) if is_point else (short,)

    @Slot(str, int)
    def _ask_for(self, split: str, index: int) -> None:
        self.example_asked.emit(ShowExample("stay", split, index=index))  # type: ignore[arg-type] # a split

    def _assemble(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(12)
        boxes.addWidget(self.test)
        boxes.addWidget(self.two_values)
        boxes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self._first = QHBoxLayout()
        self._first.addWidget(self.canvas, 1)
        column.addLayout(self._first, 1)
        column.addWidget(self._scale)
        column.addWidget(self._words)
        column.addLayout(boxes)


class _Scale(QWidget):
    """The colours from a = 0 to a = 1."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK
        self.setFixedHeight(_SCALE_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(200, _SCALE_HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            bar = QRectF(0, 0, self.width(), _BAR_HEIGHT)
            gradient = QLinearGradient(bar.topLeft(), bar.topRight())
            for share in (-1.0, 0.0, 1.0):
                gradient.setColorAt((share + 1) / 2, map_colour(self.theme, share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(gradient)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(self.theme.colour("secondary"))
            below = QRectF(0, _BAR_HEIGHT, self.width(), _SCALE_HEIGHT - _BAR_HEIGHT)
            sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter
            for text, side in zip(
                (self.tr("a = 0"), self.tr("½"), self.tr("a = 1")),
                (*sides, Qt.AlignmentFlag.AlignRight),
                strict=True,
            ):
                painter.drawText(below, side | Qt.AlignmentFlag.AlignVCenter, text)
        finally:
            painter.end()
