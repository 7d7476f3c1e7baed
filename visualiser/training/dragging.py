"""Dragging: which entry of the run a drag has made, so that it never takes back another."""

from __future__ import annotations

from core.edits import Edit
from core.history import Change
from core.run import Run
from visualiser.training.messages import SetParameter


class Dragging:
    """Sets weights and biases; a drag's next value takes the place of its last.

    A drag takes back no entry but its own: neither an older one, where it has changed
    nothing, nor a newer one.
    """

    def __init__(self) -> None:
        self._made: Change | None = None

    def set_parameter(self, run: Run, command: SetParameter) -> None:
        """Set it: the beginning of a drag, or the next value of the one that goes on.

        Raises
        ------
        SettingError
            Where there is no such weight, or the value is none; the run stays as it is.
        """
        if not command.goes_on:
            self._made = None
        edit = Edit(command.layer, command.neuron, command.origin, command.value)
        edit = edit.checked(run.network)
        if self._is_next(run, edit):
            run.undo()
        before = _newest(run)
        run.edit(*edit.place, edit.value)
        newest = _newest(run)
        # What changes nothing is no entry.
        self._made = None if newest is before else newest

    def is_newest(self, run: Run) -> bool:
        """Whether the drag has an entry, and an undo would take that one back."""
        return self._made is not None and _newest(run) is self._made

    def _is_next(self, run: Run, edit: Edit) -> bool:
        """Whether an edit takes the place of the drag's entry: no step was taken since."""
        made = self._made
        if made is None or not self.is_newest(run) or not made.step == run.position == run.length:
            return False
        return isinstance(made.value, Edit) and made.value.place == edit.place


def _newest(run: Run) -> Change | None:
    """The newest change up to the step where the run is."""
    made = [change for change in run.changes if change.step <= run.position]
    return made[-1] if made else None
