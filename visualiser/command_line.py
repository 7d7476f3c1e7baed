"""The command line: ``visualiser``, ``visualiser train``, ``visualiser picture``."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

# What knows nothing of Qt is imported first: once Qt is there, it reads the source of every
# module that is imported, in search of its own name.
from core.errors import RunFileError, SettingError, UserError
from core.run_settings import RunSettings
from visualiser.training import snapshot  # noqa: F401 (all that the two processes tell each other)

# isort: split
from PySide6.QtCore import QCoreApplication

from visualiser import __version__, languages
from visualiser.parsing import Parser, add_language, add_theme, language_in
from visualiser.run_options import add_run_options, settings_of, whole_number
from visualiser.selection import Neuron
from visualiser.sharing.link_file import is_link, read_link

if TYPE_CHECKING:
    from visualiser.sharing.set_up import SetUp
    from visualiser.training.session import TrainingProcess

_DEFAULTS = RunSettings()
_SMALLEST, _LARGEST = 200, 10_000  # pixels of a picture's side


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; return the exit status: 2 where they are wrong."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has no σ shows something in its place.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Held as long as it is needed: it goes with its last name.
    _speaker = _speak(languages.chosen(language_in(arguments) or languages.SYSTEM))
    commands: dict[str, Callable[[Sequence[str]], int]] = {"train": _train, "picture": _picture}
    try:
        if arguments and arguments[0] in commands:
            gc.enable()
            return commands[arguments[0]](arguments[1:])
        return _window(arguments)
    except UserError as error:
        sys.stderr.write(f"visualiser: {_sentence(error)}\n")
        return 2


def _speak(language: str) -> QCoreApplication | None:
    """Have texts be in this language; what knows it, where they are not as they are written."""
    speaker = QCoreApplication.instance()
    if speaker is None and language != languages.ENGLISH:
        speaker = QCoreApplication(["visualiser"])
    if speaker is not None:
        languages.speak(language)
    return speaker


# -------------------------------------------------------------------- the three commands


def _window(arguments: Sequence[str]) -> int:
    parser = Parser(
        "visualiser", _tr("See a neural network learn handwritten digits, or data of your own.")
    )
    parser.epilog = _tr(
        "Other commands: “visualiser train” trains without a window, “visualiser picture” "
        "draws the window into a file; each explains itself with --help."
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"visualiser {__version__}",
        help=_tr("show the version and exit"),
    )
    parser.add_argument("file", nargs="?", type=Path, help=_tr("a saved run, or a set-up, to open"))
    add_run_options(parser)
    add_theme(parser)
    add_language(parser)
    options = parser.parse_args(arguments)
    # Not Path.is_file, which raises where a name is too long or a folder closed.
    if options.file is not None and not os.path.isfile(options.file):  # noqa: PTH113
        raise RunFileError(
            "There is no file {path}; give the name of a saved run (*.nnrun) or set-up (*.nnlink).",
            path=options.file,
        )
    _check_screen()
    settings = settings_of(options)
    if options.file is not None and settings != _DEFAULTS:
        parser.error(_tr("a saved run brings its own settings; leave the other options out."))
    set_up = _set_up_in(options.file)
    trainer = _trainer(set_up.settings if set_up is not None else options.file or settings)
    from visualiser.app import open_window  # noqa: PLC0415 (loaded when wanted)

    return open_window(trainer, options.theme, options.language, set_up)


def _train(arguments: Sequence[str]) -> int:
    # The window, whose training is done elsewhere, does not wait for it.
    from visualiser.train_command import train  # noqa: PLC0415 (loaded when wanted)

    return train(arguments)


def _set_up_in(path: Path | None) -> SetUp | None:
    """What a link file holds; None where it is none."""
    if path is None or not is_link(path):
        return None
    set_up = read_link(path)
    if set_up.own_data:
        raise SettingError(
            "The set-up is for the data “{name}”; open that data first, with --data, and then "
            "the set-up in the window.",
            name=set_up.own_data,
        )
    return set_up


def _picture(arguments: Sequence[str]) -> int:
    parser = Parser("visualiser picture", _tr("Draw the window into a file."))
    parser.add_argument("out", type=Path, help=_tr("the picture: *.png or *.svg"))
    parser.add_argument(
        "--steps", type=whole_number, default=0, help=_tr("gradient steps to take before")
    )
    parser.add_argument(
        "--select", type=_neuron, metavar="L.J", help=_tr("select neuron J of layer L, from 0")
    )
    parser.add_argument(
        "--size", type=_size, default=(1280, 800), help=_tr("width and height, as in 1280x800")
    )
    _add_lines(parser)
    parser.add_argument(
        "--network", action="store_true", help=_tr("the network alone, without the panels")
    )
    add_run_options(parser)
    add_theme(parser)
    add_language(parser)
    options = parser.parse_args(arguments)
    if options.out.suffix.lower() not in (".png", ".svg"):
        parser.error(
            _tr("the picture {path} needs a name that ends in .png or .svg.").format(
                path=options.out
            )
        )
    # A picture needs no screen, and is the same with one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    trainer = _trainer(settings_of(options))
    from PySide6.QtCore import QSize  # noqa: PLC0415 (loaded when wanted)

    from visualiser.application import application  # noqa: PLC0415 (loaded when wanted)
    from visualiser.fonts import NO_FONT, can_write  # noqa: PLC0415 (loaded when wanted)
    from visualiser.picture import draw_picture  # noqa: PLC0415 (loaded when wanted)

    language = languages.chosen(options.language or languages.SYSTEM)
    application(language=language)
    if not can_write(language):
        sys.stderr.write(f"visualiser: {NO_FONT}\n")
    draw_picture(
        trainer,
        options.out,
        options.steps,
        options.select,
        QSize(*options.size),
        options.theme,
        options.lines,
        options.network,
    )
    return 0


# -------------------------------------------------------------------- training


def _check_screen() -> None:
    """UserError where there is no screen to open a window on: Qt would only abort."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise UserError(
            "There is no screen here to open a window on (DISPLAY is not set); "
            "start it on a desktop, or draw into a file with “visualiser picture out.png”."
        )


def _trainer(source: RunSettings | Path) -> TrainingProcess:
    # Started before the window is loaded: by the time it is there, so is the run.
    from visualiser.training.session import TrainingProcess  # noqa: PLC0415 (loaded when wanted)

    return TrainingProcess(source)


# -------------------------------------------------------------------- options


def _add_lines(parser: argparse.ArgumentParser) -> None:
    # Not at the top: the window, which starts the training process first, does not wait for it.
    from visualiser.network_view.quantities import DEFAULT, quantities  # noqa: PLC0415 (loaded when wanted)

    parser.add_argument(
        "--lines",
        choices=[one.id for one in quantities()],
        default=DEFAULT,
        help=_tr("what the lines show: W, W·a, ∂C/∂W, the next step's change, that since step 0"),
    )


def _neuron(text: str) -> Neuron:
    layer, dot, index = text.partition(".")
    if not (dot and layer.isdecimal() and index.isdecimal()):
        raise argparse.ArgumentTypeError(
            _tr("“{text}” names no neuron; write layer and number, as in 1.5.").format(text=text)
        )
    return Neuron(int(layer), int(index))


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if cross and width.isdecimal() and height.isdecimal():
        size = (int(width), int(height))
        if all(_SMALLEST <= side <= _LARGEST for side in size):
            return size
    raise argparse.ArgumentTypeError(
        _tr("“{text}” is no size from {least} to {most} pixels; write it as in 1280x800.").format(
            text=text, least=_SMALLEST, most=_LARGEST
        )
    )


def _sentence(error: UserError) -> str:
    from visualiser.errors import sentence  # noqa: PLC0415 (loaded when wanted)

    return sentence(error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandLine", text)
