"""What can be done with files and with the program itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.commands.description import Description, Group


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def file_group() -> Group:
    """The actions on files, in the user's language."""
    return Group("file", _tr("File"), (_runs(), _set_up(), _exchange(), _end()))


def _runs() -> tuple[Description, ...]:
    return (
        Description(
            "new_network",
            _tr("New network …"),
            _tr("Put a network together, and begin a new run with it."),
            ("Ctrl+N",),
            icon="network",
        ),
        Description(
            "open",
            _tr("Open …"),
            _tr("Open a saved run in the place of this one."),
            ("Ctrl+O",),
            icon="open",
        ),
        Description(
            "save",
            _tr("Save"),
            _tr("Save all steps in the run's file; ask for one at first."),
            ("Ctrl+S",),
            icon="save",
        ),
        Description(
            "save_as",
            _tr("Save as …"),
            _tr("Save all steps in another file, which the run has from then on."),
            ("Ctrl+Shift+S",),
        ),
    )


def _set_up() -> tuple[Description, ...]:
    return (
        Description(
            "copy_set_up",
            _tr("Copy set-up"),
            _tr("Copy a short text with which others open this very run."),
            ("Ctrl+K",),
        ),
        Description(
            "paste_set_up",
            _tr("Paste set-up …"),
            _tr("Begin the run that a text of somebody else tells of."),
            ("Ctrl+U",),
        ),
        Description(
            "save_link",
            _tr("Save as link file …"),
            _tr("Save the set-up as a small file that opens this very run."),
            ("Ctrl+Shift+K",),
        ),
    )


def _exchange() -> tuple[Description, ...]:
    return (
        Description(
            "picture",
            _tr("Save or copy the picture …"),
            _tr("Save the network's picture as PNG or SVG, or copy it."),
            ("Ctrl+E",),
            icon="picture",
        ),
        Description(
            "export_weights",
            _tr("Export the weights of this step …"),
            _tr("Save W and B of the step that is shown, for other programs."),
            ("Ctrl+Shift+E",),
            icon="export",
        ),
        Description(
            "export_costs",
            _tr("Export the cost of every step …"),
            _tr("Save C of every step as a table, with the results of tests."),
            ("Ctrl+Shift+C",),
        ),
        Description(
            "import_weights",
            _tr("Import weights …"),
            _tr("Begin a new run with the weights in a file."),
            ("Ctrl+I",),
            icon="import",
        ),
    )


def _end() -> tuple[Description, ...]:
    return (
        Description(
            "quit",
            _tr("Quit"),
            _tr("Close the window; ask first whether to save what would be lost."),
            ("Ctrl+Q",),
        ),
    )
