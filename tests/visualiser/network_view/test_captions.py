"""What is written in the picture of the network, and that it can be read."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from core import Held
from tests.visualiser.states import made_up, misread_and_right, new_run, snapshot_of, trained
from visualiser.network_view.colours import full_scale
from visualiser.network_view.network_view import NetworkView
from visualiser.number_format import count, plain
from visualiser.training.messages import ShownExample
from visualiser.training.snapshot import Snapshot

# What the network has of windows of 1024×640, 1280×800 and 1920×1080.
SMALL, USUAL, LARGE = QSize(643, 367), QSize(895, 528), QSize(1535, 807)


@dataclass(frozen=True)
class Words:
    """Something that is written, and where."""

    text: str
    box: QRectF


def written(view: NetworkView, snapshot: Snapshot, size: QSize) -> list[Words]:
    """Everything that is written in the picture, read from its SVG."""
    view.setMinimumSize(1, 1)
    view.resize(size)
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    view.show()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    painter = QPainter(generator)
    view.render(painter, QPoint())
    painter.end()
    tree = ElementTree.fromstring(bytes(buffer.data().data()))  # noqa: S314 (Qt made it)
    groups = [item for item in tree.iter() if item.tag.endswith("}g")]
    return [
        moved(words_of(item, view.font()), group)
        for group in groups
        for item in group
        if item.tag.endswith("}text")
    ]


def moved(words: Words, group: ElementTree.Element) -> Words:
    """What stands in a widget within the view stands where that widget is."""
    numbers = group.attrib["transform"].removeprefix("matrix(").removesuffix(")").split(",")
    x, y = (float(number) for number in numbers[4:])
    return replace(words, box=words.box.translated(x, y))


def words_of(item: ElementTree.Element, font: QFont) -> Words:
    font = QFont(font)
    font.setPixelSize(round(float(item.attrib["font-size"])))
    font.setBold(int(item.attrib["font-weight"]) > 500)
    text = item.text or ""
    box = QFontMetricsF(font).tightBoundingRect(text)
    return Words(text, box.translated(float(item.attrib["x"]), float(item.attrib["y"])))


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    return made


def texts(view: NetworkView, snapshot: Snapshot, size: QSize = USUAL) -> list[str]:
    return [words.text for words in written(view, snapshot, size)]


def test_layers_are_named_with_their_numbers_of_neurons(view: NetworkView) -> None:
    found = texts(view, trained(20))
    for name in ("Input 8×8", "Layer 1", "Layer 2", "Output"):
        assert found.count(name) == 1
    assert [text for text in found if text.startswith("N = ")] == [
        "N = 64",
        "N = 16",
        "N = 16",
        "N = 10",
    ]


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE])
def test_every_gap_tells_its_number_of_connections_and_its_scale(
    view: NetworkView, size: QSize
) -> None:
    snapshot = trained(300)
    found = texts(view, snapshot, size)
    for weights in snapshot.parameters.weights:
        assert any(count(weights.size) in text for text in found)
        scale = plain(full_scale(weights))
        assert any("full" in text and text.endswith(scale) for text in found)


def test_outputs_are_labelled_from_0_to_9(view: NetworkView) -> None:
    view.show()
    found = written(view, trained(20), USUAL)
    layer = view.layout_of_network
    assert layer is not None
    outputs = layer.layers[-1].centres
    for digit, (x, y) in enumerate(outputs.tolist()):
        beside = [w for w in found if w.text == str(digit) and w.box.left() > x]
        assert len(beside) == 1
        assert abs(beside[0].box.center().y() - y) < 3


@pytest.mark.parametrize("split", ["test", "train"])
def test_the_shown_digit_is_named_with_what_it_truly_is(view: NetworkView, split: str) -> None:
    snapshot = trained(20)
    shown = ShownExample("test" if split == "test" else "train", 1234, 7)
    snapshot = replace(snapshot, progress=replace(snapshot.progress, example=shown))
    kind = "Test" if split == "test" else "Training"
    told = next(text for text in texts(view, snapshot) if text.startswith(kind))
    assert "1,234" in told
    assert "truly a 7" in told


def test_only_where_the_answer_is_wrong_the_true_one_is_pointed_out(view: NetworkView) -> None:
    wrong, right = misread_and_right(trained(20))
    assert "true" in texts(view, wrong)
    assert "true" not in texts(view, right)


def test_the_legend_tells_what_colour_and_fill_mean(view: NetworkView) -> None:
    found = texts(view, trained(20))
    for text in ("−", "W", "+", "a"):
        assert text in found


def held_at(value: float) -> Snapshot:
    run = new_run()
    run.change(held=[Held(1, 2, value)])
    return snapshot_of(run)


@pytest.mark.parametrize("size", [SMALL, USUAL])
@pytest.mark.parametrize(
    ("snapshot", "ends"),
    [
        (lambda: trained(1), {"0", "1"}),
        (lambda: trained(1, activation=("relu", "softmax"), learning_rate=0.1), {"0", "≥ 1"}),
        (lambda: trained(1, activation=("tanh", "softmax")), {"−1", "1"}),
        (lambda: trained(1, activation=("softplus", "tanh"), learning_rate=0.1), {"−1", "≥ 1"}),
        (lambda: trained(1, activation="identity", learning_rate=0.01), {"≤ −1", "≥ 1"}),
        (lambda: trained(1, bias="outside"), {"≤ −1", "≥ 1"}),
        (lambda: held_at(-0.5), {"−1", "1"}),
        (lambda: held_at(3.0), {"0", "≥ 1"}),
    ],
)
def test_the_legend_tells_between_what_a_lies(
    view: NetworkView, size: QSize, snapshot: Callable[[], Snapshot], ends: set[str]
) -> None:
    found = written(view, snapshot(), size)
    letter = next(words for words in found if words.text == "a")
    beside = {w.text for w in found if abs(w.box.center().y() - letter.box.center().y()) < 6}
    possible = {"0", "1", "≥ 1", "−1", "≤ −1"}
    assert beside & possible == ends


STATES = {
    "64-16-16-10": lambda: misread_and_right(trained(300))[0],
    "64-10": lambda: trained(1, layers=(64, 10)),
    "64-1-1-10": lambda: trained(1, layers=(64, 1, 1, 10)),
    "8 layers": lambda: trained(1, layers=(64, *[16] * 6, 10)),
    "784-16-16-10": lambda: made_up((784, 16, 16, 10), (28, 28)),
    "784-512-512-10": lambda: made_up((784, 512, 512, 10), (28, 28)),
    "no picture": lambda: made_up((13, 8, 3), (1, 13)),
    "signed": lambda: trained(1, activation="identity", learning_rate=0.01),
    "signed, 64-1-1-10": lambda: trained(1, layers=(64, 1, 1, 10), activation="tanh"),
    "signed, wide": lambda: made_up((784, 512, 512, 10), (28, 28), activation="identity"),
    "signed, no picture": lambda: made_up((13, 8, 3), (1, 13), activation="identity"),
}


@cache
def state_of(name: str) -> Snapshot:
    """One of STATES, worked out once for all sizes."""
    return STATES[name]()


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
@pytest.mark.parametrize("name", STATES)
def test_nothing_is_written_over_anything_else(view: NetworkView, name: str, size: QSize) -> None:
    found = written(view, state_of(name), size)
    overlaps = [
        (first.text, second.text)
        for first, second in itertools.combinations(found, 2)
        if first.box.adjusted(1, 1, -1, -1).intersects(second.box.adjusted(1, 1, -1, -1))
    ]
    assert overlaps == []
    frame = QRectF(0, 0, size.width(), size.height())
    assert [words.text for words in found if not frame.contains(words.box)] == []


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
def test_nothing_is_written_over_a_circle(view: NetworkView, size: QSize) -> None:
    found = written(view, misread_and_right(trained(300))[0], size)
    layout = view.layout_of_network
    assert layout is not None
    for layer in layout.layers[1:]:
        for x, y in layer.centres:
            reach = layer.radius
            circle = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
            assert [words.text for words in found if words.box.intersects(circle)] == []
