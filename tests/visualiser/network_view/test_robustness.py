"""Whatever happens to the window or the network: no exception, no complaint of Qt, a picture."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Parameters
from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.states import made_up, trained, with_weights
from visualiser.motion import OVERRIDE
from visualiser.network_view.camera import Camera
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.quantities import quantities
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.snapshot import Reference, Snapshot

CROWDED = (64, 40, 40, 10)  # more lines than are drawn anew in every frame
LARGE = (784, 9000, 10)
OPTIONS = [
    ViewOptions(),
    ViewOptions(input_form="ends", tall_form="ends", ring="bias", hidden_below=0.95),
    ViewOptions(input_form="circles", ring="slope", weight_pictures=True, dashed_negatives=True),
    ViewOptions(scale_mode="common", is_locked=True, weight_pictures=True, hidden_below=0.95),
    ViewOptions(scale_mode="fixed", fixed_scale=1e-9, ring="bias", fits_always=False),
    ViewOptions(scale_mode="fixed", fixed_scale=1e9, hidden_below=0.5, shows_flow=False),
]
QUANTITIES = [one.id for one in quantities()]


@pytest.fixture(autouse=True)
def _moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Layouts turn into each other, whatever the desktop asks for."""
    monkeypatch.setenv(OVERRIDE, "0")


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.setMinimumSize(0, 0)
    made.resize(680, 430)
    made.show()
    return made


def show(view: NetworkView, snapshot: Snapshot) -> None:
    if view.sizes != snapshot.sizes:
        view.show_run(snapshot.description)
    view.show_snapshot(snapshot)


def finish(qtbot: QtBot, view: NetworkView) -> screen.Pixels:
    """The picture, once nothing moves and every line is in it."""

    def is_drawn() -> bool:
        view.grab()
        return view.is_complete

    qtbot.waitUntil(is_drawn)
    return screen.pixels(view)


def playing(snapshot: Snapshot, position: int) -> Snapshot:
    progress = replace(snapshot.progress, playing=True, position=position, steps_per_second=1000.0)
    return replace(snapshot, progress=progress)


def use(view: NetworkView) -> None:
    """Do a bit of everything that a person can do."""
    places = [QPoint(2, 2), view.rect().center(), QPoint(view.width() // 5, view.height() // 2)]
    for place in places:
        QTest.mouseMove(view, place)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseClick(
            view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
        )
        view.grab()
    screen.key(view, Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left)
    view.grab()
    screen.key(view, *[Qt.Key.Key_Plus] * 12, Qt.Key.Key_Right, Qt.Key.Key_Up)
    view.grab()
    view.fit()
    screen.key(view, Qt.Key.Key_Escape)
    view.grab()


# -------------------------------------------------------------------- sizes of the window


@pytest.mark.parametrize("layers", [(64, 10), CROWDED])
@pytest.mark.parametrize("options", OPTIONS)
def test_a_window_of_hardly_any_size(
    view: NetworkView, layers: tuple[int, ...], options: ViewOptions
) -> None:
    show(view, trained(1, layers=layers))
    view.resize(1, 1)
    view.set_options(options)
    for size in (QSize(1, 1), QSize(0, 0), QSize(3, 700), QSize(2000, 1)):
        view.resize(size)
        use(view)
        view.resize(680, 430)
        view.fit()
        assert screen.pixels(view).any()


def test_a_window_without_size_before_anything_is_there(view: NetworkView) -> None:
    view.resize(0, 0)
    use(view)
    show(view, trained(1))
    use(view)
    assert view.selection is None


@pytest.mark.parametrize("size", [QSize(7680, 4320), QSize(12000, 200), QSize(200, 9000)])
def test_a_huge_window(qtbot: QtBot, view: NetworkView, size: QSize) -> None:
    view.resize(size)
    show(view, trained(1, layers=CROWDED))
    assert view.grab().size() == size
    view.resize(680, 430)
    after = finish(qtbot, view)
    view.show_run(trained(1, layers=CROWDED).description)
    assert np.array_equal(finish(qtbot, view), after)


@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 1000)), min_size=1, max_size=4))
def test_any_sizes_one_after_the_other_end_in_the_picture_of_the_last(
    view: NetworkView, sizes: list[tuple[int, int]]
) -> None:
    show(view, trained(1))
    for width, height in sizes:
        view.resize(width, height)
        view.grab()
    view.resize(640, 400)
    after = screen.pixels(view)
    view.show_run(trained(1).description)
    assert np.array_equal(screen.pixels(view), after)


def test_another_screen_draws_anew_and_stays_where_one_looked(
    qtbot: QtBot, view: NetworkView
) -> None:
    show(view, trained(1, layers=CROWDED))
    camera = Camera(3.0, -400.0, -300.0)
    view._look(camera)
    before = finish(qtbot, view)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert not view.is_complete
    assert np.array_equal(finish(qtbot, view), before)
    assert view.drawing.camera == camera


def test_another_screen_in_the_middle_of_a_turn(qtbot: QtBot, view: NetworkView) -> None:
    show(view, trained(1, layers=CROWDED))
    view.set_options(ViewOptions(input_form="circles"))
    view._turn.setCurrentTime(150)
    view.grab()
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    after = finish(qtbot, view)
    view.show_run(trained(1, layers=CROWDED).description)
    assert np.array_equal(finish(qtbot, view), after)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0, 3.0])
@pytest.mark.parametrize("layers", [(64, 16, 10), CROWDED])
def test_any_ratio_of_pixels(
    qtbot: QtBot,
    view: NetworkView,
    monkeypatch: pytest.MonkeyPatch,
    ratio: float,
    layers: tuple[int, ...],
) -> None:
    show(view, trained(1, layers=layers))
    usual = finish(qtbot, view)
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: ratio)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    # Weak lines are drawn finer, and nothing is elsewhere.
    assert np.abs(finish(qtbot, view) - usual).mean() < 3


# -------------------------------------------------------------------- hidden and shown


def test_hidden_in_the_middle_of_a_turn_it_is_at_its_end_when_it_is_shown(
    qtbot: QtBot, view: NetworkView
) -> None:
    state = trained(1, layers=CROWDED)
    show(view, state)
    view.set_options(ViewOptions(input_form="ends", weight_pictures=True))
    view._turn.setCurrentTime(100)
    view.grab()
    view.hide()
    assert view._turn.state() == QVariantAnimation.State.Stopped
    view.show()
    after = finish(qtbot, view)
    view.show_run(state.description)
    assert np.array_equal(finish(qtbot, view), after)


def test_options_chosen_while_hidden_are_there_at_once(qtbot: QtBot, view: NetworkView) -> None:
    show(view, trained(1))
    usual = finish(qtbot, view)
    view.hide()
    view.set_options(ViewOptions(input_form="ends"))
    assert view._turn.state() == QVariantAnimation.State.Stopped
    view.show()
    assert view.is_complete or finish(qtbot, view).any()
    view.hide()
    view.set_options(ViewOptions())
    view.show()
    assert np.array_equal(finish(qtbot, view), usual)


def test_hidden_and_shown_while_playing(qtbot: QtBot, view: NetworkView) -> None:
    state = trained(1, layers=CROWDED)
    for position in range(30):
        show(view, playing(state, position))
        view.setVisible(position % 7 < 4)
        view.grab()
        QApplication.processEvents()
    view.show()
    at_rest = replace(state, progress=replace(state.progress, position=30))
    view.show_snapshot(at_rest)
    after = finish(qtbot, view)
    view.show_run(state.description)
    assert np.array_equal(finish(qtbot, view), after)


def test_turning_and_zooming_while_playing(qtbot: QtBot, view: NetworkView) -> None:
    state = trained(1, layers=CROWDED)
    forms = [ViewOptions(), ViewOptions(input_form="circles"), ViewOptions(weight_pictures=True)]
    for position in range(24):
        show(view, playing(state, position))
        if position % 5 == 0:
            view.set_options(forms[position % 3])
        if view._turn.state() == QVariantAnimation.State.Running:
            view._turn.setCurrentTime(min(view._turn.currentTime() + 90, 300))
        screen.key(view, Qt.Key.Key_Plus if position % 4 else Qt.Key.Key_Minus)
        view.grab()
    view._turn.setCurrentTime(300)
    view.show_snapshot(state)
    assert finish(qtbot, view).any()


# -------------------------------------------------------------------- numbers that are none

DIVERGED = [np.nan, np.inf, -np.inf, 3.4e38, -3.4e38, 1e-45, 0.0]


def spoilt(array: FloatArray, values: list[float]) -> FloatArray:
    """A copy that has these numbers here and there."""
    found = array.copy()
    for place, value in enumerate(values):
        found.ravel()[place :: len(values) + 2] = value
    return found


@cache
def diverged(sizes: tuple[int, ...], *values: float) -> Snapshot:
    state, bad = made_up(sizes, (8, 8)), list(values)
    parameters = Parameters(sizes, spoilt(state.parameters.vector, bad))
    return replace(
        state,
        parameters=parameters,
        gradient=Parameters(sizes, spoilt(state.gradient.vector, bad)),
        activations=(state.activations[0], *(spoilt(a, bad) for a in state.activations[1:])),
        weighted_sums=tuple(spoilt(s, bad) for s in state.weighted_sums),
        reference=Reference(0, parameters),
    )


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("sizes", [(64, 16, 10), (64, 100, 10)])
def test_a_network_that_has_diverged_is_drawn(
    view: NetworkView, options: ViewOptions, sizes: tuple[int, ...]
) -> None:
    view.set_options(options)
    show(view, diverged(sizes, *DIVERGED))
    selections = (Neuron(0, 0), Neuron(1, 5), Neuron(2, 3), Connection(1, 3, 4))
    # Every quantity and every selection with all options, and with each other in one or another.
    for place, quantity in enumerate(QUANTITIES, start=OPTIONS.index(options)):
        view.lines.choose(quantity)
        for selection in (selections[place % 4], selections[(place + 1) % 4]):
            view.select(selection)
            view.grab()
    use(view)
    assert screen.pixels(view).any()


@pytest.mark.parametrize("options", OPTIONS)
def test_the_largest_and_the_smallest_numbers_there_are(
    view: NetworkView, options: ViewOptions
) -> None:
    state = made_up((64, 16, 10), (8, 8))
    view.set_options(options)
    for value in (3.3e38, 3.4e38, 1e-45):
        vector = np.sign(state.parameters.vector) * np.float32(value)
        every = Parameters(state.sizes, vector)
        view.show_run(state.description)
        view.show_snapshot(replace(state, parameters=every, gradient=every))
        use(view)
        assert screen.pixels(view).any()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_one_ring_that_is_no_number_leaves_the_others(view: NetworkView, value: float) -> None:
    usual, spoiled = Parameters((64, 16, 16, 10)), Parameters((64, 16, 16, 10))
    usual.biases[1][:] = spoiled.biases[1][:] = 0.5
    spoiled.biases[0][0] = value
    view.set_options(ViewOptions(ring="bias"))
    pictures = []
    for parameters in (usual, spoiled):
        show(view, replace(with_weights(trained(0)), parameters=parameters))
        pictures.append(screen.pixels(view))
    layout = view.layout_of_network
    assert layout is not None
    layer = layout.layers[2]
    x, y = np.rint(layer.centres[8]).astype(int)
    reach = round(layer.radius)
    box = np.s_[y - reach : y + reach, x - reach : x + reach]
    assert np.array_equal(pictures[0][box], pictures[1][box])


# -------------------------------------------------------------------- a network that is too large


@cache
def large() -> Snapshot:
    return made_up(LARGE, (28, 28))


SENTENCE = "More than 5 million connections are too many to draw"


@pytest.mark.parametrize("options", OPTIONS)
def test_layers_of_a_network_too_large_to_draw_are_blocks(
    view: NetworkView, options: ViewOptions
) -> None:
    view.set_options(options)
    show(view, large())
    layout = view.layout_of_network
    assert layout is not None
    assert not layout.has_lines
    assert [layer.form for layer in layout.layers[1:]] == ["block", "circles"]
    use(view)
    neuron = Neuron(1, 4444)
    place = QPointF(*layout.layers[1].centres[neuron.index].tolist()).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.selection == neuron
    assert "Layer 1, neuron 4444" in view.accessibleDescription()


def test_its_blocks_are_drawn_however_large_when_it_has_diverged(view: NetworkView) -> None:
    state, (inputs, hidden, outputs) = large(), large().activations
    none = (spoilt(hidden, [np.nan, np.inf]), spoilt(outputs, [np.nan, -np.inf]))
    show(view, replace(state, activations=(inputs, *none)))
    view.select(Neuron(1, 4444))
    for _ in range(12):
        screen.key(view, Qt.Key.Key_Plus)
        assert screen.pixels(view).any()


@pytest.mark.parametrize("size", [QSize(643, 367), QSize(680, 430), QSize(1535, 807)])
def test_its_sentence_is_there(view: NetworkView, size: QSize) -> None:
    view.resize(size)
    small = replace(large().description, sizes=(784, 30, 10))
    show(view, large())
    with_sentence = screen.pixels(view)
    view.show_run(small)
    layout = view.layout_of_network
    assert layout is not None
    start = round(layout.layers[0].right) + 12
    box = with_sentence[-92:-56, start : view.width() - 16]
    ink = np.abs(box - with_sentence[1, 1]).sum(axis=2) > 60
    assert ink.sum() > 400


# -------------------------------------------------------------------- another network

SHAPES: list[tuple[tuple[int, ...], tuple[int, int]]] = [
    ((64, 16, 16, 10), (8, 8)),
    ((2, 1), (1, 2)),
    ((784, 30, 10), (28, 28)),
    ((64, 3, 3, 3, 3, 3, 3, 10), (8, 8)),
    ((12, 200, 2), (3, 4)),
]


def prepare(view: NetworkView, how: str) -> None:
    """Do something that the next network should not be hurt by."""
    selected: dict[str, Selection] = {"pinned": Neuron(1, 0), "line": Connection(1, 0, 1)}
    view.select(selected.get(how))
    if how == "pinned":
        view.pin(Neuron(0, 1))
    if how == "zoomed":
        view._look(Camera(9.0, -2000.0, -1500.0))
    if how == "turning":
        view.set_options(ViewOptions(input_form="circles"))
        view._turn.setCurrentTime(150)
    if how == "pointed at":
        assert view.layout_of_network is not None
        centre = view.layout_of_network.layers[1].centres[0]
        QTest.mouseMove(view, QPoint(1, 1))
        QTest.mouseMove(view, QPointF(*centre.tolist()).toPoint())
        assert view.hovered == Neuron(1, 0)
    view.grab()


@cache
def shape(place: int) -> Snapshot:
    return made_up(*SHAPES[place])


@pytest.mark.parametrize("how", ["zoomed", "pinned", "line", "turning", "pointed at"])
def test_another_network_whatever_is_going_on(qtbot: QtBot, view: NetworkView, how: str) -> None:
    show(view, shape(0))
    for place in (1, 2, 3, 4, 0):
        prepare(view, how)
        view.show_run(shape(place).description)
        view.grab()
        show(view, shape(place))
        assert (view.hovered, view.selection, view.pinned) == (None, None, None)
        view.grab()
        if place < 3:
            view.fit()
            after = finish(qtbot, view)
            view.show_run(shape(place).description)
            assert np.array_equal(finish(qtbot, view), after)


def test_another_network_takes_away_the_label_and_the_hand_at_once(view: NetworkView) -> None:
    show(view, trained(20))
    prepare(view, "pointed at")
    assert "Layer 1, neuron 0" in screen.text(view)
    view.show_run(trained(0, layers=(64, 3, 10)).description)
    assert "neuron" not in screen.text(view)
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("options", OPTIONS)
def test_a_network_that_is_not_filled_yet_is_drawn_and_used(
    view: NetworkView, options: ViewOptions
) -> None:
    view.set_options(options)
    view.show_run(trained(0).description)
    use(view)
    assert screen.pixels(view).any()


@pytest.mark.parametrize("options", OPTIONS)
def test_before_a_run_is_there_it_is_used_in_vain(view: NetworkView, options: ViewOptions) -> None:
    view.set_options(options)
    use(view)
    assert (view.selection, view.pinned, view.hovered) == (None, None, None)


@pytest.mark.parametrize("code", [0x416, 0x20AC, 0x01FFFFFF, 0x3042])
def test_keys_of_any_keyboard_are_let_through(view: NetworkView, code: int) -> None:
    show(view, trained(1))
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert not event.isAccepted()
