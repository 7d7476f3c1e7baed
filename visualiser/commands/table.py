"""All that a user can do, in the order of the menu."""

from __future__ import annotations

from visualiser.commands.data_table import data_group
from visualiser.commands.description import Description, Group
from visualiser.commands.file_table import file_group
from visualiser.commands.layout_table import layout_group
from visualiser.commands.training_table import edit_group, training_group
from visualiser.commands.view_table import help_group, view_group, window_group

_GROUPS = (
    file_group,
    edit_group,
    training_group,
    data_group,
    view_group,
    window_group,
    layout_group,
    help_group,
)


def groups() -> tuple[Group, ...]:
    """All actions by group, in the user's language."""
    return tuple(group() for group in _GROUPS)


def descriptions() -> tuple[Description, ...]:
    """All actions, in the user's language."""
    return tuple(one for group in groups() for one in group.descriptions)
