"""Windows that draw all connections of a network: the naive way, ours, and the program's view."""

from __future__ import annotations

import gc
import time

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from core import Parameters, RunSettings, load_dataset, parameter_count
from core.parameters import FloatArray
from visualiser.network_view.colours import full_scale, levels, pens
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.strokes import Strokes, draw
from visualiser.theme import DARK
from visualiser.training.messages import Progress, RunDescription, ShownExample
from visualiser.training.snapshot import Snapshot

WIDTH, HEIGHT = 1200, 800
# Weights are made before they are drawn, and come round again.
STATES = 4
# Seconds that a window may take to be shown.
_PATIENCE = 10.0

Values = tuple[FloatArray, ...]


def made_up(sizes: tuple[int, ...], image_shape: tuple[int, int]) -> list[Snapshot]:
    """Snapshots of a run that is playing, their weights drawn from normal distributions."""
    random = np.random.default_rng(0)
    settings = RunSettings(layers=sizes)
    description = RunDescription(settings, sizes, image_shape, 1, 1, is_from_file=False)
    recipe = RunSettings().new_run(load_dataset("digits")).recipe
    example, no_costs = ShownExample("test", 0, 0), np.empty(0, np.float32)
    place = (1, 0, 0, 0.0, recipe, recipe.learning_rate, 1.0, True, 1.0)
    progress = Progress(*place, example, 0, no_costs, {}, ())

    def one() -> Snapshot:
        noise = random.standard_normal(parameter_count(sizes)).astype(np.float32)
        parameters = Parameters(sizes, noise)
        activations = tuple(random.random(size).astype(np.float32) for size in sizes)
        return Snapshot(description, progress, parameters, parameters, None, activations, ())

    return [one() for _ in range(STATES)]


def _keys(values: Values) -> npt.NDArray[np.uint8]:
    """Which pen draws each line. The weakest are drawn, too: here all lines are to be."""
    keys = []
    for weights in values:
        strength = levels(weights, full_scale(weights))
        np.maximum(strength, 1, out=strength)
        keys.append((2 * strength + (weights > 0)).ravel().astype(np.uint8))
    return np.concatenate(keys)


class Naive:
    """A line item a connection, in a window."""

    def __init__(self, layout: NetworkLayout) -> None:
        self._scene = QGraphicsScene(0, 0, WIDTH, HEIGHT)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._view = QGraphicsView(self._scene)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setBackgroundBrush(DARK.colour("ground"))
        self._view.resize(WIDTH, HEIGHT)
        _expose(self._view)
        self._pens = pens(DARK)
        self._image = new_image(1.0)
        lines = _lines(layout)
        self._items = [self._scene.addLine(*line) for line in lines.tolist()]
        self.count = len(self._items)

    def frame(self, values: Values, is_fine: bool) -> None:
        """Show the weights in the window."""
        self._hand_out(values)
        self._view.setRenderHint(QPainter.RenderHint.Antialiasing, is_fine)
        self._view.viewport().repaint()

    def frame_of_scene(self, values: Values, is_fine: bool) -> None:
        """Draw the weights in an image."""
        self._hand_out(values)
        self._image.fill(DARK.colour("ground"))
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_fine)
        self._scene.render(painter)
        painter.end()

    def end(self) -> None:
        """Give the memory back."""
        self._items.clear()
        self._view.close()
        self._scene.clear()
        gc.collect()

    def _hand_out(self, values: Values) -> None:
        for item, key in zip(self._items, _keys(values).tolist(), strict=True):
            item.setPen(self._pens[key])


class Ours(QWidget):
    """All lines by the program's own drawing, in a window."""

    def __init__(self, layout: NetworkLayout) -> None:
        super().__init__()
        self._lines, self._pens = _lines(layout), pens(DARK)
        self._values: Values = ()
        self._is_fine = True
        self.resize(WIDTH, HEIGHT)
        _expose(self)

    def frame(self, values: Values, is_fine: bool) -> None:
        """Show the weights in the window."""
        self._values, self._is_fine = values, is_fine
        self.repaint()

    def frame_in(self, image: QImage, values: Values) -> None:
        """Draw the weights in an image, antialiased."""
        self._values, self._is_fine = values, True
        self.render(image)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Find each line's colour, sort, and draw."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), DARK.colour("ground"))
            if not self._values:
                return
            keys = _keys(self._values)
            order = np.argsort(keys, kind="stable")
            strokes = Strokes(self._lines[order], keys[order])
            draw(painter, self.rect(), strokes, self._pens, self._is_fine)
        finally:
            painter.end()


class View(NetworkView):
    """The program's view, on a screen with so many device pixels a pixel."""

    def __init__(self, snapshots: list[Snapshot], ratio: float) -> None:
        self._ratio = ratio
        super().__init__()
        self._states = snapshots
        self.resize(WIDTH, HEIGHT)
        self.show_run(snapshots[0].description)
        _expose(self)

    def devicePixelRatioF(self) -> float:
        """The ratio to try, whatever the real screen's is."""
        return self._ratio

    def frame(self, state: int) -> None:
        """Show a snapshot in the window."""
        self.show_snapshot(self._states[state])
        self.repaint()

    def frame_in(self, image: QImage, state: int) -> None:
        """Draw a snapshot in an image."""
        self.show_snapshot(self._states[state])
        self.render(image)


def _expose(window: QWidget) -> None:
    """Show a window and wait for the system to have done so: before, nothing is painted."""
    window.show()
    end = time.perf_counter() + _PATIENCE
    while not window.windowHandle().isExposed():
        if time.perf_counter() > end:
            raise RuntimeError("The system does not show the window to measure in.")
        QApplication.processEvents()


def new_image(ratio: float) -> QImage:
    """An empty picture of so many device pixels a pixel."""
    image = QImage(int(WIDTH * ratio), int(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    return image


def _lines(layout: NetworkLayout) -> FloatArray:
    return np.concatenate([layout.lines(gap) for gap in range(len(layout.layers) - 1)])
