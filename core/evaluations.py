"""Evaluations: how the network did on the test data, at ends of epochs."""

from __future__ import annotations

from collections.abc import Mapping

from core.metrics import Evaluation

# So many results are kept at most; once there are more, they become no more than enough.
MOST, _ENOUGH = 16_384, 12_288


class Evaluations(dict[int, Evaluation]):
    """Results by step, each of which can be had again by going there.

    As checkpoints do, they become fewer as a run becomes very long: of each stretch of
    ``apart`` steps the first result is kept, and the stretches double where there are too many.

    Attributes
    ----------
    apart : int
        1 for as long as there is a result of every step that was tested.
    """

    apart = 1

    def wants(self, step: int) -> bool:
        """Whether a result at this step would be kept beside the newest."""
        newest = next(reversed(self), None)
        return newest is None or step // self.apart != newest // self.apart

    def add(self, results: Mapping[int, Evaluation]) -> None:
        """Take note of these, and keep fewer of all where they are too many."""
        self.update(results)
        if len(self) <= MOST:
            return
        self._keep_apart()
        while len(self) > _ENOUGH:
            self.apart *= 2
            self._keep_apart()

    def until(self, step: int) -> Evaluations:
        """Those up to this step."""
        past = Evaluations({s: e for s, e in self.items() if s <= step})
        past.apart = self.apart
        return past

    def _keep_apart(self) -> None:
        """Keep the first result of each stretch."""
        newest = None
        for step in sorted(self):
            stretch = step // self.apart
            if stretch == newest:
                del self[step]
            newest = stretch
