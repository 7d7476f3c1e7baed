"""Gate: asks the training process for the next thing only when the last one has come."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from visualiser.training import messages as m

Wish = TypeVar("Wish", bound=m.Command)

# A snapshot may have been on its way when a command was sent. The one after it has not: it is
# made only once that one was taken, which is said after the command.
_CERTAIN = 2


class Gate(ABC, Generic[Wish]):
    """Of all wishes that come while one is on its way, the newest is kept.

    Parameters
    ----------
    send : callable
        Given a command to pass on.
    """

    def __init__(self, send: Callable[[Wish], None]) -> None:
        self._send = send
        self._sent: Wish | None = None
        self._wish: Wish | None = None
        self._last: m.Progress | None = None
        self._heard = 0

    @property
    def is_waiting(self) -> bool:
        """Whether something is on its way."""
        return self._sent is not None

    def ask(self, wish: Wish) -> None:
        """Send this, as soon as can be."""
        if self._sent is None:
            self._pass_on(wish)
        else:
            self._wish = self._joined(self._wish, wish)

    def note(self, progress: m.Progress) -> None:
        """The window shows this."""
        is_known, self._last = progress is self._last, progress
        if self._sent is None or is_known:
            return
        self._heard += 1
        if self._has_come(self._sent, progress) or self._heard >= _CERTAIN:
            self._open()

    def note_refused(self, command: m.Command | None) -> None:
        """A command was not obeyed."""
        if command is not None and self._sent is not None and self._is_it(command, self._sent):
            self._open()

    def forget(self) -> None:
        """What was sent will not be answered, and what is wished no longer is."""
        self._sent = self._wish = None

    @abstractmethod
    def _has_come(self, sent: Wish, progress: m.Progress) -> bool:
        """Whether this shows what was sent for."""

    def _joined(self, before: Wish | None, wish: Wish) -> Wish:
        """What is wished now, where something was wished before that was not sent."""
        del before
        return wish

    def _is_it(self, command: m.Command, sent: Wish) -> bool:
        """Whether a command is the one that was sent."""
        return command == sent

    def _open(self) -> None:
        self._sent, wish, self._wish = None, self._wish, None
        if wish is not None:
            self._pass_on(wish)

    def _pass_on(self, wish: Wish) -> None:
        self._sent, self._heard = wish, 0
        self._send(wish)
