"""A network that has learnt reads digits that are drawn with the mouse."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Dataset, Network, Run, evaluate, load_dataset
from core.drawing import prepare
from core.parameters import FloatArray
from tests.core.test_mnist import FOLDER
from tests.visualiser.pad.hands import LEFT, canvas_of, draw
from tests.visualiser.pad.handwriting import WAYS
from tests.visualiser.screen import press
from tests.visualiser.states import describe, trained
from visualiser.pad.pad import Pad


class Drawn(NamedTuple):
    """What somebody drew with the mouse: which digit, its ink, what the network was shown."""

    digit: int
    ink: FloatArray
    shown: FloatArray


@pytest.fixture(scope="module")
def fifty(qapp: QApplication) -> list[Drawn]:  # noqa: ARG001 (it must be there)
    """Each of the fifty, drawn on the pad of a network of 8×8 pixels."""
    pad = Pad()
    pad.show()
    pad.show_run(trained(0).description)
    canvas = canvas_of(pad)
    shown: list[FloatArray] = []
    pad.shown.connect(lambda inputs, _: shown.append(inputs))
    found = []
    for digit, ways in WAYS.items():
        for way in ways:
            draw(canvas, way)
            found.append(Drawn(digit, pad._page.ink.copy(), shown[-1]))
            press(pad, "Clear")
    pad.close()
    pad.deleteLater()
    return found


def reads(network: Network, inputs: FloatArray) -> int:
    return int(network.forward(inputs).activations[-1].argmax())


@pytest.mark.skipif(not FOLDER.is_dir(), reason=f"MNIST is not in {FOLDER}; set VISUALISER_MNIST")
def test_mnist_s_network_reads_drawn_digits(fifty: list[Drawn]) -> None:
    data: Dataset = load_dataset(FOLDER)
    run = Run(Network((784, 30, 10), cost="cross_entropy", seed=7), data, 0.5, 10, seed=7)
    run.train(12_000)
    assert evaluate(run.network, data.test).accuracy > 0.94
    assert len(fifty) == 50
    found = [reads(run.network, prepare(one.ink, (28, 28)).inputs) for one in fifty]
    assert sum(answer == one.digit for answer, one in zip(found, fifty, strict=True)) >= 42


def test_the_embedded_digits_network_reads_drawn_digits(fifty: list[Drawn]) -> None:
    """Fewer than MNIST's: it has seen few ways to write, and 8×8 pixels tell less.

    Of the fifty, networks of 64-16-16-10 with other start values read 38 to 45.
    """
    run = Run(Network((64, 16, 16, 10), seed=7), load_dataset("digits"), 1.0, 10, seed=7)
    run.train(30 * 144)
    assert sum(reads(run.network, one.shown) == one.digit for one in fifty) >= 38


def test_where_a_digit_is_drawn_does_not_matter(qtbot: QtBot) -> None:
    run = Run(Network((64, 16, 16, 10)), load_dataset("digits"))
    pad = Pad()
    qtbot.addWidget(pad)
    pad.show()
    pad.show_run(describe(run))
    canvas = canvas_of(pad)
    shown: list[FloatArray] = []
    pad.shown.connect(lambda inputs, _: shown.append(inputs))
    seen = []
    for left in (52, 91, 130):
        QTest.mousePress(canvas, LEFT, pos=QPoint(left, 78))
        QTest.mouseRelease(canvas, LEFT, pos=QPoint(left, 78))
        seen.append(shown[-1])
        press(pad, "Clear")
    assert np.allclose(seen[0], seen[1], atol=0.02)
    assert np.allclose(seen[1], seen[2], atol=0.02)
