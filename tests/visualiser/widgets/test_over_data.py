"""Over the data: what is drawn is what was found, and an example can be chosen in every way."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import Run, RunSettings
from tests.visualiser.screen import Pixels, key, pixels, texts
from tests.visualiser.states import made_up as made_up_snapshot
from tests.visualiser.states import new_run, snapshot_of
from visualiser.number_format import fixed
from visualiser.selection import Neuron
from visualiser.theme import DARK, THEMES, Theme
from visualiser.training.messages import Split
from visualiser.training.neuron_questions import BINS, Extreme, NeuronOverData, OverTheData
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.example_button import ExampleButton, ink_image
from visualiser.widgets.over_data import OverData
from visualiser.widgets.over_data_rows import Axis, ClassRow, short

widths = pytest.mark.parametrize("width", [300, 344])
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


@cache
def run() -> Run:
    """A trained run."""
    made = new_run()
    made.train(1500)
    return made


@cache
def answer(layer: int = 1, neuron: int = 2) -> OverTheData:
    return NeuronOverData(layer, neuron).answer(run())


def snapshot(index: int = 0, split: Split = "test") -> Snapshot:
    made = snapshot_of(run(), index)
    example = replace(made.progress.example, split=split)
    return replace(made, progress=replace(made.progress, example=example))


def made_up(**changes: object) -> OverTheData:
    """An answer of three digits, told apart by their numbers."""
    counts = np.zeros((3, BINS), np.int64)
    counts[0, 0], counts[1, 10], counts[2, [18, 19]] = 10, 10, (5, 5)
    shares = np.array([0.0, 0.5, 1.0])
    base = OverTheData(
        1, 2, np.linspace(0, 1, BINS + 1), counts, shares, shares, 1 - shares, (), (), 30, 30
    )
    return replace(base, **changes)  # type: ignore[arg-type] # fields of it


@pytest.fixture
def shown(qtbot: QtBot) -> OverData:
    """The widget with the answer about a neuron of a trained network."""
    widget = OverData()
    qtbot.addWidget(widget)
    widget.set_theme(DARK)
    widget.resize(344, widget.sizeHint().height())
    widget.show_answer(answer(), snapshot())
    widget.show()
    return widget


def rows(widget: QWidget) -> list[ClassRow]:
    return [row for row in widget.findChildren(ClassRow) if row.isVisible()]


def buttons(widget: QWidget) -> list[ExampleButton]:
    return widget.findChildren(ExampleButton)


def bars(picture: Pixels) -> Pixels:
    """How many pixels of a bar's colour each column of a row's picture has."""
    blueness = picture[..., 2] - picture[..., 0]
    return np.asarray((blueness > 60).sum(axis=0))


def test_every_row_tells_its_digit_and_mean(shown: OverData) -> None:
    found = answer()
    assert [row.digit for row in rows(shown)] == list(range(10))
    tops = [row.mapTo(shown, row.rect().topLeft()).y() for row in rows(shown)]
    assert tops == sorted(tops)
    for row in rows(shown):
        mean = fixed(float(found.means[row.digit]))
        assert f"Digit {row.digit}" in row.accessibleName()
        assert row.accessibleName().endswith(mean)
        assert str(found.counts[row.digit].sum()) in row.toolTip()
        assert mean in row.toolTip()


@themes
def test_bars_stand_where_the_examples_are_on_one_scale(qtbot: QtBot, theme: Theme) -> None:
    heights = []
    for digit in range(3):
        row = ClassRow(digit)
        qtbot.addWidget(row)
        row.set_theme(theme)
        row.resize(28 + 58 + 10 * BINS, row.height())
        row.show_found(made_up(means=np.full(3, np.nan)))
        columns = bars(pixels(row))[28 : 28 + 10 * BINS].reshape(BINS, 10)
        heights.append(columns.max(axis=1))
    for height, counts in zip(heights, made_up().counts, strict=True):
        assert ((height > 0) == (counts > 0)).all()
    assert heights[0][0] == heights[1][10]
    assert heights[2][18] == heights[2][19]
    assert 0.4 < heights[2][18] / heights[0][0] < 0.6


def test_the_largest_share_of_all_digits_fills_its_row(qtbot: QtBot) -> None:
    row = ClassRow(0)
    qtbot.addWidget(row)
    row.resize(286, row.height())
    for share in (1, 2, 5):
        counts = np.zeros((3, BINS), np.int64)
        counts[:, :share] = 10
        row.show_found(made_up(counts=counts, means=np.full(3, np.nan)))
        assert bars(pixels(row)).max() >= row.height() - 5


@pytest.mark.parametrize(("low", "mean", "place"), [(0, 0.25, 0.25), (-1, 0.5, 0.75), (0, 1, 1)])
def test_the_tick_stands_at_the_mean(qtbot: QtBot, low: float, mean: float, place: float) -> None:
    row = ClassRow(1)
    qtbot.addWidget(row)
    row.resize(286, row.height())
    edges = np.linspace(low, 1, BINS + 1)
    pictures = []
    for value in (np.nan, mean):
        row.show_found(made_up(edges=edges, means=np.full(3, value)))
        pictures.append(pixels(row)[:, :232])
    differs = (pictures[0] != pictures[1]).any(axis=(0, 2))
    assert np.flatnonzero(differs).mean() == pytest.approx(28 + 200 * place, abs=1)


@pytest.mark.parametrize("index", [0, 1, 5])
def test_the_true_digit_of_what_is_shown_is_marked(shown: OverData, index: int) -> None:
    shown.follow(snapshot(index), Neuron(1, 2))
    marked = [row.digit for row in rows(shown) if "the one shown" in row.accessibleName()]
    assert marked == [snapshot(index).progress.example.label]
    yellow = [row.digit for row in rows(shown) if (np.ptp(pixels(row)[9, 1]) > 100)]
    assert yellow == marked


@pytest.mark.parametrize(("split", "count"), [("test", 1), ("train", 0)])
def test_the_shown_example_is_marked_among_the_extremes(
    shown: OverData, split: Split, count: int
) -> None:
    index = answer().least[2].index
    shown.follow(snapshot(index, split), Neuron(1, 2))
    frames = [pixels(button)[0, 20] for button in buttons(shown)[1:]]
    assert sum(np.ptp(frame) > 100 for frame in frames) == count


def test_the_extremes_stand_in_order_each_with_its_digit_and_a(shown: OverData) -> None:
    extremes = (*answer().most, *answer().least)
    assert [button.extreme for button in buttons(shown)] == list(extremes)
    for button, extreme in zip(buttons(shown), extremes, strict=True):
        name = f"Test example {extreme.index}, truly {extreme.label}: a = {fixed(extreme.a)}"
        assert button.accessibleName() == name
        assert button.toolTip().startswith(name)


@pytest.mark.parametrize("place", [0, 5, 6, 11, 12, 23])
def test_an_example_is_chosen_by_click_space_and_enter(shown: OverData, place: int) -> None:
    spy = QSignalSpy(shown.example_chosen)
    button = buttons(shown)[place]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    key(button, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    index = (*answer().most, *answer().least)[place].index
    assert [spy.at(call) for call in range(spy.count())] == [[index]] * 4


def test_the_twelve_that_fire_it_most_stand_in_two_rows_above_those_that_fire_it_least(
    shown: OverData,
) -> None:
    QApplication.processEvents()
    assert len(answer().most) == len(answer().least) == 12
    places = [(button.y(), button.x()) for button in buttons(shown)]
    assert places == sorted(places)
    assert [y for y, _ in places] == [y for y in sorted({y for y, _ in places}) for _ in range(6)]


def blank_tips(classes: int) -> list[str]:
    """What rows say of themselves while there is no number to tell."""
    text = "How a is spread over the test examples that are truly {}."
    return [text.format(digit) for digit in range(classes)]


def test_another_neuron_has_nothing_to_show_until_it_is_answered(shown: OverData) -> None:
    spy = QSignalSpy(shown.example_chosen)
    shown.follow(snapshot(), Neuron(1, 3))
    assert [row.toolTip() for row in rows(shown)] == blank_tips(10)
    for button in buttons(shown):
        # So that Tab passes over it.
        assert not button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert spy.count() == 0
    shown.show_answer(answer(1, 3), snapshot())
    assert buttons(shown)[0].extreme is answer(1, 3).most[0]


@pytest.mark.parametrize("classes", [3, 26])
def test_a_run_on_other_data_has_nothing_to_show_until_it_is_answered(
    shown: OverData, classes: int
) -> None:
    shown.follow(made_up_snapshot((64, 16, classes), (8, 8)), Neuron(1, 2))
    QApplication.processEvents()
    assert [row.toolTip() for row in rows(shown)] == blank_tips(classes)
    assert all(button.extreme is None for button in buttons(shown))


def test_the_same_neuron_keeps_what_it_shows(shown: OverData) -> None:
    before = texts(shown)
    shown.follow(snapshot(3), Neuron(1, 2))
    assert texts(shown) == before
    assert buttons(shown)[0].extreme is answer().most[0]


@pytest.mark.parametrize(
    ("firing", "silent", "sentence"),
    [
        ([0.9, 0.1, 0.8], [0.0, 0.85, 0.1], "It fires for 0 and 2 and stays silent for 1."),
        ([0.9, 0, 0], [0, 0.8, 1], "It fires for 0 and stays silent for all others."),
        ([0.79, 0, 0.9], [0, 0.79, 0], "It fires for 2."),
        ([0.79, 0, 0.5], [0, 0.8, 0], "It stays silent for 1."),
        ([0.8, 0.8, 0.8], [0, 0, 0], "It fires for every class."),
        ([0, 0, 0], [1, 1, 1], "It stays silent for every class."),
        ([0.79, 0.5, 0.1], [0.1, 0.5, 0.79], ""),
    ],
)
def test_the_sentence_names_the_digits_of_which_it_is_plain(
    shown: OverData, firing: list[float], silent: list[float], sentence: str
) -> None:
    found = made_up(firing=np.array(firing), silent=np.array(silent))
    shown.show_answer(found, snapshot())
    said = [text for text in texts(shown) if text.startswith("It ")]
    assert said == [sentence][: bool(sentence)]


def test_where_a_can_be_below_0_the_sentence_is_about_signs(shown: OverData) -> None:
    edges = np.linspace(-1, 1, BINS + 1)
    found = made_up(edges=edges, firing=np.array([1, 0, 0.8]), silent=np.array([0, 0.9, 0]))
    shown.show_answer(found, snapshot())
    assert "Its a is above 0 for 0 and 2 and below 0 for 1." in texts(shown)


def test_of_an_a_that_is_never_0_it_is_not_said_to_be_silent(shown: OverData) -> None:
    low, all_of_them = np.linspace(0.2, 1.2, BINS + 1), np.ones(3)
    shown.show_answer(made_up(edges=low, firing=all_of_them, silent=0 * all_of_them), snapshot())
    assert not [text for text in texts(shown) if text.startswith("It")]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=5, max_size=5), st.data())
def test_no_digit_is_named_of_which_it_is_not_true(
    firing: list[float], data: st.DataObject
) -> None:
    silent = [data.draw(st.floats(0, 1 - share)) for share in firing]
    widget = OverData()
    up, down = np.array(firing), np.array(silent)
    found = made_up(counts=np.ones((5, BINS), np.int64), means=up, firing=up, silent=down)
    widget.show_answer(found, snapshot())
    said = " ".join(label.text() for label in widget.findChildren(QLabel))
    for words, shares in (("fires", firing), ("stays silent", silent)):
        named = re.search(rf"{words} for ([0-9, and]+)", said)
        digits = set() if named is None else {int(one) for one in re.findall(r"\d", named[1])}
        plain = {digit for digit in range(5) if shares[digit] >= 0.8}
        is_every = re.search(rf"{words} for (all other|every)", said)
        assert digits == plain or (is_every and len(plain) > 1 and not digits)
    widget.deleteLater()


@pytest.mark.parametrize(
    ("count", "text"), [(1200, "over 1,200 test"), (4, "over 4 of 1,200 test")]
)
def test_how_many_examples_there_are_is_said(shown: OverData, count: int, text: str) -> None:
    shown.show_answer(made_up(count=count, total=1200), snapshot())
    assert text in " ".join(texts(shown))


@widths
@pytest.mark.parametrize("classes", [1, 3, 10, 26])
def test_nothing_is_cut_off_with_any_number_of_digits(
    shown: OverData, width: int, classes: int
) -> None:
    shares = np.linspace(0, 1, classes)
    counts = np.ones((classes, BINS), np.int64)
    shown.show_answer(
        made_up(counts=counts, means=shares, firing=shares, silent=1 - shares), snapshot()
    )
    assert shown.minimumSizeHint().width() <= 300
    shown.resize(width, shown.heightForWidth(width))
    QApplication.processEvents()
    assert len(rows(shown)) == classes
    for part in (*rows(shown), *buttons(shown), *shown.findChildren(Axis)):
        assert shown.rect().contains(part.geometry())
        assert part.height() >= part.minimumHeight()


@themes
def test_ink_has_the_colours_of_an_activation(theme: Theme) -> None:
    ink = np.array([[0, 255], [255, 0]], np.uint8)
    image = ink_image(Extreme(0, 1, 0.5, ink), theme)
    assert image.pixelColor(0, 0) == theme.colour("off")
    assert image.pixelColor(1, 0) == theme.colour("on")
    assert (image.width(), image.height()) == (2, 2)


def test_without_a_picture_the_index_stands_there(qtbot: QtBot) -> None:
    pictures = []
    for index in (1, 8):
        button = ExampleButton()
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        button.show_extreme(Extreme(index, 3, 0.5, None))
        pictures.append(pixels(button))
    assert (pictures[0][:45] != pictures[1][:45]).any()
    assert (pictures[0][45:] == pictures[1][45:]).all()


def test_the_themes_differ_everywhere(shown: OverData) -> None:
    parts = (*rows(shown), *buttons(shown), *shown.findChildren(Axis))
    pictures = []
    for theme in THEMES.values():
        shown.set_theme(theme)
        pictures.append([pixels(part) for part in parts])
    assert all((dark != light).any() for dark, light in zip(*pictures, strict=True))


def test_rows_that_come_later_have_the_theme_as_well(shown: OverData) -> None:
    shown.set_theme(THEMES["light"])
    wide = made_up(counts=np.ones((12, BINS), np.int64), means=np.full(12, 0.5))
    shown.show_answer(replace(wide, firing=np.zeros(12), silent=np.zeros(12)), snapshot())
    QApplication.processEvents()
    before = [pixels(row) for row in rows(shown)]
    shown.set_theme(THEMES["light"])
    assert len(before) == 12
    assert all((old == pixels(row)).all() for old, row in zip(before, rows(shown), strict=True))


@settings(deadline=None, max_examples=80)
@given(st.floats(allow_nan=True, allow_infinity=True, width=32))
def test_a_short_number_is_short(a: float) -> None:
    assert len(short(a)) <= 11


@cache
def plane(data: str) -> Run:
    """A trained run with one output."""
    settings = RunSettings(data, learning_rate=1.0)
    made = settings.new_run(settings.load_data())
    made.train(60)
    return made


def shown_of(qtbot: QtBot, made: Run, theme: Theme = DARK) -> OverData:
    """The widget as a window shows it: followed, answered, and followed again."""
    widget = OverData()
    qtbot.addWidget(widget)
    widget.set_theme(theme)
    state = snapshot_of(made, 3)
    widget.follow(state, Neuron(3, 0))
    widget.show_answer(NeuronOverData(3, 0).answer(made), state)
    widget.follow(state, Neuron(3, 0))
    widget.resize(344, widget.sizeHint().height())
    widget.show()
    return widget


def test_of_one_output_the_answer_stays_and_has_two_rows(qtbot: QtBot) -> None:
    made = plane("xor")
    widget = shown_of(qtbot, made)
    assert [row.digit for row in rows(widget)] == [0, 1]
    targets = made.data.test.targets[:, 0]
    for row in rows(widget):
        assert f"{(targets == row.digit).sum()} test examples" in row.toolTip()
        assert row.accessibleName().startswith(f"Class “{row.digit}”")
    marked = [row.digit for row in rows(widget) if "the one shown" in row.accessibleName()]
    assert marked == [targets[3]]


@themes
def test_without_classes_no_class_is_named(qtbot: QtBot, theme: Theme) -> None:
    made = plane("plane")
    widget = shown_of(qtbot, made, theme)
    (row,) = rows(widget)
    a = made.network.forward(made.data.test.inputs).activations[-1][0]
    assert row.accessibleName() == f"All test examples: the mean a is {fixed(float(a.mean()))}"
    assert f"{len(a)} test examples" in row.toolTip()
    assert bars(pixels(row)).any()
    said = [
        *texts(widget),
        *(child.toolTip() for child in widget.findChildren(QWidget) if child.isVisible()),
    ]
    assert not [text for text in said if "truly" in text or re.match("It |Its ", text)]
    first = buttons(widget)[0]
    assert first.accessibleName().startswith(f"Test example {a.argmax()}: a = ")


def test_data_with_and_without_classes_follow_each_other(qtbot: QtBot) -> None:
    widget = shown_of(qtbot, plane("plane"))
    widget.follow(snapshot_of(plane("xor")), Neuron(3, 0))
    QApplication.processEvents()
    assert [row.toolTip() for row in rows(widget)] == blank_tips(2)
    widget.follow(snapshot_of(plane("plane")), Neuron(3, 0))
    QApplication.processEvents()
    assert len(rows(widget)) == 1
