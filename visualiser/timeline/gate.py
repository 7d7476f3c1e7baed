"""JourneyGate: sends the run elsewhere only when it has arrived where it was sent before."""

from __future__ import annotations

from dataclasses import replace

from visualiser.gate import Gate
from visualiser.training import messages as m

Journey = m.GoTo | m.SwitchTo


class JourneyGate(Gate[Journey]):
    """Of all places that are wished for while the run is on its way, the newest is kept."""

    def _has_come(self, sent: Journey, progress: m.Progress) -> bool:
        return progress.position == sent.step and not progress.playing

    def _joined(self, before: Journey | None, wish: Journey) -> Journey:
        if isinstance(before, m.SwitchTo) and isinstance(wish, m.GoTo):
            # Of the branch that is not yet there.
            return replace(before, step=wish.step)
        return wish
