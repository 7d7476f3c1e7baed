"""Beside another run, a network on numbers to come near to is not said to be right or wrong."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.metrics import Evaluation
from tests.visualiser.screen import number
from tests.visualiser.states import snapshot_of
from visualiser.beside.side import Side
from visualiser.beside.side_view import SideView
from visualiser.number_format import amount
from visualiser.training import messages as m
from visualiser.widgets.fitting_label import FittingLabel


def facts(qtbot: QtBot, data: str, measured_at: int) -> tuple[str, float]:
    """All that is said, with tags, and the a of the output."""
    settings = RunSettings(data)
    run = settings.new_run(settings.load_data())
    run.train(20)
    snapshot = snapshot_of(run, 3)
    found = Evaluation(0.25, 0.5 if data == "xor" else float("nan"))
    side = SimpleNamespace(measured=m.Measured(measured_at, found, found))
    view = SideView(cast("Side", side), "A run")
    qtbot.addWidget(view)
    view.resize(1400, 600)
    view.show()
    view.show_state(snapshot)
    said = " ".join(fact.text() + fact.toolTip() for fact in view.findChildren(FittingLabel))
    return said, float(snapshot.activations[-1][0])


@pytest.mark.parametrize(("step", "when"), [(20, ""), (10, " at step 10")])
def test_without_classes_there_is_no_verdict(qtbot: QtBot, step: int, when: str) -> None:
    said, a = facts(qtbot, "plane", step)
    assert not re.search("right|Reads|it is a|✓", said)
    told = re.search(r"a of the output <b>([^<]+)</b>", said)
    assert told is not None
    assert number(told[1]) == pytest.approx(a, abs=6e-5)
    assert f"Test C <b>{amount(0.25)}</b>{when}" in said


def test_of_one_output_there_is_one(qtbot: QtBot) -> None:
    said, a = facts(qtbot, "xor", 20)
    assert f"Reads it as <b>{int(a >= 0.5)}</b>" in said
    assert "Test <b>50.0" in said
