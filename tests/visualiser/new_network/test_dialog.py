"""The dialog of a new network, used as a person uses it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import Network, Run, RunSettings
from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.errors import SettingError
from core.initialisers import INITIALISERS
from core.optimisers import OPTIMISERS, Adam, Momentum
from core.recipe import checked_batch_size, checked_learning_rate, usual_rate
from core.schedules import CosineDecay
from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.new_network.looks import MISSING, found, found_at_once
from tests.visualiser.states import describe, digits, new_run
from visualiser.data.dialog import DataDialog
from visualiser.new_network.dialog import NewNetworkDialog
from visualiser.new_network.facts import DataFacts
from visualiser.new_network.layer_column import LayerColumn
from visualiser.new_network.size_field import SizeField
from visualiser.theme import DARK, dress
from visualiser.widgets.number_field import NumberField

Key = Qt.Key
BEGIN = "Begin"


@pytest.fixture
def looked() -> Iterator[list[str]]:
    with found_at_once() as sources:
        yield sources


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[NewNetworkDialog]:  # noqa: ARG001 (it must be there)
    """One for all that leave nothing behind in it: to make one takes longer than to use it."""
    dialog = NewNetworkDialog()
    dialog.set_theme(DARK)
    yield dialog
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dialog(shared: NewNetworkDialog, looked: list[str]) -> Iterator[NewNetworkDialog]:  # noqa: ARG001 (as above)
    open_on(shared, new_run())
    yield shared
    shared.close()
    for timer in shared.findChildren(QTimer):
        # Labels give back room that they no longer need, in a moment.
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()


def made(qtbot: QtBot, run: Run | None = None) -> NewNetworkDialog:
    """One that nobody has used before."""
    dialog = NewNetworkDialog()
    dialog.set_theme(DARK)
    qtbot.addWidget(dialog)
    open_on(dialog, run or new_run())
    return dialog


def open_on(dialog: NewNetworkDialog, run: Run) -> None:
    dialog.open_for(RunSettings.of(run), DataFacts.of_run(describe(run)))


def box(dialog: QWidget, name: str) -> QComboBox:
    return screen.named(dialog, QComboBox, name)


def choose(dialog: QWidget, name: str, title: str) -> None:
    screen.pick(box(dialog, name), title)


def fill(dialog: QWidget, name: str, typed: str) -> None:
    screen.type_into(screen.named(dialog, NumberField, name), typed, Key.Key_Tab)


def number(dialog: QWidget, name: str) -> str:
    return screen.named(dialog, NumberField, name).text()


def sizes(dialog: QWidget) -> list[str]:
    fields = [f for f in dialog.findChildren(SizeField) if f.isVisible()]
    return [f.text() for f in sorted(fields, key=QWidget.x)]


def begun(qtbot: QtBot, dialog: NewNetworkDialog) -> RunSettings:
    with qtbot.waitSignal(dialog.chosen) as told:
        screen.press(dialog, BEGIN)
    assert not dialog.isVisible()
    assert told.args is not None
    [settings] = told.args
    assert isinstance(settings, RunSettings)
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301 (of our own making)
    return settings


def test_it_starts_from_what_the_present_run_has(
    qtbot: QtBot, dialog: NewNetworkDialog, looked: list[str]
) -> None:
    run = new_run(
        layers=(64, 12, 20, 10),
        activation=("tanh", "relu", "softmax"),
        cost="softmax_cross_entropy",
        initialiser="xavier",
        seed=2**60 + 1,
        batch_size=32,
        optimiser=Adam(0.8, 0.99),
        schedule=CosineDecay(20, 0.1),
        l2=1e-4,
        clip=2.0,
        learning_rate=0.004,
    )
    open_on(dialog, run)
    assert not looked
    assert sizes(dialog) == ["12", "20"]
    assert "tanh, relu" in screen.texts(dialog)
    assert number(dialog, "Seed") == str(2**60 + 1)
    assert number(dialog, "Decay β₁") == "0.8"
    assert "•" not in screen.texts(dialog)
    assert begun(qtbot, dialog) == RunSettings.of(run)


def test_what_is_chosen_is_what_the_run_begins_with(qtbot: QtBot, dialog: NewNetworkDialog) -> None:
    choose(dialog, "σ, hidden", "relu")
    choose(dialog, "Start values", "He")
    choose(dialog, "Optimiser", "momentum")
    fill(dialog, "Momentum μ", "0,5")
    fill(dialog, "η", "0.05")
    fill(dialog, "Mini-batch", "1,000")
    fill(dialog, "Seed", "123456789012")
    fill(dialog, "Neurons in layer 1", "24")
    screen.press(dialog, "Take layer 2 out")
    assert box(dialog, "Network").currentText() == ""
    settings = begun(qtbot, dialog)
    assert settings == RunSettings(
        "digits",
        (64, 24, 10),
        ("relu", "logistic"),
        initialiser="he",
        optimiser=Momentum(0.5),
        learning_rate=0.05,
        batch_size=1000,
        seed=123456789012,
    )
    run = settings.new_run(digits())
    assert run.network.sizes == (64, 24, 10)


@pytest.mark.parametrize("name", INITIALISERS)
def test_every_way_to_start_can_be_chosen(
    qtbot: QtBot, dialog: NewNetworkDialog, name: str
) -> None:
    start = box(dialog, "Start values")
    screen.pick(start, start.itemText(start.findData(name)))
    assert begun(qtbot, dialog).initialiser == name


@pytest.mark.parametrize("name", OPTIMISERS)
def test_eta_follows_the_optimiser_until_it_is_chosen(dialog: NewNetworkDialog, name: str) -> None:
    choose(dialog, "Optimiser", name.replace("_", " "))
    suits = usual_rate(OPTIMISERS[name](), [ACTIVATIONS["logistic"]])
    assert float(number(dialog, "η")) == suits
    fill(dialog, "η", "0.7")
    choose(dialog, "σ, hidden", "tanh")
    assert number(dialog, "η") == "0.7"


@pytest.mark.parametrize("name", COSTS)
def test_a_cost_brings_the_outputs_that_it_needs(
    qtbot: QtBot, dialog: NewNetworkDialog, name: str
) -> None:
    choose(dialog, "Cost C", name.replace("_", " "))
    partner = COSTS[name].partner or "logistic"
    assert box(dialog, "σ, output").currentText() == partner
    settings = begun(qtbot, dialog)
    assert (settings.cost, settings.activation[-1]) == (name, partner)


def test_what_does_not_go_together_is_marked_at_the_field(dialog: NewNetworkDialog) -> None:
    choose(dialog, "Cost C", "cross entropy")
    choose(dialog, "Bias B", "outside σ")
    cost = box(dialog, "Cost C")
    assert cost.property("invalid")
    assert "put the bias inside" in screen.text(dialog)
    assert "put the bias inside" in cost.accessibleDescription()
    assert "To be put right first: Cost C." in screen.texts(dialog)
    assert not screen.button(dialog, BEGIN).isEnabled()
    assert "Cost C" in screen.button(dialog, BEGIN).toolTip()
    choose(dialog, "Bias B", "inside σ")
    assert not cost.property("invalid")
    assert screen.button(dialog, BEGIN).isEnabled()


@pytest.mark.parametrize(
    ("name", "typed", "mended", "told"),
    [
        ("η", "0", "1", "choose a number above 0"),
        ("η", "fast", "1", "“fast” in “η” is not a number"),
        ("Mini-batch", "1438", "1437", "choose a whole number from 1 to 1437"),
        ("Mini-batch", "2.5", "2", "is no whole number"),
        ("Seed", "-1", "1", "is no whole number"),
        ("Seed", "9223372036854775808", "9223372036854775807", "The seed is"),
        ("L1 penalty", "-1", "0", "choose 0 for none"),
        ("Neurons in layer 1", "0", "1", "“0” is no size for layer 1"),
        ("Neurons in layer 2", "1e3", "1000", "“1e3” is no size for layer 2"),
    ],
)
def test_what_cannot_be_used_is_said_at_the_field_and_how_to_mend_it(
    dialog: NewNetworkDialog, name: str, typed: str, mended: str, told: str
) -> None:
    field = screen.named(dialog, NumberField, name)
    screen.type_into(field, typed, Key.Key_Tab)
    assert field.property("invalid")
    assert told in screen.text(dialog)
    assert told in field.accessibleDescription()
    assert not screen.button(dialog, BEGIN).isEnabled()
    # It can be begun as soon as what stands there can be used, before the field is left.
    screen.type_into(field, mended, Key.Key_Home)
    assert not field.property("invalid")
    assert told not in screen.text(dialog)
    assert screen.button(dialog, BEGIN).isEnabled()


def test_the_setting_of_an_optimiser_that_is_to_blame_is_marked(dialog: NewNetworkDialog) -> None:
    choose(dialog, "Optimiser", "adam")
    fill(dialog, "Decay β₂", "1")
    marked = [f.accessibleName() for f in dialog.findChildren(NumberField) if f.property("invalid")]
    assert marked == ["Decay β₂"]
    choose(dialog, "Optimiser", "gradient descent")
    assert not any(f.property("invalid") for f in dialog.findChildren(NumberField))


def test_too_many_numbers_are_refused_below_the_layers(dialog: NewNetworkDialog) -> None:
    fill(dialog, "Neurons in layer 1", "100000")
    fill(dialog, "Neurons in layer 2", "100000")
    assert "choose smaller ones with at most 50,000,000" in screen.text(dialog)
    assert "To be put right first: Layers." in screen.texts(dialog)


def test_bias_inside_and_outside_show_their_formulas(dialog: NewNetworkDialog) -> None:
    assert any(text.startswith("S = W a + B,  a = σ(S)") for text in screen.texts(dialog))
    choose(dialog, "Bias B", "outside σ")
    assert any(text.startswith("S = W a,  a = σ(S) + B") for text in screen.texts(dialog))
    # 64-16-16-10 at η = 1.5: known to diverge.
    assert "diverged at η = 1 and more" in screen.text(dialog)
    fill(dialog, "η", "0.5")
    assert "diverged" not in screen.text(dialog)
    assert screen.button(dialog, BEGIN).isEnabled()


def test_the_die_draws_another_seed(qtbot: QtBot, dialog: NewNetworkDialog) -> None:
    seeds = {number(dialog, "Seed")}
    for _ in range(3):
        screen.press(dialog, "Draw another seed")
        seeds.add(number(dialog, "Seed"))
    assert len(seeds) > 2
    last = int(number(dialog, "Seed"))
    assert begun(qtbot, dialog).seed == last


def test_escape_leaves_everything_as_it_is(qtbot: QtBot, dialog: NewNetworkDialog) -> None:
    fill(dialog, "η", "0.3")
    with qtbot.assertNotEmitted(dialog.chosen):
        screen.key(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    open_on(dialog, new_run())
    assert number(dialog, "η") == "1.5"


# -------------------------------------------------------------------- presets and data


@pytest.mark.parametrize(
    ("title", "layers", "changes"),
    [
        ("As in the notes: MNIST, 784-16-16-10", (784, 16, 16, 10), {"data": "mnist"}),
        ("Small and quick: 64-16-16-10", (64, 16, 16, 10), {}),
        (
            "Nielsen's book: MNIST, 784-30-10",
            (784, 30, 10),
            {"data": "mnist", "initialiser": "standard_normal", "activation": ("logistic",) * 2},
        ),
        ("No hidden layer", (64, 10), {"activation": ("logistic",)}),
        (
            "Deep: 64-32-32-32-10",
            (64, 32, 32, 32, 10),
            {
                "activation": ("relu", "relu", "relu", "logistic"),
                "initialiser": "he",
                "learning_rate": 0.15,
            },
        ),
    ],
)
def test_presets(
    qtbot: QtBot,
    dialog: NewNetworkDialog,
    title: str,
    layers: tuple[int, ...],
    changes: dict[str, object],
) -> None:
    fill(dialog, "Neurons in layer 1", "3")
    choose(dialog, "Network", title)
    shown = box(dialog, "Network")
    assert shown.currentText() == title
    usual = RunSettings(layers=layers, activation=("logistic",) * 3, learning_rate=1.5)
    assert begun(qtbot, dialog) == replace(usual, **changes)  # type: ignore[arg-type] # by name


def test_a_network_is_named_after_its_preset_whichever_way_it_was_made(
    dialog: NewNetworkDialog,
) -> None:
    shown = box(dialog, "Network")
    assert shown.currentText() == "Small and quick: 64-16-16-10"
    fill(dialog, "Seed", "99")
    assert shown.currentText() == "Small and quick: 64-16-16-10"
    fill(dialog, "Mini-batch", "11")
    assert shown.currentText() == ""
    fill(dialog, "Mini-batch", "10")
    assert shown.currentText() == "Small and quick: 64-16-16-10"


def test_usual_values_and_those_of_the_present_run_can_be_put_back(
    qtbot: QtBot, dialog: NewNetworkDialog
) -> None:
    run = new_run(layers=(64, 7, 10), optimiser="adam", batch_size=20, bias="outside")
    open_on(dialog, run)
    screen.press(dialog, "Usual values")
    assert sizes(dialog) == ["16", "16"]
    assert (number(dialog, "η"), number(dialog, "Mini-batch")) == ("1.5", "10")
    assert "•" in screen.texts(dialog)
    choose(dialog, "Data", "MNIST")
    screen.press(dialog, "As the present run")
    assert "•" not in screen.texts(dialog)
    assert begun(qtbot, dialog) == RunSettings.of(run)


def test_other_data_ask_for_other_layers(
    qtbot: QtBot, dialog: NewNetworkDialog, looked: list[str]
) -> None:
    choose(dialog, "Data", "MNIST")
    assert "784 inputs, 10 outputs, 60,000 examples to learn from" in screen.texts(dialog)
    assert "in all 12,960 + 42 = 13,002 numbers" in screen.text(dialog)
    choose(dialog, "Data", "Two spirals")
    # What is usual for pictures becomes what is usual for points.
    assert sizes(dialog) == ["8", "8"]
    assert box(dialog, "σ, hidden").currentText() == "relu"
    assert number(dialog, "η") == "1"
    choose(dialog, "Data", "Embedded digits, loaded now")
    choose(dialog, "Data", "MNIST")
    assert sizes(dialog) == ["16", "16"]
    # What was looked at once is known.
    assert looked.count("mnist") <= 1
    settings = begun(qtbot, dialog)
    assert (settings.data, settings.layers) == ("mnist", (784, 16, 16, 10))


def test_data_that_are_not_here_are_refused_at_their_field(qtbot: QtBot) -> None:
    with found_at_once(has_mnist=False):
        dialog = made(qtbot)
        choose(dialog, "Network", "As in the notes: MNIST, 784-16-16-10")
        data = box(dialog, "Data")
        assert data.property("invalid")
        assert MISSING in screen.texts(dialog)
        assert "To be put right first: Data." in screen.texts(dialog)
        assert box(dialog, "Network").currentText().startswith("As in the notes")
        assert not screen.button(dialog, BEGIN).isEnabled()
        choose(dialog, "Data", "Embedded digits, loaded now")
        assert MISSING not in screen.texts(dialog)
        assert screen.button(dialog, BEGIN).isEnabled()


def test_while_the_data_are_read_it_cannot_begin(qtbot: QtBot) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("visualiser.data.looking.Looking.look", lambda *_: None)
        dialog = made(qtbot)
        choose(dialog, "Data", "MNIST")
        assert "Reading …" in screen.texts(dialog)
        assert not screen.button(dialog, BEGIN).isEnabled()
        # What is chosen meanwhile is for these data.
        fill(dialog, "Mini-batch", "20000")
        screen.press(dialog, "Usual values")
        assert box(dialog, "Data").currentText() == "MNIST"
        choose(dialog, "Network", "No hidden layer")
        dialog._data._looking.found.emit(found("mnist"))
        assert "784·10" in screen.texts(dialog)
        assert "Reading …" not in screen.texts(dialog)
        assert screen.button(dialog, BEGIN).isEnabled()


def test_data_are_chosen_in_their_own_dialog(qtbot: QtBot, dialog: NewNetworkDialog) -> None:
    dress(DARK)
    screen.press(dialog, "Choose data …")
    data = dialog.findChild(DataDialog)
    assert data is not None
    screen.press(data, "Points on a plane")
    assert "Layers" not in screen.texts(data)
    screen.press(data, "Use this data")
    assert not data.isVisible()
    assert dialog.isVisible()
    settings = begun(qtbot, dialog)
    assert settings.data.startswith("circle:")
    assert settings.layers == (2, 8, 8, 1)


@dataclass(frozen=True)
class Choice:
    """Something that might be chosen, the numbers as they are typed."""

    data: str
    hidden: list[int]
    sigma: str
    cost: str
    bias: Literal["inside", "outside"]
    optimiser: str
    rate: str
    batch: str


SIGMAS = [name for name, sigma in ACTIVATIONS.items() if sigma.is_elementwise]
choices = st.builds(
    Choice,
    data=st.sampled_from(["digits", "mnist", "xor:noise=0,train=50,features=x1+x2,seed=1"]),
    hidden=st.lists(st.integers(1, 40), max_size=4),
    sigma=st.sampled_from(SIGMAS),
    cost=st.sampled_from(sorted(COSTS)),
    bias=st.sampled_from(["inside", "outside"]),
    optimiser=st.sampled_from(sorted(OPTIMISERS)),
    rate=st.sampled_from(["0.01", "1", "3", "0", "x", "2000"]),
    batch=st.sampled_from(["1", "10", "60001", ""]),
)


@given(choices)
@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_can_begin_makes_a_run_and_what_cannot_does_not(
    dialog: NewNetworkDialog, choice: Choice
) -> None:
    hidden, sigmas = tuple(choice.hidden), (choice.sigma,) * (len(choice.hidden) + 1)
    plain = RunSettings(choice.data, None, sigmas, choice.cost, choice.bias)
    dialog._show_all(replace(plain, optimiser=OPTIMISERS[choice.optimiser]()), hidden)
    for name, typed in (("learning_rate", choice.rate), ("batch_size", choice.batch)):
        field = dialog._form._rows[name]._controls[0]
        assert isinstance(field, NumberField)
        field.setText(typed)
        field.setModified(True)
        field.textEdited.emit(typed)
    fits = makes_a_run(choice, hidden, sigmas)
    assert (dialog._chosen() is not None) == fits
    assert screen.button(dialog, BEGIN).isEnabled() == fits


def makes_a_run(choice: Choice, hidden: tuple[int, ...], sigmas: tuple[str, ...]) -> bool:
    """Whether the core takes it, for as many examples, though smaller ones."""
    try:
        Network((3, *hidden, 2), sigmas, choice.cost, choice.bias)
        checked_learning_rate(float(choice.rate))
        checked_batch_size(int(choice.batch), found(choice.data).train_count)
    except (SettingError, ValueError):
        return False
    return True


# -------------------------------------------------------------------- room


def test_it_fits_a_low_screen_and_nothing_is_cut_off_with_longer_texts(
    qtbot: QtBot,
) -> None:
    dress(DARK)
    with longer_texts():
        sigmas = ("leaky_relu", "softplus", "tanh", "logistic")
        run = new_run(layers=(64, 9, 9, 9, 10), activation=sigmas, optimiser="adam")
        dialog = made(qtbot, run)
    dialog.resize(dialog.minimumSize())
    QApplication.processEvents()
    assert dialog.height() <= 600
    assert dialog.width() <= 1000
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.sizeHint().width() <= label.width(), label.text()
    for shown in dialog.findChildren(QComboBox):
        if shown.isVisible():
            around = shown.parentWidget()
            assert around is not None
            assert shown.geometry().right() <= around.width(), shown.currentText()
    drawn = dialog.findChildren(LayerColumn)
    assert all(column.height() > 60 for column in drawn if column.isVisible())


def test_a_layer_that_has_the_focus_is_in_view(dialog: NewNetworkDialog) -> None:
    open_on(dialog, new_run(layers=(64, *[5] * 12, 10)))
    QApplication.processEvents()
    last = max((c for c in dialog.findChildren(LayerColumn) if c.isVisible()), key=QWidget.x)
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    assert not last.visibleRegion().isEmpty()


def test_everything_can_be_reached_by_the_keyboard_from_top_to_bottom(
    dialog: NewNetworkDialog,
) -> None:
    QApplication.processEvents()
    wanted = {
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    box(dialog, "Network").setFocus()
    been: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in been:
        been.append(focused)
        screen.key(focused, Key.Key_Tab)
    assert wanted <= set(been)
    names = ("Network", "Data", "σ, hidden", "Optimiser", "Start values")
    order: list[QWidget] = [*(box(dialog, name) for name in names), screen.button(dialog, BEGIN)]
    assert sorted(order, key=been.index) == order


def test_everything_is_explained(dialog: NewNetworkDialog) -> None:
    choose(dialog, "Optimiser", "adam")
    for kind in (QComboBox, NumberField, LayerColumn):
        for widget in dialog.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName()
                assert widget.toolTip(), widget.accessibleName()
    for label in screen.labels(dialog):
        assert label.toolTip(), label.text()
