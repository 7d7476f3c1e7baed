"""What can be done with where the panels stand, and with which of them are seen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.commands.description import Description, Group


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def layout_group() -> Group:
    """The actions on layouts, in the user's language; their menu has the user's own as well."""
    sections = (_ready_made(), _own())
    return Group("layout", _tr("Layout"), sections, has_menu=False)


def _ready_made() -> tuple[Description, ...]:
    return (
        Description(
            "layout_learn",
            _tr("Learn"),
            _tr("Put the panels where they are at first: the network large."),
            ("Ctrl+1",),
        ),
        Description(
            "layout_inspect",
            _tr("Inspect"),
            _tr("Make the inspector large and the cost plot low."),
            ("Ctrl+2",),
        ),
        Description(
            "layout_present",
            _tr("Present"),
            _tr("Show the network, C and what is selected in large type."),
            ("F5", "Ctrl+3"),
        ),
    )


def _own() -> tuple[Description, ...]:
    return (
        Description(
            "layouts",
            _tr("Your layouts …"),
            _tr("Save how the panels stand, rename it, delete it."),
            ("Ctrl+Shift+L",),
        ),
        Description(
            "lock_docks",
            _tr("Lock the panels"),
            _tr("Let the panels stay where they are, or be dragged elsewhere."),
            ("Ctrl+L",),
        ),
        Description(
            "shown",
            _tr("What is shown …"),
            _tr("Hide the controls that a lesson does not need."),
            ("Ctrl+H",),
        ),
    )
