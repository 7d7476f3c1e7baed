"""What is asked before a drawing is shown to the network; and DrawingGate: one at a time."""

from __future__ import annotations

from core.drawing.sampling import can_be_drawn
from visualiser.gate import Gate
from visualiser.training import messages as m


def may_be_drawn_for(description: m.RunDescription) -> bool:
    """Whether a drawing can be shown to the network of this run, and it answers with a class."""
    return can_be_drawn(description.image_shape) and description.has_classes


class DrawingGate(Gate[m.ShowOwn]):
    """Of all drawings that come while one is on its way to the network, the newest is kept."""

    def _has_come(self, sent: m.ShowOwn, progress: m.Progress) -> bool:
        own = progress.example.own
        return own is not None and own.data == sent.inputs.tobytes()

    def _is_it(self, command: m.Command, sent: m.ShowOwn) -> bool:
        # Arrays that have been in another process are not the same any more.
        del sent
        return isinstance(command, m.ShowOwn)
