"""What the window and the training process say to each other.

All are frozen and travel through a pipe. Large arrays do not: the newest parameters and
activations lie in shared memory (`shared_state`), and a `Progress` says that they do.
"""

from __future__ import annotations

from visualiser.training.answers import *  # noqa: F403 (all of them, under one name)
from visualiser.training.change_commands import *  # noqa: F403 (as above)
from visualiser.training.commands import *  # noqa: F403 (as above)
from visualiser.training.shown_example import *  # noqa: F403 (as above)
