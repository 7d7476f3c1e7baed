"""A feed-forward network that learns, one gradient step at a time, and can go back."""

import core.threads  # noqa: F401 (before anything imports numpy)

# isort: split
from typing import TYPE_CHECKING

from core.on_demand import public_names

if TYPE_CHECKING:
    from core.public import *  # noqa: F403 (all of them, under one name)
else:
    __getattr__, __dir__ = public_names("core")
