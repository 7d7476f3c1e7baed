"""What can be compared: the dialog's choices, and what it says of those that cannot be."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.errors import SettingError
from tests.visualiser import screen
from tests.visualiser.states import digits, new_run
from visualiser.beside.choices import Branch, OneThing, OtherBranch
from visualiser.beside.dialog import CompareDialog
from visualiser.beside.one_different import with_one_different
from visualiser.beside.things import Thing, things

_BASE = RunSettings.of(new_run())
_COUNT = len(digits().train)
_FIELDS = {
    "hidden_activation": {"activation"},
    "output_activation": {"activation"},
    "layers": {"layers", "activation"},
}


def changed(one: RunSettings, other: RunSettings) -> set[str]:
    names = {field.name for field in fields(RunSettings)}
    return {name for name in names if getattr(one, name) != getattr(other, name)}


def thing(name: str) -> Thing:
    return next(one for one in things() if one.id == name)


@pytest.fixture
def dialog(qtbot: QtBot) -> CompareDialog:
    made = CompareDialog()
    qtbot.addWidget(made)
    made.open_for(_BASE, _COUNT, ())
    return made


def choose_thing(dialog: CompareDialog, title: str) -> None:
    screen.pick(screen.named(dialog, QComboBox, "What is different"), title)


def type_value(dialog: CompareDialog, value: str) -> None:
    field = screen.named(dialog, QLineEdit, "Its value in the other run")
    screen.type_into(field, value, Qt.Key.Key_Tab)


@pytest.mark.parametrize("one", things(), ids=lambda one: one.id)
def test_what_is_suggested_can_be_run_and_differs_in_that_alone(one: Thing) -> None:
    other = with_one_different(_BASE, one, one.suggested(_BASE), _COUNT)
    follows = {"learning_rate"} if "activation" in one.id or one.id == "optimiser" else set()
    assert changed(_BASE, other) <= _FIELDS.get(one.id, {one.id}) | follows
    assert changed(_BASE, other) - follows
    run = other.new_run(digits())
    run.train(3)
    assert run.position == 3


@pytest.mark.parametrize("name", [one.id for one in things() if one.choices])
def test_every_choice_is_either_run_or_refused_by_a_sentence(name: str) -> None:
    one, refusals = thing(name), []
    for value, _ in one.choices:
        try:
            other = with_one_different(_BASE, one, value, _COUNT)
        except SettingError as error:
            refusals.append(str(error))
        else:
            other.new_run(digits()).train(1)
    assert all(said.endswith(".") for said in refusals)


@pytest.mark.parametrize("one", things(), ids=lambda one: one.id)
def test_the_same_value_is_refused(one: Thing) -> None:
    with pytest.raises(SettingError, match="already"):
        with_one_different(_BASE, one, one.present(_BASE), _COUNT)


def test_a_usual_learning_rate_follows_the_optimiser_and_another_stays() -> None:
    adam = with_one_different(_BASE, thing("optimiser"), "adam", _COUNT)
    assert adam.learning_rate == RunSettings(optimiser="adam").new_run(digits()).learning_rate
    own = RunSettings.of(new_run(learning_rate=0.123))
    assert with_one_different(own, thing("optimiser"), "adam", _COUNT).learning_rate == 0.123


def test_other_hidden_layers_keep_their_activation() -> None:
    base = RunSettings.of(new_run(activation=("tanh", "tanh", "softmax")))
    other = with_one_different(base, thing("layers"), "32 8,4", _COUNT)
    assert other.layers == (64, 32, 8, 4, 10)
    assert other.activation == ("tanh", "tanh", "tanh", "softmax")
    other.new_run(digits())


def test_compare_at_once_takes_what_is_suggested(qtbot: QtBot, dialog: CompareDialog) -> None:
    with qtbot.waitSignal(dialog.chosen) as told:
        screen.key(dialog, Qt.Key.Key_Return)
    (choice,) = told.args
    assert isinstance(choice, OneThing)
    assert choice.here == _BASE
    assert changed(choice.here, choice.there) == {"learning_rate"}


def test_a_thing_and_a_value_are_chosen(qtbot: QtBot, dialog: CompareDialog) -> None:
    choose_thing(dialog, "hidden layers")
    assert "instead of 16-16" in screen.texts(dialog)
    type_value(dialog, "30")
    with qtbot.waitSignal(dialog.chosen) as told:
        screen.press(dialog, "Compare")
    assert told.args[0].there.layers == (64, 30, 10)


@pytest.mark.parametrize(
    ("title", "value", "said"),
    [
        ("learning rate η", "fast", "is no number"),
        ("learning rate η", "-1", "learning rate η is"),
        ("learning rate η", "1.5", "already"),
        ("mini-batch size", "100000", "mini-batch has"),
        ("mini-batch size", "2.5", "no whole number"),
        ("hidden layers", "16-x", "no whole number"),
        ("hidden layers", "0", "Layer 1 has 0 neurons"),
        ("seed", "-4", "seed"),
        ("L2 penalty", "-1", "penalty"),
    ],
)
def test_what_cannot_be_is_one_sentence_until_something_else_is_typed(
    qtbot: QtBot, dialog: CompareDialog, title: str, value: str, said: str
) -> None:
    choose_thing(dialog, title)
    type_value(dialog, value)
    with qtbot.assertNotEmitted(dialog.chosen):
        screen.press(dialog, "Compare")
    assert any(said in text for text in screen.texts(dialog))
    type_value(dialog, "7")
    assert not any(said in text for text in screen.texts(dialog))


def test_without_branches_there_is_none_to_choose(dialog: CompareDialog) -> None:
    way = next(b for b in dialog.findChildren(QRadioButton) if "branch" in b.text())
    assert not way.isEnabled()
    assert any("no other branch" in text for text in screen.texts(dialog))


def test_a_branch_is_chosen(qtbot: QtBot, dialog: CompareDialog) -> None:
    first, second = Branch(0, "first", None, 900), Branch(2, "η was set to 3", 400, 1200)
    dialog.open_for(_BASE, _COUNT, (first, second))
    box = screen.named(dialog, QComboBox, "Branch")
    screen.pick(box, "η was set to 3 · from step 400, 1,200 steps in all")
    with qtbot.waitSignal(dialog.chosen) as told:
        screen.press(dialog, "Compare")
    assert told.args == [OtherBranch(2, "η was set to 3")]


def test_no_file_is_no_comparison(qtbot: QtBot, dialog: CompareDialog) -> None:
    next(b for b in dialog.findChildren(QRadioButton) if "saved" in b.text()).click()
    with qtbot.assertNotEmitted(dialog.chosen):
        screen.press(dialog, "Compare")
    assert any("No file is chosen" in text for text in screen.texts(dialog))
