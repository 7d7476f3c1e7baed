"""Where lines lie over each other, neither sign hides the other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Parameters
from tests.visualiser import screen
from tests.visualiser.states import made_up
from visualiser.network_view.network_view import NetworkView


@pytest.mark.parametrize("sign", [1, -1])
def test_as_many_of_both_signs_are_neither_blue_nor_orange(qtbot: QtBot, sign: int) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    state = made_up((784, 100, 10), (28, 28))
    vector = state.parameters.vector * np.float32(sign)
    state = replace(state, parameters=Parameters(state.sizes, vector))
    view.show_run(state.description)
    view.show_snapshot(state)
    view.show()
    view.grab()
    qtbot.waitUntil(lambda: view.is_complete)
    layout = view.layout_of_network
    assert layout is not None
    left, right = layout.layers[0].exits[0, 0], layout.layers[1].centres[0, 0]
    middle = round((left + right) / 2)
    dense = screen.pixels(view)[220:300, middle - 40 : middle + 40]
    warmth = (dense[..., 0] - dense[..., 2]).mean()
    assert dense.max() > 100
    assert abs(warmth) < 60  # a line of full strength has 165 and more
