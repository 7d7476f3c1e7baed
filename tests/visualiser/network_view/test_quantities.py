"""What the lines show can be chosen; legend, notes, label and description follow."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from core import Parameters, Part
from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.network_view.test_captions import (
    SMALL,
    STATES,
    USUAL,
    state_of,
    texts,
    written,
)
from tests.visualiser.states import new_run, snapshot_of, trained
from visualiser.network_view.colours import full_scale
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.quantities import DEFAULT, quantities, quantity
from visualiser.number_format import fixed, plain, significant
from visualiser.selection import Connection
from visualiser.training.snapshot import Reference, Snapshot

IDS = [one.id for one in quantities()]
SYMBOLS = {"weight": "W", "flow": "W·a", "slope": "∂C/∂W", "change": "ΔW", "since": "W−W′"}


def compared(steps: int, since: int = 20) -> Snapshot:
    """A trained state that holds the network of an earlier step."""
    return replace(trained(steps), reference=Reference(since, trained(since).parameters))


def expected(name: str, state: Snapshot, gap: int) -> FloatArray:
    """The same numbers, worked out on their own."""
    found: dict[str, Callable[[], FloatArray]] = {
        "weight": lambda: state.parameters.weights[gap],
        "flow": lambda: state.parameters.weights[gap] @ np.diag(state.activations[gap]),
        "slope": lambda: state.gradient.weights[gap],
        "change": lambda: (
            -np.float32(state.progress.next_learning_rate) * state.gradient.weights[gap]
        ),
        "since": lambda: state.parameters.weights[gap] - trained(20).parameters.weights[gap],
    }
    return np.asarray(found[name](), np.float32)


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(USUAL)
    return made


def show(view: NetworkView, state: Snapshot) -> None:
    view.show_run(state.description)
    view.show_snapshot(state)
    view.show()


def choose(view: NetworkView, name: str) -> None:
    """Choose from the box, as a person does."""
    box = screen.named(view, QComboBox, "Lines show")
    screen.pick(box, quantity(name).title)


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("steps", [0, 300])
def test_every_quantity_is_what_its_name_says(name: str, steps: int) -> None:
    state = compared(steps)
    for gap, values in enumerate(quantity(name).values(state)):
        assert values.shape == state.parameters.weights[gap].shape
        assert values.dtype == np.float32
        np.testing.assert_allclose(values, expected(name, state, gap), rtol=1e-6)


def test_the_change_is_the_one_that_the_next_step_makes() -> None:
    run = new_run(optimiser="adam", learning_rate=0.005)
    run.train(20)
    run.change(frozen=[Part(1, 3)])
    state = snapshot_of(run)
    changes = quantity("change").values(state)
    before = [weights.copy() for weights in run.network.parameters.weights]
    run.train(1)
    for change, old, new in zip(changes, before, run.network.parameters.weights, strict=True):
        np.testing.assert_allclose(new - old, change, atol=3e-7)
    assert not changes[0][3].any()
    assert changes[0][4].any()


@pytest.mark.parametrize("frozen", [(), (Part(1, 3),)])
def test_since_a_step_a_weight_moved_by_all_the_changes_between(frozen: tuple[Part, ...]) -> None:
    run = new_run()
    run.change(frozen=frozen)
    begun = snapshot_of(run)
    total = [np.zeros(weights.shape) for weights in begun.parameters.weights]
    for _ in range(30):
        for gap, change in enumerate(quantity("change").values(snapshot_of(run))):
            total[gap] += change
        run.step()
    state = replace(snapshot_of(run), reference=Reference(0, begun.parameters))
    for moved, expected_move in zip(quantity("since").values(state), total, strict=True):
        np.testing.assert_allclose(moved, expected_move, atol=3e-6)


@pytest.mark.parametrize("state", [trained(300), compared(300, since=300)])
def test_where_no_step_is_chosen_or_it_is_this_one_no_weight_has_moved(state: Snapshot) -> None:
    moved = quantity("since").values(state)
    assert [gap.shape for gap in moved] == [gap.shape for gap in state.parameters.weights]
    assert not any(gap.any() for gap in moved)


def test_what_has_diverged_since_a_step_is_told_without_complaint() -> None:
    state = compared(20)
    broken = Parameters(state.sizes, np.full_like(state.parameters.vector, np.inf))
    state = replace(state, parameters=broken)
    assert np.isposinf(quantity("since").values(state)[0]).all()
    state = replace(state, reference=Reference(20, broken))
    assert np.isnan(quantity("since").values(state)[0]).all()


@pytest.mark.parametrize("name", IDS)
def test_notes_and_legend_name_what_is_chosen_and_its_scale(view: NetworkView, name: str) -> None:
    state = compared(300)
    show(view, state)
    choose(view, name)
    # Letters of two alphabets are two texts in the file.
    found = "".join(texts(view, state, QSize(1535, 807)))
    symbol = SYMBOLS[name]
    assert f"−{symbol}+" in found
    for gap in range(3):
        scale = plain(full_scale(expected(name, state, gap)))
        assert f"full colour at {symbol} = ±{scale}" in found


def test_the_picture_follows_the_choice_and_comes_back(qtbot: QtBot, view: NetworkView) -> None:
    show(view, compared(300))
    pictures: dict[str, screen.Pixels] = {}
    for name in [*IDS, DEFAULT]:
        choose(view, name)
        view.grab()
        qtbot.waitUntil(lambda: view.is_complete)
        # But for the box itself, which has had the focus.
        picture = screen.pixels(view)[70:]
        if name in pictures:
            assert np.array_equal(picture, pictures[name])
        pictures[name] = picture
    for one, other in itertools.combinations(pictures.values(), 2):
        assert not np.array_equal(one, other)


def test_a_line_has_the_colour_of_the_sign_of_what_is_chosen(
    qtbot: QtBot, view: NetworkView
) -> None:
    """A step goes against the gradient: what is blue in one picture is orange in the other."""
    show(view, trained(300))
    warmth = []
    for name in ("slope", "change"):
        choose(view, name)
        view.grab()
        qtbot.waitUntil(lambda: view.is_complete)
        picture = screen.pixels(view)[80:-60, 300:-150]
        warmth.append((picture[..., 0] - picture[..., 2]).astype(float).ravel())
    assert np.corrcoef(warmth[0], warmth[1])[0, 1] < -0.8


@pytest.mark.parametrize("name", IDS)
def test_label_and_description_tell_its_number_beside_w(view: NetworkView, name: str) -> None:
    state = compared(300)
    show(view, state)
    choose(view, name)
    view.select(Connection(2, 3, 4))
    weight = fixed(float(state.parameters.weights[1][3, 4]), sign=True)
    said = f"Layer 2: W from neuron 4 to neuron 3 = {weight}"
    value = float(expected(name, state, 1)[3, 4])
    number = fixed(value, sign=True) if name == "flow" else significant(value)
    said += "" if name == DEFAULT else f"\n{SYMBOLS[name]} = {number}"
    assert view.accessibleDescription() == said
    view._hover(Connection(2, 3, 4))
    assert said in screen.texts(view)


def test_the_description_follows_choice_and_steps(view: NetworkView) -> None:
    show(view, trained(0))
    view.select(Connection(2, 3, 4))
    seen = {view.accessibleDescription()}
    choose(view, "slope")
    seen.add(view.accessibleDescription())
    view.show_snapshot(trained(1))
    seen.add(view.accessibleDescription())
    assert len(seen) == 3


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["small", "usual"])
@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("chosen", ["flow", "slope"])
def test_nothing_is_written_over_anything_else(
    view: NetworkView, chosen: str, name: str, size: QSize
) -> None:
    view.lines.choose(chosen)
    found = written(view, state_of(name), size)
    boxes = [(words.text, words.box.adjusted(1, 1, -1, -1)) for words in found]
    pairs = itertools.combinations(boxes, 2)
    assert [(a, b) for (a, one), (b, other) in pairs if one.intersects(other)] == []
    frame = QRectF(0, 0, size.width(), size.height())
    assert [words.text for words in found if not frame.contains(words.box)] == []


@pytest.mark.parametrize("size", [SMALL, USUAL, QSize(1535, 807)])
def test_the_box_lies_over_no_neuron_and_no_bar(view: NetworkView, size: QSize) -> None:
    found = written(view, trained(300), size)
    layout = view.layout_of_network
    assert layout is not None
    shape = view.lines.geometry()
    assert view.rect().contains(shape)
    outputs = layout.layers[-1]
    assert shape.bottom() < outputs.centres[0, 1] - outputs.radius
    title = next(words for words in found if words.text == "Output")
    assert title.box.right() + 6 < shape.left()


def test_names_are_unique_and_explained(view: NetworkView) -> None:
    table = quantities()
    for field in ("id", "symbol", "title", "sentence"):
        assert len({getattr(one, field) for one in table}) == len(table)
    show(view, trained(0))
    box = screen.named(view, QComboBox, "Lines show")
    for one in table:
        choose(view, one.id)
        assert one.sentence in box.toolTip()
        assert one.sentence == box.accessibleDescription()


def test_the_legend_s_tip_explains_what_is_chosen(view: NetworkView) -> None:
    show(view, trained(0))
    for one in quantities():
        choose(view, one.id)
        place = QPoint(60, view.height() - 30)
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.mapToGlobal(place))
        QApplication.sendEvent(view, event)
        assert one.sentence in QToolTip.text()
        assert f"|{one.symbol}|" in QToolTip.text()


def test_the_next_one_follows_and_after_the_last_the_first(view: NetworkView) -> None:
    show(view, trained(0))
    seen = []
    for _ in IDS:
        seen.append(view.quantity.id)
        view.lines.choose_next()
    assert seen == IDS
    assert view.quantity.id == DEFAULT


def test_a_name_that_is_none_changes_nothing(view: NetworkView) -> None:
    view.lines.choose("flow")
    view.lines.choose("nonsense")
    assert view.quantity.id == "flow"
    assert quantity("nonsense").id == DEFAULT


@pytest.mark.parametrize(
    "broken", [lambda a: a * np.float32(np.nan), lambda a: a * np.float32(1e38) * np.float32(1e38)]
)
def test_what_is_not_finite_is_shown_without_complaint(
    qtbot: QtBot, view: NetworkView, broken: Callable[[FloatArray], FloatArray]
) -> None:
    with np.errstate(all="ignore"):
        state = trained(3)
        hidden = tuple(broken(a) for a in state.activations[1:])
        state = replace(state, activations=(state.activations[0], *hidden))
    show(view, state)
    choose(view, "flow")
    view.grab()
    qtbot.waitUntil(lambda: view.is_complete)
    view._hover(Connection(2, 3, 4))
    assert "W·a = " in screen.text(view)


def test_a_row_without_a_sign_begins_at_0(view: NetworkView) -> None:
    """One entry of the table is all that another quantity needs."""
    magnitude = replace(
        quantity(DEFAULT),
        symbol="|W|",
        is_zero_centred=False,
        values=lambda state: tuple(np.abs(weights) for weights in state.parameters.weights),
    )
    view.lines._table = (magnitude, *view.lines._table[1:])
    view.lines._tell()
    found = texts(view, trained(20), QSize(1535, 807))
    assert "−" not in found
    assert found.count("0") == 3  # of both bars, and an output
    scale = plain(full_scale(trained(20).parameters.weights[0]))
    assert f"full colour at |W| = {scale}" in found


def test_a_pointer_on_the_box_leaves_the_picture_alone(view: NetworkView) -> None:
    show(view, trained(20))
    place = QPointF(view.lines.geometry().center()).toPoint()
    QTest.mouseMove(view, place)
    assert not view.findChildren(QLabel, "hover_label")[0].isVisible()
