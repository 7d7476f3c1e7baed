"""The panel of the phases: what it says is true, and it is worked as people work it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core import Held, Part, RunSettings
from core.activations import ACTIVATIONS, apply
from tests.visualiser import screen
from tests.visualiser.calculator import agrees, work_out
from tests.visualiser.screen import number
from tests.visualiser.states import digits
from tests.visualiser.stepping import RUNS, Bench, bench_at, traced
from visualiser import number_format
from visualiser.commands import keymap
from visualiser.number_format import NumberStyle
from visualiser.panels.phases import PhasesPanel
from visualiser.phase_costs import cost_lines
from visualiser.phase_focus import Focus, focus_of
from visualiser.phase_formulas import backward_lines, done_lines, forward_lines, update_lines
from visualiser.phase_looks import look_of
from visualiser.phase_step import PhaseStep
from visualiser.phase_stepper import PACES
from visualiser.phase_words import sentences
from visualiser.phases import Phase
from visualiser.selection import Connection, Neuron
from visualiser.theme import DARK, LIGHT, style_sheet

Key = Qt.Key
_LETTERS = re.compile("[A-Za-z∂Σδση‖∇]")


class Desk:
    """A panel on a bench."""

    def __init__(self, qtbot: QtBot, bench: Bench, width: int = 640) -> None:
        self.bench = bench
        self.actions = forward, back = QAction("Forward"), QAction("Back")
        self.panel = PhasesPanel(forward, back)
        self.panel.setStyleSheet(style_sheet(DARK))
        self.panel.set_theme(DARK)
        stepper = bench.stepper
        forward.triggered.connect(stepper.forward)
        back.triggered.connect(stepper.back)
        self.panel.phase_chosen.connect(stepper.go_to)
        self.panel.example_chosen.connect(stepper.follow)
        self.panel.guessed.connect(stepper.guess)
        self.panel.slow_chosen.connect(stepper.set_slow)
        self.panel.closed.connect(stepper.leave)
        stepper.view_changed.connect(self.panel.show_view)
        qtbot.addWidget(self.panel)
        self.panel.resize(width, 236)
        self.panel.show()
        stepper.begin()

    @property
    def text(self) -> str:
        return screen.text(self.panel).replace("\u2060", "")

    def phase_button(self, name: str) -> QPushButton:
        return screen.named(self.panel, QPushButton, name)

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        focused = [w for w in self.panel.findChildren(QWidget) if w is self.panel.focusWidget()]
        screen.key(focused[0], key)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, bench_at(30))


# -------------------------------------------------------------------- true numbers


def check(lines: list[str]) -> int:
    """Hold every equation against a calculator; return how many there were to check."""
    checked = 0
    for line in map(screen.plain_text, lines):
        parts = re.split(" ([=≈]) ", line.removeprefix("W is now "))
        for left, sign, right in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
            shown = right.split(",")[0].strip()
            if _LETTERS.search(left) or _LETTERS.search(shown):
                continue
            # There, "≈" may also be for σ(S), which this calculator does not have.
            is_outside = "σ(S) + B" in line
            if sign == "=" or not (is_outside or is_halfway(left, shown)):
                assert agrees(left, shown) == (sign == "="), line
            checked += 1
    return checked


def is_halfway(line: str, shown: str) -> bool:
    """Whether it may be rounded up or down."""
    unit = 10.0 ** -len(shown.partition(".")[2])
    return abs(abs(work_out(line) - number(shown)) - unit / 2) < 1e-6 * unit


_PLACES = st.tuples(st.integers(1, 3), st.integers(0, 9), st.integers(0, 15))


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, len(RUNS) - 1),
    st.sampled_from([0, 3, 150]),
    st.sampled_from([None, 0, 6]),
    _PLACES,
)
def test_formulas_agree_with_a_pocket_calculator(
    kind: int, steps: int, followed: int | None, place: tuple[int, int, int]
) -> None:
    step = traced(steps, kind).follow(followed)
    focus = Focus(Connection(*place), "selected", "selected")
    mean = step.follow(None)
    assert check(update_lines(mean, focus, DARK)) == 2
    assert check(backward_lines(step, focus, DARK)) >= 1
    assert check(forward_lines(step, focus, DARK)) >= (0 if RUNS[kind].get("bias") else 1)
    if followed is None:
        assert check(cost_lines(step)) == 2
    assert check(done_lines(mean, after(mean), focus, DARK)) == 3


def after(step: PhaseStep) -> Any:
    """The state after a step, worked out here."""
    moved = step.snapshot.parameters.copy()
    moved.vector[:] = step.snapshot.parameters.vector - step.update.vector
    return replace(step.snapshot, parameters=moved)


def numbers(text: str) -> list[float]:
    return [number(found) for found in re.findall(r"[−+]? ?\d[\d,]*\.?\d*(?:×10[⁻⁰-⁹]+)?", text)]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, len(RUNS) - 1), st.sampled_from([0, 30]), _PLACES)
def test_numbers_of_the_mean_are_means_worked_out_elsewhere(
    kind: int, steps: int, place: tuple[int, int, int]
) -> None:
    step = traced(steps, kind)
    layer, to, origin = place
    focus = Focus(Connection(*place), "selected", "selected")
    network = step.snapshot.parameters
    inputs = digits().train.inputs[step.traced.examples].T
    is_outside = step.snapshot.description.settings.bias == "outside"
    for at in range(1, layer + 1):
        weights, biases = network.weights[at - 1], network.biases[at - 1][:, None]
        sums = weights.astype(np.float64) @ inputs + (0 if is_outside else biases)
        sigma = ACTIVATIONS[step.snapshot.activation(at)]
        inputs = apply(sigma, sums) + (biases if is_outside else 0)
    first, second = map(screen.plain_text, forward_lines(step, focus, DARK)[:2])
    assert number(re.split(" [=≈] ", first)[-1]) == pytest.approx(sums[to].mean(), abs=6e-5)
    assert number(second.split(" = ")[1].split(",")[0]) == pytest.approx(
        inputs[to].mean(), abs=6e-5
    )
    slope = screen.plain_text(backward_lines(step, focus, DARK)[1])
    expected = step.snapshot.gradient.weights[layer - 1][to, origin]
    assert number(re.split(" [=≈] ", slope)[-1]) == pytest.approx(expected, rel=6e-3, abs=1e-10)


@pytest.mark.parametrize("kind", [0, 1, 4, 5])
def test_the_ten_terms_of_the_cost_add_up_to_c(kind: int) -> None:
    step = traced(30, kind).follow(4)
    text = screen.plain_text(cost_lines(step)[0]).replace("\n", " ")
    terms = re.findall(r"\(([01]) − (−?\d+\.\d+)\)² ([=≈])\s+(\d+\.\d+)", text)
    assert len(terms) == 10
    outputs = step.activations(3)
    for place, (target, a, sign, value) in enumerate(_by_place(text)):
        assert int(target) == (place == step.label)
        assert number(a) == pytest.approx(outputs[place], abs=6e-5)
        assert agrees(f"({target} − {a})²", value) == (sign == "=")
    total = number(text.split()[-1])
    assert total == pytest.approx(float(step.traced.costs[4]), abs=6e-5)
    assert sum(number(value) for *_, value in terms) == pytest.approx(total, abs=6e-4)


def _by_place(text: str) -> list[tuple[str, str, str, str]]:
    found = re.findall(r"(\d)\s+\(([01]) − (−?\d+\.\d+)\)² ([=≈])\s+(\d+\.\d+)", text)
    return [(t, a, sign, value) for _, t, a, sign, value in sorted(found)]


def test_a_held_neuron_and_a_frozen_weight_say_so() -> None:
    changes = {"held": [Held(2, 3, 0.5)], "frozen": [Part(3, 4)]}
    bench = bench_at(5, changes)
    bench.stepper.begin()
    for followed in (None, 2):
        step = bench.step.follow(followed)
        held = focus_of(step, Phase("forward", 2), Neuron(2, 3))
        forward = " ".join(map(screen.plain_text, forward_lines(step, held, DARK)))
        assert "held" in forward
        assert "0.5" in forward
    assert "held" in screen.plain_text(backward_lines(bench.step.follow(2), held, DARK)[0])
    frozen = focus_of(bench.step, Phase("update"), Connection(3, 4, 1))
    assert update_lines(bench.step, frozen, DARK) == [
        "This weight is frozen, and the step leaves it alone."
    ]


@pytest.mark.parametrize("optimiser", ["gradient_descent", "momentum"])
def test_of_what_is_frozen_nobody_says_that_it_moves(optimiser: str) -> None:
    layers = tuple(Part(layer) for layer in (1, 2, 3))
    for frozen, said in (((), 0), (layers[:1], 1), (layers, 2)):
        bench = bench_at(5, {"frozen": frozen, "optimiser": optimiser})
        bench.stepper.begin()
        for kind in ("update", "done"):
            text = sentences(bench.step, Phase(kind))
            assert ("that is not frozen" in text) == (said == 1)
            assert ("All weights and biases are frozen" in text) == (said == 2)
            assert ("Every weight" in text) == (said < 2)


def test_another_optimiser_is_named() -> None:
    bench = bench_at(5, {"optimiser": "momentum"})
    bench.stepper.begin()
    focus = focus_of(bench.step, Phase("update"), None)
    lines = update_lines(bench.step, focus, DARK)
    assert "momentum" in screen.plain_text(lines[-1])
    assert check(lines) == 1


def test_numbers_that_are_none_are_shown_without_an_error() -> None:
    step = traced(0, 0)
    focus = Focus(Connection(3, 1, 2), "selected", "selected")
    wild = replace(step.traced, costs=np.full(10, np.inf), cost=np.inf, actual_change=np.nan)
    broken = replace(step, traced=wild)
    assert "mean C = Σ C / 10 = – / 10 ≈ ∞" in screen.plain_text(cost_lines(broken)[1])
    assert done_lines(broken, broken.snapshot, focus, DARK)


# -------------------------------------------------------------------- worked by people


def test_a_click_on_a_phase_goes_there(desk: Desk) -> None:
    for name, kind in (("Cost", "cost"), ("Backward 2", "backward"), ("Mini-batch", "batch")):
        QTest.mouseClick(desk.phase_button(name), Qt.MouseButton.LeftButton)
        assert desk.bench.view.phase.kind == kind
        assert desk.phase_button(name).isChecked()
        checked = [b for b in desk.panel.findChildren(QPushButton, "phase") if b.isChecked()]
        assert len(checked) == 2  # and the one of the mean
    QTest.mouseClick(desk.phase_button("Done"), Qt.MouseButton.LeftButton)
    assert desk.bench.run.position == 31


def test_the_arrows_of_the_panel_go_forward_and_back(desk: Desk) -> None:
    screen.press(desk.panel, "Forward")
    screen.press(desk.panel, "Forward")
    assert desk.bench.view.phase == Phase("forward", 2)
    screen.press(desk.panel, "Back")
    assert desk.bench.view.phase == Phase("forward", 1)


def test_arrow_keys_go_from_phase_to_phase_and_keep_the_focus(desk: Desk) -> None:
    desk.phase_button("Mini-batch").setFocus()
    for _ in range(4):
        desk.key(Key.Key_Right)
    assert desk.bench.view.phase == Phase("cost")
    desk.key(Key.Key_Left)
    assert desk.bench.view.phase == Phase("forward", 3)
    assert desk.phase_button("Forward 3").hasFocus()


def test_at_the_start_of_a_run_there_is_no_way_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot, bench_at(0))
    assert not screen.button(desk.panel, "Back").isEnabled()
    screen.press(desk.panel, "Forward")
    assert screen.button(desk.panel, "Back").isEnabled()


def examples(desk: Desk) -> list[QAbstractButton]:
    found = desk.panel.findChildren(QAbstractButton)
    return [b for b in found if b.isVisible() and b.accessibleName().startswith("Example ")]


def test_a_digit_is_followed_and_let_go(desk: Desk) -> None:
    shown = examples(desk)
    assert len(shown) == 10
    step = desk.bench.step
    for place, button in enumerate(shown):
        name = button.accessibleName()
        assert f"truly {step.traced.labels[place]}:" in name
        assert number(name.split(" = ")[1]) == pytest.approx(step.traced.costs[place], abs=6e-5)
    QTest.mouseClick(shown[3], Qt.MouseButton.LeftButton)
    assert desk.bench.step.followed == 3
    QTest.mouseClick(shown[3], Qt.MouseButton.LeftButton)
    assert desk.bench.step.followed is None
    QTest.mouseClick(shown[5], Qt.MouseButton.LeftButton)
    screen.press(desk.panel, "Mean")
    assert desk.bench.step.followed is None
    shown[0].setFocus()
    screen.key(shown[0], Key.Key_Right, Key.Key_Right)
    assert desk.bench.step.followed == 1
    for key, expected in ((Key.Key_Left, 0), (Key.Key_Return, None)):
        desk.key(key)
        assert desk.bench.step.followed == expected


def test_who_follows_sees_another_formula(desk: Desk) -> None:
    desk.bench.go_to("forward", 2)
    desk.bench.stepper.show_selection(Neuron(2, 5))
    assert "Neuron 5 of layer 2, which is selected" in desk.text
    mean = desk.text
    assert "mean S" in mean
    QTest.mouseClick(examples(desk)[3], Qt.MouseButton.LeftButton)
    assert "mean S" not in desk.text
    assert f"{desk.bench.step.activations(2)[5]:.4f}" in desk.text


@pytest.mark.parametrize(("size", "width"), [(25, 1500), (25, 640), (200, 1500), (12, 400)])
def test_where_there_are_more_digits_than_room_they_are_counted(
    qtbot: QtBot, size: int, width: int
) -> None:
    desk = Desk(qtbot, bench_at(0, batch_size=size), width)
    shown = examples(desk)
    assert 1 <= len(shown) <= 20
    assert width < 1500 or len(shown) == 20
    assert f"and {size - len(shown)} more" in desk.text
    strip = shown[0].parentWidget()
    assert strip is not None
    for widget in (*shown, *(w for w in strip.findChildren(QLabel) if w.isVisible())):
        assert strip.rect().contains(widget.geometry())


def test_the_only_digit_of_a_step_has_no_mean(qtbot: QtBot) -> None:
    desk = Desk(qtbot, bench_at(0, batch_size=1))
    assert len(examples(desk)) == 1
    assert not any(
        b.text() == "Mean" and b.isVisible() for b in desk.panel.findChildren(QPushButton)
    )


def test_nothing_tells_the_change_until_it_is_guessed(desk: Desk) -> None:
    chosen = Connection(3, 4, 2)
    desk.bench.stepper.show_selection(chosen)
    desk.bench.go_to("update")
    change = float(desk.bench.step.change(3)[4, 2])
    assert "Guess first" in desk.text
    shown = [n for n in numbers(desk.text) if abs(abs(n) - abs(change)) < 1e-4]
    assert shown == []
    assert "ΔW =" not in desk.text
    right, wrong = ("Rises", "Falls") if change > 0 else ("Falls", "Rises")
    screen.press(desk.panel, wrong)
    assert "No, it" in desk.text
    assert "Guess first" not in desk.text
    assert "ΔW = " in desk.text
    told = re.search(r"by (\d\S*\d)\.", desk.text)
    assert told is not None
    assert number(told[1]) == pytest.approx(abs(change), rel=6e-3, abs=6e-5)
    desk.bench.stepper.show_selection(Connection(3, 4, 3))
    assert "Guess first" in desk.text
    other = float(desk.bench.step.change(3)[4, 3])
    screen.press(desk.panel, "Rises" if other > 0 else "Falls")
    assert "Right: by" in desk.text
    assert right != wrong


def test_who_would_rather_be_told_is_told(desk: Desk) -> None:
    desk.bench.go_to("update")
    screen.press(desk.panel, "Show it")
    assert "ΔW = " in desk.text
    assert "You said" not in desk.text


def test_the_button_says_what_hardly_means(desk: Desk) -> None:
    desk.bench.go_to("update")
    assert "1 %" in screen.button(desk.panel, "Hardly moves").toolTip()


def test_esc_and_the_cross_leave(desk: Desk) -> None:
    screen.key(desk.panel, Key.Key_Escape)
    assert not desk.bench.stepper.is_active
    desk.bench.stepper.begin()
    screen.press(desk.panel, "Leave the phases")
    assert not desk.bench.stepper.is_active


def test_slow_motion_is_a_toggle_with_a_pace(desk: Desk) -> None:
    paces: list[float] = []
    desk.panel.pace_chosen.connect(paces.append)
    screen.pick(screen.named(desk.panel, QComboBox, "Pace of slow motion"), "3 s")
    assert paces == [3.0]
    screen.press(desk.panel, "Slow motion")
    assert desk.bench.view.is_slow
    screen.press(desk.panel, "Slow motion")
    assert not desk.bench.view.is_slow


def test_while_a_step_is_worked_out_the_panel_says_so(qtbot: QtBot) -> None:
    bench = bench_at(0)
    bench.stepper.command_given.disconnect(bench.obey)
    desk = Desk(qtbot, bench)
    assert "being worked out" in desk.text
    assert examples(desk) == []


# -------------------------------------------------------------------- room

_PHASES = [("batch", None), ("forward", 1), ("cost", None), ("backward", 3), ("update", None)]


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("width", [620, 900, 1536])
def test_nothing_is_wider_than_the_panel(qtbot: QtBot, theme: Any, width: int) -> None:
    desk = Desk(qtbot, bench_at(3), width)
    desk.panel.set_theme(theme)
    for kind, layer in (*_PHASES, ("done", None)):
        desk.bench.go_to(kind, layer)
        for followed in (None, 3):
            desk.bench.stepper.follow(followed)
            QApplication.processEvents()
            for found in desk.panel.findChildren(QWidget):
                parent = found.parentWidget()
                if (
                    not found.isVisible()
                    or parent is None
                    or not isinstance(found, QLabel | QAbstractButton)
                ):
                    continue
                assert found.x() >= 0
                assert found.x() + found.width() <= parent.width(), found
                if isinstance(found, QLabel) and found.wordWrap():
                    assert found.height() >= found.heightForWidth(found.width())
                else:
                    assert found.width() >= min(found.sizeHint().width(), found.width())


@pytest.mark.parametrize("width", [500, 620])
def test_of_a_deep_network_the_phases_about_the_present_one_are_shown(
    qtbot: QtBot, width: int
) -> None:
    desk = Desk(qtbot, bench_at(0, layers=(64, *[5] * 12, 10)), width)
    for _ in range(29):
        desk.bench.stepper.forward()
        marked = desk.panel.findChildren(QPushButton, "phase")
        present = [b for b in marked if b.isChecked() and b.text() != "Mean"]
        assert len(present) == 1
        assert present[0].isVisible()
        strip = present[0].parentWidget()
        assert strip is not None
        assert all(
            strip.rect().contains(b.geometry())
            for b in strip.findChildren(QPushButton)
            if b.isVisible()
        )


def test_everything_has_a_name_and_a_tooltip(desk: Desk) -> None:
    for kind, layer in _PHASES:
        desk.bench.go_to(kind, layer)
        for found in desk.panel.findChildren(QWidget):
            if found.isVisible() and isinstance(found, QAbstractButton | QComboBox):
                said = found.text() if isinstance(found, QAbstractButton) else ""
                assert found.accessibleName() or said
                assert found.toolTip()


def test_an_arrow_names_the_key_that_was_chosen_last(desk: Desk) -> None:
    for name, command, key in (("Forward", "phase", "J"), ("Back", "phase_back", "K")):
        button = screen.button(desk.panel, name)
        keymap.present().give(command, (key,))
        assert button.toolTip().endswith(f"Key: {key}")
    keymap.present().reset_all()
    assert screen.button(desk.panel, "Forward").toolTip().endswith("Key: P")


def test_what_does_not_change_with_a_phase_is_written_in_another_style(desk: Desk) -> None:
    pace = screen.named(desk.panel, QComboBox, "Pace of slow motion")
    chosen = pace.currentData()
    number_format.use(NumberStyle(mark=","))
    desk.panel.write_numbers()
    assert [pace.itemText(place) for place in range(pace.count())] == [
        f"{seconds:g} s".replace(".", ",") for seconds in PACES
    ]
    assert pace.currentData() == chosen
    for digit, c in zip(examples(desk), desk.bench.step.traced.costs, strict=False):
        for said in (digit.toolTip(), digit.accessibleName()):
            [shown] = re.findall(r"C = (\d+[.,]\d+)", said)
            assert "," in shown
            assert float(shown.replace(",", ".")) == pytest.approx(c, abs=1e-3)


def plane_desk(qtbot: QtBot, data: str) -> Desk:
    settings = RunSettings(data, batch_size=6)
    return Desk(qtbot, Bench(settings.new_run(settings.load_data())))


@pytest.mark.parametrize("data", ["xor", "plane", "digits"])
def test_only_a_picture_is_of_ink(qtbot: QtBot, data: str) -> None:
    desk = plane_desk(qtbot, data)
    desk.bench.go_to("batch")
    assert "of the input layer = " in desk.text
    assert bool(re.search("ink|paper", desk.text)) == (data == "digits")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("plane", "compared with its target t, a number to come near to"),
        ("xor", "compared with t, the number of the true class"),
        ("digits", "compared with t: 1 for the true class, else 0"),
    ],
)
@pytest.mark.parametrize("followed", [None, 2])
def test_the_cost_phase_says_what_t_is(
    qtbot: QtBot, data: str, told: str, followed: int | None
) -> None:
    desk = plane_desk(qtbot, data)
    desk.bench.go_to("cost")
    desk.bench.stepper.follow(followed)
    assert told in desk.text
    assert ("mean over its 6 examples" in desk.text) == (followed is None)
    assert ("class" in desk.text) == (data != "plane")


@pytest.mark.parametrize(("data", "caption"), [("plane", ""), ("xor", ": “{}”")])
def test_without_classes_the_followed_example_is_of_none(
    qtbot: QtBot, data: str, caption: str
) -> None:
    desk = plane_desk(qtbot, data)
    desk.bench.stepper.follow(2)
    look = look_of(desk.bench.step, Phase("forward", 1))
    assert look is not None
    label = desk.bench.step.traced.labels[2]
    assert look.caption == "Example 3 of 6 in this step" + caption.format(label)
