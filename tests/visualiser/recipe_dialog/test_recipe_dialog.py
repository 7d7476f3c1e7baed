"""The dialog of what a step does, on its own: it shows, follows, and asks for what is chosen."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from core import Run
from core.activations import ACTIVATIONS
from core.optimisers import OPTIMISERS, Adam, Momentum
from core.recipe import Recipe, usual_rate
from core.schedules import SCHEDULES, CosineDecay
from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.states import new_run, snapshot_of, trained
from visualiser.recipe_dialog.dialog import RecipeDialog
from visualiser.recipe_dialog.rows import DraftField
from visualiser.theme import DARK, dress
from visualiser.training.changing import CHANGES
from visualiser.training.messages import ChangeRecipe
from visualiser.widgets.number_field import NumberField

APPLY = "Apply from this step on"


@pytest.fixture
def dialog(qtbot: QtBot) -> RecipeDialog:
    made = RecipeDialog()
    qtbot.addWidget(made)
    made.show_snapshot(trained(300))
    made.show()
    return made


def choose(dialog: RecipeDialog, name: str, title: str) -> None:
    screen.pick(screen.named(dialog, QComboBox, name), title)


def box(dialog: RecipeDialog, name: str) -> QComboBox:
    return screen.named(dialog, QComboBox, name)


def field(dialog: RecipeDialog, name: str) -> NumberField:
    return screen.named(dialog, NumberField, name)


def fill(dialog: RecipeDialog, name: str, typed: str) -> None:
    screen.type_into(field(dialog, name), typed, Qt.Key.Key_Tab)


def applied(qtbot: QtBot, dialog: RecipeDialog) -> dict[str, object]:
    with qtbot.waitSignal(dialog.command_given) as sent:
        screen.press(dialog, APPLY)
    assert sent.args is not None
    [command] = sent.args
    assert isinstance(command, ChangeRecipe)
    assert pickle.loads(pickle.dumps(command)) == command  # noqa: S301 (of our own making)
    assert len(pickle.dumps(command)) < 1000
    return dict(command.options)


def numbers(dialog: RecipeDialog) -> dict[str, str]:
    """What stands in the visible fields, by their names."""
    fields_there = (f for f in dialog.findChildren(DraftField) if f.isVisible())
    return {f.accessibleName(): f.text() for f in fields_there}


def dots(dialog: RecipeDialog) -> int:
    """How many rows are marked as chosen otherwise."""
    return sum(label.text() == "•" for label in screen.labels(dialog))


def test_it_shows_what_a_step_does(dialog: RecipeDialog) -> None:
    assert not dialog.isModal()
    assert box(dialog, "Optimiser").currentText() == "gradient descent"
    assert box(dialog, "Schedule").currentText() == "constant"
    assert numbers(dialog) == {
        "η": "1.5",
        "L1 penalty": "0",
        "L2 penalty": "0",
        "The longest that g may be": "1",
    }
    assert [box(dialog, f"Layer {n}").currentText() for n in (1, 2, 3)] == ["logistic"] * 3
    assert "the run's own" in screen.texts(dialog)
    assert dots(dialog) == 0
    assert not screen.button(dialog, APPLY).isEnabled()
    run = new_run()
    run.change(optimiser=Adam(0.8, 0.99), schedule=CosineDecay(20, 0.1), clip=2.5, l2=1e-4, order=5)
    dialog.show_snapshot(snapshot_of(run))
    assert box(dialog, "Optimiser").currentText() == "adam"
    assert numbers(dialog) == {
        "Decay β₁": "0.8",
        "Decay β₂": "0.99",
        "ε": "1e-08",
        "η": "0.005",
        "Epochs": "20",
        "End": "0.1",
        "L1 penalty": "0",
        "L2 penalty": "0.0001",
        "The longest that g may be": "2.5",
    }
    assert "another one, number 5" in screen.texts(dialog)
    assert dots(dialog) == 0


@pytest.mark.parametrize("name", OPTIMISERS)
def test_every_optimiser_of_the_table_can_be_chosen(
    qtbot: QtBot, dialog: RecipeDialog, name: str
) -> None:
    choose(dialog, "Optimiser", name.replace("_", " "))
    kind = OPTIMISERS[name]
    logistic = ACTIVATIONS["logistic"]
    assert numbers(dialog)["η"] == f"{usual_rate(kind(), [logistic]):g}"
    assert len(numbers(dialog)) == 4 + len(fields(kind))  # type: ignore[arg-type] # a dataclass
    if name == "gradient_descent":
        assert not screen.button(dialog, APPLY).isEnabled()
    else:
        options = applied(qtbot, dialog)
        assert options == {"optimiser": kind(), "learning_rate": kind.usual_rate}


@pytest.mark.parametrize("name", SCHEDULES)
def test_every_schedule_of_the_table_can_be_chosen(
    qtbot: QtBot, dialog: RecipeDialog, name: str
) -> None:
    choose(dialog, "Schedule", name)
    if name != "constant":
        assert applied(qtbot, dialog) == {"schedule": SCHEDULES[name]()}


def test_settings_that_are_typed_are_those_that_are_sent(
    qtbot: QtBot, dialog: RecipeDialog
) -> None:
    choose(dialog, "Optimiser", "momentum")
    fill(dialog, "Momentum μ", "0.5")
    fill(dialog, "η", "0,25")
    fill(dialog, "L1 penalty", "1e-5")
    screen.press(dialog, "Clip ‖g‖")
    fill(dialog, "The longest that g may be", "3")
    assert applied(qtbot, dialog) == {
        "optimiser": Momentum(0.5),
        "learning_rate": 0.25,
        "l1": 1e-5,
        "clip": 3.0,
    }


def test_a_rate_that_was_set_stays_whatever_the_optimiser(
    qtbot: QtBot, dialog: RecipeDialog
) -> None:
    fill(dialog, "η", "3")
    choose(dialog, "Optimiser", "adam")
    assert "usually 0.005" in screen.texts(dialog)
    assert applied(qtbot, dialog) == {"optimiser": Adam(), "learning_rate": 3.0}


def test_sigma_is_chosen_layer_by_layer_and_eta_follows(qtbot: QtBot, dialog: RecipeDialog) -> None:
    choose(dialog, "Layer 2", "relu")
    assert "max(0, S)" in screen.texts(dialog)
    assert applied(qtbot, dialog) == {
        "learning_rate": 0.15,
        "activation": ("logistic", "relu", "logistic"),
    }


@pytest.mark.parametrize(
    ("cost", "sigma", "offered"),
    [
        ("quadratic", "logistic", list(ACTIVATIONS)),
        ("cross_entropy", "logistic", ["logistic"]),
        ("softmax_cross_entropy", ("tanh", "softmax"), ["softmax"]),
    ],
)
def test_only_what_goes_with_the_layer_and_the_cost_is_offered(
    qtbot: QtBot, cost: str, sigma: str, offered: list[str]
) -> None:
    made = RecipeDialog()
    qtbot.addWidget(made)
    made.show_snapshot(trained(1, cost=cost, activation=sigma))
    made.show()
    for layer, names in ((3, offered), (1, [name for name in ACTIVATIONS if name != "softmax"])):
        choices = box(made, f"Layer {layer}")
        titles = [choices.itemText(n) for n in range(choices.count())]
        assert titles == [name.replace("_", " ") for name in names]


def test_another_order_is_drawn_and_given_back(qtbot: QtBot, dialog: RecipeDialog) -> None:
    screen.press(dialog, "Draw another order")
    [(name, seed)] = applied(qtbot, dialog).items()
    assert name == "order"
    assert isinstance(seed, int)
    assert f"another one, number {seed:,}" in screen.texts(dialog)
    screen.press(dialog, "The run's own")
    assert dots(dialog) == 0
    assert not screen.button(dialog, APPLY).isEnabled()


def test_it_can_be_used_by_keys_alone(qtbot: QtBot, dialog: RecipeDialog) -> None:
    reached = set()
    for _ in range(40):
        widget = dialog.focusWidget()
        assert widget is not None
        reached.add(widget.accessibleName() or getattr(widget, "text", str)())
        screen.key(widget, Qt.Key.Key_Tab)
    wanted = {"Optimiser", "η", "Schedule", "L2 penalty", "Layer 3", "Draw another order", "Close"}
    assert wanted <= reached
    l2 = field(dialog, "L2 penalty")
    l2.setFocus()
    QTest.keyClicks(l2, "0.001")
    with qtbot.waitSignal(dialog.command_given) as sent:
        screen.key(l2, Qt.Key.Key_Return)
    assert sent.args == [ChangeRecipe((("l2", 0.001),))]
    screen.key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("L1 penalty", "much", "“much” in “L1 penalty” is not a number"),
        ("L1 penalty", "", "“” in “L1 penalty” is not a number"),
        ("Momentum μ", "1.5", "μ of the optimiser is 1.5"),
        ("Momentum μ", "nan", "μ of the optimiser is nan"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence_and_nothing_is_sent(
    qtbot: QtBot, dialog: RecipeDialog, name: str, typed: str, said: str
) -> None:
    choose(dialog, "Optimiser", "momentum")
    fill(dialog, name, typed)
    with (
        qtbot.waitSignal(dialog.refused) as refused,
        qtbot.assertNotEmitted(dialog.command_given),
    ):
        screen.press(dialog, APPLY)
    assert refused.args is not None
    [sentence] = refused.args
    assert sentence.startswith(said)
    assert sentence.endswith(".")
    assert sentence in screen.texts(dialog)
    fill(dialog, name, "0.5")
    assert sentence not in screen.texts(dialog)


def test_it_follows_the_run_but_keeps_what_was_chosen(qtbot: QtBot, dialog: RecipeDialog) -> None:
    run = new_run()
    run.train(300)
    fill(dialog, "L2 penalty", "0.01")
    run.change(l1=0.5, learning_rate=0.25)
    dialog.show_snapshot(snapshot_of(run))
    shown = numbers(dialog)
    assert (shown["L1 penalty"], shown["L2 penalty"], shown["η"]) == ("0.5", "0.01", "0.25")
    assert dots(dialog) == 1
    assert applied(qtbot, dialog) == {"l2": 0.01}
    run.change(l2=0.01)
    dialog.show_snapshot(snapshot_of(run))
    assert dots(dialog) == 0
    run.undo()
    run.undo()
    dialog.show_snapshot(snapshot_of(run))
    shown = numbers(dialog)
    assert (shown["L1 penalty"], shown["L2 penalty"], shown["η"]) == ("0", "0", "1.5")


def test_what_is_selected_stays_so_while_it_plays(dialog: RecipeDialog) -> None:
    l2 = field(dialog, "L2 penalty")
    l2.setFocus()
    assert l2.selectedText() == "0"
    for state in (trained(301), trained(302)):
        dialog.show_snapshot(state)
    QTest.keyClicks(l2, "3")
    assert l2.text() == "3"


def test_escape_gives_up_what_was_typed_and_then_closes(dialog: RecipeDialog) -> None:
    l2 = field(dialog, "L2 penalty")
    l2.setFocus()
    QTest.keyClicks(l2, "x")
    assert dots(dialog) == 1
    screen.key(l2, Qt.Key.Key_Escape)
    assert l2.text() == "0"
    assert dots(dialog) == 0
    assert not screen.button(dialog, APPLY).isEnabled()
    screen.key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_put_back_gives_up_what_was_chosen(dialog: RecipeDialog) -> None:
    before = numbers(dialog)
    choose(dialog, "Optimiser", "adam")
    choose(dialog, "Layer 1", "tanh")
    fill(dialog, "L1 penalty", "x")
    screen.press(dialog, "Clip ‖g‖")
    screen.press(dialog, "Draw another order")
    assert dots(dialog) == 6
    screen.press(dialog, "Put back")
    assert dots(dialog) == 0
    assert numbers(dialog) == before
    assert box(dialog, "Layer 1").currentText() == "logistic"
    assert not screen.named(dialog, QCheckBox, "Clip ‖g‖").isChecked()


def test_it_says_where_it_applies_and_that_it_forks(dialog: RecipeDialog) -> None:
    assert "newest step, 300" in screen.text(dialog)
    state = trained(300)
    past = replace(state.progress, position=40)
    dialog.show_snapshot(replace(state, progress=past))
    said = "You are at step 40 of 300: what you apply starts a new branch."
    assert said in screen.texts(dialog)
    dialog.show_snapshot(replace(state, progress=replace(state.progress, playing=True)))
    assert "next step on" in screen.text(dialog)


def test_a_hidden_dialog_shows_the_newest_state_when_it_is_shown(dialog: RecipeDialog) -> None:
    dialog.close()
    run = new_run()
    run.change(l1=0.25)
    dialog.show_snapshot(snapshot_of(run))
    dialog.show()
    assert numbers(dialog)["L1 penalty"] == "0.25"


def test_another_run_with_other_layers_has_rows_of_its_own(dialog: RecipeDialog) -> None:
    dialog.show_snapshot(trained(1, layers=(64, 8, 8, 8, 8, 10)))
    assert box(dialog, "Layer 5").currentText() == "logistic"
    dialog.show_snapshot(trained(1, layers=(64, 10)))
    with pytest.raises(StopIteration):
        box(dialog, "Layer 2")


@pytest.mark.parametrize("is_long", [False, True])
@pytest.mark.parametrize("name", OPTIMISERS)
def test_nothing_is_cut_off_and_everything_is_explained(
    qtbot: QtBot, name: str, is_long: bool
) -> None:
    dress(DARK)
    run = new_run(optimiser=OPTIMISERS[name]())
    run.change(schedule="cosine", order=987_654)
    if is_long:
        with longer_texts():
            made = RecipeDialog()
            made.show_snapshot(snapshot_of(run))
            made.show()
    else:
        made = RecipeDialog()
        made.show_snapshot(snapshot_of(run))
        made.show()
    qtbot.addWidget(made)
    for _ in range(2):
        QApplication.processEvents()
        made.grab()
    for label in made.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.toolTip(), label.text()
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            wide = 0 if label.wordWrap() else label.sizeHint().width()
            assert label.width() >= wide, label.text()
            assert label.height() >= needed, label.text()
            parent = label.parentWidget()
            assert parent is not None
            assert parent.rect().contains(label.geometry()), label.text()
    scrolled = made._scrolled
    assert made._form is not None
    assert made._form.width() <= scrolled.viewport().width()
    for control in made.findChildren(QAbstractButton) + made.findChildren(QComboBox):
        if control.isVisible():
            assert control.toolTip(), control.accessibleName()
            assert control.width() >= control.sizeHint().width()


OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "l1": st.floats(0, 0.01),
        "l2": st.floats(0, 0.01),
        "clip": st.none() | st.floats(0.01, 10),
        "order": st.none() | st.integers(0, 999_999),
        "optimiser": st.sampled_from(list(OPTIMISERS)),
        "schedule": st.sampled_from(list(SCHEDULES)),
        "learning_rate": st.floats(0.001, 1),
        "activation": st.sampled_from(["tanh", "logistic", ("tanh", "relu", "logistic")]),
    },
)


@settings(deadline=None, max_examples=50)
@given(OPTIONS)
def test_the_command_is_one_change_that_is_undone_at_once(options: dict[str, object]) -> None:
    run = new_run()
    run.train(3)
    before: Recipe = run.recipe
    expected = _changed(before, run, options)
    command = ChangeRecipe(tuple(options.items()))
    CHANGES[ChangeRecipe](run, command)
    assert run.recipe == expected
    if expected != before:
        run.undo()
        assert run.recipe == before
        assert run.changes == ()


def _changed(recipe: Recipe, run: Run, options: dict[str, object]) -> Recipe:
    return recipe.changed(run.network, len(run.data.train), **options)  # type: ignore[arg-type]
