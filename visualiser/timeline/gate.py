"""Gate: asks the run to go elsewhere only when it has arrived where it was asked to go before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from visualiser.training import messages as m

Journey = m.GoTo | m.SwitchTo
# A snapshot may have been on its way when a command was sent. The one after it has not: it is
# made only once that one was taken, which is said after the command.
_CERTAIN = 2


class Gate:
    """Of all wishes that come while the run is on its way, the newest is kept.

    Parameters
    ----------
    send : callable
        Given a command to pass on.
    """

    def __init__(self, send: Callable[[Journey], None]) -> None:
        self._send = send
        self._sent: Journey | None = None
        self._wish: Journey | None = None
        self._last: m.Progress | None = None
        self._heard = 0

    @property
    def is_waiting(self) -> bool:
        """Whether the run is on its way."""
        return self._sent is not None

    def ask(self, wish: Journey) -> None:
        """Be there, as soon as can be."""
        if self._sent is None:
            self._pass_on(wish)
        elif isinstance(self._wish, m.SwitchTo) and isinstance(wish, m.GoTo):
            # Of the branch that is not yet there.
            self._wish = replace(self._wish, step=wish.step)
        else:
            self._wish = wish

    def note(self, progress: m.Progress) -> None:
        """The window shows this."""
        is_known, self._last = progress is self._last, progress
        if self._sent is None or is_known:
            return
        self._heard += 1
        is_there = progress.position == self._sent.step and not progress.playing
        if is_there or self._heard >= _CERTAIN:
            self._open()

    def note_refused(self, command: m.Command | None) -> None:
        """A command was not obeyed."""
        if command is not None and command == self._sent:
            self._open()

    def forget(self) -> None:
        """What was asked will not be answered."""
        self._sent = self._wish = None

    def _open(self) -> None:
        self._sent, wish, self._wish = None, self._wish, None
        if wish is not None:
            self._pass_on(wish)

    def _pass_on(self, wish: Journey) -> None:
        self._sent, self._heard = wish, 0
        self._send(wish)
