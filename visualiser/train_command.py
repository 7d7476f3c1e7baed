"""``visualiser train``: trains without a window."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.errors import DivergenceError, RunFileError
from core.metrics import evaluate
from core.run import Run
from core.run_file import save_run
from visualiser.number_format import count as grouped
from visualiser.number_format import percent
from visualiser.parsing import Parser, add_language
from visualiser.run_options import add_run_options, settings_of, whole_number


def train(arguments: Sequence[str]) -> int:
    """Do what the arguments say; return the exit status."""
    parser = Parser("visualiser train", _tr("Train without a window."))
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--steps", type=whole_number, help=_tr("gradient steps to take"))
    length.add_argument("--epochs", type=whole_number, help=_tr("epochs to train for"))
    parser.add_argument("--save", type=Path, metavar="RUN", help=_tr("save the run here"))
    parser.add_argument("--json", action="store_true", help=_tr("print one JSON object"))
    add_run_options(parser)
    add_language(parser)
    options = parser.parse_args(arguments)
    settings = settings_of(options)
    if options.save is not None:
        _check_writable(options.save)
    trained = settings.new_run(settings.load_data())
    status, began = 0, time.perf_counter()
    try:
        _take_steps(trained, options.steps, options.epochs)
    except DivergenceError as error:
        # What was learnt before is reported and saved all the same.
        from visualiser.errors import sentence  # noqa: PLC0415 (loaded when wanted)

        sys.stderr.write(f"visualiser: {sentence(error)}\n")
        status = 1
    except KeyboardInterrupt:
        status = 130
    speed = trained.length / max(time.perf_counter() - began, 1e-9)
    if options.save is not None:
        save_run(trained, options.save)
    _report(trained, speed, options.json)
    return status


def _check_writable(path: Path) -> None:
    """RunFileError where nothing can be saved: better said before training than after."""
    if not os.access(path.parent, os.W_OK) or path.is_dir():
        raise RunFileError(
            "No run can be saved as {path}; choose a file in a folder that is there and "
            "that you may write to.",
            path=path,
        )


def _take_steps(trained: Run, steps: int | None, epochs: int | None) -> None:
    """Take them, with a progress bar on stderr."""
    from tqdm import tqdm  # noqa: PLC0415 (loaded when wanted)

    per_epoch = trained.steps_to_epoch_end
    total = steps if steps is not None else (epochs or 0) * per_epoch
    with tqdm(total=total, unit=_tr("step"), unit_scale=True, disable=None) as bar:
        while trained.position < total:
            count = min(total - trained.position, 500)
            trained.train(count)
            bar.update(count)


def _report(trained: Run, speed: float, as_json: bool) -> None:
    test = evaluate(trained.network, trained.data.test)
    train = evaluate(trained.network, trained.data.train)
    facts = {
        "step": trained.position,
        "epoch": trained.epochs_done,
        "cost": float(trained.costs[-1]) if trained.length else None,
        # JSON knows no NaN.
        "train_accuracy": train.accuracy if trained.data.has_classes else None,
        "test_accuracy": test.accuracy if trained.data.has_classes else None,
        "steps_per_second": speed,
    }
    if as_json:
        sys.stdout.write(json.dumps(facts) + "\n")
        return
    text = _tr(
        "After {step} steps ({epoch} epochs) {test} of the test examples and {train} "
        "of the training examples are read right; {speed} steps a second.\n"
    )
    sys.stdout.write(
        text.format(
            step=grouped(trained.position),
            epoch=f"{trained.epochs_done:.2f}",
            test=percent(test.accuracy),
            train=percent(train.accuracy),
            speed=grouped(round(speed)),
        )
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandLine", text)
