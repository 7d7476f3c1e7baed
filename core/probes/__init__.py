"""Questions about a network, none of which changes it; all can be asked from here.

C is the mean over the examples, without a penalty. A probe that goes through many examples
comes twice: as a function, and as a generator that pauses every few milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.on_demand import public_names

if TYPE_CHECKING:
    from core.probes.public import *  # noqa: F403 (all of them, under one name)
else:
    __getattr__, __dir__ = public_names("core.probes")
