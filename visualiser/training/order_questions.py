"""The question that tells when everything before it was obeyed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.run import Run


@dataclass(frozen=True)
class IsObeyed:
    """Whether all that was sent before this is obeyed, or refused: it is, once this is answered.

    Commands are obeyed in the order in which they are sent, and what comes of them is told in
    that order: snapshots that arrive after the answer are of what the run is then.

    Attributes
    ----------
    number : int
        By which it is known from others.
    """

    number: int

    def answer(self, run: Run) -> None:
        """Nothing about the run: that there is an answer says it."""
