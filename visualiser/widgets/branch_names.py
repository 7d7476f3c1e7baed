"""What a branch is called where it is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.training.branch_news import BranchInfo


def branch_name(info: BranchInfo) -> str:
    """Its name as a person gave it, or else its number: "branch 2"."""
    if info.name:
        return info.name
    return QCoreApplication.translate("Branches", "branch {number}").format(number=info.number)
