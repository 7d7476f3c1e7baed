"""The command line: what it prints, and one sentence with status 2 for bad arguments."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from core import (
    ACTIVATIONS,
    COSTS,
    INITIALISERS,
    OPTIMISERS,
    SCHEDULES,
    Adam,
    LinearDecay,
    Momentum,
    RunSettings,
    load_run,
)
from core.errors import UserError
from tests.visualiser.states import new_run
from visualiser import __version__
from visualiser.command_line import run
from visualiser.picture import draw_picture
from visualiser.selection import Neuron
from visualiser.training.session import TrainingProcess


def status_of(*arguments: str) -> int:
    """The exit status, whether returned or raised by argparse."""
    try:
        return run(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1


BAD = [
    ("--nonsense",),
    ("no such file.nnrun",),
    ("--layers", "64,zero,10"),
    ("--layers", "64,0,10"),
    ("--layers", "64"),
    ("--learning-rate", "abc"),
    ("--learning-rate", "0"),
    ("--learning-rate", "-1"),
    ("--learning-rate", "1e9"),
    ("--learning-rate", "nan"),
    ("--batch-size", "2.5"),
    ("--seed", "-1"),
    ("--activation", "magic"),
    ("--activation", "tanh,magic"),
    ("--activation", "tanh,"),
    ("--activation", "softmax,logistic"),
    ("--activation", "tanh,tanh,tanh,tanh"),
    ("--layers", "64,10", "--activation", "tanh,tanh,tanh"),
    ("--cost", "magic"),
    ("--cost", "softmax_cross_entropy"),
    ("--cost", "cross_entropy", "--activation", "tanh"),
    ("--cost", "cross_entropy", "--bias", "outside"),
    ("--initialiser", "magic"),
    ("--optimiser", "magic"),
    ("--optimiser", "adam:magic=1"),
    ("--optimiser", "adam:decay"),
    ("--optimiser", "adam:decay=2"),
    ("--optimiser", "adam:name=2"),
    ("--schedule", "magic"),
    ("--schedule", "linear:epochs=0"),
    ("--l1", "-1"),
    ("--l2", "abc"),
    ("--clip", "0"),
    ("--theme", "pink"),
    ("train",),
    ("train", "--steps", "-1"),
    ("train", "--steps", "1", "--epochs", "1"),
    ("train", "--steps", "1", "--batch-size", "0"),
    ("train", "--steps", "1", "--batch-size", "100000"),
    ("train", "--steps", "1", "--layers", "63,10"),
    ("train", "--steps", "1", "--data", "/no/such/folder"),
    ("train", "--steps", "1", "--save", "/no/such/folder/mine.nnrun"),
    ("picture",),
    ("picture", "x.jpg"),
    ("picture", "x.png", "--select", "first"),
    ("picture", "x.png", "--size", "10x10"),
    ("picture", "x.png", "--size", "big"),
    ("picture", "x.png", "--lines", "magic"),
    ("picture", "x.png", "--lines"),
]


@pytest.mark.parametrize("arguments", BAD, ids=" ".join)
def test_a_wrong_argument_gives_one_sentence_and_status_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("visualiser")
    assert lines[0].endswith(".")
    assert "Traceback" not in err
    assert "{" not in err


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("train", "--help")])
def test_asking_for_help_or_the_version_succeeds(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(*arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert __version__ in out if arguments == ("--version",) else "--learning-rate" in out


def test_train_tells_what_became_of_it_as_one_json_object(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.nnrun"
    assert status_of("train", "--steps", "300", "--json", "--seed", "3", "--save", str(path)) == 0
    facts = json.loads(capsys.readouterr().out)
    trained = new_run(seed=3)
    trained.train(300)
    assert facts["step"] == 300
    assert facts["epoch"] == pytest.approx(trained.epochs_done)
    assert facts["cost"] == pytest.approx(float(trained.costs[-1]))
    assert facts["test_accuracy"] == trained.evaluate_test().accuracy
    assert 0 < facts["train_accuracy"] < 1
    assert facts["steps_per_second"] > 0
    assert load_run(path).position == 300


OPTIONS: dict[tuple[str, ...], dict[str, Any]] = {
    ("--activation", "tanh"): {"activation": "tanh"},
    ("--activation", "logistic,softmax", "--cost", "softmax_cross_entropy"): {
        "activation": ("logistic", "softmax"),
        "cost": "softmax_cross_entropy",
    },
    ("--activation", "relu, tanh, logistic", "--initialiser", "he", "--learning-rate", "0.1"): {
        "activation": ("relu", "tanh", "logistic"),
        "initialiser": "he",
        "learning_rate": 0.1,
    },
    ("--optimiser", "adam"): {"optimiser": Adam()},
    ("--optimiser", "momentum:momentum=0.8", "--schedule", "linear:epochs=60,end=0.1"): {
        "optimiser": Momentum(0.8),
        "schedule": LinearDecay(60, 0.1),
    },
    ("--schedule", "cosine", "--l1", "1e-5", "--l2", "1e-4", "--clip", "2"): {
        "schedule": "cosine",
        "l1": 1e-5,
        "l2": 1e-4,
        "clip": 2.0,
    },
}


@pytest.mark.parametrize("arguments", OPTIONS, ids=" ".join)
def test_what_is_asked_for_is_what_is_trained(arguments: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "mine.nnrun"
    assert status_of("train", "--steps", "40", "--json", "--save", str(path), *arguments) == 0
    trained, expected = load_run(path), new_run(**OPTIONS[arguments])
    expected.train(40)
    assert trained.recipe == expected.recipe
    assert trained.network.activation_names == expected.network.activation_names
    assert trained.network.cost.name == expected.network.cost.name
    assert np.array_equal(trained.network.parameters.vector, expected.network.parameters.vector)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_without_a_learning_rate_it_is_what_suits_the_optimiser(name: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.nnrun"
    run(("train", "--steps", "1", "--json", "--save", str(path), "--optimiser", name))
    assert load_run(path).recipe.learning_rate == OPTIMISERS[name].usual_rate


def test_help_tells_what_there_is_to_choose_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("picture", "--help") == 0
    out = capsys.readouterr().out
    for table in (ACTIVATIONS, COSTS, INITIALISERS, OPTIMISERS, SCHEDULES):
        assert all(name in out for name in table)


def test_train_that_diverges_says_why_and_keeps_what_was_learnt(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.nnrun"
    options = ("--activation", "relu", "--learning-rate", "300", "--seed", "5")
    assert status_of("train", "--steps", "500", "--json", "--save", str(path), *options) == 1
    out, err = capsys.readouterr()
    assert "η = 300" in err
    assert "Traceback" not in err
    assert load_run(path).position == json.loads(out)["step"] < 500


def test_train_counts_epochs_and_tells_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("train", "--epochs", "2") == 0
    out = capsys.readouterr().out
    assert "288 steps" in out
    assert "2.00 epochs" in out


@pytest.mark.parametrize(("theme", "ending"), [("light", "png"), ("dark", "png"), ("dark", "svg")])
def test_the_window_is_drawn_into_a_file(tmp_path: Path, theme: str, ending: str) -> None:
    path = tmp_path / f"picture.{ending}"
    size = QSize(1100, 700)
    draw_picture(TrainingProcess(RunSettings()), path, 30, Neuron(1, 3), size, theme)
    if ending == "svg":
        text = path.read_text("utf-8")
        assert "Layer 1" in text
        assert "Neuron 3" in text
        return
    image = QImage(str(path))
    assert image.size() == size
    assert (image.pixelColor(400, 640).lightness() > 128) == (theme == "light")


def test_a_picture_is_drawn_of_any_kind_of_run(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    options = ("--cost", "softmax_cross_entropy", "--activation", "tanh,softmax")
    more = ("--optimiser", "adam", "--schedule", "cosine", "--size", "1024x640")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        assert status_of("picture", str(path), "--steps", "20", *options, *more) == 0
    assert QImage(str(path)).size() == QSize(1024, 640)


@pytest.mark.parametrize(("lines", "symbol"), [("slope", "∂C/∂W"), ("since", "W−W′")])
def test_the_network_alone_is_drawn_with_the_lines_that_are_asked_for(
    tmp_path: Path, lines: str, symbol: str
) -> None:
    path, size = tmp_path / "network.svg", QSize(1000, 600)
    trainer = TrainingProcess(RunSettings())
    draw_picture(trainer, path, 30, Neuron(1, 3), size, "light", lines, is_network_alone=True)
    text = path.read_text("utf-8")
    assert 'viewBox="0 0 1000 600"' in text
    assert f">{symbol}<" in text
    assert "full at" in text or "full colour at" in text
    assert "all are 0" not in text
    assert "Neuron 3" not in text
    assert "<image" not in text


def test_the_network_alone_has_the_size_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "network.png"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        assert status_of("picture", str(path), "--network", "--size", "1500x900") == 0
    assert QImage(str(path)).size() == QSize(1500, 900)


@pytest.mark.parametrize(
    ("selection", "name"), [(Neuron(9, 0), "x.png"), (Neuron(1, 99), "x.png"), (None, "no/x.png")]
)
def test_a_picture_that_cannot_be_drawn_is_told_in_a_sentence(
    tmp_path: Path, selection: Neuron | None, name: str
) -> None:
    size = QSize(1100, 700)
    with pytest.raises(UserError, match=r"\.$"):
        draw_picture(TrainingProcess(RunSettings()), tmp_path / name, 0, selection, size, None)
    assert list(tmp_path.iterdir()) == []
