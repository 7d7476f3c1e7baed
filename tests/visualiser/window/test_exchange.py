"""Weights out of a real window and into it again, by its menu, its keys and by dropping."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

import core
from core import Network, Run, RunSettings, load_run
from core.exchange import FORMATS
from tests.visualiser import filing, screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.states import digits, new_run
from tests.visualiser.training.test_exchanging import bare_file
from tests.visualiser.window.test_files_opening import hint, wait_for_run
from tests.visualiser.window.test_files_saving import PROGRAM, kill
from tests.visualiser.windows import (
    PATIENCE,
    OpenWindow,
    is_same,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.files.exchange_words import assumption
from visualiser.main_window import MainWindow
from visualiser.training import messages as m

Key = Qt.Key
FIRST = "A new run begins with the weights in {path}."


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def begin_import(window: MainWindow, path: Path) -> None:
    screen.control_key(window, Key.Key_I)
    filing.name_file(window, path)


def wait_for_import(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """Wait until the window says that a run began; all it says."""
    first = FIRST.format(path=path)
    qtbot.waitUntil(lambda: window.notice.text().startswith(first), timeout=PATIENCE)
    wait_until(qtbot, window, lambda p: p.length == 0)
    return window.notice.text()


def wait_for_text(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.waitUntil(lambda: window.notice.text() == text, timeout=PATIENCE)


@pytest.fixture
def trained(qtbot: QtBot, window: MainWindow) -> tuple[MainWindow, Run]:
    """A window at step 1,200 of 1,500, and the same run made here."""
    window.session.send(m.Play(1500))
    wait_at(qtbot, window, 1500)
    window.session.send(m.GoTo(1200))
    wait_at(qtbot, window, 1200)
    run = new_run()
    run.train(1500)
    run.go_to(1200)
    return window, run


# -------------------------------------------------------------------- out


@pytest.mark.parametrize("way", ["menu", "key"])
def test_the_weights_of_the_shown_step_go_out_and_come_in_bit_for_bit(
    qtbot: QtBot, trained: tuple[MainWindow, Run], tmp_path: Path, way: str
) -> None:
    window, run = trained
    path = tmp_path / "mine.safetensors"
    before = snapshot(window)
    if way == "menu":
        screen.choose(window, "Menu", "Export the weights of this step …")
    else:
        screen.control_key(window, Key.Key_E, shift=True)
    filing.name_file(window, path)
    wait_for_text(qtbot, window, f"The weights of step 1,200 are saved as {path}.")
    assert window.isWindowModified()  # The run itself is not saved.
    if way == "menu":
        screen.choose(window, "Menu", "Import weights …")
        filing.name_file(window, path)
    else:
        begin_import(window, path)
    assert wait_for_import(qtbot, window, path) == FIRST.format(path=path)
    after = snapshot(window)
    for ours, theirs in (
        (after.parameters.vector, before.parameters.vector),
        (after.activations[-1], before.activations[-1]),
    ):
        assert np.array_equal(ours.view(np.uint32), theirs.view(np.uint32))
    assert after.progress.example == before.progress.example
    # And what is learnt from there is what is learnt from there elsewhere.
    again = Run(run.network.copy(), digits(), seed=run.seed, **vars(run.recipe))
    window.session.send(m.Play(300))
    again.train(300)
    assert is_same(wait_at(qtbot, window, 300), again)


def test_the_step_is_the_one_that_was_shown_as_it_was_asked_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    screen.press(window, "Play")
    wait_until(qtbot, window, lambda p: p.position > 50)
    screen.control_key(window, Key.Key_E, shift=True)
    dialog = filing.dialog_of(window)
    assert dialog is not None
    step = int(screen.number(dialog.windowTitle().removeprefix("Save the weights of step ")))
    assert dialog.findChildren(QLineEdit)[0].text() == f"weights-{step}.safetensors"
    wait_until(qtbot, window, lambda p: p.position > step + 100)
    filing.name_file(window, tmp_path / "w.npz")
    assert f"of step {step:,} are saved" in wait_for_notice(qtbot, window)
    at = progress(window).position
    wait_until(qtbot, window, lambda p: p.playing and p.position > at + 100)
    run = new_run()
    run.train(step)
    found = core.import_weights(tmp_path / "w.npz").network
    assert np.array_equal(found.parameters.vector, run.network.parameters.vector)


@pytest.mark.parametrize("ending", list(FORMATS))
def test_the_name_ends_as_the_chosen_kind_of_file_does(
    qtbot: QtBot, trained: tuple[MainWindow, Run], tmp_path: Path, ending: str
) -> None:
    window, run = trained
    window.exchange._last_folder = tmp_path
    if ending == ".onnx":
        pytest.importorskip("onnx")
    screen.control_key(window, Key.Key_E, shift=True)
    dialog = filing.dialog_of(window)
    assert dialog is not None
    box = next(b for b in dialog.findChildren(QComboBox) if "(*.npz)" in b.itemText(1))
    assert [box.itemText(i) for i in range(box.count())] == [
        f"{format_.title} (*{end})" for end, format_ in FORMATS.items()
    ]
    if ending != ".safetensors":
        screen.pick(box, f"{FORMATS[ending].title} (*{ending})")
    assert dialog.findChildren(QLineEdit)[0].text() == f"weights-1200{ending}"
    screen.key(dialog.findChildren(QLineEdit)[0], Key.Key_Return)
    filing.come_back(window)
    path = tmp_path / f"weights-1200{ending}"
    wait_for_text(qtbot, window, f"The weights of step 1,200 are saved as {path}.")
    core.export_weights(run.network, tmp_path / f"here{ending}")
    if ending == ".npz":  # A ZIP archive has the time in it.
        assert core.import_weights(path).assumed == ()
    else:
        assert path.read_bytes() == (tmp_path / f"here{ending}").read_bytes()


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    screen.control_key(window, Key.Key_E, shift=True)
    filing.name_file(window, tmp_path / "mine")
    wait_for_notice(qtbot, window)
    assert core.import_weights(tmp_path / "mine.safetensors").assumed == ()


def test_the_costs_of_all_steps_go_out(
    qtbot: QtBot, trained: tuple[MainWindow, Run], tmp_path: Path
) -> None:
    window, run = trained
    screen.choose(window, "Menu", "Export the cost of every step …")
    filing.name_file(window, tmp_path / "costs")
    wait_for_text(qtbot, window, f"The cost of every step is saved as {tmp_path / 'costs.csv'}.")
    core.export_costs(run, tmp_path / "here.csv")
    assert (tmp_path / "costs.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()
    assert (tmp_path / "costs.csv").read_text().count("\n") > 1500


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("w.pickle", "give it a name that ends in .safetensors, .npz, .onnx, .csv."),
        ("no folder/w.npz", "choose another place."),
    ],
)
def test_what_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str, said: str
) -> None:
    screen.control_key(window, Key.Key_E, shift=True)
    filing.name_file(window, tmp_path / name)
    assert wait_for_notice(qtbot, window).endswith(said)
    screen.key(window, Key.Key_Period)
    wait_at(qtbot, window, 1)


def test_without_its_library_onnx_says_what_to_install(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "onnx.py").write_text("raise ImportError")
    monkeypatch.syspath_prepend(tmp_path)  # For processes that are started as well.
    window = open_window(RunSettings(layers=(64, 5, 10)))
    screen.control_key(window, Key.Key_E, shift=True)
    filing.name_file(window, tmp_path / "w.onnx")
    assert "pip install 'visualiser[exchange]'" in wait_for_notice(qtbot, window)
    assert not (tmp_path / "w.onnx").exists()


def test_what_takes_long_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    process = window.session.process_id
    assert process is not None
    window.exchange._slow.timer.setInterval(0)
    os.kill(process, signal.SIGSTOP)
    try:
        screen.control_key(window, Key.Key_E, shift=True)
        filing.name_file(window, tmp_path / "w.npz")
        assert wait_for_notice(qtbot, window).startswith("Saving")
    finally:
        os.kill(process, signal.SIGCONT)
    wait_for_text(qtbot, window, f"The weights of step 0 are saved as {tmp_path / 'w.npz'}.")


def test_who_cancels_saves_and_imports_nothing(window: MainWindow) -> None:
    for key, shift in ((Key.Key_E, True), (Key.Key_C, True), (Key.Key_I, False)):
        screen.control_key(window, key, shift=shift)
        filing.cancel_dialog(window)
    assert window.notice.text() == ""


# -------------------------------------------------------------------- in


@pytest.fixture
def other(tmp_path: Path) -> Network:
    """A network of other layers and σ, saved as other.safetensors."""
    network = Network((64, 9, 7, 5, 10), ("tanh", "softmax"), "softmax_cross_entropy", seed=11)
    core.export_weights(network, tmp_path / "other.safetensors")
    return network


def test_a_run_with_other_layers_travels_through_time_and_is_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Network
) -> None:
    begin_import(window, tmp_path / "other.safetensors")
    run = Run(other.copy(), digits(), seed=7, **vars(new_run().recipe) | {"activation": ()})
    wait_for_run(qtbot, window, run)
    assert "64-9-7-5-10" in screen.text(window.transport)
    assert filing.title(window) == f"Untitled run — {PROGRAM}"
    window.session.send(m.Play(200))
    run.train(200)
    assert is_same(wait_at(qtbot, window, 200), run)
    screen.key(window, Key.Key_Comma)
    run.back()
    assert is_same(wait_at(qtbot, window, 199), run)
    filing.save_as(qtbot, window, tmp_path / "mine.nnrun")
    screen.key(window, Key.Key_Home)
    run.go_to(0)
    assert is_same(wait_at(qtbot, window, 0), run)
    saved = load_run(tmp_path / "mine.nnrun")
    assert saved.position == 199
    saved.go_to(0)
    assert np.array_equal(saved.network.parameters.vector, other.parameters.vector)
    screen.control_key(window, Key.Key_O)
    filing.name_file(window, tmp_path / "mine.nnrun")
    run.go_to(199)
    wait_for_run(qtbot, window, run)


def test_after_a_death_its_steps_are_taken_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Network
) -> None:
    begin_import(window, tmp_path / "other.safetensors")
    wait_for_import(qtbot, window, tmp_path / "other.safetensors")
    (tmp_path / "other.safetensors").unlink()
    window.session.send(m.Play(50))
    wait_at(qtbot, window, 50)
    kill(qtbot, window)
    run = Run(other, digits(), seed=7, **vars(new_run().recipe) | {"activation": ()})
    run.train(50)
    wait_for_run(qtbot, window, run)


def test_what_the_file_does_not_say_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "bare.npz"
    bare_file(path, 64, 16, 16, 10)
    begin_import(window, path)
    said = wait_for_import(qtbot, window, path)
    assert said == (
        f"{FIRST.format(path=path)} The file does not say what σ and C are and where B is added; "
        "σ is taken to be logistic, C quadratic, and B is added inside σ."
    )


@pytest.mark.parametrize(
    ("assumed", "expected"),
    [
        ((), ""),
        (("activation",), "The file does not say what σ is; it is taken to be tanh, softmax."),
        (("cost",), "The file does not say what C is; it is taken to be softmax cross entropy."),
        (("bias",), "The file does not say where B is added; it is added inside σ."),
    ],
)
def test_only_what_was_taken_is_told(assumed: tuple[str, ...], expected: str) -> None:
    chosen = RunSettings(activation=("tanh", "softmax"), cost="softmax_cross_entropy")
    assert assumption(assumed, chosen) == expected


@settings(deadline=None)
@given(assumed=st.sets(st.sampled_from(["activation", "cost", "bias"]), min_size=1))
def test_whatever_was_taken_is_told(assumed: set[str]) -> None:
    chosen = RunSettings(activation="relu", cost="quadratic", bias="outside")
    said = assumption(tuple(assumed), chosen)
    values = {"activation": "relu", "cost": "quadratic", "bias": "outside σ"}
    assert {name for name, value in values.items() if value in said} == assumed
    assert said.count(".") == 1


def test_sizes_that_do_not_fit_are_told_and_the_run_goes_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bare_file(tmp_path / "bare.npz", 784, 16, 10)
    screen.press(window, "Play")
    at = wait_until(qtbot, window, lambda p: p.position > 50).progress.position
    begin_import(window, tmp_path / "bare.npz")
    said = wait_for_notice(qtbot, window)
    assert "784,16,10" in said
    assert "the first layer needs 64 neurons and the last 10" in said
    wait_until(qtbot, window, lambda p: p.playing and p.position > at + 300)


def test_a_file_that_holds_no_weights_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "broken.safetensors").write_bytes(b"\xff" * 50)
    begin_import(window, tmp_path / "broken.safetensors")
    said = wait_for_notice(qtbot, window)
    assert "broken.safetensors cannot be read as weights" in said
    assert said.count(".") >= 1
    assert filing.title(window) == f"Untitled run — {PROGRAM}"


@pytest.mark.parametrize("way", ["notice", "key"])
def test_the_run_before_is_put_aside(
    qtbot: QtBot, trained: tuple[MainWindow, Run], tmp_path: Path, other: Network, way: str
) -> None:
    window, run = trained
    begin_import(window, tmp_path / "other.safetensors")
    assert filing.question(window) == ""
    wait_for_import(qtbot, window, tmp_path / "other.safetensors")
    assert snapshot(window).sizes == other.sizes
    if way == "notice":
        screen.press(window.notice, "Go back to the run before")
    else:
        screen.control_key(window, Key.Key_B, shift=True)
    wait_for_run(qtbot, window, run)


def test_a_run_with_a_file_is_asked_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Network
) -> None:
    filing.save_as(qtbot, window, tmp_path / "a.nnrun")
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    asked = "Save the changes to “a.nnrun” before a new run takes its place?"
    begin_import(window, tmp_path / "other.safetensors")
    assert filing.question(window) == asked
    filing.answer(window, "Cancel")
    assert snapshot(window).sizes == (64, 16, 16, 10)
    begin_import(window, tmp_path / "other.safetensors")
    filing.answer(window, "Save")
    wait_for_import(qtbot, window, tmp_path / "other.safetensors")
    assert snapshot(window).sizes == other.sizes
    assert load_run(tmp_path / "a.nnrun").length == 1
    # The new one must not be saved over the old one by a mere Ctrl+S.
    assert filing.title(window) == f"Untitled run — {PROGRAM}"


@pytest.mark.parametrize("name", ["mine.safetensors", "MINE.NPZ"])
def test_a_file_that_is_dropped_is_imported_and_stays_where_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Network, name: str
) -> None:
    core.export_weights(other, tmp_path / name)
    drag = filing.Drag(window, [tmp_path / name])
    assert drag.enter()
    assert hint(window) == f"Let go to begin a new run with the weights in “{name}”"
    assert drag.drop() == Qt.DropAction.CopyAction
    assert hint(window) == ""
    wait_for_import(qtbot, window, tmp_path / name)
    wait_until(qtbot, window, lambda _: snapshot(window).sizes == other.sizes)
    assert (tmp_path / name).is_file()


def test_a_file_that_can_only_be_written_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    assert not filing.Drag(window, [tmp_path / "w.onnx"]).enter()
    assert "*.safetensors" in window.notice.text()


# -------------------------------------------------------------------- how it looks


def test_the_menu_says_what_each_entry_does(window: MainWindow) -> None:
    menu: QMenu = screen.open_menu(window, "Menu", "Export the cost of every step …")
    assert menu.title() == "File"
    assert menu.toolTipsVisible()
    exports = [entry for entry in menu.actions() if entry.text().startswith("Export")]
    assert len(exports) == 2
    assert all(entry.toolTip().startswith("Save") for entry in exports)
    menu.close()


def test_longer_texts_have_room_in_the_dialogs(window: MainWindow) -> None:
    exchange = window.exchange
    for ask in (
        exchange.ask_where_to_save_weights,
        exchange.ask_where_to_save_costs,
        exchange.ask_what_to_import,
    ):
        with longer_texts():
            ask()
        dialog = filing.dialog_of(window)
        assert dialog is not None
        QApplication.processEvents()
        buttons: list[QWidget] = [dialog.findChildren(QComboBox)[-1]]
        assert all(one.width() >= one.minimumSizeHint().width() for one in buttons)
        filing.cancel_dialog(window)
