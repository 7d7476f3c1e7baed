"""What can be done with the run: train, go back and forth, begin anew, change it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.commands.description import Description, Group


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def training_group() -> Group:
    """The actions that train and that move through the run, in the user's language."""
    return Group("training", _tr("Training"), (_playing(), _steps(), _far(), _anew()))


def edit_group() -> Group:
    """The actions that change the run, in the user's language."""
    return Group("edit", _tr("Edit"), (_undoing(), _changing()))


def _playing() -> tuple[Description, ...]:
    return (
        Description(
            "play",
            _tr("Play"),
            _tr("Train, one gradient step after the other; or pause."),
            ("Space",),
            icon="play",
        ),
        Description(
            "epoch",
            _tr("Run to the end of the epoch"),
            _tr("Train until every training example has been used."),
            ("E",),
        ),
        Description(
            "until",
            _tr("Run until …"),
            _tr("Train until something comes true, as C falling below a value."),
            ("U",),
            icon="until",
        ),
    )


def _steps() -> tuple[Description, ...]:
    return (
        Description(
            "step",
            _tr("Step"),
            _tr("Take one gradient step on one mini-batch."),
            (".", "Right"),
            repeats=True,
            icon="step",
        ),
        Description(
            "back",
            _tr("Step back"),
            _tr("Take the last gradient step back, exactly."),
            (",", "Left"),
            repeats=True,
            icon="back",
            why_off=_tr("No step has been taken yet."),
        ),
        Description(
            "phase",
            _tr("Step phase by phase"),
            _tr("Show the phases of the next step, one at each press."),
            ("P",),
            icon="phase",
        ),
        Description(
            "phase_back",
            _tr("Back by a phase"),
            _tr("Go back to the phase before, or into the step before."),
            ("Shift+P",),
        ),
    )


def _far() -> tuple[Description, ...]:
    return (
        Description(
            "start",
            _tr("Untrained"),
            _tr("Go back to the network before its first step."),
            ("Home",),
            icon="start",
            why_off=_tr("The network is untrained now."),
        ),
        Description(
            "epoch_back",
            _tr("Back by an epoch"),
            _tr("Go to the start of this epoch, or of the one before it."),
            ("Shift+Left",),
            repeats=True,
        ),
        Description(
            "epoch_forward",
            _tr("Forward by an epoch"),
            _tr("Go to the start of the next epoch; train until it is reached."),
            ("Shift+Right",),
            repeats=True,
        ),
        Description(
            "newest",
            _tr("Go to the newest step"),
            _tr("Return to where training left off."),
            ("End",),
            icon="end",
            why_off=_tr("The newest step is shown now."),
        ),
    )


def _anew() -> tuple[Description, ...]:
    return (
        Description(
            "restart",
            _tr("Start again from the same weights"),
            _tr("Begin a new run with the same start values."),
            ("Ctrl+R",),
            icon="restart",
        ),
        Description(
            "new_weights",
            _tr("Start again from new random weights"),
            _tr("Begin a new run with other start values."),
            ("Ctrl+Shift+R",),
            icon="random",
        ),
        Description(
            "bring_back",
            _tr("Go back to the run before"),
            _tr("Exchange this run for the one that was there before it began."),
            ("Ctrl+Shift+B",),
            why_off=_tr("No other run has been put aside."),
        ),
    )


def _undoing() -> tuple[Description, ...]:
    return (
        Description(
            "undo",
            _tr("Undo"),
            _tr("Take back the newest change, and be at its step."),
            ("Ctrl+Z",),
            icon="undo",
            why_off=_tr("Up to this step, nothing has been changed."),
        ),
        Description(
            "redo",
            _tr("Do again"),
            _tr("Make the change again that was undone."),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            icon="redo",
            why_off=_tr("At this step, no change has been undone."),
        ),
    )


def _changing() -> tuple[Description, ...]:
    return (
        Description(
            "recipe",
            _tr("What a step does …"),
            _tr("Choose optimiser, schedule, penalties, σ and more."),
            ("Ctrl+T",),
            icon="sliders",
        ),
        Description(
            "change",
            _tr("Change what is selected …"),
            _tr("Freeze the selected neuron, knock it out, or draw it anew."),
            ("M",),
        ),
    )
