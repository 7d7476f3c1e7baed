"""Whether a part of a page is in view: what is out of it need not follow while training plays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from visualiser.training.snapshot import Snapshot


def has_to_follow(part: QWidget, snapshot: Snapshot) -> bool:
    """Whether a part of a page has to show this state now.

    At rest all do, so that nothing that can be scrolled to, read aloud or copied is old.
    """
    return not snapshot.progress.playing or not part.visibleRegion().isEmpty()
