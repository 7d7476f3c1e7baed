"""The run in progress is on disk: whatever is killed, it can be gone on with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import visualiser
from core import Run, load_run, save_run
from tests.visualiser import filing, screen
from tests.visualiser.states import new_run
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
from visualiser.files.kept_runs import KeptRuns
from visualiser.main_window import MainWindow
from visualiser.training import messages as m


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "unsaved"


@pytest.fixture
def kept(folder: Path) -> KeptRuns:
    return KeptRuns(folder)


@pytest.fixture
def window(open_window: OpenWindow, kept: KeptRuns) -> MainWindow:
    return open_window(kept=kept)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what a program has left that was killed while it trained."""
    folder = tmp_path_factory.mktemp("killed") / "unsaved"
    code = textwrap.dedent("""
        import sys
        import visualiser
        from pathlib import Path
        from core import RunSettings
        from visualiser.app import application
        from visualiser.files.kept_runs import KeptRuns
        from visualiser.main_window import MainWindow
        from visualiser.settings import ForgetfulSettings
        from visualiser.training import messages as m
        from visualiser.training.session import TrainingProcess

        if __name__ == "__main__":
            app = application()
            trainer = TrainingProcess(RunSettings())
            window = MainWindow(trainer, ForgetfulSettings(), "dark", KeptRuns(Path(sys.argv[1])))
            session = window.session
            session.send(m.Play(400))

            def tell(snapshot):
                progress = snapshot.progress
                if progress.position == 400 and not progress.playing:
                    session.send(m.GoTo(100))
                    session.send(m.SetLearningRate(0.5))
                    session.send(m.Play(50))
                if progress.length == 150:
                    print("there", flush=True)

            session.snapshot_taken.connect(tell)
            app.exec()
    """)
    script = folder.parent / "killed.py"
    script.write_text(code, "utf-8")
    root = str(Path(visualiser.__file__).parents[1])
    program = subprocess.Popen(
        [sys.executable, str(script), str(folder)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": root},
    )
    with program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"there\n"
        program.send_signal(signal.SIGKILL)
        # Its training process has ended as well.
        program.stdout.read()
    return folder


@pytest.fixture
def killed(folder: Path, left: Path) -> Run:
    """What such a program has left is there; the same run made here."""
    shutil.copytree(left, folder)
    run = new_run()
    run.train(400)
    run.go_to(100)
    run.set_learning_rate(0.5)
    run.train(50)
    return run


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.nnrun"))


def wait_for_file(qtbot: QtBot, folder: Path, run: Run) -> None:
    """Wait until a run is on disk, as a program would find it that starts now."""

    def is_there() -> bool:
        found = [load_run(path, run.data) for path in files(folder)]
        return any(
            one.position == run.position and one.costs.tolist() == run.costs.tolist()
            for one in found
        )

    qtbot.waitUntil(is_there, timeout=PATIENCE)


def kill_trainer(qtbot: QtBot, window: MainWindow) -> None:
    """Kill the training process; wait until another one has taken over."""
    before, shown = window.session.process_id, snapshot(window)
    assert before is not None
    os.kill(before, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.session.process_id != before, timeout=PATIENCE)
    qtbot.waitUntil(lambda: snapshot(window) is not shown, timeout=PATIENCE)


def test_what_is_done_is_soon_on_disk(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    run = new_run()
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    run.train(300)
    wait_for_file(qtbot, folder, run)
    screen.press(window, "Step back")
    run.back()
    wait_for_file(qtbot, folder, run)


def test_the_branches_survive_the_training_process(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    run = new_run()
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    run.train(300)
    window.session.send(m.GoTo(100))
    window.session.send(m.SetLearningRate(0.5))
    window.session.send(m.NameBranch(1, "slower"))
    window.session.send(m.Play(50))
    wait_at(qtbot, window, 150)
    run.go_to(100)
    run.set_learning_rate(0.5)
    run.train(50)
    wait_for_file(qtbot, folder, run)
    kill_trainer(qtbot, window)
    sentence = wait_for_notice(qtbot, window)
    assert "all branches" in sentence
    assert is_same(wait_at(qtbot, window, 150), run)
    # There before the fork, too, and again after the next death.
    window.session.send(m.SwitchTo(0))
    run.switch_to(run.branches[0])
    assert is_same(wait_at(qtbot, window, 300), run)
    wait_for_file(qtbot, folder, run)
    kill_trainer(qtbot, window)
    assert is_same(wait_at(qtbot, window, 300), run)
    screen.press(window, "Step")
    run.step()
    assert is_same(wait_at(qtbot, window, 301), run)
    assert window.isWindowModified()


def test_steps_that_were_not_kept_yet_are_taken_again(qtbot: QtBot, window: MainWindow) -> None:
    run = new_run()
    qtbot.waitUntil(lambda: window.session.is_kept, timeout=PATIENCE)
    window.session.send(m.Play(40))
    wait_at(qtbot, window, 40)
    kill_trainer(qtbot, window)
    run.train(40)
    assert is_same(wait_at(qtbot, window, 40), run)


def test_what_a_killed_program_left_is_offered_and_restored(
    qtbot: QtBot, open_window: OpenWindow, folder: Path, killed: Run
) -> None:
    kept = KeptRuns(folder)
    assert len(kept.left()) == 1
    window = open_window(kept=kept)
    assert "ended before a run was saved" in wait_for_notice(qtbot, window)
    screen.press(window, "Restore it")
    assert is_same(wait_until(qtbot, window, lambda p: p.length == 150), killed)
    assert progress(window).position == 150
    assert window.files.path is None
    assert window.isWindowModified()
    window.session.send(m.SwitchTo(0))
    killed.switch_to(killed.branches[0])
    assert is_same(wait_at(qtbot, window, 400), killed)
    # It is this window's now, and nobody else's.
    qtbot.waitUntil(lambda: not KeptRuns(folder).left(), timeout=PATIENCE)
    wait_for_file(qtbot, folder, killed)


def test_what_was_left_can_be_deleted(
    qtbot: QtBot, open_window: OpenWindow, folder: Path, killed: Run
) -> None:
    assert killed.length == 150
    window = open_window(kept=KeptRuns(folder))
    wait_for_notice(qtbot, window)
    screen.press(window, "Delete it")
    assert KeptRuns(folder).left() == []
    assert window.notice.text() == ""


def test_it_stays_for_another_time(
    qtbot: QtBot, open_window: OpenWindow, folder: Path, killed: Run
) -> None:
    assert killed.length == 150
    window = open_window(kept=KeptRuns(folder))
    wait_for_notice(qtbot, window)
    screen.press(window, "Close")
    window.close_at_once()
    assert len(KeptRuns(folder).left()) == 1


def test_a_window_that_closes_leaves_nothing(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.session.send(m.Play(20))
    wait_at(qtbot, window, 20)
    qtbot.waitUntil(lambda: bool(files(folder)), timeout=PATIENCE)
    window.close_at_once()
    assert list(folder.iterdir()) == []


def test_another_window_that_is_open_has_left_nothing(window: MainWindow, folder: Path) -> None:
    assert window.isVisible()
    assert KeptRuns(folder).left() == []


def test_what_was_saved_before_is_restored_under_its_name(
    qtbot: QtBot, open_window: OpenWindow, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.nnrun"
    filing.saved_run(file, 50)
    crashed = KeptRuns(folder)
    path = crashed.next_path()
    later = load_run(file)
    later.train(5)
    save_run(later, path)
    crashed.note_file(path, file)
    assert crashed._lock is not None
    crashed._lock.unlock()
    window = open_window(kept=KeptRuns(folder))
    assert "mine.nnrun" in wait_for_notice(qtbot, window)
    screen.press(window, "Restore it")
    assert is_same(wait_at(qtbot, window, 55), later)
    assert window.files.path == file
    assert window.isWindowModified()
    screen.control_key(window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not window.isWindowModified(), timeout=PATIENCE)
    assert load_run(file).length == 55


def test_a_run_that_was_put_aside_is_not_written_over(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    run = new_run()
    window.session.send(m.Play(60))
    wait_at(qtbot, window, 60)
    run.train(60)
    screen.control_key(window, Qt.Key.Key_R)
    wait_until(qtbot, window, lambda p: p.length == 0)
    wait_for_file(qtbot, folder, run)
    wait_for_file(qtbot, folder, new_run())


def test_where_nothing_can_be_kept_a_sentence_says_so_and_the_run_goes_on(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    (tmp_path / "unsaved").write_text("a file where the folder should be", "utf-8")
    window = open_window(kept=KeptRuns(tmp_path / "unsaved"))
    assert "cannot be kept" in wait_for_notice(qtbot, window)
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)


def test_a_place_that_disappears_is_made_again(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files(folder)), timeout=PATIENCE)
    for path in files(folder):
        path.unlink()
    window.session.send(m.Play(60))
    wait_at(qtbot, window, 60)
    assert "." in wait_for_notice(qtbot, window)
    screen.press(window, "Step back")
    wait_at(qtbot, window, 59)
