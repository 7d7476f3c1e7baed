"""What those are told who hear the screen read: what a widget of ours is, and what has happened.

A class says what it is itself: `accessible_role` is a `QAccessible.Role`, and `accessible_value`,
where there is one, returns what the widget stands at.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def announce(source: QObject, text: str) -> None:
    """Have a text read out, whatever has the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


@runtime_checkable
class HasValue(Protocol):
    """A widget that stands at something."""

    def accessible_value(self) -> str:
        """Return what it stands at, in a few words."""


def install() -> None:
    """Let screen readers be told what widgets are, from now on.

    Called again, it changes nothing. What was asked for earlier stays as it was.
    """
    if not _installed:
        _installed.append(_interface)
        QAccessible.installFactory(_interface)


def _interface(_: str, item: QObject) -> QAccessibleInterface | None:
    """What speaks for an object; None where Qt knows better."""
    # Of the class: what is only just being made may not be asked for more.
    role: QAccessible.Role | None = getattr(type(item), "accessible_role", None)
    return _RoleInterface(item, role) if role and isinstance(item, QWidget) else None


_installed: list[object] = []


class _RoleInterface(QAccessibleWidget):
    """Speaks for a widget that says what it is.

    It holds nothing of its own: PySide keeps every one of them to the end of the program.
    """

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, its value or more about it."""
        widget = self.object()
        if kind == QAccessible.Text.Value and isinstance(widget, HasValue):
            return widget.accessible_value()
        return super().text(kind)
