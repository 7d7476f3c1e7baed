"""Hands: what the tour can do in the window for the reader."""

from __future__ import annotations

from typing import Protocol

from visualiser.selection import Selection
from visualiser.training import messages as m


class Hands(Protocol):
    """What can be done in the window for the reader."""

    def send(self, command: m.Command, /) -> None:
        """Give the run a command."""

    def select(self, selection: Selection, /) -> None:
        """Select in the network."""

    def trigger(self, action: str, /) -> None:
        """Do what the action of this id does."""

    def show_lines(self, quantity: str, /) -> None:
        """Let the lines of the network show this."""
