"""Weights and costs in the files of other programs: one file a format, and their table.

Reading needs numpy alone and believes nothing: every size that a file states is checked
against the file, and against what a network may have, before anything is allocated, and
nothing is ever unpickled or evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.on_demand import public_names

if TYPE_CHECKING:
    from core.exchange.public import *  # noqa: F403 (all of them, under one name)
else:
    __getattr__, __dir__ = public_names("core.exchange")
