"""The cost plot taken away: as a picture, as shapes, as numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from core import Run
from tests.visualiser import screen
from tests.visualiser.states import new_run, snapshot_of
from visualiser.cost_history import CostHistory
from visualiser.cost_plot import plot_view
from visualiser.cost_plot.choices import PlotChoices
from visualiser.cost_plot.menu import CostMenu
from visualiser.cost_plot.taking import MOST_COPIED
from visualiser.cost_plot.values import Values
from visualiser.panels.cost import CostPanel
from visualiser.theme import LIGHT

STEPS = 300


@pytest.fixture(scope="module")
def run() -> Run:
    made = new_run()
    made.train(200)
    made.set_learning_rate(0.5)
    made.train(STEPS - 200)
    return made


@pytest.fixture
def panel(qtbot: QtBot, run: Run) -> CostPanel:
    history = CostHistory()
    made = CostPanel(history)
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.resize(640, 200)
    made.show()
    snapshot = snapshot_of(run)
    history.update(snapshot.progress)
    made.show_snapshot(snapshot)
    for _ in range(2):
        QApplication.processEvents()
        made.grab()
    return made


def choose(panel: CostPanel, title: str) -> None:
    screen.press(panel, "More of the cost plot")
    menu = panel.findChildren(CostMenu)[-1]
    next(one for one in menu.actions() if one.text() == title).trigger()
    menu.close()


def save(qtbot: QtBot, panel: CostPanel, title: str, path: Path) -> tuple[str, bool]:
    """Save it there; what is told of that."""
    choose(panel, title)
    dialog = panel.findChildren(QFileDialog)[-1]
    with qtbot.waitSignal(panel.told) as told:
        dialog.fileSelected.emit(str(path))
    dialog.close()
    assert told.args is not None
    sentence, is_failure = told.args
    return sentence, is_failure


def rows_of(text: str, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=separator))


def zoom(panel: CostPanel, first: int, last: int) -> None:
    panel.view.plot.box.setXRange(first, last, padding=0)
    panel.view.plot.box.sigRangeChangedManually.emit([True, False])


def test_a_csv_file_has_every_step_with_what_is_known_of_it(
    qtbot: QtBot, panel: CostPanel, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "cost.csv"
    sentence, is_failure = save(qtbot, panel, "Save as CSV …", path)
    assert (sentence, is_failure) == (f"The cost plot is saved as {path}.", False)
    rows = rows_of(path.read_bytes().decode())
    assert [int(row["step"]) for row in rows] == list(range(STEPS))
    assert [float(row["cost"]) for row in rows] == run.costs.tolist()
    means = [run.costs[max(0, n - 24) : n + 1].mean() for n in range(STEPS)]
    assert [float(row["average_of_25"]) for row in rows] == pytest.approx(means, rel=1e-12)
    tested = {int(row["step"]): row for row in rows if row["test_cost"]}
    assert set(tested) == {144, 288}
    for step, row in tested.items():
        known = run.branch.evaluations[step]
        assert float(row["test_cost"]) == known.cost
        assert float(row["test_accuracy"]) == known.accuracy
    changed = {int(row["step"]): row["changed"] for row in rows if row["changed"]}
    assert changed == {200: "η was set to 0.5"}


def test_only_the_steps_that_are_seen_are_copied(panel: CostPanel, run: Run) -> None:
    panel.choose(PlotChoices(window=10))
    zoom(panel, 100, 120)
    choose(panel, "Copy the values")
    rows = rows_of(QGuiApplication.clipboard().text(), "\t")
    assert [int(row["step"]) for row in rows] == list(range(100, 121))
    assert float(rows[0]["average_of_10"]) == pytest.approx(run.costs[91:101].mean())


def test_more_than_can_be_copied_at_once_is_refused_in_a_sentence(
    qtbot: QtBot, panel: CostPanel, run: Run
) -> None:
    snapshot = snapshot_of(run)
    many = np.full(MOST_COPIED + 1, 0.5)
    progress = replace(snapshot.progress, costs=many, length=len(many), changes=())
    panel.view._history.update(progress)
    panel.show_snapshot(replace(snapshot, progress=progress))
    with qtbot.waitSignal(panel.told) as told:
        choose(panel, "Copy the values")
    refusal = (
        "100,001 steps are too many to copy. Zoom in until 100,000 or fewer are seen, or save "
        "them as CSV."
    )
    assert told.args == [refusal, True]


def test_no_value_is_made_before_it_is_known_where_it_goes(
    qtbot: QtBot, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[range] = []

    class Noted(Values):
        def __init__(self, steps: range, *others: Any) -> None:
            made.append(steps)
            super().__init__(steps, *others)

    monkeypatch.setattr(plot_view, "Values", Noted)
    history = CostHistory()
    panel = CostPanel(history)
    qtbot.addWidget(panel)
    panel.show()
    progress = replace(snapshot_of(run).progress, costs=np.full(MOST_COPIED + 1, 0.5), changes=())
    history.update(progress)
    panel.show_snapshot(replace(snapshot_of(run), progress=progress))
    choose(panel, "Copy the values")
    choose(panel, "Save as CSV …")
    panel.findChildren(QFileDialog)[-1].reject()
    assert made == []


def test_a_long_file_is_written_while_the_window_goes_on(
    qtbot: QtBot, panel: CostPanel, run: Run, tmp_path: Path
) -> None:
    snapshot = snapshot_of(run)
    many = np.random.default_rng(0).random(50_000)
    progress = replace(snapshot.progress, costs=many, length=len(many), changes=())
    panel.view._history.update(progress)
    panel.show_snapshot(replace(snapshot, progress=progress))
    path = tmp_path / "cost.csv"
    choose(panel, "Save as CSV …")
    dialog = panel.findChildren(QFileDialog)[-1]
    with qtbot.waitSignal(panel.told):
        dialog.fileSelected.emit(str(path))
        # Not there before events went by.
        assert not path.exists()
    dialog.close()
    lines = path.read_text().splitlines()
    assert len(lines) == 50_001
    assert float(lines[-1].split(",")[1]) == many[-1]


@pytest.mark.parametrize("title", ["Save as CSV …", "Save as PNG …", "Save as SVG …"])
def test_where_it_cannot_be_written_a_sentence_says_so(
    qtbot: QtBot, panel: CostPanel, tmp_path: Path, title: str
) -> None:
    path = tmp_path / "no folder" / f"cost.{title[8:11].lower()}"
    sentence, is_failure = save(qtbot, panel, title, path)
    assert is_failure
    assert str(path) in sentence
    assert not path.exists()


def test_the_picture_has_the_plot_its_axes_and_its_legend(
    qtbot: QtBot, panel: CostPanel, tmp_path: Path
) -> None:
    path = tmp_path / "cost.png"
    assert save(qtbot, panel, "Save as PNG …", path)[1] is False
    image = QImage(str(path))
    assert image.width() > 2 * panel.view.plot.width()
    assert image.height() > 2 * panel.view.plot.height()
    path = tmp_path / "cost.svg"
    assert save(qtbot, panel, "Save as SVG …", path)[1] is False
    text = path.read_text("utf-8")
    for said in (
        "Cost C of 64-16-16-10 up to step 300",
        "average of the last 25 steps",
        "test accuracy",
        "% right",
        "step",
    ):
        assert said in text
    # What is hidden is not in the legend.
    assert "training accuracy" not in text
    assert QSvgRenderer(str(path)).isValid()


def test_shapes_are_cut_off_at_the_axes(panel: CostPanel) -> None:
    zoom(panel, 100, 120)
    panel.view.plot.box.setYRange(0.85, 0.9, padding=0)
    renderer = QSvgRenderer(panel.view.picture().shapes())
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    picture = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    head = image.height() - panel.view.plot.height() - 12
    beside = picture[:head, :, :3].astype(int)
    blue = beside[..., 0] - beside[..., 2] > 60
    # Above the plot there is the legend's own mark alone.
    assert blue.sum() < 200


@pytest.fixture
def _clean_clipboard() -> Iterator[None]:
    yield
    # Qt's platform for tests would let go of it too late.
    QGuiApplication.clipboard().clear()


@pytest.mark.usefixtures("_clean_clipboard")
@pytest.mark.parametrize("by_key", [False, True])
def test_the_clipboard_has_an_image_and_shapes(panel: CostPanel, by_key: bool) -> None:
    if by_key:
        panel.view.plot.setFocus()
        screen.control_key(panel.view.plot, Qt.Key.Key_C)
    else:
        choose(panel, "Copy the picture")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"<svg" in bytes(data.data("image/svg+xml").data())


def test_of_an_empty_plot_nothing_can_be_had(qtbot: QtBot) -> None:
    panel = CostPanel(CostHistory())
    qtbot.addWidget(panel)
    panel.show()
    screen.press(panel, "More of the cost plot")
    menu = panel.findChildren(CostMenu)[-1]
    enabled = {one.text(): one.isEnabled() for one in menu.actions() if one.text()}
    menu.close()
    assert not any(is_on for title, is_on in enabled.items() if "Copy" in title or "Save" in title)
    assert enabled["Average over"]
