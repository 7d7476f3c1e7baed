"""Drawings, and what a network that learned from other hands' digits needs made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.on_demand import public_names

if TYPE_CHECKING:
    from core.drawing.public import *  # noqa: F403 (all of them, under one name)
else:
    __getattr__, __dir__ = public_names("core.drawing")
