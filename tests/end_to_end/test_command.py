"""The installed command, started as a process, as a person starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest

import core
from visualiser import command_line

_COMMAND = Path(sysconfig.get_path("scripts")) / (
    "visualiser.exe" if sys.platform == "win32" else "visualiser"
)
_PATIENCE = 60  # seconds

pytestmark = pytest.mark.skipif(
    not _COMMAND.exists(), reason="the command is not installed in this environment"
)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which a person's own settings are left alone."""
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE")}
    return {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}


def visualiser(home: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [_COMMAND, *arguments],
        env=home,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )


def test_version_and_help_exit_0(home: dict[str, str]) -> None:
    assert visualiser(home, "--version").stdout == "visualiser 0.1.0\n"
    assert "--learning-rate" in visualiser(home, "--help").stdout


def test_train_prints_one_json_object_and_saves_a_run(home: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "digits.nnrun"
    done = visualiser(home, "train", "--steps", "4300", "--json", "--save", str(path))
    assert done.returncode == 0
    facts = json.loads(done.stdout)
    assert facts.keys() == {
        "step",
        "epoch",
        "cost",
        "train_accuracy",
        "test_accuracy",
        "steps_per_second",
    }
    run = core.load_run(path)
    assert facts["step"] == run.position == 4300
    assert facts["cost"] == run.costs[-1]
    assert facts["test_accuracy"] == core.evaluate(run.network, run.data.test).accuracy >= 0.95


@pytest.mark.parametrize(("name", "beginning"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml")])
def test_picture_is_drawn_without_a_display(
    home: dict[str, str], tmp_path: Path, name: str, beginning: bytes
) -> None:
    environment = {k: v for k, v in home.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    path = tmp_path / name
    done = visualiser(environment, "picture", str(path), "--steps", "20", "--select", "1.3")
    assert (done.returncode, done.stderr) == (0, "")
    assert path.read_bytes().startswith(beginning)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--learning-rate", "0"), "learning rate"),
        (("--learning-rate", "abc"), "abc"),
        (("--learning-rate", "1e9"), "learning rate"),
        (("--batch-size", "100000"), "100000"),
        (("--layers", "64,0,10"), "Layer 1"),
        (("--layers", "63,16,10"), "63,16,10"),
        (("--data", "nowhere"), "nowhere"),
        (("nothing.nnrun",), "nothing.nnrun"),
        (("picture", "a.gif"), "a.gif"),
        (("picture", "a.png", "--select", "9.9"), "layer 9"),
        (("train",), "--steps"),
    ],
)
def test_a_wrong_argument_exits_2_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: tuple[str, ...],
    named: str,
) -> None:
    # In this process: that `visualiser` is what runs, the other tests show.
    monkeypatch.chdir(tmp_path)
    try:
        status = command_line.run(arguments)
    except SystemExit as left:  # argparse leaves so
        status = left.code if isinstance(left.code, int) else -1
    said = capsys.readouterr()
    assert status == 2
    assert named in said.err
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")
    assert said.out == ""


@pytest.mark.skipif(
    not Path("/proc/self/maps").exists(),
    reason="only Linux shows a process's shared memory, by which the window is seen to be there",
)
def test_ctrl_c_closes_the_window_and_leaves_nothing_behind(home: dict[str, str]) -> None:
    program = subprocess.Popen([_COMMAND], env=home, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + _PATIENCE
    # The window makes shared memory once its event loop runs and the network is there.
    while not (made := shared_memory_of(program.pid)) and time.monotonic() < end:
        os.sched_yield()
    program.send_signal(signal.SIGINT)
    _, errors = program.communicate(timeout=_PATIENCE)
    assert (program.returncode, errors) == (0, "")
    assert made
    assert not any(Path(name).exists() for name in made)


def shared_memory_of(process: int) -> set[str]:
    maps = Path(f"/proc/{process}/maps").read_text("utf-8").splitlines()
    return {line.split()[-1] for line in maps if "/psm_" in line}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_without_a_screen_a_sentence_says_so(home: dict[str, str]) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = visualiser({k: v for k, v in home.items() if k not in screens})
    assert done.returncode == 2
    assert "no screen" in done.stderr
    assert done.stderr.count("\n") == 1


def test_python_m_visualiser_is_the_same_program(home: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "visualiser", "--version"],
        env=home,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=True,
    )
    assert done.stdout == "visualiser 0.1.0\n"


# What a window can be opened without, and what it would wait for if some module imported it.
NEEDLESS = (
    "PIL",
    "core.exchange.formats",
    "core.journal",
    "core.probes.landscape",
    "core.public",
    "core.run_file",
    "logging.handlers",
    "multiprocessing.shared_memory",
    "numpy.testing",
    "pyqtgraph",
    "secrets",
    "sqlite3",
    "tqdm",
    "visualiser.baselines_dialog",
    "visualiser.browsing.window",
    "visualiser.data.dialog",
    "visualiser.landscape",
    "visualiser.over_time",
    "visualiser.pad.pad",
    "visualiser.panels.cost",
    "visualiser.panels.phases",
    "visualiser.picture",
    "visualiser.presenting.view",
    "visualiser.recipe_dialog.dialog",
    "visualiser.tour.touring",
    "visualiser.train_command",
    "visualiser.training.worker",
    "visualiser.widgets.connection_page",
    "visualiser.widgets.network_page",
    "visualiser.widgets.neuron_page",
)


def test_the_first_window_waits_for_nothing_that_it_does_not_need(home: dict[str, str]) -> None:
    script = "import sys, visualiser.command_line, visualiser.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=home,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=True,
    )
    loaded = done.stdout.split()
    assert set(loaded).intersection(NEEDLESS) == set()
    # In the order in which they began to be imported: Qt, once there, reads the source of all
    # that come after it.
    before_qt = set(loaded[: loaded.index("PySide6.QtCore")])
    assert {"numpy", "core.run_settings", "visualiser.training.messages"} <= before_qt
