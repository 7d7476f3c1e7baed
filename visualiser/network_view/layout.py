"""Where everything of a network picture stands. Numpy only; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from core.parameters import FloatArray, IntArray

# A layer is a column of circles, the input's image, or, in a network that is too large to
# be drawn, a block with a pixel for each neuron.
Form = Literal["circles", "picture", "block"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class LayerLayout:
    """One layer's place.

    Attributes
    ----------
    form : {"circles", "picture", "block"}
    centres : ndarray, shape (N_L, 2)
        x and y of every neuron: the centre of its circle or of its pixel. Those that are
        not shown are where the dots stand.
    radius : float
        Of a circle, or half the side of a pixel.
    exits : ndarray, shape (N_L, 2)
        Where lines to the next layer begin.
    shown : ndarray of int
        The neurons that are drawn, from the first to the last.
    picture : tuple of float or None
        x, y, width, height of the layer's picture; beside circles it is a small one.
    picture_shape : tuple of int or None
        Rows and columns of the picture.
    dots : tuple of float or None
        Where ⋮ stands for those that are not shown.
    """

    form: Form
    centres: FloatArray
    radius: float
    exits: FloatArray
    shown: IntArray
    picture: Box | None = None
    picture_shape: tuple[int, int] | None = None
    dots: tuple[float, float] | None = None

    @property
    def left(self) -> float:
        """Where the layer begins."""
        return float(self.centres[:, 0].min()) - self.radius

    @property
    def right(self) -> float:
        """Where the layer ends."""
        return float(self.centres[:, 0].max()) + self.radius

    @property
    def middle(self) -> float:
        """The x in the middle of the layer."""
        return (self.left + self.right) / 2

    @property
    def shows_all(self) -> bool:
        """Whether every neuron is drawn."""
        return len(self.shown) == len(self.centres)

    def place(self, index: int) -> int | None:
        """Where a neuron stands among those that are shown; None where it is not."""
        place = int(np.searchsorted(self.shown, index))
        return place if place < len(self.shown) and self.shown[place] == index else None

    @cached_property
    def exit_columns(self) -> tuple[tuple[float, IntArray], ...]:
        """The x of every column of exits, and the indexes of those in it, from the top down."""
        exits = self.exits[self.shown]
        order = np.lexsort((exits[:, 1], exits[:, 0]))
        xs, starts = np.unique(exits[order, 0], return_index=True)
        columns = np.split(self.shown[order], starts[1:])
        return tuple(zip(xs.tolist(), columns, strict=True))

    def moved(self, zoom: float, x: float, y: float) -> LayerLayout:
        """The same, so many times as large and then moved by x and y."""
        offset = np.array([x, y])
        centres = self.centres * zoom + offset
        picture, dots = self.picture, self.dots
        return replace(
            self,
            centres=centres,
            radius=self.radius * zoom,
            exits=centres if self.exits is self.centres else self.exits * zoom + offset,
            picture=picture
            and (
                picture[0] * zoom + x,
                picture[1] * zoom + y,
                picture[2] * zoom,
                picture[3] * zoom,
            ),
            dots=dots and (dots[0] * zoom + x, dots[1] * zoom + y),
        )


@dataclass(frozen=True, eq=False)
class NetworkLayout:
    """The place of every neuron and every line in a picture of ``width`` × ``height``.

    ``has_lines`` is False for a network of too many connections to draw any.
    """

    width: float
    height: float
    layers: tuple[LayerLayout, ...]
    has_lines: bool = True

    def lines(self, gap: int) -> FloatArray:
        """Ends of the connections from layer ``gap`` to the next: x₁, y₁, x₂, y₂.

        Returns
        -------
        ndarray, shape (shown there · shown here, 4), float64, C-contiguous
            In the order of ``drawn(gap, weights[gap]).ravel()``.
        """
        left, right = self.layers[gap], self.layers[gap + 1]
        if not self.has_lines:
            return np.empty((0, 4))
        origins, targets = left.exits[left.shown], right.centres[right.shown]
        ends = np.empty((len(targets), len(origins), 4))
        ends[:, :, :2] = origins[None]
        ends[:, :, 2:] = targets[:, None]
        return ends.reshape(-1, 4)

    def drawn(self, gap: int, values: FloatArray) -> FloatArray:
        """Of numbers of all connections of a gap, those whose lines are drawn.

        Parameters
        ----------
        gap : int
        values : ndarray, shape (N_{gap+1}, N_gap)

        Returns
        -------
        ndarray, shape (shown there, shown here)
            A view where it can be one.
        """
        left, right = self.layers[gap], self.layers[gap + 1]
        if not self.has_lines:
            return values[:0, :0]
        if not right.shows_all:
            values = values[right.shown]
        return values if left.shows_all else values[:, left.shown]

    def moved(self, zoom: float, x: float, y: float) -> NetworkLayout:
        """The same picture, so many times as large and then moved by x and y."""
        return replace(self, layers=tuple(layer.moved(zoom, x, y) for layer in self.layers))


def between(before: NetworkLayout, after: NetworkLayout, share: float) -> NetworkLayout:
    """On the way from one layout of a network to another; ``share`` from 0 to 1."""
    layers = zip(before.layers, after.layers, strict=True)
    return replace(after, layers=tuple(_between(one, other, share) for one, other in layers))


def _between(before: LayerLayout, after: LayerLayout, share: float) -> LayerLayout:
    def mixed(here: FloatArray, there: FloatArray) -> FloatArray:
        return here + (there - here) * share

    picture = after.picture
    if before.picture is not None and after.picture is not None:
        sides = mixed(np.array(before.picture), np.array(after.picture)).tolist()
        picture = (sides[0], sides[1], sides[2], sides[3])
    is_alike, dots = before.form == after.form, None
    if is_alike and before.dots is not None and after.dots is not None:
        place = mixed(np.array(before.dots), np.array(after.dots)).tolist()
        dots = (place[0], place[1])
    return replace(
        after,
        # Where the form changes, circles fly out of the picture or into it.
        form=after.form if is_alike else "circles",
        centres=mixed(before.centres, after.centres),
        exits=mixed(before.exits, after.exits),
        radius=before.radius + (after.radius - before.radius) * share,
        shown=np.union1d(before.shown, after.shown),
        picture=picture,
        dots=dots,
    )
