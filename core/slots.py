"""Slots: many vectors that come and go, in memory of their own."""

from __future__ import annotations

import mmap
import weakref
from typing import Any

import numpy as np
import numpy.typing as npt

# Bytes of the blocks that memory is taken in, about, and slots of the first, smaller ones.
_BLOCK, _FEWEST = 2**20, 16


class Slots:
    """Copies of vectors, each in a slot that serves again once nobody has the copy any more.

    Where half of many vectors go, as when checkpoints become fewer, they leave holes among all
    else that is in memory. What is larger than a hole, and comes for a moment, is put behind
    everything then, and the memory of a long run creeps up. Between slots there is nothing else.
    """

    def __init__(self) -> None:
        # By the size of their slots: all, and those with a free one, the last to be filled first.
        self._blocks: dict[int, list[_Block]] = {}
        self._open: dict[int, list[_Block]] = {}

    def copy(self, *parts: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Vectors, one after the other, as one that is read-only; it is there as long as a view.

        Raises
        ------
        MemoryError
        """
        kind, count = np.result_type(*parts), sum(len(part) for part in parts)
        blocks = self._open.setdefault(count * kind.itemsize, [])
        if not blocks:
            blocks.append(self._new_block(count * kind.itemsize))
        block = blocks[-1]
        slot = block.free.pop()
        if not block.free:
            blocks.pop()
        # Of memory that is no array itself: else views of it would be of that, and not keep it.
        made: npt.NDArray[Any] = np.ndarray(count, kind, block.memory, slot * block.size)
        np.concatenate(parts, out=made)
        made.flags.writeable = False
        use = block.uses[slot] = _Use(made, self._end)
        use.block, use.slot = block, slot
        return made

    def _new_block(self, size: int) -> _Block:
        blocks = self._blocks.setdefault(size, [])
        there = sum(block.count for block in blocks)
        blocks.append(_Block(size, max(1, min(max(there, _FEWEST), _BLOCK // max(size, 1)))))
        return blocks[-1]

    def _end(self, use: _Use) -> None:
        """Nobody has this copy any more."""
        block, blocks = use.block, self._open[use.block.size]
        if not block.free:
            blocks.append(block)
        block.uses[use.slot] = None
        block.free.append(use.slot)
        if len(block.free) == block.count:
            blocks.remove(block)
            self._blocks[block.size].remove(block)


class _Block:
    """Memory for so many vectors of one size, in bytes."""

    def __init__(self, size: int, count: int) -> None:
        self.size, self.count = size, count
        try:
            # Straight from the system: behind what else there is, it would share in the holes.
            self.memory = mmap.mmap(-1, size * count)
        except OSError as error:
            raise MemoryError(error) from error
        self.free = list(range(count))[::-1]
        self.uses: list[_Use | None] = [None] * count


class _Use(weakref.ref[npt.NDArray[Any]]):
    """That somebody has what is in a slot."""

    __slots__ = ("block", "slot")
    block: _Block
    slot: int
