"""Visits: runs of settings that a tour names, shown for a while in the place of the user's own."""

from __future__ import annotations

from core.run_settings import RunSettings
from visualiser.training.alterations import Alterations
from visualiser.training.opened_run import OpenedRun


class Visits:
    """Keeps the user's own run while others are visited."""

    def __init__(self) -> None:
        self._own: OpenedRun | None = None

    @property
    def own(self) -> OpenedRun | None:
        """The user's own run; None where it is the one that is shown."""
        return self._own

    def begin(self, present: OpenedRun, settings: RunSettings) -> OpenedRun:
        """The run to go on with: the present one where it is as the settings say, or a new one.

        Raises
        ------
        UserError
            Where there is no such run to be had; nothing has changed then.
        """
        is_here = present.run.data.name == settings.data
        data = present.run.data if is_here else settings.load_data()
        run = settings.new_run(data)
        if _is_such(present, RunSettings.of(run)):
            return present
        if self._own is None:
            self._own = present
        return OpenedRun(run, Alterations(run))

    def end(self) -> OpenedRun | None:
        """The user's own run, which is no longer kept here; None where none was."""
        own, self._own = self._own, None
        return own


def _is_such(opened: OpenedRun, settings: RunSettings) -> bool:
    """Whether a run is one with these settings that nothing else was done to."""
    run = opened.run
    is_new = opened.file is None and not opened.is_from_file
    return is_new and not run.changes and RunSettings.of(run) == settings


def go_to(opened: OpenedRun, step: int) -> None:
    """Be at a step of a run, taken before or not."""
    run = opened.run
    run.go_to(min(step, run.length))
    if run.position < step:
        run.train(step - run.position)
