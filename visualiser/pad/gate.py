"""Gate: shows the network the newest drawing, one at a time: a slow one is never flooded."""

from __future__ import annotations

from collections.abc import Callable

from visualiser.training import messages as m

# A snapshot may have been on its way when a drawing was sent. The one after it has not: it is
# made only once that one was taken, which is said after the drawing was sent.
_CERTAIN = 2


class Gate:
    """Of all drawings that come while one is on its way to the network, the newest is kept.

    Parameters
    ----------
    send : callable
        Given a command to pass on.
    """

    def __init__(self, send: Callable[[m.ShowOwn], None]) -> None:
        self._send = send
        self._sent: m.ShowOwn | None = None
        self._wish: m.ShowOwn | None = None
        self._last: m.Progress | None = None
        self._heard = 0

    @property
    def is_waiting(self) -> bool:
        """Whether a drawing is on its way."""
        return self._sent is not None

    def ask(self, wish: m.ShowOwn) -> None:
        """Show this one, as soon as can be."""
        if self._sent is None:
            self._pass_on(wish)
        else:
            self._wish = wish

    def note(self, progress: m.Progress) -> None:
        """The window shows this."""
        is_known, self._last = progress is self._last, progress
        if self._sent is None or is_known:
            return
        self._heard += 1
        own = progress.example.own
        is_there = own is not None and own.data == self._sent.inputs.tobytes()
        if is_there or self._heard >= _CERTAIN:
            self._open()

    def note_refused(self, command: m.Command | None) -> None:
        """A command was not obeyed."""
        if isinstance(command, m.ShowOwn):
            self._open()

    def forget(self) -> None:
        """What was sent will not be answered, and what is wished no longer is."""
        self._sent = self._wish = None

    def _open(self) -> None:
        self._sent, wish, self._wish = None, self._wish, None
        if wish is not None:
            self._pass_on(wish)

    def _pass_on(self, wish: m.ShowOwn) -> None:
        self._sent, self._heard = wish, 0
        self._send(wish)
