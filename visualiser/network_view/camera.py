"""Camera: which part of a network's picture is seen, and how large. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from visualiser.network_view.layout import NetworkLayout

MOST = 40.0
# A zoom this close to 1 is 1: in and out again leaves what rounding leaves.
_CLOSE = 1e-9


@dataclass(frozen=True)
class Camera:
    """A point (x, y) of the fitted picture is seen at (zoom · x + left, zoom · y + top).

    Attributes
    ----------
    zoom : float
        1, where the whole network fits, to 40.
    left, top : float
        Pixels.
    """

    zoom: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def is_fitted(self) -> bool:
        """Whether the whole network is seen."""
        return self == Camera()

    def zoomed(self, factor: float, x: float, y: float) -> Camera:
        """So many times as large, with what is at (x, y) staying there."""
        zoom = min(max(self.zoom * factor, 1.0), MOST)
        if zoom <= 1.0 + _CLOSE:
            return Camera()
        factor = zoom / self.zoom
        return Camera(zoom, x + (self.left - x) * factor, y + (self.top - y) * factor)

    def panned(self, x: float, y: float) -> Camera:
        """Moved by so many pixels; a picture that fits stays where it is."""
        return self if self.is_fitted else Camera(self.zoom, self.left + x, self.top + y)

    def within(self, width: float, height: float) -> Camera:
        """Moved so far that the middle of the window shows some of the picture."""
        left = min(max(self.left, width / 2 - width * self.zoom), width / 2)
        top = min(max(self.top, height / 2 - height * self.zoom), height / 2)
        return self if self.is_fitted else Camera(self.zoom, left, top)

    def seen(self, layout: NetworkLayout) -> NetworkLayout:
        """A fitted layout as it is seen."""
        return layout if self.is_fitted else layout.moved(self.zoom, self.left, self.top)
