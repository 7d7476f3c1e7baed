"""Loading other data in the training process: told of on the way, and given up on request."""

from __future__ import annotations

import time
from collections import deque
from multiprocessing.connection import Connection

from core.datasets import load_dataset
from core.run_settings import RunSettings
from visualiser.training import messages as m
from visualiser.training.alterations import Alterations
from visualiser.training.opened_run import OpenedRun

_BETWEEN = 0.05  # seconds from one share that is told to the next


class GivenUpError(Exception):
    """Nobody wants the data any more."""


class Inbox:
    """The commands that come from the window, in their order, some of them read ahead.

    Parameters
    ----------
    connection : Connection
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: deque[m.Command] = deque()

    def poll(self, patience: float | None) -> bool:
        """Whether a command comes within so many seconds; None waits as long as it takes."""
        return bool(self._waiting) or self._connection.poll(patience)

    def next(self) -> m.Command:
        """The next command."""
        if self._waiting:
            return self._waiting.popleft()
        return self._received()

    def look_ahead(self) -> tuple[m.Command, ...]:
        """Those that have come since; each will still be the `next` in its turn."""
        new = []
        while self._connection.poll():
            new.append(self._received())
        self._waiting.extend(new)
        return tuple(new)

    def bring_forward(self, *kinds: type[object]) -> None:
        """Wait for a command of these kinds; then it is the `next`, before all earlier ones."""
        earlier = []
        while not isinstance(command := self.next(), kinds):
            earlier.append(command)
        self._waiting.extendleft(reversed([command, *earlier]))

    def _received(self) -> m.Command:
        command: m.Command = self._connection.recv()
        return command


class LoadingWatch:
    """Tells the window how much is loaded, and sees whether it is still wanted.

    Parameters
    ----------
    connection : Connection
        To the window.
    inbox : Inbox
        Of the commands from it.
    source : str
        What is loaded.
    """

    def __init__(self, connection: Connection, inbox: Inbox, source: str) -> None:
        self._connection, self._inbox, self._source = connection, inbox, source
        self._told = -_BETWEEN

    def __call__(self, share: float) -> None:
        """So much is done, from 0 to 1; GivenUpError where it is not wanted any more."""
        if any(isinstance(one, m.StopLoading | m.Quit) for one in self._inbox.look_ahead()):
            raise GivenUpError
        now = time.monotonic()
        if now >= self._told + _BETWEEN:
            self._told = now
            self._connection.send(m.Loading(self._source, share))


def begun_with_data(settings: RunSettings, watch: LoadingWatch) -> OpenedRun:
    """A new run with these settings and their data.

    Raises
    ------
    UserError
        Where the data cannot be had, or a setting does not go with it.
    GivenUpError
        From ``watch``.
    """
    run = settings.new_run(load_dataset(settings.data, watch))
    return OpenedRun(run, Alterations(run))
