"""HandedOver: what a main window leaves to the next one, so that nothing seems to have happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualiser.cost_plot.earlier_runs import EarlierRun
from visualiser.files.autosave import AutosaveState
from visualiser.files.places import Places
from visualiser.network_view.camera import Camera
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.scales import Scales
from visualiser.selection import Neuron, Selection
from visualiser.training.messages import ShowExample
from visualiser.training.session_state import SessionState
from visualiser.widgets.pin import Pin

if TYPE_CHECKING:
    from visualiser.pad.left_drawing import LeftDrawing
    from visualiser.tour.left_tour import LeftTour


@dataclass(frozen=True, eq=False)
class Seen:
    """What a person had chosen to see, and neither the settings nor the run know.

    Attributes
    ----------
    selection : Neuron, Connection or None
    pinned : Neuron or None
        Which one is compared with the selected one.
    camera : Camera
        ``left`` and ``top`` as shares of the picture's width and height.
    options : ViewOptions
    scales : Scales
        Those that are locked.
    pins : tuple of Pin
        The pinned examples.
    wish : ShowExample
        Among which examples one goes on from the shown one.
    steps : int
        How many are taken by the button for that.
    scrolled : int
        How far down the inspector is, in pixels.
    has_network_focus : bool
        Whether the keyboard is in the network.
    width, height : int
        Of the window, in pixels of ``scale`` percent.
    scale : int
    tour : LeftTour or None
        None where nothing of it was read yet.
    earlier : tuple of EarlierRun
        The runs before the present one that the cost plot keeps.
    drawing : LeftDrawing or None
        None where nothing was drawn and the pad is closed.
    """

    selection: Selection
    pinned: Neuron | None
    camera: Camera
    options: ViewOptions
    scales: Scales
    pins: tuple[Pin, ...]
    wish: ShowExample
    steps: int
    scrolled: int
    has_network_focus: bool
    width: int
    height: int
    scale: int
    tour: LeftTour | None
    earlier: tuple[EarlierRun, ...]
    drawing: LeftDrawing | None


@dataclass(frozen=True, eq=False)
class HandedOver:
    """All that the next window takes over; the settings are saved before, and read again.

    Attributes
    ----------
    session : SessionState
    places : Places
        The files of its runs.
    autosave : AutosaveState or None
        None where nothing is kept.
    theme : str
        As it was chosen, for this time or for good.
    seen : Seen
    """

    session: SessionState
    places: Places
    autosave: AutosaveState | None
    theme: str
    seen: Seen


def parts_of(
    handed: HandedOver | None,
) -> tuple[SessionState | None, Places | None, AutosaveState | None]:
    """What is taken over by the session, the files and the autosave; Nones for a first window."""
    if handed is None:
        return None, None, None
    return handed.session, handed.places, handed.autosave
