"""Everything a user can do by a key, a button or a menu: one frozen description each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True)
class Description:
    """An action before it is one.

    Attributes
    ----------
    id : str
        What code calls it.
    title, tip : str
        In the user's language.
    keys : tuple of str
    repeats : bool
        Whether holding the key repeats it.
    """

    id: str
    title: str
    tip: str
    keys: tuple[str, ...] = ()
    repeats: bool = False


def descriptions() -> tuple[Description, ...]:
    """All actions, in the user's language."""
    translate = QCoreApplication.translate
    return (
        Description(
            "start",
            translate("Actions", "Untrained"),
            translate("Actions", "Go back to the network before its first step."),
            ("Home",),
        ),
        Description(
            "back",
            translate("Actions", "Step back"),
            translate("Actions", "Take the last gradient step back, exactly."),
            (",", "Left"),
            repeats=True,
        ),
        Description(
            "play",
            translate("Actions", "Play"),
            translate("Actions", "Train, one gradient step after the other; or pause."),
            ("Space",),
        ),
        Description(
            "step",
            translate("Actions", "Step"),
            translate("Actions", "Take one gradient step on one mini-batch."),
            (".", "Right"),
            repeats=True,
        ),
        Description(
            "phase",
            translate("Actions", "Step phase by phase"),
            translate("Actions", "Show the phases of the next step, one at each press."),
            ("P",),
        ),
        Description(
            "phase_back",
            translate("Actions", "Back by a phase"),
            translate("Actions", "Go back to the phase before, or into the step before."),
            ("Shift+P",),
        ),
        Description(
            "epoch",
            translate("Actions", "Run to the end of the epoch"),
            translate("Actions", "Train until every training example has been used."),
            ("E",),
        ),
        Description(
            "until",
            translate("Actions", "Run until …"),
            translate("Actions", "Train until something comes true, as C falling below a value."),
            ("U",),
        ),
        Description(
            "epoch_back",
            translate("Actions", "Back by an epoch"),
            translate("Actions", "Go to the start of this epoch, or of the one before it."),
            ("Shift+Left",),
            repeats=True,
        ),
        Description(
            "epoch_forward",
            translate("Actions", "Forward by an epoch"),
            translate("Actions", "Go to the start of the next epoch; train until it is reached."),
            ("Shift+Right",),
            repeats=True,
        ),
        Description(
            "newest",
            translate("Actions", "Go to the newest step"),
            translate("Actions", "Return to where training left off."),
            ("End",),
        ),
        Description(
            "restart",
            translate("Actions", "Start again from the same weights"),
            translate("Actions", "Begin a new run with the same start values."),
            ("Ctrl+R",),
        ),
        Description(
            "new_weights",
            translate("Actions", "Start again from new random weights"),
            translate("Actions", "Begin a new run with other start values."),
            ("Ctrl+Shift+R",),
        ),
        Description(
            "bring_back",
            translate("Actions", "Go back to the run before"),
            translate("Actions", "Exchange this run for the one that was there before it began."),
            ("Ctrl+Shift+B",),
        ),
        Description(
            "recipe",
            translate("Actions", "What a step does …"),
            translate("Actions", "Choose optimiser, schedule, penalties, σ and more."),
            ("Ctrl+T",),
        ),
        Description(
            "change",
            translate("Actions", "Change what is selected …"),
            translate("Actions", "Freeze the selected neuron, knock it out, or draw it anew."),
            ("M",),
        ),
        Description(
            "undo",
            translate("Actions", "Undo"),
            translate("Actions", "Take back the newest change, and be at its step."),
            ("Ctrl+Z",),
        ),
        Description(
            "redo",
            translate("Actions", "Do again"),
            translate("Actions", "Make the change again that was undone."),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
        ),
        Description(
            "open",
            translate("Actions", "Open …"),
            translate("Actions", "Open a saved run in the place of this one."),
            ("Ctrl+O",),
        ),
        Description(
            "save",
            translate("Actions", "Save"),
            translate("Actions", "Save all steps in the run's file; ask for one at first."),
            ("Ctrl+S",),
        ),
        Description(
            "save_as",
            translate("Actions", "Save as …"),
            translate("Actions", "Save all steps in another file, which the run has from then on."),
            ("Ctrl+Shift+S",),
        ),
        Description(
            "export_weights",
            translate("Actions", "Weights of this step …"),
            translate("Actions", "Save W and B of the step that is shown, for other programs."),
            ("Ctrl+Shift+E",),
        ),
        Description(
            "export_costs",
            translate("Actions", "Cost of every step …"),
            translate("Actions", "Save C of every step as a table, with the results of tests."),
            ("Ctrl+Shift+C",),
        ),
        Description(
            "import_weights",
            translate("Actions", "Import weights …"),
            translate("Actions", "Begin a new run with the weights in a file."),
            ("Ctrl+I",),
        ),
        Description(
            "data",
            translate("Actions", "Choose data …"),
            translate("Actions", "See what data there is, and begin a new run with it."),
            ("Ctrl+D",),
        ),
        Description(
            "draw",
            translate("Actions", "Draw …"),
            translate("Actions", "Draw a digit of your own, and see what the network answers."),
            ("D",),
        ),
        Description(
            "next_example",
            translate("Actions", "Next digit"),
            translate("Actions", "Show the network the next example."),
            ("]",),
            repeats=True,
        ),
        Description(
            "previous_example",
            translate("Actions", "Previous digit"),
            translate("Actions", "Show the network the previous example."),
            ("[",),
            repeats=True,
        ),
        Description(
            "noise",
            translate("Actions", "Random noise"),
            translate("Actions", "Show the network noise, to see how sure it is of nothing."),
            ("N",),
        ),
        Description(
            "pin_example",
            translate("Actions", "Pin what is shown"),
            translate("Actions", "Keep the shown example in view, or no longer."),
            ("I",),
        ),
        Description(
            "baselines",
            translate("Actions", "What a network must beat …"),
            translate("Actions", "Compare it with classifiers that only know what is average."),
            ("Ctrl+Shift+M",),
        ),
        Description(
            "next_lines",
            translate("Actions", "Lines show another quantity"),
            translate("Actions", "Let the lines show W, W·a, ∂C/∂W, ΔW or W−W′, in turn."),
            ("L",),
        ),
        Description(
            "options",
            translate("Actions", "How the network is drawn …"),
            translate("Actions", "Choose scale, rings, layers and more of the network's picture."),
            ("V",),
        ),
        Description(
            "fit",
            translate("Actions", "Show the whole network"),
            translate("Actions", "Zoom out until all of the network is seen."),
            ("F",),
        ),
        Description(
            "picture",
            translate("Actions", "Save or copy the picture …"),
            translate("Actions", "Save the network's picture as PNG or SVG, or copy it."),
            ("Ctrl+E",),
        ),
        Description(
            "beside",
            translate("Actions", "Compare two runs side by side …"),
            translate("Actions", "Show this run beside another one, both at the same step."),
            ("Ctrl+B",),
        ),
        Description(
            "browse",
            translate("Actions", "Browse examples …"),
            translate("Actions", "Show all examples as small pictures, and how each is read."),
            ("B",),
        ),
        Description(
            "results",
            translate("Actions", "Test results …"),
            translate("Actions", "Show accuracy, each class's, and what is read as what."),
            ("T",),
        ),
        Description(
            "over_the_run",
            translate("Actions", "The answer over the run …"),
            translate("Actions", "Show how the answer to the shown example changed."),
            ("Shift+T",),
        ),
        Description(
            "tour",
            translate("Actions", "Tour"),
            translate("Actions", "Read short chapters and do them in this window; or close them."),
            ("G",),
        ),
        Description(
            "open_tour",
            translate("Actions", "Open a tour …"),
            translate("Actions", "Read chapters that somebody has written, from a folder."),
            ("Ctrl+Shift+G",),
        ),
        Description(
            "quit",
            translate("Actions", "Quit"),
            translate("Actions", "Close the window."),
            ("Ctrl+Q",),
        ),
    )


def make_actions(parent: QObject, callbacks: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions that have a callback, each connected to that of its id."""
    made = {}
    for description in descriptions():
        if description.id not in callbacks:
            continue
        action = QAction(description.title, parent)
        keys = [QKeySequence(key) for key in description.keys]
        action.setShortcuts(keys)
        action.setAutoRepeat(description.repeats)
        named = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
        action.setToolTip(
            QCoreApplication.translate("Actions", "{tip} Key: {keys}").format(
                tip=description.tip, keys=named
            )
        )
        action.triggered.connect(_without_checked(callbacks[description.id]))
        made[description.id] = action
    return made


def _without_checked(callback: Callable[[], object]) -> Callable[[bool], None]:
    """A slot for `triggered`, which tells whether the action is checked: none here is."""

    def call(_: bool) -> None:
        callback()

    return call
