"""What the groups of controls are called, and what each one is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def titles() -> dict[str, tuple[str, str]]:
    """The title and the tip of every group, by its name."""
    return {
        "transport": (
            _tr("Buttons: play, step, back, run"),
            _tr("The buttons at the upper left; their keys go on working."),
        ),
        "rate": (
            _tr("Learning rate η and mini-batch"),
            _tr("The two fields in the bar that say how a step is taken."),
        ),
        "speed": (_tr("Speed"), _tr("How many steps a second it plays.")),
        "lines": (
            _tr("What the lines show"),
            _tr("The choice at the upper right of the network, and how it is drawn."),
        ),
        "examples": (
            _tr("Choice of the example"),
            _tr("The controls below the input; the keys [ and ] go on working."),
        ),
        "inspector": (_tr("Inspector"), _tr("The panel with the numbers of what is selected.")),
        "cost": (_tr("Cost plot"), _tr("The curve of C over the steps.")),
        "timeline": (_tr("Timeline"), _tr("The line below the network on which steps are found.")),
        "status": (_tr("Status bar"), _tr("The line at the foot: step, epoch, C, test result.")),
        "editing": (
            _tr("Menu entries that change the run"),
            _tr("Changing what is selected or what a step does, undo, and imported weights."),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Hiding", text)
