"""The window with C over a plane, as a person uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import evaluate
from tests.visualiser import screen
from tests.visualiser.small_runs import Desk, small_run
from visualiser.landscape.window import PlaneWindow
from visualiser.theme import LIGHT
from visualiser.training.landscape_questions import FoundPlane, PlaneOfCost

Begun = tuple[PlaneWindow, Desk]


@pytest.fixture
def begun(qtbot: QtBot) -> Iterator[Begun]:
    window = PlaneWindow(None)
    qtbot.addWidget(window)
    # Quicker than those that a person has to choose from.
    for place, points in enumerate((5, 9, 21)):
        window.controls.grid.setItemData(place, points)
    desk = Desk(small_run(), window)
    window.begin()
    yield window, desk
    window.close()


def found_in(window: PlaneWindow) -> FoundPlane:
    found = window.canvas.found
    assert found is not None
    return found


def choose(window: PlaneWindow, kind: str) -> None:
    box = window.controls.directions
    box.setCurrentIndex(box.findData(kind))
    box.activated.emit(box.currentIndex())


def test_it_computes_the_plane_of_the_path_and_says_what_it_is(begun: Begun) -> None:
    window, desk = begun
    desk.answer()
    found = found_in(window)
    assert found.costs.shape == (9, 9)
    text = screen.text(window)
    assert "Through the network of step 40" in text
    assert "The run is at this step" in text
    assert f"{100 * found.path.share:.1f} %" in text
    cost = evaluate(desk.run.network, desk.run.data.train).cost
    assert screen.number(window.canvas.readout().split("= ")[1]) == pytest.approx(cost, abs=1e-4)


def test_the_cell_that_is_pointed_at_is_told_with_its_own_cost(begun: Begun) -> None:
    window, desk = begun
    choose(window, "random")
    desk.answer()
    found, place = found_in(window), window.canvas.place()
    assert place is not None
    cell = (1, 6)
    QTest.mouseMove(window.canvas, place.cell_rect(cell).center().toPoint())
    said = window.canvas.readout()
    assert screen.number(said.split("= ")[1]) == pytest.approx(float(found.costs[cell]), abs=1e-4)
    window.canvas.setFocus()
    screen.key(window.canvas, Qt.Key.Key_Up)
    said = window.canvas.accessibleDescription()
    assert screen.number(said.split("= ")[1]) == pytest.approx(float(found.costs[1, 7]), abs=1e-4)


def test_colours_and_places_are_those_of_the_costs(begun: Begun) -> None:
    window, desk = begun
    choose(window, "random")
    window.controls.contours.setChecked(False)
    window.controls.path.setChecked(False)
    desk.answer()
    found, place, scale = found_in(window), window.canvas.place(), window.canvas.scale
    assert place is not None
    assert scale is not None
    picture = screen.grey(screen.pixels(window.canvas))
    seen = np.empty((9, 9))
    for column in range(9):
        for row in range(9):
            spot = place.cell_rect((column, row)).center().toPoint()
            seen[column, row] = picture[spot.y(), spot.x()]
    far = np.ones((9, 9), bool)
    # The ring lies over the middle.
    far[3:6, 3:6] = False
    order, shades = np.argsort(found.costs[far]), seen[far]
    assert (np.diff(shades[order]) > -4).all()
    assert shades[order][-1] - shades[order][0] > 100


def test_a_click_on_a_step_of_the_path_goes_to_it(begun: Begun) -> None:
    window, desk = begun
    chosen: list[int] = []
    window.step_chosen.connect(chosen.append)
    desk.answer()
    found, place = found_in(window), window.canvas.place()
    assert place is not None
    start = place.points(found.path.coordinates)[0].toPoint()
    QTest.mouseMove(window.canvas, start)
    assert "Step 0 of the path" in window.canvas.readout()
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=start)
    assert chosen == [0]
    before = screen.pixels(window.canvas)
    desk.run.go_to(0)
    desk.show()
    changed = np.abs(screen.pixels(window.canvas) - before).sum(axis=2)
    rows, columns = np.nonzero(changed)
    # The dot has gone from the ring to that step.
    ring = place.point(0, 0).toPoint()
    away = [np.hypot(rows - spot.y(), columns - spot.x()) for spot in (start, ring)]
    assert max(np.minimum(*away)) <= 7
    assert all(one.min() <= 2 for one in away)
    desk.run.set_learning_rate(0.3)
    desk.run.train(3)
    desk.show()
    # A step of the same number, but of another course of events.
    assert 3 in found.path_steps
    assert window.canvas._present is None


def test_when_the_run_goes_on_it_says_so_and_computes_anew(begun: Begun) -> None:
    window, desk = begun
    desk.answer()
    desk.run.train(3)
    desk.show()
    assert "The run is at step 43 now" in screen.text(window)
    screen.press(window, "Compute")
    desk.answer()
    assert "Through the network of step 43" in screen.text(window)


def test_opened_again_it_says_where_the_run_is_by_then(begun: Begun) -> None:
    window, desk = begun
    desk.answer()
    assert "The run is at this step" in screen.text(window)
    window.close()
    desk.run.train(3)
    desk.show()
    window.show()
    assert "The run is at step 43 now" in screen.text(window)


def test_it_can_be_cancelled_and_what_is_drawn_stays(begun: Begun) -> None:
    window, desk = begun
    desk.answer()
    before = found_in(window)
    window.controls.grid.setCurrentIndex(2)
    window.controls.grid.activated.emit(2)
    assert "Computing" in screen.text(window)
    screen.press(window, "Cancel")
    assert desk.stopped == desk.asked[1:]
    desk.answer()
    assert found_in(window) is before
    assert "Computing" not in screen.text(window)


def test_a_coarse_plane_is_shown_before_the_fine_one(begun: Begun) -> None:
    window, desk = begun
    desk.answer()
    window.controls.grid.setCurrentIndex(2)
    window.controls.grid.activated.emit(2)
    shapes = set()
    while len(found_in(window).costs) != 21:
        desk.answer(parts=1)
        shapes.add(len(found_in(window).costs))
    assert 11 in shapes


def test_another_choice_takes_the_place_of_what_is_being_computed(begun: Begun) -> None:
    window, desk = begun
    choose(window, "gradient")
    assert desk.stopped == desk.asked[:1]
    desk.answer()
    question = desk.asked[1]
    assert isinstance(question, PlaneOfCost)
    assert question.kind == "gradient"
    assert "∇C" in window.canvas._names[0]
    window.controls.seed.setValue(12)
    desk.answer()
    assert "seed 12" in window.canvas._names[1]


def test_why_there_is_no_plane_is_said(qtbot: QtBot) -> None:
    window = PlaneWindow(None)
    qtbot.addWidget(window)
    desk = Desk(small_run(0), window)
    window.begin()
    question = desk.asked[0]
    assert isinstance(question, PlaneOfCost)
    # Without a path, the gradient.
    assert question.kind == "gradient"
    choose(window, "path")
    desk.answer()
    assert window.canvas.found is None
    desk.show()
    assert "take more steps first" in screen.text(window)
    choose(window, "random")
    assert "take more steps first" not in screen.text(window)


def test_where_c_is_infinite_the_map_is_still_drawn(begun: Begun) -> None:
    window, desk = begun
    choose(window, "random")
    desk.answer()
    found_in(window).costs[0, :3] = np.inf
    found_in(window).costs[1, 1] = np.nan
    window.canvas.update()
    assert screen.pixels(window.canvas).std() > 1


def test_the_picture_is_saved_and_a_bad_place_is_told(begun: Begun, tmp_path: Path) -> None:
    window, desk = begun
    window.set_theme(LIGHT)
    desk.answer()
    image = window.picture.image()
    window.picture.write(image, tmp_path / "plane.png")
    saved = QImage(str(tmp_path / "plane.png"))
    assert saved.width() == 2 * window.canvas.width()
    desk.show()
    assert "plane.png" in screen.text(window)
    shown = screen.pixels(window.canvas)
    np.testing.assert_allclose(
        screen.image_pixels(saved).mean(axis=(0, 1)), shown.mean(axis=(0, 1)), atol=4
    )
    window.picture.write(image, tmp_path / "nowhere" / "plane.png")
    assert "cannot be written" in screen.text(window)


def test_the_axes_have_the_same_scale(begun: Begun) -> None:
    window, desk = begun
    desk.answer()
    place = window.canvas.place()
    assert place is not None
    here, right, up = place.point(0, 0), place.point(1, 0), place.point(0, 1)
    assert right.x() - here.x() == pytest.approx(here.y() - up.y())
