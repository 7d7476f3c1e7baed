"""The examples of a mini-batch: what each truly is can be read beside its picture."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser.stepping import Bench, traced
from visualiser import theme as themes
from visualiser.phase_step import PhaseStep
from visualiser.widgets.batch_strip import BatchStrip

LETTERS = tuple(str(number) for number in range(17, 27))
ANIMALS = ("cat", "dog", "a very long name that fits nowhere", *"abcdefg")


def shown(qtbot: QtBot, names: tuple[str, ...], width: int = 820) -> list[QAbstractButton]:
    """Those of the examples that are seen, where the classes are called so."""
    themes.dress(themes.LIGHT)
    strip = BatchStrip()
    qtbot.addWidget(strip)
    strip.resize(width, strip.height())
    strip.show()
    step = traced(30, 0)
    description = replace(step.snapshot.description, class_names=names)
    strip.show_step(replace(step, snapshot=replace(step.snapshot, description=description)))
    buttons = strip.findChildren(QAbstractButton)
    return [one for one in buttons if one.isVisible() and "truly" in one.accessibleName()]


@pytest.mark.parametrize("names", [LETTERS, ANIMALS[:2] * 5])
def test_a_short_name_has_room_beside_its_picture(qtbot: QtBot, names: tuple[str, ...]) -> None:
    examples = shown(qtbot, names)
    assert examples
    for one in examples:
        font = QFont(one.font())
        font.setPixelSize(12)
        font.setBold(True)
        widest = max(QFontMetrics(font).horizontalAdvance(name) for name in names)
        # Pictures are squares of 28 pixels.
        assert one.width() >= 28 + widest


def test_a_long_name_leaves_room_for_other_examples(qtbot: QtBot) -> None:
    assert len(shown(qtbot, ANIMALS)) >= 5


def test_digits_all_find_room_as_before(qtbot: QtBot) -> None:
    assert len(shown(qtbot, (), 600)) == 10


def test_what_it_truly_is_is_said_in_full(qtbot: QtBot) -> None:
    labels = traced(30, 0).traced.labels
    for place, one in enumerate(shown(qtbot, ANIMALS)):
        assert one.accessibleName().startswith(f"Example {place + 1} of 10, truly ")
        assert ANIMALS[labels[place]] in one.accessibleName()


def of_plane(qtbot: QtBot, data: str) -> tuple[PhaseStep, BatchStrip]:
    """A strip on the next step of a run with one output."""
    settings = RunSettings(data, batch_size=6)
    bench = Bench(settings.new_run(settings.load_data()))
    bench.stepper.begin()
    strip = BatchStrip()
    qtbot.addWidget(strip)
    strip.resize(820, strip.height())
    strip.show()
    strip.show_step(bench.step)
    return bench.step, strip


def told(strip: BatchStrip) -> list[QAbstractButton]:
    """The examples that are seen, the first one first."""
    seen = [one for one in strip.findChildren(QAbstractButton) if one.isVisible()]
    return sorted(
        (one for one in seen if one.accessibleName().startswith("Example")), key=lambda one: one.x()
    )


def test_without_classes_the_target_is_told(qtbot: QtBot) -> None:
    step, strip = of_plane(qtbot, "plane")
    targets = RunSettings("plane").load_data().train.targets[step.traced.examples, 0]
    assert len(told(strip)) == len(targets) == 6
    for one, target in zip(told(strip), targets, strict=True):
        found = re.search(r", t = ([\d.]+): C = ", one.accessibleName())
        assert found is not None
        assert float(found[1]) == pytest.approx(float(target), abs=6e-4)
        assert f"target t is {found[1]}," in one.toolTip()
        assert "truly" not in one.accessibleName() + one.toolTip()


def test_of_one_output_the_class_is_told(qtbot: QtBot) -> None:
    step, strip = of_plane(qtbot, "xor")
    targets = RunSettings("xor").load_data().train.targets[step.traced.examples, 0]
    for one, target in zip(told(strip), targets, strict=True):
        assert f", truly {int(target)}: C = " in one.accessibleName()
